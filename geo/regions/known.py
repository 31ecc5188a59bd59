"""What the gazetteer knows of where a place lies, in the terms of the region sets."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.sets import approximate_regions, region_layer, region_position

__all__ = [
    "Known",
    "KnownPlaces",
    "first_level_by_geonames",
    "second_level_by_geonames",
    "third_level_by_geonames",
]

# How the ids of Peru's provinces and districts begin, and the scheme of areas that only boundaries know.
_INEI_PREFIX, _OWN_SCHEME = "PE-", "boundary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The regions that the gazetteer puts a place in.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2 code; empty when not known.
    first_level
        Positions in the layer ``admin1`` of the smallest region it names, several where that lies on many islands.
        Empty when not known, or when what the gazetteer names is larger.
    is_first_level
        Whether the place is itself the region (or the regions) of ``first_level``.
    parts
        Positions in the layer ``admin1`` of the regions that the place is made of, when it is larger than the layer's
        first level, as England is. Empty otherwise.
    second_level
        The position in the layer ``admin2``; None when not known.
    third_level
        The position in the layer ``admin3``; None when not known, or when its boundary is only approximate.
    district
        Peru's district by its INEI code; empty when not known.
    unit
        The row of the smallest administrative area that holds it, or of itself when it is one; -1 when not known.
    """

    country: str = ""
    first_level: tuple[int, ...] = ()
    is_first_level: bool = False
    parts: tuple[int, ...] = ()
    second_level: int | None = None
    third_level: int | None = None
    district: str = ""
    unit: int = -1


def first_level_by_geonames() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Give the first-level regions that are a GeoNames unit, and those that are parts of one, by its GeoNames id."""
    return _first_level(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _first_level(holdings: Holdings) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    del holdings  # what the layer comes from: it keeps one table for each
    table = region_layer("admin1").table
    return _positions(table["geonames_id"]), _positions(table["part_of"])


def second_level_by_geonames() -> dict[str, int]:
    """Give the positions of the second-level regions by GeoNames id."""
    return _second_level(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _second_level(holdings: Holdings) -> dict[str, int]:
    del holdings  # as above
    return {one: found[0] for one, found in _positions(region_layer("admin2").table["geonames_id"]).items()}


def _positions(geonames_ids: list[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for position, geonames_id in enumerate(geonames_ids):
        if geonames_id:
            found[geonames_id].append(position)
    return {geonames_id: tuple(positions) for geonames_id, positions in found.items()}


def third_level_by_geonames() -> dict[str, int]:
    """Give the positions of the third-level regions by GeoNames id, of those whose boundary is not approximate."""
    return _third_level(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _third_level(holdings: Holdings) -> dict[str, int]:
    del holdings  # as above
    rough = approximate_regions("admin3")
    found = _positions(region_layer("admin3").table["geonames_id"])
    return {one: positions[0] for one, positions in found.items() if not rough[positions[0]]}


class KnownPlaces:
    """Looks up what the gazetteer knows, each administrative unit once.

    Parameters
    ----------
    gazetteer
        The gazetteer whose ids the places bear.
    """

    __slots__ = ("_gazetteer", "_of_unit", "_row_of_id")

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of_unit: dict[int, Known] = {-1: Known()}
        self._row_of_id: dict[str, int | None] = {}

    def of_id(self, place_id: str) -> Known:
        """Give what is known of a place by its identifier, such as ``"geonames:3933874"``; nothing of one not known."""
        if place_id not in self._row_of_id:
            self._row_of_id[place_id] = self._find(place_id)
        row = self._row_of_id[place_id]
        return Known() if row is None else self.of_row(row)

    def of_row(self, row: int) -> Known:
        """Give what is known of a place by its row in the gazetteer."""
        # All populated places of a unit share what is known of the unit.
        unit = row if self._gazetteer.feature(row) in ADMINISTRATIVE else int(self._gazetteer.parent[row])
        if unit not in self._of_unit:
            self._of_unit[unit] = self._know(unit)
        return self._of_unit[unit]

    def _find(self, place_id: str) -> int | None:
        scheme, _, code = place_id.partition(":")
        if scheme == "geonames":
            return self._gazetteer.row_of_geonames_id(int(code)) if code.isdecimal() else None
        return self._gazetteer.row_of(scheme, code) if code else None

    def _know(self, unit: int) -> Known:
        chain = self._gazetteer.admin_rows(unit)[::-1]
        ids = [str(self._gazetteer.geonames_id(row)) for row in chain]
        own, parts = first_level_by_geonames()
        second = second_level_by_geonames()
        in_district = self._gazetteer.feature(unit) == "admin3"
        return Known(
            country=self._gazetteer.country(unit),
            first_level=next((own[one] for one in ids if one in own), ()),
            is_first_level=ids[0] in own,
            parts=() if ids[0] in own else parts.get(ids[0], ()),
            second_level=next((second[one] for one in ids if one in second), self._position("admin2", chain)),
            third_level=self._position("admin3", chain),
            district=(self._gazetteer.code_of("inei", unit) or "") if in_district else "",
            unit=unit,
        )

    def _position(self, level: str, chain: tuple[int, ...]) -> int | None:
        """Give the position of the smallest area of a level that holds a place, where its boundary is no guess."""
        rough = approximate_regions(level)
        third = third_level_by_geonames() if level == "admin3" else {}
        for row in chain:
            found = third.get(str(self._gazetteer.geonames_id(row)))
            if found is None and self._gazetteer.feature(row) == level:
                found = region_position(level, self._region_id(row))
            if found is not None and not rough[found]:
                return found
        return None

    def _region_id(self, row: int) -> str:
        """Give the region id of a unit that GeoNames has no number for, as boundaries have it."""
        scheme, _, code = self._gazetteer.place_id(row).partition(":")
        return f"{_INEI_PREFIX}{code}" if scheme == "inei" else code if scheme == _OWN_SCHEME else ""
