"""The named regions in force: their members, and the countries and first-level regions that these lie in."""

from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import shapely

from geo.errors import RegionError
from geo.gazetteer import open_gazetteer
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.named.definition import WHOLE, NamedRegion, Tier, Zone
from geo.regions.named.definition_file import read_named_region
from geo.regions.named.members import Code, Unit, find_unit
from geo.regions.sets import countries, region_layer
from geo.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.boundaries.model import BoundarySet

__all__ = [
    "drawn_units",
    "find_region",
    "named_regions",
    "region_country",
    "tier_members",
    "tiers_up_to",
    "touched_countries",
    "touched_names",
    "zone_geometry",
]

# The level of boundaries that no administration draws: geo.boundaries.model.ZONE, which imports this package.
_ZONE = "zone"
_MOST_TOUCHED = 256
# Borders are simplified: a zone reaches into a region that holds more than this share of it.
_LEAST_SHARE = 0.01


def named_regions() -> dict[str, NamedRegion]:
    """Give the named regions in force, by id and in the order of the ids.

    They are those of the bundle and those of the holdings in force, zones among them. A region of one's own stands in
    place of the bundle's of the same id; where two holdings define one, the first counts.

    Raises
    ------
    RegionError
        When a definition is wrong.

    Examples
    --------
    >>> named_regions()["vraem"].name
    'VRAEM'
    """
    return _held(current_holdings())


@lru_cache(maxsize=MOST_HELD)
def _held(holdings: Holdings) -> dict[str, NamedRegion]:
    own = chain.from_iterable(holding.named_regions() for holding in holdings.regions)
    zones = chain.from_iterable(_zones(one) for holding in holdings.boundaries for one in holding.boundary_sets())
    found: dict[str, NamedRegion] = {}
    for region in chain(own, zones, _bundled().values()):
        found.setdefault(region.region_id, region)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def _bundled() -> dict[str, NamedRegion]:
    # Their codes are looked up by a test, and not each time that Dateline starts.
    paths = sorted(data_path("regions").glob("*.toml"))
    regions = [read_named_region(path, check_codes=False) for path in paths]
    return {region.region_id: region for region in regions}


def _zones(boundaries: "BoundarySet") -> "Iterator[NamedRegion]":
    if boundaries.level != _ZONE:
        return
    table = boundaries.layer.table
    lands = table.get("country") or [""] * len(boundaries.layer)
    for position, (region_id, name, country) in enumerate(zip(table["region_id"], table["name"], lands, strict=True)):
        yield NamedRegion(
            region_id=region_id,
            name=name,
            tiers=(Tier(name=WHOLE, members=()),),
            default_tier=WHOLE,
            country=country,
            accuracy=boundaries.accuracy,
            certain=True,
            zone=Zone(boundaries=boundaries, position=position),
        )


def find_region(place_id: str) -> NamedRegion | None:
    """Give the named region or the zone that an identifier such as ``"region:vraem"`` names; None for any other.

    A zone of a data pack may bear the identifier of a place of the gazetteer (``"dateline:lake/titicaca"``): it is that
    place, with an outline.

    Examples
    --------
    >>> find_region("region:vraem").name, find_region("geonames:3933874")
    ('VRAEM', None)
    """
    scheme, _, region_id = place_id.partition(":")
    if scheme not in {"region", _ZONE}:
        region_id, scheme = place_id, _ZONE
    region = named_regions().get(region_id)
    return region if region is not None and (region.zone is not None) == (scheme == _ZONE) else None


def tiers_up_to(region: NamedRegion, tier: str | None = None) -> tuple[Tier, ...]:
    """Give a tier and those before it, the surest first.

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
    >>> [tier.name for tier in tiers_up_to(named_regions()["vraem"], "wider")]
    ['core', 'wider']
    """
    wanted = region.default_tier if tier is None else tier
    names = [one.name for one in region.tiers]
    if wanted not in names:
        message = f"the region {region.name} has no tier {wanted!r}: choose from {', '.join(names)}"
        raise RegionError(message)
    return region.tiers[: names.index(wanted) + 1]


