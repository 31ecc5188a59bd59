import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point
from zoo import ZOO

from geo.regions import JOIN_COLUMNS, join_regions

lonlats = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
shapes = st.one_of(st.none(), lonlats.map(Point), st.just(Point()), st.sampled_from(list(ZOO.values())))
labels = st.one_of(st.integers(0, 3), st.text(max_size=2))
features = st.sampled_from(
    ["", "country", "admin1", "admin2", "admin3", "populated place", "river", "region", "mountain"]
)
countries = st.sampled_from(["", "PE", "FR", "US", "XX"])
ids = st.sampled_from(
    ["", "geonames:3926120", "geonames:3932834", "inei:080910", "region:vraem", "geonames:6269131", "?"]
)


@st.composite
def places(draw):
    size = draw(st.integers(0, 6))

    def column(of):
        return draw(st.lists(of, min_size=size, max_size=size))

    columns = {"feature": column(features), "country": column(countries), "id": column(ids)}
    geometry = gpd.GeoSeries(column(shapes), crs="OGC:CRS84")
    frame = gpd.GeoDataFrame(columns, geometry=geometry.to_numpy(), crs="OGC:CRS84")
    return frame.set_axis(pd.Index(column(labels), dtype=object))


@given(places(), st.floats(0, 50_000))
def test_a_join_keeps_rows_order_and_index(frame, tolerance_m):
    found = join_regions(frame, tolerance_m=tolerance_m)
    assert found.index.equals(frame.index)
    assert list(found.columns) == [*frame.columns, *JOIN_COLUMNS]
    for column in ("feature", "country", "id"):
        assert found[column].tolist() == frame[column].tolist()
    assert shapely.to_wkb(found.geometry.to_numpy()).tolist() == shapely.to_wkb(frame.geometry.to_numpy()).tolist()


@given(places())
def test_what_a_join_finds_fits_together(frame):
    for place in join_regions(frame).itertuples():
        assert bool(place.country_id) == bool(place.country_name)
        assert bool(place.admin1_id) == bool(place.admin1_name)
        assert bool(place.admin2_id) == bool(place.admin2_name) == place.admin2_approximate
        assert place.country_id or not place.admin1_id
        assert place.admin1_id or not place.admin2_id
        assert isinstance(place.named_regions, tuple)
        assert isinstance(place.touches, tuple)


@given(st.lists(lonlats, max_size=8), st.randoms(use_true_random=False))
def test_a_place_joins_the_same_in_any_company(points, shuffle):
    order = list(range(len(points)))
    shuffle.shuffle(order)
    frame = gpd.GeoDataFrame(geometry=[Point(point) for point in points], crs="OGC:CRS84", index=range(len(points)))
    together = join_regions(frame)
    assert join_regions(frame.iloc[order]).equals(together.iloc[order])


@pytest.mark.parametrize("kind", ZOO)
def test_every_kind_of_geometry_is_joined_or_left(kind):
    frame = gpd.GeoDataFrame({"geometry": np.array([ZOO[kind]], dtype=object)}, geometry="geometry", crs="OGC:CRS84")
    found = join_regions(frame)
    assert len(found) == 1
    at_sea = {"across the antimeridian", "the whole Earth"}
    nowhere = at_sea | {"nothing", "point beyond the pole", "point that is not a number"}
    assert bool(found.country_id.iloc[0]) == (not kind.startswith("empty") and kind not in nowhere)
