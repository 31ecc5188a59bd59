"""Drawing the page of a report."""

from collections.abc import Mapping
from typing import Any

from geo.report import Report
from maps.cartography.basemap import Basemap, read_basemap
from maps.cartography.credit import credit_basemap
from maps.cartography.inset import draw_inset
from maps.cartography.labels import place_labels
from maps.cartography.view import View, choose_view
from maps.options import MapOptions
from maps.page.assemble import assemble_page
from maps.page.facts import describe_report
from maps.page.folium_map import draw_folium

__all__ = ["draw_page"]


def draw_page(report: Report, options: MapOptions) -> str:
    """Give the page of a report: its map, its text and its tables in one HTML file that works offline.

    Parameters
    ----------
    report
        The report.
    options
        How the page is to be.

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
    facts = describe_report(credit_basemap(report), options)
    facts["map"] = _describe_map(report, basemap, view)
    return assemble_page(facts, drawn.html, drawn.script)


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
