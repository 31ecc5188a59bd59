"""What stands above and below the map in words: title, list of numbers, what is not on the map, notes, credit."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from maps.page.facts import candidates_of
from maps.picture.flow import Run, flow
from maps.picture.lettering import Font
from maps.picture.sheet import Sheet

__all__ = ["notes_of", "write_credit", "write_header", "write_notes"]

Facts = Mapping[str, Any]

_NARROW_PX = 520.0
_NOTE_FONT, _HEAD_FONT = Font(size_px=12.0), Font(size_px=12.0, bold=True)
_CREDIT_FONT = Font(size_px=10.0)
_CONTENDERS = 3


def write_header(sheet: Sheet, facts: Facts, left: float, top: float, width: float) -> float:
    """Write the title; then date, source and summary.

    Parameters
    ----------
    sheet
        What to write on.
    facts
        The words of the report.
    left, top, width
        Where, pixels.

    Returns
    -------
    float
        Where it ends, pixels.
    """
    palette = sheet.palette
    size = 17.0 if width < _NARROW_PX else 21.0
    y = flow(
        sheet, [Run(text=facts["title"], font=Font(size_px=size, bold=True), colour=palette["ink"])], left, top, width
    )
    small = 12.0 if width < _NARROW_PX else 13.0
    subtitle = " · ".join(facts["subtitle"])
    runs = [
        Run(text=subtitle, font=Font(size_px=small), colour=palette["muted"]),
        Run(
            text=_hold_together(facts["summary"]),
            font=Font(size_px=small, bold=True),
            colour=palette["ink"],
            before=small,
        ),
    ]
    return flow(sheet, runs, left, y + 1, width)


def _hold_together(summary: str) -> str:
    """Let lines break between the counts of a summary only."""
    return " · ".join(count.replace(" ", "\u00a0") for count in summary.split(" · "))


def _place(name: Facts) -> str:
    return ", ".join(part for part in (name["name"], name["where"]) if part)


def _unplaced(facts: Facts, status: str) -> str:
    words = facts["words"]
    names = []
    for other in facts["unplaced"]:
        if other["status"] != status:
            continue
        contenders = [_place(contender) for contender in candidates_of(facts, other)[:_CONTENDERS]]
        could = f" ({words['could_be'].lower()}: {'; '.join(contenders)})" if contenders else ""
        names.append(f"{other['name']}{could}")
    return " · ".join(names)


def notes_of(facts: Facts, outside: Sequence[int]) -> list[tuple[str, str]]:
    """Give what a reader of the picture has to know besides, each as a heading, which may be empty, and words.

    Parameters
    ----------
    facts
        The words of the report.
    outside
        The numbers of the places of which the map shows nothing.
    """
    words, places = facts["words"], facts["places"]
    notes = [
        (words["list_not_found"], _unplaced(facts, "not found")),
        (words["list_unanswered"], _unplaced(facts, "unanswered")),
        (words["list_ambiguous"], _unplaced(facts, "ambiguous")),
        (words["list_outside"], " · ".join(places[number]["name"] for number in outside)),
    ]
    told: dict[str, list[str]] = {}
    for place in places:
        if place["note"]:
            told.setdefault(_first_sentence(place["note"]), []).append(place["label"])
    notes += [(", ".join(labels), note) for note, labels in told.items()]
    notes += [("", notice) for notice in facts["notices"]]
    return [(head, text) for head, text in notes if text]


def _first_sentence(note: str) -> str:
    """Give how an area was made, in short: the page and the Word document have the whole of it."""
    return re.split(r"(?<=\w\.|\)\.) (?=[^\W\da-z])", note, maxsplit=1)[0]


def write_notes(sheet: Sheet, notes: Sequence[tuple[str, str]], left: float, top: float, width: float) -> float:
    """Write the notes, each as a paragraph.

    Parameters
    ----------
    sheet
        What to write on.
    notes
        As :func:`notes_of` gives them.
    left, top, width
        Where, pixels.

    Returns
    -------
    float
        Where they end, pixels.
    """
    palette, y = sheet.palette, top
    for head, text in notes:
        runs = [
            Run(text=f"{head}:" if head else "", font=_HEAD_FONT, colour=palette["ink"]),
            Run(text=text, font=_NOTE_FONT, colour=palette["ink" if head else "muted"]),
        ]
        y = flow(sheet, runs, left, y, width) + 2
    return y


def write_credit(sheet: Sheet, facts: Facts, left: float, top: float, width: float) -> float:
    """Write whose data the map shows, and whose view of borders.

    Parameters
    ----------
    sheet
        What to write on.
    facts
        The words of the report.
    left, top, width
        Where, pixels.

    Returns
    -------
    float
        Where it ends, pixels.
    """
    text = " · ".join([*facts["credit"], facts["borders"]])
    return flow(sheet, [Run(text=text, font=_CREDIT_FONT, colour=sheet.palette["muted"])], left, top, width)
