"""The Word document of a report."""

import dataclasses
import functools
import io
import zipfile

import docx
import pytest
from attacks import ATTACKS
from docx.oxml.ns import qn
from lxml import etree
from reports import figure_of, hostile_crowd, hostile_report, make_entry, seed_like_report

from geo.document import Document
from geo.report import Figure, Report
from maps.cartography.basemap import read_basemap
from maps.drawing import render_map
from maps.options import MapOptions
from maps.plain import clean


@pytest.fixture(autouse=True, scope="module")
def _one_basemap_a_view():
    """Read what lies under a map once for all documents of one view."""
    read = functools.cache(read_basemap)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "maps.picture.scene.read_basemap", lambda view, home, borders: read(view, frozenset(home), borders)
        )
        yield


def word_of(report, options=None):
    return docx.Document(io.BytesIO(render_map(report, ".docx", options)))


def with_figures(report):
    figures = tuple(
        Figure(document=0, start=0, end=1, text=text, kind="quantity") for text in ("600 marines", "30,349\nhectares")
    )
    first, lost = (dataclasses.replace(named[0], figures=figures) for named in (report.entries, report.unplaced))
    return dataclasses.replace(report, entries=(first, *report.entries[1:]), unplaced=(lost, *report.unplaced[1:]))


@pytest.fixture(scope="module")
def word():
    return word_of(with_figures(seed_like_report()))


def texts_of(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_it_begins_with_title_date_and_source(word):
    title, byline = word.paragraphs[:2]
    assert (title.style.name, title.text) == ("Title", "Marines train in the cloud forest")
    assert byline.text == "12 May 2014 · brief.txt  5 places · 1 region · 1 ambiguous · 1 not found"


def test_its_headings_are_headings(word):
    headings = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == ["All places", "Names without a place", "Notes", "Sources"]


def test_its_picture_is_as_wide_as_the_text_sharp_and_described(word):
    (picture,) = word.inline_shapes
    section = word.sections[0]
    assert picture.width.cm == pytest.approx(16.9, abs=0.01)
    assert picture.width <= section.page_width - section.left_margin - section.right_margin
    described = picture._inline.docPr.get("descr")  # noqa: SLF001 - no other way
    assert "Villa Rica, Oxapampa, Pasco, Peru" in described
    (image,) = [part.image for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    assert image.px_width / picture.width.inches == pytest.approx(300, rel=0.01)


def test_its_table_has_every_place_with_its_first_sentence(word):
    head, *rows = texts_of(word.tables[0])
    assert head == ["Name", "Where it is", "Named", "Confidence", "What the text says"]
    assert [row[0] for row in rows] == [entry.place.name for entry in seed_like_report().entries]
    villa_rica = rows[4]
    assert villa_rica == ["Villa Rica", "Oxapampa, Pasco, Peru", "2 times", "sure, 87\u00a0%", "A day in Villa Rica"]
    assert rows[0][1] == "Country"
    assert rows[0][4].endswith("\n600 marines · 30,349 hectares")


def test_the_name_is_bold_in_its_sentence(word):
    runs = word.tables[0].rows[6].cells[4].paragraphs[0].runs
    assert [run.text for run in runs if run.bold] == ["Lima"]
    assert "".join(run.text for run in runs).startswith("Patrols will move on")


def test_a_place_line_is_passed_over_for_a_sentence_and_figures_in_it_are_not_bold():
    text = "LIMA. About 600 marines came to Lima."
    entry = make_entry(text, ["LIMA", "Lima"], lon=-77, lat=-12)
    marines = figure_of(text, "About 600 marines")
    report = Report(
        title="t", documents=(Document(text=text, name="t"),), entries=(dataclasses.replace(entry, figures=(marines,)),)
    )
    runs = word_of(report).tables[0].rows[1].cells[4].paragraphs[0].runs
    assert "".join(run.text for run in runs) == "About 600 marines came to Lima."
    assert [run.text for run in runs if run.bold] == ["Lima"]


def test_its_heads_stand_on_every_page_and_its_rows_are_whole(word):
    for table in word.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]  # noqa: SLF001
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)  # noqa: SLF001


def test_names_without_a_place_have_their_reason(word):
    _, lost, doubtful = texts_of(word.tables[1])
    assert lost[:3] == ["Puerto Quimera", "once", "not found: not in the gazetteer"]
    assert "Puerto Quimera was called off" in lost[3]
    assert lost[3].endswith("\n600 marines · 30,349 hectares")
    assert doubtful[2].startswith("ambiguous: two places of this name are as likely\nCould be: San Pedro, Satipo")


def test_notes_and_sources_stand_at_its_end(word):
    told = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "List Bullet"]
    assert told[:2] == [
        "VRAEM: Made from district seats; half of it is right",
        "The boundary of one region is approximate.",
    ]
    assert told[2] == "GeoNames (geonames.org), CC BY 4.0, edition 2026. https://www.geonames.org/"
    assert "naturalearthdata.com" in told[3]


@pytest.mark.parametrize(
    ("language", "locale", "head"), [("en", "en-US", "All places"), ("es", "es-ES", "Todos los lugares")]
)
def test_its_language_is_set(language, locale, head):
    word = word_of(seed_like_report(), MapOptions(language=language))
    spoken = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert spoken.get(qn("w:val")) == word.core_properties.language == locale
    assert head in [paragraph.text for paragraph in word.paragraphs]


def test_it_is_a4_and_the_same_each_time():
    report = seed_like_report()
    content = render_map(report, ".docx")
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert render_map(report, ".docx") == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_its_properties_are_the_reports(word):
    told = word.core_properties
    assert told.title == "Marines train in the cloud forest"
    assert (told.created.year, told.created.month, told.created.day) == (2014, 5, 12)
    assert told.author == told.comments == ""


def test_a_report_without_places_says_so():
    word = word_of(Report(title="Nothing", documents=(), entries=()))
    assert "No place was found in the text" in word.paragraphs[1].text
    assert word.tables == []


def test_hostile_names_of_files_are_words():
    (document,) = (report := hostile_report("")).documents
    named = dataclasses.replace(document, name=" ".join(f"{attack} file" for attack in ATTACKS))
    byline = word_of(dataclasses.replace(report, documents=(named,))).paragraphs[1].text
    assert [attack for attack in ATTACKS if clean(f"{attack} file") not in byline] == []


def test_hostile_words_are_words():
    attacks = [*ATTACKS, "\x00\x0b\x1b", "\ud800", "\ufffe", "a\nb\tc", "$\\frac{", "W" * 150]
    content = render_map(hostile_crowd(attacks), ".docx")
    word = docx.Document(io.BytesIO(content))
    cells = [text for table in word.tables for row in texts_of(table) for text in row]
    said = "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    fields = "title place land area lost notice citation url licence other".split()
    written = [clean(f"{attack} {field}") for attack in attacks for field in fields]
    assert [text for text in written if text not in said] == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        assert b'TargetMode="External"' not in archive.read("word/_rels/document.xml.rels")
