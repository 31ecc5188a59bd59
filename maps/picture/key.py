"""The list of the numbers on the map, in columns below it."""

import math
from collections.abc import Sequence

from matplotlib.patches import BoxStyle

from maps.picture.lettering import Font, measure, wrap
from maps.picture.numbering import BADGE_FONT, badge_half_width
from maps.picture.sheet import Pen, Sheet
from maps.plain import clean

__all__ = ["draw_badge", "write_key"]

_FONT = Font(size_px=11.5)
_LINE_PX = 17.0
_GAP_PX, _BETWEEN_PX = 6.0, 16.0
_NARROWEST_PX, _WIDEST_PX = 70.0, 210.0
_HALF_HEIGHT_PX = 7.0
# So many letters are wider than any column.
_LETTERS = 100


def draw_badge(sheet: Sheet, at: tuple[float, float], number: int, half: float, colour: str) -> None:
    """Draw a number.

    Parameters
    ----------
    sheet
        What to draw on.
    at
        Its middle, pixels.
    number
        The number.
    half
        Half its width, pixels.
    colour
        Of what it stands for.
    """
    (x, y), land = at, sheet.palette["land"]
    pill = BoxStyle.Round(pad=0, rounding_size=_HALF_HEIGHT_PX)
    path = pill(x - half, y - _HALF_HEIGHT_PX, 2 * half, 2 * _HALF_HEIGHT_PX, 1)
    sheet.shape(path, Pen(fill=land, stroke=land, width=1.5))
    sheet.shape(path, Pen(fill=colour))
    sheet.words(x, y + 0.365 * BADGE_FONT.size_px, str(number), BADGE_FONT, sheet.palette["page"], align="middle")


def write_key(sheet: Sheet, rows: Sequence[tuple[int, str, str]], left: float, top: float, width: float) -> float:
    """Write the list.

    Parameters
    ----------
    sheet
        What to write on.
    rows
        Number, name or names, colour.
    left, top, width
        Where, pixels.

    Returns
    -------
    float
        Where it ends, pixels.
    """
    half = badge_half_width(len(rows))
    indent = 2 * half + _GAP_PX
    names = [clean(text) for _, text, _ in rows]
    widest = max(measure(name[:_LETTERS], _FONT) for name in names)
    column = indent + min(_WIDEST_PX, max(_NARROWEST_PX, widest + 2), width - indent)
    columns = max(1, math.floor((width + _BETWEEN_PX) / (column + _BETWEEN_PX)))
    if widest > _WIDEST_PX:
        column = (width - (columns - 1) * _BETWEEN_PX) / columns
    broken = [wrap(name, _FONT, column - indent) for name in names]
    deepest = math.ceil(sum(map(len, broken)) / columns)
    x, y, lowest, taken = left, top, top, 0
    for (number, _, colour), lines in zip(rows, broken, strict=True):
        if taken >= deepest:
            x, y, taken = x + column + _BETWEEN_PX, top, 0
        draw_badge(sheet, (x + half, y + _LINE_PX / 2), number, half, colour)
        for line in lines:
            sheet.words(x + indent, y + _LINE_PX / 2 + 0.36 * _FONT.size_px, line, _FONT, sheet.palette["ink"])
            y += _LINE_PX
        taken += len(lines)
        lowest = max(lowest, y)
    return lowest
