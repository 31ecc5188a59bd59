"""The panel folds, the page stands alone in a frame, and follows a light or a dark theme."""

import pytest
from pages import DESKTOP, PHONE, SCREENS, focused, in_sight, is_within, mention, popup, popup_name, symbol
from reports import seed_like_report

from maps import write_map
from maps.options import MapOptions

pytestmark = pytest.mark.browser

FRAME = {"viewport": {"width": 500, "height": 350}}
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(27, 31, 36)"


@pytest.fixture(params=SCREENS)
def page(open_report, request):
    return open_report(seed_like_report(), **SCREENS[request.param])


@pytest.fixture
def embedded(open_report):
    return open_report(seed_like_report(), address="#embed", **FRAME)


def panel_button(page):
    return page.get_by_role("button", name="Text and table")


def is_folded(page):
    return panel_button(page).get_attribute("aria-expanded") == "false"


def view_of(page):
    return page.evaluate("[dateline_map.getZoom(), dateline_map.getCenter().lng, dateline_map.getCenter().lat]")


def test_the_panel_folds_and_the_map_takes_its_place(page):
    assert not is_folded(page)
    panel_button(page).click()
    assert is_folded(page)
    assert not page.locator("#text-side").is_visible()
    window, frame = page.viewport_size, page.locator("#map-side").bounding_box()
    assert frame["width"] == window["width"]
    assert frame["y"] + frame["height"] == window["height"]
    for name in ("Oxapampa", "Lima"):
        assert is_within(symbol(page, name).bounding_box(), frame)
    panel_button(page).click()
    assert page.locator("#text-side").is_visible()


def test_the_panel_folds_with_the_keyboard(page):
    panel_button(page).focus()
    page.keyboard.press("Enter")
    assert is_folded(page)
    page.keyboard.press("Space")
    assert not is_folded(page)
    assert focused(page) == "Text and table"


def test_a_map_that_the_reader_moved_keeps_its_view_when_the_panel_folds(open_report):
    page = open_report(seed_like_report(), **DESKTOP)
    frame = page.locator("#map-side").bounding_box()
    page.mouse.move(frame["x"] + 300, frame["y"] + 60)
    page.mouse.down()
    page.mouse.move(frame["x"] + 200, frame["y"] + 100, steps=4)
    page.mouse.up()
    before = view_of(page)
    panel_button(page).click()
    assert view_of(page) == pytest.approx(before, abs=0.02)


def test_a_folded_panel_stays_folded_when_the_window_changes(page):
    panel_button(page).click()
    for size in ({"width": 800, "height": 600}, {"width": 1300, "height": 700}, {"width": 390, "height": 844}):
        page.set_viewport_size(size)
        assert is_folded(page)
        assert not page.locator("#text-side").is_visible()


def test_the_panel_keeps_its_place_in_the_text(open_report):
    page = open_report(seed_like_report(), viewport={"width": 1100, "height": 500})
    page.locator("#text-side").evaluate("node => { node.scrollTop = 300; }")
    panel_button(page).click()
    panel_button(page).click()
    assert page.locator("#text-side").evaluate("node => node.scrollTop") == 300


def test_words_in_the_text_open_the_panel_again(page):
    panel_button(page).click()
    symbol(page, "Lima").click()
    assert page.locator(".steps .count").inner_text() == "2 times in the text"
    page.get_by_label("Next mention in the text").click()
    assert not is_folded(page)
    assert in_sight(mention(page, "Lima"))


def test_an_embedded_page_is_the_map_alone(embedded):
    head, frame = embedded.locator("#header").bounding_box(), embedded.locator("#map-side").bounding_box()
    assert head["height"] <= 44
    assert frame["height"] >= 350 - 44
    assert frame["width"] == 500
    assert is_folded(embedded)
    assert not embedded.locator("#text-side").is_visible()
    assert "GeoNames" in embedded.locator(".credit").inner_text()
    assert is_within(embedded.locator(".credit").bounding_box(), frame)
    assert embedded.evaluate("document.documentElement.scrollHeight") == 350


