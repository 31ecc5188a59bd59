"""Whose view of disputed borders a map shows: who a piece of land is drawn with, and which borders are marked.

Three views, :data:`maps.options.BORDERS`: ``"iso"``, each area with the country of ISO 3166; ``"de-facto"``, with who
holds it; ``"disputed"``, each area by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.regions.disputed import disputed_areas, region_pieces
from geo.regions.layers import open_layer
from geo.regions.sets import country_geometry
from geo.report import Entry, Report
from maps.cartography.layers import Layer
from maps.options import Borders

__all__ = ["area_in", "country_extent", "divide_regions", "is_disputed", "redraw_countries", "territories_of"]

_OWN = "~"
"""Before the identifier of an area that is drawn as a territory of its own."""


def _territory(country: str, area_id: str, borders: Borders) -> str:
    """Give what a piece of land is drawn with: a country's code, or an area of its own."""
    if not area_id:
        return country
    area = disputed_areas()[area_id]
    if borders == "de-facto":
        return area.holder or _OWN + area_id
    if borders == "disputed" and not area.is_lease:
        return _OWN + area_id
    return area.country or country


def territories_of(layer: Layer, borders: Borders) -> list[str]:
    """Give for each shape what it is drawn with, so that a border lies where two shapes differ.

    Parameters
    ----------
    layer
        First-level regions, divided, or the world's countries.
    borders
        Whose view.

    Returns
    -------
    list of str
        ISO 3166-1 alpha-2; ``"~"`` and its identifier for an area that is drawn by itself.
    """
    pairs = zip(layer.countries, layer.areas, strict=True)
    return [_territory(country, area_id, borders) for country, area_id in pairs]


def is_disputed(territory: str) -> bool:
    """Tell whether a territory is an area of its own, drawn by itself.

    Parameters
    ----------
    territory
        As :func:`territories_of` gives it.
    """
    return territory.startswith(_OWN)


def area_in(territory: str) -> str:
    """Give the identifier of the area that is drawn by itself.

    Parameters
    ----------
    territory
        As :func:`territories_of` gives it; one for which :func:`is_disputed` holds.

    Examples
    --------
    >>> area_in("~crimea")
    'crimea'
    """
    return territory.removeprefix(_OWN)


@cache
def _area_of() -> dict[str, str]:
    """Give the area of each first-level region that lies in one as a whole."""
    return {
        region_id: area.area_id
        for area in disputed_areas().values()
        for region_id in area.regions
        if region_id not in region_pieces()
    }


def divide_regions(regions: Layer, borders: Borders) -> Layer:
    """Give first-level regions with the areas they lie in, those divided through which a border runs in a view.

    Parameters
    ----------
    regions
        First-level regions.
    borders
        Whose view.

    Returns
    -------
    Layer
        A coverage still: a divided region stands in several rows, one for each piece.
    """
    shapes: list[BaseGeometry] = []
    rows: list[int] = []
    areas: list[str] = []
    for row, region_id in enumerate(regions.ids):
        pieces = region_pieces().get(region_id, ())
        drawn_with = {_territory(regions.countries[row], area_id, borders) for area_id, _ in pieces}
        if len(drawn_with) > 1:
            shapes += [geometry for _, geometry in pieces]
            areas += [area_id for area_id, _ in pieces]
            rows += [row] * len(pieces)
        else:
            shapes.append(regions.shapes[row])
            areas.append(_area_of().get(region_id, ""))
            rows.append(row)
    return replace(regions.take(np.array(shapes, dtype=object), rows), areas=areas)


@cache
def _moved(borders: Borders) -> frozenset[str]:
    """Give the countries whose extent in a view is not that of the region set."""
    moved = set()
    countries = dict(
        zip(*(open_layer("boundaries/admin1").table[key] for key in ("region_id", "parent_id")), strict=True)
    )
    for area in disputed_areas().values():
        for region_id in area.regions:
            country = countries[region_id]
            drawn_with = _territory(country, area.area_id, borders)
            if drawn_with != country:
                moved |= {country, drawn_with}
    return frozenset(moved)


def country_extent(country: str, borders: Borders) -> BaseGeometry:
    """Give the land that is drawn with a country.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2, one of :func:`geo.regions.countries`.
    borders
        Whose view.

    Returns
    -------
    Polygon or MultiPolygon
        Degrees, OGC:CRS84.

    Examples
    --------
    >>> crimea = shapely.Point(34.1, 45.2)
    >>> country_extent("UA", "iso").contains(crimea), country_extent("UA", "de-facto").contains(crimea)
    (True, False)
    """
    if country not in _moved(borders):
        extent: BaseGeometry = country_geometry(country)
        return extent
    return _gather(country, borders)


@cache
def _gather(country: str, borders: Borders) -> BaseGeometry:
    """Give the union of the regions and the pieces of regions that are drawn with a country."""
    layer = open_layer("boundaries/admin1")
    near = {region for area in disputed_areas().values() for region in area.regions}
    columns = zip(layer.table["region_id"], layer.table["parent_id"], strict=True)
    rows = [row for row, (region_id, parent_id) in enumerate(columns) if parent_id == country or region_id in near]
    regions = Layer(
        shapes=layer.geometries(rows),
        ids=[layer.table["region_id"][row] for row in rows],
        names=[""] * len(rows),
        countries=[layer.table["parent_id"][row] for row in rows],
        areas=[""] * len(rows),
    )
    divided = divide_regions(regions, borders)
    own = [shape for shape, drawn_with in _pairs(divided, borders) if drawn_with == country]
    return shapely.coverage_union_all(own)


def _pairs(layer: Layer, borders: Borders) -> Iterable[tuple[BaseGeometry, str]]:
    return zip(layer.shapes, territories_of(layer, borders), strict=True)


def redraw_countries(report: Report, borders: Borders) -> Report:
    """Give a report whose countries have the extent that a view gives them.

    Where every disputed area is drawn by itself, the outlines of countries stay those of ISO 3166.

    Parameters
    ----------
    report
        The report.
    borders
        Whose view.
    """
    view: Borders = "iso" if borders == "disputed" else borders
    return replace(report, entries=_redraw(report.entries, view))


def _redraw(entries: Sequence[Entry], view: Borders) -> tuple[Entry, ...]:
    redrawn = []
    for entry in entries:
        country = entry.place.country
        if entry.outline is not None and entry.place.feature == "country" and country in _moved(view):
            redrawn.append(replace(entry, outline=replace(entry.outline, geometry=country_extent(country, view))))
        else:
            redrawn.append(entry)
    return tuple(redrawn)
