"""From rows to entries; what a row lacks is told, and stops no other."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.errors import OwnDataError
from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.names import fold
from geo.gazetteer.own.kinds import read_kind
from geo.gazetteer.own.points import Degrees, read_degrees
from geo.gazetteer.own.table import OwnRow, OwnTable
from geo.lonlat import LonLat
from geo.read.source import show_name

__all__ = ["Entries", "read_entries"]

_LONGEST_NAME = 200
_LONGEST_ID = 100
_MOST_ALIASES = 100
_SHOWN = 60
_METRES_FROM = 1_000.0
_NOBODY_LIVES_SOUTH_OF = -60.0
_PARTS = re.compile(r"[;|]")
_NUMBER = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([., '\u00a0\u202f])\d{3})(?:\1\d{3})*", re.ASCII)
_MOST_PEOPLE = 2**32 - 1
# Identifiers that name a place which the gazetteer has, and not the row of a file.
_KNOWN_SCHEMES = frozenset({"geonames", "inei", "iso3166-1", "iso3166-2", "region", "dateline"})
# What is wrong with rows, as it is told of one and of several.
_FAULTS = {
    "broken": ("cannot be read", "cannot be read"),
    "name": ("has no usable name", "have no usable name"),
    "point": ("has no usable coordinates", "have no usable coordinates"),
    "id": ("repeats an id and was given its own", "repeat an id and were given their own"),
    "kind": (
        "is of an unknown kind and counts as a populated place",
        "are of an unknown kind and count as populated places",
    ),
    "country": ("names an unknown country, which was left out", "name an unknown country, which was left out"),
    "weight": ("has a weight that is no number and counts as 0", "have a weight that is no number and count as 0"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What came of reading a table.

    Parameters
    ----------
    entries
        The entries in the order of their rows.
    faults
        What is wrong with rows, one line a fault.
    """

    entries: tuple[GazetteerEntry, ...]
    faults: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Faults:
    """What is wrong, counted, with the first row of each and what stands there."""

    name: str
    found: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(self, fault: str, row: OwnRow, value: str) -> None:
        count, number, shown = self.found.get(fault, (0, row.number, value))
        self.found[fault] = (count + 1, number, shown)

    def tell(self, total: int) -> tuple[str, ...]:
        return tuple(self._tell(fault, total) for fault in _FAULTS if fault in self.found)

    def _tell(self, fault: str, total: int) -> str:
        count, number, value = self.found[fault]
        shown = f", {_quote(value)}" if value else ""
        return f"{self.name}: {count:,} of {total:,} rows {_FAULTS[fault][count != 1]} (first: row {number}{shown})"


