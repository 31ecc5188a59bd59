"""Paper: the map, its legend and the table on one page, without controls, light for every reader."""

import io

import pytest
from pages import DESKTOP, PHONE, is_within, symbol
from playwright.sync_api import expect
from pypdf import PdfReader
from reports import seed_like_report

from maps.options import MapOptions

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_report):
    return open_report(seed_like_report(), **DESKTOP)


@pytest.fixture
def phone(open_report):
    return open_report(seed_like_report(), **PHONE)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE])
@pytest.mark.parametrize("with_text", [True, False])
def test_the_report_prints_on_one_page(open_report, paper, screen, with_text):
    page = open_report(seed_like_report(), map_options=MapOptions(with_text=with_text, theme="dark"), **screen)
    printed = PdfReader(io.BytesIO(page.pdf(format=paper, print_background=False)))
    assert len(printed.pages) == 1
    text = printed.pages[0].extract_text()
    for words in ("Marines train in the cloud", "Oxapampa, Pasco, Peru", "VRAEM", "Named region", "Puerto Quimera"):
        assert words in text
    for words in ("Text and table", "Layers", "What the text says", "By our correspondent", "left out"):
        assert words not in text


@pytest.mark.parametrize("way", ["folded", "embedded", "popup", "row"])
def test_paper_is_the_same_whatever_the_screen_showed(open_report, way):
    page = open_report(seed_like_report(), address="#embed" if way == "embedded" else "", **DESKTOP)
    if way == "folded":
        page.locator("#panel-button").click()
    elif way == "popup":
        symbol(page, "Lima").click()
    elif way == "row":
        page.locator("#places .toggle").first.click()
    page.emulate_media(media="print")
    frame = page.locator("#map-side").bounding_box()
    for name in ("Oxapampa", "Lima"):
        assert is_within(symbol(page, name).bounding_box(), frame)
    assert page.locator("#places table").is_visible()
    for hidden in ".leaflet-bar .document .leaflet-popup #panel-button .toggle .said .layers .skips".split():
        assert not page.locator(hidden).first.is_visible()


def test_print_keeps_the_legend(page):
    page.emulate_media(media="print")
    expect(page.locator(".key")).to_be_visible()


def test_paper_shows_below_the_map_the_legend_that_a_phone_keeps_closed(phone):
    legend = phone.locator(".key li").first
    expect(legend).not_to_be_visible()
    phone.emulate_media(media="print")
    expect(legend).to_be_visible()
    frame = phone.locator("#map-side").bounding_box()
    assert legend.bounding_box()["y"] >= frame["y"] + frame["height"]
    phone.emulate_media(media="screen")
    expect(legend).not_to_be_visible()
    assert phone.locator("#map-side .key").count() == 1
