"""The maps' own words: whole in every language, and put together as the language does."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from attacks import ATTACKS
from reports import seed_like_report

from geo.errors import ConfigurationError
from geo.said import LanguageName, Name, Said
from maps.options import LANGUAGES, MapOptions
from maps.words import choose_language, count_words, format_number, read_words, spell_date, translate

PERU = Name("Peru", feature="country", country="PE")


def slots(words):
    forms = words if isinstance(words, list) else [str(words)]
    return [sorted(re.findall(r"\{\w+\}", form)) for form in forms]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_slots(language):
    english, other = read_words("en"), read_words(language)
    assert list(other) == list(english)
    assert {key: slots(words) for key, words in other.items()} == {key: slots(words) for key, words in english.items()}


def test_english_comes_first_and_spanish_is_there():
    assert LANGUAGES[0] == "en"
    assert "es" in LANGUAGES


def test_a_language_without_words_is_refused():
    with pytest.raises(ConfigurationError, match="no words in the language 'tlh': choose from en, "):
        read_words("tlh")


@pytest.mark.parametrize(
    ("spoken", "asked", "chosen"),
    [
        (["en"], None, "en"),
        (["es"], None, "es"),
        (["es", "es"], None, "es"),
        (["es", "en"], None, "en"),
        (["de"], None, "en"),
        (["en"], "es", "es"),
        (["es"], "en", "en"),
    ],
)
def test_the_reader_chooses_the_language_and_the_documents_do_otherwise(spoken, asked, chosen):
    report = seed_like_report()
    documents = tuple(replace(report.documents[0], language=language) for language in spoken)
    assert choose_language(replace(report, documents=documents), MapOptions(language=asked)) == chosen


@pytest.mark.parametrize(
    ("number", "english", "spanish"),
    [(0, "0", "0"), (999, "999", "999"), (1200, "1,200", "1200"), (12_000, "12,000", "12.000")],
)
def test_numbers_have_the_separators_of_the_language(number, english, spanish):
    assert format_number(number, "en") == english
    assert format_number(number, "es") == spanish
    assert count_words(read_words("es")["places"], number, "es") == f"{spanish} lugares"


def test_one_is_said_in_the_singular():
    assert [count_words(read_words(language)["places"], 1, language) for language in ("en", "es")] == [
        "1 place",
        "1 lugar",
    ]


def test_dates_are_words_of_the_language():
    assert spell_date(dt.date(2014, 5, 12), "en") == "12 May 2014"
    assert spell_date(dt.date(2014, 5, 12), "es") == "12 de mayo de 2014"


def test_a_sentence_is_said_in_spanish_with_what_is_in_it():
    said = Said(
        "the best known of {n} places of this name ({feature}, in {country})",
        n=1200, feature=Said("populated place"), country=PERU,
    )  # fmt: skip
    assert translate(said, "es") == "el más conocido de 1200 lugares de este nombre (localidad, en Perú)"
    assert translate(said, "en") == said == "the best known of 1,200 places of this name (populated place, in Peru)"


def test_a_language_is_named_in_spanish():
    said = Said(
        "This document is in {language}; it was read with the rules for English, so places may be missed.",
        language=LanguageName("German", code="de"),
    )
    assert translate(said, "es").startswith("Este documento está en alemán; ")


def test_what_is_not_dateline_s_own_stays_as_it_is():
    assert translate("named beside {name}", "es") == "named beside {name}"
    assert translate(Said("a sentence that nobody translated"), "es") == "a sentence that nobody translated"


@pytest.mark.parametrize("attack", [*ATTACKS, "{country}", "{regions}"])
def test_what_a_value_holds_stays_as_it_is_in_spanish_too(attack):
    beside = Said("named beside {name}, in {country}", name=attack, country=Name(attack, feature="{n}", country="PE"))
    assert translate(beside, "es") == f"mencionado junto a {attack}, en {attack}"
    inside = Said("the text says that it lies in {regions}", regions=(attack, "{regions}"))
    assert translate(inside, "es") == f"el texto dice que está en {attack}, {{regions}}"
