import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognize.context import read_context
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.scene import set_scene
from geo.recognize.strangers import find_spans
from geo.recognize.tokens import split_tokens

WORD_SIGNS = ("before:", "after:", "before that:", "after that:", "ends:")


def contexts(text, gazetteer):
    """Give the context of each span of a text, by its words."""
    tokens, book = split_tokens(text), Namebook(gazetteer)
    matches = find_matches(tokens, book)
    scene = set_scene(tokens, matches, "en", book)
    spans = find_spans(scene, matches, book)
    return [(tokens.span_text(span.first, span.last), read_context(scene, span)) for span in spans]


@pytest.fixture
def context_of(mini):
    def read(text, name):
        found = next(signs for words, signs in contexts(text, mini) if words == name)
        return {sign for sign, strength in found.items() if strength > 0}

    return read


@pytest.mark.parametrize(
    ("text", "name", "signs"),
    [
        ("They live in Fernholt now.", "Fernholt", {"before locative low", "before:in", "after low", "after:now"}),
        ("They live in Fernholt now here.", "Fernholt", {"before that:live", "after that:here"}),
        ("They met Mayor Fernholt there.", "Fernholt", {"before title title", "before:mayor", "title behind"}),
        ("They left the Fernholt Army.", "Fernholt", {"before article low", "after organisation title"}),
        ("They read the Fernholt Herald.", "Fernholt", {"after media title", "media ahead", "capitals ahead"}),
        ("They saw Fernholt Bridge.", "Fernholt", {"after facility title", "facility ahead"}),
        ("Then Fernholt town grew.", "Fernholt", {"after generic low"}),
        ("Then Fernholt said no.", "Fernholt", {"after speech low", "after:said", "after that:no"}),
        ("On Monday Fernholt and he slept.", "Fernholt", {"before calendar title", "after loose low"}),
        ("On 12 Fernholt 13 rose.", "Fernholt", {"before digits", "after digits", "before:12", "after:13"}),
        ("The USSR Fernholt left.", "Fernholt", {"before capitals"}),
        ("They saw Marwick, Fernholt, Quell.", "Fernholt", {"before , title", "before:, marwick", "after , match"}),
        ("They saw Marwick (Fernholt; Quell).", "Fernholt", {"before ; title"}),
        ("Fernholt", "Fernholt", {"before none", "after none"}),
        ("It rained. Fernholt. It rained.", "Fernholt", {"before sentence", "after sentence"}),
        ("It rained\n\nFernholt\n\nIt rained", "Fernholt", {"before none", "after none"}),
        ("They saw Fernholt Xavier Hospital.", "Fernholt", {"organisation ahead", "capitals ahead"}),
        ("They saw Fernholt Xavier Mayor.", "Fernholt", {"title ahead", "capitals ahead"}),
        ("They saw Fernholt Xavier Zyx.", "Fernholt", {"capitals ahead"}),
        ("It is Fernholt's High Court.", "Fernholt", {"owner, organisation ahead", "owner, capitals ahead"}),
        ("The University of Fernholt grew.", "Fernholt", {"organisation behind", "before loose low"}),
        ("The Bridge of Fernholt grew.", "Fernholt", {"facility behind"}),
        ("They saw Mary Fernholt.", "Fernholt", {"given name behind"}),
        ("They saw Xarum Fernholt.", "Fernholt", {"capital behind"}),
        ("Sen. Ann Lee, R-Fernholt, spoke.", "Fernholt", {"party before", "before , title"}),
        ("Sen. Ann Lee, D–Fernholt, spoke.", "Fernholt", {"party before"}),
        ("They saw FERNHOLT there.", "FERNHOLT", {"capitals"}),
        ("They saw Bertania City there.", "Bertania City", {"length"}),
        ("They saw Zarumbek there.", "Zarumbek", {"ends:mbek"}),
        ("They saw Zarumbek Cathedral.", "Zarumbek Cathedral", {"unknown facility", "unknown, several words"}),
        ("They saw Zarumbek Lake.", "Zarumbek Lake", {"unknown with generic", "ends:lake"}),
        ("They saw Mount Zarumbek.", "Mount Zarumbek", {"unknown with generic"}),
        ("They met Colonel Zarumbek.", "Zarumbek", {"unknown person", "title behind"}),
    ],
)
def test_what_stands_around_a_name(text, name, signs, context_of):
    assert signs - context_of(text, name) == set()


