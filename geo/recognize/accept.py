"""Accepting: which spans are places, by the signs around each and then by those of the whole document."""

from collections.abc import Sequence

import numpy as np

from geo.recognize.document_signs import read_document_signs
from geo.recognize.learned import Floats, RecognizerWeights
from geo.recognize.matches import Match
from geo.recognize.names import Label
from geo.recognize.scene import Scene
from geo.recognize.signs import read_signs
from geo.recognize.tokens import Gap, Shape

__all__ = ["accept_demonyms", "accept_places", "weigh_spans"]

_CERTAIN = 20.0
_SURE = 1.0
_SAME_NAME = 1.5
_EVERYDAY = 0.25
_FREE = (Label.NONE, Label.HEADLINE)


def accept_demonyms(scene: Scene, matches: Sequence[Match]) -> list[Match]:
    """Keep the matches that are demonyms in use: none within a person's or a newspaper's name.

    Parameters
    ----------
    scene
        The text.
    matches
        Its matches.
    """
    return [match for match in matches if match.facts.demonym and _is_demonym(scene, match)]


def _is_demonym(scene: Scene, match: Match) -> bool:
    if scene.names.labels[match.first] in (Label.MEDIA, Label.PERSON):
        return False
    if scene.tokens.words[match.first].lower() in scene.cues.lookalikes:
        return False
    if scene.tokens.shapes[match.first] == Shape.LOWER:
        return scene.cues.lower_demonyms
    # Where demonyms are written low, one with a capital is a name ("El Peruano") unless a sentence starts with it.
    return scene.cues.capital_demonyms or scene.tokens.gaps[match.first] >= Gap.SENTENCE


def accept_places(scene: Scene, spans: Sequence[Match], weights: RecognizerWeights) -> list[tuple[Match, float]]:
    """Keep the spans that are places.

    Parameters
    ----------
    scene
        The text.
    spans
        Matches that are no demonyms, and strangers, in order; they may overlap.
    weights
        What was learned.

    Returns
    -------
    list of tuple of Match, float
        In order, without overlaps, each with its log-odds. Of spans that overlap the likeliest is kept.
    """
    scores = _in_one_sense(scene, spans, weigh_spans(scene, spans, weights))
    # A region with a definition of its own is one wherever it is named; a place of the user's own where it may be one.
    scores[[span.facts.named_region or (span.facts.wins and _is_own(scene, span)) for span in spans]] = _CERTAIN
    scores[[span.facts.demonym and _is_demonym(scene, span) for span in spans]] = -_CERTAIN
    scores[[span.facts.organisation and _acts(scene, span) for span in spans]] = -_CERTAIN
    taken = np.zeros(len(scene.tokens), dtype=bool)
    kept: list[int] = []
    for index in np.argsort(-scores, kind="stable").tolist():
        if scores[index] <= weights.threshold:
            break
        words = slice(spans[index].first, spans[index].last + 1)
        if not taken[words].any():
            taken[words] = True
            kept.append(index)
    return [(spans[index], float(scores[index])) for index in sorted(kept)]


def _is_own(scene: Scene, span: Match) -> bool:
    """Say whether nothing speaks against a name of the user's own being its place.

    Against it speak a longer name, of a person or an organisation too, that it is only a part of, a person of that name
    elsewhere in the text, and an everyday word, which may stand at the start of a sentence or in a headline.
    """
    signs = read_signs(scene, span)
    if not ("whole name" in signs or "headline" in signs) or signs.get("person elsewhere") or signs.get("calendar"):
        return False
    starts = "headline" in signs or signs.get("starts sentence", 0.0) > 0
    return not (starts and signs["common word"] > _EVERYDAY)


def _acts(scene: Scene, span: Match) -> bool:
    """Say whether a region that is an organisation too acts here: no word before says that something is in it."""
    return not read_signs(scene, span).get("locative before") and not span.facts.wins


def _in_one_sense(scene: Scene, spans: Sequence[Match], scores: Floats) -> Floats:
    """Favour the spans of a name that is surely a place elsewhere in the text, but for those within another name."""
    best: dict[str, float] = {}
    for span, score in zip(spans, scores.tolist(), strict=True):
        best[span.facts.folded] = max(best.get(span.facts.folded, score), score)
    labels = scene.names.labels
    sure = np.array([best[span.facts.folded] > _SURE and labels[span.first] in _FREE for span in spans], dtype=bool)
    return np.where(sure & (scores < _SURE), scores + _SAME_NAME, scores)


def weigh_spans(scene: Scene, spans: Sequence[Match], weights: RecognizerWeights) -> Floats:
    """Give the log-odds of each span that it is a place.

    Parameters
    ----------
    scene, spans, weights
        As for :func:`accept_places`.

    Returns
    -------
    numpy.ndarray
        Shape (spans,).
    """
    if not spans:
        return np.zeros(0)
    signs = [read_signs(scene, span) for span in spans]
    own = weights.weigh_signs(signs)
    return weights.weigh_all(signs, read_document_signs(scene, spans, signs, own))
