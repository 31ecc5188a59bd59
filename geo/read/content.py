"""What a format gives before it becomes a document, and what a table asks of the user."""

import datetime as dt
from dataclasses import dataclass

from geo.document import TableRow

__all__ = ["Content", "TableColumns"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document's text and what its format says of it.

    Parameters
    ----------
    text
        The whole text.
    title
        The title that the format carries; None to look for one in the text.
    date
        The date that the document carries as its own; None to look for one in the text.
    file_date
        The date of the file rather than of the report, for want of a better one.
    language
        The language that the format declares; believed only when the text is too short to tell.
    notices
        What the reader should know of the reading, one sentence each.
    rows
        For a table, its rows.
    """

    text: str
    title: str | None = None
    date: dt.date | None = None
    file_date: dt.date | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumns:
    """The columns of a table that the user names, for a table whose headers do not tell.

    Parameters
    ----------
    name
        The header of the column that names the places; None finds it.
    hints
        The headers of the columns that say which region or country they lie in, smallest first;
        None finds them.

    Examples
    --------
    >>> TableColumns(name="Site of incident", hints=("Kreis", "Land")).name
    'Site of incident'
    """

    name: str | None = None
    hints: tuple[str, ...] | None = None
