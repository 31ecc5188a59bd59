"""Which region each point lies in, and which it lies near."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from geo.regions.layers import Layer

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["NOWHERE", "Points", "find_containing", "find_nearest"]

NOWHERE = -1
"""Stands for the position of a region where there is none."""

_Positions = npt.NDArray[np.intp]
_Allowed = Callable[[_Positions, _Positions], npt.NDArray[np.bool_]]
# A degree of a meridian is nowhere shorter.
_SHORTEST_DEG_M = 110_574.0
# A box near a pole spans all longitudes rather than more.
_LEAST_COSINE = 0.01
_ANTIMERIDIAN_DEG = 180.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Points on Earth.

    Parameters
    ----------
    lon, lat
        Degrees, OGC:CRS84, an element a point.
    """

    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]

    def __len__(self) -> int:
        """Give the number of points."""
        return len(self.lon)

    def take(self, chosen: _Positions) -> "Points":
        """Give some of the points."""
        return Points(lon=self.lon[chosen], lat=self.lat[chosen])


def find_containing(layer: Layer, points: Points, allowed: _Allowed | None = None) -> _Positions:
    """Give the position of the region that each point lies in.

    Parameters
    ----------
    layer
        Polygons in the order of their ids.
    points
        The points, OGC:CRS84.
    allowed
        Given the indexes of points and the positions of regions, pair by pair, says which pairs may match; None allows
        all.

    Returns
    -------
    numpy.ndarray
        A position a point, `NOWHERE` for a point outside all. On a border, and where regions overlap, the smallest.
    """
    shapes = np.asarray(shapely.points(points.lon, points.lat), dtype=object)
    # The tree gives its finds in an order of its own: the smallest region of each point is chosen below.
    point, region = _box_tree(layer).query(shapes).astype(np.intp)
    if allowed is not None:
        may = allowed(point, region)
        point, region = point[may], region[may]
    polygons, which = _polygons(layer, region)
    shapely.prepare(polygons)
    inside = shapely.intersects(polygons[which], shapes[point])
    found = np.full(len(points), len(layer), dtype=np.intp)
    np.minimum.at(found, point[inside], region[inside])
    return np.where(found == len(layer), NOWHERE, found)


def find_nearest(layer: Layer, points: Points, within_m: float, allowed: _Allowed | None = None) -> _Positions:
    """Give the position of the region nearest to each point, up to a distance.

    Parameters
    ----------
    layer
        Polygons in the order of their ids.
    points
        The points, OGC:CRS84.
    within_m
        The longest geodesic distance, in metres, at which a region still counts.
    allowed
        As for :func:`find_containing`.

    Returns
    -------
    numpy.ndarray
        A position a point, `NOWHERE` for a point with no region so near. Of equally near ones the smallest.

    Notes
    -----
    The nearest point of a polygon is sought in a plane in which longitude is shrunk by the cosine of the latitude, then
    its geodesic distance is measured; over a few kilometres both put regions in the same order.
    """
    point, region, shift_deg = _pairs_near(layer, points, within_m)
    if allowed is not None:
        may = allowed(point, region)
        point, region, shift_deg = point[may], region[may], shift_deg[may]
    distance_m = _distances_m(layer, points, (point, region), shift_deg)
    near = distance_m <= within_m
    point, region, distance_m = point[near], region[near], distance_m[near]
    order = np.lexsort((region, distance_m, point))
    first = order[np.concatenate([[True], np.diff(point[order]) > 0])] if len(order) else order
    found = np.full(len(points), NOWHERE, dtype=np.intp)
    found[point[first]] = region[first]
    return found


@lru_cache(maxsize=4)
def _box_tree(layer: Layer) -> shapely.STRtree:
    boxes: npt.NDArray[np.object_] = np.asarray(shapely.box(*layer.bounds_deg.T), dtype=object)
    return shapely.STRtree(boxes.tolist())


def _polygons(layer: Layer, region: _Positions) -> tuple[npt.NDArray[np.object_], _Positions]:
    """Give each region's polygon once, and for each pair which of them is its own."""
    wanted, which = np.unique(region, return_inverse=True)
    return layer.geometries(wanted), which


def _pairs_near(
    layer: Layer, points: Points, within_m: float
) -> tuple[_Positions, _Positions, npt.NDArray[np.float64]]:
    """Give pairs of points and regions that may be near, and how far to shift each point to lie beside its region."""
    high_deg = within_m / _SHORTEST_DEG_M
    wide_deg = np.minimum(high_deg / np.maximum(np.cos(np.radians(points.lat)), _LEAST_COSINE), 180.0)
    found: list[tuple[_Positions, _Positions, npt.NDArray[np.float64]]] = []
    for shift_deg in (0.0, -360.0, 360.0):
        lon = points.lon + shift_deg
        near = np.flatnonzero(np.abs(lon) - wide_deg <= _ANTIMERIDIAN_DEG)
        west, east = lon[near] - wide_deg[near], lon[near] + wide_deg[near]
        boxes = shapely.box(west, points.lat[near] - high_deg, east, points.lat[near] + high_deg)
        which, region = _box_tree(layer).query(boxes).astype(np.intp)
        found.append((near[which], region, np.full(len(which), shift_deg)))
    point, region, shift = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return point, region, shift


def _distances_m(
    layer: Layer, points: Points, pairs: tuple[_Positions, _Positions], shift_deg: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    point, region = pairs
    distances_m = np.full(len(point), np.inf)
    if not len(point):
        return distances_m
    # One plane serves all points of a degree of latitude.
    band_of = np.round(points.lat[point])
    for band in np.unique(band_of):
        here = np.flatnonzero(band_of == band)
        shrink = max(float(np.cos(np.radians(band))), _LEAST_COSINE)
        polygons, which = _polygons(layer, region[here])
        squeezed = _squeeze(polygons, shrink)
        lon, lat = points.lon[point[here]], points.lat[point[here]]
        shapes = shapely.points((lon + shift_deg[here]) * shrink, lat)
        ends = shapely.get_coordinates(shapely.shortest_line(shapes, squeezed[which])).reshape(-1, 2, 2)[:, 1]
        _, _, distances_m[here] = _geod().inv(lon, lat, ends[:, 0] / shrink, ends[:, 1])
    return distances_m


def _squeeze(polygons: npt.NDArray[np.object_], shrink: float) -> npt.NDArray[np.object_]:
    vertices = shapely.get_coordinates(polygons) * [shrink, 1]
    squeezed: npt.NDArray[np.object_] = shapely.set_coordinates(polygons, vertices)
    return squeezed


@lru_cache(maxsize=1)
def _geod() -> "Geod":
    from pyproj import Geod  # noqa: PLC0415 - only points off the land pay for the import

    return Geod(ellps="WGS84")
