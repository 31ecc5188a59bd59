"""Each kind of file, read back by another library than the one that wrote it where there is one."""

import csv
import dataclasses
import io
import json
import re

import geopandas as gpd
import openpyxl
import pyogrio
import pytest
import shapely
from attacks import ATTACKS
from lxml import etree, html
from reports import VALLEY, hostile_report, make_entry, seed_like_report

from geo.document import Document
from geo.report import Outline, Report
from maps import write_map
from maps.drawing import render_map
from maps.options import MapOptions
from maps.tables import workbook
from maps.tables.columns import FILES, LAYERS
from maps.tables.gis import STYLED, read_style

KML = "{http://www.opengis.net/kml/2.2}"
EMPTY = Report(title="Nothing", documents=(), entries=())
NASTY = [*ATTACKS, "=cmd|' /C calc'!A0", "@SUM(1)", "a\x00\x1b[31m\x9b", "_x0041_", "$[name]", "\r\n\t"]


def columns(layer):
    return [column.name for column in LAYERS[layer].columns]


@pytest.fixture(scope="module")
def report():
    return seed_like_report()


@pytest.mark.parametrize("suffix", FILES)
def test_the_same_report_gives_the_same_bytes(report, suffix):
    assert render_map(report, suffix) == render_map(report, suffix)


@pytest.mark.parametrize("suffix", FILES)
def test_a_report_without_places_can_be_written(suffix):
    assert render_map(EMPTY, suffix)


def test_no_file_tells_when_it_was_written(report, monkeypatch):
    # Another day, the same bytes: openpyxl and GDAL both like to write the hour.
    first = [render_map(report, suffix) for suffix in FILES]
    later = openpyxl.packaging.core.datetime.datetime

    class Tomorrow(later):
        @classmethod
        def now(cls, tz=None):
            return later.now(tz).replace(year=2099)

    monkeypatch.setattr(openpyxl.packaging.core.datetime, "datetime", Tomorrow)
    assert [render_map(report, suffix) for suffix in FILES] == first


def test_geojson_is_one_collection_with_a_layer_a_feature(report):
    collection = json.loads(render_map(report, ".geojson"))
    assert (collection["type"], collection["title"]) == ("FeatureCollection", report.title)
    assert collection["sources"][0]["licence"] == "CC BY 4.0"
    layers = [feature["properties"]["layer"] for feature in collection["features"]]
    assert list(dict.fromkeys(layers)) == ["places", "mentions", "regions"]
    for feature in collection["features"]:
        assert list(feature["properties"]) == ["layer", *columns(feature["properties"]["layer"])]
    unplaced = [f for f in collection["features"] if f["geometry"] is None and f["properties"]["layer"] == "places"]
    assert [feature["properties"]["status"] for feature in unplaced] == ["not found", "ambiguous"]
    lima = next(f for f in collection["features"] if f["properties"]["name"] == "Lima")
    assert lima["geometry"] == {"type": "Point", "coordinates": [-77.02824, -12.04318]}


def test_geojson_has_its_rings_counterclockwise_and_keeps_the_cut_at_the_antimeridian():
    fiji = shapely.MultiPolygon([shapely.box(177, -19, 180, -16, ccw=False), shapely.box(-180, -19, -178, -16)])
    entry = make_entry("Fiji", ["Fiji"], lon=178, lat=-18, outline=Outline(geometry=fiji, approximate=False))
    report = Report(title="Fiji", documents=(Document(text="Fiji", name="f"),), entries=(entry,))
    features = json.loads(render_map(report, ".geojson"))["features"]
    shape = shapely.geometry.shape(features[-1]["geometry"])
    assert shape.equals(fiji)
    assert all(part.exterior.is_ccw for part in shape.geoms)


@pytest.mark.parametrize("attack", NASTY)
def test_geojson_keeps_every_word_and_ends_no_script(attack):
    content = render_map(hostile_report(attack), ".geojson").decode("utf-8")
    assert content.count("\n") == 1
    names = {feature["properties"]["name"] for feature in json.loads(content)["features"]}
    assert {f"{attack} place", f"{attack} area", f"{attack} lost"} <= names


def test_csv_has_a_row_a_place_and_a_name_without_one(report):
    rows = list(csv.DictReader(io.StringIO(render_map(report, ".csv").decode("utf-8"))))
    assert list(rows[0]) == columns("places")
    assert [row["name"] for row in rows][2:] == [
        "Oxapampa", "Valley of the Apurímac, Ene and Mantaro Rivers", "Villa Rica", "Lima", "Puerto Quimera",
        "San Pedro",
    ]  # fmt: skip
    assert (rows[3]["approximate"], rows[4]["approximate"], rows[6]["lon"]) == ("true", "", "")


@pytest.mark.parametrize("attack", NASTY)
def test_csv_cells_are_no_formulas_and_no_commands(attack):
    text = render_map(hostile_report(attack), ".csv").decode("utf-8", "surrogatepass")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any(cell.endswith(" place") for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))] == []
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text.replace("\r", "")) is None


