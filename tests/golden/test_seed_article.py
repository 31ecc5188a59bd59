"""The news article that the road was first built for; it is not ours to publish, so it is read only where it lies."""

import json
from pathlib import Path

import pytest
from shapely import Point

from geo import make_report
from geo.read import read_document
from maps.cli import main

ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not published with the code")


@pytest.fixture(scope="module")
def report():
    return make_report([read_document(ARTICLE)])


@pytest.fixture(scope="module")
def entries(report):
    return {entry.place.name: entry for entry in report.entries}


def regions(entry):
    return {(region.level, region.name) for region in entry.regions}


def test_the_places_drawn_and_no_others(report, entries):
    assert set(entries) == {"Peru", "United States", "Oxapampa", "VRAEM", "Villa Rica", "Lima"}
    assert len(report.entries) == 6
    assert report.unplaced == ()


def test_the_command_gives_the_same(runner, entries):
    result = runner.invoke(main, ["places", str(ARTICLE), "--format", "jsonl"])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {r["name"] for r in records if r["kind"] != "demonym"} == set(entries)
    assert {r["name"] for r in records if r["kind"] == "demonym"} <= {"Peru", "United States"}


def test_which_places_they_are(entries):
    at = {name: (round(e.place.lonlat.lon, 2), round(e.place.lonlat.lat, 2)) for name, e in entries.items()}
    assert at["Villa Rica"] == (-75.27, -10.74)
    assert at["Oxapampa"] == (-75.4, -10.58)
    assert at["Lima"] == (-77.03, -12.04)
    assert {name: entry.place.feature for name, entry in entries.items()} == {
        "Peru": "country",
        "United States": "country",
        "Oxapampa": "populated place",
        "VRAEM": "region",
        "Villa Rica": "populated place",
        "Lima": "populated place",
    }


@pytest.mark.parametrize("name", ["Villa Rica", "Oxapampa"])
def test_they_lie_in_pasco_and_outside_the_vraem(entries, name):
    assert {("country", "Peru"), ("admin1", "Pasco"), ("admin2", "Oxapampa")} <= regions(entries[name])
    assert ("named region", "VRAEM") not in regions(entries[name])
    at = entries[name].place.lonlat
    assert not entries["VRAEM"].outline.geometry.contains(Point(at.lon, at.lat))


def test_the_vraem_is_one_place_that_touches_its_departments(entries):
    vraem = entries["VRAEM"]
    assert vraem.place.id == "region:vraem"
    assert len({mention.text for _, mention in vraem.mentions}) > 1
    departments = {name for level, name in regions(vraem) if level == "admin1"}
    assert {"Ayacucho", "Cusco", "Huancavelica", "Junín"} <= departments
    assert "Pasco" not in departments
    assert vraem.outline.approximate


def test_every_mention_slices_back_to_its_text(report):
    for entry in report.entries:
        for number, mention in entry.mentions:
            assert report.documents[number].text[mention.start : mention.end] == mention.text
