import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import Point, box

from geo.errors import ConfigurationError, CrsError, SchemaError
from geo.regions import JOIN_COLUMNS, join_regions, read_regions

OXAPAMPA, VILLA_RICA, AYACUCHO = (-75.40167, -10.5775), (-75.26972, -10.73944), (-74.22345, -13.1638)


def frame(*points, **columns):
    shapes = [None if point is None else Point(point) for point in points]
    return gpd.GeoDataFrame(columns, geometry=shapes, crs="OGC:CRS84", index=range(len(points)))


def joined(*points, tolerance_m=5000.0, **columns):
    return join_regions(frame(*points, **columns), tolerance_m=tolerance_m)


@pytest.fixture
def place(gazetteer):
    """Give a function that gives a frame of one place of the gazetteer."""

    def _place(row):
        point = gazetteer.lonlat(row)
        facts = {
            "feature": [gazetteer.feature(row)],
            "country": [gazetteer.country(row)],
            "id": [gazetteer.place_id(row)],
        }
        return frame((point.lon, point.lat), **facts)

    return _place


@pytest.fixture
def named(gazetteer, place):
    """Give a function that joins the first place of a name, a country and a kind."""

    def _named(name, country, feature="populated place"):
        found = (int(row) for row in gazetteer.rows(name))
        row = next(row for row in found if (gazetteer.country(row), gazetteer.feature(row)) == (country, feature))
        return join_regions(place(row)).iloc[0]

    return _named


@pytest.fixture
def coded(gazetteer, place):
    """Give a function that joins the place of a code."""
    return lambda scheme, code: join_regions(place(gazetteer.row_of(scheme, code))).iloc[0]


def test_points_alone_join_by_where_they_lie():
    found = joined(OXAPAMPA, (2.35, 48.85), (178.44, -18.14), (0, 0), None)
    assert found.country_id.tolist() == ["PE", "FR", "FJ", "", ""]
    assert found.country_name.tolist() == ["Peru", "France", "Fiji", "", ""]
    assert found.admin1_id.tolist() == ["PE-PAS", "FR-75", "FJ-C", "", ""]
    assert found.admin2_name.tolist() == ["Oxapampa", "", "", "", ""]
    assert found.admin2_approximate.tolist() == [True, False, False, False, False]
    assert not any("vraem" in some for some in found.named_regions)
    assert found["touches"].tolist() == [()] * 5


def test_columns_and_their_kinds():
    for found in (joined(OXAPAMPA), joined(None), joined()):
        assert tuple(found.columns[1:]) == JOIN_COLUMNS
        assert found.admin2_approximate.dtype == bool
        assert found.crs.to_string() == "OGC:CRS84"
        assert isinstance(found, gpd.GeoDataFrame)


def test_the_places_themselves_are_left_as_they_were():
    places = frame(OXAPAMPA, None, note=["one", "two"])
    before = places.copy(deep=True)
    found = join_regions(places)
    pd.testing.assert_frame_equal(places, before)
    pd.testing.assert_frame_equal(pd.DataFrame(found[["note", "geometry"]]), pd.DataFrame(before))


@pytest.mark.parametrize(
    "index", [[7, 7, 7], ["b", "a", "b"], [None, None, 1.5], pd.MultiIndex.from_tuples([(1, 2)] * 3)]
)
def test_any_index_survives(index):
    places = frame(OXAPAMPA, (2.35, 48.85), None).set_axis(index)
    found = join_regions(places)
    assert found.index.equals(places.index)
    assert found.country_id.tolist() == ["PE", "FR", ""]


def test_an_earlier_join_is_replaced():
    once = joined(OXAPAMPA)
    pd.testing.assert_frame_equal(join_regions(once), once)


def test_a_renamed_geometry():
    places = frame(OXAPAMPA).rename_geometry("where")
    assert join_regions(places).country_id.tolist() == ["PE"]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32718"])
def test_any_coordinate_reference_system(crs):
    found = join_regions(frame(OXAPAMPA, None).to_crs(crs))
    assert found.admin2_id.tolist() == ["PE-1903", ""]
    assert found.crs == crs


