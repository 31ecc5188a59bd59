"""Join places with the regions they lie in."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.errors import ConfigurationError
from geo.regions.assign import Assigned, assign_regions
from geo.regions.locate import NOWHERE
from geo.regions.named.in_force import find_region, touched_names
from geo.regions.named.within import assign_named_regions
from geo.regions.places import PlaceFacts, read_facts, read_points
from geo.regions.sets import approximate_regions, countries, region_layer

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["JOIN_COLUMNS", "TOLERANCE_M", "join_regions"]

TOLERANCE_M = 5000.0
"""How far outside a region a place may lie and still belong to it, in metres: coasts are simplified, islets missing."""

JOIN_COLUMNS = (
    "country_id",
    "country_name",
    "admin1_id",
    "admin1_name",
    "admin2_id",
    "admin2_name",
    "admin2_approximate",
    "admin3_id",
    "admin3_name",
    "named_regions",
    "touches",
)
"""The columns that a join adds, in order."""


def join_regions(places: "gpd.GeoDataFrame", *, tolerance_m: float = TOLERANCE_M) -> "gpd.GeoDataFrame":
    """Give places with the country, the regions of each level and the named regions that each lies in.

    Parameters
    ----------
    places
        A row a place, in any CRS: points, or None for what has no place. Optional columns say what the gazetteer
        knows: ``feature``, ``country`` (ISO 3166-1 alpha-2), ``id`` (``"geonames:3933874"``), ``row`` (the row in the
        gazetteer, -1 for none; it spares the search for the id).
    tolerance_m
        How far outside a region, in metres on the ground, a place may lie and still be counted to it.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows in the same order with the same index, and the columns `JOIN_COLUMNS`: ids and names of regions,
        empty where there is none; ``admin2_approximate``, whether that region's boundary is only approximate (the third
        level is there only where its boundaries are not: the bundle has none);
        ``named_regions``, a tuple of ids; ``touches``, for a named region the names of the first-level regions that it
        has parts in.

    Raises
    ------
    CrsError
        When the frame has no coordinate reference system.
    SchemaError
        When it has no geometry.
    ConfigurationError
        When the tolerance is no distance.

    Notes
    -----
    A point on a border goes to the region with the smallest id; a point off the coast to the nearest region within the
    tolerance. Where the gazetteer puts a place in a country or region, that holds as long as the point lies within the
    tolerance of it. A place that is itself a region joins by its identity and its parents; a river, a sea or a
    mountain range joins only to the country that the gazetteer names, as its point says little.

    Examples
    --------
    >>> import geopandas as gpd
    >>> places = gpd.GeoDataFrame(geometry=gpd.points_from_xy([-75.27], [-10.74]), crs="OGC:CRS84")
    >>> join_regions(places)[["country_id", "admin1_name", "admin2_name"]].iloc[0].tolist()
    ['PE', 'Pasco', 'Oxapampa']
    """
    if not (math.isfinite(tolerance_m) and tolerance_m >= 0):
        message = f"the tolerance {tolerance_m!r} is no distance: give metres, 0 or more"
        raise ConfigurationError(message)
    points, real = read_points(places)
    facts = read_facts(places)
    assigned = assign_regions(facts, points, real, tolerance_m)
    within = assign_named_regions(facts, points, assigned)
    return places.assign(**_columns(facts, assigned, within))


def _columns(facts: PlaceFacts, assigned: Assigned, within: list[tuple[str, ...]]) -> dict[str, Any]:
    known = countries()
    first, second, third = (region_layer(level).table for level in ("admin1", "admin2", "admin3"))
    has_second = assigned.second_level != NOWHERE
    columns: dict[str, Any] = {
        "country_id": assigned.country,
        "country_name": [known[code].name if code else "" for code in assigned.country],
        "admin1_id": _pick(first["region_id"], assigned.first_level),
        "admin1_name": _pick(first["name"], assigned.first_level),
        "admin2_id": _pick(second["region_id"], assigned.second_level),
        "admin2_name": _pick(second["name"], assigned.second_level),
        "admin2_approximate": has_second & approximate_regions("admin2")[assigned.second_level],
        "admin3_id": _pick(third["region_id"], assigned.third_level),
        "admin3_name": _pick(third["name"], assigned.third_level),
        "named_regions": _tuples(within),
        "touches": _tuples([_touches(one) for one in facts.place_id]),
    }
    return {name: columns[name] for name in JOIN_COLUMNS}


def _pick(texts: list[str], positions: Any) -> list[str]:  # noqa: ANN401 - an array of integers
    return [texts[at] if at != NOWHERE else "" for at in positions.tolist()]


def _tuples(values: list[tuple[str, ...]]) -> Any:  # noqa: ANN401 - an array of objects
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _touches(place_id: str) -> tuple[str, ...]:
    region = find_region(place_id)
    return touched_names(region) if region else ()
