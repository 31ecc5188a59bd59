"""Overture Maps: the divisions of a country, from its latest release.

The catalogue leads to files of several gigabytes that hold the world. They are read where they lie: their own index
tells which groups of rows may hold the country, and only those come down the line. Each group is kept until the pack
is installed, so that a run that was ended is gone on with.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from geo.errors import BrokenPackError, DownloadError
from geo.packs.addresses import address
from geo.packs.compiled import write_boundaries
from geo.packs.download import fetch_json, key_of, look_up
from geo.packs.model import PackPlan, WantedFile
from geo.packs.names import PackName, parse_name
from geo.packs.recipes.parts import Asker, Built, Work, country_name
from geo.packs.remote import RemoteFile
from geo.read.source import show_name, show_reason

if TYPE_CHECKING:
    import geopandas as gpd
    import pyarrow as pa

__all__ = ["guess", "make", "plan", "plan_files"]

_LEVELS = {"country": ("country",), "admin1": ("region",), "admin2": ("county",), "admin3": ("localadmin", "locality")}
_COLUMNS = ("id", "subtype", "class", "country", "region", "geometry", "names.primary")
_NEEDED = frozenset({"id", "subtype", "country", "geometry", "names"})
_MAX_BYTES = 40_000_000_000
_MOST_ITEMS = 500
_BUFFER = 1 << 20


def plan(name: PackName, asker: Asker) -> PackPlan:
    """Ask which release is the latest, and which of its files may hold the country.

    Parameters
    ----------
    name
        The name of the pack.
    asker
        Whom to ask.

    Raises
    ------
    DownloadError
        When the catalogue cannot be had, or has another form.
    """
    url = address("overture catalog", asker.bases)
    catalog = fetch_json(asker.client, url)
    release = catalog.get("latest") if isinstance(catalog, dict) else None
    if not isinstance(release, str) or not release:
        raise _changed(url)
    for step in (release, "divisions", "division_area"):
        catalog, url = _step(asker, catalog, url, step)
    files = tuple(look_up(asker.client, file) for file in _items(asker, catalog, url, name.parts[0]))
    total = sum(file.size or 0 for file in files)
    where = country_name(name.parts[0])
    note = f"of {total / 1e6:,.0f} MB in all, only the parts that may hold {where} are fetched"
    return _describe(name, version=release, remote=files, notes=(note,))


def guess(path: Path) -> PackName | None:
    """Give None: the name of a file of Overture's does not tell the country that is wanted of it."""
    del path
    return None


def plan_files(name: PackName, path: Path) -> PackPlan:
    """Say what a pack is made from when the user has a file of divisions.

    Parameters
    ----------
    name
        The name of the pack.
    path
        A GeoParquet file of the type ``division_area``.
    """
    file = WantedFile(key="layer", url="", name="layer.parquet", max_bytes=_MAX_BYTES, path=path)
    return _describe(name, version="", files=(file,))


def make(work: Work) -> Built:
    """Read a country's divisions and compile them, a level at a time.

    Parameters
    ----------
    work
        What the pack is made with.

    Raises
    ------
    BrokenPackError
        When a file is no file of divisions, or holds none of the country.
    DownloadError
        When a file cannot be read where it lies.
    """
    country = parse_name(work.plan.name).parts[0]
    frame = _read_country(work, country)
    sets, notes = [], []
    for level, subtypes in _LEVELS.items():
        found = next((part for one in subtypes if len(part := frame[frame["subtype"] == one])), None)
        if found is not None:
            told = write_boundaries(found.drop(columns="subtype"), work, level=level, country=country, name=level)
            notes += [f"{level}: {line}" for line in told]
            sets.append(level)
    if not sets:
        message = f"the files hold no divisions of {country_name(country)}: they are not the files that were wanted"
        raise BrokenPackError(message)
    return Built(sets=tuple(sets), notes=tuple(notes))


def _step(asker: Asker, catalog: Any, url: str, name: str) -> tuple[Any, str]:  # noqa: ANN401 - what JSON holds
    """Go from a catalogue to the one of a name in it."""
    for link in _links(catalog, "child", url):
        if f"/{name}/" in link:
            return fetch_json(asker.client, link), link
    raise _changed(url)


def _links(catalog: Any, relation: str, url: str) -> Iterator[str]:  # noqa: ANN401
    links = catalog.get("links") if isinstance(catalog, dict) else None
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == relation and isinstance(link.get("href"), str):
            yield urljoin(url, link["href"])


def _items(asker: Asker, collection: Any, url: str, country: str) -> Iterator[WantedFile]:  # noqa: ANN401
    """Give the files whose bounds meet a country's."""
    west, south, east, north = _bounds(country)
    links = list(_links(collection, "item", url))
    if not 0 < len(links) <= _MOST_ITEMS:
        raise _changed(url)
    for link in links:
        item = fetch_json(asker.client, link)
        match item:
            case {"bbox": [w, s, e, n], "assets": dict() as assets} if (
                w <= east and e >= west and s <= north and n >= south
            ):
                yield _asset(assets, link)
            case {"bbox": [_, _, _, _]}:
                continue
            case _:
                raise _changed(link)


def _asset(assets: dict[str, Any], url: str) -> WantedFile:
    for name in ("aws", "azure", *assets):
        href = assets.get(name, {}).get("href") if isinstance(assets.get(name), dict) else None
        if isinstance(href, str) and href.startswith("http"):
            return WantedFile(key=href.rpartition("/")[2], url=href, name="part.parquet", max_bytes=_MAX_BYTES)
    raise _changed(url)


