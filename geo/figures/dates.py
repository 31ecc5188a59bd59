"""Dates and spans of time in a sentence, by rule."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.document import Document
from geo.figures.calendar_words import DatePatterns, date_patterns
from geo.figures.counted import names_many
from geo.figures.languages import FigureWords, words_for
from geo.figures.years import tell_year
from geo.report import Figure

__all__ = ["find_dates"]

_BEFORE_CHARACTERS = 48
_SURE_YEARS = range(1900, 2100)
_ROUND = 100
_MONTHS = 12
_DATELINE_START = re.compile(r"[^\d\n;:]{0,60}[,(.]\s*")
_DATELINE_END = re.compile(r"\)?\.?\s*(?:\([^)\n]{1,40}\)\s*)?(?:\.\s?[-–—]|[-–—]{1,2}\s|[—–]|\.?$)")
_NAME_BEFORE = re.compile(r"([^\W\d_][\w.'’]*)\s+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_][\w'’-]*)")
_COUNTED_YEAR = re.compile(r"\s?(?:km|ha|m|kg|t|MW)\b|\s?[²³°%]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Atom:
    """One date as the text has it; parts that it leaves out are None."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    is_whole_month: bool = True
    is_unclear: bool = False


def _read_day(words: str | None) -> int | None:
    if words is None:
        return None
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else 1


def _read_atom(match: re.Match[str], patterns: DatePatterns, *, day_first: bool) -> _Atom:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    if "iso" in found:
        year, month, day = map(int, found["iso"].split("-"))
        return _Atom(start=start, end=end, day=day, month=month, year=year)
    if "num" in found:
        return _read_numeric(start, end, found["num"], day_first=day_first)
    if "y5" in found:
        return _Atom(
            start=start, end=end, year=int(found["y5"]), last_year=_read_last_year(found["y5"], found.get("z5"))
        )
    return _read_named(start, end, found, patterns)


def _read_numeric(start: int, end: int, words: str, *, day_first: bool) -> _Atom:
    """Read "12/05/2014": in English no one can tell the day from the month where both are small."""
    first, second, year = map(int, re.split(r"[/.-]", words))
    day, month = (first, second) if day_first or first > _MONTHS else (second, first)
    unclear = not day_first and first != second and max(first, second) <= _MONTHS
    return _Atom(start=start, end=end, day=day, month=month, year=year, is_unclear=unclear or month > _MONTHS)


def _read_named(start: int, end: int, found: Mapping[str, str], patterns: DatePatterns) -> _Atom:
    form = "1" if "m1" in found else "2" if "m2" in found else "3"
    name = found[f"m{form}"].lower()
    first, last = found.get(f"d{form}"), found.get("b2")
    if "a1" in found:
        first, last = found["a1"], first
    year = found.get(f"y{form}")
    return _Atom(
        start=start,
        end=end,
        day=_read_day(first),
        month=patterns.months[name],
        year=int(year) if year else None,
        last_day=_read_day(last),
        is_whole_month=name in patterns.whole_months,
    )


def _read_last_year(first: str, last: str | None) -> int | None:
    if last is None:
        return None
    return int(last) if len(last) == len(first) else int(first[:2] + last)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """A sentence with what decides on its dates."""

    document: Document
    index: int
    start: int
    end: int
    names: Sequence[tuple[int, int]]
    words: FigureWords
    patterns: DatePatterns


