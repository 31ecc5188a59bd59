"""Places as a GeoDataFrame: the form in which they are joined and exported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geo.resolve.place import Place

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["CRS", "frame_places"]

CRS = "OGC:CRS84"
"""The coordinate reference system of every frame: longitude, then latitude, in degrees."""


def frame_places(places: Sequence[Place]) -> "gpd.GeoDataFrame":
    """Give places as a frame, a row a place in the same order.

    Parameters
    ----------
    places
        Resolved or not; one that is not resolved has no geometry.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns start, end, text, kind, status, name, feature, country, admin, id, source, confidence, reason and
        geometry (points, longitude and latitude in degrees, OGC:CRS84).

    Examples
    --------
    >>> frame_places([]).crs.to_string()
    'OGC:CRS84'
    """
    import geopandas as gpd  # noqa: PLC0415 - 0.4 s that only callers who want a frame pay
    from shapely import Point  # noqa: PLC0415

    points: Any = [None if p.lonlat is None else Point(p.lonlat.lon, p.lonlat.lat) for p in places]
    columns = {
        "start": [p.mention.start for p in places],
        "end": [p.mention.end for p in places],
        "text": [p.mention.text for p in places],
        "kind": [p.mention.kind for p in places],
        **{
            name: [getattr(p, name) for p in places]
            for name in ("status", "name", "feature", "country", "admin", "id", "source", "confidence", "reason")
        },
    }
    return gpd.GeoDataFrame(columns, geometry=points, crs=CRS)
