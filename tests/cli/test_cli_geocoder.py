"""The commands with ``--geocoder``, against a server on this machine."""

import json

import pytest
from geocoder_server import QUELLA, serve

from maps.cli import main

BRIEF = "Health workers reached the village of Quillaquella, in Peru. The hamlet of Puerto Quimerallo, in Peru, waits."


@pytest.fixture
def server(monkeypatch, tmp_path):
    with serve() as server:
        for name, value in {
            "NO_PROXY": "127.0.0.1",
            "DATELINE_CACHE_FOLDER": str(tmp_path / "cache"),
            "DATELINE_GEOCODER_USER_AGENT": "newsroom.example maps (desk@newsroom.example)",
            "DATELINE_GEOCODER_DOMAIN": server.domain,
            "DATELINE_GEOCODER_SCHEME": "http",
            "DATELINE_GEOCODER_LEAST_DELAY_S": "0",
            "DATELINE_GEOCODER_TRIES": "1",
        }.items():
            monkeypatch.setenv(name, value)
        lost = lambda handler: handler.reply(b"", status=500)  # noqa: E731 - what the script takes
        server.play({"by query": {"Quillaquella, Peru": [QUELLA], "Puerto Quimerallo, Peru": lost}})
        yield server


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text(BRIEF, encoding="utf-8")
    return str(path)


NOTE = "note: Nominatim did not answer for 1 name: it cannot be reached, or fails"


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_places_with_a_geocoder(runner, server, brief):
    result = runner.invoke(main, ["places", brief, "--geocoder", "nominatim", "--format", "jsonl"])
    assert result.exit_code == 0
    records = {record["text"]: record for record in map(json.loads, result.stdout.splitlines())}
    found, lost = records["Quillaquella"], records["Puerto Quimerallo"]
    assert (found["status"], found["id"], found["lon"], found["lat"]) == (
        "resolved",
        "nominatim:node/123",
        -75.3,
        -10.6,
    )
    assert (lost["status"], lost["lon"]) == ("unanswered", None)
    assert result.stderr.splitlines() == [f"asking {server.domain} for 2 names", NOTE]


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_map_and_a_second_one_from_the_cache(runner, server, brief, tmp_path):
    page = str(tmp_path / "map.html")
    first = runner.invoke(main, ["map", brief, "--geocoder", "nominatim", "-o", page])
    assert first.exit_code == 0
    assert NOTE in first.stderr
    assert "2 places on the map, 1 name without a place" in first.stderr
    content = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "OpenStreetMap contributors" in content
    assert "1 unanswered" in content
    server.requests.clear()
    server.play([])
    second = runner.invoke(main, ["map", brief, "--geocoder", "nominatim", "-o", page])
    assert server.queries == ["Puerto Quimerallo, Peru"]
    assert f"asking {server.domain} for 1 name\n" in second.stderr


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_one_name_online(runner, server, monkeypatch):
    result = runner.invoke(main, ["geocode", "Quillaquella, Peru", "--geocoder", "nominatim"])
    assert (result.exit_code, result.stderr) == (0, f"asking {server.domain} for 1 name\n")
    assert result.stdout == "10.6000°S 75.3000°W       populated place   Quillaquella, Oxapampa, Pasco, Peru\n"
    server.play([])
    lost = runner.invoke(main, ["geocode", "Zaberholm, Peru", "--geocoder", "nominatim"])
    assert (lost.exit_code, lost.stdout) == (1, "")
    assert "'Zaberholm, Peru' is not in the gazetteer, and Nominatim found no such place" in lost.stderr
    # What the command line says counts before the environment.
    monkeypatch.setenv("DATELINE_GEOCODER_WHEN", "fallback")
    first = runner.invoke(main, ["geocode", "Oxapampa, Peru", "--geocoder", "nominatim", "--geocoder-first"])
    assert first.exit_code == 0
    assert "Oxapampa, Pasco, Peru" in first.stdout
    assert server.queries[-1] == "Oxapampa, Peru"


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_geocoder_of_a_file_that_is_named(runner, server, brief, tmp_path, monkeypatch):
    for name in ("USER_AGENT", "DOMAIN", "SCHEME", "LEAST_DELAY_S", "TRIES"):
        monkeypatch.delenv(f"DATELINE_GEOCODER_{name}")
    (tmp_path / "dateline.toml").write_text(f"""
        [geocoder]
        name = "nominatim"
        user_agent = "newsroom.example maps (desk@newsroom.example)"
        least_delay_s = 0
        tries = 1
        [geocoder.options]
        domain = "{server.domain}"
        scheme = "http"
        """)
    named = ["--config", str(tmp_path / "dateline.toml"), "places", brief, "--format", "jsonl"]
    online = runner.invoke(main, named)
    assert NOTE in online.stderr
    assert json.loads(online.stdout.splitlines()[0])["status"] == "resolved"
    server.requests.clear()
    offline = runner.invoke(main, [*named, "--geocoder", "none"])
    assert (offline.exit_code, offline.stderr, server.requests) == (0, "", [])
    monkeypatch.setenv("DATELINE_GEOCODER_NAME", "none")
    assert runner.invoke(main, named).stderr == ""
    assert server.requests == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--geocoder", "nominatin"], "unknown geocoder 'nominatin': did you mean 'nominatim'?"),
        (["--geocoder", "nominatim"], "an online geocoder must be told who asks"),
    ],
)
def test_a_wrong_geocoder_is_one_line_and_opens_nothing(runner, brief, monkeypatch, arguments, told):
    monkeypatch.setenv("DATELINE_GEOCODER_USER_AGENT", "" if "must be told" in told else "newsroom.example maps")
    result = runner.invoke(main, ["places", brief, *arguments])
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_geocoder_first_alone_is_a_mistake(runner, brief):
    result = runner.invoke(main, ["places", brief, "--geocoder-first"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "dateline: --geocoder-first asks nobody: name a service with --geocoder\n"


def test_with_sockets_off_nothing_is_opened_without_a_geocoder(runner, brief):
    result = runner.invoke(main, ["places", brief])
    assert (result.exit_code, result.stderr) == (0, "")
