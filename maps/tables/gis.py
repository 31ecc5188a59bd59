"""A report as GeoPackage, with the styles that QGIS opens it with, and as GeoParquet."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.report import Report
from maps.options import MapOptions
from maps.tables.columns import FILES, LAYERS
from maps.tables.frames import frame_layer, frame_table
from maps.tables.words import clean_words

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["STYLED", "read_style", "write_gpkg", "write_parquet"]

STYLED = ("places", "mentions", "regions", "alternatives")
"""The layers that have a style for QGIS, in ``maps/tables/styles``."""

# The same report gives the same bytes, so nothing tells when it was written.
_DATE = "2000-01-01T00:00:00.000Z"
# The tables of a GeoPackage name longitude first whatever the authority says, and every reader knows this number.
_GPKG_CRS = "EPSG:4326"


def read_style(layer: str) -> str:
    """Give the style of a layer for QGIS, as QML.

    Parameters
    ----------
    layer
        One of :data:`STYLED`.

    Examples
    --------
    >>> read_style("places").startswith("<!DOCTYPE qgis")
    True
    """
    return files("maps.tables").joinpath("styles", f"{layer}.qml").read_text(encoding="utf-8")


def write_gpkg(report: Report, options: MapOptions) -> bytes:  # noqa: ARG001 - every writer is asked alike
    """Give all layers as a GeoPackage that QGIS opens with our symbols and labels.

    Parameters
    ----------
    report
        The report.
    options
        Nothing of them is used.

    Returns
    -------
    bytes
        The same for the same report. Longitude and latitude in degrees, EPSG:4326. Source of the table of styles:
        QGIS, which reads ``layer_styles`` from any GeoPackage.
    """
    import pyogrio  # noqa: PLC0415 - help needs no GDAL

    with tempfile.TemporaryDirectory() as folder, _dated():
        path = Path(folder) / "report.gpkg"
        for layer in FILES[".gpkg"]:
            frame = _clean(_frame(report, layer))
            shape = LAYERS[layer].geometry or None
            about = f"A row is {LAYERS[layer].row}."
            pyogrio.write_dataframe(
                frame, path, layer=layer, driver="GPKG", append=path.exists(), geometry_type=shape,
                layer_options={"DESCRIPTION": about},
            )  # fmt: skip
        pyogrio.write_dataframe(_styles(), path, layer="layer_styles", driver="GPKG", append=True)
        return path.read_bytes()


def _frame(report: Report, layer: str) -> "pd.DataFrame":
    if LAYERS[layer].geometry:
        return frame_layer(report, layer).set_crs(_GPKG_CRS, allow_override=True)
    return frame_table(report, layer)


def _clean(frame: "pd.DataFrame") -> "pd.DataFrame":
    text = {name: frame[name].map(clean_words) for name in frame.columns if frame[name].dtype == "object"}
    return frame.assign(**text)


@contextmanager
def _dated() -> Iterator[None]:
    """Let GDAL write one fixed date into what it makes."""
    import pyogrio  # noqa: PLC0415 - as above

    key = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(key)
    pyogrio.set_gdal_config_options({key: _DATE})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({key: before})


def _styles() -> "pd.DataFrame":
    """Give the table in which QGIS looks for the style of each layer."""
    import pandas as pd  # noqa: PLC0415 - as above

    rows: list[dict[str, Any]] = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": layer,
            "f_geometry_column": "geom",
            "styleName": "Dateline",
            "styleQML": read_style(layer),
            "styleSLD": "",
            "useAsDefault": True,
            "description": "The symbols of Dateline's maps",
            "owner": "",
            "ui": "",
            "update_time": pd.Timestamp(_DATE).tz_localize(None),
        }
        for layer in STYLED
    ]
    return pd.DataFrame(rows)


def write_parquet(report: Report, options: MapOptions) -> bytes:
    """Give the layer of places as GeoParquet.

    Parameters
    ----------
    report
        The report.
    options
        Its title is taken.

    Returns
    -------
    bytes
        Longitude and latitude in degrees, OGC:CRS84; title and sources travel in the frame's ``attrs``, which
        ``geopandas.read_parquet`` gives back. Source of the form: GeoParquet 1.0, https://geoparquet.org/.
    """
    frame = _clean(frame_layer(report, "places"))
    frame.attrs["title"] = options.title or report.title
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()
