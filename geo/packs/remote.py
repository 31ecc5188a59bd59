"""A file that is read where it lies: only the ranges of bytes that are asked for come down the line."""

import io

from geo.errors import DownloadError
from geo.packs.model import WantedFile
from geo.packs.web import Client, connection_errors
from geo.read.source import show_name

__all__ = ["RemoteFile"]

_PARTIAL = 206


class RemoteFile(io.RawIOBase):
    """A file at an address, for reading by whoever reads files.

    Parameters
    ----------
    client
        What asks for its bytes, again where a connection is cut.
    file
        The file, with its size and edition as :func:`geo.packs.download.look_up` found them.

    Raises
    ------
    DownloadError
        When its source does not say how large it is.
    """

    def __init__(self, client: Client, file: WantedFile) -> None:
        super().__init__()
        if file.size is None:
            message = f"{show_name(file.url)} does not say how large it is: try again later"
            raise DownloadError(message)
        self._client = client
        self._file = file
        self._size = file.size
        self._at = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that any part of it can be read."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(start + offset, 0)
        return self._at

    def tell(self) -> int:
        """Give the byte where it is read next."""
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Read as many bytes as there is room for."""
        count = min(len(buffer), self._size - self._at)
        if count <= 0:
            return 0
        data = bytearray()
        start = self._at
        self._client.retry(lambda: self._fetch(start, count, data), reached=lambda: len(data))
        buffer[:count] = data
        self._at += count
        return count

    def _fetch(self, start: int, count: int, data: bytearray) -> None:
        """Add what is missing of a range."""
        url, first = self._file.url, start + len(data)
        headers = {"Range": f"bytes={first}-{start + count - 1}"}
        with self._client.open("GET", url, headers) as response:
            self._check(response.status_code, response.headers.get("Content-Range", ""), first)
            if self._file.etag and response.headers.get("ETag", self._file.etag) != self._file.etag:
                message = f"{show_name(url)} has changed meanwhile: try again"
                raise DownloadError(message)
            try:
                while len(data) < count and (piece := response.raw.read(1 << 18, decode_content=False)):
                    data += piece[: count - len(data)]
                    self._client.progress.advance(len(piece))
            except connection_errors() as error:
                message = f"the connection to {show_name(url)} was cut"
                raise DownloadError(message, passing=True) from error
        if len(data) < count:
            message = f"the connection to {show_name(url)} was cut"
            raise DownloadError(message, passing=True)

    def _check(self, status: int, content_range: str, first: int) -> None:
        if status != _PARTIAL or not content_range.startswith(f"bytes {first}-"):
            message = f"{show_name(self._file.url)} gives no part of a file: check the mirror"
            raise DownloadError(message)
