"""What a page shows of a report before the reader does anything, and the buttons of its map."""

import dataclasses
import itertools

import pytest
from pages import DESKTOP, PHONE, boxes_of, ink, label_texts, overlap
from reports import seed_like_report

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_report):
    return open_report(seed_like_report())


def test_header_says_title_date_source_and_counts(page):
    assert page.title() == "Marines train in the cloud forest"
    assert page.locator("h1").inner_text() == "Marines train in the cloud forest"
    assert page.locator(".head .muted").inner_text() == "12 May 2014 · brief.txt"
    assert page.locator(".sum").inner_text() == "5 places · 1 region · 1 ambiguous · 1 not found"


def test_a_name_that_a_geocoder_did_not_answer_for_is_told_as_such(open_report):
    report = seed_like_report()
    lost, *others = report.unplaced
    page = open_report(dataclasses.replace(report, unplaced=(dataclasses.replace(lost, status="unanswered"), *others)))
    assert page.locator(".sum").inner_text() == "5 places · 1 region · 1 ambiguous · 1 unanswered"
    assert "Not answered: the online geocoder failed" in page.locator(".key").inner_text()
    assert "Not found" not in page.locator(".key").inner_text()
    assert "no answer: not in the gazetteer" in page.locator("#unplaced").inner_text()
    assert page.locator(".mention.missing").inner_text() == "Puerto Quimera"


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


@pytest.mark.parametrize("screen", [DESKTOP, PHONE])
def test_no_label_lies_across_another_or_under_the_furniture(open_report, screen):
    page = open_report(seed_like_report(), **screen)
    labels = {label.text_content(): ink(label.bounding_box()) for label in page.locator(".names text").all()}
    assert len(labels) > 5
    pairs = itertools.combinations(labels, 2)
    assert [pair for pair in pairs if overlap(labels[pair[0]], labels[pair[1]])] == []
    for card in boxes_of(page, ".leaflet-control"):
        assert [text for text, box in labels.items() if overlap(card, box)] == []


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
