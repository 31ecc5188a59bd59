import json

import corpora
import mini_gazetteer as row
import pytest

from geo.evaluate import (
    Corpus,
    GoldDocument,
    GoldPlace,
    Repairs,
    evaluate_corpus,
    list_mistakes,
    measure_answers,
    write_evaluation,
)
from geo.evaluate.run import marks_demonyms, place_gold
from geo.lonlat import LonLat
from geo.recognize import Mention
from geo.resolve import Place
from maps.cli import main

TEXT = "Marwick and Zell, Quell and Oln, then an Aldorian town: Nowhere."
MARWICK = LonLat(lon=10.4, lat=52.3)
FAR = LonLat(lon=29.1, lat=51.1)


def span(word, text=TEXT):
    return text.index(word), text.index(word) + len(word)


def gold(word, lonlat=None):
    start, end = span(word)
    return GoldPlace(start=start, end=end, text=word, lonlat=lonlat)


def answer(word, lonlat=None, *, kind="place", confidence=0.9, status=None):
    start, end = span(word)
    return Place(
        mention=Mention(start=start, end=end, text=word, kind=kind),
        status=status or ("resolved" if lonlat else "not found"),
        name=word,
        lonlat=lonlat,
        confidence=confidence,
    )


def one_document(*places, complete=True):
    document = GoldDocument(name="1", text=TEXT, places=places)
    return Corpus(name="own", format="jsonl", documents=(document,), repairs=Repairs(), complete=complete)


class Scripted:
    """A recognizer and a resolver that say what they are told to."""

    def __init__(self, *places):
        self.places = places
        self.asked = []

    def recognize(self, document):  # noqa: ARG002 - it is asked as a recognizer is
        return [place.mention for place in self.places]

    def resolve(self, document, mentions):  # noqa: ARG002
        self.asked.append(list(mentions))
        by_span = {(place.mention.start, place.mention.end): place for place in self.places}
        return [by_span.get((m.start, m.end)) or Place(mention=m, status="not found", name=m.text) for m in mentions]


def outcomes(corpus, answers, gazetteer):
    measured = measure_answers(corpus, [answers], gazetteer=gazetteer)
    return {verdict.gold.text: verdict.outcome for verdict in measured.verdicts}


def test_each_miss_has_its_reason(mini):
    corpus = one_document(
        gold("Marwick", MARWICK),
        gold("Zell", MARWICK),
        gold("Quell", MARWICK),
        gold("Oln", LonLat(lon=mini.lon_e5[row.OLN] / 1e5, lat=mini.lat_e5[row.OLN] / 1e5)),
        gold("Nowhere"),
    )
    found = [answer("Marwick", FAR), answer("Zell", MARWICK), answer("Quell", FAR), answer("Nowhere", FAR)]
    assert outcomes(corpus, found, mini) == {
        "Marwick": "wrong choice",
        "Zell": "right",
        "Quell": "known elsewhere",
        "Oln": "not recognised",
        "Nowhere": "recognised",
    }
    unanswered = [answer("Marwick", status="ambiguous"), answer("Zell", FAR)]
    assert outcomes(corpus, unanswered, mini) == {
        "Marwick": "no answer",
        "Zell": "unknown name",
        "Quell": "known elsewhere",
        "Oln": "not recognised",
        "Nowhere": "no coordinates",
    }


def test_found_and_placed_is_a_share_of_all_gold_with_coordinates(mini):
    corpus = one_document(gold("Marwick", MARWICK), gold("Zell", MARWICK), gold("Nowhere"))
    measured = measure_answers(corpus, [[answer("Marwick", MARWICK), answer("Nowhere", FAR)]], gazetteer=mini)
    assert (measured.placed.accurate, measured.placed.count) == (1, 2)
    # What was placed over gold without coordinates can be neither right nor wrong.
    assert (measured.drawn_right, measured.drawn) == (1, 1)


def test_a_placed_mention_where_the_gold_has_nothing_is_wrong(mini):
    found = [answer("Marwick", MARWICK), answer("Quell", FAR), answer("Zell")]
    complete = measure_answers(one_document(gold("Marwick", MARWICK)), [found], gazetteer=mini)
    assert (complete.drawn_right, complete.drawn) == (1, 2)
    partial = measure_answers(one_document(gold("Marwick", MARWICK), complete=False), [found], gazetteer=mini)
    assert (partial.drawn_right, partial.drawn) == (1, 1)


def test_demonyms_place_but_count_only_when_the_gold_marks_them(mini):
    aldoria = LonLat(lon=10, lat=50)
    found = [answer("Aldorian", aldoria, kind="demonym")]
    marked = one_document(gold("Aldorian", aldoria))
    unmarked = one_document(gold("Marwick", MARWICK))
    assert marks_demonyms(marked, mini)
    assert not marks_demonyms(unmarked, mini)
    assert measure_answers(marked, [found], gazetteer=mini).overlap.f1 == 1.0
    left_out = measure_answers(marked, [found], gazetteer=mini, count_demonyms=False)
    assert left_out.overlap.found == left_out.drawn == 0
    assert left_out.placed.accurate == 1
    assert measure_answers(unmarked, [found], gazetteer=mini).overlap.found == 0


