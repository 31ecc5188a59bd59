"""The table of places is the equal of the map."""

import pytest
from pages import SCREENS, popup_name
from reports import seed_like_report

pytestmark = pytest.mark.browser


@pytest.fixture(params=SCREENS)
def page(open_report, request):
    return open_report(seed_like_report(), **SCREENS[request.param])


def row_of(page, name):
    return page.locator("#places tbody tr", has=page.locator(f"bdi.name:text-is('{name}')"))


def test_a_row_says_kind_where_point_times_and_confidence(page):
    assert page.locator("#places tbody tr").count() == 6
    cells = row_of(page, "Villa Rica").locator("th, td").all_text_contents()
    where = "Oxapampa, Pasco, PeruPopulated place · 10.74°\xa0S,\xa075.27°\xa0W"
    assert cells == ["Villa Rica", where, "2 times", "sure, 87\xa0%", ""]


def test_a_row_says_that_a_boundary_is_approximate(page):
    row = row_of(page, "Valley of the Apurímac, Ene and Mantaro Rivers")
    assert row.locator(".kind").inner_text() == "Region · approximate boundary"


def test_a_row_opens_to_all_that_a_popup_says(page):
    toggle = row_of(page, "Villa Rica").get_by_role("button", name="What the text says of Villa Rica")
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.click()
    said = page.locator("#places .said")
    assert said.locator(".sentences li").first.inner_text() == "A day in Villa Rica"
    assert "Villarrica, Tolima, Colombia" in said.inner_text()
    assert toggle.get_attribute("aria-expanded") == "true"
    toggle.click()
    assert said.count() == 0
    assert toggle.get_attribute("aria-expanded") == "false"


def test_a_row_leads_to_the_map_and_the_table_stays(page):
    row = row_of(page, "Lima")
    row.locator(".go").scroll_into_view_if_needed()
    row.locator(".go").click()
    assert popup_name(page) == "Lima"
    assert page.locator(".steps .count").inner_text() == "2 times in the text"
    assert row.is_visible()
    page.get_by_label("Previous mention in the text").click()
    assert page.locator(".steps .count").inner_text() == "2 of 2"


def test_a_row_is_a_row_however_it_is_laid_out(page):
    assert page.get_by_role("table").get_by_role("row").count() == 7
    assert page.get_by_role("rowheader", name="Villa Rica").count() == 1
    assert page.get_by_role("columnheader").all_text_contents() == [
        "Name", "Where it is", "Named", "Confidence", "What the text says",
    ]  # fmt: skip


def test_no_row_is_wider_than_its_panel(page):
    width = page.locator("#text-side").bounding_box()["width"]
    for row in page.locator("#places tbody tr").all():
        assert row.bounding_box()["width"] <= width
    assert page.locator("#text-side").evaluate("node => node.scrollWidth <= node.clientWidth")
