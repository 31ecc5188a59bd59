"""One process at a time changes what is installed; the system takes the lock back from one that dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import DataPackError

__all__ = ["hold_lock"]


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold a lock while what is inside runs.

    Parameters
    ----------
    path
        The file that is locked; it is made, and stays.

    Raises
    ------
    DataPackError
        When another process holds it, or the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        why = f"{str(path.parent)!r} cannot be written to, {error.strerror}"
        message = f"{why}: set DATELINE_DATA_FOLDER to a folder of yours"
        raise DataPackError(message) from error
    try:
        if not _take(handle):
            message = f"another dateline is changing the data packs in {str(path.parent)!r}: wait until it is done"
            raise DataPackError(message)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    """Lock a file until its handle is closed; say whether that could be done."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there on Windows alone

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
