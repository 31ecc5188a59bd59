"""Abbreviations of American states and their points: the words of a text, and the names found for them."""

import pytest

from geo.recognize.matches import Namebook, find_matches
from geo.recognize.tokens import Gap, Shape, split_tokens


def gap_before(text, word):
    tokens = split_tokens(text)
    return tokens.gaps[tokens.words.index(word)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sen. Ben Sasse, R-Neb., said", ["Sen", "Ben", "Sasse", "R", "Neb", "said"]),
        ("Birds Point, Mo., crews", ["Birds", "Point", "Mo", "crews"]),
        ("in W.Va. now", ["in", "W.Va", "now"]),
        ("in W. Va. now", ["in", "W. Va", "now"]),
        ("in W.Va now", ["in", "W", "Va", "now"]),
        ("in N.C. 12 now", ["in", "N.C.", "12", "now"]),
        ("in N.C., now", ["in", "N.C.", "now"]),
        ("D-N.C.", ["D", "N.C."]),
    ],
)
def test_words(text, words):
    assert list(split_tokens(text).words) == words


@pytest.mark.parametrize("text", ["W.Va.", "W. Va."])
def test_west_virginia_is_one_word_without_its_last_point(text):
    tokens = split_tokens(text)
    assert tokens.folded[0].replace(" ", "") == "wva"
    assert (tokens.starts[0], tokens.ends[0]) == (0, len(text) - 1)


@pytest.mark.parametrize(
    ("text", "word", "gap"),
    [
        # Party and state, as if a comma stood between them.
        ("Sen. Ben Sasse, R-Neb., said", "Neb", Gap.COMMA),
        ("Rep. Ann Lee (D-Ohio)", "Ohio", Gap.COMMA),
        ("Jay-Ohio", "Ohio", Gap.JOINED),
        ("r-Ohio", "Ohio", Gap.JOINED),
        # A point before a comma is the abbreviation's.
        ("Birds Point, Mo., crews", "Mo", Gap.COMMA),
        ("Birds Point, Mo., crews", "crews", Gap.COMMA),
        ("Birds Point, Mo.,\ncrews", "crews", Gap.COMMA),
        # So is one before a word in lower case; before a capital it may end the sentence.
        ("a Calif. man", "man", Gap.JOINED),
        ("in Calif. Rain fell", "Rain", Gap.SENTENCE),
        ("in Reno. Rain fell", "Rain", Gap.SENTENCE),
        ("in Calif.\n\nman", "man", Gap.PARAGRAPH),
        ("in W.Va. now", "now", Gap.JOINED),
        ("in Calif... now", "now", Gap.SENTENCE),
        ("U.S. 84", "84", Gap.JOINED),
        ("N.C. 12", "12", Gap.JOINED),
    ],
)
def test_what_the_point_parts(text, word, gap):
    assert gap_before(text, word) == gap


@pytest.mark.parametrize(
    ("word", "shape"),
    [("N.C.", Shape.UPPER), ("U.S.", Shape.UPPER), ("W.Va.", Shape.TITLE), ("Neb.", Shape.TITLE), ("R", Shape.TITLE)],
)
def test_shapes(word, shape):
    assert split_tokens(word).shapes == [shape]


@pytest.fixture
def found(gazetteer):
    def find(text):
        tokens = split_tokens(text)
        return [tokens.span_text(m.first, m.last) for m in find_matches(tokens, Namebook(gazetteer, "en"))]

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("said Sasse, R-Neb., then", "Neb"),
        ("said Lee, D-N.C., then", "N.C."),
        ("said Lee (R-Mo.) then", "Mo"),
        ("in Springfield, Mo., crews dug", "Mo"),
        ("in Springfield, Mass., crews dug", "Mass"),
        ("in Charleston, W.Va., crews dug", "W.Va"),
        ("in Charleston, W. Va., crews dug", "W. Va"),
        ("a Calif. man dug", "Calif"),
        ("in Raleigh, N.C., crews dug", "N.C."),
        ("the U.S. said", "U.S."),
        ("the U.S. Army dug", "U.S."),
    ],
)
def test_abbreviations_are_matches(text, name, found):
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "on U.S. 84 now",
        "on N.C. 12 now",
        "on U.S. Highway 84 now",
        "on U.S. Route 9 now",
        # A short form that needs a place before it, and has none.
        "a Mass. now",
        "said Sasse. Mass. now",
        "said Sasse, R-mass., now",
    ],
)
def test_roads_and_words_alone_are_none(text, found):
    assert found(text) == []


def test_a_country_spelt_out_may_stand_before_a_number(found):
    assert found("in Mexico 84 then") == ["Mexico"]
