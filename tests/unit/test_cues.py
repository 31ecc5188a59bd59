import dataclasses

import pytest

from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold
from geo.recognize.cues import ENGLISH, FRENCH, PORTUGUESE, SPANISH, cues_for
from geo.recognize.lexicon import LANGUAGES

BY_LANGUAGE = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "fr": FRENCH}
each_language = pytest.mark.parametrize("cues", BY_LANGUAGE.values(), ids=BY_LANGUAGE.keys())


def test_other_languages_are_read_with_english_cues():
    assert {language: cues_for(language) for language in BY_LANGUAGE} == BY_LANGUAGE
    assert cues_for("nl") is ENGLISH


@each_language
def test_every_word_is_in_folded_form(cues):
    words = {
        word
        for field in dataclasses.fields(cues)
        if field.name not in {"everyday", "lookalikes"} and not isinstance(getattr(cues, field.name), bool)
        for word in getattr(cues, field.name)
    }
    assert {word for word in words if fold(word) != word} == set()


@each_language
def test_generic_words_point_to_feature_kinds(cues):
    assert set(cues.generics.values()) <= set(FEATURES)


@each_language
def test_plurals_point_to_generic_words(cues):
    assert {one for one in cues.plurals.values() if one not in cues.generics} == set()


@each_language
def test_a_language_has_a_lexicon_or_everyday_words_of_its_own(cues):
    language = next(code for code, own in BY_LANGUAGE.items() if own is cues)
    assert bool(cues.everyday) != (language in LANGUAGES)
    assert {word for word in cues.everyday if word != word.lower()} == set()
