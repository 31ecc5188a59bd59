"""Continents, regions, waters, mountains: what the facts write down, and the named regions of ``data/regions``."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from shapely import Point, STRtree
from shapely.geometry import shape

from data.build.gazetteer.facts import parts, read_facts
from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.subdivisions import Polygons
from data.build.gazetteer.unit import Unit
from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold

__all__ = ["feature_units", "hang_features", "region_units"]

# What lies in one first-level region as a rule, when it is known in its country only.
_NARROW = frozenset(
    ("lake", "valley", "mountain", "island", "forest", "gulf", "peninsula", "region", "plain", "desert")
)
_KNOWN_IN_COUNTRY = 3


def feature_units(countries: dict[str, Unit]) -> list[Unit]:
    """Give the natural features and regions of the facts, kind by kind in the order of `FEATURES`, each by name.

    Parameters
    ----------
    countries
        The countries by ISO 3166-1 alpha-2; a feature in one country has it as its parent.
    """
    units = [_feature(row, countries) for row in read_facts("features")]
    units.sort(key=lambda unit: (FEATURES.index(unit.feature), unit.codes["dateline"]))
    shared = [code for code, count in Counter(unit.codes["dateline"] for unit in units).items() if count > 1]
    if shared:
        message = f"features.csv holds these twice: {', '.join(shared)}"
        raise ValueError(message)
    return units


def hang_features(features: Iterable[Unit], subdivisions: dict[str, Unit], polygons: Polygons) -> None:
    """Give the smaller features the first-level region that their point lies in as their parent."""
    codes = [code for code in polygons if subdivisions[code].feature == "admin1" for _ in polygons[code]]
    shapes = [
        shape(one["geometry"]) for code in polygons if subdivisions[code].feature == "admin1" for one in polygons[code]
    ]
    tree = STRtree(shapes)
    for unit in features:
        if unit.parent is None or unit.rank != _KNOWN_IN_COUNTRY or unit.feature not in _NARROW:
            continue
        found = sorted(codes[at] for at in tree.query(Point(unit.lon, unit.lat), predicate="within"))
        inside = [code for code in found if subdivisions[code].country == unit.country]
        if inside:
            unit.parent = subdivisions[inside[0]]


def _feature(row: dict[str, str], countries: dict[str, Unit]) -> Unit:
    country = countries.get(row["country"])
    unit = Unit(
        name=row["name"],
        feature=row["feature"],
        country=row["country"] if country else "",
        rank=int(row["rank"]),
        parent=country,
        codes={"dateline": _slug(row)},
    )
    for name in parts(row["names"]):
        unit.add_names("alternate", *plain_forms(name))
    unit.add_demonyms(*parts(row["demonyms"]))
    unit.put(float(row["lon"]), float(row["lat"]), "fact")
    return unit


def _slug(row: dict[str, str]) -> str:
    """Give an identifier such as ``river/apurimac``; two features of one name and kind are told apart by country."""
    kind = fold(row["feature"])
    name = fold(row["name"]).removesuffix(f" {kind}").removeprefix(f"{kind} ").replace(" ", "-")
    return f"{kind.replace(' ', '-')}/{name}"


def region_units(folder: Path, countries: dict[str, Unit], by_inei: dict[str, Unit]) -> list[Unit]:
    """Give the named regions, in the order of their files' names.

    Parameters
    ----------
    folder
        Where their definitions lie, one TOML file each.
    countries
        The countries by ISO 3166-1 alpha-2.
    by_inei
        Units by INEI code, to find the middle of a region that has no point.
    """
    return [_region(path, countries, by_inei) for path in sorted(folder.glob("*.toml"))]


def _region(path: Path, countries: dict[str, Unit], by_inei: dict[str, Unit]) -> Unit:
    definition = tomllib.loads(path.read_text(encoding="utf-8"))
    unit = Unit(
        name=definition["name"],
        feature=definition.get("feature", "region"),
        country=definition.get("country", ""),
        parent=countries.get(definition.get("country", "")),
        codes={"region": definition["id"]},
    )
    for language, names in definition["names"].items():
        kind = "short" if language == "short" else "alternate"
        for name in names:
            unit.add_names(kind, *plain_forms(name))
    if "lon" in definition and "lat" in definition:
        unit.put(definition["lon"], definition["lat"], "its definition")
    else:
        _put_amid(unit, [by_inei[code] for codes in definition["tiers"].values() for code in codes if code in by_inei])
    return unit


def _put_amid(unit: Unit, members: list[Unit]) -> None:
    lons = [member.lon for member in members if member.lon is not None]
    lats = [member.lat for member in members if member.lat is not None]
    if not lons:
        message = f"the region {unit.codes['region']!r} needs lon and lat, or members whose seats are known"
        raise ValueError(message)
    unit.put(sum(lons) / len(lons), sum(lats) / len(lats), "middle of its members")
