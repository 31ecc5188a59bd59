"""Asking a server: addresses that may be asked, redirects, waiting when it says so, and errors in a line each.

Nothing here runs unless the user installs or updates a data pack.
"""

import ipaddress
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urljoin, urlsplit

from geo.errors import DownloadError
from geo.read.source import show_name, show_reason

if TYPE_CHECKING:
    import requests

__all__ = ["Client", "NoProgress", "Progress", "check_url", "connection_errors", "open_client", "read_retry_after"]

MAX_REDIRECTS = 5
"""How often an address may lead to another."""
MAX_WAIT_S = 600.0
"""The longest wait that a server may ask for; one that asks for more is not waited for."""

_CONNECT_S, _READ_S = 15.0, 60.0
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FINE = frozenset({200, 206, 416})
_MISSING = frozenset({404, 410})

_Result = TypeVar("_Result")


class Progress(Protocol):
    """What is told how far a download or a compilation is."""

    def start(self, what: str, total: int | None) -> None:
        """Begin a step of so many bytes; None when that is not known."""
        ...

    def advance(self, count: int) -> None:
        """Go on by so many bytes."""
        ...


class NoProgress:
    """Tells nobody."""

    def start(self, what: str, total: int | None) -> None:
        """Begin a step."""

    def advance(self, count: int) -> None:
        """Go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What asks servers, with the clock and the sleep that it waits by.

    Parameters
    ----------
    session
        Opens the connections.
    sleep
        Waits so many seconds.
    now
        Gives the time, in seconds since 1970.
    attempts
        How often one thing is tried without getting further.
    progress
        Is told how far downloads are.
    """

    session: "requests.Session"
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time
    attempts: int = 5
    progress: Progress = field(default_factory=NoProgress)

    @contextmanager
    def open(self, method: str, url: str, headers: dict[str, str] | None = None) -> Iterator["requests.Response"]:
        """Ask for an address, and follow it where it leads.

        Parameters
        ----------
        method
            ``"GET"`` or ``"HEAD"``.
        url
            The address; https, or http on this machine.
        headers
            What to say beside it.

        Raises
        ------
        DownloadError
            When it cannot be had; it says whether that may pass.
        """
        import requests  # noqa: PLC0415 - only who downloads pays for it

        try:
            response = self._follow(method, url, headers or {})
        except (requests.exceptions.RequestException, ValueError) as error:  # ValueError: an address that is none
            raise _explain(url, error) from error
        with response:
            self._check(response, url)
            yield response

    def _follow(self, method: str, url: str, headers: dict[str, str]) -> "requests.Response":
        asked = url
        for _ in range(MAX_REDIRECTS + 1):
            check_url(asked, led_from=None if asked == url else url)
            response = self.session.request(
                method, asked, headers=headers, stream=True, allow_redirects=False, timeout=(_CONNECT_S, _READ_S)
            )
            if response.status_code not in _REDIRECTS:
                return response
            target = response.headers.get("Location", "")
            response.close()
            asked = urljoin(asked, target)
        message = f"{show_name(url)} leads from one address to the next without end: try again later"
        raise DownloadError(message)

    def _check(self, response: "requests.Response", url: str) -> None:
        status = response.status_code
        if status in _FINE:
            return
        message = f"{show_name(url)} answers {status}: it cannot be had from here"
        if status in _AGAIN:
            wait_s = read_retry_after(response.headers.get("Retry-After", ""), now=self.now())
            raise DownloadError(f"{show_name(url)} answers {status}", passing=True, retry_after_s=wait_s)  # noqa: EM102, TRY003
        if status in _MISSING:
            message = f"there is nothing at {show_name(url)} ({status}): check the name of the pack, or the mirror"
        raise DownloadError(message, missing=status in _MISSING)

    def retry(self, task: Callable[[], _Result], *, reached: Callable[[], int] = lambda: 0) -> _Result:
        """Do something that may fail for a while, again and again, as long as it gets further.

        Parameters
        ----------
        task
            What to do.
        reached
            Says how far it has come; getting further makes it patient again.

        Raises
        ------
        DownloadError
            When it failed for good, or was tried often enough.
        """
        import tenacity  # noqa: PLC0415 - only who downloads pays for it

        retrying = tenacity.Retrying(
            sleep=self.sleep,
            stop=_Patience(attempts=self.attempts, reached=reached).is_over,
            wait=_wait_s,
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, DownloadError) and error.passing),
            reraise=True,
        )
        try:
            return retrying(task)
        except DownloadError as error:
            if not error.passing:
                raise
            asked = error.retry_after_s
            when = "later" if asked is None else f"in {asked:,.0f} seconds, as it asks"
            message = f"{error}: try again {when}; what was fetched so far is kept"
            raise DownloadError(message, retry_after_s=asked) from error


