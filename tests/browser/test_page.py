"""What a reader sees and does on a page, in chromium with the network cut."""

import dataclasses
import itertools

import pytest
from playwright.sync_api import expect
from reports import seed_like_report

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(open_report):
    return open_report(seed_like_report())


@pytest.fixture
def phone(open_report):
    return open_report(seed_like_report(), viewport=PHONE, has_touch=True)


def mention(page, text, nth=0):
    return page.locator(".mention", has_text=text).nth(nth)


def popup_name(page):
    return page.locator(".leaflet-popup h2").inner_text()


def label_texts(page):
    return page.locator(".names .story").all_text_contents()


def boxes_of(page, selector):
    return [box for box in (node.bounding_box() for node in page.locator(selector).all()) if box]


def ink(box, halo=3):
    """Give the box of a label's letters: the browser counts the halo in."""
    return {
        "x": box["x"] + halo,
        "y": box["y"] + halo,
        "width": box["width"] - 2 * halo,
        "height": box["height"] - 2 * halo,
    }


def overlap(one, other):
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def test_header_says_title_date_source_and_counts(page):
    assert page.title() == "Marines train in the cloud forest"
    assert page.locator("h1").inner_text() == "Marines train in the cloud forest"
    assert page.locator(".head .muted").inner_text() == "12 May 2014 · brief.txt"
    assert page.locator(".sum").inner_text() == "5 places · 1 region · 1 ambiguous · 1 not found"


@pytest.mark.parametrize(("count", "said"), [(1, "1 place"), (0, "No place was found in the text")])
def test_the_header_counts_in_words(open_report, count, said):
    report = seed_like_report()
    page = open_report(dataclasses.replace(report, entries=report.entries[:count], unplaced=()))
    assert page.locator(".sum").inner_text() == said


def test_every_place_has_a_symbol_or_an_outline(page):
    assert page.locator(".symbol.town").count() == 3
    assert page.locator(".leaflet-pane path.areas").count() == 2
    assert page.locator(".leaflet-pane path.regions.approximate").count() == 1
    assert page.locator(".symbol.ambiguous").count() == 2


def test_the_places_of_the_story_are_in_view_and_labelled(page):
    frame = page.locator("#map-side").bounding_box()
    for box in boxes_of(page, ".symbol.town"):
        assert frame["x"] < box["x"] < frame["x"] + frame["width"]
        assert frame["y"] < box["y"] < frame["y"] + frame["height"]
    assert {"Oxapampa", "Villa Rica", "Lima", "VRAEM", "PERU"} <= set(label_texts(page))


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_no_label_lies_across_another_or_under_the_furniture(open_report, viewport):
    page = open_report(seed_like_report(), viewport=viewport)
    labels = {label.text_content(): ink(label.bounding_box()) for label in page.locator(".names text").all()}
    assert len(labels) > 5
    pairs = itertools.combinations(labels, 2)
    assert [pair for pair in pairs if overlap(labels[pair[0]], labels[pair[1]])] == []
    for card in boxes_of(page, ".leaflet-control"):
        assert [text for text, box in labels.items() if overlap(card, box)] == []


def test_a_click_on_a_mention_opens_its_place(page):
    mention(page, "Villa Rica").click()
    assert popup_name(page) == "Villa Rica"
    popup = page.locator(".leaflet-popup")
    assert popup.locator(".chain").inner_text() == "Villa Rica, Oxapampa, Pasco, Peru"
    assert popup.locator("mark").all_inner_texts() == ["Villa Rica", "Villa Rica"]
    why = popup.locator(".small").text_content()
    assert "sure, 87 %" in why
    assert "named beside Oxapampa, in Peru" in why
    assert "Villarrica, Tolima, Colombia" in why


def test_a_popup_does_not_cover_its_place(page):
    mention(page, "Lima").click()
    popup = page.locator(".leaflet-popup").bounding_box()
    lima = page.locator(".symbol.town[aria-label^='Lima']").bounding_box()
    middle = lima["y"] + lima["height"] / 2
    assert popup["y"] + popup["height"] <= middle + 1


def test_a_popup_fits_a_phone(phone):
    mention(phone, "VRAEM").tap()
    phone.wait_for_timeout(100)
    popup = phone.locator(".leaflet-popup").bounding_box()
    frame = phone.locator("#map-side").bounding_box()
    assert popup["x"] >= 0
    assert popup["x"] + popup["width"] <= PHONE["width"]
    assert frame["y"] <= popup["y"]


def test_a_tapped_mention_brings_the_map_into_view(phone):
    mention(phone, "Lima", 1).scroll_into_view_if_needed()
    mention(phone, "Lima", 1).tap()
    frame = phone.locator("#map-side").bounding_box()
    assert 0 <= frame["y"] < PHONE["height"] / 2


