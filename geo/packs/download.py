"""Fetching a file: resumed where it stopped, and checked before anybody reads it.

A file on its way is ``KEY.part`` in the folder of downloads, with a note beside it that tells which edition of
which address it is. Both stay when a run ends, so that the next goes on from there, until what they are for is
installed. A server that has another edition by then sends it whole.
"""

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import BrokenPackError, DownloadError
from geo.packs.model import FileRecord, WantedFile
from geo.packs.web import Client, connection_errors
from geo.read.source import show_name, show_reason

if TYPE_CHECKING:
    import requests

__all__ = ["Downloads", "fetch_bytes", "fetch_json", "hash_file", "key_of", "look_up"]

_PIECE = 1 << 18
_MAX_SMALL_BYTES = 20_000_000
_GZIP = frozenset({"gzip", "x-gzip"})
_WHOLE, _PARTIAL, _NO_SUCH_PART = 200, 206, 416


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """Which edition of which address a file on its way is."""

    url: str
    etag: str = ""
    last_modified: str = ""
    total: int | None = None
    encoding: str = ""

    @property
    def condition(self) -> str:
        """Give what asks for the rest of this edition alone; a weak tag does not tell bytes apart."""
        return self.last_modified if not self.etag or self.etag.startswith("W/") else self.etag

    def agrees(self, other: "_Edition") -> bool:
        """Say whether an answer brings more of the same."""
        tags = not self.etag or not other.etag or self.etag == other.etag
        dates = not self.last_modified or not other.last_modified or self.last_modified == other.last_modified
        return tags and dates and self.encoding == other.encoding


def look_up(client: Client, file: WantedFile) -> WantedFile:
    """Ask how large a file is and which edition, without fetching it.

    Parameters
    ----------
    client
        What asks.
    file
        The file wanted.

    Raises
    ------
    DownloadError
        When its source does not have it.
    """
    try:
        edition = client.retry(lambda: _ask_edition(client, "HEAD", file.url))
    except DownloadError as error:
        if error.__cause__ is not None:
            raise
        # Some servers give what they do not tell of.
        edition = client.retry(lambda: _ask_edition(client, "GET", file.url))
    size = file.size if edition.encoding or edition.total is None else edition.total
    return replace(file, size=size, etag=edition.etag, last_modified=edition.last_modified)


def _ask_edition(client: Client, method: str, url: str) -> _Edition:
    with client.open(method, url) as response:
        return _edition_of(response, url)


def fetch_bytes(client: Client, url: str) -> bytes:
    """Give the few bytes at an address.

    Parameters
    ----------
    client
        What asks.
    url
        The address.

    Raises
    ------
    DownloadError
        When they cannot be had, or are more than a few.
    """

    def ask() -> bytes:
        body = bytearray()
        with client.open("GET", url) as response:
            for piece in _decode(_read(response, url), _edition_of(response, url).encoding):
                body += piece
                if len(body) > _MAX_SMALL_BYTES:
                    message = f"{show_name(url)} is far larger than it should be: it may be a trap"
                    raise DownloadError(message)
        return bytes(body)

    try:
        return client.retry(ask)
    except zlib.error as error:
        message = f"{show_name(url)} came damaged ({show_reason(error)}): try again"
        raise DownloadError(message) from error


def fetch_json(client: Client, url: str) -> Any:  # noqa: ANN401 - what JSON holds
    """Give what the JSON at an address holds.

    Parameters
    ----------
    client
        What asks.
    url
        The address.

    Raises
    ------
    DownloadError
        When it cannot be had, or is no JSON.
    """
    try:
        return json.loads(fetch_bytes(client, url))
    except (ValueError, RecursionError) as error:
        message = f"{show_name(url)} does not answer with JSON ({show_reason(error)}): its address may have changed"
        raise DownloadError(message) from error


def hash_file(path: Path) -> str:
    """Give the sha256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def key_of(url: str) -> str:
    """Give what the names of an address's files begin with in the folder of downloads."""
    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:24]


