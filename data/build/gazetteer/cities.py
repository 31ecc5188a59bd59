"""Populated places of GeoNames, and what they tell of the areas that hold them."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from data.build.gazetteer.facts import parts, read_facts, read_table
from data.build.gazetteer.sources import city_subdivisions, geonames_cities, geonames_countries
from data.build.gazetteer.unit import Unit, ancestors
from geo.gazetteer.names import fold
from geo.gazetteer.naming import usable

__all__ = ["add_up_populations", "city_units", "mark_capitals", "mark_seats", "put_by_cities", "put_by_parents"]

_CAPITAL_RANK = 1
_SEAT_RANK = 2


def city_units(countries: dict[str, Unit], subdivisions: dict[str, Unit]) -> dict[int, Unit]:
    """Give the populated places by GeoNames id, in its order, each in the smallest area known to hold it."""
    units = {}
    for key, city in sorted(geonames_cities().items(), key=lambda item: int(item[0])):
        country = countries.get(city["countrycode"])
        if country is None:
            continue
        unit = Unit(
            name=city["name"],
            feature="populated place",
            country=country.country,
            geonames_id=int(key),
            lon=float(city["longitude"]),
            lat=float(city["latitude"]),
            population=int(city["population"]),
            parent=_parent(key, country, city["admin1code"], subdivisions),
        )
        unit.add_names("alternate", *(name for name in city["alternatenames"] if usable(name)))
        units[int(key)] = unit
    for row in read_facts("cities"):
        units[int(row["geonames_id"])].add_names("alternate", *parts(row["names"]))
    # What documents write of the codes that `usable` leaves out stands beside this module.
    for row in (*read_facts("cities"), *read_table(Path(__file__).parent / "city_short_forms.csv")):
        units[int(row["geonames_id"])].add_names("short", *parts(row["short_forms"]))
    return units


def _parent(key: str, country: Unit, admin1: str, subdivisions: dict[str, Unit]) -> Unit:
    for subdivision in reversed(city_subdivisions().get(key, [])):
        unit = subdivisions.get(subdivision.code)
        if unit is not None and unit.country == country.country:
            return unit
    return subdivisions.get(f"{country.country}.{admin1}", country)


def add_up_populations(cities: Iterable[Unit]) -> None:
    """Give each subdivision the sum of the people of its populated places."""
    for city in cities:
        for area in ancestors(city):
            if area.feature != "country":
                area.population += city.population


def mark_capitals(cities: Iterable[Unit]) -> None:
    """Mark each country's capital: the most populous place of that name in it."""
    capitals = {iso2: fold(country["capital"]) for iso2, country in geonames_countries().items() if country["capital"]}
    found: dict[str, Unit] = {}
    for city in cities:
        wanted = capitals.get(city.country)
        if wanted and wanted in _folded_names(city):
            rival = found.get(city.country)
            # The place whose own name it is comes before a larger one that only bears it too.
            if rival is None or _claim(city, wanted) > _claim(rival, wanted):
                found[city.country] = city
    for city in found.values():
        city.rank = _CAPITAL_RANK


def mark_seats(cities: Iterable[Unit]) -> None:
    """Mark the likely seat of each first-level region: its most populous place that bears the region's name."""
    found: dict[int, Unit] = {}
    for city in cities:
        region = next((area for area in ancestors(city) if area.feature == "admin1"), None)
        if region is None or fold(city.name) != fold(region.name):
            continue
        rival = found.get(region.geonames_id)
        if rival is None or city.population > rival.population:
            found[region.geonames_id] = city
    for city in found.values():
        city.rank = city.rank or _SEAT_RANK


def put_by_cities(subdivisions: Iterable[Unit], cities: Iterable[Unit]) -> None:
    """Put every subdivision that has no point yet at one of its populated places; those without any stay as they are.

    The place that bears its name comes first, then the most populous one. A second-level subdivision without
    places may have its namesake among those that are only known to lie in its first-level region.
    """
    inside: dict[int, list[Unit]] = defaultdict(list)
    loose: dict[tuple[int, str], list[Unit]] = defaultdict(list)
    for city in cities:
        for area in ancestors(city):
            inside[area.geonames_id].append(city)
        if city.parent is not None:
            loose[city.parent.geonames_id, fold(city.name)].append(city)
    for unit in subdivisions:
        if unit.lon is None:
            names = _folded_names(unit)
            above = unit.parent.geonames_id if unit.parent is not None else 0
            near = inside[unit.geonames_id] or [city for name in sorted(names) for city in loose[above, name]]
            best = max(near, key=lambda city: (fold(city.name) in names, city.population), default=None)
            if best is not None and best.lon is not None and best.lat is not None:
                unit.put(best.lon, best.lat, "place of its name" if fold(best.name) in names else "largest place")


def put_by_parents(subdivisions: dict[str, Unit]) -> None:
    """Put first-level regions that have no point yet where their country is, and leave out the second-level ones.

    Nothing tells where in its region a second-level subdivision lies that has no populated place.
    """
    for code, unit in list(subdivisions.items()):
        if unit.lon is not None:
            continue
        if unit.feature == "admin1" and unit.parent is not None and unit.parent.lon is not None:
            unit.put(unit.parent.lon, unit.parent.lat or 0.0, "point of its country")
        else:
            del subdivisions[code]


def _folded_names(unit: Unit) -> set[str]:
    return {fold(unit.name), *map(fold, unit.names.get("alternate", []))}


def _claim(city: Unit, wanted: str) -> tuple[bool, int]:
    return fold(city.name) == wanted, city.population
