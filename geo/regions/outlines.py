"""The boundaries of places that are areas."""

from typing import TYPE_CHECKING

import shapely

from geo.regions.definition import NamedRegion
from geo.regions.known import Known
from geo.regions.named import find_region
from geo.regions.places import read_facts
from geo.regions.sets import countries, country_geometry, layer_facts, region_layer
from geo.regions.shapes import region_geometry, region_is_approximate, region_levels, region_note
from geo.report import Outline
from geo.said import Said

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["read_outlines", "region_outline"]


def read_outlines(places: "gpd.GeoDataFrame") -> list[Outline | None]:
    """Give the boundary of each place that is a country, a first- or second-level region or a named region.

    Parameters
    ----------
    places
        A row a place, with the columns ``feature``, ``id``, ``country`` and, if at hand, ``row``, as for
        :func:`geo.regions.join_regions`. Its geometry is not read.

    Returns
    -------
    list
        An outline a row, in order; None for a place that is no area or whose boundary is not known. Districts have
        none: theirs are too rough to be drawn. A named region has that of its default tier;
        :func:`geo.regions.region_tiers` gives the others.

    Examples
    --------
    >>> import geopandas as gpd
    >>> places = gpd.GeoDataFrame({"feature": ["region"], "id": ["region:vraem"]}, geometry=[None], crs="OGC:CRS84")
    >>> read_outlines(places)[0].approximate
    True
    """
    facts = read_facts(places)
    found: dict[tuple[str, str, str, Known], Outline | None] = {}
    outlines = []
    for key in zip(facts.feature, facts.country, facts.place_id, facts.known, strict=True):
        if key not in found:
            found[key] = _outline(*key)
        outlines.append(found[key])
    return outlines


def region_outline(region: NamedRegion, tier: str | None = None, *, number: int | None = None) -> Outline:
    """Give the outline of a named region or a zone, with how good it is and where its boundaries come from.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.
    number
        How many tiers lie within it, when all are drawn.

    Raises
    ------
    RegionError
        When the region has no such tier, or none of its members has a boundary.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> region_outline(named_regions()["vraem"], "wider").approximate
    True
    """
    own = region.zone.boundaries if region.zone else None
    source, licence = (own.source, own.licence) if own else _credit(*region_levels(region, tier))
    return Outline(
        geometry=region_geometry(region, tier),
        approximate=region_is_approximate(region, tier),
        note=region_note(region, tier),
        source=source,
        licence=licence,
        tier=number,
    )


def _outline(feature: str, country: str, place_id: str, known: Known) -> Outline | None:
    region = find_region(place_id)
    if region is not None:
        return region_outline(region)
    if feature == "country" and country in countries():
        source, licence = _credit("country")
        return Outline(geometry=country_geometry(country), approximate=False, source=source, licence=licence)
    if feature == "admin2" and known.second_level is not None:
        return _of_layer("admin2", (known.second_level,))
    if feature in {"admin1", "admin2"} and (known.parts or known.is_first_level):
        return _of_layer("admin1", known.parts or known.first_level)
    return None


def _of_layer(level: str, positions: tuple[int, ...]) -> Outline:
    facts = layer_facts(level)
    geometry = shapely.coverage_union_all(region_layer(level).geometries(positions))
    source, licence = _credit(level)
    return Outline(
        geometry=geometry, approximate=facts.approximate, note=Said(facts.accuracy), source=source, licence=licence
    )


def _credit(*levels: str) -> tuple[str, str]:
    """Give where boundaries of some levels come from and how they may be used."""
    facts = [layer_facts(level) for level in levels]
    return (
        "; ".join(dict.fromkeys(one.source for one in facts)),
        "; ".join(dict.fromkeys(one.licence for one in facts)),
    )
