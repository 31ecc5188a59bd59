"""The rows of each layer: a report as plain values under the names of :data:`maps.tables.columns.LAYERS`."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from geo.evidence import find_evidence
from geo.gazetteer.features import ADMINISTRATIVE
from geo.lonlat import LonLat, distance_m
from geo.provenance import Origin, Origins
from geo.recognize.mention import Mention
from geo.report import Entry, Report, Unplaced
from geo.resolve.place import Alternative, Place
from maps.citations import describe_sources
from maps.options import LANGUAGES
from maps.story import belief_in, kind_of, label_of
from maps.tables.columns import LAYERS

__all__ = ["GEOMETRY", "Row", "make_rows", "origin_of", "tell_origin"]

Row = dict[str, Any]

_SOURCE_KEYS = ("name", "attribution", "url", "licence", "version", "citation")

GEOMETRY = "geometry"
"""The key of a row's shapely geometry, None where nothing is known; a layer without geometry has no such key."""


def make_rows(report: Report, layer: str) -> list[Row]:
    """Give the rows of a layer.

    Parameters
    ----------
    report
        The report.
    layer
        One of :data:`maps.tables.columns.LAYERS`.

    Returns
    -------
    list of dict
        Each with the layer's columns in order, then its geometry: longitude and latitude in degrees, OGC:CRS84.

    Examples
    --------
    >>> make_rows(Report(title="Lima", documents=(), entries=()), "places")
    []
    """
    names = [column.name for column in LAYERS[layer].columns]
    keys = [*names, GEOMETRY] if LAYERS[layer].geometry else names
    return [{key: row[key] for key in keys} for row in _MAKERS[layer](report)]


def _numbered(report: Report) -> Iterator[tuple[int, Entry | Unplaced]]:
    """Give what has a row in the layer of places: the placed first, then the names without a place."""
    yield from enumerate((*report.entries, *report.unplaced), start=1)


def _join(texts: Iterable[str], separator: str = "; ") -> str:
    return separator.join(dict.fromkeys(filter(None, texts)))


def _at(lonlat: LonLat | None) -> Row:
    from shapely import Point  # noqa: PLC0415 - help needs no shapely

    if lonlat is None:
        return {"lon": None, "lat": None, GEOMETRY: None}
    return {"lon": lonlat.lon, "lat": lonlat.lat, GEOMETRY: Point(lonlat.lon, lonlat.lat)}


def _shared(named: Entry | Unplaced, report: Report) -> Row:
    """Give what is told of a place and of a name without one alike."""
    return {
        "times": len(named.mentions),
        "documents": _join(report.documents[index].name for index, _ in named.mentions),
        "sentences": max(named.sentence_count, len(named.evidence)),
        "sentence": named.evidence[0].text if named.evidence else "",
        "figures": _join(figure.text for figure in named.figures),
    }


def _places(report: Report) -> Iterator[Row]:
    origins = Origins(report.sources)
    for number, named in _numbered(report):
        row = _placed(number, named, report) if isinstance(named, Entry) else _unplaced(number, named, report)
        origin = origin_of(named, report, origins)
        yield row | tell_origin(origin) | {"attribution": origin.attribution}


def origin_of(named: Entry | Unplaced, report: Report, origins: Origins) -> Origin:
    """Say where what is told of a name comes from: of one without a place, the document that names it.

    Parameters
    ----------
    named
        The place, or the name without one.
    report
        The report that it is of.
    origins
        Where the things of that report come from.
    """
    if isinstance(named, Entry):
        return origins.of_place(named.place)
    return origins.of_document(report.documents[named.mentions[0][0]])


def tell_origin(origin: Origin) -> Row:
    """Give where something comes from as columns.

    Parameters
    ----------
    origin
        Where it comes from.
    """
    return {"source": origin.source, "source_version": origin.version, "licence": origin.licence}


def _placed(number: int, entry: Entry, report: Report) -> Row:
    place, outline, at = entry.place, entry.outline, _at(entry.place.lonlat)
    within = {
        level: _join(region.name for region in entry.regions if region.level == level)
        for level in ("country", "admin1", "admin2", "admin3", "named region")
    }
    return {
        "number": number,
        "status": place.status,
        "name": place.name,
        "label": label_of(entry),
        "kind": kind_of(entry),
        "feature": place.feature,
        "country": place.country,
        "country_name": within["country"],
        "admin1": within["admin1"],
        "admin2": within["admin2"],
        "admin3": within["admin3"],
        "named_regions": within["named region"],
        "admin": " > ".join(place.admin),
        "id": place.id,
        "lon": at["lon"],
        "lat": at["lat"],
        **_shared(entry, report),
        "confidence": place.confidence,
        "belief": belief_in(place.confidence),
        "by_hand": place.by_hand,
        "approximate": None if outline is None else outline.approximate,
        "reason": place.reason,
        GEOMETRY: at[GEOMETRY],
    }


def _unplaced(number: int, name: Unplaced, report: Report) -> Row:
    nothing = dict.fromkeys(
        ("country", "country_name", "admin1", "admin2", "admin3", "named_regions", "admin", "id"), ""
    )
    return {
        "number": number,
        "status": name.status,
        "name": name.name,
        "label": name.name,
        "kind": "",
        "feature": "",
        **nothing,
        "lon": None,
        "lat": None,
        **_shared(name, report),
        "confidence": None,
        "belief": "",
        "by_hand": False,
        "approximate": None,
        "reason": name.reason,
        GEOMETRY: None,
    }


