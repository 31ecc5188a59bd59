"""Names of one's own from the text to the map: they win, or are added, and what the text says beats them."""

import json

import pytest
from attacks import ATTACKS
from held import hold, make_entry

from geo import find_places, make_report, read_text
from geo.corrections import Correction, Corrections, anchor_mention, apply_corrections
from geo.document import Document, TableRow
from geo.frames import frame_places
from geo.gazetteer import open_gazetteer
from geo.gazetteer.own import OwnGazetteer
from geo.holdings import Holdings, use_holdings
from geo.regions import join_regions
from geo.resolve.search import search_places
from maps.cli import main

HAMLET = make_entry("own:villages/1", "San José", -73.9, -12.5, source="villages.csv")
QUELLO = make_entry("own:villages/2", "Quello", -73.9, -12.5, source="villages.csv")


def find(text, *entries, language=None):
    with use_holdings(hold(*entries)):
        return find_places(read_text(text, language=language) if language else read_text(text))


def ids(text, *entries, **how):
    return [(place.mention.text, place.id) for place in find(text, *entries, **how) if place.status == "resolved"]


# Winning


def test_a_name_of_ones_own_wins_over_the_gazetteer():
    (place,) = find("The army entered San José on Monday.", HAMLET)
    assert (place.status, place.id, place.source) == ("resolved", "own:villages/1", "villages.csv")
    assert (place.country, place.admin[0], place.alternatives) == ("PE", "Peru", ())
    assert place.confidence > 0.9
    assert place.reason == "from your own gazetteer villages.csv"
    assert place.reason.template == "from your own gazetteer {name}"
    assert ids("The army entered San José on Monday.") != ids("The army entered San José on Monday.", HAMLET)


@pytest.mark.parametrize(
    "text",
    ["They met in San José, Costa Rica.", "They met in San José (Costa Rica).", "A storm hit Costa Rica's San José."],
)
def test_a_region_beside_the_name_that_holds_another_beats_it(text):
    san_jose = next(place for place in find(text, HAMLET) if place.mention.text == "San José")
    assert san_jose.country == "CR"


@pytest.mark.parametrize("text", ["They met in San José, Peru.", "They met in San José, Ayacucho."])
def test_a_region_beside_the_name_that_holds_it_keeps_it(text):
    san_jose = next(place for place in find(text, HAMLET) if place.mention.text == "San José")
    assert san_jose.id == "own:villages/1"


def test_a_region_that_may_hold_it_keeps_it():
    """Of the hamlet only the province is known: it may lie in any district of that."""
    told = make_entry("own:villages/1", "Santa Rosa", -73.9, -12.5, parent="PE-AYA")
    text = "They met in Santa Rosa, Ayna."
    assert ids(text, told)[0] == ("Santa Rosa", "own:villages/1")


def test_a_region_that_holds_none_of_the_name_is_no_reason_for_it():
    places = find("They met in San José, Mongolia.", HAMLET)
    assert [place.status for place in places if place.mention.text == "San José"] == ["not found"]


def test_another_place_of_the_text_does_not_beat_it():
    places = find("From Paris and Lyon they flew to San José. France and Belgium were next.", HAMLET)
    assert next(place for place in places if place.mention.text == "San José").id == "own:villages/1"


def test_a_table_that_says_where_beats_it():
    def place(*hints):
        row = TableRow(start=0, end=8, hints=hints, values={"place": "San José"})
        document = Document(text="San José; country: " + hints[0], name="t.csv", rows=(row,))
        with use_holdings(hold(HAMLET)):
            return find_places(document)[0]

    assert place("Costa Rica").country == "CR"
    assert place("Peru").id == "own:villages/1"
    assert place("Ayacucho", "Peru").id == "own:villages/1"
    assert place("Mongolia").status == "not found"


def test_places_of_ones_own_are_told_apart_by_the_text():
    north = make_entry("own:v/1", "Quello", -78.5, -7.2, source="v.csv")
    south = make_entry("own:v/2", "Quello", -72.0, -13.5, source="v.csv")
    near_cusco = find("From Cusco and Pisac the road leads to Quello.", north, south)
    near_cajamarca = find("From Cajamarca and Celendín the road leads to Quello.", north, south)
    assert near_cusco[-1].id == "own:v/2"
    assert near_cajamarca[-1].id == "own:v/1"
    assert [other.id for other in near_cusco[-1].alternatives] in ([], ["own:v/1"])


