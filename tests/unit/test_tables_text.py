import csv
import io
import json

import pytest

from geo.document import Document, TableRow
from geo.pipeline import find_places, join_places
from geo.read import read_text
from maps.tables.text import FORMATS, write_places

KEYS = [
    "document", "start", "end", "text", "kind", "status", "name", "lon", "lat", "feature", "country", "admin",
    "regions", "id", "confidence", "alternatives", "reason", "source", "source_version", "licence",
]  # fmt: skip


def write(*documents, form):
    places = [find_places(document) for document in documents]
    joined = join_places([place for some in places for place in some])
    return write_places(documents, places, joined, form=form)


def make_table(*cells, hints=()):
    """Give a table of places whose cells may hold anything."""
    text, rows = "", []
    for name, note in cells:
        start = len(text)
        values = {"name": name, "note": note, "country": "mine"}
        rows.append(TableRow(start=start, end=start + len(name), hints=hints, values=values))
        text += f"{name}\n"
    return Document(text=text, name="t.csv", rows=tuple(rows))


BRIEF = read_text(
    "Peruvian coffee from Villa Rica goes to Oxapampa and Lima, in Peru, and to the hamlet of Quillaquella. Lima!",
    name="brief.txt",
)


def test_json_lines_have_the_keys_of_the_contract():
    records = [json.loads(line) for line in write(BRIEF, form="jsonl").splitlines()]
    assert [list(record) for record in records] == [KEYS] * 7
    villa_rica = records[1]
    assert (villa_rica["document"], villa_rica["text"], villa_rica["kind"]) == ("brief.txt", "Villa Rica", "place")
    assert BRIEF.text[villa_rica["start"] : villa_rica["end"]] == "Villa Rica"
    assert (villa_rica["status"], villa_rica["feature"], villa_rica["country"]) == ("resolved", "populated place", "PE")
    assert villa_rica["admin"] == ["Peru", "Pasco", "Oxapampa"]
    assert (round(villa_rica["lon"], 2), round(villa_rica["lat"], 2)) == (-75.27, -10.74)
    assert villa_rica["id"].startswith("geonames:")
    assert 0 < villa_rica["confidence"] <= 1
    others = [other for record in records for other in record["alternatives"]]
    assert others
    assert all(set(other) == {"name", "lon", "lat", "country", "score", "source"} for other in others)


def test_what_is_not_found_has_null_coordinates():
    lost = next(r for r in map(json.loads, write(BRIEF, form="jsonl").splitlines()) if r["status"] == "not found")
    assert (lost["text"], lost["lon"], lost["lat"], lost["id"]) == ("Quillaquella", None, None, "")


def test_a_named_region_is_told_with_what_it_lies_in():
    text = "The VRAEM lies in Peru. The town of Pichari lies in the VRAEM."
    records = [json.loads(line) for line in write(read_text(text), form="jsonl").splitlines()]
    assert "vraem" in {r["text"]: r["regions"] for r in records}["Pichari"]


def test_several_documents_keep_their_order():
    other = read_text("Oxapampa lies in Peru.", name="other.txt")
    records = [json.loads(line) for line in write(other, BRIEF, other, form="jsonl").splitlines()]
    assert [r["document"] for r in records] == ["other.txt"] * 2 + ["brief.txt"] * 7 + ["other.txt"] * 2


def test_a_table_keeps_its_columns():
    table = make_table(("Lima", "first"), ("Nowhere at all", "second"))
    records = [json.loads(line) for line in write(table, form="jsonl").splitlines()]
    assert [r["values"] for r in records] == [
        {"name": "Lima", "note": "first", "country": "mine"},
        {"name": "Nowhere at all", "note": "second", "country": "mine"},
    ]


def test_csv():
    rows = list(csv.DictReader(io.StringIO(write(BRIEF, form="csv"))))
    assert [row["text"] for row in rows] == [
        "Peruvian", "Villa Rica", "Oxapampa", "Lima", "Peru", "Quillaquella", "Lima",
    ]  # fmt: skip
    assert rows[1]["admin"] == "Peru > Pasco > Oxapampa"
    assert float(rows[1]["lon"]) == pytest.approx(-75.27, abs=0.01)
    assert (rows[5]["status"], rows[5]["lon"], rows[5]["lat"]) == ("not found", "", "")


def test_csv_keeps_a_tables_columns_beside_its_own():
    rows = list(csv.DictReader(io.StringIO(write(make_table(("Lima", "first")), form="csv"))))
    assert (rows[0]["note"], rows[0]["country (table)"], rows[0]["country"]) == ("first", "mine", "PE")
    assert rows[0]["name (table)"] == "Lima"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝SUM(A1)", "'＝SUM(A1)"),
        ("+1+cmd", "'+1+cmd"),
        ("-1+cmd", "'-1+cmd"),
        ("-75.27", "-75.27"),
        ("+51", "+51"),
        ("-75,27", "-75,27"),
        ("plain", "plain"),
        ("a\x1b[31mred\x07", "a\ufffd[31mred\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("two\nlines", "two\nlines"),
        ("half\udcff", "half\ufffd"),
    ],
)
def test_csv_cells_are_no_formulas_and_no_commands(cell, expected):
    text = write(make_table(("Lima", cell)), form="csv")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["note"] == expected


def test_geojson():
    collection = json.loads(write(BRIEF, form="geojson"))
    assert collection["type"] == "FeatureCollection"
    features = collection["features"]
    assert [feature["geometry"] is None for feature in features] == [False] * 5 + [True, False]
    lon, lat = features[1]["geometry"]["coordinates"]
    assert (round(lon), round(lat)) == (-75, -11)
    assert features[1]["properties"]["name"] == "Villa Rica"
    assert "lon" not in features[1]["properties"]


def test_geojson_keeps_a_tables_columns():
    (feature,) = json.loads(write(make_table(("Lima", "first")), form="geojson"))["features"]
    assert (feature["properties"]["note"], feature["properties"]["country (table)"]) == ("first", "mine")


@pytest.mark.parametrize("form", ["jsonl", "geojson"])
@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066", "\n", "\r"])
def test_json_holds_nothing_that_a_terminal_obeys_and_loses_nothing(form, sign):
    text = write(make_table(("Lima", f"a{sign}b")), form=form)
    assert text.count("\n") == 1
    assert sign not in text.removesuffix("\n")
    values = json.loads(text)
    values = values["values"] if form == "jsonl" else values["features"][0]["properties"]
    assert values["note"] == f"a{sign}b"


def test_the_table_has_a_line_a_place_and_leaves_demonyms_out():
    lines = write(BRIEF, form="table").splitlines()
    assert lines[0].split()[:2] == ["NAME", "WHERE"]
    assert [line[:26].strip() for line in lines[1:]] == ["Villa Rica", "Oxapampa", "Lima", "Peru", "Quillaquella"]
    lima = next(line for line in lines if line.startswith("Lima"))
    assert "-77.028 -12.043" in lima
    assert " 2 " in lima
    assert "not found" in lines[5]


def test_the_table_shows_hostile_names_harmlessly():
    text = write(make_table(("\x1b[31mLima\x07\u202e", ""), ("A" * 300, "")), form="table")
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert max(map(len, text.splitlines())) < 300


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found(form):
    text = write(read_text("Nothing here names anything."), form=form)
    if form == "jsonl":
        assert text == ""
    if form == "geojson":
        assert json.loads(text)["features"] == []
    if form in {"csv", "table"}:
        assert text.count("\n") == 1
