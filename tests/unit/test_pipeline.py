import pytest

import geo
from geo import find_places, join_places, make_report, read_text
from geo.document import Document, TableRow
from geo.errors import DocumentError
from geo.recognize import Mention
from geo.resolve import Place


class OneWord:
    """A recognizer that takes one word for a place."""

    def __init__(self, word):
        self.word = word

    def recognize(self, document):
        start = document.text.index(self.word)
        return [Mention(start=start, end=start + len(self.word), text=self.word, kind="place")]


class Nowhere:
    """A resolver that finds nothing."""

    def resolve(self, document, mentions):  # noqa: ARG002 - what every resolver is given
        return [Place(mention=m, status="not found", name=m.text, reason="nothing is anywhere") for m in mentions]


def test_another_recognizer_and_resolver_may_be_put_in():
    document = read_text("The Arequipa of the north is Trujillo.")
    assert [p.mention.text for p in find_places(document, recognizer=OneWord("Trujillo"))] == ["Trujillo"]
    places = find_places(document, resolver=Nowhere())
    assert {p.reason for p in places} == {"nothing is anywhere"}
    report = make_report([document], recognizer=OneWord("north"), resolver=Nowhere())
    assert [lost.name for lost in report.unplaced] == ["north"]


def test_a_tables_rows_name_a_place_each_whatever_a_recognizer_says():
    document = Document(text="Reading; GB", name="t.csv", rows=(TableRow(start=0, end=7, hints=("GB",)),))
    places = find_places(document, recognizer=OneWord("GB"))
    assert [(p.mention.text, p.country) for p in places] == [("Reading", "GB")]


def test_the_join_keeps_rows_and_order():
    places = find_places(read_text("From Oxapampa to the hamlet of Quillaquella, by way of Lima, Peru."))
    joined = join_places(places)
    assert joined["text"].tolist() == ["Oxapampa", "Quillaquella", "Lima", "Peru"]
    assert joined["admin1_name"].tolist()[:2] == ["Pasco", ""]
    assert joined["country_id"].tolist() == ["PE", "", "PE", "PE"]


def test_joining_nothing():
    assert len(join_places([])) == 0


def test_a_report_needs_a_document():
    with pytest.raises(DocumentError, match="there is no document"):
        make_report([])


def test_every_public_name_is_there():
    for name in geo.__all__:
        assert getattr(geo, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geo.nothing  # noqa: B018 - asking is the test
