"""Geometry made fit for a page: wrapped about the view, clipped, thinned where nobody looks, rounded."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.cartography.view import Box, View

__all__ = ["clip_shapes", "thin_shape", "to_geojson", "wrap_shape"]

Shapes = Sequence[BaseGeometry] | NDArray[np.object_]

_LEAST_RING = 4
_FULL_TURN_DEG = 360.0


def _turns(box: Box) -> Iterator[tuple[float, Box]]:
    """Give the parts of an unwrapped box as boxes between -180 and 180, each with what was taken off."""
    for turn in (-_FULL_TURN_DEG, 0.0, _FULL_TURN_DEG):
        west, east = max(box.west - turn, -180.0), min(box.east - turn, 180.0)
        if west < east:
            yield turn, Box(west=west, south=box.south, east=east, north=box.north)


def clip_shapes(shapes: Shapes, box: Box) -> tuple[NDArray[np.object_], list[int]]:
    """Give the parts of shapes that lie in a box, moved by full turns where the box passes 180 degrees.

    Parameters
    ----------
    shapes
        Geometries between -180 and 180 degrees, OGC:CRS84.
    box
        Where to look; its ``east`` may pass 180 and its ``west`` fall below -180.

    Returns
    -------
    shapes : numpy.ndarray of geometries
        What is left, nothing empty.
    rows : list of int
        For each, the row in ``shapes`` that it comes from.

    Examples
    --------
    >>> fiji = shapely.union(shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -178, -16))
    >>> east, _ = clip_shapes([fiji], Box(west=170, south=-30, east=190, north=0))
    >>> shapely.total_bounds(east).tolist()
    [177.0, -19.0, 182.0, -16.0]
    """
    kept, rows = [np.array([], dtype=object)], []
    for turn, part in _turns(box):
        clipped = shapely.clip_by_rect(np.asarray(shapes, dtype=object), part.west, part.south, part.east, part.north)
        filled = np.flatnonzero(~shapely.is_empty(clipped))
        kept.append(_turn(clipped[filled], turn))
        rows += filled.tolist()
    return np.concatenate(kept), rows


def _turn(shapes: NDArray[np.object_], turn_deg: float) -> NDArray[np.object_]:
    if not turn_deg:
        return shapes
    turned: NDArray[np.object_] = shapely.transform(shapes, lambda lonlat: lonlat + np.array([turn_deg, 0.0]))
    return turned


def wrap_shape(shape: BaseGeometry, west: float) -> BaseGeometry:
    """Give a shape as it lies in a world that is cut open at another meridian.

    Parameters
    ----------
    shape
        A geometry between -180 and 180 degrees, OGC:CRS84.
    west
        The longitude in degrees of the cut.

    Examples
    --------
    >>> fiji = shapely.union(shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -178, -16))
    >>> wrap_shape(fiji, 0.0).bounds
    (177.0, -19.0, 182.0, -16.0)
    """
    if west == -_FULL_TURN_DEG / 2:
        return shape
    world = Box(west=west, south=-90.0, east=west + _FULL_TURN_DEG, north=90.0)
    return shapely.union_all(clip_shapes([shape], world)[0])


def _thin_ring(ring: NDArray[np.float64], view: View) -> NDArray[np.float64]:
    """Simplify the runs of a ring within the detail and beyond it, each by its own tolerance."""
    lon, lat, box = ring[:, 0], ring[:, 1], view.detail
    inside = (lon >= box.west) & (lon <= box.east) & (lat >= box.south) & (lat <= box.north)
    edges = np.flatnonzero(np.diff(inside)) + 1
    runs = []
    for run, is_inside in zip(np.split(ring, edges), np.split(inside, edges), strict=True):
        tolerance_deg = view.near_tolerance_deg if is_inside[0] else view.far_tolerance_deg
        if tolerance_deg and len(run) >= _LEAST_RING:
            thin = shapely.simplify(shapely.linestrings(run), tolerance_deg, preserve_topology=False)
            runs.append(shapely.get_coordinates(thin))
        else:
            runs.append(run)
    return np.concatenate(runs)


def thin_shape(shape: BaseGeometry, view: View) -> BaseGeometry:
    """Give an area with as many vertices as can be seen: all near the story, fewer where the view is wide or far away.

    Parameters
    ----------
    shape
        Polygon or MultiPolygon, degrees, wrapped as the view is.
    view
        The first view.

    Returns
    -------
    Polygon or MultiPolygon
        An area to be drawn: its rings may touch themselves.
    """
    parts, box = shapely.get_parts(shape), view.detail
    west, south, east, north = shapely.bounds(parts).T
    is_near = (west <= box.east) & (east >= box.west) & (south <= box.north) & (north >= box.south)
    least_deg = np.where(is_near, view.near_tolerance_deg, 2 * view.far_tolerance_deg)
    is_seen = np.maximum(east - west, north - south) > least_deg
    thin = [_thin_polygon(polygon, view) for polygon in parts[is_seen]]
    kept = [polygon for polygon in thin if polygon is not None]
    return shapely.MultiPolygon(kept) if kept else shape


def _thin_polygon(polygon: BaseGeometry, view: View) -> shapely.Polygon | None:
    thin = [_thin_ring(shapely.get_coordinates(ring), view) for ring in shapely.get_rings(polygon)]
    rings = [shapely.linearrings(ring) for ring in thin if len(ring) >= _LEAST_RING]
    return shapely.Polygon(rings[0], rings[1:]) if rings and len(thin[0]) >= _LEAST_RING else None


def _round(line: BaseGeometry, decimals: int, least: int) -> list[list[float]]:
    lonlat = np.round(shapely.get_coordinates(line), decimals) + 0.0
    moved = np.ones(len(lonlat), dtype=bool)
    moved[1:] = (lonlat[1:] != lonlat[:-1]).any(axis=1)
    rounded: list[list[float]] = lonlat[moved].tolist()
    return rounded if len(rounded) >= least else []


def to_geojson(shapes: Shapes, decimals: int) -> dict[str, Any]:
    """Give shapes as one GeoJSON geometry with rounded coordinates.

    Parameters
    ----------
    shapes
        Either areas or lines, degrees, OGC:CRS84; other parts are left out.
    decimals
        Decimals of a degree; vertices that fall together become one, rings that vanish are left out.

    Returns
    -------
    dict
        A GeoJSON MultiPolygon, or a MultiLineString when there is no area.

    Examples
    --------
    >>> to_geojson([shapely.LineString([(0.123, 1), (0.124, 1), (2, 3)])], 2)
    {'type': 'MultiLineString', 'coordinates': [[[0.12, 1.0], [2.0, 3.0]]]}
    """
    parts = shapely.get_parts(np.asarray(shapes, dtype=object))
    kinds = shapely.get_type_id(parts)
    areas = []
    for polygon in parts[kinds == shapely.GeometryType.POLYGON]:
        rings = [_round(ring, decimals, _LEAST_RING) for ring in shapely.get_rings(polygon)]
        if rings and rings[0]:
            areas.append([ring for ring in rings if ring])
    if areas:
        return {"type": "MultiPolygon", "coordinates": areas}
    lines = [_round(line, decimals, 2) for line in parts[kinds == shapely.GeometryType.LINESTRING]]
    return {"type": "MultiLineString", "coordinates": [line for line in lines if line]}
