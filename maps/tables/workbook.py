"""A report as an Excel workbook, a sheet a layer."""

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from geo.errors import RenderError
from geo.report import Report
from maps.options import MapOptions
from maps.tables.columns import FILES, LAYERS, Column
from maps.tables.rows import make_rows
from maps.tables.words import clean_words, is_formula

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["write_workbook"]

_LONGEST_CELL = 32_767  # characters of UTF-16, as Excel counts
_MOST_ROWS = 1_048_576
_WIDTHS = {"text": 22, "integer": 10, "number": 12, "yes or no": 12}
_WIDE = {"sentence": 70, "reason": 44, "figures": 44, "note": 60, "attribution": 48, "notices": 70, "source": 30}
# Excel reads _x0041_ in a cell as the letter A; so written it shows the words themselves.
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DATE = (2000, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def write_workbook(report: Report, options: MapOptions) -> bytes:
    """Give all layers as a workbook for Excel and its like.

    Parameters
    ----------
    report
        The report.
    options
        Its title is taken.

    Returns
    -------
    bytes
        The same for the same report; its words are text and never formulas.

    Raises
    ------
    RenderError
        When a layer has more rows than a sheet can hold.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - help needs no openpyxl

    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    book.properties.title = _fit(options.title or report.title)
    book.properties.creator = "Dateline"
    for layer in FILES[".xlsx"]:
        _fill(book.create_sheet(layer), report, layer)
    out = io.BytesIO()
    book.save(out)
    return _settle(out.getvalue())


def _fill(sheet: "Worksheet", report: Report, layer: str) -> None:
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415 - as above

    columns, rows = LAYERS[layer].columns, make_rows(report, layer)
    if len(rows) >= _MOST_ROWS:
        message = f"the layer {layer} has {len(rows):,} rows, more than a sheet holds: write a .gpkg instead"
        raise RenderError(message)
    for number, column in enumerate(columns, start=1):
        head = sheet.cell(1, number, column.name)
        head.font = Font(name="Calibri", size=11, bold=True)
        head.fill = PatternFill("solid", start_color="F7F4EE")
        sheet.column_dimensions[head.column_letter].width = _width(column)
        for line, row in enumerate(rows, start=2):
            _put(sheet, line, number, row[column.name])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _width(column: Column) -> int:
    return _WIDE.get(column.name, _WIDTHS[column.type])


def _put(sheet: "Worksheet", line: int, number: int, value: object) -> None:
    """Put a value into a cell; words as text, and marked so that typing in the cell makes no formula of them."""
    if value is None or value == "":
        return
    cell: Any = sheet.cell(line, number)
    if isinstance(value, str):
        cell.value = _fit(value)
        cell.data_type = "s"
        cell.quotePrefix = is_formula(value)
    else:
        cell.value = value


def _fit(text: str) -> str:
    """Give text as a cell can hold it."""
    plain = _CODE.sub("_x005F_", clean_words(text))
    units = plain.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_CELL:
        return plain
    return units[: 2 * (_LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def _settle(content: bytes) -> bytes:
    """Give a workbook that does not tell when it was written, so that the same report gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _WRITTEN.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(part)))
    return out.getvalue()
