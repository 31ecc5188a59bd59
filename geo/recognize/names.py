"""Capitalised names of a text, parted into persons, organisations, media and what may be places.

A *run* is a stretch of capitalised words that hang together ("Interior Minister Daniel Urresti"). Runs are cut into
*segments* of one label each: the title, the person, the organisation; what is left over may name a place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from geo.recognize.cues import Cues
from geo.recognize.everyday import measure_everyday
from geo.recognize.lexicon import Lexicon
from geo.recognize.tokens import CAPITAL, Gap, Shape, Tokens

__all__ = ["Label", "Names", "label_names"]

_TITLE_CASE_SHARE = 0.6
_HEADLINE_WORDS = 4
_SHORT_WORD = 4
_EVERYDAY = 0.5


class Label(IntEnum):
    """What a word's segment is known to be."""

    NONE = 0
    """Nothing that speaks against a place."""
    TITLE = 1
    PERSON = 2
    ORGANISATION = 3
    MEDIA = 4
    HEADLINE = 5
    """Part of a line in title case, where capitals say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """For each word, the segment it lies in and that segment's label.

    Parameters
    ----------
    labels
        The label of each word's segment.
    firsts, lasts
        First and last word of its segment; for a word in no run, the word itself.
    persons
        Folded words of persons' names in this text, but for what else they are.
    """

    labels: list[Label]
    firsts: list[int]
    lasts: list[int]
    persons: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What the labelling of one text needs at every step."""

    tokens: Tokens
    cues: Cues
    lexicon: Lexicon
    is_place_name: Callable[[int, int], bool]
    is_country: Callable[[int], bool]
    names: Names

    def mark(self, first: int, last: int, label: Label) -> None:
        for index in range(first, last + 1):
            self.names.labels[index] = label
            self.names.firsts[index] = first
            self.names.lasts[index] = last


# "A man was arrested in Brookhaven Monday": in English a day may stand right behind a name.
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _capitalised(tokens: Tokens, index: int) -> bool:
    return tokens.shapes[index] in CAPITAL


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Say whether a sentence ends before a word; a colon, which headlines like, does not end one."""
    return tokens.gaps[index] == Gap.SENTENCE and not set(".!?").isdisjoint(
        tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    )


def _headline_words(tokens: Tokens) -> set[int]:
    """Give the words of lines in title case: most longer words capitalised, no full stop in it or at its end."""
    found: set[int] = set()
    start = 0
    size = len(tokens)
    while start < size:
        stop = start + 1
        while stop < size and "\n" not in tokens.text[tokens.ends[stop - 1] : tokens.starts[stop]]:
            stop += 1
        longer = [i for i in range(start, stop) if len(tokens.words[i]) >= _SHORT_WORD]
        capital = sum(_capitalised(tokens, i) for i in longer)
        closing = tokens.text[tokens.ends[stop - 1] : tokens.ends[stop - 1] + 2].strip()[:1]
        is_line = closing not in {".", ",", ";", "”", '"'} and stop - start >= _HEADLINE_WORDS
        is_line = is_line and not any(_ends_sentence(tokens, index) for index in range(start + 1, stop))
        if is_line and longer and capital >= _TITLE_CASE_SHARE * len(longer) and capital >= _HEADLINE_WORDS - 1:
            found.update(range(start, stop))
        start = stop
    return found


def _run_end(reader: _Reader, first: int) -> int:
    """Give the last word of the run that starts at ``first``."""
    tokens, last, index = reader.tokens, first, first + 1
    while index < len(tokens) and tokens.gaps[index] == Gap.JOINED and not _dates(reader, index):
        if _capitalised(tokens, index) or (tokens.shapes[index] == Shape.DIGITS and index == last + 1):
            last = index
        elif tokens.folded[index] not in reader.cues.connectors:
            break
        index += 1
    return last


def _dates(reader: _Reader, index: int) -> bool:
    """Say whether a word is a day, or a month before a number, and so no part of the name before it."""
    tokens, after = reader.tokens, index + 1
    if tokens.folded[index] in _DAYS:
        return True
    numbered = after < len(tokens) and tokens.shapes[after] == Shape.DIGITS and tokens.gaps[after] <= Gap.LOOSE
    return numbered and tokens.folded[index] in reader.cues.calendar


def _parts(reader: _Reader, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a run at its lower-case connectors, unless an organisation or a person reaches over them."""
    tokens, cues = reader.tokens, reader.cues
    if first < last and reader.is_place_name(first, last):
        return [(first, last)]
    parts: list[tuple[int, int]] = []
    start = index = first
    while index <= last:
        if tokens.shapes[index] == Shape.LOWER:
            head = tokens.folded[start:index]
            covers = any(word in cues.organisations or word in cues.media for word in head) or (
                tokens.folded[index] != "of"
                and tokens.folded[index] not in cues.links
                and reader.lexicon.is_given_name(tokens.words[index - 1])
            )
            # A town's name may reach over it too, and hold what else would be an organisation: "Oliveira do Hospital".
            stop = max(_known_until(reader, start, index, last), -1 if covers else index - 1)
            if stop >= start:
                parts.append((start, stop))
                index = stop + 1
                while index < last and tokens.shapes[index] == Shape.LOWER:
                    index += 1
                start = index
        elif index > start and _opens_title(reader, start, index):
            parts.append((start, index - 1))
            start = index
        index += 1
    parts.append((start, last))
    return parts


