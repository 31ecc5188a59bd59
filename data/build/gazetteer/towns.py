"""Which first-level regions the populated places inside each of Natural Earth's polygons belong to."""

from collections import Counter, defaultdict
from functools import cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from data.build.gazetteer.sources import geonames_cities, natural_earth_admin1

__all__ = ["Votes", "first_level_code", "holds", "town_votes"]

Votes = Counter[str]
"""How many populated places lie in each first-level region, by its GeoNames code (``"GY.13"``)."""


@cache
def town_votes() -> dict[str, Votes]:
    """Give the votes of the populated places of its country in each polygon, by Natural Earth's ``adm1_code``."""
    cities = list(geonames_cities().values())
    lon, lat = (np.array([float(city[key]) for city in cities]) for key in ("longitude", "latitude"))
    features = natural_earth_admin1()
    polygons = shapely.make_valid(np.array([shape(feature["geometry"]) for feature in features], dtype=object))
    votes: dict[str, Votes] = defaultdict(Counter)
    for city, polygon in zip(*shapely.STRtree(polygons).query(shapely.points(lon, lat), "within"), strict=True):
        properties = features[polygon]["properties"]
        if cities[city]["countrycode"] == properties["iso_a2"]:
            votes[properties["adm1_code"]][_first_level(cities[city])] += 1
    return dict(votes)


def _first_level(city: dict[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def holds(votes: Votes, code: str) -> bool:
    """Say whether most of the places in a polygon belong to a unit, or to the first-level region that it is in.

    Examples
    --------
    >>> holds(Counter({"EC.19": 24}), "EC.19"), holds(Counter({"EC.19": 24}), "EC.23")
    (True, False)
    """
    return 2 * votes[first_level_code(code)] > votes.total()


def first_level_code(code: str) -> str:
    """Give the code of the first-level region that a unit is or is in.

    Examples
    --------
    >>> first_level_code("PE.19.1903")
    'PE.19'
    """
    return ".".join(code.split(".")[:2])
