import pytest

from geo.recognize.tokens import Gap, Shape, split_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("... — !", []),
        ("Lima, Peru", ["Lima", "Peru"]),
        ("the U.S. team", ["the", "U.S.", "team"]),
        ("los EE. UU. y EE.UU.", ["los", "EE. UU.", "y", "EE.UU."]),
        ("Washington D.C. is", ["Washington", "D.C.", "is"]),
        ("N'Djamena and Hawai'i", ["N'Djamena", "and", "Hawai'i"]),
        ("Port-au-Prince", ["Port", "au", "Prince"]),
        ("Peru's coast", ["Peru", "coast"]),
        ("Peru\u2019s coast", ["Peru", "coast"]),
        ("the Andes' peaks", ["the", "Andes", "peaks"]),
        ("snake_case", ["snake", "case"]),
        ("القاهرة عاصمة", ["القاهرة", "عاصمة"]),
        ("Lima\u2028Cusco", ["Lima", "Cusco"]),
        ("Juni\u0301n\u2019s coast", ["Junín", "coast"]),
        ("L'Avana, rock'n'roll, '90s, 5'9", ["L'Avana", "rock'n'roll", "90s", "5", "9"]),
    ],
)
def test_words(text, words):
    assert list(split_tokens(text).words) == words


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("San Juan", Gap.JOINED),
        ("San\nJuan", Gap.LOOSE),
        ("San  \n  Juan", Gap.LOOSE),
        ("China's Lima", Gap.LOOSE),
        ("Porto-Novo", Gap.JOINED),
        ("St. Louis", Gap.JOINED),
        ("J. Edgar", Gap.JOINED),
        ("Lima, Peru", Gap.COMMA),
        ("Lima,\nPeru", Gap.COMMA),
        ("Lima (Peru", Gap.INNER),
        ("Lima — Peru", Gap.INNER),
        ("Lima/Peru", Gap.INNER),
        ("Lima. Peru", Gap.SENTENCE),
        ("Lima! Peru", Gap.SENTENCE),
        ("Lima: Peru", Gap.SENTENCE),
        ("Lima • Peru", Gap.SENTENCE),
        ("Lima\tPeru", Gap.SENTENCE),
        ("Lima\n\nPeru", Gap.PARAGRAPH),
        ("Lima.\n \nPeru", Gap.PARAGRAPH),
        ("Lima,\n\nPeru", Gap.PARAGRAPH),
    ],
)
def test_gap_before_second_word(text, gap):
    tokens = split_tokens(text)
    assert tokens.gaps == [Gap.PARAGRAPH, gap]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("lima", Shape.LOWER),
        ("Lima", Shape.TITLE),
        ("Ñaña", Shape.TITLE),
        ("LIMA", Shape.UPPER),
        ("U.S.", Shape.UPPER),
        ("A", Shape.TITLE),
        ("McAllen", Shape.TITLE),
        ("2019", Shape.DIGITS),
        ("19th", Shape.DIGITS),
        ("القاهرة", Shape.OTHER),
        ("北京", Shape.OTHER),
    ],
)
def test_shape(word, shape):
    assert split_tokens(word).shapes == [shape]


def test_spans_leave_possessive_out():
    text = "In Peru's north"
    tokens = split_tokens(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == ["In", "Peru", "north"]
    assert tokens.span_text(0, 1) == "In Peru"
    assert len(tokens) == 3


def test_folded_forms_are_those_of_the_gazetteer():
    assert split_tokens("Junín EE. UU. Ayacucho").folded == ["junin", "ee uu", "ayacucho"]


def test_accents_that_stand_apart_belong_to_their_word():
    text = "In Juni\u0301n today"
    tokens = split_tokens(text)
    assert tokens.folded[1] == "junin"
    assert tokens.span_text(1, 1) == "Juni\u0301n"