def _opens_title(reader: _Reader, start: int, index: int) -> bool:
    """Say whether a capital article behind a place begins another name: "en Colombia El País"."""
    tokens = reader.tokens
    is_article = tokens.shapes[index] == Shape.TITLE and tokens.folded[index] in reader.cues.articles
    return is_article and reader.is_place_name(start, index - 1)


def _known_until(reader: _Reader, first: int, index: int, last: int) -> int:
    """Give the last word of the longest place name from ``first`` that reaches over a connector; -1 without one."""
    return next((stop for stop in range(last - 1, index, -1) if reader.is_place_name(first, stop)), -1)


def _is_generic_place(reader: _Reader, first: int, last: int) -> bool:
    """Say whether the part is a place with its generic word: "Junín Department", "Departamento de Junín"."""
    generics = reader.cues.generics
    folded = reader.tokens.folded
    if folded[last] in generics and last > first:
        return reader.is_place_name(first, last - 1)
    if folded[first] in generics and last > first:
        start = first + 1
        while start < last and reader.tokens.shapes[start] == Shape.LOWER:
            start += 1
        return reader.is_place_name(start, last)
    return False


def _label_organisation(reader: _Reader, first: int, last: int) -> bool:
    folded, cues = reader.tokens.folded, reader.cues
    words = folded[first : last + 1]
    is_media = any(word in cues.media for word in words) or _follows(reader, first, cues.media)
    if is_media and (last > first or _follows(reader, first, cues.media)):
        reader.mark(first, last, Label.MEDIA)
        return True
    if (
        last > first
        and any(word in cues.organisations for word in words)
        and not _is_generic_place(reader, first, last)
    ):
        reader.mark(first, last, Label.ORGANISATION)
        return True
    return False


def _follows(reader: _Reader, first: int, words: frozenset[str]) -> bool:
    """Say whether one of the words stands right before, in the same clause."""
    return first > 0 and reader.tokens.gaps[first] == Gap.JOINED and reader.tokens.folded[first - 1] in words


