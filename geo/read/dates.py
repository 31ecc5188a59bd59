"""The date of a report, from a line near its top that is a date or a dateline.

Written out here because the libraries that parse dates cost more to import than the whole reading of a
short text, and because they take any number in a sentence for a date.
"""

import datetime as dt
import re

__all__ = ["find_date", "is_date_line"]

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo"
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?:{_WEEKDAYS})\.?,?\s+)?"
    r"(?:"
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th|º|°)?\s+(?:de\s+|of\s+)?(?P<month1>{_MONTH})\.?,?\s+(?:de\s+|del\s+)?(?P<year1>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r")(?!\d)"
)
_LABEL = r"(?:(?:published|posted|updated|dated?|fecha|publicado|actualizado)(?:\s+on|\s+el)?\s*:?\s*)?"
_TIME = r"(?:[,T]?\s*(?:at\s+|a las\s+)?\d{1,2}[:.h]\d{2}[^\n]{0,30})?"
_ALONE = re.compile(rf"\W*{_LABEL}{_DATE}{_TIME}\W*$", re.IGNORECASE)
# "LIMA, 12 May 2019 — Police …", "By A. Writer | December 15, 2014": words without a digit, a mark, the date,
# then a dash or the line's end. A date that a sentence goes on from is not the report's.
_DATELINE = re.compile(
    rf"[^\d\n]{{1,60}}[,(|·•:–—-]\s*(?:\([^)\n]{{1,40}}\)\s*[,–—-]?\s*)?{_LABEL}{_DATE}\s*(?:\([^)\n]{{1,40}}\)\s*)?(?:\)?\s*\.?\s*[–—-]|\W*$)",
    re.IGNORECASE,
)
_LINES = 12
_HEAD_CHARACTERS = 4_000
_LINE_CHARACTERS = 200


def find_date(text: str) -> dt.date | None:
    r"""Give the date of a report from the lines at its top; None when no line is a date.

    Parameters
    ----------
    text
        The text of the report; its first dozen lines are looked at.

    Returns
    -------
    datetime.date or None
        The first date that stands alone on a line or in a dateline, in English, Spanish or ISO 8601.
        Dates in figures alone (``03/04/2019``) are left, since no one can tell the day from the month.

    Examples
    --------
    >>> find_date("A title\n\nLIMA, 12 May 2019 — Police said on 3 March 2018 that …")
    datetime.date(2019, 5, 12)
    """
    lines = (line.strip() for line in text[:_HEAD_CHARACTERS].split("\n"))
    for line in [line for line in lines if line][:_LINES]:
        head = line[:_LINE_CHARACTERS]
        match = (_ALONE.match(line) if len(line) <= _LINE_CHARACTERS else None) or _DATELINE.match(head)
        date = _read_match(match) if match else None
        if date:
            return date
    return None


def is_date_line(line: str) -> bool:
    """Tell whether a line is a date and nothing else.

    Parameters
    ----------
    line
        One line.

    Examples
    --------
    >>> is_date_line("15 de diciembre de 2014"), is_date_line("Lima in 2014")
    (True, False)
    """
    return len(line) <= _LINE_CHARACTERS and _ALONE.match(line.strip()) is not None


def _read_match(match: re.Match[str]) -> dt.date | None:
    for form in "123":
        if match[f"year{form}"]:
            name = match[f"month{form}"].lower()
            try:
                return dt.date(int(match[f"year{form}"]), _MONTHS.get(name) or int(name), int(match[f"day{form}"]))
            except ValueError:  # 31 February
                return None
    return None
