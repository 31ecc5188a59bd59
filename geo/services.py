"""The online services by name: light, for whoever has to tell theirs from the gazetteer's places."""

__all__ = ["ONLINE_SERVICES", "is_online", "name_service"]

ONLINE_SERVICES = {
    "nominatim": "Nominatim",
    "photon": "Photon",
    "mapquest": "MapQuest",
    "openmapquest": "MapQuest Open",
    "pickpoint": "PickPoint",
    "maptiler": "MapTiler",
    "geonames": "GeoNames web service",
    "opencage": "OpenCage",
    "pelias": "Pelias",
    "geocodeearth": "Geocode Earth",
    "banfrance": "Base Adresse Nationale",
    "google": "Google",
    "googlev3": "Google",
    "mapbox": "Mapbox",
    "herev7": "HERE",
    "tomtom": "TomTom",
    "azure": "Azure Maps",
    "bing": "Bing Maps",
    "arcgis": "ArcGIS",
    "ignfrance": "IGN",
    "databc": "DataBC",
    "baidu": "Baidu",
    "baiduv3": "Baidu",
    "geocodio": "Geocodio",
    "geokeo": "Geokeo",
    "geolake": "Geolake",
    "here": "HERE",
    "liveaddress": "LiveAddress",
    "what3words": "what3words",
    "what3wordsv3": "what3words",
    "woosmap": "Woosmap",
    "yandex": "Yandex",
}
"""What each service is called in words, which is its source's name, by the name that geopy has for it."""


def name_service(service: str) -> str:
    """Give what a service is called in words, which is its source's name.

    Parameters
    ----------
    service
        The name that geopy has for it, in any case; one that is not in the table above is its own name.

    Examples
    --------
    >>> name_service("nominatim"), name_service("googlev3")
    ('Nominatim', 'Google')
    """
    return ONLINE_SERVICES.get(service.lower(), service.lower())


def is_online(source: str) -> bool:
    """Say whether a place's source is an online service.

    Parameters
    ----------
    source
        As :attr:`geo.resolve.place.Place.source` has it.

    Examples
    --------
    >>> is_online("Photon"), is_online("GeoNames")
    (True, False)
    """
    return source in ONLINE_SERVICES.values()