def test_areas_and_empty_shapes():
    shapes = [
        box(-75.5, -10.6, -75.3, -10.5),
        Point(),
        box(0, 0, 0, 0).difference(box(0, 0, 1, 1)),
        Point(np.nan, np.nan),
    ]
    found = join_regions(gpd.GeoDataFrame(geometry=shapes, crs="OGC:CRS84"))
    assert found.admin1_id.tolist() == ["PE-PAS", "", "", ""]


def test_no_coordinate_reference_system():
    with pytest.raises(CrsError, match=r"set one with places\.set_crs"):
        join_regions(gpd.GeoDataFrame(geometry=[Point(OXAPAMPA)]))


def test_no_geometry():
    with pytest.raises(SchemaError, match="no geometry"):
        join_regions(gpd.GeoDataFrame({"name": ["Lima"]}))


@pytest.mark.parametrize("tolerance_m", [-1, float("nan"), float("inf")])
def test_a_tolerance_that_is_no_distance(tolerance_m):
    with pytest.raises(ConfigurationError, match="is no distance"):
        joined(OXAPAMPA, tolerance_m=tolerance_m)


def test_a_corner_of_three_departments_goes_to_the_smallest_id():
    departments = (
        read_regions("admin1", bbox=(-81, -18, -69, 0)).query("parent_id == 'PE'").set_index("region_id").geometry
    )
    corners = departments["PE-HUC"].intersection(departments["PE-PAS"]).intersection(departments["PE-LIM"])
    corner = corners if corners.geom_type == "Point" else corners.geoms[0]
    assert joined((corner.x, corner.y), tolerance_m=0).admin1_id.tolist() == ["PE-HUC"]


# Off Callao; off Suva; at the antimeridian on Taveuni.
@pytest.mark.parametrize(
    ("lon", "lat", "country"), [(-77.17, -12.06, "PE"), (178.42, -18.17, "FJ"), (179.995, -16.8, "FJ")]
)
def test_a_point_off_the_coast_goes_to_the_nearest_region(lon, lat, country):
    assert joined((lon, lat)).country_id.tolist() == [country]


def test_the_tolerance_decides_how_far_off_the_coast():
    # 30 km west of Callao's island San Lorenzo.
    far = (-77.55, -12.1)
    assert joined(far).country_id.tolist() == [""]
    assert joined(far, tolerance_m=60_000).country_id.tolist() == ["PE"]


@pytest.mark.parametrize("name", ["Oxapampa", "Villa Rica"])
def test_towns_of_oxapampa(named, name):
    found = named(name, "PE")
    assert (found.country_id, found.admin1_name, found.admin2_name) == ("PE", "Pasco", "Oxapampa")
    assert (found.admin1_id, found.admin2_id, "vraem" in found.named_regions) == ("PE-PAS", "PE-1903", False)


@pytest.mark.parametrize("name", ["Satipo", "Ayacucho", "Huancayo", "Lima"])
def test_towns_outside_the_vraem(named, name):
    assert "vraem" not in named(name, "PE").named_regions


@pytest.mark.parametrize("name", ["Pichari", "Llochegua", "Sivia", "Mazamari", "Kimbiri"])
def test_towns_inside_the_vraem(named, name):
    assert "vraem" in named(name, "PE").named_regions


def test_a_province_without_members_lies_outside_wherever_its_point_is(gazetteer):
    # Within the outline, yet known to lie in the province of Oxapampa.
    row = gazetteer.row_of("inei", "190307")
    found = joined((-73.9102, -12.4142), id=[gazetteer.place_id(row)], feature=["admin3"], country=["PE"]).iloc[0]
    assert "vraem" not in found.named_regions


@pytest.mark.parametrize(("code", "expected"), [("080910", True), ("080902", False), ("190307", False)])
def test_a_district_is_a_member_or_not(coded, code, expected):
    assert ("vraem" in coded("inei", code).named_regions) is expected


def test_the_vraem_joins_to_what_it_touches(coded):
    found = coded("region", "vraem")
    assert found["touches"] == ("Ayacucho", "Cusco", "Huancavelica", "Junín")
    assert (found.country_id, found.admin1_id, found.admin2_id, found.named_regions) == ("PE", "", "", ())


def test_a_country_joins_to_itself_and_to_nothing_else(coded):
    found = coded("iso3166-1", "US")
    assert (found.country_id, found.country_name, found.admin1_id, found.admin2_id) == ("US", "United States", "", "")


