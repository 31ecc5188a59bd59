"""Keys and postings on their way to the index, parted by key into files so that each part fits in memory."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

__all__ = ["Spill"]

_PARTS = 64
_MOST_HELD = 1_000_000
_SCHEMA = pa.schema([("key", pa.string()), ("posting", pa.uint32())])


class Spill:
    """Pairs of key and posting, written to parts; all pairs of a key come to lie in one part.

    Parameters
    ----------
    folder
        Where the parts are written.
    """

    def __init__(self, folder: Path) -> None:
        self._paths = [folder / f"part-{number:02}.arrow" for number in range(_PARTS)]
        self._writers = [pa.ipc.new_file(str(path), _SCHEMA) for path in self._paths]
        self._held: list[pa.Table] = []
        self._pairs = 0

    @property
    def count(self) -> int:
        """How many parts there are at most."""
        return len(self._paths)

    def __enter__(self) -> Self:
        """Close what is open when the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files."""
        for writer in self._writers:
            writer.close()
        self._writers = []

    def add(self, keys: pa.StringArray, postings: NDArray[np.uint32]) -> None:
        """Add pairs; what has no key is left out."""
        table = pa.table([keys, pa.array(postings, pa.uint32())], schema=_SCHEMA)
        self._held.append(table)
        self._pairs += len(table)
        if self._pairs >= _MOST_HELD:
            self._flush()

    def _flush(self) -> None:
        if not self._pairs:
            return
        table = pa.concat_tables(self._held).combine_chunks()
        self._held, self._pairs = [], 0
        part = _parts(table["key"].chunk(0))
        order = np.argsort(part, kind="stable")
        table = table.take(pa.array(order))
        stops = np.searchsorted(part[order], np.arange(_PARTS + 1))
        for number, writer in enumerate(self._writers):
            start, stop = int(stops[number]), int(stops[number + 1])
            if stop > start:
                writer.write_table(table.slice(start, stop - start))

    def parts(self) -> Iterator[tuple[pa.StringArray, NDArray[np.uint32]]]:
        """Give the pairs again, a part at a time, and forget each."""
        self._flush()
        for writer in self._writers:
            writer.close()
        self._writers = []
        for path in self._paths:
            with pa.ipc.open_file(str(path)) as reader:
                table = reader.read_all().combine_chunks()
            path.unlink()
            if len(table):
                yield table["key"].chunk(0), table["posting"].chunk(0).to_numpy()


def _parts(keys: pa.StringArray) -> NDArray[np.int64]:
    """Give the part of each key, from its length and some of its bytes."""
    _, offsets_buffer, data_buffer = keys.buffers()
    offsets = np.frombuffer(offsets_buffer, dtype=np.int32)[keys.offset : keys.offset + len(keys) + 1].astype(np.int64)
    data = np.frombuffer(data_buffer, dtype=np.uint8) if data_buffer is not None else np.zeros(1, dtype=np.uint8)
    starts, ends = offsets[:-1], offsets[1:]
    size = ends - starts
    mixed = size.copy()
    # The first byte may be a prefix that many keys share.
    for factor, at in ((7, starts + 1), (31, starts + 2), (101, starts + size // 2), (13, ends - 1), (57, ends - 2)):
        mixed += factor * data[np.clip(at, starts, np.maximum(ends - 1, 0))]
    return mixed % _PARTS
