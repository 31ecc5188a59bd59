"""Learning how much each sign of the resolver counts, from documents whose places are marked.

Written to ``data/learned/resolver.json``: names of signs and numbers. ``docs/learning.md`` says what is learned and
how. The same corpora give the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from data.build.learn.logit import Choices, Floats, fit_choices, fit_logistic, measure_fit
from geo.evaluate.gold import Corpus, GoldPlace
from geo.evaluate.metrics import ACCURATE_KM
from geo.evaluate.run import gold_mentions
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.features import FEATURES
from geo.lonlat import LonLat
from geo.recognize import GazetteerRecognizer
from geo.recognize.learned import RecognizerWeights
from geo.resolve import GazetteerResolver
from geo.resolve.candidates import Candidates
from geo.resolve.coherence import Evidence, believe
from geo.resolve.confidence import confidence_signs
from geo.resolve.lookup import Bools
from geo.resolve.signs import NONE_SIGNS, OWN_SIGNS
from geo.resolve.surroundings import DOCUMENT_SIGNS, FIRST_SIGNS
from geo.resolve.weights import CONFIDENCE_SIGNS, ResolverWeights

__all__ = ["Example", "gather_examples", "learn_resolver", "write_resolver"]

_ROUNDS = 3
_RIDGE = 2.0
_FOLDS = 3
_DIGITS = 4
_ALONE = 8
_BESIDE_KM = 100.0
_EARTH_RADIUS_KM = 6_371.0088
# Two sources may put the point of a wide area far apart: that does not make it another place.
_WIDE_KM = {
    "country": 1_200.0,
    "admin1": 500.0,
    "continent": 3_000.0,
    "region": 1_000.0,
    "ocean": 3_000.0,
    "sea": 1_000.0,
}
_REACH_KM = np.array([_WIDE_KM.get(kind, ACCURATE_KM) for kind in FEATURES])
_SIGNS = (*OWN_SIGNS, *FIRST_SIGNS, *DOCUMENT_SIGNS)
# The least that a sign may count. What stands for a place cannot speak against it: a weight below 0 would only undo
# another of its kind. What the text says outright counts, however seldom the corpora need it.
_LEAST = {
    **dict.fromkeys((name for name in FIRST_SIGNS if not name.startswith("local text")), 0.0),
    **dict.fromkeys(DOCUMENT_SIGNS, 0.0),
    "town: powers of ten of people": 0.0,
    "town: capital": 0.0,
    "town: seat of admin1": 0.0,
    "default sense": 0.5,
    "feature named": 5.0,
    "admin3": 2.0,
    "feature like named": 3.0,
    "holds what it is said to": 1.0,
    "contained": 7.5,
    "contained, maybe a list": 1.0,
    "contained, maybe a list of countries": 0.5,
    "namesake with its region": 3.0,
    "container named, holds none": 6.5,
    "feature named, none has it": 0.0,
}
# No corpus has tables: what a table says is not doubted.
_GIVEN = {"a table or the user tells where": -12.0, "few other names": 0.0}
_ALONE_SIGN = "few other names"
_ALONE_VALUES = [-step / 4 for step in range(41)]
# Enough to begin with; learning ends at the same place from others near by.
_START = {"town: powers of ten of people": 1.1, "country": 5.0, "admin1": 3.0, "contained": 5.0, "country share": 2.0}


@dataclass(frozen=True, kw_only=True)
class Example:
    """A document to learn from, or one name of it alone.

    Parameters
    ----------
    document
        The number of the document.
    alone
        Whether it is one name alone.
    evidence
        What speaks for the candidates of its names.
    names
        For each name to learn from: its place among those that have candidates, which of its candidates are right, and
        how many mentions say so.
    """

    document: int
    alone: bool
    evidence: Evidence
    names: tuple[tuple[int, Bools, float], ...]


def gather_examples(
    corpora: Iterable[Corpus], gazetteer: Gazetteer, recognizer_weights: RecognizerWeights | None = None
) -> list[Example]:
    """Give the documents of corpora as examples, those that have nothing to learn from left out."""
    recognizer = GazetteerRecognizer(gazetteer, weights=recognizer_weights)
    resolver = GazetteerResolver(gazetteer, weights=_weights({}, {}, {}))
    # A mark of our own without a point says that the gazetteer is thought to lack the place.
    marked = [(gold, corpus.format == "jsonl") for corpus in corpora for gold in corpus.documents]
    examples = []
    for number, (gold, pointless_is_none) in enumerate(marked):
        mentions = gold_mentions(gold.document, gold.places, recognizer.recognize(gold.document), gazetteer=gazetteer)
        marks = {one.span: one for one in gold.places}
        # A text may name one place and no other: now and then a name stands alone.
        for some in (mentions, *([one] for one in mentions[::_ALONE])):
            groups, evidence = resolver.gather(gold.document, some)
            told = [[marks[some[i].start, some[i].end] for i in group.mentions] for group in groups]
            names = tuple(_names(evidence, told, pointless_is_none=pointless_is_none))
            if names:
                alone = some is not mentions
                examples.append(Example(document=number, alone=alone, evidence=evidence, names=names))
    return examples


def _names(
    evidence: Evidence, told: Sequence[Sequence[GoldPlace]], *, pointless_is_none: bool
) -> Iterator[tuple[int, Bools, float]]:
    candidates = evidence.candidates
    points = [mark.lonlat for marks in told for mark in marks if mark.lonlat is not None]
    reach_km = _REACH_KM[open_gazetteer().feature_code[candidates.row]]
    for at, number in enumerate(candidates.groups.tolist()):
        start = int(candidates.starts[at])
        part = slice(start, start + int(candidates.sizes[at]))
        counts: dict[bytes, int] = {}
        for mark in told[number]:
            if mark.lonlat is not None:
                far_km = _far_km(candidates.lon[part], candidates.lat[part], mark.lonlat.lon, mark.lonlat.lat)
                right = far_km <= ACCURATE_KM
                if not right.any():
                    right = far_km <= reach_km[part]
            elif pointless_is_none and not _is_beside(candidates, part, points):
                right = np.zeros(part.stop - part.start, dtype=bool)
            else:
                continue
            counts[right.tobytes()] = counts.get(right.tobytes(), 0) + 1
        for key, count in counts.items():
            yield at, np.frombuffer(key, dtype=bool), float(count) ** 0.5


def _is_beside(candidates: Candidates, part: slice, points: Sequence[LonLat]) -> bool:
    """Say whether a candidate lies beside a place of the document: a mark without a point may mean that one."""
    lon, lat = candidates.lon[part], candidates.lat[part]
    return any((_far_km(lon, lat, point.lon, point.lat) <= _BESIDE_KM).any() for point in points)


def _far_km(lon: Floats, lat: Floats, other_lon: float, other_lat: float) -> Floats:
    half_lat, half_lon = np.radians(other_lat - lat) / 2, np.radians(other_lon - lon) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(np.radians(lat)) * np.cos(np.radians(other_lat)) * np.sin(half_lon) ** 2
    return np.asarray(2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0))))


def _weights(signs: dict[str, float], none: dict[str, float], confidence: dict[str, float]) -> ResolverWeights:
    return ResolverWeights(signs=signs, none_of_these=none, confidence=confidence)


def _named(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: round(float(value), _DIGITS) for name, value in zip(names, values, strict=True)}


def _choices(examples: Sequence[Example], weights: ResolverWeights) -> Choices:
    """Lay the options of all names side by side, with the signs that the current weights give."""
    width = len(_SIGNS) + len(NONE_SIGNS)
    blocks, right, starts, weight, at = [], [], [], [], 0
    for example in examples:
        evidence, belief = example.evidence, believe(example.evidence, weights)
        signs = np.concatenate([evidence.own, belief.first, belief.document]).T
        for name, is_right, count in example.names:
            start, size = int(evidence.candidates.starts[name]), int(evidence.candidates.sizes[name])
            block = np.zeros((size + 1, width))
            block[:size, : len(_SIGNS)] = signs[start : start + size]
            block[size, len(_SIGNS) :] = evidence.none[:, name]
            blocks.append(block)
            right += [is_right, np.array([not is_right.any()])]
            starts.append(at)
            weight.append(count)
            at += size + 1
    return Choices(
        signs=np.concatenate(blocks), starts=np.array(starts), right=np.concatenate(right), weight=np.array(weight)
    )


def _learn_signs(examples: Sequence[Example]) -> ResolverWeights:
    """Fit, believe anew with what was fitted, and fit again: the document's signs depend on the weights."""
    documents = [one for one in examples if not one.alone]
    weights = _weights(_START, {"always": 1.0}, {})
    beta = None
    least = np.array([_LEAST.get(name, -np.inf) for name in (*_SIGNS, *NONE_SIGNS)])
    for _ in range(_ROUNDS):
        beta = fit_choices(_choices(documents, weights), ridge=_RIDGE, start=beta, least=least)
        signs, none = beta[: len(_SIGNS)], beta[len(_SIGNS) :]
        weights = _weights(_named(_SIGNS, signs), _named(NONE_SIGNS, none) | _GIVEN, {})
    return _learn_alone([one for one in examples if one.alone], weights)


