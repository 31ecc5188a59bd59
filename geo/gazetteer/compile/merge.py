"""The places of dumps and of the bundle as rows of one gazetteer: their order, what holds them, their codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geo.gazetteer.compile.base import Base
from geo.gazetteer.compile.places import DumpPlaces
from geo.gazetteer.layout import GEONAMES_ID_SCHEME, MINOR_RANK, PLACE, ROW_MASK
from geo.gazetteer.names import fold

__all__ = ["MergedPlaces", "merge_places"]

_COUNTRY, _ADMIN1, _ADMIN2, _ADMIN3, _TOWN = range(5)
# The order of the rows: what is well known first, areas before places.
_BY_KIND, _MINOR, _TOWNS, _POSTAL, _MINOR_TOWNS = _ADMIN3 + 1, 5, 6, 7, 8
# Where the codes of GeoNames' third level are those of the country itself.
_OFFICIAL_CODES = {"PE": "inei"}
_LEVELS = 3
# A GeoNames id and the number of the bundle's rows lie below.
_GROUP_SHIFT = 33

Rows = NDArray[np.int32]


@dataclass(slots=True, kw_only=True)
class MergedPlaces:
    """The rows of the new gazetteer.

    Parameters
    ----------
    places
        As ``places.npy`` holds them.
    names
        What each row is called.
    of_base, of_dump
        The row of each row of the bundle and of each place of the dumps.
    known
        The row of the bundle that each place of the dumps is; -1 for none.
    codes
        The row of each ``scheme:code``.
    """

    places: NDArray[np.void]
    names: pa.ChunkedArray
    of_base: Rows
    of_dump: Rows
    known: Rows
    codes: dict[str, int]


def merge_places(base: Base, dump: DumpPlaces, areas_by_code: Mapping[str, int]) -> MergedPlaces:
    """Put the places of dumps and the bundle in one order, and hang each from the area that holds it.

    Parameters
    ----------
    base
        The bundle.
    dump
        The places of the dumps.
    areas_by_code
        GeoNames ids of areas by code, beside those that the places tell.
    """
    areas = _Areas(base, dump, areas_by_code)
    known = areas.known
    fresh = known < 0
    of_base, of_dump = _order(base, dump, known)
    places = np.zeros(len(base) + int(fresh.sum()), dtype=PLACE)
    if len(places) > ROW_MASK:
        message = f"a gazetteer holds at most {ROW_MASK} places, and these are {len(places)}"
        raise ValueError(message)
    _put_base(places, base, of_base)
    _put_dump(places, dump, of_dump, known)
    parents = areas.parents(of_base, of_dump)
    rows = of_dump[fresh]
    places["parent"][rows] = parents[fresh]
    _hang_lower(places, of_dump[~fresh], parents[~fresh])
    return MergedPlaces(
        places=places,
        names=_names(base, dump, of_base, of_dump),
        of_base=of_base,
        of_dump=of_dump,
        known=known,
        codes=areas.codes(of_base, of_dump),
    )


def _order(base: Base, dump: DumpPlaces, known: Rows) -> tuple[Rows, Rows]:
    """Give the new row of each row of the bundle and of each place of the dumps."""
    old = base.places
    feature = old["feature"].astype(np.int64)
    group = np.minimum(feature, _BY_KIND)
    group[feature == _TOWN] = _TOWNS
    group[(feature == _TOWN) & (old["geonames_id"] == 0)] = _POSTAL
    minor = old["rank"] == MINOR_RANK
    group[minor] = np.where(feature[minor] == _TOWN, _MINOR_TOWNS, _MINOR)
    # Within a group: by GeoNames id where the group is, else as the bundle has them and then by id.
    by_id = np.isin(group, (_TOWNS, _MINOR, _MINOR_TOWNS))
    place = np.where(by_id, old["geonames_id"].astype(np.int64), np.arange(len(old)) - len(old))
    fresh = np.flatnonzero(known < 0)
    key = np.empty(len(old) + len(fresh), dtype=np.int64)
    key[: len(old)] = group << _GROUP_SHIFT | place + len(old)
    key[len(old) :] = _fresh_groups(dump, fresh) << _GROUP_SHIFT | dump.geonames_id[fresh] + np.int64(len(old))
    order = np.argsort(key, kind="stable")
    del key
    rows = np.empty(len(order), dtype=np.int32)
    rows[order] = np.arange(len(order), dtype=np.int32)
    of_dump = np.empty(len(dump), dtype=np.int32)
    of_dump[fresh] = rows[len(old) :]
    of_base = rows[: len(old)].copy()
    of_dump[known >= 0] = of_base[known[known >= 0]]
    return of_base, of_dump


def _fresh_groups(dump: DumpPlaces, fresh: NDArray[np.int64]) -> NDArray[np.int64]:
    kind, is_minor = dump.feature[fresh].astype(np.int64), dump.minor[fresh]
    group = np.where(kind == _TOWN, _TOWNS, np.minimum(kind, _BY_KIND))
    group[is_minor] = np.where(kind[is_minor] == _TOWN, _MINOR_TOWNS, _MINOR)
    return group


def _put_base(places: NDArray[np.void], base: Base, of_base: Rows) -> None:
    for name in PLACE.names or ():
        places[name][of_base] = base.places[name]
    parents = base.places["parent"]
    places["parent"][of_base] = np.where(parents >= 0, of_base[parents], -1)


def _put_dump(places: NDArray[np.void], dump: DumpPlaces, of_dump: Rows, known: Rows) -> None:
    """Put what dumps know: all of a new place, of one in the bundle its point and people.

    Of countries and first-level regions the bundle knows points inside, and of areas the people of their towns.
    """
    fresh = known < 0
    rows = of_dump[fresh]
    for name in ("geonames_id", "lon_e5", "lat_e5", "population", "country", "feature"):
        places[name][rows] = getattr(dump, name)[fresh]
    places["rank"][rows] = np.where(dump.minor[fresh], MINOR_RANK, dump.rank[fresh])
    kinds = places["feature"][of_dump]
    moved = ~fresh & np.isin(kinds, (_ADMIN2, _ADMIN3, _TOWN))
    for name in ("lon_e5", "lat_e5"):
        places[name][of_dump[moved]] = getattr(dump, name)[moved]
    counted = ~fresh & (dump.population > 0) & ((kinds == _TOWN) | (places["population"][of_dump] == 0))
    places["population"][of_dump[counted]] = dump.population[counted]


def _hang_lower(places: NDArray[np.void], rows: Rows, parents: Rows) -> None:
    """Hang towns of the bundle from a smaller area where the dump knows one inside what holds them."""
    towns = (places["feature"][rows] == _TOWN) & (parents >= 0)
    rows, parents = rows[towns], parents[towns]
    held = places["parent"][rows]
    above, inside = parents, np.zeros(len(rows), dtype=bool)
    for _ in range(_LEVELS):
        above = np.where(above >= 0, places["parent"][above], -1)
        inside |= (above == held) & (held >= 0)
    places["parent"][rows[inside]] = parents[inside]


def _names(base: Base, dump: DumpPlaces, of_base: Rows, of_dump: Rows) -> pa.ChunkedArray:
    """Give the names in the order of the rows; where both know a town, that of the dump."""
    count = int(max(of_base.max(initial=-1), of_dump.max(initial=-1))) + 1
    source = np.empty(count, dtype=np.int32)
    source[of_base] = np.arange(len(base))
    shown = (of_dump >= 0) & ~np.isin(of_dump, of_base[base.places["feature"] != _TOWN])
    source[of_dump[shown]] = np.flatnonzero(shown) + len(base)
    both = pa.chunked_array([*base.names.chunks, *dump.names.chunks], pa.string())
    return both.take(pa.array(source))


class _Areas:
    """The areas that GeoNames' codes stand for, and what each place of the dumps is to the bundle."""

    def __init__(self, base: Base, dump: DumpPlaces, areas_by_code: Mapping[str, int]) -> None:
        self._base, self._dump = base, dump
        self.known: Rows = base.rows_of_ids(dump.geonames_id)
        self._by_code: dict[str, tuple[bool, int]] = {}
        for code, row in base.codes.items():
            scheme, _, own = code.partition(":")
            if scheme == "geonames":
                self._by_code[own] = (True, row)
            elif scheme == "iso3166-1":
                self._by_code.setdefault(own, (True, row))
        self._new_codes: dict[str, int] = {}
        self._merged: dict[int, int] = {}
        for level in range(1, _LEVELS + 1):
            self._enter(level)
        self._enter_listed(areas_by_code)

    def _enter_listed(self, areas_by_code: Mapping[str, int]) -> None:
        """Enter the areas that are listed under a code that no place has as its own."""
        missing = {code: number for code, number in areas_by_code.items() if code not in self._by_code}
        numbers = np.array(list(missing.values()), dtype="<u4")
        ids = self._dump.geonames_id
        at = np.minimum(np.searchsorted(ids, numbers), max(len(ids) - 1, 0))
        for code, number, index in zip(missing, numbers.tolist(), at.tolist(), strict=True):
            if len(ids) and ids[index] == number:
                row = int(self.known[index])
                self._by_code[code] = (True, row) if row >= 0 else (False, index)
                self._new_codes[f"geonames:{code}"] = index

    def _enter(self, level: int) -> None:
        """Enter the areas of a level by their codes; one that the bundle has under another number is the same row."""
        dump = self._dump
        for index in np.flatnonzero(dump.level == level).tolist():
            parts = dump.areas[dump.area[index]].split(".")[: level + 1]
            if not all(parts) or len(parts) <= level:
                continue
            code = ".".join(parts)
            if self.known[index] < 0:
                self.known[index] = self._same_in_base(index, parts)
            row = int(self.known[index])
            if code not in self._by_code:
                self._by_code[code] = (True, row) if row >= 0 else (False, index)
                self._new_codes[f"geonames:{code}"] = index
                if level == _LEVELS and parts[0] in _OFFICIAL_CODES:
                    self._new_codes[f"{_OFFICIAL_CODES[parts[0]]}:{parts[-1]}"] = index

    def _same_in_base(self, index: int, parts: list[str]) -> int:
        """Give the bundle's row of an area that it has without a number, by its official code or its name; else -1."""
        number = int(self._dump.geonames_id[index])
        scheme = _OFFICIAL_CODES.get(parts[0], "")
        row = self._base.codes.get(f"{scheme}:{parts[-1]}", -1)
        if row < 0:
            above = self._by_code.get(".".join(parts[:-1]))
            name = fold(self._dump.names[index].as_py())
            row = self._base.row_in(above[1], name) if above is not None and above[0] else -1
        if row < 0 or self._base.places["geonames_id"][row] or row in self._merged:
            return -1
        self._merged[row] = number
        return row

    def _holders(self) -> NDArray[np.int64]:
        """Give for each area code the place that each of its levels is, shape (areas, 4): coded rows, -1 for none."""
        found = np.full((len(self._dump.areas), _LEVELS + 1), -1, dtype=np.int64)
        for at, key in enumerate(self._dump.areas):
            parts = key.split(".")
            for level, code in enumerate(_codes(parts)):
                there = self._by_code.get(code)
                value = -1 if there is None else there[1] * 2 + there[0]
                found[at, level:] = np.where(value >= 0, value, found[at, level])
        return found

    def parents(self, of_base: Rows, of_dump: Rows) -> Rows:
        """Give the row of the smallest area that holds each place of the dumps; -1 for none."""
        coded = self._holders()
        rows = np.where(coded & 1, of_base[np.maximum(coded >> 1, 0) % max(len(of_base), 1)], 0)
        from_dump = (coded & 1) == 0
        rows = np.where(from_dump, of_dump[np.maximum(coded >> 1, 0) % max(len(of_dump), 1)], rows)
        rows = np.where(coded < 0, -1, rows)
        limit = np.where(self._dump.level > 0, self._dump.level - np.uint8(1), np.uint8(_LEVELS))
        parents = rows.astype(np.int32)[self._dump.area, limit]
        # An area whose codes name itself.
        parents[parents == of_dump] = -1
        return parents

    def codes(self, of_base: Rows, of_dump: Rows) -> dict[str, int]:
        """Give the row of every code."""
        found = {code: int(of_dump[index]) for code, index in self._new_codes.items()}
        found |= {f"{GEONAMES_ID_SCHEME}:{number}": int(of_base[row]) for row, number in self._merged.items()}
        return found | {code: int(of_base[row]) for code, row in self._base.codes.items()}


def _codes(parts: list[str]) -> Iterator[str]:
    """Give the codes of country, first, second and third level, as far as they are told."""
    for level in range(1, len(parts) + 1):
        if not all(parts[:level]):
            return
        yield ".".join(parts[:level])