def tier_members(region: NamedRegion, tier: str | None = None) -> tuple[Code, ...]:
    """Give the codes of all members of a tier, those of the tiers before it among them.

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
    return tuple(code for one in tiers_up_to(region, tier) for code in one.members)


def drawn_units(region: NamedRegion, codes: tuple[Code, ...]) -> tuple[Unit, ...]:
    """Give the units that stand for members where the boundaries in force are older: the ones that they were a part of.

    Parameters
    ----------
    region
        The region.
    codes
        The codes of its members, or of some of them.

    Returns
    -------
    tuple of Unit
        A unit a code, in order; without boundaries where neither it nor an older one has any.

    Examples
    --------
    >>> vraem = named_regions()["vraem"]
    >>> [str(unit.code) for unit in drawn_units(vraem, (Code("inei", "050408"),))]
    ['inei:050408']
    """
    return tuple(_drawn_unit(region, code) for code in codes)


def _drawn_unit(region: NamedRegion, code: Code) -> Unit:
    own = unit = find_unit(code)
    # A definition may lead in a circle: no chain is longer than the list of them.
    for _ in region.carved_out_of:
        if unit.positions or unit.code not in region.carved_out_of:
            break
        unit = find_unit(region.carved_out_of[unit.code])
    return unit if unit.positions else own


def region_country(region: NamedRegion) -> str:
    """Give the country of a region, ISO 3166-1 alpha-2; empty when it lies in several, or nobody knows.

    Examples
    --------
    >>> region_country(named_regions()["vraem"])
    'PE'
    """
    found = touched_countries(region)
    return region.country or (found[0] if len(found) == 1 else "")


def touched_countries(region: NamedRegion) -> tuple[str, ...]:
    """Give the codes of the countries in which a region has members, ISO 3166-1 alpha-2, in their order.

    Examples
    --------
    >>> touched_countries(named_regions()["vraem"])
    ('PE',)
    """
    return tuple(sorted(_touched(current_holdings(), region)))


def touched_names(region: NamedRegion) -> tuple[str, ...]:
    """Give the names of what a region lies in or reaches into, in their order.

    Returns
    -------
    tuple of str
        Of a region in one country the first-level regions in which it has members; of one in several the countries.

    Examples
    --------
    >>> touched_names(named_regions()["vraem"])
    ('Ayacucho', 'Cusco', 'Huancavelica', 'Junín')
    """
    found = _touched(current_holdings(), region)
    if len(found) > 1:
        return tuple(sorted(countries()[code].name for code in found if code in countries()))
    return tuple(sorted(set().union(*found.values())))


@lru_cache(maxsize=_MOST_TOUCHED)
def _touched(holdings: Holdings, region: NamedRegion) -> dict[str, set[str]]:
    """Give the countries that a region's default tier has members in, each with the names of its first-level regions.

    A country that is a member as a whole has no such names.
    """
    del holdings  # what gazetteer and layers come from
    if region.zone is not None:
        return _touched_by(region)
    found: dict[str, set[str]] = defaultdict(set)
    for unit in map(find_unit, tier_members(region)):
        country, name = _first_level(unit)
        if country:
            found[country].update([name] * bool(name))
    return dict(found)


def _first_level(unit: Unit) -> tuple[str, str]:
    """Give the country of a unit and the name of the first-level region that it is or lies in."""
    gazetteer, layer = open_gazetteer(), region_layer("admin1").table
    if unit.row is not None:
        chain_of = gazetteer.admin_rows(unit.row)
        return gazetteer.country(unit.row), gazetteer.name(chain_of[1]) if len(chain_of) > 1 else ""
    if unit.level == "admin1":
        at = unit.positions[0]
        return layer["parent_id"][at], layer["name"][at]
    return "", ""


def _touched_by(region: NamedRegion) -> dict[str, set[str]]:
    """Give what :func:`_touched` does of a zone, from the first-level regions that hold some of it."""
    found: dict[str, set[str]] = defaultdict(set)
    zone = zone_geometry(region)
    layer = region_layer("admin1")
    positions = layer.within(zone.bounds)
    shares = shapely.area(shapely.intersection(layer.geometries(positions), zone))
    for at, share in zip(positions.tolist(), shares.tolist(), strict=True):
        if share > _LEAST_SHARE * zone.area:
            found[layer.table["parent_id"][at]].add(layer.table["name"][at])
    return dict(found)


def zone_geometry(region: NamedRegion) -> Any:  # noqa: ANN401 - shapely
    """Give the polygon of a zone, OGC:CRS84.

    Raises
    ------
    RegionError
        When the region has members and no polygon.
    """
    if region.zone is None:
        message = f"the region {region.name} is made of members: it has no polygon of its own"
        raise RegionError(message)
    return region.zone.boundaries.layer.geometries([region.zone.position])[0]
