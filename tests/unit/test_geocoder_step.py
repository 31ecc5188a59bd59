"""What an answer must be to become a place, and what becomes of a name without one."""

from types import SimpleNamespace

import pytest
from geocoder_server import QUELLA, nominatim
from held import make_entry
from hypothesis import given
from hypothesis import strategies as st

from geo import make_report, read_text
from geo.corrections import Corrections, anchor_mention
from geo.corrections.model import Correction
from geo.document import Document, TableRow
from geo.gazetteer.extended import extend_gazetteer
from geo.geocoders.answers import Answer, dump_answers, load_answers, read_answers
from geo.geocoders.judge import judge_answers
from geo.geocoders.online import Question, Reply
from geo.geocoders.step import geocode_places
from geo.lonlat import LonLat
from geo.pipeline import find_all_places, find_places
from geo.recognize import GazetteerRecognizer, Mention, recognize_rows
from geo.resolve import GazetteerResolver
from geo.said import Said
from maps.words import translate


class Scripted:
    """A geocoder that answers from a table, and knows what it was asked."""

    def __init__(self, answers, *, first=False):
        self.answers, self.asks_first, self.queries = answers, first, []
        self.service, self.settings = "Nominatim", SimpleNamespace(name="nominatim")
        self.failed = 0

    def ask(self, questions):
        return {one: self.reply(one) for one in dict.fromkeys(questions) if one.can_be_asked}

    def reply(self, question):
        self.queries.append(question.query)
        found = self.answers.get(question.name, ())
        if isinstance(found, Said):
            self.failed += 1
            return Reply(why=found)
        return Reply(answers=tuple(found))

    def notices(self):
        return (Said("{service} did not answer for {n} names: {why}", service="Nominatim", n=self.failed,
                     why=Said("timed out")),) if self.failed else ()  # fmt: skip


def answer(name, lon=10.2, lat=52.1, **facts):
    """Give an answer in Norvale of Aldoria, unless said otherwise."""
    facts = {"feature": "populated place", "id": f"node/{lon}{lat}", "country": "XA", "admin": ("Norvale",), **facts}
    names = (name, *facts.pop("names", ()))
    return Answer(name=name, names=names, lonlat=LonLat(lon=lon, lat=lat), address=f"{name}, Aldoria", **facts)


def road(mini, text, answers, **options):
    """Read a text as the road does, with every capitalised unknown name taken as a place."""
    document = text if isinstance(text, Document) else Document(text=text, name="brief.txt")
    geocoder = Scripted(answers, **options)
    if document.rows:
        mentions = recognize_rows(document)
    else:
        known = GazetteerRecognizer(mini).recognize(document)
        taken = {one.start for one in known}
        strange = [
            Mention(start=at, end=at + len(name), text=name, kind="place")
            for name in answers
            if (at := document.text.find(name)) >= 0 and at not in taken
        ]
        mentions = sorted([*known, *strange], key=lambda one: one.start)
    places = GazetteerResolver(mini).resolve(document, mentions)
    [found] = geocode_places([document], [places], geocoder, gazetteer=mini)
    assert [place.mention for place in found] == mentions
    return {place.mention.text: place for place in found}, geocoder


TEXT = "Rain fell on Fernholt and on Zaberholm. Marwick in Norvale was spared."


def test_a_name_that_the_gazetteer_lacks_is_asked_for_and_placed(mini):
    places, geocoder = road(mini, TEXT, {"Zaberholm": [answer("Zaberholm", importance=0.3)]})
    assert geocoder.queries == ["Zaberholm, Aldoria"]
    place = places["Zaberholm"]
    assert (place.status, place.name, place.lonlat) == ("resolved", "Zaberholm", LonLat(lon=10.2, lat=52.1))
    assert (place.id, place.source, place.country) == ("nominatim:node/10.252.1", "Nominatim", "XA")
    assert place.admin == ("Aldoria", "Norvale")
    assert place.reason == "found by Nominatim, in Aldoria"
    assert 0.45 < place.confidence < 1
    assert translate(place.reason, "es") == "encontrado por Nominatim, en Aldoria"
    assert places["Fernholt"].source == "GeoNames"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "; Nominatim knows none either"),
        ([answer("Zaberdorf")], "; what Nominatim found is another place"),
        ([answer("Zaberholm Road")], "; what Nominatim found is another place"),
        ([answer("North Zaberholm")], "; what Nominatim found is another place"),
        ([answer("Zaberholm", 29.3, 51.2, country="XB", admin=())], "; what Nominatim found is another place"),
        ([answer("Zaberholm", 29.3, 51.2, country="", admin=())], "; what Nominatim found is another place"),
    ],
)
def test_an_answer_that_does_not_fit_is_no_place(mini, found, words):
    places, _ = road(mini, TEXT, {"Zaberholm": found})
    place = places["Zaberholm"]
    assert (place.status, place.lonlat) == ("not found", None)
    assert place.reason.endswith(words)


