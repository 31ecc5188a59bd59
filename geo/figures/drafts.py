"""What the reading of a number works on: its sentence, the draft of its figure, and the patterns round numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geo.document import Document
from geo.figures.counted import Stop
from geo.figures.languages import FigureWords, words_for
from geo.report import FigureKind

__all__ = ["Draft", "NumberPatterns", "Sentence", "Span", "number_patterns"]

Span = tuple[int, int]
"""Start and end in the text, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with what decides on its numbers.

    Parameters
    ----------
    document, index
        The document, and its index in the report.
    start, end
        The sentence's span, in characters.
    names
        Spans of the names of places in it.
    stop
        Where words may not be counted on.
    words
        The words of its language.
    is_title
        Whether it is written With Capitals, as headlines are.
    """

    document: Document
    index: int
    start: int
    end: int
    names: Sequence[Span]
    stop: Stop
    words: FigureWords
    is_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPatterns:
    """What stands round numbers in one language.

    Parameters
    ----------
    before
        What belongs to a number in front of it.
    minus, below_zero
        What makes degrees negative, before and behind them.
    tail
        What belongs to a figure behind it.
    old
        What makes years an age.
    of
        "of" behind a scale.
    out_of, of_many
        "in five" behind a number, "one in" before it.
    relative, every
        What makes a span of time one that only tells when.
    more
        "more" beside a number.
    half_more
        "and a half".
    one_of
        What "one" counts.
    part_of
        "of the" behind a number that is a part of what is named next.
    place_follows
        What stands between a bare number and its place.
    ends
        What ends an item of a list.
    magnitude
        What makes a number an earthquake's magnitude.
    """

    before: re.Pattern[str]
    minus: re.Pattern[str]
    below_zero: re.Pattern[str]
    tail: re.Pattern[str]
    old: re.Pattern[str]
    of: re.Pattern[str]
    out_of: re.Pattern[str]
    of_many: re.Pattern[str]
    relative: re.Pattern[str]
    more: re.Pattern[str]
    every: re.Pattern[str]
    half_more: re.Pattern[str]
    one_of: re.Pattern[str]
    part_of: re.Pattern[str]
    place_follows: re.Pattern[str]
    ends: re.Pattern[str]
    magnitude: re.Pattern[str]


@cache
def number_patterns(language: str) -> NumberPatterns:
    """Give the patterns of a language.

    Parameters
    ----------
    language
        Its code.

    Examples
    --------
    >>> number_patterns("en").before.search("for about ")["about"]
    'about'
    """
    words = words_for(language)
    numeral = "|".join(words.numerals.split())
    out_of = r"in|out\s+of|de\s+cada|em\s+cada|sur"
    from_words = rf"(?P<from>{words.between_pattern}|{words.from_pattern})"
    article = r"(?:(?:the|el|la|los|las|le|les|l['’]|o|a|os|as)\s*)?"
    generic = r"(?:[^\W\d_]+\s+(?:of|de|del|da|do)\s+)?"
    return NumberPatterns(
        before=re.compile(
            rf"(?<!\w)(?i:(?:{from_words}\s+)?(?:(?P<about>{words.about_pattern})\s+)?"
            rf"(?:(?P<article>{words.article_pattern})\s+)?(?P<strength>{words.magnitude_pattern})?\s*)[~≈]?$"
        ),
        minus=re.compile(r"(?:(?<!\w)(?i:minus|menos|moins)\s+|(?<![\w)%.])[-−])$"),
        below_zero=re.compile(r"\s+(?i:below zero|bajo cero|abaixo de zero|negativos|sous zéro|au-dessous de zéro)\b"),
        tail=re.compile(rf"\s+(?i:{words.tail_pattern})\b"),
        old=re.compile(r"(?:\s+|-)(?:old\b|de\s+edad\b|d['’]âge\b|de\s+idade\b)"),
        of=re.compile(r"\s+de\s+|\s+d['’]"),
        out_of=re.compile(rf"\s+(?i:{out_of})\s+(?:\d|(?i:{numeral})\b)"),
        of_many=re.compile(rf"(?:\d|(?<!\w)(?i:{numeral}|{words.one_pattern}))\s+(?i:{out_of})\s+$"),
        relative=re.compile(rf"(?i:{words.relative_pattern})"),
        more=re.compile(rf"\s+(?i:{words.more_pattern})\b"),
        every=re.compile(rf"(?<!\w)(?i:{words.every_pattern})\s+$"),
        one_of=re.compile(rf"\s+(?P<word>(?i:{words.one_of_pattern}))\b"),
        part_of=re.compile(r"\s+(?i:of (?:the|its|their|those|his|her)|de (?:los|las|sus|l[ae]s)|d[oa]s|des)\s"),
        half_more=re.compile(rf"\s+(?i:{words.half_more_pattern})\b"),
        place_follows=re.compile(rf"(?:\s+[^\W\d_]+)?\s+(?i:{words.in_pattern})\s+{article}{generic}"),
        ends=re.compile(rf"\s*(?:[,;.)]|$|\s(?:{words.and_pattern})\b)"),
        magnitude=re.compile(
            r"[\s-]magnitude\b(?!\s+of)|\s+on\s+the\s+Richter\s+scale|\s+en\s+la\s+escala\s+de\s+Richter"
        ),
    )


@dataclass(slots=True, kw_only=True)
class Draft:
    """A figure in the making.

    Parameters
    ----------
    start, end
        Its span so far, in characters of the text.
    kind, unit, counted
        As in :class:`geo.report.Figure`.
    is_about
        Whether the document says that it is not exact.
    more
        What "and a half" adds.
    is_negative
        Whether it is below zero.
    """

    start: int
    end: int
    kind: FigureKind = "quantity"
    unit: str = ""
    counted: str = ""
    is_about: bool = False
    more: float = 0
    is_negative: bool = False
