"""Countries: GeoNames' list, names from CLDR, and what the facts add."""

from babel import Locale

from data.build.gazetteer.facts import parts, read_facts
from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.sources import geonames_countries
from data.build.gazetteer.unit import Unit

__all__ = ["country_units"]

_AND = {"en": "and", "es": "y", "pt": "e", "fr": "et"}
# Dissolved in 2006 and 2010, but still on GeoNames' list.
_DISSOLVED = frozenset({"CS", "AN"})
_COUNTRY_RANK = 3


def country_units() -> dict[str, Unit]:
    """Give the countries by ISO 3166-1 alpha-2, in the order of that code."""
    units = {}
    for iso2, country in sorted(geonames_countries().items()):
        if iso2 in _DISSOLVED:
            continue
        unit = Unit(
            name=country["name"],
            feature="country",
            country=iso2,
            geonames_id=int(country["geonameid"]),
            population=int(country["population"]),
            rank=_COUNTRY_RANK,
            codes={"iso3166-1": iso2},
        )
        unit.add_names("alternate", *_cldr_names(iso2))
        units[iso2] = unit
    for row in read_facts("countries"):
        _add_facts(units[row["iso2"]], row)
    return units


def _cldr_names(iso2: str) -> list[str]:
    names = []
    for language, conjunction in _AND.items():
        name = Locale(language).territories.get(iso2, "")
        names += [form.replace("&", conjunction) for form in plain_forms(name)]
    return names


def _add_facts(unit: Unit, row: dict[str, str]) -> None:
    unit.add_names("short", *parts(row["short_forms"]))
    for name in [*parts(row["names_en"]), *parts(row["names_es"])]:
        unit.add_names("alternate", *plain_forms(name))
    unit.add_demonyms(*parts(row["demonyms_en"]), *parts(row["demonyms_es"]))
    for language in ("pt", "fr"):
        unit.add_demonyms(*(f"{language}:{name}" for name in parts(row[f"demonyms_{language}"])))
    if row["lon"] and row["lat"]:
        unit.put(float(row["lon"]), float(row["lat"]), "fact")
