"""Boundaries of data packs: compiled once into a folder, then opened at no cost."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geo.boundaries.build import Built, build_sets
from geo.boundaries.model import BoundaryOptions, BoundarySet
from geo.boundaries.names import credit_sets, entries_of
from geo.boundaries.read import areas_of_frame, read_areas
from geo.boundaries.store import pack_built, unpack_built
from geo.errors import OwnDataError
from geo.gazetteer.entries import GazetteerEntry
from geo.report import Source

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["BOUNDARY_FILE", "InstalledBoundaries", "compile_boundaries"]

BOUNDARY_FILE = "boundaries.npz"
"""The one file of compiled boundaries in the folder of a data pack."""

_MOST_OPEN = 32


def compile_boundaries(  # noqa: PLR0913 - what can be said of boundaries, each by its name
    boundaries: "gpd.GeoDataFrame | Path",
    folder: Path,
    *,
    level: str = "",
    fields: Mapping[str, str] | None = None,
    source: str = "",
    version: str = "",
    licence: str = "",
    country: str = "",
    name: str = "",
) -> tuple[str, ...]:
    """Write boundaries as they are read fastest.

    Parameters
    ----------
    boundaries
        A frame of areas in any CRS, or a file as :meth:`geo.boundaries.OwnBoundaries.open` takes it.
    folder
        Where to; it is made, and the file `BOUNDARY_FILE` in it replaced.
    level, fields, source, version, licence, country
        What is said of them, as for :meth:`geo.boundaries.OwnBoundaries.open`.
    name
        A name for the identifiers of areas that have none; empty for that of the file or folder.

    Returns
    -------
    tuple of str
        How they were understood and what was wrong with them, a line each.

    Raises
    ------
    OwnDataError
        When they cannot be read, or what is said of them does not fit; nothing is written then.
    """
    stated = dict(fields or {})
    options = BoundaryOptions(
        level=level,
        fields=tuple(sorted(stated.items())),
        source=source,
        version=version,
        licence=licence,
        country=country,
    )
    if isinstance(boundaries, Path):
        areas = read_areas(boundaries, layer=stated.get("layer", ""), crs=stated.get("crs", ""))
        stem = name or boundaries.name.partition(".")[0]
    else:
        stem = name or folder.name
        areas = areas_of_frame(boundaries, name=stem, crs=stated.get("crs", ""))
    built = build_sets(areas, options, stem)
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{BOUNDARY_FILE}.part"
    with beside.open("wb") as stream:
        stream.write(pack_built(built))
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(folder / BOUNDARY_FILE)
    return (*built.notes, *built.faults)


@dataclass(frozen=True, slots=True)
class InstalledBoundaries:
    """Compiled boundaries, as they were when they were opened; they are read when they are needed.

    Parameters
    ----------
    folder
        The folder that :func:`compile_boundaries` wrote.
    stamp
        The size of its file in bytes, and when it was written, in nanoseconds; None to look.
    citation, url
        The words with which its source asks to be credited, and where it is; empty when nobody said.

    Raises
    ------
    OwnDataError
        When the folder holds no boundaries.
    """

    folder: Path
    stamp: tuple[int, int] | None = None
    citation: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        """Look at the file, so that one written since is another."""
        if self.stamp is not None:
            return
        try:
            about = (self.folder / BOUNDARY_FILE).stat()
        except OSError as error:
            message = f"no boundaries are installed in {str(self.folder)!r}: install the data pack again"
            raise OwnDataError(message) from error
        object.__setattr__(self, "stamp", (about.st_size, about.st_mtime_ns))

    def boundary_sets(self) -> tuple[BoundarySet, ...]:
        """Give the boundaries, a set a level, the largest areas first."""
        return _read(self).sets

    def gazetteer_entries(self) -> tuple[GazetteerEntry, ...]:
        """Give the areas that the gazetteer does not know as places."""
        return _entries(self)

    def credits(self) -> tuple[Source, ...]:
        """Give the sources to credit."""
        return tuple(
            replace(source, attribution=self.citation or source.attribution, url=self.url)
            for source in credit_sets(self.boundary_sets())
        )


@lru_cache(maxsize=_MOST_OPEN)
def _read(installed: InstalledBoundaries) -> Built:
    path = installed.folder / BOUNDARY_FILE
    try:
        return unpack_built(path.read_bytes(), str(path))
    except OSError as error:
        message = f"{str(path)!r} cannot be read: install the data pack again"
        raise OwnDataError(message) from error


@lru_cache(maxsize=_MOST_OPEN)
def _entries(installed: InstalledBoundaries) -> tuple[GazetteerEntry, ...]:
    return entries_of(_read(installed).sets)