class Downloads:
    """A folder of files on their way.

    Parameters
    ----------
    folder
        Where they lie; it is made when the first comes.
    client
        What fetches them.
    """

    def __init__(self, folder: Path, client: Client) -> None:
        self._folder = folder
        self._client = client

    def fetch(self, file: WantedFile, folder: Path) -> FileRecord:
        """Fetch a file, or take it from where the user has it; give what came.

        Parameters
        ----------
        file
            The file wanted.
        folder
            Where it comes to lie, as ``file.name``.

        Raises
        ------
        DownloadError
            When it cannot be had; what came so far is kept.
        BrokenPackError
            When it is larger than it may be, or its checksum is not the one that its source gives.
        """
        target = folder / file.name
        try:
            if file.path is not None:
                _copy_file(file.path, target, file)
                edition = _Edition(url="")
            else:
                edition = self._fetch(file, target)
        except OSError as error:
            why = error.strerror or show_reason(error)
            message = f"{str(target)!r} cannot be written, {why}: make room, or set DATELINE_DATA_FOLDER"
            raise DownloadError(message) from error
        sha256 = hash_file(target)
        if file.sha256 and sha256 != file.sha256.lower():
            self.drop(file.url)
            message = (
                f"{show_name(file.url)} has the checksum {sha256[:12]}… and not {file.sha256[:12]}…: try again later"
            )
            raise BrokenPackError(message)
        return FileRecord(
            key=file.key,
            url=file.url,
            name=file.name,
            size=target.stat().st_size,
            sha256=sha256,
            etag=edition.etag,
            last_modified=edition.last_modified,
        )

    def drop(self, url: str) -> None:
        """Throw away what was fetched from an address: it is installed, or it is broken."""
        for path in self._folder.glob(f"{key_of(url)}.*"):
            path.unlink(missing_ok=True)

    def _part(self, url: str) -> Path:
        return self._folder / f"{key_of(url)}.part"

    def _fetch(self, file: WantedFile, target: Path) -> _Edition:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._part(file.url)
        edition = self._client.retry(
            lambda: self._fetch_rest(file, part), reached=lambda: part.stat().st_size if part.exists() else 0
        )
        try:
            if edition.encoding:
                _unpack(part, target, edition.encoding, file)
            else:
                _copy_file(part, target, file)
        except BrokenPackError:
            self.drop(file.url)
            raise
        return edition

    def _fetch_rest(self, file: WantedFile, part: Path) -> _Edition:
        """Fetch what is missing of a file; give its edition once it is whole."""
        before = _read_note(part, file.url)
        have = part.stat().st_size if before is not None and before.condition and part.exists() else 0
        if before is not None and before.total is not None:
            # At least one byte is asked for, so that a whole file is asked for in its edition too.
            have = max(min(have, before.total - 1), 0)
        headers = {"Range": f"bytes={have}-", "If-Range": before.condition} if before is not None and have else {}
        with self._client.open("GET", file.url, headers) as response:
            edition, start = _edition_of(response, file.url), 0
            if response.status_code != _WHOLE:
                edition, start = self._go_on(response, edition, before, have)
            _check_size(edition.total, file)
            self._client.progress.start(file.name, edition.total)
            self._client.progress.advance(start)
            self._write(response, file, part, edition=edition, start=start)
        return edition

    def _go_on(
        self, response: "requests.Response", edition: _Edition, before: _Edition | None, have: int
    ) -> tuple[_Edition, int]:
        """Give the edition of which an answer brings the rest, and where the rest begins."""
        start, total = _read_range(response.headers.get("Content-Range", ""))
        fits = before is not None and start == have and total is not None and before.total in {None, total}
        if response.status_code == _PARTIAL and before is not None and fits and before.agrees(edition):
            return replace(before, total=total), have
        url = edition.url
        self.drop(url)
        message = f"{show_name(url)} has changed since the first part of it was fetched"
        raise DownloadError(message, passing=True)

    def _write(
        self, response: "requests.Response", file: WantedFile, part: Path, *, edition: _Edition, start: int
    ) -> None:
        """Write the rest of a file behind what is there, as far as it comes."""
        if not start:
            part.unlink(missing_ok=True)
        _write_note(part, edition)
        written = start
        with part.open("r+b" if start else "wb") as stream:
            stream.truncate(start)
            stream.seek(start)
            try:
                for piece in _read(response, file.url):
                    written += len(piece)
                    _check_size(written, file)
                    stream.write(piece)
                    self._client.progress.advance(len(piece))
            finally:
                stream.flush()
                os.fsync(stream.fileno())
        if edition.total is not None and written != edition.total:
            message = f"{show_name(file.url)} came with {written:,} of {edition.total:,} bytes"
            if written > edition.total:
                self.drop(file.url)
            raise DownloadError(message, passing=True)