def _label_part(reader: _Reader, first: int, last: int) -> None:
    """Label one part of a run: place name, titled person, organisation, person or nothing."""
    tokens, cues, lexicon = reader.tokens, reader.cues, reader.lexicon
    titles = [i for i in range(first, last + 1) if tokens.folded[i] in cues.titles]
    whole = reader.is_place_name(first, last)
    if titles and not (whole and last > first):
        head, tail = titles[0], titles[-1]
        if head > first and not _label_organisation(reader, first, head - 1):
            reader.mark(first, head - 1, Label.NONE)
        reader.mark(head, tail, Label.TITLE)
        if tail < last:
            reader.mark(tail + 1, last, Label.PERSON)
        return
    is_named = last > first and lexicon.is_given_name(tokens.words[first])
    # "General José de San Martín" is the man; "president Santa Cruz" may be the town's.
    if whole and not _follows(reader, first, cues.media) and not (is_named and _follows(reader, first, cues.titles)):
        reader.mark(first, last, Label.NONE)
        return
    if _label_organisation(reader, first, last):
        return
    titled = _follows(reader, first, cues.titles)
    named = (
        last > first
        and lexicon.is_given_name(tokens.words[first])
        and not reader.is_country(first)
        and not _is_generic_place(reader, first, last)
        # "January 2013 French soldiers": months are given names too.
        and not any(tokens.shapes[index] == Shape.DIGITS for index in range(first, last + 1))
    )
    reader.mark(first, last, Label.PERSON if titled or named else Label.NONE)


def _person_words(names: Names, tokens: Tokens) -> frozenset[str]:
    return frozenset(
        tokens.folded[index]
        for index, label in enumerate(names.labels)
        if label == Label.PERSON and tokens.shapes[index] != Shape.LOWER and len(tokens.words[index]) > 1
    )


def _starts_run(reader: _Reader, index: int) -> bool:
    """Say whether a capitalised word begins a name, rather than only a sentence."""
    tokens, cues, lexicon = reader.tokens, reader.cues, reader.lexicon
    folded, word = tokens.folded[index], tokens.words[index]
    if (folded in cues.locative or folded in cues.loose) and tokens.shapes[index] != Shape.UPPER:
        return index + 1 < len(tokens) and reader.is_place_name(index, index + 1)
    if tokens.gaps[index] < Gap.INNER or tokens.shapes[index] == Shape.UPPER:
        return True
    if folded in cues.titles or folded in cues.organisations:
        return True
    if folded in cues.articles or folded in cues.connectors:
        return index + 1 < len(tokens) and reader.is_place_name(index, index + 1)
    return measure_everyday(word, cues=cues, lexicon=lexicon) < _EVERYDAY


def _is_shouted(reader: _Reader, first: int, last: int) -> bool:
    """Say whether words in capitals are a sentence rather than a name: everyday words are among them."""
    tokens, span = reader.tokens, range(first, last + 1)
    if last - first < _HEADLINE_WORDS - 1 or any(tokens.shapes[i] != Shape.UPPER for i in span):
        return False
    return any(measure_everyday(tokens.words[i], cues=reader.cues, lexicon=reader.lexicon) > _EVERYDAY for i in span)


def label_names(
    tokens: Tokens,
    *,
    cues: Cues,
    lexicon: Lexicon,
    is_place_name: Callable[[int, int], bool],
    is_country: Callable[[int], bool],
) -> Names:
    """Find the capitalised names of a text and say which cannot be places.

    Parameters
    ----------
    tokens
        The words of the text.
    cues
        The cue words of its language.
    lexicon
        Its given names and common words.
    is_place_name
        Says whether the words from one index through another are a name that the gazetteer holds.
    is_country
        Says whether the word at an index is a country's name.

    Returns
    -------
    Names
        A label and a segment for each word.
    """
    size = len(tokens)
    names = Names(labels=[Label.NONE] * size, firsts=list(range(size)), lasts=list(range(size)), persons=frozenset())
    reader = _Reader(
        tokens=tokens, cues=cues, lexicon=lexicon, is_place_name=is_place_name, is_country=is_country, names=names
    )
    headline = _headline_words(tokens)
    done = 0
    for index in [i for i, shape in enumerate(tokens.shapes) if shape in CAPITAL]:
        if index < done or not (index in headline or _starts_run(reader, index)):
            continue
        if index in headline:
            names.labels[index] = Label.HEADLINE
            continue
        last = _run_end(reader, index)
        if _is_shouted(reader, index, last):
            names.labels[index : last + 1] = [Label.HEADLINE] * (last + 1 - index)
        else:
            for start, stop in _parts(reader, index, last):
                _label_part(reader, start, stop)
        done = last + 1
    return Names(labels=names.labels, firsts=names.firsts, lasts=names.lasts, persons=_person_words(names, tokens))
