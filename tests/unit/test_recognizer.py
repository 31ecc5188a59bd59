import itertools

import pytest

from geo.document import Document
from geo.recognize import GazetteerRecognizer
from geo.resolve import GazetteerResolver


def recognize(text, gazetteer, language="en"):
    return GazetteerRecognizer(gazetteer).recognize(Document(text=text, name="t", language=language))


def test_mentions_in_order_with_their_kinds(mini):
    found = recognize("Aldorian boats go down the Oln to the Tarn Valley and to Marwick.", mini)
    assert [(m.text, m.kind) for m in found] == [
        ("Aldorian", "demonym"),
        ("Oln", "place"),
        ("Tarn Valley", "region"),
        ("Marwick", "place"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "lookup", "feature"),
    [
        ("They crossed the Oln River.", "Oln River", "Oln River", ""),
        ("They crossed the river Oln.", "Oln", "oln river", "river"),
        ("They left the town of Fernholt.", "Fernholt", "Fernholt", "populated place"),
        ("They left the district of Fernholt.", "Fernholt", "Fernholt", "admin2"),
        ("They left Bertania\nCity today.", "Bertania\nCity", "Bertania City", ""),
        ("They left Marwick, Sm., at noon.", "Sm.", ", sm", ""),
    ],
)
def test_what_a_mention_looks_up(text, name, lookup, feature, mini):
    mention = next(m for m in recognize(text, mini) if m.text == name)
    assert (mention.name, mention.feature) == (lookup, feature)


def test_confidence_is_higher_where_more_signs_speak_for_a_place(mini):
    sure = recognize("They live in the town of Fernholt, Aldoria.", mini)[0]
    unsure = recognize("There was Fernholt again.", mini)
    assert all(sure.confidence > mention.confidence for mention in unsure)
    assert 0.5 < sure.confidence <= 1


def test_where_one_mention_is_surely_a_place_so_are_its_namesakes(mini):
    alone = recognize("Then Quell waited.", mini)
    beside = recognize("They live in the town of Quell, Bertania. Then Quell waited.", mini)
    assert alone == []
    assert [m.text for m in beside] == ["Quell", "Bertania", "Quell"]


def test_a_person_who_bears_a_places_name_takes_it_along(mini):
    assert recognize("Colonel Quell came. Then Quell left.", mini) == []


def test_neighbours_in_a_list_vouch_for_each_other(mini):
    found = recognize("Offices opened in Aldoria, Quell and Bertania.", mini)
    assert [m.text for m in found] == ["Aldoria", "Quell", "Bertania"]


def test_overlapping_mentions_are_never_given(mini):
    text = "The Upper and Lower Tarn Valley and the Tarn and Oln rivers, in Bertania City, Bertania."
    found = recognize(text, mini)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_a_spanish_demonym_with_a_capital_is_a_name(mini):
    assert recognize("Lo publicó El Aldoriano ayer.", mini, "es") == []
    assert [m.kind for m in recognize("Un aldoriano llegó ayer.", mini, "es")] == ["demonym"]


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "12 34", "no names here", "\u202e\u2066", "{{ 7*7 }}"])
def test_texts_without_names(text, mini):
    assert recognize(text, mini) == []


def test_the_gazetteer_of_the_recognizer_decides(mini):
    document = Document(text="They flew from Lima to Arequipa.", name="brief.txt")
    places = GazetteerResolver(mini).resolve(document, recognize(document.text, mini))
    assert {place.status for place in places} <= {"not found"}