def _learn_alone(examples: Sequence[Example], weights: ResolverWeights) -> ResolverWeights:
    """Choose how much less "none of these" counts where a document has nothing else that could speak for a place."""
    choices = _choices(examples, weights)
    scores = choices.signs @ np.array([*weights.own, *weights.first, *weights.document, *weights.none])
    alone = choices.signs[:, len(_SIGNS) + NONE_SIGNS.index(_ALONE_SIGN)]
    fits = {
        value: measure_fit(choices, scores + (value - weights.none_of_these[_ALONE_SIGN]) * alone)
        for value in _ALONE_VALUES
    }
    best = max(fits, key=lambda value: (fits[value], -value))
    return _weights(dict(weights.signs), dict(weights.none_of_these) | {_ALONE_SIGN: best}, {})


def _answers(examples: Sequence[Example], weights: ResolverWeights) -> tuple[Floats, Floats, Floats]:
    """Give the signs of confidence of each answer, whether it is right, and how much it counts."""
    gazetteer = open_gazetteer()
    resolver = GazetteerResolver(gazetteer, weights=weights)
    signs, right, count = [], [], []
    for example in examples:
        belief = believe(example.evidence, weights)
        for name, is_right, times in example.names:
            best, share, rival, size = resolver.weigh(example.evidence.candidates, belief, name)
            signs.append(confidence_signs(share, rival, size))
            right.append(bool(is_right[best]))
            count.append(times)
    return np.array(signs).T, np.array(right), np.array(count)


