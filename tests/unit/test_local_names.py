"""The names of places in the language of the map."""

import pytest
from attacks import ATTACKS
from reports import make_alternative, make_entry

from geo.gazetteer import open_gazetteer
from geo.gazetteer.features import FEATURES
from geo.regions.sets import countries
from maps.names import chain_of, local_name, name_of
from maps.options import LANGUAGES
from maps.story import label_of


def place(name, *, country="PE", admin=(), feature="populated place"):
    return make_alternative(name, lon=0, lat=0, country=country, admin=admin, score=1, feature=feature)


@pytest.mark.parametrize(
    ("feature", "country", "name", "local"),
    [
        ("country", "PE", "Peru", "Perú"),
        ("country", "US", "United States", "Estados Unidos"),
        ("country", "CI", "Ivory Coast", "Costa de Marfil"),
        ("country", "BO", "Bolivia", "Bolivia"),
        ("continent", "", "Africa", "África"),
        ("ocean", "", "Indian Ocean", "Océano Índico"),
        ("lake", "", "Lake Titicaca", "Lago Titicaca"),
        ("river", "PE", "Apurímac River", "Río Apurímac"),
        ("region", "", "Horn of Africa", "Cuerno de África"),
        ("admin1", "US", "North Carolina", "Carolina del Norte"),
        ("admin1", "PE", "Puno", "Puno"),
        ("populated place", "GB", "London", "Londres"),
        ("populated place", "CA", "London", "London"),
        ("populated place", "US", "Peru", "Peru"),
    ],
)
def test_names_in_spanish_and_in_english(feature, country, name, local):
    assert local_name(name, feature=feature, country=country, language="es") == local
    assert local_name(name, feature=feature, country=country, language="en") == name


def test_a_chain_has_country_and_first_level_region_in_the_language_and_the_rest_as_it_is():
    county = place("Peru", country="US", admin=("United States", "New York", "Clinton County"))
    assert chain_of(county, "es") == ["Peru", "Clinton County", "Nueva York", "Estados Unidos"]
    assert chain_of(county) == ["Peru", "Clinton County", "New York", "United States"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_is_not_named_twice_in_its_chain(language):
    assert len(chain_of(place("Peru", admin=("Peru",), feature="country"), language)) == 1
    assert len(chain_of(place("Bavaria", country="DE", admin=("Germany", "Bavaria"), feature="admin1"), language)) == 2


def test_a_label_is_in_the_language():
    entry = make_entry("Peru grew.", ["Peru"], lon=-75, lat=-10, feature="country", admin=("Peru",))
    assert [label_of(entry), label_of(entry, "es"), name_of(entry.place, "es")] == ["Peru", "Perú", "Perú"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_no_table_knows_stays_as_it_is(attack):
    hostile = place(attack, admin=(attack, attack, f"{attack} below"))
    assert chain_of(hostile, "es") == [attack, f"{attack} below", attack]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_country_and_continent_has_its_name(language):
    """A country without a row bears one name in both languages; those are few and known."""
    same = {
        code
        for code, country in countries().items()
        if local_name(country.name, feature="country", country=code, language=language) == country.name
    }
    assert len(same) < 100
    gazetteer = open_gazetteer()
    continents = [row for row in range(len(gazetteer)) if gazetteer.feature_code[row] == FEATURES.index("continent")]
    named = [local_name(gazetteer.name(row), feature="continent", country="", language=language) for row in continents]
    assert sum(name != gazetteer.name(row) for name, row in zip(named, continents, strict=True)) >= 4
