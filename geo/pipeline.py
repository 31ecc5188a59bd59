"""The whole road in one call, and each step of it alone: find, join, report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.corrections import Corrections, apply_corrections
from geo.document import Document
from geo.errors import DocumentError
from geo.gazetteer import open_gazetteer
from geo.recognize import GazetteerRecognizer, Mention, Recognizer, recognize_rows
from geo.report import Report
from geo.resolve import GazetteerResolver, Place, Resolver

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.geocoders import OnlineGeocoder

__all__ = ["find_all_places", "find_places", "join_places", "make_report"]


def find_places(
    document: Document,
    *,
    recognizer: Recognizer | None = None,
    resolver: Resolver | None = None,
    geocoder: "OnlineGeocoder | None" = None,
) -> list[Place]:
    """Find the places that a document names.

    Parameters
    ----------
    document
        What to read; the rows of a table name a place each.
    recognizer
        What finds the mentions; None for the default over the bundled gazetteer.
    resolver
        What decides which place each means; None for the default over the bundled gazetteer.
    geocoder
        Whom to ask online for names that the gazetteer lacks; None to open no socket.

    Returns
    -------
    list of Place
        One a mention, in order of the text; not found, ambiguous and unanswered are statuses.

    Examples
    --------
    >>> document = Document(text="She flew from Lima to Oxapampa in Peru.", name="brief.txt")
    >>> [(place.name, place.country) for place in find_places(document)]
    [('Lima', 'PE'), ('Oxapampa', 'PE'), ('Peru', 'PE')]
    """
    return find_all_places([document], recognizer=recognizer, resolver=resolver, geocoder=geocoder)[0]


def find_all_places(
    documents: Sequence[Document],
    *,
    recognizer: Recognizer | None = None,
    resolver: Resolver | None = None,
    geocoder: "OnlineGeocoder | None" = None,
) -> list[list[Place]]:
    """Find the places that documents name; a geocoder is asked once for each name of all of them.

    Parameters
    ----------
    documents
        What to read.
    recognizer, resolver, geocoder
        As in :func:`find_places`.

    Returns
    -------
    list of list of Place
        For each document its places, as :func:`find_places` gives them.

    Examples
    --------
    >>> found = find_all_places([Document(text="Lima, Peru", name="brief.txt")])
    >>> [[place.name for place in some] for some in found]
    [['Lima', 'Peru']]
    """
    resolver = resolver or GazetteerResolver(open_gazetteer())
    places = [resolver.resolve(document, _recognize(document, recognizer)) for document in documents]
    if geocoder is None:
        return places
    from geo.geocoders.step import geocode_places  # noqa: PLC0415 - geopy is for those who ask online

    return geocode_places(documents, places, geocoder)


def _recognize(document: Document, recognizer: Recognizer | None) -> Sequence[Mention]:
    if document.rows:
        return recognize_rows(document)
    return (recognizer or GazetteerRecognizer(open_gazetteer())).recognize(document)


def join_places(places: Sequence[Place]) -> "gpd.GeoDataFrame":
    """Join places with the regions they lie in.

    Parameters
    ----------
    places
        Resolved or not.

    Returns
    -------
    geopandas.GeoDataFrame
        A row a place in the same order, OGC:CRS84; columns of :func:`geo.frames.frame_places` and of
        :func:`geo.regions.join_regions`.
    """
    from geo.frames import frame_places  # noqa: PLC0415 - geopandas takes 0.4 s to import
    from geo.regions import join_regions  # noqa: PLC0415

    return join_regions(frame_places(places))


def make_report(
    documents: Sequence[Document],
    *,
    title: str | None = None,
    recognizer: Recognizer | None = None,
    resolver: Resolver | None = None,
    corrections: Corrections | None = None,
    geocoder: "OnlineGeocoder | None" = None,
) -> Report:
    """Read documents all the way to a report: all that a map shows.

    Parameters
    ----------
    documents
        What to read, at least one.
    title
        The title of the report; None takes the first document's.
    recognizer, resolver
        As in :func:`find_places`.
    corrections
        What a reader made of an earlier report, as :func:`geo.corrections.read_corrections` gives it; None for nothing.
    geocoder
        As in :func:`find_places`; what it gave no answer for is told in the report's notices.

    Returns
    -------
    Report
        Every mention of every document is in it.

    Raises
    ------
    DocumentError
        When there is no document.
    """
    if not documents:
        message = "there is no document to report on: give at least one"
        raise DocumentError(message)
    from geo.annotate import annotate  # noqa: PLC0415 - geopandas takes 0.4 s to import
    from geo.regions import read_outlines  # noqa: PLC0415

    places = find_all_places(documents, recognizer=recognizer, resolver=resolver, geocoder=geocoder)
    applied = apply_corrections(documents, places, corrections or Corrections())
    joined = join_places([place for some in applied.places for place in some])
    report = annotate(documents, applied.places, joined, read_outlines(joined), title=title, applied=applied)
    return report if geocoder is None else replace(report, notices=(*report.notices, *geocoder.notices()))