class _Patience:
    """Counts attempts that get no further."""

    def __init__(self, *, attempts: int, reached: Callable[[], int]) -> None:
        self._attempts = attempts
        self._reached = reached
        self._best = reached()
        self._tried = 0

    def is_over(self, state: Any) -> bool:  # noqa: ANN401 - tenacity's
        asked_s = state.outcome.exception().retry_after_s
        here = self._reached()
        self._tried = 1 if here > self._best else self._tried + 1
        self._best = max(here, self._best)
        return self._tried >= self._attempts or (asked_s is not None and asked_s > MAX_WAIT_S)


def _wait_s(state: Any) -> float:  # noqa: ANN401 - tenacity's
    asked_s: float | None = state.outcome.exception().retry_after_s
    return min(2.0 ** (state.attempt_number - 1), 60.0) if asked_s is None else asked_s


@contextmanager
def open_client(*, progress: Progress | None = None) -> Iterator[Client]:
    """Give what asks servers, in Dateline's own name; its connections are closed at the end.

    Parameters
    ----------
    progress
        Is told how far downloads are; None tells nobody.
    """
    import requests  # noqa: PLC0415 - only who downloads pays for it

    with requests.Session() as session:
        # Bytes as they are: their number and checksum are compared with what the source says.
        session.headers.update({"User-Agent": f"dateline/{version('dateline')}", "Accept-Encoding": "identity"})
        yield Client(session=session, progress=progress or NoProgress())


def check_url(url: str, *, led_from: str | None = None) -> None:
    """Refuse an address that data may not come from.

    Parameters
    ----------
    url
        The address: https, or http on this machine.
    led_from
        The address that led there; None for none. One outside does not lead to this machine.

    Raises
    ------
    DownloadError
        When it is refused.

    Examples
    --------
    >>> check_url("https://download.geonames.org/export/dump/PE.zip")
    """
    parts = urlsplit(url)
    local = _is_here(parts.hostname or "")
    why = ""
    if not parts.hostname or parts.scheme not in {"http", "https"}:
        why = "it is no web address"
    elif parts.scheme == "http" and not local:
        why = "it is not https"
    elif local and led_from is not None and not _is_here(urlsplit(led_from).hostname or ""):
        why = "it leads to this machine"
    if why:
        begin = f"{show_name(led_from)} leads to {show_name(url)}" if led_from else f"{show_name(url)} is not asked"
        message = f"{begin}: {why}; check the address or the mirror"
        raise DownloadError(message)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def read_retry_after(value: str, *, now: float) -> float | None:
    """Read how long a server asks to wait, in seconds; None when it does not say.

    Parameters
    ----------
    value
        The header ``Retry-After``: a number of seconds, or a date.
    now
        The time, in seconds since 1970.

    Examples
    --------
    >>> read_retry_after("120", now=0.0), read_retry_after("Thu, 01 Jan 1970 00:01:00 GMT", now=0.0)
    (120.0, 60.0)
    """
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(parsedate_to_datetime(text).timestamp() - now, 0.0)
    except (ValueError, OverflowError, OSError):
        return None


def connection_errors() -> tuple[type[Exception], ...]:
    """Give what reading an answer raises when its connection is cut or stalls."""
    import requests  # noqa: PLC0415 - only who downloads pays for it

    # The error of urllib3, which requests lets through from a stream that is read as it comes.
    cut: type[Exception] = requests.exceptions.BaseHTTPError  # type: ignore[attr-defined]
    return (cut, OSError)


def _explain(url: str, error: Exception) -> DownloadError:
    import requests  # noqa: PLC0415

    kinds = requests.exceptions
    host = urlsplit(url).hostname or ""
    if isinstance(error, kinds.SSLError):
        return DownloadError(f"{host} cannot prove that it is {host} ({show_reason(error)}): check the network")
    if isinstance(error, kinds.Timeout):
        return DownloadError(f"{show_name(url)} does not answer in time", passing=True)
    if isinstance(error, kinds.ConnectionError | kinds.ChunkedEncodingError):
        return DownloadError(f"{host} cannot be reached, or the connection was cut", passing=True)
    return DownloadError(f"{show_name(url)} cannot be fetched ({show_reason(error)}): check the address or the mirror")
