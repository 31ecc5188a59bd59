"""The year of a date that has none, where the date of the document leaves no doubt."""

import calendar
import datetime as dt

from geo.document import Document
from geo.figures.calendar_words import date_patterns

__all__ = ["tell_year"]

_NEAR_DAYS = 92


def tell_year(document: Document, month: int, day: int | None, *, sentence: tuple[int, int]) -> int | None:
    """Give the year of a day or a month that is written without one.

    Parameters
    ----------
    document
        The document; one without a date tells no year.
    month, day
        The month, and the day in it; None for the whole month.
    sentence
        The sentence's span, in characters: its words say whether it tells what was or what will be.

    Returns
    -------
    int or None
        A sentence that only tells what was means the last such day before the document, where that is within 92
        days or in the document's own year. One that only tells what will be means the next such day, where that is
        within 92 days. Anything else is in doubt: None.

    Examples
    --------
    >>> brief = Document(text="They came in September.", name="brief", date=dt.date(2014, 12, 15))
    >>> tell_year(brief, 9, None, sentence=(0, 23)), tell_year(brief, 12, None, sentence=(0, 23))
    (2014, None)
    """
    if document.date is None:
        return None
    patterns = date_patterns(document.language)
    is_past = patterns.past.search(document.text, *sentence) is not None
    is_future = patterns.future.search(document.text, *sentence) is not None
    if is_future == is_past:
        return None
    return _tell_past(document.date, month, day) if is_past else _tell_future(document.date, month, day)


def _tell_past(today: dt.date, month: int, day: int | None) -> int | None:
    for year in (today.year, today.year - 1):
        last = _make_day(year, month, day or calendar.monthrange(year, month)[1])
        if last is not None and last <= today:
            return year if year == today.year or (today - last).days <= _NEAR_DAYS else None
    return None


def _tell_future(today: dt.date, month: int, day: int | None) -> int | None:
    for year in (today.year, today.year + 1):
        first = _make_day(year, month, day or 1)
        if first is not None and first > today:
            return year if (first - today).days <= _NEAR_DAYS else None
    return None


def _make_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 29 February
        return None
