import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.evaluate.metrics import (
    ACCURATE_KM,
    FARTHEST_KM,
    best_overlaps,
    measure_recognition,
    measure_reliability,
    measure_resolution,
)

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda one: (one[0], sum(one))), max_size=8)


def shared(one, other):
    return min(one[1], other[1]) - max(one[0], other[0])


@given(SPANS, SPANS)
def test_the_best_overlap_is_the_one_that_comparing_all_finds(spans, others):
    for span, best in zip(spans, best_overlaps(spans, others), strict=True):
        most = max((shared(span, other) for other in others), default=0)
        if best is None:
            assert most <= 0
        else:
            assert shared(span, others[best]) == most > 0


def test_touching_spans_do_not_overlap():
    assert best_overlaps([(0, 4)], [(4, 8)]) == [None]


def test_of_two_overlaps_the_longer_wins_then_the_earlier():
    assert best_overlaps([(0, 10)], [(0, 3), (4, 10)]) == [1]
    assert best_overlaps([(0, 10)], [(6, 9), (1, 4)]) == [1]


def test_recognition_counts_both_sides():
    pairs = [([(0, 4), (6, 10)], [(0, 4), (5, 8), (20, 22)]), ([(1, 2)], [])]
    overlap = measure_recognition(pairs, exact=False)
    assert (overlap.gold, overlap.found, overlap.gold_matched, overlap.found_matched) == (3, 3, 2, 2)
    assert overlap.precision == overlap.recall == overlap.f1 == pytest.approx(2 / 3)
    exact = measure_recognition(pairs, exact=True)
    assert (exact.gold_matched, exact.found_matched) == (1, 1)


def test_one_long_span_may_match_two():
    figures = measure_recognition([([(0, 4), (6, 10)], [(0, 10)])], exact=False)
    assert (figures.recall, figures.precision) == (1.0, 1.0)


def test_recognition_of_nothing():
    figures = measure_recognition([([], [])], exact=False)
    assert (figures.recall, figures.precision, figures.f1) == (0.0, 0.0, 0.0)


def test_an_incomplete_gold_has_no_precision():
    figures = measure_recognition([([(0, 4)], [(0, 4), (6, 9)])], exact=True, complete=False)
    assert figures.recall == 1.0
    assert figures.precision is None
    assert figures.f1 is None


def test_a_missing_answer_counts_as_the_other_side_of_the_earth():
    figures = measure_resolution([None, 0.0])
    assert figures.mean_km == FARTHEST_KM / 2
    assert figures.median_km == FARTHEST_KM / 2
    assert figures.answered == 1
    assert figures.accuracy == 0.5


def test_the_border_of_161_km_is_right():
    assert measure_resolution([ACCURATE_KM, ACCURATE_KM + 0.001]).accurate == 1


def test_the_area_under_the_curve():
    # By hand: ln 1 = 0, ln 11, ln 101 give two trapezoids over a width of two.
    expected = ((0 + math.log(11)) / 2 + (math.log(11) + math.log(101)) / 2) / (2 * math.log(FARTHEST_KM))
    assert measure_resolution([100.0, 0.0, 10.0]).auc == pytest.approx(expected)
    assert measure_resolution([0.0, 0.0]).auc == 0.0
    assert measure_resolution([None, None]).auc == pytest.approx(1.0, abs=1e-4)
    assert measure_resolution([10.0]).auc == pytest.approx(math.log(11) / math.log(FARTHEST_KM))


def test_nothing_to_resolve():
    assert measure_resolution([]) is None


def test_reliability_puts_edges_in_the_upper_bin():
    bins = measure_reliability([(0.5, True), (0.499, False), (1.0, True), (0.95, False)])
    assert [(one.low, one.high, one.count, one.right) for one in bins] == [
        (0.0, 0.5, 1, 0),
        (0.5, 0.6, 1, 1),
        (0.95, 1.0, 2, 1),
    ]
    assert bins[-1].confidence == pytest.approx(0.975)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_reliability_loses_no_answer(answers):
    bins = measure_reliability(answers)
    assert sum(one.count for one in bins) == len(answers)
    assert sum(one.right for one in bins) == sum(right for _, right in answers)
    assert all(one.low - 1e-9 <= one.confidence <= one.high + 1e-9 for one in bins)
