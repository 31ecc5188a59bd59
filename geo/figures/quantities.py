"""Quantities, amounts of money, shares and spans of time in a sentence, by rule."""

import re
from collections.abc import Sequence

from geo.document import Document
from geo.figures.amounts import Amount, iterate_amounts
from geo.figures.counted import Stop, match_counted, match_substance
from geo.figures.doubts import is_no_figure
from geo.figures.drafts import Draft, Sentence, Span, number_patterns
from geo.figures.guards import find_non_figures
from geo.figures.languages import words_for
from geo.figures.numbers import NumberStyle
from geo.figures.units import Unit, match_unit
from geo.report import Figure

__all__ = ["find_quantities"]

_WINDOW = 44
_TITLE_CASE = 0.7
_SECOND_HALF = re.compile(r"\d(?:[-–]|\s?/\s?)$")


def find_quantities(
    document: Document,
    span: Span,
    *,
    style: NumberStyle,
    index: int = 0,
    names: Sequence[Span] = (),
    taken: Sequence[Span] = (),
) -> list[Figure]:
    """Find the numbers of a sentence that say how many or how much.

    Parameters
    ----------
    document
        The document.
    span
        The sentence's start and end, in characters.
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
    >>> [(f.text, f.value, f.unit) for f in find_quantities(Document(text=text, name="b"), (0, 52), style=style)]
    [('About 600 Peruvian Marines', 600.0, ''), ('1,200 km of rivers', 1200.0, 'km')]
    """
    text, words, (start, end) = document.text, words_for(document.language), span
    closed = sorted([*names, *taken, *find_non_figures(text, start, end)])
    sentence = Sentence(
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


def _make_figure(sentence: Sentence, amount: Amount, low: int) -> Figure | None:
    text, patterns = sentence.document.text, number_patterns(sentence.words.language)
    draft = Draft(start=amount.start, end=amount.end)
    if _SECOND_HALF.search(text, max(0, amount.start - 4), amount.start):  # of a score
        return None
    _read_behind(sentence, amount, draft)
    if draft.end == amount.end and not draft.counted and _is_cut_word(text, amount.end):
        return None
    _read_before(sentence, amount, draft, low)
    if is_no_figure(sentence, amount, draft):
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
        value=_sign(draft, float(amount.value) + draft.more),
        upper=None if amount.upper is None else _sign(draft, float(amount.upper) + draft.more),
        unit=draft.unit,
        counted=draft.counted,
        approximate=draft.is_about,
    )


def _is_cut_word(text: str, end: int) -> bool:
    """Tell whether a number goes on as a word or as another number: "29th", "3D", "50-50", "14:30"."""
    following = text[end : end + 2]
    return bool(re.match(r"\w|[-–/:°º'’]\w|[°º]", following))


def _sign(draft: Draft, value: float) -> float:
    return -value if draft.is_negative else value


def _read_behind(sentence: Sentence, amount: Amount, draft: Draft) -> None:
    """Read what stands behind a number: its unit and of what, or what it counts."""
    text, language = sentence.document.text, sentence.words.language
    patterns, at = number_patterns(language), amount.end
    if amount.currency:
        draft.kind, draft.unit = "money", amount.currency
        return
    of = patterns.of.match(text, at, sentence.end) if amount.takes_of and language != "en" else None
    if of:
        at = of.end() - (not of[0].endswith(("'", "’")))
    strength = patterns.magnitude.match(text, at, sentence.end)
    unit = None if strength else match_unit(text, at, sentence.end, language=language)
    if strength:
        draft.unit, draft.end = "magnitude", strength.end()
    elif unit is None:
        one = patterns.one_of.match(text, at, sentence.end) if amount.is_spoken and amount.value == 1 else None
        _count(draft, text, one.span("word") if one else match_counted(text, at, sentence.stop, language=language))
    else:
        draft.kind, draft.unit, draft.end = unit.kind, unit.symbol, unit.end
        _read_behind_unit(sentence, amount, draft, unit)


def _read_behind_unit(sentence: Sentence, amount: Amount, draft: Draft, unit: Unit) -> None:
    text, patterns = sentence.document.text, number_patterns(sentence.words.language)
    half = patterns.half_more.match(text, unit.end, sentence.end)
    below = patterns.below_zero.match(text, unit.end, sentence.end)
    if half and amount.scale == 1:
        draft.more, draft.end = 0.5, half.end()
    elif below and unit.symbol.startswith("°"):
        draft.is_negative, draft.end = True, below.end()
    elif not unit.is_hyphened and unit.kind != "money":
        is_share = unit.kind == "share"
        _count(draft, text, match_substance(text, unit.end, sentence.stop, words=sentence.words, is_share=is_share))


def _count(draft: Draft, text: str, span: Span | None) -> None:
    if span is not None:
        draft.counted, draft.end = text[slice(*span)], span[1]


def _read_before(sentence: Sentence, amount: Amount, draft: Draft, low: int) -> None:
    """Read what stands before a number and belongs to it: "about", "between"."""
    text, patterns = sentence.document.text, number_patterns(sentence.words.language)
    low = max(low, amount.start - _WINDOW)
    minus = patterns.minus.search(text, low, amount.start) if draft.unit.startswith("°") else None
    if minus:
        draft.is_negative, draft.start = True, minus.start()
        return
    match = patterns.before.search(text, low, amount.start)
    if match is None:
        return
    if match["about"]:
        draft.start, draft.is_about = match.start("about"), True
    elif match["article"] and draft.kind == "share":
        draft.start = match.start("article")
    if match["from"] and amount.upper is not None:
        draft.start = match.start("from")
    is_magnitude = match["strength"] is not None and match["strength"].lower().startswith("magni")
    if is_magnitude and not draft.unit and not draft.counted:
        draft.start, draft.unit = match.start("strength"), "magnitude"
