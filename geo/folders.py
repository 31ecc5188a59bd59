"""Where Dateline keeps what is no document: installed data, what is worked out from it, the configuration."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

__all__ = ["cache_folder", "config_folder", "data_folder"]

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


def cache_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Give the folder of what can be worked out again: ``DATELINE_CACHE_FOLDER``, else the system's place for it.

    Parameters
    ----------
    environ
        As in :func:`data_folder`.

    Examples
    --------
    >>> cache_folder({}).name
    'dateline'
    """
    return _named("DATELINE_CACHE_FOLDER", environ) or platformdirs.user_cache_path(_NAME, appauthor=False)


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
    value = (os.environ if environ is None else environ).get(variable)
    return Path(value).expanduser().absolute() if value else None
