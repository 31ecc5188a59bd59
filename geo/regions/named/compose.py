"""Writing the definition of a named region: members by code or by name in, a commented TOML file out."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.gazetteer import Gazetteer, fold, open_gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES
from geo.regions.named.members import SCHEMES, Code, check_code, is_known, suggest_code, unit_name

if TYPE_CHECKING:
    from tomlkit.items import Array, Table

__all__ = ["find_members", "region_id_of", "write_definition"]

_CODES = re.compile(rf"\s*({'|'.join(SCHEMES)})\s*:\s*(.*?)\s*", re.DOTALL)
_MOST_TOLD = 6


def region_id_of(name: str) -> str:
    """Give the identifier of a region of some name: ``"gran-chaco"``.

    Raises
    ------
    RegionError
        When no letter and no digit is in it.

    Examples
    --------
    >>> region_id_of("Valle del Río Apurímac")
    'valle-del-rio-apurimac'
    """
    found = "-".join(re.findall("[a-z0-9]+", fold(name)))
    if not found:
        message = f"{name!r} makes no identifier: give one of small letters, digits and hyphens with --id"
        raise RegionError(message)
    return found


def find_members(texts: Sequence[str]) -> tuple[Code, ...]:
    """Give the codes that words name.

    Parameters
    ----------
    texts
        Each a list apart by ``;``: codes behind their scheme (``"iso3166-1: ML, NE"``), or names of administrative
        units, the area that holds each behind a comma where the name alone says too little (``"Amazonas, Peru"``).

    Raises
    ------
    RegionError
        When a code or a name is not known, or a name says too little.

    Examples
    --------
    >>> [str(code) for code in find_members(["iso3166-2: SN-SL; Mali"])]
    ['iso3166-2:SN-SL', 'iso3166-1:ML']
    """
    found: list[Code] = []
    faults: list[str] = []
    for part in (one.strip() for text in texts for one in text.split(";")):
        if part:
            codes = _CODES.fullmatch(part)
            try:
                found += _listed(codes[1], codes[2]) if codes else [_named(part)]
            except RegionError as error:
                faults.append(str(error))
    if not found and not faults:
        faults.append("no member is named: give codes ('iso3166-1:ML,NE') or names ('Mali; Niger') with --members")
    if faults:
        raise RegionError("; ".join(faults))
    return tuple(dict.fromkeys(found))


def _listed(scheme: str, listed: str) -> list[Code]:
    codes = re.split(r"[\s,]+", listed)
    faults = []
    for code in codes:
        wrong = check_code(scheme, code)
        if not wrong and not is_known(Code(scheme, code)):
            guess = suggest_code(Code(scheme, code))
            wrong = f"no place has the code {code!r} of {scheme}{f': did you mean {guess!r}?' if guess else ''}"
        if wrong:
            faults.append(wrong)
    if faults:
        raise RegionError("; ".join(faults))
    return [Code(scheme, code) for code in codes]


def _named(name: str) -> Code:
    gazetteer = open_gazetteer()
    own, *holders = (part.strip() for part in name.split(","))
    rows = [row for row in _areas(gazetteer, own) if _is_held(gazetteer, row, holders)]
    if not rows:
        # "Washington, D.C.": a name may hold its comma.
        rows = _areas(gazetteer, name)
    if not rows:
        message = f"no country, region or district is called {name!r}: give its code, such as 'iso3166-1:ML'"
        raise RegionError(message)
    chosen = _choose(gazetteer, rows)
    if chosen is None:
        told = [f"{', '.join(gazetteer.admin_names(row)[::-1])} ({_code_of(gazetteer, row)})" for row in rows]
        more = f"; and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
        message = (
            f"{name!r} is the name of several areas: {'; '.join(told[:_MOST_TOLD])}{more}. "
            "Give the code, or the area that holds it behind a comma"
        )
        raise RegionError(message)
    return _code_of(gazetteer, chosen)


def _areas(gazetteer: Gazetteer, name: str) -> list[int]:
    """Give the areas of a name, the largest kind first."""
    rows = [
        one.row
        for one in gazetteer.candidates(name)
        if gazetteer.feature(one.row) in ADMINISTRATIVE and one.name_kind != "demonym"
    ]
    return sorted(dict.fromkeys(rows), key=lambda row: FEATURES.index(gazetteer.feature(row)))


def _is_held(gazetteer: Gazetteer, row: int, holders: Sequence[str]) -> bool:
    above = set(gazetteer.admin_rows(row)[:-1])
    return all(above & set(gazetteer.rows(holder).tolist()) for holder in holders)


def _choose(gazetteer: Gazetteer, rows: Sequence[int]) -> int | None:
    """Give the one area of the largest kind, unless a smaller one is as well known: Georgia is also a state."""
    first, *others = rows
    people = int(gazetteer.population[first])
    rivals = [
        row
        for row in others
        if gazetteer.feature(row) == gazetteer.feature(first) or int(gazetteer.population[row]) > people
    ]
    # A first-level region and the district round its seat share a name: who names it means the region.
    return first if all(first in gazetteer.admin_rows(row) for row in rivals) else None


def _code_of(gazetteer: Gazetteer, row: int) -> Code:
    codes = gazetteer.codes(row)
    for scheme in ("iso3166-1", "iso3166-2", "inei"):
        if scheme in codes:
            return Code(scheme, codes[scheme])
    return Code("geonames", str(gazetteer.geonames_id(row)))


def write_definition(name: str, members: Sequence[Code], *, region_id: str, date: str) -> str:
    """Give a commented TOML file that defines a region of one tier.

    Parameters
    ----------
    name
        What maps show; any words.
    members
        The codes of its members; the name of each stands beside it.
    region_id
        Its identifier.
    date
        When it was written, such as ``"2026-11-28"``.

    Examples
    --------
    >>> text = write_definition("My valley", [Code("inei", "050408")], region_id="my-valley", date="2026")
    >>> [line for line in text.splitlines() if "050408" in line]
    ['    "050408", # Llochegua, Huanta, Ayacucho, Peru']
    """
    import tomlkit  # noqa: PLC0415 - only who writes a file needs it

    document = tomlkit.document()
    document.add(tomlkit.comment("A named region: a region is its members, and its outline the union of theirs."))
    document.add(tomlkit.comment("Try it: dateline regions check FILE; dateline map REPORT --regions FILE"))
    document.add(tomlkit.nl())
    for key, value, comment in (
        ("id", region_id, "small letters, digits, hyphens; the file's name"),
        ("name", name, "what maps show"),
        ("feature", "region", "its kind"),
        ("date", date, "when the definition was last true"),
        ("note", "", "for the reader of a map: what is in it, and how far definitions differ"),
        ("certain", True, "false: the names mean other things too, and the text around them decides"),
    ):
        document.add(key, tomlkit.item(value).comment(comment))
    document.add("names", _names_table())
    table = tomlkit.table()
    for scheme in (one for one in SCHEMES if any(code.scheme == one for code in members)):
        table.add(scheme, _array([code for code in members if code.scheme == scheme]))
    document.add("members", table)
    document.add(tomlkit.nl())
    for line in ("[except] # parts of members that are not in it", "iso3166-2 = []"):
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    for line in ("[[sources]]", 'name = "where the definition comes from"', "year = 2024", 'url = "https://..."'):
        document.add(tomlkit.comment(line))
    return tomlkit.dumps(document)


def _names_table() -> "Table":
    import tomlkit  # noqa: PLC0415 - as above

    table = tomlkit.table()
    table.add(tomlkit.comment("other forms of its name, by language; short forms in capitals"))
    for language in ("en", "es", "short"):
        table.add(language, tomlkit.array())
    return table


def _array(codes: Sequence[Code]) -> "Array":
    import tomlkit  # noqa: PLC0415 - as above

    array = tomlkit.array()
    for code in codes:
        # A comment ends with its line: whatever a name holds, it stays one.
        name = "".join(sign if sign.isprintable() else " " for sign in unit_name(code))
        array.add_line(code.code, comment=name or None)
    array.add_line(indent="")
    return array
