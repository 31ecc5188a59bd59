"""Every place, polygon and figure carries where it comes from, in which edition and under which licence."""

import csv
import io
import json
import tempfile

import geopandas as gpd
import pyogrio
import pytest
from attacks import ATTACKS
from credited import TEXT, VILLAGES, ZONES, Held, entry
from lxml import etree
from openpyxl import load_workbook
from reports import hostile_crowd, hostile_report, seed_like_report

from geo.document import Document
from geo.holdings import Holdings, use_holdings
from geo.pipeline import make_report
from geo.provenance import gather_sources
from geo.report import Report
from maps.cartography.credit import credit_basemap
from maps.drawing import render_map
from maps.options import MapOptions
from maps.page.facts import describe_report
from maps.tables.columns import FILES, LAYERS
from maps.tables.rows import make_rows

TOLD = ("source", "source_version", "licence")
# Of these a row is a source itself.
ARE_SOURCES = {"documents": ("name", "language"), "sources": ("name", "version", "licence", "citation", "attribution")}


def road_report():
    text = (
        "About 600 marines went from Oxapampa to the VRAEM in May 2014. Peruvian officials in Quellaquella are silent."
    )
    return make_report([Document(text=text, name="brief.txt")])


def own_report():
    entries = (entry("villages.csv", credits_=("zones.gpkg",)), entry(""))
    with use_holdings(Holdings(gazetteers=(Held(sources=(VILLAGES,)),), boundaries=(Held(sources=(ZONES,)),))):
        sources = gather_sources(entries, [])
    document = Document(text=TEXT, name="brief.txt")
    return Report(title="Own", documents=(document,), entries=entries, sources=sources)


REPORTS = {
    "road": road_report,
    "seed": seed_like_report,
    "own": own_report,
    "hostile": lambda: hostile_report("=<b>{{ 1 }}"),
    "crowd": lambda: hostile_crowd(ATTACKS),
}


@pytest.fixture(scope="module", params=REPORTS)
def report(request):
    return REPORTS[request.param]()


@pytest.fixture(scope="module")
def road():
    return road_report()


@pytest.mark.parametrize("layer", LAYERS)
def test_every_row_of_every_layer_says_where_it_comes_from(report, layer):
    wanted = ARE_SOURCES.get(layer, TOLD)
    assert [row for row in make_rows(report, layer) if not all(str(row[name]).strip() for name in wanted)] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_declares_it(layer):
    assert {column.name for column in LAYERS[layer].columns} >= set(ARE_SOURCES.get(layer, TOLD))


def test_a_report_of_the_road_has_rows_in_every_layer(road):
    assert [layer for layer in LAYERS if not make_rows(road, layer)] == []


def test_every_source_of_a_row_is_among_the_sources_or_the_documents(road):
    known = {source.name for source in road.sources} | {document.name for document in road.documents}
    layers = ("places", "mentions", "alternatives", "figures")
    assert {row["source"] for layer in layers for row in make_rows(road, layer)} <= known


def rows_of_geojson(content):
    return [feature["properties"] for feature in json.loads(content)["features"]]


def rows_of_kml(content):
    space = "{http://www.opengis.net/kml/2.2}"
    for placemark in etree.fromstring(content).iter(f"{space}Placemark"):
        yield {data.get("name"): data.findtext(f"{space}value") for data in placemark.iter(f"{space}Data")}


def rows_of_xlsx(content):
    for sheet in load_workbook(io.BytesIO(content)):
        if sheet.title not in ARE_SOURCES:
            head, *rows = sheet.iter_rows(values_only=True)
            yield from (dict(zip(head, row, strict=True)) for row in rows)


def rows_of_gpkg(content):
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(content)
        file.flush()
        for layer in set(FILES[".gpkg"]) - ARE_SOURCES.keys():
            yield from pyogrio.read_dataframe(file.name, layer=layer).to_dict("records")


READERS = {
    ".geojson": rows_of_geojson,
    ".kml": rows_of_kml,
    ".xlsx": rows_of_xlsx,
    ".gpkg": rows_of_gpkg,
    ".csv": lambda content: list(csv.DictReader(io.StringIO(content.decode()))),
    ".parquet": lambda content: gpd.read_parquet(io.BytesIO(content)).to_dict("records"),
}


@pytest.mark.parametrize("suffix", FILES)
def test_every_row_of_every_file_says_where_it_comes_from(road, suffix):
    rows = list(READERS[suffix](render_map(road, suffix)))
    assert len(rows) >= len(road.entries)
    assert [row for row in rows if not all(row[name] for name in TOLD)] == []


def test_every_place_of_a_page_says_where_it_and_its_outline_come_from(report):
    facts = describe_report(credit_basemap(report), MapOptions(with_text=False))
    assert facts["places"]
    for place, one in zip(facts["places"], report.entries, strict=True):
        assert len(place["from"]) == (1 if one.outline is None else 2)
        assert all(facts["origins"][number].strip(" ,") for number in place["from"])
    assert all(other["from"] for other in facts["candidates"])
    assert all(source["version"] and source["licence"] and source["citation"] for source in facts["sources"])
