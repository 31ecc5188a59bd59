"""Geocoders: a geopy geocoder over the bundled gazetteer, and online services that a user asks for by name.

Online services are opt-in, asked politely and through a cache: see :class:`OnlineGeocoder`. geopy writes points
latitude first; this package is the one border where Dateline does.
"""

from geo.geocoders.gazetteer import GazetteerGeocoder, to_latlon
from geo.geocoders.online import OnlineGeocoder
from geo.geocoders.settings import GeocoderSettings, read_geocoder_settings

__all__ = ["GazetteerGeocoder", "GeocoderSettings", "OnlineGeocoder", "read_geocoder_settings", "to_latlon"]