def _mentions(report: Report) -> Iterator[Row]:
    """Give every mention in the order of the documents and of their text."""
    found = sorted(_iterate_mentions(report), key=lambda one: (one[0], one[1].start, one[1].end))
    evidence = find_evidence(report.documents, [[(index, mention)] for index, mention, _ in found], limit=1)
    cells = _cells(report)
    for (index, mention, facts), passage in zip(found, evidence, strict=True):
        yield {
            "document": report.documents[index].name,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "kind": mention.kind,
            **{key: facts[key] for key in ("status", "place", "name", "id", "lon", "lat", "confidence")},
            "sentence": passage.evidence[0].text,
            "reason": facts["reason"],
            **{key: facts[key] for key in ("source", "source_version", "licence")},
            "cells": cells.get((index, mention.start), ""),
            GEOMETRY: facts[GEOMETRY],
        }


def _iterate_mentions(report: Report) -> Iterator[tuple[int, Mention, Row]]:
    numbers, origins = {}, Origins(report.sources)
    for number, named in _numbered(report):
        if isinstance(named, Entry):
            numbers[named.place.id] = number
            facts = _meant(named.place, number, origins)
        else:
            facts = {
                "status": named.status, "place": number, "name": named.name, "id": "", "confidence": None,
                "reason": named.reason, **_at(None),
            }  # fmt: skip
        for index, mention in named.mentions:
            from_text = {} if isinstance(named, Entry) else tell_origin(origins.of_document(report.documents[index]))
            yield index, mention, facts | from_text
    for index, place in report.demonyms:
        yield index, place.mention, _meant(place, numbers.get(place.id), origins)


def _meant(place: Place, number: int | None, origins: Origins) -> Row:
    return {
        "status": place.status, "place": number, "name": place.name, "id": place.id, "confidence": place.confidence,
        "reason": place.reason, **_at(place.lonlat), **tell_origin(origins.of_place(place)),
    }  # fmt: skip


def _cells(report: Report) -> dict[tuple[int, int], str]:
    """Give the cells of tables' rows by the document's index and the start of the name."""
    return {
        (index, row.start): json.dumps(dict(row.values), ensure_ascii=False)
        for index, document in enumerate(report.documents)
        for row in document.rows
    }


def _regions(report: Report) -> Iterator[Row]:
    origins = Origins(report.sources)
    for number, entry in enumerate(report.entries, start=1):
        place, outline = entry.place, entry.outline
        if outline is not None:
            origin = origins.of_outline(outline)
            yield {
                "place": number,
                "id": place.id,
                "name": place.name,
                "label": label_of(entry),
                "level": place.feature if place.feature in ADMINISTRATIVE else "named region",
                "country": place.country,
                "approximate": outline.approximate,
                "note": outline.note,
                "times": len(entry.mentions),
                **tell_origin(origin),
                "attribution": origin.attribution,
                GEOMETRY: outline.geometry,
            }


def _alternatives(report: Report) -> Iterator[Row]:
    origins = Origins(report.sources)
    for number, named in _numbered(report):
        chosen = named.place if isinstance(named, Entry) else None
        others = named.alternatives if isinstance(named, Unplaced) else named.place.alternatives
        for rank, other in enumerate(others, start=1):
            yield {
                "place": number,
                "of": named.place.name if isinstance(named, Entry) else named.name,
                "status": "rejected" if chosen else "contender",
                "rank": rank,
                **_alternative(other, chosen.lonlat if chosen else None),
                **tell_origin(origins.of_place(other)),
            }


def _alternative(other: Alternative, chosen: LonLat | None) -> Row:
    at = _at(other.lonlat)
    return {
        "name": other.name,
        "feature": other.feature,
        "country": other.country,
        "admin": " > ".join(other.admin),
        "id": other.id,
        "lon": at["lon"],
        "lat": at["lat"],
        "score": other.score,
        "distance_km": None if chosen is None else round(distance_m(chosen, other.lonlat) / 1000, 1),
        GEOMETRY: at[GEOMETRY],
    }


def _figures(report: Report) -> Iterator[Row]:
    origins = Origins(report.sources)
    for number, named in _numbered(report):
        for figure in named.figures:
            yield {
                "place": number,
                "name": named.place.name if isinstance(named, Entry) else named.name,
                "status": named.place.status if isinstance(named, Entry) else named.status,
                "document": report.documents[figure.document].name,
                **{key: getattr(figure, key) for key in ("start", "end", "text", "kind", "value", "upper", "unit")},
                "counted": figure.counted,
                "approximate": figure.approximate,
                "date": figure.date.isoformat() if figure.date else "",
                "date_end": figure.date_end.isoformat() if figure.date_end else "",
                **tell_origin(origins.of_document(report.documents[figure.document])),
            }


def _documents(report: Report) -> Iterator[Row]:
    for document in report.documents:
        yield {
            "name": document.name,
            "title": document.title or "",
            "date": document.date.isoformat() if document.date else "",
            "language": document.language,
            "notices": " ".join(document.notices),
        }


def _sources(report: Report) -> Iterator[Row]:
    for source in describe_sources(report, LANGUAGES[0]):
        yield {key: source[key] for key in _SOURCE_KEYS} | {"gives": _join(source["gives"])}


_MAKERS: Mapping[str, Callable[[Report], Iterator[Row]]] = {
    "places": _places,
    "mentions": _mentions,
    "regions": _regions,
    "alternatives": _alternatives,
    "figures": _figures,
    "documents": _documents,
    "sources": _sources,
}
