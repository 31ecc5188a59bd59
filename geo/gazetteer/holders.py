"""Which area holds each of many points, by what the populated places around it lie in."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.tables import Tables

__all__ = ["MOST_DISTANT_M", "find_holding_areas"]

MOST_DISTANT_M = 50_000.0
"""Populated places farther away than this say nothing."""

_NEIGHBOURS = 3
_DEPTH = 5
_E5_A_DEGREE = 100_000
_METRES_A_DEGREE = np.radians(6_371_008.8)
# Small cells first: where places lie dense, few are looked at.
_CELLS_DEG = (0.05, 0.15, 0.5)
_ROWS_SHIFT = 20
_AROUND = (-1, 0, 1)
_AT_ONCE = 1_000

_Ints = NDArray[np.int64]
_Floats = NDArray[np.float64]


def find_holding_areas(
    tables: Tables, lon_e5: NDArray[np.int32], lat_e5: NDArray[np.int32], country: NDArray[np.bytes_]
) -> _Ints:
    """Give the row of the area that holds each point, as far as the places around it agree.

    The three nearest populated places within :data:`MOST_DISTANT_M` are asked which areas hold them; the answer is the
    smallest area that all of them name. That is a guess and no survey: near the edge of an area it is the larger one
    around it, and none where two countries meet. Of 20,000 of the bundle's places, each left out while it was asked
    for, 98 % were given an area, which held the place for 98 % of these and was a first-level region or smaller for
    90 % of all (the nearest place alone would be wrong for 16 %).

    Parameters
    ----------
    tables
        The gazetteer.
    lon_e5, lat_e5
        The points, units of 1e-5 degrees, OGC:CRS84, shape (n,).
    country
        ISO 3166-1 alpha-2 codes, shape (n,): only places of that country are asked; empty for those of any.

    Returns
    -------
    numpy.ndarray
        Shape (n,); -1 where nothing is near, or the places near it have no area in common.
    """
    nearest = np.full((len(lon_e5), _NEIGHBOURS), -1, dtype=np.int64)
    todo = np.arange(len(lon_e5))
    for cell_deg in _CELLS_DEG:
        known = _Cells(tables, _rows_around(tables, lon_e5[todo], lat_e5[todo], cell_deg), cell_deg)
        for start in range(0, len(todo), _AT_ONCE):
            part = todo[start : start + _AT_ONCE]
            nearest[part] = known.nearest(lon_e5[part], lat_e5[part], country[part])
        todo = todo[(nearest[todo] < 0).any(axis=1)]
    return _common_area(tables.places["parent"], nearest)


def _rows_around(tables: Tables, lon_e5: NDArray[np.int32], lat_e5: NDArray[np.int32], cell_deg: float) -> _Ints:
    """Give the rows of the populated places in the box around all points: most files are of one country."""
    if not len(lon_e5):
        return np.zeros(0, dtype=np.int64)
    first, margin = tables.populated.start, 2 * cell_deg * _E5_A_DEGREE
    lats = tables.places["lat_e5"][first : tables.populated.stop]
    south, north = int(lat_e5.min()) - margin, int(lat_e5.max()) + margin
    rows = np.flatnonzero((lats >= south) & (lats <= north)) + first
    polewards = np.radians(min(max(abs(south), abs(north)) / _E5_A_DEGREE, 89.0))
    west, east = lon_e5.min() - margin / np.cos(polewards), lon_e5.max() + margin / np.cos(polewards)
    lons = tables.places["lon_e5"][rows]
    return np.asarray(rows[(lons - west) % (360 * _E5_A_DEGREE) <= east - west])


class _Cells:
    """The populated places of a gazetteer in cells of one height, and at least as wide as that on the ground.

    What lies within a cell's height of a point is in its cell or one of the eight around.
    """

    def __init__(self, tables: Tables, rows: _Ints, cell_deg: float) -> None:
        self._places, self._cell_deg = tables.places, cell_deg
        lon, lat = self._degrees(rows)
        band = np.floor((lat + 90.0) / cell_deg).astype(np.int64)
        width, columns = _width_of(band, cell_deg)
        cells = (band << _ROWS_SHIFT) + np.floor((lon + 180.0) / width).astype(np.int64) % columns
        order = np.argsort(cells, kind="stable")
        self._rows, self._cells = rows[order], cells[order]

    def _degrees(self, rows: _Ints) -> tuple[_Floats, _Floats]:
        return self._places["lon_e5"][rows] / _E5_A_DEGREE, self._places["lat_e5"][rows] / _E5_A_DEGREE

    def nearest(self, lon_e5: NDArray[np.int32], lat_e5: NDArray[np.int32], country: NDArray[np.bytes_]) -> _Ints:
        """Give the rows of the nearest places, shape (n, 3), nearest first; -1 for those that are not near."""
        lon, lat = lon_e5 / _E5_A_DEGREE, lat_e5 / _E5_A_DEGREE
        points, at = self._pairs(lon, lat)
        rows = self._rows[at]
        distance_m = _distances_m(lon[points], lat[points], *self._degrees(rows))
        reach_m = min(self._cell_deg * _METRES_A_DEGREE, MOST_DISTANT_M)
        wanted = country[points]
        keep = (distance_m <= reach_m) & ((wanted == b"") | (wanted == self._places["country"][rows]))
        points, rows, distance_m = points[keep], rows[keep], distance_m[keep]
        order = np.lexsort((rows, distance_m, points))
        points, rows = points[order], rows[order]
        rank = np.arange(len(points)) - np.searchsorted(points, points)
        found = np.full((len(lon), _NEIGHBOURS), -1, dtype=np.int64)
        first = rank < _NEIGHBOURS
        found[points[first], rank[first]] = rows[first]
        return found

    def _pairs(self, lon: _Floats, lat: _Floats) -> tuple[_Ints, _Ints]:
        """Give every pair of a point and a place in its cell or around it, each pair once."""
        band = np.floor((lat + 90.0) / self._cell_deg).astype(np.int64)
        around = np.stack(list(self._around(lon, band)), axis=1)
        around.sort(axis=1)
        # Near a pole a row of cells is shorter than three.
        around[:, 1:][around[:, 1:] == around[:, :-1]] = -1
        first, last = np.searchsorted(self._cells, around), np.searchsorted(self._cells, around, side="right")
        sizes = (last - first).ravel()
        points = np.repeat(np.arange(len(lon)), sizes.reshape(around.shape).sum(axis=1))
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return points, np.repeat(first.ravel(), sizes) + within

    def _around(self, lon: _Floats, band: _Ints) -> Iterator[_Ints]:
        for north in _AROUND:
            width, columns = _width_of(band + north, self._cell_deg)
            column = np.floor((lon + 180.0) / width).astype(np.int64)
            for east in _AROUND:
                yield ((band + north) << _ROWS_SHIFT) + (column + east) % columns


def _width_of(band: _Ints, cell_deg: float) -> tuple[_Floats, _Ints]:
    """Give the width of the cells of each row in degrees of longitude, and how many go round the Earth."""
    south = band * cell_deg - 90.0
    polewards = np.radians(np.clip(np.maximum(np.abs(south), np.abs(south + cell_deg)), 0.0, 90.0))
    columns = np.maximum(np.floor(360.0 * np.cos(polewards) / cell_deg), 1).astype(np.int64)
    return 360.0 / columns, columns


def _distances_m(lon: _Floats, lat: _Floats, other_lon: _Floats, other_lat: _Floats) -> _Floats:
    """Give distances on a plane that fits within the reach of a cell; they only say which is nearest."""
    east = np.abs((other_lon - lon + 180.0) % 360.0 - 180.0) * np.cos(np.radians((lat + other_lat) / 2))
    return np.asarray(np.hypot(east, other_lat - lat) * _METRES_A_DEGREE)


def _common_area(parent: NDArray[np.int32], nearest: _Ints) -> _Ints:
    """Give the smallest area above the first neighbour that is above all others too; -1 for none."""
    above = np.full((_DEPTH, *nearest.shape), -1, dtype=np.int64)
    at = nearest
    for level in range(_DEPTH):
        at = np.where(at >= 0, parent[at], -1)
        above[level] = at
    found = np.full(len(nearest), -1, dtype=np.int64)
    missing = nearest < 0
    # The largest first, so that the smallest is what stays.
    for area in above[::-1, :, 0]:
        shared = ((above == area[None, :, None]).any(axis=0) | missing).all(axis=1)
        found = np.where((area >= 0) & shared, area, found)
    return found
