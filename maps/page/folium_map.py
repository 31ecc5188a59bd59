"""A report's map as folium draws it: geometry under names of our own, and not one word.

What folium is given it renders twice as a template, so no text of a document, a gazetteer or a user
passes through here; the page's own script puts the words beside the shapes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import folium
from branca.element import Element, Figure
from shapely.geometry.base import BaseGeometry

from geo.report import Report
from maps.cartography.basemap import Basemap
from maps.cartography.shading import Shading
from maps.cartography.shapes import thin_shape, to_geojson, wrap_shape
from maps.cartography.view import View
from maps.story import contenders_of, kind_of

__all__ = ["FoliumMap", "draw_folium", "wrap_lon"]

# Disputed borders lie above the outlines of countries, which would cover them.
_QUIET_PANES = {"land": 210, "water": 220, "borders": 230, "disputed": 415}
_STORY_PANES = {"shades": 215, "areas": 410, "regions": 420}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoliumMap:
    """What folium made of a report.

    Parameters
    ----------
    html
        The element that holds the map.
    script
        The script that fills it; its variables are called ``dateline_map``, ``dateline_land`` and so on.
    """

    html: str
    script: str


def wrap_lon(lon: float, view: View) -> float:
    """Give a longitude in degrees as it lies in the view's world.

    Parameters
    ----------
    lon
        Degrees, -180 to 180.
    view
        The view, which may be cut open at another meridian than 180.
    """
    return (lon - view.west) % 360.0 + view.west


def draw_folium(report: Report, basemap: Basemap, view: View, shading: Shading | None = None) -> FoliumMap:
    """Give the map of a report as HTML and script, the same for the same input.

    Parameters
    ----------
    report
        The report; of its entries only outlines and points are drawn.
    basemap
        What lies under them.
    view
        The first view.
    shading
        The areas shaded by how often they are named; None for none.
    """
    drawn = folium.Map(
        location=[(view.fit.south + view.fit.north) / 2, (view.fit.west + view.fit.east) / 2],
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        zoom_snap=0.25,
        max_bounds_viscosity=1.0,
    )
    drawn.default_js, drawn.default_css = [], []
    names: dict[str, Element] = {"map": drawn}
    for pane, z_index in (_QUIET_PANES | _STORY_PANES).items():
        answers = pane in _STORY_PANES
        names[f"{pane}_pane"] = folium.map.CustomPane(pane, z_index=z_index, pointer_events=answers)
    shades = {"shades": _shade_layer(shading, view)}
    layers = {**_basemap_layers(basemap, view), **shades, **_story_layers(report, view)}
    names |= layers
    for element in list(names.values())[1:]:
        drawn.add_child(element)
    figure = Figure()
    figure.add_child(drawn)
    drawn.render()  # type: ignore[no-untyped-call]
    return FoliumMap(html=_rename(figure.html.render(), names), script=_rename(figure.script.render(), names))


def _rename(rendered: str, names: dict[str, Element]) -> str:
    """Put our names where folium put random ones, and write its numbers without blanks between."""
    for name, element in names.items():
        rendered = rendered.replace(element.get_name(), f"dateline_{name}")
    return rendered.replace(", ", ",")


def _shapes(shapes: Iterable[BaseGeometry], decimals: int, name: str, pane: str) -> folium.GeoJson:
    return folium.GeoJson(
        to_geojson(list(shapes), decimals), class_name=name, pane=pane, interactive=False, smooth_factor=0.7
    )


def _basemap_layers(basemap: Basemap, view: View) -> dict[str, Element]:
    near, far = view.decimals, min(2, view.decimals)
    return {
        "far_land": _shapes(basemap.far_land, far, "land", "land"),
        "land": _shapes(basemap.land, near, "land", "land"),
        "lakes": _shapes(basemap.lakes, near, "lake", "water"),
        "rivers": _shapes(basemap.rivers, near, "river", "water"),
        "provinces": _shapes(basemap.provinces, near, "province", "borders"),
        "far_borders": _shapes(basemap.far_borders, far, "border", "borders"),
        "borders": _shapes(basemap.borders, near, "border", "borders"),
        "far_disputed": _shapes(basemap.far_disputed, far, "border disputed", "disputed"),
        "disputed": _shapes(basemap.disputed, near, "border disputed", "disputed"),
    }


def _feature(geometry: dict[str, Any], **properties: int) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _point(lon: float, lat: float, view: View) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [round(wrap_lon(lon, view), 5), round(lat, 5)]}


def _story_layers(report: Report, view: View) -> dict[str, Element]:
    outlines: dict[str, list[dict[str, Any]]] = {"areas": [], "regions": []}
    points, contenders = [], []
    for number, entry in enumerate(report.entries):
        if entry.outline is not None:
            shape = wrap_shape(entry.outline.geometry, view.west)
            thin = thin_shape(shape, view)
            kind = "areas" if kind_of(entry) == "area" else "regions"
            outlines[kind].append(_feature(to_geojson([thin], view.decimals), place=number))
        elif entry.place.lonlat is not None:
            points.append(_feature(_point(entry.place.lonlat.lon, entry.place.lonlat.lat, view), place=number))
    for number, other in enumerate(report.unplaced):
        for rank, contender in enumerate(contenders_of(other)):
            point = _point(contender.lonlat.lon, contender.lonlat.lat, view)
            contenders.append(_feature(point, unplaced=number, contender=rank))
    areas = {kind: _collection(features, class_name=kind, pane=kind) for kind, features in outlines.items()}
    bare = folium.Marker(icon=folium.DivIcon(icon_size=(0, 0), class_name="symbol"))
    # Of many dots the page shows those in view, so it is the page that puts them onto its map.
    dots = {"contenders": contenders, "places": points}
    return {**areas, **{name: _collection(features, marker=bare, show=False) for name, features in dots.items()}}


def _shade_layer(shading: Shading | None, view: View) -> Element:
    areas = shading.areas if shading else ()
    features = [
        _feature(to_geojson([area.geometry], view.decimals), area=number, shade=area.shade)
        for number, area in enumerate(areas)
    ]
    return _collection(features, class_name="shade", pane="shades")


def _collection(features: list[dict[str, Any]], **options: Any) -> folium.GeoJson:  # noqa: ANN401 - Leaflet's
    return folium.GeoJson({"type": "FeatureCollection", "features": features}, **options)
