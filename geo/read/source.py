"""Where a document comes from: its bytes, its name, and how a message shows that name."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geo.errors import DocumentError, OversizedDocumentError

__all__ = ["MAX_BYTES", "Source", "name_of_path", "open_source", "show_name", "show_reason"]

MAX_BYTES = 200_000_000
"""The largest document that is read, in bytes."""

_REASON_CHARACTERS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it lies on disk or comes down a pipe.

    Parameters
    ----------
    data
        Its bytes.
    name
        What to call it: its file name, or ``"standard input"``.
    suffix
        The end of its file name in lower case, with the dot; empty when it has none.
    """

    data: bytes
    name: str
    suffix: str = ""


def show_name(name: str | os.PathLike[str]) -> str:
    r"""Give a name as a message shows it: quoted, on one line, with nothing that a terminal obeys.

    Parameters
    ----------
    name
        A file name, a column's name or any other words that a stranger chose.

    Returns
    -------
    str
        The name in quotes; control characters and text-direction marks are written as escapes.

    Examples
    --------
    >>> print(show_name("brief\x1b[31m.txt"))
    'brief\x1b[31m.txt'
    """
    return repr(os.fspath(name))


def show_reason(error: BaseException) -> str:
    r"""Give another library's complaint as one short line without control characters.

    Parameters
    ----------
    error
        What the library raised.

    Returns
    -------
    str
        At most 160 characters; the name of the error's class when it says nothing.

    Examples
    --------
    >>> show_reason(ValueError("bad\n  header"))
    'bad header'
    """
    words = " ".join(str(error).split()) or type(error).__name__
    plain = "".join(sign if sign.isprintable() else "?" for sign in words)
    return plain if len(plain) <= _REASON_CHARACTERS else plain[: _REASON_CHARACTERS - 1] + "…"


def name_of_path(path: Path) -> str:
    """Give what to call the document at a path: its file name, as characters that can be written anywhere.

    Parameters
    ----------
    path
        Where the document lies. A file name whose bytes are no text has them replaced by ``?``.

    Examples
    --------
    >>> name_of_path(Path("reports/brief.txt"))
    'brief.txt'
    """
    return (path.name or str(path)).encode("utf-8", "replace").decode("utf-8")


def open_source(source: Path | str | BinaryIO, *, name: str | None = None) -> Source:
    """Give the bytes of a document and what to call it.

    Parameters
    ----------
    source
        A path, or a stream of bytes, which is read to its end and not closed.
    name
        What to call it; None takes the file's name, or ``"standard input"`` for a stream without one.

    Returns
    -------
    Source
        Its bytes, at most :data:`MAX_BYTES`.

    Raises
    ------
    DocumentError
        When it is missing, a folder, or cannot be opened.
    OversizedDocumentError
        When it is larger than :data:`MAX_BYTES`.
    """
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        return Source(data=_read_path(path), name=name or name_of_path(path), suffix=path.suffix.lower())
    stream_name = getattr(source, "name", None)  # an integer for a pipe, "<stdin>" for standard input
    known = isinstance(stream_name, str) and not stream_name.startswith("<")
    path = Path(str(stream_name) if known else (name or ""))
    called = name or (name_of_path(path) if known else "standard input")
    return Source(data=_read_stream(source, called), name=called, suffix=path.suffix.lower())


def _read_path(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, path)
    except (OSError, ValueError) as error:  # ValueError: the path holds a NUL
        raise DocumentError(_explain(path, error)) from error


def _read_stream(stream: BinaryIO, name: str | Path) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = f"{show_name(name)} is larger than {MAX_BYTES // 1_000_000} MB: split it into smaller documents"
        raise OversizedDocumentError(message)
    return data


def _explain(path: Path, error: OSError | ValueError) -> str:
    shown = show_name(path)
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return f"there is no file {shown}: check the path"
        case errno.EISDIR:
            return f"{shown} is a folder: name a document in it, or read the whole folder with read_documents"
        case errno.EACCES | errno.EPERM:
            return f"{shown} cannot be opened, permission denied: ask its owner for leave to read it"
        case _:
            reason = getattr(error, "strerror", None) or show_reason(error)
            return f"{shown} cannot be read, {reason.lower()}: check the path and the disk"
