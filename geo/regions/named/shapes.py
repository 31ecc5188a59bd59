"""The outlines of named regions: the union of the best boundaries in force, and how good it is."""

from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

import numpy as np
import shapely

from geo.cache import kept
from geo.errors import RegionError
from geo.gazetteer import open_gazetteer
from geo.holdings import Holdings, current_holdings
from geo.lonlat import LonLat
from geo.regions.force import set_facts
from geo.regions.named.definition import NamedRegion, Tier
from geo.regions.named.in_force import drawn_units, tier_members, tiers_up_to, zone_geometry
from geo.regions.named.members import Unit, find_unit
from geo.regions.named.seams import cut_out, unite_sets
from geo.regions.sets import LayerFacts, layer_facts, region_facts, region_layer
from geo.resources import data_path
from geo.said import Said

__all__ = [
    "boundary_facts",
    "region_geometry",
    "region_is_approximate",
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
    if region.zone is not None:
        return zone_geometry(region)
    if not holdings.boundaries:
        # Those of the bundle are few and simplified: to unite them takes no longer than to read a file.
        return _unite_tiers(region, tiers)
    bundle = [(path.name, path.stat().st_mtime_ns) for path in sorted(data_path("boundaries").glob("admin*"))]
    key = (region, tiers, holdings.boundaries, holdings.gazetteer, bundle)
    return shapely.from_wkb(kept("outline-1", key, lambda: bytes(shapely.to_wkb(_unite_tiers(region, tiers)))))


def _unite_tiers(region: NamedRegion, tiers: int) -> Any:  # noqa: ANN401 - shapely
    found = [_parts(region, tier) for tier in region.tiers[:tiers]]
    # Tiers that nothing is cut out of are one with the others of their level: no border between them is drawn twice.
    pieces = _polygons(_merge([parts.held for parts in found if not parts.cuts]))
    pieces += [np.array([_cut(parts)], dtype=object) for parts in found if parts.cuts]
    geometry = unite_sets(pieces)
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


def _merge(levels: list[dict[str, frozenset[int]]]) -> dict[str, frozenset[int]]:
    names = sorted({level for one in levels for level in one})
    return {level: frozenset().union(*(one.get(level, frozenset()) for one in levels)) for level in names}


def _is_above(level: str, other: str) -> bool:
    return level < other


def _by_level(units: tuple[Unit, ...]) -> dict[str, frozenset[int]]:
    levels = sorted({unit.level for unit in units if unit.level})
    return {level: frozenset(at for unit in units if unit.level == level for at in unit.positions) for level in levels}


def _polygons(levels: dict[str, frozenset[int]]) -> list[Any]:
    """Give the polygons of positions by level, a group for each set of boundaries that they come from."""
    groups = []
    for level, positions in sorted(levels.items()):
        ordered = sorted(positions)
        facts = region_facts(level, ordered)
        own = [region_facts(level, [at])[0] for at in ordered] if len(facts) > 1 else [*facts] * len(ordered)
        for one in facts:
            chosen = [at for at, fact in zip(ordered, own, strict=True) if fact == one]
            groups.append(region_layer(level).geometries(np.array(chosen, dtype=np.intp)))
    return groups


def _cut(parts: _Parts) -> Any:  # noqa: ANN401 - shapely
    return cut_out(unite_sets(_polygons(parts.held)), unite_sets(_polygons(parts.cuts)))


def region_tiers(region: NamedRegion) -> list[tuple[str, Any]]:
    """Give the outline of each tier, the surest and smallest first.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> [name for name, _ in region_tiers(named_regions()["vraem"])]
    ['core', 'wider']
    """
    return [(tier.name, region_geometry(region, tier.name)) for tier in region.tiers]


def boundary_facts(region: NamedRegion, tier: str | None = None) -> tuple[LayerFacts, ...]:
    """Give what is known of the boundaries that a region's outline is made of, each fact once.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> [facts.approximate for facts in boundary_facts(named_regions()["vraem"])]
    [True]
    """
    if region.zone is not None:
        return (set_facts(region.zone.boundaries),)
    found = [fact for level, positions in _drawn(region, tier) for fact in region_facts(level, positions)]
    return tuple(dict.fromkeys(found))


def _drawn(region: NamedRegion, tier: str | None) -> list[tuple[str, list[int]]]:
    levels = _by_level(drawn_units(region, tier_members(region, tier)))
    return [(level, sorted(positions)) for level, positions in sorted(levels.items())]


def region_is_approximate(region: NamedRegion, tier: str | None = None) -> bool:
    """Say whether the outline of a region is only approximate.

    It is where its boundaries are, where a member has none, and where its definition says so (``accuracy``) of the
    boundaries that ship.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.
    """
    return _is_approximate(current_holdings(), region, tier)


@lru_cache(maxsize=_MOST_OUTLINES)
def _is_approximate(holdings: Holdings, region: NamedRegion, tier: str | None) -> bool:
    del holdings  # what the boundaries come from
    is_told = bool(region.zone is None and (_accuracy(region, tier) or _undrawn(region, tier)))
    return is_told or any(fact.approximate for fact in boundary_facts(region, tier))


def _accuracy(region: NamedRegion, tier: str | None) -> str:
    """Give what a definition says of its outline: it speaks of the boundaries that ship."""
    levels = [level for level, _ in _drawn(region, tier)]
    return region.accuracy if set(map(layer_facts, levels)) & set(boundary_facts(region, tier)) else ""


def _undrawn(region: NamedRegion, tier: str | None) -> int:
    return sum(not unit.positions for unit in drawn_units(region, tier_members(region, tier)))


def _drawn_whole(region: NamedRegion, tier: str | None) -> int:
    """Give how many members are newer than the boundaries and lie in an older unit that is no member itself."""
    members = tier_members(region, tier)
    units = drawn_units(region, members)
    return sum(unit.code not in members for unit in units)


def region_note(region: NamedRegion, tier: str | None = None) -> Said:
    """Give what a reader should know of a region's outline: how good it is, and what its definition leaves out.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.
    """
    if region.zone is not None:
        return Said(region.accuracy)
    undrawn, whole = _undrawn(region, tier), _drawn_whole(region, tier)
    rough = [fact.accuracy for fact in boundary_facts(region, tier) if fact.approximate]
    said = [Said(_accuracy(region, tier) or next(iter(rough), ""))]
    if undrawn:
        said.append(Said("Members without a boundary, which are not drawn: {n}.", n=undrawn))
    if whole:
        said.append(Said("Members newer than the boundaries, drawn with all of an older unit: {n}.", n=whole))
    return reduce(_beside, [one for one in (*said, Said(region.note)) if one], Said(""))


def _beside(before: Said, after: Said) -> Said:
    return Said("{accuracy} {note}", accuracy=before, note=after) if before else after


def region_point(region: NamedRegion) -> LonLat:
    """Give a point inside a region, OGC:CRS84: that of its definition, else one in the largest part of its outline.

    Raises
    ------
    RegionError
        When its definition says none, and none of its members has a boundary or a place in the gazetteer.

    Examples
    --------
    >>> from geo.regions import named_regions
    >>> region_point(named_regions()["vraem"])
    LonLat(lon=-73.91, lat=-12.41)
    """
    return region.lonlat or _point(current_holdings(), region)


@lru_cache(maxsize=_MOST_OUTLINES)
def _point(holdings: Holdings, region: NamedRegion) -> LonLat:
    del holdings  # what the outline comes from
    try:
        parts = shapely.get_parts(region_geometry(region))
    except RegionError:
        # A gazetteer knows many a district that no boundary is at hand for.
        rows = [unit.row for unit in map(find_unit, tier_members(region)) if unit.row is not None]
        if not rows:
            raise
        return open_gazetteer().lonlat(rows[0])
    # A polygon's middle where that lies in it, as a reader expects: else wherever there is most room.
    mainland = parts[np.argmax(shapely.area(parts))]
    middle = shapely.centroid(mainland)
    inside = middle if shapely.contains(mainland, middle) else shapely.point_on_surface(mainland)
    return LonLat(lon=float(shapely.get_x(inside)), lat=float(shapely.get_y(inside)))