def test_a_geopackage_has_every_layer_with_its_columns_and_geometry(report, tmp_path):
    path = write_map(report, tmp_path / "report.gpkg")
    shapes = dict(pyogrio.list_layers(path).tolist())
    assert shapes == {name: layer.geometry or None for name, layer in LAYERS.items()} | {"layer_styles": None}
    for layer in LAYERS:
        frame = pyogrio.read_dataframe(path, layer=layer)
        assert [name for name in frame.columns if name != "geometry"] == columns(layer)
    places = gpd.read_file(path, layer="places")
    assert places.crs == "EPSG:4326"
    assert places["status"].tolist()[-2:] == ["not found", "ambiguous"]
    assert places.geometry.isna().tolist() == [False] * 6 + [True] * 2
    assert (places.geometry[5].x, places.geometry[5].y) == (-77.02824, -12.04318)
    regions = gpd.read_file(path, layer="regions")
    assert regions["approximate"].tolist() == [False, False, True]
    assert regions.geometry[2].equals(VALLEY)


def test_a_geopackage_holds_the_styles_where_qgis_looks_for_them(report, tmp_path):
    styles = pyogrio.read_dataframe(write_map(report, tmp_path / "report.gpkg"), layer="layer_styles")
    assert styles["f_table_name"].tolist() == list(STYLED)
    assert styles["useAsDefault"].tolist() == [True] * len(STYLED)
    assert set(styles["f_geometry_column"]) == {
        pyogrio.read_info(tmp_path / "report.gpkg", layer="places")["geometry_name"]
    }
    assert styles["styleQML"].tolist() == [read_style(layer) for layer in STYLED]


@pytest.fixture(scope="module")
def palette(root):
    """Give the page's light colours as red, green and blue; of each role the light one stands first."""
    css = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "maps/page/assets").glob("*.css")))
    roles = ("town", "nature", "area", "region", "land", "ink", "muted")
    return {tuple(bytes.fromhex(re.search(rf"--{role}:[^;#]*#([0-9a-f]{{6}})\b", css)[1])) for role in roles}


@pytest.mark.parametrize("layer", STYLED)
def test_styles_have_the_colours_of_the_page_and_name_columns_that_are(layer, palette):
    style = read_style(layer)
    used = {tuple(map(int, rgb)) for rgb in re.findall(r'value="(\d+),(\d+),(\d+),\d+"', style)}
    used |= {tuple(map(int, rgb)) for rgb in re.findall(r'Color="(\d+),(\d+),(\d+),\d+"', style)}
    assert used
    assert used <= palette
    tree = etree.fromstring(style)
    named = "".join(tree.xpath("//@filter | //@fieldName | //Option[@name='expression']/@value"))
    assert set(re.findall(r'"(\w+)"', named)) <= set(columns(layer))
    assert set(tree.xpath("//rules[@key=$layer]/rule/@symbol", layer=layer)) == set(tree.xpath("//symbol/@name"))


@pytest.mark.parametrize("attack", NASTY)
def test_a_geopackage_keeps_every_word(attack, tmp_path):
    path = write_map(hostile_report(attack), tmp_path / "report.gpkg")
    (name, *_) = pyogrio.read_dataframe(path, layer="places")["name"]
    assert name == re.sub("[\x00\x1b\x9b]", "\ufffd", f"{attack} place")


def test_geoparquet_has_the_places_and_their_sources(report):
    frame = gpd.read_parquet(io.BytesIO(render_map(report, ".parquet", MapOptions(title="Mine"))))
    assert list(frame.columns) == [*columns("places"), "geometry"]
    assert frame.crs.to_string() == "OGC:CRS84"
    assert frame.geometry.isna().sum() == 2
    assert (frame.attrs["title"], frame.attrs["sources"][0]["name"]) == ("Mine", "GeoNames")


@pytest.mark.parametrize("suffix", FILES)
def test_half_a_character_in_a_name_stops_no_file(report, suffix, tmp_path):
    # A file's name may hold bytes that are no UTF-8; Python gives each as half a surrogate pair.
    (document,) = report.documents
    odd = dataclasses.replace(report, title="t\udcff", documents=(dataclasses.replace(document, name="f\udcff.txt"),))
    content = write_map(odd, tmp_path / f"report{suffix}").read_bytes()
    assert content
    if suffix in {".csv", ".geojson", ".kml"}:
        assert content.decode("utf-8")


def sheets(report):
    return openpyxl.load_workbook(io.BytesIO(render_map(report, ".xlsx")))


def test_a_workbook_has_a_sheet_a_layer_with_a_frozen_head(report):
    book = sheets(report)
    assert book.sheetnames == list(LAYERS)
    for sheet in book:
        assert [cell.value for cell in sheet[1]] == columns(sheet.title)
        assert sheet.freeze_panes == "A2"
    places = book["places"]
    assert [cell.value for cell in places["C"]][-2:] == ["Puerto Quimera", "San Pedro"]
    assert places["O7"].value == -77.02824


