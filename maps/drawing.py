"""Drawing: a report goes in, one HTML page comes out."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.report import Report
from geo.sources import credit_sources
from maps.basemap import BASEMAP_SOURCES, Basemap, read_basemap
from maps.files import write_whole
from maps.inset import draw_inset
from maps.labels import place_labels
from maps.page import assemble_page
from maps.payload import describe_report
from maps.report_map import draw_folium
from maps.view import View, choose_view

__all__ = ["draw_map", "write_map"]


def draw_map(report: Report, *, title: str | None = None) -> str:
    """Give the page of a report: its map, its text and its tables in one HTML file that works offline.

    Parameters
    ----------
    report
        The report.
    title
        The title of the page; None for the report's own.

    Returns
    -------
    str
        HTML, the same for the same input; it loads nothing when it is opened.

    Raises
    ------
    GazetteerError
        When the installation lacks the data of the basemap.
    """
    view = choose_view(report)
    home = {entry.place.country for entry in report.entries} - {""}
    basemap = read_basemap(view, home)
    drawn = draw_folium(report, basemap, view)
    facts = describe_report(_credit_basemap(report), title=title or report.title)
    facts["map"] = _describe_map(report, basemap, view)
    return assemble_page(facts, drawn.html, drawn.script)


def _credit_basemap(report: Report) -> Report:
    """Give the report with the sources of the basemap among its own."""
    known = {source.name for source in report.sources}
    return replace(report, sources=(*report.sources, *credit_sources(set(BASEMAP_SOURCES) - known)))


def _describe_map(report: Report, basemap: Basemap, view: View) -> Mapping[str, Any]:
    """Give what the page has to know of the map besides its shapes."""
    fit = view.fit
    home = {entry.place.country for entry in report.entries if entry.place.feature != "country"}
    home = home or {entry.place.country for entry in report.entries}
    return {
        "fit": [[fit.south, fit.west], [fit.north, fit.east]],
        "west": view.west,
        "closest_zoom": view.closest_zoom,
        "inset": draw_inset(basemap.world, view, home),
        **place_labels(report, basemap, view),
    }


def write_map(report: Report, path: str | os.PathLike[str], *, title: str | None = None) -> Path:
    """Write the page of a report to a file, which is replaced whole or not at all.

    Parameters
    ----------
    report
        The report.
    path
        The file to write.
    title
        The title of the page; None for the report's own.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    RenderError
        When the file cannot be written.
    """
    return write_whole(draw_map(report, title=title), path)
