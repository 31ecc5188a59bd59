"""Patterns of words that name places beyond single matches: generic words, coordination, abbreviations."""

import re
from collections.abc import Iterator

from geo.recognize.everyday import measure_everyday
from geo.recognize.matches import Namebook, NameFacts
from geo.recognize.names import Label
from geo.recognize.scene import Scene
from geo.recognize.tokens import Gap, Shape

__all__ = [
    "find_abbreviations",
    "find_coordinated",
    "find_rivers",
    "read_generic",
]

# English generic words that may stand before their name: "the river Niger", "Mount Kenya".
_BEFORE_NAMES = frozenset("mount mt lake river cape port isle rio lago".split())
_EVERYDAY = 0.25
# A town of more people is meant as often as the river of its name.
_TOWN_PEOPLE = 50_000
_ABBREVIATION = re.compile(r"\s?\(\s?([A-Z][A-Z.]{1,9})\s?\)")


def read_generic(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Find the generic word beside a name: "Oxapampa *province*", "*distrito* de Villa Rica".

    Parameters
    ----------
    scene
        The text.
    first, last
        The name's words.

    Returns
    -------
    tuple of int, optional
        The index of the generic word, and -1 when it stands before the name or 1 when after; None without one.
    """
    tokens, generics = scene.tokens, scene.cues.generics
    after, before = last + 1, first - 1
    follows = after < len(tokens) and tokens.gaps[after] == Gap.JOINED and tokens.folded[after] in generics
    if follows and not scene.cues.generic_first:
        return after, 1
    if before < 0 or tokens.gaps[first] != Gap.JOINED:
        return None
    if before and tokens.folded[before] in scene.cues.articles | scene.cues.of and tokens.gaps[before] == Gap.JOINED:
        before -= 1
        if before and tokens.folded[before] in scene.cues.of and tokens.gaps[before] == Gap.JOINED:
            before -= 1
    if tokens.folded[before] in generics and not (before == first - 1 and not scene.cues.generic_first):
        return before, -1
    if before == first - 1 and tokens.folded[before] in _BEFORE_NAMES:
        return before, -1
    return None


def _list_items(scene: Scene, start: int, step: int) -> Iterator[tuple[int, int]]:
    """Give the capitalised names of a list that begins at a word and runs in one direction."""
    tokens, size = scene.tokens, len(scene.tokens)
    index = start
    while 0 <= index < size:
        low = high = index
        while 0 <= index < size and tokens.shapes[index] in (Shape.TITLE, Shape.UPPER):
            low, high = min(low, index), max(high, index)
            edge = index if step < 0 else index + 1
            index += step
            if edge >= size or tokens.gaps[edge] != Gap.JOINED:
                break
        if tokens.shapes[low] not in (Shape.TITLE, Shape.UPPER):
            return
        yield low + (high > low and tokens.folded[low] in scene.cues.articles), high
        edge = high + 1 if step > 0 else low
        if not 0 <= index < size or tokens.gaps[edge] > Gap.COMMA:
            return
        if tokens.folded[index] in scene.cues.links:
            index += step
        elif tokens.gaps[edge] != Gap.COMMA:
            return


def find_coordinated(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Find names that share one plural generic word: "the Apurímac, Ene and Mantaro rivers".

    Yields
    ------
    tuple of int, int, str
        First and last word of each name, and the generic word in the singular: ``"river"``.
    """
    tokens, cues = scene.tokens, scene.cues
    covered = {i for match in scene.match_at.values() for i in range(match.first + 1, match.last + 1)}
    for index, folded in enumerate(tokens.folded):
        generic = cues.plurals.get(folded)
        if generic is None or index in covered:
            continue
        start, step = (index + 1, 1) if cues.generic_first else (index - 1, -1)
        if cues.generic_first and start < len(tokens) and tokens.folded[start] in cues.of:
            start += 1
        if not 0 <= start < len(tokens) or tokens.gaps[max(start, index)] != Gap.JOINED:
            continue
        items = list(_list_items(scene, start, step))
        if len(items) < 2:  # noqa: PLR2004 - a list has two members
            continue
        for first, last in items:
            yield first, last, generic


def find_rivers(scene: Scene, book: Namebook) -> Iterator[tuple[int, int]]:
    """Find names that an article makes rivers, where no well-known place bears them: "crossed *the* Rímac".

    Yields
    ------
    tuple of int, int
        First and last word of each name; the gazetteer knows it with "river" behind it.
    """
    tokens, names, articles = scene.tokens, scene.names, scene.cues.articles | scene.cues.contracted
    for first in range(1, len(tokens)):
        last = names.lasts[first]
        if (
            tokens.shapes[first] != Shape.TITLE
            or tokens.gaps[first] != Gap.JOINED
            or tokens.folded[first - 1] not in articles
            or names.labels[first] != Label.NONE
            or names.firsts[first] not in (first, first - 1)
        ):
            continue
        facts = book.facts(tokens.fold_span(first, last))
        if facts is not None and (_is_more_than_town(facts) or facts.population > _TOWN_PEOPLE):
            continue
        everyday = any(_is_everyday(scene, index) for index in range(first, last + 1))
        if not everyday and book.facts(f"{tokens.fold_span(first, last)} river") is not None:
            yield first, last


def _is_more_than_town(facts: NameFacts) -> bool:
    return facts.country or facts.admin1 or facts.physical or facts.region or facts.demonym


def _is_everyday(scene: Scene, index: int) -> bool:
    word, folded = scene.tokens.words[index], scene.tokens.folded[index]
    cues = scene.cues
    if folded in cues.calendar or folded in cues.titles or folded in cues.organisations or folded in cues.modifiers:
        return True
    return measure_everyday(word, cues=cues, lexicon=scene.lexicon) > _EVERYDAY


def find_abbreviations(text: str, spans: list[tuple[int, int]]) -> dict[str, str]:
    """Find the abbreviations that a text explains right behind a name: "San Martín de Pangoa (SMP)".

    Parameters
    ----------
    text
        The whole text.
    spans
        Spans of the names of places in it, in characters.

    Returns
    -------
    dict of str to str
        The name by its abbreviation.

    Examples
    --------
    >>> find_abbreviations("in San Martín de Pangoa (SMP)", [(3, 23)])
    {'SMP': 'San Martín de Pangoa'}
    """
    found: dict[str, str] = {}
    for start, end in spans:
        match = _ABBREVIATION.match(text, end)
        if match is None:
            continue
        short = match.group(1).replace(".", "")
        initials = "".join(word[0] for word in re.findall(r"\w+", text[start:end])).upper()
        # Every letter of the abbreviation begins a word of the name, in order; small words may be left out.
        letters = iter(initials)
        if all(letter in letters for letter in short):
            found[short] = text[start:end]
    return found
