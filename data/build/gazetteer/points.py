"""Points that stand for areas."""

import math
from collections.abc import Iterable
from typing import Any

from shapely import Point, Polygon, union_all
from shapely.geometry import shape

from data.build.gazetteer.sources import natural_earth_admin1
from data.build.gazetteer.unit import Unit

__all__ = ["main_body_point", "put_countries"]


def main_body_point(geometries: Iterable[dict[str, Any]]) -> tuple[float, float] | None:
    """Give a point in the largest polygon of an area: its centre, or one inside where the centre falls outside.

    Parameters
    ----------
    geometries
        GeoJSON geometries that make up the area together, OGC:CRS84.

    Returns
    -------
    tuple of float or None
        Longitude and latitude in degrees; None for an area without polygons.
    """
    area = union_all([shape(geometry).buffer(0) for geometry in geometries])
    bodies = [body for body in getattr(area, "geoms", [area]) if isinstance(body, Polygon) and not body.is_empty]
    if not bodies:
        return None
    body = max(bodies, key=_true_area)
    centre = body.centroid
    point = centre if body.contains(centre) else body.representative_point()
    if not isinstance(point, Point):
        return None
    return point.x, point.y


def _true_area(body: Polygon) -> float:
    # A degree of longitude shrinks towards the poles; without that Greenland's islets would win over larger ones.
    return body.area * math.cos(math.radians(body.centroid.y))


def put_countries(countries: dict[str, Unit]) -> None:
    """Put every country that the facts give no point in its main body."""
    for iso2, country in countries.items():
        if country.lon is None:
            regions = [one["geometry"] for one in natural_earth_admin1() if one["properties"].get("iso_a2") == iso2]
            point = main_body_point(regions)
            if point is not None:
                country.put(*point, "polygon")
