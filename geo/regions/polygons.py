"""Join points with polygons, whatever both are of."""

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import ConfigurationError, CrsError, SchemaError
from geo.regions.locate import NOWHERE, HeldShapes, find_containing, find_nearest
from geo.regions.places import read_points

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["join_polygons"]

_CRS = "OGC:CRS84"


def join_polygons(
    points: "gpd.GeoDataFrame", polygons: "gpd.GeoDataFrame", *, id_column: str = "region_id", tolerance_m: float = 0.0
) -> "gpd.GeoDataFrame":
    """Give points with what is known of the one polygon that each lies in.

    Parameters
    ----------
    points
        A row a point, in any CRS; None for what lies nowhere. An area counts by a point on its surface.
    polygons
        A row a polygon, valid, in any CRS, with what is known of each in its columns.
    id_column
        The column of `polygons` that orders them: a point on a border or in several polygons goes to that of the
        smallest id.
    tolerance_m
        How far outside a polygon, in metres on the ground, a point may lie and still go to the nearest.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows in the same order with the same index, and the columns of `polygons` but its geometry: missing
        values for points in none.

    Raises
    ------
    CrsError
        When a frame has no coordinate reference system.
    SchemaError
        When a frame has no geometry, `polygons` has no such column of ids, or both have a column of one name.
    ConfigurationError
        When the tolerance is no distance.

    Notes
    -----
    The boxes of all polygons are searched at once with a tree (Leutenegger, Lopez and Edgington, "STR: a simple and
    efficient algorithm for R-tree packing", 1997), then each polygon is prepared once and asked for all its points.

    Examples
    --------
    >>> import geopandas as gpd
    >>> points = gpd.GeoDataFrame(geometry=gpd.points_from_xy([1, 3, 9], [0.5, 0.5, 0.5]), crs="OGC:CRS84")
    >>> halves = gpd.GeoDataFrame(
    ...     {"region_id": ["b", "a"]}, geometry=[shapely.box(1, 0, 4, 1), shapely.box(0, 0, 1, 1)], crs="OGC:CRS84"
    ... )
    >>> join_polygons(points, halves).region_id.tolist()
    ['a', 'b', nan]
    """
    if not (math.isfinite(tolerance_m) and tolerance_m >= 0):
        message = f"the tolerance {tolerance_m!r} is no distance: give metres, 0 or more"
        raise ConfigurationError(message)
    shapes, attributes = _in_order(points, polygons, id_column)
    where, real = read_points(points)
    held = HeldShapes(shapes)
    found = find_containing(held, where)
    found[~real] = NOWHERE
    if tolerance_m > 0:
        off = np.flatnonzero((found == NOWHERE) & real)
        found[off] = find_nearest(held, where.take(off), tolerance_m)
    told = attributes.reindex(found).set_axis(points.index)
    return points.assign(**{str(name): told[name] for name in told.columns})


def _in_order(
    points: "gpd.GeoDataFrame", polygons: "gpd.GeoDataFrame", id_column: str
) -> "tuple[np.ndarray[tuple[int], np.dtype[np.object_]], pd.DataFrame]":
    """Give polygons in longitude and latitude, and what is known of them, in the order of their ids."""
    if getattr(polygons, "active_geometry_name", None) is None or id_column not in polygons.columns:
        message = f"the frame of polygons has no geometry or no column {id_column!r}: give both"
        raise SchemaError(message)
    if polygons.crs is None:
        message = f"the frame of polygons has no coordinate reference system: set one with polygons.set_crs({_CRS!r})"
        raise CrsError(message)
    attributes = polygons.drop(columns=polygons.active_geometry_name)
    twice = sorted(map(str, set(attributes.columns) & set(points.columns)))
    if twice:
        message = f"both frames have a column {twice[0]!r}: rename one"
        raise SchemaError(message)
    geometry = polygons.geometry
    if not polygons.crs.equals(_CRS, ignore_axis_order=True):
        geometry = geometry.to_crs(_CRS)
    shapes = np.array(geometry, dtype=object)
    there = np.flatnonzero(~shapely.is_missing(shapes) & ~shapely.is_empty(shapes))
    order = there[np.argsort(attributes[id_column].to_numpy()[there], kind="stable")]
    return shapes[order], attributes.iloc[order].reset_index(drop=True)
