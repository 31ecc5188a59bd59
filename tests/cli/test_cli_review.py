"""``dateline review``: asked in the terminal, answered through a pipe."""

import json
from pathlib import Path

import pytest
from attacks import ATTACKS
from reports import hostile_report

from geo.errors import CoordinateError
from maps.cli import main
from maps.review import Review, names_to_review, read_point, review_names

TEXT = "Rain fell on Oxapampa in Peru, on Puerto Quimera and on Springfield."


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def review(runner, answers, *options):
    return runner.invoke(main, ["review", "brief.txt", *options], input="".join(f"{one}\n" for one in answers))


def saved(path="brief.corrections.json"):
    return json.loads(Path(path).read_text(encoding="utf-8"))["corrections"]


def test_the_least_sure_names_come_first_each_in_its_sentence(runner):
    result = review(runner, ["x", "1"])
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    shown = result.stderr
    assert shown.index("1 of 3  Puerto Quimera") < shown.index("2 of 3  Springfield")
    assert "Rain fell on Oxapampa in Peru, on »Puerto Quimera« and on Springfield." in shown
    assert "now: not found (the gazetteer holds no place of this name)" in shown
    assert " 1  Springfield, " in shown
    [gone, moved] = saved()
    assert (gone["action"], gone["mentions"][0]["text"]) == ("remove", "Puerto Quimera")
    assert (moved["action"], moved["name"], moved["mentions"][0]["start"]) == ("move", "Springfield", 56)
    assert shown.splitlines()[-2:] == ["brief.corrections.json", "2 of 3 names corrected"]


def test_what_is_saved_is_applied(runner):
    review(runner, ["p -75.1 -10.2", "s Springfield, Ohio", "1"])
    result = runner.invoke(
        main, ["places", "brief.txt", "--format", "jsonl", "--corrections", "brief.corrections.json"]
    )
    found = {one["text"]: one for one in map(json.loads, result.stdout.splitlines())}
    assert result.exit_code == 0
    assert (found["Puerto Quimera"]["lon"], found["Puerto Quimera"]["lat"]) == (-75.1, -10.2)
    assert found["Springfield"]["admin"][:2] == ["United States", "Ohio"]


def test_enter_keeps_and_writes_nothing(runner, here):
    result = review(runner, ["", "", ""])
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == "nothing was corrected, and no file written"
    assert [path.name for path in here.iterdir()] == ["brief.txt"]


def test_back_gives_another_answer(runner):
    result = review(runner, ["x", "b", "p", "10.2 S 75.1 W", ""])
    assert "so far: not a place" in result.stderr
    [one] = saved()
    assert (one["action"], one["lon"], one["lat"]) == ("place", -75.1, -10.2)


def test_what_is_no_answer_is_told_and_asked_again(runner):
    answers = ["y", "9", "²", "what", "p", "1 2 3", "p 200 0", "s", "Nowhereville-upon-Xyz", "s", "", "x", "q"]
    result = review(runner, answers)
    assert result.exit_code == 0
    assert result.stderr.count("is no answer here") == 3
    assert "there is no place that could be right" in result.stderr
    assert "that is no longitude and latitude" in result.stderr
    assert "longitude 200.0 is not between -180 and 180 degrees" in result.stderr
    assert "'Nowhereville-upon-Xyz' is not in the gazetteer" in result.stderr
    assert len(saved()) == 1


def test_the_end_of_the_input_saves_and_stops(runner):
    assert review(runner, ["x"]).exit_code == 0
    assert len(saved()) == 1


def test_all_asks_about_the_sure_ones_too_and_yes_makes_them_sure(runner):
    result = review(runner, ["", "", "y", "y"], "--all")
    assert "4 of 4" in result.stderr
    assert {one["name"] for one in saved()} == {"Oxapampa", "Peru"}
    result = review(runner, ["", "", "y"], "--corrections", "brief.corrections.json", "--all")
    assert "by hand: chosen by hand" in result.stderr
    assert "it was said by hand already" in result.stderr


def test_corrections_of_before_are_kept_with_those_that_match_nothing_here(runner):
    review(runner, ["x", "x"])
    content = json.loads(Path("brief.corrections.json").read_text(encoding="utf-8"))
    other = {"action": "remove", "mentions": [{"document": "other.txt", "start": 0, "text": "Ulm"}]}
    content["corrections"] = [content["corrections"][0], other]
    Path("c.json").write_text(json.dumps(content), encoding="utf-8")
    result = review(runner, ["x"], "--corrections", "c.json")
    assert result.exit_code == 3
    assert "no document 'other.txt' here" in result.stderr
    assert [one["mentions"][0]["text"] for one in saved("c.json")] == ["Puerto Quimera", "Springfield", "Ulm"]


def test_corrections_of_before_go_to_another_file_though_nothing_is_added(runner):
    review(runner, ["x", ""])
    result = review(runner, [""], "--corrections", "brief.corrections.json", "-o", "d.json")
    assert result.stderr.splitlines()[-2:] == ["d.json", "nothing was corrected"]
    assert saved("d.json") == saved()


def test_a_file_with_faults_is_not_written_over(runner):
    faulty = '{"dateline_corrections": 1, "corrections": [{"action": "burn"}]}'
    Path("c.json").write_text(faulty)
    result = review(runner, ["x", "x"], "--corrections", "c.json")
    assert result.exit_code == 1
    assert "unknown action 'burn'" in result.stderr
    assert Path("c.json").read_text() == faulty
    assert review(runner, ["x", "x"], "--corrections", "c.json", "-o", "d.json").exit_code == 3
    assert len(saved("d.json")) == 2


def test_the_report_cannot_come_from_where_the_answers_come(runner):
    result = runner.invoke(main, ["review", "-"], input="Lima")
    assert result.exit_code == 1
    assert "your answers do" in result.stderr


def test_standard_output_holds_the_file_alone(runner):
    result = review(runner, ["x", ""], "-o", "-")
    assert json.loads(result.stdout)["corrections"][0]["action"] == "remove"


@pytest.mark.parametrize("attack", [*ATTACKS, "\x1b[31m", "\x9b2J", "\r\n\x07"])
def test_nothing_that_a_terminal_obeys_is_shown(attack):
    shown = []
    answers = iter([attack, f"s {attack}", "p", attack, "x", "", "1", "q"])
    talk = Review(documents=hostile_report(attack).documents, ask=lambda _: next(answers, None), show=shown.append)
    review_names(names_to_review(hostile_report(attack), everything=True), talk)
    assert len(shown) > 10
    plain = "".join(shown).replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert plain.isprintable()


NO_POINTS = ("", "1", "1 2 3", "a b", "1,2 3,4", "1 2 x", "10 S 20 S", "10 N 20", "-1 S 2 W", "91 0 N")
POINTS = ("-75.1 -10.2", "-75.1,-10.2", " -75.1 ; -10.2 ", "10.2S 75.1W", "75.1°W, 10.2°S", "\u221275.1 \u221210.2")


@pytest.mark.parametrize("text", NO_POINTS)
def test_what_is_no_point(text):
    with pytest.raises(CoordinateError):
        read_point(text)


@pytest.mark.parametrize("text", POINTS)
def test_points_as_people_type_them(text):
    point = read_point(text)
    assert (point.lon, point.lat) == (-75.1, -10.2)
