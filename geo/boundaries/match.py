"""Which unit of the gazetteer each area is, at which level, and what holds it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.boundaries.codes import CodeScheme, country_code
from geo.boundaries.fields import FieldMap
from geo.boundaries.model import ZONE
from geo.boundaries.words import plain, slug
from geo.errors import OwnDataError
from geo.gazetteer import Gazetteer, fold
from geo.regions.force import LEVELS, bundled_layer
from geo.regions.locate import NOWHERE

__all__ = ["Evidence", "Unit", "choose_levels", "countries_of", "find_rows", "make_units"]

# How far from an area the point of its namesake may lie: seats lie in their areas, and borders are simplified.
_FAR_DEG = 0.3
_LEAST_MATCHED = 0.6
_MOSTLY = 0.9
_FEATURES = LEVELS
_WORDS = {
    "country": "country pais nation adm0 admin0",
    "admin1": "adm1 admin1 departamento department state estado region1 departement",
    "admin2": "adm2 admin2 provincia province county municipio2",
    "admin3": "adm3 admin3 distrito district",
    ZONE: "zone zona area region own",
}
_SMALL_WORDS = frozenset("de del la las los y e el da do das dos of and the du des le les et d l".split())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """What is known of areas before they are matched, an element an area.

    Parameters
    ----------
    codes, names, parents, countries
        What the file says; countries as ISO 3166-1 alpha-2.
    first_level
        Positions in the bundle's ``admin1``, `NOWHERE` for none.
    bounds_deg
        West, south, east and north; not numbers where there is no geometry.
    scheme, parent_scheme
        How codes are written, and those of what holds an area.
    stem
        The name of the file, for identifiers.
    """

    codes: list[str]
    names: list[str]
    parents: list[str]
    countries: list[str]
    first_level: npt.NDArray[np.intp]
    bounds_deg: npt.NDArray[np.float64]
    scheme: CodeScheme
    parent_scheme: CodeScheme
    stem: str

    def __len__(self) -> int:
        """Give the number of areas."""
        return len(self.codes)

    def first_id(self, at: int) -> str:
        """Give the first-level region that an area lies in; empty for none."""
        position = int(self.first_level[at])
        return bundled_layer("admin1").table["region_id"][position] if position != NOWHERE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An area, identified.

    Parameters
    ----------
    region_id, name, parent_id, geonames_id, country
        As :class:`geo.boundaries.BoundarySet` has them.
    is_known
        Whether the gazetteer knows it, so that its names are there already.
    """

    region_id: str
    name: str
    parent_id: str
    geonames_id: str
    country: str
    is_known: bool


def find_rows(gazetteer: Gazetteer, evidence: Evidence) -> list[int | None]:
    """Give the row of each area by its code; None where the code is not known, or is that of a place elsewhere."""
    rows = [evidence.scheme.row(gazetteer, code) for code in evidence.codes]
    # A small area at a border can seem to lie across it, where the bundle's border is simplified.
    usual, count = Counter(evidence.countries).most_common(1)[0]
    anyway = {"", usual} if count >= _MOSTLY * len(rows) else {""}
    return [
        row if row is not None and (not country or gazetteer.country(row) in {country} | anyway) else None
        for row, country in zip(rows, evidence.countries, strict=True)
    ]


