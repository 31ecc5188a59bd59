"""Small files of boundaries: two districts of Oxapampa and a third that no gazetteer knows, in whichever format."""

import json
import zipfile

import geopandas as gpd
import shapely

CODES = ["190301", "190307", "190399"]
NAMES = ["Oxapampa", "Villa Rica", "Ciudad Quimera"]
SQUARES = [
    shapely.box(-75.6, -10.7, -75.35, -10.4),
    shapely.box(-75.35, -10.9, -75.1, -10.6),
    shapely.box(-75, -11, -74.8, -10.8),
]


def make_frame(crs="OGC:CRS84", **columns):
    """Give three districts; columns given as None are left out."""
    told = {"IDDIST": CODES, "NOMBDIST": NAMES, "IDPROV": ["1903"] * 3} | columns
    told = {name: values for name, values in told.items() if values is not None}
    return gpd.GeoDataFrame(told, geometry=SQUARES, crs="OGC:CRS84").to_crs(crs)


def write(folder, ending, frame=None, **options):
    """Write districts into a file of a format, and give its path."""
    frame = make_frame() if frame is None else frame
    path = folder / f"districts{ending}"
    if ending == ".shp.zip":
        frame.to_file(folder / "districts.shp", engine="pyogrio", **options)
        with zipfile.ZipFile(path, "w") as archive:
            for part in sorted(folder.glob("districts.???")):
                archive.write(part, f"folder/{part.name}")
    elif ending == ".parquet":
        frame.to_parquet(path)
    elif ending == ".topojson":
        path.write_text(json.dumps(as_topology(frame)), encoding="utf-8")
    else:
        frame.to_file(path, engine="pyogrio", **options)
    return path


def as_topology(frame):
    """Give a frame as TopoJSON, an arc a ring."""
    arcs = [[list(at) for at in shape.exterior.coords] for shape in frame.geometry]
    geometries = [
        {"type": "Polygon", "arcs": [[number]], "properties": row}
        for number, row in enumerate(frame.drop(columns="geometry").to_dict("records"))
    ]
    collection = {"type": "GeometryCollection", "geometries": geometries}
    return {"type": "Topology", "arcs": arcs, "objects": {"districts": collection}}
