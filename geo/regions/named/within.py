"""Which named regions each place lies in.

A region is its members, so what the gazetteer says of a place decides: the smallest area that holds it and is a member
or is left out. Where only a part of what the gazetteer names is in the region, the outline is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import RegionError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.known import KnownPlaces
from geo.regions.locate import NOWHERE, Points
from geo.regions.named.definition import NamedRegion, Tier
from geo.regions.named.in_force import named_regions, tiers_up_to, zone_geometry
from geo.regions.named.members import Unit, find_unit
from geo.regions.named.shapes import region_geometry
from geo.regions.places import PlaceFacts
from geo.regions.sets import countries, region_layer

if TYPE_CHECKING:
    from geo.regions.assign import Assigned

__all__ = ["assign_named_regions", "regions_holding"]

_OUTSIDE, _UNSURE, _INSIDE = range(3)
_States = npt.NDArray[np.int8]


def assign_named_regions(facts: PlaceFacts, points: Points, assigned: "Assigned") -> list[tuple[str, ...]]:
    """Give the ids of the named regions that each place lies in, in the order of the ids.

    Parameters
    ----------
    facts
        What is known of the places.
    points
        Their points, OGC:CRS84.
    assigned
        The administrative regions that they lie in.

    Notes
    -----
    A unit is a member, or lies in one, or it does not; for a point in a unit that only a part of the region's default
    tier lies in, the outline decides. A country, or a region of several parts, lies in a named one when all parts do.
    """
    found: list[list[str]] = [[] for _ in range(len(facts))]
    places = _Places.of(facts, points, assigned)
    for member in _memberships(current_holdings()):
        for place in member.holds(places):
            found[place].append(member.region.region_id)
    for place, region_id in _in_zones(places):
        found[place].append(region_id)
    return [tuple(sorted(ids)) for ids in found]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Places:
    """The places of a frame as memberships ask for them.

    Parameters
    ----------
    facts, points, assigned
        As for :func:`assign_named_regions`.
    chosen
        The places that lie at a point or in one first-level region.
    wholes
        Places of several first-level regions, such as countries, with these.
    """

    facts: PlaceFacts
    points: Points
    assigned: "Assigned"
    chosen: npt.NDArray[np.intp]
    wholes: list[tuple[int, tuple[int, ...]]]

    @classmethod
    def of(cls, facts: PlaceFacts, points: Points, assigned: "Assigned") -> "_Places":
        """Sort places by what says where they lie."""
        wholes = []
        for place in np.flatnonzero(~assigned.by_point).tolist():
            feature, known = facts.feature[place], facts.known[place]
            country = countries().get(facts.country[place]) if feature == "country" else None
            parts = country.parts if country else known.parts if feature == "admin1" else ()
            if parts:
                wholes.append((place, parts))
        return cls(
            facts=facts, points=points, assigned=assigned, chosen=np.flatnonzero(assigned.by_point), wholes=wholes
        )

    def is_point(self, place: int) -> bool:
        """Say whether a place is at its point, and no area round it."""
        return self.facts.feature[place] not in ADMINISTRATIVE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Side:
    """What is in a tier, and what is not.

    Parameters
    ----------
    first
        A state a first-level region, and a last one for places in none.
    second
        A state a second-level region, where the first-level one is only partly in the tier.
    rows
        The rows of the gazetteer that are members or left out, each with its state.
    divided
        The rows that hold some of these.
    """

    first: _States
    second: _States
    rows: dict[int, int]
    divided: frozenset[int]

    def of_unit(self, gazetteer: Gazetteer, unit: int) -> int:
        """Give the state of what lies in an area and in no smaller one."""
        if unit in self.divided:
            return _UNSURE
        chain = gazetteer.admin_rows(unit)[::-1]
        return next((self.rows[row] for row in chain if row in self.rows), _OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Membership:
    """What is in a region: in one of the tiers that its bare name means."""

    region: NamedRegion
    sides: tuple[_Side, ...]
    first: _States

    def holds(self, places: _Places) -> list[int]:
        """Give the places that lie in the region."""
        states = self.first[places.assigned.first_level[places.chosen]]
        inside: list[int] = places.chosen[states == _INSIDE].tolist()
        inside += [place for place, parts in places.wholes if (self.first[list(parts)] == _INSIDE).all()]
        unsure = places.chosen[states == _UNSURE].tolist()
        if unsure:
            decided = self._decide(places, unsure)
            inside += [place for place, state in decided if state == _INSIDE]
            inside += self._drawn(places, [place for place, state in decided if state == _UNSURE])
        return inside

    def _decide(self, places: _Places, unsure: list[int]) -> list[tuple[int, int]]:
        gazetteer = open_gazetteer()
        of_unit: dict[tuple[int, int], int] = {}
        for place in unsure:
            key = (places.facts.known[place].unit, int(places.assigned.second_level[place]))
            if key not in of_unit:
                of_unit[key] = max(_state(side, gazetteer, *key) for side in self.sides)
        keys = [(places.facts.known[place].unit, int(places.assigned.second_level[place])) for place in unsure]
        return [(place, of_unit[key]) for place, key in zip(unsure, keys, strict=True)]

    def _drawn(self, places: _Places, unsure: list[int]) -> list[int]:
        asked = np.array([place for place in unsure if places.is_point(place)], dtype=np.intp)
        if not len(asked):
            return []
        try:
            outline = region_geometry(self.region)
        except RegionError:
            # Boundaries of one's own can stand in place of all its members and be none of them.
            return []
        shapely.prepare(outline)
        here = places.points.take(asked)
        inside: list[int] = asked[shapely.intersects_xy(outline, here.lon, here.lat)].tolist()
        return inside


def _state(side: _Side, gazetteer: Gazetteer, unit: int, second_level: int) -> int:
    state = side.of_unit(gazetteer, unit) if unit >= 0 else _UNSURE
    return int(side.second[second_level]) if state == _UNSURE and second_level != NOWHERE else state


@lru_cache(maxsize=MOST_HELD)
def _memberships(holdings: Holdings) -> tuple[_Membership, ...]:
    del holdings  # what regions, gazetteer and layers come from
    found = []
    for region in named_regions().values():
        if region.zone is None:
            sides = tuple(_side(tier) for tier in tiers_up_to(region))
            first = np.maximum.reduce([side.first for side in sides])
            found.append(_Membership(region=region, sides=sides, first=first))
    return tuple(found)


def regions_holding(country: str) -> frozenset[str]:
    """Give the ids of the named regions that hold the whole of a country.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2 code; one that no country has is held by none.

    Examples
    --------
    >>> "vraem" in regions_holding("PE")
    False
    """
    return _holding(current_holdings(), country)


@lru_cache(maxsize=MOST_HELD * 256)
def _holding(holdings: Holdings, country: str) -> frozenset[str]:
    known = countries().get(country)
    if known is None or not known.parts:
        return frozenset()
    parts = list(known.parts)
    return frozenset(one.region.region_id for one in _memberships(holdings) if (one.first[parts] == _INSIDE).all())


def _side(tier: Tier) -> _Side:
    gazetteer, look_up = open_gazetteer(), KnownPlaces(open_gazetteer())
    first = np.full(len(region_layer("admin1")) + 1, _OUTSIDE, dtype=np.int8)
    members, excluded = ([find_unit(code) for code in codes] for codes in (tier.members, tier.excluded))
    for units, state in ((members, _INSIDE), (excluded, _OUTSIDE)):
        for unit in units:
            if unit.level == "admin1":
                first[list(unit.positions)] = state
    second = _second(first)
    divided: set[int] = set()
    rows: dict[int, int] = {}
    for units, state in ((members, _INSIDE), (excluded, _OUTSIDE)):
        for unit in units:
            if unit.row is not None:
                rows[unit.row] = state
                divided.update(gazetteer.admin_rows(unit.row)[:-1])
            if unit.level != "admin1":
                _put_small(unit, state, (first, second), look_up)
    return _Side(first=first, second=second, rows=rows, divided=frozenset(divided))


def _second(first: _States) -> _States:
    """Give the state of each second-level region while only whole first-level ones are counted."""
    parents = _parents(current_holdings())
    return np.where(parents == NOWHERE, np.int8(_UNSURE), first[parents])


@lru_cache(maxsize=MOST_HELD)
def _parents(holdings: Holdings) -> npt.NDArray[np.intp]:
    """Give the position of the first-level region that each second-level one is in; `NOWHERE` where that is unsure."""
    del holdings  # what the layers come from
    table = region_layer("admin2").table
    position = {region_id: at for at, region_id in enumerate(region_layer("admin1").table["region_id"])}
    # One that the gazetteer does not know could be a member under another code: its outline is asked.
    pairs = zip(table["parent_id"], table["geonames_id"], strict=True)
    return np.array([position.get(parent, NOWHERE) if known else NOWHERE for parent, known in pairs], dtype=np.intp)


def _put_small(unit: Unit, state: int, sides: tuple[_States, _States], look_up: KnownPlaces) -> None:
    """Put a unit below the first level into the states: what holds it is only partly like it."""
    first, second = sides
    above, at_second = _holders(unit, look_up)
    for states, positions in ((first, above), (second, at_second)):
        for at in positions:
            states[at] = state if states[at] == state else _UNSURE
    if unit.level == "admin2":
        second[list(unit.positions)] = state


def _holders(unit: Unit, look_up: KnownPlaces) -> tuple[Sequence[int], Sequence[int]]:
    """Give the first- and second-level regions that a unit below the first level lies in."""
    if unit.row is not None:
        known = look_up.of_row(unit.row)
        country = countries().get(known.country)
        above = known.first_level or known.parts or (country.parts if country else ())
        return above, () if known.second_level is None else (known.second_level,)
    return _holders_by_layer(unit)


def _holders_by_layer(unit: Unit) -> tuple[Sequence[int], Sequence[int]]:
    above = {region_layer(unit.level).table["parent_id"][at] for at in unit.positions}
    second = [at for at, one in enumerate(region_layer("admin2").table["region_id"]) if one in above]
    above |= {region_layer("admin2").table["parent_id"][at] for at in second}
    return [at for at, one in enumerate(region_layer("admin1").table["region_id"]) if one in above], second


def _in_zones(places: _Places) -> Iterable[tuple[int, str]]:
    """Give pairs of places and the zones that their points lie in."""
    ids, tree = _zones(current_holdings())
    asked = np.array([place for place in places.chosen.tolist() if places.is_point(place)], dtype=np.intp)
    if not ids or not len(asked):
        return []
    here = places.points.take(asked)
    which, zone = tree.query(shapely.points(here.lon, here.lat), predicate="intersects")
    return [(int(asked[one]), ids[at]) for one, at in zip(which.tolist(), zone.tolist(), strict=True)]


@lru_cache(maxsize=MOST_HELD)
def _zones(holdings: Holdings) -> tuple[list[str], shapely.STRtree]:
    del holdings  # what the zones come from
    zones = [region for region in named_regions().values() if region.zone is not None]
    return [zone.region_id for zone in zones], shapely.STRtree([zone_geometry(zone) for zone in zones])
