"""The rows of a gazetteer of one's own, whatever file they come in."""

import csv
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from geo.errors import OwnDataError
from geo.gazetteer.own.fields import choose_fields, count_fields
from geo.read.decode import decode_text
from geo.read.source import Source, show_name, show_reason
from geo.read.workbook import open_sheets

__all__ = ["MAX_ROWS", "OwnRow", "OwnTable", "open_table"]

MAX_ROWS = 2_000_000
"""The most rows that are read."""

_MAX_COLUMNS = 500
_HEAD_ROWS = 10
_DELIMITERS = ",;\t|"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Half characters too, which no file of UTF-8 can hold; JSON can write them.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_LON, _LAT = "longitude of the geometry", "latitude of the geometry"
_GEOGRAPHIC = re.compile(r"CRS:?84|EPSG:?:?4326|WGS ?84", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One row.

    Parameters
    ----------
    number
        Its number, as a spreadsheet shows it: the header has one too. Of GeoJSON the number of the feature.
    cells
        Its cells as text; empty for a row that cannot be read.
    fault
        What is wrong with a row that cannot be read.
    """

    number: int
    cells: Sequence[str] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTable:
    """The rows below the header, read once.

    Parameters
    ----------
    header
        The headers of the columns.
    fields
        The index of the column of each field.
    rows
        The rows in order, at most :data:`MAX_ROWS`.
    notices
        What the reader should know of the reading, one sentence each.
    stated
        The fields of which the user says which column they are.
    """

    header: Sequence[str]
    fields: Mapping[str, int]
    rows: Iterable[OwnRow]
    notices: tuple[str, ...] = ()
    stated: frozenset[str] = frozenset()


@contextmanager
def open_table(source: Source, stated: Mapping[str, str]) -> Iterator[OwnTable]:
    """Give the one table of a file; what it holds counts for more than its name.

    Parameters
    ----------
    source
        The file: GeoJSON, an Excel workbook, or a table whose cells are parted by commas, semicolons, tabs or bars.
    stated
        The headers that the user names, by field.

    Yields
    ------
    OwnTable
        Its rows can be read inside.

    Raises
    ------
    DocumentError
        When it cannot be read.
    OwnDataError
        When it has no columns of names and coordinates.
    """
    if source.data.startswith(b"PK\x03\x04"):
        with open_sheets(source.data, name=source.name, blanks=True) as sheets:
            heads = [_Head.of(enumerate(sheet.rows, start=1), stated) for sheet in sheets]
            yield _best(heads, stated).to_table(source.name, stated, ())
        return
    text, notices = decode_text(source.data, name=source.name)
    if text.lstrip()[:1] == "{":
        yield _read_geojson(text, stated, source.name)
        return
    delimiters = "\t" if source.suffix in {".tsv", ".tab"} else _DELIMITERS
    heads = [_Head.of(_numbered(text, delimiter), stated) for delimiter in delimiters]
    yield _best(heads, stated).to_table(source.name, stated, notices)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The first rows of a table, and the rest."""

    top: int | None
    first: Sequence[tuple[int, Sequence[str] | str]]
    rest: Iterator[tuple[int, Sequence[str] | str]]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Sequence[str] | str]], stated: Mapping[str, str]) -> "_Head":
        rest = iter(rows)
        first = list(itertools.islice(rest, _HEAD_ROWS))
        filled = [at for at, (_, cells) in enumerate(first) if not isinstance(cells, str) and any(cells)]
        # Titles may stand above the header.
        top = max(filled, key=lambda at: (count_fields(_clean_all(first[at][1]), stated), -at), default=None)
        return cls(top=top, first=first, rest=rest)

    def header(self) -> Sequence[str]:
        return () if self.top is None else _clean_all(self.first[self.top][1])

    def to_table(self, name: str, stated: Mapping[str, str], notices: tuple[str, ...]) -> OwnTable:
        header = self.header()
        if self.top is None:
            message = f"{show_name(name)} is empty: give a table with a header and a row for each place"
            raise OwnDataError(message)
        fields = choose_fields(header, stated, name=name)
        rows = itertools.chain(self.first[self.top + 1 :], self.rest)
        return OwnTable(
            header=header, fields=fields, rows=_as_rows(rows, name), notices=notices, stated=frozenset(stated)
        )


