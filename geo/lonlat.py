"""A point on Earth as longitude and latitude, and the distance between two.

Inside Dateline coordinates are always longitude then latitude, in degrees, OGC:CRS84.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.errors import CoordinateError

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["LonLat", "distance_m"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LonLat:
    """A point on Earth.

    Parameters
    ----------
    lon
        Longitude in degrees east, OGC:CRS84, from -180 to 180.
    lat
        Latitude in degrees north, OGC:CRS84, from -90 to 90.

    Raises
    ------
    CoordinateError
        When a value is not finite or out of range.

    Examples
    --------
    >>> LonLat(lon=-75.27, lat=-10.74)
    LonLat(lon=-75.27, lat=-10.74)
    """

    lon: float
    lat: float

    def __post_init__(self) -> None:
        """Refuse what is not a point on Earth."""
        for name, value, limit in (("longitude", self.lon, 180.0), ("latitude", self.lat, 90.0)):
            if not math.isfinite(value) or abs(value) > limit:
                message = f"{name} {value!r} is not between -{limit:g} and {limit:g} degrees"
                raise CoordinateError(message)


@cache
def _geod() -> "Geod":
    from pyproj import Geod  # noqa: PLC0415 - only callers that measure pay for the import

    return Geod(ellps="WGS84")


def distance_m(one: LonLat, other: LonLat) -> float:
    """Give the geodesic distance between two points on the WGS 84 ellipsoid.

    Parameters
    ----------
    one, other
        The points, OGC:CRS84.

    Returns
    -------
    float
        Metres. Method: Karney, "Algorithms for geodesics" (2013), https://doi.org/10.1007/s00190-012-0578-z.

    Examples
    --------
    >>> round(distance_m(LonLat(lon=0, lat=0), LonLat(lon=1, lat=0)))
    111319
    """
    _, _, distance = _geod().inv(one.lon, one.lat, other.lon, other.lat)
    return float(distance)
