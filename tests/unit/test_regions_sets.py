import geopandas as gpd
import pytest
import shapely

from geo.errors import RegionError
from geo.regions import LEVELS, country_geometry, layer_facts, read_regions
from geo.regions.sets import countries

COLUMNS = ["region_id", "name", "level", "parent_id", "approximate", "source", "version", "licence", "geometry"]
OXAPAMPA = (-75.5, -10.8, -75.2, -10.5)


@pytest.mark.parametrize("level", LEVELS)
def test_a_frame_of_regions(level):
    regions = read_regions(level, bbox=OXAPAMPA)
    assert isinstance(regions, gpd.GeoDataFrame)
    assert list(regions.columns) == COLUMNS
    assert regions.crs.to_string() == "OGC:CRS84"
    assert set(regions.level) == {level}
    assert regions.approximate.dtype == bool
    assert regions.source.str.len().min() > 10
    assert regions.licence.str.len().min() > 5
    assert (regions.geometry.notna() & regions.geometry.is_valid).all()


@pytest.mark.parametrize(
    ("level", "approximate"), [("country", False), ("admin1", False), ("admin2", True), ("admin3", True)]
)
def test_approximate_boundaries_say_so(level, approximate):
    facts = layer_facts(level)
    assert facts.approximate is approximate
    assert bool(facts.accuracy) is approximate


def test_only_what_the_box_meets_is_read():
    found = read_regions("admin1", bbox=OXAPAMPA)
    assert "PE-PAS" in set(found.region_id)
    assert len(found) < 10


def test_each_level_names_its_parents():
    countries_, first, second, third = (read_regions(level, bbox=OXAPAMPA) for level in LEVELS)
    assert set(countries_.parent_id) == {""}
    assert set(second.parent_id) <= set(read_regions("admin1").region_id)
    assert set(third.parent_id) <= set(read_regions("admin2").region_id)
    assert set(first.parent_id) <= set(read_regions("country").region_id)


def test_a_country_is_the_union_of_its_regions():
    parts = read_regions("admin1", bbox=country_geometry("PE").bounds).query("parent_id == 'PE'")
    assert len(parts) == 26
    assert country_geometry("PE").symmetric_difference(parts.union_all()).area < 1e-9


def test_neighbouring_countries_share_their_border():
    peru, ecuador = country_geometry("PE"), country_geometry("EC")
    assert shapely.coverage_is_valid([peru, ecuador])
    assert peru.intersection(ecuador).area == 0
    assert peru.boundary.intersection(ecuador.boundary).length > 5


@pytest.mark.parametrize("level", ["country", "admin1", "admin2", "admin3"])
def test_regions_by_id(level):
    wanted = {"country": "PE", "admin1": "PE-PAS", "admin2": "PE-1903", "admin3": "PE-190307"}[level]
    assert read_regions(level, ids=[wanted]).region_id.tolist() == [wanted]
    assert read_regions(level, ids=wanted).region_id.tolist() == [wanted]
    assert read_regions(level, ids=[]).empty


def test_ids_outside_the_box_are_left_out():
    assert read_regions("admin1", ids=["PE-PAS", "FR-69"], bbox=OXAPAMPA).region_id.tolist() == ["PE-PAS"]


@pytest.mark.parametrize("level", LEVELS)
def test_an_id_that_is_not_known(level):
    with pytest.raises(RegionError, match="'XX-1'"):
        read_regions(level, ids=["XX-1"])


def test_a_level_that_is_none():
    with pytest.raises(RegionError, match="choose from country, admin1"):
        read_regions("planet")


def test_a_country_that_is_not_known():
    with pytest.raises(RegionError, match="'XX'"):
        country_geometry("XX")


def test_a_box_over_the_antimeridian():
    found = set(read_regions("country", bbox=(176, -20, -178, -15)).region_id)
    assert "FJ" in found
    assert "PE" not in found


def test_a_sea_without_regions_gives_an_empty_frame():
    found = read_regions("admin2", bbox=(0, 0, 1, 1))
    assert found.empty
    assert list(found.columns) == COLUMNS
    assert found.crs.to_string() == "OGC:CRS84"


def test_every_country_is_in_the_gazetteer_by_the_same_name(gazetteer):
    names = {code: gazetteer.name(gazetteer.row_of("iso3166-1", code)) for code in countries()}
    assert {code: country.name for code, country in countries().items()} == names


def test_every_country_has_parts():
    assert [code for code, country in countries().items() if not country.parts] == []


def test_regions_of_no_country_are_few_and_known():
    regions = read_regions("admin1")
    assert sorted(regions[regions.parent_id == ""].region_id) == ["KAS-00", "PGA-00"]


@pytest.mark.parametrize(
    ("region_id", "country"),
    [
        ("UA-43", "UA"),
        ("MA-15", "EH"),
        ("FR-GF", "GF"),
        ("NO-21", "SJ"),
        ("SOL-00", "SO"),
        ("CYN-00", "CY"),
        ("FR-69", "FR"),
    ],
)
def test_disputed_and_distant_regions(region_id, country):
    assert read_regions("admin1", ids=[region_id]).parent_id.tolist() == [country]


@pytest.mark.parametrize("level", ["admin2", "admin3"])
def test_peru_is_covered_by_its_parts(level):
    parts = shapely.coverage_union_all(read_regions(level).geometry.to_numpy())
    assert parts.symmetric_difference(country_geometry("PE")).area / country_geometry("PE").area < 1e-5


def test_provinces_lie_in_their_departments():
    provinces = read_regions("admin2")
    departments = read_regions("admin1").set_index("region_id").geometry
    shapes = provinces.geometry.to_numpy()
    outside = shapely.difference(shapes, departments.loc[provinces.parent_id].to_numpy())
    assert len(provinces) == 196
    # The corners of cells on a department's border are rounded to the grid.
    assert (shapely.area(outside) / shapely.area(shapes)).max() < 1e-4