def test_gold_spans_are_resolved_as_the_recognizer_reads_them(mini):
    start, end = span("Oln")
    read = Mention(start=start, end=end, text="Oln", kind="place", lookup_name="River Oln", confidence=0.4)
    script = Scripted()
    document = GoldDocument(name="1", text=TEXT, places=(gold("Oln"), gold("Aldorian"), gold("Marwick"))).document
    outside = GoldPlace(start=-9, end=-5, text="Zell", lonlat=MARWICK)
    pairs = place_gold(document, [outside, gold("Aldorian"), gold("Oln")], [read], resolver=script, gazetteer=mini)
    (asked,) = script.asked
    assert [(m.text, m.kind, m.name, m.confidence) for m in asked] == [
        ("Oln", "place", "River Oln", 1.0),
        ("Aldorian", "demonym", "Aldorian", 1.0),
    ]
    assert [(one.text, place and place.mention.text) for one, place in pairs] == [
        ("Zell", None),
        ("Aldorian", "Aldorian"),
        ("Oln", "Oln"),
    ]


def test_a_whole_run(mini):
    corpus = one_document(gold("Marwick", MARWICK), gold("Zell", MARWICK))
    script = Scripted(answer("Marwick", MARWICK, confidence=0.97), answer("Quell", FAR, confidence=0.3))
    measured = evaluate_corpus(corpus, recognizer=script, resolver=script, gazetteer=mini)
    assert measured.gold_spans.accuracy == 0.5
    assert measured.placed.accuracy == 0.5
    assert [(one.low, one.right, one.count) for one in measured.reliability] == [(0.0, 0, 1), (0.95, 1, 1)]
    assert [(one.low, one.right, one.count) for one in measured.reliability_gold_spans] == [(0.95, 1, 1)]
    assert (measured.speed.documents, measured.speed.words) == (1, len(TEXT.split()))
    assert sum(measured.misses.values()) == 1


def test_the_default_road_over_another_gazetteer(mini):
    text = "Rain fell on Fernholt in Aldoria."
    places = tuple(
        GoldPlace(start=text.index(name), end=text.index(name) + len(name), text=name, lonlat=mini.lonlat(number))
        for name, number in (("Fernholt", row.FERNHOLT), ("Aldoria", row.ALDORIA))
    )
    corpus = Corpus(
        name="own",
        format="jsonl",
        documents=(GoldDocument(name="1", text=text, places=places, language="en"),),
        repairs=Repairs(),
    )
    measured = evaluate_corpus(corpus, gazetteer=mini)
    assert measured.placed.accuracy == 1.0
    assert measured.exact.f1 == 1.0


def test_mistakes_are_grouped_and_say_what_should_have_been(mini):
    corpus = one_document(gold("Marwick", MARWICK), gold("Zell", MARWICK))
    found = [answer("Marwick", FAR), answer("Quell", FAR)]
    measured = measure_answers(corpus, [found], gazetteer=mini)
    mistakes = {mistake.text: mistake for mistake in list_mistakes(measured, 10, gazetteer=mini)}
    assert {text: one.outcome for text, one in mistakes.items()} == {
        "Marwick": "wrong choice",
        "Zell": "unknown name",
        "Quell": "no place",
    }
    assert mistakes["Marwick"].error_km == pytest.approx(1290, abs=30)
    assert "Hillshire, Norvale, Aldoria" in mistakes["Marwick"].wanted
    assert mistakes["Marwick"].sentence == TEXT
    assert mistakes["Zell"].chosen == "nothing"
    assert mistakes["Quell"].wanted == "nothing"
    assert len(list_mistakes(measured, 1, gazetteer=mini)) == 1


def test_json_holds_the_same_figures(mini):
    corpus = one_document(gold("Marwick", MARWICK))
    measured = measure_answers(corpus, [[answer("Marwick", MARWICK)]], gazetteer=mini)
    record = json.loads(write_evaluation(measured, list_mistakes(measured, 5, gazetteer=mini), form="json"))
    assert record["found_and_placed"]["accuracy_161_km"] == 1.0
    assert record["recognition"]["exact"]["f1"] == 1.0
    assert record["resolution_on_gold_spans"] is None
    assert record["mistakes"] == []


@pytest.fixture
def write(tmp_path):
    def write_corpus(content):
        path = tmp_path / "gold"
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write_corpus


REAL = (
    '{"text": "She left Lima for Oxapampa.", "places": [{"start": 9, "end": 13, "text": "Lima", "lon": -77.03, '
    '"lat": -12.04}, {"start": 18, "end": 26, "text": "Oxapampa", "lon": 20.0, "lat": 50.0}]}'
)


def test_the_command_prints_figures_and_mistakes(write, runner):
    result = runner.invoke(main, ["evaluate", write(REAL), "--errors", "3"])
    assert result.exit_code == 0, result.output
    assert "found and placed within 161 km" in result.stdout
    assert "0.500  1 of 2" in result.stdout
    assert "'Oxapampa': known elsewhere" in result.stdout
    assert "She left Lima for Oxapampa." in result.stdout


def test_the_command_prints_json(write, runner):
    result = runner.invoke(main, ["evaluate", write(REAL), "--format", "json"])
    record = json.loads(result.stdout)
    assert record["found_and_placed"]["accurate"] == 1
    assert record["resolution_on_gold_spans"]["count"] == 2
    assert record["speed"]["words"] == 5


def test_a_corpus_without_coordinates_has_recognition_only(write, runner):
    result = runner.invoke(main, ["evaluate", write(corpora.CONLL), "--corpus-format", "conll"])
    assert result.exit_code == 0, result.output
    assert "recognition, overlapping spans" in result.stdout
    assert "gold spans" not in result.stdout
    assert "misses" not in result.stdout


def test_the_command_says_what_is_wrong_in_one_line(write, runner):
    result = runner.invoke(main, ["evaluate", write("no corpus")])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1
