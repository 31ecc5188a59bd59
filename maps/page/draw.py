"""Drawing the page of a report."""

from collections.abc import Mapping
from typing import Any

from geo.report import Report
from maps.borders import borders_note
from maps.cartography.basemap import Basemap, read_basemap
from maps.cartography.credit import credit_basemap
from maps.cartography.inset import draw_inset
from maps.cartography.labels import place_labels
from maps.cartography.shading import Shading, shade_areas
from maps.cartography.territory import redraw_countries
from maps.cartography.view import View, choose_view
from maps.options import MapOptions
from maps.page.assemble import assemble_page
from maps.page.candidates import draw_candidates, gather_candidates
from maps.page.facts import describe_report
from maps.page.folium_map import draw_folium
from maps.words import choose_language

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
    report = redraw_countries(report, options.borders)
    view = choose_view(report)
    home = {entry.place.country for entry in report.entries} - {""}
    basemap = read_basemap(view, home, options.borders)
    shading = shade_areas(report, view, options)
    drawn = draw_folium(report, basemap, view, shading)
    candidates = gather_candidates(report)
    facts = describe_report(credit_basemap(report), options, candidates)
    facts["map"] = {
        **_describe_map(report, basemap, view, options),
        "shading": _describe_shading(shading),
        "outlines": draw_candidates(list(candidates.values()), view),
    }
    return assemble_page(facts, drawn.html, drawn.script, embedded=options.embedded)


def _describe_map(report: Report, basemap: Basemap, view: View, options: MapOptions) -> Mapping[str, Any]:
    """Give what the page has to know of the map besides its shapes."""
    fit, language = view.fit, choose_language(report, options)
    home = {entry.place.country for entry in report.entries if entry.place.feature != "country"}
    home = home or {entry.place.country for entry in report.entries}
    return {
        "fit": [[fit.south, fit.west], [fit.north, fit.east]],
        "west": view.west,
        "closest_zoom": view.closest_zoom,
        "inset": draw_inset(basemap.world, view, home),
        "borders": borders_note(options, language),
        "has_disputed": len(basemap.disputed) > 0,
        **place_labels(report, basemap, view, borders=options.borders, language=language),
    }


def _describe_shading(shading: Shading | None) -> dict[str, Any] | None:
    """Give the names and counts of the shaded areas and what their shades mean, in the order of the shapes."""
    if shading is None:
        return None
    areas = [{"name": area.name, "count": area.count, "at": [area.lat, area.lon]} for area in shading.areas]
    return {"level": shading.level, "areas": areas, "labels": list(shading.labels)}
