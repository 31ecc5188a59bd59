"""Which region each point lies in, and which it lies near."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt
import shapely

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["NOWHERE", "HeldShapes", "Points", "Shapes", "find_containing", "find_nearest"]

NOWHERE = -1
"""Stands for the position of a region where there is none."""

_Positions = npt.NDArray[np.intp]
_Allowed = Callable[[_Positions, _Positions], npt.NDArray[np.bool_]]
# A degree of a meridian is nowhere shorter.
_SHORTEST_DEG_M = 110_574.0
# A box near a pole spans all longitudes rather than more.
_LEAST_COSINE = 0.01
_ANTIMERIDIAN_DEG = 180.0
_WORTH_PREPARING = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Points on Earth.

    Parameters
    ----------
    lon, lat
        Degrees, OGC:CRS84, an element a point.
    shapes
        The same points as geometries, where they are at hand; None to make them when they are needed.
    """

    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    shapes: npt.NDArray[np.object_] | None = None

    def __len__(self) -> int:
        """Give the number of points."""
        return len(self.lon)

    def take(self, chosen: _Positions) -> "Points":
        """Give some of the points."""
        shapes = None if self.shapes is None else self.shapes[chosen]
        return Points(lon=self.lon[chosen], lat=self.lat[chosen], shapes=shapes)


class Shapes(Hashable, Protocol):
    """Polygons in the order of their ids, OGC:CRS84: a :class:`geo.regions.layers.Layer`, or :class:`HeldShapes`."""

    def __len__(self) -> int:
        """Give the number of polygons."""
        ...

    @property
    def bounds_deg(self) -> npt.NDArray[np.float64]:
        """Give a row a polygon: west, south, east, north in degrees."""
        ...

    def geometries(self, positions: npt.ArrayLike) -> npt.NDArray[np.object_]:
        """Give polygons by their positions."""
        ...


class HeldShapes:
    """Polygons that are in memory already.

    Parameters
    ----------
    polygons
        Valid Polygons and MultiPolygons in the order of their ids, longitude from -180 to 180 degrees, OGC:CRS84.
    """

    __slots__ = ("_polygons", "_tree")

    def __init__(self, polygons: npt.NDArray[np.object_]) -> None:
        self._polygons = polygons
        self._tree: shapely.STRtree | None = None

    def __len__(self) -> int:
        """Give the number of polygons."""
        return len(self._polygons)

    @property
    def bounds_deg(self) -> npt.NDArray[np.float64]:
        """Give a row a polygon: west, south, east, north in degrees."""
        return np.asarray(shapely.bounds(self._polygons), dtype=np.float64).reshape(-1, 4)

    def geometries(self, positions: npt.ArrayLike) -> npt.NDArray[np.object_]:
        """Give polygons by their positions."""
        taken: npt.NDArray[np.object_] = self._polygons[np.asarray(positions, dtype=np.intp)]
        return taken

    def tree(self) -> shapely.STRtree:
        """Give the tree of their boxes, made once."""
        if self._tree is None:
            # Of polygons the tree keeps no more than the boxes.
            self._tree = shapely.STRtree(self._polygons.tolist())
        return self._tree


def find_containing(layer: Shapes, points: Points, allowed: _Allowed | None = None) -> _Positions:
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
    shapes = points.shapes
    if shapes is None:
        shapes = np.asarray(shapely.points(points.lon, points.lat), dtype=object)
    point, region = _tree_of(layer).query(shapes).astype(np.intp)
    if allowed is not None:
        may = allowed(point, region)
        point, region = point[may], region[may]
    # One polygon after another, so that each stays at hand for all of its points; to prepare one pays for many points.
    order = np.argsort(region, kind="stable")
    point, region = point[order], region[order]
    polygons, which = _polygons(layer, region)
    shapely.prepare(polygons[np.bincount(which, minlength=len(polygons)) >= _WORTH_PREPARING])
    inside = shapely.intersects_xy(polygons[which], points.lon[point], points.lat[point])
    found = np.full(len(points), len(layer), dtype=np.intp)
    np.minimum.at(found, point[inside], region[inside])
    return np.where(found == len(layer), NOWHERE, found)


def find_nearest(layer: Shapes, points: Points, within_m: float, allowed: _Allowed | None = None) -> _Positions:
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


def _tree_of(layer: Shapes) -> shapely.STRtree:
    return layer.tree() if isinstance(layer, HeldShapes) else _box_tree(layer)


@lru_cache(maxsize=4)
def _box_tree(layer: Shapes) -> shapely.STRtree:
    boxes: npt.NDArray[np.object_] = np.asarray(shapely.box(*layer.bounds_deg.T), dtype=object)
    return shapely.STRtree(boxes.tolist())


def _polygons(layer: Shapes, region: _Positions) -> tuple[npt.NDArray[np.object_], _Positions]:
    """Give each region's polygon once, and for each pair which of them is its own."""
    wanted, which = np.unique(region, return_inverse=True)
    return layer.geometries(wanted), which


def _pairs_near(
    layer: Shapes, points: Points, within_m: float
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
        which, region = _tree_of(layer).query(boxes).astype(np.intp)
        found.append((near[which], region, np.full(len(which), shift_deg)))
    point, region, shift = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return point, region, shift


def _distances_m(
    layer: Shapes, points: Points, pairs: tuple[_Positions, _Positions], shift_deg: npt.NDArray[np.float64]
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
