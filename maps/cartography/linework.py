"""Borders as lines: each drawn once, however many areas share it."""

from collections.abc import Collection, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["border_lines", "shared_lines"]

# Areas of a coverage share their vertices to the last digit; a clip moves cut points by less than this.
_SAME_POINT_DECIMALS = 9


def _segments(
    areas: Sequence[BaseGeometry] | NDArray[np.object_],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Give each side of each ring, written from its smaller end, with the number of its area."""
    parts, area_of_part = shapely.get_parts(areas, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    lonlat, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    lonlat = np.round(lonlat, _SAME_POINT_DECIMALS)
    joined = ring_of_point[1:] == ring_of_point[:-1]
    ends = np.stack([lonlat[:-1][joined], lonlat[1:][joined]], axis=1)
    turned = (ends[:, 0, 0] > ends[:, 1, 0]) | ((ends[:, 0, 0] == ends[:, 1, 0]) & (ends[:, 0, 1] > ends[:, 1, 1]))
    ends[turned] = ends[turned, ::-1]
    return ends.reshape(-1, 4), area_of_part[part_of_ring[ring_of_point[:-1][joined]]]


def shared_lines(
    areas: Sequence[BaseGeometry] | NDArray[np.object_], groups: Sequence[str]
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Give the lines that two areas share: between groups and within a group.

    Parameters
    ----------
    areas
        Polygons of a coverage: neighbours share their vertices exactly.
    groups
        The group of each area: of a province, its country.

    Returns
    -------
    tuple of two lists of LineString
        The borders between areas of different groups, and those between areas of the same group. Coasts,
        which no second area shares, are in neither.

    Examples
    --------
    >>> west, middle, east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(2, 0, 3, 1)
    >>> between, within = shared_lines([west, middle, east], ["A", "A", "B"])
    >>> [line.bounds for line in between], [line.bounds for line in within]
    ([(2.0, 0.0, 2.0, 1.0)], [(1.0, 0.0, 1.0, 1.0)])
    """
    ends, one, other = _shared_sides(areas)
    group = np.asarray(groups, dtype=object)
    differ = group[one] != group[other]
    return _merge(ends[differ]), _merge(ends[~differ])


def border_lines(
    areas: Sequence[BaseGeometry] | NDArray[np.object_], groups: Sequence[str], doubtful: Collection[str]
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Give the lines between groups: those that nobody disputes, and those of doubtful groups.

    Parameters
    ----------
    areas
        Polygons of a coverage: neighbours share their vertices exactly.
    groups
        The group of each area.
    doubtful
        The groups all whose borders are disputed.

    Returns
    -------
    tuple of two lists of LineString
        Each line once, in one of the two.

    Examples
    --------
    >>> west, middle, east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(2, 0, 3, 1)
    >>> known, disputed = border_lines([west, middle, east], ["A", "B", "C"], {"C"})
    >>> [line.bounds for line in known], [line.bounds for line in disputed]
    ([(1.0, 0.0, 1.0, 1.0)], [(2.0, 0.0, 2.0, 1.0)])
    """
    ends, one, other = _shared_sides(areas)
    group = np.asarray(groups, dtype=object)
    differ = group[one] != group[other]
    is_doubtful = np.isin(np.arange(len(group)), [row for row, name in enumerate(groups) if name in doubtful])
    disputed = differ & (is_doubtful[one] | is_doubtful[other])
    return _merge(ends[differ & ~disputed]), _merge(ends[disputed])


def _shared_sides(
    areas: Sequence[BaseGeometry] | NDArray[np.object_],
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Give the sides that two areas share, with the numbers of both."""
    ends, owner = _segments(areas)
    order = np.lexsort(ends.T)
    ends, owner = ends[order], owner[order]
    shared = np.flatnonzero((ends[1:] == ends[:-1]).all(axis=1))
    return ends[shared], owner[shared], owner[shared + 1]


def _merge(ends: NDArray[np.float64]) -> list[BaseGeometry]:
    if not len(ends):
        return []
    lines = np.asarray(shapely.linestrings(ends.reshape(-1, 2, 2)), dtype=object)
    return list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines.tolist()))))
