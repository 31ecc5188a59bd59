"""The Word document of a report: the map as a picture, a table of its places with what is said of each, the sources."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docx import Document
from docx.shared import Cm

from geo.report import Entry, Report, Unplaced
from maps.citations import cite_document, list_origins
from maps.options import MapOptions
from maps.page.facts import candidates_of
from maps.picture import draw_scene
from maps.picture.describe import describe_picture
from maps.picture.scene import Scene, set_scene
from maps.plain import clean
from maps.word_layout import PICTURE_WIDTH_CM, add_table, describe_drawing, lay_page, pack
from maps.words import count_words, format_number

__all__ = ["draw_docx"]

Facts = Mapping[str, Any]

_PX_PER_CM = 96 / 2.54
_PRINT_DPI = 300
_FIGURES = 6
_CONTENDERS = 3
# Wide enough for heads and names where Calibri is wanting and a wider font stands in for it.
_PLACE_WIDTHS_CM = (3.3, 2.9, 2.3, 2.7, 5.8)
_COUNT_WIDTHS_CM = (5.0, 3.0)
_UNPLACED_WIDTHS_CM = (3.3, 2.3, 5.6, 5.8)


def draw_docx(report: Report, options: MapOptions) -> bytes:
    """Give a report as a Word document on A4: what the page shows, for who writes on in Word.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn; the picture is as wide as the text, and has at least 300 dots an inch.

    Returns
    -------
    bytes
        The file, the same for the same input and fonts.

    Raises
    ------
    GazetteerError
        When the installation lacks the data of the basemap.
    """
    scene = set_scene(report, options)
    facts = scene.facts
    words = facts["words"]
    document = Document()
    lay_page(document, words["locale"], clean(facts["title"]), _date_of(report))
    document.add_heading(clean(facts["title"]), 0)
    _add_byline(document, facts)
    _add_picture(document, scene, options)
    if facts["places"]:
        document.add_heading(words["table"], 1)
        _add_places(document, facts, report.entries)
    if facts["unplaced"]:
        document.add_heading(words["unplaced"], 1)
        _add_unplaced(document, facts, report.unplaced)
    if facts["shading"]:
        document.add_heading(words[f"shaded_{facts['shading']['level']}"], 1)
        _add_counts(document, facts)
    _add_notes(document, facts)
    document.add_heading(words["sources"], 1)
    texts = [cite_document(one, facts["language"]) for one in report.documents]
    for line in [*(_credit(source) for source in facts["sources"]), *texts]:
        document.add_paragraph(clean(line), style="List Bullet")
    for line in list_origins(facts):
        document.add_paragraph(clean(line), style="Figures")
    return pack(document)


def _credit(source: Facts) -> str:
    """Give the citation of a source, and what its licence asks."""
    terms = [term for term in source["terms"] if term not in source["citation"]]
    return " ".join([source["citation"], *(f"({term})" for term in terms)])


def _date_of(report: Report) -> dt.date | None:
    dates = [document.date for document in report.documents if document.date]
    return max(dates, default=None)


def _add_byline(document: Any, facts: Facts) -> None:  # noqa: ANN401 - python-docx has no types
    paragraph = document.add_paragraph(style="Subtitle")
    paragraph.add_run(clean(" · ".join(facts["subtitle"])))
    summary = paragraph.add_run(f"{'  ' if facts['subtitle'] else ''}{clean(facts['summary'])}")
    summary.bold = True


def _add_picture(document: Any, scene: Scene, options: MapOptions) -> None:  # noqa: ANN401 - as above
    width_px = round(PICTURE_WIDTH_CM * _PX_PER_CM)
    printed = replace(options, width_px=width_px, dpi=max(_PRINT_DPI, options.dpi))
    picture = draw_scene(scene, printed, "png", with_words=False)
    shape = document.add_picture(io.BytesIO(picture), width=Cm(PICTURE_WIDTH_CM))
    describe_drawing(shape, clean(describe_picture(scene.facts)))
    document.add_paragraph(scene.facts["borders"], style="Figures")


def _add_places(document: Any, facts: Facts, entries: Sequence[Entry]) -> None:  # noqa: ANN401 - as above
    words = facts["words"]
    heads = [words[f"column_{name}"] for name in ("name", "where", "times", "confidence")]
    rows = add_table(document, [*heads, words["evidence"]], len(entries), _PLACE_WIDTHS_CM)
    for cells, place, entry in zip(rows, facts["places"], entries, strict=True):
        cells[0].paragraphs[0].add_run(clean(place["name"])).bold = True
        cells[1].paragraphs[0].add_run(clean(place["where"]) or _feature(place["feature"], words))
        cells[2].paragraphs[0].add_run(count_words(words["times_short"], place["times"], facts["language"]))
        cells[3].paragraphs[0].add_run(_confidence(place, words))
        _add_sentence(cells[4].paragraphs[0], place["evidence"]["sentences"])
        _add_figures(cells[4], entry)


def _add_figures(cell: Any, named: Entry | Unplaced) -> None:  # noqa: ANN401 - python-docx has no types
    figures = list(dict.fromkeys(clean(figure.text) for figure in named.figures))[:_FIGURES]
    if figures:
        cell.add_paragraph(style="Figures").add_run(" · ".join(figures))


def _feature(feature: str, words: Facts) -> str:
    return str(words.get(f"feature_{feature}", clean(feature)))


def _confidence(place: Facts, words: Facts) -> str:
    text = words["confidence_of"].replace("{word}", words[place["belief"]]).replace("{n}", str(place["percent"]))
    return str(text)


def _add_sentence(paragraph: Any, sentences: Sequence[Sequence[Any]]) -> None:  # noqa: ANN401 - as above
    """Write the first sentence that says something of what it names, the name in bold."""
    for segment in next(filter(_says_something, sentences), next(iter(sentences), ())):
        words, *mark = [segment] if isinstance(segment, str) else segment
        paragraph.add_run(clean(words)).bold = bool(mark) and mark[-1] != "figure"


def _says_something(sentence: Sequence[Any]) -> bool:
    """Tell whether a sentence has other words than names; the place line of a report has none."""
    return any(isinstance(segment, str) and any(map(str.isalpha, segment)) for segment in sentence)


def _add_unplaced(document: Any, facts: Facts, unplaced: Sequence[Unplaced]) -> None:  # noqa: ANN401 - as above
    words = facts["words"]
    heads = [words["column_name"], words["column_times"], words["why_unplaced"], words["evidence"]]
    rows = add_table(document, heads, len(unplaced), _UNPLACED_WIDTHS_CM)
    for cells, other, name in zip(rows, facts["unplaced"], unplaced, strict=True):
        cells[0].paragraphs[0].add_run(clean(other["name"])).bold = True
        cells[1].paragraphs[0].add_run(count_words(words["times_short"], other["times"], facts["language"]))
        reason = f"{words[other['status']]}: {clean(other['reason'])}" if other["reason"] else words[other["status"]]
        cells[2].paragraphs[0].add_run(reason)
        contenders = [_whole(one) for one in candidates_of(facts, other)[:_CONTENDERS]]
        if contenders:
            cells[2].add_paragraph(f"{words['could_be']}: {'; '.join(contenders)}", style="Figures")
        _add_sentence(cells[3].paragraphs[0], other["evidence"]["sentences"])
        _add_figures(cells[3], name)


def _add_counts(document: Any, facts: Facts) -> None:  # noqa: ANN401 - as above
    words, shading = facts["words"], facts["shading"]
    heads = [words[f"column_{shading['level']}"], words["column_mentions"]]
    rows = add_table(document, heads, len(shading["areas"]), _COUNT_WIDTHS_CM)
    for cells, area in zip(rows, shading["areas"], strict=True):
        cells[0].paragraphs[0].add_run(clean(area["name"]))
        cells[1].paragraphs[0].add_run(format_number(area["count"], facts["language"]))


def _whole(name: Facts) -> str:
    return clean(", ".join(part for part in (name["name"], name["where"]) if part))


def _add_notes(document: Any, facts: Facts) -> None:  # noqa: ANN401 - as above
    vague = [place for place in facts["places"] if place["note"]]
    told: Iterable[str] = dict.fromkeys(place["note"] for place in vague)
    notes = [(", ".join(one["label"] for one in vague if one["note"] == note), note) for note in told]
    notes += [("", notice) for notice in facts["notices"]]
    if not notes:
        return
    document.add_heading(facts["words"]["notices"], 1)
    for head, text in notes:
        paragraph = document.add_paragraph(style="List Bullet")
        if head:
            paragraph.add_run(f"{clean(head)}: ").bold = True
        paragraph.add_run(clean(text))
