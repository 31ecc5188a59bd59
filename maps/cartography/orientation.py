"""Names that tell a reader where on Earth a map lies: large towns and waters, from the gazetteer."""

from collections.abc import Collection
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.gazetteer import Gazetteer, open_gazetteer
from maps.cartography.view import Box, View
from maps.names import local_name
from maps.options import Language

__all__ = ["name_cities", "name_waters"]

_CITIES = 60
_CAPITAL_BONUS = 4
_WATERS = ("sea", "gulf", "strait")
# What the gazetteer counts among the seas and is no water that a map names.
_NO_WATERS = frozenset(
    f"dateline:{name}"
    for name in (
        "sea/campos-basin", "sea/dogger-bank", "sea/flemish-cap", "sea/foz-do-amazonas", "sea/giuk-gap",
        "sea/grand-banks", "sea/mariana-trench", "sea/nankai-trough", "sea/santos-basin",
        "strait/chesapeake-bay-bridge-tunnel", "strait/northern-sea-route", "strait/northwest-passage",
    )
)  # fmt: skip
_E5_A_DEGREE = 100_000
_GRID = 12
_OCEAN_ANCHORS = 12
_DECIMALS = 3

# Boxes (west, south, east, north) of water that belongs to an ocean beyond doubt; what is land in them does not count.
_OCEANS = {
    "Pacific Ocean": (
        (-180, -58, -78, -6), (-180, -6, -82, 4), (-180, 4, -92, 11), (-180, 11, -108, 22), (-180, 22, -118, 32),
        (-180, 32, -126, 50), (150, 0, 180, 45),
    ),
    "Atlantic Ocean": (
        (-32, -58, 7, -2), (-45, -38, -32, -24), (-42, 0, -14, 12), (-56, 12, -20, 25), (-74, 25, -20, 38),
        (-60, 38, -12, 52), (-12, 30, -8, 50),
    ),
    "Indian Ocean": ((52, -58, 112, -12), (54, -12, 94, 5)),
}  # fmt: skip


def _rows_in(gazetteer: Gazetteer, features: Collection[str], box: Box) -> NDArray[np.intp]:
    """Give the rows of some kinds that lie in an unwrapped box, in the gazetteer's order; minor places do not count."""
    rows = gazetteer.well_known_rows(features)
    lat_e5 = gazetteer.lat_e5[rows]
    rows = rows[(lat_e5 >= box.south * _E5_A_DEGREE) & (lat_e5 <= box.north * _E5_A_DEGREE)]
    eastward = (gazetteer.lon_e5[rows] / _E5_A_DEGREE - box.west) % 360.0
    return rows[eastward <= box.east - box.west]


def _point(gazetteer: Gazetteer, row: int, view: View) -> list[float]:
    lonlat = gazetteer.lonlat(row)
    return [round((lonlat.lon - view.west) % 360.0 + view.west, _DECIMALS), round(lonlat.lat, _DECIMALS)]


def _name(gazetteer: Gazetteer, row: int, language: Language) -> str:
    feature, country = gazetteer.feature(row), gazetteer.country(row)
    return local_name(gazetteer.name(row), feature=feature, country=country, language=language)


def name_cities(view: View, language: Language = "en") -> list[dict[str, Any]]:
    """Give the large towns about a view, the most important first.

    Parameters
    ----------
    view
        The first view.
    language
        The language of the names, where they are known in it.

    Returns
    -------
    list of dict
        ``text``, ``kind`` (``"city"``), ``id`` and ``at`` (longitude and latitude in degrees, wrapped as the view is).
    """
    gazetteer = open_gazetteer()
    rows = _rows_in(gazetteer, ["populated place"], view.detail)
    people = gazetteer.population[rows].astype(np.int64) * np.where(gazetteer.rank[rows] == 1, _CAPITAL_BONUS, 1)
    largest = rows[np.argsort(-people, kind="stable")[:_CITIES]].tolist()
    return [
        {
            "text": _name(gazetteer, row, language),
            "kind": "city",
            "id": gazetteer.place_id(row),
            "at": _point(gazetteer, row, view),
        }
        for row in largest
    ]


def name_waters(view: View, land: NDArray[np.object_], language: Language = "en") -> list[dict[str, Any]]:
    """Give the oceans and seas about a view, oceans first.

    Parameters
    ----------
    view
        The first view.
    land
        The land of the view's detail, wrapped as the view is.
    language
        The language of the names, where they are known in it.

    Returns
    -------
    list of dict
        ``text``, ``kind`` (``"water"``), ``id``, ``anchors`` (points where the name may stand) and, but for oceans,
        ``width``: twice the distance to land, in degrees.
    """
    gazetteer = open_gazetteer()
    everywhere = Box(west=view.west, south=-90.0, east=view.west + 360.0, north=90.0)
    shore = shapely.GeometryCollection(land.tolist())
    shapely.prepare(shore)
    labels: list[dict[str, Any]] = []
    for row in _rows_in(gazetteer, ["ocean"], everywhere).tolist():
        name = gazetteer.name(row)
        anchors = [point for box in (view.first, view.detail) for point in _open_water(name, box, shore)]
        anchors.append(_point(gazetteer, row, view))
        text = _name(gazetteer, row, language)
        labels.append({"text": text, "kind": "water", "id": gazetteer.place_id(row), "anchors": anchors})
    for row in _rows_in(gazetteer, _WATERS, view.detail).tolist():
        if gazetteer.place_id(row) in _NO_WATERS:
            continue
        point = _point(gazetteer, row, view)
        label: dict[str, Any] = {
            "text": _name(gazetteer, row, language),
            "kind": "water",
            "id": gazetteer.place_id(row),
            "anchors": [point],
        }
        label["width"] = round(2 * shapely.Point(point).distance(shore), 2)
        labels.append(label)
    return labels


def _open_water(name: str, box: Box, shore: BaseGeometry) -> list[list[float]]:
    """Give the points of a box that lie in an ocean far from land and frame, the farthest first."""
    lon, lat = (
        grid.ravel()
        for grid in np.meshgrid(
            np.linspace(box.west, box.east, _GRID + 2)[1:-1], np.linspace(box.south, box.north, _GRID + 2)[1:-1]
        )
    )
    turned = (lon + 180.0) % 360.0 - 180.0
    inside = np.zeros(len(lon), dtype=bool)
    for west, south, east, north in _OCEANS.get(name, ()):
        inside |= (turned > west) & (turned < east) & (lat > south) & (lat < north)
    points = np.asarray(shapely.points(lon[inside], lat[inside]), dtype=object)
    frame = shapely.box(box.west, box.south, box.east, box.north).boundary
    free = np.minimum(shapely.distance(points, shore), shapely.distance(points, frame))
    best = np.argsort(-free, kind="stable")[:_OCEAN_ANCHORS]
    return [[round(points[row].x, _DECIMALS), round(points[row].y, _DECIMALS)] for row in best if free[row] > 0]
