import pytest

from geo.recognize.cues import cues_for
from geo.recognize.lexicon import open_lexicon
from geo.recognize.names import Label, label_names
from geo.recognize.tokens import split_tokens

PLACES = {"lima", "peru", "junin", "puno", "the hague", "new york", "san jose", "london"}


def label(text, language="en"):
    tokens = split_tokens(text)
    names = label_names(
        tokens,
        cues=cues_for(language),
        lexicon=open_lexicon(language),
        is_place_name=lambda first, last: " ".join(tokens.folded[first : last + 1]) in PLACES,
        is_country=lambda index: tokens.folded[index] == "peru",
    )
    return tokens, names


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met Admiral Luis Torres there.", "Torres", Label.PERSON),
        ("They met Admiral Luis Torres there.", "Admiral", Label.TITLE),
        ("Then Maria Puno spoke.", "Puno", Label.PERSON),
        ("She read the Lima Times today.", "Lima", Label.MEDIA),
        ("She read the newspaper Peru daily.", "Peru", Label.MEDIA),
        ("He works for the Bank of London now.", "London", Label.ORGANISATION),
        ("the Lima Chamber of Commerce said so.", "Lima", Label.ORGANISATION),
        ("It rained in Junín Department all day.", "Junín", Label.NONE),
        ("It rained in Lima.", "Lima", Label.NONE),
        ("It rained in New York all day.", "New", Label.NONE),
        ("Judges sit in The Hague today.", "The", Label.NONE),
        ("Heavy Rain Closes Roads Near Lima\n\nIt rained.", "Lima", Label.HEADLINE),
    ],
)
def test_label_in_english(text, word, expected):
    tokens, names = label(text)
    assert names.labels[tokens.words.index(word)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Habló la presidenta Rosa Puno ayer.", "Puno", Label.PERSON),
        ("Lo publicó el diario Peru ayer.", "Peru", Label.MEDIA),
        ("Trabaja en la Universidad de Lima desde ayer.", "Lima", Label.ORGANISATION),
        ("Llovió en el Departamento de Junín ayer.", "Junín", Label.NONE),
        ("Llovió en Puno y Lima.", "Lima", Label.NONE),
    ],
)
def test_label_in_spanish(text, word, expected):
    tokens, names = label(text, "es")
    assert names.labels[tokens.words.index(word)] == expected


def test_segments_hold_the_whole_name():
    tokens, names = label("Then Interior Minister Daniel Urresti spoke.")
    at = tokens.words.index("Daniel")
    assert tokens.span_text(names.firsts[at], names.lasts[at]) == "Daniel Urresti"
    assert names.labels[tokens.words.index("Interior")] != Label.PERSON


def test_persons_are_remembered_by_their_words():
    _, names = label("Then Daniel London spoke. Later London left.")
    assert "london" in names.persons


def test_a_line_of_everyday_capitals_with_a_full_stop_is_no_headline():
    tokens, names = label("He Likes Lima And Peru Very Much.")
    assert names.labels[tokens.words.index("Lima")] != Label.HEADLINE


def test_no_words_no_names():
    _, names = label("")
    assert names.labels == []
    assert names.persons == frozenset()
