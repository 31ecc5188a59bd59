"""A place drawn anew at another point, taken off, and put back: what corrections in the page stand on."""

import pytest
from crowds import crowded_report
from reports import seed_like_report

from maps.page import assemble

pytestmark = pytest.mark.browser

PERU, OXAPAMPA, VRAEM, LOST, SAN_PEDRO = 1, 2, 3, -1, -2


@pytest.fixture
def open_inside(open_report, monkeypatch):
    """Open a page that lets the test call what only its own script can."""
    asset = assemble._asset  # noqa: SLF001 - the page keeps its functions to itself

    def reveal(name):
        script = asset(name)
        return f"{script}\nwindow.inside = {{ redrawPlace, removePlace }};" if name == "start.js" else script

    monkeypatch.setattr(assemble, "_asset", reveal)
    return open_report


def symbols(page):
    return sorted(page.locator(".symbol[data-target]").evaluate_all("nodes => nodes.map((node) => node.ariaLabel)"))


def names(page):
    return sorted(page.locator(".names .story").all_text_contents())


def away(page):
    """Give how far Oxapampa's dot is from Villa Rica's, in pixels rightward and downward."""
    one, other = (page.locator(f".symbol[aria-label^='{name}']").bounding_box() for name in ("Oxapampa", "Villa Rica"))
    return round(one["x"] - other["x"]), round(one["y"] - other["y"])


def test_a_place_moves_and_comes_back(open_inside):
    page = open_inside(seed_like_report())
    before = symbols(page), names(page)
    before_at = away(page)
    page.evaluate(f"inside.redrawPlace({OXAPAMPA}, {{ lon: -76.5, lat: -12.5, belief: 'unsure' }})")
    moved = page.locator(".symbol[aria-label^='Oxapampa']")
    assert moved.count() == 1
    assert away(page)[1] > before_at[1] + 50
    assert "Oxapampa ?" in names(page)
    moved.click()
    assert page.locator(".leaflet-popup h2").inner_text() == "Oxapampa"
    page.keyboard.press("Escape")
    page.evaluate(f"inside.redrawPlace({OXAPAMPA})")
    assert (symbols(page), names(page)) == before
    assert away(page) == before_at


def test_a_place_is_taken_off(open_inside):
    page = open_inside(seed_like_report())
    for target in (OXAPAMPA, VRAEM, SAN_PEDRO):
        page.evaluate(f"inside.removePlace({target})")
    assert page.locator(".symbol.town").count() == 2
    assert page.locator(".symbol.ambiguous").count() == 0
    assert page.locator(".leaflet-pane path.regions").count() == 0
    assert not {"Oxapampa", "VRAEM", "San Pedro ?"} & set(names(page))


def test_an_area_becomes_a_point_and_an_area_again(open_inside):
    page = open_inside(seed_like_report())
    page.evaluate(f"inside.redrawPlace({VRAEM}, {{ lon: -74, lat: -12 }})")
    assert page.locator(".leaflet-pane path.regions").count() == 0
    assert page.locator(".symbol[aria-label^='Valley']").count() == 1
    page.evaluate(f"inside.redrawPlace({VRAEM})")
    region = page.locator(".leaflet-pane path.regions.approximate")
    assert region.get_attribute("aria-label").startswith("Valley")
    assert page.locator(".symbol[aria-label^='Valley']").count() == 0


def test_names_without_a_place_get_one(open_inside):
    page = open_inside(seed_like_report())
    page.evaluate(f"inside.redrawPlace({LOST}, {{ lon: -74, lat: -10 }})")
    page.evaluate(f"inside.redrawPlace({SAN_PEDRO}, {{ lon: -74.4, lat: -11.6 }})")
    assert {"Puerto Quimera", "San Pedro"} <= set(names(page))
    assert page.locator(".symbol.ambiguous").count() == 0


def test_a_place_beyond_the_first_view_belongs_to_the_whole_story(open_inside):
    page = open_inside(seed_like_report())
    page.evaluate(f"inside.redrawPlace({OXAPAMPA}, {{ lon: -70, lat: -17 }})")
    page.get_by_label("Show the whole story").click()
    assert page.evaluate("dateline_map.getBounds().contains([-17, -70])")


def test_a_place_leaves_its_ring(open_inside):
    page = open_inside(crowded_report())
    ring = page.locator(".symbol.cluster").first
    number, held = ring.text_content(), ring.get_attribute("aria-label").split(": ")[1].split(",")[0]
    target = page.locator(".mention", has_text=held).first.get_attribute("data-target")
    page.evaluate(f"inside.redrawPlace({target}, {{ lon: -70, lat: -13.9 }})")
    assert page.locator(f".symbol.cluster[aria-label^='{number} places: {held},']").count() == 0
