"""The rows nearest to a point."""

import math

import numpy as np
from numpy.typing import NDArray

from geo.lonlat import LonLat

__all__ = ["nearest_rows"]

_E5_A_DEGREE = 100_000
_EARTH_RADIUS_M = 6_371_008.8
_METRES_A_DEGREE = math.radians(_EARTH_RADIUS_M)
_BANDS_DEG = (0.1, 1, 8, 180)


def nearest_rows(
    lon_e5: NDArray[np.int32], lat_e5: NDArray[np.int32], lonlat: LonLat, *, first_row: int = 0, k: int = 1
) -> list[tuple[int, float]]:
    """Give the rows nearest to a point, nearest first.

    Parameters
    ----------
    lon_e5, lat_e5
        Longitude and latitude of each row in units of 1e-5 degrees, OGC:CRS84, shape (rows,).
    lonlat
        The point, OGC:CRS84.
    first_row
        Rows before it are left out.
    k
        How many rows.

    Returns
    -------
    list of tuple
        Row and great-circle distance in metres, on a sphere of 6,371,008.8 m (within 0.6 % of the geodesic one).

    Examples
    --------
    >>> lon_e5, lat_e5 = np.array([0, 100_000], dtype="i4"), np.array([0, 0], dtype="i4")
    >>> nearest_rows(lon_e5, lat_e5, LonLat(lon=0.9, lat=0))[0][0]
    1
    """
    for band_deg in _BANDS_DEG:
        near = np.abs(lat_e5[first_row:] - round(lonlat.lat * _E5_A_DEGREE)) <= band_deg * _E5_A_DEGREE
        rows = np.flatnonzero(near) + first_row
        distances_m = _distances_m(lon_e5[rows], lat_e5[rows], lonlat)
        order = np.lexsort((rows, distances_m))[:k]
        # What lies outside a band of latitude is farther away than the band is wide.
        if len(order) == k and (not k or distances_m[order[-1]] < band_deg * _METRES_A_DEGREE):
            break
    return [(int(row), float(distance_m)) for row, distance_m in zip(rows[order], distances_m[order], strict=True)]


def _distances_m(lon_e5: NDArray[np.int32], lat_e5: NDArray[np.int32], lonlat: LonLat) -> NDArray[np.float64]:
    lon_rad, lat_rad = np.radians(lon_e5 / _E5_A_DEGREE), np.radians(lat_e5 / _E5_A_DEGREE)
    here_lon_rad, here_lat_rad = np.radians([lonlat.lon, lonlat.lat])
    haversine = (
        np.sin((lat_rad - here_lat_rad) / 2) ** 2
        + np.cos(lat_rad) * np.cos(here_lat_rad) * np.sin((lon_rad - here_lon_rad) / 2) ** 2
    )
    distances_m: NDArray[np.float64] = 2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(haversine.clip(0, 1)))
    return distances_m