def choose_levels(
    gazetteer: Gazetteer, evidence: Evidence, fields: FieldMap, said: Sequence[str], rows: Sequence[int | None]
) -> tuple[list[str], list[int | None]]:
    """Give the level of each area, and the rows with those found by name.

    Parameters
    ----------
    gazetteer
        The gazetteer.
    evidence
        What is known of the areas.
    fields
        Which property is what.
    said
        What the file or the user says of the level of each; empty for nothing.
    rows
        The rows that codes gave.

    Raises
    ------
    OwnDataError
        When the user states a level that is none.
    """
    levels = [_level_of(text) for text in said]
    if "level" in fields.stated and "" in levels:
        wrong = next((text for text, level in zip(said, levels, strict=True) if not level), "")
        message = f"{plain(wrong)!r} is no level: use one of {', '.join((*LEVELS, ZONE))}"
        raise OwnDataError(message)
    if "" in levels:
        levels = [_guess_level(gazetteer, evidence, fields, rows)] * len(evidence)
    fitting = [
        row if row is not None and gazetteer.feature(row) == level else None
        for row, level in zip(rows, levels, strict=True)
    ]
    return levels, [
        _row_by_name(gazetteer, evidence, at, level) if row is None else row
        for at, (row, level) in enumerate(zip(fitting, levels, strict=True))
    ]


def _level_of(text: str) -> str:
    folded = re.sub(r"[\s_-]", "", fold(text))
    if match := re.fullmatch(r"(?:adm|admin|level|nivel)?([0-3])", folded):
        return LEVELS[int(match[1])]
    return next((level for level, words in _WORDS.items() if folded in words.split()), "")


def _guess_level(gazetteer: Gazetteer, evidence: Evidence, fields: FieldMap, rows: Sequence[int | None]) -> str:
    features = [gazetteer.feature(row) for row in rows if row is not None]
    most = max(_FEATURES, key=features.count)
    if features.count(most) >= _LEAST_MATCHED * len(evidence):
        return most
    if fields.numbered:
        return fields.numbered
    shares = {
        level: sum(_row_by_name(gazetteer, evidence, at, level) is not None for at in range(len(evidence)))
        for level in LEVELS[::-1]
    }
    best = max(shares, key=lambda level: shares[level])
    return best if shares[best] >= _LEAST_MATCHED * len(evidence) else ZONE


def _row_by_name(gazetteer: Gazetteer, evidence: Evidence, at: int, level: str) -> int | None:
    """Give the unit of a level that bears the name of an area and lies in or beside it."""
    name, country = evidence.names[at], evidence.countries[at]
    if level == ZONE or not name:
        return None
    west, south, east, north = evidence.bounds_deg[at] + [-_FAR_DEG, -_FAR_DEG, _FAR_DEG, _FAR_DEG]
    for row in gazetteer.rows(name).tolist():
        here = gazetteer.lonlat(row)
        near = level == "country" or (west <= here.lon <= east and south <= here.lat <= north)
        if gazetteer.feature(row) == level and near and country in {"", gazetteer.country(row)}:
            return int(row)
    return None


def make_units(
    gazetteer: Gazetteer, evidence: Evidence, levels: Sequence[str], rows: Sequence[int | None]
) -> list[Unit]:
    """Give the identity of each area; no two have the same."""
    used: set[str] = set()
    loud = _are_loud(evidence.names)
    first_of = _first_level_ids()
    units = []
    for at, (level, row) in enumerate(zip(levels, rows, strict=True)):
        known = row if row is not None and level != ZONE else None
        wanted = _known_id(gazetteer, known, first_of) if known is not None else ""
        if wanted in used:
            known, wanted = None, ""
        region_id = wanted or _unused(_own_id(evidence, at, level), used)
        used.add(region_id)
        number = gazetteer.geonames_id(known) if known is not None else 0
        country = gazetteer.country(known) if known is not None else ""
        units.append(
            Unit(
                region_id=region_id,
                name=_name(gazetteer, evidence, at, known=known, loud=loud) or region_id,
                parent_id=_parent(gazetteer, evidence, at, level=level, known=known, first_of=first_of),
                geonames_id=str(number or ""),
                country=country or evidence.countries[at],
                is_known=known is not None,
            )
        )
    return units


def _first_level_ids() -> dict[str, str]:
    table = bundled_layer("admin1").table
    pairs = zip(table["geonames_id"], table["region_id"], strict=True)
    return {number: region_id for number, region_id in reversed(list(pairs)) if number}


