"""The names that maps in other languages show, where they are not those of the gazetteer.

Countries and well-known cities are named by CLDR, first-level regions by Natural Earth, waters, mountains and the
like by the facts, whose names bear no language but begin with a word that tells it. ``es.toml`` and its like beside
this file add what the sources lack; each makes one language.
"""

import csv
import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from data.build.boundaries.natural_earth import first_level_names
from data.build.gazetteer.facts import parts, read_facts
from geo.gazetteer import Gazetteer
from geo.gazetteer.features import FEATURES
from geo.gazetteer.names import fold

__all__ = ["build"]

_FOLDER = Path(__file__).parent
_HEADER = ("feature", "country", "name", "local")
_POPULATED = "populated place"

Key = tuple[str, str, str]
"""Feature kind, country and name, as the gazetteer shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """How the names of a language are told and put right."""

    language: str
    is_own: re.Pattern[str]
    foreign: re.Pattern[str]
    generic: re.Pattern[str]
    begins: dict[str, re.Pattern[str]]
    keep: frozenset[str]
    names: dict[str, dict[str, str]]
    cities: dict[str, dict[str, str]]


def build(data: Path) -> None:
    """Write the names below the folder ``data``, whose ``gazetteer`` and ``boundaries`` it reads."""
    gazetteer = Gazetteer(data / "gazetteer")
    (data / "names").mkdir(exist_ok=True)
    for path in sorted(_FOLDER.glob("*.toml")):
        rules = _read_rules(path)
        found = _gather(data, gazetteer, rules)
        with (data / "names" / f"{rules.language}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(_HEADER)
            writer.writerows((*key, found[key]) for key in sorted(found) if found[key] not in {"", key[2]})


def _read_rules(path: Path) -> _Rules:
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    letters = f"a-z{table['letters']}"
    return _Rules(
        language=path.stem,
        is_own=re.compile(rf"[{letters}{letters.upper()}0-9 .,'’()-]+"),
        foreign=re.compile(rf"\b(?:{'|'.join(table['foreign'])})\b"),
        generic=re.compile(rf"(?:{'|'.join(table['generic'])}) (?=[^a-z])"),
        begins={kind: re.compile(rf"(?:{'|'.join(words)})\b") for kind, words in table["begins"].items()},
        keep=frozenset(table["keep"]),
        names={kind: names for kind, names in table.items() if kind in FEATURES and kind != _POPULATED},
        cities=table[_POPULATED],
    )


def _gather(data: Path, gazetteer: Gazetteer, rules: _Rules) -> dict[Key, str]:
    """Give every name; of several for one place those that were written down come first."""
    found = dict(_features(rules)) | dict(_regions(data, rules)) | dict(_cities(gazetteer, rules))
    found |= dict(_countries(gazetteer, rules))
    keys = {*found, *_areas(gazetteer)}
    found |= {key: rules.names[key[0]][key[2]] for key in keys if key[2] in rules.names.get(key[0], {})}
    return found | {
        (_POPULATED, country, name): local for country, names in rules.cities.items() for name, local in names.items()
    }


def _areas(gazetteer: Gazetteer) -> Iterator[Key]:
    """Give what is no populated place; those are the gazetteer's last rows."""
    rows = itertools.takewhile(lambda row: gazetteer.feature(row) != _POPULATED, range(len(gazetteer)))
    return ((gazetteer.feature(row), gazetteer.country(row), gazetteer.name(row)) for row in rows)


def _countries(gazetteer: Gazetteer, rules: _Rules) -> Iterator[tuple[Key, str]]:
    territories = Locale(rules.language).territories
    for code, name in territories.items():
        row = gazetteer.row_of("iso3166-1", code)
        if row is not None:
            yield ("country", code, gazetteer.name(row)), name


def _cities(gazetteer: Gazetteer, rules: _Rules) -> Iterator[tuple[Key, str]]:
    """Give the cities after which time zones are called."""
    local = Locale(rules.language).time_zones
    for zone, zone_country in sorted(get_global("zone_territories").items()):
        english = zone.rpartition("/")[2].replace("_", " ")
        name = local.get(zone, {}).get("city", "")
        rows = [int(row) for row in gazetteer.rows(english) if gazetteer.country(int(row)) == zone_country]
        cities = [row for row in rows if gazetteer.feature(row) == _POPULATED]
        largest = max(cities, key=lambda row: int(gazetteer.population[row]), default=None)
        # "America/Indiana/Knox" is a town of few people.
        if name and zone.count("/") == 1 and largest is not None and gazetteer.name(largest) == english:
            yield (_POPULATED, zone_country, english), name


def _regions(data: Path, rules: _Rules) -> Iterator[tuple[Key, str]]:
    names = first_level_names()
    with (data / "boundaries" / "admin1.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            given = names[row["region_id"]]
            name = rules.generic.sub("", given.get(f"name_{rules.language}") or "", count=1)
            is_it = row["parent_id"] not in rules.keep and fold(row["name"]) == fold(
                given.get("name_en") or given.get("name") or ""
            )
            if is_it and rules.is_own.fullmatch(name) and name[0].isupper() and fold(name) != fold(row["name"]):
                yield ("admin1", row["parent_id"], row["name"]), name


def _features(rules: _Rules) -> Iterator[tuple[Key, str]]:
    for row in read_facts("features"):
        begins = rules.begins.get(row["feature"])
        if begins is None:
            continue
        for name in [row["name"], *parts(row["names"])]:
            if begins.match(name) and rules.is_own.fullmatch(name) and not rules.foreign.search(name):
                yield (row["feature"], row["country"], row["name"]), name
                break
