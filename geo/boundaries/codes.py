"""Codes of areas, in whichever scheme a file writes them, and the rows of the gazetteer that they name."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE

__all__ = ["CodeScheme", "country_code", "find_scheme"]

_SCHEMES = ("iso3166-2", "inei", "geonames", "iso3166-1", "geonames id")
_ALPHA_2 = 2
_INEI_PREFIX = "PE"
_LEAST_GEONAMES_ID = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScheme:
    """A scheme that the codes of a file are written in.

    Parameters
    ----------
    name
        ``"iso3166-1"``, ``"iso3166-2"``, ``"inei"``, ``"geonames"`` (codes), ``"geonames id"``; empty for none known.
    share
        The share of the codes that the gazetteer knows.
    digits
        How many digits a code of INEI has at most: a spreadsheet takes the zeros away that it begins with.
    """

    name: str = ""
    share: float = 0.0
    digits: int = 0

    def row(self, gazetteer: Gazetteer, code: str) -> int | None:
        """Give the row of a code; None when the gazetteer does not know it."""
        return _rows()[self.name](gazetteer, code, self.digits) if self.name and code else None

    def own_id(self, code: str) -> str:
        """Give the region id that an area unknown to the gazetteer gets by its code; empty when the scheme gives none.

        Examples
        --------
        >>> CodeScheme(name="inei", digits=6).own_id("50412")
        'PE-050412'
        """
        if self.name == "inei" and (bare := _bare_inei(code, self.digits)):
            return f"{_INEI_PREFIX}-{bare}"
        return code.upper() if self.name in {"iso3166-1", "iso3166-2"} else ""

    def parent_row(self, gazetteer: Gazetteer, code: str) -> int | None:
        """Give the row of what holds an area that the gazetteer does not know, where its code begins with that."""
        bare = _bare_inei(code, self.digits) if self.name == "inei" else ""
        return gazetteer.row_of("inei", bare[:-2]) if len(bare) > 2 else None  # noqa: PLR2004 - two digits a level


def find_scheme(
    gazetteer: Gazetteer,
    codes: Sequence[str],
    countries: Sequence[str],
    bounds_deg: npt.NDArray[np.float64] | None = None,
) -> CodeScheme:
    """Give the scheme of which the gazetteer knows most codes, each where its area lies.

    Parameters
    ----------
    gazetteer
        The gazetteer.
    codes
        The codes of areas.
    countries
        The country that each lies in, ISO 3166-1 alpha-2; empty where that is not known.
    bounds_deg
        A row a code: west, south, east and north of where the unit that it names is to lie, not numbers where that is
        not known; None for anywhere. So the numbers 1 and 2 of two zones are not the codes of two departments.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> find_scheme(open_gazetteer(), ["PE-PAS", "PE-JUN"], ["PE", "PE"]).name
    'iso3166-2'
    """
    digits = max((len(code) for code in codes if code.isdecimal()), default=0)
    best = CodeScheme()
    for name in _SCHEMES:
        scheme = CodeScheme(name=name, share=0.0, digits=digits + digits % 2)
        found = [scheme.row(gazetteer, code) for code in codes]
        right = sum(
            row is not None
            and (not country or gazetteer.country(row) in {country, ""})
            and (bounds_deg is None or _lies_in(gazetteer, row, bounds_deg[at]))
            for at, (row, country) in enumerate(zip(found, countries, strict=True))
        )
        share = right / max(len(codes), 1)
        if share > best.share:
            best = CodeScheme(name=name, share=share, digits=scheme.digits)
    return best


def _lies_in(gazetteer: Gazetteer, row: int, bounds_deg: npt.NDArray[np.float64]) -> bool:
    west, south, east, north = (float(side) for side in bounds_deg)
    here = gazetteer.lonlat(row)
    return math.isnan(west) or (west <= here.lon <= east and south <= here.lat <= north)


_Rows = Callable[[Gazetteer, str, int], int | None]


def _by_subdivision(gazetteer: Gazetteer, code: str, _digits: int) -> int | None:
    return gazetteer.row_of("iso3166-2", code.upper()) if re.fullmatch(r"[A-Za-z]{2}-[A-Za-z0-9]{1,3}", code) else None


def _bare_inei(code: str, digits: int) -> str:
    """Give the digits of a code of INEI, also out of ``PE050408`` (OCHA) and ``PE-050408`` (Dateline)."""
    if match := re.fullmatch(r"(?:PE-?)?([0-9]{1,6})", code, flags=re.IGNORECASE):
        bare = match[1]
        return bare.zfill(digits) if code.isdecimal() and digits <= 6 else bare  # noqa: PLR2004 - a district's code
    return ""


def _by_inei(gazetteer: Gazetteer, code: str, digits: int) -> int | None:
    bare = _bare_inei(code, digits)
    return gazetteer.row_of("inei", bare) if bare else None


def _by_geonames_code(gazetteer: Gazetteer, code: str, _digits: int) -> int | None:
    return gazetteer.row_of("geonames", code) if re.fullmatch(r"[A-Z]{2}\.[\w.]+", code) else None


def _by_country(gazetteer: Gazetteer, code: str, _digits: int) -> int | None:
    alpha_2 = country_code(code)
    return gazetteer.row_of("iso3166-1", alpha_2) if alpha_2 else None


def _by_geonames_id(gazetteer: Gazetteer, code: str, _digits: int) -> int | None:
    number = code.removeprefix("geonames:")
    if not re.fullmatch(r"[0-9]{4,10}", number) or int(number) < _LEAST_GEONAMES_ID:
        return None
    row = gazetteer.row_of_geonames_id(int(number))
    return row if row is not None and gazetteer.feature(row) in ADMINISTRATIVE else None


@cache
def _rows() -> dict[str, _Rows]:
    return {
        "iso3166-2": _by_subdivision,
        "inei": _by_inei,
        "geonames": _by_geonames_code,
        "iso3166-1": _by_country,
        "geonames id": _by_geonames_id,
    }


def country_code(text: str) -> str:
    """Give the ISO 3166-1 alpha-2 code of a country by that, by its alpha-3 code or at the head of another code.

    Examples
    --------
    >>> country_code("PER"), country_code("pe"), country_code("Peru")
    ('PE', 'PE', '')
    """
    code = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{2,3}", code):
        return ""
    if len(code) == _ALPHA_2:
        return code
    from babel.core import get_global  # noqa: PLC0415 - its data is read only where codes of three letters stand

    return next((alpha_2 for alpha_2 in get_global("territory_aliases").get(code, []) if len(alpha_2) == _ALPHA_2), "")
