"""Quantities, amounts of money, shares and spans of time in a sentence, by rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.document import Document
from geo.figures.amounts import Amount, iterate_amounts
from geo.figures.counted import Stop, match_counted, match_substance
from geo.figures.guards import bears_label, find_non_figures, is_age, is_capital_name, points_back, word_before
from geo.figures.languages import FigureWords, words_for
from geo.figures.numbers import NumberStyle, numeral_pattern
from geo.figures.units import Unit, match_unit
from geo.report import Figure, FigureKind

__all__ = ["find_quantities"]

_WINDOW = 44
_FEW = 12
_TITLE_CASE = 0.7
_LONG_DIGITS = 6
_BIG_BARE = 100
_AFTER_NAME = re.compile(r"\s+|,\s+|\s?\(|:\s+")
_SPAN = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence with what decides on its numbers."""

    document: Document
    index: int
    start: int
    end: int
    names: Sequence[_SPAN]
    stop: Stop
    words: FigureWords
    is_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """What stands round numbers in one language."""

    before: re.Pattern[str]
    tail: re.Pattern[str]
    old: re.Pattern[str]
    of: re.Pattern[str]
    out_of: re.Pattern[str]
    of_many: re.Pattern[str]
    relative: re.Pattern[str]
    more: re.Pattern[str]
    every: re.Pattern[str]
    half_more: re.Pattern[str]
    place_follows: re.Pattern[str]
    ends: re.Pattern[str]
    magnitude: re.Pattern[str]


@cache
def _compile(language: str) -> _Patterns:
    words = words_for(language)
    numeral = numeral_pattern(language)
    out_of = r"in|out\s+of|de\s+cada|em\s+cada|sur"
    from_words = rf"(?P<from>{words.between_pattern}|{words.from_pattern})"
    article = r"(?:(?:the|el|la|los|las|le|les|l['’]|o|a|os|as)\s*)?"
    generic = r"(?:[^\W\d_]+\s+(?:of|de|del|da|do)\s+)?"
    return _Patterns(
        before=re.compile(
            rf"(?<!\w)(?i:(?:{from_words}\s+)?(?:(?P<about>{words.about_pattern})\s+)?"
            rf"(?:(?P<article>{words.article_pattern})\s+)?(?P<strength>{words.magnitude_pattern})?\s*)[~≈]?$"
        ),
        tail=re.compile(rf"\s+(?i:{words.tail_pattern})\b"),
        old=re.compile(r"(?:\s+|-)(?:old\b|de\s+edad\b|d['’]âge\b|de\s+idade\b)"),
        of=re.compile(r"\s+de\s+|\s+d['’]"),
        out_of=re.compile(rf"\s+(?i:{out_of})\s+(?:\d|(?i:{numeral}))"),
        of_many=re.compile(rf"(?:\d|\b(?i:{numeral}|{words.one_pattern}))\s+(?i:{out_of})\s+$"),
        relative=re.compile(rf"(?i:{words.relative_pattern})"),
        more=re.compile(rf"\s+(?i:{words.more_pattern})\b"),
        every=re.compile(rf"(?<!\w)(?i:{words.every_pattern})\s+$"),
        half_more=re.compile(rf"\s+(?i:{words.half_more_pattern})\b"),
        place_follows=re.compile(rf"(?:\s+[^\W\d_]+)?\s+(?i:{words.in_pattern})\s+{article}{generic}"),
        ends=re.compile(rf"\s*(?:[,;.)]|$|\s(?:{words.and_pattern})\b)"),
        magnitude=re.compile(r"[\s-]magnitude\b(?!\s+of)|\s+on\s+the\s+Richter\s+scale|\s+en\s+la\s+escala\s+de\s+Richter"),
    )


