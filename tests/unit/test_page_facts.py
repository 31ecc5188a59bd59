"""What the page says of a report: counts, names, beliefs, evidence, the marked text."""

import dataclasses
import datetime as dt

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from reports import STORY, figure_of, make_entry, seed_like_report

from geo.document import Document
from geo.recognize.mention import Mention
from geo.report import Evidence, Outline, RegionName, Report
from maps.options import MapOptions
from maps.page.facts import describe_report
from maps.page.passages import Mark, cut_sentence, cut_text
from maps.story import kind_of


def describe(report):
    return describe_report(report, MapOptions())


def plain(segments):
    return "".join(segment if isinstance(segment, str) else segment[0] for segment in segments)


@pytest.mark.parametrize(
    ("confidence", "belief"), [(1.0, "sure"), (0.8, "sure"), (0.79, "fairly"), (0.5, "fairly"), (0.49, "unsure")]
)
def test_confidence_in_words(confidence, belief):
    entry = make_entry("Lima grew.", ["Lima"], lon=-77, lat=-12, confidence=confidence)
    report = Report(title="x", documents=(Document(text="Lima grew.", name="x"),), entries=(entry,))
    assert describe(report)["places"][0]["belief"] == belief


@pytest.mark.parametrize(
    ("feature", "has_outline", "kind"),
    [
        ("country", True, "area"),
        ("admin1", True, "area"),
        ("admin1", False, "square"),
        ("region", True, "region"),
        ("region", False, "square"),
        ("populated place", False, "town"),
        ("river", False, "nature"),
        ("sea", False, "nature"),
    ],
)
def test_shape_says_kind(feature, has_outline, kind):
    outline = Outline(geometry=shapely.box(0, 0, 1, 1), approximate=False) if has_outline else None
    assert kind_of(make_entry("Lima", ["Lima"], lon=0, lat=0, feature=feature, outline=outline)) == kind


def test_repeats_in_a_chain_are_said_once():
    entry = make_entry("Lima", ["Lima"], lon=-77, lat=-12, admin=("Peru", "Lima", "Lima"))
    report = Report(title="x", documents=(Document(text="Lima", name="x"),), entries=(entry,))
    place = describe(report)["places"][0]
    assert (place["chain"], place["where"]) == ("Lima, Peru", "Peru")


def test_long_names_give_way_to_the_documents_short_form():
    vraem = describe(seed_like_report())["places"][3]
    assert vraem["name"] == "Valley of the Apurímac, Ene and Mantaro Rivers"
    assert vraem["label"] == "VRAEM"


def test_alternatives_say_what_and_where_they_are():
    facts = describe(seed_like_report())
    [[number, share], *_] = facts["places"][4]["alternatives"]
    other = facts["candidates"][number]
    assert (other["name"], other["where"], other["lon"], other["lat"], share) == (
        "Villarrica", "Tolima, Colombia", -76.6, 2.99, 3,
    )  # fmt: skip


def test_mentions_are_anchored_in_the_text():
    document, start, text, before, after = describe(seed_like_report())["mentions"]["places"][4][0]
    assert document == 0
    assert STORY[start:].startswith(text + after)
    assert STORY[:start].endswith(before)
    assert text == "Villa Rica"


def test_without_the_text_the_words_around_a_mention_come_from_its_sentence():
    facts = describe_report(seed_like_report(), MapOptions(with_text=False))
    sentences = [
        "".join(segment if isinstance(segment, str) else segment[0] for segment in sentence)
        for place in (*facts["places"], *facts["unplaced"])
        for sentence in place["evidence"]["sentences"]
    ]
    for mentions in (*facts["mentions"]["places"], *facts["mentions"]["unplaced"]):
        for _, _, text, before, after in mentions:
            assert any(before + text + after in sentence for sentence in sentences)


def test_a_region_says_what_it_reaches_into_and_a_town_what_named_region_holds_it():
    places = describe(seed_like_report())["places"]
    assert [region["name"] for region in places[3]["regions"]] == ["Peru", "Junín", "Ayacucho"]
    assert places[4]["regions"] == []


