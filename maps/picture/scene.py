"""What a picture shows before anything of it is drawn: the story, its words, what lies under it, and the first view."""

from dataclasses import dataclass, replace
from typing import Any

from geo.report import Report
from maps.borders import borders_note
from maps.cartography.basemap import Basemap, read_basemap
from maps.cartography.credit import credit_basemap
from maps.cartography.labels import place_labels
from maps.cartography.shading import Shading, shade_areas
from maps.cartography.territory import redraw_countries
from maps.cartography.view import View, choose_view
from maps.citations import credit_line
from maps.options import MapOptions
from maps.page.facts import describe_report

__all__ = ["Scene", "set_scene"]

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a picture shows.

    Parameters
    ----------
    report
        The report, its countries with the extent that the view of borders gives them.
    facts
        Its words.
    view
        The first view of the map.
    basemap
        What lies under the story.
    shading
        The areas shaded by how often they are named; None for none.
    labels, anchors
        The names of the basemap, and where those of the story's areas may stand.
    """

    report: Report
    facts: Facts
    view: View
    basemap: Basemap
    shading: Shading | None
    labels: list[Facts]
    anchors: dict[str, Any]

    @property
    def home(self) -> set[str]:
        """The countries in which the story plays: those of its places, or those that it names."""
        entries = self.report.entries
        countries = {entry.place.country for entry in entries if entry.place.feature != "country"}
        return countries or {entry.place.country for entry in entries}


def set_scene(report: Report, options: MapOptions) -> Scene:
    """Give what the picture of a report shows: the same as its page.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.

    Raises
    ------
    GazetteerError
        When the installation lacks the data of the basemap.
    """
    report = redraw_countries(report, options.borders)
    credited = credit_basemap(report)
    facts = describe_report(credited, replace(options, with_text=False))
    facts["credit"] = credit_line(credited, facts["language"])
    view = choose_view(report)
    basemap = read_basemap(view, {entry.place.country for entry in report.entries} - {""}, options.borders)
    shading = shade_areas(report, view, options)
    facts["borders"] = borders_note(options, facts["language"])
    facts["shading"] = _describe_shading(shading)
    named = place_labels(report, basemap, view, borders=options.borders, language=facts["language"])
    return Scene(report=report, facts=facts, view=view, basemap=basemap, shading=shading, **named)


def _describe_shading(shading: Shading | None) -> Facts | None:
    if shading is None:
        return None
    areas = [{"name": area.name, "count": area.count} for area in shading.areas]
    return {"level": shading.level, "areas": areas, "labels": list(shading.labels)}
