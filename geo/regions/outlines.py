"""The boundaries of places that are areas."""

from typing import TYPE_CHECKING, Any

import shapely

from geo.regions.known import Known
from geo.regions.named import (
    named_regions,
    region_geometry,
    region_is_approximate,
    region_levels,
    region_note,
)
from geo.regions.places import read_facts
from geo.regions.sets import countries, country_geometry, layer_facts, region_layer
from geo.report import Outline
from geo.said import Said
from geo.sources import tell_editions

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["read_outlines"]


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


def _outline(feature: str, country: str, place_id: str, known: Known) -> Outline | None:
    scheme, _, code = place_id.partition(":")
    if scheme == "region" and code in named_regions():
        region = named_regions()[code]
        return Outline(
            geometry=region_geometry(region),
            approximate=region_is_approximate(region),
            note=region_note(region),
            **_credit(*region_levels(region)),
        )
    if feature == "country" and country in countries():
        return Outline(geometry=country_geometry(country), approximate=False, **_credit("country"))
    if feature == "admin2" and known.second_level is not None:
        return _of_layer("admin2", (known.second_level,))
    if feature in {"admin1", "admin2"} and (known.parts or known.is_first_level):
        return _of_layer("admin1", known.parts or known.first_level)
    return None


def _of_layer(level: str, positions: tuple[int, ...]) -> Outline:
    facts = layer_facts(level)
    geometry = shapely.coverage_union_all(region_layer(level).geometries(positions))
    return Outline(geometry=geometry, approximate=facts.approximate, note=Said(facts.accuracy), **_credit(level))


def _credit(*levels: str) -> dict[str, Any]:
    """Give where boundaries of some levels come from, which edition, how they may be used, and whom to credit."""
    facts = [layer_facts(level) for level in levels]
    credited = tuple(dict.fromkeys(name for one in facts for name in one.credits))
    return {
        "source": "; ".join(dict.fromkeys(one.source for one in facts)),
        "version": tell_editions(credited),
        "licence": "; ".join(dict.fromkeys(one.licence for one in facts)),
        "credits": credited,
    }
