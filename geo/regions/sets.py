"""Region sets: the boundaries that ship with Dateline, as frames."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import RegionError
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.layers import BBox, Layer, open_layer
from geo.resources import data_path

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = [
    "LEVELS",
    "Country",
    "LayerFacts",
    "countries",
    "country_geometry",
    "layer_facts",
    "read_regions",
    "region_layer",
]

LEVELS = ("country", "admin1", "admin2", "admin3")
"""The levels of administrative regions, largest first."""

_COLUMNS = ("region_id", "name", "level", "parent_id", "approximate", "source", "licence")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerFacts:
    """What every boundary of a level shares.

    Parameters
    ----------
    source, licence
        Where the boundaries come from and how they may be used.
    approximate
        Whether they are only approximate.
    accuracy
        How they were made and how good they were measured to be, one sentence; empty for known boundaries.
    credits
        The names of the sources that they are made from; empty where that is `source` itself.
    """

    source: str
    licence: str
    approximate: bool
    accuracy: str
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country of the region set.

    Parameters
    ----------
    region_id
        ISO 3166-1 alpha-2 code.
    name
        Its English name.
    geonames_id
        Its GeoNames id.
    parts
        The positions of its first-level regions in the layer ``admin1``.
    """

    region_id: str
    name: str
    geonames_id: str
    parts: tuple[int, ...]


@cache
def _facts() -> dict[str, LayerFacts]:
    tables = tomllib.loads(data_path("boundaries/layers.toml").read_text(encoding="utf-8"))
    return {level: LayerFacts(**table | {"credits": tuple(table["credits"])}) for level, table in tables.items()}


def layer_facts(level: str) -> LayerFacts:
    """Give what every boundary of a level shares.

    Examples
    --------
    >>> layer_facts("admin2").approximate
    True
    """
    return _facts()[_check_level(level)]


def region_layer(level: str) -> Layer:
    """Give the layer of ``"admin1"``, ``"admin2"`` or ``"admin3"``; countries have none, see :func:`countries`."""
    return open_layer(f"boundaries/{_check_level(level)}")


def _check_level(level: str) -> str:
    if level not in LEVELS:
        message = f"{level!r} is no level of regions: choose from {', '.join(LEVELS)}"
        raise RegionError(message)
    return level


def countries() -> dict[str, Country]:
    """Give the countries by ISO 3166-1 alpha-2 code, in the order of the codes.

    Examples
    --------
    >>> countries()["PE"].name
    'Peru'
    """
    return _countries(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _countries(holdings: Holdings) -> dict[str, Country]:
    del holdings  # what the layer comes from: it keeps one table for each
    parts = defaultdict(list)
    for position, code in enumerate(region_layer("admin1").table["parent_id"]):
        parts[code].append(position)
    with data_path("boundaries/countries.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["region_id"]: Country(**row, parts=tuple(parts[row["region_id"]])) for row in csv.DictReader(stream)
        }


def country_geometry(code: str) -> Any:  # noqa: ANN401 - shapely's classes share no narrower base
    """Give the polygon of a country: the union of its first-level regions, OGC:CRS84.

    Parameters
    ----------
    code
        ISO 3166-1 alpha-2 code.

    Raises
    ------
    RegionError
        When no country of the region set has that code.

    Examples
    --------
    >>> [round(side) for side in country_geometry("PE").bounds]
    [-81, -18, -69, 0]
    """
    country = countries().get(code)
    if country is None:
        message = f"no country has the code {code!r}: give an ISO 3166-1 code of two letters, such as 'PE'"
        raise RegionError(message)
    # The regions are a valid coverage, so that their union needs no overlay and leaves no sliver.
    return shapely.coverage_union_all(region_layer("admin1").geometries(country.parts))


def read_regions(level: str, *, bbox: BBox | None = None, ids: Collection[str] | None = None) -> "gpd.GeoDataFrame":
    """Give the regions of a level as a frame, in the order of their ids.

    Parameters
    ----------
    level
        ``"country"``, ``"admin1"`` (departments, states, provinces of the whole world), ``"admin2"`` (Peru's provinces,
        approximate) or ``"admin3"`` (Peru's districts, approximate and meant only as parts of named regions).
    bbox
        West, south, east, north in degrees, OGC:CRS84; only regions whose bounds meet it are read, each whole. West may
        be larger than east, which spans the antimeridian. None reads all.
    ids
        The region ids wanted; None for all.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns region_id, name, level, parent_id, approximate, source, licence, geometry; OGC:CRS84.

    Raises
    ------
    RegionError
        When there is no such level, the box is no box, or an id is not known.

    Examples
    --------
    >>> read_regions("admin1", ids=["PE-PAS"]).name.tolist()
    ['Pasco']
    """
    import geopandas as gpd  # noqa: PLC0415 - 0.3 s that only callers who want a frame pay

    facts = layer_facts(level)
    table, geometries = _read_countries(bbox, ids) if level == "country" else _read_layer(level, bbox, ids)
    shared = {"level": level, "approximate": facts.approximate, "source": facts.source, "licence": facts.licence}
    columns = {name: table.get(name, [shared.get(name)] * len(geometries)) for name in _COLUMNS}
    return gpd.GeoDataFrame(columns, geometry=geometries, crs="OGC:CRS84").astype({"approximate": bool})


_Read = tuple[dict[str, list[Any]], Sequence[Any] | npt.NDArray[np.object_]]


def _read_layer(level: str, bbox: BBox | None, ids: Collection[str] | None) -> _Read:
    layer = region_layer(level)
    positions = layer.within(bbox)
    if ids is not None:
        wanted = _check_ids(level, ids, set(layer.table["region_id"]))
        positions = np.array([one for one in positions if layer.table["region_id"][one] in wanted], dtype=np.intp)
    names = ("region_id", "name", "parent_id")
    return {name: [layer.table[name][one] for one in positions] for name in names}, layer.geometries(positions)


def _read_countries(bbox: BBox | None, ids: Collection[str] | None) -> _Read:
    known = countries()
    wanted = known.keys() if ids is None else _check_ids("country", ids, known.keys())
    near = set(region_layer("admin1").within(bbox).tolist())
    found = [country for code, country in known.items() if code in wanted and not near.isdisjoint(country.parts)]
    table = {"region_id": [one.region_id for one in found], "name": [one.name for one in found]}
    return table | {"parent_id": [""] * len(found)}, [country_geometry(one.region_id) for one in found]


def _check_ids(level: str, ids: Collection[str], known: Collection[str]) -> frozenset[str]:
    wanted = frozenset([ids] if isinstance(ids, str) else ids)
    unknown = sorted(wanted - frozenset(known))
    if unknown:
        message = f"no region of the level {level} has the id {unknown[0]!r}: 'dateline regions' lists them"
        raise RegionError(message)
    return wanted
