"""The layers of every exported file and their columns, declared once: ``docs/columns.md`` is written from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["FILES", "LAYERS", "Column", "ColumnType", "Layer"]

ColumnType = Literal["text", "integer", "number", "yes or no"]
GeometryType = Literal["Point", "MultiPolygon", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a layer.

    Parameters
    ----------
    name
        Its name, the same in every kind of file.
    type
        What its cells hold. Text is never null; the others are where there is nothing to say.
    meaning
        What it says, in one sentence, with its unit.
    """

    name: str
    type: ColumnType
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer of a file: a table, with geometry or without.

    Parameters
    ----------
    name
        Its name.
    row
        What a row is, in words.
    geometry
        ``"Point"``, ``"MultiPolygon"``, or empty for a table without geometry.
    columns
        Its columns, in order.
    """

    name: str
    row: str
    geometry: GeometryType
    columns: tuple[Column, ...]


def _columns(table: str) -> tuple[Column, ...]:
    """Give the columns of a table of ``name | type | meaning``."""
    columns: list[Column] = []
    for line in filter(None, map(str.strip, table.splitlines())):
        name, type_, meaning = map(str.strip, line.split("|"))
        columns.append(Column(name=name, type=_TYPES[type_], meaning=meaning))
    return tuple(columns)


_TYPES: Mapping[str, ColumnType] = {"text": "text", "integer": "integer", "number": "number", "yes or no": "yes or no"}

_PLACES = """
number | integer | From 1: the placed in order of first mention, then the rest; `place` in other layers points to it.
status | text | `resolved`, `ambiguous`, `not found` or `unanswered`; only a resolved name has a point.
name | text | The place's name in the gazetteer; the document's words where there is no place.
label | text | The name or, for a long one, the shorter words that the document uses.
kind | text | How it is drawn: `town`, `nature`, `area`, `region`, `square` (an area known by a point); or empty.
feature | text | What it is: `populated place`, `country`, `admin1`, `admin2`, `admin3`, `river`, `region` and so on.
country | text | Code of the country by ISO 3166-1; empty when unknown or in several countries.
country_name | text | The country that it lies in; of a named region all that it reaches into, apart by `; `.
admin1 | text | The first-level region that it lies in (department, state); several apart by `; `.
admin2 | text | The second-level region that it lies in (province, county); several apart by `; `.
admin3 | text | The third-level region that it lies in (district), where known boundaries are in force.
named_regions | text | The named regions that it lies in, apart by `; `.
admin | text | The areas that the gazetteer says hold it, country first, joined by ` > `.
id | text | Its identifier in the gazetteer: `geonames:3933874`, `region:vraem`; empty without a place.
lon | number | Longitude in degrees, OGC:CRS84.
lat | number | Latitude in degrees, OGC:CRS84.
times | integer | How often the documents name it.
documents | text | The documents that name it, apart by `; `.
sentences | integer | How many sentences name it.
sentence | text | The first sentence that names it, as the document writes it.
figures | text | The numbers and dates that its sentences say of it, as the documents write them, apart by `; `.
confidence | number | How sure it is that this place is meant, 0 to 1.
belief | text | The confidence in a word: `sure` (from 0.8), `fairly` (from 0.5), `unsure`; empty without a place.
by_hand | yes or no | Whether a correction says so: the place was chosen or put on the map by hand.
approximate | yes or no | Whether its boundary in the layer `regions` is only approximate; null where it has none.
reason | text | Why this place, or why none.
source | text | The gazetteer that knows it, by its name in the layer `sources`; without a place the document.
source_version | text | The edition of that source: a date or a number; of a document its date.
licence | text | How what it says of the place may be used; words of a document are `the document's own`.
attribution | text | The words with which to credit that source.
"""

_MENTIONS = """
document | text | The document's name.
start | integer | Where the words start in the document's text, in characters from 0.
end | integer | Where they end.
text | text | The words as the document writes them.
kind | text | `place`, `region` or `demonym` ("Peruvian").
status | text | `resolved`, `ambiguous`, `not found` or `unanswered`.
place | integer | The number of its row in the layer `places`; null for a demonym whose country has none.
name | text | The name of what is meant; the document's words where there is no place.
id | text | Its identifier in the gazetteer; empty without a place.
lon | number | Longitude in degrees, OGC:CRS84.
lat | number | Latitude in degrees, OGC:CRS84.
confidence | number | How sure it is that this place is meant, 0 to 1.
sentence | text | The sentence that the words stand in, as the document writes it.
reason | text | Why this place, or why none.
source | text | The gazetteer that knows what is meant; without a place the document.
source_version | text | The edition of that source, as in the layer `places`.
licence | text | How it may be used, as in the layer `places`.
cells | text | For a row of a table: all its cells by the names of their columns, as JSON; empty for running text.
"""

_REGIONS = """
place | integer | The number of its row in the layer `places`.
id | text | Its identifier in the gazetteer: `geonames:3932488`, `region:vraem`.
name | text | Its name.
label | text | The name or, for a long one, the shorter words that the document uses.
level | text | `country`, `admin1`, `admin2`, `admin3` or `named region`.
country | text | Code of the country by ISO 3166-1; empty when in several countries.
approximate | yes or no | Whether the boundary is only approximate.
note | text | How an approximate boundary was made and how good it is; empty for a known one.
times | integer | How often the documents name it.
source | text | Where the boundary comes from.
source_version | text | Its edition; of several sources that of each.
licence | text | How the boundary may be used.
attribution | text | The words with which to credit where it comes from.
"""

_ALTERNATIVES = """
place | integer | The number of the row in the layer `places` for which this was a candidate.
of | text | The name of that row.
status | text | `rejected` where another place was chosen, `contender` where the name is ambiguous.
rank | integer | Its rank among the candidates that were not chosen, from 1, the likeliest first.
name | text | Its name in the gazetteer.
feature | text | What it is, as in the layer `places`.
country | text | Code of the country by ISO 3166-1.
admin | text | The areas that hold it, country first, joined by ` > `.
id | text | Its identifier in the gazetteer.
lon | number | Longitude in degrees, OGC:CRS84.
lat | number | Latitude in degrees, OGC:CRS84.
score | number | Its share of belief, 0 to 1.
distance_km | number | How far it is from the chosen place, in kilometres on the ellipsoid; null where none was chosen.
source | text | The gazetteer that knows it.
source_version | text | The edition of that source.
licence | text | How what it says may be used.
"""

_FIGURES = """
place | integer | The number of its row in the layer `places`.
name | text | The name of that place; the document's words where there is no place.
status | text | `resolved`, `ambiguous`, `not found` or `unanswered`, as in that row.
document | text | The document's name.
start | integer | Where the figure's words start in the document's text, in characters from 0.
end | integer | Where they end.
text | text | The words as the document writes them.
kind | text | `quantity`, `money`, `share`, `date` or `period`.
value | number | The number, in the unit; the lower end of a range; null for a date.
upper | number | The upper end of a range; null otherwise.
unit | text | Unit or currency as symbol or code: `t`, `ha`, `%`, `PEN`; empty for a plain count.
counted | text | The words that say what is counted, as the document writes them.
approximate | yes or no | Whether the document says so: "about", "more than".
date | text | The first day that a date or a period means, ISO 8601; empty where the year is not told, and for numbers.
date_end | text | The last day, ISO 8601; empty where there is none.
source | text | The document by its title, or by its name where it has none.
source_version | text | The document's date, ISO 8601, or `no date`.
licence | text | `the document's own`: a figure is quoted from it, and its licence is not known to Dateline.
"""

_DOCUMENTS = """
name | text | Its name.
title | text | Its title; empty when it has none.
date | text | Its date, ISO 8601; empty when unknown.
language | text | The language it was read in, BCP 47.
notices | text | What is to be known of its reading, a sentence each.
"""

_SOURCES = """
name | text | The source's name.
attribution | text | The words with which to credit it.
url | text | Its address.
licence | text | How it may be used.
version | text | Its edition: a date or a number.
citation | text | The citation to put under a map, as `dateline sources` prints it.
gives | text | What of the report comes from it, apart by `; `, see docs/provenance.md; empty when nobody said.
"""

_DECLARED: tuple[tuple[str, str, GeometryType, str], ...] = (
    ("places", "a distinct place, or a name without one", "Point", _PLACES),
    (
        "mentions",
        "words that name a place, those not found, not answered, ambiguous and demonyms among them",
        "Point",
        _MENTIONS,
    ),
    ("regions", "a place that has a boundary", "MultiPolygon", _REGIONS),
    ("alternatives", "a candidate that was not chosen", "Point", _ALTERNATIVES),
    ("figures", "a number or a date that a document says of a place, or of a name without one", "", _FIGURES),
    ("documents", "a document", "", _DOCUMENTS),
    ("sources", "a source of data to credit", "", _SOURCES),
)

LAYERS: Mapping[str, Layer] = {
    name: Layer(name=name, row=row, geometry=geometry, columns=_columns(table))
    for name, row, geometry, table in _DECLARED
}
"""The layers by name, in the order in which files hold them."""

FILES: Mapping[str, tuple[str, ...]] = {
    ".gpkg": tuple(LAYERS),
    ".xlsx": tuple(LAYERS),
    ".geojson": ("places", "mentions", "regions"),
    ".kml": ("places", "regions"),
    ".parquet": ("places",),
    ".csv": ("places",),
}
"""For each kind of file, by the ending of its name, the layers that it holds."""
