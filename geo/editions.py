"""The edition of a file that states none: its checksum, which names it whatever its date says."""

import hashlib
from functools import lru_cache
from pathlib import Path

__all__ = ["CHECKSUM", "edition_of_file"]

CHECKSUM = "sha256 "
"""What an edition begins with that is a checksum; the first digits follow."""

_DIGITS = 12


@lru_cache(maxsize=64)
def edition_of_file(path: Path, stamp: tuple[int, int]) -> str:
    """Give what names exactly this edition of a file: the first digits of its SHA-256.

    A date would not: a copy, or a file from a version control, has another one and is the same.

    Parameters
    ----------
    path
        The file.
    stamp
        Its size in bytes and when it was changed, in nanoseconds: while they stay, it is read once.

    Returns
    -------
    str
        Empty where it cannot be read.

    Examples
    --------
    >>> edition_of_file(Path("no such file"), (0, 0))
    ''
    """
    del stamp  # another stamp is another file
    try:
        with path.open("rb") as stream:
            return f"{CHECKSUM}{hashlib.file_digest(stream, 'sha256').hexdigest()[:_DIGITS]}"
    except (OSError, ValueError):
        return ""
