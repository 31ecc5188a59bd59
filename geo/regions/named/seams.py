"""Unions of polygons from several sets of boundaries, whose borders are drawn apart."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.regions.union import unite

__all__ = ["ACCURACY_DEG", "cut_out", "unite_sets"]

ACCURACY_DEG = 0.01
"""How far apart two drawings of one border may lie, about a kilometre: so far the bundle simplifies its own."""

_Polygons = npt.NDArray[np.object_]


def unite_sets(sets: Sequence[_Polygons]) -> Any:  # noqa: ANN401 - shapely
    """Give the union of polygons, OGC:CRS84.

    Parameters
    ----------
    sets
        Groups of polygons. Those of one group come from one set of boundaries and share their borders; between groups
        borders are drawn apart, and what gapes between them for less than `ACCURACY_DEG` is closed.

    Examples
    --------
    >>> unite_sets([shapely.box([0, 1], 0, [1, 2], 1), shapely.box([2.001], 0, [3], 1)]).bounds
    (0.0, 0.0, 3.0, 1.0)
    """
    united = [unite(one) for one in sets]
    return united[0] if len(united) == 1 else _close(united)


def _close(parts: Sequence[Any]) -> Any:  # noqa: ANN401 - shapely
    """Give a union with the gaps filled that lie between two of its parts."""
    whole = shapely.union_all(parts)
    gaps = shapely.get_parts(shapely.difference(_shrink(_grow(whole)), whole))
    touched = sum((shapely.dwithin(gaps, part, _TOUCH_DEG).astype(int) for part in parts), np.zeros(len(gaps), int))
    return shapely.union_all([whole, *gaps[touched > 1]]) if len(gaps) else whole


_TOUCH_DEG = 1e-9


def _grow(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    return shapely.buffer(geometry, ACCURACY_DEG / 2, join_style="mitre", quad_segs=1)


def _shrink(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    return shapely.buffer(geometry, -ACCURACY_DEG / 2, join_style="mitre", quad_segs=1)


def cut_out(geometry: Any, part: Any) -> Any:  # noqa: ANN401 - shapely
    """Give a geometry without a part of it, and without the slivers that a border drawn twice leaves behind.

    Examples
    --------
    >>> cut_out(shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1)).bounds
    (0.0, 0.0, 1.0, 1.0)
    """
    rest = shapely.difference(geometry, part)
    pieces = shapely.get_parts(rest)
    thin = shapely.is_empty(_shrink(pieces)) & shapely.dwithin(pieces, part, _TOUCH_DEG)
    return shapely.union_all(pieces[~thin])