def test_a_region_that_holds_the_whole_country_is_told_where_a_document_names_it():
    entry = make_entry("Gao", ["Gao"], lon=0, lat=16)
    sahel = RegionName(region_id="sahel", name="Sahel", level="named region", approximate=False)
    for is_wide, told in ((False, ["Sahel"]), (True, [])):
        regions = (dataclasses.replace(sahel, is_wide=is_wide),)
        report = Report(
            title="x",
            documents=(Document(text="Gao", name="x"),),
            entries=(dataclasses.replace(entry, regions=regions),),
        )
        assert [region["name"] for region in describe(report)["places"][0]["regions"]] == told


def test_evidence_is_capped_and_says_so():
    entry = make_entry("Lima", ["Lima"], lon=-77, lat=-12)
    evidence = tuple(Evidence(document=0, start=0, end=4, text="Lima", marks=((0, 4),)) for _ in range(55))
    report = Report(
        title="x",
        documents=(Document(text="Lima", name="x"),),
        entries=(dataclasses.replace(entry, evidence=evidence),),
    )
    shown = describe(report)["places"][0]["evidence"]
    assert (len(shown["sentences"]), shown["unshown"]) == (20, 35)


def test_long_texts_are_left_out():
    document = Document(text="Nothing. " * 40_000, name="long.txt")
    facts = describe(Report(title="x", documents=(document,), entries=()))
    assert facts["documents"][0]["paragraphs"] is None
    assert facts["text"] == "too long"


def test_a_text_that_is_not_wanted_says_so():
    facts = describe_report(seed_like_report(), MapOptions(with_text=False))
    document = facts["documents"][0]
    assert (facts["text"], document["paragraphs"], document["title"]) == ("left out", None, "")
    assert describe(seed_like_report())["text"] == "whole"


def test_figures_are_marked_in_it_and_in_the_text():
    facts = describe(seed_like_report())
    vraem = facts["places"][3]
    marines, september = vraem["figures"]
    assert (marines["text"], marines["kind"]) == ("About 600 marines", "quantity")
    assert ["About 600 marines", marines["number"], "figure"] in vraem["evidence"]["sentences"][1]
    segments = [segment for part in facts["documents"][0]["paragraphs"] for segment in part["segments"]]
    assert [segment[0] for segment in segments if segment[-1] == "figure"] == [
        "last month", "About 600 marines", "in September", "30,349 hectares of coca",
    ]  # fmt: skip
    # Lima is named in the sentence of a figure that is said of the VRAEM: the words carry one number.
    lima = facts["places"][5]["evidence"]["sentences"][0]
    assert ["in September", september["number"], "figure"] in lima


def test_a_figure_that_holds_a_name_is_marked_on_both_sides_of_it():
    text = "They sold 200 tons of Lima beans."
    lima = make_entry(text, ["Lima"], lon=-77, lat=-12)
    lima = dataclasses.replace(lima, figures=(figure_of(text, "200 tons of Lima beans"),))
    facts = describe(Report(title="x", documents=(Document(text=text, name="x"),), entries=(lima,)))
    expected = ["They sold ", ["200 tons of ", 0, "figure"], ["Lima", 0, "name"], [" beans", 0, "figure"], "."]
    assert facts["documents"][0]["paragraphs"][0]["segments"] == expected
    assert facts["places"][0]["evidence"]["sentences"] == [expected]


def test_a_figure_may_stand_in_a_sentence_without_the_name():
    text = "Lima grew. In May it rained."
    lima = make_entry(text, ["Lima"], lon=-77, lat=-12)
    lima = dataclasses.replace(lima, figures=(figure_of(text, "In May", "date"),))
    facts = describe(Report(title="x", documents=(Document(text=text, name="x"),), entries=(lima,)))
    assert facts["places"][0]["figures"] == [{"text": "In May", "kind": "date", "number": 0}]


def test_a_sentence_says_where_it_stands():
    facts = describe(seed_like_report())["places"][5]["evidence"]
    assert facts["at"] == [[0, STORY.index("Patrols")], [0, STORY.index("Lima will")]]


def test_demonyms_point_to_their_country_without_being_places():
    facts = describe(seed_like_report())
    marks = [
        segment
        for paragraph in facts["documents"][0]["paragraphs"]
        for segment in paragraph["segments"]
        if not isinstance(segment, str)
    ]
    assert ["Peruvian", 1, "demonym", "geonames:3932488"] in marks


def test_several_documents_are_named():
    documents = (Document(text="a", name="one.txt"), Document(text="b", name="two.txt"))
    assert describe(Report(title="x", documents=documents, entries=()))["subtitle"] == ["one.txt", "two.txt"]


