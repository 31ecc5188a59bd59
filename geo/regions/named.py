"""Named regions: areas that people speak of and no administration draws, defined by the units they are made of."""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.errors import CoordinateError, RegionError
from geo.gazetteer import open_gazetteer
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.lonlat import LonLat
from geo.regions.sets import layer_facts, region_layer
from geo.resources import data_path
from geo.said import Said

__all__ = [
    "NamedRegion",
    "RegionSource",
    "Tier",
    "has_members_in",
    "named_regions",
    "read_named_region",
    "region_geometry",
    "region_is_approximate",
    "region_levels",
    "region_note",
    "region_tiers",
    "tier_members",
    "touched_names",
]

# The level of the region sets that a code of so many digits names, and the region ids of that scheme.
_INEI_LEVELS = {4: "admin2", 6: "admin3"}
_SCHEME, _PREFIX = "inei", "PE-"
_MOST_OUTLINES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionSource:
    """A source of a region's definition.

    Parameters
    ----------
    name
        What it is, in words.
    year
        The year it speaks of.
    url
        Where it was found; empty when it is not on the web.
    """

    name: str
    year: int
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A part of a region that sources agree on to a degree.

    Parameters
    ----------
    name
        ``"core"``, ``"wider"``.
    codes
        Its members, without those of the tiers before it.
    note
        What its members have in common, in words.
    """

    name: str
    codes: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRegion:
    """A region by its members.

    Parameters
    ----------
    region_id
        ``"vraem"``.
    name
        The name that maps show.
    feature
        Its kind, one of :data:`geo.gazetteer.features.FEATURES`.
    country
        ISO 3166-1 alpha-2 code; empty when it lies in several countries.
    lonlat
        A point inside, OGC:CRS84.
    scheme
        What the codes of its members are: ``"inei"``, Peru's provinces (4 digits) and districts (6 digits).
    tiers
        Its parts, the surest first; each adds to the ones before it.
    default_tier
        The tier that is meant by the bare name.
    names
        What it is called, by language; ``"short"`` for short forms.
    date
        When the definition was last true.
    note
        What a reader should know of the definition, in words.
    accuracy
        How good the outline is while it is made of approximate boundaries, one sentence.
    sources
        Where the definition comes from.
    """

    region_id: str
    name: str
    feature: str
    country: str
    lonlat: LonLat
    scheme: str
    tiers: tuple[Tier, ...]
    default_tier: str
    date: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    accuracy: str = ""
    sources: tuple[RegionSource, ...] = ()


_REQUIRED = {
    "id",
    "name",
    "feature",
    "country",
    "lon",
    "lat",
    "date",
    "scheme",
    "default_tier",
    "names",
    "tiers",
    "sources",
}
_OPTIONAL = {"note", "accuracy", "tier_notes"}


def read_named_region(path: Path) -> NamedRegion:
    """Give the region that a TOML file defines.

    Parameters
    ----------
    path
        A file like ``data/regions/vraem.toml``.

    Raises
    ------
    RegionError
        When the file cannot be read, a key is missing or not known, or a code is no unit of its scheme.

    Examples
    --------
    >>> from geo.resources import data_path
    >>> read_named_region(data_path("regions/vraem.toml")).name
    'VRAEM'
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path} cannot be read as a region: {error}"
        raise RegionError(message) from error
    try:
        return _check(_build(table))
    except (TypeError, ValueError, KeyError, AttributeError, CoordinateError) as error:
        message = f"{path} does not define a region: {error}"
        raise RegionError(message) from error


def _build(table: dict[str, Any]) -> NamedRegion:
    missing, unknown = sorted(_REQUIRED - table.keys()), sorted(table.keys() - _REQUIRED - _OPTIONAL)
    if missing or unknown:
        message = f"it lacks the key {missing[0]!r}" if missing else f"the key {unknown[0]!r} is not known"
        raise ValueError(message)
    notes = table.get("tier_notes", {})
    return NamedRegion(
        region_id=table["id"],
        lonlat=LonLat(lon=table["lon"], lat=table["lat"]),
        tiers=tuple(
            Tier(name=name, codes=tuple(codes), note=notes.get(name, "")) for name, codes in table["tiers"].items()
        ),
        names={language: tuple(names) for language, names in table["names"].items()},
        sources=tuple(RegionSource(**source) for source in table["sources"]),
        **{key: table[key] for key in ("name", "feature", "country", "scheme", "default_tier", "date")},
        **{key: table[key] for key in ("note", "accuracy") if key in table},
    )


def _check(region: NamedRegion) -> NamedRegion:
    if region.scheme != _SCHEME:
        message = f"the scheme {region.scheme!r} is not known: use {_SCHEME!r}"
        raise ValueError(message)
    if region.default_tier not in {tier.name for tier in region.tiers}:
        message = f"the default tier {region.default_tier!r} is none of its tiers"
        raise ValueError(message)
    codes = [code for tier in region.tiers for code in tier.codes]
    repeated = sorted({code for code in codes if codes.count(code) > 1})
    if repeated:
        message = f"the code {repeated[0]!r} is listed twice"
        raise ValueError(message)
    for code in codes:
        if len(code) not in _INEI_LEVELS or open_gazetteer().row_of(region.scheme, code) is None:
            message = f"no province or district has the code {code!r}"
            raise ValueError(message)
    return region


