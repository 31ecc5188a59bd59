"""How a Word document of ours looks, and how it is written: page, styles, tables, and the same bytes each time."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from maps.colours import read_palette

__all__ = ["PICTURE_WIDTH_CM", "add_table", "describe_drawing", "lay_page", "pack"]

PICTURE_WIDTH_CM = 16.9
"""The width of a picture on a page of A4, a hair less than that of the text, where it fits for sure."""

_PAGE_CM, _MARGIN_CM = (21.0, 29.7), 2.0
_FONT = "Calibri"
_BODY_PT, _SMALL_PT, _TABLE_PT = 10.5, 9.0, 9.0
_HEADINGS_PT = {"Title": 20.0, "Heading 1": 13.0}
# A file of no known day: the first that a ZIP archive can tell.
_NO_DAY = dt.date(1980, 1, 1)
_THUMBNAIL = "/thumbnail"


def lay_page(document: Any, locale: str, title: str, date: dt.date | None) -> None:  # noqa: ANN401 - untyped
    """Make an empty document A4, set its styles and language, and say in it what it is.

    Parameters
    ----------
    document
        A document of python-docx.
    locale
        The language of its own words, and the country whose spelling they have: ``"en-US"``.
    title
        Its title.
    date
        The date of what it tells; None where that is not known.
    """
    section = document.sections[0]
    section.page_width, section.page_height = map(Cm, _PAGE_CM)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(_MARGIN_CM))
    _set_styles(document)
    spoken = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    for name in ("w:val", "w:eastAsia"):
        spoken.set(qn(name), locale)
    day = date or _NO_DAY
    told = document.core_properties
    told.title, told.language, told.author, told.comments = title[:255], locale, "", ""
    told.created = told.modified = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    relations = document.part.package.rels
    for number in [number for number, relation in relations.items() if relation.reltype.endswith(_THUMBNAIL)]:
        # The template's own picture of itself.
        del relations[number]


def _set_styles(document: Any) -> None:  # noqa: ANN401 - as above
    palette = read_palette("light")
    ink, muted = (RGBColor.from_string(palette[role].lstrip("#").upper()) for role in ("ink", "muted"))
    styles = document.styles
    _set_font(styles["Normal"], _BODY_PT, ink)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, size in _HEADINGS_PT.items():
        _set_font(styles[name], size, ink, is_bold=True)
        styles[name].paragraph_format.space_before = Pt(0 if name == "Title" else 14)
        styles[name].paragraph_format.space_after = Pt(3)
    for line in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    _set_font(styles["Subtitle"], _BODY_PT, muted)
    styles["Subtitle"].font.italic = False
    for name, size, colour in (("Cell", _TABLE_PT, ink), ("Figures", _SMALL_PT, muted)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set_font(style, size, colour)
        style.paragraph_format.space_after = Pt(1)
    styles["Cell"].paragraph_format.space_before = Pt(1.5)


def _set_font(style: Any, size_pt: float, colour: RGBColor, *, is_bold: bool = False) -> None:  # noqa: ANN401 - as above
    font = style.font
    font.name, font.size, font.bold, font.color.rgb = _FONT, Pt(size_pt), is_bold, colour
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]
    for script in ("w:cs", "w:eastAsia", "w:hAnsi"):
        fonts.set(qn(script), _FONT)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def add_table(document: Any, heads: Sequence[str], count: int, widths_cm: Sequence[float]) -> list[Any]:  # noqa: ANN401
    """Add a table with a head that stands on each page, and give its rows, each as its cells.

    Parameters
    ----------
    document
        A document of python-docx.
    heads
        The heads of its columns.
    count
        How many rows follow.
    widths_cm
        The widths of its columns.
    """
    table = document.add_table(rows=count + 1, cols=len(heads))
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    rule = read_palette("light")["border"].lstrip("#")
    _draw_rules(table, rule)
    rows = [list(row.cells) for row in table.rows]
    for row, cells in zip(table.rows, rows, strict=True):
        _keep_whole(row)
        for cell, width in zip(cells, widths_cm, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].style = "Cell"
    for cell, head in zip(rows[0], heads, strict=True):
        run = cell.paragraphs[0].add_run(head)
        run.bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no other way
    return rows[1:]


def _keep_whole(row: Any) -> None:  # noqa: ANN401 - as above
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no other way


def _draw_rules(table: Any, colour: str) -> None:  # noqa: ANN401 - as above
    """Draw a thin line below each row, and none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - no other way


def describe_drawing(shape: Any, text: str) -> None:  # noqa: ANN401 - as above
    """Say what is on a picture, for readers who do not see it, and set it at the edge of the text.

    Parameters
    ----------
    shape
        An inline picture of python-docx.
    text
        The words.
    """
    drawing = shape._inline  # noqa: SLF001 - no other way
    drawing.docPr.set("descr", text)
    for side in ("T", "B", "L", "R"):
        # Where this is not said, LibreOffice keeps other words away from the picture.
        drawing.set(f"dist{side}", "0")


def pack(document: Any) -> bytes:  # noqa: ANN401 - as above
    """Give a document as a file that bears no time of day.

    Parameters
    ----------
    document
        A document of python-docx.
    """
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=(_NO_DAY.year, _NO_DAY.month, _NO_DAY.day, 0, 0, 0))
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
