"""A gazetteer of one's own as a holding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

from geo.editions import edition_of_file
from geo.errors import ConfigurationError, DocumentError, OwnDataError
from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.names import fold
from geo.gazetteer.opening import open_gazetteer
from geo.gazetteer.own.fields import check_fields
from geo.gazetteer.own.rows import Entries, read_entries
from geo.gazetteer.own.table import open_table
from geo.gazetteer.reader import Gazetteer
from geo.holdings import MOST_HELD
from geo.read.source import name_of_path, open_source, show_name
from geo.report import Source
from geo.said import Said
from geo.sources import NOT_STATED

__all__ = ["Mode", "OwnGazetteer"]

Mode = Literal["win", "add"]

_MODES = ("win", "add")
_CODE_LENGTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnGazetteer:
    """A file of names with coordinates. It is opened with :meth:`open`, which reads it.

    Parameters
    ----------
    path
        The file.
    mode
        ``"win"``: its names mean its places before any other of the name, unless the text names beside them a region
        that holds another and not these. ``"add"``: its places are candidates like any other, weighed by their people.
    fields
        What the user says of the columns: pairs of a field and a header, sorted.
    source, version, licence
        Where its places come from, which edition, and how they may be used; empty when nobody said.
    stamp
        The file's size in bytes and the time of its last change in nanoseconds: a file that changes is another holding.
    """

    path: Path
    mode: Mode = "win"
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""
    version: str = ""
    licence: str = ""
    stamp: tuple[int, int] = (0, 0)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        mode: str = "win",
        fields: Mapping[str, str] | None = None,
        source: str = "",
        version: str = "",
        licence: str = "",
    ) -> Self:
        """Read a gazetteer of one's own.

        Parameters
        ----------
        path
            A table whose cells are parted by commas, semicolons, tabs or bars, in any encoding that can be told; an
            Excel workbook (XLSX); or GeoJSON, of which a line or an area counts as a point on it.
        mode
            ``"win"`` or ``"add"``.
        fields
            The header of the column that holds each of name, lon, lat, aliases, kind, weight, country, id and parent;
            those that are not given are guessed.
        source, version, licence
            Where its places come from, which edition, and how they may be used. A file without a version is named by
            its checksum, one without a licence is credited with "not stated".

        Raises
        ------
        OwnDataError
            When it cannot be read, lacks a column of names or coordinates, or has no row that can be used.
        ConfigurationError
            When there is no such mode or field.
        """
        if mode not in _MODES:
            message = f"there is no mode {show_name(mode)} of a gazetteer: give 'win' or 'add'"
            raise ConfigurationError(message)
        check_fields(fields or {})
        where = Path(path).absolute()
        try:
            facts = where.stat()
            stamp = (facts.st_size, facts.st_mtime_ns)
        except (OSError, ValueError):  # it is told where it is read
            stamp = (0, 0)
        own = cls(
            path=where,
            mode="win" if mode == "win" else "add",
            fields=tuple(sorted((fields or {}).items())),
            source=source.strip(),
            version=version.strip(),
            licence=licence.strip(),
            stamp=stamp,
        )
        _read(own)
        return own

    @property
    def name(self) -> str:
        """The file's name, which is the source of its places."""
        return name_of_path(self.path)

    @property
    def columns(self) -> Mapping[str, str]:
        """The header of the column that holds each field, as it was told or guessed."""
        return _read(self).columns

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with rows that were left out, or read with a reservation: one line a fault."""
        return _read(self).entries.faults

    def describe(self) -> tuple[str, ...]:
        """Give how the file was understood, and what is wrong with it, a line each."""
        columns = ", ".join(f"{field} from {show_name(header)}" for field, header in self.columns.items())
        return (f"{self.name}: {columns}", *self.faults)

    def gazetteer_entries(self) -> Sequence[GazetteerEntry]:
        """Give its places."""
        return _read(self).entries.entries

    def credits(self) -> Sequence[Source]:
        """Give the source to credit: the file."""
        attribution = Said("Places: {name}, a gazetteer of the user's own", name=self.name)
        if self.source:
            attribution = Said("Places: {source} ({name})", source=self.source, name=self.name)
        edition = self.version or edition_of_file(self.path, self.stamp)
        licence = self.licence or NOT_STATED
        return (Source(name=self.name, attribution=attribution, url="", licence=licence, version=edition),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What a file holds."""

    entries: Entries
    columns: Mapping[str, str]


@lru_cache(maxsize=MOST_HELD)
def _read(own: OwnGazetteer) -> _Own:
    countries: dict[str, str | None] = {}

    def country_code(told: str) -> str | None:
        if told not in countries:
            countries[told] = _find_country(open_gazetteer(), told)
        return countries[told]

    try:
        source = open_source(own.path)
        with open_table(source, dict(own.fields)) as table:
            entries = read_entries(
                table,
                name=own.name,
                stem=fold(own.path.stem).replace(" ", "-") or "file",
                wins=own.mode == "win",
                country_code=country_code,
            )
            columns = {field: table.header[index] for field, index in table.fields.items()}
    except DocumentError as error:
        raise OwnDataError(str(error)) from error
    return _Own(entries=entries, columns=MappingProxyType(columns))


def _find_country(gazetteer: Gazetteer, told: str) -> str | None:
    """Give the code of a country by its code or a name in any language; None when it is none."""
    if len(told) == _CODE_LENGTH:
        row = gazetteer.row_of("iso3166-1", told.upper())
        if row is not None:
            return gazetteer.country(row)
    return next(
        (gazetteer.country(row) for row in gazetteer.rows(told).tolist() if gazetteer.feature(row) == "country"), None
    )
