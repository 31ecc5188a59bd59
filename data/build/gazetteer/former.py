"""Regions that Natural Earth draws and GeoNames no longer lists: provinces merged or parted since.

Documents of their time name them: Katanga, Hordaland, Rift Valley.
"""

from collections.abc import Collection
from typing import Any

import numpy as np

from data.build.gazetteer.codes import iso_codes
from data.build.gazetteer.points import main_body_point
from data.build.gazetteer.sources import natural_earth_admin1
from data.build.gazetteer.subdivisions import Polygons, add_languages
from data.build.gazetteer.unit import Unit, ancestors

__all__ = ["former_units"]

_CITY_LEVEL = -1


def former_units(countries: dict[str, Unit], polygons: Polygons, cities: Collection[Unit]) -> list[Unit]:
    """Give the regions with an ISO 3166-2 code that no unit of GeoNames matches, in the order of their codes.

    Parameters
    ----------
    countries
        The countries by ISO 3166-1 alpha-2.
    polygons
        The polygons that belong to units of GeoNames.
    cities
        The populated places; the nearest one tells the first-level region of a second-level one.
    """
    matched = {feature["properties"]["adm1_code"] for features in polygons.values() for feature in features}
    codes = iso_codes()
    known = {area.geonames_id for city in cities for area in ancestors(city)}
    places = [city for city in cities if city.parent is not None and city.parent.feature != "country"]
    found = []
    for feature in natural_earth_admin1():
        properties = feature["properties"]
        code = codes.get(properties["adm1_code"], "")
        # Hungary's cities of county rank are populated places already.
        if properties["adm1_code"] in matched or not code or properties.get("gn_level") == _CITY_LEVEL:
            continue
        country = countries.get(code[:2])
        if country is not None and properties.get("name"):
            unit = _unit(feature, code, country, places)
            # A polygon can bear the id of a region that lies elsewhere.
            unit.geonames_id = 0 if unit.geonames_id in known else unit.geonames_id
            found.append(unit)
    return sorted(found, key=lambda unit: (unit.feature, unit.codes["iso3166-2"]))


def _unit(feature: dict[str, Any], code: str, country: Unit, places: list[Unit]) -> Unit:
    properties = feature["properties"]
    first = abs(properties.get("gn_level") or 1) == 1
    unit = Unit(
        name=properties.get("name_en") if first and properties.get("name_en") else properties["name"],
        feature="admin1" if first else "admin2",
        country=country.country,
        geonames_id=max(0, int(properties.get("gn_id") or 0)),
        parent=country,
        codes={"iso3166-2": code},
    )
    if first:
        add_languages(unit, properties)
    point = main_body_point([feature["geometry"]])
    if point is not None:
        unit.put(*point, "polygon")
        if not first:
            unit.parent = _region_around(point, country, places)
    return unit


def _region_around(point: tuple[float, float], country: Unit, places: list[Unit]) -> Unit:
    inside = [place for place in places if place.country == country.country]
    if not inside:
        return country
    east, north = np.array([(place.lon, place.lat) for place in inside]).T - np.array([point]).T
    nearest = inside[int(np.argmin(np.hypot(east * np.cos(np.radians(point[1])), north)))]
    return next((area for area in ancestors(nearest) if area.feature == "admin1"), country)
