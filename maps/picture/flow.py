"""Words in lines: paragraphs of runs, each set its own way, that break where the column ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from maps.picture.lettering import ASCENT, Font, fits, measure, wrap
from maps.picture.sheet import Sheet
from maps.plain import clean

__all__ = ["LEADING", "Run", "flow"]

LEADING = 1.42
"""The distance of lines in font sizes."""
_BLANK = 0.32


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set in one way.

    Parameters
    ----------
    text
        The words.
    font, colour
        How they are set.
    before
        How much room there is before them besides the blank, within a line; pixels.
    """

    text: str
    font: Font
    colour: str
    before: float = 0.0


def flow(sheet: Sheet, runs: Sequence[Run], left: float, top: float, width: float) -> float:
    """Write a paragraph.

    Parameters
    ----------
    sheet
        What to write on.
    runs
        Its words; between two runs there is a blank.
    left, top, width
        The column, pixels.

    Returns
    -------
    float
        Where the paragraph ends, pixels; ``top`` for one without words.
    """
    said = [run for run in runs if run.text.strip()]
    if not said:
        return top
    size = max(run.font.size_px for run in said)
    x, y = left, top + (ASCENT + (LEADING - ASCENT) / 2 - 0.12) * size
    for run in said:
        text = clean(run.text)
        x += run.before if x > left else 0.0
        room = left + width - x
        first, *rest = _break(text, run.font, room, width, is_begun=x > left)
        for number, line in enumerate([first, *rest]):
            if number:
                x, y = left, y + LEADING * size
            sheet.words(x, y, line, run.font, run.colour)
            x += measure(line, run.font) + _BLANK * run.font.size_px if line else 0
    return y + (LEADING - ASCENT) / 2 * size + 0.12 * size


def _break(text: str, font: Font, room: float, width: float, *, is_begun: bool) -> list[str]:
    """Break words into lines of which the first goes on after others; it is empty where nothing fits there."""
    words = text.split(" ")
    count = 0
    while count < len(words) and fits(" ".join(words[: count + 1]), font, room):
        count += 1
    if count == len(words):
        return [text]
    if not count and not is_begun:
        return wrap(text, font, width)
    return [" ".join(words[:count]), *wrap(" ".join(words[count:]), font, width)]
