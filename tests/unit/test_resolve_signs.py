import mini_gazetteer as row
import numpy as np
import pytest

from geo.errors import GazetteerError
from geo.gazetteer.names import fold
from geo.resolve.candidates import gather_candidates
from geo.resolve.confidence import confidence_signs, measure_confidence
from geo.resolve.groups import Group
from geo.resolve.signs import NONE_SIGNS, OWN_SIGNS, none_signs, own_signs
from geo.resolve.weights import CONFIDENCE_SIGNS, ResolverWeights, read_weights, shipped_weights


def make_group(name, **facts):
    return Group(name=name, text=name, folded=fold(name), **facts)


def signs_of(gazetteer, *groups, language="en"):
    """Give for each candidate's row of the first name the signs that it has."""
    candidates = gather_candidates(gazetteer, groups)
    matrix = own_signs(gazetteer, candidates, groups, language)
    rows = candidates.row[candidates.group == 0].tolist()
    return {row: dict(zip(OWN_SIGNS, matrix[:, at].tolist(), strict=True)) for at, row in enumerate(rows)}


def none_of(gazetteer, group):
    found = none_signs(gazetteer, gather_candidates(gazetteer, [group]), [group])
    return dict(zip(NONE_SIGNS, found[:, 0].tolist(), strict=True))


def test_kinds_and_people(mini):
    signs = signs_of(mini, make_group("Aldoria"))[row.ALDORIA]
    assert signs["country"] == 1
    assert signs["country: powers of ten of people"] == pytest.approx(np.log10(5_000_010) - 5)
    assert signs["town: powers of ten of people"] == 0


def test_the_largest_of_a_name(mini):
    signs = signs_of(mini, make_group("Marwick"))
    assert [one for one in signs if signs[one]["town: largest of its name"]] == [row.MARWICK_WESTMOOR]
    assert signs[row.MARWICK_WESTMOOR]["town: powers of ten below the largest of its name"] == 0
    assert signs[row.MARWICK_NORVALE]["town: powers of ten below the largest of its name"] > 0


def test_what_the_text_says_beside_the_name(mini):
    told = signs_of(mini, make_group("Marwick", containers=("Sudmark",)))
    assert [one for one in told if told[one]["contained"]] == [row.MARWICK_SUDMARK]
    listed = signs_of(mini, make_group("Marwick", containers=("Sudmark",), listed=True))
    assert listed[row.MARWICK_SUDMARK]["contained, maybe a list"] == 1
    assert listed[row.MARWICK_SUDMARK]["contained"] == 0


def test_a_feature_that_the_text_names(mini):
    signs = signs_of(mini, make_group("Fernholt", feature="admin3"))
    assert signs[row.FERNHOLT_DISTRICT]["feature named"] == 1
    assert signs[row.FERNHOLT]["feature named"] == 0


def test_the_same_name_with_its_region_elsewhere(mini):
    signs = signs_of(mini, make_group("Marwick"), make_group("Marwick", containers=("Sudmark",)))
    assert [one for one in signs if signs[one]["namesake with its region"]] == [row.MARWICK_SUDMARK]


def test_a_region_that_holds_no_such_place_speaks_for_none(mini):
    assert none_of(mini, make_group("Quell", containers=("Sudmark",)))["container named, holds none"] == 1
    listed = none_of(mini, make_group("Quell", containers=("Sudmark",), listed=True))
    assert listed["container named, holds none"] == 0
    assert listed["container named, holds none, maybe a list"] == 1
    assert none_of(mini, make_group("Marwick", containers=("Sudmark",)))["container named, holds none"] == 0


def test_the_country_may_speak_the_language(gazetteer):
    assert any(
        one["its country speaks the text's language"] for one in signs_of(gazetteer, make_group("Lebanon")).values()
    )
    other = signs_of(gazetteer, make_group("Lebanon"), language="xx")
    assert not any(one["its country speaks the text's language"] for one in other.values())


def test_confidence_rises_with_belief_and_is_a_probability():
    weights = shipped_weights()
    found = [measure_confidence(weights, belief, 0.1, 5) for belief in (0.0, 0.3, 0.5, 0.8, 0.99, 1.0)]
    assert found == sorted(found)
    assert all(0 < one < 1 for one in found)
    assert len(confidence_signs(0.5, 0.1, 5)) == len(CONFIDENCE_SIGNS)


def test_every_shipped_weight_is_of_a_sign_that_there_is():
    weights = shipped_weights()
    assert set(OWN_SIGNS) <= set(weights.signs)
    assert set(weights.none_of_these) == set(NONE_SIGNS)
    assert set(weights.confidence) == set(CONFIDENCE_SIGNS)
    assert np.isfinite(weights.own).all()
    assert np.isfinite(weights.document).all()


def test_a_sign_without_a_weight_counts_nothing():
    weights = ResolverWeights(signs={"country": 2.0}, none_of_these={}, confidence={})
    assert weights.own.sum() == 2.0
    assert weights.none.sum() == 0.0


@pytest.mark.parametrize(
    "text", ["", "[]", '{"signs": {}}', '{"signs": {"a": "b"}, "none_of_these": {}, "confidence": {}}']
)
def test_weights_that_cannot_be_read_say_so(text, tmp_path):
    path = tmp_path / "resolver.json"
    path.write_text(text)
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_weights(path)
