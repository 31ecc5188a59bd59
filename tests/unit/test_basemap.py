"""The basemap: clipped to the view, whole beyond it, each border drawn once, wrapped across 180 degrees."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from reports import make_entry, seed_like_report

from geo.document import Document
from geo.report import Report
from maps.cartography.basemap import read_basemap
from maps.cartography.inset import draw_inset
from maps.cartography.labels import place_labels
from maps.cartography.layers import read_layer
from maps.cartography.linework import shared_lines
from maps.cartography.shapes import clip_shapes, thin_shape, to_geojson, wrap_shape
from maps.cartography.view import Box, choose_view

FIJI = shapely.union(shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -178, -16))


def report_of(*towns):
    text = ". ".join(name for name, _, _ in towns)
    entries = tuple(make_entry(text, [name], lon=lon, lat=lat, place_id=f"test:{name}") for name, lon, lat in towns)
    return Report(title="x", documents=(Document(text=text, name="x"),), entries=entries)


@pytest.fixture(scope="module")
def seed():
    report = seed_like_report()
    view = choose_view(report)
    return report, view, read_basemap(view, {"PE"})


def covers(basemap, lon, lat):
    point = shapely.Point(lon, lat)
    return any(part.intersects(point) for part in (*basemap.land, *basemap.far_land))


def test_land_near_the_story_and_far_away(seed):
    _, _, basemap = seed
    assert covers(basemap, -75.3, -10.7)
    assert covers(basemap, 2.3, 48.8)
    assert not covers(basemap, -85, -12)
    assert not covers(basemap, -30, 30)


def test_detail_is_drawn_once(seed):
    _, view, basemap = seed
    box = shapely.box(view.detail.west, view.detail.south, view.detail.east, view.detail.north)
    assert sum(part.intersection(box).area for part in basemap.far_land) < 1e-6
    assert all(part.within(box.buffer(1e-6)) for part in basemap.land)


def test_only_the_storys_countries_have_their_regions(seed):
    _, _, basemap = seed
    assert set(basemap.regions.countries) == {"PE"}
    assert "Pasco" in basemap.regions.names


def test_border_between_two_regions_is_one_line(seed):
    _, _, basemap = seed
    assert len(basemap.borders)
    drawn = shapely.union_all(basemap.borders)
    assert drawn.length == pytest.approx(sum(line.length for line in basemap.borders), rel=1e-6)


def test_labels_leave_out_what_the_story_names(seed):
    report, view, basemap = seed
    facts = place_labels(report, basemap, view)
    texts = [label["text"] for label in facts["labels"]]
    assert "Peru" not in texts
    assert "Lima" not in texts
    assert {"Brazil", "Junín", "Huancayo", "Pacific Ocean"} <= set(texts)


def test_story_areas_have_anchors_inside_them(seed):
    report, view, basemap = seed
    for number, points in place_labels(report, basemap, view)["anchors"].items():
        outline = report.entries[int(number)].outline.geometry
        assert points
        assert all(outline.buffer(0.01).contains(shapely.Point(point)) for point in points)


def test_across_the_antimeridian_the_world_is_wrapped():
    report = report_of(("Suva", 178.44, -18.14), ("Apia", -171.77, -13.83))
    view = choose_view(report)
    basemap = read_basemap(view, {"FJ", "WS"})
    west, _, east, _ = shapely.total_bounds([*basemap.land, *basemap.far_land])
    assert view.west <= west
    assert east <= view.west + 360
    assert covers(basemap, 188.2, -13.9)
    assert covers(basemap, 178.0, -17.8)
    labels = place_labels(report, basemap, view)["labels"]
    assert all(view.west <= lon <= view.west + 360 for label in labels for lon, _ in label.get("anchors", ()))


def test_a_view_of_the_world_uses_the_coarse_world():
    report = report_of(("Lima", -77, -12), ("Tokyo", 139.7, 35.7), ("Paris", 2.3, 48.8))
    basemap = read_basemap(choose_view(report), set())
    assert len(basemap.far_land) == 0
    assert covers(basemap, 100, 60)
    assert len(basemap.regions.names) == 0


def test_a_view_of_a_continent_has_fewer_bends():
    close = choose_view(report_of(("Paris", 2.3, 48.8), ("Reims", 4.0, 49.3)))
    wide = choose_view(report_of(("Paris", 2.3, 48.8), ("Kyiv", 30.5, 50.4), ("Rome", 12.5, 41.9)))
    inside = Box(west=1, south=48, east=5, north=50)
    counts = [
        int(shapely.get_num_coordinates(clip_shapes(read_basemap(view, set()).borders, inside)[0]).sum())
        for view in (close, wide)
    ]
    assert counts[1] < counts[0]


def test_inset_shows_the_storys_country(seed):
    _, view, basemap = seed
    inset = draw_inset(basemap.world, view, {"PE"})
    assert inset["home"].startswith("M")
    assert len(inset["land"]) < 20_000
    assert draw_inset(basemap.world, choose_view(report_of(("A", -120, 40), ("B", 120, 40))), set()) is None


def test_layers_that_cross_180_degrees_are_found_on_both_sides():
    names = read_layer("regions", Box(west=175, south=-20, east=190, north=-10)).countries
    assert {"FJ", "WS"} <= set(names)


def test_clip_turns_what_lies_beyond_180():
    parts, rows = clip_shapes([FIJI], Box(west=170, south=-30, east=190, north=0))
    assert shapely.total_bounds(parts).tolist() == [177, -19, 182, -16]
    assert rows == [0, 0]


def test_wrapping_dissolves_the_seam():
    assert wrap_shape(FIJI, 0.0).geom_type == "Polygon"
    assert wrap_shape(FIJI, -180.0) is FIJI


def test_thinning_keeps_the_detail_and_drops_far_islands():
    view = choose_view(seed_like_report())
    angles = np.linspace(0, 2 * np.pi, 400)
    near = shapely.Polygon(np.column_stack([-75 + np.cos(angles), -11 + np.sin(angles)]))
    far = shapely.Polygon(np.column_stack([60 + np.cos(angles), 40 + np.sin(angles)]))
    islet = shapely.box(100, 0, 100.01, 0.01)
    thin = thin_shape(shapely.MultiPolygon([near, far, islet]), view)
    assert thin.geoms[0].equals(near)
    assert len(thin.geoms) == 2
    assert shapely.get_num_coordinates(thin.geoms[1]) < 100
    assert thin.geoms[1].area == pytest.approx(far.area, rel=0.1)


def test_geojson_drops_rings_that_vanish():
    tiny = shapely.box(0, 0, 1e-6, 1e-6)
    assert to_geojson([tiny], 2) == {"type": "MultiLineString", "coordinates": []}


@given(st.integers(1, 4), st.integers(1, 4))
def test_a_grid_of_boxes_shares_each_inner_side_once(columns, rows):
    boxes = [shapely.box(x, y, x + 1, y + 1) for x in range(columns) for y in range(rows)]
    between, within = shared_lines(boxes, ["same"] * len(boxes))
    assert between == []
    inner = (columns - 1) * rows + (rows - 1) * columns
    assert sum(line.length for line in within) == pytest.approx(inner)