def find_dates(
    document: Document, start: int, end: int, *, index: int = 0, names: Sequence[tuple[int, int]] = ()
) -> list[Figure]:
    """Find the dates and spans of time of a sentence.

    Parameters
    ----------
    document
        The document.
    start, end
        The sentence's span, in characters.
    index
        The document's index in its report.
    names
        Spans of the names of places in the sentence; a number within one is no date.

    Returns
    -------
    list of Figure
        In order, disjoint. Days of the week and words such as "last year" alone are left. A date without a year
        has one only where :func:`geo.figures.years.tell_year` is certain.

    Examples
    --------
    >>> brief = Document(text="It closed from May 3 to May 7, 2014.", name="brief")
    >>> [(found.text, found.date.day, found.date_end.day) for found in find_dates(brief, 0, 36)]
    [('from May 3 to May 7, 2014', 3, 7)]
    """
    words, patterns = words_for(document.language), date_patterns(document.language)
    context = _Context(
        document=document, index=index, start=start, end=end, names=names, words=words, patterns=patterns
    )
    figures = [_make_decade(context, match) for match in patterns.decade.finditer(document.text, start, end)]
    taken = [*names, *((figure.start, figure.end) for figure in figures)]
    matches = (
        match
        for match in patterns.atom.finditer(document.text, start, end)
        if not any(match.start() < last and first < match.end() for first, last in taken)
    )
    atoms = [_read_atom(match, patterns, day_first=words.language != "en") for match in matches]
    figures += _make_figures(context, atoms)
    return sorted(figures, key=lambda figure: figure.start)


