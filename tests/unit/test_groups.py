import re

import pytest

from geo.document import Document
from geo.recognize import Mention
from geo.resolve.groups import group_mentions


def group(text, *names, **facts):
    mentions = []
    at = 0
    for name in names:
        match = re.compile(re.escape(name)).search(text, at)
        at = match.end()
        mentions.append(Mention(start=match.start(), end=at, text=name, kind=facts.get(name, "place")))
    return group_mentions(Document(text=text, name="t"), mentions)


@pytest.mark.parametrize(
    ("text", "names", "containers"),
    [
        ("Lima, Ohio", ["Lima", "Ohio"], ("Ohio",)),
        ("Lima (Ohio)", ["Lima", "Ohio"], ("Ohio",)),
        ("Lima/Ohio", ["Lima", "Ohio"], ("Ohio",)),
        ("Lima in Ohio", ["Lima", "Ohio"], ("Ohio",)),
        ("Lima, in the state of Ohio", ["Lima", "Ohio"], ("Ohio",)),
        ("Lima in northern Ohio", ["Lima", "Ohio"], ("Ohio",)),
        ("Villa Rica, en la provincia de Oxapampa", ["Villa Rica", "Oxapampa"], ("Oxapampa",)),
        (
            "Villa Rica, Oxapampa, Pasco, Peru",
            ["Villa Rica", "Oxapampa", "Pasco", "Peru"],
            ("Oxapampa", "Pasco", "Peru"),
        ),
        ("Peru's Lima", ["Peru", "Lima"], ()),
        ("Lima and Ohio", ["Lima", "Ohio"], ()),
        ("Lima. Ohio", ["Lima", "Ohio"], ()),
        ("Lima near Ohio", ["Lima", "Ohio"], ()),
        ("Lima,\n\nOhio", ["Lima", "Ohio"], ()),
        ("Lima, which lies in Ohio", ["Lima", "Ohio"], ()),
    ],
)
def test_regions_right_behind_a_name_hold_it(text, names, containers):
    assert group(text, *names)[0].containers == containers


def test_a_possessive_before_a_name_holds_it():
    assert group("Ohio's Lima", "Ohio", "Lima")[1].containers == ("Ohio",)
    assert group("Ohio\u2019s Lima", "Ohio", "Lima")[1].containers == ("Ohio",)


def test_a_list_may_be_no_container():
    groups = group("Georgia, Armenia and Azerbaijan", "Georgia", "Armenia", "Azerbaijan")
    assert groups[0].listed
    assert not group("Lima, Ohio, is", "Lima", "Ohio")[0].listed


def test_the_same_name_said_the_same_way_is_one_group():
    groups = group("Lima and LIMA and Lima, Ohio", "Lima", "LIMA", "Lima", "Ohio")
    assert [(g.folded, g.mentions, g.containers) for g in groups] == [
        ("lima", [0, 1], ()),
        ("lima", [2], ("Ohio",)),
        ("ohio", [3], ()),
    ]


def test_demonyms_are_in_no_group_and_hold_nothing():
    groups = group("Lima, Peruvian Lima", "Lima", "Peruvian", "Lima", Peruvian="demonym")
    assert [g.mentions for g in groups] == [[0, 2]]


def test_a_feature_makes_another_group():
    text = "Desaguadero, the river Desaguadero"
    mentions = [
        Mention(start=0, end=11, text="Desaguadero", kind="place"),
        Mention(start=23, end=34, text="Desaguadero", kind="place", feature="river"),
    ]
    assert len(group_mentions(Document(text=text, name="t"), mentions)) == 2


def test_a_tables_hints_are_kept_apart_from_the_text_beside():
    text = "Lima, Ohio"
    mentions = [
        Mention(start=0, end=4, text="Lima", kind="place", hints=("Peru",)),
        Mention(start=6, end=10, text="Ohio", kind="place"),
    ]
    groups = group_mentions(Document(text=text, name="t"), mentions)
    assert (groups[0].hints, groups[0].containers) == (("Peru",), ())
