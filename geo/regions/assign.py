"""Assign places to the regions they lie in; :mod:`geo.regions.join` writes the result into a frame.

What the gazetteer says of a place is a fact; a boundary is a drawing of one, simplified or approximate. So the
gazetteer decides between regions that a point could both belong to, and boundaries decide the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from geo.gazetteer.features import ADMINISTRATIVE, PHYSICAL
from geo.regions.locate import NOWHERE, Points, find_containing, find_nearest
from geo.regions.places import PlaceFacts
from geo.regions.sets import countries, region_layer

__all__ = ["Assigned", "assign_regions"]

# Areas too large for a point to say where they lie; a mountain is small enough.
_WIDE = frozenset((PHYSICAL | {"region", "continent"}) - {"mountain"})
_AREAS = _WIDE | ADMINISTRATIVE

_Positions = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assigned:
    """The regions of places, an element a place.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2 codes; empty for none.
    first_level, second_level
        Positions in the layers ``admin1`` and ``admin2``, or `NOWHERE`.
    by_point
        Whether the place's point says where it lies.
    """

    country: list[str]
    first_level: _Positions
    second_level: _Positions
    by_point: npt.NDArray[np.bool_]


def assign_regions(facts: PlaceFacts, points: Points, real: npt.NDArray[np.bool_], tolerance_m: float) -> Assigned:
    """Give the country and the first- and second-level region of each place.

    Parameters
    ----------
    facts
        What is known of the places.
    points
        Their points, OGC:CRS84.
    real
        Which of the points are real.
    tolerance_m
        How far outside a region, in metres, a place may lie and still be counted to it.
    """
    pointed = [_is_pointed(feature, bool(one.parts)) for feature, one in zip(facts.feature, facts.known, strict=True)]
    by_point = real & np.array(pointed, dtype=bool)
    chosen = np.flatnonzero(by_point)
    first, second = np.full(len(facts), NOWHERE), np.full(len(facts), NOWHERE)
    first[chosen] = _first_level(facts, points, chosen, tolerance_m)
    _hold_identities(facts, first)
    chosen = np.array(
        [one for one in chosen if first[one] != NOWHERE and facts.feature[one] != "admin1"], dtype=np.intp
    )
    second[chosen] = _second_level(facts, points, (chosen, first[chosen]), tolerance_m)
    return Assigned(country=_countries(facts, first), first_level=first, second_level=second, by_point=by_point)


def _is_pointed(feature: str, is_made_of_parts: bool) -> bool:  # noqa: FBT001 - a private test of two facts
    return feature not in _WIDE and feature != "country" and not (feature == "admin1" and is_made_of_parts)


def _first_level(facts: PlaceFacts, points: Points, chosen: _Positions, tolerance_m: float) -> _Positions:
    layer, here = region_layer("admin1"), points.take(chosen)
    found = find_containing(layer, here)
    wanted = [_wanted(facts, place) for place in chosen.tolist()]
    # Where gazetteer and boundary disagree the gazetteer is right, unless the point lies too far off for that.
    doubtful = [bool(some) and at not in some for some, at in zip(wanted, found.tolist(), strict=True)]
    which = np.flatnonzero(np.array(doubtful, dtype=bool))
    held = find_nearest(layer, here.take(which), tolerance_m, _only([wanted[one] for one in which.tolist()]))
    found[which] = np.where(held == NOWHERE, found[which], held)
    offshore = np.flatnonzero(found == NOWHERE)
    found[offshore] = find_nearest(layer, here.take(offshore), tolerance_m)
    return found


def _wanted(facts: PlaceFacts, place: int) -> Sequence[int]:
    first_level = facts.known[place].first_level
    if first_level:
        return first_level
    country = countries().get(facts.country[place])
    return country.parts if country else ()


def _only(wanted: Sequence[Sequence[int]]) -> Any:  # noqa: ANN401 - a function as find_nearest describes it
    members = [frozenset(one) for one in wanted]

    def allowed(point: _Positions, region: _Positions) -> npt.NDArray[np.bool_]:
        pairs = zip(point.tolist(), region.tolist(), strict=True)
        return np.array([at in members[which] for which, at in pairs], dtype=bool)

    return allowed


def _hold_identities(facts: PlaceFacts, first: _Positions) -> None:
    """Put administrative areas where the gazetteer puts them, wherever their points lie."""
    for place, (feature, known) in enumerate(zip(facts.feature, facts.known, strict=True)):
        is_area = feature in {"admin1", "admin2", "admin3"} and bool(known.first_level)
        if is_area and first[place] not in known.first_level:
            first[place] = known.first_level[0]


def _second_level(
    facts: PlaceFacts, points: Points, at: tuple[_Positions, _Positions], tolerance_m: float
) -> _Positions:
    places, first = at
    layer = region_layer("admin2")
    parents = np.array(layer.table["parent_id"], dtype=object)
    first_ids = np.array(region_layer("admin1").table["region_id"], dtype=object)[first]
    found = np.full(len(places), NOWHERE)
    for which, place in enumerate(places.tolist()):
        known = facts.known[place].second_level
        if known is not None and parents[known] == first_ids[which]:
            found[which] = known
    for search in (find_containing, partial(find_nearest, within_m=tolerance_m)):
        divided = set(layer.table["parent_id"])
        open_ = np.flatnonzero((found == NOWHERE) & np.array([one in divided for one in first_ids], dtype=bool))
        # Cells stay within their department, so that a point offshore or beside a simplified border has a nearest one.
        allowed = _same(parents, first_ids[open_])
        found[open_] = search(layer, points.take(places[open_]), allowed=allowed)
    return found


def _same(parents: npt.NDArray[np.object_], wanted: npt.NDArray[np.object_]) -> Any:  # noqa: ANN401 - as above
    def allowed(point: _Positions, region: _Positions) -> npt.NDArray[np.bool_]:
        agree: npt.NDArray[np.bool_] = parents[region] == wanted[point]
        return agree

    return allowed


def _countries(facts: PlaceFacts, first: _Positions) -> list[str]:
    parents = region_layer("admin1").table["parent_id"]
    known = countries()
    return [
        parents[at] if at != NOWHERE else (said if said in known and feature in _AREAS else "")
        for at, said, feature in zip(first.tolist(), facts.country, facts.feature, strict=True)
    ]
