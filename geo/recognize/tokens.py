"""Words of a text with what a recognizer asks of each: span, folded form, shape, and the gap before it."""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from operator import add

from geo.gazetteer.names import fold
from geo.lines import runs_on

__all__ = ["CAPITAL", "Gap", "Shape", "Tokens", "split_tokens"]


class Gap(IntEnum):
    """What stands between a word and the one before it, weakest first."""

    JOINED = 0
    """Only a space, a hyphen, or a break within a line that runs on."""
    LOOSE = 1
    """The same after a possessive ("China's Guangdong"), or a line break that may end something."""
    COMMA = 2
    """A comma."""
    INNER = 3
    """Other punctuation inside a sentence: brackets, quotes, dashes, slashes."""
    SENTENCE = 4
    """The end of a sentence, or of a clause that starts anew (colon, bullet)."""
    PARAGRAPH = 5
    """The end of a paragraph, or the start of the text."""


class Shape(IntEnum):
    """The case of a word."""

    LOWER = 0
    TITLE = 1
    """First letter a capital."""
    UPPER = 2
    """Two letters or more, all capitals."""
    DIGITS = 3
    OTHER = 4
    """A script without case."""


CAPITAL = (Shape.TITLE, Shape.UPPER)
"""The shapes of words with a capital."""


# Letters and digits with the accents that stand apart in decomposed text ("Juni" + U+0301 + "n").
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
# Dotted initials (U.S., EE.UU., EE. UU., D.C.) and words with an apostrophe inside stay whole; a hyphen parts words.
_INITIALS = r"W\. ?Va(?=\.)|(?:[A-ZÀ-Þ]{1,2}\.){2,}|(?:([A-Z])\1\. ?){2}"
_WORD = re.compile(rf"{_INITIALS}|{_LETTERS}(?:['’ʻ‘´`](?!\d){_LETTERS})*")
# The words that are kept read, of this document or another.
_MOST_WORDS = 30_000
_WORD_START = r"(?<![^\W_])"
_POSSESSIVE = re.compile(r"['’´`][sS]$")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…。:;•|\t]")
# A tab parts the cells of a table and is no space within a name.
_JOINED = re.compile(
    r"[^\S\n\t]*(?:\n[^\S\n\t]*)?|-|[^\S\n]*\n[^\S\n]*-[^\S\n]*|-[^\S\n]*\n[^\S\n]*|\.[^\S\n]|\.[^\S\n]*\n"
)
# "Sen. Ben Sasse, R-Neb.": the party, then where from, as if after a comma.
_PARTIES = frozenset("DRI")
# After these a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt sgt maj capt cmdr adm sen rep gov rev hon st sta sto ste mt ft no nos vs jr sr
    inc ltd co corp dept univ assn bros ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec fig art approx
    sra srta ing lic dra arq gral cnel cap tte av jr pje dpto prov dist km ca cf""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of a text, as parallel sequences: item ``i`` of each is about word ``i``.

    Parameters
    ----------
    text
        The text itself.
    starts, ends
        Offsets of the words in the text, in characters.
    words
        The words, composed (NFC), a final possessive cut off.
    folded
        Their folded forms, as a gazetteer compares them.
    inner
        The folded forms with the possessive: "annes" in "Queen Anne's County".
    shapes
        Their case.
    gaps
        What stands before each.
    elided
        Indexes of the words that are written on to the one before: "Ivoire" in "Côte d'Ivoire".
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    folded: Sequence[str]
    inner: Sequence[str]
    shapes: Sequence[Shape]
    gaps: Sequence[Gap]
    elided: AbstractSet[int] = frozenset()

    def __len__(self) -> int:
        """Give the number of words."""
        return len(self.words)

    def span_text(self, first: int, last: int) -> str:
        """Give the text from word ``first`` through word ``last``."""
        return self.text[self.starts[first] : self.ends[last]]

    def fold_span(self, first: int, last: int) -> str:
        """Give the words from ``first`` through ``last`` as a gazetteer compares them."""
        if not self.elided:
            return " ".join(self.folded[first : last + 1])
        inside = range(first + 1, last + 1)
        return self.folded[first] + "".join(" " * (i not in self.elided) + self.folded[i] for i in inside)


def _shape(word: str) -> Shape:
    head = word[0]
    if head.isdigit():
        return Shape.DIGITS
    if head.islower():
        return Shape.LOWER
    if head.isupper():
        letters = word.replace(".", "").rstrip("'’")
        return Shape.UPPER if len(letters) > 1 and letters.isupper() else Shape.TITLE
    return Shape.OTHER


