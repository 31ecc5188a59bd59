"""Disputed areas: what ships of them, and whose view of their borders a map draws."""

import dataclasses

import pytest
import shapely
from reports import make_entry

from geo.document import Document
from geo.regions.disputed import disputed_areas, region_pieces
from geo.regions.layers import open_layer
from geo.regions.sets import countries, country_geometry
from geo.report import Outline, Report
from maps.borders import borders_note
from maps.cartography.basemap import read_basemap
from maps.cartography.labels import place_labels
from maps.cartography.layers import read_layer
from maps.cartography.territory import (
    area_in,
    country_extent,
    divide_regions,
    is_disputed,
    redraw_countries,
    territories_of,
)
from maps.cartography.view import Box, choose_view
from maps.options import BORDERS, LANGUAGES, MapOptions

AREAS = disputed_areas()
LEVANT = Box(west=34, south=31, east=38, north=34)
BLACK_SEA = Box(west=32, south=44, east=37, north=47)


def report_of(*towns, country=""):
    text = ". ".join(name for name, _, _ in towns)
    entries = tuple(
        make_entry(text, [name], lon=lon, lat=lat, place_id=f"test:{name}", country=country) for name, lon, lat in towns
    )
    return Report(title="x", documents=(Document(text=text, name="x"),), entries=entries)


KHERSON_TO_KERCH = report_of(("Kherson", 32.62, 46.64), ("Kerch", 36.47, 45.36), country="UA")


def basemap_of(report, borders):
    return read_basemap(choose_view(report), {"UA"}, borders)


def isthmus():
    """Give a point of the border between Kherson and Crimea, on land."""
    layer = open_layer("boundaries/admin1")
    kherson, crimea = layer.geometries([layer.table["region_id"].index(one) for one in ("UA-65", "UA-43")])
    return max(shapely.get_parts(kherson.intersection(crimea)), key=shapely.length).interpolate(0.5, normalized=True)


def runs_by(lines, point):
    return any(line.distance(point) < 1e-6 for line in lines)


def country_entry(code, name, outline=None):
    shape = outline or country_geometry(code)
    return make_entry(
        name, [name], lon=0, lat=0, name=name, feature="country", country=code,
        outline=Outline(geometry=shape, approximate=False),
    )  # fmt: skip


def test_areas_are_regions_that_ship_and_their_holders_are_countries():
    known = set(open_layer("boundaries/admin1").table["region_id"])
    for area in AREAS.values():
        assert set(area.regions) <= known
        assert area.regions
        assert {area.holder, area.country, *area.claimants} - {""} <= countries().keys()
        assert area.holder not in area.claimants
        assert {"en", "es"} <= set(area.names)


def test_no_region_is_in_two_areas_as_a_whole():
    whole = [region for area in AREAS.values() for region in area.regions if region not in region_pieces()]
    assert sorted(whole) == sorted(set(whole))


@pytest.mark.parametrize("region_id", region_pieces())
def test_pieces_make_up_their_region(region_id):
    layer = open_layer("boundaries/admin1")
    (region,) = layer.geometries([layer.table["region_id"].index(region_id)])
    pieces = [piece for _, piece in region_pieces()[region_id]]
    assert shapely.coverage_is_valid(pieces)
    assert shapely.union_all(pieces).symmetric_difference(region).area < 1e-6
    assert {area for area, _ in region_pieces()[region_id]} - {""} <= AREAS.keys()


@pytest.mark.parametrize("borders", BORDERS)
@pytest.mark.parametrize("box", [LEVANT, BLACK_SEA, Box(west=72, south=31, east=82, north=38)])
def test_divided_regions_are_still_a_coverage(box, borders):
    divided = divide_regions(read_layer("regions", box), borders)
    assert shapely.coverage_is_valid(divided.shapes)


@pytest.mark.parametrize(
    ("region", "area", "drawn_with"),
    [
        ("UA-43", "crimea", ("UA", "RU", "~crimea")),
        ("IL-Z", "golan-heights", ("SY", "IL", "~golan-heights")),
        ("CYN-00", "northern-cyprus", ("CY", "~northern-cyprus", "~northern-cyprus")),
        ("MA-15", "western-sahara", ("EH", "MA", "~western-sahara")),
        ("USG-00", "guantanamo-bay", ("CU", "US", "CU")),
    ],
)
def test_each_view_draws_an_area_with_somebody_else(region, area, drawn_with):
    everywhere = read_layer("regions", Box(west=-180, south=-90, east=180, north=90))
    rows = [everywhere.ids.index(region)]
    for borders, expected in zip(BORDERS, drawn_with, strict=True):
        divided = divide_regions(everywhere.take(everywhere.shapes[rows], rows), borders)
        found = {
            territory
            for territory, area_id in zip(territories_of(divided, borders), divided.areas, strict=True)
            if area_id == area or len(divided.ids) == 1
        }
        # Where a view draws all of a region with one country, it is not divided.
        assert expected in found


