"""The parts that a gazetteer is made of: its rows, the names they show, what each name may mean, and codes."""

import mmap
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.codes import CodeIndex
from geo.gazetteer.features import FEATURES
from geo.gazetteer.layout import FILES, ID_ROWS, MINOR_RANK, PLACE
from geo.gazetteer.name_index import NameIndex

__all__ = ["Added", "CodeLookup", "NameLookup", "ShownNames", "Tables", "open_tables"]

_POPULATED_PLACE = FEATURES.index("populated place")


class ShownNames(Protocol):
    """The name that maps and tables show for each row."""

    def name(self, row: int) -> str:
        """Give the name of a row."""
        ...


class NameLookup(Protocol):
    """What every folded name may mean."""

    def __contains__(self, folded: object) -> bool:
        """Say whether a folded name is known."""
        ...

    def postings(self, folded: str) -> NDArray[np.uint32]:
        """Give the postings of a folded name, shape (places,); empty when it is not known."""
        ...

    def prefixes(self, folded: str) -> list[str]:
        """Give every known name that a folded text starts with, shortest first."""
        ...


class CodeLookup(Protocol):
    """The codes of places in every scheme."""

    def row_of(self, scheme: str, code: str) -> int | None:
        """Give the row of a code; None when no place has it."""
        ...

    def codes_in(self, scheme: str) -> dict[str, int]:
        """Give every code of a scheme with its row."""
        ...

    def codes_of(self, row: int) -> dict[str, str]:
        """Give the codes of a row by scheme."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Added:
    """What is known of the rows that come from entries, see :mod:`geo.gazetteer.extended`, and of no other.

    Parameters
    ----------
    first
        The first row of an entry.
    ids, sources
        The identifier of each and the name of its source, in the order of the rows.
    winning
        For each folded name that entries win, the rows that it means before any other, and the source of each name.
    """

    first: int
    ids: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    winning: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """The parts of one gazetteer.

    Parameters
    ----------
    places
        Shape (rows,), fields of :data:`geo.gazetteer.layout.PLACE`.
    names, index, codes
        The names that are shown, what each name may mean, and the codes.
    populated
        The rows of populated places.
    added
        What comes from entries.
    minor
        The rows of minor places: those that are no populated places, and those that are.
    id_rows
        The rows that have a GeoNames id, in its order; None when that has to be found out.
    """

    places: NDArray[np.void]
    names: ShownNames
    index: NameLookup
    codes: CodeLookup
    populated: range
    added: Added
    minor: tuple[range, ...] = ()
    id_rows: NDArray[np.uint32] | None = None


class _NamesOnDisk:
    """The names that are shown, one after the other in a file that is mapped into memory."""

    __slots__ = ("_names", "_starts")

    def __init__(self, path: Path, starts: NDArray[np.uint32]) -> None:
        with path.open("rb") as stream:
            self._names = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self._starts = starts
        if self._names[-1:] != b"\n" or len(self._names) <= int(starts[-1]):
            message = "place_names.bin is not of the same build as places.npy"
            raise ValueError(message)

    def name(self, row: int) -> str:
        """Give the name of a row."""
        start = int(self._starts[row])
        following = row + 1
        end = int(self._starts[following]) if following < len(self._starts) else len(self._names) - 1
        return self._names[start:end].decode("utf-8")


def open_tables(folder: Path) -> Tables:
    """Map the files of a gazetteer into memory.

    Parameters
    ----------
    folder
        The folder that holds the files of :data:`geo.gazetteer.layout.FILES`.

    Raises
    ------
    OSError, EOFError, ValueError, RuntimeError
        When a file is missing or the files do not fit together.
    """
    shown, names, trie, index, lists, codes, code_rows = (folder / name for name in FILES)
    places = np.asarray(np.load(shown, mmap_mode="r"))
    looked_up, coded = NameIndex(trie, index, lists), CodeIndex(codes, code_rows)
    if places.dtype != PLACE or not len(places):
        message = "places.npy has other columns than this version reads"
        raise ValueError(message)
    features, ranks = places["feature"], places["rank"]
    # They are the last rows.
    first = bisect_left(range(len(places)), x=True, key=lambda row: bool(features[row] == _POPULATED_PLACE))
    bounds = (range(first), range(first, len(places)))
    return Tables(
        places=places,
        names=_NamesOnDisk(names, places["name_start"]),
        index=looked_up,
        codes=coded,
        populated=range(first, len(places)),
        added=Added(first=len(places)),
        minor=tuple(_minor_of(rows, ranks) for rows in bounds),
        id_rows=_open_id_rows(folder / ID_ROWS),
    )


def _minor_of(rows: range, ranks: NDArray[np.uint8]) -> range:
    """Give the last ones of some rows, which are those of minor places."""
    return rows[bisect_left(rows, x=True, key=lambda row: bool(ranks[row] == MINOR_RANK)) :]


def _open_id_rows(path: Path) -> NDArray[np.uint32] | None:
    return np.asarray(np.load(path, mmap_mode="r")) if path.exists() else None
