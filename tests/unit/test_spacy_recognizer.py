import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipelines import install  # noqa: F401 - a fixture

from geo import find_places
from geo.document import Document
from geo.errors import MissingExtraError
from geo.gazetteer import open_gazetteer
from geo.recognize import spacy_recognizer
from geo.recognize.spacy_pipelines import Entity, load_pipeline
from geo.recognize.spacy_recognizer import PASSAGE_CHARACTERS, SpacyRecognizer


def make(text, language="en"):
    return Document(text=text, name="t", language=language)


def recognize(text, language="en"):
    return SpacyRecognizer(open_gazetteer()).recognize(make(text, language))


def is_sound(text, mentions):
    slices = all(text[m.start : m.end] == m.text != "" for m in mentions)
    return slices and all(one.end <= other.start for one, other in itertools.pairwise(mentions))


@pytest.fixture
def label(monkeypatch):
    """Give what reads a text with a pipeline that labels the words that it is told to."""

    def read(text, labels, language="es"):
        starts = {words: text.index(words) for words in labels}
        entities = [Entity(starts[words], starts[words] + len(words), given) for words, given in labels.items()]
        monkeypatch.setattr(spacy_recognizer, "load_pipeline", lambda _: SimpleNamespace(max_length=1_000))
        monkeypatch.setattr(spacy_recognizer, "read_entities", lambda *_: entities)
        found = recognize(text, language)
        assert is_sound(text, found)
        return found

    return read


def test_english_places_and_demonyms():
    text = "Peruvian troops flew from the United States to Lima's port, and left Peru."
    found = recognize(text)
    assert is_sound(text, found)
    assert [(m.text, m.kind) for m in found] == [
        ("Peruvian", "demonym"),
        ("United States", "place"),
        ("Lima", "place"),
        ("Peru", "place"),
    ]


def test_they_are_resolved_as_those_of_the_default():
    document = make("The road runs from Oxapampa to Villa Rica, in Peru.")
    places = find_places(document, recognizer=SpacyRecognizer(open_gazetteer()))
    assert [(place.name, place.country) for place in places] == [
        ("Oxapampa", "PE"),
        ("Villa Rica", "PE"),
        ("Peru", "PE"),
    ]


@pytest.mark.parametrize(
    ("labelled", "text"),
    [
        ("Lima", "Lima"),
        ("the Gambia", "Gambia"),
        ("the United States'", "United States"),
        ("The Hague", "The Hague"),
        ("Lima's", "Lima"),
        ("Lima\u2019s", "Lima"),
        ("LIMA'S", "LIMA"),
        ("(Lima", "Lima"),
        ("Lima)", "Lima"),
        ("Congo (Brazzaville)", "Congo (Brazzaville)"),
        ("Lima.", "Lima"),
        ("Lima,", "Lima"),
        ("\u201cLima\u201d", "Lima"),
        ("_Lima_", "Lima"),
        ("U.S.", "U.S."),
        ("U.S.)", "U.S."),
        ("Mass.", "Mass."),
        ("Juni\u0301n", "Juni\u0301n"),
        ("Peru\u0301", "Peru\u0301"),
    ],
)
def test_what_is_around_a_name_is_left_out(labelled, text, label):
    # Finnish, like any language without rules, is read with the words of English.
    assert [m.text for m in label(f"Zzz {labelled} zzz", {labelled: "GPE"}, "fi")] == [text]


@pytest.mark.parametrize(
    ("labelled", "language", "text"),
    [
        ("La Paz", "es", "La Paz"),
        ("el Perú", "es", "Perú"),
        ("El Salvador", "es", "El Salvador"),
        ("la France", "fr", "France"),
        ("l'Équateur", "fr", "Équateur"),
        ("Le Havre", "fr", "Le Havre"),
    ],
)
def test_articles_of_other_languages(labelled, language, text, label):
    assert [m.text for m in label(f"zzz {labelled} zzz", {labelled: "LOC"}, language)] == [text]


def test_the_vowel_signs_of_a_name_are_part_of_it(label):
    assert [m.text for m in label("वह दिल्ली गया", {"दिल्ली": "LOC"}, "hi")] == ["दिल्ली"]


@pytest.mark.parametrize(
    ("text", "labelled", "lookup", "feature"),
    [
        ("in Villa\nRica", "Villa\nRica", "Villa Rica", ""),
        ("in northern Bolivia", "northern Bolivia", "Bolivia", ""),
        ("in North-Western Sydney", "North-Western Sydney", "Sydney", ""),
        ("in Nyanza Province", "Nyanza Province", "Nyanza", "admin1"),
        ("the City of Santa Ana", "City of Santa Ana", "Santa Ana", "populated place"),
        ("the Artibonite region", "Artibonite region", "Artibonite", ""),
        ("to Springfield, Mass.", "Mass.", ", mass", ""),
        ("to Springfield (Mass.)", "Mass.", ", mass", ""),
        ("a massive Mass.", "Mass.", None, ""),
        ("the West Nile virus", "West Nile", None, ""),
        ("the Litoria River", "Litoria River", None, ""),
        ("the South Coast", "South Coast", None, ""),
        ("in Quillaquella", "Quillaquella", None, ""),
    ],
)
def test_what_a_span_looks_up(text, labelled, lookup, feature, label):
    (mention,) = label(text, {labelled: "GPE"}, "fi")
    assert (mention.text, mention.lookup_name, mention.feature) == (labelled, lookup, feature)


