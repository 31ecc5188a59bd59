"""Numbers as reports write them: in figures, after their country's way, and in words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from text_to_num import text2num

from geo.document import Document
from geo.figures.languages import FigureWords, words_for

__all__ = ["DIGITS", "NumberStyle", "choose_style", "numeral_pattern", "read_digits", "read_numeral"]

DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
"""The inside of a regular expression for a number in figures."""

_SPACES = re.compile(r"[ \u00a0\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_MARKS = re.compile(
    r"(?<![\d.,/:-])\d{1,3}(?P<sign>[.,])(?:(?P<decimals>\d{1,2})|\d{3})(?![\d.,/:-]|\s*(?:horas|hrs?|h|[ap]\.\s?m)\b)"
)
_GROUP_DIGITS = 3
_SAMPLE_CHARACTERS = 200_000
# A locale of CLDR for each sign that may stand before decimals.
_LOCALES = {".": "en", ",": "es"}
# Spellings that are met and that the library does not know.
_SPELLINGS = {
    "veintiún": "veintiuno", "veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis",
    "dieciseis": "dieciséis",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """How a document writes numbers.

    Parameters
    ----------
    decimal_sign
        What stands before decimals: ``"."`` or ``","``.
    is_shown
        Whether the document shows it, or whether it is only usual in its language; where it is only usual, three
        digits behind one sign are thousands.
    """

    decimal_sign: str
    is_shown: bool


def choose_style(document: Document) -> NumberStyle:
    """Find out how a document writes numbers: from the numbers in it that leave no doubt, else from its language.

    Parameters
    ----------
    document
        The document; its first 200,000 characters are looked at.

    Returns
    -------
    NumberStyle
        English has a point before decimals. In Spanish, countries differ (the usual ways are CLDR's): one or two
        digits behind a sign show which it is.

    Examples
    --------
    >>> choose_style(Document(text="Subió 3.5 % y hay 30,349 casas.", name="a", language="es")).decimal_sign
    '.'
    """
    words = words_for(document.language)
    if words.number_locale == words.other_locale == "en":
        return NumberStyle(decimal_sign=".", is_shown=True)
    votes = {"point": 0, "comma": 0, "point decimals": 0, "comma decimals": 0}
    for match in _MARKS.finditer(document.text, 0, _SAMPLE_CHARACTERS):
        is_point = (match["sign"] == ".") == (match["decimals"] is not None)
        votes["point" if is_point else "comma"] += 1
        if match["decimals"]:
            votes["point decimals" if is_point else "comma decimals"] += 1
    shown = (votes["point decimals"], votes["comma decimals"])
    point, comma = shown if shown[0] != shown[1] else (votes["point"], votes["comma"])
    usual = _decimal_sign(words.number_locale)
    sign = "." if words.other_locale != words.number_locale and point > comma else usual
    return NumberStyle(decimal_sign=sign, is_shown=votes["point decimals" if sign == "." else "comma decimals"] > 0)


@cache
def _decimal_sign(locale: str) -> str:
    from babel.numbers import get_decimal_symbol  # noqa: PLC0415 - only documents with figures pay for the import

    return get_decimal_symbol(locale)


def read_digits(digits: str, style: NumberStyle) -> Decimal | None:
    """Read a number in figures.

    Parameters
    ----------
    digits
        What :data:`DIGITS` matches.
    style
        How the document writes numbers.

    Returns
    -------
    Decimal or None
        None for what is no number in this style: ``"3.5.2"``.

    Examples
    --------
    >>> spanish = NumberStyle(decimal_sign=",", is_shown=False)
    >>> read_digits("1.234,5", spanish), read_digits("30.349", spanish), read_digits("30,349", spanish)
    (Decimal('1234.5'), Decimal('30349'), Decimal('30349'))
    """
    plain = _SPACES.sub("", digits)
    if plain.isdecimal():
        return Decimal(plain)
    is_spaced = plain != digits
    sign = _find_decimal_sign(plain, style, is_spaced=is_spaced)
    if sign is None:
        return None
    from babel.numbers import parse_decimal  # noqa: PLC0415 - as above

    return parse_decimal(plain, locale=_LOCALES[sign])


def _find_decimal_sign(plain: str, style: NumberStyle, *, is_spaced: bool) -> str | None:
    """Give the sign before the decimals of a number, the other being that of its groups; None when it fits neither."""
    signs = [sign for sign in plain if sign in ".,"]
    last = signs[-1]
    other = "," if last == "." else "."
    if len(set(signs)) > 1:
        whole, _, _ = plain.rpartition(last)
        return last if signs.count(last) == 1 and _GROUPED.fullmatch(whole) else None
    if len(signs) > 1:
        return other if _GROUPED.fullmatch(plain) else None
    head, _, tail = plain.partition(last)
    if is_spaced or len(tail) != _GROUP_DIGITS or len(head) > _GROUP_DIGITS or head.startswith("0"):
        return last if style.decimal_sign in {last, ","} or not style.is_shown else None
    return last if last == style.decimal_sign and style.is_shown else other


@cache
def numeral_pattern(language: str) -> str:
    """Give the inside of a regular expression for a number in words.

    Parameters
    ----------
    language
        Code of the language.

    Examples
    --------
    >>> re.search(numeral_pattern("en"), "about two hundred and fifty men")[0]
    'two hundred and fifty'
    """
    words = words_for(language)
    numeral = "|".join(sorted(words.numerals.split(), key=len, reverse=True))
    scale = "|".join(sorted(words.scales, key=len, reverse=True))
    dozen = "|".join(sorted(words.dozens, key=len, reverse=True))
    one, inner = words.one_pattern, "uno|una?|uma?|une?|one"
    go_on = rf"(?:\s+|-)(?:(?:{scale}|{numeral})|{words.joiner}(?:\s+|-)(?:{scale}|{numeral}|{inner})|(?<=y-)one)"
    return (
        rf"(?:(?:{words.half_pattern})\s+(?:{scale}|{dozen})"
        rf"|(?:{one}|{numeral})\s+(?:{dozen})"
        rf"|(?!an?\b)(?:{one})(?=\s+(?:{words.one_of_pattern})\b)"
        rf"|(?:(?:{one})\s+(?:{scale})|(?:{numeral}))(?:(?<=y)-one|(?:{go_on})){{0,9}})\b"
    )


def read_numeral(text: str, words: FigureWords) -> tuple[Decimal, int] | None:
    """Read the number in words that a text begins with.

    Parameters
    ----------
    text
        What :func:`numeral_pattern` matches.
    words
        The words of the language.

    Returns
    -------
    tuple of Decimal and int, or None
        The number, and how many characters of the text are its own. Method: text2num of Allo-Media,
        https://github.com/allo-media/text2num-rs.

    Examples
    --------
    >>> read_numeral("two hundred and fifty", words_for("en"))
    (Decimal('250'), 21)
    """
    parts = list(re.finditer(r"[^\s-]+", text))
    found = _read_group(text, words)
    if found is not None or not parts:
        return None if found is None else (found, len(text))
    if re.fullmatch(words.one_pattern, parts[0][0], re.IGNORECASE):
        if len(parts) == 1:
            return Decimal(1), parts[0].end()
        text = f"{_one(words)}{text[parts[0].end() :]}"
        return _read_longest(text, words, shift=parts[0].end() - len(_one(words)))
    return _read_longest(text, words, shift=0)


def _one(words: FigureWords) -> str:
    return {"en": "one", "es": "un", "pt": "um", "fr": "un"}[words.language]


def _read_group(text: str, words: FigureWords) -> Decimal | None:
    """Read "a dozen", "two dozen", "half a million"."""
    head, _, last = " ".join(text.lower().split()).rpartition(" ")
    size = words.dozens.get(last)
    if re.fullmatch(words.half_pattern, head):
        return Decimal(words.scales.get(last, size or 0)) / 2
    if size is None:
        return None
    if re.fullmatch(words.one_pattern, head):
        return Decimal(size)
    return Decimal(size * text2num(head, words.language))


def _read_longest(text: str, words: FigureWords, *, shift: int) -> tuple[Decimal, int] | None:
    parts = list(re.finditer(r"[^\s-]+", text))
    for count in range(len(parts), 0, -1):
        end = parts[count - 1].end()
        spoken = " ".join(_SPELLINGS.get(part[0].lower(), part[0].lower()) for part in parts[:count])
        if spoken.rpartition(" ")[2] == words.joiner:
            continue
        try:
            return Decimal(text2num(spoken, words.language)), end + shift
        except ValueError:  # "two five"
            continue
    return None
