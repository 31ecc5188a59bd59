"""Accepting: which matches are places, each by its own signs, then by its neighbours and its namesakes."""

import math
from collections.abc import Sequence

from geo.recognize.judge import Scene, read_signs, weigh
from geo.recognize.matches import Match
from geo.recognize.names import Label
from geo.recognize.tokens import Gap, Shape
from geo.recognize.weights import WEIGHTS

__all__ = ["accept_demonyms", "accept_places"]

_BLOCKING = ("part of person", "part of organisation", "part of media", "title")
_PLACE_SIGNS = ("locative before", "region after", "generic beside")
_SURE = 1.0
_SAME_NAME = 1.2


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


def accept_places(scene: Scene, matches: Sequence[Match]) -> list[tuple[Match, float]]:
    """Keep the matches that are places.

    Parameters
    ----------
    scene
        The text.
    matches
        Its matches; demonyms are passed over.

    Returns
    -------
    list of tuple of Match, float
        Each with its log-odds, above 0.
    """
    places = [match for match in matches if not match.facts.demonym]
    signs = [read_signs(scene, match) for match in places]
    scores = [weigh(sign) for sign in signs]
    _weigh_namesakes(places, signs, scores)
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


def _weigh_namesakes(places: Sequence[Match], signs: Sequence[dict[str, float]], scores: list[float]) -> None:
    """Weigh against a name what a text says of its namesake: beside "Ebola virus", "Ebola" is no river."""
    named_after = {match.facts.folded for match, sign in zip(places, signs, strict=True) if sign.get("namesake after")}
    for index, match in enumerate(places):
        if match.facts.folded in named_after and not any(signs[index].get(name) for name in _PLACE_SIGNS):
            scores[index] += WEIGHTS["namesake elsewhere"]


def _blocked(signs: dict[str, float]) -> bool:
    return any(name in signs for name in _BLOCKING)


def _sure_neighbours(places: list[Match], scores: list[float], index: int) -> list[Match]:
    return [places[other] for other in (index - 1, index + 1) if 0 <= other < len(places) and scores[other] > _SURE]


def _in_one_list(scene: Scene, one: Match, other: Match) -> bool:
    """Say whether two matches are neighbours in a list: only a comma or an "and" between them."""
    left, right = (one, other) if one.first < other.first else (other, one)
    between = range(left.last + 1, right.first)
    if not between:
        return scene.tokens.gaps[right.first] == Gap.COMMA
    return len(between) == 1 and scene.tokens.folded[left.last + 1] in scene.cues.links
