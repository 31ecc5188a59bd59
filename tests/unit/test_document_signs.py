import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognize.document_signs import DOCUMENT_SIGNS, read_document_signs
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.scene import set_scene
from geo.recognize.strangers import find_spans
from geo.recognize.tokens import split_tokens

NOBODY = -6.0
FAR = 40.0


def see(text, gazetteer, own=None, signs=None):
    """Give the words of a text's spans and a column by the name of each sign."""
    tokens, book = split_tokens(text), Namebook(gazetteer)
    matches = find_matches(tokens, book)
    scene = set_scene(tokens, matches, "en", book)
    spans = find_spans(scene, matches, book)
    own = np.arange(1.0, len(spans) + 1) if own is None else np.array(own, dtype=float)
    found = read_document_signs(scene, spans, [{}] * len(spans) if signs is None else signs, own)
    assert found.shape == (len(spans), len(DOCUMENT_SIGNS))
    words = [tokens.span_text(span.first, span.last) for span in spans]
    return words, dict(zip(DOCUMENT_SIGNS, found.T.tolist(), strict=True))


def test_a_text_without_spans(mini):
    assert see("Rain fell.", mini)[0] == []


def test_each_span_has_its_own_log_odds(mini):
    assert see("From Quell to Marwick.", mini, [0.5, -2])[1]["own"] == [0.5, -2]


@pytest.mark.parametrize(
    ("own", "best", "mean"),
    [
        ([3, 1, 2, 9], [2, 3, 3, NOBODY], [1.5, 2.5, 2, NOBODY]),
        ([3, 3, -8, 9], [3, 3, 3, NOBODY], [-2.5, -2.5, 3, NOBODY]),
        ([-9, -8, -7, 9], [-7, -7, -8, NOBODY], [-7.5, -8, -8.5, NOBODY]),
    ],
)
def test_namesakes(own, best, mean, mini):
    words, found = see("Quell is near Quell, not Quell by Marwick.", mini, own)
    assert words == ["Quell", "Quell", "Quell", "Marwick"]
    assert found["namesakes"] == pytest.approx(np.log1p([2, 2, 2, 0]))
    assert found["namesakes' best"] == best
    assert found["namesakes' mean"] == pytest.approx(mean)


def test_namesakes_may_be_written_otherwise(mini):
    words, found = see("Fernholt, FERNHOLT and Férnholt.", mini, [1, 2, 3])
    assert len(words) == 3
    assert found["namesakes' best"] == [3, 3, 2]


def test_neighbours_and_how_far_they_are(mini):
    words, found = see("Quell, Marwick and Fernholt then rise by Aldoria.", mini, [1, 2, 3, 4])
    assert words == ["Quell", "Marwick", "Fernholt", "Aldoria"]
    assert found["neighbour before"] == [NOBODY, 1, 2, 3]
    assert found["neighbour after"] == [2, 3, 4, NOBODY]
    assert found["words to neighbour before"] == [FAR, 1, 2, 4]
    assert found["words to neighbour after"] == [1, 2, 4, FAR]


def test_neighbours_in_a_list(mini):
    _, found = see("Quell, Marwick and Fernholt then rise by Aldoria.", mini, [1, 2, 3, 4])
    assert found["listed with neighbour before"][1:] == [1, 2, NOBODY]
    assert found["listed with neighbour after"][:-1] == [2, 3, NOBODY]


@pytest.mark.parametrize("between", [". ", " (", " with ", " and the ", " then and "])
def test_what_makes_no_list(between, mini):
    _, found = see(f"It is Quell{between}Marwick", mini, [1, 2])
    assert found["listed with neighbour after"][0] == found["listed with neighbour before"][1] == NOBODY
    assert found["neighbour after"] == [2, NOBODY]


def test_a_far_neighbour_is_no_further_than_far(mini):
    _, found = see("Quell " + "is " * 60 + "Marwick", mini)
    assert found["words to neighbour after"] == [FAR, FAR]


def test_what_overlaps_a_span_is_no_neighbour_of_it(mini):
    words, found = see("Quell beside Pat Marwick Lake beside Fernholt.", mini, [1, 2, 5, 3])
    assert words == ["Quell", "Pat Marwick Lake", "Marwick", "Fernholt"]
    assert found["overlapping best"] == [NOBODY, 5, 2, NOBODY]
    assert found["neighbour before"][1:3] == [1, 1]
    assert found["neighbour after"][1:3] == [3, 3]


