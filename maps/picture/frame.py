"""The frame of the map: where on the sheet it stands, what of the world it shows, and how pixels and degrees meet."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from geo.lonlat import LonLat, distance_m
from maps.cartography.view import Box, View, latitude, mercator_deg

__all__ = ["Frame", "choose_frame"]

_MARGIN = 0.12
_FLATTEST, _TALLEST = 0.58, 0.9
_USUAL = 0.64
_TILE_PX = 256
_MAP_PX = 1000
_WORLD_DEG = 360.0
_SAME_PLACE_DEG = 0.02
# Who wants to tell close neighbours apart can zoom into a page, but not into a picture.
_CLOSER = 3.0
_MAX_MERCATOR_DEG = mercator_deg(83.5)
_MAX_LAT_DEG = 84.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A Mercator map in a rectangle of the sheet.

    Parameters
    ----------
    left, top, width, height
        The rectangle, pixels.
    west, north
        The longitude of its left edge, wrapped as the view is, and the Mercator latitude of its upper edge; degrees.
    scale
        Pixels a degree of longitude.
    cut
        The longitude at which the world is cut open.
    """

    left: float
    top: float
    width: float
    height: float
    west: float
    north: float
    scale: float
    cut: float

    @property
    def right(self) -> float:
        """Its right edge, pixels."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge, pixels."""
        return self.top + self.height

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, pixels."""
        return self.left, self.top, self.right, self.bottom

    @property
    def box(self) -> Box:
        """What it shows: longitudes and latitudes, the former wrapped as the view is."""
        return Box(
            west=self.west,
            south=latitude(self.north - self.height / self.scale),
            east=self.west + self.width / self.scale,
            north=latitude(self.north),
        )

    @property
    def crs(self) -> CRS:
        """The projection: Mercator as on the web, with the cut at its edge."""
        return CRS.from_user_input(f"+proj=webmerc +lon_0={self.cut + 180} +datum=WGS84 +units=m +over +type=crs")

    @property
    def middle(self) -> LonLat:
        """The point in the middle."""
        box = self.box
        lon = (box.west + box.east) / 2
        lat = latitude(self.north - self.height / self.scale / 2)
        return LonLat(lon=(lon + 180.0) % _WORLD_DEG - 180.0, lat=lat)

    @property
    def px_per_km(self) -> float:
        """Pixels a kilometre in the middle: elsewhere the scale is another."""
        middle, step = self.middle, 0.01
        lon = middle.lon + (step if middle.lon < 0 else -step)
        return self.scale * step / (distance_m(middle, LonLat(lon=lon, lat=middle.lat)) / 1000)

    def wrap(self, lon: float) -> float:
        """Give a longitude as it lies in the world that is cut open.

        Parameters
        ----------
        lon
            Degrees.
        """
        return (lon - self.cut) % _WORLD_DEG + self.cut

    def to_px(self, lon: float, lat: float) -> tuple[float, float]:
        """Give where on the sheet a point stands.

        Parameters
        ----------
        lon, lat
            Degrees, the longitude wrapped as the view is.
        """
        return self.left + (lon - self.west) * self.scale, self.top + (self.north - mercator_deg(lat)) * self.scale

    def shape_to_px(self, shape: BaseGeometry) -> BaseGeometry:
        """Give a shape as it lies on the sheet.

        Parameters
        ----------
        shape
            Degrees, wrapped as the view is.
        """

        def project(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
            lat = np.radians(np.clip(lonlat[:, 1], -_MAX_LAT_DEG, _MAX_LAT_DEG))
            down = self.north - np.degrees(np.arcsinh(np.tan(lat)))
            return np.column_stack([self.left + (lonlat[:, 0] - self.west) * self.scale, self.top + down * self.scale])

        projected: BaseGeometry = shapely.transform(shape, project)
        return projected

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the sheet lies in the frame.

        Parameters
        ----------
        x, y
            Pixels.
        """
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def choose_frame(view: View, width: float) -> Frame:
    """Give the frame in which a view is seen as on the page: all that has to be seen, with a margin of 12 %.

    Parameters
    ----------
    view
        The first view of the map.
    width
        The width of the frame in pixels; its height follows from the shape of what has to be seen.

    Returns
    -------
    Frame
        The frame, at the upper left corner of the sheet.
    """
    fit = view.fit
    wide, high = fit.east - fit.west, mercator_deg(fit.north) - mercator_deg(fit.south)
    ratio = min(_TALLEST, max(_FLATTEST, high / wide)) if wide > 0 and high > 0 else _USUAL
    height = round(width * ratio)
    closest = _TILE_PX * 2**view.closest_zoom / _WORLD_DEG * max(1.0, width / _MAP_PX)
    if wide > _SAME_PLACE_DEG or high > _SAME_PLACE_DEG:
        closest *= _CLOSER
    room = 1 - 2 * _MARGIN
    scales = [closest, *(px * room / deg for px, deg in ((width, wide), (height, high)) if deg > 0)]
    # A frame never shows more than one world.
    scale = max(min(scales), width / _WORLD_DEG, height / (2 * _MAX_MERCATOR_DEG))
    middle = (mercator_deg(fit.south) + mercator_deg(fit.north)) / 2
    north = middle + height / scale / 2
    west = (fit.west + fit.east) / 2 - width / scale / 2
    return Frame(
        left=0.0,
        top=0.0,
        width=width,
        height=height,
        west=max(view.west, min(west, view.west + _WORLD_DEG - width / scale)),
        north=min(_MAX_MERCATOR_DEG, max(north, height / scale - _MAX_MERCATOR_DEG)),
        scale=scale,
        cut=view.west,
    )
