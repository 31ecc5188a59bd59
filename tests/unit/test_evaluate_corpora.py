import json

import corpora
import pytest

from geo.errors import ConfigurationError, DocumentError
from geo.evaluate import GoldDocument, GoldPlace, read_corpus
from geo.evaluate.conll import SENTENCES_A_DOCUMENT, read_conll
from geo.evaluate.jsonl import read_jsonl
from geo.evaluate.offsets import FARTHEST_SHIFT, repair_offsets
from geo.lonlat import LonLat

ALL = {
    "lgl": corpora.LGL,
    "geovirus": corpora.GEOVIRUS,
    "geowebnews": corpora.write_geowebnews(),
    "wiktor": corpora.WIKTOR,
    "conll": corpora.CONLL,
    "jsonl": corpora.JSONL,
}


@pytest.fixture
def write(tmp_path):
    def write_corpus(content, name="corpus"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_corpus


def spans(corpus):
    return [(one.text, one.start, one.end) for document in corpus.documents for one in document.places]


@pytest.mark.parametrize("form", ALL)
def test_formats_are_told_apart_and_spans_hold_their_words(form, write):
    corpus = read_corpus(write(ALL[form]))
    assert corpus.format == form
    assert sum(len(document.places) for document in corpus.documents) > 0
    for document in corpus.documents:
        for place in document.places:
            assert document.text[place.start : place.end] == place.text


@pytest.mark.parametrize("form", ALL)
def test_a_named_format_reads_the_same(form, write):
    path = write(ALL[form])
    assert read_corpus(path, corpus_format=form) == read_corpus(path)


def test_lgl_has_coordinates_in_the_tag_or_beside(write):
    corpus = read_corpus(write(corpora.LGL))
    (document,) = corpus.documents
    assert document.name == "38"
    assert document.title == "Rain & wind"
    assert [place.lonlat for place in document.places] == [
        LonLat(lon=10.4, lat=52.3),
        LonLat(lon=10, lat=52),
        None,
        None,  # no point on Earth lies at 91 degrees north
    ]
    assert [place.id for place in document.places] == ["12", "", "", "0"]
    assert corpus.repairs.moved == {}


def test_geovirus_is_moved_by_one_and_says_so(write):
    corpus = read_corpus(write(corpora.GEOVIRUS))
    assert spans(corpus) == [("Fernholt", 12, 20), ("Aldoria", 24, 31)]
    assert corpus.repairs.moved == {-1: 2}
    assert corpus.repairs.unrepaired == 0


def test_geowebnews_drops_what_is_no_toponym(write):
    path = write(corpora.write_geowebnews())
    assert [text for text, _, _ in spans(read_corpus(path))] == ["Aldoria"]
    kept = read_corpus(path, keep_demonyms=True)
    assert [text for text, _, _ in spans(kept)] == ["Aldoria", "Bertanian", "Oln", "Aldorian"]
    assert "dropped" in read_corpus(path).notices[0]
    assert kept.notices[0].endswith("Demonym, Homonym and Language kept.")


def test_wiktor_marks_one_name_a_page(write):
    corpus = read_corpus(write(corpora.WIKTOR))
    assert not corpus.complete
    assert spans(corpus) == [("Marwick", 0, 7), ("Marwick", 21, 28)]
    assert {place.lonlat for place in corpus.documents[0].places} == {LonLat(lon=10.4, lat=52.3)}


def test_conll_is_joined_as_print_is(write):
    corpus = read_corpus(write(corpora.CONLL))
    (document,) = corpus.documents
    assert document.text == 'El alcalde de Nueva Marwick (Norvale) dijo "gracias", en Aldoria.\nEl Diario llegó.\n'
    assert [text for text, _, _ in spans(corpus)] == ["Nueva Marwick", "Norvale", "Aldoria"]
    assert document.language == "es"
    assert all(place.lonlat is None for place in document.places)


def test_conll_in_latin_1_is_read(write):
    corpus = read_corpus(write(corpora.CONLL.encode("latin-1")))
    assert "llegó" in corpus.documents[0].text


def test_conll_parts_documents_at_their_marks_else_by_sentences():
    sentence = "Lima B-LOC\n\n"
    marked = f"-DOCSTART- -X- O\n\n{sentence * 30}-DOCSTART- -X- O\n{sentence}"
    assert [len(document.places) for document in read_conll(marked)] == [30, 1]
    unmarked = sentence * (SENTENCES_A_DOCUMENT + 1)
    assert [len(document.places) for document in read_conll(unmarked)] == [SENTENCES_A_DOCUMENT, 1]


def test_two_names_side_by_side_stay_two():
    (document,) = read_conll("Lima B-LOC\nPerú B-LOC\nO O\nOln I-LOC\n")
    assert [place.text for place in document.places] == ["Lima", "Perú", "Oln"]


def test_our_own_gold(write):
    path = write(corpora.JSONL)
    first, second = read_corpus(path).documents
    assert first.name == "one"
    assert first.places[0].id == "geonames:12"
    assert second.name == "3"  # its line
    assert second.language == "en"
    assert [place.text for place in second.places] == ["Quell"]
    kept = read_corpus(path, keep_demonyms=True)
    assert [place.kind for place in kept.documents[1].places] == ["demonym", ""]


def test_a_given_language_is_every_documents(write):
    assert {one.language for one in read_corpus(write(corpora.JSONL), language="es-PE").documents} == {"es"}


@pytest.mark.parametrize("shift", [1, -1, 4, -FARTHEST_SHIFT, FARTHEST_SHIFT])
def test_a_small_shift_is_repaired(shift):
    text = "." * 20 + "Lima" + "." * 20
    off = GoldPlace(start=20 - shift, end=24 - shift, text="Lima")
    (document,), repairs = repair_offsets([GoldDocument(name="1", text=text, places=(off,))])
    assert document.places[0].span == (20, 24)
    assert repairs.moved == {shift: 1}


@pytest.mark.parametrize("start", [20 - FARTHEST_SHIFT - 1, 20 + FARTHEST_SHIFT + 1, -8])
def test_what_is_too_far_off_stays_and_is_counted(start):
    text = "." * 20 + "Lima" + "." * 20
    off = GoldPlace(start=start, end=start + 4, text="Lima")
    (document,), repairs = repair_offsets([GoldDocument(name="1", text=text, places=(off,))])
    assert document.places[0].span == (start, start + 4)
    assert repairs.moved == {}
    assert repairs.unrepaired == 1


def test_a_start_before_the_text_does_not_count_from_its_end():
    text = "It rained in Lima"
    off = GoldPlace(start=-4, end=len(text), text="Lima")
    _, repairs = repair_offsets([GoldDocument(name="1", text=text, places=(off,))])
    assert repairs.unrepaired == 1


def test_of_two_shifts_the_smaller_is_taken():
    off = GoldPlace(start=4, end=6, text="Ee")
    (document,), _ = repair_offsets([GoldDocument(name="1", text="Ee  .Ee", places=(off,))])
    assert document.places[0].span == (5, 7)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "none of the formats"),
        ("just some words\n", "none of the formats"),
        ("<html><body>Lima</body></html>", "none of the formats"),
        ("<articles><article>", "cannot be read as XML"),
        (b"\x00\x01\x02", "none of the formats"),
        ("<articles/>", "none of the formats"),
        (corpora.LGL.replace("<start>13</start>", "<start>x</start>"), "start is 'x'"),
        ("{oops", "line 1 is no gold document"),
        ('{"places": []}', "'text' is missing"),
        ('{"text": "Lima", "places": [{"start": 0.5, "end": 4, "text": "Lima"}]}', "0.5"),
        ('{"text": "Lima", "places": [{"start": 0, "end": 4, "text": "Lima", "lon": 4}]}', "only one of lon and lat"),
        ('{"text": "Lima", "places": [{"start": 0, "end": 4, "text": "Lima", "lon": 4, "lat": 99}]}', "latitude"),
        ('{"text": 1, "places": []}', "not text"),
        ("[" * 100_000, "none of the formats"),
    ],
)
def test_a_broken_corpus_gets_one_clear_line(content, message, write):
    path = write(content)
    with pytest.raises(DocumentError) as caught:
        read_corpus(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_deep_json_is_refused(write):
    path = write('{"a":' * 100_000)
    with pytest.raises(DocumentError, match="line 1"):
        read_corpus(path)


def test_a_missing_file_and_a_wrong_format(tmp_path):
    with pytest.raises(DocumentError, match="cannot be read"):
        read_corpus(tmp_path / "none.xml")
    with pytest.raises(ConfigurationError, match="corpus format 'tei'"):
        read_corpus(tmp_path / "none.xml", corpus_format="tei")


def test_entities_are_not_followed(write, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Marwick", encoding="utf-8")
    bomb = corpora.LGL.replace(
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<!DOCTYPE articles [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>',
    ).replace("Rain fell", "&leak; fell")
    assert "Marwick fell" not in read_corpus(write(bomb)).documents[0].text


def test_a_json_corpus_round_trips(write):
    text = "Ñuñoa 🌧️ Oln\u2028."
    start = text.index("Oln")
    record = {"text": text, "places": [{"start": start, "end": start + 3, "text": "Oln"}]}
    corpus = read_corpus(write(json.dumps(record, ensure_ascii=False)))
    assert spans(corpus) == [("Oln", start, start + 3)]
    assert corpus.repairs.moved == {}


def test_our_own_gold_may_say_where_it_was_published():
    line = '{"text": "Blossom grows.", "places": [], "published_in": "Paris, Texas"}'
    (gold,) = read_jsonl(line)
    assert gold.document.published_in == "Paris, Texas"
