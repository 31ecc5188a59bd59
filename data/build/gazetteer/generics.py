"""Names of subdivisions with and without the word for what they are: "Departamento de Pasco", "Pasco Region"."""

import re

from data.build.gazetteer.subdivisions import Polygons
from data.build.gazetteer.unit import Unit
from geo.gazetteer.names import fold

__all__ = ["add_generic_names"]

_DEPARTAMENTO = ("Departamento de {}", "{} Department")
_PROVINCIA = ("Provincia de {}", "{} Province")
_ESTADO = ("Estado de {}", "{} State", "State of {}")
# What documents call the first level in Spanish and Portuguese America.
_FIRST_LEVEL = {
    **dict.fromkeys(["BO", "CO", "GT", "HN", "NI", "PY", "SV", "UY"], _DEPARTAMENTO),
    **dict.fromkeys(["AR", "CR", "CU", "DO", "EC", "PA"], _PROVINCIA),
    **dict.fromkeys(["BR", "MX", "VE"], _ESTADO),
    "CL": ("Región de {}", "{} Region"),
    "PE": (*_DEPARTAMENTO, "Región {}", "Región de {}", "{} Region"),
}
_PERU = {"admin2": _PROVINCIA, "admin3": ("Distrito de {}", "{} District")}
# English words, as Natural Earth gives them, that come after the name in prose.
_AFTER = frozenset(
    "Canton|County|Department|District|Emirate|Governorate|Oblast|Prefecture|Province|Region|Voivodeship".split("|")
)
_AMERICA = frozenset({*_FIRST_LEVEL, "ES", "PT"})
_WORDS = "Cantón|Comuna|Departamento|Distrito|Estado|Municipio|Partido|Província|Provincia|Región"
_BEFORE_NAME = re.compile(rf"(?:{_WORDS})(?: del| de)? (?!la |los |las )(?P<name>.+)")
_AFTER_NAME = re.compile(r"(?P<name>.+) (?:Canton|Department|Municipality|Province|Region|State)")


def add_generic_names(subdivisions: dict[str, Unit], districts: list[Unit], polygons: Polygons) -> None:
    """Add to first-level regions, and to Latin America's second level, the forms of their names that prose uses.

    Ireland's counties get the short form too: "Co Donegal".
    """
    for code, unit in subdivisions.items():
        if unit.country in _AMERICA:
            unit.add_names("alternate", *_bare_names(unit))
        if unit.country == "IE":
            unit.add_names("alternate", *_short_counties(unit))
        if unit.feature == "admin1":
            unit.add_names("alternate", *_first_level_names(unit, _kind(code, polygons)))
        elif unit.country == "PE":
            unit.add_names("alternate", *(form.format(unit.name) for form in _PERU["admin2"]))
    for district in districts:
        district.add_names("alternate", *(form.format(district.name) for form in _PERU["admin3"]))


def _kind(code: str, polygons: Polygons) -> str:
    kinds = {feature["properties"].get("type_en") or "" for feature in polygons.get(code, [])}
    return kinds.pop() if len(kinds) == 1 else ""


def _first_level_names(unit: Unit, kind: str) -> list[str]:
    name = next(iter(_stripped(unit.name)), unit.name)
    if unit.country in _FIRST_LEVEL:
        return [form.format(name) for form in _FIRST_LEVEL[unit.country]]
    if kind == "State":
        # "Ohio State" is a university.
        return [f"State of {name}"] if unit.country == "US" else [f"State of {name}", f"{name} State"]
    if kind in _AFTER and fold(kind) not in fold(name).split():
        return [f"{name} {kind}", f"{kind} of {name}"]
    return []


def _short_counties(unit: Unit) -> list[str]:
    county = "County "
    names = (name for name in (unit.name, *unit.names.get("alternate", [])) if name.startswith(county))
    return [f"Co {name.removeprefix(county)}" for name in names]


def _bare_names(unit: Unit) -> list[str]:
    return [bare for name in (unit.name, *unit.names.get("alternate", [])) for bare in _stripped(name)]


def _stripped(name: str) -> list[str]:
    match = _BEFORE_NAME.fullmatch(name) or _AFTER_NAME.fullmatch(name)
    return [match["name"]] if match else []
