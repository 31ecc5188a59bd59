"""Continents, regions, waters, mountains: what the facts write down, and the named regions of ``data/regions``."""

import tomllib
from pathlib import Path

from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.unit import Unit

__all__ = ["region_units"]


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
