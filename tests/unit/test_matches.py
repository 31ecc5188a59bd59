import pytest

from geo.recognize.matches import Namebook, find_matches
from geo.recognize.tokens import split_tokens


def found(text, gazetteer, **options):
    tokens = split_tokens(text)
    return [tokens.span_text(m.first, m.last) for m in find_matches(tokens, Namebook(gazetteer), **options)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from Marwick to Fernholt", ["Marwick", "Fernholt"]),
        ("FERNHOLT and MARWICK", ["FERNHOLT", "MARWICK"]),
        ("in Bertania City today", ["Bertania City"]),
        ("in Bertania today", ["Bertania"]),
        ("in the Tarn\nValley", ["Tarn\nValley"]),
        ("in the Tarn\n\nValley", []),
        ("marwick and fernholt", []),
        ("the Upper and Lower Tarn Valley", ["Upper and Lower Tarn Valley"]),
        ("Alt-Marwick", ["Alt-Marwick"]),
        ("the TARV", ["TARV"]),
        ("A.L.D. and ALD", ["A.L.D.", "ALD"]),
        ("Ald and ald", []),
        ("Marwick, Sm., is", ["Marwick", "Sm"]),
        ("Sm. is no place alone", []),
        ("In Marwick. Sm. is no place behind a full stop", ["Marwick"]),
        ("the OLN", []),
        ("an Aldorian ship", ["Aldorian"]),
        ("Nowhere", []),
    ],
)
def test_longest_names(text, names, mini):
    assert found(text, mini) == names


def test_lower_case_demonyms_only_where_the_language_writes_them_so(mini):
    assert found("un barco aldoriano", mini) == []
    assert found("un barco aldoriano", mini, lower_demonyms=True) == ["aldoriano"]


def test_lower_case_names_are_no_demonyms(mini):
    assert found("fernholt", mini, lower_demonyms=True) == []


def test_facts_sum_up_all_places_of_a_name(mini):
    facts = Namebook(mini).facts("marwick")
    assert (facts.population, facts.primary, facts.country, facts.admin1) == (400_000, True, False, False)
    assert Namebook(mini).facts("sudmark").admin1
    assert Namebook(mini).facts("oln").physical
    assert Namebook(mini).facts("tarv").named_region
    assert Namebook(mini).facts("tarv").short
    assert Namebook(mini).facts("aldorian").demonym
    assert Namebook(mini).facts(", sm").postal
    assert Namebook(mini).facts("nowhere") is None


def test_a_name_of_a_country_is_no_demonym(mini):
    assert not Namebook(mini).facts("bertania").demonym


def test_a_comma_parts_a_list_of_names(gazetteer):
    assert found("in Lima, Arequipa, Cusco", gazetteer) == ["Lima", "Arequipa", "Cusco"]


def test_a_comma_may_belong_to_a_name(gazetteer):
    name = "Apurímac, Ene and Mantaro Rivers Valley"
    assert found(f"in the {name} today", gazetteer) == [name]
