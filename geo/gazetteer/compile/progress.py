"""How far a compilation is, in bytes of the files that go into it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from geo.errors import BrokenPackError
from geo.gazetteer.compile.model import Dump

__all__ = ["Progress"]

# Reading places, reading names, writing the index: their shares of the time.
_PLACES, _NAMES, _INDEX = 0.2, 0.45, 0.35


class Progress:
    """Tells how many bytes more are done; all told, the size of the files.

    Parameters
    ----------
    dumps
        What is compiled.
    tell
        Told the bytes.
    """

    def __init__(self, dumps: Sequence[Dump], tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._total = sum(_size(path) for one in dumps for path in one.files)
        self._places = sum(_size(one.places) for one in dumps)
        self._names = sum(_size(one.alternate_names or one.places) for one in dumps)
        self._read_places = self._read_names = self._told = 0

    def read_place_bytes(self, count: int) -> None:
        """Count bytes of places that were read."""
        self._read_places += count
        self._reach(_PLACES * min(self._read_places / max(self._places, 1), 1.0))

    def read_name_bytes(self, count: int) -> None:
        """Count bytes that were read for alternate names."""
        self._read_names += count
        self._reach(_PLACES + _NAMES * min(self._read_names / max(self._names, 1), 1.0))

    def write_share(self, share: float) -> None:
        """Say what share of the index is written."""
        self._reach(_PLACES + _NAMES + _INDEX * share)

    def finish(self) -> None:
        """Say that all is done."""
        self._reach(1.0)

    def _reach(self, share: float) -> None:
        more = int(share * self._total) - self._told
        if more > 0:
            self._told += more
            self._tell(more)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        message = f"{path.name} cannot be read ({error.strerror}): download it again"
        raise BrokenPackError(message) from error
