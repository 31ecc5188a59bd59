import itertools
import re

import documents
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import evidence
from geo.document import Document, TableRow
from geo.evidence import find_evidence, split_sentences
from geo.recognize.mention import Mention


def sentences_of(text, **options):
    document = Document(text=text, name="brief", **options)
    return [text[start:end] for start, end in split_sentences(document)]


def mentions_of(text, name, *, document=0):
    found = re.finditer(re.escape(name), text)
    return [(document, Mention(start=m.start(), end=m.end(), text=name, kind="place")) for m in found]


def evidence_of(text, name, **options):
    return find_evidence([Document(text=text, name="brief")], [mentions_of(text, name)], **options)[0]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lima is large. Puno is cold!", ["Lima is large.", "Puno is cold!"]),
        (
            "Gen. John Kelly of the U.S. Army met Dr. Paz. He left.",
            ["Gen. John Kelly of the U.S. Army met Dr. Paz.", "He left."],
        ),
        ("  Floods \n\n Rain fell. \n", ["Floods", "Rain fell."]),
        ("Floods\nBy A. Writer\nRain fell on the town of Puno for three days.", None),
        ("1. Rain fell.\n2. It rose.", ["1. Rain fell.", "2. It rose."]),
        ("- Ilave\n- Juli\n* Puno", ["- Ilave", "- Juli", "* Puno"]),
        ("Town | Dead\nBeira | 3", ["Town | Dead", "Beira | 3"]),
        ("😀 Rain fell. 👩‍👧 It rose.", ["😀 Rain fell.", "👩‍👧 It rose."]),
        ("It cost 3.5 dollars. Why? Nobody knew.", ["It cost 3.5 dollars.", "Why?", "Nobody knew."]),
        ("The list is\n1.\n", None),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_sentences(text, sentences):
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert sentences_of(text) == (lines if sentences is None else sentences)


def test_spanish_abbreviations_do_not_end_a_sentence():
    text = "En EE.UU. el Sr. Gómez habló con el Dr. Paz. Luego viajó a Puno."
    assert sentences_of(text, language="es") == ["En EE.UU. el Sr. Gómez habló con el Dr. Paz.", "Luego viajó a Puno."]


def test_lines_broken_for_want_of_room_do_not_end_a_sentence():
    text = (
        "A HEADING\n"
        "The river rose by two metres on Sunday and took the bridge of\n"
        "Juliaca with it. Farmers of the upper valley drove their herds\n"
        "to the hills.\n"
        "Nobody was hurt in the town of Puno, but forty houses of clay\n"
        "fell."
    )
    assert [" ".join(sentence.split()) for sentence in sentences_of(text)] == [
        "A HEADING",
        "The river rose by two metres on Sunday and took the bridge of Juliaca with it.",
        "Farmers of the upper valley drove their herds to the hills.",
        "Nobody was hurt in the town of Puno, but forty houses of clay fell.",
    ]


def test_each_row_of_a_table_is_a_sentence():
    text = "Puno; note: Rain. Snow. Wind\nJuli a\u2028b; n: 2"
    assert sentences_of(text, rows=(TableRow(start=0, end=4),)) == text.split("\n")


def test_a_paragraph_without_end_is_split_in_pieces(monkeypatch):
    monkeypatch.setattr(evidence, "_PIECE_CHARACTERS", 50)
    text = "Rain fell. " * 40
    assert "".join(sentences_of(text)).replace(" ", "") == text.replace(" ", "")
    assert sentences_of("x" * 120) == ["x" * 50, "x" * 50, "x" * 20]


PIECES = st.sampled_from(
    [
        "Puno",
        "U.S.",
        ". ",
        "\n",
        "\n\n",
        " ",
        "1. ",
        "- ",
        "Rain fell",
        "«",
        "”",
        "\u2028",
        "😀",
        "e\u0301",
        "\x0c",
        " | ",
        "?",
    ]
)


@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)),
    st.sampled_from(["en", "es", "pt", "xx"]),
)
def test_sentences_are_in_order_disjoint_trimmed_and_miss_no_word(text, language):
    spans = split_sentences(Document(text=text, name="brief", language=language))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    gaps = [0, *itertools.chain.from_iterable(spans), len(text)]
    assert not any(text[start:end].strip() for start, end in zip(gaps[::2], gaps[1::2], strict=True))


