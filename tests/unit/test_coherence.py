import mini_gazetteer as row
import pytest

from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.coherence import believe, gather_evidence
from geo.resolve.groups import Group
from geo.resolve.weights import shipped_weights


def make_group(name, index, **facts):
    return Group(name=name, text=name, folded=fold(name), mentions=[index], **facts)


def weigh(gazetteer, groups, demonyms=()):
    candidates = gather_candidates(gazetteer, groups)
    found = believe(gather_evidence(gazetteer, candidates, groups, demonym_rows=demonyms), shipped_weights())
    return candidates, found.belief, found.near


def judge(gazetteer, names, demonyms=(), **facts):
    """Give the belief in each candidate's row for the first name."""
    groups = [make_group(name, index, **(facts if index == 0 else {})) for index, name in enumerate(names)]
    candidates, belief, near = weigh(gazetteer, groups, demonyms)
    mine = candidates.group == 0
    return (
        dict(zip(candidates.row[mine].tolist(), belief[mine].tolist(), strict=True)),
        dict(zip(candidates.row[mine].tolist(), near[mine].tolist(), strict=True)),
    )


def best(beliefs):
    return max(beliefs, key=beliefs.get)


def test_alone_the_best_known_wins(mini):
    belief, near = judge(mini, ["Marwick"])
    assert best(belief) == row.MARWICK_WESTMOOR
    assert set(near.values()) == {0.0}


def test_beliefs_are_shares(mini):
    belief, _ = judge(mini, ["Marwick", "Fernholt", "Aldoria"])
    assert all(0 <= one <= 1 for one in belief.values())
    assert sum(belief.values()) <= 1 + 1e-9


def test_a_neighbour_nearby_and_the_country_decide(mini):
    belief, near = judge(mini, ["Marwick", "Fernholt", "Aldoria"])
    assert best(belief) == row.MARWICK_NORVALE
    assert near[row.MARWICK_NORVALE] > 0.5
    assert near[row.MARWICK_SUDMARK] < 0.1


def test_demonyms_speak_for_their_country(mini):
    without, _ = judge(mini, ["Marwick"])
    with_demonyms, _ = judge(mini, ["Marwick"], demonyms=[row.ALDORIA] * 10)
    assert with_demonyms[row.MARWICK_SUDMARK] > without[row.MARWICK_SUDMARK]


def test_a_demonym_of_a_country_that_no_name_has_changes_nothing(mini):
    without, _ = judge(mini, ["Quell"])
    with_demonyms, _ = judge(mini, ["Quell"], demonyms=[row.ALDORIA])
    assert with_demonyms == pytest.approx(without)


def test_the_region_right_behind_decides(mini):
    belief, _ = judge(mini, ["Marwick"], containers=("Sudmark",))
    assert best(belief) == row.MARWICK_SUDMARK
    assert belief[row.MARWICK_SUDMARK] > 0.9


def test_a_namesake_said_with_its_region_decides_for_the_bare_name(mini):
    groups = [
        make_group("Marwick", 0, containers=("Sudmark",)),
        make_group("Marwick", 1),
    ]
    candidates, belief, _ = weigh(mini, groups)
    bare = candidates.group == 1
    alone, _ = judge(mini, ["Marwick"])
    found = dict(zip(candidates.row[bare].tolist(), belief[bare].tolist(), strict=True))
    assert found[row.MARWICK_SUDMARK] > alone[row.MARWICK_SUDMARK]


def test_without_candidates_there_is_no_belief(mini):
    groups = [make_group("Nowhere", 0)]
    _, belief, near = weigh(mini, groups, [row.ALDORIA])
    assert len(belief) == len(near) == 0
