"""The rows of entries: their fields, and the areas that hold them."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES
from geo.gazetteer.holders import find_holding_areas
from geo.gazetteer.identifiers import find_row
from geo.gazetteer.layout import PLACE
from geo.gazetteer.reader import Gazetteer

__all__ = ["make_rows"]

_E5_A_DEGREE = 100_000
_TOWN, _COUNTRY = FEATURES.index("populated place"), FEATURES.index("country")
_IS_ADMIN = np.array([kind in ADMINISTRATIVE for kind in FEATURES])
_IS_PLACED = np.array([kind in ADMINISTRATIVE or kind == "populated place" for kind in FEATURES])
_MOST = 2**32 - 1
_MOST_DIGITS = 10
_DEPTH = 5
# What a place counts of which it is not known how many live there.
_UNCOUNTED = 1
_CODE_LENGTH = 2


def make_rows(base: Gazetteer, entries: Sequence[GazetteerEntry], row_of_id: Mapping[str, int]) -> NDArray[np.void]:
    """Give the rows of entries that a gazetteer does not have, fields of :data:`geo.gazetteer.layout.PLACE`.

    Parameters
    ----------
    base
        The gazetteer that they come after.
    entries
        The entries in the order of their rows.
    row_of_id
        The row of each by its identifier.
    """
    places = np.zeros(len(entries), dtype=PLACE)
    places["lon_e5"] = [round(entry.lonlat.lon * _E5_A_DEGREE) for entry in entries]
    places["lat_e5"] = [round(entry.lonlat.lat * _E5_A_DEGREE) for entry in entries]
    places["feature"] = [FEATURES.index(entry.feature) for entry in entries]
    places["geonames_id"] = [_geonames_id(entry.entry_id) for entry in entries]
    least = np.where(places["feature"] == _TOWN, _UNCOUNTED, 0)
    places["population"] = np.clip([entry.weight for entry in entries], least, _MOST)
    places["country"] = [_country(entry) for entry in entries]
    places["parent"] = [_told_parent(base, entry, row_of_id) for entry in entries]
    _climb_to_areas(base, places)
    _find_parents(base, places)
    _take_countries(base, places)
    return places


def _country(entry: GazetteerEntry) -> bytes:
    return entry.country.upper().encode("ascii", "ignore")[:_CODE_LENGTH]


def _geonames_id(entry_id: str) -> int:
    """Give the number of a GeoNames identifier that the base does not have; 0 for any other."""
    scheme, _, code = entry_id.partition(":")
    is_number = scheme == "geonames" and code.isascii() and code.isdecimal() and len(code) <= _MOST_DIGITS
    number = int(code) if is_number else 0
    return number if number <= _MOST and str(number) == code else 0


def _told_parent(base: Gazetteer, entry: GazetteerEntry, row_of_id: Mapping[str, int]) -> int:
    """Give the row of the area that an entry names; -1 when it names none that is known."""
    told = entry.parent.strip()
    if not told:
        return -1
    row = row_of_id.get(told)
    if row is None:
        scheme, parted, _ = told.partition(":")
        row = find_row(base, told) if parted and scheme else _row_of_iso(base, told.upper())
    return _area_of_name(base, entry) if row is None else row


def _row_of_iso(base: Gazetteer, code: str) -> int | None:
    return base.row_of("iso3166-1" if len(code) == _CODE_LENGTH else "iso3166-2", code)


def _area_of_name(base: Gazetteer, entry: GazetteerEntry) -> int:
    """Give the area of the name that an entry gives for its parent: of several the one whose middle is nearest."""
    rows = np.unique(base.rows(entry.parent)).astype(np.int64)
    rows = rows[_IS_ADMIN[base.feature_code[rows]]]
    if entry.country:
        rows = rows[base.country_code[rows] == _country(entry)]
    if not len(rows):
        return -1
    east = (base.lon_e5[rows] / _E5_A_DEGREE - entry.lonlat.lon + 180.0) % 360.0 - 180.0
    north = base.lat_e5[rows] / _E5_A_DEGREE - entry.lonlat.lat
    return int(rows[np.argmin(np.hypot(east * np.cos(np.radians(entry.lonlat.lat)), north))])


def _find_parents(base: Gazetteer, places: NDArray[np.void]) -> None:
    """Put what names no area into the one around it, and else into the country that it names."""
    placed = _IS_PLACED[places["feature"]]
    lost = np.flatnonzero((places["parent"] < 0) & placed & (places["feature"] != _COUNTRY))
    found = find_holding_areas(
        base.tables, places["lon_e5"][lost], places["lat_e5"][lost], np.asarray(places["country"][lost])
    )
    # An area is not held by one of its own level or below: what the towns in it say of their district is not of use.
    held = places["feature"][lost]
    for _ in range(_DEPTH):
        too_small = (found >= 0) & _IS_ADMIN[held] & (base.feature_code[found] >= held)
        found = np.where(too_small, base.parent[found], found)
    places["parent"][lost] = found
    for code in np.unique(places["country"][places["parent"] < 0]).tolist():
        row = base.row_of("iso3166-1", code.decode("ascii"))
        orphans = (places["parent"] < 0) & (places["country"] == code) & (places["feature"] != _COUNTRY)
        places["parent"][orphans] = -1 if row is None else row


def _climb_to_areas(base: Gazetteer, places: NDArray[np.void]) -> None:
    """Let every parent be an administrative area, and no entry be above itself."""
    first = len(base)
    parents = np.asarray(places["parent"])
    features = places["feature"]

    def is_area(row: int) -> bool:
        return bool(_IS_ADMIN[features[row - first] if row >= first else base.feature_code[row]])

    def climb(row: int) -> int:
        return int(parents[row - first] if row >= first else base.parent[row])

    for at in np.flatnonzero(parents >= 0).tolist():
        row, steps = int(parents[at]), 0
        while row >= 0 and steps < _DEPTH and not is_area(row):
            row, steps = climb(row), steps + 1
        chain = row
        for _ in range(_DEPTH - 1):
            chain = climb(chain) if chain >= 0 and chain != first + at else chain
        ends = chain < 0 or (chain < first and base.parent[chain] < 0)
        places["parent"][at] = row if ends and row != first + at and steps < _DEPTH else -1


def _take_countries(base: Gazetteer, places: NDArray[np.void]) -> None:
    """Give places and areas without a country that of the area that holds them."""
    above = np.asarray(places["parent"]).copy()
    for _ in range(_DEPTH):
        own = above >= len(base)
        above[own] = places["parent"][above[own] - len(base)]
    placed = _IS_PLACED[places["feature"]]
    missing = np.flatnonzero((places["country"] == b"") & (above >= 0) & placed)
    places["country"][missing] = base.country_code[above[missing]]