def test_places_of_ones_own_that_the_text_does_not_tell_apart_are_ambiguous():
    one, other = (make_entry(f"own:v/{n}", "Quello", lon, lat) for n, lon, lat in ((1, -78.5, -7.2), (2, 20.5, 45.0)))
    (place,) = find("The road leads to Quello.", one, other)
    assert place.status == "ambiguous"
    assert {alternative.id for alternative in place.alternatives} == {"own:v/1", "own:v/2"}


def test_an_alias_wins_too():
    hamlet = make_entry("own:v/1", "Quello Alto", -73.9, -12.5, names=(("alternate", "Lima"), ("short", "QAL")))
    assert ids("The road leads to Lima. The QAL is far.", hamlet) == [("Lima", "own:v/1"), ("QAL", "own:v/1")]


def test_names_of_a_known_place_win_for_it():
    nickname = make_entry("geonames:3933874", "San José", 0, 0, source="v.csv")
    (place,) = find("The road leads to San José.", nickname)
    assert (place.name, place.id, place.source) == ("Oxapampa", "geonames:3933874", "GeoNames")
    assert place.reason == "from your own data, v.csv"


def test_data_without_a_source_say_so():
    (place,) = find("The road leads to San José.", make_entry("zone:a", "San José", -73.9, -12.5, feature="region"))
    assert place.reason == "from your own data"


# What stands against a name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Juan Quello spoke. Then Quello left the room.", "Quello"),
        ("General Quello spoke.", "Quello"),
        ("The University of Quello opened.", "Quello"),
        ("He reads the Quello Times.", "Quello"),
        ("The Quello Hotel burned.", "Quello"),
        ("Hope is near. May rain fall.", "Hope"),
        ("Hope is near. May rain fall.", "May"),
        ("It rained in May 2019.", "May"),
        ("The peace of Quello Pampa Mayopata holds.", "Quello"),
    ],
)
def test_a_name_that_is_no_place_there_is_none(text, name):
    entry = make_entry("own:v/1", name, -73.9, -12.5)
    assert "own:v/1" not in [place.id for place in find(text, entry)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quello.", "Quello"),
        ("Quello burns.", "Quello"),
        ("The men of Quello left, the women of Quello stayed.", "Quello"),
        ("ARMY ENTERS QUELLO AFTER WEEK", "Quello"),
        ("They walked to Hope in the rain.", "Hope"),
        ("The ETA road is closed.", "ETA"),
        ("El caserío de Quello está lejos.", "Quello"),
        ("Northern Quello is dry.", "Quello"),
    ],
)
def test_a_name_of_ones_own_is_a_place_wherever_it_may_be_one(text, name):
    entry = make_entry("own:v/1", name, -73.9, -12.5)
    assert "own:v/1" in [place.id for place in find(text, entry)]


def test_a_longer_name_goes_before_a_name_of_ones_own():
    villa = make_entry("own:v/1", "Villa", -73.9, -12.5)
    assert ids("They drove from Oxapampa to Villa Rica.", villa)[1] == ("Villa Rica", "geonames:3926120")


def test_demonyms_stay_demonyms():
    german = make_entry("own:v/1", "German", -73.9, -12.5)
    (place,) = find("German troops left.", german)
    assert (place.mention.kind, place.country) == ("demonym", "DE")
    village = make_entry("own:v/1", "Alemán", -73.9, -12.5)
    found = ids("Los soldados alemanes salieron de Alemán.", village, language="es")
    assert found == [("alemanes", "geonames:2921044"), ("Alemán", "own:v/1")]


def test_other_names_of_the_text_mean_what_they_meant():
    text = "Rain fell on Villa Rica and Oxapampa in Peru; Paris, Texas and London were dry. The VRAEM is far."
    apart = make_entry("own:v/1", "Zzyzx Hollow", 120, 60)
    assert find(text) == find(text, apart)


