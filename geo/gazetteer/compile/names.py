"""The names of the merged places as keys and postings."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.gazetteer.compile.base import Base
from geo.gazetteer.compile.folding import fold_all, usable_all
from geo.gazetteer.compile.merge import MergedPlaces
from geo.gazetteer.compile.places import DumpPlaces
from geo.gazetteer.compile.spill import Spill
from geo.gazetteer.compile.words import CommonWords
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, MINOR_PREFIX, MINOR_RANK, ROW_MASK
from geo.gazetteer.naming import short_forms

__all__ = ["NameWriter"]

_PRIMARY, _ALTERNATE, _SHORT, _DEMONYM = range(len(NAME_KINDS))
_TOWN = FEATURES.index("populated place")
_AT_ONCE = 200_000
# The bundle has all populated places of so many people.
_FEW = 500
_CUT_SHORT = r"^(?:Saint|Sainte|Mount|Fort|St\.|Mt\.|Ft\.) "

Rows = NDArray[np.int32]


class NameWriter:
    """Turns names into keys and postings.

    Parameters
    ----------
    merged
        The rows.
    spill
        Where keys and postings go.
    """

    def __init__(self, merged: MergedPlaces, spill: Spill) -> None:
        self._merged, self._spill = merged, spill
        places = merged.places
        self._minor: NDArray[np.bool_] = places["rank"] == MINOR_RANK
        self._small: NDArray[np.bool_] = (places["feature"] == _TOWN) & (places["population"] < _FEW) & ~self._minor
        self._small[merged.of_base] = False
        self._words = CommonWords()

    def add(self, names: pa.StringArray, rows: Rows, kind: int, *, folded: pa.StringArray | None = None) -> None:
        """Add names of rows, all of one kind; what folds to nothing is left out.

        Of small places that the bundle does not have, names of common words alone are those of minor places.
        """
        keys = fold_all(names) if folded is None else folded
        minor = self._minor[rows]
        small = self._small[rows]
        if small.any():
            minor[small] = [self._words.are_all_of(name) for name in names.filter(pa.array(small)).to_pylist()]
        if minor.any():
            keys = pc.if_else(pa.array(minor), pc.binary_join_element_wise(pa.scalar(MINOR_PREFIX), keys, ""), keys)
        wanted = pc.greater(pc.binary_length(keys), pa.array(minor.astype(np.int32)))
        postings = (rows | kind << KIND_SHIFT).astype("<u4")
        self._spill.add(keys.filter(wanted), postings[wanted.to_numpy(zero_copy_only=False)])

    def add_base(self, base: Base) -> None:
        """Add the names of the bundle, as they are."""
        keys, postings = base.postings()
        rows = self._merged.of_base[postings & ROW_MASK]
        self._spill.add(keys, (postings & ~np.uint32(ROW_MASK) | rows.astype("<u4")).astype("<u4"))

    def add_primary(self, base: Base, dump: DumpPlaces) -> None:
        """Add what the dumps call their places: their own name, but to areas of the bundle, which has theirs."""
        merged = self._merged
        area = np.zeros(len(merged.places), dtype=bool)
        area[merged.of_base[base.places["feature"] != _TOWN]] = True
        for start in range(0, len(dump), _AT_ONCE):
            rows = merged.of_dump[start : start + _AT_ONCE]
            names = _chunk(dump.names, start)
            self._add_own(names, rows, area[rows])
            written = _chunk(dump.ascii_names, start)
            there = pc.not_equal(written, "")
            self.add(written.filter(there), rows[there.to_numpy(zero_copy_only=False)], _ALTERNATE)

    def _add_own(self, names: pa.StringArray, rows: Rows, area: NDArray[np.bool_]) -> None:
        self.add(names.filter(pa.array(area)), rows[area], _ALTERNATE)
        names, rows = names.filter(pa.array(~area)), rows[~area]
        self.add(names, rows, _PRIMARY)
        cut = pc.match_substring_regex(names, _CUT_SHORT)
        forms = [short_forms(name)[0] for name in names.filter(cut).to_pylist()]
        if forms:
            self.add(pa.array(forms, pa.string()), rows[cut.to_numpy(zero_copy_only=False)], _PRIMARY)

    def add_alternate(self, names: pa.StringArray, rows: Rows) -> int:
        """Add alternate names of rows; give how many are none that a document might write."""
        folded = fold_all(names)
        usable = usable_all(names, folded)
        kept = usable.to_numpy(zero_copy_only=False)
        self.add(names.filter(usable), rows[kept], _ALTERNATE, folded=folded.filter(usable))
        return int(len(kept) - kept.sum())

    def add_short(self, names: pa.StringArray, rows: Rows) -> None:
        """Add abbreviations."""
        self.add(names, rows, _SHORT)


def _chunk(names: pa.ChunkedArray, start: int) -> pa.StringArray:
    found = names.slice(start, _AT_ONCE).combine_chunks()
    return found if isinstance(found, pa.Array) else pa.concat_arrays(found.chunks)
