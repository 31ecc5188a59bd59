import dataclasses

import pytest

from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold
from geo.recognize.cues import ENGLISH, SPANISH, cues_for


def test_other_languages_are_read_with_english_cues():
    assert cues_for("es") is SPANISH
    assert cues_for("en") is ENGLISH
    assert cues_for("pt") is ENGLISH


@pytest.mark.parametrize("cues", [ENGLISH, SPANISH], ids=["en", "es"])
def test_every_word_is_in_folded_form(cues):
    words = {
        word
        for field in dataclasses.fields(cues)
        if not isinstance(getattr(cues, field.name), bool)
        for word in getattr(cues, field.name)
    }
    assert {word for word in words if fold(word) != word} == set()


@pytest.mark.parametrize("cues", [ENGLISH, SPANISH], ids=["en", "es"])
def test_generic_words_point_to_feature_kinds(cues):
    assert set(cues.generics.values()) <= set(FEATURES)


@pytest.mark.parametrize("cues", [ENGLISH, SPANISH], ids=["en", "es"])
def test_plurals_point_to_generic_words(cues):
    assert {one for one in cues.plurals.values() if one not in cues.generics} == set()