def _bounds(country: str) -> tuple[float, float, float, float]:
    from geo.holdings import Holdings, use_holdings  # noqa: PLC0415
    from geo.regions.sets import countries, country_geometry  # noqa: PLC0415 - only this pack needs it

    with use_holdings(Holdings()):
        if country not in countries():
            return (-180.0, -90.0, 180.0, 90.0)
        west, south, east, north = country_geometry(country).bounds
    return west, south, east, north


def _read_country(work: Work, country: str) -> "gpd.GeoDataFrame":
    import geopandas as gpd  # noqa: PLC0415 - only who installs boundaries pays for it
    import pyarrow as pa  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    try:
        tables = list(_read_tables(work, country))
        rows = pa.concat_tables(tables).to_pylist() if tables else []
        shapes = shapely.from_wkb([row["geometry"] for row in rows])
    except DownloadError:
        raise
    except (pa.ArrowException, shapely.errors.ShapelyError, OSError, ValueError, KeyError, TypeError) as error:
        message = f"the divisions of {country_name(country)} cannot be read ({show_reason(error)}): try again"
        raise BrokenPackError(message) from error
    columns = {
        "subtype": [row["subtype"] for row in rows],
        "code": [(row.get("region") if row["subtype"] == "region" else None) or row["id"] for row in rows],
        "name": [(row["names"] or {}).get("primary") or "" for row in rows],
    }
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="OGC:CRS84")


def _read_tables(work: Work, country: str) -> Iterator["pa.Table"]:
    """Give the rows of a country on land, a group of rows at a time."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    if "layer" in work.files:
        yield from _read_groups(pq.ParquetFile(work.files["layer"]), country, None)
        return
    for file in work.plan.remote:
        work.client.progress.start(f"divisions of {country}", None)
        with io.BufferedReader(RemoteFile(work.client, file), buffer_size=_BUFFER) as stream:
            edition = hashlib.sha256(f"{file.etag} {file.last_modified} {file.size}".encode()).hexdigest()[:12]
            kept = work.kept / f"{key_of(file.url)}.{edition}-{country}"
            yield from _read_groups(pq.ParquetFile(pa.PythonFile(stream, mode="r")), country, kept)


def _read_groups(file: Any, country: str, kept: Path | None) -> Iterator["pa.Table"]:  # noqa: ANN401 - pyarrow has no types
    import pyarrow.compute as pc  # noqa: PLC0415

    missing = sorted(_NEEDED - set(file.schema_arrow.names))
    if missing:
        message = f"a file of divisions has no column {missing[0]!r}: it is not the file that was wanted"
        raise BrokenPackError(message)
    there = set(file.schema_arrow.names)
    columns = [name for name in _COLUMNS if name.partition(".")[0] in there]
    for group in range(file.num_row_groups):
        if not _may_hold(file.metadata.row_group(group), country):
            continue
        table = _take(kept, group)
        if table is None:
            read = file.read_row_group(group, columns=columns)
            table = read.filter(pc.equal(read["country"], country))
            if "class" in there:
                table = table.filter(pc.is_in(table["class"], value_set=_land()))
            _keep(table, kept, group)
        yield table


def _land() -> Any:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415

    return pa.array(["land", None], type=pa.string())


def _may_hold(group: Any, country: str) -> bool:  # noqa: ANN401
    """Say whether a group of rows may hold a country, by what the file's index says of it."""
    for at in range(group.num_columns):
        column = group.column(at)
        if column.path_in_schema == "country" and column.statistics is not None and column.statistics.has_min_max:
            return bool(column.statistics.min <= country <= column.statistics.max)
    return True


def _take(kept: Path | None, group: int) -> "pa.Table | None":
    import pyarrow.parquet as pq  # noqa: PLC0415

    path = None if kept is None else _place(kept, group)
    return pq.read_table(path) if path is not None and path.exists() else None


def _keep(table: "pa.Table", kept: Path | None, group: int) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415

    if kept is None:
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_name(f"{kept.name}.new")
    pq.write_table(table, beside)
    with beside.open("rb") as stream:
        os.fsync(stream.fileno())
    beside.replace(_place(kept, group))


def _place(kept: Path, group: int) -> Path:
    return kept.with_name(f"{kept.name}-{group}.parquet")


def _changed(url: str) -> DownloadError:
    return DownloadError(f"Overture's catalogue at {show_name(url)} has another form than this version reads")


def _describe(
    name: PackName,
    *,
    version: str,
    files: tuple[WantedFile, ...] = (),
    remote: tuple[WantedFile, ...] = (),
    notes: tuple[str, ...] = (),
) -> PackPlan:
    where = country_name(name.parts[0])
    licence = "ODbL 1.0"
    return PackPlan(
        name=str(name),
        title=f"Divisions of {where}",
        source="Overture Maps",
        version=version,
        licence=licence,
        citation="© OpenStreetMap contributors, Overture Maps Foundation, ODbL 1.0",
        url="https://overturemaps.org/",
        covers=f"{where}: its outline, regions, counties and municipalities, as far as Overture has them",
        facts=(("release", version),) if version else (),
        files=files,
        remote=remote,
        notes=notes,
    )
