"""The file of a named region: what its TOML says, read and checked.

The file is data: nothing of it is run, and whatever is in it that a definition has no place for is a fault. All faults
of a file come in one message, each with the key that it stands at.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.errors import CoordinateError, RegionError
from geo.gazetteer.features import FEATURES
from geo.lonlat import LonLat
from geo.regions.named.checks import Checks, short, show_path
from geo.regions.named.definition import WHOLE, NamedRegion, RegionSource, Tier
from geo.regions.named.members import SCHEMES, Code, check_code, is_known, suggest_code

__all__ = ["read_named_region"]

_KEYS = (
    "id",
    "name",
    "feature",
    "date",
    "note",
    "accuracy",
    "default_tier",
    "certain",
    "organisation",
    "lon",
    "lat",
    "country",
    "names",
    "members",
    "except",
    "tiers",
    "carved_out_of",
    "sources",
)
_TIER_KEYS = ("note", "members", "except")
_SOURCE_KEYS = ("name", "year", "url")
# What people write for the name of a key or a scheme, when it is not near enough to be guessed.
_MEANT = {
    "ubigeo": "inei",
    "iso": "iso3166-1",
    "iso3166": "iso3166-1",
    "alpha2": "iso3166-1",
    "geonameid": "geonames",
    "aliases": "names",
    "exclude": "except",
    "exclusions": "except",
    "title": "name",
    "type": "feature",
    "kind": "feature",
}
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_LANGUAGE = re.compile("[a-z]{2,3}|short")
_URL = re.compile(r"https?://[^\s<>\"']+")
_LARGEST_BYTES = 4_000_000
_MOST_FAULTS = 20
_LAST_YEAR = 9999


def read_named_region(path: Path, *, certain: bool = False, check_codes: bool = True) -> NamedRegion:
    """Give the region that a TOML file defines.

    Parameters
    ----------
    path
        A file like ``data/regions/vraem.toml``.
    certain
        Whether its names mean it wherever they stand, when the file does not say.
    check_codes
        Whether the codes of its members are looked up in the gazetteer and the boundaries in force.

    Raises
    ------
    RegionError
        When the file cannot be read, or with every fault that is in it.

    Examples
    --------
    >>> from geo.resources import data_path
    >>> read_named_region(data_path("regions/vraem.toml")).name
    'VRAEM'
    """
    checks = Checks()
    region = _build(_load(path), checks, certain=certain)
    if check_codes:
        _check_known(region, checks)
    if checks.faults:
        told = checks.faults[:_MOST_FAULTS]
        rest = len(checks.faults) - len(told)
        message = f"{show_path(path)} does not define a region: {'; '.join(told)}{f'; and {rest} more' if rest else ''}"
        raise RegionError(message)
    return region


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text_of(path))
    except (OSError, ValueError, RecursionError) as error:
        message = f"{show_path(path)} cannot be read as a region: {' '.join(str(error).split())}"
        raise RegionError(message) from error


def _text_of(path: Path) -> str:
    if path.exists() and not path.is_file():
        message = "it is no file"
        raise ValueError(message)
    with path.open("rb") as stream:
        content = stream.read(_LARGEST_BYTES + 1)
    if len(content) > _LARGEST_BYTES:
        message = f"it is larger than {_LARGEST_BYTES // 1_000_000} MB"
        raise ValueError(message)
    return content.decode("utf-8")


def _build(table: Mapping[str, Any], checks: Checks, *, certain: bool) -> NamedRegion:
    checks.keys(table, _KEYS, meant=_MEANT)
    for key in ("id", "name"):
        if key not in table:
            checks.faults.append(f"it lacks the key {key!r}")
    tiers = _tiers(table, checks)
    return NamedRegion(
        region_id=checks.text(
            table.get("id", "x"), "id", form=_ID, like="'gran-chaco': small letters, digits, hyphens"
        ),
        name=_name(table, checks),
        tiers=tiers,
        default_tier=_default_tier(table, tiers, checks),
        feature=checks.choice(table.get("feature", "region"), "feature", FEATURES),
        country=_country(table, checks),
        lonlat=_lonlat(table, checks),
        names={
            checks.text(language, "names", form=_LANGUAGE, like="'en', a language, or 'short'"): checks.texts(
                some, f"names.{language}"
            )
            for language, some in checks.table(table.get("names", {}), "names").items()
        },
        date=_date(table, checks),
        note=checks.text(table.get("note", ""), "note"),
        accuracy=checks.text(table.get("accuracy", ""), "accuracy"),
        certain=checks.truth(table.get("certain", certain and not table.get("organisation")), "certain"),
        organisation=checks.truth(table.get("organisation", False), "organisation"),
        carved_out_of=_carved_out_of(table, tiers, checks),
        sources=_sources(table, checks),
    )


def _name(table: Mapping[str, Any], checks: Checks) -> str:
    name = checks.text(table.get("name", "x"), "name")
    if isinstance(table.get("name"), str) and not name:
        checks.add("name", "it is empty")
    return name


def _country(table: Mapping[str, Any], checks: Checks) -> str:
    country = table.get("country", "")
    wrong = check_code("iso3166-1", country) if country != "" else ""
    if wrong:
        checks.add("country", wrong)
    return "" if wrong else country


def _date(table: Mapping[str, Any], checks: Checks) -> str:
    date = table.get("date", "")
    if isinstance(date, dt.date) and not isinstance(date, dt.datetime):
        return date.isoformat()
    return checks.text(date, "date", form=_DATE, like="'2024', '2024-05' or '2024-05-31'") if date != "" else ""


def _lonlat(table: Mapping[str, Any], checks: Checks) -> LonLat | None:
    given = [key for key in ("lon", "lat") if key in table]
    if len(given) == 1:
        checks.add(given[0], "it needs lon and lat, or neither")
    if len(given) < 2:  # noqa: PLR2004 - the two of them
        return None
    lon, lat = (checks.number(table[key], key) for key in given)
    try:
        return LonLat(lon=lon, lat=lat)
    except CoordinateError as error:
        checks.add("lon and lat", str(error))
        return None


def _tiers(table: Mapping[str, Any], checks: Checks) -> tuple[Tier, ...]:
    if "tiers" in table and not {"members", "except"}.isdisjoint(table):
        checks.add("members", "with tiers, members and exceptions stand in each of them")
    if "tiers" not in table and "members" not in table:
        checks.faults.append("it lacks the key 'members', or 'tiers' with members in each")
        return ()
    if "tiers" in table:
        tables = checks.table(table["tiers"], "tiers")
        tiers = tuple(_tier(name, one, checks, at=f"tiers.{name}.") for name, one in tables.items())
        if not tables:
            checks.add("tiers", "there is none in it")
    else:
        tiers = (_tier(WHOLE, {key: table[key] for key in ("members", "except") if key in table}, checks, at=""),)
    _check_once(tiers, checks)
    return tiers


def _tier(name: str, value: object, checks: Checks, *, at: str) -> Tier:
    table = checks.table(value, at.rstrip("."))
    checks.keys(table, _TIER_KEYS, at.rstrip("."), meant=_MEANT)
    members = _codes(table.get("members", {}), f"{at}members", checks)
    if not members and not any(fault.startswith(f"{at}members") for fault in checks.faults):
        checks.add(f"{at}members", "there is no code in it")
    return Tier(
        name=name,
        members=members,
        excluded=_codes(table.get("except", {}), f"{at}except", checks),
        note=checks.text(table.get("note", ""), f"{at}note"),
    )


def _codes(value: object, where: str, checks: Checks) -> tuple[Code, ...]:
    table = checks.table(value, where)
    checks.keys(table, SCHEMES, where, meant=_MEANT)
    found = []
    for scheme in (one for one in table if one in SCHEMES):
        for one in checks.rows(table[scheme], f"{where}.{scheme}"):
            # The numbers of GeoNames may be written as such.
            code = str(one) if scheme == "geonames" and isinstance(one, int) and not isinstance(one, bool) else one
            wrong = check_code(scheme, code)
            if wrong:
                checks.add(f"{where}.{scheme}", wrong)
            else:
                found.append(Code(scheme, code))
    return tuple(found)


def _check_once(tiers: Sequence[Tier], checks: Checks) -> None:
    seen: dict[Code, str] = {}
    for tier in tiers:
        for code in tier.members:
            if code in seen:
                checks.add(f"tiers.{tier.name}.members.{code.scheme}", f"{code.code!r} is in {seen[code]!r} already")
            seen.setdefault(code, tier.name)


def _default_tier(table: Mapping[str, Any], tiers: Sequence[Tier], checks: Checks) -> str:
    names = [tier.name for tier in tiers]
    if "default_tier" in table:
        return checks.choice(table["default_tier"], "default_tier", names)
    if len(names) > 1:
        checks.faults.append(f"it lacks the key 'default_tier', which of its tiers is meant: {', '.join(names)}")
    return names[0] if names else ""


def _carved_out_of(table: Mapping[str, Any], tiers: Sequence[Tier], checks: Checks) -> dict[Code, Code]:
    """Give each newer unit with the older one; both are of the scheme in which the newer one is listed."""
    schemes = {code.code: code.scheme for tier in tiers for code in (*tier.members, *tier.excluded)}
    found = {}
    for newer, older in checks.table(table.get("carved_out_of", {}), "carved_out_of").items():
        where = f"carved_out_of.{newer}"
        scheme = schemes.get(newer)
        wrong = "it is no member" if scheme is None else check_code(scheme, older)
        if wrong or scheme is None:
            checks.add(where, wrong)
        else:
            found[Code(scheme, newer)] = Code(scheme, older)
    return found


def _sources(table: Mapping[str, Any], checks: Checks) -> tuple[RegionSource, ...]:
    rows = checks.rows(table.get("sources", []), "sources")
    return tuple(_source(one, f"sources.{number}", checks) for number, one in enumerate(rows, start=1))


def _source(value: object, where: str, checks: Checks) -> RegionSource:
    table = checks.table(value, where)
    checks.keys(table, _SOURCE_KEYS, where, meant=_MEANT)
    name = checks.text(table.get("name", ""), f"{where}.name")
    if not name and isinstance(table.get("name", ""), str):
        checks.add(where, "it lacks a name")
    year, url = table.get("year", 0), table.get("url", "")
    if not isinstance(year, int) or isinstance(year, bool) or not 0 <= year <= _LAST_YEAR:
        checks.add(f"{where}.year", f"{short(year)} is no year: write it as a number, such as 2024")
        year = 0
    if url != "":
        url = checks.text(url, f"{where}.url", form=_URL, like="'https://...'")
    return RegionSource(name=name, year=year, url=url)


def _check_known(region: NamedRegion, checks: Checks) -> None:
    """Look up the codes of its members, and its country."""
    codes = [code for tier in region.tiers for code in (*tier.members, *tier.excluded)]
    codes += region.carved_out_of.values()
    codes += [Code("iso3166-1", region.country)] if region.country else []
    for code in dict.fromkeys(codes):
        if not is_known(code):
            guess = suggest_code(code)
            checks.add(
                code.scheme, f"no place has the code {code.code!r}{f': did you mean {guess!r}?' if guess else ''}"
            )
