"""The small map in the corner: where in its part of the world the story lies."""

from collections.abc import Collection
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from maps.cartography.layers import Layer
from maps.cartography.view import View, latitude, mercator_deg

__all__ = ["draw_inset"]

_SIZE_PX = 120
_LEAST_REACH_DEG = 22.0
_VIEWS = 3.0
_WIDEST_DEG = 75.0
_LEAST_RING = 4
_GROWTH = 1.3
_LEAST_LAND_SHARE = 0.12


def draw_inset(coarse: Layer, view: View, home: Collection[str]) -> dict[str, Any] | None:
    """Give the inset as paths in a square of 120 px, Mercator.

    Parameters
    ----------
    coarse
        The world's countries, wrapped as the view is.
    view
        The first view.
    home
        The countries of the story's places, ISO 3166-1 alpha-2.

    Returns
    -------
    dict or None
        ``land`` and ``home`` (path data), ``west`` and ``north`` (degrees, the latter as a Mercator map shows it)
        and ``scale`` (px a degree); None when the view itself shows that much of the world.
    """
    fit = view.fit
    reach = max(_LEAST_REACH_DEG, _VIEWS * fit.span_deg / 2)
    if reach > _WIDEST_DEG:
        return None
    lon, middle = (fit.west + fit.east) / 2, (mercator_deg(fit.south) + mercator_deg(fit.north)) / 2
    # Islands lie in their part of the world only when some of its land shows.
    while reach * _GROWTH <= _WIDEST_DEG and _land_share(coarse, lon, middle, reach) < _LEAST_LAND_SHARE:
        reach *= _GROWTH
    west, north = lon - reach, middle + reach
    scale = _SIZE_PX / (2 * reach)
    is_home = np.array([country in home for country in coarse.countries], dtype=bool)
    paths = [_path(shapes, west, north, scale) for shapes in (coarse.shapes[~is_home], coarse.shapes[is_home])]
    return {"land": paths[0], "home": paths[1], "west": west, "north": north, "scale": scale, "size": _SIZE_PX}


def _land_share(coarse: Layer, lon: float, middle: float, reach: float) -> float:
    """Give how much of a square about a point is land."""
    south, north = latitude(middle - reach), latitude(middle + reach)
    clipped = shapely.clip_by_rect(coarse.shapes, lon - reach, south, lon + reach, north)
    return float(shapely.area(clipped).sum()) / (2 * reach * (north - south))


def _path(shapes: list[BaseGeometry], west: float, north: float, scale: float) -> str:
    """Give path data of areas, clipped to the square and rounded to half pixels."""
    if not len(shapes):
        return ""
    projected = shapely.transform(shapes, lambda lonlat: _to_px(lonlat, west, north, scale))
    clipped = shapely.clip_by_rect(projected, -2, -2, _SIZE_PX + 2, _SIZE_PX + 2)
    rings = shapely.get_rings(shapely.get_parts(clipped[~shapely.is_empty(clipped)]))
    return "".join(map(_ring_path, rings))


def _to_px(lonlat: np.ndarray, west: float, north: float, scale: float) -> np.ndarray:
    lat = np.radians(np.clip(lonlat[:, 1], -84.0, 84.0))
    down = north - np.degrees(np.arcsinh(np.tan(lat)))
    return np.column_stack([(lonlat[:, 0] - west) * scale, down * scale])


def _ring_path(ring: BaseGeometry) -> str:
    points = np.round(shapely.get_coordinates(ring) * 2) / 2
    moved = np.r_[True, (points[1:] != points[:-1]).any(axis=1)]
    if moved.sum() < _LEAST_RING:
        return ""
    return "M" + "L".join(f"{right:g},{down:g}" for right, down in points[moved][:-1].tolist()) + "Z"
