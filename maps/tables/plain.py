"""A report as plain text for other programs: GeoJSON and CSV."""

import csv
import io
from typing import TYPE_CHECKING, Any

from geo.report import Report
from maps.options import MapOptions
from maps.tables.columns import FILES, LAYERS
from maps.tables.rows import GEOMETRY, Row, make_rows
from maps.tables.words import dump_json, guard_cell

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["write_csv", "write_geojson"]

_DECIMALS = 6  # a tenth of a metre


def write_geojson(report: Report, options: MapOptions) -> str:
    r"""Give places, mentions and regions as one GeoJSON collection, RFC 7946.

    Parameters
    ----------
    report
        The report.
    options
        Its title is taken.

    Returns
    -------
    str
        One line. The property ``layer`` says which layer a feature belongs to; what has no place has no geometry.
        Beside the features stand ``title`` and ``sources``. Source of the form: H. Butler et al., The GeoJSON Format,
        RFC 7946, 2016, https://www.rfc-editor.org/rfc/rfc7946.

    Examples
    --------
    >>> write_geojson(Report(title="Lima", documents=(), entries=()), MapOptions())
    '{"type": "FeatureCollection", "title": "Lima", "sources": [], "features": []}\n'
    """
    collection = {
        "type": "FeatureCollection",
        "title": options.title or report.title,
        "sources": make_rows(report, "sources"),
        "features": [_feature(layer, row) for layer in FILES[".geojson"] for row in make_rows(report, layer)],
    }
    return dump_json(collection)


def _feature(layer: str, row: Row) -> dict[str, Any]:
    properties = {"layer": layer} | {name: value for name, value in row.items() if name != GEOMETRY}
    return {"type": "Feature", "properties": properties, "geometry": _geometry(row[GEOMETRY])}


def _geometry(shape: "BaseGeometry | None") -> dict[str, Any] | None:
    """Give a shape as GeoJSON: its outer rings counterclockwise, its coordinates rounded."""
    from shapely import orient_polygons  # noqa: PLC0415 - help needs no shapely
    from shapely.geometry import mapping  # noqa: PLC0415

    if shape is None:
        return None
    geometry = mapping(orient_polygons(shape))
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


def _round(numbers: Any) -> Any:  # noqa: ANN401 - numbers nested as deep as the geometry
    return round(numbers, _DECIMALS) if isinstance(numbers, float) else [_round(inner) for inner in numbers]


def write_csv(report: Report, options: MapOptions) -> str:  # noqa: ARG001 - every writer is asked alike
    """Give the layer of places as CSV: a row a place or a name without one.

    Parameters
    ----------
    report
        The report.
    options
        Nothing of them is used.

    Returns
    -------
    str
        A head, then the rows; what a spreadsheet would take for a formula is kept from it by an apostrophe.

    Examples
    --------
    >>> write_csv(Report(title="Lima", documents=(), entries=()), MapOptions())[:20]
    'number,status,name,l'
    """
    names = [column.name for column in LAYERS["places"].columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in make_rows(report, "places"):
        writer.writerow([guard_cell(_cell(row[name])) for name in names])
    return out.getvalue()


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
