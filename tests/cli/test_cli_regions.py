import json

import pytest
import shapely

from maps.cli import main


def run(runner, *arguments):
    return runner.invoke(main, ["regions", *map(str, arguments)])


def test_list(runner):
    result = run(runner, "list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in result.stdout.splitlines()][:1] == ["vraem"]


@pytest.mark.parametrize("name", ["vraem", "VRAEM", "Valle de los ríos Apurímac, Ene y Mantaro"])
def test_show_in_words(runner, name):
    result = run(runner, "show", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "(vraem)" in result.stdout.splitlines()[0]
    for words in ("Lies in:", "Sources:", "Pichari", "approximate"):
        assert words.lower() in result.stdout.lower()


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


@pytest.mark.parametrize("name", ["Atlantis", "", "\x1b[31m"])
def test_a_region_that_is_not_there(runner, name):
    result = run(runner, "show", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no named region" in result.stderr
    assert "vraem" in result.stderr
    assert result.stderr.removesuffix("\n").isprintable()
