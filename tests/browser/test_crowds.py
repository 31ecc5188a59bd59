"""Many places on one map: names that do not collide, dots that gather and part, targets that can be hit."""

import itertools

import pytest
from crowds import crowded_report, twin_report, valley_report
from reports import seed_like_report

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
HALO = 3

# The ink of each name without its halo, and the shape of each dot, as left, top, right, bottom.
BOXES = """() => {
  const box = (node, by) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [left + by, top + by, right - by, bottom - by];
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    names: all(".names text").map((node) => [node.dataset.target ?? null, node.textContent, box(node, HALO)]),
    dots: all(".symbol[data-target] .shape").map((node) => [node.closest(".symbol").dataset.target, box(node, 1)]),
    rings: all(".leaflet-pane .cluster .ring").map((node) => box(node, 1)),
  };
}""".replace("HALO", str(HALO))


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def viewport(request):
    return request.param


@pytest.fixture
def valley(open_report, viewport):
    return open_report(valley_report(), viewport=viewport)


@pytest.fixture
def crowd(open_report, viewport):
    return open_report(crowded_report(), viewport=viewport)


def popup_name(page):
    return page.locator(".leaflet-popup h2").inner_text()


def assert_nothing_collides(page):
    boxes = page.evaluate(BOXES)
    names = boxes["names"]
    assert [(a[1], b[1]) for a, b in itertools.combinations(names, 2) if overlap(a[2], b[2])] == []
    for target, text, box in names:
        assert [(text, dot) for dot, dot_box in boxes["dots"] if dot != target and overlap(box, dot_box)] == []
        assert [text for ring in boxes["rings"] if overlap(box, ring)] == []
    return boxes


def test_sixty_names_of_one_valley_do_not_collide(valley, viewport):
    boxes = assert_nothing_collides(valley)
    assert len({target for target, _ in boxes["dots"]}) == 60
    assert boxes["rings"] == []
    named = {target for target, _, _ in boxes["names"] if target is not None}
    assert len(named) >= (55 if viewport == DESKTOP else 35)


def test_the_same_window_gives_the_same_names_in_the_same_places(open_report):
    pages = [open_report(valley_report()) for _ in range(2)]
    assert pages[0].evaluate(BOXES) == pages[1].evaluate(BOXES)


def test_a_place_whose_name_found_no_room_still_says_it(open_report):
    page = open_report(valley_report(), viewport=PHONE)
    shown = {node.get_attribute("data-target") for node in page.locator(".names .story[data-target]").all()}
    symbols = {node.get_attribute("data-target"): node for node in page.locator(".symbol[data-target]").all()}
    nameless = sorted(set(symbols) - shown)
    assert nameless
    assert all(symbols[target].get_attribute("aria-label") for target in symbols)
    symbols[nameless[0]].focus()
    passing = page.locator(".names .passing")
    assert symbols[nameless[0]].get_attribute("aria-label").startswith(passing.text_content().removesuffix(" ?"))
    symbols[nameless[0]].blur()
    assert passing.count() == 0


def test_names_keep_apart_when_one_looks_closer(valley):
    valley.get_by_label("Zoom in").click()
    assert_nothing_collides(valley)


def test_a_handful_never_gathers(open_report):
    assert open_report(seed_like_report()).locator(".symbol.cluster").count() == 0


def test_hundreds_gather_in_rings_that_say_what_they_hold(crowd):
    boxes = assert_nothing_collides(crowd)
    assert boxes["rings"]
    counted = crowd.locator(".symbol.cluster").evaluate_all(
        "nodes => nodes.map((node) => [node.textContent, node.ariaLabel])"
    )
    for number, name in counted:
        assert name.startswith(f"{number} places: Town ")
    total = sum(int(number) for number, _ in counted) + len({target for target, _ in boxes["dots"]})
    assert total == 300


def test_a_ring_opens_with_the_keyboard_and_hands_the_focus_on(crowd):
    before = crowd.evaluate("dateline_map.getZoom()")
    ring = crowd.locator(".symbol.cluster").first
    ring.focus()
    crowd.keyboard.press("Enter")
    assert crowd.evaluate("dateline_map.getZoom()") > before
    assert "Town" in crowd.evaluate("document.activeElement.ariaLabel")
    assert_nothing_collides(crowd)


def test_a_ring_opens_without_losing_the_region_under_it(crowd):
    crowd.locator(".symbol.cluster").first.click()
    region = crowd.locator(".leaflet-pane path.regions")
    assert region.count() == 1
    assert "Long Plain" in crowd.locator(".names .region").all_text_contents()
    crowd.locator(".names .region").click()
    assert popup_name(crowd) == "Long Plain"


def test_a_place_in_a_ring_is_shown_when_it_is_chosen(crowd):
    target = crowd.locator("#places .go", has_text="Town 1-1").first
    target.click()
    assert popup_name(crowd) == "Town 1-1"
    assert crowd.locator(".symbol[aria-label^='Town 1-1,']").count() == 1


def test_a_mention_lights_the_ring_that_holds_its_place(open_report):
    page = open_report(crowded_report())
    held = page.locator(".symbol.cluster").first.get_attribute("aria-label").split(": ")[1].split(",")[0]
    page.locator(".mention", has_text=held).first.hover()
    assert page.locator(".symbol.cluster.lit").count() == 1
    assert page.locator(".names .passing").text_content() == held


def test_rings_go_with_the_layer_of_places(crowd):
    crowd.locator(".layers summary").click()
    crowd.get_by_label("Places", exact=True).uncheck()
    assert crowd.locator(".symbol.cluster").count() == 0
    crowd.get_by_label("Places", exact=True).check()
    assert crowd.locator(".symbol.cluster").count() > 0


def test_two_places_on_one_spot_can_both_be_hit(open_report, viewport):
    page = open_report(twin_report(), viewport=viewport)
    for name in ("Upper Mill", "Lower Mill"):
        box = page.locator(f".symbol[aria-label^='{name}'] .shape").bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert popup_name(page) == name
        page.keyboard.press("Escape")


def test_a_dot_that_stands_alone_has_a_target_of_24_pixels(open_report, viewport):
    page = open_report(twin_report(), viewport=viewport)
    box = page.locator(".symbol[aria-label^='Farmouth'] .hit").bounding_box()
    assert (round(box["width"]), round(box["height"])) == (24, 24)
    page.mouse.click(box["x"] + box["width"] / 2 - 10, box["y"] + box["height"] / 2)
    assert popup_name(page) == "Farmouth"


def test_targets_of_neighbours_do_not_reach_over_each_other(valley):
    circles = valley.locator(".symbol .hit").evaluate_all(
        "nodes => nodes.map((node) => { const box = node.getBoundingClientRect();"
        "return [box.x + box.width / 2, box.y + box.height / 2, box.width / 2]; })"
    )
    for one, other in itertools.combinations(circles, 2):
        apart = ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
        assert apart >= min(one[2] + other[2], 8) - 1.5