def find_quantities(
    document: Document,
    start: int,
    end: int,
    *,
    style: NumberStyle,
    index: int = 0,
    names: Sequence[_SPAN] = (),
    taken: Sequence[_SPAN] = (),
) -> list[Figure]:
    """Find the numbers of a sentence that say how many or how much.

    Parameters
    ----------
    document
        The document.
    start, end
        The sentence's span, in characters.
    style
        How the document writes numbers.
    index
        The document's index in its report.
    names
        Spans of the names of places in the sentence; a number within one is no figure.
    taken
        Spans of what is found already, such as dates.

    Returns
    -------
    list of Figure
        In order, disjoint, and outside of ``names`` and ``taken``.

    Examples
    --------
    >>> text = "About 600 Peruvian Marines guard 1,200 km of rivers."
    >>> style = NumberStyle(decimal_sign=".", is_shown=True)
    >>> [(f.text, f.value, f.unit) for f in find_quantities(Document(text=text, name="b"), 0, len(text), style=style)]
    [('About 600 Peruvian Marines', 600.0, ''), ('1,200 km of rivers', 1200.0, 'km')]
    """
    text, words = document.text, words_for(document.language)
    closed = sorted([*names, *taken, *(find_non_figures(text, start, end))])
    sentence = _Sentence(
        document=document,
        index=index,
        start=start,
        end=end,
        names=names,
        stop=Stop(end=end, names=frozenset(first for first, _ in names)),
        words=words,
        is_title=_is_title(text[start:end]),
    )
    figures: list[Figure] = []
    low = start
    for amount in iterate_amounts(text, start, end, style=style, words=words):
        if amount.start < low or any(first < amount.end and amount.start < last for first, last in closed):
            continue
        before = [last for _, last in closed if last <= amount.start]
        figure = _make_figure(sentence, amount, max([low, *before[-1:]]))
        if figure is not None and not any(f < figure.end and figure.start < last for f, last in closed):
            figures.append(figure)
            low = figure.end
    return figures


