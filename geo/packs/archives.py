"""Zip archives of strangers: only the members that are wanted are unpacked, each to a name of our own.

An archive that holds anything odd is refused whole, before a byte of it is written: names that lead out of a folder,
links, members under a password, two of one name, packing that no real data reaches.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from geo.errors import BrokenPackError
from geo.read.source import show_name, show_reason

__all__ = ["extract", "member_names", "read_text"]

MAX_MEMBERS = 1_000
"""The most members that an archive may have."""
MAX_BYTES = 8_000_000_000
"""The most that the members that are wanted may unpack to; all of GeoNames takes three thousand million bytes."""
MAX_RATIO = 100
"""The most that a large member may be packed: real data reaches 12, bombs 1,000."""
MAX_TEXT_BYTES = 1_000_000
"""The most that a small text in an archive may hold."""

_RATIO_MATTERS_FROM_BYTES = 10_000_000
_PIECE = 1 << 20
_ENCRYPTED_FLAG = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


def member_names(archive: Path) -> tuple[str, ...]:
    """Give the names of an archive's members, in order, after it was found to be sound.

    Parameters
    ----------
    archive
        Where it lies.

    Raises
    ------
    BrokenPackError
        When it is broken, or holds what no pack holds.
    """
    with _opened(archive) as opened:
        return tuple(member.filename for member in opened.infolist())


def extract(archive: Path, wanted: dict[str, Path], *, optional: frozenset[str] = frozenset()) -> frozenset[str]:
    """Unpack members of an archive, and give the names of those that were there.

    Parameters
    ----------
    archive
        Where it lies.
    wanted
        The members, by name, and the file that each is written to.
    optional
        The names of those that may be missing.

    Raises
    ------
    BrokenPackError
        When it is broken, holds what no pack holds, or lacks a member.
    """
    with _opened(archive) as opened:
        there = {member.filename: member for member in opened.infolist()}
        missing = sorted(wanted.keys() - there.keys() - optional)
        if missing:
            held = ", ".join(map(show_name, list(there)[:3])) or "nothing"
            _refuse(archive, f"lacks {show_name(missing[0])} and holds {held}: it is not the file that was wanted")
        found = [there[name] for name in wanted if name in there]
        if sum(member.file_size for member in found) > MAX_BYTES:
            _refuse(archive, f"unpacks to more than {MAX_BYTES / 1e9:.0f} GB: it may be a trap")
        for member in found:
            _unpack(opened, member, wanted[member.filename], archive)
    return frozenset(member.filename for member in found)


def read_text(archive: Path, name: str) -> str:
    """Give a small text in an archive; empty when it is not there.

    Parameters
    ----------
    archive
        Where it lies.
    name
        The member's name.

    Raises
    ------
    BrokenPackError
        When the archive is broken, or the text is none.
    """
    with _opened(archive) as opened:
        member = next((one for one in opened.infolist() if one.filename == name), None)
        if member is None:
            return ""
        if member.file_size > MAX_TEXT_BYTES:
            _refuse(archive, f"holds {show_name(name)} of {member.file_size:,} bytes: it may be a trap")
        with _reading(archive), opened.open(member) as stream:
            return stream.read(MAX_TEXT_BYTES).decode("utf-8", "replace")


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    with archive.open("rb") as stream:
        _check_kind(archive, stream)
        with _reading(archive):
            opened = zipfile.ZipFile(stream)
            _check_members(archive, opened.infolist())
        with opened:
            yield opened


def _check_kind(archive: Path, stream: IO[bytes]) -> None:
    head = stream.read(512)
    stream.seek(0)
    if head[:2] == b"PK":
        return
    if head.lstrip()[:1] == b"<":
        _refuse(
            archive,
            "is a web page and not a zip archive: its source may be out of order, or the network asks to log in",
        )
    _refuse(archive, "is no zip archive: download it again")


def _check_members(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        _refuse(archive, f"has {len(members):,} members, more than {MAX_MEMBERS:,}: it may be a trap")
    seen = set()
    for member in members:
        why = _find_fault(member)
        if member.filename.casefold() in seen:
            why = "is there twice"
        seen.add(member.filename.casefold())
        if why:
            _refuse(archive, f"is refused, its member {show_name(member.filename)} {why}")


def _find_fault(member: zipfile.ZipInfo) -> str:
    name = member.filename
    path = PurePosixPath(name)
    ratio = member.file_size / max(member.compress_size, 1)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or not name.isprintable():
        return "has a name that leads elsewhere"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link"
    if member.flag_bits & _ENCRYPTED_FLAG:
        return "asks for a password"
    if member.compress_type not in _METHODS:
        return "is packed in a way that is not known here"
    if member.file_size > _RATIO_MATTERS_FROM_BYTES and ratio > MAX_RATIO:
        return f"unpacks to {ratio:,.0f} times its size"
    return ""


def _unpack(opened: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, archive: Path) -> None:
    """Write a member piece by piece; its checksum is compared at its end."""
    left = member.file_size
    with target.open("wb") as written:
        for piece in _pieces(opened, member, archive):
            left -= len(piece)
            if left < 0:
                break
            written.write(piece)
    if left:
        _refuse(archive, f"holds another size of {show_name(member.filename)} than it says: download it again")


def _pieces(opened: zipfile.ZipFile, member: zipfile.ZipInfo, archive: Path) -> Iterator[bytes]:
    # Who writes the pieces is outside of this: a full disk is no fault of the archive.
    with _reading(archive), opened.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPackError:
        raise
    except _BROKEN as error:
        message = f"{show_name(archive.name)} is cut off or damaged ({show_reason(error)}): download it again"
        raise BrokenPackError(message) from error


def _refuse(archive: Path, why: str) -> None:
    message = f"{show_name(archive.name)} {why}"
    raise BrokenPackError(message)
