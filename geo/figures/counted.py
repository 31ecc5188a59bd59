"""What a figure counts: the words behind a number, as far as they surely belong to it."""

import re
from dataclasses import dataclass
from functools import cache

from geo.figures.languages import FigureWords, words_for

__all__ = ["Stop", "match_counted", "match_substance", "names_many"]

_WORD = re.compile(r"\s{1,2}((?:[A-Z]\.){2,}|[^\W\d_](?:[\w'’-]*\w)?)")
_MOST_WORDS = 4
_MOST_ADJECTIVES = 2
_PARTICIPLES = frozenset(
    "dead injured wounded missing killed displaced arrested detained hurt infected homeless".split()
)
_JOINING = frozenset("crew staff police infantry youth media army navy".split())
_DIMENSIONS = frozenset(
    "ancho largo alto altura profundidad longitud diámetro altitud fondo espesor comprimento largura profundidade "
    "long large haut hauteur profondeur longueur largeur altitude depth height width length".split()
)
_NO_PLURALS = ("ss", "us", "is", "'s", "’s", "ous")
_SHORTEST_PLURAL = 4
_ADJECTIVE_ENDS_EN = ("al", "ic", "ous", "ive", "ary", "able", "ed", "ing", "ian", "ish", "ese", "ean", "can")
_ADJECTIVE_ENDS = (
    "ico", "ica", "al", "ivo", "iva", "oso", "osa", "ado", "ada", "ario", "aria", "ino", "ina", "ano", "ana", "ñol",
    "ñola", "és", "esa", "ique", "el", "elle", "ble", "ês", "ero", "era",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where words may not be counted on: the end of the sentence, and the names of places.

    Parameters
    ----------
    end
        Where the sentence ends, in characters of the text.
    names
        Starts of the places' names, in characters.
    """

    end: int
    names: frozenset[int]


@cache
def _sets(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = words_for(language)
    numerals = (*words.numerals.split(), *words.scales, "uno", "una", "un", "one")
    return (
        frozenset({*words.stops.split(), *numerals}),
        frozenset(words.heads.split()),
        frozenset(words.adjectives.split()),
    )


@cache
def _of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = words_for(language)
    ends = r"(?:\s+|['’])" if words.language != "en" else r"\s+"
    plain = rf"\s+(?:{words.of_pattern})(?={ends}[^\W\d_])(?:['’])?"
    determiner = rf"(?:\s+|(?<=['’]))(?:{words.determiner_pattern})\b['’]?(?=\s|(?<=['’])\w)"
    contracted = r"\s+(?:del|do|da|dos|das|du|des)(?=\s)"
    some = (
        rf"(?:{plain}(?:{determiner}){{0,2}}|{contracted})" if words.language != "en" else rf"{plain}(?:{determiner})?"
    )
    return re.compile(plain, re.IGNORECASE), re.compile(some, re.IGNORECASE)


def _next_word(text: str, at: int, stop: Stop) -> tuple[str, int, int] | None:
    match = _WORD.match(text, at, stop.end)
    if match is None and at and text[at - 1] in "'’":
        match = re.compile(r"([^\W\d_](?:[\w'’-]*\w)?)").match(text, at, stop.end)
    if match is None or match.start(1) in stop.names:
        return None
    return match[1], match.start(1), match.end(1)


def names_many(word: str, words: FigureWords) -> bool:
    """Tell whether a word looks like the plural of a noun, or names many by itself.

    Parameters
    ----------
    word
        The word.
    words
        The words of its language.

    Examples
    --------
    >>> names_many("marines", words_for("en")), names_many("people", words_for("en")), names_many("of", words_for("en"))
    (True, True, False)
    """
    stops, heads, _ = _sets(words.language)
    low = word.lower()
    if low in stops or low.endswith(_NO_PLURALS[:5] if words.language == "en" else ("'s", "’s")):
        return False
    if low in heads:
        return True
    endings = ("s", "men") if words.language == "en" else ("s", "x") if words.language == "fr" else ("s",)
    return len(low) >= _SHORTEST_PLURAL and low.endswith(endings)


def match_counted(text: str, start: int, stop: Stop, *, language: str) -> tuple[int, int] | None:
    """Give the span of the words that say what a plain number counts.

    Parameters
    ----------
    text
        The text.
    start
        Where the number ends, in characters.
    stop
        Where to stop.
    language
        Code of the language.

    Returns
    -------
    tuple of int, or None
        In English up to the noun in the plural ("Peruvian Marines"); in the others the noun with its adjectives and
        what "de" adds ("infantes de marina"). None when no word is surely the thing counted.

    Examples
    --------
    >>> match_counted("600 Peruvian Marines are here", 3, Stop(end=29, names=frozenset()), language="en")
    (4, 20)
    """
    words = words_for(language)
    find = _match_english if words.language == "en" else _match_romance
    return find(text, start, stop, words)


def _match_english(text: str, start: int, stop: Stop, words: FigureWords) -> tuple[int, int] | None:
    stops, _, _ = _sets(words.language)
    first, at, held = None, start, None
    for _ in range(_MOST_WORDS):
        found = _next_word(text, at, stop)
        if found is None or found[0].lower() in stops or found[0].endswith(("'s", "’s")):
            break
        word, begin, at = found
        first = begin if first is None else first
        if word.lower() in _PARTICIPLES | _JOINING:
            held = held or (first, at)
        elif names_many(word, words):
            return first, _add_of(text, at, stop, words)
    return held


def _add_of(text: str, at: int, stop: Stop, words: FigureWords) -> int:
    found = match_substance(text, at, stop, words=words)
    return found[1] if found else at


def _match_romance(text: str, start: int, stop: Stop, words: FigureWords) -> tuple[int, int] | None:
    found = _next_word(text, start, stop)
    if found is None or not names_many(found[0], words):
        return None
    first, end = found[1], found[2]
    end = _add_adjectives(text, end, stop, words)
    of = match_substance(text, end, stop, words=words)
    return first, _add_adjectives(text, of[1], stop, words) if of else end


def _add_adjectives(text: str, end: int, stop: Stop, words: FigureWords) -> int:
    for _ in range(_MOST_ADJECTIVES):
        found = _next_word(text, end, stop)
        if found is None or not names_many(found[0], words) or found[0][0].isupper():
            break
        end = found[2]
    return end


def match_substance(
    text: str, start: int, stop: Stop, *, words: FigureWords, is_share: bool = False
) -> tuple[int, int] | None:
    """Give the span of the words that say of what a measure or a share is.

    Parameters
    ----------
    text
        The text.
    start
        Where the unit ends, in characters.
    stop
        Where to stop.
    words
        The words of the language.
    is_share
        Whether an article may stand before them: "of the population".

    Examples
    --------
    >>> text = "200 tons of pure cocaine annually"
    >>> match_substance(text, 8, Stop(end=len(text), names=frozenset()), words=words_for("en"))
    (12, 24)
    """
    plain, some = _of(words.language)
    of = (some if is_share else plain).match(text, start, stop.end)
    found = _next_word(text, of.end(), stop) if of else None
    stops, _, _ = _sets(words.language)
    if found is None or found[0].lower() in stops | _DIMENSIONS or (found[0][0].isupper() and words.language != "en"):
        return None
    end = (_end_english if words.language == "en" else _end_romance)(text, found, stop, words)
    return None if end is None else (found[1], end)


def _end_english(text: str, found: tuple[str, int, int], stop: Stop, words: FigureWords) -> int | None:
    stops, _, adjectives = _sets(words.language)
    word, _, end = found
    for _ in range(_MOST_WORDS):
        following = _next_word(text, end, stop)
        if names_many(word, words) or following is None:
            break
        low, next_low = word.lower(), following[0].lower()
        is_adjective = low in adjectives or low.endswith(_ADJECTIVE_ENDS_EN) or word[0].isupper()
        joins = next_low not in stops and (is_adjective or names_many(following[0], words))
        if not joins or (next_low.endswith("ed") and not is_adjective):
            break
        word, _, end = following
    return None if word[0].isupper() and not names_many(word, words) else end


def _end_romance(text: str, found: tuple[str, int, int], stop: Stop, words: FigureWords) -> int:
    stops, _, _ = _sets(words.language)
    end = found[2]
    following = _next_word(text, end, stop)
    if following and following[0].lower() not in stops and following[0].islower():
        is_plural = names_many(found[0], words) and names_many(following[0], words)
        if is_plural or following[0].endswith(_ADJECTIVE_ENDS):
            end = following[2]
    plain, _ = _of(words.language)
    of = plain.match(text, end, stop.end)
    more = _next_word(text, of.end(), stop) if of else None
    if more and more[0].lower() not in stops and more[0].islower():
        end = more[2]
    return end
