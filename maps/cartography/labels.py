"""Where the names on a map may stand, and which names of the basemap are worth one."""

from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.regions.disputed import disputed_areas
from geo.report import Entry, Report
from maps.cartography.basemap import Basemap
from maps.cartography.layers import Layer
from maps.cartography.orientation import name_cities, name_waters
from maps.cartography.shapes import wrap_shape
from maps.cartography.territory import area_in, is_disputed, territories_of
from maps.cartography.view import View
from maps.names import local_name, name_of
from maps.options import Borders, Language
from maps.story import label_of
from maps.words import read_words

__all__ = ["place_labels"]

_DECIMALS = 3
_LEAST_SHARE = 0.01


def _anchor_points(shapes: NDArray[np.object_], view: View) -> list[list[list[float]]]:
    """Give for each area the points where its name may stand, the best first.

    Parameters
    ----------
    shapes
        Areas, wrapped as the view is, degrees, OGC:CRS84.
    view
        The first view.

    Returns
    -------
    list of lists of [longitude, latitude]
        A point within the part that the first view shows, where there is one, points within the quarters of
        that, and one within the whole.
    """
    box = view.first
    lon, lat = (box.west + box.east) / 2, (box.south + box.north) / 2
    windows = (
        (box.west, box.south, box.east, box.north),
        (box.west, lat, lon, box.north),
        (lon, lat, box.east, box.north),
        (box.west, box.south, lon, lat),
        (lon, box.south, box.east, lat),
    )
    seen = [shapely.clip_by_rect(shapes, *window) for window in windows]
    # What is a mere corner of a window has no room for a name.
    least = _LEAST_SHARE * (box.east - box.west) * (box.north - box.south)
    return [
        [_inner_point(part) for part in parts if shapely.area(part) > least] + [_inner_point(whole)]
        for *parts, whole in zip(*seen, shapes, strict=True)
    ]


def _inner_point(area: BaseGeometry) -> list[float]:
    parts = shapely.get_parts(area)
    point = shapely.point_on_surface(parts[int(np.argmax(shapely.area(parts)))])
    return [round(point.x, _DECIMALS), round(point.y, _DECIMALS)]


def _label_areas(layer: Layer, view: View, kind: str) -> list[dict[str, Any]]:
    """Give the labels of a layer's areas: one for each identifier, with where it may stand.

    Parameters
    ----------
    layer
        Areas with names, wrapped as the view is; of several with one identifier the largest counts.
    view
        The first view.
    kind
        ``"country"``, ``"disputed"`` or ``"province"``.

    Returns
    -------
    list of dict
        ``text``, ``kind``, ``id``, ``anchors`` and ``width``: how wide the area is, in degrees of longitude.
    """
    areas = shapely.area(layer.shapes)
    largest = {layer.ids[row]: int(row) for row in np.argsort(areas, kind="stable")}
    rows = sorted(largest.values(), key=lambda row: -areas[row])
    bounds = shapely.bounds(layer.shapes[rows])
    anchors = _anchor_points(layer.shapes[rows], view)
    return [
        {"text": layer.names[row], "kind": kind, "id": layer.ids[row], "anchors": points, "width": round(width, 2)}
        for row, points, width in zip(rows, anchors, (bounds[:, 2] - bounds[:, 0]).tolist(), strict=True)
        if layer.names[row]
    ]


def _name_territories(world: Layer, borders: Borders, language: Language) -> tuple[Layer, Layer]:
    """Give the countries and the disputed areas of a view, each row with the territory's identifier and name."""
    territories = territories_of(world, borders)
    ids = dict(zip(world.countries, world.names, strict=True))
    areas = disputed_areas()
    names = []
    for territory in territories:
        if is_disputed(territory):
            area = areas[area_in(territory)].names
            names.append(area.get(language, area["en"]))
        else:
            name = ids.get(territory, "")
            names.append(local_name(name, feature="country", country=territory, language=language))
    marked = [borders == "disputed" and is_disputed(territory) for territory in territories]
    named = replace(world, ids=territories, names=names)
    countries, disputed = ([row for row, mark in enumerate(marked) if mark is wanted] for wanted in (False, True))
    return named.take(named.shapes[countries], countries), named.take(named.shapes[disputed], disputed)


def place_labels(
    report: Report, basemap: Basemap, view: View, *, borders: Borders = "iso", language: Language = "en"
) -> dict[str, Any]:
    """Give the labels of the basemap, and where the names of the story's areas may stand.

    Parameters
    ----------
    report
        The report.
    basemap
        What lies under it.
    view
        The first view.
    borders
        Whose view of disputed borders the basemap shows.
    language
        The language of the labels.

    Returns
    -------
    dict
        ``labels``, the most important first, without the names that the story itself has; ``anchors``, points
        by the number of the entry.
    """
    areas = {number: entry.outline.geometry for number, entry in enumerate(report.entries) if entry.outline}
    shapes = np.array([wrap_shape(shape, view.west) for shape in areas.values()], dtype=object)
    named = {name for entry in report.entries for name in _names_of(entry, language)}
    countries, disputed = _name_territories(basemap.world, borders, language)
    disputed_form = read_words(language)["disputed_name"]
    labels = [
        *_label_areas(countries, view, "country"),
        *_label_areas(disputed, view, "disputed"),
        *name_waters(view, basemap.land, language),
        *_label_areas(_undisputed(basemap.regions, borders, language), view, "province"),
        *name_cities(view, language),
    ]
    unnamed = [label for label in labels if label["id"] not in named and label["text"] not in named]
    for label in unnamed:
        if label["kind"] == "disputed":
            label["text"] = disputed_form.replace("{name}", label["text"])
    return {
        "labels": unnamed,
        "anchors": dict(zip(map(str, areas), _anchor_points(shapes, view), strict=True)),
    }


def _undisputed(regions: Layer, borders: Borders, language: Language) -> Layer:
    """Give the regions that do not bear the name of a disputed area already, with their names in a language."""
    kept = [row for row, territory in enumerate(territories_of(regions, borders)) if not is_disputed(territory)]
    left = regions.take(regions.shapes[kept], kept)
    names = [
        local_name(name, feature="admin1", country=country, language=language)
        for name, country in zip(left.names, left.countries, strict=True)
    ]
    return replace(left, names=names)


def _names_of(entry: Entry, language: Language) -> tuple[str, ...]:
    """Give the names and identifiers under which the basemap would name an entry a second time."""
    country = (entry.place.country,) if entry.place.feature == "country" else ()
    return (entry.place.name, entry.place.id, name_of(entry.place, language), label_of(entry, language), *country)
