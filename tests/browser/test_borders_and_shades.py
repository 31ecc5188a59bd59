"""Disputed borders and shaded areas as a reader sees and works them, in chromium with the network cut."""

import dataclasses

import pytest
from attacks import ATTACKS
from playwright.sync_api import expect
from reports import country, make_entry, region_name, seed_like_report

from geo.document import Document
from geo.regions.disputed import disputed_areas
from geo.regions.sets import country_geometry
from geo.report import Report
from maps.cartography import labels, shading
from maps.options import MapOptions

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
TEXT = "Ukraine. Kherson, Kherson. Simferopol, Simferopol, Simferopol, Simferopol. Kyiv."
LABELS = "JSON.parse(document.getElementById('facts').textContent).map.labels.map(({ text }) => text)"
UKRAINE = region_name("UA", "Ukraine", "country")


@pytest.fixture(scope="module")
def report():
    def town(name, lon, lat, region_id):
        regions = (UKRAINE, region_name(region_id, "its region", "admin1"))
        return make_entry(TEXT, [name], lon=lon, lat=lat, country="UA", regions=regions)

    ukraine = country(TEXT, ["Ukraine"], name="Ukraine", lon=31, lat=49, code="UA", shape=country_geometry("UA"))
    towns = (
        town("Kherson", 32.62, 46.64, "UA-65"),
        town("Simferopol", 34.1, 44.95, "UA-43"),
        town("Kyiv", 30.5, 50.45, "UA-30"),
    )
    entries = (ukraine, *towns)
    return Report(title="Ukraine", documents=(Document(text=TEXT, name="x.txt"),), entries=entries)


def shown_names(page):
    return page.locator(".names text").all_text_contents()


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_disputed_borders_are_dashed_named_and_explained(open_report, report, viewport):
    page = open_report(report, MapOptions(borders="disputed"), viewport=viewport)
    line = page.locator(".leaflet-pane path.border.disputed").last
    assert line.evaluate("node => getComputedStyle(node).strokeDasharray") == "4px, 3px"
    page.locator(".key").evaluate("node => { node.open = true; }")
    expect(page.locator(".key li", has_text="Disputed border")).to_be_visible()
    assert "Disputed borders dashed" in page.locator(".credit").inner_text()
    # A line that breaks a name has no blank where it breaks.
    assert any("disputed" in name for name in shown_names(page))


@pytest.mark.parametrize(("borders", "words"), [("iso", "as in ISO 3166"), ("de-facto", "who holds the land")])
def test_a_page_says_whose_view_it_shows(open_report, report, borders, words):
    page = open_report(report, MapOptions(borders=borders))
    assert words in page.locator(".credit").inner_text()
    assert words in page.locator("#sources").text_content()
    assert page.locator(".key li", has_text="Disputed border").count() == 0
    assert not any("disputed" in name for name in shown_names(page))


def test_the_outline_of_a_country_gives_way_to_a_disputed_border(open_report, report):
    page = open_report(report, MapOptions(borders="disputed"))
    levels = page.evaluate(
        "['areas', 'disputed'].map((name) => Number(getComputedStyle(dateline_map.getPane(name)).zIndex))"
    )
    assert levels[0] < levels[1]
    order = page.locator(".leaflet-disputed-pane path").evaluate_all(
        "nodes => nodes.map((node) => node.classList.contains('casing') ? 'casing' : 'line')"
    )
    assert order == ["casing", "casing", "line", "line"]


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_shades_have_a_legend_with_ranges_in_words(open_report, report, viewport):
    page = open_report(report, MapOptions(shade="admin1"), viewport=viewport)
    page.locator(".key").evaluate("node => { node.open = true; }")
    rows = page.locator(".key li").all_text_contents()
    at = rows.index("Mentions by first-level region")
    assert rows[at + 1 :] == ["1 mention", "2 mentions", "4 mentions"]
    colours = page.locator(".key rect.shade").evaluate_all("nodes => nodes.map((node) => getComputedStyle(node).fill)")
    drawn = page.locator(".leaflet-pane path.shade").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node).fill)"
    )
    assert len(set(colours)) == 3
    assert set(drawn) == set(colours)


