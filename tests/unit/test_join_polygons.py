import geopandas as gpd
import numpy as np
import pytest
import shapely
from zoo import LANDS, ZOO

from bench.join import make_frames
from geo.errors import ConfigurationError, CrsError, SchemaError
from geo.regions import join_polygons

LAND = gpd.GeoDataFrame(
    {"region_id": list(LANDS), "n": range(len(LANDS))}, geometry=list(LANDS.values()), crs="OGC:CRS84"
)


def at(*points, index=None):
    return gpd.GeoDataFrame(
        {"place": range(len(points))}, geometry=[shapely.Point(one) for one in points], index=index, crs="OGC:CRS84"
    )


def joined(*points, **options):
    return [one if isinstance(one, str) else None for one in join_polygons(at(*points), LAND, **options).region_id]


@pytest.mark.parametrize(
    ("point", "wanted"),
    [
        ((2, 2), "A-1"),
        ((5, 5), "A-2"),
        ((4, 5), "A-1"),
        ((10, 5), "A-1"),
        ((17, 5), "A-3"),
        ((179.5, -17), "B-1"),
        ((-179.5, -17), "B-1"),
        ((30, 30), None),
    ],
)
def test_borders_holes_and_the_antimeridian(point, wanted):
    assert joined(point) == [wanted]


def test_the_smallest_id_counts_whatever_the_order_of_the_polygons():
    both = gpd.GeoDataFrame({"region_id": ["b", "a"]}, geometry=[shapely.box(0, 0, 2, 2)] * 2, crs="OGC:CRS84")
    assert join_polygons(at((1, 1)), both).region_id.tolist() == ["a"]


def test_off_the_coast_up_to_the_tolerance():
    assert joined((-0.01, 5), (-0.1, 5)) == [None, None]
    assert joined((-0.01, 5), (-0.1, 5), tolerance_m=2000) == ["A-1", None]


def test_rows_order_and_index_stay():
    points = at((30, 30), (2, 2), (5, 5), index=["z", "a", "a"])
    found = join_polygons(points, LAND)
    assert found.index.tolist() == ["z", "a", "a"]
    assert found[["place", "geometry"]].equals(points)
    assert found.n.tolist()[1:] == [0, 1]
    assert np.isnan(found.n.iloc[0])


def test_the_zoo_goes_through():
    frame = gpd.GeoDataFrame({"kind": list(ZOO)}, geometry=list(ZOO.values()), crs="OGC:CRS84")
    found = join_polygons(frame, LAND, tolerance_m=5000)
    assert found.kind.tolist() == list(ZOO)
    areas = frame[[one in {"polygon", "polygons", "empty polygon", "nothing"} for one in ZOO]]
    assert join_polygons(at((-75.25, -10.75)), areas, id_column="kind").kind.tolist() == ["polygon"]


def test_frames_in_other_crs():
    points, land = at((2, 2)).to_crs(3857), LAND[:3].to_crs(3857)
    assert join_polygons(points, land).region_id.tolist() == ["A-1"]


def test_no_points_and_no_polygons():
    assert len(join_polygons(at(), LAND)) == 0
    assert join_polygons(at((1, 1)), LAND[:0]).region_id.isna().all()


def test_the_same_as_a_spatial_join():
    points, polygons = make_frames(columns=8, rows=7, points=2000)
    bare = gpd.sjoin(points, polygons, how="left").region_id
    ours = join_polygons(points, polygons)
    assert ours.region_id.fillna("").tolist() == bare.fillna("").tolist()
    near = join_polygons(points, polygons, tolerance_m=5000)
    assert near.region_id.notna().sum() > ours.region_id.notna().sum()


@pytest.mark.parametrize(
    ("points", "polygons", "options", "error"),
    [
        (at((1, 1)), LAND, {"tolerance_m": -1}, ConfigurationError),
        (at((1, 1)), LAND, {"id_column": "code"}, SchemaError),
        (at((1, 1)).set_crs(None, allow_override=True), LAND, {}, CrsError),
        (at((1, 1)), LAND.set_crs(None, allow_override=True), {}, CrsError),
        (at((1, 1)).assign(n=1), LAND, {}, SchemaError),
        (at((1, 1)), LAND.drop(columns="geometry"), {}, SchemaError),
    ],
)
def test_frames_that_do_not_fit(points, polygons, options, error):
    with pytest.raises(error):
        join_polygons(points, polygons, **options)