def test_of_many_documents_the_first_are_named_and_the_others_counted():
    documents = tuple(Document(text="a", name=f"{number}.txt") for number in range(1, 10))
    subtitle = describe(Report(title="x", documents=documents, entries=()))["subtitle"]
    assert subtitle == ["1.txt", "2.txt", "3.txt", "and 6 more documents"]
    assert describe(Report(title="x", documents=documents[:4], entries=()))["subtitle"][3] == "4.txt"


def test_date_is_spelt_out():
    document = Document(text="a", name="one.txt", date=dt.date(2014, 5, 2))
    assert describe(Report(title="x", documents=(document,), entries=()))["subtitle"] == ["2 May 2014", "one.txt"]
    assert describe(Report(title="one.txt", documents=(document,), entries=()))["subtitle"] == ["2 May 2014"]


def test_notices_of_report_and_documents_are_said_once():
    document = Document(text="a", name="one.txt", notices=("Read as Latin-1.", "Short."))
    report = Report(title="x", documents=(document,), entries=(), notices=("Short.",))
    assert describe(report)["notices"] == ["Short.", "Read as Latin-1."]


def styles(text):
    return [(part["style"], plain(part["segments"])) for part in cut_text(Document(text=text, name="x"), [])]


def test_paragraphs_get_their_styles():
    assert [style for style, _ in styles(STORY)][:4] == ["heading", "byline", "byline", "text"]
    assert ("heading", "A day in Villa Rica") in styles(STORY)


def test_line_ends_part_paragraphs_only_in_texts_without_hard_wraps():
    wrapped = "The road was closed\nfrom Monday on.\n\nIt is open now."
    assert len(styles(wrapped)) == 2
    unwrapped = f"{'The road was closed. ' * 8}\nIt is open now."
    assert len(styles(unwrapped)) == 2


def test_a_line_that_goes_on_is_no_paragraph():
    text = f"{'The road was closed. ' * 8}told the Times\n. It is open now."
    assert len(styles(text)) == 1


def test_a_name_broken_over_lines_is_marked_whole():
    text = f"{'The road was closed. ' * 8}Puerto\nMaldonado waits."
    start = text.index("Puerto")
    mark = Mark(start=start, end=start + len("Puerto\nMaldonado"), target=0)
    [part] = cut_text(Document(text=text, name="x"), [mark])
    assert ["Puerto\nMaldonado", 0, "name"] in part["segments"]


@given(
    text=st.text(alphabet="ab. \n\r\u2028é😀", max_size=80),
    spans=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=6),
)
def test_paragraphs_lose_nothing_but_blank_space(text, spans):
    marks = {
        index: Mark(start=start, end=min(start + length, len(text)), target=index)
        for index, (start, length) in enumerate(spans)
        if start < len(text)
    }
    parts = cut_text(Document(text=text, name="x"), list(marks.values()))
    assert "".join("".join(plain(part["segments"]) for part in parts).split()) == "".join(text.split())
    for part in parts:
        for segment in part["segments"]:
            if not isinstance(segment, str):
                mark = marks[segment[1]]
                assert segment[0] == text[mark.start : mark.end]


def test_of_overlapping_marks_the_first_counts():
    marks = [Mark(start=0, end=4, target=0), Mark(start=2, end=6, target=1)]
    [part] = cut_text(Document(text="Limatown", name="x"), marks)
    assert part["segments"] == [["Lima", 0, "name"], "town"]


def test_sentences_keep_their_text():
    sentence = Evidence(document=0, start=3, end=18, text="Lima, oh Lima 😀", marks=((0, 4), (9, 13)))
    assert cut_sentence(sentence, 7) == [["Lima", 7, "name"], ", oh ", ["Lima", 7, "name"], " 😀"]


def test_a_mention_need_not_be_the_name():
    entry = make_entry("EE. UU. y Perú", ["EE. UU."], lon=-98, lat=39, name="United States", feature="country")
    assert entry.mentions[0][1] == Mention(start=0, end=7, text="EE. UU.", kind="place")
    report = Report(title="x", documents=(Document(text="EE. UU. y Perú", name="x"),), entries=(entry,))
    assert describe(report)["documents"][0]["paragraphs"][0]["segments"][0] == ["EE. UU.", 0, "name"]
