"""A cache on disk of what is costly to make and can always be made again.

What is kept is found by its kind and by all that it was made of, and holds a checksum of itself. It is written beside
and then renamed, so that a process that dies, or two that make the same thing at once, leave a whole file or none. A
file that is not whole is made anew; where nothing can be written, nothing is kept.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from geo.folders import cache_folder

__all__ = ["MOST_KEPT_BYTES", "cache_size", "clear_cache", "kept"]

MOST_KEPT_BYTES = 2_000_000_000
"""How much is kept; beyond that, what was used longest ago goes first."""

_MAGIC = b"dateline-cache-1\n"
_HEAD_BYTES = len(_MAGIC) + hashlib.sha256().digest_size
_SUFFIX, _BESIDE = ".kept", ".part"
_OLD_S = 3600.0


def kept(kind: str, key: object, make: Callable[[], bytes]) -> bytes:
    """Give bytes from the cache, or make and keep them.

    Parameters
    ----------
    kind
        What they are, a word for a folder, with the number of the format: ``"outline-1"``.
    key
        All that they are made of, told by its ``repr``: paths with their stamps, options, codes. Objects whose ``repr``
        differs from run to run are never found again.
    make
        Makes them; what it raises is raised here.

    Returns
    -------
    bytes
        What `make` gave, now or at another time.

    Examples
    --------
    >>> kept("example-1", "key", lambda: b"costly")
    b'costly'
    """
    folder = cache_folder()
    if folder is None:
        return make()
    name = hashlib.sha256(repr((kind, key)).encode("utf-8", "surrogatepass")).hexdigest()
    path = folder / kind / f"{name}{_SUFFIX}"
    found = _read(path)
    if found is not None:
        return found
    made = make()
    _write(path, made)
    return made


def _read(path: Path) -> bytes | None:
    try:
        stored = path.read_bytes()
        content = stored[_HEAD_BYTES:]
        if stored[:_HEAD_BYTES] != _head(content):
            return None
        os.utime(path)
    except OSError:
        return None
    return content


def _head(content: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(content).digest()


def _write(path: Path, content: bytes) -> None:
    """Keep bytes if that can be done; a full or read-only disk is no reason to fail."""
    beside: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, beside = tempfile.mkstemp(dir=path.parent, suffix=_BESIDE)
        with os.fdopen(handle, "wb") as stream:
            stream.write(_head(content))
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
        _drop_oldest(path.parent.parent, spare=path)
    except OSError:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def _files(folder: Path) -> list[tuple[float, int, Path]]:
    """Give the files of the cache with when they were last used and their size, the longest unused first."""
    found = []
    for path in folder.glob("*/*"):
        if path.suffix in {_SUFFIX, _BESIDE}:
            try:
                about = path.stat()
            except OSError:
                continue
            found.append((about.st_mtime, about.st_size, path))
    return sorted(found)


def _drop_oldest(folder: Path, spare: Path) -> None:
    files = _files(folder)
    size, newest = sum(size for _, size, _ in files), files[-1][0] if files else 0.0
    for used, bytes_, path in files:
        # What a process that died left beside is dropped when it is too old to be another's that still writes.
        if path != spare and (size > MOST_KEPT_BYTES or (path.suffix == _BESIDE and newest - used > _OLD_S)):
            path.unlink(missing_ok=True)
            size -= bytes_


def cache_size() -> tuple[int, int]:
    """Give how many files the cache holds, and how many bytes they are."""
    folder = cache_folder()
    files = [] if folder is None else _files(folder)
    return len(files), sum(size for _, size, _ in files)


def clear_cache() -> int:
    """Empty the cache.

    Returns
    -------
    int
        How many files it held. Only files that the cache wrote are removed.
    """
    folder = cache_folder()
    files = [] if folder is None else _files(folder)
    for _, _, path in files:
        path.unlink(missing_ok=True)
    return len(files)
