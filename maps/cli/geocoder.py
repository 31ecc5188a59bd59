"""The options ``--geocoder`` and ``--geocoder-first``: an online service that the user names, and what it is told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from geo.errors import ConfigurationError
from maps.cli.settings import setting_option, settings_of
from maps.settings import SETTINGS

if TYPE_CHECKING:
    from geo.geocoders import OnlineGeocoder

__all__ = ["geocoder_option", "open_geocoder", "show_geocoder_notices"]

_NOBODY = "none"


def geocoder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name an online geocoder."""
    first = click.option(
        "--geocoder-first",
        is_flag=True,
        help="Ask the online geocoder for every name, before the gazetteer's answer is taken.",
    )
    return setting_option("geocoder.name", "geocoder")(first(command))


def open_geocoder(
    name: str | None, settings: Mapping[str, Any] | None = None, *, first: bool = False
) -> "OnlineGeocoder | None":
    """Open the online geocoder that a user named; nothing is asked yet.

    Parameters
    ----------
    name
        The service as geopy calls it; None, or ``"none"``, for none.
    settings
        How to ask it, by the names of :class:`geo.geocoders.GeocoderSettings`, as a file has them; what the environment
        says counts before it. None for what the files of this call's configuration say.
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
    if name is None or name == _NOBODY:
        if first:
            message = "--geocoder-first asks nobody: name a service with --geocoder"
            raise ConfigurationError(message)
        return None
    from geo.geocoders import OnlineGeocoder, read_geocoder_settings  # noqa: PLC0415 - geopy is for those who ask online

    table = _configured() if settings is None else settings
    spoken = read_geocoder_settings(name, table)
    return OnlineGeocoder(replace(spoken, when="first") if first else spoken, tell=_tell)


def _configured() -> dict[str, Any]:
    """Give what files say of the geocoder; what the environment says, the geocoder reads by itself."""
    found = settings_of(click.get_current_context()).found.values()
    said = {one.name: one.value for one in found if one.layer in {"user", "project"}}
    keys = (name.partition(".")[2] for name, one in SETTINGS.items() if one.table == "geocoder")
    table = {key: said[f"geocoder.{key}"] for key in keys if key != "name" and f"geocoder.{key}" in said}
    start = "geocoder.options."
    options = {name.removeprefix(start): value for name, value in said.items() if name.startswith(start)}
    return {**table, "options": options}


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
