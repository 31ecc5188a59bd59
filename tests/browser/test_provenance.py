"""Where places and outlines come from, as the page says it."""

import dataclasses

import pytest
from attacks import ATTACKS
from pages import PHONE
from playwright.sync_api import expect
from reports import hostile_report, seed_like_report

from maps import MapOptions

pytestmark = pytest.mark.browser


def credited_report():
    report = seed_like_report()
    told = {"version": "5", "licence": "public domain", "credits": ("Natural Earth",)}
    entries = [
        dataclasses.replace(entry, outline=entry.outline and dataclasses.replace(entry.outline, **told))
        for entry in report.entries
    ]
    return dataclasses.replace(report, entries=tuple(entries))


def origin(page, name):
    page.locator(f"#places .go:has(.name:text-is('{name}'))").click()
    return page.locator(".leaflet-popup .origin")


def test_a_popup_says_where_the_place_and_its_outline_come_from(open_report):
    page = open_report(credited_report())
    expect(origin(page, "Lima")).to_have_text("Place: GeoNames 2026, CC BY 4.0")
    expect(origin(page, "Peru")).to_have_text(
        "Place: GeoNames 2026, CC BY 4.0 · Outline: Natural Earth 5, public domain"
    )
    sources = page.locator("#sources li").all_inner_texts()
    assert any("Natural Earth 5" in text and "public domain" in text and "base map" in text for text in sources)


def test_it_follows_a_correction(open_report):
    page = open_report(credited_report(), MapOptions(language="es"))
    expect(origin(page, "Villa Rica")).to_have_text("Lugar: GeoNames 2026, CC BY 4.0")
    popup = page.locator(".leaflet-popup")
    popup.get_by_role("button", name="Elegir este: Villa Rica, Georgia, Estados Unidos").click()
    expect(page.locator(".leaflet-popup .origin")).to_have_text("Lugar: GeoNames 2026, CC BY 4.0")
    popup.get_by_role("button", name="Situarlo aquí").click()
    page.locator(".cross").press("Enter")
    expect(page.locator(".leaflet-popup .origin")).to_have_text("Lugar: situado a mano en el mapa")


def test_on_a_phone_the_line_is_within_the_popup_and_small(open_report):
    page = open_report(credited_report(), **PHONE)
    line, popup = origin(page, "Peru"), page.locator(".leaflet-popup-content")
    line.scroll_into_view_if_needed()
    inner, outer = line.bounding_box(), popup.bounding_box()
    assert outer["x"] <= inner["x"] <= inner["x"] + inner["width"] <= outer["x"] + outer["width"]
    assert inner["height"] < 60


@pytest.mark.parametrize("attack", [ATTACKS[0], ATTACKS[7]])
def test_hostile_sources_are_shown_as_written(open_report, attack):
    page = open_report(hostile_report(attack))
    page.locator("#places .go").first.click()
    told = page.locator(".leaflet-popup .origin").text_content()
    assert told == f"Place: {attack} source {attack} version, {attack} licence"
    listed = page.locator("#sources li").all_text_contents()
    assert any(f"{attack} credit" in text and f"edition {attack} version" in text for text in listed)
