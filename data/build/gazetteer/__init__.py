"""The gazetteer: countries, subdivisions, natural features and populated places with all their names.

The order of the work follows what needs what: areas first, then the populated places in them, then the
points of areas that only their populated places tell.
"""

from collections import Counter
from pathlib import Path

from data.build.gazetteer.american import put_counties
from data.build.gazetteer.cities import (
    add_up_populations,
    city_units,
    mark_capitals,
    mark_seats,
    put_by_cities,
    put_by_parents,
)
from data.build.gazetteer.countries import country_units
from data.build.gazetteer.defaults import add_default_senses
from data.build.gazetteer.features import feature_units, hang_features
from data.build.gazetteer.former import former_units
from data.build.gazetteer.generics import add_generic_names
from data.build.gazetteer.peru import add_inei_codes, district_units, put_districts
from data.build.gazetteer.points import put_countries
from data.build.gazetteer.postal import postal_units
from data.build.gazetteer.regions import merge_features, region_units, units_by_code
from data.build.gazetteer.subdivisions import (
    add_admin1_facts,
    add_natural_earth,
    match_polygons,
    put_in_polygons,
    subdivision_units,
)
from data.build.gazetteer.unit import Unit
from data.build.gazetteer.write import write_gazetteer
from geo.gazetteer.names import fold

__all__ = ["build"]


def build(data: Path) -> None:
    """Write the gazetteer below the folder ``data``, whose ``regions`` it reads."""
    countries = country_units()
    put_countries(countries)
    subdivisions = subdivision_units(countries)
    polygons = match_polygons(subdivisions)
    add_natural_earth(subdivisions, polygons)
    add_admin1_facts(subdivisions)
    by_inei = add_inei_codes(subdivisions)
    cities = city_units(countries, subdivisions)
    mark_capitals(cities.values())
    mark_seats(cities.values())
    add_up_populations(cities.values())
    put_in_polygons(subdivisions, polygons)
    put_counties(subdivisions)
    put_by_cities(subdivisions.values(), cities.values())
    districts = district_units(by_inei)
    put_districts(districts, by_inei, cities.values(), polygons)
    put_by_parents(subdivisions)
    by_inei |= {code: district for district in districts for code in district.all_codes("inei")}
    add_generic_names(subdivisions, districts, polygons)
    former = former_units(countries, polygons, cities.values())
    areas = sorted([*subdivisions.values(), *former, *districts], key=lambda unit: unit.feature)
    by_code = units_by_code([*countries.values(), *areas])
    regions = region_units(data / "regions", by_code)
    features = feature_units(countries)
    hang_features(features, subdivisions, polygons)
    features = merge_features(regions, features, by_code)
    units = [*countries.values(), *areas, *features, *(unit for _, unit in regions), *cities.values()]
    names = {fold(name) for unit in units for name in (unit.name, *unit.names.get("alternate", []))}
    units += postal_units(countries, subdivisions, [*cities.values(), *districts], names=names)
    add_default_senses(units)
    write_gazetteer(units, data / "gazetteer")
    _print_statistics(units)


def _print_statistics(units: list[Unit]) -> None:
    for (feature, placed_by), count in sorted(Counter((unit.feature, unit.placed_by) for unit in units).items()):
        print(f"  {feature}, placed by {placed_by or 'GeoNames'}: {count}")
