"""The outlines of named regions: the union of the best boundaries in force, and how good it is."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from geo.errors import RegionError
from geo.holdings import Holdings, current_holdings
from geo.regions.definition import NamedRegion, Tier
from geo.regions.members import Unit
from geo.regions.named import drawn_units, tiers_up_to, zone_geometry
from geo.regions.sets import layer_facts, region_layer
from geo.regions.unite import cut_out, unite
from geo.said import Said

__all__ = [
    "region_geometry",
    "region_is_approximate",
    "region_levels",
    "region_note",
    "region_point",
    "region_tiers",
]

_MOST_OUTLINES = 256


def region_geometry(region: NamedRegion, tier: str | None = None) -> Any:  # noqa: ANN401 - shapely
    """Give the outline of a region: the union of its members' boundaries, OGC:CRS84.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.

    Returns
    -------
    shapely.Polygon or shapely.MultiPolygon
        Without the members whose boundaries are not known, and without what the definition leaves out.

    Raises
    ------
    RegionError
        When the region has no such tier, or none of its members has a boundary.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> vraem = named_regions()["vraem"]
    >>> region_geometry(vraem, "wider").contains(region_geometry(vraem, "core"))
    True
    """
    return _geometry(current_holdings(), region, len(tiers_up_to(region, tier)))


@lru_cache(maxsize=_MOST_OUTLINES)
def _geometry(holdings: Holdings, region: NamedRegion, tiers: int) -> Any:  # noqa: ANN401 - shapely
    del holdings  # what the layers come from
    if region.zone is not None:
        return zone_geometry(region)
    found = [_parts(region, tier) for tier in region.tiers[:tiers]]
    whole = {level: positions for parts in found if not parts.cuts for level, positions in parts.held.items()}
    for parts in found:
        if not parts.cuts:
            for level, positions in parts.held.items():
                whole[level] = whole[level] | positions
    pieces = [_polygons(level, positions) for level, positions in sorted(whole.items())]
    pieces += [[_cut(parts)] for parts in found if parts.cuts]
    geometry = unite([piece for piece in pieces if len(piece)])
    if geometry.is_empty:
        message = f"no boundary of a member of the region {region.region_id!r} is installed"
        raise RegionError(message)
    return geometry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What a tier is made of, positions by level: what it holds, and what smaller parts are cut out of that."""

    held: dict[str, frozenset[int]]
    cuts: dict[str, frozenset[int]]


def _parts(region: NamedRegion, tier: Tier) -> _Parts:
    held, out = (_by_level(drawn_units(region, codes)) for codes in (tier.members, tier.excluded))
    # What is left out by name needs no cut, and leaves no sliver.
    kept = {level: positions - out.get(level, frozenset()) for level, positions in held.items()}
    cuts = {level: positions for level, positions in out.items() if any(_is_above(one, level) for one in kept)}
    return _Parts(held=kept, cuts=cuts)


def _is_above(level: str, other: str) -> bool:
    return level < other


def _by_level(units: tuple[Unit, ...]) -> dict[str, frozenset[int]]:
    levels = sorted({unit.level for unit in units if unit.level})
    return {level: frozenset(at for unit in units if unit.level == level for at in unit.positions) for level in levels}


def _polygons(level: str, positions: frozenset[int]) -> Any:  # noqa: ANN401 - an array of polygons
    return region_layer(level).geometries(np.array(sorted(positions), dtype=np.intp))


def _cut(parts: _Parts) -> Any:  # noqa: ANN401 - shapely
    held = unite([_polygons(level, positions) for level, positions in sorted(parts.held.items())])
    return cut_out(held, unite([_polygons(level, positions) for level, positions in sorted(parts.cuts.items())]))


def region_tiers(region: NamedRegion) -> list[tuple[str, Any]]:
    """Give the outline of each tier, the surest and smallest first.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> [name for name, _ in region_tiers(named_regions()["vraem"])]
    ['core', 'wider']
    """
    return [(tier.name, region_geometry(region, tier.name)) for tier in region.tiers]


def region_levels(region: NamedRegion) -> tuple[str, ...]:
    """Give the levels of the boundaries that a region's outline is made of, in the order of their names.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> region_levels(named_regions()["vraem"])
    ('admin3',)
    """
    codes = tuple(code for tier in region.tiers for code in tier.members)
    return tuple(sorted({unit.level for unit in drawn_units(region, codes) if unit.level}))


def region_is_approximate(region: NamedRegion) -> bool:
    """Say whether the outline of a region is made of approximate boundaries, or lacks a member."""
    if region.zone is not None:
        return region.zone.boundaries.approximate
    return bool(_undrawn(region)) or any(layer_facts(level).approximate for level in region_levels(region))


def _undrawn(region: NamedRegion) -> int:
    units = drawn_units(region, tuple(code for tier in tiers_up_to(region) for code in tier.members))
    return sum(not unit.positions for unit in units)


def region_note(region: NamedRegion) -> Said:
    """Give what a reader should know of a region's outline: how good it is, and what its definition leaves out."""
    accuracy, note = Said(region.accuracy if region_is_approximate(region) else ""), Said(region.note)
    return Said("{accuracy} {note}", accuracy=accuracy, note=note) if accuracy and note else accuracy or note


def region_point(region: NamedRegion) -> Any:  # noqa: ANN401
    """Give a point inside."""
    return region.lonlat