def _learn_confidence(examples: Sequence[Example]) -> dict[str, float]:
    """Fit how probably an answer is right, on documents that the weights were not learned from."""
    signs, right, count = [], [], []
    for fold in range(_FOLDS):
        weights = _learn_signs([one for one in examples if one.document % _FOLDS != fold])
        held = [one for one in examples if one.document % _FOLDS == fold and not one.alone]
        some = _answers(held, weights)
        signs.append(some[0])
        right.append(some[1])
        count.append(some[2])
    beta = fit_logistic(np.concatenate(signs, axis=1), np.concatenate(right), np.concatenate(count), ridge=1.0)
    return _named(CONFIDENCE_SIGNS, beta)


def learn_resolver(
    corpora: Sequence[Corpus], gazetteer: Gazetteer | None = None, *, recognizer: RecognizerWeights | None = None
) -> ResolverWeights:
    """Learn how much each sign counts.

    Parameters
    ----------
    corpora
        Documents whose places are marked.
    gazetteer
        Where names are looked up; None for the bundled one.
    recognizer
        What says how the words around a mark are read; None for what ships.

    Returns
    -------
    ResolverWeights
        Rounded to four digits behind the point.
    """
    examples = gather_examples(corpora, gazetteer or open_gazetteer(), recognizer)
    return replace(_learn_signs(examples), confidence=_learn_confidence(examples))


def write_resolver(weights: ResolverWeights, path: Path) -> None:
    """Write weights as JSON, the same bytes for the same weights."""
    record = {
        "signs": dict(weights.signs),
        "none_of_these": dict(weights.none_of_these),
        "confidence": dict(weights.confidence),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
