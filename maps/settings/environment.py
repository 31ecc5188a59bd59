"""Settings from the environment: ``DATELINE_MAP_THEME=dark``."""

from collections.abc import Mapping
from pathlib import Path

from geo.errors import ConfigurationError
from maps.settings.declared import FREE, SETTINGS, TABLES, VARIABLES
from maps.settings.kinds import join_name, show_value, suggest
from maps.settings.model import Found

__all__ = ["read_environment"]

_PREFIX = "DATELINE_"
_ALIKE, _VERY_ALIKE = 0.6, 0.8


def read_environment(environ: Mapping[str, str], folder: Path) -> dict[str, Found]:
    """Give the settings that variables make.

    Parameters
    ----------
    environ
        The environment's variables; an empty one counts as not given.
    folder
        Where relative paths start.

    Raises
    ------
    ConfigurationError
        When a value is wrong, or a variable looks like a setting and is none. What merely starts with ``DATELINE_`` and
        resembles none is left to whoever set it: Kubernetes gives such variables for a service of that name.

    Examples
    --------
    >>> read_environment({"DATELINE_MAP_WIDTH": "800"}, Path()).popitem()[1].value
    800
    """
    known = {setting.variable: setting for setting in SETTINGS.values()}
    found = {}
    for variable, text in environ.items():
        if not text or variable in VARIABLES or not variable.startswith(_PREFIX):
            continue
        if variable in known:
            name = known[variable].name
            value: object = known[variable].kind.parse(text, name=variable, base=folder)
        else:
            name, value = _free_name(variable), text
        if name:
            found[name] = Found(name=name, value=value, layer="environment", where=variable)
    return found


def _free_name(variable: str) -> str:
    """Give the name in a table of free keys; empty for a variable of somebody else."""
    names = [*(setting.variable for setting in SETTINGS.values()), *VARIABLES]
    free = next((one for one in FREE if variable.startswith(_start(one))), None)
    is_ours = variable.startswith(tuple(map(_start, TABLES)))
    # The words that they all start with would make any two alike.
    ends = [name.removeprefix(_PREFIX) for name in names]
    hint = suggest(variable.removeprefix(_PREFIX), ends, least=_ALIKE if is_ours and not free else _VERY_ALIKE)
    if free and not hint:
        return join_name(free, variable.removeprefix(_start(free)).lower())
    if not (is_ours or hint):
        return ""
    told = hint.replace("'", f"'{_PREFIX}", 1)
    message = f"the environment variable {show_value(variable)} is no setting{told}"
    raise ConfigurationError(message)


def _start(table: str) -> str:
    """Give how the variables of a table start; those of a table of free keys start as those of the table above."""
    return f"{_PREFIX}{table.partition('.')[0].upper()}_"
