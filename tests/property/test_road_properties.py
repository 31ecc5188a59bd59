"""What holds of the road for any text at all."""

import itertools
import json

import pytest
from documents import HOSTILE_STRINGS
from hypothesis import given
from hypothesis import strategies as st

from geo import find_places
from geo.document import Document, TableRow
from geo.errors import EmptyDocumentError
from geo.evidence import find_evidence, split_sentences
from geo.frames import frame_places
from geo.gazetteer import fold
from geo.read import read_text
from geo.recognize import recognize_rows
from geo.recognize.tokens import Gap, split_tokens
from maps.tables.text import FORMATS, write_places

NAMES = (
    "Lima", "LIMA", "Perú", "Peru", "Villa Rica", "Villa\nRica", "Oxapampa", "VRAEM", "U.S.", "EE. UU.", "Georgia",
    "Atlanta", "Ohio", "San Pedro", "Apurímac, Ene and Mantaro Rivers Valley", "Juni\u0301n", "Peruvian", "peruanos",
    "Washington", "D.C.", "New York", "القاهرة", "北京", "Niger", "Mr. London", "Marine Corps Times", "La República",
    "Springfield, Mass.", "Quillaquella", "N'Djamena", "Port-au-Prince",
)  # fmt: skip
GLUE = (
    " ", "  ", ", ", ". ", "\n", "\n\n", "\r\n", "\u2028", "\t", " (", ") ", "'s ", "\u2019s ", " — ", "-", " and ",
    " y ", " the river ", " rivers ", " province of ", " in ", " en el caserío de ", "\u202e", "\u200d", "\u0301",
    "\ufeff", "\x00", "{{", "}}", "{%", "😀", "👩\u200d👩\u200d👧", ".", "…", "•",
)  # fmt: skip
PIECES = st.one_of(st.sampled_from((*NAMES, *GLUE, *HOSTILE_STRINGS)), st.text(max_size=12))
TEXTS = st.lists(PIECES, max_size=25).map("".join)
LANGUAGES = st.sampled_from(["en", "es", "fr"])


def make(text, language="en"):
    return Document(text=text, name="t", language=language)


@given(text=TEXTS)
def test_words_slice_back_to_their_text(text):
    tokens = split_tokens(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert [fold(text[start:end]) for start, end in spans] == list(tokens.folded)
    assert len(tokens.words) == len(tokens.shapes) == len(tokens.gaps) == len(tokens.inner) == len(tokens)
    assert tokens.gaps[:1] in ([], [Gap.PARAGRAPH])


@given(text=TEXTS, language=LANGUAGES)
def test_places_slice_back_to_their_text_in_order_and_disjoint(text, language):
    places = find_places(make(text, language))
    assert all(text[p.mention.start : p.mention.end] == p.mention.text != "" for p in places)
    assert all(one.mention.end <= other.mention.start for one, other in itertools.pairwise(places))


@given(text=TEXTS, language=LANGUAGES)
def test_a_resolved_place_is_somewhere_and_no_other_is(text, language):
    for place in find_places(make(text, language)):
        if place.status == "resolved":
            assert place.lonlat is not None
            assert place.id
            assert place.source
            assert place.feature
        else:
            assert (place.lonlat, place.id) == (None, "")
        assert place.reason
        assert 0 <= place.confidence <= 1
        assert all(0 <= other.score <= 1 for other in place.alternatives)


@given(text=TEXTS, language=LANGUAGES)
def test_the_same_text_gives_the_same_places(text, language):
    assert find_places(make(text, language)) == find_places(make(text, language))


# Half characters come into a text from careless programs; reading takes them out.
@given(text=st.tuples(TEXTS, st.sampled_from(["", "\ud800", "\udfff Lima \ud800"])).map("".join))
def test_reading_keeps_every_span_true(text):
    try:
        document = read_text(text)
    except EmptyDocumentError:
        assert not text.strip()
        return
    for place in find_places(document):
        assert document.text[place.mention.start : place.mention.end] == place.mention.text


@given(text=TEXTS)
def test_every_mention_lies_in_a_sentence_that_marks_it(text):
    document = make(text)
    mentions = [p.mention for p in find_places(document)]
    found = find_evidence([document], [[(0, mention)] for mention in mentions])
    for mention, evidence in zip(mentions, found, strict=True):
        (sentence,) = evidence.evidence
        assert text[sentence.start : sentence.end] == sentence.text
        assert [sentence.text[start:end] for start, end in sentence.marks] == [mention.text]


@given(text=TEXTS)
def test_sentences_are_in_order_and_disjoint(text):
    spans = split_sentences(make(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@given(text=TEXTS)
def test_a_frame_has_a_row_a_place(text):
    places = find_places(make(text))
    frame = frame_places(places)
    assert frame["text"].tolist() == [p.mention.text for p in places]
    assert frame.geometry.isna().tolist() == [p.lonlat is None for p in places]
    assert frame.crs.to_string() == "OGC:CRS84"


@given(
    cells=st.lists(st.tuples(PIECES.filter(str.strip), st.lists(st.sampled_from(NAMES), max_size=2)), max_size=6),
)
def test_a_table_gives_a_place_a_row_and_none_outside_its_hint(cells):
    rows, text = [], ""
    for name, hints in cells:
        rows.append(TableRow(start=len(text), end=len(text) + len(name), hints=tuple(hints)))
        text += f"{name}\n"
    document = Document(text=text, name="t.csv", rows=tuple(rows))
    places = find_places(document) if rows else []
    assert [p.mention.text for p in places] == [name for name, _ in cells]
    assert [p.mention for p in places] == recognize_rows(document)
    for place, (_, hints) in zip(places, cells, strict=True):
        if place.status == "resolved" and hints == ["Ohio"]:
            assert place.admin[:2] == ("United States", "Ohio")


@pytest.mark.parametrize("form", sorted(FORMATS))
@given(text=TEXTS, name=st.text(min_size=1, max_size=20))
def test_any_text_is_written_in_every_format(form, text, name):
    document = Document(text=text, name=name)
    places = find_places(document)
    frame = frame_places(places).assign(named_regions=[()] * len(places))
    written = write_places([document], [places], frame, form=form)
    assert written.endswith("\n") or (form == "jsonl" and not places)
    if form == "jsonl":
        records = [json.loads(line) for line in written.splitlines()]
        assert [(r["document"], r["start"], r["text"]) for r in records] == [
            (name, p.mention.start, p.mention.text) for p in places
        ]
    if form == "geojson":
        assert len(json.loads(written)["features"]) == len(places)
    if form == "table":
        assert all(sign.isprintable() or sign == "\n" for sign in written)


@given(name=st.text(max_size=30))
def test_folding_a_folded_name_changes_nothing(name):
    assert fold(fold(name)) == fold(name)
