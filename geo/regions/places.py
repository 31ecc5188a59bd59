"""Read a frame of places for the region sets: where each lies, and what the gazetteer knows of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from geo.errors import CrsError, SchemaError
from geo.gazetteer import open_gazetteer
from geo.regions.known import Known, KnownPlaces
from geo.regions.locate import Points

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["PlaceFacts", "read_facts", "read_points"]

_CRS = "OGC:CRS84"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceFacts:
    """What a frame says of its places, an element a place.

    Parameters
    ----------
    feature
        Kinds as in :mod:`geo.gazetteer.features`; empty when not said.
    country
        ISO 3166-1 alpha-2 codes, the gazetteer's where the frame says none; empty when not known.
    place_id
        Identifiers such as ``"geonames:3933874"`` and ``"region:vraem"``; empty when not said.
    known
        What the gazetteer knows.
    """

    feature: list[str]
    country: list[str]
    place_id: list[str]
    known: list[Known]

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self.feature)


def read_facts(places: "gpd.GeoDataFrame") -> PlaceFacts:
    """Give what a frame says of its places, from whichever of the columns feature, country, id and row it has."""
    ids, rows = _texts(places, "id"), _rows(places)
    look_up = KnownPlaces(open_gazetteer())
    known = [look_up.of_row(row) if row >= 0 else look_up.of_id(one) for row, one in zip(rows, ids, strict=True)]
    countries = _texts(places, "country")
    return PlaceFacts(
        feature=_texts(places, "feature"),
        country=[said or one.country for said, one in zip(countries, known, strict=True)],
        place_id=ids,
        known=known,
    )


def read_points(places: "gpd.GeoDataFrame") -> tuple[Points, npt.NDArray[np.bool_]]:
    """Give a point for each place, and which of them are real: a place without geometry gets one that is not.

    Parameters
    ----------
    places
        In any CRS; an area is given a point on its surface.

    Raises
    ------
    CrsError
        When the frame has no coordinate reference system.
    SchemaError
        When it has no geometry.
    """
    if getattr(places, "active_geometry_name", None) is None:
        message = "the frame of places has no geometry: give a GeoDataFrame of points"
        raise SchemaError(message)
    geometry = places.geometry
    if geometry.crs is None:
        message = f"the frame of places has no coordinate reference system: set one with places.set_crs({_CRS!r})"
        raise CrsError(message)
    if not geometry.crs.equals(_CRS, ignore_axis_order=True):
        geometry = geometry.to_crs(_CRS)
    shapes = np.array(geometry, dtype=object)
    kinds = shapely.get_type_id(shapes)
    areas = kinds > shapely.GeometryType.POINT
    shapes[areas] = shapely.point_on_surface(shapes[areas])
    # GEOS has no coordinates for an empty point; for None they are not a number.
    shapes[shapely.is_empty(shapes)] = None
    lon, lat = shapely.get_x(shapes), shapely.get_y(shapes)
    real = (np.abs(lon) <= 180) & (np.abs(lat) <= 90)  # noqa: PLR2004 - degrees; what is not a number is neither
    return Points(
        lon=np.where(real, lon, 0.0), lat=np.where(real, lat, 0.0), shapes=shapes if real.all() else None
    ), real


def _texts(places: "gpd.GeoDataFrame", column: str) -> list[str]:
    if column not in places.columns:
        return [""] * len(places)
    return [value if isinstance(value, str) else "" for value in places[column].tolist()]


def _rows(places: "gpd.GeoDataFrame") -> list[int]:
    if "row" not in places.columns:
        return [-1] * len(places)
    size = len(open_gazetteer())
    return [row if isinstance(row, int) and 0 <= row < size else -1 for row in places["row"].tolist()]