def _known_id(gazetteer: Gazetteer, row: int, first_of: dict[str, str]) -> str:
    codes = gazetteer.codes(row)
    feature = gazetteer.feature(row)
    if feature == "country":
        return gazetteer.country(row)
    if feature == "admin1":
        found = first_of.get(str(gazetteer.geonames_id(row))) or codes.get("iso3166-2", "")
        if found:
            return found
    elif "inei" in codes:
        return f"PE-{codes['inei']}"
    return codes.get("geonames", "").replace(".", "-") or gazetteer.place_id(row)


def _own_id(evidence: Evidence, at: int, level: str) -> str:
    code, name = evidence.codes[at], evidence.names[at]
    local = f"{evidence.stem}/{slug(code) or slug(name) or at + 1}"
    return local if level == ZONE else evidence.scheme.own_id(code) or local


def _unused(wanted: str, used: set[str]) -> str:
    if wanted not in used:
        return wanted
    return next(one for number in range(2, len(used) + 3) if (one := f"{wanted}-{number}") not in used)


def _parent(
    gazetteer: Gazetteer, evidence: Evidence, at: int, *, level: str, known: int | None, first_of: dict[str, str]
) -> str:
    if level in {"country", ZONE}:
        return ""
    if known is None:
        stated = evidence.parent_scheme.row(gazetteer, evidence.parents[at])
        if stated is None:
            stated = evidence.scheme.parent_row(gazetteer, evidence.codes[at])
        if stated is not None and gazetteer.feature(stated) in LEVELS[: LEVELS.index(level)]:
            return _known_id(gazetteer, stated, first_of)
        return evidence.countries[at] if level == "admin1" else evidence.first_id(at) or evidence.countries[at]
    above = [row for row in gazetteer.admin_rows(known)[:-1] if gazetteer.feature(row) in LEVELS[: LEVELS.index(level)]]
    if level == "admin1":
        return gazetteer.country(known)
    return _known_id(gazetteer, above[-1], first_of) if above else evidence.first_id(at)


def _name(gazetteer: Gazetteer, evidence: Evidence, at: int, *, known: int | None, loud: bool) -> str:
    if known is not None:
        return gazetteer.name(known)
    said = plain(evidence.names[at]) or plain(evidence.codes[at])
    return _lower(said) if loud else said


def _are_loud(names: Sequence[str]) -> bool:
    letters = [char for name in names[:200] for char in name if char.isalpha()]
    return len(letters) > 20 and all(char.isupper() or not char.islower() for char in letters)  # noqa: PLR2004 - some


def _lower(name: str) -> str:
    """Give a name in capitals as a map writes it: "VILLA EL SALVADOR", "Villa el Salvador".

    Examples
    --------
    >>> _lower("SAN JUAN DE LURIGANCHO")
    'San Juan de Lurigancho'
    """
    words = [word if word in _SMALL_WORDS else word.capitalize() for word in name.lower().split()]
    return " ".join([*(word.capitalize() for word in words[:1]), *words[1:]])


def countries_of(
    gazetteer: Gazetteer, said: Sequence[str], first_level: npt.NDArray[np.intp], stated: str
) -> list[str]:
    """Give the country of each area: what the user states, what the file says, else where the area lies."""
    table = bundled_layer("admin1").table["parent_id"]
    names: dict[str, str] = {}
    found = []
    for text, position in zip(said, first_level.tolist(), strict=True):
        if text not in names:
            names[text] = _country_named(gazetteer, text)
        found.append(stated or names[text] or (table[position] if position != NOWHERE else ""))
    return found


def _country_named(gazetteer: Gazetteer, text: str) -> str:
    code = country_code(text) or country_code(text.partition("-")[0])
    if code and gazetteer.row_of("iso3166-1", code) is not None:
        return code
    rows = [row for row in gazetteer.rows(text).tolist() if gazetteer.feature(row) == "country"] if text else []
    return gazetteer.country(rows[0]) if rows else ""
