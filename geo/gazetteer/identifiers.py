"""From an identifier, such as ``"geonames:3933874"``, back to its row."""

import re
from functools import lru_cache

from geo.gazetteer.layout import CERTAIN_SCHEME, ORGANISATION_SCHEME
from geo.gazetteer.reader import Gazetteer

__all__ = ["find_row", "is_certain_region", "is_organisation"]

_NUMBER = re.compile("0|[1-9][0-9]{0,9}")


def find_row(gazetteer: Gazetteer, place_id: str) -> int | None:
    """Give the row of an identifier that :meth:`geo.gazetteer.Gazetteer.place_id` gave.

    Parameters
    ----------
    gazetteer
        Where to look.
    place_id
        Any words; those that are no identifier have no row.

    Returns
    -------
    int or None
        None when the gazetteer holds no such place.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> gazetteer.name(find_row(gazetteer, "region:vraem"))
    'VRAEM'
    """
    scheme, _, code = place_id.partition(":")
    if scheme == "postal":
        return _find_postal(gazetteer, place_id, code)
    if scheme == "geonames":
        return gazetteer.row_of_geonames_id(int(code)) if _NUMBER.fullmatch(code) else None
    if scheme == "row":
        row = int(code) if _NUMBER.fullmatch(code) else -1
        return row if 0 <= row < len(gazetteer) and gazetteer.place_id(row) == place_id else None
    return gazetteer.row_of(scheme, code) if code else None


def _find_postal(gazetteer: Gazetteer, place_id: str, code: str) -> int | None:
    """Find a place of the postal codes, which has no number: by its name, then by the whole identifier."""
    name = code.split("/")[1].replace("-", " ") if code.count("/") == 3 else ""  # noqa: PLR2004 - country, name, point
    rows = gazetteer.rows(name).tolist() if name else []
    return next((row for row in rows if gazetteer.place_id(row) == place_id), None)


def is_certain_region(gazetteer: Gazetteer, row: int) -> bool:
    """Say whether a place is a named region of the bundle whose names mean it wherever they stand.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> is_certain_region(gazetteer, find_row(gazetteer, "region:vraem"))
    True
    """
    return row in _rows_with(gazetteer, CERTAIN_SCHEME)


def is_organisation(gazetteer: Gazetteer, row: int) -> bool:
    """Say whether a place is a named region of the bundle that is called as an organisation is.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> is_organisation(gazetteer, find_row(gazetteer, "region:european-union"))
    True
    """
    return row in _rows_with(gazetteer, ORGANISATION_SCHEME)


@lru_cache(maxsize=8)
def _rows_with(gazetteer: Gazetteer, scheme: str) -> frozenset[int]:
    """Give the rows that have a code of a scheme: a few, gathered once for the many names that are asked about."""
    return frozenset(gazetteer.codes_in(scheme).values())
