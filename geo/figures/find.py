"""The figures of a sentence: numbers and dates together."""

import re
from collections.abc import Sequence
from functools import cache

from geo.document import Document
from geo.figures.calendar_words import date_patterns
from geo.figures.dates import find_dates
from geo.figures.languages import words_for
from geo.figures.numbers import NumberStyle, choose_style
from geo.figures.quantities import find_quantities
from geo.report import Figure

__all__ = ["LONGEST_SENTENCE_CHARACTERS", "find_figures", "may_have_figures"]

LONGEST_SENTENCE_CHARACTERS = 3_000
"""What is longer than this between two full stops is a table or a list without end: its figures are left."""


@cache
def _hints(language: str) -> re.Pattern[str]:
    """Give what every sentence with figures has."""
    words = words_for(language)
    months = "|".join(date_patterns(language).whole_months)
    numerals = "|".join([*words.numerals.split(), *words.dozens, *words.scales])
    return re.compile(rf"\d|\b(?:{months}|{numerals}|{words.one_of_pattern})\b", re.IGNORECASE)


def may_have_figures(document: Document, start: int, end: int) -> bool:
    """Tell at a glance whether a sentence can have figures at all.

    Parameters
    ----------
    document
        The document.
    start, end
        The sentence's span, in characters.

    Examples
    --------
    >>> may_have_figures(Document(text="Lima is large.", name="b"), 0, 14)
    False
    """
    is_too_long = end - start > LONGEST_SENTENCE_CHARACTERS
    return not is_too_long and _hints(document.language).search(document.text, start, end) is not None


def find_figures(
    document: Document,
    start: int,
    end: int,
    *,
    index: int = 0,
    names: Sequence[tuple[int, int]] = (),
    style: NumberStyle | None = None,
) -> list[Figure]:
    """Find the numbers and the dates of a sentence, never reworded.

    Parameters
    ----------
    document
        The document; its language decides on the words, its date on dates without a year.
    start, end
        The sentence's span, in characters.
    index
        The document's index in its report.
    names
        Spans of the names of places in the sentence; a number within one is no figure.
    style
        How the document writes numbers; None to find out.

    Returns
    -------
    list of Figure
        In order and disjoint; ``document.text[figure.start:figure.end] == figure.text``.

    Examples
    --------
    >>> text = "In September 2014, about 200 tons of cocaine left the valley."
    >>> [(figure.text, figure.unit) for figure in find_figures(Document(text=text, name="b"), 0, len(text))]
    [('In September 2014', ''), ('about 200 tons of cocaine', 't')]
    """
    if not may_have_figures(document, start, end):
        return []
    dates = find_dates(document, start, end, index=index, names=names)
    numbers = find_quantities(
        document,
        (start, end),
        style=style or choose_style(document),
        index=index,
        names=names,
        taken=[(date.start, date.end) for date in dates],
    )
    return sorted([*dates, *numbers], key=lambda figure: figure.start)
