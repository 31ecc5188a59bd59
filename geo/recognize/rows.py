"""The mentions of a table: one a row, as its reader found them."""

from geo.document import Document
from geo.recognize.mention import Mention

__all__ = ["recognize_rows"]


def recognize_rows(document: Document) -> list[Mention]:
    """Give the mention of each row of a table of place names.

    Parameters
    ----------
    document
        A document with rows.

    Returns
    -------
    list of Mention
        One a row, in order; every name of a table is taken for a place.

    Examples
    --------
    >>> from geo.document import TableRow
    >>> table = Document(text="Lima; Country: Peru", name="t.csv", rows=(TableRow(start=0, end=4, hints=("Peru",)),))
    >>> recognize_rows(table)[0].hints
    ('Peru',)
    """
    return [
        Mention(start=row.start, end=row.end, text=document.text[row.start : row.end], kind="place", hints=row.hints)
        for row in document.rows
    ]