def _best(heads: Sequence[_Head], stated: Mapping[str, str]) -> _Head:
    """Give the table whose header tells most: of a workbook the sheet, of a text file the reading by one delimiter."""
    return max(heads, key=lambda head: (count_fields(head.header(), stated), len(head.header())))


def _as_rows(rows: Iterable[tuple[int, Sequence[str] | str]], name: str) -> Iterator[OwnRow]:
    for count, (number, cells) in enumerate(rows):
        if count >= MAX_ROWS:
            message = f"{show_name(name)} has more than {MAX_ROWS:,} rows: split it"
            raise OwnDataError(message)
        if isinstance(cells, str):
            yield OwnRow(number=number, fault=cells)
        elif any(cells):
            yield OwnRow(number=number, cells=_clean_all(cells))


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str] | str]]:
    """Give the rows of a delimited table with their numbers; of one that cannot be read what is wrong with it."""
    lines = (match.group() for match in _LINE.finditer(text))
    # Strict, so that a quote that is never closed is told and does not swallow the rows that follow.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for number in itertools.count(1):
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, show_reason(error)


def _clean_all(cells: Iterable[str]) -> list[str]:
    return [_CONTROLS.sub(" ", cell).strip() for cell in itertools.islice(cells, _MAX_COLUMNS)]


# GeoJSON


def _read_geojson(text: str, stated: Mapping[str, str], name: str) -> OwnTable:
    try:
        collection = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{show_name(name)} is broken GeoJSON ({show_reason(error)}): save it again"
        raise OwnDataError(message) from error
    features = collection.get("features") if collection.get("type") == "FeatureCollection" else [collection]
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        message = f"{show_name(name)} is no GeoJSON of features: save it as a FeatureCollection of points"
        raise OwnDataError(message)
    _check_crs(collection.get("crs"), name)
    columns = list(dict.fromkeys(key for feature in features for key in _properties(feature)))[:_MAX_COLUMNS]
    header = [*_clean_all(columns), _LON, _LAT, *(["id"] if any("id" in feature for feature in features) else [])]
    rows = ((number, _cells(feature, columns)) for number, feature in enumerate(features, start=1))
    where = {"lon": _LON, "lat": _LAT} | dict(stated)
    return OwnTable(header=header, fields=choose_fields(header, where, name=name), rows=_as_rows(rows, name))


def _check_crs(crs: object, name: str) -> None:
    """Refuse the coordinates of another system, which GeoJSON of before 2016 may be in."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    called = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(called, str) and not _GEOGRAPHIC.search(called):
        message = (
            f"{show_name(name)} is in {show_name(called[:80])}: save it in longitude and latitude, WGS 84 (EPSG:4326)"
        )
        raise OwnDataError(message)


def _properties(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _cells(feature: Mapping[str, Any], columns: Sequence[str]) -> list[str]:
    properties = _properties(feature)
    lon, lat = _point_of(feature.get("geometry"))
    number = feature.get("id")
    return [
        *(_to_text(properties.get(column)) for column in columns),
        lon,
        lat,
        *([] if number is None else [_to_text(number)]),
    ]


def _to_text(value: object) -> str:
    match value:
        case None | bool():
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case str() | int() | float():
            return str(value)
        case list():
            # Several names of one place, such as aliases.
            return "; ".join(one for one in value if isinstance(one, str))
        case _:
            return ""


def _point_of(geometry: object) -> tuple[str, str]:
    """Give the point of a geometry as text, longitude first: of a line or an area a point on it; else what it is."""
    if not isinstance(geometry, dict):
        return "", ""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Point" and isinstance(coordinates, list):
        lon, lat, *_ = (*map(_to_text, coordinates[:2]), "", "")
        return lon, lat
    from shapely.errors import ShapelyError  # noqa: PLC0415 - points need no geometry
    from shapely.geometry import shape  # noqa: PLC0415

    try:
        point = shape(geometry).representative_point()
        return str(point.x), str(point.y)
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        return show_reason(error), ""
