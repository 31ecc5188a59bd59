"""Whose data lies under a map."""

from dataclasses import replace

from geo.provenance import GIFTS
from geo.report import Report
from geo.sources import credit_sources
from maps.cartography.basemap import BASEMAP_SOURCES

__all__ = ["credit_basemap"]


def credit_basemap(report: Report) -> Report:
    """Give the report with the sources of the basemap among its own.

    Parameters
    ----------
    report
        The report.

    Examples
    --------
    >>> credit_basemap(Report(title="", documents=(), entries=())).sources[0].name
    'GeoNames'
    """
    known = {source.name: source for source in report.sources}
    given = {source.name: source for source in credit_sources(set(BASEMAP_SOURCES) - known.keys())}
    drawn = {
        name: replace(source, gives=tuple(gift for gift in GIFTS if gift in {*source.gives, "basemap"}))
        for name, source in (given | known).items()
        if name in BASEMAP_SOURCES
    }
    ours = tuple(drawn.get(source.name, source) for source in report.sources)
    return replace(report, sources=(*ours, *(drawn[name] for name in given)))
