"""Folded names to what they may mean."""

from collections.abc import Iterator
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs
import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.layout import LIST_FLAG

__all__ = ["NameIndex"]

_NOTHING: NDArray[np.uint32] = np.empty(0, dtype="<u4")
_NOTHING.flags.writeable = False


class NameIndex:
    """The postings of every folded name, mapped into memory.

    Parameters
    ----------
    trie, index, lists
        ``names.marisa``, ``name_index.npy`` and ``name_rows.npy``, see :mod:`geo.gazetteer.layout`.

    Raises
    ------
    ValueError
        When the three are not of the same build.
    """

    __slots__ = ("_index", "_index_words", "_list_words", "_lists", "_trie")

    def __init__(self, trie: Path, index: Path, lists: Path) -> None:
        self._trie = marisa_trie.Trie().mmap(str(trie))
        self._index: NDArray[np.uint32] = np.asarray(np.load(index, mmap_mode="r"))
        self._lists: NDArray[np.uint32] = np.asarray(np.load(lists, mmap_mode="r"))
        if len(self._trie) != len(self._index):
            message = "an index has another length than its trie"
            raise ValueError(message)
        if self._index.dtype != np.uint32 or self._lists.dtype != np.uint32:
            message = "an index holds other numbers than this version reads"
            raise ValueError(message)
        # A scalar out of a memoryview takes half the time of one out of an array.
        self._index_words = memoryview(self._index.data)
        self._list_words = memoryview(self._lists.data)

    def __contains__(self, folded: object) -> bool:
        """Say whether a folded name is known."""
        return isinstance(folded, str) and folded in self._trie

    def postings(self, folded: str) -> NDArray[np.uint32]:
        """Give the postings of a folded name, shape (places,); empty when it is not known."""
        key = self._trie.get(folded)
        if key is None:
            return _NOTHING
        entry = self._index_words[key]
        if not entry & LIST_FLAG:
            return self._index[key : key + 1]
        start = (entry ^ LIST_FLAG) + 1
        return self._lists[start : start + self._list_words[start - 1]]

    def items(self) -> Iterator[tuple[str, NDArray[np.uint32]]]:
        """Give every key with its postings."""
        for key in self._trie.iterkeys():
            yield key, self.postings(key)

    def prefixes(self, folded: str) -> list[str]:
        """Give every known name that a folded text starts with, shortest first."""
        found: list[str] = self._trie.prefixes(folded)
        return found
