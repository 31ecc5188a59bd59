"""The options ``--geocoder`` and ``--geocoder-first``: an online service that the user names, and what it is told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from geo.errors import ConfigurationError

if TYPE_CHECKING:
    from geo.geocoders import OnlineGeocoder

__all__ = ["geocoder_option", "open_geocoder", "show_geocoder_notices"]


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


def open_geocoder(
    name: str | None, settings: Mapping[str, Any] | None = None, *, first: bool = False
) -> "OnlineGeocoder | None":
    """Open the online geocoder that a user named; nothing is asked yet.

    Parameters
    ----------
    name
        The service as geopy calls it; None for none.
    settings
        How to ask it, by the names of :class:`geo.geocoders.GeocoderSettings`, as a file has them; what the environment
        says counts before it.
    first
        Whether ``--geocoder-first`` was given, which counts before both.

    Returns
    -------
    OnlineGeocoder or None
        It says on standard error what it is about to send where.

    Raises
    ------
    ConfigurationError
        When there is no such service or nobody to ask first, a setting is not known or makes no sense, or who asks
        or a key is missing.
    """
    if name is None:
        if first:
            message = "--geocoder-first asks nobody: name a service with --geocoder"
            raise ConfigurationError(message)
        return None
    from geo.geocoders import OnlineGeocoder, read_geocoder_settings  # noqa: PLC0415 - geopy is for those who ask online

    spoken = read_geocoder_settings(name, settings or {})
    return OnlineGeocoder(replace(spoken, when="first") if first else spoken, tell=_tell)


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
