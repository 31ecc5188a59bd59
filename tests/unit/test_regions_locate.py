import numpy as np
import pytest
from shapely import box
from zoo import LANDS, make_layer

from geo.regions.locate import NOWHERE, Points, find_containing, find_nearest

LAYER = make_layer(LANDS)
IDS = [*LANDS, None]
KM = 1000.0


def points(*pairs):
    lon, lat = np.array(pairs, dtype=float).reshape(-1, 2).T
    return Points(lon=lon, lat=lat)


def containing(*pairs):
    return [IDS[at] for at in find_containing(LAYER, points(*pairs))]


def nearest(*pairs, within_m=50 * KM):
    return [IDS[at] for at in find_nearest(LAYER, points(*pairs), within_m)]


def test_a_point_inside_a_region():
    assert containing((2, 2), (17, 9), (179.5, -17), (-179.8, -17)) == ["A-1", "A-3", "B-1", "B-1"]


def test_a_point_in_a_hole_is_in_what_fills_the_hole():
    assert containing((5, 5)) == ["A-2"]


def test_a_point_on_a_border_goes_to_the_smallest_id():
    assert containing((10, 5), (4, 5), (6, 6), (0, 0)) == ["A-1", "A-1", "A-1", "A-1"]


def test_of_overlapping_regions_the_smallest_id():
    layer = make_layer({"X": box(0, 0, 4, 4), "Y": box(2, 2, 6, 6), "Z": box(2, 2, 3, 3)})
    assert find_containing(layer, points((2.5, 2.5), (5, 5), (2, 4))).tolist() == [0, 1, 0]


def test_a_point_outside_is_nowhere():
    assert find_containing(LAYER, points((30, 5), (5, -0.001))).tolist() == [NOWHERE, NOWHERE]


def test_no_points():
    assert containing() == nearest() == []


def test_only_allowed_pairs_match():
    def not_the_first(_, region):
        return region != 0

    assert find_containing(LAYER, points((10, 5), (2, 2)), not_the_first).tolist() == [2, NOWHERE]


# A degree of longitude is 111.32 km at the equator, 55.80 km at 60 degrees north.
@pytest.mark.parametrize(("lon", "expected"), [(-0.044, "A-1"), (-0.046, None)])
def test_the_tolerance_is_in_metres_at_the_equator(lon, expected):
    assert nearest((lon, 0.5), within_m=5 * KM) == [expected]


@pytest.mark.parametrize(("lon", "expected"), [(-0.089, "N"), (-0.091, None)])
def test_the_tolerance_is_in_metres_in_the_north(lon, expected):
    layer = make_layer({"N": box(0, 55, 10, 65)})
    found = find_nearest(layer, points((lon, 60)), 5 * KM)
    assert [("N", None)[at] for at in found] == [expected]


def test_in_the_north_east_is_nearer_than_the_same_degrees_north():
    layer = make_layer({"east": box(0.08, 69, 1, 70.5), "north": box(-1, 70.05, 0.04, 70.5)})
    # The east is 0.08 degrees of 38 km each away, the north 0.05 of 111 km.
    assert find_nearest(layer, points((0, 70)), 10 * KM).tolist() == [0]


def test_of_equally_near_regions_the_smallest_id():
    layer = make_layer({"X": box(0, 0, 1, 1), "Y": box(1.02, 0, 2, 1)})
    assert find_nearest(layer, points((1.01, 0.5)), 5 * KM).tolist() == [0]


def test_a_point_inside_is_at_no_distance():
    assert nearest((5, 5), (2, 2), within_m=0.0) == ["A-2", "A-1"]


def test_the_nearest_may_lie_across_the_antimeridian():
    layer = make_layer({"west": box(179.9, -18, 180, -16)})
    assert find_nearest(layer, points((-179.98, -17)), 5 * KM).tolist() == [0]
    assert find_nearest(layer, points((-179.9, -17)), 5 * KM).tolist() == [NOWHERE]


def test_a_point_at_the_pole():
    layer = make_layer({"Antarctica": box(-180, -90, 180, -85)})
    assert find_containing(layer, points((0, -90))).tolist() == [0]
    assert find_nearest(layer, points((12, 90), (12, -84.99)), 5 * KM).tolist() == [NOWHERE, 0]
