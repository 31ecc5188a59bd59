"""Corrections in the page: made with a click or a key, taken back, saved, and applied by the command line."""

import json
import re

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect
from reports import make_alternative, make_entry, seed_like_report

from geo.document import Document
from geo.lonlat import LonLat, distance_m
from geo.report import Report
from maps.cli import main

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

TEXT = """Marines train in the cloud forest

The United States sent a small team of instructors to Peru last month. They spent three weeks with Peruvian \
marines in the wooded hills of Oxapampa.

In Villa Rica the team crossed a river by rope, watched by coffee growers. A second crossing near Puerto \
Quimera was called off. Officials in Lima said that a patrol had come from San Pedro, and one from Santa Rosa.

Georgia sent two observers. The Georgian observers went on to Springfield and to San José. Peru counts the season a \
success, and Lima will publish the figures in January. Rosa Arica, a nurse from Georgia, wept in Villa Rica.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def draw(folder, name, *options):
    result = CliRunner().invoke(main, ["map", "brief.txt", "-o", name, *options])
    assert result.exit_code == 0, result.stderr
    return folder / name


def open_popup(page, name):
    page.locator(f"#places .go:has(.name:text-is('{name}'))").click()
    return page.locator(".leaflet-popup")


def choose(scope, name):
    scope.get_by_role("button", name=f"Choose this: {name}", exact=True).click()


def save(page, folder, name="saved.json"):
    card = page.locator("#corrections")
    if card.get_attribute("open") is None:
        card.locator("summary").click()
    with page.expect_download() as download:
        card.get_by_role("button", name="Download").click()
    download.value.save_as(folder / name)
    return download.value.suggested_filename


SHOWN = """() => {
  const nodes = (selector, describe) => [...document.querySelectorAll(selector)].map(describe);
  const texts = (selector) => nodes(selector, (node) => node.textContent);
  const styleOf = (node) => [...node.classList].filter((one) => !/leaflet|lit/.test(one)).sort().join(" ");
  const symbols = [];
  for (const group of ["places", "contenders", "areas", "regions"]) {
    window[`dateline_${group}`].eachLayer((layer) => {
      const at = layer.getLatLng ? layer.getLatLng() : null;
      const node = layer.getElement();
      symbols.push({
        group,
        name: node.getAttribute("aria-label"),
        style: styleOf(node),
        shapes: [...node.querySelectorAll(".shape")].map((shape) => shape.outerHTML),
        at: at ? [Math.round(at.lat * 1e5), Math.round((((at.lng % 360) + 360) % 360) * 1e5)] : null,
      });
    });
  }
  return {
    sum: texts(".sum"),
    rows: nodes("#places tbody tr", (row) => [styleOf(row), ...[...row.cells].map((cell) => cell.innerHTML)]),
    marks: nodes(".mention", (node) => [node.textContent, styleOf(node), node.dataset.target]),
    paragraphs: texts(".document p"),
    unplaced: nodes("#unplaced dl > *", (node) => [node.tagName, styleOf(node), node.textContent]),
    symbols: symbols.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    legend: texts(".key li"),
    notes: texts("#notices li"),
  };
}"""


def popups(page):
    found = {}
    for button in page.locator("#places .go").all():
        button.click()
        name = button.inner_text()
        found.setdefault(name, []).append(page.locator(".leaflet-popup").inner_text())
        page.keyboard.press("Escape")
    return found


@pytest.mark.parametrize("text", ["--text", "--no-text"])
def test_what_the_page_shows_is_what_the_command_line_draws(open_file, folder, text):
    page = open_file(draw(folder, "before.html", text))
    choose(open_popup(page, "Georgia"), "Georgia, United States")  # a country becomes a state, with its outline
    choose(open_popup(page, "Villa Rica"), "Villa Rica, Carroll County, Georgia, United States")
    open_popup(page, "Oxapampa").get_by_role("button", name="Not a place").click()
    unplaced = page.locator("#unplaced")
    choose(unplaced, "San Pedro, Paraguay")
    unplaced.get_by_role("button", name="Place it here: Puerto Quimera").click()
    frame = page.locator("#map-side").bounding_box()
    page.mouse.click(frame["x"] + frame["width"] * 0.6, frame["y"] + frame["height"] * 0.55)
    page.keyboard.press("Escape")
    assert save(page, folder) == "brief.corrections.json"

    again = open_file(draw(folder, "after.html", text, "--corrections", "saved.json"))
    page.mouse.move(1, 1)
    shown, drawn = page.evaluate(SHOWN), again.evaluate(SHOWN)
    assert len(shown["symbols"]) > 5
    for key, value in drawn.items():
        assert shown[key] == value, key
    assert popups(page) == popups(again)


def test_a_place_moves_at_once(open_report):
    page = open_report(seed_like_report())
    choose(open_popup(page, "Villa Rica"), "Villarrica, Tolima, Colombia")
    popup = page.locator(".leaflet-popup")
    assert popup.locator("h2").inner_text() == "Villarrica"
    assert "corrected by hand" in popup.inner_text()
    assert "Villa Rica, Oxapampa, Pasco, Peru (1,525 km away" in popup.inner_text().replace("\n", " ")
    assert page.locator("#status").text_content() == "“Villa Rica” now means Villarrica, Tolima, Colombia"
    symbol = page.locator(".symbol[aria-label^='Villarrica, Tolima, Colombia']")
    expect(symbol).to_have_count(1)
    assert (
        page.locator("#places tbody tr", has_text="Villarrica").locator(".confidence").inner_text()
        == "corrected by hand"
    )
    assert page.locator(".sum").inner_text() == "5 places · 1 region · 1 ambiguous · 1 not found"
    expect(page.locator(".mention.lit", has_text="Villa Rica")).to_have_count(0)


def test_distances_are_geodesic(open_report):
    here = LonLat(lon=178.4, lat=-18.1)
    there = [(-171.8, -13.8), (178.4, -18.1), (178.4, 71.2), (0.0, 51.5), (-1.6, 18.1)]
    others = tuple(make_alternative("Suva", lon=lon, lat=lat, country="", admin=(), score=0.1) for lon, lat in there)
    entry = make_entry("Suva", ["Suva"], lon=here.lon, lat=here.lat, alternatives=others)
    page = open_report(Report(title="x", documents=(Document(text="Suva", name="x"),), entries=(entry,)))
    popup = open_popup(page, "Suva")
    popup.get_by_role("button", name="2 more").click()
    shown = [
        int(re.search(r"([\d,]+) km", item)[1].replace(",", ""))
        for item in popup.locator(".candidates li").all_inner_texts()
    ]
    assert shown == [round(distance_m(here, LonLat(lon=lon, lat=lat)) / 1000) for lon, lat in there]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_corrections_are_listed_and_taken_back_one_by_one_or_all(open_report, viewport):
    page = open_report(seed_like_report(), viewport=viewport)
    before = page.evaluate(SHOWN)
    card = page.locator("#corrections")
    expect(card).to_be_hidden()
    page.locator("#unplaced").get_by_role("button", name="Not a place: San Pedro").click()
    choose(open_popup(page, "Villa Rica"), "Villarrica, Tolima, Colombia")
    page.keyboard.press("Escape")
    card.locator("summary").click()
    assert card.locator("summary").inner_text() == "Corrections (2)"
    assert card.locator("li").all_inner_texts()[0].startswith("San Pedro → Not a place")
    assert "1 name was taken out by hand: San Pedro" in page.locator("#notices").inner_text()
    card.get_by_role("button", name="Undo: San Pedro").click()
    assert card.locator("summary").inner_text() == "Corrections (1)"
    page.locator("#unplaced").get_by_role("button", name="Not a place: Puerto Quimera").click()
    card.get_by_role("button", name="Undo all").click()
    expect(card).to_be_hidden()
    page.mouse.move(1, 1)
    assert page.evaluate(SHOWN) == before


def test_an_ambiguous_name_is_settled_from_its_popup(open_report):
    page = open_report(seed_like_report())
    page.locator(".mention.ambiguous").click()
    choose(page.locator(".leaflet-popup"), "San Pedro, Satipo, Junín, Peru")
    assert page.locator(".sum").inner_text() == "6 places · 1 region · 1 not found"
    assert page.locator(".symbol.ambiguous").count() == 0
    assert page.locator(".mention.town", has_text="San Pedro").count() == 1
    assert "San Pedro" in page.locator(".names .story").all_text_contents()


def test_a_name_is_placed_with_the_keyboard_alone(open_report, tmp_path):
    page = open_report(seed_like_report())
    page.get_by_role("button", name="Place it here: Puerto Quimera").focus()
    page.keyboard.press("Enter")
    assert "arrow keys" in page.locator(".cross").get_attribute("aria-label")
    middle = page.locator(".cross").bounding_box()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowUp"):
        page.keyboard.press(key)
    moved = page.locator(".cross").bounding_box()
    assert (moved["x"] - middle["x"], moved["y"] - middle["y"]) == (16, -9)
    page.keyboard.press("Enter")
    symbol = page.locator(".symbol[aria-label^='Puerto Quimera']").bounding_box()
    assert abs(symbol["x"] + symbol["width"] / 2 - (moved["x"] + moved["width"] / 2)) <= 1
    assert abs(symbol["y"] + symbol["height"] / 2 - (moved["y"] + moved["height"] / 2)) <= 1
    assert page.locator(".leaflet-popup h2").inner_text() == "Puerto Quimera"
    save(page, tmp_path)
    [record] = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))["corrections"]
    assert (record["action"], record["name"], record["mentions"][0]["text"]) == ("place", *["Puerto Quimera"] * 2)


def test_escape_and_cancel_change_nothing(open_report):
    page = open_report(seed_like_report())
    button = page.get_by_role("button", name="Place it here: Puerto Quimera")
    button.click()
    page.keyboard.press("Escape")
    expect(page.locator(".cross")).to_have_count(0)
    button.click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".cross")).to_have_count(0)
    expect(page.locator("#corrections")).to_be_hidden()
    assert page.locator("#status").text_content() == "Cancelled: nothing was changed"


def test_the_map_moves_when_the_cross_is_at_its_edge(open_report):
    page = open_report(seed_like_report())
    page.get_by_role("button", name="Place it here: Puerto Quimera").click()
    before = page.evaluate("dateline_map.getCenter().lng")
    for _ in range(70):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("dateline_map.getCenter().lng") > before
    page.keyboard.press("Escape")


def test_the_file_can_be_copied_where_the_clipboard_is_closed(open_report):
    page = open_report(seed_like_report())
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    page.evaluate("() => { document.execCommand = () => false; }")
    page.get_by_role("button", name="Not a place: San Pedro").click()
    page.locator("#corrections summary").click()
    page.get_by_role("button", name="Copy").click()
    text = page.locator("#corrections textarea").input_value()
    assert json.loads(text)["corrections"][0]["action"] == "remove"
    expect(page.locator("#corrections .done")).to_contain_text("copy the text from here")


def test_the_card_says_what_became_of_the_file(open_report):
    page = open_report(seed_like_report())
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.resolve(); }")
    page.get_by_role("button", name="Not a place: San Pedro").click()
    page.locator("#corrections summary").click()
    expect(page.locator("#corrections .done")).to_be_hidden()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#corrections .done")).to_have_text("The corrections are on the clipboard")
    page.get_by_role("button", name="Not a place: Puerto Quimera").click()
    expect(page.locator("#corrections .done")).to_be_hidden()


def test_a_page_made_with_corrections_keeps_them_in_the_file_it_saves(open_file, folder):
    page = open_file(draw(folder, "one.html"))
    choose(open_popup(page, "Georgia"), "Georgia, United States")
    open_popup(page, "Lima").get_by_role("button", name="Not a place").click()
    save(page, folder, "one.json")
    page = open_file(draw(folder, "two.html", "--corrections", "one.json"))
    assert "2 corrections came with this map and stay." in page.locator("#corrections").text_content()
    page.locator("#unplaced").get_by_role("button", name="Not a place: Springfield").click()
    open_popup(page, "Georgia").get_by_role("button", name="Not a place").click()
    save(page, folder, "two.json")
    saved = json.loads((folder / "two.json").read_text(encoding="utf-8"))["corrections"]
    assert [(one["action"], one["mentions"][0]["text"]) for one in saved] == [
        ("remove", "Lima"),
        ("remove", "Springfield"),
        ("remove", "Georgia"),
    ]
    page = open_file(draw(folder, "three.html", "--corrections", "two.json"))
    notes = page.locator("#notices").inner_text()
    assert "3 names were taken out by hand: Lima, Springfield, Georgia" in notes
