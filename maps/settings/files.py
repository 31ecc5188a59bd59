"""The files of a configuration: where they are looked for, and what they say."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import ConfigurationError
from geo.folders import config_folder
from geo.read.source import show_name, show_reason
from maps.settings.declared import FREE, SETTINGS, TABLES
from maps.settings.kinds import fail, join_name, suggest
from maps.settings.model import Found, Layer
from maps.settings.secrets import is_secret

__all__ = ["MAX_BYTES", "PROJECT_FILE", "USER_FILE", "ConfigFile", "describe_places", "find_files", "read_file"]

MAX_BYTES = 200_000
"""A configuration file larger than this is not read."""

PROJECT_FILE = "dateline.toml"
USER_FILE = "config.toml"
_ROOT = 0
_MOST_DOTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFile:
    """A file of a configuration.

    Parameters
    ----------
    path
        The file, absolute.
    layer
        ``"user"`` or ``"project"``.
    named
        Whether the user named it or keeps it in the own folder, and it was not merely found.
    """

    path: Path
    layer: Layer
    named: bool


def find_files(
    named: str | os.PathLike[str] | None, folder: Path, environ: Mapping[str, str]
) -> tuple[list[ConfigFile], list[str]]:
    """Give the files to read, the weakest first, and a note for each that was found but does not count.

    Parameters
    ----------
    named
        The file that stands for the project's; None to look for it.
    folder
        Where the user works: the project's file is looked for in it and in the folders above, up to the home.
    environ
        The environment's variables.

    Returns
    -------
    files
        The user's file, if there is one, and the project's.
    notes
        A file of somebody else does not count, for whoever may write to a folder above could put one there.
    """
    users = config_folder(environ) / USER_FILE
    files = [ConfigFile(path=users, layer="user", named=True)] if users.is_file() else []
    chosen = named or environ.get("DATELINE_CONFIG_FILE")
    if chosen:
        return [*files, ConfigFile(path=folder / Path(chosen).expanduser(), layer="project", named=True)], []
    found = next((path for path in _places(folder) if path.is_file()), None)
    if found is None or found == users:
        return files, []
    if not _is_ours(found):
        note = f"{show_name(found)} belongs to another user and does not count; if it should, name it with --config"
        return files, [note]
    return [*files, ConfigFile(path=found, layer="project", named=False)], []


def describe_places(
    named: str | os.PathLike[str] | None, *, folder: Path | None = None, environ: Mapping[str, str] | None = None
) -> list[str]:
    """Give a line for each file that settings are looked for in, the strongest first: the file, and whether it counts.

    Parameters
    ----------
    named, folder, environ
        As in :func:`maps.settings.read_settings`.
    """
    variables = os.environ if environ is None else environ
    here = Path.cwd() if folder is None else folder
    files, notes = find_files(named, here, variables)
    project = next((file for file in files if file.layer == "project"), None)
    users = ConfigFile(path=config_folder(variables) / USER_FILE, layer="user", named=True)
    if project is None:
        looked = f"no {PROJECT_FILE} counts in {show_name(here)} and the folders above it"
    else:
        looked = _describe_place(project)
    return [looked, _describe_place(users), *notes]


def _describe_place(file: ConfigFile) -> str:
    there = "read" if file.path.is_file() else "not there"
    whose = "the project's" if file.layer == "project" else "your own"
    return f"{show_name(file.path)}: {whose}, {there}"


def _places(folder: Path) -> Iterator[Path]:
    home = Path.home()
    for place in (folder, *folder.parents):
        yield place / PROJECT_FILE
        if place == home:
            return


def _is_ours(path: Path) -> bool:
    return not hasattr(os, "getuid") or path.stat().st_uid in {os.getuid(), _ROOT}


def read_file(file: ConfigFile) -> dict[str, Found]:
    """Give the settings of a file.

    Parameters
    ----------
    file
        Which file.

    Raises
    ------
    ConfigurationError
        When it cannot be read, or a key or a value in it is wrong.
    """
    tables = _parse(file.path)
    # What comes down a pipe lies in no folder.
    base = file.path.parent if file.path.is_file() else Path.cwd()
    try:
        return {found.name: found for found in _read_tables(tables, file, base)}
    except ConfigurationError as error:
        message = f"{show_name(file.path)}: {error}"
        raise ConfigurationError(message) from error


def _parse(path: Path) -> dict[str, Any]:
    shown = show_name(path)
    content = _load(path, shown)
    # tomllib takes a time that grows with the square of the parts of a dotted key: ten seconds for 20,000 of them.
    if any(line.count(b".") > _MOST_DOTS for line in content.splitlines()):
        message = f"the configuration {shown} has a line of more than {_MOST_DOTS} dots: write a value a line"
        raise ConfigurationError(message)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"the configuration {shown} is not in UTF-8 (byte {error.start}): save it as UTF-8"
    except RecursionError:
        message = f"the configuration {shown} nests lists too deep: write it flat"
    except ValueError as error:  # also a number of too many digits
        message = f"the configuration {shown} is no TOML ({show_reason(error)}): mend it"
    raise ConfigurationError(message)


def _load(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: the path holds a NUL
        why = getattr(error, "strerror", None) or show_reason(error)
        message = f"the configuration {shown} cannot be read ({why}): check the path"
        raise ConfigurationError(message) from error
    if len(content) > MAX_BYTES:
        message = f"the configuration {shown} is larger than {MAX_BYTES:,} bytes: leave out what is not needed"
        raise ConfigurationError(message)
    return content


def _read_tables(tables: Mapping[str, Any], file: ConfigFile, base: Path) -> Iterator[Found]:
    for table, content in tables.items():
        if table not in TABLES:
            raise ConfigurationError(_unknown_table(table, content))
        if not isinstance(content, dict):
            raise fail(table, content, f"a table, which starts with [{table}]")
        for key, value in content.items():
            name = join_name(table, key)
            if name in FREE:
                yield from _read_free(name, value, file)
            elif name not in SETTINGS:
                raise _refuse(name, key)
            else:
                yield _found(name, SETTINGS[name].kind.read(value, name=name, base=base), file)


def _found(name: str, value: object, file: ConfigFile) -> Found:
    return Found(name=name, value=value, layer=file.layer, where=str(file.path))


def _read_free(table: str, content: object, file: ConfigFile) -> Iterator[Found]:
    if not isinstance(content, dict):
        raise fail(table, content, f"a table, which starts with [{table}]")
    for key, value in content.items():
        name = join_name(table, key)
        if is_secret(key):
            raise _refuse(name, key)
        if not isinstance(value, str | int | float):
            raise fail(name, value, "text, a number, true or false")
        yield _found(name, value, file)


def _refuse(name: str, key: str) -> ConfigurationError:
    """Give the error of a key that there is not, or that must not stand in a file."""
    if is_secret(key):
        variable = f"DATELINE_GEOCODER_{key.upper()}" if key.isidentifier() and key.isascii() else ""
        where = f"the environment variable {variable}" if variable else "an environment variable"
        return ConfigurationError(f"{name} looks like a secret, and a file is read by others: put it into {where}")
    table = name.partition(".")[0]
    hint = suggest(name, [*SETTINGS, *FREE]) or _elsewhere(key)
    keys = [one.partition(".")[2] for one in (*SETTINGS, *FREE) if one.startswith(f"{table}.")]
    return ConfigurationError(f"there is no setting {name}{hint or f'; [{table}] takes ' + ', '.join(keys)}")


def _elsewhere(key: str) -> str:
    """Suggest the setting of this key in another table."""
    homes = [name for name in SETTINGS if name.partition(".")[2] == key]
    return f"; did you mean {homes[0]!r}?" if homes else ""


def _unknown_table(table: str, content: object) -> str:
    shown = join_name("", table).removeprefix(".")
    if isinstance(content, dict):
        hint = suggest(table, list(TABLES)) or f"; there are {', '.join(TABLES)}"
        return f"there is no table [{shown}]{hint}"
    return f"{shown} stands in no table{_elsewhere(table) or '; start one with a line such as [map]'}"
