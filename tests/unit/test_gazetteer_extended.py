import mini_gazetteer as row
import numpy as np
import pytest
from held import HeldEntries, hold, make_entry
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import OwnDataError
from geo.gazetteer import fold, open_gazetteer
from geo.gazetteer.areas import FirstLevelRegions
from geo.gazetteer.extended import extend_gazetteer
from geo.gazetteer.holders import find_holding_areas
from geo.gazetteer.identifiers import find_row
from geo.gazetteer.layout import ROW_MASK
from geo.holdings import Holdings, current_holdings, use_holdings
from geo.lonlat import LonLat

HAMLET = make_entry("own:v/1", "Quorn Hollow", 10.32, 52.21, names=(("alternate", "Q. Hollow"),), source="v.csv")
ZONE = make_entry("zone:a", "Ash Zone", 20, 40, feature="region", names=(("short", "ASZ"),))
CITY = make_entry("own:v/2", "Marwick", 29.2, 51.2, weight=500_000, wins=False)


@pytest.fixture(scope="module")
def extended(mini):
    # The region comes first here and after the populated places there.
    return extend_gazetteer(mini, [ZONE, HAMLET, CITY])


def rows(gazetteer, name):
    return gazetteer.rows(name).tolist()


# Rows


def test_rows_of_entries_come_after_those_of_the_base(mini, extended):
    assert len(extended) == len(mini) + 3
    assert [extended.name(one) for one in range(len(mini), len(extended))] == ["Quorn Hollow", "Marwick", "Ash Zone"]
    assert [extended.name(one) for one in range(len(mini))] == [mini.name(one) for one in range(len(mini))]


def test_an_entry_is_all_that_a_row_is(mini, extended):
    one = len(mini)
    assert extended.place_id(one) == "own:v/1"
    assert extended.source(one) == "v.csv"
    assert extended.lonlat(one) == LonLat(lon=10.32, lat=52.21)
    assert extended.feature(one) == "populated place"
    assert extended.country(one) == "XA"
    assert extended.geonames_id(one) == 0
    assert extended.codes(one) == {"own": "v/1"}
    assert extended.code_of("own", one) == "v/1"
    assert extended.row_of("own", "v/1") == find_row(extended, "own:v/1") == one
    assert extended.codes_in("own") == {"v/1": one, "v/2": one + 1}
    assert extended.row_of("own", "v/3") is None


def test_rows_of_the_base_stay_what_they_are(mini, extended):
    for one in range(len(mini)):
        for facts in ("place_id", "source", "lonlat", "feature", "country", "codes", "admin_rows"):
            assert getattr(extended, facts)(one) == getattr(mini, facts)(one)
    assert extended.codes_in("inei") == mini.codes_in("inei")
    assert extended.row_of_geonames_id(13) == row.MARWICK_WESTMOOR
    assert extended.population[: len(mini)].tolist() == mini.population.tolist()


def test_the_weight_is_counted_as_people(mini, extended):
    assert extended.population[len(mini) :].tolist() == [1, 500_000, 0]


def test_nearest_knows_populated_places_of_both_and_no_region(mini, extended):
    assert extended.nearest(LonLat(lon=10.32, lat=52.21))[0] == (len(mini), 0.0)
    assert mini.nearest(LonLat(lon=20, lat=40)) == extended.nearest(LonLat(lon=20, lat=40))
    every = [one for one, _ in extended.nearest(LonLat(lon=20, lat=40), k=100)]
    assert sorted(every) == [*mini.tables.populated, len(mini), len(mini) + 1]


def test_areas_above_are_found(mini, extended):
    assert FirstLevelRegions(extended).of_rows([len(mini)]) == {row.NORVALE}
    assert extended.admin_rows(len(mini)) == (row.ALDORIA, row.NORVALE, row.HILLSHIRE, len(mini))


# Names


def test_names_of_entries_are_known(mini, extended):
    assert rows(extended, "quorn hollow") == rows(extended, "Q Hollow") == [len(mini)]
    assert "quorn hollow" in extended
    assert "quorn hollow" not in mini
    assert [one.name_kind for one in extended.candidates("ASZ")] == ["short"]
    assert extended.default_row("Quorn Hollow") is None


