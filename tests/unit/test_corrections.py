"""Corrections: the file, the anchors, and what becomes of the places."""

import dataclasses
import itertools
import json

import pytest
from attacks import ATTACKS
from hypothesis import given
from hypothesis import strategies as st
from mini_gazetteer import MARWICK_SUDMARK, MARWICK_WESTMOOR

from geo import find_places, make_report, read_text
from geo.corrections import (
    Anchor,
    Correction,
    Corrections,
    anchor_mention,
    apply_corrections,
    format_corrections,
    read_corrections,
    tell_taken_out,
)
from geo.corrections.anchors import AnchorFinder
from geo.corrections.read import MAX_BYTES
from geo.document import Document, TableRow
from geo.errors import CorrectionsError
from geo.gazetteer.identifiers import find_row
from geo.lonlat import LonLat
from geo.recognize import GazetteerRecognizer, Mention
from geo.resolve import GazetteerResolver, Place

TEXT = "Rain fell on Marwick and on Fernholt in Norvale. Floods came to Marwick, and the mayor of Quell went there."


@pytest.fixture
def document():
    return Document(text=TEXT, name="brief.txt")


@pytest.fixture
def places(document, mini):
    return find_places(document, recognizer=GazetteerRecognizer(mini), resolver=GazetteerResolver(mini))


def mention(text, nth=0, document="brief.txt", within=TEXT, **around):
    start = -1
    for _ in range(nth + 1):
        start = within.index(text, start + 1)
    return Anchor(document=document, start=start, text=text, **around)


def both(text):
    return (mention(text), mention(text, 1))


def apply(document, places, mini, *corrections, faults=()):
    found = Corrections(corrections=corrections, faults=faults)
    return apply_corrections([document], [places], found, gazetteer=mini)


def named(applied, text):
    return [place for place in applied.places[0] if place.mention.text == text]


def test_a_move_gives_the_place_of_the_gazetteer(document, places, mini):
    before = next(place for place in places if place.mention.text == "Marwick")
    to = mini.place_id(MARWICK_SUDMARK)
    applied = apply(document, places, mini, Correction(action="move", id=to, mentions=both("Marwick")))
    [one, other] = named(applied, "Marwick")
    assert (one.id, one.country, one.admin) == (to, "XA", ("Aldoria", "Sudmark"))
    assert (one.confidence, one.by_hand) == (1.0, True)
    assert one.reason == "chosen by hand"
    assert other.mention.start > one.mention.start
    assert (one.alternatives[0].id, one.alternatives[0].score) == (before.id, before.confidence)
    assert to not in {alternative.id for alternative in one.alternatives}
    assert applied.failures == ()
    assert [place for place in applied.places[0] if place.mention.text != "Marwick"] == [
        place for place in places if place.mention.text != "Marwick"
    ]


def test_a_place_by_hand_has_an_identifier_of_its_own(document, places, mini):
    at = LonLat(lon=10.1234567, lat=-0.0000001)
    applied = apply(document, places, mini, Correction(action="place", lonlat=at, mentions=(mention("Quell"),)))
    [quell] = named(applied, "Quell")
    assert quell.id == "hand:10.12346,0.00000"
    assert quell.lonlat == LonLat(lon=10.12346, lat=0.0)
    assert (quell.name, quell.feature, quell.admin, quell.reason) == ("Quell", "populated place", (), "placed by hand")


def test_what_is_placed_by_hand_stays_the_kind_of_thing_it_was(document, places, mini):
    at = LonLat(lon=10, lat=52)
    applied = apply(document, places, mini, Correction(action="place", lonlat=at, mentions=(mention("Norvale"),)))
    assert named(applied, "Norvale")[0].feature == "admin1"


def test_what_is_no_place_is_taken_out_and_told(document, places, mini):
    applied = apply(document, places, mini, Correction(action="remove", mentions=both("Marwick")))
    assert named(applied, "Marwick") == []
    assert len(applied.places[0]) == len(places) - 2
    assert tell_taken_out(applied.corrections) == ("1 name was taken out by hand: Marwick",)


def test_one_mention_can_mean_another_place_than_the_next(document, places, mini):
    to = mini.place_id(MARWICK_SUDMARK)
    applied = apply(document, places, mini, Correction(action="move", id=to, mentions=(mention("Marwick", 1),)))
    assert [place.id == to for place in named(applied, "Marwick")] == [False, True]


def test_words_that_the_recognizer_does_not_take_for_a_name_can_be_placed(document, places, mini):
    anchor = mention("the mayor")
    to = mini.place_id(MARWICK_SUDMARK)
    applied = apply(document, places, mini, Correction(action="move", id=to, mentions=(anchor,)))
    assert named(applied, "the mayor")[0].id == to
    starts = [place.mention.start for place in applied.places[0]]
    assert starts == sorted(starts)