def test_a_named_region_is_one(label):
    assert [m.kind for m in label("Cultivos del VRAEM", {"VRAEM": "LOC"})] == ["region"]


def test_a_spanish_text_with_a_pipeline_that_is_installed(install):  # noqa: F811
    install("es_tiny", language="es", labels={"el Perú": "LOC", "peruanos": "MISC", "La Paz": "LOC", "Ana": "PER"})
    found = recognize("Ana y los peruanos van de La Paz a el Perú.", "es")
    assert [(m.text, m.kind) for m in found] == [("peruanos", "demonym"), ("La Paz", "place"), ("Perú", "place")]


def test_an_unknown_name_is_listed_as_not_found(label):
    label("Una niña de Quillaquella", {"Quillaquella": "LOC"})
    places = find_places(make("Una niña de Quillaquella", "es"), recognizer=SpacyRecognizer(open_gazetteer()))
    assert [(place.name, place.status) for place in places] == [("Quillaquella", "not found")]


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("Lima", "GPE", "place"),
        ("Lima", "LOC", "place"),
        ("Lima", "GPE_LOC", "place"),
        ("Lima", "LC", "place"),
        ("Lima", "placeName", "place"),
        ("Lima", "PER", None),
        ("Lima", "ORG", None),
        ("Manhattan", "FAC", "place"),
        ("Quillaquella Tower", "FAC", None),
        ("Peruvian", "NORP", "demonym"),
        ("Peruvian", "GPE", "demonym"),
        ("Peruvian", "MISC", "demonym"),
        ("Democrats", "NORP", None),
        ("German", "NORP", "demonym"),
        ("Lima", "MISC", None),
        ("Lima", "NORP", None),
        ("lima", "GPE", None),
        ("peruvian", "NORP", None),
        ("'s", "GPE", None),
        ("—", "GPE", None),
    ],
)
def test_labels(name, given, kind, label):
    found = label(f"zzz {name} zzz", {name: given}, "fi")
    assert [m.kind for m in found] == ([kind] if kind else [])


def test_demonyms_of_a_language_that_writes_them_low(label):
    assert [(m.text, m.kind) for m in label("los soldados peruanos", {"peruanos": "MISC"})] == [("peruanos", "demonym")]


def test_a_long_text_is_read_in_passages(monkeypatch):
    monkeypatch.setattr(spacy_recognizer, "PASSAGE_CHARACTERS", 1_000)
    text = "She flew from Lima to Peru with the others.\n" * 100
    found = recognize(text)
    assert is_sound(text, found)
    assert len(found) == 200
    assert found[-1].start > 4_000


def test_a_text_longer_than_spacy_takes_is_read():
    pipeline = load_pipeline("en")
    assert pipeline.max_length > PASSAGE_CHARACTERS
    text = "\n" * pipeline.max_length + "She flew from Lima to Peru."
    assert [m.text for m in recognize(text)] == ["Lima", "Peru"]


def test_no_pipeline_is_given_more_than_it_takes(monkeypatch):
    monkeypatch.setattr(load_pipeline("en"), "max_length", 60)
    text = "She flew from Lima to Peru. " * 20 + "x" * 500 + " and back to Lima."
    found = recognize(text)
    assert is_sound(text, found)
    assert {m.text for m in found} == {"Lima", "Peru"}


@given(text=st.text(alphabet="ab \n\u0301😀", max_size=60), most=st.integers(1, 20))
def test_passages_hold_all_of_a_text(text, most):
    passages = list(spacy_recognizer._passages(text, most))  # noqa: SLF001 - a helper with a law of its own
    assert "".join(passage for _, passage in passages) == text
    assert all(text[start : start + len(passage)] == passage for start, passage in passages)
    assert all(len(passage) <= most for _, passage in passages)


PIECES = st.sampled_from(
    (
        *(" ", ", ", ". ", "\n\n", "'s ", "the ", "in ", "(", ")", "North ", " River", "St. "),
        *("Lima", "Peru", "Peruvian", "the Hague", "U.S.", "Wales'"),
        *("\u0301", "\ud800", "\x00", "😀", "{{", "</script>", "\u202e"),
    )
)


@settings(max_examples=40)
@given(text=st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=20).map("".join))
def test_mentions_slice_back_to_their_text_in_order_and_disjoint(text):
    assert is_sound(text, recognize(text))


def test_the_same_text_gives_the_same_mentions(brief):
    recognizer = SpacyRecognizer(open_gazetteer())
    assert recognizer.recognize(brief) == recognizer.recognize(brief)


def test_a_language_without_a_pipeline():
    with pytest.raises(MissingExtraError, match="no spaCy pipeline for Spanish, run: python -m spacy download es_core"):
        recognize("Lima es la capital del Perú.", "es")
