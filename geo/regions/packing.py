"""Make layers in memory: out of geometries, and out of other layers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.regions.layers import UNITS_PER_DEG, Layer

__all__ = ["merge_layers", "pack_layer", "round_to_grid", "take_features"]

_Geometries = npt.NDArray[np.object_]


def pack_layer(table: dict[str, list[str]], geometries: _Geometries) -> Layer:
    """Give polygons as a layer, every vertex on the grid of 1e-5 degree that layers are kept on.

    Parameters
    ----------
    table
        The attributes: a list of strings a column, a string a feature.
    geometries
        A valid Polygon or MultiPolygon a feature, degrees, OGC:CRS84.

    Examples
    --------
    >>> layer = pack_layer({"region_id": ["a"]}, np.array([shapely.box(0, 0, 1, 1)], dtype=object))
    >>> layer.geometries([0])[0].area
    1.0
    """
    multi = _as_multi(round_to_grid(geometries))
    if len(multi):
        _, vertices, offsets = shapely.to_ragged_array(multi)
    else:
        vertices, offsets = np.empty((0, 2)), (np.zeros(1, dtype=np.int32),) * 3
    return Layer(
        table=table,
        bounds_deg=np.asarray(shapely.bounds(multi), dtype=np.float64).reshape(-1, 4),
        coordinates=np.round(vertices[:, :2] * UNITS_PER_DEG).astype(np.int32),
        offsets=tuple(starts.astype(np.int32) for starts in offsets),
    )


def round_to_grid(geometries: _Geometries) -> _Geometries:
    """Give areas with every vertex on the grid of layers: neighbours that share vertices still do.

    Parameters
    ----------
    geometries
        Valid Polygons and MultiPolygons, degrees, OGC:CRS84. What the grid breaks is mended; an area smaller than it is
        as large as a square of it, for it lies somewhere all the same.
    """
    vertices = np.round(shapely.get_coordinates(geometries) * UNITS_PER_DEG) / UNITS_PER_DEG
    rounded: _Geometries = shapely.set_coordinates(shapely.force_2d(geometries).copy(), vertices)
    broken = np.flatnonzero(~shapely.is_valid(rounded))
    rounded[broken] = shapely.set_precision(geometries[broken], 1 / UNITS_PER_DEG)
    gone = np.flatnonzero(shapely.is_empty(rounded))
    rounded[gone] = [_square(one) for one in geometries[gone]]
    return rounded


def _square(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    step = 1 / UNITS_PER_DEG
    west, south = (np.floor(side * UNITS_PER_DEG) / UNITS_PER_DEG for side in geometry.bounds[:2])
    return shapely.box(west, south, west + step, south + step)


def _as_multi(geometries: _Geometries) -> _Geometries:
    parts, which = shapely.get_parts(geometries, return_index=True)
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    multi: _Geometries = np.full(len(geometries), None, dtype=object)
    shapely.multipolygons(parts[polygons], indices=which[polygons], out=multi)
    return multi


def take_features(layer: Layer, positions: npt.ArrayLike) -> Layer:
    """Give some features of a layer, in the order asked for.

    Parameters
    ----------
    layer
        The layer.
    positions
        The positions of the features wanted.
    """
    chosen = np.asarray(positions, dtype=np.intp)
    taken, packed = chosen, []
    for offsets in reversed(layer.offsets):
        counts = (offsets[taken + 1] - offsets[taken]).astype(np.int64)
        starts = np.concatenate([[0], np.cumsum(counts)])
        steps = np.arange(starts[-1]) - np.repeat(starts[:-1], counts)
        taken = (np.repeat(offsets[taken].astype(np.int64), counts) + steps).astype(np.intp)
        packed.append(starts.astype(np.int32))
    return Layer(
        table={name: [column[at] for at in chosen.tolist()] for name, column in layer.table.items()},
        bounds_deg=layer.bounds_deg[chosen],
        coordinates=layer.coordinates[taken],
        offsets=tuple(reversed(packed)),
    )


def merge_layers(layers: Sequence[Layer], columns: Sequence[str]) -> Layer:
    """Give the features of several layers one after another.

    Parameters
    ----------
    layers
        Layers of polygons, at least one.
    columns
        The attributes to keep; where a layer has none of a name, its features have an empty one.
    """
    lengths = [len(layer) for layer in layers]
    return Layer(
        table={
            name: [
                text
                for layer, length in zip(layers, lengths, strict=True)
                for text in layer.table.get(name, [""] * length)
            ]
            for name in columns
        },
        bounds_deg=np.concatenate([layer.bounds_deg for layer in layers]),
        coordinates=np.concatenate([layer.coordinates for layer in layers]),
        offsets=tuple(_chain([layer.offsets[level] for layer in layers]) for level in range(len(layers[0].offsets))),
    )


def _chain(parts: Sequence[npt.NDArray[np.int32]]) -> npt.NDArray[np.int32]:
    """Put offsets one after another, each counted on from the end of the one before."""
    ends = np.cumsum([0, *(int(part[-1]) for part in parts)])
    shifted = [part[:-1] + end for part, end in zip(parts, ends, strict=False)]
    return np.concatenate([*shifted, ends[-1:]]).astype(np.int32)