def test_a_correction_takes_the_place_of_what_overlaps_it(document, places, mini):
    anchor = mention("Marwick and on Fernholt")
    at = LonLat(lon=10, lat=52)
    applied = apply(document, places, mini, Correction(action="place", lonlat=at, mentions=(anchor,)))
    texts = [place.mention.text for place in applied.places[0]]
    assert texts[0] == "Marwick and on Fernholt"
    assert "Fernholt" not in texts


def test_the_same_corrections_applied_twice_change_nothing_more(document, places, mini):
    some = (
        Correction(action="move", id=mini.place_id(MARWICK_WESTMOOR), mentions=both("Marwick")),
        Correction(action="remove", mentions=(mention("Fernholt"),)),
        Correction(action="place", lonlat=LonLat(lon=1, lat=2), mentions=(mention("Quell"),)),
    )
    once = apply(document, places, mini, *some)
    twice = apply(document, once.places[0], mini, *some)
    assert twice == once


def shifted(applied):
    return [(place.mention.text, place.id) for place in applied.places[0]]


def test_corrections_follow_their_words_through_an_edited_text(mini):
    first = Document(text=TEXT, name="brief.txt")
    found = [anchor_mention(first, one.start, one.start + len(one.text)) for one in both("Marwick")]
    later = Document(text="A new first line.\n\n" + TEXT.replace("Rain fell on", "Rain fell  on\n"), name="brief.txt")
    places = find_places(later, recognizer=GazetteerRecognizer(mini), resolver=GazetteerResolver(mini))
    to = mini.place_id(MARWICK_WESTMOOR)
    applied = apply(later, places, mini, Correction(action="move", id=to, mentions=tuple(found)))
    assert applied.failures == ()
    assert [place.id for place in named(applied, "Marwick")] == [to, to]
    # They are anchored anew, for the file that the next page saves.
    assert [one.start for one in applied.corrections[0].mentions] == [
        place.mention.start for place in named(applied, "Marwick")
    ]


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (Correction(action="remove", mentions=(Anchor(document="brief.txt", start=3, text="Ulm"),)), "no longer stand"),
        (Correction(action="remove", mentions=(Anchor(document="brief.txt", start=3, text="Marwick"),)), "several"),
        (Correction(action="remove", mentions=(mention("Quell", document="x.txt"),)), "no document 'x.txt'"),
        (Correction(action="move", id="geonames:999", mentions=(mention("Quell"),)), "no place 'geonames:999'"),
        (Correction(action="move", id="row:99999", mentions=(mention("Quell"),)), "no place 'row:99999'"),
        (Correction(action="remove", mentions=(mention("Fern"),)), "a part of 'Fernholt'"),
    ],
)
def test_what_no_longer_matches_is_told_and_stops_nothing_else(document, places, mini, correction, told):
    other = Correction(action="remove", mentions=(mention("Norvale"),), number=2)
    applied = apply(document, places, mini, correction, other)
    [failure] = applied.failures
    assert told in failure
    assert "\n" not in failure
    assert named(applied, "Norvale") == []
    assert len(applied.places[0]) == len(places) - 1
    assert [one.mentions for one in applied.unmatched] == [correction.mentions]


def test_of_two_corrections_for_one_mention_the_first_holds(document, places, mini):
    first = Correction(action="remove", mentions=(mention("Quell"),), number=1)
    to = Correction(action="move", id=mini.place_id(MARWICK_SUDMARK), mentions=(mention("Quell"),), number=2)
    applied = apply(document, places, mini, first, to)
    assert named(applied, "Quell") == []
    assert "correction 1 speaks of the same words" in applied.failures[0]
    assert apply(document, places, mini, first, first).failures == ()


def test_a_row_of_a_table_keeps_its_cells_when_another_is_taken_out(mini):
    text = "Quell\nMarwick"
    rows = (TableRow(start=0, end=5, values={"n": "1"}), TableRow(start=6, end=13, values={"n": "2"}))
    table = Document(text=text, name="t.csv", rows=rows)
    places = find_places(table, resolver=GazetteerResolver(mini))
    gone = Correction(action="remove", mentions=(Anchor(document="t.csv", start=0, text="Quell"),))
    assert [place.mention.text for place in apply(table, places, mini, gone).places[0]] == ["Marwick"]


def test_a_report_tells_what_was_corrected_and_what_could_not_be():
    brief = read_text("She flew from Lima to Oxapampa in Peru.", name="brief.txt")
    corrections = Corrections(
        corrections=(
            Correction(action="remove", mentions=(Anchor(document="brief.txt", start=14, text="Lima"),)),
            Correction(action="remove", mentions=(Anchor(document="brief.txt", start=0, text="Cusco"),)),
        )
    )
    report = make_report([brief], corrections=corrections)
    assert [entry.place.name for entry in report.entries] == ["Oxapampa", "Peru"]
    assert report.notices[0] == "1 name was taken out by hand: Lima"
    assert report.notices[1].startswith("Not applied: a correction, of 'Cusco' at 0 in 'brief.txt': ")
    assert [one.mentions[0].text for one in report.corrections] == ["Lima"]
    assert len(report.failures) == 1


