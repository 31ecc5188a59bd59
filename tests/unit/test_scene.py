import pytest

from geo.recognize.cues import ENGLISH, SPANISH
from geo.recognize.lexicon import open_lexicon
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.names import Label
from geo.recognize.scene import set_scene
from geo.recognize.tokens import split_tokens


def read(text, gazetteer, language="en"):
    tokens, book = split_tokens(text), Namebook(gazetteer, language)
    return set_scene(tokens, find_matches(tokens, book), language, book)


def label(scene, word):
    return scene.names.labels[scene.tokens.words.index(word)]


def test_matches_are_found_by_their_first_word(mini):
    scene = read("From Bertania City to Marwick.", mini)
    assert {first: (match.first, match.last) for first, match in scene.match_at.items()} == {1: (1, 2), 4: (4, 4)}


def test_the_words_that_stand_in_lower_case(mini):
    scene = read("The quéll is weak; Marwick and QUELL pay 12 for U.S. 84 and Weak.", mini)
    assert scene.lower_words == {"quell", "is", "weak", "and", "pay", "for"}


@pytest.mark.parametrize(("language", "cues"), [("en", ENGLISH), ("es", SPANISH), ("nl", ENGLISH)])
def test_a_language_brings_its_cues_and_its_words(language, cues, mini):
    scene = read("Marwick.", mini, language)
    assert scene.cues is cues
    assert scene.lexicon is open_lexicon(language)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # What the gazetteer has behind an office may be a place, what it has not, or as a demonym, is a person.
        ("He met president Fernholt there.", "Fernholt", Label.NONE),
        ("He met president Xarum there.", "Xarum", Label.PERSON),
        ("He met president Aldorian there.", "Aldorian", Label.PERSON),
        ("He saw Mary Quell there.", "Quell", Label.PERSON),
        ("He saw Bertania City there.", "City", Label.NONE),
    ],
)
def test_the_gazetteer_decides_which_names_are_places(text, word, expected, mini):
    assert label(read(text, mini), word) == expected


def test_a_country_is_no_given_name(mini, gazetteer):
    text = "They saw Jordan Xarum there."
    assert label(read(text, gazetteer), "Jordan") == Label.NONE
    assert label(read(text, mini), "Jordan") == Label.PERSON


@pytest.mark.parametrize("text", ["", " \n\n", "... — !"])
def test_a_text_without_words(text, mini):
    scene = read(text, mini)
    assert (len(scene.tokens), scene.lower_words, dict(scene.match_at)) == (0, frozenset(), {})
    assert scene.names.labels == []
