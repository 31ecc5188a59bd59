"""What ``dateline places`` prints, a row a mention: a table, JSON Lines, CSV, GeoJSON."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.document import Document
from geo.provenance import Origins
from geo.resolve.place import Place
from maps.tables.rows import tell_origin
from maps.tables.words import dump_json, guard_cell, show_words

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["FORMATS", "write_places"]

_COLUMNS = (
    "document",
    "start",
    "end",
    "text",
    "kind",
    "status",
    "name",
    "lon",
    "lat",
    "feature",
    "country",
    "admin",
    "regions",
    "id",
    "confidence",
    "reason",
    "source",
    "source_version",
    "licence",
)
_LEVELS = {"admin1": "first-level region", "admin2": "second-level region", "admin3": "third-level region"}


def _records(
    documents: Sequence[Document], places: Sequence[Sequence[Place]], joined: "gpd.GeoDataFrame"
) -> Iterator[tuple[dict[str, Any], Mapping[str, str]]]:
    """Give each mention as a record of plain values, with the cells of its row when it comes from a table."""
    regions, origins = iter(joined["named_regions"]), Origins()
    for document, found in zip(documents, places, strict=True):
        own = origins.of_document(document)
        values = {row.start: row.values for row in document.rows}
        for place in found:
            origin = own if place.lonlat is None else origins.of_place(place)
            record = _record(document.name, place, list(next(regions))) | tell_origin(origin)
            yield record, values.get(place.mention.start, {})


def _record(document: str, place: Place, regions: list[str]) -> dict[str, Any]:
    at = place.lonlat
    return {
        "document": document,
        "start": place.mention.start,
        "end": place.mention.end,
        "text": place.mention.text,
        "kind": place.mention.kind,
        "status": place.status,
        "name": place.name,
        "lon": None if at is None else at.lon,
        "lat": None if at is None else at.lat,
        "feature": place.feature,
        "country": place.country,
        "admin": list(place.admin),
        "regions": regions,
        "id": place.id,
        "confidence": place.confidence,
        "alternatives": [
            {
                "name": other.name,
                "lon": other.lonlat.lon,
                "lat": other.lonlat.lat,
                "country": other.country,
                "score": other.score,
                "source": other.source,
            }
            for other in place.alternatives
        ],
        "reason": place.reason,
    }


def _to_jsonl(records: Iterator[tuple[dict[str, Any], Mapping[str, str]]]) -> str:
    return "".join(dump_json(record | ({"values": dict(values)} if values else {})) for record, values in records)


def _to_csv(records: Iterator[tuple[dict[str, Any], Mapping[str, str]]]) -> str:
    found = list(records)
    extra = list(dict.fromkeys(name for _, values in found for name in values))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([guard_cell(name) for name in (*_COLUMNS, *(_unlike(name, _COLUMNS) for name in extra))])
    for record, values in found:
        flat = record | {"admin": " > ".join(record["admin"]), "regions": " ".join(record["regions"])}
        cells = [flat[name] for name in _COLUMNS] + [values.get(name, "") for name in extra]
        writer.writerow([guard_cell(cell) for cell in cells])
    return out.getvalue()


def _unlike(name: str, taken: Sequence[str]) -> str:
    return f"{name} (table)" if name in taken else name


def _to_geojson(records: Iterator[tuple[dict[str, Any], Mapping[str, str]]]) -> str:
    features = [
        {
            "type": "Feature",
            "geometry": None
            if record["lon"] is None
            else {"type": "Point", "coordinates": [record["lon"], record["lat"]]},
            "properties": {name: record[name] for name in _COLUMNS if name not in {"lon", "lat"}}
            | {_unlike(name, _COLUMNS): value for name, value in values.items()},
        }
        for record, values in records
    ]
    return dump_json({"type": "FeatureCollection", "features": features})


def _to_table(records: Iterator[tuple[dict[str, Any], Mapping[str, str]]]) -> str:
    """Give a table for reading: a row for each distinct place, with how often it is named."""
    rows: dict[tuple[str, ...], list[Any]] = {}
    for record, _ in records:
        if record["kind"] == "demonym":
            continue
        key = (record["status"], record["id"] or record["text"].casefold())
        row = rows.setdefault(key, [record, 0])
        row[1] += 1
    lines = [_table_line("NAME", "WHERE", "LON LAT", "TIMES", "CONFIDENCE", "WHY")]
    for record, times in rows.values():
        resolved = record["status"] == "resolved"
        chain = [name for name in reversed(record["admin"]) if name != record["name"]]
        lines.append(
            _table_line(
                record["name"] if resolved else record["text"],
                f"{_kind(record)}{' in ' if chain else ''}{', '.join(chain)}" if resolved else record["status"],
                f"{record['lon']:.3f} {record['lat']:.3f}" if resolved else "",
                str(times),
                f"{record['confidence']:.0%}" if resolved else "",
                record["reason"],
            )
        )
    return "\n".join(lines) + "\n"


def _kind(record: dict[str, Any]) -> str:
    return _LEVELS.get(record["feature"], str(record["feature"]))


def _table_line(name: str, where: str, lonlat: str, times: str, confidence: str, why: str) -> str:
    cells = (
        f"{show_words(name, 26):26}",
        f"{show_words(where, 46):46}",
        f"{lonlat:>17}",
        f"{times:>5}",
        f"{confidence:>10}",
        show_words(why, 120),
    )
    return "  ".join(cells).rstrip()


FORMATS: Mapping[str, Callable[[Iterator[tuple[dict[str, Any], Mapping[str, str]]]], str]] = {
    "table": _to_table,
    "jsonl": _to_jsonl,
    "csv": _to_csv,
    "geojson": _to_geojson,
}
"""What writes each format, by its name."""


def write_places(
    documents: Sequence[Document], places: Sequence[Sequence[Place]], joined: "gpd.GeoDataFrame", *, form: str
) -> str:
    """Write the places of documents as text.

    Parameters
    ----------
    documents
        The documents.
    places
        For each its places, in order.
    joined
        The places of all documents, one after the other, joined with their regions; OGC:CRS84.
    form
        One of :data:`FORMATS`: ``"table"`` has a line a place, the others a line, row or feature a mention.

    Returns
    -------
    str
        Ends with a line break. Longitude stands before latitude, both in degrees, OGC:CRS84.
    """
    return FORMATS[form](_records(documents, places, joined))
