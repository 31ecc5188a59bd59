"""What geopy asks through: one request at a time, with a limit on size and time, that follows nobody elsewhere."""

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import requests
from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable

__all__ = ["ServiceAdapter"]

_LARGEST_BYTES = 4_000_000
_PIECE_BYTES = 65_536
_FIRST_ERROR = 400
_FIRST_REDIRECT = 300


class ServiceAdapter(BaseSyncAdapter):
    """An adapter for geopy that tells before each request where it goes.

    geopy's own asks again by itself when a line is cut, without a pause, and waits for ever for a service that sends a
    byte now and then.

    Parameters
    ----------
    proxies, ssl_context
        As geopy gives them; None for those of the system.
    before
        Is called with the address before each request.
    monotonic
        Gives the seconds since some moment.
    """

    def __init__(
        self,
        *,
        proxies: Mapping[str, str] | None,
        ssl_context: object,
        before: Callable[[str], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open a session; nothing is asked yet."""
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._session = requests.Session()
        self._session.proxies.update(proxies or {})
        # A file of passwords for other programs is none of a geocoder's business.
        self._session.auth = _no_password
        self._before, self._monotonic = before, monotonic

    def close(self) -> None:
        """Let go of open lines."""
        self._session.close()

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
        """Give the JSON that an address answers with."""
        body = self._fetch(url, timeout=timeout, headers=headers)
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError) as error:
            message = "the answer is no JSON"
            raise GeocoderParseError(message) from error
        # geopy takes nothing at all for "there is no such place", which a service says with an empty list.
        if not isinstance(answer, list) and not (isinstance(answer, dict) and answer):
            message = "the answer holds nothing"
            raise GeocoderParseError(message)
        return answer

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Give the text that an address answers with."""
        return self._fetch(url, timeout=timeout, headers=headers).decode("utf-8", "replace")

    def _fetch(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> bytes:
        self._before(url)
        end = self._monotonic() + timeout
        try:
            with self._session.get(
                url, headers=dict(headers), timeout=timeout, stream=True, allow_redirects=False
            ) as reply:
                body = self._read(reply, end)
        except requests.Timeout as error:
            message = "the service did not answer in time"
            raise GeocoderTimedOut(message) from error
        except requests.RequestException as error:
            message = f"the service cannot be reached ({type(error).__name__})"
            raise GeocoderUnavailable(message) from error
        if reply.status_code >= _FIRST_REDIRECT:
            code = reply.status_code
            message = f"status {code}" if code >= _FIRST_ERROR else f"status {code}: the service has moved"
            raise AdapterHTTPError(message, status_code=code, headers=reply.headers, text="")
        return body

    def _read(self, reply: requests.Response, end: float) -> bytes:
        """Read a whole answer, as it comes: a service that sends a byte now and then runs out of time too."""
        pieces: list[bytes] = []
        size = 0
        while piece := _read_piece(reply):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST_BYTES:
                message = f"the answer is larger than {_LARGEST_BYTES:,} bytes"
                raise GeocoderParseError(message)
            if self._monotonic() > end:
                message = "the service did not finish its answer in time"
                raise GeocoderTimedOut(message)
        return b"".join(pieces)


def _read_piece(reply: requests.Response) -> bytes:
    try:
        piece: bytes = reply.raw.read1(_PIECE_BYTES, decode_content=True)
    except Exception as error:
        # Whatever the layers below raise here means the same.
        if "timed out" in str(error).lower():
            message = "the service did not finish its answer in time"
            raise GeocoderTimedOut(message) from error
        message = "the answer was cut off"
        raise GeocoderUnavailable(message) from error
    return piece


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
