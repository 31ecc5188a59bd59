"""Reading: text and map answer each other, on a desktop and on a phone."""

import pytest
from pages import PHONE, SCREENS, focused, in_sight, is_within, mention, popup, popup_name, symbol
from reports import STORY, make_entry, seed_like_report

from geo.document import Document
from geo.report import Report

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"{'Nothing happened here for a long time. ' * 12}Then Lima woke, day {day}." for day in range(5))


def long_report():
    """Give a report whose one place is named five times, far apart."""
    document = Document(text=LONG, name="long.txt", title="Five days")
    lima = make_entry(LONG, ["Lima"], lon=-77.02824, lat=-12.04318, admin=("Peru", "Lima", "Lima"))
    return Report(title="Five days", documents=(document,), entries=(lima,))


@pytest.fixture(params=SCREENS)
def screen(request):
    return SCREENS[request.param]


@pytest.fixture
def page(open_report, screen):
    return open_report(seed_like_report(), **screen)


@pytest.fixture
def long_page(open_report, screen):
    return open_report(long_report(), **screen)


def scroll_of(page):
    return page.evaluate("[document.getElementById('text-side').scrollTop, scrollY]")


def step_count(page):
    return page.locator(".steps .count").inner_text()


def test_a_click_on_a_mention_opens_its_place(page):
    mention(page, "Villa Rica").click()
    assert popup_name(page) == "Villa Rica"
    assert popup(page).locator(".chain").inner_text() == "Villa Rica, Oxapampa, Pasco, Peru"
    assert popup(page).locator("mark").all_inner_texts() == ["Villa Rica", "Villa Rica"]
    why = popup(page).locator(".small").text_content()
    assert "sure, 87\xa0%" in why
    assert "named beside Oxapampa, in Peru" in why
    assert "Villarrica, Tolima, Colombia" in why


def test_a_popup_lies_within_the_map_and_does_not_cover_its_place(page):
    for name in ("Lima", "Villa Rica", "Oxapampa"):
        mention(page, name).click()
        box, dot = popup(page).bounding_box(), symbol(page, name).bounding_box()
        assert is_within(box, page.locator("#map-side").bounding_box())
        assert box["y"] + box["height"] <= dot["y"] + dot["height"] / 2 + 1
        page.keyboard.press("Escape")


def test_a_popup_leaves_an_area_free_that_has_room_below_it(open_report):
    page = open_report(seed_like_report(), viewport={"width": 1440, "height": 1400})
    for _ in range(3):
        page.get_by_label("Zoom out").click()
    mention(page, "VRAEM").click()
    box, area = popup(page).bounding_box(), page.locator(".leaflet-pane path.regions").bounding_box()
    assert box["y"] + box["height"] <= area["y"] + 8


def test_a_long_word_in_a_popup_wraps(open_report, screen):
    word = "Llan" + "fair" * 40
    text = f"{word} grew."
    entry = make_entry(text, [word], lon=-4.2, lat=53.2, admin=("Wales", word), reason=word)
    report = Report(title=word, documents=(Document(text=text, name=word, title=word),), entries=(entry,))
    page = open_report(report, **screen)
    page.locator(".mention").first.click()
    assert page.locator(".leaflet-popup-content").evaluate("node => node.scrollWidth <= node.clientWidth")
    assert is_within(popup(page).bounding_box(), page.locator("#map-side").bounding_box())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#text-side").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_a_click_on_a_mention_leaves_the_text_where_it_is(long_page):
    mention(long_page, "Lima", 2).scroll_into_view_if_needed()
    before = mention(long_page, "Lima", 2).bounding_box()
    panel_before, _ = scroll_of(long_page)
    mention(long_page, "Lima", 2).click()
    assert popup_name(long_page) == "Lima"
    assert in_sight(mention(long_page, "Lima", 2))
    assert scroll_of(long_page)[0] == panel_before
    frame = long_page.locator("#map-side").bounding_box()
    if before["y"] > frame["y"] + frame["height"]:
        assert mention(long_page, "Lima", 2).bounding_box()["y"] == before["y"]


def test_a_mention_that_the_map_would_hide_on_a_phone_moves_below_it(open_report):
    page = open_report(long_report(), **PHONE)
    top = mention(page, "Lima", 3).evaluate("node => node.getBoundingClientRect().top")
    page.evaluate(f"scrollTo(0, {top} - 100)")
    assert mention(page, "Lima", 3).bounding_box()["y"] == pytest.approx(100, abs=1)
    mention(page, "Lima", 3).tap()
    frame = page.locator("#map-side").bounding_box()
    assert frame["y"] == 0
    assert mention(page, "Lima", 3).bounding_box()["y"] > frame["height"]


def test_a_click_on_a_place_scrolls_to_its_first_mention(long_page):
    assert not in_sight(mention(long_page, "Lima", 4))
    symbol(long_page, "Lima").click()
    assert popup_name(long_page) == "Lima"
    assert in_sight(mention(long_page, "Lima"))
    assert "current" in mention(long_page, "Lima").get_attribute("class")
    assert step_count(long_page) == "1 of 5"
    assert in_sight(popup(long_page).locator("h2"))


