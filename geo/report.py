"""A report: documents, their places, and what is said of each; all that a map needs."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geo.document import Document
from geo.recognize.mention import Mention
from geo.resolve.place import Alternative, Place, Status

__all__ = ["Entry", "Evidence", "Outline", "RegionName", "Report", "Source", "Unplaced"]


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
        ``"country"``, ``"admin1"``, ``"admin2"`` or ``"named region"``.
    approximate
        Whether its boundary is only approximate.
    """

    region_id: str
    name: str
    level: str
    approximate: bool


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
    """

    geometry: BaseGeometry
    approximate: bool
    note: str = ""


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
    """

    place: Place
    mentions: tuple[tuple[int, Mention], ...]
    evidence: tuple[Evidence, ...]
    regions: tuple[RegionName, ...]
    outline: Outline | None = None
    sentence_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A name that has no place on the map.

    Parameters
    ----------
    name
        The name as the document writes it.
    status
        ``"not found"`` or ``"ambiguous"``.
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
    """

    name: str
    status: Status
    reason: str
    mentions: tuple[tuple[int, Mention], ...]
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...] = ()
    sentence_count: int = 0


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
    """

    name: str
    attribution: str
    url: str
    licence: str


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
    """

    title: str
    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    unplaced: tuple[Unplaced, ...] = ()
    demonyms: tuple[tuple[int, Place], ...] = ()
    notices: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
