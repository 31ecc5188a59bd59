"""The places of dumps, in arrays: one row a place, the newest where two dumps hold it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.gazetteer.compile.kinds import LEVELS, NO_MORE, SEATS, SECTIONS, kind_of
from geo.gazetteer.compile.lines import blame, read_blocks
from geo.gazetteer.features import FEATURES

__all__ = ["COLUMNS", "DumpPlaces", "read_places"]

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
    "country", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem", "timezone", "modified",
)  # fmt: skip
"""The columns of a dump."""

_CODE_TYPE = pa.dictionary(pa.int32(), pa.string())
_TYPES = {
    "geonameid": pa.uint32(),
    "name": pa.string(),
    "asciiname": pa.string(),
    "latitude": pa.float64(),
    "longitude": pa.float64(),
    "feature_class": pa.string(),
    "feature_code": pa.string(),
    "country": pa.string(),
    "admin1": pa.string(),
    "admin2": pa.string(),
    "admin3": pa.string(),
    "population": pa.int64(),
    "modified": pa.string(),
}
_READ = {name: _TYPES.get(name) for name in COLUMNS}
_TOWN = FEATURES.index("populated place")
_LEVELS = 3
_E5_A_DEGREE = 100_000
_MOST_PEOPLE = 2**32 - 1
_LARGEST_ID = 2**32 - 1
_DATE = "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?$"
_NO_LETTERS = r"^[\x00-\x7f]*$"


@dataclass(slots=True, kw_only=True)
class DumpPlaces:
    """Places of dumps in the order of their GeoNames ids, each once.

    Parameters
    ----------
    geonames_id, lon_e5, lat_e5, population, country, feature
        As ``places.npy`` holds them.
    rank
        1 a capital, 2 the seat of a first-level region, else 0.
    level
        1 to 3 for areas that other places name as what holds them, else 0.
    minor
        Whether it is known to look-ups alone.
    area
        For each place an index in ``areas``.
    areas
        Country and codes of the areas that hold places: ``"PE.19.1903.190307"``.
    names, ascii_names
        The names, and those in ASCII where the name is not; else empty.
    version
        The newest modification date.
    skipped
        Lines left out, by the reason.
    """

    geonames_id: NDArray[np.uint32]
    lon_e5: NDArray[np.int32]
    lat_e5: NDArray[np.int32]
    population: NDArray[np.uint32]
    country: NDArray[np.bytes_]
    feature: NDArray[np.uint8]
    rank: NDArray[np.uint8]
    level: NDArray[np.uint8]
    minor: NDArray[np.bool_]
    area: NDArray[np.int32]
    areas: list[str]
    names: pa.ChunkedArray
    ascii_names: pa.ChunkedArray
    version: str = ""
    skipped: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self.geonames_id)

    def forget_facts(self) -> None:
        """Let go of all but ids and names, when the rows have the rest."""
        for name in ("lon_e5", "lat_e5", "population", "country", "feature", "rank", "level", "minor", "area"):
            setattr(self, name, getattr(self, name)[:0].copy())


_ARRAYS = {
    "geonames_id": "<u4", "lon_e5": "<i4", "lat_e5": "<i4", "population": "<u4", "country": "S2", "feature": "u1",
    "rank": "u1", "level": "u1", "minor": "?", "area": "<i4", "modified": "<u4",
}  # fmt: skip


class _Reader:
    """Gathers the arrays of many blocks."""

    def __init__(self) -> None:
        self.arrays: dict[str, list[NDArray[Any]]] = {name: [] for name in _ARRAYS}
        self.names: list[pa.Array] = []
        self.ascii_names: list[pa.Array] = []
        self.areas: dict[str, int] = {}
        self.skipped: Counter[str] = Counter()

    def add(self, path: Path, block: pa.RecordBatch) -> None:
        """Add the places of a block."""
        if not _in_range(block):
            raise blame(path, len(COLUMNS), _fault)
        kinds, facts = _kinds(block)
        named = pc.not_equal(block["name"], "").to_numpy(zero_copy_only=False)
        kept = named & (kinds >= 0)
        self.skipped["without a name"] += int((~named).sum())
        self.skipped["an area that is no more"] += int((named & (kinds == _GONE)).sum())
        self.skipped["of no known feature class"] += int((named & (kinds == _UNKNOWN)).sum())
        if not kept.all():
            mask = pa.array(kept)
            block, kinds, facts = block.filter(mask), kinds[kept], facts[:, kept]
        people = _numbers(block["population"]).clip(0, _MOST_PEOPLE)
        rank, level, section = facts
        towns = kinds == _TOWN
        visible = (towns & (section == 0) & ((people > 0) | (rank < _NO_SEAT))) | (level > 0)
        found = {
            "geonames_id": _numbers(block["geonameid"]),
            "lon_e5": np.rint(_numbers(block["longitude"]) * _E5_A_DEGREE),
            "lat_e5": np.rint(_numbers(block["latitude"]) * _E5_A_DEGREE),
            "population": people,
            "country": _country(block["country"]),
            "feature": kinds,
            "rank": np.where(rank < _NO_SEAT, rank, 0),
            "level": level,
            "minor": ~visible,
            "area": self._number_areas(block),
            "modified": _days(block["modified"]),
        }
        for name, values in found.items():
            self.arrays[name].append(values.astype(_ARRAYS[name]))
        self.names.append(block["name"])
        plain = pc.match_substring_regex(block["name"], _NO_LETTERS)
        self.ascii_names.append(pc.if_else(plain, "", block["asciiname"]))

    def _number_areas(self, block: pa.RecordBatch) -> NDArray[np.int32]:
        codes = [block[name] for name in ("country", "admin1", "admin2", "admin3")]
        keys = pc.binary_join_element_wise(*codes, ".").dictionary_encode()
        numbers = [self.areas.setdefault(key, len(self.areas)) for key in keys.dictionary.to_pylist()]
        return np.asarray(np.array(numbers, dtype=np.int32)[keys.indices.to_numpy()])


_GONE, _UNKNOWN, _NO_SEAT = -2, -1, 9


def _kinds(block: pa.RecordBatch) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the kind of each place, below 0 for what is left out; its rank as a seat, its level, if it is a section."""
    keys = pc.binary_join_element_wise(block["feature_class"], block["feature_code"], ".").dictionary_encode()
    kinds, facts = [], []
    for key in keys.dictionary.to_pylist():
        feature_class, _, code = key.partition(".")
        kind = kind_of(feature_class, code)
        kinds.append(kind if kind is not None else _GONE if code in NO_MORE else _UNKNOWN)
        facts.append((SEATS.get(code, _NO_SEAT), LEVELS.get(code, 0), int(code in SECTIONS)))
    indices = keys.indices.to_numpy()
    table = np.array(facts, dtype=np.int64).reshape(-1, _LEVELS).T
    return np.array(kinds, dtype=np.int64)[indices], table[:, indices]