def test_iso_and_who_holds_the_land_mark_nothing():
    for borders in ("iso", "de-facto"):
        basemap = basemap_of(KHERSON_TO_KERCH, borders)
        assert len(basemap.disputed) == len(basemap.far_disputed) == 0


def test_the_border_of_crimea_is_none_solid_or_dashed():
    drawn = {borders: basemap_of(KHERSON_TO_KERCH, borders) for borders in BORDERS}
    point = isthmus()
    assert not runs_by(drawn["iso"].borders, point)
    assert runs_by(drawn["iso"].provinces, point)
    assert runs_by(drawn["de-facto"].borders, point)
    assert runs_by(drawn["disputed"].disputed, point)
    assert not runs_by(drawn["disputed"].borders, point)
    assert not runs_by(drawn["disputed"].provinces, point)


def test_no_border_of_a_disputed_area_is_solid():
    world = read_layer("world", Box(west=-180, south=-84, east=180, north=84))
    territories = territories_of(world, "disputed")
    edges = shapely.union_all(
        [shape.boundary for shape, one in zip(world.shapes, territories, strict=True) if is_disputed(one)]
    )
    basemap = read_basemap(choose_view(Report(title="x", documents=(), entries=())), set(), "disputed")
    assert sum(line.intersection(edges).length for line in basemap.borders) == pytest.approx(0)
    assert sum(line.length for line in basemap.disputed) > 100


@pytest.mark.parametrize("borders", BORDERS)
def test_a_country_has_the_extent_of_the_view(borders):
    sevastopol = shapely.Point(33.6, 44.7)
    report = Report(title="x", documents=(), entries=(country_entry("UA", "Ukraine"), country_entry("RU", "Russia")))
    ukraine, russia = (entry.outline.geometry for entry in redraw_countries(report, borders).entries)
    assert ukraine.contains(sevastopol) is (borders != "de-facto")
    assert russia.contains(sevastopol) is (borders == "de-facto")


def test_an_outline_that_no_dispute_touches_is_left_alone():
    own = shapely.box(-80, -18, -69, 0)
    report = Report(title="x", documents=(), entries=(country_entry("PE", "Peru", outline=own),))
    for borders in BORDERS:
        assert redraw_countries(report, borders).entries == report.entries


def test_extents_of_neighbours_meet_and_do_not_overlap():
    for borders in ("iso", "de-facto"):
        israel, syria = country_extent("IL", borders), country_extent("SY", borders)
        assert israel.touches(syria)
    golan = shapely.Point(35.8, 33.0)
    assert country_extent("SY", "iso").contains(golan)
    assert country_extent("IL", "de-facto").contains(golan)


def labels_of(report, borders, language="en"):
    view = choose_view(report)
    basemap = read_basemap(view, {"UA"}, borders)
    labels = place_labels(report, basemap, view, borders=borders, language=language)["labels"]
    return {label["text"]: label["kind"] for label in labels}


def test_areas_are_named_as_disputed_in_the_language_of_the_map():
    assert labels_of(KHERSON_TO_KERCH, "disputed")["Crimea (disputed)"] == "disputed"
    assert labels_of(KHERSON_TO_KERCH, "disputed", "es")["Crimea (en disputa)"] == "disputed"
    assert not any("disputed" in text for text in labels_of(KHERSON_TO_KERCH, "iso"))


def test_a_government_of_its_own_is_named_where_it_holds_the_land():
    tiraspol = report_of(("Tiraspol", 29.63, 46.84), ("Odesa", 30.72, 46.48), country="MD")
    assert labels_of(tiraspol, "de-facto")["Transnistria"] == "country"
    assert labels_of(tiraspol, "iso").get("Transnistria") != "country"


def test_what_the_story_names_is_not_named_again():
    entry = make_entry("Crimea", ["Crimea"], lon=34.1, lat=45.2, name="Crimea", feature="admin1", country="UA")
    report = dataclasses.replace(KHERSON_TO_KERCH, entries=(*KHERSON_TO_KERCH.entries, entry))
    assert "Crimea (disputed)" not in labels_of(report, "disputed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_says_whose_view_it_shows(language):
    notes = [borders_note(MapOptions(borders=borders), language) for borders in BORDERS]
    assert len(set(notes)) == len(BORDERS)
    assert "ISO 3166" in notes[0]
    assert "Natural Earth" in notes[1]
    assert "Natural Earth" in notes[2]


def test_an_area_of_its_own_tells_its_identifier():
    assert is_disputed("~crimea")
    assert area_in("~crimea") in AREAS
    assert not is_disputed("UA")
