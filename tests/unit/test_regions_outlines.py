import geopandas as gpd
import pytest

from geo.regions import country_geometry, named_regions, read_outlines, read_regions, region_geometry


@pytest.fixture
def outline(gazetteer):
    """Give a function that gives the outline of the place of a code."""

    def _outline(scheme, code):
        row = gazetteer.row_of(scheme, code)
        facts = {
            "feature": [gazetteer.feature(row)],
            "country": [gazetteer.country(row)],
            "id": [gazetteer.place_id(row)],
        }
        (found,) = read_outlines(gpd.GeoDataFrame(facts, geometry=[None], crs="OGC:CRS84"))
        return found

    return _outline


def test_a_country(outline):
    found = outline("iso3166-1", "PE")
    assert found.geometry.equals(country_geometry("PE"))
    assert (found.approximate, found.note) == (False, "")


def test_a_department(outline):
    found = outline("iso3166-2", "PE-PAS")
    assert found.geometry.equals(read_regions("admin1", ids=["PE-PAS"]).geometry.iloc[0])
    assert (found.approximate, found.note) == (False, "")


def test_a_province_is_approximate_and_says_how_good_it_is(outline):
    found = outline("inei", "1903")
    assert found.geometry.equals(read_regions("admin2", ids=["PE-1903"]).geometry.iloc[0])
    assert found.approximate
    assert found.note.startswith("Approximate: made from district seats")


def test_a_district_is_not_drawn(outline):
    assert outline("inei", "190307") is None


def test_a_named_region_is_drawn_by_its_default_tier(outline):
    found = outline("region", "vraem")
    assert found.geometry.equals(region_geometry(named_regions()["vraem"], "core"))
    assert found.approximate
    assert "Apurímac" in found.note


def test_what_is_larger_than_the_first_level_is_the_union_of_its_parts(outline):
    found = outline("geonames", "GB.ENG")
    whole = country_geometry("GB")
    assert found.geometry.is_valid
    assert 0.4 < found.geometry.area / whole.area < 0.6
    assert found.geometry.difference(whole).area < 1e-9


def test_a_county_that_natural_earth_knows(outline):
    assert outline("geonames", "GB.ENG.G5").geometry.is_valid


@pytest.mark.parametrize(
    "facts",
    [
        {"feature": "populated place", "id": "geonames:3926120", "country": "PE"},
        {"feature": "river", "id": "dateline:x", "country": "PE"},
        {"feature": "country", "id": "", "country": "XX"},
        {"feature": "region", "id": "region:atlantis", "country": ""},
        {"feature": "admin1", "id": "geonames:0", "country": "PE"},
        {"feature": "", "id": "", "country": ""},
    ],
)
def test_places_without_a_boundary(facts):
    assert read_outlines(gpd.GeoDataFrame([facts], geometry=[None], crs="OGC:CRS84")) == [None]


def test_one_outline_a_row_in_order():
    facts = {"feature": ["country", "", "country"], "country": ["PE", "", "PE"]}
    first, second, third = read_outlines(gpd.GeoDataFrame(facts, geometry=[None] * 3, crs="OGC:CRS84"))
    assert second is None
    assert first is third


def test_no_places():
    assert read_outlines(gpd.GeoDataFrame(geometry=[], crs="OGC:CRS84")) == []
