"""``dateline places --figures``."""

import csv
import dataclasses
import io
import itertools
import json

import pytest
from attacks import ATTACKS
from reports import hostile_report

from geo.report import Figure
from maps.cli import main
from maps.tables.figures import FIGURE_FORMATS, write_figures

TEXT = (
    "The storm killed 12 in Lima, 5 in Cusco and 3 in Puno. About 600 marines came to Oxapampa in May 2014.\n\n"
    "Repairs in Puno cost S/ 1.2 million. Nobody counted 30,349 hectares."
)


@pytest.fixture
def report_file(tmp_path):
    path = tmp_path / "storm.txt"
    path.write_text(TEXT)
    return path


def run(runner, *arguments):
    return runner.invoke(main, ["places", "--figures", *map(str, arguments)])


def test_a_row_a_figure_with_place_value_unit_and_quote(runner, report_file):
    result = run(runner, report_file)
    assert (result.exit_code, result.stderr) == (0, "")
    head, *rows = result.stdout.splitlines()
    assert head.split() == ["PLACE", "VALUE", "UNIT", "COUNTED", "QUOTE"]
    assert [" ".join(row.split()) for row in rows] == [
        "Lima 12 12",
        "Cusco 5 5",
        "Puno 3 3",
        "Oxapampa ~600 marines About 600 marines",
        "Oxapampa 2014-05-01 – 2014-05-31 in May 2014",
        "Puno 1,200,000 PEN S/ 1.2 million",
    ]


def test_json_lines_tell_all_and_slice_back(runner, report_file):
    rows = [json.loads(line) for line in run(runner, report_file, "--format", "jsonl").stdout.splitlines()]
    assert [row["place"] for row in rows] == ["Lima", "Cusco", "Puno", "Oxapampa", "Oxapampa", "Puno"]
    assert all(TEXT[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert all(row["quote"] in row["sentence"] in TEXT for row in rows)
    assert rows[3] == {
        "place": "Oxapampa", "value": 600, "upper": None, "unit": "", "counted": "marines", "kind": "quantity",
        "approximate": True, "date": None, "date_end": None, "quote": "About 600 marines",
        "sentence": "About 600 marines came to Oxapampa in May 2014.", "document": "storm.txt", "start": 55, "end": 72,
        "id": rows[4]["id"], "status": "resolved", "lon": rows[4]["lon"], "lat": rows[4]["lat"],
        "source": "storm.txt", "source_version": "no date", "licence": "the document's own",
    }  # fmt: skip
    assert (rows[5]["kind"], rows[5]["value"], rows[5]["unit"]) == ("money", 1_200_000, "PEN")


def test_csv(runner, report_file):
    rows = list(csv.DictReader(io.StringIO(run(runner, report_file, "--format", "csv").stdout)))
    assert [row["quote"] for row in rows][3:5] == ["About 600 marines", "in May 2014"]
    assert (rows[3]["approximate"], rows[4]["date"], rows[3]["date"]) == ("true", "2014-05-01", "")


def test_figures_have_no_geojson(runner, report_file):
    result = run(runner, report_file, "--format", "geojson")
    assert result.exit_code == 2
    assert "jsonl" in result.stderr


def test_spanish_figures(runner, tmp_path):
    path = tmp_path / "incendio.txt"
    path.write_text("El 12 de mayo de 2014 ardieron 1.234,5 hectáreas de bosque cerca de Pichari, en el Perú.")
    rows = [json.loads(line) for line in run(runner, path, "--format", "jsonl").stdout.splitlines()]
    assert [(row["place"], row["quote"], row["value"], row["date"]) for row in rows] == [
        ("Pichari", "El 12 de mayo de 2014", None, "2014-05-12"),
        ("Pichari", "1.234,5 hectáreas de bosque", 1234.5, None),
    ]


def test_figures_of_names_without_a_place_are_kept(runner, tmp_path):
    path = tmp_path / "fire.txt"
    path.write_text("About 300 houses burned in Springfield. Later 40 tons of rice were lost in Zorbatown.")
    rows = [json.loads(line) for line in run(runner, path, "--format", "jsonl").stdout.splitlines()]
    assert [(row["place"], row["status"], row["quote"]) for row in rows] == [
        ("Springfield", "ambiguous", "About 300 houses"),
        ("Zorbatown", "not found", "40 tons of rice"),
    ]
    assert [(row["id"], row["lon"], row["lat"]) for row in rows] == [(None, None, None)] * 2
    cells = list(csv.DictReader(io.StringIO(run(runner, path, "--format", "csv").stdout)))
    assert [(row["id"], row["lon"], row["lat"]) for row in cells] == [("", "", "")] * 2
    table = run(runner, path).stdout.splitlines()
    assert table[1].startswith("Springfield (ambiguous) ")
    assert table[2].startswith("Zorbatown (not found) ")


def test_no_figure_no_row(runner, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Lima is large.")
    assert run(runner, path, "--format", "jsonl").stdout == ""
    assert len(run(runner, path).stdout.splitlines()) == 1


def hostile_figures(attack):
    """Give the hostile report with its first words as a figure of each place and of each name without one."""
    report = hostile_report(attack)
    text = report.documents[0].text[: len(attack) + 7]
    figure = Figure(
        document=0, start=0, end=len(text), text=text, kind="quantity", value=1.0, unit=f"{attack} unit",
        counted=f"{attack} counted",
    )  # fmt: skip

    def told(named):
        return tuple(dataclasses.replace(one, figures=(figure,)) for one in named)

    return dataclasses.replace(report, entries=told(report.entries), unplaced=told(report.unplaced))


@pytest.mark.parametrize("attack", [*ATTACKS, "=1+1", "@SUM(A1)", "\x1b[31mred\x07", "\x9b31m", "a\nb", "-1+cmd"])
def test_hostile_words_are_harmless_in_every_format(attack):
    report = hostile_figures(attack)
    figure = report.entries[0].figures[0]
    table = write_figures(report, form="table")
    assert all(sign.isprintable() or sign == "\n" for sign in table)
    count = len(report.entries) + len(report.unplaced)
    assert len(table.splitlines()) == 1 + count
    rows = [json.loads(line) for line in write_figures(report, form="jsonl").splitlines()]
    assert [row["quote"] for row in rows] == [figure.text] * count
    cells = list(csv.reader(io.StringIO(write_figures(report, form="csv"), newline="")))
    assert len({len(row) for row in cells}) == 1
    for cell in itertools.chain.from_iterable(cells):
        assert not cell.startswith(("=", "@", "\t", "\r"))
        assert not any(sign in cell for sign in "\x1b\x07\x9b")


def test_every_format_is_offered():
    assert set(FIGURE_FORMATS) == {"table", "jsonl", "csv"}
