"""Names that the gazetteer does not have and that may be places all the same: "the hamlet of Quellohuaylla"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from geo.recognize.everyday import measure_everyday
from geo.recognize.matches import Match, Namebook, NameFacts
from geo.recognize.names import Label
from geo.recognize.scene import Scene
from geo.recognize.tokens import CAPITAL, Gap, Shape

__all__ = ["find_spans", "find_strangers"]

_MOST_WORDS = 5
_EVERYDAY = 0.25
_OPEN = (Label.NONE, Label.PERSON)


def find_spans(scene: Scene, matches: Sequence[Match], book: Namebook) -> list[Match]:
    """Give all that may be a place, in order: the matches that are no demonyms alone, and the strangers."""
    spans = [match for match in matches if not match.facts.demonym or match.facts.wins]
    return sorted([*spans, *find_strangers(scene, book)], key=lambda span: (span.first, span.last))


def find_strangers(scene: Scene, book: Namebook) -> Iterator[Match]:
    """Find the capitalised names of a text that the gazetteer does not have.

    Parameters
    ----------
    scene
        The text.
    book
        The names of the gazetteer.

    Yields
    ------
    Match
        In order of the text, each with facts that say only that nothing is known. It may reach over a match that is
        a part of it: "Pat Mayse Lake" over "Mayse".
    """
    seen: set[str] = set()
    for first, last in _segments(scene):
        folded = scene.tokens.fold_span(first, last)
        match = scene.match_at.get(first)
        if match is not None and match.last == last:
            continue
        if _may_be_name(scene, first, last) and book.facts(folded) is None:
            seen.add(folded)
            yield Match(first=first, last=last, facts=_no_facts(folded))
    yield from _in_headlines(scene, seen)


def _segments(scene: Scene) -> Iterator[tuple[int, int]]:
    """Give the names of a text without articles before them and numbers behind."""
    tokens, names = scene.tokens, scene.names
    index, size = 0, len(tokens)
    while index < size:
        first, last = names.firsts[index], names.lasts[index]
        index = max(last, index) + 1
        if tokens.shapes[first] not in CAPITAL or names.labels[first] not in _OPEN:
            continue
        while first < last and _is_before_name(scene, first):
            first += 1
        while first < last and tokens.shapes[last] not in CAPITAL:
            last -= 1
        whole = Shape.DIGITS not in tokens.shapes[first : last + 1]
        if whole and last - first < _MOST_WORDS:
            yield first, last


def _is_before_name(scene: Scene, index: int) -> bool:
    folded, cues = scene.tokens.folded[index], scene.cues
    return folded in cues.articles or folded in cues.calendar or scene.tokens.shapes[index] not in CAPITAL


def _may_be_name(scene: Scene, first: int, last: int) -> bool:
    """Say whether words say something of their own, or are capitalised where no sentence starts."""
    tokens = scene.tokens
    if any(not _is_common(scene, i) for i in range(first, last + 1)):
        return True
    if first == last:
        folded, cues = tokens.folded[first], scene.cues
        known = (cues.calendar, cues.titles, cues.organisations, cues.generics, cues.modifiers, cues.institutions)
        is_word = len(tokens.words[first]) > 2 and not any(folded in words for words in known)  # noqa: PLR2004
        return is_word and tokens.gaps[first] < Gap.INNER and tokens.shapes[first] == Shape.TITLE
    if _comes_before_region(scene, last) and tokens.gaps[first] < Gap.INNER:
        return True
    ends = (tokens.folded[first], tokens.folded[last])
    return any(word in scene.cues.generics for word in ends) and tokens.folded[first] not in scene.cues.calendar


def _comes_before_region(scene: Scene, last: int) -> bool:
    """Say whether a comma and a state or a country follow: "Birds Point, Mo."."""
    return scene.names_region(last + 1) and scene.tokens.gaps[last + 1] == Gap.COMMA


def _in_headlines(scene: Scene, seen: AbstractSet[str]) -> Iterator[Match]:
    """Give the names of the text again that its headlines, all capitals, hide among other words."""
    tokens, labels = scene.tokens, scene.names.labels
    if Label.HEADLINE not in labels:
        return
    by_first: dict[str, list[str]] = {}
    for folded in sorted(seen, key=len, reverse=True):
        by_first.setdefault(folded.partition(" ")[0], []).append(folded)
    for first, word in enumerate(tokens.folded):
        if labels[first] != Label.HEADLINE:
            continue
        for folded in by_first.get(word, ()):
            last = first + folded.count(" ")
            if last < len(tokens) and tokens.fold_span(first, last) == folded:
                yield Match(first=first, last=last, facts=_no_facts(folded))
                break


def _is_common(scene: Scene, index: int) -> bool:
    """Say whether a word says nothing of its own: an everyday word, a month, a title, a generic word, an acronym."""
    word, folded, cues = scene.tokens.words[index], scene.tokens.folded[index], scene.cues
    if len(word) < 2 or folded in cues.calendar or folded in cues.titles or folded in cues.organisations:  # noqa: PLR2004
        return True
    if folded in cues.modifiers or folded in cues.generics or scene.tokens.shapes[index] == Shape.DIGITS:
        return True
    return measure_everyday(word, cues=cues, lexicon=scene.lexicon) > _EVERYDAY


def _no_facts(folded: str) -> NameFacts:
    return NameFacts(
        folded=folded,
        population=0,
        country=False,
        admin1=False,
        physical=False,
        region=False,
        primary=False,
        short=False,
        demonym=False,
        named_region=False,
        unknown=True,
    )
