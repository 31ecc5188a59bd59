"""What lies near a point."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from data.build.gazetteer.unit import Unit

__all__ = ["Nearby", "kilometres"]

_KM_A_DEGREE = 111.2


def kilometres(lons: NDArray[np.float64], lats: NDArray[np.float64], lon: float, lat: float) -> NDArray[np.float64]:
    """Give how far points lie from one, as if the Earth were flat there: good to 1 % over some tens of kilometres.

    Parameters
    ----------
    lons, lats
        Degrees, OGC:CRS84, shape (points,).
    lon, lat
        The one point.
    """
    east = (lons - lon) * math.cos(math.radians(lat))
    found: NDArray[np.float64] = np.hypot(east, lats - lat) * _KM_A_DEGREE
    return found


class Nearby:
    """Units that have points, to be asked for those nearest to another point.

    Parameters
    ----------
    units
        Those without a point are left out.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        placed = [(unit.lat, unit.lon, unit) for unit in units if unit.lon is not None and unit.lat is not None]
        placed.sort(key=lambda one: one[:2])
        self._units = [unit for _, _, unit in placed]
        self._lats = np.array([lat for lat, _, _ in placed], dtype=float)
        self._lons = np.array([lon for _, lon, _ in placed], dtype=float)

    def nearest(self, lon: float, lat: float, *, most: int, within_km: float) -> list[Unit]:
        """Give the units nearest to a point, nearest first.

        Parameters
        ----------
        lon, lat
            Degrees, OGC:CRS84.
        most, within_km
            How many at most, and how far away.
        """
        band = within_km / _KM_A_DEGREE
        first, last = np.searchsorted(self._lats, [lat - band, lat + band])
        distances = kilometres(self._lons[first:last], self._lats[first:last], lon, lat)
        order = np.argsort(distances, kind="stable")[:most]
        return [self._units[first + index] for index in order if distances[index] <= within_km]
