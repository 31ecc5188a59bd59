"""What there is to know of a named region before it is used: its size, and what in its definition may surprise."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from geo.errors import RegionError
from geo.gazetteer import Gazetteer, fold, open_gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.lonlat import LonLat
from geo.regions.named.definition import WHOLE, NamedRegion, Tier
from geo.regions.named.in_force import drawn_units, named_regions, tiers_up_to
from geo.regions.named.members import Code, find_unit, unit_name
from geo.regions.named.shapes import region_geometry, region_is_approximate, region_point

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["RegionFacts", "area_km2", "examine_region"]

_M2_A_KM2 = 1e6
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFacts:
    """What is known of a region.

    Parameters
    ----------
    tiers
        Each tier's name, how many members it has with those before it, and its area in square kilometres, measured on
        the ellipsoid; 0 for a tier without boundaries.
    point
        A point inside, OGC:CRS84; None when nothing tells one.
    approximate
        Whether its outline is only approximate.
    notes
        What may surprise, a sentence each.
    """

    tiers: tuple[tuple[str, int, float], ...]
    point: LonLat | None
    approximate: bool
    notes: tuple[str, ...]


def examine_region(region: NamedRegion, path: Path | None = None) -> RegionFacts:
    """Give what there is to know of a region.

    Parameters
    ----------
    region
        The region.
    path
        The file that defines it; None when that does not matter.

    Examples
    --------
    >>> facts = examine_region(named_regions()["vraem"])
    >>> [name for name, _, _ in facts.tiers], facts.approximate
    (['core', 'wider'], True)
    """
    drawn = _outlines(region)
    sizes = [
        (tier.name, sum(len(one.members) for one in tiers_up_to(region, tier.name)), area_km2(outline))
        for tier, outline in zip(region.tiers, drawn, strict=True)
    ]
    return RegionFacts(
        tiers=tuple(sizes),
        point=_point(region),
        approximate=region_is_approximate(region),
        notes=(
            *_notes_on_file(region, path),
            *_notes_on_members(region),
            *_notes_on_exclusions(region),
            *_notes_on_outline(region, drawn),
            *_notes_on_names(region),
        ),
    )


def area_km2(outline: Any) -> float:  # noqa: ANN401 - shapely
    """Give the area of an outline, OGC:CRS84, in square kilometres on the ellipsoid WGS 84.

    Examples
    --------
    >>> round(area_km2(shapely.box(-75, -1, -74, 0)))
    12309
    """
    if outline is None or shapely.is_empty(outline):
        return 0.0
    area_m2, _ = _geod().geometry_area_perimeter(shapely.orient_polygons(outline))
    return abs(area_m2) / _M2_A_KM2


@lru_cache(maxsize=1)
def _geod() -> "Geod":
    from pyproj import Geod  # noqa: PLC0415 - only who measures pays for the import

    return Geod(ellps="WGS84")


def _outlines(region: NamedRegion) -> list[Any]:
    found = []
    for tier in region.tiers:
        try:
            found.append(region_geometry(region, tier.name))
        except RegionError:
            found.append(None)
    return found


def _point(region: NamedRegion) -> LonLat | None:
    try:
        return region_point(region)
    except RegionError:
        return None


def _list(texts: Sequence[str]) -> str:
    rest = len(texts) - _MOST_NAMED
    return "; ".join(texts[:_MOST_NAMED]) + (f"; and {rest} more" if rest > 0 else "")


def _told(codes: Sequence[Code]) -> str:
    return _list([f"{code.code} {unit_name(code)}".strip() for code in codes])


def _notes_on_file(region: NamedRegion, path: Path | None) -> list[str]:
    notes = []
    if path is not None and path.stem != region.region_id:
        notes.append(f"the file is called {path.name!r}: {region.region_id}.toml would say what is in it")
    missing = [key for key in ("date", "note", "sources") if not getattr(region, key)]
    if missing:
        notes.append(f"it does not say its {' and '.join(missing)}: a reader wants to know")
    return notes


def _notes_on_members(region: NamedRegion) -> list[str]:
    codes = [code for tier in region.tiers for code in tier.members]
    units = drawn_units(region, tuple(codes))
    undrawn = [code for code, unit in zip(codes, units, strict=True) if not unit.positions]
    older = [code for code, unit in zip(codes, units, strict=True) if unit.code != code]
    inner = [code for tier in region.tiers for code in _within_another(tier)]
    notes = []
    if undrawn:
        notes.append(f"without boundaries, so not drawn: {_told(undrawn)}")
    if older:
        notes.append(f"newer than the boundaries, so drawn as the older unit: {_told(older)}")
    if inner:
        notes.append(f"within another member, so listed for nothing: {_told(inner)}")
    return notes


def _rows_above(code: Code) -> frozenset[int]:
    row = find_unit(code).row
    return frozenset() if row is None else frozenset(open_gazetteer().admin_rows(row)[:-1])


def _within_another(tier: Tier) -> list[Code]:
    rows = {find_unit(code).row for code in tier.members}
    return [code for code in tier.members if rows & _rows_above(code)]


def _notes_on_exclusions(region: NamedRegion) -> list[str]:
    notes = []
    for tier in region.tiers:
        rows = {find_unit(code).row for code in tier.members}
        empty = [code for code in tier.excluded if not rows & (_rows_above(code) | {find_unit(code).row})]
        whole = [code for code in tier.excluded if code in tier.members]
        uncut = [code for code in tier.excluded if code not in empty and not find_unit(code).positions]
        where = "" if tier.name == WHOLE else f" of {tier.name!r}"
        for codes, what in (
            (empty, "in no member, so left out for nothing"),
            (whole, "both a member and left out"),
            (uncut, "without boundaries, so left out of the join and not of the outline"),
        ):
            if codes:
                notes.append(f"exceptions{where} {what}: {_told(codes)}")
    return notes


def _notes_on_outline(region: NamedRegion, drawn: Sequence[Any]) -> list[str]:
    outline = drawn[len(tiers_up_to(region)) - 1]
    if outline is None:
        return ["no member has a boundary: it is drawn as a point"]
    notes = []
    if region_is_approximate(region) and not region.accuracy:
        notes.append("the outline is approximate, and 'accuracy' does not say how good it is")
    if region.lonlat and not shapely.intersects_xy(outline, region.lonlat.lon, region.lonlat.lat):
        notes.append(f"its point, longitude {region.lonlat.lon} and latitude {region.lonlat.lat}, lies outside")
    return notes


def _notes_on_names(region: NamedRegion) -> list[str]:
    gazetteer = open_gazetteer()
    names = dict.fromkeys((region.name, *(name for some in region.names.values() for name in some)))
    bearers: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        bearers.setdefault(tuple(_others_called(gazetteer, region, name)), []).append(repr(name))
    return [f"{_list(some)}: also the name of {_list(others)}" for others, some in bearers.items() if others]


def _others_called(gazetteer: Gazetteer, region: NamedRegion, name: str) -> list[str]:
    """Give the areas and regions of a name, and how many other places bear it."""
    own = f"region:{region.region_id}"
    rows = [row for row in dict.fromkeys(gazetteer.rows(name).tolist()) if gazetteer.place_id(row) != own]
    areas = [row for row in rows if gazetteer.feature(row) in ADMINISTRATIVE or gazetteer.feature(row) == "region"]
    told = [f"{', '.join(gazetteer.admin_names(row)[::-1])} ({gazetteer.feature(row)})" for row in areas]
    regions = [
        f"the named region {other.name} ({other.region_id})"
        for other in named_regions().values()
        if other.region_id != region.region_id and fold(name) in _folded(other)
    ]
    rest = len(rows) - len(areas)
    return [*regions, *told, *([f"{rest} other place{'s' * (rest > 1)}"] if rest else [])]


def _folded(region: NamedRegion) -> set[str]:
    return {fold(name) for name in (region.name, *(one for some in region.names.values() for one in some))}
