import dataclasses
import datetime as dt
import json

import pytest
from attacks import ATTACKS
from reports import STORY, hostile_report, make_entry, seed_like_report

from geo.document import Document, TableRow
from geo.report import Figure, Report
from maps.tables.columns import LAYERS
from maps.tables.frames import frame_layer, frame_table
from maps.tables.rows import GEOMETRY, make_rows

TYPES = {"text": str, "integer": int, "number": (int, float), "yes or no": bool}


def with_figure(report):
    start = STORY.index("About 600 marines")
    figure = Figure(
        document=0, start=start, end=start + 17, text="About 600 marines", kind="quantity", value=600.0,
        counted="marines", approximate=True, date=dt.date(2014, 5, 1),
    )  # fmt: skip
    entries = tuple(dataclasses.replace(one, figures=(figure,)) if one.outline else one for one in report.entries)
    return dataclasses.replace(report, entries=entries)


@pytest.fixture(scope="module")
def report():
    return with_figure(seed_like_report())


def by_name(report, layer):
    return {row["name"]: row for row in make_rows(report, layer)}


@pytest.mark.parametrize("layer", LAYERS)
def test_rows_have_the_declared_columns_in_order_and_of_their_types(report, layer):
    rows = make_rows(report, layer)
    assert rows
    declared = [column.name for column in LAYERS[layer].columns]
    for row in rows:
        assert list(row) == declared + [GEOMETRY] * bool(LAYERS[layer].geometry)
        for column in LAYERS[layer].columns:
            value = row[column.name]
            assert isinstance(value, TYPES[column.type]) or (value is None and column.type != "text"), column.name


def test_every_entry_and_every_name_without_a_place_has_a_row(report):
    rows = make_rows(report, "places")
    assert [row["number"] for row in rows] == list(range(1, 9))
    assert [row["status"] for row in rows] == ["resolved"] * 6 + ["not found", "ambiguous"]
    assert [row[GEOMETRY] is None for row in rows] == [False] * 6 + [True] * 2
    lost = rows[6]
    assert (lost["name"], lost["lon"], lost["confidence"], lost["reason"]) == (
        "Puerto Quimera", None, None, "not in the gazetteer",
    )  # fmt: skip
    assert lost["sentence"].startswith("A second crossing near Puerto Quimera")


def test_what_a_place_tells(report):
    row = by_name(report, "places")["Villa Rica"]
    assert (row["lon"], row["lat"], row[GEOMETRY].x, row[GEOMETRY].y) == (-75.26978, -10.73922, -75.26978, -10.73922)
    assert (row["country"], row["country_name"], row["admin1"], row["admin2"]) == ("PE", "Peru", "Pasco", "Oxapampa")
    assert row["admin"] == "Peru > Pasco > Oxapampa > Villa Rica"
    assert (row["confidence"], row["belief"], row["approximate"], row["times"]) == (0.87, "sure", None, 2)
    assert row["attribution"] == "GeoNames (geonames.org), CC BY 4.0"
    valley = by_name(report, "places")["Valley of the Apurímac, Ene and Mantaro Rivers"]
    assert (valley["label"], valley["kind"], valley["approximate"], valley["admin1"]) == (
        "VRAEM", "region", True, "Junín; Ayacucho",
    )  # fmt: skip
    assert valley["figures"] == "About 600 marines"