def _numbers(column: pa.Array) -> NDArray[Any]:
    return np.asarray(column.fill_null(0).to_numpy(zero_copy_only=False))


def _country(column: pa.Array) -> NDArray[np.bytes_]:
    known = column.dictionary_encode()
    codes = [code if len(code) == 2 and code.isascii() else "" for code in known.dictionary.to_pylist()]  # noqa: PLR2004
    return np.asarray(np.array([code.encode() for code in codes], dtype="S2")[known.indices.to_numpy()])


def _days(column: pa.Array) -> NDArray[np.int64]:
    """Give each date as the number that its digits are."""
    known = column.dictionary_encode()
    days = [int(date.replace("-", "") or 0) for date in known.dictionary.to_pylist()]
    return np.asarray(np.array(days, dtype=np.int64)[known.indices.to_numpy()])


def _in_range(block: pa.RecordBatch) -> bool:
    lon, lat, number = block["longitude"], block["latitude"], block["geonameid"]
    if lon.null_count or lat.null_count or number.null_count:
        return False
    inside = (np.abs(lon.to_numpy()) <= 180) & (np.abs(lat.to_numpy()) <= 90) & (number.to_numpy() > 0)  # noqa: PLR2004
    return bool(inside.all()) and bool(pc.all(pc.match_substring_regex(block["modified"], _DATE), min_count=0).as_py())


def _fault(fields: list[str]) -> str:
    """Say what is wrong with a line of 19 columns."""
    line = dict(zip(COLUMNS, fields, strict=True))
    if not _is_number(line["geonameid"], least=1, most=_LARGEST_ID):
        return f"geonameid {line['geonameid'][:40]!r} is no number of a place"
    for name, limit in (("latitude", 90), ("longitude", 180)):
        if not _is_degrees(line[name], limit):
            return f"{name} {line[name][:40]!r} is not within {limit} degrees"
    if line["population"] and not _is_number(line["population"], least=-(2**63), most=2**63 - 1):
        return f"population {line['population'][:40]!r} is no number"
    if not re.fullmatch(_DATE, line["modified"]):
        return f"modification date {line['modified'][:40]!r} is no date"
    return ""


def _is_number(words: str, *, least: int, most: int) -> bool:
    return bool(re.fullmatch("-?[0-9]{1,20}", words)) and least <= int(words) <= most


def _is_degrees(words: str, limit: int) -> bool:
    try:
        return words.isascii() and abs(float(words)) <= limit
    except ValueError:
        return False


def read_places(paths: Sequence[Path], *, progress: Callable[[int], None]) -> DumpPlaces:
    """Read the places of dumps.

    Parameters
    ----------
    paths
        Files of places; where two hold a place, that of the newer modification date counts, then the later file.
    progress
        Told how many bytes more were read.

    Raises
    ------
    BrokenPackError
        When a line is not what it should be; it names file and line.
    """
    reader = _Reader()
    for path in paths:
        for block in read_blocks(path, _READ, fault=_fault, progress=progress):
            reader.add(path, block)
    return _sort(reader)


def _sort(reader: _Reader) -> DumpPlaces:
    arrays: dict[str, NDArray[Any]] = {}
    for name, dtype in _ARRAYS.items():
        arrays[name] = np.concatenate([np.empty(0, dtype=dtype), *reader.arrays.pop(name)])
    names = pa.chunked_array(reader.names, pa.string())
    ascii_names = pa.chunked_array(reader.ascii_names, pa.string())
    reader.names, reader.ascii_names = [], []
    modified = arrays.pop("modified")
    version = f"{int(modified.max()):08}" if len(modified) and modified.max() else ""
    ids = arrays["geonames_id"]
    order = np.lexsort((modified, ids))
    last = np.append(ids[order][1:] != ids[order][:-1], [True])[: len(ids)]
    reader.skipped["a place that stands twice"] += int((~last).sum())
    order = order[last].astype(np.uint32)
    del modified
    for name in arrays:
        arrays[name] = arrays[name][order]
    if not np.array_equal(order, np.arange(len(order))):
        names, ascii_names = names.take(pa.array(order)), ascii_names.take(pa.array(order))
    return DumpPlaces(
        **arrays,
        areas=list(reader.areas),
        names=names,
        ascii_names=ascii_names,
        version=f"{version[:4]}-{version[4:6]}-{version[6:]}" if version else "",
        skipped=+reader.skipped,
    )
