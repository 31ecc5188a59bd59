"""Paragraphs from the lines of a printed page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from geo.lines import runs_on

__all__ = ["reflow_pages"]

_DIGITS = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"([^\W_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# Bounded, since a hostile page has words of a million letters.
_COMPOUND = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40})+")
_WORD_CHARACTERS = 60
_FEWEST_PAGES_WITH_RUNNING_HEADS = 3


def reflow_pages(pages: Sequence[str]) -> str:
    r"""Give the text of printed pages with its lines joined into paragraphs.

    Words that a line's end broke are mended; a running head or foot is kept once; page numbers go.

    Parameters
    ----------
    pages
        The text of each page, a line of print a line.

    Returns
    -------
    str
        Paragraphs with a blank line between them; a paragraph may run over a page's end.

    Examples
    --------
    >>> reflow_pages(["The road from Oxa-\npampa to Guinea-\nBissau is long and it\ngoes on."])
    'The road from Oxapampa to Guinea-Bissau is long and it goes on.'
    """
    lines = _drop_furniture([[line.strip() for line in page.split("\n")] for page in pages])
    width = _find_width(lines)
    compounds = frozenset(match.lower() for line in lines if "-" in line for match in _COMPOUND.findall(line))
    paragraphs: list[list[str]] = []
    previous = ""
    for line in lines:
        if line and previous and _goes_on(previous, line, width):
            paragraphs[-1][-1], rest = _mend(paragraphs[-1][-1], line, compounds)
            paragraphs[-1].append(rest)
        elif line:
            paragraphs.append([line])
        previous = line
    return "\n\n".join("".join(parts) for parts in paragraphs)


def _drop_furniture(pages: Iterable[list[str]]) -> list[str]:
    trimmed = [_trim(page) for page in pages]
    heads = Counter(shape for page in trimmed for shape in {_shape(line) for line in (page[:1] + page[-1:])})
    fewest = max(_FEWEST_PAGES_WITH_RUNNING_HEADS, len(trimmed) // 2 + 1)
    running = {shape for shape, count in heads.items() if count >= fewest}
    seen: set[str] = set()
    kept: list[str] = []
    for page in trimmed:
        ends = {0, len(page) - 1}
        shapes = {index: _shape(page[index]) for index in ends if page}
        gone = {index for index, shape in shapes.items() if page[index].isdecimal() or shape in running & seen}
        seen.update(shapes.values())
        # A paragraph goes on where the next page's text begins: no blank line stays in place of the furniture.
        kept += _trim([line for index, line in enumerate(page) if index not in gone])
    return kept


def _trim(lines: list[str]) -> list[str]:
    filled = [index for index, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line)


def _find_width(lines: Iterable[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    # Not the widest line of all: that may be a table's row.
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    return _BROKEN_WORD.search(line[-_WORD_CHARACTERS:]) is not None or runs_on(
        line, following, width_characters=width, narrowest_characters=0
    )


def _mend(line: str, following: str, compounds: frozenset[str]) -> tuple[str, str]:
    broken = _BROKEN_WORD.search(line[-_WORD_CHARACTERS:])
    first = _FIRST_WORD.match(following)
    if broken is None or first is None:
        return line, f" {following}"
    # "Guinea-/Bissau", "Port-au-/Prince" and "1990-/2000" keep their hyphen, "Oxa-/pampa" loses it.
    keeps = not first[0][0].islower() or "-" in first[0] or f"{broken[1]}-{first[0]}".lower() in compounds
    bare = line[:-1]
    return (f"{bare}-" if keeps and not line.endswith("\u00ad") else bare), following