@pytest.mark.parametrize(
    ("name", "names", "least"),
    [
        ("Zaberholm", (), 0.55),
        ("ZÁBERHOLM", (), 0.55),
        ("Saberholm", ("Zaberholm",), 0.5),
        ("Municipality of Zaberholm", (), 0.45),
        ("Zaberholm City", (), 0.45),
    ],
)
def test_names_agree_when_they_fold_to_the_same(mini, name, names, least):
    places, _ = road(mini, TEXT, {"Zaberholm": [answer(name, names=names, importance=0.2)]})
    assert places["Zaberholm"].status == "resolved"
    assert places["Zaberholm"].confidence >= least


def test_names_made_of_what_a_place_is_agree_with_nothing(mini):
    question = Question(name="Villa", containers=("Aldoria",))
    assert judge_answers(question, [answer("Ciudad")], feature="", gazetteer=mini) == ()


def test_several_places_of_the_name_are_ambiguous(mini):
    two = [answer("Zaberholm", importance=0.3), answer("Zaberholm", 10.1, 48.0, admin=("Sudmark",), importance=0.3)]
    places, _ = road(mini, TEXT, {"Zaberholm": two})
    place = places["Zaberholm"]
    assert (place.status, place.lonlat, place.source) == ("ambiguous", None, "")
    assert [other.admin for other in place.alternatives] == [("Aldoria", "Norvale"), ("Aldoria", "Sudmark")]
    assert [other.score for other in place.alternatives] == [0.5, 0.5]
    assert place.reason == "Nominatim knows 2 places of this name, and the text does not tell which is meant"


def test_a_town_and_its_municipality_are_one_place(mini):
    area = answer("Zaberholm", 10.21, 52.12, feature="admin3", id="relation/1", importance=0.5)
    places, _ = road(mini, TEXT, {"Zaberholm": [area, answer("Zaberholm", id="node/2", importance=0.3)]})
    assert (places["Zaberholm"].id, places["Zaberholm"].feature) == ("nominatim:node/2", "populated place")


def test_the_region_that_a_text_names_goes_with_the_name_and_counts(mini):
    text = "Floods came to Zaberholm, Sudmark, and to Quell in Bertania."
    north, south = answer("Zaberholm"), answer("Zaberholm", 10.1, 48.0, admin=("Sudmark",))
    places, geocoder = road(mini, text, {"Zaberholm": [north, south]})
    assert geocoder.queries == ["Zaberholm, Sudmark"]
    assert places["Zaberholm"].admin == ("Aldoria", "Sudmark")


def test_with_places_in_several_countries_the_name_goes_alone(mini):
    text = "Fernholt in Aldoria and Quell in Bertania signed a treaty. Zaberholm did not."
    places, geocoder = road(mini, text, {"Zaberholm": [answer("Zaberholm", importance=0.6)]})
    assert geocoder.queries == ["Zaberholm"]
    alone = places["Zaberholm"].confidence
    beside, _ = road(mini, TEXT, {"Zaberholm": [answer("Zaberholm", importance=0.6)]})
    assert alone < beside["Zaberholm"].confidence


def test_the_columns_of_a_table_go_with_the_name(mini):
    rows = (TableRow(start=0, end=9, hints=("Norvale", "Aldoria")),)
    table = Document(text="Zaberholm; Norvale; Aldoria", name="t.csv", rows=rows)
    places, geocoder = road(mini, table, {"Zaberholm": [answer("Zaberholm")]})
    assert geocoder.queries == ["Zaberholm, Norvale, Aldoria"]
    assert places["Zaberholm"].status == "resolved"


def test_what_a_text_calls_a_river_is_no_town(mini):
    question = Question(name="Zaber", containers=("Aldoria",))
    found = [answer("Zaber"), answer("Zaber", 10.6, 52.5, feature="river")]
    assert [one.answer.feature for one in judge_answers(question, found, feature="river", gazetteer=mini)] == ["river"]


def test_without_a_kind_a_place_is_unsure(mini):
    places, _ = road(mini, TEXT, {"Zaberholm": [answer("Zaberholm", feature="", importance=0.9)]})
    place = places["Zaberholm"]
    assert (place.status, place.feature) == ("resolved", "populated place")
    assert place.reason == "found by Nominatim, which does not say what kind of place it is"
    assert place.confidence < 0.65


def test_a_failure_is_a_status(mini):
    places, _ = road(mini, TEXT, {"Zaberholm": Said("timed out")})
    place = places["Zaberholm"]
    assert (place.status, place.lonlat) == ("unanswered", None)
    assert place.reason.endswith("; Nominatim did not answer: timed out")
    assert translate(place.reason, "es").endswith("; Nominatim no respondió: se agotó el tiempo de espera")