def named_regions() -> dict[str, NamedRegion]:
    """Give the named regions in force, by id.

    Raises
    ------
    RegionError
        When a definition is wrong.

    Examples
    --------
    >>> sorted(named_regions())
    ['vraem']
    """
    return _held(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _held(holdings: Holdings) -> dict[str, NamedRegion]:
    del holdings
    regions = [read_named_region(path) for path in sorted(data_path("regions").glob("*.toml"))]
    return {region.region_id: region for region in regions}


def tier_members(region: NamedRegion, tier: str | None = None) -> tuple[str, ...]:
    """Give the codes of all units of a tier, those of the tiers before it among them.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.

    Raises
    ------
    RegionError
        When the region has no such tier.

    Examples
    --------
    >>> vraem = named_regions()["vraem"]
    >>> len(tier_members(vraem, "core")), len(tier_members(vraem, "wider"))
    (40, 70)
    """
    wanted = region.default_tier if tier is None else tier
    names = [one.name for one in region.tiers]
    if wanted not in names:
        message = f"the region {region.name} has no tier {wanted!r}: choose from {', '.join(names)}"
        raise RegionError(message)
    return tuple(code for one in region.tiers[: names.index(wanted) + 1] for code in one.codes)


def has_members_in(region: NamedRegion, region_id: str, tier: str | None = None) -> bool:
    """Say whether an administrative region holds members of a named region, or is itself one.

    Examples
    --------
    >>> vraem = named_regions()["vraem"]
    >>> has_members_in(vraem, "PE-0504"), has_members_in(vraem, "PE-1903")
    (True, False)
    """
    return any(f"{_PREFIX}{code}".startswith(region_id) for code in tier_members(region, tier))


def region_geometry(region: NamedRegion, tier: str | None = None) -> Any:  # noqa: ANN401 - shapely
    """Give the outline of a region: the union of its members' boundaries, OGC:CRS84.

    Parameters
    ----------
    region
        The region.
    tier
        The tier's name; None for the default tier.

    Returns
    -------
    shapely.Polygon or shapely.MultiPolygon
        Without the members whose boundaries are not known: districts founded since, which lie in the others.

    Raises
    ------
    RegionError
        When the region has no such tier.

    Examples
    --------
    >>> vraem = named_regions()["vraem"]
    >>> region_geometry(vraem, "wider").contains(region_geometry(vraem, "core"))
    True
    """
    return _geometry(current_holdings(), region.region_id, tier_members(region, tier))


@lru_cache(maxsize=_MOST_OUTLINES)
def _geometry(holdings: Holdings, region_id: str, codes: tuple[str, ...]) -> Any:  # noqa: ANN401 - shapely
    del holdings  # what the layers come from
    wanted = {f"{_PREFIX}{code}" for code in codes}
    parts = []
    for level in sorted({_INEI_LEVELS[len(code)] for code in codes}):
        layer = region_layer(level)
        positions = [place for place, one in enumerate(layer.table["region_id"]) if one in wanted]
        parts.append(shapely.coverage_union_all(layer.geometries(np.array(positions, dtype=np.intp))))
    geometry = shapely.union_all(parts)
    if geometry.is_empty:
        message = f"no boundary of a member of the region {region_id!r} is installed"
        raise RegionError(message)
    return geometry


def region_tiers(region: NamedRegion) -> list[tuple[str, Any]]:
    """Give the outline of each tier, the surest and smallest first.

    Examples
    --------
    >>> [name for name, _ in region_tiers(named_regions()["vraem"])]
    ['core', 'wider']
    """
    return [(tier.name, region_geometry(region, tier.name)) for tier in region.tiers]


def region_note(region: NamedRegion) -> Said:
    """Give what a reader should know of a region's outline: how good it is, and what its definition leaves out."""
    accuracy, note = Said(region.accuracy if region_is_approximate(region) else ""), Said(region.note)
    return Said("{accuracy} {note}", accuracy=accuracy, note=note) if accuracy and note else accuracy or note


def region_is_approximate(region: NamedRegion) -> bool:
    """Say whether the outline of a region is made of approximate boundaries."""
    return any(layer_facts(level).approximate for level in region_levels(region))


def region_levels(region: NamedRegion) -> tuple[str, ...]:
    """Give the levels of administrative regions that a region's members are of, in the order of their names.

    Examples
    --------
    >>> region_levels(named_regions()["vraem"])
    ('admin3',)
    """
    return tuple(sorted({_INEI_LEVELS[len(code)] for tier in region.tiers for code in tier.codes}))


def touched_names(region: NamedRegion) -> tuple[str, ...]:
    """Give the names of the first-level regions in which a region has members, in the order of their names.

    Examples
    --------
    >>> touched_names(named_regions()["vraem"])
    ('Ayacucho', 'Cusco', 'Huancavelica', 'Junín')
    """
    gazetteer = open_gazetteer()
    codes = {code for tier in region.tiers for code in tier.codes}
    rows = {
        gazetteer.admin_rows(row)[1] for code in codes if (row := gazetteer.row_of(region.scheme, code)) is not None
    }
    return tuple(sorted(gazetteer.name(row) for row in rows))
