"""Which unit of the gazetteer each of Natural Earth's regions is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.build.boundaries.natural_earth import Region
from data.build.gazetteer.countries import country_units
from data.build.gazetteer.facts import read_table
from data.build.gazetteer.subdivisions import FIRST_LEVEL, match_polygons, subdivision_units
from data.build.gazetteer.unit import Unit
from geo.gazetteer import Gazetteer, fold

__all__ = ["Identity", "identify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A region as the gazetteer knows it.

    Parameters
    ----------
    name
        The name to show.
    geonames_id
        The GeoNames id of the unit that it is; empty when the gazetteer does not know it.
    part_of
        The GeoNames id of the first-level unit that it is a part of, as a county is of England; empty for none.
    """

    name: str
    geonames_id: str = ""
    part_of: str = ""


def identify(regions: Sequence[Region], gazetteer: Gazetteer) -> list[Identity]:
    """Give the identity of each region."""
    units = subdivision_units(country_units())
    # The names are taken before Natural Earth's are added to them.
    names = {code: _names(unit) for code, unit in units.items()}
    by_adm1 = {
        feature["properties"]["adm1_code"]: code
        for code, features in match_polygons(units).items()
        for feature in features
    }
    return [_identity(region, by_adm1.get(region.adm1_code), names, gazetteer) for region in regions]


def _names(unit: Unit) -> frozenset[str]:
    return frozenset(fold(name) for name in (unit.name, *unit.names["alternate"]))


def _identity(region: Region, code: str | None, names: Mapping[str, frozenset[str]], gazetteer: Gazetteer) -> Identity:
    row = None if code is None else gazetteer.row_of("geonames", code)
    if code is None or row is None:
        return Identity(name=region.name)
    shown = gazetteer.name(row)
    above = [one for one in gazetteer.admin_rows(row)[:-1] if gazetteer.feature(one) == "admin1"]
    # Natural Earth calls some by the name of another; what is written down holds there.
    is_anothers = fold(region.name) not in names[code]
    written = is_anothers and any(code == line["geonames_code"] for line in read_table(FIRST_LEVEL))
    return Identity(
        name=shown if written or fold(shown) in names[code] | region.names else region.name,
        geonames_id=str(gazetteer.geonames_id(row)),
        part_of=str(gazetteer.geonames_id(above[0])) if above else "",
    )