def test_asked_first_a_service_counts_before_the_gazetteer(mini):
    there = answer("Fernholt", 10.8, 52.6, importance=0.6)
    places, geocoder = road(mini, TEXT, {"Fernholt": [there], "Zaberholm": []}, first=True)
    assert geocoder.queries == ["Fernholt, Aldoria", "Zaberholm, Aldoria", "Marwick, Norvale", "Norvale, Aldoria"]
    assert (places["Fernholt"].source, places["Fernholt"].lonlat) == ("Nominatim", LonLat(lon=10.8, lat=52.6))
    assert places["Fernholt"].alternatives[0].id == "geonames:11"
    assert places["Marwick"].source == "GeoNames"


@pytest.mark.parametrize("found", [Said("timed out"), [], [answer("Elsewhere")]])
def test_asked_first_a_service_that_fails_leaves_the_gazetteers_answer(mini, found):
    places, _ = road(mini, TEXT, {"Fernholt": found}, first=True)
    assert (places["Fernholt"].status, places["Fernholt"].source) == ("resolved", "GeoNames")
    assert "Nominatim" not in places["Fernholt"].reason


def test_asked_first_an_area_keeps_what_leads_to_its_boundary(mini):
    norvale = answer("Norvale", 10, 52, feature="admin1", admin=("Norvale",), importance=0.6)
    places, _ = road(mini, TEXT, {"Norvale": [norvale]}, first=True)
    assert places["Norvale"].id == "geonames:3"


def test_a_place_of_the_users_own_is_asked_of_nobody(mini):
    own = extend_gazetteer(mini, [make_entry("own:v/1", "Fernholt", 10.3, 52.2, source="v.csv")])
    there = answer("Fernholt", 10.8, 52.6, importance=0.6)
    places, geocoder = road(own, TEXT, {"Fernholt": [there]}, first=True)
    assert places["Fernholt"].source == "v.csv"
    assert [query for query in geocoder.queries if query.startswith("Fernholt")] == []


def test_demonyms_are_not_asked_for(mini):
    _, geocoder = road(mini, "The Aldorian mayor of Zaberholm slept.", {"Zaberholm": []}, first=True)
    assert geocoder.queries == ["Zaberholm"]


BRIEF = "Health workers reached the village of Quillaquella, in Peru. Oxapampa, in Peru, is two days away."


def quella():
    answers, _ = read_answers("nominatim", [("", QUELLA, LonLat(lon=0, lat=0))])
    return answers


def test_a_report_says_what_was_found_online_and_credits_it():
    report = make_report([read_text(BRIEF)], geocoder=Scripted({"Quillaquella": quella()}))
    entry = next(entry for entry in report.entries if entry.place.source == "Nominatim")
    assert [region.name for region in entry.regions][:2] == ["Peru", "Pasco"]
    assert "Found by Nominatim, not by the gazetteer: Quillaquella" in report.notices
    credit = next(source for source in report.sources if source.name == "Nominatim")
    assert "OpenStreetMap" in credit.attribution
    assert credit.licence == "ODbL 1.0"


def test_what_a_name_might_mean_online_is_credited_too():
    far = [{**QUELLA, "osm_id": number, "lat": str(-10.6 - number)} for number in (1, 2, 3)]
    answers, _ = read_answers("nominatim", [("", raw, LonLat(lon=0, lat=0)) for raw in far])
    report = make_report([read_text(BRIEF)], geocoder=Scripted({"Quillaquella": answers}))
    assert [name.status for name in report.unplaced] == ["ambiguous"]
    assert "Nominatim" in {source.name for source in report.sources}


def test_a_report_tells_what_was_not_answered():
    report = make_report([read_text(BRIEF)], geocoder=Scripted({"Quillaquella": Said("timed out")}))
    [name] = report.unplaced
    assert name.status == "unanswered"
    assert "Nominatim did not answer for 1 names: timed out" in report.notices
    assert "Nominatim" not in {source.name for source in report.sources}


def test_many_documents_are_asked_for_in_one_go():
    geocoder = Scripted({"Quillaquella": quella()})
    both = find_all_places([read_text(BRIEF, name="a"), read_text(BRIEF, name="b")], geocoder=geocoder)
    assert geocoder.queries == ["Quillaquella, Peru"]
    assert [place.source for some in both for place in some].count("Nominatim") == 2


