"""Where Dateline keeps what is no document: installed data, what is worked out from it, the configuration."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from geo.holdings import current_holdings

__all__ = ["OFF", "cache_folder", "config_folder", "data_folder"]

OFF = "off"
"""In place of the folder of the cache: keep nothing."""

_NAME = "dateline"


def data_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Give the folder of installed data packs: ``DATELINE_DATA_FOLDER``, else the system's place for a user's data.

    Parameters
    ----------
    environ
        The environment's variables; None for those of this process.

    Examples
    --------
    >>> data_folder({"DATELINE_DATA_FOLDER": "/srv/dateline"}).as_posix()
    '/srv/dateline'
    """
    return _named("DATELINE_DATA_FOLDER", environ) or platformdirs.user_data_path(_NAME, appauthor=False)


def cache_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give the folder of what can be worked out again; None when nothing is to be kept.

    Parameters
    ----------
    environ
        As in :func:`data_folder`.

    Returns
    -------
    pathlib.Path or None
        That of the holdings in force, if they name one, else ``DATELINE_CACHE_FOLDER``, else the system's place for it;
        ``off`` in place of a folder keeps nothing.

    Examples
    --------
    >>> cache_folder({"DATELINE_CACHE_FOLDER": "off"}) is None
    True
    """
    named = current_holdings().cache or _value("DATELINE_CACHE_FOLDER", environ)
    if named == OFF:
        return None
    return _path(named) if named else platformdirs.user_cache_path(_NAME, appauthor=False)


def config_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Give the folder of the user's ``config.toml``: ``DATELINE_CONFIG_FOLDER``, else the system's place for it.

    Parameters
    ----------
    environ
        As in :func:`data_folder`.

    Examples
    --------
    >>> config_folder({}).name
    'dateline'
    """
    return _named("DATELINE_CONFIG_FOLDER", environ) or platformdirs.user_config_path(_NAME, appauthor=False)


def _named(variable: str, environ: Mapping[str, str] | None) -> Path | None:
    value = _value(variable, environ)
    return _path(value) if value else None


def _value(variable: str, environ: Mapping[str, str] | None) -> str | None:
    return (os.environ if environ is None else environ).get(variable)


def _path(value: str) -> Path:
    return Path(value).expanduser().absolute()
