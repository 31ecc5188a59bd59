import math

import pytest

from geo.errors import CoordinateError
from geo.lonlat import LonLat, distance_m


@pytest.mark.parametrize(("lon", "lat"), [(0, 0), (180, 90), (-180, -90), (-75.27, -10.74)])
def test_points_on_earth(lon, lat):
    point = LonLat(lon=lon, lat=lat)
    assert (point.lon, point.lat) == (lon, lat)


@pytest.mark.parametrize(
    ("lon", "lat", "words"),
    [
        (180.1, 0, "longitude 180.1"),
        (-200, 0, "longitude -200"),
        (0, 90.01, "latitude 90.01"),
        (0, -91, "latitude -91"),
        (math.nan, 0, "longitude nan"),
        (0, math.inf, "latitude inf"),
    ],
)
def test_what_is_no_point_on_earth(lon, lat, words):
    with pytest.raises(CoordinateError, match=words):
        LonLat(lon=lon, lat=lat)


def test_order_cannot_be_mistaken():
    with pytest.raises(TypeError):
        LonLat(-75.27, -10.74)


def test_points_are_values():
    assert LonLat(lon=1, lat=2) == LonLat(lon=1, lat=2)
    assert len({LonLat(lon=1, lat=2), LonLat(lon=1, lat=2)}) == 1
    with pytest.raises(AttributeError):
        LonLat(lon=1, lat=2).lon = 3


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 90), 10_001_966),  # a quarter of a meridian
        ((179.5, 0), (-179.5, 0), 111_319),  # over the antimeridian
        ((-77.0428, -12.0464), (-75.4017, -10.5775), 241_700),  # Lima to Oxapampa
    ],
)
def test_distance(one, other, metres):
    first, second = LonLat(lon=one[0], lat=one[1]), LonLat(lon=other[0], lat=other[1])
    assert distance_m(first, second) == pytest.approx(metres, rel=2e-3, abs=1)
    assert distance_m(first, second) == pytest.approx(distance_m(second, first))