@pytest.mark.parametrize("asked_again", [True, False])
def test_a_place_found_online_can_be_chosen_by_hand(asked_again):
    document = read_text(BRIEF, name="brief.txt")
    [place] = [one for one in find_places(document, geocoder=Scripted({"Quillaquella": quella()}))
               if one.source == "Nominatim"]  # fmt: skip
    anchor = anchor_mention(document, place.mention.start, place.mention.end)
    move = Correction(action="move", mentions=(anchor,), id=place.id, name=place.name, lonlat=place.lonlat)
    geocoder = Scripted({"Quillaquella": quella()}) if asked_again else None
    report = make_report([document], corrections=Corrections(corrections=(move,)), geocoder=geocoder)
    assert report.failures == ()
    chosen = next(entry.place for entry in report.entries if entry.place.by_hand)
    assert (chosen.id, chosen.lonlat, chosen.source) == (place.id, place.lonlat, "Nominatim")
    assert chosen.admin == (("Peru", "Pasco", "Oxapampa") if asked_again else ())


@pytest.mark.parametrize(
    ("raw", "feature"),
    [
        ({"type": "city"}, "populated place"),
        ({"type": "hamlet"}, "populated place"),
        ({"type": "locality"}, "region"),
        ({"class": "boundary", "type": "administrative", "addresstype": "state", "place_rank": 8}, "admin1"),
        ({"class": "boundary", "type": "administrative", "addresstype": "county", "place_rank": 12}, "admin2"),
        ({"class": "boundary", "type": "administrative", "addresstype": "city", "place_rank": 16}, "populated place"),
        ({"class": "boundary", "type": "administrative", "addresstype": "country", "place_rank": 4}, "country"),
        ({"class": "waterway", "type": "river"}, "river"),
        ({"class": "natural", "type": "peak"}, "mountain"),
        ({"class": "boundary", "type": "aboriginal_lands"}, "region"),
    ],
)
def test_the_kinds_of_openstreetmap_become_features(raw, feature):
    [found], _ = read_answers("nominatim", [("x", nominatim("x", 1, 2) | raw, LonLat(lon=1, lat=2))])
    assert found.feature == feature


@pytest.mark.parametrize(
    "raw", [{"class": "amenity", "type": "school"}, {"class": "highway", "type": "residential"}, {"class": "shop"}]
)
def test_a_street_or_a_school_is_no_place(raw):
    assert read_answers("nominatim", [("x", nominatim("x", 1, 2) | raw, LonLat(lon=1, lat=2))]) == ((), 0)


OTHERS = {
    "geonames": ({"geonameId": 7, "name": "Lima", "lng": "-77", "lat": "-12", "fcl": "P", "fcode": "PPLC",
                  "countryCode": "PE", "adminName1": "Lima"}, "populated place", "7"),
    "opencage": ({"components": {"_type": "village", "village": "Lima", "country_code": "pe"},
                  "geometry": {"lng": -77, "lat": -12}}, "populated place", ""),
    "google": ({"types": ["locality", "political"], "address_components": [{"long_name": "Lima"}], "place_id": "p",
                "geometry": {"location": {"lng": -77, "lat": -12}}}, "populated place", "p"),
    "mapbox": ({"place_type": ["region"], "text": "Lima", "center": [-77, -12], "id": "r.1"}, "admin1", "r.1"),
    "pelias": ({"properties": {"layer": "locality", "name": "Lima", "gid": "w:1", "country_code": "PE"},
                "geometry": {"coordinates": [-77, -12]}}, "populated place", "w:1"),
    "herev7": ({"resultType": "locality", "localityType": "city", "address": {"city": "Lima"},
                "position": {"lng": -77, "lat": -12}, "id": "h"}, "populated place", "h"),
    "yandex": ({"name": "whatever it holds"}, "", ""),
}  # fmt: skip


WORDS = st.sampled_from(["x", "place", "city", "-77", "91", "nan", "PE", *(key for key in QUELLA)])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | WORDS | st.text(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(WORDS, some, max_size=4),
    max_leaves=8,
)


@given(key=st.sampled_from(sorted(QUELLA)), value=JSON, service=st.sampled_from(["nominatim", "geonames", "photon"]))
def test_whatever_a_service_says_is_read_or_refused(key, value, service):
    raw = QUELLA | {key: value, "geometry": value, "properties": value, "address": {"state": value}}
    for said in (raw, value):
        answers, unreadable = read_answers(service, [(value, said, LonLat(lon=0, lat=0))])
        assert len(answers) + unreadable <= 1
        assert load_answers(dump_answers(answers)) == answers


@pytest.mark.parametrize("service", OTHERS)
def test_other_services_are_read_by_their_layouts(service):
    raw, feature, id_ = OTHERS[service]
    [found], unreadable = read_answers(service, [("Lima, Perú", raw, LonLat(lon=-77, lat=-12))])
    assert (found.name, found.lonlat, found.feature, found.id) == ("Lima", LonLat(lon=-77, lat=-12), feature, id_)
    assert unreadable == 0
