import json

import pytest

from maps.cli import main


def run(runner, *arguments):
    return runner.invoke(main, ["geocode", *arguments])


def test_a_table_with_the_likeliest_first(runner):
    result = run(runner, "Villa Rica, Peru")
    assert (result.exit_code, result.stderr) == (0, "")
    first = result.stdout.splitlines()[0]
    assert first.startswith("10.73")
    assert "°S 75.2" in first
    assert "°W" in first
    assert first.endswith("Villa Rica, Oxapampa, Pasco, Peru")


def test_words_need_no_quotes(runner):
    assert run(runner, "Villa", "Rica,", "Peru").stdout == run(runner, "Villa Rica, Peru").stdout


def test_json_lines(runner):
    result = run(runner, "Lima, Ohio", "--format", "jsonl")
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record["admin"][:2] == ["United States", "Ohio"]
    assert (round(record["lon"]), round(record["lat"])) == (-84, 41)
    assert list(record) == ["name", "lon", "lat", "feature", "country", "admin", "id", "score"]


def test_countries_and_limit(runner):
    result = run(runner, "San Pedro", "--country", "pe", "--country", "BO", "--limit", "3", "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) == 3
    assert {record["country"] for record in records} <= {"PE", "BO"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Quillaquella"], "'Quillaquella' is not in the gazetteer"),
        (["Oxapampa", "--country", "FR"], "'Oxapampa' is not in the gazetteer of FR"),
        (["Oxapampa, Ohio"], "'Oxapampa, Ohio' is not in the gazetteer"),
        ([""], "'' is not in the gazetteer"),
        (["\x1b[31mred"], r"'\x1b[31mred' is not in the gazetteer"),
        (["Lima", "--country", "Peru"], "--country 'Peru' is no ISO 3166-1 alpha-2 code"),
        (["Lima", "--country", "P\x1b"], r"--country 'P\x1b' is no ISO 3166-1 alpha-2 code"),
    ],
)
def test_what_is_not_there_is_one_line(runner, arguments, words):
    result = run(runner, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stderr.removesuffix("\n").isprintable()
