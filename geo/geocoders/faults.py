"""From the errors of geopy to those of Dateline, and from these to words."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from geopy.adapters import AdapterHTTPError
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from geo.errors import (
    ConfigurationError,
    GeocoderError,
    GeocoderRateLimitedError,
    GeocoderTimeoutError,
    GeocoderUnavailableError,
)
from geo.geocoders.settings import ENVIRONMENT_PREFIX
from geo.said import Said

__all__ = ["explain_fault", "read_retry_after", "translate_fault"]

_REFUSED = frozenset({401, 403, 407})
_TIMED_OUT = frozenset({408, 504})
_RATE_LIMITED = 429
_QUOTA = 402
_FIRST_FAILURE = 500


def translate_fault(error: Exception, service: str, *, now_s: float) -> GeocoderError | ConfigurationError:
    """Give what went wrong in the terms of :mod:`geo.errors`.

    Parameters
    ----------
    error
        Whatever geopy raised.
    service
        What the service is called.
    now_s
        The time now, in seconds since 1970.

    Returns
    -------
    GeocoderError or ConfigurationError
        The latter when the service refuses the key or the asker.

    Examples
    --------
    >>> translate_fault(GeocoderTimedOut("after 1 s"), "Photon", now_s=0.0)
    GeocoderTimeoutError('Photon did not answer in time')
    """
    below = error.__cause__ if isinstance(error.__cause__, AdapterHTTPError) else None
    if below is not None:
        wait_s = read_retry_after(below.headers, now_s=now_s)
        return _of_status(below.status_code, service, wait_s) or _of_class(error, service)
    return _of_class(error, service)


def _of_status(status: int, service: str, wait_s: float | None) -> GeocoderError | ConfigurationError | None:
    if status in _REFUSED:
        return _refused(service, f"status {status}")
    if status == _QUOTA:
        return _rate_limited(service, math.inf)
    if status == _RATE_LIMITED or (status >= _FIRST_FAILURE and wait_s is not None):
        return _rate_limited(service, wait_s)
    if status in _TIMED_OUT:
        return GeocoderTimeoutError(f"{service} did not answer in time")
    if status >= _FIRST_FAILURE:
        return GeocoderUnavailableError(f"{service} fails (status {status})")
    return GeocoderError(f"{service} answered with status {status}")


def _of_class(error: Exception, service: str) -> GeocoderError | ConfigurationError:
    kinds: Mapping[type, Callable[[], GeocoderError | ConfigurationError]] = {
        GeocoderTimedOut: lambda: GeocoderTimeoutError(f"{service} did not answer in time"),
        GeocoderUnavailable: lambda: GeocoderUnavailableError(f"{service} cannot be reached"),
        GeocoderRateLimited: lambda: _rate_limited(service, getattr(error, "retry_after", None)),
        GeocoderQuotaExceeded: lambda: _rate_limited(service, math.inf),
        GeocoderAuthenticationFailure: lambda: _refused(service, "the key"),
        GeocoderInsufficientPrivileges: lambda: _refused(service, "the key"),
    }
    for kind, make in kinds.items():
        if isinstance(error, kind):
            return make()
    return GeocoderError(f"the answer of {service} cannot be read")


def _refused(service: str, what: str) -> ConfigurationError:
    return ConfigurationError(
        f"{service} refuses to answer ({what}): set {ENVIRONMENT_PREFIX}API_KEY or {ENVIRONMENT_PREFIX}USERNAME if it"
        f" wants a key, and a user agent that says who asks in {ENVIRONMENT_PREFIX}USER_AGENT"
    )


def _rate_limited(service: str, wait_s: float | None) -> GeocoderRateLimitedError:
    message = f"{service} asks to wait"
    if wait_s is not None:
        message += " until another day" if math.isinf(wait_s) else f" {wait_s:.0f} s"
    return GeocoderRateLimitedError(message, retry_after_s=wait_s)


def read_retry_after(headers: Mapping[str, str], *, now_s: float) -> float | None:
    """Give how many seconds a service asks to wait.

    Parameters
    ----------
    headers
        Those of its answer; ``Retry-After`` is a number of seconds or a date.
    now_s
        The time now, in seconds since 1970.

    Returns
    -------
    float or None
        0 or more; None when it does not say, or nothing that can be read.

    Examples
    --------
    >>> read_retry_after({"retry-after": "Thu, 01 Jan 1970 00:02:00 GMT"}, now_s=60.0)
    60.0
    """
    said = str(headers.get("retry-after") or "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        date = parsedate_to_datetime(said)
        until_s = (date if date.tzinfo else date.replace(tzinfo=dt.UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return max(0.0, until_s - now_s)


def explain_fault(error: Exception) -> Said:
    """Say in a few words why a service gave no answer.

    Parameters
    ----------
    error
        As :func:`translate_fault` gives it.

    Examples
    --------
    >>> explain_fault(GeocoderTimeoutError("Photon did not answer in time"))
    'timed out'
    """
    match error:
        case GeocoderTimeoutError():
            return Said("timed out")
        case GeocoderRateLimitedError():
            return Said("it asks to wait")
        case GeocoderUnavailableError():
            return Said("it cannot be reached, or fails")
        case ConfigurationError():
            return Said("it refuses to answer")
        case _:
            return Said("its answer cannot be used")