@pytest.mark.parametrize("attack", NASTY)
def test_a_workbooks_words_are_text_as_written_and_no_formulas(attack):
    book = sheets(hostile_report(attack))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    expected = re.sub("[\x00\x1b\x9b]", "\ufffd", f"{attack} place")
    read = re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), book["places"]["C2"].value)  # as Excel does
    assert read == expected
    assert [
        cell
        for cell in cells
        if cell.value and cell.data_type == "s" and cell.value[0] in "=@" and not cell.quotePrefix
    ] == []


def test_a_cell_holds_no_more_than_excel_takes():
    text = "Lima " + "😀" * 40_000
    entry = make_entry(text, ["Lima"], lon=-77, lat=-12, reason="a" * 32_767)
    book = sheets(Report(title="t", documents=(Document(text=text, name="t"),), entries=(entry,)))
    (sentence,) = [cell.value for cell in book["places"][2] if str(cell.value).startswith("Lima 😀")]
    assert len(sentence.encode("utf-16-le")) // 2 <= 32_767
    assert sentence.endswith("😀…")
    assert "a" * 32_767 in [cell.value for cell in book["places"][2]]


def test_more_rows_than_a_sheet_holds_are_refused(report, monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_ROWS", 5)
    with pytest.raises(OSError, match="the layer places has 8 rows, more than a sheet holds"):
        render_map(report, ".xlsx")


def placemarks(report, **options):
    return etree.fromstring(render_map(report, ".kml", MapOptions(**options))).iter(f"{KML}Placemark")


def test_kml_has_a_folder_for_each_kind_and_for_what_has_no_place(report):
    tree = etree.fromstring(render_map(report, ".kml"))
    folders = {f.findtext(f"{KML}name"): len(f.findall(f"{KML}Placemark")) for f in tree.iter(f"{KML}Folder")}
    assert folders == {"Places": 6, "Countries and areas": 2, "Named regions": 1, "Names without a place": 2}
    assert tree.xpath("//*[local-name()='href']") == []
    styles = {f"#{style.get('id')}" for style in tree.iter(f"{KML}Style")}
    assert {url.text for url in tree.iter(f"{KML}styleUrl")} <= styles


def test_kml_has_the_colours_of_the_page(report, palette):
    tree = etree.fromstring(render_map(report, ".kml"))
    colours = [bytes.fromhex(colour.text) for colour in tree.iter(f"{KML}color")]  # opacity, blue, green, red
    assert colours
    assert {(red, green, blue) for _, blue, green, red in colours} <= palette


def test_kml_speaks_the_language_of_the_map(report):
    tree = etree.fromstring(render_map(report, ".kml", MapOptions(language="es")))
    assert "Lugares" in [folder.findtext(f"{KML}name") for folder in tree.iter(f"{KML}Folder")]


def test_kml_carries_the_columns_and_reads_back(report, tmp_path):
    path = write_map(report, tmp_path / "report.kml")
    places = gpd.read_file(path, layer="Places")
    assert places["admin2"].tolist()[2] == "Oxapampa"
    assert (places.geometry[5].x, places.geometry[5].y) == (-77.02824, -12.04318)
    assert gpd.read_file(path, layer="Named regions").geometry[0].equals(VALLEY)
    mark = next(one for one in placemarks(report) if one.findtext(f"{KML}name") == "Villa Rica")
    data = {one.get("name"): one.findtext(f"{KML}value") for one in mark.iter(f"{KML}Data")}
    assert list(data) == [name for name in columns("places") if name in data]
    assert (data["confidence"], data["sentences"]) == ("0.87", "2")


def test_kml_marks_what_is_unsure():
    entry = make_entry("Lima", ["Lima"], lon=-77, lat=-12, confidence=0.3)
    report = Report(title="t", documents=(Document(text="Lima", name="t"),), entries=(entry,))
    assert [one.findtext(f"{KML}name") for one in placemarks(report)] == ["Lima ?"]


@pytest.mark.parametrize("attack", NASTY)
def test_kml_shows_every_word_as_written_and_none_as_markup(attack):
    marks = list(placemarks(hostile_report(attack)))
    assert len(marks) == 5
    plain = re.sub("[\x00\x1b\x9b]", "\ufffd", attack).replace("\r\n", "\n")
    for mark in marks:
        assert "<" not in mark.findtext(f"{KML}name")
        description = mark.findtext(f"{KML}description")
        assert "$[" not in description
        shown = html.fromstring(f"<div>{description}</div>")
        assert {node.tag for node in shown.iter()} <= {"div", "p", "b", "blockquote"}
        assert [attribute for node in shown.iter() for attribute in node.attrib] == []
        assert plain.split()[0] in shown.text_content() if plain.split() else True
    first = html.fromstring(f"<div>{marks[0].findtext(f'{KML}description')}</div>")
    assert f"{plain} place, {plain} land" in first.text_content()