def _edition_of(response: "requests.Response", url: str) -> _Edition:
    headers = response.headers
    length = headers.get("Content-Length", "").strip()
    encoding = headers.get("Content-Encoding", "").strip().lower()
    if encoding not in {"", "identity", *_GZIP}:
        message = f"{show_name(url)} comes packed as {encoding!r}, which was not asked for: check the mirror"
        raise DownloadError(message)
    return _Edition(
        url=url,
        etag=headers.get("ETag", "").strip(),
        last_modified=headers.get("Last-Modified", "").strip(),
        total=int(length) if length.isascii() and length.isdigit() else None,
        encoding="gzip" if encoding in _GZIP else "",
    )


def _read_range(value: str) -> tuple[int | None, int | None]:
    """Read where a part begins and how large the whole is: ``bytes 5-9/10``."""
    unit, _, rest = value.strip().partition(" ")
    span, _, total = rest.partition("/")
    start = span.partition("-")[0]
    numbers = [int(text) if text.isascii() and text.isdigit() else None for text in (start, total)]
    return (numbers[0], numbers[1]) if unit == "bytes" else (None, None)


def _read(response: "requests.Response", url: str) -> Iterator[bytes]:
    """Give the bytes of an answer as they come down the line, not unpacked."""
    try:
        while piece := response.raw.read(_PIECE, decode_content=False):
            yield piece
    except connection_errors() as error:
        message = f"the connection to {show_name(url)} was cut"
        raise DownloadError(message, passing=True) from error


def _decode(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Unpack what a server packed on its own account."""
    if not encoding:
        yield from pieces
        return
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    for piece in pieces:
        rest = piece
        while rest:
            yield unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
    if not unpacker.eof:
        message = "it ends too early"
        raise zlib.error(message)


def _unpack(part: Path, target: Path, encoding: str, file: WantedFile) -> None:
    written = 0
    try:
        with part.open("rb") as stream, target.open("wb") as unpacked:
            for piece in _decode(iter(lambda: stream.read(_PIECE), b""), encoding):
                written += len(piece)
                _check_size(written, file)
                unpacked.write(piece)
    except zlib.error as error:
        message = f"{show_name(file.url)} came damaged ({show_reason(error)}): try again"
        raise BrokenPackError(message) from error


def _copy_file(source: Path, target: Path, file: WantedFile) -> None:
    try:
        size = source.stat().st_size
    except OSError as error:
        message = f"there is no file {str(source)!r}: check the path"
        raise DownloadError(message) from error
    _check_size(size, file)
    shutil.copyfile(source, target)


def _check_size(size: int | None, file: WantedFile) -> None:
    if size is not None and size > file.max_bytes:
        shown = show_name(file.url or file.name)
        message = f"{shown} is larger than {file.max_bytes / 1e6:,.0f} MB, far more than it should be: it may be a trap"
        raise BrokenPackError(message)


def _read_note(part: Path, url: str) -> _Edition | None:
    """Read which edition a file on its way is; None when nothing is known of it, or it is another address."""
    try:
        edition = _Edition(**json.loads(part.with_suffix(".json").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    return edition if edition.url == url else None


def _write_note(part: Path, edition: _Edition) -> None:
    note = part.with_suffix(".json")
    beside = note.with_suffix(".new")
    beside.write_text(json.dumps(asdict(edition)), encoding="utf-8")
    beside.replace(note)