def test_prefixes_of_both_are_in_order_of_length():
    base = open_gazetteer()
    entries = [make_entry("own:v/1", "Villa Rica Alta", 0, 1), make_entry("own:v/2", "Villa Ri", 0, 1)]
    extended = extend_gazetteer(base, entries)
    text = "villa rica alta del sur"
    assert extended.prefixes(text) == sorted([*base.prefixes(text), "villa ri", "villa rica alta"], key=len)
    assert extended.prefixes("lima peru") == base.prefixes("lima peru")


def test_an_added_place_stands_where_its_people_put_it(extended, mini):
    added = len(mini) + 1
    assert rows(mini, "Marwick") == [row.MARWICK_NORVALE, row.MARWICK_WESTMOOR, row.MARWICK_SUDMARK]
    assert rows(extended, "Marwick")[0] == added
    small = extend_gazetteer(mini, [make_entry("own:v/2", "Marwick", 29.2, 51.2, wins=False)])
    assert rows(small, "Marwick")[-1] == len(mini)
    assert not extended.winners("marwick")


def test_what_a_name_nearly_always_means_stays_before_an_added_place(gazetteer):
    giant = make_entry("own:v/1", "Alexandria", 0, 1, wins=False, weight=90_000_000)
    extended = extend_gazetteer(gazetteer, [giant])
    assert extended.rows("Alexandria")[0] == gazetteer.default_row("Alexandria")
    assert extended.rows("Alexandria")[1] == len(gazetteer)


def test_a_country_and_a_capital_stay_before_an_added_place(gazetteer):
    for name in ("Peru", "Lima"):
        giant = make_entry("own:v/1", name, 0, 1, wins=False, weight=4_000_000_000)
        assert extend_gazetteer(gazetteer, [giant]).rows(name)[0] == gazetteer.rows(name)[0]


def test_what_wins_stands_first_in_the_order_of_the_holdings(mini):
    one, other = make_entry("own:a/1", "Marwick", 0, 1, source="a"), make_entry("own:b/1", "Marwick", 2, 1, source="b")
    extended = extend_gazetteer(mini, [one, other])
    assert rows(extended, "Marwick")[:2] == [len(mini), len(mini) + 1]
    assert dict(extended.winners("marwick")) == {len(mini): "a", len(mini) + 1: "b"}
    assert dict(mini.winners("marwick")) == {}


def test_an_entry_of_a_known_place_adds_names_and_wins_with_them(mini):
    nickname = make_entry("geonames:13", "Old Harbour", 0, 0.5, names=(("alternate", "Marwick"),), source="v.csv")
    extended = extend_gazetteer(mini, [nickname, make_entry("inei:010203", "Fern", 0, 0.5)])
    assert len(extended) == len(mini)
    assert rows(extended, "Old Harbour") == [row.MARWICK_WESTMOOR]
    assert extended.lonlat(row.MARWICK_WESTMOOR) == mini.lonlat(row.MARWICK_WESTMOOR)
    assert extended.place_id(row.MARWICK_WESTMOOR) == "geonames:13"
    assert dict(extended.winners("marwick")) == {row.MARWICK_WESTMOOR: "v.csv"}
    assert rows(extended, "Fern") == [row.FERNHOLT_DISTRICT]


def test_entries_of_one_identifier_are_one_place(mini):
    twice = [make_entry("region:ash", "Ash", 1, 1, feature="region"), make_entry("region:ash", "Ashland", 2, 2)]
    extended = extend_gazetteer(mini, twice)
    assert len(extended) == len(mini) + 1
    assert rows(extended, "Ash") == rows(extended, "Ashland") == [len(mini)]
    assert extended.lonlat(len(mini)) == LonLat(lon=1, lat=1)


def test_a_geonames_id_that_the_base_lacks_is_one(mini):
    extended = extend_gazetteer(
        mini, [make_entry("geonames:99", "Newtown", 1, 1), make_entry("geonames:007", "B", 1, 1)]
    )
    assert extended.row_of_geonames_id(99) == find_row(extended, "geonames:99") == len(mini)
    assert extended.place_id(len(mini)) == "geonames:99"
    assert extended.geonames_id(len(mini) + 1) == 0


