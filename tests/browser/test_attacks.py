"""Whatever a document, a gazetteer or a user writes is shown as written, and nothing of it runs."""

import pytest
from attacks import ATTACKS
from crowds import crowded_report
from reports import hostile_crowd, hostile_report, seed_like_report

from geo.corrections import read_corrections
from maps import draw_map

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_text_is_shown_as_written_and_nothing_runs(open_report, attack):
    page = open_report(hostile_report(attack))

    def shown(selector):
        return page.locator(selector).all_text_contents()

    assert shown("h1") == [f"{attack} title"]
    assert shown(".head .muted") == [f"{attack} file"]
    assert shown(".document")[0].endswith(f"{attack} lost {attack} doubtful")
    assert [text for text in shown(".mention") if text.endswith("mention")] == [f"{attack} mention"]
    assert f"{attack} place" in shown("#places .name")
    assert f"{attack} land" in shown("#places .where bdi")
    assert f"{attack} lost" in shown("#unplaced dt")
    assert f"not found: {attack} lost reason" in shown("#unplaced dd p")
    assert shown("#notices li") == [f"{attack} notice", f"{attack} read notice"]
    assert any(f"{attack} credit" in text and f"{attack} licence" in text for text in shown("#sources li"))

    page.locator("#places .go").first.click()
    assert shown(".leaflet-popup h2") == [f"{attack} place"]
    assert shown(".leaflet-popup .chain") == [f"{attack} place, {attack} land"]
    assert shown(".leaflet-popup mark") == [f"{attack} mention"]
    assert shown(".leaflet-popup .sentences li") == [f"{attack} before {attack} mention {attack} after."]
    assert shown(".leaflet-popup .figures li") == [f"{attack} after"]
    assert shown(".leaflet-popup .sentences .figure") == shown(".document .figure") == [f"{attack} after"]
    small = shown(".leaflet-popup .small")[0]
    for field in ("reason", "region", "other", "state"):
        assert f"{attack} {field}" in small

    page.locator("#places .toggle").first.click()
    said = shown("#places .said")[0]
    assert f"{attack} before {attack} mention {attack} after." in said
    assert f"{attack} reason" in said
    assert page.locator("#places .toggle").first.get_attribute("aria-label").endswith(f" {attack} place")
    assert f"{attack} place" in page.locator("#status").text_content()

    page.locator("#places .go").nth(1).click()
    assert f"{attack} note" in shown(".leaflet-popup .small p")

    check_harmless(page)


def check_harmless(page):
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.x") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 5


def test_rings_and_passing_names_say_what_is_written_and_nothing_runs(open_report):
    report = crowded_report(heads=ATTACKS)
    page = open_report(report)
    written = [entry.place.name for entry in report.entries]
    rings = page.locator(".symbol.cluster")
    assert rings.count()
    for ring in rings.all():
        said = ring.get_attribute("aria-label").partition(": ")[2]
        assert any(said.startswith(name) for name in written)
    rings.first.focus()
    assert page.locator(".names .passing").text_content().replace(" ", "") in rings.first.get_attribute(
        "aria-label"
    ).replace(" ", "")
    page.locator("#places .go").nth(1).click()
    assert page.locator(".leaflet-popup h2").text_content() == written[1]
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.x") is None


@pytest.mark.parametrize("attacks", [ATTACKS[::2], ATTACKS[1::2]], ids=["even", "odd"])
def test_words_are_as_harmless_in_corrections(open_report, tmp_path, attacks):
    page = open_report(hostile_crowd(attacks))
    for number, attack in enumerate(attacks):
        check_choosing(page, attack, number)
    for attack in attacks:
        check_removing_and_placing(page, attack)
    page.locator("#corrections summary").click()
    assert page.locator("#corrections li").count() == 3 * len(attacks)
    with page.expect_download() as download:
        page.locator("#corrections").get_by_role("button", name="Download").click()
    name = download.value.suggested_filename
    assert name.endswith(".corrections.json")
    assert not set(name) & set('/\\<>:"|?*`${}\u2028\u202e')
    download.value.save_as(tmp_path / "c.json")
    saved = read_corrections(tmp_path / "c.json")
    assert saved.faults == ()
    assert {f"{attack} other" for attack in attacks} <= {one.name for one in saved.corrections}
    check_harmless(page)


def check_choosing(page, attack, number):
    """Choose another place for an attack's first name, in its popup."""
    page.locator("#places .go").nth(2 * number).click()
    assert page.locator(".leaflet-popup h2").text_content() == f"{attack} place"
    offer = page.locator(".leaflet-popup .candidates li").first
    assert offer.text_content().startswith(f"{attack} other")
    button = offer.locator("button")
    assert button.get_attribute("aria-label").startswith(f"Choose this: {attack} other")
    button.click()
    assert page.locator(".leaflet-popup h2").all_text_contents() == [f"{attack} other"]
    assert f"{attack} other, {attack} state" in page.locator("#status").text_content()
    page.keyboard.press("Escape")


def check_removing_and_placing(page, attack):
    """Take out the first of an attack's names without a place, and put the other on the map."""
    page.locator("#unplaced .acts button").first.click()
    told = page.locator("#notices").text_content().replace("\u00a0", " ")
    assert f"{attack} lost" in told or attack != attack.strip()
    page.locator("#unplaced .acts").first.get_by_role("button").last.click()
    assert f"{attack} doubtful" in page.locator(".hint").text_content()
    page.keyboard.press("Enter")


def test_the_policy_stops_script_that_gets_in(open_file, tmp_path):
    """The second wall: markup that some later mistake lets through does not run."""
    page = draw_map(seed_like_report()).replace("</body>", "<script>window.pwned = 1</script></body>")
    path = tmp_path / "broken.html"
    path.write_text(page, encoding="utf-8")
    opened = open_file(path, complaints=1)
    assert opened.evaluate("window.pwned") is None
