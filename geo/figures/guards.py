"""What is a number and no figure: times of day, telephone numbers, roads, articles of laws, ages, scores."""

import re
from collections.abc import Iterator
from functools import cache

from geo.figures.languages import FigureWords, words_for

__all__ = ["bears_label", "find_non_figures", "is_age", "is_capital_name", "points_back", "word_before"]

_TAKEN = re.compile(
    r"""
    (?<![\w.+-])[\w.+-]{1,64}@[\w.-]+ | (?:https?://|www\.)\S+ | \#\w+ | \[\d{1,3}\]   # addresses, footnotes
    | \+\d[\d\s().-]{7,16}\d                                          # +51 1 315 6000
    | \(\d{2,4}\)\s?\d{3,4}[\s-]?\d{3,4} | (?<![\d.,])\d{2,4}-\d{3,4}-\d{3,4}(?!\d)
    | (?<![\d.,])0\d{1,3}[\s-]\d{5,8}(?!\d) | (?<![\d.,])\d{3}-\d{4}(?![\d-])
    | (?<![\d.,])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?     # times of day
    | (?<![\d.,])\d{1,2}[.h]\d{2}\s?(?:horas|hrs?|hours|h|a\.?\s?m|p\.?\s?m|GMT|UTC)\b
    | (?<![\d.,])\d{1,2}\s?(?:[ap]\.?m\b\.?|o['’]clock\b|h\b(?:\s?\d{2}\b)?)
    | (?<![\d.,])\d+(?:[.,]\d+)?\s?[°º](?!\s?[CF]\b)[\s\d.,'’′"”″]*\s?[NSEWO]?\b   # coordinates, ordinals
    | (?<![\w.,])\d+(?:/\d+)+(?!\w) | (?<![\w.,])\d+(?:\.\d+){2,}(?!\w)   # 24/7, 3.5.2
    | \b(?:[ltdm]as?\s|[àáa]s\s|[àa]\s)?\d{1,2}\s(?:heures)\b\s\d{2}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(r"(?i:\b(?:a|desde|hasta|de|para|sobre|hacia)\s+las?\s+|\b[àá]s\s+)\d{1,2}(?:[.:]\d{2})?(?![\d.,])")
_ENUMERATOR = re.compile(
    r"[^\w]{0,4}\d{1,3}(?:\.\d{1,3})*[.)]?\)?\s+(?=[^\W\d_])(?=[A-ZÁÉÍÓÚÑÀÂÊÔÇ])|[^\w]{0,4}\d{1,3}[.)]\s"
)
_LABEL = re.compile(r"([^\W\d_][\w.'’-]*?)\.?[\s-]{1,3}(?:n[°º.o]{1,2}\s*)?(?:[A-Z]{1,2}-)?$")
_NOUN_OF = re.compile(r"([^\W\d_]+)\s+(?:de\s+|d['’])$")
_WINDOW = 40


def find_non_figures(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the spans of a sentence in which a number is no figure, whatever stands round it.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence's span, in characters.

    Examples
    --------
    >>> text = "At 14:30 she rang +51 1 315 6000."
    >>> [text[first:last] for first, last in find_non_figures(text, 0, len(text))]
    ['14:30', '+51 1 315 6000']
    """
    enumerator = _ENUMERATOR.match(text, start, end)
    if enumerator:
        yield enumerator.span()
    for pattern in (_TAKEN, _CLOCK):
        for match in pattern.finditer(text, start, end):
            yield match.span()


@cache
def _labels(language: str) -> frozenset[str]:
    return frozenset(words_for(language).labels.split())


@cache
def _definite(language: str) -> frozenset[str]:
    return frozenset(words_for(language).definite.split())


def word_before(text: str, start: int, low: int) -> re.Match[str] | None:
    """Give the word right before a number.

    Parameters
    ----------
    text
        The text.
    start, low
        Where the number begins, and where its sentence does, in characters.

    Returns
    -------
    re.Match or None
        Its first group is the word; None where there is none.

    Examples
    --------
    >>> word_before("a Boeing 737", 9, 0)[1]
    'Boeing'
    """
    return _LABEL.search(text, max(low, start - _WINDOW), start)


def bears_label(text: str, start: int, low: int, words: FigureWords) -> bool:
    """Tell whether the word before a number makes it a name: "Highway 16", "artículo 7".

    Parameters
    ----------
    text
        The text.
    start, low
        Where the number begins, and where its sentence does, in characters.
    words
        The words of the language.

    Examples
    --------
    >>> bears_label("on Highway 16", 11, 0, words_for("en"))
    True
    """
    before = word_before(text, start, low)
    return before is not None and before[1].lower().strip(".") in _labels(words.language)


def is_capital_name(text: str, start: int, low: int, words: FigureWords) -> bool:
    """Tell whether the word before a number is part of a name in the middle of a sentence: "Boeing 737".

    Parameters
    ----------
    text
        The text.
    start, low
        Where the number begins, and where its sentence does, in characters.
    words
        The words of the language.

    Examples
    --------
    >>> is_capital_name("a Boeing 737", 9, 0, words_for("en")), is_capital_name("Only 12 came", 5, 0, words_for("en"))
    (True, False)
    """
    before = word_before(text, start, low)
    if before is None or not before[1][0].isupper() or before[1].lower() in words.stops.split():
        return False
    return any(map(str.isalnum, text[low : before.start(1)]))


def points_back(text: str, start: int, low: int, words: FigureWords) -> bool:
    """Tell whether a small number means things that were told before: "the three countries".

    Parameters
    ----------
    text
        The text.
    start, low
        Where the number begins, and where its sentence does, in characters.
    words
        The words of the language.

    Examples
    --------
    >>> points_back("of the three countries", 7, 0, words_for("en"))
    True
    """
    before = word_before(text, start, low)
    return before is not None and before[1].lower() in _definite(words.language)


def is_age(text: str, start: int, low: int, words: FigureWords) -> bool:
    """Tell whether what stands before a number makes it somebody's age.

    Parameters
    ----------
    text
        The text.
    start, low
        Where the number begins, and where its sentence does, in characters.
    words
        The words of the language.

    Examples
    --------
    >>> is_age("Un hombre de 46 años", 13, 0, words_for("es"))
    True
    """
    before = text[max(low, start - _WINDOW) : start]
    if re.search(words.ages_pattern, before, re.IGNORECASE):
        return True
    noun = _NOUN_OF.search(before) if words.terms else None
    return noun is not None and noun[1].lower() not in words.terms.split()
