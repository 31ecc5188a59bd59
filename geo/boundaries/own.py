"""Boundaries of one's own: a file that counts before what ships with Dateline."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.boundaries.build import Built, build_sets
from geo.boundaries.model import BoundaryOptions, BoundarySet
from geo.boundaries.names import credit_sets, entries_of
from geo.boundaries.read import read_areas
from geo.boundaries.store import FORMAT, pack_built, unpack_built
from geo.boundaries.words import plain
from geo.cache import kept
from geo.editions import edition_of_file
from geo.errors import OwnDataError
from geo.gazetteer.entries import GazetteerEntry
from geo.holdings import MOST_HELD, current_holdings
from geo.report import Source
from geo.resources import data_path

__all__ = ["OwnBoundaries"]

_READ_AS = 1
"""Counts up when the same file is read otherwise, so that what was kept before is not taken for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBoundaries:
    """A file of boundaries, as it was when it was opened.

    Parameters
    ----------
    path
        The file.
    stamp
        Its size in bytes and when it was last changed, in nanoseconds: one that was changed since is another.
    options
        What is said of it beside what it says itself.

    Notes
    -----
    It is read once and kept in the cache on disk (:mod:`geo.cache`).
    """

    path: Path
    stamp: tuple[int, int]
    options: BoundaryOptions

    @classmethod
    def open(  # noqa: PLR0913 - what can be said of a file, each by its name
        cls,
        path: Path | str,
        *,
        level: str | None = None,
        fields: Mapping[str, str] | None = None,
        source: str = "",
        version: str = "",
        licence: str = "",
        country: str = "",
    ) -> "OwnBoundaries":
        """Read a file of boundaries.

        Parameters
        ----------
        path
            GeoJSON, TopoJSON, GeoPackage, Shapefile (also in a zip), FlatGeobuf, GeoParquet, or what else GDAL reads,
            in any CRS that it states.
        level
            ``"country"``, ``"admin1"``, ``"admin2"``, ``"admin3"`` or ``"zone"`` for all areas; None to find out.
        fields
            Which property is what, over what is guessed: ``{"code": "IDDIST", "name": "NOMBDIST"}``. The fields are
            code, name, level, parent, country, source and licence; ``layer`` chooses a layer, ``crs`` states the CRS.
        source, version, licence
            Where the boundaries come from, which edition, and how they may be used, over what the file says.
        country
            ISO 3166-1 alpha-2 code for all areas; empty to find out.

        Raises
        ------
        OwnDataError
            When it cannot be read, or what is said of it does not fit.
        """
        path = Path(path)
        stated = tuple(sorted((fields or {}).items()))
        options = BoundaryOptions(
            level=level or "", fields=stated, source=source, version=version, licence=licence, country=country
        )
        opened = cls(path=path.absolute(), stamp=_stamp(path), options=options)
        _built(opened, current_holdings().gazetteer)
        return opened

    def boundary_sets(self) -> tuple[BoundarySet, ...]:
        """Give the boundaries, a set a level, the largest areas first."""
        return _built(self, current_holdings().gazetteer).sets

    def gazetteer_entries(self) -> tuple[GazetteerEntry, ...]:
        """Give the zones and the areas that the gazetteer does not know as places."""
        return _entries(self, current_holdings().gazetteer)

    def credits(self) -> tuple[Source, ...]:
        """Give the sources to credit."""
        return credit_sets(self.boundary_sets(), edition=edition_of_file(self.path, self.stamp))

    @property
    def faults(self) -> tuple[str, ...]:
        """What was wrong with the file and what became of it, a line each."""
        return _built(self, current_holdings().gazetteer).faults

    @property
    def field_map(self) -> dict[str, str]:
        """Which property is what, as it can be given back to :meth:`open`."""
        fields = _built(self, current_holdings().gazetteer).fields
        roles = ("code", "name", "level", "parent", "country", "source", "licence")
        return {role: found for role in roles if (found := fields.constant(role) or getattr(fields, role))}

    def describe(self) -> tuple[str, ...]:
        """Give how the file was understood, and what was wrong with it, a line each, to be shown in a terminal."""
        built = _built(self, current_holdings().gazetteer)
        name = plain(self.path.name)
        return (*(f"{name}: {note}" for note in built.notes), *(f"{name}: {fault}" for fault in built.faults))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError as error:
        message = f"there is no file {plain(str(path))!r}: give the path of a file with boundaries"
        raise OwnDataError(message) from error
    return about.st_size, about.st_mtime_ns


def _folder_stamp(folder: Path) -> tuple[object, ...]:
    return tuple((path.name, *_stamp(path)) for path in sorted(folder.glob("*.npy")))


@lru_cache(maxsize=2 * MOST_HELD)
def _built(own: OwnBoundaries, gazetteer: Path | None) -> Built:
    """Read a file with a gazetteer, once in a process; and once at all where there is a cache."""
    names = _folder_stamp(gazetteer or data_path("gazetteer"))
    made: list[Built] = []

    def make() -> bytes:
        options = dict(own.options.fields)
        areas = read_areas(own.path, layer=options.get("layer", ""), crs=options.get("crs", ""))
        made.append(build_sets(areas, own.options, own.path.name.partition(".")[0]))
        return pack_built(made[0])

    key = (str(own.path), own.stamp, own.options, names, data_path("boundaries").stat().st_mtime_ns, _READ_AS)
    packed = kept(f"boundaries-{FORMAT}", key, make)
    return made[0] if made else unpack_built(packed, own.path.name)


@lru_cache(maxsize=2 * MOST_HELD)
def _entries(own: OwnBoundaries, gazetteer: Path | None) -> tuple[GazetteerEntry, ...]:
    return entries_of(_built(own, gazetteer).sets)