def test_every_mention_is_there_in_the_order_of_the_text(report):
    rows = make_rows(report, "mentions")
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert all(STORY[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(row["text"] in row["sentence"] for row in rows)
    mentions = [m for one in (*report.entries, *report.unplaced) for m in one.mentions]
    assert len(rows) == len(mentions) + len(report.demonyms)
    status = {row["text"]: (row["status"], row["place"], row["kind"]) for row in rows}
    assert status["Puerto Quimera"] == ("not found", 7, "place")
    assert status["San Pedro"] == ("ambiguous", 8, "place")
    assert status["Peruvian"] == ("resolved", 2, "demonym")


def test_the_cells_of_a_table_stay_with_its_mentions():
    text = "Lima\nNowhere"
    cells = {"name": "Lima", "note": "=1+1"}
    entry = make_entry(text, ["Lima"], lon=-77, lat=-12)
    table = Document(text=text, name="t.csv", rows=(TableRow(start=0, end=4, values=cells),))
    (row,) = make_rows(Report(title="t", documents=(table,), entries=(entry,)), "mentions")
    assert json.loads(row["cells"]) == cells


def test_alternatives_say_how_far_and_whether_they_were_rejected(report):
    rows = make_rows(report, "alternatives")
    rejected = [row for row in rows if row["status"] == "rejected"]
    contenders = [row for row in rows if row["status"] == "contender"]
    assert [(row["of"], row["rank"], row["country"]) for row in rejected] == [
        ("Villa Rica", 1, "CO"), ("Villa Rica", 2, "US"),
    ]  # fmt: skip
    assert 1520 < rejected[0]["distance_km"] < 1540
    assert [(row["of"], row["place"], row["distance_km"]) for row in contenders] == [("San Pedro", 8, None)] * 2


def test_a_figure_keeps_its_words_and_its_number(report):
    row = make_rows(report, "figures")[-1]
    assert (row["place"], row["text"], row["value"], row["upper"], row["counted"], row["date"], row["date_end"]) == (
        4, "About 600 marines", 600.0, None, "marines", "2014-05-01", "",
    )  # fmt: skip


def test_figures_of_a_name_without_a_place_are_kept(report):
    figure = report.entries[-3].figures[-1]
    lost = dataclasses.replace(report.unplaced[0], figures=(figure,))
    told = dataclasses.replace(report, unplaced=(lost, *report.unplaced[1:]))
    row = make_rows(told, "figures")[-1]
    assert (row["place"], row["name"], row["status"]) == (7, "Puerto Quimera", "not found")
    assert by_name(told, "places")["Puerto Quimera"]["figures"] == figure.text


def test_what_was_said_by_hand_says_so(report):
    first, *rest = report.entries
    by_hand = dataclasses.replace(first, place=dataclasses.replace(first.place, by_hand=True))
    rows = make_rows(dataclasses.replace(report, entries=(by_hand, *rest)), "places")
    assert [row["by_hand"] for row in rows] == [True, *[False] * (len(rows) - 1)]


def test_regions_are_the_entries_with_a_boundary(report):
    rows = make_rows(report, "regions")
    assert [(row["place"], row["level"], row["approximate"]) for row in rows] == [
        (1, "country", False), (2, "country", False), (4, "named region", True),
    ]  # fmt: skip
    assert rows[2]["note"] == "Made from district seats; half of it is right"


@pytest.mark.parametrize("layer", [name for name, layer in LAYERS.items() if layer.geometry])
def test_frames_have_the_columns_the_geometry_and_the_crs(report, layer):
    frame = frame_layer(report, layer)
    assert frame.crs.to_string() == "OGC:CRS84"
    assert list(frame.columns) == [*(column.name for column in LAYERS[layer].columns), GEOMETRY]
    assert set(frame.geometry.dropna().geom_type) == {LAYERS[layer].geometry}
    assert len(frame) == len(make_rows(report, layer))
    assert frame.attrs["sources"][0]["licence"] == "CC BY 4.0"


@pytest.mark.parametrize("layer", LAYERS)
def test_an_empty_report_gives_empty_frames_of_the_same_types(report, layer):
    empty = frame_table(Report(title="", documents=(), entries=()), layer)
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == frame_table(report, layer).dtypes.to_dict()


@pytest.mark.parametrize("attack", ATTACKS)
def test_rows_hold_every_word_as_written(attack):
    report = hostile_report(attack)
    place, area, lost, doubtful = make_rows(report, "places")
    assert place["name"] == f"{attack} place"
    assert place["sentence"].startswith(f"{attack} before")
    assert (area["name"], lost["name"], doubtful["reason"]) == (
        f"{attack} area", f"{attack} lost", f"{attack} doubtful reason",
    )  # fmt: skip
