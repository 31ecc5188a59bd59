import itertools

import pytest

from geo.document import Document
from geo.errors import ConfigurationError
from geo.gazetteer import open_gazetteer
from geo.recognize import GazetteerRecognizer, Mention
from geo.recognize.choice import RECOGNIZERS, choose_recognizer
from geo.recognize.combined_recognizer import CombinedRecognizer
from geo.recognize.spacy_recognizer import SpacyRecognizer

TEXT = "Lima, Peru, Oxapampa, Loja, the Amazon, Peruvian, the West, Quillaquella, Springfield, Mass."


def mark(text, word):
    start = text.index(word)
    kind = "demonym" if word == "Peruvian" else "place"
    lookup = ", mass" if word == "Mass." else None
    return Mention(start=start, end=start + len(word), text=word, kind=kind, lookup_name=lookup)


class Scripted:
    """A recognizer that finds the words that it is told to."""

    def __init__(self, *words):
        self.words = words

    def recognize(self, document):
        return [mark(document.text, word) for word in self.words]


def combine(first, second):
    combined = CombinedRecognizer(open_gazetteer(), first=Scripted(*first), second=Scripted(*second))
    return combined.recognize(Document(text=TEXT, name="t"))


def test_all_of_the_first_are_kept_as_they_are():
    first = ["Oxapampa", "Peruvian", "Quillaquella"]
    assert combine(first, ["Lima"])[1:] == [mark(TEXT, word) for word in first]


@pytest.mark.parametrize("word", ["Peru", "Lima", "Loja", "Amazon", "Mass."])
def test_a_well_known_place_is_added(word):
    (mention,) = combine([], [word])
    assert (mention.text, mention.confidence) == (word, 0.8)


@pytest.mark.parametrize("word", ["Oxapampa", "Quillaquella", "Peruvian", "West"])
def test_nothing_else_is_added(word):
    assert combine([], [word]) == []


@pytest.mark.parametrize("other", ["Lima", "Lima, Peru", "ma", "ima, P"])
def test_nothing_is_added_over_a_mention(other):
    assert [m.text for m in combine(["Lima"], [other])] == ["Lima"]


def test_the_union_is_in_order():
    found = combine(["Oxapampa", "Springfield"], ["Lima", "Peru", "Amazon"])
    assert [m.text for m in found] == ["Lima", "Peru", "Oxapampa", "Amazon", "Springfield"]
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_the_default_and_spacy_together(brief):
    gazetteer = open_gazetteer()
    default = GazetteerRecognizer(gazetteer).recognize(brief)
    both = CombinedRecognizer(gazetteer).recognize(brief)
    assert set(default) <= set(both)
    assert all(brief.text[m.start : m.end] == m.text for m in both)


@pytest.mark.parametrize(
    ("name", "kind"), [("default", GazetteerRecognizer), ("spacy", SpacyRecognizer), ("auto", CombinedRecognizer)]
)
def test_a_recognizer_by_its_name(name, kind, gazetteer):
    assert type(choose_recognizer(name)) is type(choose_recognizer(name, gazetteer)) is kind
    assert name in RECOGNIZERS


def test_a_recognizer_that_is_not_there():
    with pytest.raises(ConfigurationError, match="no recognizer 'stanza': give one of default, spacy, auto"):
        choose_recognizer("stanza")