def test_every_identifier_leads_back_to_its_row(gazetteer):
    for row in range(0, len(gazetteer), len(gazetteer) // 3_000):
        assert find_row(gazetteer, gazetteer.place_id(row)) == row


NO_IDENTIFIERS = (
    "", ":", "geonames:", "geonames:-1", "geonames:99999999999", "geonames:٣", "postal:", "postal:US/x/1/2", "row:-1",
    "hand:1,2", *ATTACKS,
)  # fmt: skip


@pytest.mark.parametrize("place_id", NO_IDENTIFIERS)
def test_words_that_are_no_identifier_have_no_row(gazetteer, place_id):
    assert find_row(gazetteer, place_id) is None


# The file


def write(folder, content, name="c.json"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def file_of(*items):
    return json.dumps({"dateline_corrections": 1, "title": "x", "corrections": items})


GOOD = {"action": "remove", "mentions": [{"document": "b.txt", "start": 0, "text": "Lima"}]}


def test_toml_is_read_too(tmp_path):
    toml = """
        dateline_corrections = 1
        [[corrections]]
        action = "place"
        lon = -75
        lat = -10.5
        mentions = [{ document = "b.txt", start = 3, text = "Lima" }]
    """
    [one] = read_corrections(write(tmp_path, toml, "c.toml")).corrections
    assert (one.action, one.lonlat, one.mentions[0].text) == ("place", LonLat(lon=-75, lat=-10.5), "Lima")


BROKEN = {
    "empty": ("", "broken JSON"),
    "half": ('{"dateline_corrections": 1', "broken JSON"),
    "list": ("[]", "holds []"),
    "word": ('"hello"', "holds 'hello'"),
    "another": ("{}", "lacks 'dateline_corrections'"),
    "newer": ('{"dateline_corrections": 2}', "version 2"),
    "truth": ('{"dateline_corrections": true}', "version True"),
    "items": ('{"dateline_corrections": 1, "corrections": {"a": 1}}', "not a list"),
    "latin": ('{"dateline_corrections": 1, "title": "Junín"}'.encode("latin-1"), "not UTF-8 at byte 41"),
    "deep": ("[" * 100_000, "nested too deeply"),
    "number": ('{"dateline_corrections": ' + "9" * 10_000 + "}", "broken JSON"),
    "large": (b" " * (MAX_BYTES + 1), "larger than 5,000,000 bytes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_clear_line(tmp_path, name):
    content, told = BROKEN[name]
    with pytest.raises(CorrectionsError) as caught:
        read_corrections(write(tmp_path, content))
    message = str(caught.value)
    assert told in message
    assert "c.json" in message
    assert "\n" not in message
    assert len(message) < 400


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CorrectionsError, match=r"cannot be read \(No such file"):
        read_corrections(tmp_path / "none.json")
    with pytest.raises(CorrectionsError, match="cannot be read"):
        read_corrections(tmp_path)
    with pytest.raises(CorrectionsError, match="broken TOML"):
        read_corrections(write(tmp_path, "a = ", "c.toml"))


FAULTS = {
    "text": ("x", "is 'x' and not a table"),
    "action": (GOOD | {"action": "burn"}, "unknown action 'burn'"),
    "no action": ({"mentions": GOOD["mentions"]}, "unknown action nothing"),
    "list action": (GOOD | {"action": ["move"]}, "unknown action"),
    "no mentions": ({"action": "remove"}, "has nothing as mentions"),
    "empty mentions": (GOOD | {"mentions": []}, "as mentions"),
    "no id": (GOOD | {"action": "move"}, "as id"),
    "no point": (GOOD | {"action": "place"}, "has nothing as lon"),
    "far": (GOOD | {"action": "place", "lon": 181, "lat": 0}, "not on Earth"),
    "farther": (GOOD | {"action": "place", "lon": 0, "lat": 10**400}, "not on Earth"),
    "no number": (GOOD | {"action": "place", "lon": float("nan"), "lat": 0}, "not on Earth"),
    "truth": (GOOD | {"action": "place", "lon": True, "lat": 0}, "has True as lon"),
    "start": (GOOD | {"mentions": [{"document": "b", "start": -1, "text": "x"}]}, "starts at -1"),
    "half start": (GOOD | {"mentions": [{"document": "b", "start": 1.5, "text": "x"}]}, "starts at 1.5"),
    "blank": (GOOD | {"mentions": [{"document": "b", "start": 1, "text": " "}]}, "white space alone"),
    "long": (GOOD | {"mentions": [{"document": "b", "start": 1, "text": "x" * 1001}]}, "more than 1,000"),
    "control": (GOOD | {"action": "\x1b[31m"}, r"'\x1b[31m'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_correction_that_makes_no_sense_leaves_the_others(tmp_path, name):
    item, told = FAULTS[name]
    found = read_corrections(write(tmp_path, file_of(item, GOOD)))
    [fault] = found.faults
    assert fault.startswith("correction 1 ")
    assert told in fault
    assert fault.isprintable()
    assert [one.number for one in found.corrections] == [2]


WORDS = st.one_of(st.sampled_from(ATTACKS), st.text(st.characters(codec="utf-8"), max_size=40))
POINTS = st.builds(
    LonLat,
    lon=st.floats(-180, 180).map(lambda value: round(value, 5)),
    lat=st.floats(-90, 90).map(lambda value: round(value, 5)),
)
ANCHORS = st.builds(
    Anchor,
    document=WORDS.filter(bool),
    start=st.integers(0, 10**6),
    text=WORDS.filter(lambda text: bool(text.strip())),
    before=WORDS,
    after=WORDS,
)
MENTIONS = st.lists(ANCHORS, min_size=1, max_size=3).map(tuple)
CORRECTIONS = st.one_of(
    st.builds(Correction, action=st.just("remove"), mentions=MENTIONS),
    st.builds(Correction, action=st.just("place"), mentions=MENTIONS, name=WORDS, lonlat=POINTS),
    st.builds(
        Correction, action=st.just("move"), mentions=MENTIONS, id=WORDS.filter(bool), name=WORDS,
        lonlat=st.none() | POINTS,
    ),
)  # fmt: skip


@given(title=WORDS, some=st.lists(CORRECTIONS, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory, title, some):
    numbered = tuple(dataclasses.replace(one, number=number) for number, one in enumerate(some, start=1))
    written = Corrections(title=title, corrections=numbered)
    path = write(tmp_path_factory.mktemp("c"), format_corrections(written))
    assert read_corrections(path) == written


def test_half_a_surrogate_pair_can_be_written():
    lone = Corrections(title="\ud800")
    assert json.loads(format_corrections(lone).encode("utf-8"))["title"] == "\ud800"


TEXTS = st.text(alphabet="ab \n.", min_size=1, max_size=60)


@given(text=TEXTS, start=st.integers(0, 59), length=st.integers(1, 5))
def test_an_anchor_finds_its_words_where_they_were(text, start, length):
    words = text[start : start + length]
    if not words.strip():
        return
    document = Document(text=text, name="b")
    anchor = anchor_mention(document, start, start + len(words))
    assert AnchorFinder([document]).find(anchor) == (0, start, start + len(words))


@given(text=TEXTS, start=st.integers(0, 59), length=st.integers(1, 5), before=TEXTS)
def test_a_found_anchor_is_always_its_words(text, start, length, before):
    words = text[start : start + length]
    if not words.strip():
        return
    anchor = anchor_mention(Document(text=text, name="b"), start, start + len(words))
    changed = Document(text=before + text, name="b")
    found = AnchorFinder([changed]).find(anchor)
    if found is not None:
        assert changed.text[found[1] : found[2]].split() == words.split()


@given(
    text=st.text(alphabet="ab ", min_size=5, max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 6)), max_size=6),
    corrected=st.lists(
        st.tuples(st.sampled_from(["remove", "place"]), st.integers(0, 39), st.integers(1, 6)), max_size=5
    ),
)
def test_applying_is_deterministic_idempotent_and_keeps_spans_disjoint(mini, text, spans, corrected):
    document = Document(text=text, name="b")
    places, end = [], 0
    for start, length in sorted(spans):
        words = text[start : start + length]
        if start >= end and words.strip():
            one = Mention(start=start, end=start + len(words), text=words, kind="place")
            places.append(Place(mention=one, status="not found", name=words))
            end = one.end
    some = tuple(
        Correction(
            action=action, mentions=(anchor_mention(document, start, min(len(text), start + length)),),
            lonlat=LonLat(lon=1, lat=2) if action == "place" else None, number=number,
        )
        for number, (action, start, length) in enumerate(corrected)
        if text[start : start + length].strip()
    )  # fmt: skip
    once = apply(document, places, mini, *some)
    assert once == apply(document, places, mini, *some)
    twice = apply(document, once.places[0], mini, *some)
    assert twice.places == once.places
    edges = [(place.mention.start, place.mention.end) for place in once.places[0]]
    assert all(text[start:end] == place.mention.text for (start, end), place in zip(edges, once.places[0], strict=True))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(edges))
