"""geopy's services by name: opened with settings that were checked, and asked with what each understands."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from geopy.exc import GeopyError
from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.errors import ConfigurationError
from geo.geocoders.settings import ENVIRONMENT_PREFIX, SECRETS, GeocoderSettings, suggest

__all__ = ["check_service", "extra_arguments", "open_service"]

# What the settings say by themselves, and what no file can say.
_OWN = frozenset({"user_agent", "timeout", "adapter_factory", "ssl_context"})
_LIMIT = 5
# Photon refuses to answer in any other language.
_LANGUAGES = {"photon": frozenset({"de", "en", "fr"})}
# What makes a service tell names, kinds and countries, where it can.
_WISHES: Mapping[str, object] = {
    "limit": _LIMIT,
    "addressdetails": True,
    "namedetails": True,
    "annotations": False,
    "include_country_code": True,
    "out_fields": "*",
}


def check_service(name: str) -> type:
    """Give geopy's class of a service.

    Parameters
    ----------
    name
        The service as geopy calls it, in any case.

    Raises
    ------
    ConfigurationError
        When geopy has no such service.

    Examples
    --------
    >>> check_service("Nominatim").__name__
    'Nominatim'
    """
    service = SERVICE_TO_GEOCODER.get(name.lower())
    if service is None:
        message = f"unknown geocoder {name!r}{suggest(name, SERVICE_TO_GEOCODER)}"
        raise ConfigurationError(message)
    kind: type = service
    return kind


def open_service(settings: GeocoderSettings, adapter_factory: Callable[..., object]) -> Any:  # noqa: ANN401 - geopy has no types
    """Open a service; nothing is asked yet.

    Parameters
    ----------
    settings
        The service and its options.
    adapter_factory
        What makes the adapter that geopy asks through, as :class:`geopy.geocoders.base.Geocoder` takes it.

    Raises
    ------
    ConfigurationError
        When there is no such service, an option is not known to it, or a key is missing.
    """
    service = check_service(settings.name)
    known = {name: one for name, one in inspect.signature(service).parameters.items() if name not in _OWN}
    options = _checked_options(settings, known)
    missing = [name for name, one in known.items() if one.default is one.empty and name not in options]
    if missing:
        message = f"the geocoder {settings.name!r} needs {missing[0]!r}: set {_where(missing[0])}"
        raise ConfigurationError(message)
    try:
        return service(
            user_agent=settings.user_agent,
            timeout=settings.timeout_s,
            adapter_factory=adapter_factory,
            **{"scheme": "https"} if _asks_for_scheme(known, options) else {},
            **options,
        )
    except (GeopyError, ValueError, TypeError) as error:
        message = (
            f"the geocoder {settings.name!r} cannot be opened with these settings: {' '.join(str(error).split())} "
            f"(keys are read from the environment: {ENVIRONMENT_PREFIX}API_KEY and the like)"
        )
        raise ConfigurationError(message) from error


def extra_arguments(service: Any, *, name: str, language: str) -> dict[str, object]:  # noqa: ANN401 - geopy has no types
    """Give what to say beside the query: all that the service understands of what is wished for.

    Parameters
    ----------
    service
        An open service.
    name
        The service as geopy calls it.
    language
        The language of the answers, as a code: ``"es"``.

    Examples
    --------
    >>> from geopy.geocoders import Photon
    >>> extra_arguments(Photon(), name="photon", language="fr")
    {'limit': 5, 'language': 'fr'}
    >>> extra_arguments(Photon(), name="photon", language="es")
    {'limit': 5}
    """
    understood = inspect.signature(service.geocode).parameters
    arguments = {key: value for key, value in _WISHES.items() if key in understood}
    if "language" in understood and language in _LANGUAGES.get(name.lower(), {language}):
        arguments["language"] = language
    return arguments


def _asks_for_scheme(known: Mapping[str, inspect.Parameter], options: Mapping[str, object]) -> bool:
    """Say whether to ask for an encrypted line: wherever the service does not choose another by itself."""
    return "scheme" in known and known["scheme"].default is None and "scheme" not in options


def _checked_options(settings: GeocoderSettings, known: Mapping[str, inspect.Parameter]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for key, value in settings.options.items():
        if key in known:
            options[key] = _as_default(value, known[key].default)
        elif key not in SECRETS:
            # A key in the environment may be another service's.
            own = f": {key!r} is a setting of its own" if key in _OWN else suggest(key, known)
            message = f"the geocoder {settings.name!r} has no option {key!r}{own}"
            raise ConfigurationError(message)
    if "://" in str(options.get("domain", "")):
        message = f"geocoder option domain = {options['domain']!r}: write it without scheme, such as 'photon.komoot.io'"
        raise ConfigurationError(message)
    return options


def _as_default(value: object, default: object) -> object:
    """Give a value of the environment, which is words, as the number that the service takes."""
    if isinstance(value, str) and isinstance(default, int) and not isinstance(default, bool) and value.isdecimal():
        return int(value)
    return value


def _where(keyword: str) -> str:
    variable = f"{ENVIRONMENT_PREFIX}{keyword.upper()}"
    return variable if keyword in SECRETS else f"{variable} or options.{keyword} of the geocoder's settings"
