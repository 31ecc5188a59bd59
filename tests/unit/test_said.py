"""A sentence of Dateline's own is its English text, and keeps what another language needs."""

import copy
import dataclasses
import json
import pickle

import pytest
from attacks import ATTACKS
from hypothesis import given
from hypothesis import strategies as st

from geo.recognize.mention import Mention
from geo.resolve.place import Place
from geo.said import LanguageName, Name, Said, put_values

PERU = Name("Peru", feature="country", country="PE")
SENTENCE = Said("named beside {name}, in {country}", name="Oxapampa", country=PERU)


def test_it_is_its_english_text():
    assert SENTENCE == "named beside Oxapampa, in Peru"
    assert json.dumps(SENTENCE) == '"named beside Oxapampa, in Peru"'
    assert {SENTENCE: 1}["named beside Oxapampa, in Peru"] == 1
    assert type(str(SENTENCE)) is str


def test_numbers_and_lists_are_english_too():
    assert Said("{n} places of {names}", n=1200, names=("Puno", "Peru")) == "1,200 places of Puno, Peru"


def pickled(said):
    return pickle.loads(pickle.dumps(said))  # noqa: S301 - what was pickled the moment before


@pytest.mark.parametrize("repeat", [copy.copy, copy.deepcopy, pickled])
def test_copies_remember_as_much(repeat):
    again = repeat(Said("{a} and {b} in {c}", a=SENTENCE, b=PERU, c=LanguageName("German", code="de")))
    assert again == "named beside Oxapampa, in Peru and Peru in German"
    assert again.template == "{a} and {b} in {c}"
    assert again.values["a"].values["country"].country == "PE"
    assert (again.values["b"].feature, again.values["c"].code) == ("country", "de")


def test_a_place_that_is_changed_keeps_its_reason():
    lima = Mention(start=0, end=4, text="Lima", kind="place")
    place = Place(mention=lima, status="resolved", name="Lima", reason=SENTENCE)
    assert dataclasses.replace(place, name="Oxapampa").reason.template == SENTENCE.template


@pytest.mark.parametrize("attack", [*ATTACKS, "{name}", "{country} {name} {0} {}", "{{name}}"])
def test_what_a_value_holds_is_never_read_as_a_template(attack):
    assert Said("named beside {name}, in {country}", name=attack, country="Peru") == f"named beside {attack}, in Peru"
    assert Said("{a}{b}", a=attack, b="{a}") == f"{attack}{{a}}"


words = st.text(st.characters(exclude_categories=["Cs"]))


@given(before=words.filter(lambda text: "{" not in text), name=words, other=words)
def test_every_value_stands_where_its_slot_was(before, name, other):
    said = Said(before + "{name}|{other}", name=name, other=other)
    assert said == f"{before}{name}|{other}"
    assert put_values(said.template, said.values, str) == said
    again = pickled(said)
    assert (again, again.template, again.values) == (said, said.template, said.values)
