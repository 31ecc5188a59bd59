"""What ``dateline places --format jsonl`` gives for the example reports, mention by mention.

``pytest tests/golden --update-golden`` writes the expected files anew; read their difference before you commit it.
"""

import json
from pathlib import Path

import pytest

from maps.cli import main

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "data" / "examples").glob("*.txt"))
# Confidence is the last step of many sums of floats: how a processor rounds them is no fault of the code.
ROUNDING = 0.005
LEAST_SCORE = 0.01


def comparable(line):
    """Give a record with what may differ from machine to machine put aside: its confidence and the least scores."""
    record = json.loads(line)
    confidence = record.pop("confidence")
    others = [other for other in record.pop("alternatives") if other["score"] >= LEAST_SCORE]
    scores = [confidence, *(other.pop("score") for other in others)]
    return record | {"alternatives": others}, scores


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_places_of_an_example(runner, request, example):
    result = runner.invoke(main, ["places", str(example), "--format", "jsonl"])
    assert (result.exit_code, result.stderr) == (0, "")
    golden = HERE / f"{example.stem}.jsonl"
    if request.config.getoption("--update-golden"):
        golden.write_text(result.stdout, encoding="utf-8", newline="\n")
    expected = [comparable(line) for line in golden.read_text(encoding="utf-8").splitlines()]
    found = [comparable(line) for line in result.stdout.splitlines()]
    assert [record for record, _ in found] == [record for record, _ in expected]
    for (record, scores), (_, wanted) in zip(found, expected, strict=True):
        assert scores == pytest.approx(wanted, abs=ROUNDING), record["text"]


# What a reader of the examples marks, whatever the golden files say: the places on the map, and no others.
DRAWN = {
    "vraem-brief": {"Peru", "United States", "Oxapampa", "VRAEM", "Villa Rica", "Lima"},
    "altiplano": {
        "Puno", "Lake Titicaca", "Peru", "Bolivia", "United States", "San Román", "Juliaca", "Desaguadero River",
        "Desaguadero", "La Paz", "Arequipa", "Chile", "Arica",
    },
    "sahel": {
        "Sahel", "Bamako", "Mali", "Burkina Faso", "Niger", "Ouagadougou", "Niamey", "Niger River", "Gao", "Timbuktu",
        "France", "Paris", "Abuja", "Liptako-Gourma",
    },
    "belgian-tour": {
        "Aalst", "Aarschot", "Andenne", "Antwerp", "Ardennes", "Arlon", "Bastogne", "Belgium", "Blankenberge",
        "Brugge", "Brussels", "Charleroi", "Chimay", "Couvin", "Damme", "Dendermonde", "Diest", "Diksmuide", "Dinant",
        "Eeklo", "Eupen", "Geel", "Gembloux", "Genk", "Gent", "Geraardsbergen", "Hasselt", "Herentals", "Huy",
        "Ieper", "Knokke", "Kortrijk", "La Roche-en-Ardenne", "Leuven", "Lier", "Liège", "Lokeren", "Malmédy",
        "Mechelen", "Mol", "Mons", "Namur", "Neufchâteau", "Nivelles", "North Sea", "Ostend", "Ottignies",
        "Oudenaarde", "Philippeville", "Poperinge", "Roeselare", "Ronse", "Sint-Niklaas", "Sint-Truiden", "Soignies",
        "Spa", "Stavelot", "Tienen", "Tongeren", "Torhout", "Tournai", "Turnhout", "Verviers", "Vielsalm", "Wallonia",
        "Waregem", "Waterloo", "Wavre",
    },
}  # fmt: skip
NOT_FOUND = {"altiplano": {"Quellohuaylla"}}


@pytest.mark.parametrize("stem", DRAWN)
def test_the_places_on_the_map_and_no_others(stem):
    lines = (HERE / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [record for record in map(json.loads, lines) if record["kind"] != "demonym"]
    assert {record["name"] for record in records if record["status"] == "resolved"} == DRAWN[stem]
    assert {record["text"] for record in records if record["status"] == "not found"} == NOT_FOUND.get(stem, set())
    assert {record["status"] for record in records} <= {"resolved", "not found"}
