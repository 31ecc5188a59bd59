"""The option ``--recognizer``: what spaCy reads, and what is said when it or a pipeline is missing."""

import json
import subprocess
import sys

import pytest
from pipelines import forget_pipelines, install  # noqa: F401 - a fixture

from geo.recognize.choice import RECOGNIZERS
from maps.cli import main
from maps.cli.recognizers import describe_recognizer, recognizer_option

ENGLISH = "Coffee comes from Villa Rica, near Oxapampa in Peru."
SPANISH = "El café viene de Villa Rica, cerca de Oxapampa, en el Perú."
NO_SPACY = "dateline: spaCy is not installed, run: pip install 'dateline[spacy]'\n"
NO_SPANISH = "there is no spaCy pipeline for Spanish, run: python -m spacy download es_core_news_sm"
BOTH = pytest.mark.parametrize("name", ["spacy", "auto"])


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "reports"
    home.mkdir()
    (home / "a.txt").write_text(ENGLISH)
    (home / "b.txt").write_text(SPANISH, encoding="utf-8")
    (home / "c.csv").write_text("place,country\nArequipa,PE\n")
    return home


@pytest.fixture
def without_spacy(monkeypatch):
    forget_pipelines()
    monkeypatch.setitem(sys.modules, "spacy", None)


def run(runner, *arguments, **options):
    return runner.invoke(main, [*map(str, arguments)], **options)


def texts(result):
    return [(record["document"], record["text"]) for record in map(json.loads, result.stdout.splitlines())]


def test_the_option_offers_what_there_is():
    (option,) = recognizer_option(lambda: None).__click_params__
    assert set(option.type.choices) == set(RECOGNIZERS)


@BOTH
def test_places(runner, folder, name):
    result = run(runner, "places", folder / "a.txt", "--recognizer", name, "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert texts(result) == [("a.txt", "Villa Rica"), ("a.txt", "Oxapampa"), ("a.txt", "Peru")]


@BOTH
def test_map(runner, folder, name):
    result = run(runner, "map", folder / "a.txt", "--recognizer", name, "-o", folder / "map.html")
    assert result.exit_code == 0
    assert result.stderr.endswith("3 places on the map, 0 names without a place\n")


def test_the_default_may_be_named(runner, folder):
    named = run(runner, "places", folder / "a.txt", "--recognizer", "default")
    assert named.stdout == run(runner, "places", folder / "a.txt").stdout != ""


def test_another_name_is_wrong_usage(runner, folder):
    result = run(runner, "places", folder / "a.txt", "--recognizer", "stanza")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.usefixtures("without_spacy")
@BOTH
@pytest.mark.parametrize("command", ["map", "places"])
def test_without_spacy_one_line_says_how_to_get_it(runner, folder, name, command):
    target = folder / "out"
    for paths in ([folder / "a.txt"], [folder / "a.txt", folder / "b.txt"]):
        result = run(runner, command, *paths, "--recognizer", name, "-o", target)
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", NO_SPACY)
        assert not target.exists()


@pytest.mark.usefixtures("without_spacy")
def test_the_default_needs_no_spacy(runner, folder):
    assert run(runner, "places", folder / "a.txt").exit_code == 0


@pytest.mark.usefixtures("without_spacy")
def test_a_table_of_names_needs_no_spacy(runner, folder):
    result = run(runner, "places", folder / "c.csv", "--recognizer", "spacy", "--format", "jsonl")
    assert (result.exit_code, texts(result)) == (0, [("c.csv", "Arequipa")])


@BOTH
def test_without_a_pipeline_one_line_says_how_to_get_it(runner, folder, name):
    result = run(runner, "places", folder / "b.txt", "--recognizer", name)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"dateline: {NO_SPANISH}\n")


