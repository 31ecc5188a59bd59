"""Continents, regions, waters, mountains: what the facts write down, and the named regions of ``data/regions``."""

import tomllib
from collections import Counter
from pathlib import Path

from data.build.gazetteer.facts import parts, read_facts
from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.unit import Unit
from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold

__all__ = ["feature_units", "region_units"]


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