def test_the_document_as_a_whole(mini):
    _, found = see("Quell and Marwick and Fernholt.", mini, [2, 3, -50])
    assert found["document mean"] == pytest.approx([(2 + 3 - 4) / 3] * 3)
    assert found["spans"] == pytest.approx([np.log(4)] * 3)


def test_a_longer_name_that_begins_with_the_word(mini):
    text = "Xarum, Xarum Lake, Xarum Hills and Quell."
    words, found = see(text, mini, [1, 5, 4, 2])
    assert words == ["Xarum", "Xarum Lake", "Xarum Hills", "Quell"]
    assert found["best of its words"] == [5, NOBODY, NOBODY, NOBODY]


@pytest.mark.parametrize(
    ("sign", "column"),
    [
        ("locative before", "namesakes stand behind a place's preposition"),
        ("region after", "namesakes stand behind a place's preposition"),
        ("dateline", "namesakes stand behind a place's preposition"),
        ("speech after", "namesakes speak"),
        ("part of person", "namesakes are persons"),
        ("given name behind", "namesakes are persons"),
        ("media ahead", "namesakes head other names"),
    ],
)
def test_namesakes_share_what_is_said_of_one(sign, column, mini):
    signs = [{sign: 1.0}, {sign: 0.0}, {}, {"capitals": 1.0}]
    _, found = see("Quell is Quell, and Quell is not Marwick.", mini, signs=signs)
    assert found.pop(column) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])
    shared = [name for name in found if name.startswith("namesakes ")]
    assert len(shared) == 3
    assert all(found[name] == [0, 0, 0, 0] for name in shared)


def test_how_many_other_names_may_lie_in_the_regions_of_a_name(mini):
    # Fernholt lies in Norvale, Quell in Westmoor; Marwick may lie in either, or in Sudmark.
    words, found = see("It is Fernholt, it is Quell, it is Marwick, it is Esterholt.", mini, [1, 1, 1, -1])
    assert words == ["Fernholt", "Quell", "Marwick", "Esterholt"]
    share = found["share of other names in its regions"]
    assert share[:3] == pytest.approx([1 / 9, 1 / 9, 1 / 3])
    assert found["other names in its regions"][:3] == pytest.approx(np.log1p([1 / 3, 1 / 3, 1]))


def test_only_names_that_are_likely_count_and_no_country(mini):
    _, found = see("It is Fernholt, it is Norvale, it is Aldoria.", mini, [-1, 2, 2])
    assert found["share of other names in its regions"][:2] == [1, 0]
    _, found = see("It is Fernholt, it is Norvale, it is Aldoria.", mini, [-1, 0.5, 2])
    assert found["share of other names in its regions"][:2] == [0, 0]


def test_a_name_that_is_read_twice_counts_once(mini):
    _, found = see("It is Fernholt, it is Norvale, it is Norvale.", mini, [3, 2, 2])
    assert found["share of other names in its regions"] == [0.5, 0.5, 0.5]


NAMES = ("Quell", "Marwick", "Fernholt", "Bertania City", "Zarumbek", "Marwick Lake")
LOG_ODDS = st.integers(min_value=-9, max_value=9)


@given(data=st.data(), picked=st.lists(st.sampled_from(NAMES), min_size=1, max_size=9))
def test_namesakes_are_counted_as_one_would_by_hand(data, picked, mini):
    words, _ = see(" saw ".join(picked), mini)
    own = data.draw(st.lists(LOG_ODDS, min_size=len(words), max_size=len(words)))
    _, found = see(" saw ".join(picked), mini, own)
    for index, word in enumerate(words):
        others = [own[i] for i, other in enumerate(words) if other == word and i != index]
        assert found["namesakes"][index] == pytest.approx(np.log1p(len(others)))
        assert found["namesakes' best"][index] == max(others, default=NOBODY)
        assert found["namesakes' mean"][index] == pytest.approx(np.mean(others) if others else NOBODY)
        assert found["own"][index] == own[index]


@given(data=st.data(), picked=st.lists(st.sampled_from(NAMES), min_size=2, max_size=9))
def test_neighbours_are_each_others(data, picked, mini):
    own = data.draw(st.lists(LOG_ODDS, min_size=len(picked), max_size=len(picked), unique=True))
    plain = [name.replace(" ", "") for name in picked]  # one span each, and none over another
    words, found = see(", ".join(f"it is {name}" for name in plain) + ".", mini, own)
    assert words == plain
    assert found["neighbour after"][:-1] == own[1:]
    assert found["neighbour before"][1:] == own[:-1]
    assert found["words to neighbour after"][:-1] == found["words to neighbour before"][1:] == [3] * (len(own) - 1)
