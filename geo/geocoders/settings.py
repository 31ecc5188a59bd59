"""The settings of an online geocoder: from a table of a TOML file, and keys from the environment alone."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Literal, get_args

from geo.errors import ConfigurationError

__all__ = ["ENVIRONMENT_PREFIX", "SECRETS", "GeocoderSettings", "When", "read_geocoder_settings", "suggest"]

When = Literal["fallback", "first"]
"""Whether names are asked for that the gazetteer lacks, or all of them before its answer is taken."""

ENVIRONMENT_PREFIX = "DATELINE_GEOCODER_"
"""Before the name of a setting or of a service's keyword, in capitals: ``DATELINE_GEOCODER_API_KEY``."""

SECRETS = frozenset(
    """api_key apikey app_code app_id auth_id auth_token client_id password secret_key security_key
    subscription_key username""".split()
)
"""Keywords of services that are read from the environment alone, so that no file that is shared holds a key."""

_PLACEHOLDERS = frozenset(
    """my-application my_application my-app my_app myapp my_app/1 my_user_agent my_user_agent/1.0 my-user-agent
    specify_your_app_name_here your-app your_app your_app_name your-user-agent user-agent user_agent app application
    example test testing agent none null todo changeme dateline""".split()
)
# A browser's or a library's name says nothing of who asks, and services bar it.
_NOBODY = ("geopy/", "mozilla/", "python-requests", "python-urllib", "curl/")
_LEAST_LENGTH = 4
_MOST_TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class GeocoderSettings:
    """Which online geocoder to ask, and how.

    Parameters
    ----------
    name
        The service as geopy calls it: ``"nominatim"``, ``"photon"``, ``"geonames"``, …
    user_agent
        Who asks, in the words of the asker: a name with an address that can be reached. Services bar those who do not
        say.
    when
        ``"fallback"`` asks for names that the gazetteer lacks, ``"first"`` for all before its answer is taken.
    options
        Keywords of the service's class in geopy: ``{"domain": "nominatim.example.org"}``.
    least_delay_s
        Seconds between two requests at least, of all processes of this user together.
    timeout_s
        Seconds to wait for an answer.
    tries
        How often to ask for one name when the service fails.
    longest_wait_s
        Seconds to wait for one name at most, all tries together; a service that asks to wait longer is left alone.
    found_age_days, not_found_age_days
        How long an answer that found something, and one that found nothing, is kept; 0 keeps none.

    Raises
    ------
    ConfigurationError
        When a value makes no sense.

    Examples
    --------
    >>> GeocoderSettings(name="nominatim", user_agent="newsroom.example maps (desk@newsroom.example)").when
    'fallback'
    """

    name: str
    user_agent: str
    when: When = "fallback"
    options: Mapping[str, Any] = field(default_factory=dict)
    least_delay_s: float = 1.0
    timeout_s: float = 10.0
    tries: int = 3
    longest_wait_s: float = 60.0
    found_age_days: float = 180.0
    not_found_age_days: float = 14.0

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        _check_text("name", self.name)
        _check_user_agent(self.user_agent)
        if self.when not in get_args(When):
            message = f"geocoder setting when = {self.when!r}: write 'fallback' or 'first'"
            raise ConfigurationError(message)
        _check_number("timeout_s", self.timeout_s, above=0)
        for name in ("least_delay_s", "longest_wait_s", "found_age_days", "not_found_age_days"):
            _check_number(name, getattr(self, name))
        if isinstance(self.tries, bool) or not isinstance(self.tries, int) or not 1 <= self.tries <= _MOST_TRIES:
            message = f"geocoder setting tries = {self.tries!r}: write a whole number from 1 to {_MOST_TRIES}"
            raise ConfigurationError(message)
        if not isinstance(self.options, Mapping) or not all(isinstance(key, str) for key in self.options):
            message = f"geocoder setting options = {self.options!r}: write a table of keywords and values"
            raise ConfigurationError(message)


