"""Layers of geometries as they ship: one table of attributes and one file of coordinates each.

A layer ``NAME`` is two files: ``NAME.csv``, a row a feature, and ``NAME.npz``, NumPy arrays of integers:

- ``coordinates``: a row a vertex, longitude and latitude in units of 1e-5 degree (about a metre), OGC:CRS84;
- ``offsets_0``, ``offsets_1``, ...: where each ring (or line), polygon and feature begins, as
  :func:`shapely.to_ragged_array` gives them;
- ``bounds``: a row a feature, west, south, east and north, in the same units.

So a reader decodes only the features that it needs, no driver of a GIS format has to start up, and the same
input gives the same bytes.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import RegionError
from geo.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["UNITS_PER_DEG", "BBox", "Layer", "open_layer"]

UNITS_PER_DEG = 100_000
"""Coordinates on disk are whole numbers of this part of a degree."""

BBox = tuple[float, float, float, float]
"""West, south, east, north in degrees, OGC:CRS84; west is larger than east where a box spans the antimeridian."""

_Integers = npt.NDArray[np.int32]
_Geometries = npt.NDArray[np.object_]
# The number of offset arrays tells the kind of geometry.
_KINDS = {2: shapely.GeometryType.MULTILINESTRING, 3: shapely.GeometryType.MULTIPOLYGON}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layer:
    """A layer, its attributes read and its geometries still packed.

    Parameters
    ----------
    table
        The attributes: a list of strings a column, a string a feature.
    bounds_deg
        A row a feature: west, south, east, north in degrees, OGC:CRS84.
    coordinates
        A row a vertex: longitude and latitude in 1e-5 degree.
    offsets
        Where each ring or line, each polygon and each feature begins, innermost first.

    Examples
    --------
    >>> lakes = open_layer("basemap/lakes")
    >>> lakes.geometries(lakes.within((-71, -17, -68, -15)))[0].geom_type
    'MultiPolygon'
    """

    table: dict[str, list[str]]
    bounds_deg: npt.NDArray[np.float64]
    coordinates: _Integers
    offsets: tuple[_Integers, ...]

    def __len__(self) -> int:
        """Give the number of features."""
        return len(self.bounds_deg)

    def within(self, bbox: BBox | None) -> npt.NDArray[np.intp]:
        """Give the positions of the features whose bounds meet a box, in order.

        Parameters
        ----------
        bbox
            West, south, east, north in degrees, OGC:CRS84; west may be larger than east, which spans the antimeridian.
            None gives every feature.

        Raises
        ------
        RegionError
            When the box is no box.
        """
        if bbox is None:
            return np.arange(len(self))
        west, south, east, north = _check_box(bbox)
        feature_west, feature_south, feature_east, feature_north = self.bounds_deg.T
        meets = (feature_south <= north) & (feature_north >= south)
        if west <= east:
            meets &= (feature_west <= east) & (feature_east >= west)
        else:
            meets &= (feature_west <= east) | (feature_east >= west)
        return np.flatnonzero(meets)

    def geometries(self, positions: npt.ArrayLike) -> _Geometries:
        """Give geometries, longitude and latitude in degrees, OGC:CRS84.

        Parameters
        ----------
        positions
            The positions of the features wanted.
        """
        taken = np.asarray(positions, dtype=np.intp)
        packed = []
        for offsets in reversed(self.offsets):
            taken, starts = _take(offsets, taken)
            packed.append(starts)
        vertices = self.coordinates[taken] / UNITS_PER_DEG
        unpack: Callable[..., _Geometries] = shapely.from_ragged_array
        return unpack(_KINDS[len(self.offsets)], vertices, tuple(reversed(packed)))


def _take(offsets: _Integers, positions: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Give the members of the wanted groups one after another, and where each group begins among them."""
    counts = (offsets[positions + 1] - offsets[positions]).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)])
    steps = np.arange(starts[-1]) - np.repeat(starts[:-1], counts)
    return (np.repeat(offsets[positions].astype(np.int64), counts) + steps).astype(np.intp), starts


def _check_box(bbox: BBox) -> BBox:
    values = tuple(float(value) for value in bbox)
    west, south, east, north = values if len(values) == 4 else (np.nan,) * 4  # noqa: PLR2004 - the sides of a box
    if not (np.isfinite([west, east]).all() and south <= north):
        message = f"{bbox!r} is not a box: give west, south, east and north in degrees"
        raise RegionError(message)
    return west, south, east, north


def open_layer(name: str) -> Layer:
    """Give a layer that ships with Dateline; opening it a second time costs nothing.

    Parameters
    ----------
    name
        Its path below ``data/`` without ending: ``"boundaries/admin1"``, ``"basemap/rivers"``.

    Raises
    ------
    GazetteerError
        When the installation lacks the layer.
    RegionError
        When its files do not fit together.

    Examples
    --------
    >>> len(open_layer("boundaries/admin2"))
    196
    """
    return _read(data_path(f"{name}.npz"))


@lru_cache(maxsize=8)
def _read(path: Path) -> Layer:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    with np.load(path, allow_pickle=False) as arrays:
        stored: dict[str, Any] = dict(arrays)
    levels = sum(name.startswith("offsets_") for name in stored)
    columns: Sequence[tuple[str, ...]] = list(zip(*rows, strict=True)) or [()] * len(header)
    if levels not in _KINDS or len(stored["bounds"]) != len(rows):
        message = f"{path.name} and its table do not fit together: install dateline again"
        raise RegionError(message)
    return Layer(
        table={name: list(column) for name, column in zip(header, columns, strict=True)},
        bounds_deg=stored["bounds"] / UNITS_PER_DEG,
        coordinates=stored["coordinates"],
        offsets=tuple(stored[f"offsets_{level}"] for level in range(levels)),
    )