@BOTH
@pytest.mark.parametrize("command", ["map", "places"])
def test_a_document_without_a_pipeline_stops_no_other(runner, folder, tmp_path, name, command):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    target = tmp_path / "out"
    result = run(runner, command, folder, "--recognizer", name, "-o", target)
    assert result.exit_code == 3
    assert target.exists()
    lines = [line for line in result.stderr.splitlines() if line.startswith("dateline: ")]
    assert "bad.pdf" in lines[0]
    assert lines[1:] == [f"dateline: 'b.txt': {NO_SPANISH}"]


def test_the_others_keep_their_order(runner, folder):
    result = run(runner, "places", folder, "--recognizer", "spacy", "--format", "jsonl")
    assert [name for name, _ in texts(result)] == ["a.txt"] * 3 + ["c.csv"]


def test_each_reason_is_told_once_when_nothing_can_be_read(runner, folder):
    (folder / "d.txt").write_text(SPANISH, encoding="utf-8")
    paths = [folder / "missing.txt", folder / "b.txt", folder / "d.txt"]
    result = run(runner, "places", *paths, "--recognizer", "spacy")
    assert (result.exit_code, result.stdout) == (1, "")
    first, second = result.stderr.splitlines()
    assert "missing.txt" in first
    assert second == f"dateline: {NO_SPANISH}"


GERMAN = "Der Präsident von Peru reist heute nach Lima und spricht dort mit der Regierung über den Haushalt."


@pytest.mark.parametrize(("name", "notices"), [("spacy", 0), ("auto", 1)])
def test_spacy_alone_is_not_said_to_read_with_the_rules_for_english(runner, install, name, notices):  # noqa: F811
    install("de_tiny", language="de", labels={"Peru": "LOC", "Lima": "LOC"})
    result = run(runner, "places", "-", "--recognizer", name, "--format", "jsonl", input=GERMAN)
    assert result.exit_code == 0
    assert {text for _, text in texts(result)} == {"Peru", "Lima"}
    assert result.stderr.count("rules for English") == notices


def make_corpus(folder, **facts):
    gold = [{"start": 33, "end": 41, "text": "Oxapampa", "lon": -75.4, "lat": -10.58}]
    path = folder / "gold.jsonl"
    path.write_text(json.dumps({"text": ENGLISH, "language": "en", "places": gold, **facts}))
    return path


def test_evaluate_says_what_found_the_mentions(runner, tmp_path):
    corpus = make_corpus(tmp_path)
    used = describe_recognizer("spacy", ["en"])
    assert used.startswith("spacy, with spaCy 3.")
    assert f"Recognizer: {used}.\n" in run(runner, "evaluate", corpus, "--recognizer", "spacy").stdout
    record = json.loads(run(runner, "evaluate", corpus, "--recognizer", "auto", "--format", "json").stdout)
    assert record["recognizer"] == describe_recognizer("auto", ["en"])
    assert record["found_and_placed"]["accurate"] == 1


def test_evaluate_says_nothing_of_the_default(runner, tmp_path):
    corpus = make_corpus(tmp_path)
    assert "Recognizer" not in run(runner, "evaluate", corpus).stdout
    assert json.loads(run(runner, "evaluate", corpus, "--format", "json").stdout)["recognizer"] == "default"


def test_evaluate_without_a_pipeline(runner, tmp_path):
    result = run(runner, "evaluate", make_corpus(tmp_path, language="es"), "--recognizer", "spacy")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"dateline: {NO_SPANISH}\n")


# A hook that nothing in the process can take back: whoever makes or asks for a connection ends it with code 97.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        os._exit(97)
sys.addaudithook(watch)
from maps.cli import main
main(prog_name="dateline")
"""


def test_a_process_of_its_own_opens_no_socket_and_says_nothing_but_the_result(folder):
    result = subprocess.run(  # noqa: PLW1510 - the code is looked at
        [sys.executable, "-c", WATCHED, "places", "a.txt", "--recognizer", "auto", "--format", "jsonl"],
        capture_output=True,
        cwd=folder,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.count(b"\n") == 3
