"""A table of place names as a document: one row a place, one line a row."""

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from geo.document import TableRow
from geo.errors import EmptyDocumentError, OversizedDocumentError, TableError
from geo.read.columns import ChosenColumns, choose_columns, find_header
from geo.read.content import Content, TableColumns
from geo.read.source import show_name, show_reason
from geo.said import Said

__all__ = ["MAX_ROWS", "Sheet", "lay_out_sheets", "read_delimited_table"]

MAX_ROWS = 200_000
"""The most rows of places that a table may have."""
MAX_COLUMNS = 500
"""The most columns of a table that are read."""

_DELIMITERS = ",;\t|"
_HEAD_ROWS = 10
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or a whole delimited file.

    Parameters
    ----------
    name
        What the workbook calls it; empty for a delimited file.
    rows
        Its rows in order, each a sequence of cells as text.
    """

    name: str
    rows: Iterable[Sequence[str]]


def read_delimited_table(text: str, *, name: str, columns: TableColumns, tabs: bool = False) -> Content:
    r"""Give the places of a table whose cells are parted by commas, semicolons, tabs or bars.

    Parameters
    ----------
    text
        The file's text.
    name
        What to call the document in an error.
    columns
        What the user says of the columns.
    tabs
        Whether the cells are known to be parted by tabs.

    Returns
    -------
    Content
        One line a row, the place's name first.

    Raises
    ------
    TableError
        When no column names places, or the file is no table.
    OversizedDocumentError
        When it has more rows than :data:`MAX_ROWS`.

    Examples
    --------
    >>> table = read_delimited_table("id,town,country\n7,Juliaca,Peru\n", name="t.csv", columns=TableColumns())
    >>> table.text, table.rows[0].hints
    ('Juliaca; id: 7; country: Peru', ('Peru',))
    """
    delimiter = "\t" if tabs else _find_delimiter(text, columns)
    # Strict, so that a quote that is never closed is told and does not swallow the rows that follow.
    rows = csv.reader(_iterate_lines(text), delimiter=delimiter, strict=True)
    try:
        return lay_out_sheets([Sheet(name="", rows=rows)], name=name, columns=columns)
    except csv.Error as error:
        message = f"{show_name(name)} is not a sound table ({show_reason(error)}, line {rows.line_num}): mend that line"
        raise TableError(message) from error


def lay_out_sheets(sheets: Iterable[Sheet], *, name: str, columns: TableColumns) -> Content:
    """Give the places of the sheets that have a column of place names, as one document.

    Parameters
    ----------
    sheets
        The sheets in order; they are read row by row and once.
    name
        What to call the document in an error.
    columns
        What the user says of the columns.

    Returns
    -------
    Content
        One line a row: the name, then every other cell with its column's name. A notice tells of sheets
        and rows that name no place.

    Raises
    ------
    TableError
        When no sheet has a column of place names.
    OversizedDocumentError
        When there are more rows than :data:`MAX_ROWS`.

    Examples
    --------
    >>> sheet = Sheet(name="Floods", rows=[["Town", "Dead"], ["Beira", "3"]])
    >>> lay_out_sheets([sheet], name="floods.xlsx", columns=TableColumns()).text
    'Beira; Dead: 3'
    """
    page = _Page(name=name)
    refusals: list[TableError] = []
    languages: list[str] = []
    for sheet in sheets:
        rows = ([_clean(cell) for cell in row[:MAX_COLUMNS]] for row in sheet.rows)
        head = list(itertools.islice(rows, _HEAD_ROWS))
        top = find_header(head, columns=columns)
        if top is None:
            continue
        try:
            chosen = choose_columns(head[top], columns=columns, name=name)
        except TableError as refusal:
            refusals.append(refusal)
            page.notices.append(
                Said("The sheet {sheet} has no column of place names and was left out.", sheet=show_name(sheet.name))
            )
            continue
        languages.append(chosen.language)
        page.add_rows(itertools.chain(head[top + 1 :], rows), header=_name_columns(head[top]), chosen=chosen)
    if refusals and not languages:
        raise refusals[0]
    return page.to_content(language=languages[0] if languages else "en")


@dataclass(slots=True, kw_only=True)
class _Page:
    name: str
    lines: list[str] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    length: int = 0
    nameless: int = 0

    def add_rows(self, rows: Iterable[Sequence[str]], *, header: list[str], chosen: ChosenColumns) -> None:
        for cells in rows:
            if len(self.rows) >= MAX_ROWS:
                message = f"{show_name(self.name)} has more than {MAX_ROWS:,} rows: split it into smaller tables"
                raise OversizedDocumentError(message)
            header += [f"column {number}" for number in range(len(header) + 1, len(cells) + 1)]
            values = dict(zip(header, cells, strict=False))
            if any(cells):
                self._add_row(values, place=values.get(header[chosen.name], ""), chosen=chosen, header=header)

    def _add_row(self, values: dict[str, str], *, place: str, chosen: ChosenColumns, header: list[str]) -> None:
        if not place:
            self.nameless += 1
            return
        name_header = header[chosen.name]
        rest = [f"{column}: {cell}" for column, cell in values.items() if cell and column != name_header]
        line = "; ".join([place, *rest])
        hints = tuple(hint for index in chosen.hints if (hint := values.get(header[index], "")))
        self.rows.append(TableRow(start=self.length, end=self.length + len(place), hints=hints, values=values))
        self.lines.append(line)
        self.length += len(line) + 1

    def to_content(self, *, language: str) -> Content:
        if not self.rows:
            message = f"{show_name(self.name)} has no rows that name a place: fill its column of place names"
            raise EmptyDocumentError(message)
        notices = list(self.notices)
        if self.nameless:
            notices.append(_count_nameless(self.nameless))
        return Content(text="\n".join(self.lines), language=language, notices=tuple(notices), rows=tuple(self.rows))


def _count_nameless(count: int) -> Said:
    if count == 1:
        return Said("One row names no place and stands for nothing on the map.")
    return Said("{n} rows name no place and stand for nothing on the map.", n=count)


def _clean(cell: str) -> str:
    return _CONTROLS.sub(" ", cell).strip()


def _name_columns(header: Sequence[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        plain = cell or f"column {number}"
        names.append(plain if plain not in names else f"{plain} ({number})")
    return names


def _iterate_lines(text: str) -> Iterator[str]:
    return (match.group() for match in _LINE.finditer(text))


def _find_delimiter(text: str, columns: TableColumns) -> str:
    head = list(itertools.islice(_iterate_lines(text), _HEAD_ROWS))

    def count_columns(delimiter: str) -> int:
        try:
            rows = list(csv.reader(head, delimiter=delimiter))
        except csv.Error:
            return 0
        top = find_header(rows, columns=columns)
        return 0 if top is None else len(rows[top])

    return max(_DELIMITERS, key=count_columns)
