"""The options ``--geocoder`` and ``--geocoder-first``: an online service that the user names, and what it is told."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from geo.errors import ConfigurationError

if TYPE_CHECKING:
    from geo.geocoders import OnlineGeocoder

__all__ = ["geocoder_option", "open_geocoder", "open_named_geocoder", "show_geocoder_notices"]


def geocoder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name an online geocoder."""
    first = click.option(
        "--geocoder-first",
        is_flag=True,
        help="Ask the online geocoder for every name, before the gazetteer's answer is taken.",
    )
    name = click.option(
        "--geocoder",
        metavar="NAME",
        help="Ask an online service for names that the gazetteer lacks: nominatim, photon, geonames or another of"
        " geopy's. The names are sent to it, and nothing else. See docs/geocoders.md.",
    )
    return name(first(command))


def open_named_geocoder(name: str | None, *, first: bool) -> "OnlineGeocoder | None":
    """Open the online geocoder that the options of a command name.

    Parameters
    ----------
    name
        What ``--geocoder`` says; None when it was not given.
    first
        What ``--geocoder-first`` says.

    Raises
    ------
    ConfigurationError
        As :func:`open_geocoder` does, or when there is nobody to ask first.
    """
    if first and name is None:
        message = "--geocoder-first asks nobody: name a service with --geocoder"
        raise ConfigurationError(message)
    return open_geocoder(name, {"when": "first"} if first else {})


def open_geocoder(name: str | None, settings: Mapping[str, Any] | None = None) -> "OnlineGeocoder | None":
    """Open the online geocoder that a user named; nothing is asked yet.

    Parameters
    ----------
    name
        The service as geopy calls it; None for none.
    settings
        How to ask it, by the names of :class:`geo.geocoders.GeocoderSettings`; what the environment says counts first.

    Returns
    -------
    OnlineGeocoder or None
        It says on standard error what it is about to send where.

    Raises
    ------
    ConfigurationError
        When there is no such service, a setting is not known or makes no sense, or the user agent or a key is missing.
    """
    if name is None:
        return None
    from geo.geocoders import OnlineGeocoder, read_geocoder_settings  # noqa: PLC0415 - geopy is for those who ask online

    return OnlineGeocoder(read_geocoder_settings(name, settings or {}), tell=_tell)


def show_geocoder_notices(geocoder: "OnlineGeocoder | None") -> None:
    """Tell on standard error for how many names an online geocoder gave no answer, and let go of it.

    Parameters
    ----------
    geocoder
        What was asked; None for nothing.
    """
    if geocoder is None:
        return
    for notice in geocoder.notices():
        _tell(f"note: {notice}")
    geocoder.close()


def _tell(line: str) -> None:
    # A domain of the settings, or what a service says, is data: a terminal shall not obey it.
    click.echo("".join(sign if sign.isprintable() else "\ufffd" for sign in line), err=True)
