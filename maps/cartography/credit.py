"""Whose data lies under a map."""

from dataclasses import replace

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
    known = {source.name for source in report.sources}
    return replace(report, sources=(*report.sources, *credit_sources(set(BASEMAP_SOURCES) - known)))