def test_buttons_in_the_popup_step_through_the_mentions(long_page):
    symbol(long_page, "Lima").click()
    for number in (2, 3, 4, 5, 1):
        long_page.get_by_label("Next mention in the text").click()
        assert step_count(long_page) == f"{number} of 5"
        assert in_sight(mention(long_page, "Lima", number - 1))
        assert long_page.locator(".mention.current").count() == 1
        assert in_sight(popup(long_page).locator("h2"))
        assert long_page.locator("#status").text_content() == f"{number} of 5"
    long_page.get_by_label("Previous mention in the text").click()
    assert step_count(long_page) == "5 of 5"


def test_arrow_keys_in_the_popup_step_through_the_mentions(long_page):
    symbol(long_page, "Lima").focus()
    long_page.keyboard.press("Enter")
    long_page.keyboard.press("ArrowRight")
    assert step_count(long_page) == "2 of 5"
    long_page.keyboard.press("ArrowLeft")
    long_page.keyboard.press("ArrowLeft")
    assert step_count(long_page) == "5 of 5"
    assert in_sight(mention(long_page, "Lima", 4))


def test_stepping_starts_at_the_mention_that_was_clicked(long_page):
    mention(long_page, "Lima", 2).click()
    assert step_count(long_page) == "3 of 5"


def test_what_the_map_did_to_the_page_ends_with_the_popup(long_page):
    before = scroll_of(long_page)[1]
    symbol(long_page, "Lima").click()
    long_page.get_by_role("button", name="Close").click()
    assert popup(long_page).count() == 0
    assert scroll_of(long_page)[1] == before
    assert long_page.locator(".current, .chosen, .opened").count() == 0
    assert long_page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Lima")


def test_a_place_named_once_is_shown_in_the_text(page):
    mention(page, "Oxapampa").click()
    page.get_by_role("button", name="Show in the text").click()
    assert "current" in mention(page, "Oxapampa").get_attribute("class")
    assert in_sight(mention(page, "Oxapampa"))


def test_further_sentences_wait_behind_a_button(page):
    mention(page, "VRAEM").click()
    sentences = popup(page).locator(".sentences li")
    assert sentences.count() == 3
    page.get_by_role("button", name="1 more sentence").click()
    assert sentences.count() == 4
    assert is_within(popup(page).bounding_box(), page.locator("#map-side").bounding_box())


def test_figures_are_quoted_and_lead_to_their_place_in_the_text(page):
    mention(page, "VRAEM").click()
    assert popup(page).locator("h3").inner_text() == "Figures"
    assert popup(page).locator(".figures li").all_inner_texts() == ["About 600 marines", "in September"]
    assert "About 600 marines" in popup(page).locator(".sentences .figure").all_inner_texts()
    popup(page).get_by_role("button", name="in September").click()
    assert page.locator(".document .figure.current").inner_text() == "in September"
    assert in_sight(page.locator(".document .figure.current"))


def test_hover_lights_both_sides(page):
    mention(page, "Oxapampa").hover()
    assert "lit" in symbol(page, "Oxapampa").get_attribute("class")
    symbol(page, "Lima").hover()
    assert "lit" in mention(page, "Lima").get_attribute("class")
    assert "lit" not in mention(page, "Oxapampa").get_attribute("class")


def test_keys_step_through_mentions_open_and_close(page):
    mention(page, "United States").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "Peru "
    page.keyboard.press("ArrowLeft")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert focused(page) == "Oxapampa"
    page.keyboard.press("Enter")
    assert popup_name(page) == "Oxapampa"
    page.keyboard.press("Escape")
    assert popup(page).count() == 0
    assert focused(page) == "Oxapampa"


def test_the_close_button_gives_the_focus_back(page):
    mention(page, "Oxapampa").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").click()
    assert popup(page).count() == 0
    assert focused(page) == "Oxapampa"


def test_a_symbol_opens_with_the_keyboard(page):
    symbol(page, "Villa Rica").focus()
    page.keyboard.press("Enter")
    assert popup_name(page) == "Villa Rica"
    assert page.locator("#status").text_content() == "Villa Rica, Oxapampa, Pasco, Peru, named 2 times"


def test_a_name_that_is_not_found_leads_to_the_list(page):
    mention(page, "Puerto Quimera").click()
    row = page.locator(".unplaced dt", has_text="Puerto Quimera")
    assert in_sight(row)
    assert focused(page) == "Puerto Quimera"
    assert "not found: not in the gazetteer" in page.locator("#unplaced").inner_text()


def test_an_ambiguous_name_shows_its_contenders(page):
    mention(page, "San Pedro").click()
    assert popup_name(page) == "San Pedro"
    assert "San Pedro, Satipo, Junín, Peru" in popup(page).inner_text()


def test_the_text_is_shown_whole(page):
    shown = page.locator(".document").evaluate("node => node.textContent")
    written = STORY.removeprefix(seed_like_report().title)
    assert "".join(shown.split()) == "".join(written.split())
