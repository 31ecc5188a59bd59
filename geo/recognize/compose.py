"""Composing: from accepted matches and patterns of words to the mentions of a text."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from geo.gazetteer.features import ADMINISTRATIVE, PHYSICAL
from geo.recognize.cues import ENGLISH
from geo.recognize.matches import Match, Namebook
from geo.recognize.mention import Mention, MentionKind
from geo.recognize.patterns import (
    find_abbreviations,
    find_coordinated,
    find_rivers,
    read_generic,
)
from geo.recognize.scene import Scene
from geo.recognize.tokens import Gap, Shape

__all__ = ["compose_mentions"]

_RIVER_CONFIDENCE = 0.8
# What nature made and people name after what lies in it.
_NAMED_AFTER = frozenset({"valley", "mountain range", "forest", "plain", "desert"})
# English names of countries that bear the article themselves.
_WITH_ARTICLE = frozenset({"congo", "gambia"})
_AFTER_RIVER = frozenset("is was has had will rose rises flows flowed floods flooded basin delta bend".split())


def _of_match(scene: Scene, book: Namebook, match: Match, score: float) -> Mention:
    tokens = scene.tokens
    start, end = tokens.starts[match.first], tokens.ends[match.last]
    text = tokens.text[start:end]
    kind: MentionKind = "region" if match.facts.named_region else "place"
    lookup, feature = None, ""
    generic = read_generic(scene, match.first, match.last)
    if generic is not None and kind == "place":
        lookup, feature = _with_generic(scene, book, (match.first, match.last), tokens.folded[generic[0]])
    elif _is_river_by_article(scene, book, match):
        lookup, feature = _with_generic(scene, book, (match.first, match.last), "river")
    shortened = match.facts.short and not match.facts.primary and tokens.gaps[match.first] == Gap.COMMA
    if shortened and tokens.shapes[match.last] != Shape.UPPER and tokens.text.startswith(".", end):
        # The point is the abbreviation's: "Hugo, Okla., man".
        end += 1
        text = tokens.text[start:end]
    if match.facts.postal:
        lookup = match.facts.folded
    elif lookup is None and "\n" in text:
        lookup = " ".join(text.split())
    return Mention(
        start=start,
        end=end,
        text=text,
        kind=kind,
        lookup_name=lookup,
        feature=feature,
        confidence=round(1 / (1 + math.exp(-score)), 3),
    )


def _is_river_by_article(scene: Scene, book: Namebook, match: Match) -> bool:
    """Say whether an article makes a country's name a river's: "up *the* Niger to the sea", not "the Niger coup"."""
    tokens, cues, first, after = scene.tokens, scene.cues, match.first, match.last + 1
    if cues.generic_first or not match.facts.country or not first or match.facts.folded in _WITH_ARTICLE:
        return False
    if tokens.folded[first - 1] not in cues.articles or tokens.gaps[first] != Gap.JOINED:
        return False
    stands_alone = (
        after == len(tokens)
        or tokens.gaps[after] > Gap.LOOSE
        or tokens.folded[after] in cues.locative | cues.loose | _AFTER_RIVER
    )
    return stands_alone and book.facts(f"{match.facts.folded} river") is not None


def _with_generic(scene: Scene, book: Namebook, span: tuple[int, int], generic: str) -> tuple[str | None, str]:
    """Give the full name that a name and the generic word beside it make in the gazetteer, and the feature kind."""
    feature = scene.cues.generics.get(generic, "")
    if feature == "region":
        return None, ""
    if feature == "populated place":
        return None, feature
    name = scene.tokens.fold_span(*span)
    words = [generic]
    if scene.cues.generic_first and feature in ADMINISTRATIVE and book.facts(name) is not None:
        # The gazetteer has "Departamento de La Paz" for some of its areas only, and "La Paz" for all of them.
        return None, feature
    if scene.cues.generic_first and feature in PHYSICAL:
        # The gazetteer's own names for what nature made are English: "le lac Kivu" is its "Lake Kivu".
        words += [word for word, kind in ENGLISH.generics.items() if kind == feature]
    forms = [
        form
        for word in words
        for form in (f"{name} {word}", f"{word} {name}", f"{word} de {name}", f"{word} of {name}")
    ]
    found = next((form for form in forms if book.facts(form) is not None), None)
    if found is None and feature in PHYSICAL:
        # "The river" that the text speaks of may be a brook that only a data pack knows.
        found = next(filter(book.is_minor, forms), None)
    if found is None and feature in _NAMED_AFTER and span[0] and scene.tokens.folded[span[0] - 1] in scene.cues.of:
        # "El valle del Huallaga" lies along the river; "la sierra de Marcala" around the town.
        river = f"{name} river"
        return (river, "river") if feature == "valley" and book.facts(river) is not None else (None, "")
    return found, feature


def _of_demonym(scene: Scene, match: Match) -> Mention:
    tokens = scene.tokens
    start, end = tokens.starts[match.first], tokens.ends[match.last]
    return Mention(start=start, end=end, text=tokens.text[start:end], kind="demonym")


def _of_span(scene: Scene, span: tuple[int, int], **known: Any) -> Mention:  # noqa: ANN401 - fields of a mention
    start, end = scene.tokens.starts[span[0]], scene.tokens.ends[span[1]]
    return Mention(start=start, end=end, text=scene.tokens.text[start:end], kind="place", **known)


def _of_coordinated(scene: Scene, book: Namebook) -> Iterator[Mention]:
    """Give the names that share a plural generic word, each under its full name."""
    for first, last, generic in find_coordinated(scene):
        lookup, feature = _with_generic(scene, book, (first, last), generic)
        yield _of_span(scene, (first, last), lookup_name=lookup, feature=feature)


def _of_rivers(scene: Scene, book: Namebook) -> Iterator[Mention]:
    for first, last in find_rivers(scene, book):
        lookup = f"{scene.tokens.fold_span(first, last)} river"
        yield _of_span(scene, (first, last), lookup_name=lookup, feature="river", confidence=_RIVER_CONFIDENCE)


def _of_abbreviations(scene: Scene, places: Sequence[Mention]) -> Iterator[Mention]:
    """Give the abbreviations of places that the text explains, under their long form."""
    tokens = scene.tokens
    abbreviations = find_abbreviations(tokens.text, [(place.start, place.end) for place in places])
    for index, word in enumerate(tokens.words) if abbreviations else ():
        long_form = abbreviations.get(word.replace(".", ""))
        if long_form is not None and tokens.shapes[index] == Shape.UPPER:
            yield _of_span(scene, (index, index), lookup_name=long_form)


def compose_mentions(
    scene: Scene, book: Namebook, places: Sequence[tuple[Match, float]], demonyms: Sequence[Match]
) -> list[Mention]:
    """Give the mentions of a text.

    Parameters
    ----------
    scene
        The text.
    book
        The names of the gazetteer.
    places
        The matches that are places, each with its log-odds.
    demonyms
        The matches that are demonyms.

    Returns
    -------
    list of Mention
        In order, without overlaps. What two ways of reading claim goes to a named region first, then to a shared
        generic word, an explained abbreviation, a river by its article, and last to a span by itself.
    """
    matched = [_of_match(scene, book, match, score) for match, score in places]
    regions = [mention for mention in matched if mention.kind == "region"]
    ordered = [
        regions,
        list(_of_coordinated(scene, book)),
        list(_of_abbreviations(scene, matched)),
        list(_of_rivers(scene, book)),
        matched,
        [_of_demonym(scene, match) for match in demonyms],
    ]
    return _without_overlaps(mention for mentions in ordered for mention in mentions)


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep each mention that no earlier one overlaps, and sort them by their place in the text."""
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in mentions:
        at = bisect_left(starts, mention.start)
        if at and kept[at - 1].end > mention.start:
            continue
        if at < len(kept) and kept[at].start < mention.end:
            continue
        starts.insert(at, mention.start)
        kept.insert(at, mention)
    return kept
