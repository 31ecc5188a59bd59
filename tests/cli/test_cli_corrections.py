"""``--corrections`` on map and places."""

import json
from pathlib import Path

import pytest
from attacks import ATTACKS

from maps.cli import main

TEXT = "Coffee comes from Villa Rica, near Oxapampa in Peru."
VILLA_RICA_US = "geonames:4228969"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def save(*items, name="c.json"):
    content = {"dateline_corrections": 1, "title": "x", "corrections": list(items)}
    Path(name).write_text(json.dumps(content), encoding="utf-8")


def about(text, **facts):
    return {"mentions": [{"document": "brief.txt", "start": TEXT.index(text), "text": text}], **facts}


def places(runner, *options):
    result = runner.invoke(main, ["places", "brief.txt", "--format", "jsonl", "--corrections", "c.json", *options])
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def test_places_follow_the_corrections(runner):
    save(about("Villa Rica", action="place", lon=-75.1, lat=-10.2), about("Peru", action="remove"))
    result, records = places(runner)
    assert result.exit_code == 0
    assert [(one["text"], one["id"], one["lon"], one["lat"], one["confidence"]) for one in records][:1] == [
        ("Villa Rica", "hand:-75.10000,-10.20000", -75.1, -10.2, 1.0)
    ]
    assert [one["text"] for one in records] == ["Villa Rica", "Oxapampa"]
    assert records[0]["reason"] == "placed by hand"


def test_a_correction_that_no_longer_matches_is_told_and_the_code_is_three(runner):
    save(
        about("Peru", action="remove"),
        {"action": "move", "id": "geonames:1", "mentions": about("Oxapampa")["mentions"]},
    )
    result, records = places(runner)
    assert result.exit_code == 3
    assert [one["text"] for one in records] == ["Villa Rica", "Oxapampa"]
    [line] = result.stderr.splitlines()
    assert line.startswith("dateline: correction 2, of 'Oxapampa' at 35 in 'brief.txt': the gazetteer holds no place")
    result = runner.invoke(main, ["map", "brief.txt", "-o", "m.html", "--corrections", "c.json"])
    assert result.exit_code == 3
    assert "correction 2, of 'Oxapampa'" in result.stderr
    assert Path("m.html").is_file()


def test_a_broken_file_stops_all_and_nothing_is_written(runner, here):
    Path("c.json").write_text("{")
    result = runner.invoke(main, ["map", "brief.txt", "-o", "m.html", "--corrections", "c.json"])
    assert (result.exit_code, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("dateline: the corrections file 'c.json' is broken JSON")
    assert sorted(path.name for path in here.iterdir()) == ["brief.txt", "c.json"]


def test_toml(runner):
    Path("c.toml").write_text(
        'dateline_corrections = 1\n[[corrections]]\naction = "remove"\n'
        'mentions = [{ document = "brief.txt", start = 18, text = "Villa Rica" }]\n'
    )
    result = runner.invoke(main, ["places", "brief.txt", "--format", "jsonl", "--corrections", "c.toml"])
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["Oxapampa", "Peru"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_of_a_file_are_data(runner, attack):
    save(
        about("Villa Rica", action="place", lon=1, lat=2, name=attack),
        {"action": "remove", "mentions": [{"document": attack, "start": 0, "text": attack}]},
        {"action": attack, "mentions": about("Peru")["mentions"]},
        {"action": "move", "id": attack, "mentions": about("Peru")["mentions"]},
    )
    result, records = places(runner)
    assert result.exit_code == 3
    assert records[0]["name"] == " ".join(attack.split())
    assert len(result.stderr.splitlines()) == 3
    assert all(line.isprintable() for line in result.stderr.splitlines())
