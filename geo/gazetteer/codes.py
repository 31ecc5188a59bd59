"""Codes to rows and back."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs
import numpy as np

from geo.gazetteer.layout import DEFAULT_SCHEME

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["CodeIndex"]


class CodeIndex:
    """The codes of places in every scheme, mapped into memory.

    Parameters
    ----------
    trie, rows
        ``codes.marisa`` and ``code_rows.npy``, see :mod:`geo.gazetteer.layout`.

    Raises
    ------
    ValueError
        When the two are not of the same build.
    """

    __slots__ = ("_by_row", "_rows", "_trie")

    def __init__(self, trie: Path, rows: Path) -> None:
        self._trie = marisa_trie.Trie().mmap(str(trie))
        self._rows = np.asarray(np.load(rows, mmap_mode="r"))
        self._by_row: NDArray[np.intp] | None = None
        if len(self._trie) != len(self._rows):
            message = "an index has another length than its trie"
            raise ValueError(message)
        if self._rows.dtype != np.uint32:
            message = "an index holds other numbers than this version reads"
            raise ValueError(message)

    def row_of(self, scheme: str, code: str) -> int | None:
        """Give the row of a code; None when no place has it."""
        key = self._trie.get(f"{scheme}:{code}")
        return None if key is None else int(self._rows[key])

    def items(self) -> Iterator[tuple[str, int]]:
        """Give every ``scheme:code`` with its row."""
        for code, key in self._trie.items():
            yield code, int(self._rows[key])

    def codes_in(self, scheme: str) -> dict[str, int]:
        """Give every code of a scheme with its row."""
        skipped = len(scheme) + 1
        return {code[skipped:]: int(self._rows[key]) for code, key in self._trie.items(f"{scheme}:")}

    def codes_of(self, row: int) -> dict[str, str]:
        """Give the codes of a row by scheme; of several codes of one scheme the last."""
        if self._by_row is None:
            # Sorted when it is first asked for: most look-ups go the other way.
            self._by_row = np.argsort(self._rows, kind="stable")
        first, last = np.searchsorted(self._rows, [row, row + 1], sorter=self._by_row)
        keys = self._by_row[first:last]
        pairs = sorted(self._trie.restore_key(int(key)).split(":", 1) for key in keys)
        return {scheme: code for scheme, code in pairs if scheme != DEFAULT_SCHEME}
