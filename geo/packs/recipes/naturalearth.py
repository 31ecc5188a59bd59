"""Natural Earth 10m: rivers as names, lakes, regions of nature and disputed areas as zones, states as boundaries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.holdings import Holdings, use_holdings
from geo.packs.addresses import address
from geo.packs.compiled import BOUNDARIES, Zone, write_boundaries, write_zones
from geo.packs.download import look_up
from geo.packs.entries import ENTRIES, write_entries
from geo.packs.model import PackPlan, WantedFile
from geo.packs.names import PackName, parse_name
from geo.packs.recipes.features import Feature, collect_features, entry_of, known_id
from geo.packs.recipes.layers import read_shapes
from geo.packs.recipes.parts import Asker, Built, Work, read_date

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["guess", "make", "plan", "plan_files"]

_SOURCE, _TITLE, _ZONE = "naturalearth", "Natural Earth", "zone"
_MAX_BYTES = 200_000_000
_FILE = re.compile(r"(ne_10m_\w+)\.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A layer of Natural Earth."""

    theme: str
    layer: str
    title: str
    covers: str
    needs: tuple[str, ...]


_LAYERS = {
    "rivers": _Layer(
        theme="physical",
        layer="ne_10m_rivers_lake_centerlines",
        title="Rivers of the world",
        covers="the world: names of some 1,000 large rivers, each with a point",
        needs=("featurecla", "name"),
    ),
    "lakes": _Layer(
        theme="physical",
        layer="ne_10m_lakes",
        title="Lakes of the world",
        covers="the world: outlines and names of some 1,300 lakes and reservoirs",
        needs=("featurecla", "name"),
    ),
    "regions": _Layer(
        theme="physical",
        layer="ne_10m_geography_regions_polys",
        title="Regions of nature",
        covers="the world: outlines and names of deserts, ranges, plains, basins, islands and peninsulas",
        needs=("featurecla", "name"),
    ),
    "states": _Layer(
        theme="cultural",
        layer="ne_10m_admin_1_states_provinces",
        title="States and provinces of the world",
        covers="the world: some 4,600 first-level regions",
        needs=("name", "iso_3166_2", "iso_a2"),
    ),
    "disputed": _Layer(
        theme="cultural",
        layer="ne_10m_admin_0_disputed_areas",
        title="Disputed areas of the world",
        covers="the world: areas that several claim or that broke away, with who holds and who claims them",
        needs=("brk_name",),
    ),
}


def plan(name: PackName, asker: Asker) -> PackPlan:
    """Ask what a pack takes.

    Parameters
    ----------
    name
        The name of the pack.
    asker
        Whom to ask.

    Raises
    ------
    DownloadError
        When Natural Earth does not have it, or cannot be reached.
    """
    layer = _LAYERS[name.parts[0]]
    url = address("naturalearth layer", asker.bases, theme=layer.theme, layer=layer.layer)
    file = look_up(asker.client, _wanted(layer, url=url))
    return _describe(name, file, version=read_date(file.last_modified))


def guess(path: Path) -> PackName | None:
    """Give the pack that a file of the user's is, by the file's name; None when it is none of these.

    Examples
    --------
    >>> str(guess(Path("ne_10m_lakes.zip")))
    'naturalearth:lakes'
    """
    found = _FILE.fullmatch(path.name)
    names = [key for key, layer in _LAYERS.items() if found is not None and layer.layer == found[1]]
    return parse_name(f"naturalearth:{names[0]}") if names else None


def plan_files(name: PackName, path: Path) -> PackPlan:
    """Say what a pack is made from when the user has its archive.

    Parameters
    ----------
    name
        The name of the pack.
    path
        Its archive.
    """
    return _describe(name, _wanted(_LAYERS[name.parts[0]], path=path), version="")


def make(work: Work) -> Built:
    """Compile a layer.

    Parameters
    ----------
    work
        What it is made with.

    Raises
    ------
    BrokenPackError
        When the archive is broken, or is not the layer that it should be.
    """
    key = parse_name(work.plan.name).parts[0]
    layer = _LAYERS[key]
    frame, version = read_shapes(work.files["layer"], layer.layer, work.scratch, needs=layer.needs)
    named = replace(work, plan=replace(work.plan, version=version or work.plan.version))
    if key == "states":
        notes = write_boundaries(_states(frame), named, level="admin1", country="")
        return Built(sets=(BOUNDARIES,), version=version, notes=notes)
    features = collect_features(_disputed(frame) if key == "disputed" else frame)
    found = list(_identify(features, key))
    notes = ()
    if key != "rivers":
        zones = [
            Zone(region_id=place_id.removeprefix(f"{_ZONE}:"), name=feature.name, geometry=feature.geometry)
            for feature, place_id in found
        ]
        notes = write_zones(zones, named)
    write_entries((entry_of(feature, entry_id=one, source=_TITLE) for feature, one in found), work.folder / ENTRIES)
    return Built(sets=() if key == "rivers" else (BOUNDARIES,), entries=ENTRIES, version=version, notes=notes)


def _identify(features: Sequence[Feature], key: str) -> Iterator[tuple[Feature, str]]:
    """Give features with their identifiers: that of the place that the bundle has of each, or a new one."""
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415 - only who installs names pays for it

    with use_holdings(Holdings()):
        gazetteer = open_gazetteer()
    used = set()
    for feature in features:
        known = "" if key == "disputed" else known_id(feature, gazetteer)
        if not known or known in used:
            known = f"{_SOURCE}:{key}/{feature.code}" if key == "rivers" else f"{_ZONE}:{_SOURCE}-{key}/{feature.code}"
        used.add(known)
        yield feature, known


def _disputed(frame: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Name areas by what is disputed, and not by who holds it; names in other languages are those of the former."""
    languages = [name for name in frame.columns if name.startswith("name")]
    return frame.drop(columns=languages).rename(columns={"brk_name": "name"}).assign(featurecla="", wikidataid="")


def _states(frame: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Give the columns that boundaries are matched by."""
    kept = frame[["iso_3166_2", "name", "iso_a2", frame.geometry.name]]
    return kept.rename(columns={"iso_3166_2": "code", "iso_a2": "country"})


def _wanted(layer: _Layer, *, url: str = "", path: Path | None = None) -> WantedFile:
    return WantedFile(key="layer", url=url, name=f"{layer.layer}.zip", max_bytes=_MAX_BYTES, path=path)


def _describe(name: PackName, file: WantedFile, *, version: str) -> PackPlan:
    layer = _LAYERS[name.parts[0]]
    return PackPlan(
        name=str(name),
        title=layer.title,
        source=_TITLE,
        version=version,
        licence="public domain",
        citation="Made with Natural Earth, naturalearthdata.com, 10m",
        url="https://www.naturalearthdata.com/",
        covers=layer.covers,
        files=(file,),
    )
