"""The spans of a marked report, what is a place among them, and the signs of each: what the recognizer learns from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.evaluate.gold import GoldDocument, GoldPlace
from geo.gazetteer import open_gazetteer
from geo.recognize.cues import cues_for
from geo.recognize.matches import Match, Namebook, find_matches
from geo.recognize.names import Label
from geo.recognize.scene import Scene, set_scene
from geo.recognize.signs import read_signs
from geo.recognize.strangers import find_spans
from geo.recognize.tokens import Gap, Shape, split_tokens

__all__ = ["TaughtReport", "teach"]

PLACE, NO_PLACE, UNTOLD = 1, 0, -1

_NOT_ASKED = frozenset({"demonym", "Demonym", "Homonym", "Language"})
# What GeoWebNews marks inside the names of organisations, and our contract does not: nothing is learned of them.
_DISPUTED = frozenset({"Embedded_Literal", "Embedded_Non_Lit"})
_SAME_START, _SAME_END = 1, 2
_LEAST_SHARED = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class TaughtReport:
    """A report as the recognizer sees it, and the answers.

    Parameters
    ----------
    scene
        The text.
    spans
        All that may be a place.
    signs
        The signs of each span.
    answers
        Shape (spans,): 1 a place, 0 none, -1 where the gold does not tell.
    """

    scene: Scene
    spans: Sequence[Match]
    signs: Sequence[Mapping[str, float]]
    answers: npt.NDArray[np.int64]


def teach(document: GoldDocument) -> TaughtReport:
    """Give a marked report as the recognizer sees it, with the answers."""
    language = document.language or "en"
    cues, book = cues_for(language), Namebook(open_gazetteer(), language)
    tokens = split_tokens(document.text, elisions=cues.elisions)
    matches = find_matches(tokens, book, lower_demonyms=cues.lower_demonyms)
    scene = set_scene(tokens, matches, language, book)
    spans = find_spans(scene, matches, book)
    return TaughtReport(
        scene=scene,
        spans=spans,
        signs=[read_signs(scene, span) for span in spans],
        answers=_answer(scene, spans, document.places),
    )


def _answer(scene: Scene, spans: Sequence[Match], gold: Sequence[GoldPlace]) -> npt.NDArray[np.int64]:
    tokens = scene.tokens
    if not spans:
        return np.zeros(0, dtype=np.int64)
    starts = np.array([tokens.starts[span.first] for span in spans], dtype=np.int64)
    ends = np.array([tokens.ends[span.last] for span in spans], dtype=np.int64)
    answers = np.array([UNTOLD if _is_disputed(scene, span) else NO_PLACE for span in spans])
    for place in gold:
        if place.kind in _NOT_ASKED:
            continue
        over = np.flatnonzero((starts < place.end) & (ends > place.start))
        if not len(over):
            continue
        if place.kind in _DISPUTED:
            answers[over] = UNTOLD
            continue
        same = (np.abs(starts[over] - place.start) <= _SAME_START) & (np.abs(ends[over] - place.end) <= _SAME_END)
        if same.any():
            answers[over[same]] = PLACE
            continue
        shared = np.minimum(ends[over], place.end) - np.maximum(starts[over], place.start)
        united = np.maximum(ends[over], place.end) - np.minimum(starts[over], place.start)
        best = int(np.argmax(shared / united))
        answers[over] = UNTOLD
        if shared[best] / united[best] >= _LEAST_SHARED:
            answers[over[best]] = PLACE
    return _doubt_namesakes(scene, spans, answers)


def _doubt_namesakes(scene: Scene, spans: Sequence[Match], answers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Ask nothing of a whole name that the report marks elsewhere: "Athens is home on Monday", said of a team."""
    places = {span.facts.folded for span, answer in zip(spans, answers, strict=True) if answer == PLACE}
    labels = scene.names.labels
    doubtful = [
        span.facts.folded in places and not span.facts.unknown and labels[span.first] == Label.NONE for span in spans
    ]
    return np.where((answers == NO_PLACE) & np.array(doubtful), UNTOLD, answers)


def _is_disputed(scene: Scene, span: Match) -> bool:
    """Say whether a span is a country's short form before a name ("U.S. Army"), which some mark and others do not."""
    after = span.last + 1
    return (
        span.facts.short
        and span.facts.country
        and after < len(scene.tokens)
        and scene.tokens.gaps[after] <= Gap.LOOSE
        and scene.tokens.shapes[after] == Shape.TITLE
    )
