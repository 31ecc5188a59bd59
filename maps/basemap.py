"""The map under the story: land, borders, lakes, rivers and their labels, clipped to the view.

Near the story the basemap is drawn in full; beyond it the coarse world goes on, so that zooming out shows no void.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.layers import Layer, read_layer
from maps.linework import shared_lines
from maps.shapes import clip_shapes
from maps.view import Box, View

__all__ = ["BASEMAP_SOURCES", "Basemap", "read_basemap"]

BASEMAP_SOURCES = ("GeoNames", "Natural Earth")
"""Where the names, and the land and borders, under every map come from; names of :data:`geo.sources.SOURCES`."""

# A view this coarse shows no first-level regions.
_PROVINCES_DEG_PER_PX = 0.03
# One still coarser needs no more than the coarse world.
_WORLD_DEG_PER_PX = 0.15
# Bends smaller than this are left out of a map of a large part of the world.
_LEAST_BEND_PX = 1.5
# Islands far away are left out when they are shorter than this many times what a far line may be moved.
_LEAST_FAR_ISLAND = 6

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
    world
        The countries of the whole world, coarsely.
    regions
        The first-level regions of the story's countries in the detail; none where they are too small to see.
    """

    land: Shapes
    far_land: Shapes
    lakes: Shapes
    rivers: Shapes
    borders: list[BaseGeometry]
    far_borders: list[BaseGeometry]
    provinces: list[BaseGeometry]
    world: Layer
    regions: Layer


def _world(view: View) -> Box:
    return Box(west=view.west, south=-84.0, east=view.west + 360.0, north=84.0)


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


def read_basemap(view: View, home: Collection[str]) -> Basemap:
    """Give the basemap of a view from the data that ships with Dateline.

    Parameters
    ----------
    view
        The first view of the map.
    home
        The countries of the story, ISO 3166-1 alpha-2: only their first-level regions are drawn.

    Raises
    ------
    GazetteerError
        When the installation lacks the data.
    """
    everywhere = _world(view)
    world = _clip_layer(read_layer("world", everywhere), everywhere)
    is_wide, is_world = view.deg_per_px > _PROVINCES_DEG_PER_PX, view.deg_per_px > _WORLD_DEG_PER_PX
    detail = everywhere if is_world else view.detail
    near = world if is_world else _read_regions(view)
    borders, _ = shared_lines(near.shapes, near.countries)
    regions = [row for row, code in enumerate(near.countries) if code in home and not is_wide]
    return Basemap(
        land=shapely.get_parts(shapely.coverage_union_all(near.shapes)),
        far_land=_NOTHING if is_world else _beside(_far_land(world, view), detail, everywhere),
        lakes=clip_shapes(read_layer("lakes", detail).shapes, detail)[0],
        rivers=_rivers(detail, view),
        borders=borders,
        far_borders=[] if is_world else list(_beside(_far_borders(world, view), detail, everywhere)),
        provinces=shared_lines(near.shapes[regions], [""] * len(regions))[1],
        world=world,
        regions=near.take(near.shapes[regions], regions),
    )


def _read_regions(view: View) -> Layer:
    """Give the first-level regions of the detail, with no more bends than can be seen."""
    regions = read_layer("regions", view.detail)
    if view.deg_per_px > _PROVINCES_DEG_PER_PX:
        simple = shapely.coverage_simplify(regions.shapes, _LEAST_BEND_PX * view.deg_per_px)
        regions = regions.take(simple, list(range(len(simple))))
    return _clip_layer(regions, view.detail)


def _rivers(detail: Box, view: View) -> Shapes:
    """Give the rivers of the detail and, simpler, of as much again around it, where they would break off."""
    width, height = (detail.east - detail.west) / 2, (detail.north - detail.south) / 2
    around = Box(
        west=max(detail.west - width, view.west),
        south=max(detail.south - height, -90.0),
        east=min(detail.east + width, view.west + 360.0),
        north=min(detail.north + height, 90.0),
    )
    rivers = clip_shapes(read_layer("rivers", around).shapes, around)[0]
    far = shapely.simplify(_beside(rivers, detail, around), view.far_tolerance_deg, preserve_topology=False)
    near = shapely.clip_by_rect(rivers, detail.west, detail.south, detail.east, detail.north)
    return np.concatenate([near[~shapely.is_empty(near)], far])


def _far_land(world: Layer, view: View) -> Shapes:
    land: Shapes = shapely.get_parts(shapely.coverage_union_all(world.shapes))
    west, south, east, north = shapely.bounds(land).T
    seen = land[np.maximum(east - west, north - south) > _LEAST_FAR_ISLAND * view.far_tolerance_deg]
    simple: Shapes = shapely.simplify(seen, view.far_tolerance_deg, preserve_topology=False)
    return simple


def _far_borders(world: Layer, view: View) -> Shapes:
    borders = np.array(shared_lines(world.shapes, world.countries)[0], dtype=object)
    simple: Shapes = shapely.simplify(borders, view.far_tolerance_deg, preserve_topology=False)
    return simple


def _beside(shapes: Shapes, detail: Box, everywhere: Box) -> Shapes:
    """Give what lies beside the detail, of shapes that are wrapped already."""
    sides = [
        shapely.clip_by_rect(shapes, side.west, side.south, side.east, side.north)
        for side in _around(detail, everywhere)
    ]
    beside: Shapes = np.concatenate([*sides, _NOTHING])
    return beside[~shapely.is_empty(beside)]
