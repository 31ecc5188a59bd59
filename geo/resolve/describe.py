"""Telling what the gazetteer knows of a row, in the words of a place."""

from dataclasses import dataclass
from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.lonlat import LonLat
from geo.recognize.mention import Mention
from geo.resolve.place import Alternative, Place

__all__ = ["RowFacts", "chain_of", "describe_row", "place_at_row", "read_row"]

# The rows that are kept, of this document or another.
_MOST_ROWS = 10_000


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """What the gazetteer knows of a row, by the names that places and alternatives share."""

    name: str
    lonlat: LonLat
    country: str
    admin: tuple[str, ...]
    feature: str
    id: str
    source: str


@lru_cache(maxsize=_MOST_ROWS)
def read_row(gazetteer: Gazetteer, row: int) -> RowFacts:
    """Give what is known of a row."""
    return RowFacts(
        name=gazetteer.name(row),
        lonlat=gazetteer.lonlat(row),
        country=gazetteer.country(row),
        admin=chain_of(gazetteer, row),
        feature=gazetteer.feature(row),
        id=gazetteer.place_id(row),
        source=gazetteer.source(row),
    )


def describe_row(gazetteer: Gazetteer, row: int, *, score: float) -> Alternative:
    """Give what is known of a row as a candidate with a score, 0 to 1."""
    known = read_row(gazetteer, row)
    return Alternative(
        name=known.name,
        lonlat=known.lonlat,
        country=known.country,
        admin=known.admin,
        feature=known.feature,
        id=known.id,
        score=round(score, 3),
        source=known.source,
    )


def place_at_row(gazetteer: Gazetteer, row: int, mention: Mention, *, confidence: float, reason: str) -> Place:
    """Give the place that a mention means when it means a row, without alternatives."""
    known = read_row(gazetteer, row)
    return Place(
        mention=mention,
        status="resolved",
        name=known.name,
        lonlat=known.lonlat,
        feature=known.feature,
        country=known.country,
        admin=known.admin,
        id=known.id,
        source=known.source,
        confidence=round(confidence, 3),
        reason=reason,
    )
