"""Regions: the boundaries that ship with Dateline, the named regions made of them, and what lies in which.

>>> from geo.regions import read_regions
>>> read_regions("country", ids=["PE"]).region_id.tolist()
['PE']
"""

from geo.regions.join import JOIN_COLUMNS, TOLERANCE_M, join_regions
from geo.regions.layers import BBox, Layer, open_layer
from geo.regions.named.definition import WHOLE, NamedRegion, RegionSource, Tier
from geo.regions.named.definition_file import read_named_region
from geo.regions.named.in_force import (
    find_region,
    named_regions,
    region_country,
    tier_members,
    touched_countries,
    touched_names,
)
from geo.regions.named.members import Code, Unit, find_unit, unit_name
from geo.regions.named.own import OwnRegions
from geo.regions.named.shapes import region_geometry, region_is_approximate, region_note, region_point, region_tiers
from geo.regions.outlines import read_outlines, region_outline
from geo.regions.polygons import join_polygons
from geo.regions.sets import LEVELS, country_geometry, layer_facts, read_regions

__all__ = [
    "JOIN_COLUMNS",
    "LEVELS",
    "TOLERANCE_M",
    "WHOLE",
    "BBox",
    "Code",
    "Layer",
    "NamedRegion",
    "OwnRegions",
    "RegionSource",
    "Tier",
    "Unit",
    "country_geometry",
    "find_region",
    "find_unit",
    "join_polygons",
    "join_regions",
    "layer_facts",
    "named_regions",
    "open_layer",
    "read_named_region",
    "read_outlines",
    "read_regions",
    "region_country",
    "region_geometry",
    "region_is_approximate",
    "region_note",
    "region_outline",
    "region_point",
    "region_tiers",
    "tier_members",
    "touched_countries",
    "touched_names",
    "unit_name",
]
