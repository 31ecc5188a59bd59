"""Every sentence of Dateline's own can be said in every language that maps speak."""

import ast
import csv
import re
import tomllib
from pathlib import Path

import pytest

from geo.gazetteer.features import FEATURES
from geo.pipeline import make_report
from geo.read import read_document
from geo.resources import data_path
from geo.said import Said
from maps.options import LANGUAGES
from maps.words import read_sentences

ROOT = Path(__file__).resolve().parents[2]
OTHERS = LANGUAGES[1:]
# What is said there stands in no literal: the kinds of features, and the texts of the data's TOML files.
SAYS_DATA = {"geo/regions/outlines.py", "geo/regions/named/shapes.py", "geo/resolve/explain.py"}
# Where these words are set, they are Dateline's own.
OWN_WORDS = {"reason", "note", "attribution"}


def trees():
    for folder in ("geo", "maps"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def said_in_code():
    return {text for _, tree in trees() for call in calls(tree, "Said") if (text := literal(call.args[0]))}


def said_in_data():
    layers = tomllib.loads(data_path("boundaries/layers.toml").read_text(encoding="utf-8"))
    yield from (layer["accuracy"] for layer in layers.values())
    for path in data_path("regions").glob("*.toml"):
        region = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from (region.get(key, "") for key in ("accuracy", "note"))


def templates():
    everything = said_in_code() | set(said_in_data()) | set(FEATURES)
    # A sentence of slots alone, and an empty one, say the same in every language.
    return {template for template in everything if re.sub(r"\{\w+\}", "", template).strip()}


def slots(template):
    return set(re.findall(r"\{\w+\}", template))


def test_there_are_sentences():
    assert {"named beside {name}", "public domain", "country"} <= templates()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_in_every_language_and_no_other(language):
    assert set(read_sentences(language)) == templates()


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_has_the_slots_of_its_sentence(language):
    wrong = {english: other for english, other in read_sentences(language).items() if slots(english) != slots(other)}
    assert wrong == {}


def test_every_value_of_a_sentence_has_its_slot():
    wrong = [
        (path, call.lineno)
        for path, tree in trees()
        for call in calls(tree, "Said")
        if (text := literal(call.args[0])) and slots(text) != {f"{{{value.arg}}}" for value in call.keywords}
    ]
    assert wrong == []


def test_sentences_are_written_out_where_they_are_said():
    made = {path for path, tree in trees() for call in calls(tree, "Said") if literal(call.args[0]) is None}
    assert made == SAYS_DATA


def bare_names(tree):
    """Give the names that a module gives to strings that are no :class:`Said`."""
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign) and is_bare(node.value, ()))
    return {target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)}


def is_bare(node, names):
    return isinstance(node, ast.JoinedStr) or bool(literal(node)) or getattr(node, "id", "") in names


def test_no_reason_or_note_is_a_bare_string():
    bare = [
        (path, node.value.lineno)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in OWN_WORDS and is_bare(node.value, bare_names(tree))
    ]
    assert bare == []


def test_no_code_of_the_maps_knows_a_language_but_english():
    known = [
        (path, node.lineno)
        for path, tree in trees()
        for node in ast.walk(tree)
        if path.startswith("maps/") and literal(node) in OTHERS
    ]
    assert known == []


@pytest.mark.parametrize("example", ["altiplano", "sahel", "vraem-brief"])
def test_what_a_report_says_by_itself_can_be_translated(example):
    report = make_report([read_document(ROOT / "data" / "examples" / f"{example}.txt")])
    own = [
        *(entry.place.reason for entry in report.entries),
        *(name.reason for name in report.unplaced),
        *(entry.outline.note for entry in report.entries if entry.outline and entry.outline.note),
        *(source.attribution for source in report.sources),
        *report.notices,
    ]
    assert len(own) > 5
    assert [text for text in own if not isinstance(text, Said)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_names_of_every_language_are_there(language):
    with data_path(f"names/{language}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    keys = [(row["feature"], row["country"], row["name"]) for row in rows]
    assert len(set(keys)) == len(keys) > 150
    assert {row["feature"] for row in rows} <= set(FEATURES)
    assert [row for row in rows if not row["local"] or row["local"] == row["name"]] == []
