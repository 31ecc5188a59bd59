"""Which property of a file of boundaries is the code of an area, which its name, and so on.

The properties of known makers are known by name (INEI's IDDIST, OCHA's ADM2_PCODE, GADM's GID_2, geoBoundaries'
shapeName, Natural Earth's iso_3166_2); of others the values tell: codes are each there once, and the gazetteer knows
them; what is above an area is the same for many.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.boundaries.words import list_some, plain
from geo.errors import OwnDataError

__all__ = ["OPTION_FIELDS", "ROLES", "FieldMap", "guess_fields"]

ROLES = ("code", "name", "level", "parent", "country", "source", "licence")
"""What a property can be."""

OPTION_FIELDS = ("layer", "crs")
"""What can be said beside them of a file: which layer, and its coordinate reference system."""

_CONSTANT = frozenset({"level", "country", "source", "licence"})
_NUMBERED = {
    # Which properties belong to a level, by maker; of several levels the deepest is the areas' own.
    "code": (r"adm(\d)_?pcode", r"gid_(\d)", r"hasc_(\d)", r"adm(\d)_?code", r"cc_(\d)"),
    "name": (r"adm(\d)_(?:es|en|pt|fr|name|ref)", r"adm(\d)_?name", r"admin(\d)name(?:_\w\w)?", r"name_(\d)"),
}
_NAMED: Mapping[str, tuple[str, ...]] = {
    "code": (
        r"iddist|ubigeo|cod_?ubigeo|ubigeo_?\w*|cod_?dist\w*|idprov|iddpto|coddep|codprov",
        r"shapeiso|iso_?3166_?2|iso_3166_2_code",
        r"adm\d?_?pcode|pcode|geocode|cod_?mun\w*|codigo|divipola|cve_?\w*|cvegeo|cd_\w+|insee\w*|nuts_id|geoid",
        r"iso_?3166_?1\w*|iso_?a2|iso_?a2_eh|iso2|iso_?a3|iso_?a3_eh|adm0_a3|iso3|iso_?code|iso",
        r"code|cod|clave|key|shapeid|gn_id|geonames?_?id|id|gid|fid|\w+_code|\w+_id|cod\w+|id\w+",
    ),
    "name": (
        r"nombdist|distrito|nom_?dist\w*|nombprov|provincia|nombdep|departamen\w*|nom_?mun\w*|municipio",
        r"shapename|name|nombre|nom|nome|label|title|titulo|zona|zone|area",
        r"name_es|name_en|name_?long|admin|nam|nomb\w+|nom_\w+|\w*name|\w*nombre",
    ),
    "parent": (r"parent\w*|padre|idprov|cod_?prov\w*|iddpto|coddep\w*|adm1_?pcode|gid_1|iso_3166_2_parent",),
    "level": (r"shapetype|level|nivel|adm_?level|admin_?level|boundary_?type",),
    "country": (
        r"shapegroup|country_?code|iso_?a2|iso_?a2_eh|adm0_?pcode|gid_0|iso_?a3|iso_?a3_eh|adm0_a3|iso_?3166_?1\w*|sov_a3",
        r"country\w*|pais|adm0_\w\w|cntry\w*|name_0|admin0name\w*",
    ),
    "source": (r"source|fuente|boundarysource|sources|fonte",),
    "licence": (r"licen[cs]e|licencia|boundarylicense|licen[cs]a|licenci\w*",),
}
_LEAST_FILLED, _LEAST_UNIQUE, _LEAST_KNOWN = 0.9, 0.95, 0.6
_LEAST_TEXTUAL = 0.5
_SAMPLE = 500
_ADMIN_LEVELS = {"0": "country", "1": "admin1", "2": "admin2", "3": "admin3"}

Known = Callable[[Sequence[str]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMap:
    """Which property is what; empty for none.

    Parameters
    ----------
    code, name, level, parent, country, source, licence
        The names of properties. Where `constants` has one of level, country, source and licence, that is the value.
    constants
        Values that hold for all areas, by what they are.
    numbered
        The level that the names of the properties speak of (``"admin2"`` for ``ADM2_PCODE``); empty for none.
    stated
        What the user said.
    """

    code: str = ""
    name: str = ""
    level: str = ""
    parent: str = ""
    country: str = ""
    source: str = ""
    licence: str = ""
    constants: tuple[tuple[str, str], ...] = ()
    numbered: str = ""
    stated: frozenset[str] = frozenset()

    def constant(self, role: str) -> str:
        """Give the value that holds for all areas; empty for none."""
        return dict(self.constants).get(role, "")

    def texts(self, columns: Mapping[str, list[str]], role: str, count: int) -> list[str]:
        """Give the value of each area.

        Parameters
        ----------
        columns
            The properties of the file.
        role
            One of `ROLES`.
        count
            How many areas there are.
        """
        constant = self.constant(role)
        return [constant] * count if constant else columns.get(getattr(self, role), [""] * count)


def guess_fields(columns: Mapping[str, list[str]], stated: Mapping[str, str], known: Known) -> FieldMap:
    """Give which property is what.

    Parameters
    ----------
    columns
        The properties: a text an area.
    stated
        What the user says: the property (or, for level, country, source and licence, the value) by what it is.
    known
        Gives the share of codes that a gazetteer knows.

    Raises
    ------
    OwnDataError
        When the user names what is no role, or no property of the file.

    Examples
    --------
    >>> columns = {"IDDIST": ["010101", "010102"], "NOMBDIST": ["Chachapoyas", "Asunción"], "IDPROV": ["0101", "0101"]}
    >>> found = guess_fields(columns, {}, lambda codes: float(codes[0] == "010101"))
    >>> found.code, found.name, found.parent
    ('IDDIST', 'NOMBDIST', 'IDPROV')
    """
    fields = _state(columns, stated)
    code = fields.code or _guess_code(columns, known)
    fields = replace(fields, code=code, numbered=_number_of(code, "code") or _number_of(fields.name, "name"))
    if not fields.name:
        fields = replace(fields, name=_guess_name(columns, fields))
    if not fields.numbered:
        fields = replace(fields, numbered=_number_of(fields.name, "name"))
    taken = {fields.code, fields.name}
    for role in ("level", "country", "source", "licence"):
        if not getattr(fields, role) and not fields.constant(role):
            found = _by_name(columns, role, lambda values: sum(map(bool, values)) >= _LEAST_FILLED * len(values))
            changes: dict[str, Any] = {role: "" if found in taken else found}
            fields = replace(fields, **changes)
    if not fields.parent:
        parent = _guess_parent(columns, fields)
        fields = replace(fields, parent="" if parent == fields.country else parent)
    return fields


def _state(columns: Mapping[str, list[str]], stated: Mapping[str, str]) -> FieldMap:
    found: dict[str, str] = {}
    constants = []
    by_folded = {name.casefold(): name for name in columns}
    for role, value in stated.items():
        if role in OPTION_FIELDS:
            continue
        if role not in ROLES:
            message = f"{plain(role)!r} is no field of boundaries: choose from {', '.join((*ROLES, *OPTION_FIELDS))}"
            raise OwnDataError(message)
        column = value if value in columns else by_folded.get(value.casefold(), "")
        if column:
            found[role] = column
        elif role in _CONSTANT:
            constants.append((role, value))
        else:
            message = f"no property is called {plain(value)!r}: the file has {list_some(sorted(columns)) or 'none'}"
            raise OwnDataError(message)
    return FieldMap(**found, constants=tuple(constants), stated=frozenset(stated))


def _fold(name: str) -> str:
    return re.sub(r"[\s.-]+", "_", name.strip().casefold())


def _by_name(columns: Mapping[str, list[str]], role: str, test: Callable[[list[str]], bool]) -> str:
    """Give the first property that is called like a role and passes a test."""
    for pattern in _NAMED[role]:
        for part in pattern.split("|"):
            for name, values in columns.items():
                if re.fullmatch(part, _fold(name)) and test(values):
                    return name
    return ""


def _numbers(columns: Mapping[str, list[str]], role: str) -> list[tuple[int, int, str]]:
    """Give the properties that name their level, with it, the deepest first, then the best known maker's."""
    found = []
    for name in columns:
        for order, pattern in enumerate(_NUMBERED[role]):
            if match := re.fullmatch(pattern, _fold(name)):
                found.append((-int(match[1]), order, name))
    return sorted(found)


