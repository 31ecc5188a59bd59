"""Reading a corrections file: JSON as Dateline writes it, or TOML as a person may."""

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.corrections.model import Action, Anchor, Correction, Corrections
from geo.errors import CoordinateError, CorrectionsError
from geo.lonlat import LonLat
from geo.read.source import show_name

__all__ = ["MAX_BYTES", "read_corrections"]

MAX_BYTES = 5_000_000
"""A corrections file larger than this is not read."""

_VERSION = 1
_ACTIONS: tuple[Action, ...] = ("move", "place", "remove")
_MOST_CHARACTERS = 1_000
_SHOWN_CHARACTERS = 60


def read_corrections(path: str | os.PathLike[str]) -> Corrections:
    """Read a corrections file.

    Parameters
    ----------
    path
        A JSON file, or a TOML file whose name ends in ``.toml``; UTF-8.

    Returns
    -------
    Corrections
        Its corrections; those that make no sense are told in ``faults``.

    Raises
    ------
    CorrectionsError
        When the file cannot be read, is larger than :data:`MAX_BYTES` or is no corrections file.
    """
    shown = show_name(path)
    data = _parse(_load(path, shown), shown, is_toml=Path(path).suffix.lower() == ".toml")
    version = data.get("dateline_corrections")
    if version is None:
        message = f"{shown} is no corrections file (it lacks 'dateline_corrections'): give the file that a page saved"
        raise CorrectionsError(message)
    if version is True or version != _VERSION:
        message = f"{shown} has corrections of version {_show(version)}, and only version 1 is read: update dateline"
        raise CorrectionsError(message)
    items = data.get("corrections", [])
    if not isinstance(items, list):
        message = f"'corrections' in {shown} is {_show(items)} and not a list: write one correction an element"
        raise CorrectionsError(message)
    title = data.get("title", "")
    return _read_items(items, title if isinstance(title, str) else "")


def _load(path: str | os.PathLike[str], shown: str) -> str:
    try:
        with Path(path).open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"the corrections file {shown} cannot be read ({why}): check the path"
        raise CorrectionsError(message) from error
    if len(content) > MAX_BYTES:
        message = f"the corrections file {shown} is larger than {MAX_BYTES:,} bytes: split it"
        raise CorrectionsError(message)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the corrections file {shown} is not UTF-8 at byte {error.start:,}: save it as UTF-8"
        raise CorrectionsError(message) from error


def _parse(content: str, shown: str, *, is_toml: bool) -> Mapping[str, Any]:
    kind = "TOML" if is_toml else "JSON"
    try:
        data: object = tomllib.loads(content) if is_toml else json.loads(content)
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        message = f"the corrections file {shown} is broken {kind} ({why}): mend it or save it again"
        raise CorrectionsError(message) from error
    if not isinstance(data, dict):
        message = f"{shown} is no corrections file, for it holds {_show(data)}: give the file that a page saved"
        raise CorrectionsError(message)
    return data


def _read_items(items: list[Any], title: str) -> Corrections:
    corrections: list[Correction] = []
    faults: list[str] = []
    for number, item in enumerate(items, start=1):
        try:
            corrections.append(_read_item(item, number))
        except CorrectionsError as fault:
            faults.append(f"correction {number} {fault}")
    return Corrections(title=title, corrections=tuple(corrections), faults=tuple(faults))


def _read_item(item: object, number: int) -> Correction:
    if not isinstance(item, dict):
        message = f"is {_show(item)} and not a table: write action and mentions"
        raise CorrectionsError(message)
    action = next((one for one in _ACTIONS if one == item.get("action")), None)
    if action is None:
        message = f"has the unknown action {_show(item.get('action'))}: write 'move', 'place' or 'remove'"
        raise CorrectionsError(message)
    mentions = item.get("mentions")
    if not isinstance(mentions, list) or not mentions:
        message = f"has {_show(mentions)} as mentions: write a list with at least one"
        raise CorrectionsError(message)
    place_id = _text(item, "id", required=action == "move")
    return Correction(
        action=action,
        mentions=tuple(_read_mention(mention) for mention in mentions),
        id=place_id if action == "move" else "",
        name=_text(item, "name"),
        lonlat=_lonlat(item, required=action == "place"),
        number=number,
    )


def _read_mention(mention: object) -> Anchor:
    if not isinstance(mention, dict):
        message = f"has {_show(mention)} among its mentions: write document, start and text"
        raise CorrectionsError(message)
    start = mention.get("start")
    if not isinstance(start, int) or isinstance(start, bool) or start < 0:
        message = f"has a mention that starts at {_show(start)}: write the number of characters before it"
        raise CorrectionsError(message)
    text = _text(mention, "text", required=True)
    if not text.strip():
        message = "has a mention of white space alone: write the words"
        raise CorrectionsError(message)
    return Anchor(
        document=_text(mention, "document", required=True),
        start=start,
        text=text,
        before=_text(mention, "before"),
        after=_text(mention, "after"),
    )


def _text(item: Mapping[str, Any], key: str, *, required: bool = False) -> str:
    value = item.get(key, "")
    if not isinstance(value, str) or (required and not value):
        message = f"has {_show(value)} as {key}: write it as text in quotes"
        raise CorrectionsError(message)
    if len(value) > _MOST_CHARACTERS:
        message = f"has more than {_MOST_CHARACTERS:,} characters as {key}: shorten it"
        raise CorrectionsError(message)
    return value


def _lonlat(item: Mapping[str, Any], *, required: bool) -> LonLat | None:
    if item.get("lon") is None and item.get("lat") is None and not required:
        return None
    try:
        return LonLat(lon=_degrees(item, "lon"), lat=_degrees(item, "lat"))
    except (CoordinateError, OverflowError) as error:
        message = f"has a point that is not on Earth ({error}): write lon and lat in degrees"
        raise CorrectionsError(message) from error


def _degrees(item: Mapping[str, Any], key: str) -> float:
    value = item.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool):
        message = f"has {_show(value)} as {key}: write degrees as a number"
        raise CorrectionsError(message)
    return float(value)


def _show(value: object) -> str:
    """Give a value of the file as a message shows it: short, on one line, with nothing that a terminal obeys."""
    if value is None:
        return "nothing"
    try:
        shown = show_name(value) if isinstance(value, str) else ascii(value)
    except (RecursionError, ValueError):
        shown = type(value).__name__
    return shown if len(shown) <= _SHOWN_CHARACTERS else f"{shown[: _SHOWN_CHARACTERS - 1]}…"
