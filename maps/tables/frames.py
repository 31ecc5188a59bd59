"""The layers of a report as frames of geopandas and pandas."""

from typing import TYPE_CHECKING

from geo.frames import CRS
from geo.report import Report
from maps.tables.columns import LAYERS, ColumnType
from maps.tables.rows import GEOMETRY, make_rows

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["frame_layer", "frame_table"]

_DTYPES: dict[ColumnType, str] = {"text": "object", "integer": "Int64", "number": "Float64", "yes or no": "boolean"}


def frame_layer(report: Report, layer: str) -> "gpd.GeoDataFrame":
    """Give a layer that has geometry as a frame.

    Parameters
    ----------
    report
        The report.
    layer
        ``"places"``, ``"mentions"``, ``"regions"`` or ``"alternatives"``, as in :data:`maps.tables.columns.LAYERS`.

    Returns
    -------
    geopandas.GeoDataFrame
        The layer's columns, then its geometry: longitude and latitude in degrees, OGC:CRS84. What has no place has
        none. In ``attrs``, the report's title and the sources to credit.

    Examples
    --------
    >>> frame_layer(Report(title="Lima", documents=(), entries=()), "places").crs.to_string()
    'OGC:CRS84'
    """
    import geopandas as gpd  # noqa: PLC0415 - help needs no geopandas
    from shapely import MultiPolygon  # noqa: PLC0415

    shapes = [row[GEOMETRY] for row in make_rows(report, layer)]
    if LAYERS[layer].geometry == "MultiPolygon":
        shapes = [MultiPolygon([shape]) if shape.geom_type == "Polygon" else shape for shape in shapes]
    frame = gpd.GeoDataFrame(frame_table(report, layer), geometry=gpd.GeoSeries(shapes, crs=CRS))
    frame.attrs.update(title=report.title, sources=make_rows(report, "sources"))
    return frame


def frame_table(report: Report, layer: str) -> "pd.DataFrame":
    """Give the columns of a layer as a frame without geometry.

    Parameters
    ----------
    report
        The report.
    layer
        One of :data:`maps.tables.columns.LAYERS`.

    Returns
    -------
    pandas.DataFrame
        Text as objects, the other columns in types that can be null.

    Examples
    --------
    >>> frame_table(Report(title="Lima", documents=(), entries=()), "sources").columns.tolist()
    ['name', 'attribution', 'url', 'licence', 'version', 'citation', 'gives']
    """
    import pandas as pd  # noqa: PLC0415 - as above

    rows = make_rows(report, layer)
    return pd.DataFrame(
        {
            column.name: pd.Series([row[column.name] for row in rows], dtype=_DTYPES[column.type])
            for column in LAYERS[layer].columns
        }
    )