def _gap(between: str, previous: str) -> Gap:
    if between in {"-", "–"} and previous in _PARTIES:
        return Gap.COMMA
    if between in {" ", "-"}:
        return Gap.JOINED
    if _PARAGRAPH.search(between):
        return Gap.PARAGRAPH
    if _JOINED.fullmatch(between):
        ends_abbreviation = "." not in between or len(previous) == 1 or previous.lower() in _ABBREVIATIONS
        return Gap.JOINED if ends_abbreviation else Gap.SENTENCE
    if between.strip() in {",", ".,"}:
        # "Birds Point, Mo., is dry": the point is the abbreviation's.
        return Gap.COMMA
    return Gap.SENTENCE if _SENTENCE_END.search(between) else Gap.INNER


def _ends_line(text: str, end: int, start: int) -> bool:
    """Say whether a line break between two words may end something: a heading, an entry of a list."""
    if "\n" not in text[end:start]:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end].strip()
    stop = text.find("\n", start)
    following = text[start : stop if stop >= 0 else len(text)].strip()
    return not runs_on(line, following, width_characters=max(len(line), len(following)))


@cache
def _word_pattern(elisions: AbstractSet[str]) -> re.Pattern[str]:
    """Give the pattern of a word where some are elided: "d'" and "Haïti" are two."""
    if not elisions:
        return _WORD
    short = "|".join(sorted(elisions))
    return re.compile(rf"{_WORD_START}(?i:{short})['’](?=[^\W\d_])|{_WORD.pattern}")


def _elided(text: str, starts: Sequence[int], ends: Sequence[int]) -> AbstractSet[int]:
    return frozenset(i for i in range(1, len(starts)) if starts[i] == ends[i - 1] and text[starts[i] - 1] in "'’")


@lru_cache(maxsize=_MOST_WORDS)
def _read_word(raw: str) -> tuple[str, int, str, str, Shape, int]:
    """Give a word without its possessive, its length, both folded forms, its shape, and its length with it."""
    bare = _POSSESSIVE.sub("", raw).rstrip()
    word = bare if bare.isascii() else unicodedata.normalize("NFC", bare)
    form = fold(word)
    return word, len(bare), form, form if word == raw else fold(raw), _shape(word), len(raw.rstrip())


def _gaps(
    text: str, starts: list[int], ends: list[int], stops: list[int], words: list[str], shapes: list[Shape]
) -> list[Gap]:
    """Give what stands before each word; ``stops`` is where each ends with its possessive."""
    joined, loose, gaps = Gap.JOINED, Gap.LOOSE, [Gap.PARAGRAPH]
    for index in range(1, len(starts)):
        stop, start = stops[index - 1], starts[index]
        between = text[stop:start]
        if between == " ":
            gap = joined
        else:
            gap = _gap(between, words[index - 1])
            if gap == Gap.SENTENCE and between == ". " and shapes[index] == Shape.LOWER:
                gap = joined
            if gap == joined and _ends_line(text, stop, start):
                gap = loose
        gaps.append(loose if gap == joined and stop > ends[index - 1] else gap)
    return gaps[: len(starts)]


def split_tokens(text: str, *, elisions: AbstractSet[str] = frozenset()) -> Tokens:
    """Split a text into words.

    Parameters
    ----------
    text
        Any Unicode text.
    elisions
        Words of its language that are cut short and written on to the next, without the apostrophe: ``{"d", "l"}``.

    Returns
    -------
    Tokens
        Its words in order.

    Examples
    --------
    >>> tokens = split_tokens("The U.S. team left Villa Rica, Peru.")
    >>> tokens.words[1], tokens.folded[1], tokens.gaps[6].name
    ('U.S.', 'us', 'COMMA')
    """
    found = [(match.start(), match.group()) for match in _word_pattern(elisions).finditer(text)]
    starts = [start for start, _ in found]
    read = [_read_word(raw) for _, raw in found]
    words, lengths, folded, inner, shapes, widths = (
        map(list, zip(*read, strict=True)) if read else ([] for _ in range(6))
    )
    ends = list(map(add, starts, lengths))
    gaps = _gaps(text, starts, ends, list(map(add, starts, widths)), words, shapes)
    return Tokens(
        text=text,
        starts=starts,
        ends=ends,
        words=words,
        folded=folded,
        inner=inner,
        shapes=shapes,
        gaps=gaps,
        elided=_elided(text, starts, ends) if elisions else frozenset(),
    )