def test_a_demonym_never_wins(mini):
    extended = extend_gazetteer(mini, [make_entry("own:v/1", "Ash", 1, 1, names=(("demonym", "Ashen"),))])
    assert [one.name_kind for one in extended.candidates("Ashen")] == ["demonym"]
    assert not extended.winners("ashen")


def test_a_name_without_letters_is_none(mini):
    extended = extend_gazetteer(mini, [make_entry("own:v/1", "Ash", 1, 1, names=(("alternate", "---"),))])
    assert "" not in extended
    assert extended.prefixes("ash") == ["ash"]


KNOWN = st.sampled_from(["lima", "villa rica", "peru", "san jose", "alexandria", "georgia", "springfield"])
NAMES = st.one_of(KNOWN, st.text(alphabet="abcdeil mnrsv", min_size=1, max_size=12))
ENTRIES = st.lists(st.tuples(NAMES, st.booleans(), st.integers(0, 10**7)), min_size=1, max_size=8)


@given(added=ENTRIES, asked=NAMES)
def test_names_of_no_entry_mean_what_they_meant(added, asked):
    base = open_gazetteer()
    entries = [
        make_entry(f"own:v/{n}", name, -75, -10, wins=wins, weight=weight, country="PE", parent="PE")
        for n, (name, wins, weight) in enumerate(added)
    ]
    extended, folded, own = extend_gazetteer(base, entries), fold(asked), {fold(name) for name, _, _ in added} - {""}
    before, after = base.postings(folded).tolist(), extended.postings(folded).tolist()
    # What the base says stays, in its order; only entries of the name come between.
    assert [one for one in after if one & ROW_MASK < len(base)] == before
    assert len(after) - len(before) == sum(fold(name) == folded for name, _, _ in added if folded)
    assert (folded in extended) == (folded in base or folded in own)
    assert set(extended.prefixes(folded)) == set(base.prefixes(folded)) | {one for one in own if folded.startswith(one)}
    assert extended.default_row(asked) == base.default_row(asked)


# Areas


def test_an_entry_is_put_into_the_area_that_it_names(mini):
    def parent(told, **known):
        extended = extend_gazetteer(mini, [make_entry("own:v/1", "Ash", 29.2, 51.2, parent=told, **known)])
        return int(extended.parent[len(mini)])

    assert parent("XA-NV") == row.NORVALE
    assert parent("xa") == row.ALDORIA
    assert parent("inei:010203") == row.FERNHOLT_DISTRICT
    assert parent("geonames:6") == row.HILLSHIRE
    assert parent("Sudmark") == row.SUDMARK
    assert parent("Sudmark", country="XA") == row.SUDMARK
    # What is no area is held by one.
    assert parent("geonames:11") == row.FERNHOLT_DISTRICT
    # What is not known is found from the point: the two places near it are of Westmoor.
    assert parent("Nowhere") == parent("") == parent("geonames:77") == parent("Norvale", country="XB") == row.WESTMOOR


def test_entries_may_hold_each_other(mini):
    zone = make_entry("zone:z", "Z", 10, 52, feature="admin2", parent="XA-NV")
    inner = make_entry("own:v/1", "Ash", 10, 52, parent="zone:z")
    extended = extend_gazetteer(mini, [inner, zone])
    assert extended.admin_names(len(mini)) == ("Aldoria", "Norvale", "Z", "Ash")
    assert extended.country(len(mini)) == "XA"


def test_no_entry_is_above_itself(mini):
    ring = [make_entry(f"zone:{n}", f"Z{n}", 0, 5, feature="admin2", parent=f"zone:{(n + 1) % 3}") for n in range(3)]
    alone = make_entry("zone:me", "Me", 0, 5, feature="admin1", parent="zone:me")
    extended = extend_gazetteer(mini, [*ring, alone])
    for one in range(len(mini), len(extended)):
        assert len(extended.admin_rows(one)) <= 5


def test_a_chain_is_no_longer_than_the_gazetteers(mini):
    chain = [
        make_entry(f"zone:{n}", f"Z{n}", 0, 5, feature="admin3", parent=f"zone:{n - 1}" if n else "XA")
        for n in range(9)
    ]
    extended = extend_gazetteer(mini, chain)
    assert max(len(extended.admin_rows(one)) for one in range(len(mini), len(extended))) <= 6


