"""Folded names to what they may mean."""

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

    def everything(self) -> tuple[list[str], NDArray[np.int64], NDArray[np.uint32]]:
        """Give every key, how many postings each has, and the postings of all, one key's after the other's."""
        pairs = self._trie.items()
        entries = self._index[np.array([number for _, number in pairs], dtype=np.int64)]
        listed = entries >= LIST_FLAG
        at = np.where(listed, entries ^ LIST_FLAG, 0).astype(np.int64)
        sizes = np.ones(len(entries), dtype=np.int64)
        sizes[listed] = self._lists[at[listed]]
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        postings = np.repeat(entries, sizes)
        in_list = np.repeat(listed, sizes)
        postings[in_list] = self._lists[(np.repeat(at + 1, sizes) + within)[in_list]]
        return [key for key, _ in pairs], sizes, postings

    def prefixes(self, folded: str) -> list[str]:
        """Give every known name that a folded text starts with, shortest first."""
        found: list[str] = self._trie.prefixes(folded)
        return found
