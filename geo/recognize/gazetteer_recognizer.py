"""The default recognizer: the gazetteer's longest names, judged by the words around them."""

import math
from collections.abc import Iterable

from geo.document import Document
from geo.gazetteer import Gazetteer
from geo.recognize.cues import cues_for
from geo.recognize.judge import Scene, read_signs, weigh
from geo.recognize.lexicon import open_lexicon
from geo.recognize.matches import Match, Namebook, find_matches
from geo.recognize.mention import Mention, MentionKind
from geo.recognize.names import Label, label_names
from geo.recognize.patterns import find_abbreviations, find_coordinated, find_unknown, read_generic
from geo.recognize.tokens import Gap, Shape, Tokens, split_tokens
from geo.recognize.weights import WEIGHTS

__all__ = ["GazetteerRecognizer"]

_LINKS = frozenset({"and", "or", "y", "e", "o", "u"})
_SURE = 1.0
_UNKNOWN_CONFIDENCE = 0.6
_SAME_NAME = 1.2


class GazetteerRecognizer:
    """Finds places by longest match over a gazetteer, then weighs the signs around each match.

    Parameters
    ----------
    gazetteer
        The names to find.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="The minister flew from Lima to Arequipa.", name="brief.txt")
    >>> [mention.text for mention in GazetteerRecognizer(open_gazetteer()).recognize(document)]
    ['Lima', 'Arequipa']
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Read with the names of a gazetteer."""
        self._gazetteer = gazetteer

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps."""
        tokens = split_tokens(document.text)
        book = Namebook(self._gazetteer)
        spanish = document.language == "es"
        matches = find_matches(tokens, book, lower_demonyms=spanish)
        scene = _set_scene(tokens, matches, document.language, book)
        accepted = _accept(scene, matches)
        mentions = {
            match.first: _mention(scene, book, match, score) for match, score in accepted if not match.facts.demonym
        }
        mentions |= {m.first: _demonym(scene, m) for m in matches if m.facts.demonym and _is_demonym(scene, m, spanish)}
        _add_patterns(scene, book, mentions)
        return _without_overlaps(mentions.values())


def _set_scene(tokens: Tokens, matches: list[Match], language: str, book: Namebook) -> Scene:
    cues, lexicon = cues_for(language), open_lexicon(language)

    def is_place_name(first: int, last: int) -> bool:
        facts = book.facts(" ".join(tokens.folded[first : last + 1]))
        return facts is not None and not facts.demonym

    def is_country(index: int) -> bool:
        facts = book.facts(tokens.folded[index])
        return facts is not None and facts.country

    return Scene(
        tokens=tokens,
        cues=cues,
        lexicon=lexicon,
        names=label_names(tokens, cues=cues, lexicon=lexicon, is_place_name=is_place_name, is_country=is_country),
        lower_words=frozenset(
            folded for folded, shape in zip(tokens.folded, tokens.shapes, strict=True) if shape == Shape.LOWER
        ),
        match_at={match.first: match for match in matches},
    )


def _is_demonym(scene: Scene, match: Match, lower_case: bool) -> bool:  # noqa: FBT001 - private
    if scene.names.labels[match.first] in (Label.MEDIA, Label.PERSON):
        return False
    if scene.tokens.words[match.first].lower() in scene.cues.lookalikes:
        return False
    written_low = scene.tokens.shapes[match.first] == Shape.LOWER
    if lower_case:
        # Where demonyms are written low, one with a capital is a name ("El Peruano") unless a sentence starts with it.
        return written_low or scene.tokens.gaps[match.first] >= Gap.SENTENCE
    return not written_low


def _accept(scene: Scene, matches: list[Match]) -> list[tuple[Match, float]]:
    """Keep the matches that are places: each by its own signs, then by its neighbours and its namesakes."""
    places = [match for match in matches if not match.facts.demonym]
    signs = [read_signs(scene, match) for match in places]
    scores = [weigh(sign) for sign in signs]
    best: dict[str, float] = {}
    for match, score in zip(places, scores, strict=True):
        best[match.facts.folded] = max(best.get(match.facts.folded, -math.inf), score)
    accepted: list[tuple[Match, float]] = []
    for index, match in enumerate(places):
        score = scores[index]
        if _blocked(signs[index]):
            continue
        if best[match.facts.folded] > _SURE:
            # One sense of a name per document: where one mention is surely a place, the others probably are.
            score = max(score + _SAME_NAME, best[match.facts.folded] - _SAME_NAME) if score > -_SAME_NAME else score
        if any(_in_one_list(scene, match, other) for other in _sure_neighbours(places, scores, index)):
            score += WEIGHTS["in list"]
        if score > 0:
            accepted.append((match, score))
    return accepted


def _blocked(signs: dict[str, float]) -> bool:
    return any(name in signs for name in ("part of person", "part of organisation", "part of media", "title"))


def _sure_neighbours(places: list[Match], scores: list[float], index: int) -> list[Match]:
    return [places[other] for other in (index - 1, index + 1) if 0 <= other < len(places) and scores[other] > _SURE]


def _in_one_list(scene: Scene, one: Match, other: Match) -> bool:
    """Say whether two matches are neighbours in a list: only a comma or an "and" between them."""
    left, right = (one, other) if one.first < other.first else (other, one)
    between = range(left.last + 1, right.first)
    if not between:
        return scene.tokens.gaps[right.first] == Gap.COMMA
    return len(between) == 1 and scene.tokens.folded[left.last + 1] in _LINKS


def _mention(scene: Scene, book: Namebook, match: Match, score: float) -> Mention:
    tokens = scene.tokens
    start, end = tokens.starts[match.first], tokens.ends[match.last]
    text = tokens.text[start:end]
    kind: MentionKind = "region" if match.facts.named_region else "place"
    lookup, feature = None, ""
    generic = read_generic(scene, match.first, match.last)
    if generic is not None and kind == "place":
        lookup, feature = _with_generic(scene, book, (match.first, match.last), tokens.folded[generic[0]])
    if match.facts.postal:
        lookup = match.facts.folded
        end += tokens.text.startswith(".", end) and tokens.shapes[match.last] != Shape.UPPER
        text = tokens.text[start:end]
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


def _with_generic(scene: Scene, book: Namebook, span: tuple[int, int], generic: str) -> tuple[str | None, str]:
    """Give the full name that a name and the generic word beside it make in the gazetteer, and the feature kind."""
    feature = scene.cues.generics.get(generic, "")
    if feature == "region":
        return None, ""
    if feature == "populated place":
        return None, feature
    name = " ".join(scene.tokens.folded[span[0] : span[1] + 1])
    forms = (f"{name} {generic}", f"{generic} {name}", f"{generic} de {name}", f"{generic} of {name}")
    return next((form for form in forms if book.facts(form) is not None), None), feature


def _demonym(scene: Scene, match: Match) -> Mention:
    tokens = scene.tokens
    start, end = tokens.starts[match.first], tokens.ends[match.last]
    return Mention(start=start, end=end, text=tokens.text[start:end], kind="demonym")


def _add_patterns(scene: Scene, book: Namebook, mentions: dict[int, Mention]) -> None:
    """Add what patterns find beyond matches, where no mention stands yet."""
    tokens = scene.tokens
    regions = [(m.start, m.end) for m in mentions.values() if m.kind == "region"]
    for first, last, generic in find_coordinated(scene):
        start, end = tokens.starts[first], tokens.ends[last]
        if not any(low <= start < high for low, high in regions):
            lookup, feature = _with_generic(scene, book, (first, last), generic)
            mentions[first] = Mention(
                start=start, end=end, text=tokens.text[start:end], kind="place", lookup_name=lookup, feature=feature
            )
    for first, last in find_unknown(scene, book):
        start, end = tokens.starts[first], tokens.ends[last]
        mentions.setdefault(
            first,
            Mention(start=start, end=end, text=tokens.text[start:end], kind="place", confidence=_UNKNOWN_CONFIDENCE),
        )
    spans = [(m.start, m.end) for m in mentions.values() if m.kind == "place"]
    abbreviations = find_abbreviations(tokens.text, spans)
    for index, word in enumerate(tokens.words) if abbreviations else ():
        long_form = abbreviations.get(word.replace(".", ""))
        if long_form is not None and tokens.shapes[index] == Shape.UPPER:
            start, end = tokens.starts[index], tokens.ends[index]
            mentions[index] = Mention(
                start=start, end=end, text=tokens.text[start:end], kind="place", lookup_name=long_form
            )


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Sort mentions by place in the text; of two that overlap keep the one that starts first, then the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
