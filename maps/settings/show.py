"""Showing the settings: each value, and where it came from; a secret only by the variable that holds it."""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from maps.settings.declared import SETTINGS
from maps.settings.model import Found, Settings
from maps.settings.secrets import is_secret

__all__ = ["describe_settings", "list_settings", "write_toml"]

_LAST_OF_FOUR = 0xFFFF


def describe_settings(settings: Settings) -> str:
    """Give the settings as a TOML file, with where each came from as a comment behind it.

    Parameters
    ----------
    settings
        The settings.

    Returns
    -------
    str
        What may be saved as a ``dateline.toml``: it says the same, but for secrets.

    Examples
    --------
    >>> from maps.settings import read_settings
    >>> settings = read_settings(folder="/", environ={"DATELINE_CONFIG_FOLDER": "/no", "DATELINE_MAP_THEME": "dark"})
    >>> print(describe_settings(settings).splitlines()[3])
    theme = "dark"  # DATELINE_MAP_THEME
    """
    lines: list[str] = []
    table = ""
    for found in settings.found.values():
        here, _, key = found.name.rpartition(".")
        if here != table:
            table = here
            lines += [*([""] if lines else []), f"[{table}]"]
        lines.append(_describe(found, key))
    return "\n".join(lines) + "\n"


def _describe(found: Found, key: str) -> str:
    where = _escape(found.where) or "default"
    if _is_hidden(found):
        return f"# {key} is set in {where}"
    if found.value is None:
        return f"# {key} is not set"
    return f"{_write_key(key)} = {write_toml(found.value)}  # {where}"


def _is_hidden(found: Found) -> bool:
    return found.name not in SETTINGS and is_secret(found.name.rpartition(".")[2])


def list_settings(settings: Settings) -> str:
    """Give the settings as JSON: an element each, with its name, its value, its layer and where that was found.

    Parameters
    ----------
    settings
        The settings.

    Returns
    -------
    str
        A secret has ``"secret": true`` and no value.
    """
    rows: list[dict[str, Any]] = []
    for found in settings.found.values():
        row: dict[str, Any] = {"name": found.name}
        row |= {"secret": True} if _is_hidden(found) else {"value": _plain_value(found.value)}
        rows.append(row | {"layer": found.layer, "where": found.where})
    return json.dumps(rows, indent=2) + "\n"


def write_toml(value: object) -> str:
    r"""Give a value as TOML writes it, on one line, with nothing that a terminal obeys.

    Parameters
    ----------
    value
        Of any kind that a setting may have.

    Examples
    --------
    >>> print(write_toml({"file": Path("a\x1b.csv"), "mode": "win"}), write_toml((1, True)))
    { file = "a\u001B.csv", mode = "win" } [1, true]
    """
    match _plain_value(value):
        case bool() as flag:
            return str(flag).lower()
        case int() | float() as number:
            return repr(number)
        case dict() as table:
            return f"{{ {', '.join(f'{_write_key(key)} = {write_toml(one)}' for key, one in table.items())} }}"
        case list() as items:
            return f"[{', '.join(map(write_toml, items))}]"
        case text:
            return _quote(str(text))


def _write_key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else _quote(key)


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_escape(escaped)}"'


def _escape(text: str) -> str:
    """Write what cannot be seen, and half of a surrogate pair, as an escape of TOML's."""
    return "".join(sign if sign.isprintable() else _escape_sign(sign) for sign in text)


def _escape_sign(sign: str) -> str:
    # A path whose bytes are no text holds such halves, which TOML cannot say.
    if "\ud800" <= sign <= "\udfff":
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{ord(sign):04X}" if ord(sign) <= _LAST_OF_FOUR else f"\\U{ord(sign):08X}"


def _plain_value(value: object) -> Any:  # noqa: ANN401 - of any kind that JSON has
    """Give a value in the kinds that JSON and TOML have."""
    match value:
        case Path():
            return str(value)
        case Mapping():
            return {key: _plain_value(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain_value(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        items = ((one.name, getattr(value, one.name)) for one in dataclasses.fields(value))
        # Pairs of words are a table in a file.
        given = ((key, dict(one) if key == "fields" else one) for key, one in items)
        return {key: _plain_value(one) for key, one in given if one not in (None, "", {})}
    return value