# Adding


def test_an_added_name_is_a_candidate_like_any_other():
    far = make_entry("own:v/1", "Villa Rica", 100, 60, wins=False, source="v.csv")
    assert ids("They drove from Oxapampa to Villa Rica.", far)[1] == ("Villa Rica", "geonames:3926120")
    near = make_entry("own:v/1", "Quellopampa", -75.4, -10.6, wins=False, source="v.csv")
    places = find("They drove from Oxapampa to Quellopampa.", near)
    assert (places[1].id, places[1].source) == ("own:v/1", "v.csv")


def test_the_weight_of_an_added_place_counts():
    def country(weight):
        rival = make_entry("own:v/1", "Oxapampa", 19.0, 47.0, country="HU", wins=False, weight=weight)
        return find("A storm hit Oxapampa.", rival)[0].country

    assert country(0) == "PE"
    assert country(20_000_000) == "HU"


# Beyond the text


def test_a_search_gives_places_of_ones_own_first_and_all_others(gazetteer):
    with use_holdings(hold(HAMLET)):
        found = search_places(open_gazetteer(), "San José")
        there = search_places(open_gazetteer(), "San José, Costa Rica")
        known = search_places(open_gazetteer(), "Lima")
    before = search_places(gazetteer, "San José")
    assert found[0].id == "own:villages/1"
    assert [one.id for one in found[1:]] == [one.id for one in before][: len(found) - 1]
    assert found[0].score > 0.9
    assert "own:villages/1" not in [one.id for one in there]
    assert known == search_places(gazetteer, "Lima")


def test_geocode_finds_a_place_of_ones_own(runner, tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text("name,lon,lat\nSan José,-73.9,-12.5\n", encoding="utf-8")
    arguments = ["geocode", "San José", "--limit", "1", "--format", "jsonl", "--gazetteer", str(path)]
    record = json.loads(runner.invoke(main, arguments).stdout)
    assert (record["id"], record["country"]) == ("own:villages/2", "PE")  # the row of the file


def test_a_correction_names_a_place_of_ones_own_by_its_id():
    document = read_text("She flew to Lima.", name="brief.txt")
    with use_holdings(hold(HAMLET)):
        lima = find_places(document)
        correction = Correction(action="move", id="own:villages/1", mentions=(anchor_mention(document, 12, 16),))
        corrections = Corrections(corrections=(correction,))
        applied = apply_corrections([document], [lima], corrections)
        again = apply_corrections([document], applied.places, Corrections(corrections=applied.corrections))
    (place,) = applied.places[0]
    assert applied.failures == ()
    assert (place.name, place.id, place.source, place.by_hand) == ("San José", "own:villages/1", "villages.csv", True)
    assert again.places == applied.places
    # Without the gazetteer the place is not known, which is told and stops nothing.
    missed = apply_corrections([document], [lima], corrections)
    assert "own:villages/1" in missed.failures[0]


def test_a_report_credits_the_file_and_joins_the_place(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text("name,lon,lat\nQuello,-73.9,-12.5\n")
    with use_holdings(Holdings(gazetteers=(OwnGazetteer.open(path),))):
        report = make_report([read_text("The army entered Quello on Monday.", name="brief.txt")])
        frame = join_regions(frame_places([entry.place for entry in report.entries]))
    assert "Places: villages.csv, a gazetteer of the user's own" in [source.attribution for source in report.sources]
    assert frame["country"].tolist() == ["PE"]


def test_hostile_names_are_data_on_the_way(tmp_path):
    path = tmp_path / "villages.csv"
    quoted = (attack.replace('"', '""') for attack in ATTACKS)
    path.write_text(
        "name,lon,lat\n" + "".join(f'"Quello {attack}",-73.9,-12.5\n' for attack in quoted), encoding="utf-8"
    )
    own = OwnGazetteer.open(path)
    with use_holdings(Holdings(gazetteers=(own,))):
        gazetteer = open_gazetteer()
        for entry in own.gazetteer_entries():
            row = gazetteer.row_of(*entry.entry_id.split(":", 1))
            assert gazetteer.name(row) == entry.name
            assert row in gazetteer.rows(entry.name)
