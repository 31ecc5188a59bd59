"""Minor places of a data pack: what reads texts does not know their names, what looks a name up does."""

import pytest
from dumps import make_line, write_base, write_lines

from geo.document import Document, TableRow
from geo.gazetteer import open_gazetteer
from geo.gazetteer.compile import Dump, compile_gazetteer
from geo.gazetteer.names import fold
from geo.recognize import GazetteerRecognizer
from geo.recognize.mention import Mention
from geo.recognize.rows import recognize_rows
from geo.resolve import GazetteerResolver
from geo.resolve.candidates import gather_candidates
from geo.resolve.groups import Group
from geo.resolve.search import search_places

READING, QUELLO, FARM, BROOK, CITY_FARM, LAKE, JUNE, ESPERANZA = range(201, 209)
LINES = [
    make_line(READING, "Reading", "S.FRM"),
    make_line(QUELLO, "Quellohuaylla", latitude="52.2"),
    make_line(FARM, "Quell", "S.FRM", latitude="52.3"),
    make_line(BROOK, "Marwick River", "H.STM", latitude="52.4"),
    make_line(CITY_FARM, "Esterholt", "S.FRM", country="XB", admin1="", admin2=""),
    make_line(LAKE, "Quell", "H.LK", latitude="52.5"),
    make_line(JUNE, "June", population=80, alternatenames="Junehuaylla"),
    make_line(ESPERANZA, "La Esperanza", population=800),
]


@pytest.fixture(scope="module")
def minor(tmp_path_factory):
    folder = tmp_path_factory.mktemp("minor")
    dump = Dump(places=write_lines(folder / "XA.txt", LINES))
    base = write_base(folder / "base")
    return open_gazetteer(compile_gazetteer([dump], folder / "gazetteer", base=base).folder)


def candidates_of(gazetteer, name, *, everything=False, **facts):
    group = Group(name=name, text=name, folded=fold(name), **facts)
    found = gather_candidates(gazetteer, [group], everything=everything)
    return [gazetteer.geonames_id(one) for one in found.row.tolist()]


def test_a_better_known_place_is_meant_alone(minor):
    assert candidates_of(minor, "Quell") == [15]


def test_a_name_that_only_minor_places_bear_means_them(minor):
    assert candidates_of(minor, "Quellohuaylla") == [QUELLO]


def test_minor_places_where_a_table_says(minor):
    assert candidates_of(minor, "Quell", hints=("Norvale",)) == [FARM, LAKE]
    assert candidates_of(minor, "Quell", hints=("Bertania",)) == [15]


def test_minor_places_where_the_text_says(minor):
    assert candidates_of(minor, "Quell", containers=("Hillshire",)) == [15, FARM, LAKE]
    assert candidates_of(minor, "Quell", containers=("Westmoor",)) == [15]


def test_what_follows_a_famous_name_asks_for_no_farm(minor):
    assert candidates_of(minor, "Esterholt", containers=("Bertania",)) == [10]


def test_the_kind_that_the_text_names(minor):
    assert candidates_of(minor, "Quell", feature="lake") == [15, LAKE]


def test_whoever_looks_a_name_up_is_given_all(minor):
    assert candidates_of(minor, "Quell", everything=True) == [15, FARM, LAKE]
    assert [place.id for place in search_places(minor, "Reading")] == [f"geonames:{READING}"]
    assert {place.id for place in search_places(minor, "Quell")} == {
        "geonames:15",
        *(f"geonames:{n}" for n in (FARM, LAKE)),
    }


def test_words_of_a_text_are_no_farms(minor):
    text = "Reading the report, the minister of Aldoria left. Reading is what he likes; Norvale waited."
    found = GazetteerRecognizer(minor).recognize(Document(text=text, name="a.txt", language="en"))
    assert "Reading" not in {mention.text for mention in found}
    assert {"Aldoria", "Norvale"} <= {mention.text for mention in found}


def test_a_hamlet_that_the_text_calls_a_place_is_found(minor):
    text = "Police in Norvale said that two men were shot in the village of Quellohuaylla, in Norvale, Aldoria."
    document = Document(text=text, name="a.txt", language="en")
    mentions = GazetteerRecognizer(minor).recognize(document)
    places = {place.mention.text: place for place in GazetteerResolver(minor).resolve(document, mentions)}
    assert places["Quellohuaylla"].id == f"geonames:{QUELLO}"
    assert places["Quellohuaylla"].admin == ("Aldoria", "Norvale", "Hillshire")


def test_a_river_that_the_text_calls_one_is_found(minor):
    text = "The ferry sank on the Marwick River in Norvale."
    document = Document(text=text, name="a.txt", language="en")
    start = text.index("Marwick")
    mention = Mention(start=start, end=start + 13, text="Marwick River", kind="place", feature="river")
    [place] = GazetteerResolver(minor).resolve(document, [mention])
    assert (place.id, place.feature) == (f"geonames:{BROOK}", "river")


def test_a_table_finds_a_farm(minor):
    text = "Quell; Norvale"
    table = Document(text=text, name="t.csv", rows=(TableRow(start=0, end=5, hints=("Norvale",)),))
    [place] = GazetteerResolver(minor).resolve(table, recognize_rows(table))
    assert place.id in {f"geonames:{FARM}", f"geonames:{LAKE}"}


def test_common_words_make_no_name_of_a_small_village_but_of_a_larger_one(minor):
    assert len(minor.postings("june")) == 0
    assert candidates_of(minor, "June") == [JUNE]
    assert len(minor.postings("junehuaylla")) == len(minor.postings("la esperanza")) == 1
