"""The gazetteer's files, written: what the build of the bundle and the compiler of data packs have in common."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs
import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.layout import FILES, ID_ROWS

__all__ = ["clear_folder", "write_codes", "write_names", "write_places"]


def clear_folder(folder: Path) -> None:
    """Make a folder, and take the files of a gazetteer out of it.

    A process that has an old file in its memory keeps it; written over, it would be cut under its feet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, ID_ROWS):
        (folder / name).unlink(missing_ok=True)


def write_places(folder: Path, places: NDArray[np.void], names: Iterable[bytes]) -> None:
    """Write the rows and the names that are shown.

    Parameters
    ----------
    folder
        Where to write.
    places
        Rows as :data:`geo.gazetteer.layout.PLACE` describes them, shape (places,).
    names
        The names of all rows, in UTF-8 and in their order, in pieces of any size.
    """
    np.save(folder / "places.npy", places)
    with (folder / "place_names.bin").open("wb") as stream:
        stream.writelines(names)
        # The line feed at the end tells a whole file from a cut one.
        stream.write(b"\n")


def write_names(
    folder: Path, keys: Callable[[], Iterable[str]], entries: NDArray[np.uint32], lists: NDArray[np.uint32]
) -> None:
    """Write the index of names.

    Parameters
    ----------
    folder
        Where to write.
    keys
        Gives the keys, each once, in the same order whenever it is called.
    entries
        The posting of each key, or `LIST_FLAG` and an offset in ``lists``, shape (keys,).
    lists
        Lists of postings, each after its length.
    """
    trie = marisa_trie.Trie(keys())
    index = np.zeros(len(trie), dtype="<u4")
    ids = np.fromiter((trie[key] for key in keys()), dtype="<u4", count=len(index))
    index[ids] = entries
    trie.save(str(folder / "names.marisa"))
    np.save(folder / "name_index.npy", index)
    np.save(folder / "name_rows.npy", lists)


def write_codes(folder: Path, rows: Mapping[str, int]) -> None:
    """Write the index of codes.

    Parameters
    ----------
    folder
        Where to write.
    rows
        The row of each ``scheme:code``.
    """
    trie = marisa_trie.Trie(sorted(rows))
    found = np.zeros(len(trie), dtype="<u4")
    for code, row in rows.items():
        found[trie[code]] = row
    trie.save(str(folder / "codes.marisa"))
    np.save(folder / "code_rows.npy", found)
