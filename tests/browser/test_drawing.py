"""A picture that is opened as a file: SVG may hold script, and ours, whatever a document says, runs none."""

import dataclasses

import pytest
from attacks import ATTACKS
from reports import hostile_crowd

from maps import write_map
from maps.options import MapOptions
from maps.plain import clean

pytestmark = pytest.mark.browser

FIELDS = ("title", "place", "area", "lost", "doubtful", "note", "notice", "credit")
READ = "() => Array.from(document.querySelectorAll('text'), (node) => node.textContent).join('')"


def squeezed(text):
    return "".join(text.split())


def test_hostile_words_in_a_drawing_are_seen_and_nothing_runs(open_file, tmp_path):
    report = hostile_crowd([*ATTACKS, "<svg onload=window.pwned=1>", "]]><script>window.pwned=1</script>"])
    page = open_file(write_map(report, tmp_path / "map.svg", MapOptions(shade="country", borders="disputed")))
    assert page.evaluate("document.documentElement.localName") == "svg"
    assert page.evaluate("document.querySelector('parsererror')") is None
    said = squeezed(page.evaluate(READ))
    written = [squeezed(clean(f"{attack} {field}")) for attack in ATTACKS for field in FIELDS]
    assert [text for text in written if text not in said] == []
    for move in ("mouse.move", "mouse.click"):
        device, act = move.split(".")
        getattr(getattr(page, device), act)(300, 300)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.x") is None
    assert page.evaluate("document.querySelectorAll('script, a, image, foreignObject').length") == 0


def test_a_title_that_is_an_attack_is_a_title(open_file, tmp_path):
    options = MapOptions(title=" ".join(ATTACKS))
    report = dataclasses.replace(hostile_crowd(["x"]), notices=())
    page = open_file(write_map(report, tmp_path / "map.svg", options))
    assert page.title() == " ".join(clean(options.title).split())
    assert page.evaluate("window.pwned") is None
