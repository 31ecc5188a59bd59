import csv
import io
import json

import pytest

from maps.cli import main


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("Coffee comes from Villa Rica, near Oxapampa in Peru.")
    (tmp_path / "a.txt").write_text("Lima is the capital of Peru.")
    (tmp_path / "c.csv").write_text("place,country,note\nReading,GB,mill\nArequipa,PE,wool\n")
    (tmp_path / "ignored.xyz").write_text("Tokyo")
    return tmp_path


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def run(runner, *arguments, **options):
    return runner.invoke(main, ["places", *map(str, arguments)], **options)


def test_a_table_to_read_is_the_default(runner, folder):
    result = run(runner, folder / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["NAME", "Lima", "Peru"]


def test_json_lines(runner, folder):
    result = run(runner, folder / "b.txt", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(r["text"], r["country"]) for r in records(result)] == [
        ("Villa Rica", "PE"),
        ("Oxapampa", "PE"),
        ("Peru", "PE"),
    ]


def test_several_files_keep_their_order(runner, folder):
    result = run(runner, folder / "b.txt", folder / "a.txt", folder / "b.txt", "--format", "jsonl")
    assert [r["document"] for r in records(result)] == ["b.txt"] * 3 + ["a.txt"] * 2 + ["b.txt"] * 3


def test_a_directory_is_read_in_the_order_of_its_names(runner, folder):
    result = run(runner, folder, "--format", "jsonl")
    assert list(dict.fromkeys(r["document"] for r in records(result))) == ["a.txt", "b.txt", "c.csv"]


def test_a_table_of_names_keeps_rows_and_columns(runner, folder):
    result = run(runner, folder / "c.csv", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["text"], row["country"], row["note"]) for row in rows] == [
        ("Reading", "GB", "mill"),
        ("Arequipa", "PE", "wool"),
    ]


def test_standard_input(runner):
    result = run(runner, "-", "--format", "jsonl", input="Lima is the capital of Peru.")
    assert [(r["document"], r["text"]) for r in records(result)] == [
        ("standard input", "Lima"),
        ("standard input", "Peru"),
    ]


def test_standard_input_may_be_a_table_when_its_column_is_named(runner):
    result = run(runner, "-", "--column", "town", "--format", "jsonl", input="town,country\nReading,GB\n")
    assert [(r["text"], r["country"]) for r in records(result)] == [("Reading", "GB")]


def test_standard_input_among_files(runner, folder):
    result = run(runner, folder / "a.txt", "-", "--format", "jsonl", input="Puno is cold.")
    assert [r["text"] for r in records(result)] == ["Lima", "Peru", "Puno"]


def test_geojson_to_a_file(runner, folder):
    target = folder / "out.geojson"
    result = run(runner, folder / "a.txt", "--format", "geojson", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{target}\n"
    assert len(json.loads(target.read_text())["features"]) == 2


def test_minus_is_standard_output(runner, folder):
    assert run(runner, folder / "a.txt", "-o", "-").stdout == run(runner, folder / "a.txt").stdout != ""


def test_the_language_may_be_given(runner):
    text = "Los soldados peruanos llegaron."
    spanish = run(runner, "-", "--language", "es", "--format", "jsonl", input=text)
    english = run(runner, "-", "--language", "en", "--format", "jsonl", input=text)
    assert [r["text"] for r in records(spanish)] == ["peruanos"]
    assert records(english) == []


def test_another_language_falls_back_and_says_so_on_standard_error(runner):
    text = "Der Präsident von Peru reist heute nach Lima und spricht dort mit der Regierung über den Haushalt."
    result = run(runner, "-", "--format", "jsonl", input=text)
    assert result.exit_code == 0
    assert result.stderr.startswith("note: ")
    assert {"Peru", "Lima"} <= {r["text"] for r in records(result)}


def test_the_encoding_may_be_given(runner, tmp_path):
    (tmp_path / "a.txt").write_bytes("Junín está en el Perú.".encode("cp1252"))
    result = run(runner, tmp_path / "a.txt", "--encoding", "cp1252", "--format", "jsonl")
    assert result.stderr == ""
    assert [r["text"] for r in records(result)] == ["Junín", "Perú"]


def test_nothing_found_is_no_failure(runner, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing here names anything.")
    result = run(runner, tmp_path / "a.txt", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_bad_document_among_good_ones_stops_nothing(runner, folder):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    missing = folder / "missing.txt"
    result = run(runner, folder / "a.txt", folder / "bad.pdf", missing, folder / "b.txt", "--format", "jsonl")
    assert result.exit_code == 3
    assert [r["document"] for r in records(result)] == ["a.txt"] * 2 + ["b.txt"] * 3
    lines = result.stderr.splitlines()
    assert [line.startswith("dateline: ") for line in lines] == [True, True]
    assert "bad.pdf" in lines[0]
    assert "missing.txt" in lines[1]


def test_bad_documents_alone_are_an_error_with_a_line_each(runner, folder):
    result = run(runner, folder / "x.txt", folder / "y.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert ["x.txt" in result.stderr.splitlines()[0], "y.txt" in result.stderr.splitlines()[1]] == [True, True]


def test_where_it_was_published_decides_for_names_near_it(runner, tmp_path):
    (tmp_path / "town.txt").write_text("The council of Paris met on Monday. The road to Blossom will be mended.")
    result = run(runner, tmp_path / "town.txt", "--format", "jsonl", "--published-in", "Paris, Texas")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(r["text"], r["admin"][:2]) for r in records(result)][:1] == [("Paris", ["United States", "Texas"])]


@pytest.mark.parametrize("place", ["Nowhereville", "Paris, Peru", ""])
def test_an_unknown_place_of_publication_is_an_error(runner, folder, place):
    result = run(runner, folder / "a.txt", "--published-in", place)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert f"the gazetteer knows no place {place!r}" in result.stderr
