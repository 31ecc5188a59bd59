"""The bundle as the compiler needs it: rows, names and codes."""

from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geo.gazetteer.codes import CodeIndex
from geo.gazetteer.features import FEATURES
from geo.gazetteer.layout import FILES
from geo.gazetteer.name_index import NameIndex
from geo.gazetteer.names import fold
from geo.gazetteer.reader import Gazetteer

__all__ = ["Base"]

_ADMIN3 = FEATURES.index("admin3")


class Base:
    """The gazetteer that dumps are merged with.

    Parameters
    ----------
    folder
        Where it lies.

    Attributes
    ----------
    places
        Its rows, as ``places.npy`` holds them.
    codes
        The row of each ``scheme:code``.
    """

    def __init__(self, folder: Path) -> None:
        self._gazetteer = Gazetteer(folder)
        _, self._shown, trie, index, lists, codes, code_rows = (folder / name for name in FILES)
        self._names = NameIndex(trie, index, lists)
        self.places: NDArray[np.void] = self._gazetteer.tables.places
        self.codes = dict(CodeIndex(codes, code_rows).items())

    def __len__(self) -> int:
        """Give the number of its rows."""
        return len(self.places)

    @property
    def names(self) -> pa.ChunkedArray:
        """What each row is called."""
        data = self._shown.read_bytes()
        offsets = np.append(self.places["name_start"], len(data) - 1).astype("<i4")
        return pa.chunked_array([pa.StringArray.from_buffers(len(self), pa.py_buffer(offsets), pa.py_buffer(data))])

    def postings(self) -> tuple[pa.StringArray, NDArray[np.uint32]]:
        """Give every key of the index of names with every posting of it, each a pair."""
        keys, sizes, postings = self._names.everything()
        return pa.array(keys, pa.string()).take(pa.array(np.repeat(np.arange(len(keys)), sizes))), postings

    def rows_of_ids(self, geonames_ids: NDArray[np.uint32]) -> NDArray[np.int32]:
        """Give the row of each GeoNames id; -1 for what it does not have."""
        own = self.places["geonames_id"]
        order = np.argsort(own, kind="stable").astype(np.int32)
        at = np.minimum(np.searchsorted(own[order], geonames_ids), len(own) - 1)
        found = order[at]
        found[(own[found] != geonames_ids) | (geonames_ids == 0)] = -1
        return found

    def row_in(self, parent: int, folded: str) -> int:
        """Give the administrative area of a name right inside another; -1 for none, or several."""
        found = self._by_name.get((parent, folded), [])
        return found[0] if len(found) == 1 else -1

    @cached_property
    def _by_name(self) -> dict[tuple[int, str], list[int]]:
        found: dict[tuple[int, str], list[int]] = {}
        for row in np.flatnonzero(self.places["feature"] <= _ADMIN3).tolist():
            key = int(self.places["parent"][row]), fold(self._gazetteer.name(row))
            found.setdefault(key, []).append(row)
        return found
