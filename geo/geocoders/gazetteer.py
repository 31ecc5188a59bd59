"""A geopy geocoder over the bundled gazetteer: for programs written for geopy, offline."""

from collections.abc import Sequence
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.lonlat import LonLat
from geo.resolve.describe import describe_row
from geo.resolve.place import Alternative
from geo.resolve.search import search_places

__all__ = ["GazetteerGeocoder", "to_latlon"]

_REVERSED = 10


def to_latlon(lonlat: LonLat) -> tuple[float, float]:
    """Give a point as geopy writes it: latitude, then longitude, in degrees.

    Examples
    --------
    >>> to_latlon(LonLat(lon=-75.27, lat=-10.74))
    (-10.74, -75.27)
    """
    return lonlat.lat, lonlat.lon


class GazetteerGeocoder(Geocoder):
    """Geocodes from the gazetteer that ships with Dateline; opens no socket.

    Parameters
    ----------
    gazetteer
        Where to look; None for the bundled one.

    Examples
    --------
    >>> geocoder = GazetteerGeocoder()
    >>> place = geocoder.geocode("Villa Rica, Peru")
    >>> round(place.latitude, 1), round(place.longitude, 1)
    (-10.7, -75.3)
    """

    def __init__(self, *, gazetteer: Gazetteer | None = None) -> None:
        """Geocode from a gazetteer."""
        super().__init__(scheme="https", user_agent="dateline")
        self._gazetteer = gazetteer or open_gazetteer()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        timeout: float | None = None,  # noqa: ARG002 - part of geopy's interface; nothing here waits
    ) -> Location | list[Location] | None:
        """Find a place by its name.

        Parameters
        ----------
        query
            A name, alone or followed by the regions that hold it: ``"Villa Rica, Peru"``.
        exactly_one
            Whether to give the likeliest place alone, or the list of all.
        limit
            At most so many places; None for all.
        country_codes
            ISO 3166-1 alpha-2 code or codes to look in; None for the whole world.
        timeout
            Ignored: nothing is asked over a network.

        Returns
        -------
        geopy.location.Location or list of them, optional
            None when there is no such place. ``raw`` holds the gazetteer's facts.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            When the query is empty.
        """
        if not query.strip():
            message = "the query is empty: give the name of a place"
            raise GeocoderQueryError(message)
        codes = (country_codes,) if isinstance(country_codes, str) else tuple(country_codes or ())
        found = search_places(self._gazetteer, query, country_codes=tuple(filter(None, codes)), limit=limit)
        return _answer([_location(place) for place in found], exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: float | None = None,  # noqa: ARG002 - part of geopy's interface; nothing here waits
    ) -> Location | list[Location] | None:
        """Find the populated places nearest to a point.

        Parameters
        ----------
        query
            A point as geopy takes it: latitude, then longitude, in degrees.
        exactly_one
            Whether to give the nearest place alone, or the ten nearest.
        timeout
            Ignored: nothing is asked over a network.

        Returns
        -------
        geopy.location.Location or list of them, optional
            None when the gazetteer is empty.

        Raises
        ------
        ValueError
            When the query is no point on Earth.
        """
        point = Point(query)
        here = LonLat(lon=point.longitude, lat=point.latitude)
        nearest = self._gazetteer.nearest(here, 1 if exactly_one else _REVERSED)
        return _answer(
            [_location(describe_row(self._gazetteer, row, score=1.0)) for row, _ in nearest], exactly_one=exactly_one
        )


def _answer(found: list[Location], *, exactly_one: bool) -> Location | list[Location] | None:
    if not found:
        return None
    return found[0] if exactly_one else found


def _location(place: Alternative) -> Location:
    chain = [place.name, *(name for name in reversed(place.admin) if name != place.name)]
    raw: dict[str, Any] = {
        "id": place.id,
        "name": place.name,
        "feature": place.feature,
        "country": place.country,
        "admin": list(place.admin),
        "lon": place.lonlat.lon,
        "lat": place.lonlat.lat,
        "score": place.score,
    }
    return Location(", ".join(chain), to_latlon(place.lonlat), raw)
