"""Regions: the boundaries that ship with Dateline, the named regions made of them, and what lies in which.

>>> from geo.regions import read_regions
>>> read_regions("country", ids=["PE"]).region_id.tolist()
['PE']
"""

from geo.regions.join import JOIN_COLUMNS, TOLERANCE_M, join_regions
from geo.regions.layers import BBox, Layer, open_layer
from geo.regions.named import (
    NamedRegion,
    RegionSource,
    Tier,
    named_regions,
    read_named_region,
    region_geometry,
    region_is_approximate,
    region_note,
    region_tiers,
    tier_members,
    touched_names,
)
from geo.regions.outlines import read_outlines
from geo.regions.polygons import join_polygons
from geo.regions.sets import LEVELS, country_geometry, layer_facts, read_regions

__all__ = [
    "JOIN_COLUMNS",
    "LEVELS",
    "TOLERANCE_M",
    "BBox",
    "Layer",
    "NamedRegion",
    "RegionSource",
    "Tier",
    "country_geometry",
    "join_polygons",
    "join_regions",
    "layer_facts",
    "named_regions",
    "open_layer",
    "read_named_region",
    "read_outlines",
    "read_regions",
    "region_geometry",
    "region_is_approximate",
    "region_note",
    "region_tiers",
    "tier_members",
    "touched_names",
]
