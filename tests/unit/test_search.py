import pytest

from geo.resolve.search import search_places


def ids(gazetteer, query, **options):
    return [place.id for place in search_places(gazetteer, query, **options)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Marwick", ["geonames:13", "geonames:14", "geonames:12"]),
        ("marwick , sudmark", ["geonames:14"]),
        ("Marwick, Sudmark, Aldoria", ["geonames:14"]),
        ("Marwick, Hillshire, Norvale, Aldoria", ["geonames:12"]),
        ("Quell, Aldoria", []),
        ("Nowhere", []),
        ("", []),
        (",", []),
        ("Upper and Lower Tarn Valley", ["region:tarv"]),
    ],
)
def test_a_name_and_its_regions(query, expected, mini):
    assert ids(mini, query) == expected


def test_countries_narrow(mini):
    assert ids(mini, "Marwick", country_codes=["xa"]) == ["geonames:14", "geonames:12"]
    assert ids(mini, "Marwick", country_codes=["XA", "XB"]) == ["geonames:13", "geonames:14", "geonames:12"]
    assert ids(mini, "Marwick", country_codes=["ZZ"]) == []


def test_limit(mini):
    assert ids(mini, "Marwick", limit=1) == ["geonames:13"]
    assert len(ids(mini, "Marwick", limit=9)) == 3


def test_scores_sum_to_one(mini):
    assert sum(place.score for place in search_places(mini, "Marwick")) == pytest.approx(1, abs=0.002)


def test_a_name_that_holds_a_comma(gazetteer):
    found = search_places(gazetteer, "Apurímac, Ene and Mantaro Rivers Valley")
    assert found[0].id == "region:vraem"


def test_an_areas_chain_ends_with_itself(gazetteer):
    pasco = next(place for place in search_places(gazetteer, "Pasco, Peru") if place.feature == "admin1")
    assert pasco.admin == ("Peru", "Pasco")
