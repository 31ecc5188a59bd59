import pytest

from geo import make_report, read_text
from geo.annotate import annotate
from geo.pipeline import find_places, join_places

TEXT = (
    "Coffee from Villa Rica\n\n"
    "Villa Rica lies near Oxapampa in Peru. Peruvian coffee is good. The hamlet of Quillaquella is empty.\n\n"
    "The Apurímac, Ene and Mantaro Rivers Valley (VRAEM) lies south of it. Springfield is anywhere, as is Quillaquella."
)


@pytest.fixture(scope="module")
def report():
    return make_report([read_text(TEXT, name="coffee.txt")])


def test_distinct_places_in_order_of_their_first_mention(report):
    assert [entry.place.name for entry in report.entries] == ["Villa Rica", "Oxapampa", "Peru", "VRAEM"]
    assert [len(entry.mentions) for entry in report.entries] == [2, 1, 1, 2]


def test_every_mention_is_in_the_report_once(report):
    document = report.documents[0]
    kept = [mention for entry in report.entries for _, mention in entry.mentions]
    kept += [mention for lost in report.unplaced for _, mention in lost.mentions]
    kept += [place.mention for _, place in report.demonyms]
    assert sorted(kept, key=lambda m: m.start) == [place.mention for place in find_places(document)]


def test_demonyms_draw_nothing(report):
    assert [(number, place.name) for number, place in report.demonyms] == [(0, "Peru")]


def test_names_without_a_place_are_kept_with_their_reason(report):
    lost, ambiguous = report.unplaced
    assert (lost.name, lost.status, len(lost.mentions)) == ("Quillaquella", "not found", 2)
    assert (ambiguous.name, ambiguous.status) == ("Springfield", "ambiguous")
    assert lost.reason
    assert ambiguous.alternatives


def test_evidence_names_the_place(report):
    sentences = [evidence.text for evidence in report.entries[0].evidence]
    assert sentences == ["Coffee from Villa Rica", "Villa Rica lies near Oxapampa in Peru."]
    for entry in report.entries:
        for evidence in entry.evidence:
            assert report.documents[evidence.document].text[evidence.start : evidence.end] == evidence.text
            assert evidence.marks


def test_regions_that_a_place_lies_in(report):
    found = report.entries[0].regions
    regions = [(region.name, region.level, region.approximate) for region in found if region.level != "named region"]
    assert regions == [("Peru", "country", False), ("Pasco", "admin1", False), ("Oxapampa", "admin2", True)]


def test_a_named_region_touches_regions_and_has_an_outline(report):
    vraem = report.entries[3]
    assert {"Ayacucho", "Cusco", "Huancavelica", "Junín"} <= {region.name for region in vraem.regions}
    assert vraem.outline.approximate
    assert vraem.outline.note
    assert vraem.outline.geometry.geom_type in {"Polygon", "MultiPolygon"}


def test_areas_have_outlines_and_towns_have_none(report):
    outlined = [entry.place.name for entry in report.entries if entry.outline is not None]
    assert outlined == ["Peru", "VRAEM"]


def test_sources_of_everything_in_use_are_credited(report):
    names = {source.name for source in report.sources}
    assert {"GeoNames", "Natural Earth"} <= names


def test_the_title(report):
    assert report.title == "Coffee from Villa Rica"
    documents = [read_text(TEXT), read_text("Lima is large.", name="b.txt"), read_text("Puno is cold.", name="c.txt")]
    assert make_report(documents).title == "Coffee from Villa Rica and 2 more"
    assert make_report(documents[1:2]).title == "b.txt"
    assert make_report(documents, title="Mine").title == "Mine"


def test_places_of_several_documents_are_one_place_with_all_mentions():
    report = make_report([read_text("Lima is large.", name="a"), read_text("Lima grows.", name="b")])
    (lima,) = report.entries
    assert [number for number, _ in lima.mentions] == [0, 1]
    assert [evidence.document for evidence in lima.evidence] == [0, 1]


def test_a_report_without_places_says_so():
    report = make_report([read_text("Nothing here names anything.")])
    assert report.entries == ()
    assert "No place that can be drawn was found." in report.notices


def test_notices_of_documents_are_told_once():
    documents = [read_text("Lima ist groß und die Stadt wächst jeden Tag.", name=name, language="de") for name in "ab"]
    notices = make_report(documents).notices
    assert len(notices) == len(set(notices)) > 0


def test_the_surest_mention_stands_for_the_place():
    document = read_text("Lima is large. So Lima, Peru, is.")
    places = [find_places(document)]
    joined = join_places(places[0])
    report = annotate([document], places, joined, [None] * len(joined))
    best = max((place for place in places[0] if place.name == "Lima"), key=lambda place: place.confidence)
    assert report.entries[0].place == best


def test_the_count_of_sentences_knows_those_that_are_not_kept():
    entry = make_report([read_text("Lima is large. " * 80 + "\n", language="en")]).entries[0]
    assert len(entry.evidence) < 80
    assert entry.sentence_count == 80
