import hypothesis.strategies as st
import pytest
import shapely
from hypothesis import given, settings

from geo.regions import country_geometry, open_layer
from geo.regions.named.seams import cut_out, unite_sets


def boxes(*bounds):
    return [shapely.box(*one) for one in bounds]


def test_a_coverage_is_dissolved():
    found = unite_sets([boxes((0, 0, 1, 1), (1, 0, 2, 1), (0, 1, 2, 2))])
    assert found.equals(shapely.box(0, 0, 2, 2))


def test_a_gap_between_two_sets_is_closed():
    found = unite_sets([boxes((0, 0, 1, 1)), boxes((1.004, 0, 2, 1))])
    assert found.geom_type == "Polygon"
    assert found.area == pytest.approx(2, abs=1e-3)


def test_an_overlap_between_two_sets_is_counted_once():
    assert unite_sets([boxes((0, 0, 1, 1)), boxes((0.996, 0, 2, 1))]).area == pytest.approx(2, abs=1e-6)


def test_a_strait_stays_open():
    found = unite_sets([boxes((0, 0, 1, 1)), boxes((1.02, 0, 2, 1))])
    assert found.geom_type == "MultiPolygon"


def test_a_creek_in_one_part_stays_open():
    creek = shapely.box(0, 0, 1, 1).difference(shapely.box(0.5, 0.5, 0.504, 1))
    found = unite_sets([[creek], boxes((3, 0, 4, 1))])
    assert not found.intersects(shapely.Point(0.502, 0.75))


def test_polygons_of_one_set_that_overlap():
    found = unite_sets([boxes((0, 0, 1, 1), (0.5, 0, 2, 1))])
    assert found.is_valid
    assert found.area == pytest.approx(2)


def test_nothing_is_nothing():
    assert unite_sets([]).is_empty


def test_what_is_cut_out_leaves_no_sliver():
    rest = cut_out(shapely.box(0, 0, 2, 1), shapely.box(1, 0.004, 3, 1))
    assert rest.equals(shapely.box(0, 0, 1, 1).union(shapely.box(1, 0, 2, 0.004)).intersection(rest))
    assert cut_out(shapely.box(0, 0, 1, 1), shapely.box(0.004, -1, 2, 2)).is_empty


def test_islands_beside_a_cut_stay():
    islet = shapely.box(5, 5, 5.002, 5.002)
    rest = cut_out(shapely.MultiPolygon([shapely.box(0, 0, 1, 1), islet]), shapely.box(0, 0, 0.5, 1))
    assert rest.contains(islet)


@given(chosen=st.sets(st.sampled_from(range(4596)), min_size=1, max_size=30))
@settings(max_examples=25, deadline=None)
def test_the_union_has_the_area_of_its_members(chosen):
    geometries = open_layer("boundaries/admin1").geometries(sorted(chosen))
    found = unite_sets([geometries])
    assert found.is_valid
    assert found.area == pytest.approx(sum(shapely.area(geometries)), rel=1e-9)


@given(held=st.sampled_from(["PE", "BO", "ML", "FR"]), out=st.floats(0.05, 0.95))
@settings(max_examples=15, deadline=None)
def test_what_is_cut_out_and_the_rest_are_the_whole(held, out):
    whole = country_geometry(held)
    west, south, east, north = whole.bounds
    part = shapely.box(west, south, west + out * (east - west), north)
    rest = cut_out(whole, part)
    assert rest.is_valid
    assert rest.intersection(part).area == pytest.approx(0, abs=1e-9)
    assert rest.area + whole.intersection(part).area == pytest.approx(whole.area, rel=1e-3)
