"""Holdings for tests: regions, and zones packed as a layer."""

import numpy as np
import shapely

from geo.regions.layers import UNITS_PER_DEG, Layer

__all__ = ["HeldRegions", "HeldZones", "pack_zones"]


def pack_zones(polygons):
    """Give a layer of polygons by their ids, as sets of boundaries hold it."""
    ids = sorted(polygons)
    shapes = [shapely.multipolygons([polygons[one]]) for one in ids]
    kind, vertices, offsets = shapely.to_ragged_array(shapes)
    assert kind == shapely.GeometryType.MULTIPOLYGON
    empty = [""] * len(ids)
    return Layer(
        table={"region_id": ids, "name": ids, "parent_id": empty, "geonames_id": empty, "country": empty},
        bounds_deg=shapely.bounds(shapes),
        coordinates=np.round(vertices * UNITS_PER_DEG).astype(np.int32),
        offsets=tuple(np.asarray(one, dtype=np.int32) for one in offsets),
    )


class _Held:
    """A holding that brings no names."""

    def gazetteer_entries(self):
        return ()

    def credits(self):
        return ()


class HeldRegions(_Held):
    """Regions of one's own."""

    def __init__(self, *regions):
        self.regions = regions

    def named_regions(self):
        return self.regions


class HeldZones(_Held):
    """Boundaries of one's own: zones alone."""

    def __init__(self, *sets):
        self.sets = sets

    def boundary_sets(self):
        return self.sets
