"""A place: one mention, and what it was decided to mean."""

from dataclasses import dataclass
from typing import Literal

from geo.lonlat import LonLat
from geo.recognize.mention import Mention

__all__ = ["Alternative", "Place", "Status"]

Status = Literal["resolved", "ambiguous", "not found", "unanswered"]
"""``"unanswered"`` is a name that the gazetteer lacks and that an online geocoder gave no answer for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A candidate that was not chosen.

    Parameters
    ----------
    name
        Its name in the gazetteer.
    lonlat
        Where it lies, OGC:CRS84.
    country
        ISO 3166-1 alpha-2 code; empty for what lies in no single country.
    admin
        The chain of administrative areas that hold it, country first.
    feature
        Its feature kind, as in :mod:`geo.gazetteer.features`.
    id
        Its gazetteer identifier: ``"geonames:3933874"``.
    score
        Its share of belief, 0 to 1.
    source
        The gazetteer that knows it; empty when nobody said.
    """

    name: str
    lonlat: LonLat
    country: str
    admin: tuple[str, ...]
    feature: str
    id: str
    score: float
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One mention and the place on Earth that it means.

    Parameters
    ----------
    mention
        The words.
    status
        ``"resolved"``, ``"ambiguous"``, ``"not found"`` or ``"unanswered"``; only a resolved place has coordinates.
    name
        The place's name in the gazetteer; the mention's words when there is none.
    lonlat
        Where it lies, OGC:CRS84; None unless resolved.
    feature
        Its feature kind: ``"country"``, ``"admin1"``, ``"populated place"``, ``"river"``, ``"region"``, …
    country
        ISO 3166-1 alpha-2 code; empty when unknown or in several countries.
    admin
        The chain of administrative areas that hold it, country first: ``("Peru", "Pasco", "Oxapampa")``; an
        administrative area closes its own chain.
    id
        Gazetteer identifier with its source: ``"geonames:3933874"``, ``"region:vraem"``; empty when not resolved.
    source
        The gazetteer that knows it, as in ``data/SOURCES.md``, or the online service that found it;
        :data:`geo.corrections.model.HAND_SOURCE` for one that was put on the map by hand.
    confidence
        0 to 1.
    alternatives
        The best rejected candidates, best first; for an ambiguous mention all contenders.
    reason
        A short sentence: why this place.
    by_hand
        Whether a reader chose it, or put it where it is.

    Examples
    --------
    >>> lima = Mention(start=0, end=4, text="Lima", kind="place")
    >>> Place(mention=lima, status="not found", name="Lima", reason="not in the gazetteer").lonlat is None
    True
    """

    mention: Mention
    status: Status
    name: str
    lonlat: LonLat | None = None
    feature: str = ""
    country: str = ""
    admin: tuple[str, ...] = ()
    id: str = ""
    source: str = ""
    confidence: float = 0.0
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""
    by_hand: bool = False
