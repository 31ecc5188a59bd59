"""The maps' own words are there in every language, with the same slots."""

import re

import pytest
from reports import seed_like_report

from maps.options import LANGUAGES, MapOptions
from maps.words import choose_language, read_words


def slots(words):
    forms = words if isinstance(words, list) else [words]
    return [sorted(re.findall(r"\{\w+\}", form)) for form in forms]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_slots(language):
    english, other = read_words("en"), read_words(language)
    assert list(other) == list(english)
    assert {key: slots(words) for key, words in other.items()} == {key: slots(words) for key, words in english.items()}


def test_the_reader_chooses_the_language_and_the_documents_do_otherwise():
    report = seed_like_report()
    assert choose_language(report, MapOptions()) == "en"
    assert choose_language(report, MapOptions(language="es")) == "es"
