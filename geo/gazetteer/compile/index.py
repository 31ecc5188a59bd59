"""From keys and postings to the index of names: every key once, its postings the most important first."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.gazetteer.compile.spill import Spill
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import DEFAULT_SCHEME, KIND_SHIFT, LIST_FLAG, ROW_MASK
from geo.gazetteer.writing import write_names

__all__ = ["write_index"]

_COUNTRY, _TOWN = FEATURES.index("country"), FEATURES.index("populated place")
# A name of a country, a capital, or what the world knows (rank 1: the Andes) means them before a place of more people.
_STANDING_COUNTRY, _STANDING_CAPITAL, _STANDING_WORLD, _STANDING_ORDINARY = range(4)
# Where one name of a place is given twice, the first of these says what it is: primary, short, demonym, alternate.
_PREFERENCE = np.array([("primary", "short", "demonym", "alternate").index(kind) for kind in NAME_KINDS])


def write_index(
    spill: Spill,
    places: NDArray[np.void],
    codes: dict[str, int],
    *,
    folder: Path,
    work: Path,
    progress: Callable[[float], None],
) -> int:
    """Write the index of names.

    Parameters
    ----------
    spill
        Keys and postings.
    places
        The rows.
    codes
        The row of each code; the default senses are among them.
    folder
        Where to write.
    work
        Where to put what is needed on the way.
    progress
        Told what share is done.

    Returns
    -------
    int
        How many keys there are.
    """
    weight = _weigh(places)
    prefix = f"{DEFAULT_SCHEME}:"
    defaults = {code[len(prefix) :]: row for code, row in codes.items() if code.startswith(prefix)}
    path = work / "keys.arrow"
    entries: list[NDArray[np.uint32]] = []
    lists: list[NDArray[np.uint32]] = []
    offset = 0
    with pa.ipc.new_stream(str(path), pa.schema([("key", pa.string())])) as writer:
        for keys, postings in spill.parts():
            distinct, entry, listed = _group(keys, postings, weight, defaults)
            entry[entry >= LIST_FLAG] += np.uint32(offset)
            offset += len(listed)
            entries.append(entry)
            lists.append(listed)
            writer.write_table(pa.table([distinct], names=["key"]), max_chunksize=_AT_ONCE)
            progress(_GROUPING * len(entries) / spill.count)
    del weight
    nothing = np.empty(0, dtype="<u4")
    write_names(
        folder, lambda: _read_keys(path), np.concatenate([nothing, *entries]), np.concatenate([nothing, *lists])
    )
    path.unlink()
    return sum(map(len, entries))


_AT_ONCE = 65_536
# The share of grouping; the rest is the trie.
_GROUPING = 0.4


def _read_keys(path: Path) -> Iterator[str]:
    with pa.ipc.open_stream(str(path)) as reader:
        for batch in reader:
            yield from batch["key"].to_pylist()


def _weigh(places: NDArray[np.void]) -> NDArray[np.uint64]:
    """Give a number for each row: the more important, the smaller; its standing, its people, the row itself."""
    feature, rank = places["feature"], places["rank"]
    standing = np.full(len(places), _STANDING_ORDINARY, dtype=np.uint64)
    first = rank == 1
    standing[first] = np.where(feature[first] == _TOWN, _STANDING_CAPITAL, _STANDING_WORLD)
    standing[feature == _COUNTRY] = _STANDING_COUNTRY
    people = np.uint64(0xFFFFFFFF) - places["population"].astype(np.uint64)
    rows = np.arange(len(places), dtype=np.uint64)
    return standing << np.uint64(60) | people << np.uint64(KIND_SHIFT) | rows


def _group(
    keys: pa.StringArray, postings: NDArray[np.uint32], weight: NDArray[np.uint64], defaults: dict[str, int]
) -> tuple[pa.StringArray, NDArray[np.uint32], NDArray[np.uint32]]:
    """Give the distinct keys, the entry of each, and the lists that the entries point into."""
    known = keys.dictionary_encode()
    key = known.indices.to_numpy().astype(np.int64)
    key, postings = _one_kind(key, postings)
    kind, row = postings >> KIND_SHIFT, postings & ROW_MASK
    order = np.lexsort((kind.astype(np.uint64) << np.uint64(62) | weight[row] & np.uint64((1 << 62) - 1), key))
    key, postings = key[order], postings[order]
    starts = np.searchsorted(key, np.arange(len(known.dictionary) + 1))
    sizes = np.diff(starts)
    if defaults:
        _put_defaults_first(known.dictionary, postings, starts, defaults)
    many = sizes > 1
    entry = postings[starts[:-1]].astype("<u4")
    lengths = np.where(many, sizes + 1, 0)
    at = np.cumsum(lengths) - lengths
    entry[many] = (at[many] | LIST_FLAG).astype("<u4")
    listed = np.zeros(int(lengths.sum()), dtype="<u4")
    listed[at[many]] = sizes[many]
    in_list = many[key]
    listed[(at[key] + 1 + np.arange(len(key)) - starts[key])[in_list]] = postings[in_list]
    return known.dictionary, entry, listed


def _one_kind(key: NDArray[np.int64], postings: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Keep one posting of each key and row."""
    pair = key << KIND_SHIFT | (postings & ROW_MASK)
    order = np.lexsort((_PREFERENCE[postings >> KIND_SHIFT], pair))
    pair = pair[order]
    first = np.ones(len(pair), dtype=bool)
    first[1:] = pair[1:] != pair[:-1]
    kept = order[first]
    return key[kept], postings[kept]


def _put_defaults_first(
    keys: pa.StringArray, postings: NDArray[np.uint32], starts: NDArray[np.int64], defaults: dict[str, int]
) -> None:
    wanted = pa.array(list(defaults), pa.string())
    found = pc.index_in(wanted, keys)
    for name, at in zip(defaults, found.to_pylist(), strict=True):
        if at is None:
            continue
        part = postings[starts[at] : starts[at + 1]]
        mine = (part & ROW_MASK) == defaults[name]
        part[:] = np.concatenate([part[mine], part[~mine]])
