import json
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import geopandas as gpd
import pytest
import shapely
from areas import CODES, NAMES, SQUARES, make_frame, write

from bench.mutated_geojson import judge, mutate
from geo.boundaries.read import areas_of_frame, read_areas
from geo.errors import OwnDataError

FORMATS = (".geojson", ".gpkg", ".shp.zip", ".shp", ".fgb", ".parquet", ".topojson", ".kml", ".gml")


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_gives_the_same(tmp_path, ending):
    found = read_areas(write(tmp_path, ending))
    # FlatGeobuf keeps its areas in the order of a tree.
    order = sorted(range(3), key=found.columns["IDDIST"].__getitem__)
    assert [found.columns["IDDIST"][at] for at in order] == CODES
    assert [found.columns["NOMBDIST"][at] for at in order] == NAMES
    assert [found.shapes[at].symmetric_difference(SQUARES[at_]).area < 1e-6 for at_, at in enumerate(order)] == [
        True
    ] * 3


@pytest.mark.parametrize("crs", ["EPSG:32718", "EPSG:3857", "EPSG:4326", "EPSG:24878"])
def test_any_crs_becomes_longitude_and_latitude(tmp_path, crs):
    found = read_areas(write(tmp_path, ".gpkg", make_frame(crs)))
    assert all(one.hausdorff_distance(other) < 1e-4 for one, other in zip(found.shapes, SQUARES, strict=True))
    assert [line.startswith("reprojected from") for line in found.faults] == [True] * (crs != "EPSG:4326")


def test_degrees_without_a_crs_are_taken_for_degrees():
    found = areas_of_frame(make_frame().set_crs(None, allow_override=True), name="districts")
    assert found.faults == ("no coordinate reference system is stated: its values are taken for degrees, OGC:CRS84",)


def test_metres_without_a_crs_ask_for_it():
    frame = make_frame("EPSG:32718").set_crs(None, allow_override=True)
    with pytest.raises(OwnDataError, match=r"no degrees, such as .* crs=EPSG:32718"):
        areas_of_frame(frame, name="districts")


def test_metres_that_are_stated_to_be_degrees_ask_too(tmp_path):
    path = tmp_path / "districts.geojson"
    path.write_text(
        json.dumps(json.loads(make_frame("EPSG:32718").to_json(drop_id=True)) | {"crs": None}), encoding="utf-8"
    )
    with pytest.raises(OwnDataError, match="no degrees"):
        read_areas(path)
    assert read_areas(path, crs="EPSG:32718").shapes[0].hausdorff_distance(SQUARES[0]) < 1e-4


def test_a_crs_that_is_none(tmp_path):
    with pytest.raises(OwnDataError, match="'EPSG:0815' is no coordinate reference system"):
        read_areas(write(tmp_path, ".geojson"), crs="EPSG:0815")


@pytest.mark.parametrize(
    ("encoding", "stated"), [("utf-8", "ISO-8859-1"), ("cp1252", "UTF-8"), ("utf-8", ""), ("cp1252", "")]
)
def test_texts_of_a_shapefile_in_whichever_encoding(tmp_path, encoding, stated):
    names = ["Áncash", "Ñahuimpuquio", "Río Tambo"]
    write(tmp_path, ".shp", make_frame(NOMBDIST=names), encoding=encoding)
    (tmp_path / "districts.cpg").write_text(stated or encoding, encoding="ascii")
    if not stated:
        (tmp_path / "districts.cpg").unlink()
    found = read_areas(tmp_path / "districts.shp")
    assert found.columns["NOMBDIST"] == names
    assert bool(found.faults) == (bool(stated) or encoding == "utf-8")


def test_a_layer_is_chosen(tmp_path):
    path = write(tmp_path, ".gpkg", layer="districts")
    make_frame(NOMBDIST=None, NOMBPROV=NAMES).to_file(path, layer="provinces")
    with pytest.raises(OwnDataError, match="has 2 layers: choose one of districts, provinces"):
        read_areas(path)
    assert "NOMBPROV" in read_areas(path, layer="provinces").columns
    with pytest.raises(OwnDataError, match="no layer 'zones': choose from districts, provinces"):
        read_areas(path, layer="zones")


