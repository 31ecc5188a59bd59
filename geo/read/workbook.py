"""An Excel workbook's sheets as rows of text."""

import datetime as dt
import io
import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from geo.errors import DatelineError, DocumentError
from geo.read.archive import check_archive
from geo.read.content import Content, TableColumns
from geo.read.quiet import silence
from geo.read.source import show_name, show_reason
from geo.read.table import MAX_COLUMNS, Sheet, lay_out_sheets

__all__ = ["open_sheets", "read_workbook"]

_LAST_ROW = 1_048_576  # of any Excel sheet


def read_workbook(data: bytes, *, name: str, columns: TableColumns) -> Content:
    """Give the places of a workbook, sheet by sheet.

    Parameters
    ----------
    data
        The bytes of an XLSX file. Formulas count as the values that were saved with them.
    name
        What to call the document in an error.
    columns
        What the user says of the columns.

    Returns
    -------
    Content
        As :func:`geo.read.table.lay_out_sheets` gives it; hidden sheets are read too.

    Raises
    ------
    DocumentError
        When it is no sound XLSX file.
    EncryptedDocumentError
        When it asks for a password.
    OversizedDocumentError
        When it unpacks to more than the limits of :mod:`geo.read.archive`, or has too many rows.
    TableError
        When no sheet has a column of place names.
    """
    with open_sheets(data, name=name) as sheets:
        return lay_out_sheets(sheets, name=name, columns=columns)


@contextmanager
def open_sheets(data: bytes, *, name: str, blanks: bool = False) -> Iterator[list[Sheet]]:
    """Give the sheets of a workbook, hidden ones too; their rows can be read inside.

    Parameters
    ----------
    data
        The bytes of an XLSX file. Formulas count as the values that were saved with them.
    name
        What to call the document in an error.
    blanks
        Whether to give blank rows too, so that rows can be counted.

    Raises
    ------
    DocumentError, EncryptedDocumentError, OversizedDocumentError
        As for :func:`read_workbook`.
    """
    check_archive(data, name=name)
    try:
        with silence("openpyxl"):
            # Read-only, since it goes row by row: a lone cell in the sheet's far corner costs nothing.
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            yield [Sheet(name=sheet.title, rows=_read_rows(sheet, blanks=blanks)) for sheet in book.worksheets]
    except DatelineError:
        raise
    except Exception as error:  # the library lets every fault of a broken file through as it comes
        message = f"{show_name(name)} is a broken Excel workbook ({show_reason(error)}): save it again as XLSX"
        raise DocumentError(message) from error


def _read_rows(sheet: Worksheet, *, blanks: bool) -> Iterator[Sequence[str]]:
    # What the file says of its size can be wrong. The stubs do not know the sheets of a read-only workbook.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    # A file can claim any number for a row; those before it would be made one by one.
    for row in itertools.islice(sheet.iter_rows(values_only=True), _LAST_ROW):
        cells = row[:MAX_COLUMNS]
        if blanks or any(cell is not None for cell in cells):
            yield [_to_text(cell) for cell in cells]


def _to_text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case dt.datetime():
            return cell.isoformat(sep=" ")
        case _:
            return str(cell)
