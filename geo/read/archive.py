"""Zip archives that Word and Excel documents are, opened only when they unpack to a sane size."""

import io
import zipfile
import zlib

from geo.errors import DocumentError, EncryptedDocumentError, OversizedDocumentError
from geo.read.source import show_name, show_reason

__all__ = ["check_archive", "list_archive"]

MAX_UNPACKED_BYTES = 200_000_000
"""The most that all members of an archive may unpack to."""
MAX_XML_BYTES = 64_000_000
"""The most that one XML member may unpack to; a parsed tree takes about ten times that in memory."""
MAX_MEMBERS = 10_000
"""The most members that an archive may have."""
MAX_RATIO = 200
"""The most that a large member may be packed: real documents reach 30, bombs 1,000."""

_RATIO_MATTERS_FROM_BYTES = 10_000_000
_PIECE_BYTES = 1 << 20
_XML = (".xml", ".rels", ".vml")
_ENCRYPTED_FLAG = 0x1


def list_archive(data: bytes) -> frozenset[str]:
    """Give the names of an archive's members; empty when the bytes are no archive.

    Parameters
    ----------
    data
        The bytes of a file.

    Examples
    --------
    >>> list_archive(b"plain text")
    frozenset()
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def check_archive(data: bytes, *, name: str) -> None:
    """Refuse an archive that is broken, locked or unpacks to more than the limits.

    The archive's directory is checked first; then every member is unpacked piece by piece and
    thrown away, since a directory can lie.

    Parameters
    ----------
    data
        The bytes of the archive.
    name
        What to call the document in an error.

    Raises
    ------
    DocumentError
        When the archive is broken.
    EncryptedDocumentError
        When a member asks for a password.
    OversizedDocumentError
        When it unpacks to more than the limits of this module.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_directory(members, name)
            left = MAX_UNPACKED_BYTES
            for member in members:
                left -= _measure(archive, member, left, name)
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError, zlib.error) as error:
        if isinstance(error, DocumentError):
            raise
        message = f"{show_name(name)} is a broken archive ({show_reason(error)}): save or download it again"
        raise DocumentError(message) from error


def _check_directory(members: list[zipfile.ZipInfo], name: str) -> None:
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        message = f"{show_name(name)} asks for a password: save it without one"
        raise EncryptedDocumentError(message)
    if len(members) > MAX_MEMBERS:
        _refuse(name, f"{len(members):,} members, more than {MAX_MEMBERS:,}")
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED_BYTES:
        _refuse(name, f"{total / 1e6:,.0f} MB, more than {MAX_UNPACKED_BYTES // 1_000_000} MB")
    for member in members:
        if member.file_size > MAX_XML_BYTES and member.filename.lower().endswith(_XML):
            _refuse(name, f"a part of {member.file_size / 1e6:,.0f} MB, more than {MAX_XML_BYTES // 1_000_000} MB")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > _RATIO_MATTERS_FROM_BYTES and ratio > MAX_RATIO:
            _refuse(name, f"{ratio:,.0f} times its size, more than {MAX_RATIO}")


def _measure(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int, name: str) -> int:
    size = 0
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE_BYTES):
            size += len(piece)
            if size > limit:
                _refuse(name, f"more than {MAX_UNPACKED_BYTES // 1_000_000} MB")
    return size


def _refuse(name: str, what: str) -> None:
    message = f"{show_name(name)} unpacks to {what}: it may be a trap; give the text alone"
    raise OversizedDocumentError(message)
