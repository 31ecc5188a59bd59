"""Alternate names: GeoNames' table of them with languages, or the fourth column of its places without."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.gazetteer.compile.lines import blame, read_blocks
from geo.gazetteer.compile.merge import MergedPlaces
from geo.gazetteer.compile.names import NameWriter
from geo.gazetteer.compile.places import COLUMNS, DumpPlaces
from geo.gazetteer.features import FEATURES
from geo.gazetteer.layout import MINOR_RANK

__all__ = ["AlternateReader"]

_V2_COLUMNS = (
    "alternateNameId", "geonameid", "isolanguage", "name", "isPreferredName", "isShortName", "isColloquial",
    "isHistoric", "from", "to",
)  # fmt: skip
_OLD_COLUMNS = 8
# What GeoNames files in the column of languages that is no name: links, codes, sounds.
_NO_NAMES = (
    "link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "nuts", "uicn", "iana", "lauc", "plac",
)  # fmt: skip
_ABBREVIATION = "abbr"
_CAPITALS = r"^(?:[A-Z]{3,5}|(?:[A-Z]\.){2,5})$"
_KNOWN_PEOPLE = 100_000
_COUNTRY, _ADMIN1 = FEATURES.index("country"), FEATURES.index("admin1")

Rows = NDArray[np.int32]


class AlternateReader:
    """Reads alternate names of places that are rows already.

    Parameters
    ----------
    dump, merged
        The places, and their rows.
    writer
        Where the names go.
    skipped
        Counts what is left out.
    """

    def __init__(self, dump: DumpPlaces, merged: MergedPlaces, writer: NameWriter, skipped: Counter[str]) -> None:
        self._dump, self._merged, self._writer, self._skipped = dump, merged, writer, skipped

    def _rows(self, ids: NDArray[np.uint32]) -> tuple[NDArray[np.bool_], Rows]:
        """Say which ids are places of the dumps, and give the rows of those."""
        known = self._dump.geonames_id
        if not len(known):
            return np.zeros(len(ids), dtype=bool), np.empty(0, dtype=np.int32)
        at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        there = known[at] == ids
        return there, self._merged.of_dump[at[there]]

    def read_column(self, path: Path, progress: Callable[[int], None]) -> None:
        """Read the alternate names that stand among the places themselves."""
        types = {"geonameid": pa.uint32(), "alternatenames": pa.string()}
        for block in read_blocks(
            path, {name: types.get(name) for name in COLUMNS}, fault=lambda _: "", progress=progress
        ):
            listed = pc.split_pattern(block["alternatenames"], ",")
            names = listed.flatten()
            ids = block["geonameid"].to_numpy()[pc.list_parent_indices(listed).to_numpy()]
            there, rows = self._rows(ids)
            given = names.filter(pa.array(there))
            filled = pc.not_equal(given, "")
            unusable = self._writer.add_alternate(given.filter(filled), rows[filled.to_numpy(zero_copy_only=False)])
            self._skipped["an alternate name that no document would write"] += unusable

    def read_table(self, path: Path, progress: Callable[[int], None]) -> None:
        """Read a table of alternate names."""
        names = _V2_COLUMNS[: _count_columns(path)]
        types = {"geonameid": pa.uint32(), "isolanguage": pa.string(), "name": pa.string(), "isShortName": pa.string()}
        for block in read_blocks(path, {name: types.get(name) for name in names}, fault=_fault, progress=progress):
            if block["geonameid"].null_count:
                raise blame(path, len(names), _fault)
            self._add(block)

    def _add(self, block: pa.RecordBatch) -> None:
        there, rows = self._rows(block["geonameid"].to_numpy())
        block = block.filter(pa.array(there))
        self._skipped["an alternate name of a place that is not there"] += int((~there).sum())
        language = block["isolanguage"]
        named = pc.invert(pc.is_in(language, pa.array(_NO_NAMES)))
        self._skipped["a link or a code among the alternate names"] += len(block) - named.true_count
        short = pc.or_(pc.equal(block["isShortName"], "1"), pc.equal(language, _ABBREVIATION))
        abbreviated = pc.and_(pc.and_(named, short), pc.match_substring_regex(block["name"], _CAPITALS))
        safe = abbreviated.to_numpy(zero_copy_only=False) & self._is_known(rows)
        self._writer.add_short(block["name"].filter(pa.array(safe)), rows[safe])
        other = named.to_numpy(zero_copy_only=False) & ~abbreviated.to_numpy(zero_copy_only=False)
        unusable = self._writer.add_alternate(block["name"].filter(pa.array(other)), rows[other])
        unusable += int((abbreviated.to_numpy(zero_copy_only=False) & ~safe).sum())
        self._skipped["an alternate name that no document would write"] += unusable

    def _is_known(self, rows: Rows) -> NDArray[np.bool_]:
        """Say which rows are so well known that capitals mean them: countries, first-level regions, large towns."""
        places = self._merged.places
        feature, rank = places["feature"][rows], places["rank"][rows]
        known = (feature == _COUNTRY) | (feature == _ADMIN1) | (places["population"][rows] >= _KNOWN_PEOPLE)
        return np.asarray(known & (rank != MINOR_RANK))


def _count_columns(path: Path) -> int:
    """Give how many columns the first line has; older tables lack the two of years."""
    with path.open("rb") as stream:
        columns = stream.readline(1 << 20).count(b"\t") + 1
    return columns if columns == _OLD_COLUMNS else len(_V2_COLUMNS)


def _fault(fields: list[str]) -> str:
    if not re.fullmatch("[0-9]{1,10}", fields[1]) or int(fields[1]) >= 1 << 32:
        return f"geonameid {fields[1][:40]!r} is no number of a place"
    return ""
