"""Reading the settings: the user's file, the project's, the environment, the later the stronger."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from geo.read.source import show_name
from maps.settings.declared import FREE, SETTINGS, default_of
from maps.settings.environment import read_environment
from maps.settings.files import ConfigFile, find_files, read_file
from maps.settings.model import Found, Settings

__all__ = ["read_settings"]


def read_settings(
    config: str | os.PathLike[str] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Read the settings: defaults, the user's file, the project's file, the environment, the later the stronger.

    A value stands as a whole: a list of the project takes the place of the user's.

    Parameters
    ----------
    config
        The file that stands for the project's; None for the one that ``DATELINE_CONFIG_FILE`` names, else the first
        ``dateline.toml`` in `folder` and the folders above it.
    folder
        Where the user works; None for the current folder.
    environ
        The environment's variables; None for those of this process.

    Returns
    -------
    Settings
        A value for every setting, and where it came from.

    Raises
    ------
    ConfigurationError
        When a file cannot be read, or a table, a key, a value or a variable is wrong; it says which one.

    Examples
    --------
    >>> settings = read_settings(folder="/", environ={"DATELINE_CONFIG_FOLDER": "/no", "DATELINE_MAP_DPI": "300"})
    >>> settings["map.dpi"], settings["map.borders"]
    (300, 'iso')
    """
    variables = os.environ if environ is None else environ
    here = Path.cwd() if folder is None else Path(folder).absolute()
    files, notes = find_files(config, here, variables)
    found = {name: Found(name=name, value=default_of(setting)) for name, setting in SETTINGS.items()}
    for file in files:
        said = read_file(file)
        if not file.named:
            notes += _leave_out(said, file)
        found |= said
    found |= read_environment(variables, here)
    return Settings(found=_in_order(found.values()), notes=tuple(notes))


def _leave_out(said: dict[str, Found], file: ConfigFile) -> list[str]:
    """Take out what a file that was merely found must not say: where to send the names of a document."""
    names = [name for name in said if name.startswith("geocoder.")]
    for name in names:
        del said[name]
    if not names:
        return []
    shown = show_name(file.path)
    return [f"[geocoder] of {shown} does not count, for the file was not named but found: give --config {shown}"]


def _in_order(found: Iterable[Found]) -> dict[str, Found]:
    """Give the values in the order of the declaration, those of free keys behind their table, by name."""
    by_name = {one.name: one for one in found}
    free = sorted(name for name in by_name if name not in SETTINGS)
    ordered = {name: by_name[name] for name in SETTINGS}
    return ordered | {name: by_name[name] for table in FREE for name in free if name.startswith(f"{table}.")}
