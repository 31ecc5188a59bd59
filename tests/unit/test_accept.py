import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognize.accept import accept_demonyms, accept_places
from geo.recognize.cues import cues_for
from geo.recognize.document_signs import DOCUMENT_SIGNS
from geo.recognize.learned import RecognizerWeights, Trees
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.scene import set_scene
from geo.recognize.strangers import find_spans
from geo.recognize.tokens import split_tokens


class Said:
    """Weights that say of each span, by its place in order, what they were told to."""

    def __init__(self, log_odds, threshold=0.0):
        self.log_odds = log_odds
        self.threshold = threshold

    def weigh_signs(self, signs):
        return np.zeros(len(signs))

    def weigh_all(self, signs, document_signs):
        assert document_signs.shape == (len(signs), len(DOCUMENT_SIGNS))
        return np.array(self.log_odds, dtype=float)


def look(text, gazetteer, language="en"):
    cues, book = cues_for(language), Namebook(gazetteer, language)
    tokens = split_tokens(text, elisions=cues.elisions)
    matches = find_matches(tokens, book, lower_demonyms=cues.lower_demonyms)
    scene = set_scene(tokens, matches, language, book)
    return scene, matches, find_spans(scene, matches, book)


def words(scene, matches):
    return [scene.tokens.span_text(match.first, match.last) for match in matches]


@pytest.fixture
def accept(mini):
    """Give the words of the accepted spans with their log-odds."""

    def run(text, log_odds, **options):
        scene, _, spans = look(text, mini)
        assert len(spans) == len(log_odds), words(scene, spans)
        kept = accept_places(scene, spans, Said(log_odds, **options))
        return [(scene.tokens.span_text(match.first, match.last), score) for match, score in kept]

    return run


LAKE = "By Quell and Pat Marwick Lake and Fernholt."
"""Its spans: Quell, Pat Marwick Lake, Marwick, Fernholt."""


def test_what_is_likelier_than_the_threshold_is_a_place(accept):
    assert accept("Quell, Marwick, Fernholt.", [2, -1, 0.5]) == [("Quell", 2), ("Fernholt", 0.5)]


def test_what_is_as_likely_as_the_threshold_is_none(accept):
    assert accept("Quell, Marwick.", [0, 0.001]) == [("Marwick", 0.001)]


@pytest.mark.parametrize(
    ("threshold", "kept"), [(-2, ["Quell", "Marwick", "Fernholt"]), (0, ["Quell", "Fernholt"]), (1, ["Quell"]), (2, [])]
)
def test_the_weights_say_from_where_on_a_span_is_a_place(threshold, kept, accept):
    found = accept("Quell, Marwick, Fernholt.", [2, -1, 0.5], threshold=threshold)
    assert [name for name, _ in found] == kept


@pytest.mark.parametrize(
    ("lake", "town", "kept"),
    [(3, 2, ["Pat Marwick Lake"]), (2, 3, ["Marwick"]), (-1, 1, ["Marwick"]), (1, -1, ["Pat Marwick Lake"])],
)
def test_of_overlapping_spans_the_likeliest_is_kept(lake, town, kept, accept):
    found = accept(LAKE, [1, lake, town, 1])
    assert [name for name, _ in found] == ["Quell", *kept, "Fernholt"]


def test_of_overlapping_spans_that_are_equal_the_first_is_kept(accept):
    assert [name for name, _ in accept(LAKE, [1, 2, 2, 1])] == ["Quell", "Pat Marwick Lake", "Fernholt"]


def test_places_come_in_order_of_the_text_and_not_of_their_odds(accept):
    assert [name for name, _ in accept("Quell, Marwick, Fernholt.", [1, 3, 2])] == ["Quell", "Marwick", "Fernholt"]


def test_a_region_with_a_definition_is_one_whatever_is_said_of_it(accept):
    found = accept("Quell and the TARV and Oln.", [-9, -9, -9])
    assert [name for name, _ in found] == ["TARV"]
    assert found[0][1] > 5


def test_other_regions_must_be_likely(gazetteer):
    scene, _, spans = look("The Sahel is dry.", gazetteer)
    assert words(scene, spans) == ["Sahel"]
    assert accept_places(scene, spans, Said([-1])) == []
    assert len(accept_places(scene, spans, Said([1]))) == 1


@pytest.mark.parametrize("text", ["", "Rain fell.", "An Aldorian ship."])
def test_where_nothing_may_be_a_place_nothing_is(text, mini):
    scene, _, spans = look(text, mini)
    assert spans == []
    assert accept_places(scene, spans, Said([])) == []


