"""The named regions of ``data/regions``, which become one with the features of the same name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.unit import Unit
from geo.gazetteer.layout import CERTAIN_SCHEME, ORGANISATION_SCHEME
from geo.gazetteer.names import fold
from geo.regions.named.definition import NamedRegion
from geo.regions.named.definition_file import read_named_region
from geo.regions.named.members import Code

__all__ = ["merge_features", "region_units", "units_by_code"]

# What a region can be in the facts. A sea, a lake or a river bears its name beside it.
_KINDS = frozenset(("region", "desert", "mountain range", "peninsula", "plain", "valley", "forest"))
_CONTINENT_KNOWS, _COUNTRY_KNOWS = 2, 3
# A feature of the same name that lies farther from every member is another.
_NEAR_DEG = 12.0


def units_by_code(units: Iterable[Unit]) -> dict[Code, Unit]:
    """Give units by the codes that named regions list."""
    found: dict[Code, Unit] = {}
    for unit in units:
        for scheme in ("iso3166-1", "iso3166-2", "inei"):
            found |= {Code(scheme, code): unit for code in unit.all_codes(scheme)}
        if unit.geonames_id:
            found[Code("geonames", str(unit.geonames_id))] = unit
    return found


def region_units(folder: Path, by_code: dict[Code, Unit]) -> list[tuple[NamedRegion, Unit]]:
    """Give the named regions, in the order of their files' names, each with its definition.

    Parameters
    ----------
    folder
        Where their definitions lie, one TOML file each.
    by_code
        The units that they are made of.
    """
    paths = sorted(folder.glob("*.toml"))
    regions = [read_named_region(path, check_codes=False) for path in paths]
    return [(region, _unit(region, by_code)) for region in regions]


def _unit(region: NamedRegion, by_code: dict[Code, Unit]) -> Unit:
    members = _members(region, by_code)
    lands = {member.country for member in members}
    country = region.country or (lands.pop() if len(lands) == 1 else "")
    unit = Unit(
        name=region.name,
        feature=region.feature,
        country=country,
        rank=0 if region.certain else _COUNTRY_KNOWS if country else _CONTINENT_KNOWS,
        parent=by_code.get(Code("iso3166-1", country)),
        codes={"region": region.region_id},
    )
    for scheme, is_one in ((CERTAIN_SCHEME, region.certain), (ORGANISATION_SCHEME, region.organisation)):
        if is_one:
            unit.codes[scheme] = region.region_id
    for language, names in region.names.items():
        for name in names:
            unit.add_names("short" if language == "short" else "alternate", *plain_forms(name))
    if region.lonlat is not None:
        unit.put(region.lonlat.lon, region.lonlat.lat, "its definition")
    else:
        unit.put(*_amid(region, members), "a member amid it")
    return unit


def _members(region: NamedRegion, by_code: dict[Code, Unit]) -> list[Unit]:
    tiers = region.tiers[: [tier.name for tier in region.tiers].index(region.default_tier) + 1]
    return [by_code[code] for tier in tiers for code in tier.members if code in by_code]


def _points(members: Iterable[Unit]) -> list[tuple[float, float]]:
    return [(one.lon, one.lat) for one in members if one.lon is not None and one.lat is not None]


def _amid(region: NamedRegion, members: Sequence[Unit]) -> tuple[float, float]:
    """Give the point of the member that lies nearest to the middle of all: that of a ring of islands is at sea."""
    points = _points(members)
    if not points:
        message = f"the region {region.region_id!r} needs lon and lat, or members whose points are known"
        raise ValueError(message)
    # Longitudes are counted from those of the first member: a region may span the antimeridian.
    first = points[0][0]
    middle = sum((lon - first + 180) % 360 - 180 for lon, _ in points) / len(points) + first
    height = sum(lat for _, lat in points) / len(points)
    return min(points, key=lambda point: (_apart(point, (middle, height)), point))


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(abs((one[0] - other[0] + 180) % 360 - 180), abs(one[1] - other[1]))


def merge_features(
    regions: Sequence[tuple[NamedRegion, Unit]], features: Iterable[Unit], by_code: dict[Code, Unit]
) -> list[Unit]:
    """Give the features that are no named region; those that are go into the region's unit.

    A region keeps its own name, and takes over the names, demonyms, codes and rank of the feature, its point where the
    definition has none, and its parent. What a definition calls a region, no other feature is called beside its name.
    """
    rest = list(features)
    same = {}
    for region, unit in regions:
        points = _points(_members(region, by_code))
        same[region.region_id] = [one for one in rest if _is_same(unit, one, points)]
        rest = [one for one in rest if one not in same[region.region_id]]
    _give_up_names(regions, rest, same)
    for region, unit in regions:
        for number, feature in enumerate(same[region.region_id]):
            _take_over(unit, feature, is_first=number == 0, keeps_point=region.lonlat is not None)
    return rest


def _own_names(unit: Unit) -> set[str]:
    return {fold(name) for kind in ("alternate", "short") for name in (unit.name, *unit.names.get(kind, ()))}


def _give_up_names(
    regions: Sequence[tuple[NamedRegion, Unit]], rest: Sequence[Unit], same: dict[str, list[Unit]]
) -> None:
    """Take from features the names that are those of a region which they are not: "MENA" from the Middle East."""
    told = {name: region.region_id for region, unit in regions for name in _own_names(unit)}
    merged = [(region_id, feature) for region_id, features in same.items() for feature in features]
    for region_id, feature in [*merged, *(("", feature) for feature in rest)]:
        for kind in ("alternate", "short"):
            kept = [name for name in feature.names.get(kind, ()) if told.get(fold(name), region_id) == region_id]
            if feature.names.get(kind) and (feature.feature in _KINDS or feature.feature == "lake"):
                feature.names[kind] = kept


def _is_same(unit: Unit, feature: Unit, points: Sequence[tuple[float, float]]) -> bool:
    if feature.feature not in _KINDS or (feature.country and unit.country and feature.country != unit.country):
        return False
    # "Golden Triangle, Southeast Asia": what stands behind a comma tells namesakes apart.
    called = {fold(name) for name in (feature.name, feature.name.partition(", ")[0])}
    if called.isdisjoint(_own_names(unit)) or feature.lon is None or feature.lat is None:
        return False
    here = (feature.lon, feature.lat)
    return any(_apart(here, point) < _NEAR_DEG for point in points)


def _take_over(unit: Unit, feature: Unit, *, is_first: bool, keeps_point: bool) -> None:
    unit.add_names("alternate", feature.name)
    for kind, names in feature.names.items():
        unit.add_names(kind, *names)
    unit.default_names |= feature.default_names
    if not is_first:
        unit.repeated_codes += [("dateline", feature.codes["dateline"])]
        return
    unit.codes["dateline"] = feature.codes["dateline"]
    unit.rank = feature.rank
    unit.parent = unit.parent or feature.parent
    if not keeps_point and feature.lon is not None and feature.lat is not None:
        unit.put(feature.lon, feature.lat, feature.placed_by)