def _is_title(sentence: str) -> bool:
    """Tell whether a sentence is written With Capitals, as headlines are."""
    letters = [word for word in sentence.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - no "of"
    return len(letters) > 2 and sum(word[0].isupper() for word in letters) >= _TITLE_CASE * len(letters)  # noqa: PLR2004


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A figure in the making."""

    start: int
    end: int
    kind: FigureKind = "quantity"
    unit: str = ""
    counted: str = ""
    is_about: bool = False
    more: float = 0


def _make_figure(sentence: _Sentence, amount: Amount, low: int) -> Figure | None:
    text, patterns = sentence.document.text, _compile(sentence.words.language)
    draft = _Draft(start=amount.start, end=amount.end)
    if re.search(r"\d[-–]$", text[max(0, amount.start - 2) : amount.start]):
        return None  # the second half of a score
    unit = _read_unit(sentence, amount, draft)
    if draft.end == amount.end and not draft.counted and _is_cut_word(text, amount.end):
        return None
    _read_before(sentence, amount, draft, low)
    if _is_none(sentence, amount, draft, unit):
        return None
    tail = patterns.tail.match(text, draft.end, sentence.end)
    if tail and (draft.unit or draft.counted):
        draft.end = tail.end()
    return Figure(
        document=sentence.index,
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        kind=draft.kind,
        value=float(amount.value) + draft.more,
        upper=None if amount.upper is None else float(amount.upper) + draft.more,
        unit=draft.unit,
        counted=draft.counted,
        approximate=draft.is_about,
    )


def _is_cut_word(text: str, end: int) -> bool:
    """Tell whether a number goes on as a word or as another number: "29th", "3D", "50-50", "14:30"."""
    following = text[end : end + 2]
    return bool(re.match(r"\w|[-–/:°º'’]\w|[°º]", following))


def _read_unit(sentence: _Sentence, amount: Amount, draft: _Draft) -> Unit | None:
    """Read what stands behind a number: its unit and of what, or what it counts."""
    text, words, stop = sentence.document.text, sentence.words, sentence.stop
    at = amount.end
    if amount.currency:
        draft.kind, draft.unit = "money", amount.currency
        return None
    if amount.takes_of and words.language != "en":
        of = _compile(words.language).of.match(text, at, sentence.end)
        at = of.end() - (0 if of[0].endswith(("'", "’")) else 1) if of else at
    strength = _compile(words.language).magnitude.match(text, at, sentence.end)
    if strength:
        draft.unit, draft.end = "magnitude", strength.end()
        return None
    unit = match_unit(text, at, sentence.end, language=words.language)
    if unit is None:
        span = match_counted(text, at, stop, language=words.language)
    elif unit.is_hyphened or unit.kind == "money":
        span = None
    else:
        span = match_substance(text, unit.end, stop, words=words, is_share=unit.kind == "share")
    if unit is not None:
        draft.kind, draft.unit, draft.end = unit.kind, unit.symbol, unit.end
        half = _compile(words.language).half_more.match(text, unit.end, sentence.end)
        if half and amount.scale == 1:
            draft.more, draft.end = 0.5, half.end()
    if span is not None:
        draft.counted, draft.end = text[slice(*span)], span[1]
    return unit


def _read_before(sentence: _Sentence, amount: Amount, draft: _Draft, low: int) -> None:
    """Read what stands before a number and belongs to it: "about", "between"."""
    text, patterns = sentence.document.text, _compile(sentence.words.language)
    match = patterns.before.search(text, max(low, amount.start - _WINDOW), amount.start)
    if match is None:
        return
    if match["about"]:
        draft.start, draft.is_about = match.start("about"), True
    elif match["article"] and draft.kind == "share":
        draft.start = match.start("article")
    if match["from"] and amount.upper is not None:
        draft.start = match.start("from")
    if match["strength"] and not draft.unit and not draft.counted:
        if re.match(r"magni", match["strength"], re.IGNORECASE):
            draft.start, draft.unit = match.start("strength"), "magnitude"


def _is_none(sentence: _Sentence, amount: Amount, draft: _Draft, unit: Unit | None) -> bool:
    """Tell a number that is no figure."""
    text, words, low = sentence.document.text, sentence.words, sentence.start
    patterns = _compile(words.language)
    if patterns.of_many.search(text, max(low, amount.start - _WINDOW), amount.start):
        return True  # "one in five children"
    if draft.unit == "magnitude" or draft.kind in {"money", "share"}:
        return False
    if not draft.is_about and bears_label(text, amount.start, low, words):
        return True
    if draft.kind == "period":
        return _only_tells_when(sentence, amount, draft)
    if draft.unit:
        return False
    if not draft.is_about and not sentence.is_title and (_follows_name(sentence, amount) or _is_name(sentence, amount)):
        return True
    if points_back(text, draft.start, low, words) and amount.value <= _FEW:
        return True
    return not draft.counted and _is_bare_none(sentence, amount, draft)


def _follows_name(sentence: _Sentence, amount: Amount) -> bool:
    text, words = sentence.document.text, sentence.words
    before = word_before(text, amount.start, sentence.start)
    if before and any(first <= before.start(1) < last for first, last in sentence.names):
        return False
    return is_capital_name(text, amount.start, sentence.start, words)


def _is_name(sentence: _Sentence, amount: Amount) -> bool:
    """Tell a number word with a capital in the middle of a sentence: "the Six Nations"."""
    text = sentence.document.text
    is_first = not any(map(str.isalnum, text[sentence.start : amount.start]))
    follows_mark = text[max(0, amount.start - 2) : amount.start].strip() in {"-", "—", "–", ":", "“", '"', "«", "."}
    return amount.is_spoken and text[amount.start].isupper() and not is_first and not follows_mark


def _only_tells_when(sentence: _Sentence, amount: Amount, draft: _Draft) -> bool:
    text, words, low = sentence.document.text, sentence.words, sentence.start
    if _compile(words.language).relative.match(text, draft.end, sentence.end):
        return True
    if _compile(words.language).every.search(text, max(low, draft.start - _WINDOW), draft.start):
        return True
    if draft.unit not in {"year", "month"}:
        return False
    old = _compile(words.language).old.match(text, draft.end, sentence.end)
    return old is not None or (draft.unit == "year" and is_age(text, draft.start, low, words))


def _is_bare_none(sentence: _Sentence, amount: Amount, draft: _Draft) -> bool:
    """Tell a number without unit and without a thing counted that is no figure either."""
    text, words, low = sentence.document.text, sentence.words, sentence.start
    patterns = _compile(words.language)
    if patterns.out_of.match(text, amount.end, sentence.end):
        return not any(first <= amount.end + 5 for first in sentence.stop.names if first >= amount.end)
    if amount.value % 1 or text[amount.start] == "0":
        return True
    is_small_word = amount.is_spoken and amount.value <= _FEW
    if _stands_by_place(sentence, amount, patterns):
        return False
    if is_small_word or is_age(text, amount.start, low, words):
        return True
    if draft.is_about or amount.is_large:
        return False
    if amount.upper is not None:
        return draft.start == amount.start or amount.upper < _BIG_BARE
    if patterns.more.match(text, amount.end, sentence.end):
        return False
    before = word_before(text, amount.start, low)
    if before is not None and patterns.more.fullmatch(f" {before[1]}"):
        return False
    return before is None or before[1].lower() not in words.tolls.split()


def _stands_by_place(sentence: _Sentence, amount: Amount, patterns: _Patterns) -> bool:
    """Tell whether a bare number is one of a list by places: "12 in Lima", "Cusco 5", "Puno (3)"."""
    text = sentence.document.text
    ended = [last for _, last in sentence.names if last <= amount.start]
    gap = text[ended[-1] : amount.start] if ended else None
    if gap is not None and _AFTER_NAME.fullmatch(gap) and patterns.ends.match(text, amount.end, sentence.end):
        return True
    link = patterns.place_follows.match(text, amount.end, sentence.end)
    # "la México 15 en Vícam" is a road.
    return link is not None and link.end() in sentence.stop.names and not (gap and gap.isspace())
