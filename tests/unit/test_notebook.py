import base64
import dataclasses

import pytest
from attacks import ATTACKS
from lxml import html
from reports import hostile_report, seed_like_report

from maps import MapOptions, ReportMap

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def shown():
    return ReportMap(seed_like_report(), MapOptions(title="Marines & mud"))


@pytest.fixture(scope="module")
def bundle(shown):
    return shown._repr_mimebundle_()


def test_a_notebook_may_choose_from_page_picture_and_list(bundle):
    assert list(bundle) == ["text/html", "image/png", "text/plain"]
    assert base64.b64decode(bundle["image/png"]).startswith(PNG)
    assert bundle["text/plain"].splitlines()[0] == "Marines & mud"
    assert "Villa Rica, Oxapampa, Pasco, Peru" in bundle["text/plain"]
    assert bundle["text/plain"].splitlines()[-2:] == ["Puerto Quimera: not found", "San Pedro: ambiguous"]


def test_a_notebook_gets_what_it_asks_for(shown):
    assert list(shown._repr_mimebundle_(include={"text/plain"})) == ["text/plain"]
    assert list(shown._repr_mimebundle_(exclude={"text/html"})) == ["image/png", "text/plain"]
    assert shown._repr_html_() == shown._repr_mimebundle_(include={"text/html"})["text/html"]


def test_the_page_stands_in_a_frame_over_its_picture(bundle):
    box = html.fragment_fromstring(bundle["text/html"])
    picture, frame = box
    assert (picture.tag, frame.tag) == ("img", "iframe")
    assert picture.get("src") == f"data:image/png;base64,{bundle['image/png']}"
    assert picture.get("alt") == frame.get("title") == "Marines & mud"
    assert "allow-same-origin" not in frame.get("sandbox")
    assert frame.get("srcdoc").startswith('<!DOCTYPE html>\n<html lang="en" data-theme="auto" data-embed>')


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_word_breaks_out(attack):
    report = dataclasses.replace(hostile_report(attack), title=f"{attack} title")
    bundle = ReportMap(report)._repr_mimebundle_()
    box = html.fragment_fromstring(bundle["text/html"])
    assert [node.tag for node in box.iter()] == ["div", "img", "iframe"]
    assert {name for node in box.iter() for name in node.attrib} <= {
        "style",
        "src",
        "alt",
        "srcdoc",
        "title",
        "sandbox",
    }
    assert box[0].get("alt") == f"{attack} title"
    assert all(sign.isprintable() or sign == "\n" for sign in bundle["text/plain"])


def test_save_writes_any_kind_of_file(shown, tmp_path):
    assert shown.save(tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert shown.save(tmp_path / "map.kml").read_bytes().startswith(b"<?xml")
    with pytest.raises(OSError, match="no kind of map"):
        shown.save(tmp_path / "map.doc")