def test_the_panel_of_an_embedded_page_lies_over_the_map_and_makes_room_for_it(embedded):
    panel_button(embedded).click()
    assert embedded.locator("#places table").is_visible()
    assert not embedded.locator("#map-side").is_visible()
    embedded.locator("#places .go", has_text="Lima").click()
    assert popup_name(embedded) == "Lima"
    assert in_sight(popup(embedded).locator("h2"))
    embedded.keyboard.press("Escape")
    assert focused(embedded) == "Text and table"


def test_escape_closes_the_panel_of_an_embedded_page(embedded):
    panel_button(embedded).click()
    embedded.keyboard.press("Escape")
    assert is_folded(embedded)


def test_an_embedded_popup_fits_and_leads_to_the_text(embedded):
    symbol(embedded, "Lima").click()
    assert is_within(popup(embedded).bounding_box(), embedded.locator("#map-side").bounding_box())
    embedded.get_by_role("button", name="Show in the text").click()
    assert in_sight(mention(embedded, "Lima"))
    assert focused(embedded) == "Lima"
    embedded.keyboard.press("Enter")
    assert popup_name(embedded) == "Lima"


def framed(tmp_path, attributes, address=""):
    write_map(seed_like_report(), tmp_path / "map.html")
    host = tmp_path / "host.html"
    host.write_text(
        f'<!DOCTYPE html><title>Host</title><body style="height: 3000px"><p style="height: 300px">Before</p>'
        f'<iframe {attributes} src="map.html{address}"></iframe></body>',
        encoding="utf-8",
    )
    return host


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
@pytest.mark.parametrize("size", ['width="500" height="350"', 'width="390" height="800"', 'width="1200" height="400"'])
def test_a_small_frame_shows_the_map_alone(open_file, tmp_path, sandbox, size):
    page = open_file(framed(tmp_path, f"{sandbox} {size}"))
    frame = page.frame_locator("iframe")
    assert not frame.locator("#text-side").is_visible()
    lima = frame.locator(".symbol[aria-label^='Lima']")
    lima.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    lima.click()
    assert frame.locator(".leaflet-popup h2").inner_text() == "Lima"
    frame.get_by_role("button", name="Show in the text").click()
    assert frame.locator(".mention.current").inner_text() == "Lima"
    assert page.evaluate("scrollY") == before


def test_a_large_frame_shows_the_whole_page(open_file, tmp_path):
    page = open_file(framed(tmp_path, 'sandbox="allow-scripts" width="1200" height="700"'))
    frame = page.frame_locator("iframe")
    assert frame.locator(".document").is_visible()
    lima = frame.locator(".symbol[aria-label^='Lima']")
    lima.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    lima.click()
    assert frame.locator(".steps .count").inner_text() == "1 of 2"
    assert page.evaluate("scrollY") == before


def test_a_large_frame_that_asks_for_it_shows_the_map_alone(open_file, tmp_path):
    page = open_file(framed(tmp_path, 'sandbox="allow-scripts" width="1200" height="700"', "#embed"))
    assert not page.frame_locator("iframe").locator(".document").is_visible()


def test_a_narrow_window_of_its_own_is_no_frame(open_report):
    page = open_report(seed_like_report(), **FRAME)
    assert page.locator(".document").is_visible()


@pytest.mark.parametrize(
    ("theme", "system", "colour"),
    [
        ("auto", "light", LIGHT), ("auto", "dark", DARK), ("light", "dark", LIGHT), ("light", "light", LIGHT),
        ("dark", "light", DARK), ("dark", "dark", DARK),
    ],
)  # fmt: skip
def test_the_theme_is_the_readers_unless_the_page_says_otherwise(open_report, theme, system, colour):
    page = open_report(seed_like_report(), map_options=MapOptions(theme=theme), color_scheme=system)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour
    page.emulate_media(media="print", color_scheme=system)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == LIGHT
    assert page.evaluate("getComputedStyle(document.body).colorScheme") != "dark"


@pytest.mark.parametrize("size", [{"width": 320, "height": 256}, {"width": 320, "height": 640}, PHONE["viewport"]])
def test_a_page_that_is_zoomed_in_scrolls_one_way_only(open_report, size):
    page = open_report(seed_like_report(), viewport=size)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    mention(page, "Lima").click()
    assert in_sight(popup(page).locator("h2"))
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
