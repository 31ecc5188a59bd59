"""Geometries of every kind, and layers small enough to be known by heart."""

import numpy as np
import shapely
from shapely import (
    GeometryCollection,
    LinearRing,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
)

from geo.regions.layers import UNITS_PER_DEG, Layer

ZOO = {
    "nothing": None,
    "point": Point(-75.27, -10.74),
    "point with height": Point(-75.27, -10.74, 1470),
    "empty point": Point(),
    "point that is not a number": Point(float("nan"), float("nan")),
    "point beyond the pole": Point(0, 95),
    "points": MultiPoint([(-75.27, -10.74), (-75.4, -10.58)]),
    "empty points": MultiPoint(),
    "line": LineString([(-75.27, -10.74), (-75.4, -10.58)]),
    "empty line": LineString(),
    "ring": LinearRing([(-75, -11), (-74, -11), (-74, -10), (-75, -11)]),
    "lines": MultiLineString([[(-75, -11), (-74, -11)], [(-75, -10), (-74, -10)]]),
    "polygon": box(-75.3, -10.8, -75.2, -10.7),
    "polygon with a hole": Polygon(
        box(-75.4, -10.9, -75.1, -10.6).exterior, [box(-75.3, -10.8, -75.2, -10.7).exterior]
    ),
    "bow-tie": Polygon([(-75, -11), (-74, -10), (-74, -11), (-75, -10), (-75, -11)]),
    "flat polygon": Polygon([(-75, -11), (-74, -11), (-73, -11), (-75, -11)]),
    "empty polygon": Polygon(),
    "polygons": MultiPolygon([box(-75, -11, -74, -10), box(-73, -11, -72, -10)]),
    "empty polygons": MultiPolygon(),
    "collection": GeometryCollection([Point(-75.27, -10.74), LineString([(-75, -11), (-74, -11)])]),
    "empty collection": GeometryCollection(),
    "across the antimeridian": MultiPolygon([box(179, -18, 180, -17), box(-180, -18, -179, -17)]),
    "the whole Earth": box(-180, -90, 180, 90),
}
"""Geometries by what they are, longitude and latitude in degrees."""

# A country of three regions, "A-1" with a hole in which "A-2" lies, and an island of "B-1" across the antimeridian:
#
#     10   ┌─────────┬───────┐
#          │  A-1    │  A-3  │
#          │  ┌───┐  │       │
#          │  │A-2│  │       │
#          │  └───┘  │       │
#      0   └─────────┴───────┘
#          0         10      18
LANDS = {
    "A-1": Polygon(box(0, 0, 10, 10).exterior, [box(4, 4, 6, 6).exterior]),
    "A-2": box(4, 4, 6, 6),
    "A-3": box(10, 0, 18, 10),
    "B-1": MultiPolygon([box(179, -18, 180, -16), box(-180, -18, -179.5, -16)]),
}
"""Regions of an invented world, by their ids."""


def make_layer(regions):
    """Give a layer of polygons by their ids."""
    shapes = [shapely.MultiPolygon([one]) if one.geom_type == "Polygon" else one for one in regions.values()]
    _, vertices, offsets = shapely.to_ragged_array(shapes)
    return Layer(
        table={"region_id": list(regions)},
        bounds_deg=shapely.bounds(shapes),
        coordinates=np.round(vertices * UNITS_PER_DEG).astype("<i4"),
        offsets=tuple(part.astype("<i4") for part in offsets),
    )