@pytest.mark.parametrize(
    ("text", "name", "signs"),
    [
        ("It rained. Fernholt slept.", "Fernholt", {"before:rained", "before that:it"}),
        ("It is Fernholt. It slept.", "Fernholt", {"after:it", "after that:slept"}),
        ("They saw (Fernholt) there.", "Fernholt", {"before:saw", "after:there", "before that:they"}),
        ("They saw Marwick (Fernholt).", "Marwick", {"after , match", "after match"}),
        ("They saw Marwick, Fernholt.", "Fernholt", {"before , match"}),
        ("They saw Fernholt Mayor Zyx.", "Fernholt", {"capitals ahead"}),
        ("They saw Fernholt court.", "Fernholt", {"organisation ahead", "owner, organisation ahead"}),
        ("They saw Fernholt, Court.", "Fernholt", {"organisation ahead", "capitals ahead"}),
        ("They saw Fernholt A B C D E Court.", "Fernholt", {"organisation ahead"}),
        ("The University, of Fernholt, grew.", "Fernholt", {"organisation behind"}),
        ("The University then saw Fernholt.", "Fernholt", {"organisation behind", "capital behind"}),
        ("They left Lake Fernholt-Marwick.", "Marwick", {"party before"}),
        ("They saw Fernholt House.", "Fernholt", {"unknown facility", "ends:holt", "unknown, several words"}),
        ("They saw Fernholt USSR.", "Fernholt", {"capitals"}),
    ],
)
def test_what_does_not(text, name, signs, context_of):
    assert signs & context_of(text, name) == set()


def test_a_name_in_a_longer_one_is_read_beside_the_rest_of_it(mini):
    found = dict(contexts("They fish in Pat Marwick Lake now.", mini))
    assert {"before:in", "after:now"} <= set(found["Pat Marwick Lake"])
    assert {"before:pat", "after:lake"} <= set(found["Marwick"])


def test_the_length_is_the_number_of_words_beyond_the_first(mini):
    found = dict(contexts("Bertania City, Quell, Zarumbek Aqueduct Hill.", mini))
    assert {name: signs["length"] for name, signs in found.items()} == {
        "Bertania City": 1,
        "Quell": 0,
        "Zarumbek Aqueduct Hill": 2,
    }


PIECES = (
    *("Fernholt", "Marwick", "Bertania City", "QUELL", "Zarumbek", "Xarum Lake", "Mary", "Mayor", "University", "R"),
    *("in", "of", "the", "and", "12", "Herald", "said", "Court", "'s", " ", " ", " ", "-", ", ", ". ", "\n", "\n\n"),
    *(" (", ") ", ": ", "B", "北京", "e\u0301", ""),
)


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_a_sign_that_holds_a_word_says_so_by_its_name(text, mini):
    for words, signs in contexts(text, mini):
        assert {name for name in signs if ":" in name} == {name for name in signs if name.startswith(WORD_SIGNS)}
        assert signs.pop("length") >= 0
        assert set(signs.values()) <= {0.0, 1.0}
        assert sum(name.startswith("before ") for name in signs) >= 1, words
        assert sum(name.startswith("after ") for name in signs) >= 1, words


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_words_that_signs_hold_stand_in_the_text(text, mini):
    folded = set(split_tokens(text).folded)
    for _, signs in contexts(text, mini):
        held = {name.partition(":")[2].removeprefix(", ") for name in signs if name.startswith(WORD_SIGNS[:4])}
        assert held <= folded
