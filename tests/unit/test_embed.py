"""The snippet and the fragment, read back by a parser of HTML."""

import dataclasses
import re

import pytest
from attacks import ATTACKS
from lxml import html
from reports import hostile_report, seed_like_report

from maps import MapOptions, draw_map
from maps.embed import embed_files, escape_attribute, frame_content, frame_file

EMBEDDED = MapOptions(embedded=True)


def only_frame(markup):
    (frame,) = html.fragments_fromstring(markup)
    assert frame.tag == "iframe"
    assert not frame.text
    assert set(frame.attrib) <= {
        "src", "srcdoc", "title", "loading", "sandbox", "width", "height", "frameborder", "style",
    }  # fmt: skip
    return frame


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_title_and_no_name_breaks_out_of_the_snippet(attack):
    frame = only_frame(frame_file(f"{attack.replace('/', '')}.html", attack))
    assert frame.get("title") == attack
    assert re.fullmatch(r"[\w.~%-]+#embed", frame.get("src"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_word_breaks_out_of_the_fragment(attack):
    page = draw_map(dataclasses.replace(hostile_report(attack), title=attack), EMBEDDED)
    frame = only_frame(frame_content(page, attack))
    assert frame.get("title") == attack
    assert frame.get("srcdoc") == page


def test_the_frame_gives_the_page_no_rights_over_the_page_around():
    for markup in embed_files(seed_like_report(), "map.html", MapOptions()).values():
        rights = only_frame(markup).get("sandbox").split()
        assert "allow-scripts" in rights
        assert not set(rights) & {"allow-same-origin", "allow-top-navigation", "allow-forms", "allow-modals"}


def test_both_are_ascii_whatever_the_documents_hold():
    files = embed_files(hostile_report("Ñandú 地図 \udcff"), "Ñandú.html", MapOptions())
    assert [path.name for path in files] == ["Ñandú.embed.html", "Ñandú.fragment.html"]
    assert all(markup.isascii() for markup in files.values())


def test_an_attribute_holds_any_text():
    text = """a'<&"é\n&amp;"""
    assert html.fragment_fromstring(f'<p title="{escape_attribute(text)}">').get("title") == text


def test_the_page_says_whether_it_is_embedded():
    assert '<html lang="en" data-theme="auto" data-embed>' in draw_map(seed_like_report(), EMBEDDED)
    assert '<html lang="en" data-theme="auto">' in draw_map(seed_like_report())


def test_the_title_that_was_asked_for_names_the_frame():
    files = embed_files(seed_like_report(), "map.html", MapOptions(title="Coca"))
    assert {only_frame(markup).get("title") for markup in files.values()} == {"Coca"}
