"""What a document tells of a span beyond the words around it: its namesakes, its neighbours, what overlaps it."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from geo.recognize.matches import Match
from geo.recognize.scene import Scene
from geo.recognize.tokens import Gap

__all__ = ["DOCUMENT_SIGNS", "read_document_signs"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DOCUMENT_SIGNS = (
    "own",
    "namesakes",
    "namesakes' best",
    "namesakes' mean",
    "neighbour before",
    "neighbour after",
    "words to neighbour before",
    "words to neighbour after",
    "listed with neighbour before",
    "listed with neighbour after",
    "overlapping best",
    "document mean",
    "spans",
    "best of its words",
    "namesakes stand behind a place's preposition",
    "namesakes speak",
    "namesakes are persons",
    "namesakes head other names",
    "share of other names in its regions",
    "other names in its regions",
)
_SHARED = (
    ("locative before", "generic beside", "region after", "dateline"),
    ("speech after",),
    ("part of person", "unknown person", "title behind", "given name behind"),
    ("organisation ahead", "facility ahead", "media ahead"),
)
_FAR = 40
_LIKELY = 0.5
_NONE = -6.0


def read_document_signs(
    scene: Scene, spans: Sequence[Match], signs: Sequence[Mapping[str, float]], own: Floats
) -> Floats:
    """Read what the rest of a document says of each span.

    Parameters
    ----------
    scene
        The text.
    spans
        Its spans in order of their first words.
    signs
        The signs around each.
    own
        Shape (spans,): log-odds of each span by the signs around it.

    Returns
    -------
    numpy.ndarray
        Shape (spans, signs), the columns of :data:`DOCUMENT_SIGNS`.
    """
    size = len(spans)
    found = np.zeros((size, len(DOCUMENT_SIGNS)))
    if not size:
        return found
    found[:, 0] = own
    name, counts = _number_names(spans)
    found[:, 1:4] = _read_namesakes(name, counts, own)
    found[:, 4:11] = _read_neighbours(scene, spans, own)
    found[:, 11] = np.maximum(own, -4).mean()
    found[:, 12] = np.log1p(size)
    found[:, 13] = _best_of_words(spans, own)
    found[:, 14:18] = _share_signs(name, counts, signs)
    found[:, 18:] = _share_regions(spans, own)
    return found


def _number_names(spans: Sequence[Match]) -> tuple[Ints, Ints]:
    """Give a number for the name of each span, and how many spans have each number."""
    numbers: dict[str, int] = {}
    name = np.array([numbers.setdefault(span.facts.folded, len(numbers)) for span in spans], dtype=np.int64)
    return name, np.bincount(name)


def _read_namesakes(name: Ints, counts: Ints, own: Floats) -> Floats:
    order = np.lexsort((-own, name))
    starts = np.cumsum(counts) - counts
    best = own[order][starts]
    second = np.where(counts > 1, own[order][np.minimum(starts + 1, len(own) - 1)], _NONE)
    others_best = np.where(own >= best[name], second[name], best[name])
    total = np.bincount(name, weights=own)
    others = counts[name] - 1
    mean = np.where(others > 0, (total[name] - own) / np.maximum(others, 1), _NONE)
    return np.column_stack([np.log1p(others), others_best, mean])


def _share_signs(name: Ints, counts: Ints, signs: Sequence[Mapping[str, float]]) -> Floats:
    """Give the share of a name's spans, its own among them, that have a sign of each of `_SHARED`."""
    shares = []
    for wanted in _SHARED:
        there = np.array([any(one.get(sign, 0.0) for sign in wanted) for one in signs], dtype=np.float64)
        shares.append((np.bincount(name, weights=there) / counts)[name])
    return np.column_stack(shares)


def _share_regions(spans: Sequence[Match], own: Floats) -> Floats:
    """Give how many of the document's other names may lie in a first-level region where a name's places lie."""
    sure: dict[str, tuple[int, ...]] = {}
    for span, score in zip(spans, own.tolist(), strict=True):
        if score > _LIKELY and not span.facts.country:
            sure[span.facts.folded] = span.facts.areas
    mass: dict[int, float] = {}
    for areas in sure.values():
        for area in areas:
            mass[area] = mass.get(area, 0.0) + 1.0 / len(areas)
    found = np.zeros((len(spans), 2))
    for index, span in enumerate(spans):
        areas = span.facts.areas
        counted = 1.0 / len(areas) if span.facts.folded in sure and areas else 0.0
        best = max((mass.get(area, 0.0) for area in areas), default=0.0) - counted
        found[index] = best / max(len(sure), 1), np.log1p(max(best, 0.0))
    return found


def _best_of_words(spans: Sequence[Match], own: Floats) -> Floats:
    """Give the best log-odds of another span of several words that begins with a span's first word."""
    best: dict[str, float] = {}
    for span, score in zip(spans, own.tolist(), strict=True):
        if span.last > span.first:
            head = span.facts.folded.partition(" ")[0]
            best[head] = max(best.get(head, _NONE), score)
    return np.array([_NONE if s.last > s.first else best.get(s.facts.folded, _NONE) for s in spans])


def _overlap(one: Match, other: Match) -> bool:
    return one.first <= other.last and one.last >= other.first


def _read_neighbours(scene: Scene, spans: Sequence[Match], own: Floats) -> Floats:
    tokens, links = scene.tokens, scene.cues.links
    size = len(spans)
    found = np.zeros((size, 7))
    found[:, :2], found[:, 2:4], found[:, 4:] = _NONE, _FAR, _NONE
    for index, span in enumerate(spans):
        for step, column in ((-1, 0), (1, 1)):
            other = index + step
            while 0 <= other < size and _overlap(spans[other], span):
                found[index, 6] = max(found[index, 6], own[other])
                other += step
            if not 0 <= other < size:
                continue
            beyond = other + step
            if 0 <= beyond < size and _overlap(spans[beyond], span):
                # A long span over shorter ones stands before the first of them.
                found[index, 6] = max(found[index, 6], own[beyond])
            left, right = (spans[other], span) if step < 0 else (span, spans[other])
            found[index, column] = own[other]
            found[index, 2 + column] = min(right.first - left.last, _FAR)
            between = right.first - left.last - 1
            listed = (between == 0 and tokens.gaps[right.first] == Gap.COMMA) or (
                between == 1 and tokens.folded[left.last + 1] in links
            )
            found[index, 4 + column] = own[other] if listed else _NONE
    return found