def read_geocoder_settings(
    name: str, table: Mapping[str, Any], *, environment: Mapping[str, str] | None = None
) -> GeocoderSettings:
    """Read settings from a table, with keys and what else is set in the environment.

    Parameters
    ----------
    name
        The service as geopy calls it.
    table
        Names of settings and their values, as a TOML file has them; ``options`` is a table of its own.
    environment
        The variables of the environment; None for those of this process. ``DATELINE_GEOCODER_`` and the name of a
        setting or of a service's keyword, in capitals, counts before the table.

    Returns
    -------
    GeocoderSettings
        Whether the service knows its options is seen when it is opened.

    Raises
    ------
    ConfigurationError
        When a setting is not known, makes no sense, or is a key that stands in the table.

    Examples
    --------
    >>> spoken = {"DATELINE_GEOCODER_USER_AGENT": "newsroom.example maps", "DATELINE_GEOCODER_USERNAME": "ana"}
    >>> settings = read_geocoder_settings("geonames", {"tries": 2}, environment=spoken)
    >>> settings.tries, settings.options
    (2, {'username': 'ana'})
    """
    known = {one.name for one in fields(GeocoderSettings)} - {"name"}
    for key in table:
        if key not in known:
            message = f"unknown geocoder setting {key!r}{suggest(str(key), known)}"
            raise ConfigurationError(message)
    options = _options_of(table)
    values = {key: value for key, value in table.items() if key != "options"}
    for key, value in _spoken(os.environ if environment is None else environment):
        if key in known - {"options"}:
            values[key] = _as_number(value) if key not in {"user_agent", "when"} else value
        else:
            options[key] = value
    return GeocoderSettings(name=name, options=options, **{"user_agent": "", **values})


def suggest(word: str, known: Any) -> str:  # noqa: ANN401 - any collection of words
    """Give the end of a message about an unknown word: the known one that it resembles, or all of them.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Examples
    --------
    >>> suggest("nominatin", ["photon", "nominatim"])
    ": did you mean 'nominatim'?"
    """
    near = get_close_matches(word.lower(), sorted(known), n=1)
    return f": did you mean {near[0]!r}?" if near else f": choose from {', '.join(sorted(known))}"


def _options_of(table: Mapping[str, Any]) -> dict[str, Any]:
    options = table.get("options", {})
    if not isinstance(options, Mapping):
        message = f"geocoder setting options = {options!r}: write a table of keywords and values"
        raise ConfigurationError(message)
    for key in options:
        if key in SECRETS:
            message = (
                f"geocoder option {key!r} is a key, and keys are read from the environment alone: "
                f"set {ENVIRONMENT_PREFIX}{key.upper()}"
            )
            raise ConfigurationError(message)
    return dict(options)


def _spoken(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (name.removeprefix(ENVIRONMENT_PREFIX).lower(), value)
        for name, value in sorted(environment.items())
        # Which service to ask is no setting of it.
        if name.startswith(ENVIRONMENT_PREFIX) and value and name != f"{ENVIRONMENT_PREFIX}NAME"
    ]


def _as_number(value: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        message = f"geocoder setting {name} = {value!r}: write words"
        raise ConfigurationError(message)


def _check_number(name: str, value: object, *, above: float | None = None) -> None:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    if not (math.isfinite(number) and number >= 0) or number == above:
        message = f"geocoder setting {name} = {value!r}: write a number {'above' if above == 0 else 'of at least'} 0"
        raise ConfigurationError(message)


def _check_user_agent(value: object) -> None:
    words = value.strip().lower() if isinstance(value, str) else ""
    real = len(words) >= _LEAST_LENGTH and words not in _PLACEHOLDERS and not words.startswith(_NOBODY)
    if not real or not words.isascii() or not words.isprintable():
        message = (
            f"an online geocoder must be told who asks, and the user agent {value!r} does not: set "
            f"{ENVIRONMENT_PREFIX}USER_AGENT or user_agent of the geocoder's settings to a name with an address, "
            "such as 'newsroom.example maps (desk@newsroom.example)'"
        )
        raise ConfigurationError(message)
