"""The structure of a sentence as far as marks and conjunctions show it: segments, and how deep the cuts between are."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.figures.languages import words_for

__all__ = ["LIGHT", "MIDDLE", "STRONG", "Segments", "cut_segments"]

LIGHT, MIDDLE, STRONG = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """A sentence cut into segments.

    Parameters
    ----------
    starts
        Where each segment begins, in characters of the text; the first begins with the sentence.
    depths
        How deep the cut before each is: 1 a comma, 2 a conjunction or a bracket, 3 a semicolon, a dash, "while".
    opens
        Whether the cut before each is an opening bracket, so that the segment speaks of what stands before it.
    """

    starts: Sequence[int]
    depths: Sequence[int]
    opens: Sequence[bool]

    def at(self, position: int) -> int:
        """Give the number of the segment that holds a position of the text."""
        return max(0, bisect_right(self.starts, position) - 1)

    def depth_between(self, first: int, last: int) -> int:
        """Give the deepest cut between two segments."""
        low, high = sorted((first, last))
        return max(self.depths[low + 1 : high + 1], default=0)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_for(language)
    conjunction = rf"(?i:{words.break_pattern})"
    joiner = rf"(?i:{words.and_pattern}|and|or|nor)" if language == "en" else rf"(?i:{words.and_pattern}|ni)"
    return re.compile(
        rf"(?P<strong>;|:(?!\d)|\s[-–—]{{1,2}}\s|—|\.\s|(?:,\s+)?\b{conjunction}\b)"
        rf"|(?P<middle>,?\s+(?:{joiner}|(?i:{words.clause_pattern}))(?=\s)|\))|(?P<open>\()|(?P<light>,(?!\d))"
    )


def cut_segments(text: str, start: int, end: int, *, language: str, whole: Sequence[tuple[int, int]] = ()) -> Segments:
    """Cut a sentence into segments at its marks and conjunctions.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence's span, in characters.
    language
        Code of the language.
    whole
        Spans that no cut may fall into: figures and groups of places; in order.

    Examples
    --------
    >>> text = "12 in Lima, 5 in Cusco and 3 in Puno"
    >>> segments = cut_segments(text, 0, len(text), language="en")
    >>> segments.starts, segments.depths
    ([0, 11, 22], [0, 1, 2])
    """
    starts, depths, opens = [start], [0], [False]
    ends = [last for _, last in whole]
    for match in _pattern(language).finditer(text, start, end):
        inside = bisect_right(ends, match.start())
        if inside < len(whole) and whole[inside][0] < match.end():
            continue
        depth = STRONG if match["strong"] else MIDDLE if match["middle"] or match["open"] else LIGHT
        # A conjunction belongs to the segment that it begins, a mark to the one that it ends.
        begin = match.start() + (match[0][0] in ",;:().—")
        starts.append(begin)
        depths.append(depth)
        opens.append(match["open"] is not None)
    return Segments(starts=starts, depths=depths, opens=opens)
