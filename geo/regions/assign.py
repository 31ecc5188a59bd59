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
from geo.regions.sets import approximate_regions, countries, region_layer

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
    first_level, second_level, third_level
        Positions in the layers ``admin1``, ``admin2`` and ``admin3``, or `NOWHERE`. The third level counts only where
        its boundaries are not approximate.
    by_point
        Whether the place's point says where it lies.
    """

    country: list[str]
    first_level: _Positions
    second_level: _Positions
    third_level: _Positions
    by_point: npt.NDArray[np.bool_]


def assign_regions(facts: PlaceFacts, points: Points, real: npt.NDArray[np.bool_], tolerance_m: float) -> Assigned:
    """Give the country and the region of each level that each place lies in.

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
    first = np.full(len(facts), NOWHERE)
    first[chosen] = _first_level(facts, points, chosen, tolerance_m)
    _hold_identities(facts, first)
    chosen = np.flatnonzero(by_point & (first != NOWHERE) & ~_are(facts, {"admin1"}))
    second = _lower_level("admin2", facts, points, (chosen, (first,)), tolerance_m)
    chosen = chosen[~_are(facts, {"admin2"})[chosen]]
    third = _lower_level("admin3", facts, points, (chosen, (first, second)), tolerance_m)
    return Assigned(
        country=_countries(facts, first), first_level=first, second_level=second, third_level=third, by_point=by_point
    )


def _are(facts: PlaceFacts, features: set[str]) -> npt.NDArray[np.bool_]:
    return np.array([feature in features for feature in facts.feature], dtype=bool)


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


def _lower_level(
    level: str, facts: PlaceFacts, points: Points, at: tuple[_Positions, tuple[_Positions, ...]], tolerance_m: float
) -> _Positions:
    """Give the region of a level that each place lies in; `at` says which places, and the regions that hold them."""
    chosen, above = at
    found = np.full(len(facts), NOWHERE)
    layer, rough = region_layer(level), approximate_regions(level)
    may = _Divided(level, above)
    chosen = chosen[may.are_divided(chosen)]
    if not len(chosen) or (level == "admin3" and rough.all()):
        return found
    known = _known_at(level, facts, chosen)
    here = points.take(chosen)
    got = np.full(len(chosen), NOWHERE)
    # An approximate boundary says less of where a place lies than the gazetteer does; of others the place is near.
    sure = np.flatnonzero((known != NOWHERE) & may.agree(chosen, known))
    got[sure] = np.where(rough[known[sure]], known[sure], NOWHERE)
    near = sure[~rough[known[sure]]]
    got[near] = find_nearest(layer, here.take(near), tolerance_m, _only([[one] for one in known[near].tolist()]))
    for search in (find_containing, partial(find_nearest, within_m=tolerance_m)):
        open_ = np.flatnonzero(got == NOWHERE)
        # Cells stay within their department, so that a point offshore or beside a simplified border has a nearest one.
        got[open_] = search(layer, here.take(open_), allowed=may.of(chosen[open_], skip=rough & (level == "admin3")))
    found[chosen] = got
    return found


def _known_at(level: str, facts: PlaceFacts, chosen: _Positions) -> _Positions:
    found = [
        facts.known[place].second_level if level == "admin2" else facts.known[place].third_level
        for place in chosen.tolist()
    ]
    return np.array([NOWHERE if one is None else one for one in found], dtype=np.intp)


class _Divided:
    """Which regions of a level may hold a place: those of a region that holds it, as far as that is known of both.

    Parameters
    ----------
    level
        The level.
    above
        For each level above, the largest first, the position of the region that each place lies in.
    """

    __slots__ = ("_chain", "_parents")

    def __init__(self, level: str, above: tuple[_Positions, ...]) -> None:
        codes = {"": 0}
        self._parents = _encode(region_layer(level).table["parent_id"], codes)
        first = region_layer("admin1").table
        # A row a level, from the country down; nothing (-1) where a place lies in no region of it.
        chain = [_pick(_encode(first["parent_id"], codes), above[0])]
        for name, positions in zip(("admin1", "admin2"), above, strict=False):
            chain.append(_pick(_encode(region_layer(name).table["region_id"], codes), positions))
        self._chain = np.array(chain)

    def are_divided(self, places: _Positions) -> npt.NDArray[np.bool_]:
        """Say for which places there may be a region at all."""
        if (self._parents == 0).any():
            return np.ones(len(places), dtype=bool)
        return np.asarray(np.isin(self._chain[:, places], self._parents).any(axis=0))

    def agree(self, places: _Positions, regions: _Positions) -> npt.NDArray[np.bool_]:
        """Say pair by pair whether a region may hold a place."""
        parents = self._parents[regions]
        return np.asarray((parents == 0) | (self._chain[:, places] == parents).any(axis=0))

    def of(self, places: _Positions, skip: npt.NDArray[np.bool_]) -> Any:  # noqa: ANN401 - as find_nearest describes it
        """Give what tells of pairs of some of the places and regions whether they may match."""

        def allowed(point: _Positions, region: _Positions) -> npt.NDArray[np.bool_]:
            return self.agree(places[point], region) & ~skip[region]

        return allowed


def _encode(texts: Sequence[str], codes: dict[str, int]) -> _Positions:
    """Give texts as numbers, the same for the same text; 0 for an empty one."""
    return np.array([codes.setdefault(text, len(codes)) for text in texts], dtype=np.intp)


def _pick(codes: _Positions, positions: _Positions) -> _Positions:
    return np.where(positions == NOWHERE, NOWHERE, codes[positions])


def _countries(facts: PlaceFacts, first: _Positions) -> list[str]:
    parents = region_layer("admin1").table["parent_id"]
    known = countries()
    return [
        parents[at] if at != NOWHERE else (said if said in known and feature in _AREAS else "")
        for at, said, feature in zip(first.tolist(), facts.country, facts.feature, strict=True)
    ]
