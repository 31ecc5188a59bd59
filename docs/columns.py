"""Write the layers and columns of exported files into ``docs/columns.md``: ``python docs/columns.py``."""

from pathlib import Path

from maps.tables.columns import FILES, LAYERS

PAGE = Path(__file__).with_name("columns.md")
_HEAD = """\
# The columns of exported files

`dateline map REPORT -o FILE` writes a report for other programs when the name of FILE ends in one of these.
`python docs/columns.py` writes this page from the declaration in `maps/tables/columns.py`; a test fails when it is out
of date. Names and meanings of columns are the same in every kind of file.

{files}

- Longitude stands before latitude, both in degrees, OGC:CRS84. A GeoPackage says EPSG:4326, which is the same there:
  its tables always hold longitude first.
- Nothing that a document says is left out: a name that was not found or is ambiguous has a row in `places` and in
  `mentions`, with its `status`, its `reason` and no geometry.
- `.geojson` is one collection, RFC 7946; the property `layer` says which layer a feature belongs to. Areas across the
  antimeridian are cut there.
- `.gpkg` has the styles of the page in its table `layer_styles`, so that QGIS opens it styled. The same styles, for
  files of the other kinds, are in `maps/tables/styles/`; an installed Dateline says where:
  `python -c "from importlib.resources import files; print(files('maps.tables') / 'styles')"`.
- `.parquet` is GeoParquet 1.0 with the layer `places`; title and sources are in `attrs` when geopandas reads it.
- `.csv` has the layer `places`. A cell that a spreadsheet would take for a formula starts with an apostrophe.
- `.xlsx` has a sheet a layer. Words are text and never formulas; a text over 32,767 characters is cut, with "…".
- `.kml` has a folder for places, areas, named regions and names without a place, in the language of the map; each
  placemark carries the columns of its layer as extended data.
- Every row says where it comes from in `source`, `source_version` and `licence`, which are never empty: what nobody
  said is `not stated`. A figure, and a name without a place, come from the document that says them: its title or name,
  its date, and as licence `the document's own`, which Dateline does not know (`docs/provenance.md`).
- The same report gives the same bytes.

In Python: `maps.tables.frames.frame_layer(report, "places")` gives a layer as a GeoDataFrame.
"""


def describe_columns() -> str:
    """Give the page."""
    files = ["| file | layers |", "|---|---|"]
    files += [f"| `{suffix}` | {', '.join(f'`{layer}`' for layer in layers)} |" for suffix, layers in FILES.items()]
    rows = ["| layer | column | type | meaning |", "|---|---|---|---|"]
    rows += [
        f"| {layer.name} | `{column.name}` | {column.type} | {column.meaning} |"
        for layer in LAYERS.values()
        for column in layer.columns
    ]
    layers = [
        f"- `{layer.name}`: a row is {layer.row}. Geometry: {layer.geometry or 'none'}." for layer in LAYERS.values()
    ]
    head = _HEAD.replace("{files}", "\n".join(files))
    return "\n".join([head, "## The layers", "", *layers, "", "## The columns", "", *rows, ""])


if __name__ == "__main__":
    PAGE.write_text(describe_columns(), encoding="utf-8")
