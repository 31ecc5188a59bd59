"""Patterns of dates, built from CLDR's names of months and days and a language's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geo.figures.languages import words_for

__all__ = ["DatePatterns", "date_patterns"]

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|°|ª|\.º)?(?![\w%]|[.,:]?\d|\s?%)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\w|[.,]\d)"
_NOT_AFTER = r"(?<![\w/°#])(?<![\w][.,:/'’-])(?<![$€£])"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePatterns:
    """What finds dates in one language.

    Parameters
    ----------
    months
        Numbers of months by their words, in lower case, without points.
    whole_months
        The months' whole names, in lower case.
    atom
        One date, or the end of a range within a month. Its groups: ``d``, ``m``, ``y`` in three forms.
    joint
        What stands between two dates that make a span of time.
    before
        What belongs to a date in front of it.
    decade
        A decade.
    past, future
        Signs of a sentence's tense.
    """

    months: Mapping[str, int]
    whole_months: frozenset[str]
    atom: re.Pattern[str]
    joint: re.Pattern[str]
    before: re.Pattern[str]
    decade: re.Pattern[str]
    past: re.Pattern[str]
    future: re.Pattern[str]


def _read_months(language: str) -> tuple[dict[str, int], frozenset[str]]:
    from babel import Locale  # noqa: PLC0415 - only documents with dates pay for the import

    words = words_for(language)
    names = Locale.parse(words.number_locale).months["format"]
    months = {name.lower().rstrip("."): number for number, name in names["abbreviated"].items()}
    whole = {name.lower(): number for number, name in names["wide"].items()}
    wholes = frozenset({*whole, *(name for name in words.months if len(name) > 4)})  # noqa: PLR2004 - "setiembre"
    return months | whole | dict(words.months), wholes


def _weekdays(language: str) -> str:
    from babel import Locale  # noqa: PLC0415 - as above

    days = Locale.parse(words_for(language).number_locale).days["format"]
    return "|".join(re.escape(name) for width in ("wide", "abbreviated") for name in days[width].values())


def _month_pattern(months: Mapping[str, int], *, capital: bool) -> str:
    names = sorted(months, key=len, reverse=True)
    if capital:
        names = [form for name in names for form in (name.capitalize(), name.upper())]
        return rf"(?:{'|'.join(names)})\b"
    return rf"(?i:{'|'.join(names)})\b"


@cache
def date_patterns(language: str) -> DatePatterns:
    """Give what finds dates in a language.

    Parameters
    ----------
    language
        Its code; English for one without rules.

    Examples
    --------
    >>> date_patterns("es").months["mayo"]
    5
    """
    words = words_for(language)
    months, whole = _read_months(language)
    month = _month_pattern(months, capital=words.capital_months)
    of, article = words.date_of_pattern, r"(?:el\s+|le\s+|o\s+|the\s+)?"
    to = rf"(?:\s?[-–]\s?|\s+(?:{words.to_pattern}|{words.and_pattern}|{words.or_pattern})\s+{article})"
    day = rf"(?:{_DAY}|(?i:primero|primeiro|premier)\b)"
    year = rf"(?:\.?,?\s+(?:(?:{of})\s+)?(?P<y{{0}}>{_YEAR}))?"
    forms = [
        rf"(?:(?P<a1>{day}){to})?(?P<d1>{day})\s+(?:(?:{of})\s+)?(?P<m1>{month}){year.format(1)}",
        rf"(?P<m3>{month}){year.format(3)}",
        r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])|(?P<num>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:19|20)\d\d)(?!\w)",
        rf"(?P<y5>{_YEAR})(?:\s?[-–/]\s?(?P<z5>{_YEAR}|\d\d(?![\w.,/-]\d|\w)))?(?!\s?%)",
    ]
    if words.capital_months:
        forms.insert(1, rf"(?P<m2>{month})\.?\s+(?P<d2>{day})(?:{to}(?P<b2>{day})(?!\s+{month}))?{year.format(2)}")
    weekday = rf"(?:(?i:{_weekdays(language)})\.?,?\s+)?"
    before = rf"(?P<prep>(?:{words.date_before_pattern})(?:\s+|(?<=')))?(?P<edge>(?:{words.edge_pattern})(?:\s+|-))?"
    to_words = rf"(?:{words.to_pattern}|until|through|hasta|até|jusqu['’](?:en|au))"
    inner = r"(?:(?:the|el|le|o|los|les|os|en|em)\s+)?"
    return DatePatterns(
        months=months,
        whole_months=whole,
        atom=re.compile(_NOT_AFTER + rf"(?:{'|'.join(forms)})"),
        joint=re.compile(rf"\s?[-–]\s?|\s+{to_words}\s+{inner}|(?P<both>\s+(?:{words.and_pattern})\s+{inner})"),
        before=re.compile(rf"(?<!\w)(?i:{before}{weekday})$"),
        decade=re.compile(rf"(?<![\w.,])(?i:{words.decade_pattern})\s+(?P<d>(?:1[89]|20)\d0)\b")
        if words.decade_pattern
        else re.compile(r"(?<![\w.,])(?P<d>(?:1[89]|20)\d0)['’]?s\b"),
        past=re.compile(words.past_pattern),
        future=re.compile(words.future_pattern),
    )
