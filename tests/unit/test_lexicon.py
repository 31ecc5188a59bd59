import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.recognize.lexicon import LANGUAGES, open_lexicon, read_lexicon
from geo.resources import data_path


@pytest.mark.parametrize(
    ("language", "common", "rare"),
    [
        ("en", ["the", "reading", "nice", "mobile"], ["Oxapampa", "Lima", "Quito"]),
        ("es", ["de", "paz", "villa"], ["Oxapampa"]),
    ],
)
def test_everyday_words_are_common_and_place_names_are_not(language, common, rare):
    words = open_lexicon(language)
    assert min(map(words.commonness, common)) > max(map(words.commonness, rare))
    assert max(map(words.commonness, rare)) < 0.1


@pytest.mark.parametrize(("language", "word"), [("en", "china"), ("en", "jordan"), ("es", "lima"), ("es", "chile")])
def test_names_are_mostly_capitalised(language, word):
    assert open_lexicon(language).lowercase_share(word) < 0.25


@pytest.mark.parametrize(("language", "word"), [("en", "reading"), ("en", "of"), ("es", "guerra"), ("es", "peruano")])
def test_words_are_mostly_in_lower_case(language, word):
    assert open_lexicon(language).lowercase_share(word) > 0.6


@pytest.mark.parametrize("language", LANGUAGES)
@given(word=st.text(max_size=30))
def test_measures_are_shares_whatever_the_word(language, word):
    words = open_lexicon(language)
    assert 0 <= words.commonness(word) <= 1
    assert 0 <= words.lowercase_share(word) <= 1
    assert words.commonness(word) == words.commonness(word.lower())


def test_people():
    words = open_lexicon("en")
    assert all(map(words.is_given_name, ["Perry", "KELLY", "José", "maria"]))
    assert all(map(words.is_surname, ["Kelly", "García", "Rivero", "Smith"]))
    assert not any(map(words.is_given_name, ["Oxapampa", "the", ""]))
    assert not any(map(words.is_surname, ["Oxapampa", "Ayacucho", ""]))


def test_degrees_grow_with_the_number_of_people():
    words = open_lexicon("en")
    assert [words.surname_degree(name) for name in ("Oxapampa", "Rivero", "Smith")] == [0, 1, 3]
    assert words.given_name_degree("Mary") == 3


def test_of_another_language_only_names_of_people_are_known():
    words = open_lexicon("pt")
    assert words.commonness("casa") == 0
    assert words.lowercase_share("casa") == 0
    assert words.is_given_name("João")


def test_regions_of_a_language_share_its_words():
    assert open_lexicon("es-PE").commonness("paz") == open_lexicon("es").commonness("paz") > 0


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(data_path("lexicon"), tmp_path / "lexicon"))


@pytest.mark.parametrize("name", ["words_en.marisa", "words_en.bin", "surnames.marisa", "given_names.bin"])
def test_a_missing_file_is_a_gazetteer_error(copy, name):
    (copy / name).unlink()
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_lexicon(copy, "en")


@pytest.mark.parametrize("name", ["words_en.bin", "surnames.bin"])
def test_files_of_two_builds_are_a_gazetteer_error(copy, name):
    (copy / name).write_bytes((copy / name).read_bytes()[:-1])
    with pytest.raises(GazetteerError, match="of two builds"):
        read_lexicon(copy, "en")
