"""Legend, credit and names when there is little room, in chromium with the network cut."""

import pytest
from playwright.sync_api import expect
from reports import make_alternative, make_entry, seed_like_report

from geo.document import Document
from geo.report import Report
from maps.options import MapOptions

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1100, "height": 480}


def report_of(text, *places):
    """Give a report of places: each a name, its longitude and latitude, and what else it might be."""
    entries = tuple(
        make_entry(text, [name], lon=lon, lat=lat, alternatives=alternatives) for name, lon, lat, alternatives in places
    )
    return Report(title="Places", documents=(Document(text=text, name="x.txt"),), entries=entries)


def test_a_tall_legend_opens_only_when_asked_for(open_report):
    shaded = MapOptions(shade="country", borders="disputed")
    expect(open_report(seed_like_report(), shaded).locator(".key ul")).to_be_visible()
    page = open_report(seed_like_report(), shaded, viewport=LAPTOP)
    expect(page.locator(".key ul")).to_be_hidden()
    page.locator(".key summary").click()
    expect(page.locator(".key ul")).to_be_visible()
    page.locator("#unplaced").get_by_role("button", name="Not a place").first.click()
    expect(page.locator(".key ul")).to_be_visible()


def test_an_open_legend_lies_over_the_inset_of_a_phone(open_report):
    page = open_report(seed_like_report(), viewport=PHONE)
    page.locator(".key summary").click()
    box = page.locator(".key").bounding_box()
    inset = page.locator(".inset").bounding_box()
    x, y = box["x"] + box["width"] - 6, inset["y"] + inset["height"] / 2
    assert x > inset["x"], "they do not meet, and nothing is shown"
    assert page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.key'))", [x, y])


def test_the_credit_of_a_phone_takes_two_lines_and_the_sources_say_all(open_report):
    page = open_report(seed_like_report(), viewport=PHONE)
    assert page.locator(".credit").bounding_box()["height"] < 40
    for source in page.locator(".credit").inner_text().split(" · "):
        assert source in page.locator("#sources").inner_text()


def test_a_place_far_from_the_story_is_shown_with_what_lies_around(open_report):
    far = make_alternative("Tarma", lon=-88.03, lat=15.5, country="HN", admin=(), score=0.2)
    page = open_report(report_of("Lima and Tarma.", ("Lima", -77.03, -12.05, ()), ("Tarma", -75.69, -11.42, (far,))))
    home = page.evaluate("dateline_map.getZoom()")
    page.locator("#text-side .mention", has_text="Lima").click()
    assert page.evaluate("dateline_map.getZoom()") == home
    page.locator("#text-side .mention", has_text="Tarma").click()
    page.locator(".leaflet-popup").get_by_role("button", name="Choose this").click()
    assert page.evaluate("dateline_map.getZoom()") <= home - 2


def test_a_name_is_not_put_where_it_would_be_taken_for_that_of_another_place(open_report):
    places = [("Arriba", -75, -10, ()), ("Abajo", -70, -14, ()), ("Patacamaya", -72.5, -12, ())]
    text = "Arriba, Abajo, Patacamaya, Bo."
    page = open_report(report_of(text, *places))
    alone = page.locator(".names .story", has_text="Patacamaya").bounding_box()
    beside = page.evaluate(
        """() => {
          const point = dateline_map.latLngToContainerPoint([-12, -72.5]);
          const { lng, lat } = dateline_map.containerPointToLatLng(point.add([70, 15]));
          return [lng, lat];
        }"""
    )
    page = open_report(report_of(text, *places, ("Bo", *beside, ())))
    moved = page.locator(".names .story", has_text="Patacamaya").bounding_box()
    dot = page.locator(".symbol[aria-label^='Bo']").bounding_box()
    # It had room there, just above the dot of Bo.
    assert alone["x"] < dot["x"] + dot["width"] / 2 < alone["x"] + alone["width"]
    assert (moved["x"], moved["y"]) != (alone["x"], alone["y"])
