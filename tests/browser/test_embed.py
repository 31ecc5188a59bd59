"""The page in another page: as wide as there is room, with nothing of one leaking into the other."""

import pytest
from attacks import ATTACKS
from reports import hostile_crowd, seed_like_report

from maps import MapOptions, write_map
from maps.embed import embed_files

pytestmark = pytest.mark.browser

LOUD = "* { color: rgb(255, 0, 0) !important; font-size: 40px !important } iframe { float: left }"
STRICT = "default-src 'none'; frame-src file:"
WIDTHS = (320, 600, 1200)


@pytest.fixture
def embed(tmp_path, open_file):
    """Put a report into another page in one of the two ways and give that page and the frame within."""

    def put(report, way, *, policy="", style=LOUD, width=600):
        page = write_map(report, tmp_path / "a map.html")
        (markup,) = [text for path, text in embed_files(report, page, MapOptions()).items() if f".{way}." in path.name]
        head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
        host = tmp_path / "host.html"
        host.write_text(
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title>'
            f'<link rel="icon" href="data:,">{head}<meta name="viewport" content="width=device-width">'
            f'{f"<style>{style}</style>" if style else ""}</head><body><h1 id="head">Host</h1>{markup}</body></html>',
            encoding="utf-8",
        )
        # A policy that forbids styles forbids the frame's own too, and says so; its attributes stand in for it.
        opened = open_file(host, viewport={"width": width, "height": 900}, complaints=1 if policy else 0)
        opened.wait_for_selector("iframe")
        return opened, opened.frame_locator("iframe")

    return put


@pytest.mark.parametrize("way", ["embed", "fragment"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_fills_the_width_there_is(embed, way, width):
    host, frame = embed(seed_like_report(), way, width=width)
    frame.locator("#places .go, .symbol").first.wait_for(state="attached")
    box = host.locator("iframe").bounding_box()
    assert box["width"] == width - 16
    assert 420 <= box["height"] <= 810
    assert host.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.locator("html").evaluate("node => node.scrollWidth <= innerWidth")
    shown = frame.locator(".leaflet-container").bounding_box()
    assert shown["width"] > 0.9 * box["width"]
    assert shown["height"] > 0.5 * box["height"]


@pytest.mark.parametrize("way", ["embed", "fragment"])
def test_no_style_and_no_script_crosses_the_frame(embed, way):
    host, frame = embed(seed_like_report(), way)
    name = frame.locator("h1").first
    assert name.text_content() == "Marines train in the cloud forest"
    assert name.evaluate("node => getComputedStyle(node).color") != "rgb(255, 0, 0)"
    assert host.locator("#head").evaluate("node => getComputedStyle(node).color") == "rgb(255, 0, 0)"
    assert host.evaluate("window.dateline_map") is None
    inner = host.frames[1]
    with pytest.raises(Exception, match="cross-origin"):
        inner.evaluate("parent.document.title")


def test_a_click_in_the_frame_opens_a_place(embed):
    _, frame = embed(seed_like_report(), "embed", width=1200)
    frame.locator(".symbol.town").first.click()
    assert frame.locator(".leaflet-popup h2").first.is_visible()


def test_the_snippet_works_where_the_host_forbids_all_script_and_style(embed):
    host, frame = embed(seed_like_report(), "embed", policy=STRICT, style="")
    frame.locator(".symbol").first.wait_for(state="attached")
    box = host.locator("iframe").bounding_box()
    assert box["width"] == 600 - 16
    assert box["height"] == 480


def test_the_fragment_knows_that_it_is_embedded(embed):
    _, frame = embed(seed_like_report(), "fragment")
    assert frame.locator("html").get_attribute("data-embed") == ""


def test_no_title_and_no_word_breaks_out_of_the_frame(tmp_path, open_file):
    """One host with the fragments of several attacks: each word stands in its own frame and nothing runs in any."""
    groups = [ATTACKS[start::3] for start in range(3)]
    titles = [" ".join(f"{attack} title" for attack in group) for group in groups]
    bodies = []
    for number, group in enumerate(groups):
        report = hostile_crowd(group)
        page = write_map(report, tmp_path / f"{number}.html")
        (body,) = [text for path, text in embed_files(report, page, MapOptions()).items() if ".fragment." in path.name]
        bodies.append(body)
    host = tmp_path / "host.html"
    host.write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">'
        f"</head><body>{''.join(bodies)}</body></html>",
        encoding="utf-8",
    )
    opened = open_file(host)
    frames = opened.locator("iframe")
    assert frames.count() == len(groups)
    assert opened.locator("body > *").count() == len(groups)
    for number, title in enumerate(titles):
        frames.nth(number).scroll_into_view_if_needed()
        frame = frames.nth(number).content_frame
        frame.locator("#places, .symbol").first.wait_for(state="attached")
        assert frames.nth(number).get_attribute("title") == title
        assert frame.locator("h1").first.text_content() == title
    assert len(opened.frames) == 1 + len(groups)
    for window in opened.frames:
        assert window.evaluate("window.pwned") is None
