"""The map under the story: land, borders, lakes, rivers and their labels, clipped to the view.

Near the story the basemap is drawn in full; beyond it the coarse world goes on, so that zooming out shows no void.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.cartography.layers import Layer, read_layer
from maps.cartography.linework import border_lines, shared_lines
from maps.cartography.shapes import clip_shapes
from maps.cartography.territory import divide_regions, is_disputed, territories_of
from maps.cartography.view import Box, View
from maps.options import Borders

__all__ = ["BASEMAP_SOURCES", "Basemap", "read_basemap"]

BASEMAP_SOURCES = ("GeoNames", "Natural Earth")
"""Where the names, and the land and borders, under every map come from; names of :data:`geo.sources.SOURCES`."""

# A view this coarse needs no more than the coarse world.
_WORLD_DEG_PER_PX = 0.15
# Bends smaller than this are left out of a map of a large part of the world.
_LEAST_BEND_PX = 1.5
# Islands are left out when they are shorter than this many times what a line may be moved.
_LEAST_ISLAND = 4
_MAX_LAT_DEG = 84.0

Shapes = NDArray[np.object_]
_NOTHING: Shapes = np.array([], dtype=object)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """What lies under the story, wrapped as the view is; degrees, OGC:CRS84.

    Parameters
    ----------
    land
        Areas of land where the map is drawn in full.
    far_land
        Areas of land beyond.
    lakes
        Areas of water on land.
    rivers, borders, far_borders, provinces
        Lines: of rivers, between countries, between countries far away, between first-level regions.
    disputed, far_disputed
        Borders of disputed areas, near and far away; none where the view draws each area with a country.
    world
        The countries of the whole world, coarsely.
    regions
        The first-level regions of the story's countries in the detail; none where they are too small to see.
    """

    land: Shapes
    far_land: Shapes
    lakes: Shapes
    rivers: Shapes
    borders: Shapes
    far_borders: Shapes
    provinces: Shapes
    disputed: Shapes
    far_disputed: Shapes
    world: Layer
    regions: Layer


def _everywhere(view: View) -> Box:
    return Box(west=view.west, south=-_MAX_LAT_DEG, east=view.west + 360.0, north=_MAX_LAT_DEG)


def _around(box: Box, world: Box) -> list[Box]:
    """Give the parts of the world beside a box, as four boxes."""
    sides = (
        Box(west=world.west, south=world.south, east=box.west, north=world.north),
        Box(west=box.east, south=world.south, east=world.east, north=world.north),
        Box(west=box.west, south=world.south, east=box.east, north=box.south),
        Box(west=box.west, south=box.north, east=box.east, north=world.north),
    )
    return [side for side in sides if side.west < side.east and side.south < side.north]


def _clip_layer(layer: Layer, box: Box) -> Layer:
    return layer.take(*clip_shapes(layer.shapes, box))


def read_basemap(view: View, home: Collection[str], borders: Borders = "iso") -> Basemap:
    """Give the basemap of a view from the data that ships with Dateline.

    Parameters
    ----------
    view
        The first view of the map.
    home
        The countries of the story, ISO 3166-1 alpha-2: only their first-level regions are drawn.
    borders
        Whose view of disputed borders to draw.

    Raises
    ------
    GazetteerError
        When the installation lacks the data.
    """
    everywhere = _everywhere(view)
    world = read_layer("world", everywhere)
    is_world = view.deg_per_px > _WORLD_DEG_PER_PX
    detail = everywhere if is_world else view.detail
    near = world if is_world else _read_regions(view, borders)
    known, disputed = _borders(near, borders)
    far_known, far_disputed = (_simplify(lines, view) for lines in _borders(world, borders))
    rows = [row for row, code in enumerate(near.countries) if code in home and not view.is_wide]
    regions = near.take(near.shapes[rows], rows)
    return Basemap(
        land=clip_shapes(_join_land(near, view.near_tolerance_deg if is_world else 0.0), detail)[0],
        far_land=_beside(_join_land(world, view.far_tolerance_deg), detail, everywhere),
        lakes=clip_shapes(read_layer("lakes", detail).shapes, detail)[0],
        rivers=_rivers(detail, view),
        borders=clip_shapes(known, detail)[0],
        far_borders=_beside(far_known, detail, everywhere),
        provinces=clip_shapes(shared_lines(regions.shapes, territories_of(regions, borders))[1], detail)[0],
        disputed=clip_shapes(disputed, detail)[0],
        far_disputed=_beside(far_disputed, detail, everywhere),
        world=_clip_layer(world, everywhere),
        regions=_clip_layer(regions, detail),
    )


def _borders(layer: Layer, borders: Borders) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    """Give the borders that a view does not mark, and those that it marks as disputed."""
    territories = territories_of(layer, borders)
    doubtful = {one for one in territories if is_disputed(one)} if borders == "disputed" else set()
    return border_lines(layer.shapes, territories, doubtful)


def _simplify(lines: list[BaseGeometry], view: View) -> Shapes:
    simple: Shapes = shapely.simplify(np.array(lines, dtype=object), view.far_tolerance_deg, preserve_topology=False)
    return simple


def _read_regions(view: View, borders: Borders) -> Layer:
    """Give the first-level regions about the detail, each whole, with no more bends than can be seen."""
    regions = divide_regions(read_layer("regions", view.detail), borders)
    if not view.is_wide:
        return regions
    simple = shapely.coverage_simplify(regions.shapes, _LEAST_BEND_PX * view.deg_per_px)
    return regions.take(simple, list(range(len(simple))))


def _join_land(layer: Layer, tolerance_deg: float) -> Shapes:
    """Give the land of a layer without the borders in it and, with a tolerance, without what is too small to see."""
    land: Shapes = shapely.get_parts(shapely.coverage_union_all(layer.shapes))
    if not tolerance_deg:
        return land
    west, south, east, north = shapely.bounds(land).T
    seen = land[np.maximum(east - west, north - south) > _LEAST_ISLAND * tolerance_deg]
    simple: Shapes = shapely.simplify(seen, tolerance_deg, preserve_topology=False)
    return simple


def _rivers(detail: Box, view: View) -> Shapes:
    """Give the rivers of the detail and, simpler, of as much again around it, where they would break off."""
    width, height = (detail.east - detail.west) / 2, (detail.north - detail.south) / 2
    around = Box(
        west=max(detail.west - width, view.west),
        south=max(detail.south - height, -_MAX_LAT_DEG),
        east=min(detail.east + width, view.west + 360.0),
        north=min(detail.north + height, _MAX_LAT_DEG),
    )
    rivers = read_layer("rivers", around).shapes
    near, far = (
        shapely.simplify(rivers, tolerance_deg, preserve_topology=False)
        for tolerance_deg in (view.near_tolerance_deg, view.far_tolerance_deg)
    )
    return np.concatenate([clip_shapes(near, detail)[0], _beside(far, detail, around)])


def _beside(shapes: Shapes, detail: Box, everywhere: Box) -> Shapes:
    """Give what lies beside the detail."""
    return np.concatenate([_NOTHING, *(clip_shapes(shapes, side)[0] for side in _around(detail, everywhere))])
