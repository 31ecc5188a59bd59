"""The folium map and its first view."""

import json
import re

import pytest
import shapely
from reports import country, make_entry, seed_like_report

from geo.document import Document
from geo.errors import RenderError
from geo.report import Outline, Report
from maps import write_map
from maps.cartography.basemap import read_basemap
from maps.cartography.view import Box, choose_view, cover_boxes, main_body
from maps.options import MapOptions
from maps.page.folium_map import draw_folium, wrap_lon


def report_of(*entries):
    return Report(title="x", documents=(Document(text="Here", name="x"),), entries=entries)


def town(lon, lat):
    return make_entry("Here", ["Here"], lon=lon, lat=lat)


def area(box, feature="admin1", **facts):
    lon, lat = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    outline = Outline(geometry=shapely.box(*box), approximate=False)
    return make_entry("Here", ["Here"], lon=lon, lat=lat, feature=feature, outline=outline, **facts)


def land(box, code="XX"):
    return country("Here", ["Here"], name="Land", lon=box[0], lat=box[1], code=code, shape=shapely.box(*box))


def test_towns_are_fitted_and_countries_in_passing_are_not():
    fit = choose_view(report_of(town(10, 50), town(12, 51), land((-120, 20, -70, 50)))).fit
    assert fit == Box(west=10, south=50, east=12, north=51)


def test_a_region_beside_the_towns_is_fitted_too():
    fit = choose_view(report_of(town(10, 50), town(12, 51), area((11, 49, 14, 51)))).fit
    assert fit == Box(west=10, south=49, east=14, north=51)


def test_a_region_that_would_shrink_the_towns_to_a_heap_is_not():
    fit = choose_view(report_of(town(10, 50), town(12, 51), area((11, 20, 40, 51)))).fit
    assert fit == Box(west=10, south=50, east=12, north=51)


def test_one_town_is_no_heap():
    fit = choose_view(report_of(town(-121, 38), area((-124, 32, -114, 42)))).fit
    assert fit == Box(west=-124, south=32, east=-114, north=42)


def test_a_country_alone_is_fitted_whole():
    assert choose_view(report_of(land((10, 40, 20, 50)))).fit == Box(west=10, south=40, east=20, north=50)


def test_one_town_is_not_shown_closer_than_its_surroundings():
    view = choose_view(report_of(town(10, 0)))
    assert view.closest_zoom == 8
    assert view.deg_per_px == pytest.approx(360 / 256 / 2**8)


def test_an_empty_report_shows_the_world():
    assert choose_view(report_of()).fit.span_deg > 300


def test_across_180_degrees_the_short_way_is_taken():
    view = choose_view(report_of(town(178.4, -18.1), town(-171.8, -13.8)))
    assert (round(view.fit.west, 1), round(view.fit.east, 1)) == (178.4, 188.2)
    assert wrap_lon(-171.8, view) == pytest.approx(188.2)
    assert wrap_lon(178.4, view) == pytest.approx(178.4)


def test_the_country_around_the_towns_is_drawn_in_full_unless_it_is_large():
    near = choose_view(report_of(town(10, 50), town(12, 51), land((8, 46, 13, 53)))).detail
    assert (near.south <= 46, near.north >= 53) == (True, True)
    large = choose_view(report_of(town(10, 50), town(12, 51), land((-60, 0, 80, 80)))).detail
    assert large.span_deg < 20


def test_main_body_leaves_out_far_islands():
    shape = shapely.MultiPolygon([shapely.box(0, 40, 8, 50), shapely.box(55, -21, 56, -20)])
    assert main_body(shape) == Box(west=0, south=40, east=8, north=50)


@pytest.mark.parametrize("lons", [(170, -170), (-170, 170), (-175, -170, 175), (100, 110), (-10, 10)])
def test_cover_is_the_shortest_arc(lons):
    box = cover_boxes([Box(west=lon, south=0, east=lon, north=0) for lon in lons])
    assert box.east - box.west <= 20
    assert all(any(box.west <= lon + turn <= box.east for turn in (0, 360)) for lon in lons)


@pytest.fixture(scope="module")
def drawn():
    report = seed_like_report()
    view = choose_view(report)
    return draw_folium(report, read_basemap(view, {"PE"}), view)


def data_of(drawn, name):
    start = drawn.script.index(f"dateline_{name}_add(", drawn.script.index(f"function dateline_{name}_add") + 40)
    return json.JSONDecoder().raw_decode(drawn.script, drawn.script.index("{", start))[0]


def test_geometry_carries_numbers_and_no_words(drawn):
    places = data_of(drawn, "places")["features"]
    assert [feature["properties"] for feature in places] == [{"place": 2}, {"place": 4}, {"place": 5}]
    assert [feature["properties"] for feature in data_of(drawn, "areas")["features"]] == [{"place": 0}, {"place": 1}]
    assert [feature["properties"] for feature in data_of(drawn, "regions")["features"]] == [{"place": 3}]
    for word in ("Oxapampa", "Peru", "VRAEM", "Natural Earth"):
        assert word not in drawn.script + drawn.html


def test_regions_lie_above_areas_and_below_markers(drawn):
    heights = {
        pane: int(height) for pane, height in re.findall(r"dateline_(\w+)_pane\.style\.zIndex = (\d+)", drawn.script)
    }
    assert heights["land"] < heights["borders"] < heights["areas"] < heights["regions"] < 600


def test_nothing_of_foliums_defaults_is_left(drawn):
    assert "http" not in drawn.script + drawn.html
    assert "tileLayer" not in drawn.script


def test_a_page_is_written_whole(tmp_path):
    path = write_map(seed_like_report(), tmp_path / "map.html", MapOptions(title="Mine"))
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_a_target_that_cannot_be_written_is_one_clear_error(tmp_path):
    with pytest.raises(RenderError, match="nowhere"):
        write_map(seed_like_report(), tmp_path / "nowhere" / "map.html")
    assert list(tmp_path.iterdir()) == []
