"""Who imports what: geo never draws, and help needs nothing heavy."""

import subprocess
import sys

import pytest


def modules_after(code):
    """Give the modules that a fresh process has imported after some code."""
    probe = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


WALK_GEO = """
import importlib, pkgutil, geo
for module in pkgutil.walk_packages(geo.__path__, "geo."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def test_geo_never_draws():
    loaded = modules_after(WALK_GEO)
    assert "geo.pipeline" in loaded
    assert {name for name in loaded if name.partition(".")[0] in {"maps", "folium", "branca"}} == set()


HEAVY = {
    "geopandas",
    "folium",
    "pandas",
    "shapely",
    "pyogrio",
    "pyproj",
    "trafilatura",
    "pypdf",
    "docx",
    "openpyxl",
    "lxml",
    "matplotlib",
    "spacy",
    "mapclassify",
    "sklearn",
}


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import geo", set()),
        ("import geo.read", set()),
        ("from geo import read_text; read_text('Lima is the capital of Peru.')", set()),
        ("import maps.cli", set()),
        ("from maps import MapOptions", set()),
    ],
)
def test_what_is_light_stays_light(code, allowed):
    assert modules_after(code) & HEAVY == allowed


def test_finding_places_needs_neither_frames_nor_maps():
    loaded = modules_after("from geo import find_places, read_text; find_places(read_text('Lima is in Peru.'))")
    assert loaded & {"geopandas", "pandas", "folium", "geopy", "spacy"} == set()


def test_pictures_are_paid_for_by_who_draws_one():
    loaded = modules_after("import maps.picture, maps.drawing, maps.formats")
    assert loaded & {"matplotlib", "geopandas", "docx"} == set()


def test_only_the_geocoder_imports_geopy():
    # geopandas imports geopy by itself only when it geocodes.
    assert "geopy" not in modules_after("from geo import make_report, read_text; make_report([read_text('Lima')])")
    assert "geopy" in modules_after("import geo.geocoders")


def test_spacy_is_imported_by_who_reads_with_it_only():
    assert "spacy" not in modules_after(WALK_GEO)
    assert "spacy" not in modules_after("from geo.recognize.choice import choose_recognizer; choose_recognizer('auto')")
