"""The figures: recognition, resolution, found and placed, reliability. Pure functions of spans and distances.

Definitions follow Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (Language Resources
and Evaluation, 2019, https://doi.org/10.1007/s10579-019-09475-3); ``docs/evaluation.md`` says where they depart.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from geo.evaluate.gold import Span

__all__ = [
    "ACCURATE_KM",
    "BIN_EDGES",
    "FARTHEST_KM",
    "Bin",
    "Recognition",
    "Resolution",
    "best_overlaps",
    "measure_recognition",
    "measure_reliability",
    "measure_resolution",
]

ACCURATE_KM = 161.0
"""A place is right when it lies at most so far from the gold: 100 miles."""

FARTHEST_KM = 20_039.0
"""What a missing answer counts as: half of the Earth's circumference, as in the source."""

BIN_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The edges of the bins of confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """How well spans are found.

    Parameters
    ----------
    gold, found
        How many spans the gold and the answer have.
    gold_matched, found_matched
        How many of each have a match in the other.
    complete
        Whether the gold marks everything; if not, precision and F1 are None.

    Examples
    --------
    >>> figures = Recognition(gold=4, found=5, gold_matched=3, found_matched=4)
    >>> round(figures.recall, 2), round(figures.precision, 2), round(figures.f1, 2)
    (0.75, 0.8, 0.77)
    """

    gold: int
    found: int
    gold_matched: int
    found_matched: int
    complete: bool = True

    @property
    def recall(self) -> float:
        """The share of the gold that is matched; 0 of nothing."""
        return self.gold_matched / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float | None:
        """The share of the answer that is matched; 0 of nothing."""
        if not self.complete:
            return None
        return self.found_matched / self.found if self.found else 0.0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        precision = self.precision
        if precision is None:
            return None
        total = precision + self.recall
        return 2 * precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How near the answers lie; a missing answer is at 20,039 km.

    Parameters
    ----------
    count
        How many toponyms were to be placed.
    answered
        How many were.
    accurate
        How many of them lie within 161 km.
    mean_km, median_km
        The mean and the median error in kilometres.
    auc
        Area under the curve of the sorted logarithms of the errors, 0 to 1; less is better.
    """

    count: int
    answered: int
    accurate: int
    mean_km: float
    median_km: float
    auc: float

    @property
    def accuracy(self) -> float:
        """The share within 161 km."""
        return self.accurate / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers whose confidence lies between two edges.

    Parameters
    ----------
    low, high
        The edges; the lower one is in the bin, the upper one only when it is 1.
    count
        How many answers.
    right
        How many of them are right.
    confidence
        Their mean confidence.
    """

    low: float
    high: float
    count: int
    right: int
    confidence: float


def best_overlaps(spans: Sequence[Span], others: Sequence[Span]) -> list[int | None]:
    """Give for each span the index of the other that shares most characters with it.

    Parameters
    ----------
    spans
        What to find a partner for, in any order.
    others
        Among which, in any order.

    Returns
    -------
    list of int or None
        Of equals the one that starts first; None where none overlaps.

    Examples
    --------
    >>> best_overlaps([(0, 4), (10, 12)], [(3, 9), (0, 3)])
    [1, None]
    """
    order = sorted(range(len(others)), key=lambda i: others[i])
    found: list[int | None] = [None] * len(spans)
    live: list[int] = []
    reached = 0
    for index in sorted(range(len(spans)), key=lambda i: spans[i]):
        start, end = spans[index]
        while reached < len(order) and others[order[reached]][0] < end:
            live.append(order[reached])
            reached += 1
        # Spans come by their start, so what ends before this one is of no use to any later one.
        live = [other for other in live if others[other][1] > start]
        best = max(live, key=lambda i: (_shared((start, end), others[i]), -others[i][0]), default=None)
        if best is not None and _shared((start, end), others[best]) > 0:
            found[index] = best
    return found


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def measure_recognition(
    pairs: Iterable[tuple[Sequence[Span], Sequence[Span]]], *, exact: bool, complete: bool = True
) -> Recognition:
    """Measure how well spans are found.

    Parameters
    ----------
    pairs
        For each document the gold's spans and the answer's.
    exact
        Whether a match has the same start and end; if not, one shared character is enough.
    complete
        Whether the gold marks everything.

    Returns
    -------
    Recognition
        Counts over all documents. A span may match several of the other side.

    Examples
    --------
    >>> measure_recognition([([(0, 4)], [(0, 6)])], exact=False).f1
    1.0
    """
    gold_count = found_count = gold_matched = found_matched = 0
    for gold, found in pairs:
        gold_count += len(gold)
        found_count += len(found)
        if exact:
            gold_set, found_set = set(gold), set(found)
            gold_matched += sum(span in found_set for span in gold)
            found_matched += sum(span in gold_set for span in found)
        else:
            gold_matched += sum(one is not None for one in best_overlaps(gold, found))
            found_matched += sum(one is not None for one in best_overlaps(found, gold))
    return Recognition(
        gold=gold_count,
        found=found_count,
        gold_matched=gold_matched,
        found_matched=found_matched,
        complete=complete,
    )


def measure_resolution(errors_km: Sequence[float | None]) -> Resolution | None:
    """Measure how near answers lie.

    Parameters
    ----------
    errors_km
        The distance of each answer from the gold in kilometres; None for a missing answer.

    Returns
    -------
    Resolution or None
        None when there was nothing to place. The area under the curve is that of the trapezoids over the sorted
        ``ln(error + 1)``, as a share of ``ln 20039`` times their number.

    Examples
    --------
    >>> figures = measure_resolution([0.0, 50.0, None])
    >>> figures.answered, round(figures.accuracy, 2), round(figures.auc, 2)
    (2, 0.67, 0.45)
    """
    if not errors_km:
        return None
    filled = sorted(FARTHEST_KM if error is None else error for error in errors_km)
    logs = [math.log(error + 1) for error in filled]
    area = sum((one + other) / 2 for one, other in pairwise(logs)) / (len(logs) - 1) if len(logs) > 1 else logs[0]
    return Resolution(
        count=len(filled),
        answered=sum(error is not None for error in errors_km),
        accurate=sum(error <= ACCURATE_KM for error in filled),
        mean_km=fmean(filled),
        median_km=median(filled),
        auc=area / math.log(FARTHEST_KM),
    )


def measure_reliability(answers: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Lay confidence beside the share that is right.

    Parameters
    ----------
    answers
        The confidence of each answer, 0 to 1, and whether it is right.

    Returns
    -------
    tuple of Bin
        The bins between :data:`BIN_EDGES` that hold an answer, lowest first.

    Examples
    --------
    >>> [(bin.low, bin.count, bin.right) for bin in measure_reliability([(0.93, True), (0.91, False), (0.2, False)])]
    [(0.0, 1, 0), (0.9, 2, 1)]
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in BIN_EDGES[1:]]
    for confidence, is_right in answers:
        place = next((i for i, high in enumerate(BIN_EDGES[1:]) if confidence < high), len(held) - 1)
        held[place].append((confidence, is_right))
    return tuple(
        Bin(
            low=low,
            high=high,
            count=len(some),
            right=sum(is_right for _, is_right in some),
            confidence=fmean(confidence for confidence, _ in some),
        )
        for (low, high), some in zip(pairwise(BIN_EDGES), held, strict=True)
        if some
    )
