"""A document as the rest of the road sees it: its text and what is known about it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Document", "TableRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table of place names: where its name stands, and the rest of the row.

    Parameters
    ----------
    start, end
        The name's span in the text of the document, in characters.
    hints
        Names of the regions that hold the place, smallest first: ``("Pasco", "Peru")``.
    values
        Every cell of the row by the name of its column, as text.
    """

    start: int
    end: int
    hints: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that names places.

    Parameters
    ----------
    text
        The whole text, Unicode; every offset of the road counts characters of it.
    name
        What to call the document: its file name, or ``"standard input"``.
    title
        Its title; None when it has none.
    date
        Its date; None when unknown.
    language
        The language that the road reads it in, BCP 47: ``"en"``, ``"es"``.
    published_in
        Where it was published, as a name to look up ("Paris, Texas"); None when unknown. It speaks for places near it.
    notices
        What the reader of the map should know of the reading, one sentence each.
    rows
        For a table of place names, its rows in order; empty for running text.

    Examples
    --------
    >>> Document(text="Lima is the capital of Peru.", name="brief.txt").language
    'en'
    """

    text: str
    name: str
    title: str | None = None
    date: dt.date | None = None
    language: str = "en"
    published_in: str | None = None
    notices: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