def test_further_sentences_wait_behind_a_button(page):
    mention(page, "VRAEM").click()
    sentences = page.locator(".leaflet-popup .sentences li")
    assert sentences.count() == 3
    page.get_by_role("button", name="1 more sentence").click()
    assert sentences.count() == 4


def test_hover_lights_both_sides(page):
    mention(page, "Oxapampa").hover()
    assert "lit" in page.locator(".symbol.town[aria-label^='Oxapampa']").get_attribute("class")
    page.locator(".symbol.town[aria-label^='Lima']").hover()
    assert "lit" in mention(page, "Lima").get_attribute("class")
    assert "lit" not in mention(page, "Oxapampa").get_attribute("class")


def test_keys_step_through_mentions_open_and_close(page):
    mention(page, "United States").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Peru "
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Oxapampa"
    page.keyboard.press("Enter")
    assert popup_name(page) == "Oxapampa"
    page.keyboard.press("Escape")
    assert page.locator(".leaflet-popup").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Oxapampa"


def test_the_close_button_gives_the_focus_back(page):
    mention(page, "Oxapampa").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").click()
    assert page.locator(".leaflet-popup").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Oxapampa"


def test_a_symbol_opens_with_the_keyboard(page):
    page.locator(".symbol.town[aria-label^='Villa Rica']").focus()
    page.keyboard.press("Enter")
    assert popup_name(page) == "Villa Rica"


def test_a_name_that_is_not_found_leads_to_the_list(page):
    mention(page, "Puerto Quimera").click()
    row = page.locator(".unplaced dt", has_text="Puerto Quimera")
    assert "flash" in row.get_attribute("class")
    assert "not found: not in the gazetteer" in page.locator("#unplaced").inner_text()


def test_an_ambiguous_name_shows_its_contenders(page):
    mention(page, "San Pedro").click()
    assert popup_name(page) == "San Pedro"
    assert "San Pedro, Satipo, Junín, Peru" in page.locator(".leaflet-popup").inner_text()


def test_the_text_is_shown_whole(page):
    shown = page.locator(".document").evaluate("node => node.textContent")
    report = seed_like_report()
    written = report.documents[0].text.removeprefix(report.title)
    assert "".join(shown.split()) == "".join(written.split())


def test_show_in_the_text_steps_through_the_mentions(page):
    mention(page, "Lima").click()
    button = page.get_by_role("button", name="Show in the text")
    button.click()
    assert "flash" in mention(page, "Lima", 0).get_attribute("class")
    button.click()
    assert "flash" in mention(page, "Lima", 1).get_attribute("class")


def test_the_table_has_the_same_facts(page):
    rows = [row.locator("td").all_text_contents() for row in page.locator("#places tbody tr").all()]
    assert len(rows) == 6
    assert ["Villa Rica", "Oxapampa, Pasco, Peru", "2 times", "sure, 87 %"] in rows


def test_the_legend_lists_only_what_is_drawn(page):
    legend = page.locator(".key").inner_text()
    assert "Made from district seats" in legend
    assert "Populated place" in legend
    assert "Natural feature" not in legend


def test_layers_can_be_switched_off(page):
    page.locator(".layers summary").click()
    page.get_by_label("Named regions").uncheck()
    assert not page.locator(".leaflet-pane path.regions").is_visible()
    assert "VRAEM" not in label_texts(page)
    page.get_by_label("Named regions").check()
    assert "VRAEM" in label_texts(page)


def test_sources_are_credited(page):
    credit = page.locator(".credit").inner_text()
    assert "GeoNames" in credit
    assert "Natural Earth" in credit
    assert "CC BY 4.0" in page.locator("#sources").inner_text()


def test_the_whole_story_comes_back_at_a_click(page):
    before = page.evaluate("dateline_map.getZoom()")
    page.get_by_label("Zoom in").click()
    page.get_by_label("Zoom in").click()
    assert page.evaluate("dateline_map.getZoom()") > before
    page.get_by_label("Show the whole story").click()
    assert page.evaluate("dateline_map.getZoom()") == before


def test_scale_is_in_kilometres_and_miles(page):
    scale = page.locator(".leaflet-control-scale").inner_text()
    assert "km" in scale
    assert "mi" in scale


def test_print_leaves_out_the_controls(page):
    page.emulate_media(media="print")
    assert not page.locator(".leaflet-bar").is_visible()
    assert not page.locator(".document").is_visible()
    assert page.locator("#places table").is_visible()
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


def test_dark_readers_get_a_dark_page(open_report):
    page = open_report(seed_like_report(), color_scheme="dark")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(27, 31, 36)"
