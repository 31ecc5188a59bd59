"""Numbers with what is written on to them: a currency before, a scale behind, a second number for a range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from geo.figures.languages import FigureWords, words_for
from geo.figures.numbers import DIGITS, NumberStyle, numeral_pattern, read_digits, read_numeral
from geo.figures.units import CURRENCY, SHORT_SCALES, match_unit, read_currency

__all__ = ["Amount", "iterate_amounts"]

_MOST_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range of numbers, without unit and without what it counts.

    Parameters
    ----------
    start, end
        Its span in the text, in characters.
    value, upper
        The number; of a range the lower and the upper end. ``upper`` is None for one number.
    currency
        The code of the currency before it; empty when there is none.
    is_spoken
        Whether it is written in words.
    is_large
        Whether a scale or thousands are written with it.
    scale
        The scale written with it: 1000000 for "2 million"; 1 without.
    takes_of
        Whether "of" stands between it and what it counts in the languages that have it so: "3 millones de soles".
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    currency: str = ""
    is_spoken: bool = False
    is_large: bool = False
    scale: int = 1
    takes_of: bool = False


_LARGE = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    amount: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _compile(language: str) -> _Patterns:
    words = words_for(language)
    scales = "|".join(sorted(words.scales, key=len, reverse=True))
    short = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))
    amount = (
        r"(?<![\w/#@&°])(?<![^\W\d][.,'’-])(?<!\d[.,'’])"
        rf"(?:(?:(?P<currency>{CURRENCY})[ \u00a0]?)?(?P<digits>{DIGITS})"
        rf"(?P<scale>(?:\s(?i:{scales})\b|-(?i:{scales})(?=-)){{1,2}}|(?(currency)[ ]?(?:{short})(?!\w)|(?!)))?"
        rf"|(?P<spoken>(?i:{numeral_pattern(language)})))"
    )
    joint = (
        rf"(?P<dash>\s?[-–—]\s?)|\s+(?i:(?P<to>{words.to_pattern})|(?P<and>{words.and_pattern})"
        rf"|(?P<or>{words.or_pattern}))\s+(?:(?i:{words.article_pattern})\s+)?"
    )
    return _Patterns(amount=re.compile(amount), joint=re.compile(joint))


def iterate_amounts(text: str, start: int, end: int, *, style: NumberStyle, words: FigureWords) -> Iterator[Amount]:
    """Give the numbers of a sentence, ranges as one.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence's span, in characters.
    style
        How the document writes numbers.
    words
        The words of its language.

    Yields
    ------
    Amount
        In order, disjoint; also numbers that are no figures, such as those of roads.

    Examples
    --------
    >>> style = NumberStyle(decimal_sign=".", is_shown=True)
    >>> [float(one.value) for one in iterate_amounts("$1.2 million", 0, 12, style=style, words=words_for("en"))]
    [1200000.0]
    """
    patterns, at = _compile(words.language), start
    while match := patterns.amount.search(text, at, end):
        first = _read(match, style, words)
        if first is None:
            at = max(match.end(), at + 1)
            continue
        whole = _read_range(text, first, end, style=style, words=words) or first
        yield whole
        at = max(whole.end, at + 1)


def _read(match: re.Match[str], style: NumberStyle, words: FigureWords) -> Amount | None:
    start = match.start()
    if match["spoken"]:
        found = read_numeral(match["spoken"], words)
        if found is None:
            return None
        value, length = found
        spoken = match["spoken"][:length]
        last = spoken.lower().split()[-1]
        scale = words.scales.get(last, 1)
        return Amount(
            start=start,
            end=start + length,
            value=value,
            is_spoken=True,
            is_large=scale > 1,
            scale=scale,
            takes_of=last in words.dozens or scale >= _LARGE,
        )
    if len(match["digits"]) > _MOST_DIGITS:
        return None
    number = read_digits(match["digits"], style)
    if number is None:
        return None
    factor, last = 1, ""
    for last in re.split(r"[\s-]+", (match["scale"] or "").strip(" -")):
        factor *= words.scales.get(last.lower(), 0) or SHORT_SCALES.get(last, 1)
    return Amount(
        start=start,
        end=match.end(),
        value=number * factor,
        currency=read_currency(match["currency"]) if match["currency"] else "",
        is_large=factor > 1 or not match["digits"].isdecimal(),
        scale=factor,
        takes_of=words.scales.get(last.lower(), 0) >= _LARGE,
    )


def _read_range(text: str, first: Amount, end: int, *, style: NumberStyle, words: FigureWords) -> Amount | None:
    """Give the range that a number begins, if it does."""
    patterns = _compile(words.language)
    unit = match_unit(text, first.end, end, language=words.language)
    for at in [first.end, *([unit.end] if unit else [])]:
        joint = patterns.joint.match(text, at, end)
        match = patterns.amount.match(text, joint.end(), end) if joint else None
        second = _read(match, style, words) if match else None
        if joint is None or second is None:
            continue
        if at != first.end:
            other = match_unit(text, second.end, end, language=words.language)
            if unit is None or other is None or other.symbol != unit.symbol:
                continue
        whole = _join(text, first, second, joint, words)
        if whole is not None:
            return whole
    return None


def _join(text: str, first: Amount, second: Amount, joint: re.Match[str], words: FigureWords) -> Amount | None:
    before = text[max(0, first.start - 12) : first.start]
    article = rf"(?:(?i:{words.article_pattern})\s+)?"
    is_between = re.search(rf"(?i:\b(?:{words.between_pattern}))\s+{article}$", before) is not None
    is_from = re.search(rf"(?i:\b(?:{words.from_pattern}))\s+{article}$", before) is not None
    if first.currency and second.currency not in {"", first.currency}:
        return None
    low, high = first.value, second.value
    if first.scale == 1 and low < high / second.scale:  # "2.5 to 3 million"
        low *= second.scale
    rises = low < high
    fits = (
        (joint["and"] is not None and is_between and rises)
        or (joint["to"] is not None and (rises or is_from))
        or (joint["or"] is not None and rises and high <= 3 * low)
        or (joint["dash"] is not None and rises)
    )
    if not fits or low == high:
        return None
    return replace(
        second,
        start=first.start,
        value=min(low, high),
        upper=max(low, high),
        currency=first.currency or second.currency,
        is_large=first.is_large or second.is_large,
    )
