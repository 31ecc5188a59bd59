"""The boundaries of places that are areas."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geo.errors import RegionError
from geo.regions.known import Known
from geo.regions.named.definition import NamedRegion
from geo.regions.named.in_force import find_region
from geo.regions.named.shapes import boundary_facts, region_geometry, region_is_approximate, region_note
from geo.regions.places import read_facts
from geo.regions.sets import (
    LayerFacts,
    countries,
    country_facts,
    country_geometry,
    edition_of,
    region_facts,
    region_layer,
    unite,
)
from geo.report import Outline
from geo.said import Said

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["read_outlines", "region_outline"]


def read_outlines(places: "gpd.GeoDataFrame") -> list[Outline | None]:
    """Give the boundary of each place that is a country, a region of any level or a named region.

    Parameters
    ----------
    places
        A row a place, with the columns ``feature``, ``id``, ``country`` and, if at hand, ``row``, as for
        :func:`geo.regions.join_regions`. Its geometry is not read.

    Returns
    -------
    list
        An outline a row, in order; None for a place that is no area or whose boundary is not known. Districts have
        none while their boundaries are approximate: those are too rough to be drawn. A named region has that of its
        default tier; :func:`geo.regions.region_tiers` gives the others.

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
    return Outline(
        geometry=region_geometry(region, tier),
        approximate=region_is_approximate(region, tier),
        note=region_note(region, tier),
        tier=number,
        **_credit(boundary_facts(region, tier)),
    )


def _if_drawn(region: NamedRegion) -> Outline | None:
    try:
        return region_outline(region)
    except RegionError:
        # Boundaries of one's own stand in place of all its members, and are none of them: it is named, not drawn.
        return None


def _outline(feature: str, country: str, place_id: str, known: Known) -> Outline | None:
    region = find_region(place_id)
    if region is not None:
        return _if_drawn(region)
    if feature == "country" and country in countries():
        facts = country_facts(country)
        return Outline(geometry=country_geometry(country), approximate=facts.approximate, **_credit([facts]))
    if feature == "admin3" and known.third_level is not None:
        return _of_layer("admin3", (known.third_level,))
    if feature == "admin2" and known.second_level is not None:
        return _of_layer("admin2", (known.second_level,))
    if feature in {"admin1", "admin2"} and (known.parts or known.is_first_level):
        return _of_layer("admin1", known.parts or known.first_level)
    return None


def _of_layer(level: str, positions: tuple[int, ...]) -> Outline:
    facts = region_facts(level, positions)
    return Outline(
        geometry=unite(region_layer(level).geometries(positions)),
        approximate=any(one.approximate for one in facts),
        note=Said(next((one.accuracy for one in facts if one.accuracy), "")),
        **_credit(facts),
    )


def _credit(facts: Sequence[LayerFacts]) -> dict[str, Any]:
    """Give where boundaries come from, which edition, how they may be used, and whom to credit."""
    credited = tuple(dict.fromkeys(name for one in facts for name in one.credits if name))
    return {
        "source": "; ".join(dict.fromkeys(one.source for one in facts)),
        "version": "; ".join(dict.fromkeys(filter(None, (edition_of(one) for one in facts)))),
        "licence": "; ".join(dict.fromkeys(one.licence for one in facts if one.licence)),
        "credits": credited,
    }
