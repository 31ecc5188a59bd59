"""The page as text: one inert block of words, a policy that fits its scripts, the same bytes each time."""

import base64
import hashlib
import html
import json
import re

import pytest
from attacks import ATTACKS
from hypothesis import given
from hypothesis import strategies as st
from reports import hostile_report, make_entry, seed_like_report

from geo.document import Document
from geo.report import Report
from maps import draw_map
from maps.options import THEMES, MapOptions
from maps.page.assemble import escape_json

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
FACTS = re.compile(r'<script type="application/json" id="facts">(.*?)</script>', re.DOTALL)
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@pytest.fixture(scope="module")
def page():
    return draw_map(seed_like_report())


def policy_of(page):
    directives = html.unescape(POLICY.search(page)[1]).split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


def hash_of(content):
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def test_same_report_gives_same_bytes(page):
    assert draw_map(seed_like_report()) == page


def test_page_is_small(page):
    assert len(page.encode()) < 900_000


def test_nothing_is_loaded_from_elsewhere(page):
    assert not re.search(r"<(?:script|img|iframe|object|embed)[^>]*\ssrc=", page)
    assert not re.search(r"url\((?!#)", " ".join(STYLE.findall(page)))
    assert re.findall(r'<link[^>]*href="([^"]*)"', page) == ["data:,"]


def test_policy_allows_exactly_the_scripts_and_styles_of_the_page(page):
    policy = policy_of(page)
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["script-src"].split() == [hash_of(script) for script in SCRIPT.findall(page)]
    assert policy["style-src"].split() == [hash_of(style) for style in STYLE.findall(page)]


def test_markup_has_no_style_attribute_and_no_handler(page):
    markup = SCRIPT.sub("", page)
    markup = STYLE.sub("", FACTS.sub("", markup))
    assert not re.search(r"\s(?:style|on\w+)=", markup)


def test_random_names_of_folium_are_gone(page):
    assert not re.search(r"\b[0-9a-f]{32}\b", page)


def test_title_can_be_given():
    page = draw_map(seed_like_report(), MapOptions(title="A <b>title</b>"))
    assert "<title>A &lt;b&gt;title&lt;/b&gt;</title>" in page
    assert json.loads(FACTS.search(page)[1])["title"] == "A <b>title</b>"


SILENT = "The minister slept badly."


def secret_report(**facts):
    """Give a report of a text of which one sentence names a place, and a page may hold that one alone."""
    text = f"Byline of a colleague\n\n{SILENT} Lima grew. {SILENT}\n\n{SILENT}"
    lima = make_entry(text, ["Lima"], lon=-77.02824, lat=-12.04318)
    document = Document(text=text, name="brief.txt", title="Heading of a colleague", **facts)
    return Report(title="Lima", documents=(document,), entries=(lima,))


def test_a_page_without_the_text_holds_only_the_sentences_that_name_a_place():
    whole = draw_map(secret_report())
    page = draw_map(secret_report(), MapOptions(with_text=False))
    assert " grew." in page
    for words in (SILENT, "Byline of a colleague", "Heading of a colleague"):
        assert words in whole
        assert words not in page


def test_a_page_of_too_long_a_text_holds_only_the_sentences_that_name_a_place(monkeypatch):
    monkeypatch.setattr("maps.page.facts._TEXT_LIMIT_BYTES", 50)
    page = draw_map(secret_report())
    assert " grew." in page
    assert SILENT not in page


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_stands_on_the_root(theme):
    assert f'<html lang="en" data-theme="{theme}">' in draw_map(seed_like_report(), MapOptions(theme=theme))


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_stay_data(attack):
    page = draw_map(hostile_report(attack))
    facts = json.loads(FACTS.search(page)[1])
    assert facts["title"] == f"{attack} title"
    assert facts["places"][0]["reason"] == f"{attack} reason"
    assert facts["unplaced"][0]["name"] == f"{attack} lost"
    assert facts["places"][0]["figures"][0]["text"] == f"{attack} after"
    assert page.count("<script") == 5
    policy = policy_of(page)
    assert policy["script-src"].split() == [hash_of(script) for script in SCRIPT.findall(page)]


def test_lone_surrogates_can_be_written():
    report = hostile_report("\ud800")
    draw_map(report).encode("utf-8")


@given(st.text())
def test_any_text_survives_the_inert_block(text):
    inert = escape_json({"text": text})
    assert json.loads(inert) == {"text": text}
    assert not set(inert) & set("<>&\u2028\u2029")


def test_a_reader_without_script_gets_the_table(page):
    noscript = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)[1]
    assert "<td>Villa Rica</td><td>Oxapampa, Pasco, Peru</td>" in noscript
