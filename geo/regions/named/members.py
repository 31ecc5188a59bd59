"""The members of named regions: administrative units by their codes, and which boundaries they have."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.known import first_level_by_geonames, second_level_by_geonames, third_level_by_geonames
from geo.regions.sets import countries, region_layer, region_position

__all__ = ["SCHEMES", "Code", "Unit", "check_code", "find_unit", "is_known", "suggest_code", "unit_name"]


class Code(NamedTuple):
    """The code of an administrative unit.

    Parameters
    ----------
    scheme
        One of `SCHEMES`.
    code
        The code in that scheme.

    Examples
    --------
    >>> str(Code("iso3166-2", "SN-SL"))
    'iso3166-2:SN-SL'
    """

    scheme: str
    code: str

    def __str__(self) -> str:
        """Give it as one word."""
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scheme:
    """A scheme of codes: what its codes look like, and an example of one."""

    form: re.Pattern[str]
    example: str


_FORMS: Mapping[str, _Scheme] = {
    "iso3166-1": _Scheme(form=re.compile("[A-Z]{2}"), example="'ML': two capital letters"),
    "iso3166-2": _Scheme(form=re.compile("[A-Z]{2,3}-[A-Z0-9]{1,5}"), example="'SN-SL': a country and a part of it"),
    "geonames": _Scheme(form=re.compile("[1-9][0-9]{0,9}"), example="'3696417': the number of a place in GeoNames"),
    "inei": _Scheme(form=re.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}"), example="'050402': 2, 4 or 6 digits"),
}

SCHEMES = tuple(_FORMS)
"""The schemes of codes: countries, their parts, places of GeoNames by number, and units of Peru by INEI code."""

# The level of the region sets that an INEI code of so many digits names, and the region ids of that scheme.
_INEI_LEVELS = {4: "admin2", 6: "admin3"}
_INEI_PREFIX = "PE-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An administrative unit: where the gazetteer has it, and which boundaries make it up.

    Parameters
    ----------
    code
        Its code.
    row
        Its row in the gazetteer; None when that does not know it.
    level
        The level of the region sets that its boundaries are of; empty when it has none.
    positions
        Their positions in that level's layer; a country has those of its first-level regions.
    """

    code: Code
    row: int | None = None
    level: str = ""
    positions: tuple[int, ...] = ()


def check_code(scheme: str, code: object) -> str:
    """Give what is wrong with the form of a code of a known scheme, in words; empty when it could be one.

    Examples
    --------
    >>> check_code("iso3166-1", "ML"), check_code("iso3166-1", "Mali")
    ('', "'Mali' is no code like 'ML': two capital letters")
    """
    form = _FORMS[scheme]
    if isinstance(code, str) and form.form.fullmatch(code):
        return ""
    return f"{_short(code)} is no code like {form.example}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - what a line of an error has room for


def is_known(code: Code) -> bool:
    """Say whether the gazetteer or the boundaries in force know a unit.

    Examples
    --------
    >>> is_known(Code("inei", "050402")), is_known(Code("inei", "059999"))
    (True, False)
    """
    unit = find_unit(code)
    return unit.row is not None or bool(unit.positions)


def suggest_code(code: Code) -> str:
    """Give a known code that is much like one that is not, else nothing.

    Examples
    --------
    >>> suggest_code(Code("inei", "0504090"))
    '050409'
    """
    known = [] if code.scheme == "geonames" else sorted(open_gazetteer().codes_in(code.scheme))
    return next(iter(difflib.get_close_matches(code.code, known, n=1)), "")


def find_unit(code: Code) -> Unit:
    """Give a unit with the boundaries in force; without row and boundaries when nothing is known of it.

    Examples
    --------
    >>> find_unit(Code("inei", "0504")).level, len(find_unit(Code("iso3166-1", "ML")).positions)
    ('admin2', 9)
    """
    return _find_unit(current_holdings(), code)


@lru_cache(maxsize=MOST_HELD * 4096)
def _find_unit(holdings: Holdings, code: Code) -> Unit:
    del holdings  # what gazetteer and layers come from
    gazetteer = open_gazetteer()
    row = _row_of(gazetteer, code)
    level, positions = _own_boundaries(code)
    if not positions and row is not None:
        level, positions = _boundaries_of_row(gazetteer, row)
    return Unit(code=code, row=row, level=level if positions else "", positions=positions)


def unit_name(code: Code) -> str:
    """Give the name of a unit and of what holds it: ``"Saint-Louis, Senegal"``; empty when nobody knows it.

    Examples
    --------
    >>> unit_name(Code("iso3166-2", "SN-SL"))
    'Saint-Louis, Senegal'
    """
    unit = find_unit(code)
    if unit.row is not None:
        return ", ".join(open_gazetteer().admin_names(unit.row)[::-1])
    return region_layer(unit.level).table["name"][unit.positions[0]] if unit.positions else ""


def _row_of(gazetteer: Gazetteer, code: Code) -> int | None:
    if code.scheme == "geonames":
        return gazetteer.row_of_geonames_id(int(code.code))
    return gazetteer.row_of(code.scheme, code.code)


def _own_boundaries(code: Code) -> tuple[str, tuple[int, ...]]:
    """Give the boundaries that bear a code themselves."""
    if code.scheme == "iso3166-1":
        country = countries().get(code.code)
        return "admin1", country.parts if country else ()
    if code.scheme == "iso3166-2":
        return "admin1", _positions("admin1", code.code)
    if code.scheme == "inei" and len(code.code) in _INEI_LEVELS:
        level = _INEI_LEVELS[len(code.code)]
        return level, _positions(level, f"{_INEI_PREFIX}{code.code}")
    return "", ()


def _boundaries_of_row(gazetteer: Gazetteer, row: int) -> tuple[str, tuple[int, ...]]:
    """Give the boundaries of a place of the gazetteer, by its number in GeoNames or as a country."""
    if gazetteer.feature(row) == "country":
        country = countries().get(gazetteer.country(row))
        return "admin1", country.parts if country else ()
    number = str(gazetteer.geonames_id(row))
    own, parts = first_level_by_geonames()
    if number in own or number in parts:
        return "admin1", own.get(number) or parts[number]
    second, third = second_level_by_geonames().get(number), third_level_by_geonames().get(number)
    if second is None and third is not None:
        return "admin3", (third,)
    return "admin2", () if second is None else (second,)


def _positions(level: str, region_id: str) -> tuple[int, ...]:
    at = region_position(level, region_id)
    return () if at is None else (at,)
