"""A report: documents, their places, and what is said of each; all that a map needs."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from shapely.geometry.base import BaseGeometry

from geo.corrections.model import Correction
from geo.document import Document
from geo.recognize.mention import Mention
from geo.resolve.place import Alternative, Place, Status

__all__ = [
    "Entry",
    "Evidence",
    "Figure",
    "FigureKind",
    "Gift",
    "Outline",
    "RegionName",
    "Report",
    "Source",
    "Unplaced",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence that names a place.

    Parameters
    ----------
    document
        The document's index in the report.
    start, end
        The sentence's span in the document's text, in characters.
    text
        The sentence as the document writes it.
    marks
        Spans of the place's names within ``text``, in order.
    """

    document: int
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


FigureKind = Literal["quantity", "money", "share", "date", "period"]
"""What a figure says: how many or how much, an amount of money, a part of a whole, a day or month, a span of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number or a date that a document says of a place, never reworded.

    Parameters
    ----------
    document
        The document's index in the report.
    start, end
        The span of its words in the document's text, in characters.
    text
        The words as the document writes them: ``"about 200 tons of cocaine annually"``.
    kind
        What it says.
    value
        The number, in the unit; the lower end of a range; None for a date and for a span between dates.
    upper
        The upper end of a range; None otherwise.
    unit
        The unit or the currency as its symbol or code (``"t"``, ``"ha"``, ``"km"``, ``"%"``, ``"PEN"``); empty for a
        plain count.
    counted
        The words that say what is counted, as the document writes them: ``"cocaine"``, ``"marines"``; may be empty.
    approximate
        Whether the document says so: "about", "unos", "more than".
    date
        The first day that a date or a period means; None where the document does not tell the year, and for numbers.
    date_end
        The last day; None where there is no other than ``date``.
    """

    document: int
    start: int
    end: int
    text: str
    kind: FigureKind
    value: float | None = None
    upper: float | None = None
    unit: str = ""
    counted: str = ""
    approximate: bool = False
    date: dt.date | None = None
    date_end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionName:
    """A region that a place lies in.

    Parameters
    ----------
    region_id
        Its identifier in its region set: ``"PE"``, ``"PE-PAS"``, ``"PE-1903"``, ``"vraem"``.
    name
        Its name.
    level
        ``"country"``, ``"admin1"``, ``"admin2"``, ``"admin3"`` or ``"named region"``.
    approximate
        Whether its boundary is only approximate.
    is_wide
        Whether it is a named region that holds the whole country of the place and that no document names: it tells a
        reader nothing of the place itself.
    """

    region_id: str
    name: str
    level: str
    approximate: bool
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The boundary of a place that is an area.

    Parameters
    ----------
    geometry
        Polygon or MultiPolygon, longitude and latitude in degrees, OGC:CRS84.
    approximate
        Whether the boundary is only approximate.
    note
        How it was made and how good it is, one sentence in words; empty for a known boundary.
    source, version, licence
        Where the boundary comes from, which edition, and how it may be used; empty when nobody said.
    credits
        The names of the sources that it is made from, as the report's sources bear them.
    tier
        Of a region whose tiers are all drawn, how many lie within this one; None where one outline is drawn.
    """

    geometry: BaseGeometry
    approximate: bool
    note: str = ""
    source: str = ""
    version: str = ""
    licence: str = ""
    credits: tuple[str, ...] = ()
    tier: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A distinct place that the documents name, with all that is known of it.

    Parameters
    ----------
    place
        The resolution of its best-known mention.
    mentions
        Its mentions in order, each with the index of its document.
    evidence
        The sentences that name it, in order, without repeats.
    regions
        The regions it lies in, largest first.
    outline
        Its boundary; None for a place that is drawn as a point.
    sentence_count
        How many sentences name it in all; ``evidence`` may hold fewer.
    figures
        The numbers and dates that its sentences say of it, in order.
    """

    place: Place
    mentions: tuple[tuple[int, Mention], ...]
    evidence: tuple[Evidence, ...]
    regions: tuple[RegionName, ...]
    outline: Outline | None = None
    sentence_count: int = 0
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A name that has no place on the map.

    Parameters
    ----------
    name
        The name as the document writes it.
    status
        ``"not found"``, ``"ambiguous"`` or ``"unanswered"``.
    reason
        Why, in a short sentence.
    mentions
        Its mentions in order, each with the index of its document.
    evidence
        The sentences that name it, in order.
    alternatives
        For an ambiguous name, the places it might mean, best first.
    sentence_count
        How many sentences name it in all; ``evidence`` may hold fewer.
    confidence
        How sure the likeliest place is, 0 to 1; too little to show it.
    figures
        The numbers and dates that its sentences say of it, in order.
    """

    name: str
    status: Status
    reason: str
    mentions: tuple[tuple[int, Mention], ...]
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...] = ()
    sentence_count: int = 0
    confidence: float = 0.0
    figures: tuple[Figure, ...] = ()


Gift = Literal["places", "outlines", "basemap", "candidates", "areas", "definitions", "consulted"]
"""What a source gives: places; outlines of areas; the land below; what else a name may mean; the areas that places lie
in; what named regions are made of; or nothing that is shown, though it counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source of data that a report makes use of.

    Parameters
    ----------
    name
        ``"GeoNames"``.
    attribution
        The words to print under a map: ``"GeoNames (geonames.org), CC BY 4.0"``.
    url
        Its address, as text.
    licence
        ``"CC BY 4.0"``.
    version
        Its edition, a date or a number: ``"2026"``; empty when nobody said.
    citation
        The words of a full citation where it asks for some; empty to make one of name, edition, licence and address.
    gives
        What of the report comes from it, see :data:`Gift`. Nothing: it counts, and gave nothing that is shown.
    """

    name: str
    attribution: str
    url: str
    licence: str
    version: str = ""
    citation: str = ""
    gives: tuple[Gift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a map shows.

    Parameters
    ----------
    title
        The title of the map.
    documents
        The documents, in order.
    entries
        The placed places in order of their first mention; demonyms draw nothing and are not among them.
    unplaced
        The names without a place, in order of their first mention.
    demonyms
        The demonyms' places ("Peruvian" points to Peru), in order, each with the index of its document.
    notices
        What the reader should know, one sentence each.
    sources
        The sources of everything that the report holds.
    corrections
        The corrections that were applied, anchored in the texts of the documents.
    failures
        A line for each correction that could not be applied.
    """

    title: str
    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    unplaced: tuple[Unplaced, ...] = ()
    demonyms: tuple[tuple[int, Place], ...] = ()
    notices: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    corrections: tuple[Correction, ...] = ()
    failures: tuple[str, ...] = ()
