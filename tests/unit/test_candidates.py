import mini_gazetteer as row
import numpy as np
import pytest

from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.groups import Group
from geo.resolve.signs import own_signs
from geo.resolve.weights import shipped_weights


def make_group(name, **facts):
    return Group(name=name, text=name, folded=fold(name), **facts)


def rows_of(gazetteer, name, **facts):
    """Give the rows that a name may mean, those that most speaks for first."""
    groups = [make_group(name, **facts)]
    candidates = gather_candidates(gazetteer, groups)
    scores = shipped_weights().own @ own_signs(gazetteer, candidates, groups, "en")
    return candidates.row[np.argsort(-scores, kind="stable")].tolist()


def test_the_best_known_place_comes_first(mini):
    assert rows_of(mini, "Marwick") == [row.MARWICK_WESTMOOR, row.MARWICK_SUDMARK, row.MARWICK_NORVALE]


def test_a_look_up_folds(mini):
    assert rows_of(mini, "  MÁRWICK ") == rows_of(mini, "Marwick")


def test_demonyms_are_no_candidates(mini):
    assert rows_of(mini, "Aldorian") == []


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        (("Sudmark",), [row.MARWICK_SUDMARK]),
        (("Aldoria",), [row.MARWICK_SUDMARK, row.MARWICK_NORVALE]),
        (("ALD",), [row.MARWICK_SUDMARK, row.MARWICK_NORVALE]),
        (("Norvale", "Aldoria"), [row.MARWICK_NORVALE]),
        (("nowhere known", "Bertania"), [row.MARWICK_WESTMOOR]),
        (("Hillshire",), [row.MARWICK_NORVALE]),
    ],
)
def test_a_tables_hints_leave_only_what_they_hold(hints, expected, mini):
    assert rows_of(mini, "Marwick", hints=hints) == expected


def test_hints_that_exclude_every_candidate_leave_none(mini):
    assert rows_of(mini, "Quell", hints=("Aldoria",)) == []


def test_the_text_beside_marks_but_does_not_exclude(mini):
    found = gather_candidates(mini, [make_group("Marwick", containers=("Sudmark",))])
    assert sorted(found.row.tolist()) == [row.MARWICK_NORVALE, row.MARWICK_WESTMOOR, row.MARWICK_SUDMARK]
    assert found.row[found.contained].tolist() == [row.MARWICK_SUDMARK]


def test_a_place_does_not_hold_itself(mini):
    found = gather_candidates(mini, [make_group("Fernholt", containers=("Fernholt",))])
    assert set(found.row[found.contained].tolist()) <= {row.FERNHOLT}


def test_a_feature_that_the_text_names_weighs(mini):
    assert rows_of(mini, "Fernholt", feature="admin3")[0] == row.FERNHOLT_DISTRICT
    assert rows_of(mini, "Fernholt", feature="populated place")[0] == row.FERNHOLT


def test_columns_fit_together(mini):
    names = ["Marwick", "Nowhere", "Aldoria", "Oln"]
    found = gather_candidates(mini, [make_group(name) for name in names])
    assert found.groups.tolist() == [0, 2, 3]
    assert found.group.tolist() == [0, 0, 0, 2, 3]
    assert found.starts.tolist() == [0, 3, 4]
    assert found.sizes.tolist() == [3, 1, 1]
    assert found.order.tolist() == [0, 0, 0, 1, 2]
    by_row = {one: at for at, one in enumerate(found.row.tolist())}
    westmoor, sudmark, norvale = (
        by_row[one] for one in (row.MARWICK_WESTMOOR, row.MARWICK_SUDMARK, row.MARWICK_NORVALE)
    )
    assert found.lon[[westmoor, sudmark]].tolist() == pytest.approx([29.1, 10.1])
    assert found.lat[[westmoor, sudmark]].tolist() == pytest.approx([51.1, 47.9])
    assert found.admin1[[westmoor, sudmark, norvale]].tolist() == [row.WESTMOOR, row.SUDMARK, row.NORVALE]
    assert found.admin1[3:].tolist() == [-1, -1]
    assert found.country[[westmoor, sudmark, norvale, 3]].tolist() == [row.BERTANIA, *[row.ALDORIA] * 3]
    assert found.nation[westmoor] != found.nation[sudmark] == found.nation[norvale] == found.nation[3]


def test_nothing_to_look_up(mini):
    found = gather_candidates(mini, [])
    assert len(found.row) == len(found.starts) == 0
    assert gather_candidates(mini, [make_group("Nowhere")]).row.tolist() == []


def test_a_city_named_as_its_country_gives_way(mini):
    assert rows_of(mini, "Bertania")[0] == row.BERTANIA


def test_signs_are_finite_and_candidates_not_too_many(gazetteer):
    groups = [make_group(name) for name in ("San Pedro", "Niger", "Asia", "Pacific")]
    found = gather_candidates(gazetteer, groups)
    assert np.isfinite(own_signs(gazetteer, found, groups, "en")).all()
    assert np.bincount(found.group).max() <= 200


@pytest.mark.parametrize(
    ("name", "hints", "chain"),
    [
        ("Reading", ("GB",), ("United Kingdom",)),
        ("Reading", ("gb",), ("United Kingdom",)),
        ("Paris", ("TX", "US"), ("United States", "Texas")),
        ("Paris", ("US-TX",), ("United States", "Texas")),
        ("Villa Rica", ("PE-PAS",), ("Peru", "Pasco")),
        ("Villa Rica", ("1903", "PE"), ("Peru", "Pasco")),
        ("Cusco", ("Cusco",), ("Peru", "Cusco")),
        ("Peru", ("Peru",), ("Peru",)),
        ("Georgia", ("GE",), ("Georgia",)),
        ("Georgia", ("US",), ("United States", "Georgia")),
    ],
)
def test_hints_may_be_codes_and_may_repeat_the_name(name, hints, chain, gazetteer):
    assert gazetteer.admin_names(rows_of(gazetteer, name, hints=hints)[0])[: len(chain)] == chain
