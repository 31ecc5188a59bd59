"""Letters: which fonts a picture is set in, how wide words are, where they break, and what no font can show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import text_to_path

__all__ = ["ASCENT", "DESCENT", "Font", "break_name", "families", "fits", "measure", "show", "wrap"]

ASCENT = 0.93
"""How far letters with accents rise above their line, in font sizes."""
DESCENT = 0.24
"""How far letters hang below their line, in font sizes."""

_PT_PER_PX = 0.75
_LEAST_LINES, _MOST_LINES = 1, 3
_WIDEST_BLANK = 0.6

# matplotlib brings the first along, so that pictures are the same everywhere; the others are asked for signs that it
# lacks.
_OWN = "DejaVu Sans"
_OTHERS = (
    "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans SC", "PingFang SC",
    "Hiragino Sans", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Thai", "Noto Sans Khmer",
    "Noto Sans Ethiopic", "Nirmala UI", "Leelawadee UI", "Arial Unicode MS", "Noto Emoji", "Segoe UI Symbol",
)  # fmt: skip
_BOX = "□"
# Signs without a shape of their own: they choose between shapes, or say where a word may break.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """How words are set.

    Parameters
    ----------
    size_px
        The size in pixels of 1/96 inch.
    bold, italic
        Whether they are.
    """

    size_px: float
    bold: bool = False
    italic: bool = False

    @property
    def line_px(self) -> float:
        """The height of a line of words, tight."""
        return (ASCENT + DESCENT) * self.size_px

    @property
    def properties(self) -> FontProperties:
        """The font as matplotlib knows it."""
        return FontProperties(
            family=list(families()),
            size=self.size_px * _PT_PER_PX,
            weight="bold" if self.bold else "normal",
            style="italic" if self.italic else "normal",
        )


@cache
def families() -> tuple[str, ...]:
    """Give the font families of this machine that pictures are set in, the one that comes with matplotlib first."""
    known = {font.name for font in fontManager.ttflist}
    return (_OWN, *(name for name in _OTHERS if name in known))


@cache
def _signs() -> frozenset[int]:
    """Give every sign that has a shape in one of the fonts."""
    paths = [fontManager.findfont(FontProperties(family=[name]), fallback_to_default=False) for name in families()]
    return frozenset().union(*(get_font(path).get_charmap() for path in paths))


def show(text: str) -> str:
    """Give words as the fonts of this machine can show them, with a box in place of each sign that they lack.

    Parameters
    ----------
    text
        Clean words.

    Examples
    --------
    >>> show("Λευκωσία, Нур-Султан")
    'Λευκωσία, Нур-Султан'
    """
    signs = _signs()
    seen = _UNSEEN.sub("", text) if not text.isascii() else text
    return "".join(sign if ord(sign) in signs else _BOX for sign in seen)


@cache
def measure(text: str, font: Font) -> float:
    """Give how wide a line of words is, in pixels.

    Parameters
    ----------
    text
        The words.
    font
        How they are set.
    """
    # The width of what is inked leaves out blanks at the ends, which count between two runs of words.
    ends = len(text) - len(text.strip(" "))
    width, _, _ = text_to_path.get_text_width_height_descent(show(text), font.properties, ismath=False)
    return float(width) / _PT_PER_PX + (ends * 0.05 * font.size_px)


def wrap(text: str, font: Font, width_px: float) -> list[str]:
    """Break words into lines that are no wider than a column, within a word where it alone is wider.

    Parameters
    ----------
    text
        The words.
    font
        How they are set.
    width_px
        How wide the column is.
    """
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if fits(longer, font, width_px):
            lines[-1] = longer
            continue
        parts = _cut_word(word, font, width_px)
        lines = [*lines, *parts] if lines[-1] else parts if len(lines) == 1 else [*lines[:-1], *parts]
    return lines


def fits(line: str, font: Font, width_px: float) -> bool:
    """Tell whether a line is no wider than a column; of one that clearly is, each word is measured but once.

    Parameters
    ----------
    line
        The words.
    font
        How they are set.
    width_px
        How wide the column is.
    """
    words = line.split(" ")
    at_most = sum(measure(word, font) for word in words) + len(words) * _WIDEST_BLANK * font.size_px
    return at_most <= width_px or measure(line, font) <= width_px


def _cut_word(word: str, font: Font, width_px: float) -> list[str]:
    """Cut a word that is wider than a column."""
    parts, rest = [], word
    while len(rest) > 1 and measure(rest, font) > width_px:
        least, most = 1, len(rest) - 1
        while least < most:
            middle = (least + most + 1) // 2
            least, most = (middle, most) if measure(rest[:middle], font) <= width_px else (least, middle - 1)
        parts.append(rest[:least])
        rest = rest[least:]
    return [*parts, rest]


def break_name(name: str, limit: int) -> Sequence[str]:
    """Break a name on the map into at most three lines of about equal length.

    Parameters
    ----------
    name
        The name.
    limit
        How many letters stay in one line.

    Examples
    --------
    >>> break_name("Valley of the three rivers", 16)
    ['Valley of the', 'three rivers']
    """
    count = min(_MOST_LINES, max(_LEAST_LINES, -(-len(name) // limit)))
    lines = [""]
    for word in name.split(" "):
        is_full = lines[-1] and len(lines[-1]) + len(word) / 2 > len(name) / count
        if is_full and len(lines) < count:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip(" ")
    return lines
