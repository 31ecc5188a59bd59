"""First views where they are hard: one place, the poles, a crowd, both sides of 180 degrees, the whole world."""

import math

import pytest
import shapely
from crowds import report_of, valley_report
from reports import country, make_entry

from maps.cartography.basemap import read_basemap
from maps.cartography.inset import draw_inset
from maps.cartography.layers import read_layer
from maps.cartography.shapes import wrap_shape
from maps.cartography.view import Box, choose_view, main_body

TEXT = "There"
PLACES = {
    "Suva": (178.44, -18.14),
    "Apia": (-171.77, -13.83),
    "Nome": (-165.41, 64.5),
    "Anadyr": (177.51, 64.73),
    "Wellington": (174.78, -41.29),
    "Waitangi": (-176.56, -43.95),
    "Lima": (-77.03, -12.04),
    "Madrid": (-3.7, 40.42),
    "Longyearbyen": (15.63, 78.22),
    "Ushuaia": (-68.3, -54.8),
    "Tokyo": (139.69, 35.69),
    "Paris": (2.35, 48.85),
}


def towns(*names):
    entries = [make_entry(TEXT, [TEXT], name=name, lon=PLACES[name][0], lat=PLACES[name][1]) for name in names]
    return report_of(TEXT, entries)


def land(code):
    everywhere = Box(west=-180, south=-90, east=180, north=90)
    world = read_layer("world", everywhere)
    shape = shapely.union_all([world.shapes[row] for row, own in enumerate(world.countries) if own == code])
    point = shape.representative_point()
    return country(TEXT, [TEXT], name=code, lon=point.x, lat=point.y, code=code, shape=shape)


def metres_a_pixel(view):
    """Give how large the ground is on the first view."""
    lat = (view.fit.south + view.fit.north) / 2
    return view.deg_per_px * 111_320 * math.cos(math.radians(lat))


@pytest.mark.parametrize(
    ("names", "width"),
    [
        (("Suva", "Apia"), 9.8),
        (("Nome", "Anadyr"), 17.1),
        (("Wellington", "Waitangi"), 8.7),
        (("Lima", "Madrid"), 73.3),
    ],
)
def test_two_places_are_shown_the_short_way_round(names, width):
    view = choose_view(towns(*names))
    assert view.fit.east - view.fit.west == pytest.approx(width, abs=0.1)
    assert view.west <= view.fit.west
    assert view.fit.east <= view.west + 360


@pytest.mark.parametrize("name", ["Lima", "Longyearbyen", "Ushuaia"])
def test_one_place_has_the_same_surroundings_everywhere_on_earth(name):
    view = choose_view(towns(name))
    assert metres_a_pixel(view) == pytest.approx(611, rel=0.1)
    assert 2**view.closest_zoom == pytest.approx(360 / 256 / view.deg_per_px, rel=0.1)


def test_a_crowd_is_looked_at_closer_than_two_towns():
    valley = choose_view(valley_report())
    assert valley.closest_zoom > choose_view(towns("Lima", "Madrid")).closest_zoom
    assert valley.fit.span_deg / (valley.deg_per_px * 700) > 0.5


def test_many_towns_are_not_shrunk_for_a_far_sea():
    towns = valley_report().entries
    sea = make_entry(TEXT, [TEXT], name="Sea", lon=-75.6, lat=-12.9, feature="sea")
    many, few = (choose_view(report_of(TEXT, [*towns[:count], sea])).fit for count in (60, 2))
    assert many == choose_view(report_of(TEXT, towns)).fit
    assert few.south <= -12.9


def test_a_country_cut_by_180_degrees_is_shown_whole():
    view = choose_view(report_of(TEXT, [land("RU")]))
    assert view.fit.west == pytest.approx(27, abs=1)
    assert view.fit.east == pytest.approx(190, abs=1)
    assert view.west <= view.fit.west
    assert view.fit.east <= view.west + 360
    shape = wrap_shape(land("RU").outline.geometry, view.west)
    assert shapely.get_parts(shape)[shapely.area(shapely.get_parts(shape)).argmax()].bounds[2] > 185


def test_the_main_body_takes_in_what_the_cut_has_parted_from_it():
    body = main_body(shapely.MultiPolygon([shapely.box(100, 50, 180, 70), shapely.box(-180, 60, -170, 66)]))
    assert (body.west, body.east) == (100, 190)
    body = main_body(shapely.MultiPolygon([shapely.box(-180, 50, -100, 70), shapely.box(170, 60, 180, 66)]))
    assert (body.west, body.east) == (170, 260)


def test_fiji_is_not_shown_as_the_whole_world():
    view = choose_view(report_of(TEXT, [land("FJ")]))
    assert view.fit.span_deg < 5


def test_a_country_alone_fills_the_view():
    view = choose_view(report_of(TEXT, [land("PE")]))
    assert 0.7 < view.fit.span_deg / (view.deg_per_px * 700) < 0.8


@pytest.mark.parametrize("names", [("Suva", "Apia"), ("Nome", "Anadyr"), ("Longyearbyen",), ("Ushuaia",), ("Lima",)])
def test_the_inset_shows_some_land_and_all_of_the_view(names):
    report = towns(*names)
    view = choose_view(report)
    inset = draw_inset(read_basemap(view, set()).world, view, {"PE"})
    assert inset["land"]
    for lon in (view.fit.west, view.fit.east):
        assert 0 <= (lon - inset["west"]) * inset["scale"] <= inset["size"]


def test_a_view_of_the_world_needs_no_inset():
    view = choose_view(towns("Lima", "Tokyo", "Paris"))
    assert draw_inset(read_basemap(view, set()).world, view, set()) is None