def _quote(value: str) -> str:
    return show_name(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the rows of one table."""

    table: OwnTable
    stem: str
    source: str
    wins: bool
    country_code: Callable[[str], str | None]
    faults: _Faults
    ids: set[str] = field(default_factory=set)
    exchanged: list[str] = field(default_factory=list)
    projected: list[str] = field(default_factory=list)
    polar: int = 0

    def read(self, row: OwnRow) -> GazetteerEntry | None:
        """Give the entry of a row; None when it has no name or no point."""
        cells = {name: row.cells[at] if at < len(row.cells) else "" for name, at in self.table.fields.items()}
        if row.fault:
            self.faults.add("broken", row, row.fault)
            return None
        point = self._point(row, cells)
        if point is None:
            return None
        if not fold(cells["name"]) or len(cells["name"]) > _LONGEST_NAME:
            self.faults.add("name", row, cells["name"])
            return None
        return GazetteerEntry(
            entry_id=self._id(row, cells.get("id", "")),
            name=" ".join(cells["name"].split()),
            lonlat=point,
            feature=self._kind(row, cells.get("kind", "")),
            names=_aliases(cells.get("aliases", "")),
            country=self._country(row, cells.get("country", "")),
            parent=cells.get("parent", "")[:_LONGEST_NAME],
            weight=self._weight(row, cells.get("weight", "")),
            source=self.source,
            wins=self.wins,
        )

    def _point(self, row: OwnRow, cells: Mapping[str, str]) -> LonLat | None:
        lon, lat = read_degrees(cells["lon"]), read_degrees(cells["lat"])
        if lon is None or lat is None:
            bad = [cells[axis] for axis, read in (("lon", lon), ("lat", lat)) if read is None]
            self.faults.add("point", row, next(filter(None, bad), ""))
            return None
        if _is_point(lon, lat):
            self.polar += lat.value < _NOBODY_LIVES_SOUTH_OF < lon.value and _is_point(lat, lon)
            return LonLat(lon=lon.value, lat=lat.value)
        told = f"row {row.number}, longitude {_quote(cells['lon'])}, latitude {_quote(cells['lat'])}"
        if _is_point(lat, lon):
            self.exchanged.append(told)
        elif max(abs(lon.value), abs(lat.value)) >= _METRES_FROM:
            self.projected.append(told)
        self.faults.add("point", row, f"{cells['lon']} {cells['lat']}")
        return None

    def _id(self, row: OwnRow, told: str) -> str:
        plain = " ".join(told.split())[:_LONGEST_ID]
        scheme, parted, code = plain.partition(":")
        if parted and code and scheme in _KNOWN_SCHEMES:
            return plain
        if plain in self.ids:
            self.faults.add("id", row, plain)
        if "id" not in self.table.fields:
            plain = str(row.number)
        elif not plain or plain in self.ids:
            plain = f"{plain}/row-{row.number}"
        self.ids.add(plain)
        return f"own:{self.stem}/{plain}"

    def _kind(self, row: OwnRow, told: str) -> str:
        kind = read_kind(told)
        if kind is None:
            self.faults.add("kind", row, told)
        return kind or "populated place"

    def _country(self, row: OwnRow, told: str) -> str:
        code = self.country_code(told) if told else ""
        if code is None:
            self.faults.add("country", row, told)
        return code or ""

    def _weight(self, row: OwnRow, told: str) -> int:
        if not told:
            return 0
        if _GROUPED.fullmatch(told):
            return min(int(re.sub(r"\D", "", told)), _MOST_PEOPLE)
        if _NUMBER.fullmatch(told):
            return min(int(float(told.replace(",", "."))), _MOST_PEOPLE)
        self.faults.add("weight", row, told)
        return 0


def _is_point(lon: Degrees, lat: Degrees) -> bool:
    """Say whether two coordinates are those of a point; nought and nought stands for a point that nobody knows."""
    fits = abs(lon.value) <= 180 and abs(lat.value) <= 90 and lon.axis != "lat" and lat.axis != "lon"  # noqa: PLR2004
    return fits and (lon.value, lat.value) != (0.0, 0.0)


def _aliases(told: str) -> tuple[tuple[str, str], ...]:
    parts = (" ".join(part.split()) for part in _PARTS.split(told)[:_MOST_ALIASES])
    return tuple(("alternate", part) for part in dict.fromkeys(parts) if part and len(part) <= _LONGEST_NAME)


def read_entries(
    table: OwnTable, *, name: str, stem: str, wins: bool, country_code: Callable[[str], str | None]
) -> Entries:
    """Give the entries of a table.

    Parameters
    ----------
    table
        The table; its rows are read.
    name
        The name of the file: what the entries have as their source, and messages begin with.
    stem
        What their identifiers begin with.
    wins
        Whether their names win.
    country_code
        Gives the ISO 3166-1 alpha-2 code for what a row says of its country; None when it is none.

    Raises
    ------
    OwnDataError
        When no row can be used, or most of them have their coordinates exchanged or projected.
    """
    shown = "".join(sign if sign.isprintable() else "?" for sign in name)
    faults = _Faults(name=shown)
    reader = _Reader(table=table, stem=stem, source=name, wins=wins, country_code=country_code, faults=faults)
    entries: list[GazetteerEntry] = []
    total = 0
    for row in table.rows:
        total += 1
        entry = reader.read(row)
        if entry is not None:
            entries.append(entry)
    _check_coordinates(reader, total, shown)
    if not entries:
        raise OwnDataError(_tell_empty(faults.tell(total), total, shown))
    return Entries(entries=tuple(entries), faults=(*table.notices, *faults.tell(total)))


def _check_coordinates(reader: _Reader, total: int, name: str) -> None:
    header, fields = reader.table.header, reader.table.fields
    lon, lat = header[fields["lon"]], header[fields["lat"]]
    other = f"say that lon is {show_name(lat)} and lat is {show_name(lon)}"
    if 2 * len(reader.exchanged) > total:
        message = f"{name}: longitude and latitude are exchanged ({reader.exchanged[0]}): {other}"
        raise OwnDataError(message)
    if 2 * reader.polar > total and not {"lon", "lat"} <= reader.table.stated:
        message = (
            f"{name}: the places lie in Antarctica, so longitude and latitude may be exchanged: {other}; "
            f"or, if they do lie there, that lon is {show_name(lon)} and lat is {show_name(lat)}"
        )
        raise OwnDataError(message)
    if 2 * len(reader.projected) > total:
        message = (
            f"{name}: the coordinates are projected, in metres ({reader.projected[0]}): "
            "give longitude and latitude in degrees, WGS 84 (EPSG:4326), such as a GIS exports"
        )
        raise OwnDataError(message)


def _tell_empty(faults: Sequence[str], total: int, name: str) -> str:
    if not total:
        return f"{name} has a header and no rows: give a row for each place"
    return f"{faults[0]}: no row is left; mend them, or say which columns hold what"