def _number_of(name: str, role: str) -> str:
    for pattern in _NUMBERED[role]:
        if match := re.fullmatch(pattern, _fold(name)):
            return _ADMIN_LEVELS.get(match[1], "")
    return ""


def _is_unique(values: Sequence[str]) -> bool:
    filled = [value for value in values if value]
    return len(filled) >= _LEAST_FILLED * len(values) and len(set(filled)) >= _LEAST_UNIQUE * len(filled) > 0


def _sample(values: Sequence[str]) -> list[str]:
    step = max(1, len(values) // _SAMPLE)
    return [value for value in values[::step] if value]


def _guess_code(columns: Mapping[str, list[str]], known: Known) -> str:
    unique = {name: values for name, values in columns.items() if _is_unique(values)}
    for _, _, name in _numbers(columns, "code"):
        if name in unique:
            return name
    shares = {name: known(_sample(values)) for name, values in unique.items()}
    best = max(shares, key=lambda name: shares[name], default="")
    if best and shares[best] >= _LEAST_KNOWN:
        return best
    return _by_name(columns, "code", _is_unique)


def _is_textual(values: Sequence[str]) -> bool:
    filled = _sample(values)
    letters = sum(any(char.isalpha() for char in value) for value in filled)
    return bool(filled) and letters >= _LEAST_TEXTUAL * len(filled)


def _guess_name(columns: Mapping[str, list[str]], fields: FieldMap) -> str:
    others = {
        name: values
        for name, values in columns.items()
        if name != fields.code and _is_textual(values) and (len(set(values)) > 1 or len(values) == 1)
    }
    wanted = next((number for number, level in _ADMIN_LEVELS.items() if level == fields.numbered), "")
    for depth, _, name in _numbers(others, "name"):
        if not wanted or str(-depth) == wanted:
            return name
    most = max((len(set(values)) for values in others.values()), default=0)
    # A name that stands for many areas is that of what holds them: the property of a province in a file of districts.
    distinct = {name: values for name, values in others.items() if len(set(values)) >= most / 2}
    found = _by_name(distinct, "name", lambda _: True)
    return found or max(distinct, key=lambda name: len(set(distinct[name])), default="")


def _guess_parent(columns: Mapping[str, list[str]], fields: FieldMap) -> str:
    """Give the property of what holds an area: the level above by its maker, else the longest beginning of its code."""
    codes = columns.get(fields.code, [])
    wanted = {number for number, level in _ADMIN_LEVELS.items() if level == fields.numbered}
    for depth, _, name in _numbers(columns, "code"):
        if wanted and str(1 - depth) in wanted and name != fields.code:
            return name
    begins = [
        (len(max(values, key=len, default="")), name)
        for name, values in columns.items()
        if name != fields.code
        and codes
        and all(
            0 < len(value) < len(code) and code.startswith(value) for code, value in zip(codes, values, strict=True)
        )
    ]
    if begins:
        return max(begins)[1]
    return _by_name(
        {name: values for name, values in columns.items() if name not in {fields.code, fields.name}},
        "parent",
        lambda values: 0 < len(set(values) - {""}) < len(values),
    )
