"""The map under the story: land, borders, lakes, rivers and their labels, clipped to the view.

Near the story the basemap is drawn in full; beyond it the coarse world goes on, so that zooming out shows no void.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.layers import Layer, read_layer
from maps.linework import shared_lines
from maps.shapes import clip_shapes
from maps.view import Box, View

__all__ = ["Basemap", "read_basemap"]

# A view this coarse shows no first-level regions; one still coarser needs no more than the coarse world.
_PROVINCES_DEG_PER_PX = 0.03
_COARSE_DEG_PER_PX = 0.2

Shapes = NDArray[np.object_]


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
    coarse
        The countries of the whole world, coarsely.
    countries, regions
        The countries and the first-level regions where the map is drawn in full.
    """

    land: Shapes
    far_land: Shapes
    lakes: Shapes
    rivers: Shapes
    borders: list[BaseGeometry]
    far_borders: list[BaseGeometry]
    provinces: list[BaseGeometry]
    coarse: Layer
    countries: Layer
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
    """Clip a layer's shapes; what falls in several parts keeps its row's name for each."""
    shapes, rows = clip_shapes(layer.shapes, box)
    return Layer(
        shapes=shapes,
        ids=[layer.ids[row] for row in rows],
        names=[layer.names[row] for row in rows],
        countries=[layer.countries[row] for row in rows],
    )


def read_basemap(view: View) -> Basemap:
    """Give the basemap of a view from the data that ships with Dateline.

    Parameters
    ----------
    view
        The first view of the map.

    Raises
    ------
    GazetteerError
        When the installation lacks the data.
    """
    world, detail = _world(view), view.detail
    coarse = _clip_layer(read_layer("coarse countries", world), world)
    is_coarse = view.deg_per_px > _COARSE_DEG_PER_PX
    if is_coarse:
        detail = world
    near = coarse if is_coarse else _clip_layer(read_layer("countries", detail), detail)
    with_regions = view.deg_per_px <= _PROVINCES_DEG_PER_PX
    regions = _clip_layer(read_layer("regions", detail), detail) if with_regions else _NOTHING
    finest = regions if with_regions else near
    borders, provinces = shared_lines(finest.shapes, finest.countries)
    far = _NOTHING_SHAPES if is_coarse else _beside(coarse.shapes, detail, world)
    far_borders = [] if is_coarse else shared_lines(coarse.shapes, coarse.countries)[0]
    return Basemap(
        land=shapely.get_parts(shapely.coverage_union_all(finest.shapes)),
        far_land=far,
        lakes=clip_shapes(read_layer("lakes", detail).shapes, detail)[0],
        rivers=clip_shapes(read_layer("rivers", detail).shapes, detail)[0],
        borders=borders,
        far_borders=list(_beside(np.array(far_borders, dtype=object), detail, world)),
        provinces=provinces,
        coarse=coarse,
        countries=near,
        regions=regions,
    )


def _beside(shapes: Shapes, detail: Box, world: Box) -> Shapes:
    parts = [_clip_plain(shapes, side) for side in _around(detail, world)]
    return np.concatenate(parts) if parts else _NOTHING_SHAPES


def _clip_plain(shapes: Shapes, box: Box) -> Shapes:
    clipped = shapely.clip_by_rect(shapes, box.west, box.south, box.east, box.north)
    kept: Shapes = clipped[~shapely.is_empty(clipped)]
    return kept


_NOTHING_SHAPES: Shapes = np.array([], dtype=object)
_NOTHING = Layer(shapes=_NOTHING_SHAPES, ids=[], names=[], countries=[])