def test_what_may_lie_in_several_areas_is_put_into_none(mini):
    river = make_entry("own:v/1", "Ashwater", 10.32, 52.21, feature="river")
    told = make_entry("own:v/2", "Ashbourne", 10.32, 52.21, feature="river", country="XA")
    extended = extend_gazetteer(mini, [river, told])
    assert [extended.admin_names(one) for one in (len(mini), len(mini) + 1)] == [
        ("Ashwater",),
        ("Aldoria", "Ashbourne"),
    ]
    assert extended.country(len(mini)) == ""


def test_far_from_everything_an_entry_is_in_the_country_that_it_names(mini):
    lost = [make_entry("own:v/1", "Ash", -60, 0, country="xb"), make_entry("own:v/2", "Elm", -60, 0)]
    extended = extend_gazetteer(mini, lost)
    assert extended.admin_names(len(mini)) == ("Bertania", "Ash")
    assert extended.country(len(mini)) == "XB"
    assert extended.admin_names(len(mini) + 1) == ("Elm",)


def test_an_area_is_put_into_a_larger_one(mini):
    district = make_entry("own:v/1", "Ash", 10.32, 52.21, feature="admin2")
    assert extend_gazetteer(mini, [district]).admin_names(len(mini)) == ("Aldoria", "Norvale", "Ash")


def test_holding_areas_agree_with_a_plain_search(gazetteer):
    """The cells find what a search through all places finds."""
    rng = np.random.default_rng(5)
    start = gazetteer.tables.populated.start
    some = rng.integers(start, len(gazetteer), 150)
    lon_e5 = np.append(gazetteer.lon_e5[some] + rng.integers(-20_000, 20_000, 150), [17_999_000, -17_999_000, 0])
    lat_e5 = np.append(gazetteer.lat_e5[some] + rng.integers(-20_000, 20_000, 150), [-1_680_000, -1_680_000, 8_999_000])
    lon_e5 = ((lon_e5 + 18_000_000) % 36_000_000 - 18_000_000).astype("i4")
    lat_e5 = np.clip(lat_e5, -9_000_000, 9_000_000).astype("i4")
    found = find_holding_areas(gazetteer.tables, lon_e5, lat_e5, np.full(len(lon_e5), b"", dtype="S2"))
    for lon, lat, area in zip(lon_e5.tolist(), lat_e5.tolist(), found.tolist(), strict=True):
        near = [one for one, m in gazetteer.nearest(LonLat(lon=lon / 1e5, lat=lat / 1e5), k=3) if m < 49_900]
        chains = [gazetteer.admin_rows(one)[:-1] for one in near]
        shared = [one for one in (chains[0] if chains else ()) if all(one in chain for chain in chains)]
        assert area == (shared[-1] if shared else -1)


# The gazetteer in force


def test_holdings_without_entries_are_the_plain_gazetteer():
    plain = open_gazetteer()
    with use_holdings(hold()):
        assert open_gazetteer() is plain
    with use_holdings(Holdings()):
        assert open_gazetteer() is plain


def test_entries_of_the_holdings_in_force_are_known():
    with use_holdings(hold(HAMLET)):
        assert open_gazetteer() is open_gazetteer()
        assert open_gazetteer().place_id(open_gazetteer().rows("Quorn Hollow")[0]) == "own:v/1"
    assert "quorn hollow" not in open_gazetteer()


def test_a_holding_finds_its_entries_out_from_the_gazetteer_without_any():
    class Finder(HeldEntries):
        def gazetteer_entries(self):
            seen.append(("quorn hollow" in open_gazetteer(), current_holdings() is holdings))
            return ()

    seen = []
    holdings = Holdings(gazetteers=(HeldEntries((HAMLET,)), Finder(())))
    with use_holdings(holdings):
        assert "quorn hollow" in open_gazetteer()
    assert seen == [(False, True)]


def test_two_files_of_one_name_are_refused():
    holdings = Holdings(gazetteers=(HeldEntries((HAMLET,)), HeldEntries((make_entry("own:v/9", "Ash", 0, 1),))))
    with use_holdings(holdings), pytest.raises(OwnDataError, match="two gazetteers of your own are called 'v'"):
        open_gazetteer()
