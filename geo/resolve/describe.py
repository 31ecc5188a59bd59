"""Telling what the gazetteer knows of a row, in the words of a place."""

from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.resolve.place import Alternative

__all__ = ["chain_of", "describe_row"]

# The chains that are kept, of this document or another.
_MOST_ROWS = 10_000


@lru_cache(maxsize=_MOST_ROWS)
def chain_of(gazetteer: Gazetteer, row: int) -> tuple[str, ...]:
    """Give the names of the areas that hold a place, country first; an administrative area closes its own chain.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> chain_of(gazetteer, gazetteer.row_of_geonames_id(3926120))
    ('Peru', 'Pasco', 'Oxapampa')
    """
    names = gazetteer.admin_names(row)
    return names if gazetteer.feature(row) in ADMINISTRATIVE else names[:-1]


def describe_row(gazetteer: Gazetteer, row: int, *, score: float) -> Alternative:
    """Give what is known of a row as a candidate with a score, 0 to 1."""
    return Alternative(
        name=gazetteer.name(row),
        lonlat=gazetteer.lonlat(row),
        country=gazetteer.country(row),
        admin=chain_of(gazetteer, row),
        feature=gazetteer.feature(row),
        id=gazetteer.place_id(row),
        score=round(score, 3),
    )
