"""Data of one's own reaches every command: by its options, by the configuration, and in the order that is promised."""

import json
import shutil
from pathlib import Path

import pytest

from geo.holdings import Holdings, current_holdings
from geo.read import read_document
from geo.resources import data_path
from maps.cli import main

TEXT = "The patrol left Quellohuaylla for Oxapampa, in Peru."


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Give a folder with a report and files of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_CONFIG_FILE")
    monkeypatch.setenv("HOME", str(tmp_path))
    Path("report.txt").write_text(TEXT)
    Path("villages.csv").write_text("village,longitude,latitude\nQuellohuaylla,-75.4,-10.6\nNowhere,,\n")
    Path("other.csv").write_text("lugar,x,y\nQuellohuaylla,-71.9,-13.5\n")
    ring = [[-75.6, -10.8], [-75.2, -10.8], [-75.2, -10.4], [-75.6, -10.4], [-75.6, -10.8]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    area = {"type": "Feature", "properties": {"zone": "Zona Aurora"}, "geometry": shape}
    Path("zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [area]}))
    Path("regions").mkdir()
    shutil.copy(data_path("regions/vraem.toml"), "regions/vraem.toml")
    return tmp_path


def points(runner, *arguments):
    """Give where the names of the report are, and what is told."""
    result = runner.invoke(main, ["places", "report.txt", "--format", "jsonl", *arguments])
    assert result.exit_code == 0, result.stderr
    rows = map(json.loads, result.stdout.splitlines())
    return {row["text"]: (row["lon"], row["lat"]) for row in rows}, result.stderr


VILLAGES, OTHER = (-75.4, -10.6), (-71.9, -13.5)


@pytest.mark.usefixtures("here")
def test_the_bundle_alone_lacks_the_name(runner):
    assert points(runner)[0]["Quellohuaylla"] == (None, None)


@pytest.mark.usefixtures("here")
def test_a_gazetteer_of_an_option(runner):
    found, told = points(runner, "--gazetteer", "villages.csv")
    assert found["Quellohuaylla"] == VILLAGES
    assert told.startswith("note: ")
    assert "villages.csv" in told
    assert told.removesuffix("\n").replace("\n", "").isprintable()


@pytest.mark.usefixtures("here")
def test_the_columns_of_a_gazetteer_can_be_said(runner):
    Path("odd.csv").write_text("a,b,c\nQuellohuaylla,-75.4,-10.6\n")
    found, _ = points(runner, "--gazetteer", "odd.csv", "--gazetteer-fields", "name=a,lon=b,lat=c")
    assert found["Quellohuaylla"] == VILLAGES


@pytest.mark.usefixtures("here")
def test_a_gazetteer_of_the_configuration(runner):
    Path("dateline.toml").write_text('[[data.gazetteers]]\nfile = "villages.csv"')
    Path("deep").mkdir()
    Path("deep/dateline.toml").write_text('[[data.gazetteers]]\nfile = "../other.csv"')
    assert points(runner)[0]["Quellohuaylla"] == VILLAGES
    assert points(runner, "--config", "deep/dateline.toml")[0]["Quellohuaylla"] == OTHER


@pytest.mark.usefixtures("here")
def test_an_option_counts_before_the_configuration_and_beside_it(runner, monkeypatch):
    seen = watch(monkeypatch)
    Path("dateline.toml").write_text('[[data.gazetteers]]\nfile = "villages.csv"')
    points(runner, "--gazetteer", "other.csv")
    assert [one.path.name for one in seen[0].gazetteers] == ["other.csv", "villages.csv"]


@pytest.mark.usefixtures("here")
def test_the_bundle_only(runner, monkeypatch):
    seen = watch(monkeypatch)
    Path("dateline.toml").write_text('data.regions = ["regions"]\n[[data.gazetteers]]\nfile = "villages.csv"')
    found, told = points(runner, "--bundle-only")
    assert (found["Quellohuaylla"], told, seen[-1]) == ((None, None), "", Holdings())
    points(runner, "--bundle-only", "--gazetteer", "other.csv")
    assert [one.path.name for one in seen[-1].all] == ["other.csv"]


def watch(monkeypatch):
    """Give the holdings that are in force when documents are read."""
    seen = []

    def note_holdings(path, **_):
        seen.append(current_holdings())
        return read_document(path)

    monkeypatch.setattr("geo.read.read_document", note_holdings)
    return seen


@pytest.mark.usefixtures("here")
def test_a_file_that_is_named_twice_is_opened_once(runner, monkeypatch):
    seen = watch(monkeypatch)
    Path("dateline.toml").write_text('[[data.gazetteers]]\nfile = "villages.csv"')
    points(runner, "--gazetteer", str(Path("villages.csv").absolute()), "--regions", "regions", "--regions", "regions")
    assert [len(seen[0].gazetteers), len(seen[0].regions)] == [1, 1]


@pytest.mark.usefixtures("here")
def test_boundaries_and_how_they_were_understood(runner):
    _, told = points(runner, "--boundaries", "zones.geojson", "--boundary-fields", "name=zone")
    assert "note: zones.geojson: " in told
    assert "zone" in told


BROKEN = {
    "a missing gazetteer": (["--gazetteer", "missing.csv"], "missing.csv"),
    "a gazetteer without coordinates": (["--gazetteer", "report.txt"], "report.txt"),
    "missing boundaries": (["--boundaries", "missing.geojson"], "missing.geojson"),
    "boundaries that are none": (["--boundaries", "report.txt"], "report.txt"),
    "boundaries from the web": (["--boundaries", "/vsicurl/http://127.0.0.1/a.geojson"], "vsicurl"),
    "a missing folder": (["--regions", "missing"], "missing"),
    "a folder without regions": (["--regions", "empty"], "empty"),
    "columns of no gazetteer": (["--gazetteer-fields", "name=a"], "name the file too, with --gazetteer"),
    "columns of no boundaries": (["--boundary-fields", "name=a"], "name the file too, with --boundaries"),
    "columns that are none": (["--boundaries", "zones.geojson", "--boundary-fields", "name"], "give pairs such as"),
    "regions that a terminal would obey": (["--regions", "\x07"], r"\x07"),
    "a name that a terminal would obey": (["--gazetteer", "\x1b[31m.csv"], r"\x1b[31m.csv"),
}


@pytest.mark.parametrize(("arguments", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_one_line_before_a_document_is_read(runner, here, arguments, words):
    (here / "empty").mkdir()
    result = runner.invoke(main, ["places", "missing.txt", *arguments])
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1
    assert result.stderr.removesuffix("\n").isprintable()


COMMANDS = ["map", "places", "review", "geocode", "evaluate"]
COMMANDS += [f"regions {name}" for name in ("list", "show", "map", "new", "check")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_looks_names_up_takes_data(command):
    found = main
    for name in command.split():
        found = found.commands[name]
    taken = {option for parameter in found.params for option in parameter.opts}
    assert taken >= {"--regions", "--boundaries", "--gazetteer", "--bundle-only", "--config"}


@pytest.mark.usefixtures("here")
def test_nothing_stays_in_force_behind_a_command(runner):
    points(runner, "--gazetteer", "villages.csv")
    assert current_holdings() == Holdings()
