"""Region sets: the boundaries in force, as frames."""

import csv
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import RegionError
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.force import (
    LEVELS,
    LayerFacts,
    approximate_regions,
    layer_facts,
    own_sets,
    region_facts,
    region_layer,
    region_position,
    set_facts,
)
from geo.regions.layers import BBox, Layer
from geo.regions.union import unite
from geo.resources import data_path
from geo.sources import tell_editions

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = [
    "LEVELS",
    "Country",
    "LayerFacts",
    "approximate_regions",
    "countries",
    "country_facts",
    "country_geometry",
    "edition_of",
    "layer_facts",
    "read_regions",
    "region_facts",
    "region_layer",
    "region_position",
    "unite",
]

_COLUMNS = ("region_id", "name", "level", "parent_id", "approximate", "source", "version", "licence")


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
        ISO 3166-1 alpha-2 code. A country that boundaries in force draw as a whole is as they draw it.

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
    own = next((found for one in own_sets("country") if (found := _drawn_in(one.layer, code)) is not None), None)
    if own is not None:
        return own
    parts = region_layer("admin1").geometries(country.parts)
    # The bundle's regions are a valid coverage, so that their union needs no overlay and leaves no sliver.
    return unite(parts) if own_sets("admin1") else shapely.coverage_union_all(parts)


def _drawn_in(layer: Layer, region_id: str) -> Any | None:  # noqa: ANN401 - as above
    ids = layer.table["region_id"]
    return layer.geometries([ids.index(region_id)])[0] if region_id in ids else None


def read_regions(level: str, *, bbox: BBox | None = None, ids: Collection[str] | None = None) -> "gpd.GeoDataFrame":
    """Give the regions of a level as a frame, in the order of their ids.

    Parameters
    ----------
    level
        ``"country"``, ``"admin1"`` (departments, states, provinces of the whole world), ``"admin2"`` or
        ``"admin3"``: of the bundle Peru's provinces and districts, approximate, the latter only parts of named regions.
    bbox
        West, south, east, north in degrees, OGC:CRS84; only regions whose bounds meet it are read, each whole. West may
        be larger than east, which spans the antimeridian. None reads all.
    ids
        The region ids wanted; None for all.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns region_id, name, level, parent_id, approximate, source, version, licence, geometry; OGC:CRS84.

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

    table, geometries = _read_countries(bbox, ids) if level == "country" else _read_layer(level, bbox, ids)
    columns = {name: table.get(name, [level] * len(geometries)) for name in _COLUMNS}
    return gpd.GeoDataFrame(columns, geometry=geometries, crs="OGC:CRS84").astype({"approximate": bool})


_Read = tuple[dict[str, list[Any]], Sequence[Any] | npt.NDArray[np.object_]]


def _read_layer(level: str, bbox: BBox | None, ids: Collection[str] | None) -> _Read:
    layer = region_layer(level)
    positions = layer.within(bbox)
    if ids is not None:
        wanted = _check_ids(level, ids, set(layer.table["region_id"]))
        positions = np.array([one for one in positions if layer.table["region_id"][one] in wanted], dtype=np.intp)
    table = {name: [layer.table[name][one] for one in positions] for name in ("region_id", "name", "parent_id")}
    facts = [region_facts(level, [one])[0] for one in positions.tolist()]
    return table | _told(facts), layer.geometries(positions)


def _read_countries(bbox: BBox | None, ids: Collection[str] | None) -> _Read:
    known = countries()
    wanted = known.keys() if ids is None else _check_ids("country", ids, known.keys())
    near = set(region_layer("admin1").within(bbox).tolist())
    found = [country for code, country in known.items() if code in wanted and not near.isdisjoint(country.parts)]
    table = {"region_id": [one.region_id for one in found], "name": [one.name for one in found]}
    told = _told([country_facts(one.region_id) for one in found])
    return table | {"parent_id": [""] * len(found)} | told, [country_geometry(one.region_id) for one in found]


def country_facts(code: str) -> LayerFacts:
    """Give what is known of the boundary of a country.

    Parameters
    ----------
    code
        ISO 3166-1 alpha-2 code.

    Examples
    --------
    >>> country_facts("PE").licence
    'public domain'
    """
    for one in own_sets("country"):
        if code in one.layer.table["region_id"]:
            return set_facts(one)
    own = [one for one in region_facts("admin1", countries()[code].parts) if one != layer_facts("admin1")]
    return own[0] if own else layer_facts("country")


def edition_of(facts: LayerFacts) -> str:
    """Give the edition of boundaries: what they say themselves, else that of the sources that they credit.

    Examples
    --------
    >>> edition_of(country_facts("PE"))
    '5'
    """
    return facts.version or tell_editions(facts.credits)


def _told(facts: Sequence[LayerFacts]) -> dict[str, list[Any]]:
    editions = {one: edition_of(one) for one in dict.fromkeys(facts)}
    told = {name: [getattr(one, name) for one in facts] for name in ("approximate", "source", "licence")}
    return told | {"version": [editions[one] for one in facts]}


def _check_ids(level: str, ids: Collection[str], known: Collection[str]) -> frozenset[str]:
    wanted = frozenset([ids] if isinstance(ids, str) else ids)
    unknown = sorted(wanted - frozenset(known))
    if unknown:
        message = f"no region of the level {level} has the id {unknown[0]!r}: 'dateline regions' lists them"
        raise RegionError(message)
    return wanted