def test_a_department_joins_to_itself_and_its_country(coded):
    found = coded("iso3166-2", "PE-PAS")
    assert (found.country_id, found.admin1_id, found.admin2_id) == ("PE", "PE-PAS", "")


def test_a_department_whose_point_lies_elsewhere_joins_by_identity(gazetteer):
    row = gazetteer.row_of("iso3166-2", "PE-PAS")
    facts = {"id": [gazetteer.place_id(row)], "feature": ["admin1"], "country": ["PE"]}
    assert joined((-77.0, -12.0), **facts).admin1_id.tolist() == ["PE-PAS"]
    assert joined(None, **facts).admin1_id.tolist() == ["PE-PAS"]


def test_a_province_joins_to_itself_and_its_parents(coded):
    found = coded("inei", "1903")
    assert (found.country_id, found.admin1_id, found.admin2_id) == ("PE", "PE-PAS", "PE-1903")


def test_what_is_larger_than_the_first_level_joins_to_its_country(named):
    found = named("England", "GB", "admin1")
    assert (found.country_id, found.admin1_id) == ("GB", "")


def test_a_county_of_england(named):
    found = named("Kent", "GB", "admin2")
    assert (found.country_id, found.admin1_id, found.admin1_name) == ("GB", "GB-KEN", "Kent")


@pytest.mark.parametrize("feature", ["river", "sea", "mountain range", "continent", "region"])
def test_what_is_wide_joins_only_to_the_country_it_is_said_to_be_in(feature):
    found = joined(OXAPAMPA, OXAPAMPA, feature=[feature] * 2, country=["PE", ""])
    assert found.country_id.tolist() == ["PE", ""]
    assert found.admin1_id.tolist() == ["", ""]


def test_a_mountain_joins_by_its_point():
    assert joined((-77.604, -9.122), feature=["mountain"]).admin1_id.tolist() == ["PE-ANC"]


def test_the_country_that_is_said_holds_within_the_tolerance():
    # 1 km from the border of Ecuador in Peru, at Aguas Verdes.
    border = (-80.245, -3.485)
    assert joined(border, country=["PE"]).country_id.tolist() == ["PE"]
    assert joined(border, country=["EC"]).country_id.tolist() == ["EC"]
    assert joined(border, country=["FR"]).country_id.tolist() == joined(border).country_id.tolist()


def test_disputed_regions_follow_the_gazetteer(named):
    assert named("Laayoune", "EH").country_id == "EH"
    assert named("Simferopol", "UA").country_id == "UA"


@pytest.mark.parametrize("country", ["", "XX", None, 7, float("nan"), "\u202ePE", "pe"])
def test_a_country_that_is_none_is_not_heeded(country):
    assert joined(OXAPAMPA, country=[country]).country_id.tolist() == ["PE"]


@pytest.mark.parametrize(
    "place_id", ["", "geonames:", "geonames:x", "geonames:99999999999", "region:atlantis", ":", None, 3.5]
)
def test_an_identifier_that_is_none_is_not_heeded(place_id):
    assert joined(OXAPAMPA, id=[place_id], feature=[None]).admin1_id.tolist() == ["PE-PAS"]


def test_rows_of_the_gazetteer_say_the_same_as_ids(gazetteer):
    rows = [int(row) for row in gazetteer.rows("Villa Rica")]
    points = [(gazetteer.lonlat(row).lon, gazetteer.lonlat(row).lat) for row in rows]
    by_row = joined(*points, row=rows)
    by_id = joined(*points, id=[gazetteer.place_id(row) for row in rows])
    assert by_row.drop(columns="row").equals(by_id.drop(columns="id"))


@pytest.mark.parametrize("row", [-1, 10**9, None, "7"])
def test_a_row_that_is_none_is_not_heeded(row):
    assert joined(OXAPAMPA, row=[row]).admin1_id.tolist() == ["PE-PAS"]


def test_a_thousand_towns_join_to_the_country_the_gazetteer_says(gazetteer):
    rows = np.flatnonzero(gazetteer.feature_code == 4)[::230]
    points = zip(gazetteer.lon_e5[rows] / 1e5, gazetteer.lat_e5[rows] / 1e5, strict=True)
    found = joined(*points, row=rows.tolist())
    agree = found.country_id == [gazetteer.country(int(row)) for row in rows]
    assert len(rows) > 1000
    assert agree.mean() > 0.995
