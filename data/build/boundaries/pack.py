"""Write a layer as :mod:`geo.regions.layers` reads it."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.regions.layers import UNITS_PER_DEG

__all__ = ["Geometries", "round_to_grid", "write_layer"]

Geometries = npt.NDArray[np.object_]
"""Shapely geometries, longitude and latitude in degrees, OGC:CRS84."""

_KINDS = {shapely.GeometryType.MULTILINESTRING: 2, shapely.GeometryType.MULTIPOLYGON: 3}


def round_to_grid(geometries: Geometries) -> Geometries:
    """Give the geometries with every vertex moved to the grid that layers are stored on."""
    vertices = np.round(shapely.get_coordinates(geometries) * UNITS_PER_DEG) / UNITS_PER_DEG
    rounded: Geometries = shapely.set_coordinates(geometries.copy(), vertices)
    return rounded


def write_layer(path: Path, table: dict[str, Sequence[str]], geometries: Geometries) -> None:
    """Write a layer.

    Parameters
    ----------
    path
        Where, without ending.
    table
        The attributes: a sequence of strings a column, a string a feature.
    geometries
        One a feature, all polygons or all lines, in the order of the table.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(table)
        rows.writerows(zip(*table.values(), strict=True))
    np.savez(path.with_suffix(".npz"), allow_pickle=False, **_arrays(geometries))


def _arrays(geometries: Geometries) -> dict[str, Any]:
    # Normalised, so that the order of rings and their first vertices do not hang on how they were made.
    kind, vertices, offsets = shapely.to_ragged_array([_as_multi(one.normalize()) for one in geometries])
    if len(offsets) != _KINDS[kind]:
        message = f"{kind} cannot be packed"
        raise ValueError(message)
    arrays = {"bounds": _integers(shapely.bounds(geometries)), "coordinates": _integers(vertices)}
    return arrays | {f"offsets_{level}": starts.astype("<i4") for level, starts in enumerate(offsets)}


def _as_multi(geometry: Any) -> Any:  # noqa: ANN401 - shapely's classes share no narrower base
    if geometry.geom_type == "Polygon":
        return shapely.MultiPolygon([geometry])
    return shapely.MultiLineString([geometry]) if geometry.geom_type == "LineString" else geometry


def _integers(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.int32]:
    return np.round(degrees * UNITS_PER_DEG).astype("<i4")
