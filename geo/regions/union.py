"""Unions of neighbouring areas, without the slivers that borders leave which do not quite meet."""

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

__all__ = ["unite"]

_GRID_DEG = 1e-6
"""Vertices this near to each other, a tenth of a metre, are one."""

_SLIVER_DEG = 2.5e-4
"""A gap no wider than this, about 25 m, is one between two drawings of a border and not a place."""


def unite(geometries: npt.ArrayLike) -> Any:  # noqa: ANN401 - shapely
    """Give the union of areas, OGC:CRS84, dissolved along the borders that they share.

    Parameters
    ----------
    geometries
        Polygons and MultiPolygons in degrees.

    Returns
    -------
    shapely.Polygon or shapely.MultiPolygon
        Empty for no areas. Where neighbours share every vertex of their border it is exact; where they do not, gaps
        that are too thin to be a place are closed.

    Examples
    --------
    >>> unite([shapely.box(0, 0, 1, 1), shapely.box(1.00001, 0, 2, 1)]).area > 1.9999
    True
    """
    areas = np.asarray(geometries, dtype=object)
    if not len(areas):
        return shapely.MultiPolygon()
    if shapely.coverage_is_valid(areas, gap_width=_SLIVER_DEG):
        return shapely.coverage_union_all(areas)
    try:
        whole = shapely.union_all(areas, grid_size=_GRID_DEG)
    except shapely.GEOSException:
        # An overlay on a grid can fail where none without a grid does.
        whole = shapely.union_all(shapely.make_valid(areas))
    polygons = [_without_slivers(part) for part in shapely.get_parts(whole) if part.geom_type == "Polygon"]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _without_slivers(polygon: Any) -> Any:  # noqa: ANN401 - shapely
    holes = [ring for ring in polygon.interiors if 2 * shapely.Polygon(ring).area / ring.length > _SLIVER_DEG]
    return shapely.Polygon(polygon.exterior, holes)
