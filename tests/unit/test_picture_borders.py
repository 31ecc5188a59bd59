"""Whose borders a picture shows, and how it shades areas, as its page does."""

import io
import re

import docx
import pytest
import shapely
from lxml import etree
from pictures import SVG, svg_of, words_of
from reports import make_entry, region_name, seed_like_report

from geo.document import Document
from geo.regions.sets import country_geometry
from geo.report import Outline, Report
from maps.cartography.shading import shade_areas
from maps.cartography.view import choose_view
from maps.colours import read_palette
from maps.drawing import render_map
from maps.options import MapOptions
from maps.picture import draw_picture
from maps.picture.compose import compose_picture
from maps.picture.scene import set_scene
from maps.words import read_words

TEXT = "Ukraine. Crimea. Kyiv. Simferopol. Kyiv."
UKRAINE = region_name("UA", "Ukraine", "country")


@pytest.fixture(scope="module")
def report():
    outline = Outline(geometry=country_geometry("UA"), approximate=False)
    facts = {"country": "UA", "regions": (UKRAINE,)}
    entries = (
        make_entry(TEXT, ["Ukraine"], lon=31, lat=49, feature="country", outline=outline, **facts),
        make_entry(TEXT, ["Kyiv"], lon=30.52, lat=50.45, **facts),
        make_entry(TEXT, ["Simferopol"], lon=34.1, lat=44.95, **facts),
    )
    return Report(title="Cellars", documents=(Document(text=TEXT, name="c.txt"),), entries=entries)


@pytest.fixture(scope="module")
def drawings(report):
    return {view: svg_of(report, MapOptions(borders=view)) for view in ("iso", "de-facto", "disputed")}


def group(root, name):
    return [node for node in root.iter(f"{SVG}g") if node.get("id") == name]


def styles(layer):
    return " ".join(node.get("style", "") for node in layer.iter())


def test_disputed_borders_are_dashed_over_a_strip_of_land_where_they_are_asked_for(drawings):
    palette = read_palette("light")
    order = [node.get("id") for node in drawings["disputed"].iter(f"{SVG}g") if node.get("id")]
    assert order.index("area-0") < order.index("casings") < order.index("disputed-borders")
    (line, *_) = group(drawings["disputed"], "disputed-borders")
    style = styles(line)
    assert f"stroke: {palette['disputed']}" in style
    assert "stroke-dasharray" in style
    (casing, *_) = group(drawings["disputed"], "casings")
    assert f"stroke: {palette['land']}" in styles(casing)
    for view in ("iso", "de-facto"):
        assert group(drawings[view], "disputed-borders") == []


def test_the_legend_has_disputed_borders_where_there_are_any(drawings):
    word = read_words("en")["legend_disputed"]
    assert [view for view, root in drawings.items() if word in words_of(root)] == ["disputed"]
    elsewhere = svg_of(seed_like_report(), MapOptions(borders="disputed"))
    assert word not in words_of(elsewhere)


def test_disputed_areas_bear_their_names(drawings):
    said = " ".join(words_of(drawings["disputed"]))
    assert "Crimea (disputed)" in said
    assert "(disputed)" not in " ".join(words_of(drawings["iso"]))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("view", ["iso", "de-facto", "disputed"])
def test_the_picture_says_whose_view_it_is(report, drawings, view, language):
    root = drawings[view] if language == "en" else svg_of(report, MapOptions(borders=view, language=language))
    assert read_words(language)[f"borders_{view}"] in " ".join(words_of(root))


def extent(report, view):
    """Give how far south the outline of the first entry reaches, in pixels."""
    options = MapOptions(borders=view)
    (area,) = compose_picture(set_scene(report, options), options).marks.areas
    return area.seen.bounds[3]


def test_the_outline_of_a_country_is_that_of_the_view(report):
    iso, held, disputed = (extent(report, view) for view in ("iso", "de-facto", "disputed"))
    assert held < iso - 50
    assert disputed == iso


def test_areas_are_shaded_in_the_colours_of_the_page_with_their_legend():
    report = seed_like_report()
    options = MapOptions(shade="admin1", language="en")
    root = svg_of(report, options)
    shading = shade_areas(report, choose_view(report), options)
    palette = read_palette("light")
    for shade in range(len(shading.labels)):
        (layer,) = group(root, f"shade-{shade}")
        assert f"fill: {palette[f'shade-{shade}']}" in styles(layer)
    said = words_of(root)
    heading = said.index("Mentions by first-level region:")
    assert tuple(said[heading + 1 : heading + 1 + len(shading.labels)]) == shading.labels
    counts = ", ".join(f"{area.name} ({area.count})" for area in shading.areas)
    assert f"Mentions by first-level region: {counts}." in root.findtext(f"{SVG}desc")


def test_shaded_areas_are_under_the_story_which_is_not_tinted_then():
    root = svg_of(seed_like_report(), MapOptions(shade="country"))
    order = [node.get("id") for node in root.iter(f"{SVG}g") if node.get("id")]
    assert order.index("land") < order.index("shade-1") < order.index("area-1")
    (area,) = group(root, "area-1")
    assert "fill: none" in styles(area)
    (region,) = group(root, "area-3")
    assert "fill: none" not in styles(region)


def test_a_picture_without_shades_has_none():
    root = svg_of(seed_like_report())
    assert not [node for node in root.iter() if node.get("id", "").startswith("shade-")]
    assert not any(text.startswith("Mentions by") for text in words_of(root))


def test_a_small_area_has_its_name_beside_it_and_not_in_its_neighbour():
    text = "Wide and Tiny"
    wide = Outline(geometry=shapely.box(10, 46, 13, 52), approximate=False)
    tiny = Outline(geometry=shapely.box(13, 48.9, 13.1, 49), approximate=False)
    areas = {"feature": "admin1", "country": "DE"}
    entries = (
        make_entry(text, ["Wide"], lon=11, lat=49, outline=wide, **areas),
        make_entry(text, ["Tiny"], lon=13.05, lat=48.95, outline=tiny, **areas),
    )
    root = svg_of(Report(title="t", documents=(Document(text=text, name="t"),), entries=entries))
    (name,) = [node for node in root.iter(f"{SVG}text") if node.text == "Tiny"]
    (edge,) = group(root, "area-0")
    rights = re.findall(r"[ML] ([\d.]+) ", edge.find(f".//{SVG}path").get("d"))
    assert float(name.get("x")) > max(map(float, rights))
    assert "text-anchor: end" not in name.get("style")


def test_a_word_document_has_the_view_and_the_counts(report):
    content = render_map(report, ".docx", MapOptions(borders="disputed", shade="country"))
    word = docx.Document(io.BytesIO(content))
    told = [paragraph.text for paragraph in word.paragraphs]
    assert read_words("en")["borders_disputed"] in told
    assert told.index("Mentions by country") > told.index("All places")
    rows = [[cell.text for cell in row.cells] for row in word.tables[1].rows]
    assert rows == [["Country", "Mentions"], ["Ukraine", "4"]]


def test_every_form_is_written_with_both(report):
    options = MapOptions(dpi=48, borders="disputed", shade="admin1", theme="dark", language="es")
    for form in ("png", "svg", "pdf"):
        assert draw_picture(report, options, form)
    said = " ".join(words_of(etree.fromstring(draw_picture(report, options, "svg"))))
    assert "Frontera en disputa" in said
    assert "UCRANIA" in said
