"""Where areas lie: the first-level region of the bundle that holds most of each."""

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.regions.force import bundled_layer
from geo.regions.layers import Layer
from geo.regions.locate import NOWHERE, Points, find_containing

__all__ = ["equal_area", "situate"]

_Geometries = npt.NDArray[np.object_]
_Positions = npt.NDArray[np.intp]

# Of so many areas a point decides: an overlay of each would take minutes.
_MOST_OVERLAID = 4000
# A region that holds an area by itself has no more to share with others than what simplified borders differ by.
_MOST_VERTICES = 400


def situate(shapes: _Geometries) -> _Positions:
    """Give the position in the bundle's ``admin1`` of the region that holds most of each area.

    Parameters
    ----------
    shapes
        Valid areas, degrees, OGC:CRS84; None among them.

    Returns
    -------
    numpy.ndarray
        A position an area, `NOWHERE` where the area is None or lies off every coast.

    Examples
    --------
    >>> ids = bundled_layer("admin1").table["region_id"]
    >>> ids[situate(np.array([shapely.box(-75.5, -10.8, -75.2, -10.5)], dtype=object))[0]]
    'PE-PAS'
    """
    layer = bundled_layer("admin1")
    found = np.full(len(shapes), NOWHERE, dtype=np.intp)
    here = np.flatnonzero(~shapely.is_missing(shapes))
    inner = shapely.point_on_surface(shapes[here])
    found[here] = find_containing(layer, Points(lon=shapely.get_x(inner), lat=shapely.get_y(inner)))
    if len(here) <= _MOST_OVERLAID:
        for at in here:
            found[at] = _most_shared(layer, shapes[at], int(found[at]))
    return found


def _most_shared(layer: Layer, shape: Any, first: int) -> int:  # noqa: ANN401 - shapely
    """Give the region that shares most with an area; `first` is the one that holds a point of it."""
    near = layer.within(tuple(shape.bounds))
    if not len(near) or (len(near) == 1 and first == near[0]):
        return first
    thin = shape if shapely.get_num_coordinates(shape) <= _MOST_VERTICES else shapely.envelope(shape)
    if first != NOWHERE and layer.geometries([first])[0].contains(thin):
        return first
    shared = shapely.area(shapely.intersection(layer.geometries(near), shape))
    return int(near[int(np.argmax(shared))]) if shared.max() > 0 else first


def equal_area(shapes: _Geometries) -> npt.NDArray[np.float64]:
    """Give areas on the ground, in square degrees at the equator, by Lambert's cylindrical projection.

    Parameters
    ----------
    shapes
        Areas, degrees, OGC:CRS84.
    """

    def flatten(at: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack([at[:, 0], np.degrees(np.sin(np.radians(at[:, 1])))])

    return np.asarray(shapely.area(shapely.transform(shapes, flatten)), dtype=np.float64)
