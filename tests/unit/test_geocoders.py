import mini_gazetteer as row
import pytest
from geopy.exc import GeocoderQueryError, GeopyError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.geocoders import GazetteerGeocoder, to_latlon
from geo.lonlat import LonLat


@pytest.fixture
def geocoder(mini):
    return GazetteerGeocoder(gazetteer=mini)


def test_it_is_a_geopy_geocoder(geocoder):
    assert isinstance(geocoder, Geocoder)


def test_one_location(geocoder):
    found = geocoder.geocode("Marwick")
    assert isinstance(found, Location)
    assert found.address == "Marwick, Westmoor, Bertania"
    assert (found.latitude, found.longitude) == (51.1, 29.1)
    assert found.point == Point(51.1, 29.1)


def test_raw_holds_the_gazetteers_facts(geocoder):
    raw = geocoder.geocode("Marwick, Hillshire").raw
    assert raw == {
        "id": "geonames:12",
        "name": "Marwick",
        "feature": "populated place",
        "country": "XA",
        "admin": ["Aldoria", "Norvale", "Hillshire"],
        "lon": 10.4,
        "lat": 52.3,
        "score": 1.0,
    }


def test_all_locations(geocoder):
    found = geocoder.geocode("Marwick", exactly_one=False)
    assert [place.raw["id"] for place in found] == ["geonames:13", "geonames:14", "geonames:12"]
    assert len(geocoder.geocode("Marwick", exactly_one=False, limit=2)) == 2


@pytest.mark.parametrize("codes", ["xa", "XA", ["XA"], ("xa",), ["XA", "XA"]])
def test_country_codes_as_text_or_list(geocoder, codes):
    found = geocoder.geocode("Marwick", exactly_one=False, country_codes=codes)
    assert {place.raw["country"] for place in found} == {"XA"}
    assert len(found) == 2


@pytest.mark.parametrize("codes", ["", (), None, []])
def test_no_country_codes_are_the_whole_world(geocoder, codes):
    assert len(geocoder.geocode("Marwick", exactly_one=False, country_codes=codes)) == 3


@pytest.mark.parametrize("exactly_one", [True, False])
def test_nothing_is_none_as_geopy_has_it(geocoder, exactly_one):
    assert geocoder.geocode("Nowhere", exactly_one=exactly_one) is None
    assert geocoder.geocode("Quell", country_codes="XA", exactly_one=exactly_one) is None


@pytest.mark.parametrize("query", ["", "  ", "\n"])
def test_an_empty_query_is_an_error_of_geopys(geocoder, query):
    with pytest.raises(GeocoderQueryError, match="the query is empty") as caught:
        geocoder.geocode(query)
    assert isinstance(caught.value, GeopyError)


def test_a_timeout_changes_nothing(geocoder):
    assert geocoder.geocode("Quell", timeout=1) == geocoder.geocode("Quell")


@pytest.mark.parametrize("query", [(52.31, 10.39), "52.31, 10.39", Point(52.31, 10.39)])
def test_reverse_takes_latitude_first(geocoder, query):
    found = geocoder.reverse(query)
    assert found.raw["id"] == "geonames:12"
    assert found.address == "Marwick, Hillshire, Norvale, Aldoria"


def test_reverse_gives_the_nearest_first(geocoder):
    found = geocoder.reverse((52.2, 10.3), exactly_one=False)
    assert [place.raw["name"] for place in found][:2] == ["Fernholt", "Marwick"]
    assert len(found) == sum(one.feature == "populated place" for one in row.ROWS)


@pytest.mark.parametrize("query", ["not a point", "", "north"])
def test_reverse_of_what_is_no_point(geocoder, query):
    with pytest.raises(ValueError, match=r".+"):
        geocoder.reverse(query)


def test_to_latlon_turns_a_point_round():
    assert to_latlon(LonLat(lon=1, lat=2)) == (2, 1)


def test_the_bundled_gazetteer_is_the_default():
    geocoder = GazetteerGeocoder()
    assert geocoder.geocode("Villa Rica, Peru").raw["admin"][:2] == ["Peru", "Pasco"]
    assert geocoder.geocode("Lima, Ohio").raw["country"] == "US"
    assert geocoder.reverse((-10.739, -75.270)).raw["name"] == "Villa Rica"