def test_a_layer_of_points_is_no_choice(tmp_path):
    path = write(tmp_path, ".gpkg", layer="districts")
    frame = make_frame()
    frame.set_geometry(frame.representative_point()).to_file(path, layer="seats")
    assert read_areas(path).columns["IDDIST"] == CODES


def test_one_file_of_a_zip_is_chosen(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("adm2.geojson", "adm3.geojson"):
            archive.write(write(tmp_path, ".geojson"), name)
    with pytest.raises(OwnDataError, match=r"several files with boundaries \(adm2.geojson, adm3.geojson\)"):
        read_areas(path)
    assert read_areas(path, layer="adm3").columns["IDDIST"] == CODES


def test_a_zip_that_unpacks_without_end(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.geojson", b" " * 30_000_000)
    with pytest.raises(OwnDataError, match="unpacks to 30,000,000 bytes"):
        read_areas(path)


@pytest.mark.parametrize(
    "content",
    [
        b"<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        b'{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read http://127.0.0.1/a.json"}',
        b"<OGRWFSDataSource><URL>http://127.0.0.1/</URL></OGRWFSDataSource>",
    ],
)
@pytest.mark.parametrize("ending", ["geojson", "zip"])
def test_files_that_point_elsewhere_are_refused(tmp_path, content, ending):
    path = tmp_path / f"pointer.{ending}"
    if ending == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("pointer.json", content)
    else:
        path.write_bytes(content)
    with pytest.raises(OwnDataError, match="only points to other data"):
        read_areas(path)


@pytest.mark.enable_socket
def test_an_address_in_a_file_is_not_asked(tmp_path):
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        crs = {"type": "link", "properties": {"href": f"http://127.0.0.1:{server.server_port}/crs", "type": "proj4"}}
        path = tmp_path / "link.geojson"
        path.write_text(json.dumps(json.loads(make_frame().to_json()) | {"crs": crs}), encoding="utf-8")
        found = read_areas(path)
        server.shutdown()
    assert (found.columns["IDDIST"], asked) == (CODES, [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"{}",
        b"[]",
        b"name,code\na,b\n",
        b"PAR1",
        b"PK\x03\x04",
        b"fgb\x03fgb",
        b"SQLite format 3\x00",
    ],
)
def test_what_is_no_file_of_boundaries(tmp_path, content):
    path = tmp_path / "x\x1b[31m.geojson"
    path.write_bytes(content)
    with pytest.raises(OwnDataError) as told:
        read_areas(path)
    assert str(told.value).isprintable()


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(OwnDataError, match="there is no file"):
        read_areas(tmp_path / "none.gpkg")


def test_a_table_without_geometry():
    with pytest.raises(OwnDataError, match="no geometries"):
        areas_of_frame(gpd.pd.DataFrame({"a": [1]}), name="table")


def test_values_of_every_kind_become_texts():
    frame = gpd.GeoDataFrame(
        {
            "whole": [1.0, None],
            "part": [1.5, float("inf")],
            "when": gpd.pd.to_datetime(["2024-01-02", None]),
            "list": [[1], None],
        },
        geometry=[shapely.box(0, 0, 1, 1)] * 2,
        crs="OGC:CRS84",
    )
    found = areas_of_frame(frame, name="kinds").columns
    assert found == {"whole": ["1", ""], "part": ["1.5", ""], "when": ["2024-01-02 00:00:00", ""], "list": ["[1]", ""]}


def test_mutated_files_give_boundaries_or_a_clear_error(tmp_path):
    path = tmp_path / "mutated.geojson"
    verdicts = set()
    for seed in range(150):
        path.write_bytes(mutate(seed))
        verdicts.add(judge(path))
    assert verdicts == {"boundaries", "clear error"}
