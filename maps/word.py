"""The Word document of a report: the map as a picture, a table of its places with what is said of each, the sources."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docx import Document
from docx.shared import Cm

from geo.report import Entry, Report
from maps.cartography.credit import credit_basemap
from maps.options import MapOptions
from maps.page.facts import candidates_of, describe_report
from maps.picture import draw_picture
from maps.plain import clean
from maps.word_layout import PICTURE_WIDTH_CM, add_table, describe_drawing, lay_page, pack
from maps.words import count_words

__all__ = ["draw_docx"]

Facts = Mapping[str, Any]

_PX_PER_CM = 96 / 2.54
_PRINT_DPI = 300
_FIGURES = 6
_CONTENDERS = 3
_PLACE_WIDTHS_CM = (2.9, 3.0, 1.9, 2.4, 6.8)
_UNPLACED_WIDTHS_CM = (3.2, 2.4, 5.3, 6.1)


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
    facts = describe_report(credit_basemap(report), replace(options, with_text=False))
    words = facts["words"]
    document = Document()
    lay_page(document, words["locale"], clean(facts["title"]), _date_of(report))
    document.add_heading(clean(facts["title"]), 0)
    _add_byline(document, facts)
    _add_picture(document, report, facts, options)
    if facts["places"]:
        document.add_heading(words["table"], 1)
        _add_places(document, facts, report.entries)
    if facts["unplaced"]:
        document.add_heading(words["unplaced"], 1)
        _add_unplaced(document, facts)
    _add_notes(document, facts)
    document.add_heading(words["sources"], 1)
    for source in facts["sources"]:
        parts = [source["attribution"], f"{words['licence']}: {source['licence']}", source["url"]]
        document.add_paragraph(" · ".join(clean(part) for part in parts if part), style="List Bullet")
    return pack(document)


def _date_of(report: Report) -> dt.date | None:
    dates = [document.date for document in report.documents if document.date]
    return max(dates, default=None)


def _add_byline(document: Any, facts: Facts) -> None:  # noqa: ANN401 - python-docx has no types
    paragraph = document.add_paragraph(style="Subtitle")
    paragraph.add_run(clean(" · ".join(facts["subtitle"])))
    summary = paragraph.add_run(f"{'  ' if facts['subtitle'] else ''}{clean(facts['summary'])}")
    summary.bold = True


def _add_picture(document: Any, report: Report, facts: Facts, options: MapOptions) -> None:  # noqa: ANN401 - as above
    from maps.picture.caption import describe_picture  # noqa: PLC0415 - matplotlib once more

    width_px = round(PICTURE_WIDTH_CM * _PX_PER_CM)
    printed = replace(options, width_px=width_px, dpi=max(_PRINT_DPI, options.dpi))
    picture = draw_picture(report, printed, "png", with_words=False)
    shape = document.add_picture(io.BytesIO(picture), width=Cm(PICTURE_WIDTH_CM))
    describe_drawing(shape, clean(describe_picture(facts)))


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
        figures = list(dict.fromkeys(clean(figure.text) for figure in entry.figures))[:_FIGURES]
        if figures:
            paragraph = cells[4].add_paragraph(style="Figures")
            paragraph.add_run(" · ".join(figures))


def _feature(feature: str, words: Facts) -> str:
    return str(words.get(f"feature_{feature}", clean(feature)))


def _confidence(place: Facts, words: Facts) -> str:
    text = words["confidence_of"].replace("{word}", words[place["belief"]]).replace("{n}", str(place["percent"]))
    return str(text)


def _add_sentence(paragraph: Any, sentences: Sequence[Sequence[Any]]) -> None:  # noqa: ANN401 - as above
    """Write the first sentence that names something, the name in bold."""
    for segment in next(iter(sentences), ()):
        if isinstance(segment, str):
            paragraph.add_run(clean(segment))
        else:
            paragraph.add_run(clean(segment[0])).bold = segment[2] != "figure"


def _add_unplaced(document: Any, facts: Facts) -> None:  # noqa: ANN401 - as above
    words = facts["words"]
    heads = [words["column_name"], words["column_times"], words["why_unplaced"], words["evidence"]]
    rows = add_table(document, heads, len(facts["unplaced"]), _UNPLACED_WIDTHS_CM)
    for cells, other in zip(rows, facts["unplaced"], strict=True):
        cells[0].paragraphs[0].add_run(clean(other["name"])).bold = True
        cells[1].paragraphs[0].add_run(count_words(words["times_short"], other["times"], facts["language"]))
        reason = f"{words[other['status']]}: {clean(other['reason'])}" if other["reason"] else words[other["status"]]
        cells[2].paragraphs[0].add_run(reason)
        contenders = [_whole(one) for one in candidates_of(facts, other)[:_CONTENDERS]]
        if contenders:
            cells[2].add_paragraph(f"{words['could_be']}: {'; '.join(contenders)}", style="Figures")
        _add_sentence(cells[3].paragraphs[0], other["evidence"]["sentences"])


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