@given(data=st.data())
def test_what_is_kept_is_in_order_disjoint_and_beaten_by_nothing(data, mini):
    names = st.sampled_from(["Quell", "Pat Marwick Lake", "Fernholt Xarum", "TARV", "Zarumbek"])
    text = "It is " + ", ".join(data.draw(st.lists(names, min_size=1, max_size=6, unique=True))) + "."
    scene, _, spans = look(text, mini)
    log_odds = data.draw(st.lists(st.integers(-5, 5), min_size=len(spans), max_size=len(spans)))
    odds = [9 if span.facts.named_region else said for span, said in zip(spans, log_odds, strict=True)]
    kept = [match for match, _ in accept_places(scene, spans, Said(log_odds))]
    assert all(one.last < other.first for one, other in itertools.pairwise(kept))
    for span, said in zip(spans, odds, strict=True):
        over = [odds[spans.index(other)] for other in kept if other.first <= span.last and other.last >= span.first]
        assert (span in kept) or said <= 0 or max(over, default=-99) >= said
        assert said > 0 or span not in kept


def test_a_name_that_is_surely_a_place_is_one_elsewhere_too(accept):
    assert [word for word, _ in accept("By Quell, then Quell.", [2, -1])] == ["Quell", "Quell"]
    assert [word for word, _ in accept("By Quell, then Quell.", [0.5, -1])] == ["Quell"]
    assert [word for word, _ in accept("By Quell, then Marwick.", [2, -1])] == ["Quell"]
    # Not within another name.
    assert [word for word, _ in accept("By Quell, then Colonel Quell.", [2, -1])] == ["Quell"]


def test_true_weights_read_a_span_twice(mini):
    # First by its signs: a preposition before it. Then by the document: whether a namesake's first reading was good.
    weights = RecognizerWeights(
        weights={"bias": -1.0, "locative before": 3.0},
        columns=(),
        trees=Trees(
            columns=np.array([[DOCUMENT_SIGNS.index("namesakes' best")], [0]]),
            borders=np.array([[1.0], [1.0]]),
            leaves=np.array([[-1.0, 2.0], [0.0, 4.0]]),
            bias=0.0,
        ),
    )
    scene, _, spans = look("They live in Quell. Then Quell and Marwick slept.", mini)
    kept = accept_places(scene, spans, weights)
    assert [(match.first, score) for match, score in kept] == [(3, 3.0), (5, 2.0)]


@pytest.fixture
def demonyms(mini):
    def run(text, language="en"):
        scene, matches, _ = look(text, mini, language)
        return words(scene, accept_demonyms(scene, matches))

    return run


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("The Aldorian ship and the Bertanian crew.", "en", ["Aldorian", "Bertanian"]),
        ("Aldorians left Aldoria.", "en", ["Aldorians"]),
        ("They read the Aldorian Herald.", "en", []),
        ("They met Colonel Aldorian there.", "en", []),
        ("Then Mary Aldorian left.", "en", []),
        ("Un barco aldoriano llegó.", "es", ["aldoriano"]),
        ("Un barco Aldoriano llegó.", "es", []),
        ("Aldoriano es el barco.", "es", ["Aldoriano"]),
        ("an aldoriano ship", "en", []),
        ("Un bateau aldoriano.", "fr", ["aldoriano"]),
        ("Les Aldorians sont là.", "fr", ["Aldorians"]),
    ],
)
def test_demonyms_in_use(text, language, kept, demonyms):
    assert demonyms(text, language) == kept


def test_a_word_that_only_looks_like_a_demonym(gazetteer):
    scene, matches, _ = look("Llegaron dos finlandeses a fines de mayo.", gazetteer, "es")
    assert "fines" in words(scene, matches)
    assert words(scene, accept_demonyms(scene, matches)) == ["finlandeses"]


@pytest.mark.parametrize(("language", "kept"), [("en", []), ("es", ["aldoriano"])])
def test_where_demonyms_have_capitals_one_without_is_none(language, kept, mini):
    tokens, book = split_tokens("Un barco aldoriano."), Namebook(mini, language)
    matches = find_matches(tokens, book, lower_demonyms=True)
    scene = set_scene(tokens, matches, language, book)
    assert words(scene, matches) == ["aldoriano"]
    assert words(scene, accept_demonyms(scene, matches)) == kept


def test_a_place_is_no_demonym(mini):
    scene, matches, _ = look("Aldoria, Quell, Aldorian.", mini)
    assert words(scene, matches) == ["Aldoria", "Quell", "Aldorian"]
    assert words(scene, accept_demonyms(scene, matches)) == ["Aldorian"]