def test_the_sentences_that_name_a_place_with_their_marks():
    text = "Rain fell on Puno. Lima was dry. Puno, said Puno's mayor, was not."
    found = evidence_of(text, "Puno")
    assert [(one.text, one.marks) for one in found.evidence] == [
        ("Rain fell on Puno.", ((13, 17),)),
        ("Puno, said Puno's mayor, was not.", ((0, 4), (11, 15))),
    ]
    assert found.count == 2
    assert all(text[one.start : one.end] == one.text for one in found.evidence)


def test_documents_are_kept_apart_and_in_order():
    texts = ["Puno is cold.", "No place.", "Puno is high. Puno is old."]
    mentions = mentions_of(texts[2], "Puno", document=2) + mentions_of(texts[0], "Puno")
    found = find_evidence([Document(text=text, name="d") for text in texts], [mentions, []])
    assert [(one.document, one.text) for one in found[0].evidence] == [
        (0, "Puno is cold."),
        (2, "Puno is high."),
        (2, "Puno is old."),
    ]
    assert (found[1].evidence, found[1].count) == ((), 0)


def test_the_same_mention_twice_is_marked_once():
    text = "Puno is cold."
    found = find_evidence([Document(text=text, name="d")], [mentions_of(text, "Puno") * 2])[0]
    assert found.evidence[0].marks == ((0, 4),)


def test_no_more_sentences_than_asked_for_but_all_are_counted():
    found = evidence_of("Puno is cold. " * 80, "Puno")
    assert (len(found.evidence), found.count) == (50, 80)
    assert len(evidence_of("Puno is cold. " * 80, "Puno", limit=3).evidence) == 3


def test_a_name_that_was_split_is_shown_whole():
    text = "They flew to St. Louis on Monday. Then home."
    halves = sentences_of(text, language="es")
    assert halves[0] == "They flew to St.", "the splitter takes the abbreviation for a sentence's end in Spanish"
    found = find_evidence([Document(text=text, name="d", language="es")], [mentions_of(text, "St. Louis")])[0]
    assert [one.text for one in found.evidence] == ["They flew to St. Louis on Monday."]


def test_an_endless_sentence_is_shown_as_a_window_at_word_ends():
    text = "word " * 1_000 + "near Puno there" + " word" * 1_000 + " and Puno again" + " word" * 1_000
    found = evidence_of(text, "Puno")
    assert found.count == 2
    for one in found.evidence:
        assert 500 < len(one.text) <= 600
        assert one.text == text[one.start : one.end]
        assert set(one.text.split()) <= set(text.split())
        assert [one.text[start:end] for start, end in one.marks] == ["Puno"]


def test_windows_do_not_overlap_and_hold_every_name():
    text = " ".join("Puno" if number % 40 == 0 else "word" for number in range(4_000))
    found = find_evidence([Document(text=text, name="d")], [mentions_of(text, "Puno")], limit=1_000)[0]
    assert sum(len(one.marks) for one in found.evidence) == 100
    assert all(before.end <= after.start for before, after in itertools.pairwise(found.evidence))
    assert all(one.text[start:end] == "Puno" for one in found.evidence for start, end in one.marks)


def test_a_window_is_cut_anywhere_when_there_are_no_words():
    text = "字" * 2_000 + "Puno" + "字" * 2_000
    one = evidence_of(text, "Puno").evidence[0]
    assert len(one.text) == 600
    assert one.text[slice(*one.marks[0])] == "Puno"


def test_a_name_longer_than_a_window_is_shown_whole():
    name = "Puno" * 300
    assert evidence_of(f"In {name} it rained.", name).evidence[0].text == name


@pytest.mark.parametrize("hostile", documents.HOSTILE_STRINGS)
def test_hostile_words_stay_in_the_evidence(hostile):
    text = f"In Puno {hostile} was seen. Then rain."
    found = evidence_of(text, "Puno").evidence[0]
    assert text.startswith(found.text)
    assert f"In Puno {hostile}" in found.text


@given(st.lists(PIECES, max_size=40).map("".join))
def test_evidence_slices_back_and_every_mention_is_marked(text):
    document = Document(text=text, name="brief")
    mentions = mentions_of(text, "Puno")
    found = find_evidence([document], [mentions])[0].evidence
    marked = [(one.start + start, one.start + end) for one in found for start, end in one.marks]
    assert marked == [(mention.start, mention.end) for _, mention in mentions]
    assert all(text[one.start : one.end] == one.text for one in found)
