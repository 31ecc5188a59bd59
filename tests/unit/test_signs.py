import pytest

from geo.recognize.matches import Namebook, find_matches
from geo.recognize.scene import set_scene
from geo.recognize.signs import read_signs
from geo.recognize.tokens import split_tokens


@pytest.fixture
def signs_of(mini):
    def read(text, name):
        tokens, book = split_tokens(text), Namebook(mini)
        matches = find_matches(tokens, book)
        scene = set_scene(tokens, matches, "en", book)
        match = next(m for m in matches if tokens.span_text(m.first, m.last) == name)
        return {sign for sign, strength in read_signs(scene, match).items() if strength > 0}

    return read


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("They live in Fernholt now.", "Fernholt", "locative before"),
        ("They live in northern Fernholt now.", "Fernholt", "locative before"),
        ("The mayor of Fernholt spoke.", "Fernholt", "loose before"),
        ("The town of Fernholt grew.", "Fernholt", "generic beside"),
        ("They left Norvale province behind.", "Norvale", "generic beside"),
        ("It is made in Fernholt, Aldoria.", "Fernholt", "region after"),
        ("It is made in Fernholt (Aldoria).", "Fernholt", "region after"),
        ("It is Fernholt's own.", "Fernholt", "possessive"),
        ("So Fernholt said no.", "Fernholt", "speech after"),
        ("Fire Closes Fernholt Street For Two Days\n\nIt burned.", "Fernholt", "facility after"),
        ("All of Aldoria.", "Aldoria", "country"),
        ("All of Norvale.", "Norvale", "admin1"),
        ("The river Oln.", "Oln", "physical"),
        ("All of TARV.", "TARV", "named region"),
        ("All of ALD.", "ALD", "short form"),
        ("Fernholt is old.", "Fernholt", "starts sentence"),
        ("He saw Bertania City there.", "Bertania City", "several words"),
        ("The whole of Fernholt.", "Fernholt", "whole name"),
        ("They met Colonel Fernholt there.", "Fernholt", "part of person"),
        ("He read the Fernholt Herald there.", "Fernholt", "part of media"),
        ("He studied at Fernholt University then.", "Fernholt", "part of organisation"),
        ("He saw Fernholt Xavier Zyx there.", "Fernholt", "part of name"),
        ("The quell is weak; they say Quell.", "Quell", "lower case elsewhere"),
    ],
)
def test_signs(text, name, sign, signs_of):
    assert sign in signs_of(text, name)


def test_what_stands_beside_a_longer_name_says_nothing_of_its_part(signs_of):
    assert "locative before" not in signs_of("They live in Fernholt Xavier Zyx now.", "Fernholt")


def test_a_minister_is_named_after_what_he_looks_after(signs_of):
    assert "portfolio" in signs_of("the Minister of Fernholt spoke", "Fernholt")
    assert "portfolio" not in signs_of("the Minister of Aldoria spoke", "Aldoria")