def _make_decade(context: _Context, match: re.Match[str]) -> Figure:
    first = int(match["d"])
    start = _find_start(context, match.start(), context.start).start
    return Figure(
        document=context.index,
        start=start,
        end=match.end(),
        text=context.document.text[start : match.end()],
        kind="period",
        date=dt.date(first, 1, 1),
        date_end=dt.date(first + 9, 12, 31),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where a date begins with the words before it, and what they are."""

    start: int
    preposition: str = ""
    edge: str = ""


def _find_start(context: _Context, at: int, low: int) -> _Start:
    match = context.patterns.before.search(context.document.text, max(low, at - _BEFORE_CHARACTERS), at)
    if match is None:
        return _Start(start=at)
    preposition, edge = (match["prep"] or "").lower().strip(), (match["edge"] or "").lower().strip(" -")
    return _Start(start=match.start(), preposition=preposition, edge=edge)


def _make_figures(context: _Context, atoms: Sequence[_Atom]) -> Iterator[Figure]:
    low, at = context.start, 0
    while at < len(atoms):
        first, last = atoms[at], atoms[at]
        at += 1
        if at < len(atoms) and _is_joined(context, first, atoms[at], low):
            last = atoms[at]
            at += 1
        figure = _make_figure(context, first, last, low)
        if figure is not None:
            low = figure.end
            yield figure


def _is_joined(context: _Context, first: _Atom, second: _Atom, low: int) -> bool:
    text = context.document.text
    joint = context.patterns.joint.fullmatch(text, first.end, second.start)
    if joint is None or first.last_day or first.last_year or second.last_year:
        return False
    between = re.match(context.words.between_pattern, _find_start(context, first.start, low).preposition)
    return joint["both"] is None or between is not None


def _make_figure(context: _Context, first: _Atom, last: _Atom, low: int) -> Figure | None:
    before = _find_start(context, first.start, low)
    text, end = context.document.text, last.end
    if first.day and context.words.capital_months and before.preposition == "in" and first.year is None:
        # "In May 20 people died": the day of a month stands behind "on".
        month = re.match(r"[^\W\d_]+", text[first.start : first.end])
        if month is None:
            return None
        first = last = _Atom(start=first.start, end=first.start + month.end(), month=first.month)
        end = first.end
    if not _is_date(context, first, last, before) or _is_dateline(context, before.start, end):
        return None
    start = before.start
    if first.day is None and re.fullmatch(r"(?i:of|del?|d[oau]|a|para|al?)", before.preposition) and not before.edge:
        start = first.start
    span = _read_span(context, first, last)
    is_period = last is not first or first.last_day is not None or first.last_year is not None
    tail = context.words.period_pattern
    opening = re.match(tail, before.preposition)
    if not is_period and opening and opening["since"]:
        is_period, span = True, (span[0], None)
    return Figure(
        document=context.index,
        start=start,
        end=end,
        text=text[start:end],
        kind="period" if is_period else "date",
        approximate=bool(before.edge),
        date=span[0],
        date_end=span[1],
    )


def _is_date(context: _Context, first: _Atom, last: _Atom, before: _Start) -> bool:
    """Tell a date from a number or a word that only looks like one."""
    text = context.document.text
    if first.day is not None:
        name = _NAME_BEFORE.search(text, max(context.start, first.start - _BEFORE_CHARACTERS), first.start)
        # "la avenida 28 de Julio" bears a date for a name.
        is_named = name is not None and name[1].lower().strip(".") in context.words.labels.split()
        return not is_named and not (name and _is_capital(context, name) and first.year is None)
    if first.month is not None:
        following = _NEXT_WORD.match(text, last.end, context.end)
        if first.year or last.year or last is not first:
            return True
        is_person = context.words.capital_months and following is not None and following[1][0].isupper()
        is_put = before.edge or re.sub(r"(?i)\b(?:the|el|los|le|les|o|os)$", "", before.preposition).strip()
        return bool(is_put) and first.is_whole_month and not is_person
    return _is_year(context, first, before, is_range=last is not first)


def _is_capital(context: _Context, name: re.Match[str]) -> bool:
    is_first = not context.document.text[context.start : name.start(1)].strip(" \"'«“‘(¿¡-—–")
    low = name[1].lower().rstrip(".")
    known = low in context.words.stops.split() or low in context.patterns.months
    inside = any(start <= name.start(1) < end for start, end in context.names)
    return name[1][0].isupper() and not is_first and not known and not inside


def _is_year(context: _Context, atom: _Atom, before: _Start, *, is_range: bool) -> bool:
    text, year = context.document.text, atom.year or 0
    if atom.last_year is not None and atom.last_year <= year:
        return False
    if is_range or atom.last_year:
        return True
    if year not in _SURE_YEARS and not before.preposition:
        return False
    if _COUNTED_YEAR.match(text, atom.end, context.end):
        return False
    following = _NEXT_WORD.match(text, atom.end, context.end)
    many = following is not None and names_many(following[1], context.words) and following[1].islower()
    name = _NAME_BEFORE.search(text, max(context.start, atom.start - _BEFORE_CHARACTERS), atom.start)
    word = name[1].lower().strip(".") if name else ""
    if many and (year % _ROUND == 0 or re.search(rf"(?i:{context.words.about_pattern})\s+$", text[: atom.start][-40:])):
        return False
    return word not in context.words.labels.split() and not (name and _is_capital(context, name))


def _is_dateline(context: _Context, start: int, end: int) -> bool:
    """Tell where and when a report was filed: "LIMA, 12 May 2019 —" says nothing of Lima."""
    text = context.document.text
    head = _DATELINE_START.fullmatch(text, context.start, start)
    return head is not None and _DATELINE_END.match(text, end, context.end) is not None


def _read_span(context: _Context, first: _Atom, last: _Atom) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day; the last is None for one day alone."""
    if first.is_unclear or last.is_unclear:
        return None, None
    month = first.month or last.month
    last_year = last.last_year or last.year or first.year
    year = first.year or last.year
    if year is None:
        year = tell_year(context.document, month or 1, first.day, sentence=(context.start, context.end))
        last_year = year
    if year is None or last_year is None:
        return None, None
    last_month = last.month or first.month
    last_day = last.last_day or (last.day if last is not first else first.last_day)
    begin = _make_day(year, month or 1, first.day or 1)
    if first.day is not None and last_day is None:
        return begin, None
    end_month = last_month or 12
    end = _make_day(last_year, end_month, last_day or calendar.monthrange(last_year, end_month)[1])
    return (begin, end) if begin and end and begin <= end else (begin, None)


def _make_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 31 February
        return None
