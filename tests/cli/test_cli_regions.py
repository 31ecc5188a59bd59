import json
import tomllib

import pytest
import shapely

from maps.cli import main
from tests.attacks import ATTACKS

GOOD = 'id = "mine"\nname = "Mine"\n[members]\niso3166-1 = ["ML", "NE"]\n'


def run(runner, *arguments):
    return runner.invoke(main, ["regions", *map(str, arguments)])


def test_list(runner):
    result = run(runner, "list")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert "In one country:" in lines
    (vraem,) = (line for line in lines if line.split()[:1] == ["vraem"])
    assert vraem.split() == ["vraem", "VRAEM", "Peru", "core", "40;", "wider", "30"]


@pytest.mark.parametrize("name", ["vraem", "VRAEM", "Valle de los ríos Apurímac, Ene y Mantaro"])
def test_show_in_words(runner, name):
    result = run(runner, "show", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "(vraem)" in result.stdout.splitlines()[0]
    for words in ("Lies in:", "As of: 2025", "Sources:", "approximate", "core, 40 members, the one drawn", "(2018)"):
        assert words.lower() in result.stdout.lower()
    assert "  080910  Pichari, La Convención, Cusco, Peru" in result.stdout.splitlines()


def test_show_as_geojson(runner, tmp_path):
    target = tmp_path / "vraem.geojson"
    result = run(runner, "show", "vraem", "--format", "geojson", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    features = json.loads(target.read_text(encoding="utf-8"))["features"]
    assert len(features) == 2
    for feature in features:
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.is_valid
        assert shape.contains(shapely.Point(-73.83, -12.52))  # Pichari, longitude first
        assert not shape.contains(shapely.Point(-75.27, -10.74))  # Villa Rica lies outside
        assert feature["properties"]["approximate"] is True


@pytest.mark.parametrize("command", ["show", "map"])
@pytest.mark.parametrize("name", ["Atlantis", "", "\x1b[31m"])
def test_a_region_that_is_not_there(runner, command, name):
    result = run(runner, command, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no named region" in result.stderr
    assert "'dateline regions list'" in result.stderr
    assert result.stderr.removesuffix("\n").isprintable()


def test_a_name_that_is_nearly_one(runner):
    assert "did you mean vraem?" in run(runner, "show", "vream").stderr


def test_a_new_region_passes_its_own_check(runner, tmp_path):
    target = tmp_path / "my-valley.toml"
    result = run(runner, "new", "My valley", "--members", "inei:050408,080910; Oxapampa, Pasco", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    table = tomllib.loads(target.read_text(encoding="utf-8"))
    assert (table["id"], table["members"]) == ("my-valley", {"inei": ["050408", "080910", "1903"]})
    result = run(runner, "check", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"{target}: My valley (my-valley)"
    assert "whole: 3 members, " in result.stdout
    assert "km²" in result.stdout


def test_a_new_region_with_a_name_of_no_letters(runner):
    assert "makes no identifier" in run(runner, "new", "!!!", "--members", "Mali").stderr
    result = run(runner, "new", "!!!", "--members", "Mali", "--id", "shout")
    assert tomllib.loads(result.stdout)["id"] == "shout"
    result = run(runner, "new", "Shout", "--members", "Mali", "--id", "Not An Id")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Not An Id' is no identifier" in result.stderr


def test_members_that_are_none(runner):
    result = run(runner, "new", "Mine", "--members", "Amazonas; iso3166-1:QQ")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Amazonas' is the name of several areas" in result.stderr
    assert "'QQ'" in result.stderr


def test_check_tells_every_fault_of_every_file(runner, tmp_path):
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.toml").write_text(GOOD.replace('"ML"', '"QQ", "mali"').replace("name", "nmae"), encoding="utf-8")
    (tmp_path / "worse.toml").write_bytes(b"\xff")
    result = run(runner, "check", tmp_path)
    assert result.exit_code == 1
    assert "mine.toml: Mine (mine)" in result.stdout
    assert "whole: 2 members" in result.stdout
    bad, worse = result.stderr.splitlines()
    for fault in ("'nmae' is not known: did you mean 'name'?", "lacks the key 'name'", "'mali' is no code", "'QQ'"):
        assert fault in bad
    assert "worse.toml cannot be read as a region" in worse


def test_check_of_nothing(runner, tmp_path):
    result = run(runner, "check", tmp_path / "none.toml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no file or folder" in result.stderr


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_file_reach_no_terminal_as_commands(runner, tmp_path, attack):
    path = tmp_path / "mine.toml"
    text = json.dumps(f"\x1b[31m{attack}", ensure_ascii=True).replace("\\ud", "\\\\ud")
    path.write_text(GOOD.replace('"Mine"', text), encoding="utf-8")
    result = run(runner, "check", path)
    assert result.exit_code == 0
    assert all(line.isprintable() for line in result.stdout.split("\n"))


def test_a_map_of_a_region_alone(runner, tmp_path):
    target = tmp_path / "vraem.html"
    result = run(runner, "map", "vraem", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    page = target.read_text(encoding="utf-8")
    for words in ("VRAEM, core", "VRAEM, wider", "Pichari", "statutory annex", "DEVIDA"):
        assert words in page