def test_an_area_tells_its_name_and_count_to_the_pointer_and_to_the_keyboard(open_report, report):
    page = open_report(report, MapOptions(shade="admin1"))
    first = page.locator(".leaflet-pane path.shade[tabindex='0']")
    assert first.get_attribute("aria-label") == "Autonomous Republic of Crimea: 4 mentions"
    first.focus()
    assert page.locator(".leaflet-tooltip").all_text_contents() == ["Autonomous Republic of Crimea: 4 mentions"]
    page.keyboard.press("ArrowRight")
    assert page.locator(".leaflet-tooltip").all_text_contents() == ["Kherson: 2 mentions"]
    assert page.locator(".leaflet-pane path.shade[tabindex='0']").get_attribute("aria-label") == "Kherson: 2 mentions"
    page.keyboard.press("Escape")
    assert page.locator(".leaflet-tooltip").count() == 0
    page.evaluate("document.activeElement.blur()")
    box = page.locator(".leaflet-pane path.shade[aria-label^='Kherson']").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5)
    assert page.locator(".leaflet-tooltip").all_text_contents() == ["Kherson: 2 mentions"]


def test_shades_are_switched_off_and_the_story_works_above_them(open_report, report):
    page = open_report(report, MapOptions(shade="country"))
    expect(page.locator(".leaflet-pane path.shade")).to_be_visible()
    page.locator(".mention", has_text="Kyiv").click()
    assert page.locator(".leaflet-popup h2").inner_text() == "Kyiv"
    page.keyboard.press("Escape")
    page.locator(".layers summary").click()
    page.get_by_label("Shading by mentions").uncheck()
    expect(page.locator(".leaflet-pane path.shade")).not_to_be_visible()


def test_the_counts_stand_in_a_table_too(open_report, report):
    page = open_report(report, MapOptions(shade="admin1"))
    rows = [row.locator("td").all_text_contents() for row in page.locator("#shaded tbody tr").all()]
    assert rows[0] == ["Autonomous Republic of Crimea", "4"]
    assert len(rows) == 3


def test_a_page_without_shades_has_no_trace_of_them(open_report, report):
    page = open_report(report)
    assert page.locator("path.shade").count() == page.locator("#shaded").count() == 0
    assert page.get_by_label("Shading by mentions").count() == 0


def test_names_on_the_basemap_are_in_the_language_of_the_page(open_report):
    page = open_report(seed_like_report(), MapOptions(language="es", shade="country"))
    texts = page.evaluate(LABELS)
    assert {"Brasil", "Océano Pacífico"} <= set(texts)
    assert not {"Brazil", "Pacific Ocean"} & set(texts)
    assert page.locator("path.shade[aria-label^='Estados Unidos']").count() == 1


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_of_areas_are_shown_as_written_and_nothing_runs(open_report, report, attack, monkeypatch):
    hostile_names = {"UA-43": f"{attack} shaded", "UA-65": "Kherson", "UA-30": "Kyiv"}
    monkeypatch.setattr(shading, "_names", lambda *_: hostile_names)
    crimea = disputed_areas()["crimea"]
    areas = {**disputed_areas(), "crimea": dataclasses.replace(crimea, names={"en": f"{attack} area"})}
    monkeypatch.setattr(labels, "disputed_areas", lambda: areas)
    page = open_report(report, MapOptions(shade="admin1", borders="disputed"))
    assert page.locator("#shaded td").first.text_content() == f"{attack} shaded"
    shade = page.locator(".leaflet-pane path.shade[tabindex='0']")
    assert shade.get_attribute("aria-label") == f"{attack} shaded: 4 mentions"
    shade.focus()
    assert page.locator(".leaflet-tooltip").text_content() == f"{attack} shaded: 4 mentions"
    texts = page.evaluate(LABELS)
    assert f"{attack} area (disputed)" in texts
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.x") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 5
