"""Dumps of GeoNames, merged with two invented countries."""

import mini_gazetteer as row
import numpy as np
import pyarrow as pa
import pytest
from dumps import make_line, make_name, write_base, write_lines
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.geonames_files import read_some_names, write_alternate_names, write_places
from geo.errors import BrokenPackError, GazetteerError
from geo.gazetteer import open_gazetteer
from geo.gazetteer.compile import Dump, compile_gazetteer
from geo.gazetteer.compile.folding import fold_all, usable_all
from geo.gazetteer.compile.kinds import kind_of
from geo.gazetteer.edition import read_edition
from geo.gazetteer.features import FEATURES
from geo.gazetteer.identifiers import find_row
from geo.gazetteer.layout import FILES, ID_ROWS
from geo.gazetteer.names import fold
from geo.gazetteer.naming import usable
from geo.lonlat import LonLat

NEW_ADM2, NEW_ADM3, DISTRICT, HAMLET, BROOK, FARM, SEAT, LOST, LOWLAND = range(101, 110)
LINES = [
    make_line(12, "Marwick", population=950, latitude="52.35", longitude="10.45", modified="2026-05-06"),
    make_line(13, "Marwijk", country="XB", admin1="", admin2="", longitude="29.1", alternatenames="Marvik,MWK"),
    make_line(3, "Land Norvale", "A.ADM1", admin2="", latitude="1", longitude="2", population=5),
    make_line(6, "Hillshire", "A.ADM2", latitude="52.15", longitude="10.25", population=5),
    make_line(NEW_ADM2, "Lowshire", "A.ADM2", admin2="08"),
    make_line(NEW_ADM3, "Dale District", "A.ADM3", admin2="08", admin3="0801"),
    make_line(DISTRICT, "Fernholt", "A.ADM3", admin3="0799", latitude="52.21"),
    make_line(HAMLET, "Østby", asciiname="Oestby", population=80, admin2="08", admin3="0801"),
    make_line(BROOK, "Reading", "H.STM", alternatenames="Reading Brook,https://reading.example"),
    make_line(FARM, "Marwick", "S.FRM", admin1="02", admin2=""),
    make_line(SEAT, "Saint Alban", "P.PPLA3", admin2="08"),
    make_line(LOST, "Old Norvale", "A.ADM1H", admin2=""),
    make_line(LOWLAND, "Nowhere", "P.PPL", country="", admin1="", admin2=""),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return write_base(tmp_path_factory.mktemp("base"))


def compile_lines(folder, base, lines, names=None, **more):
    dump = Dump(
        places=write_lines(folder / "XA.txt", lines),
        alternate_names=None if names is None else write_lines(folder / "names.txt", names),
        **more,
    )
    return compile_gazetteer([dump], folder / "gazetteer", base=base)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory, base):
    return compile_lines(tmp_path_factory.mktemp("compiled"), base, LINES)


@pytest.fixture(scope="module")
def merged(compiled):
    return open_gazetteer(compiled.folder)


def row_of(gazetteer, geonames_id):
    return gazetteer.row_of_geonames_id(geonames_id)


def named(gazetteer, name):
    return [gazetteer.place_id(one) for one in gazetteer.rows(name)]


# What was compiled


def test_it_says_what_was_compiled(compiled):
    assert (compiled.places, compiled.added, compiled.updated) == (16 + 7, 7, 5)
    assert compiled.version == "2026-05-06"
    assert compiled.skipped == {"an alternate name that no document would write": 2, "an area that is no more": 1}


def test_the_folder_holds_a_gazetteer_and_nothing_else(compiled):
    assert {path.name for path in compiled.folder.iterdir()} == {*FILES, ID_ROWS, "edition.txt"}
    assert read_edition(compiled.folder) == compiled.version


def test_the_same_dumps_give_the_same_bytes(tmp_path, base, compiled):
    again = compile_lines(tmp_path, base, LINES)
    assert again.names == compiled.names
    for name in (*FILES, ID_ROWS):
        assert (again.folder / name).read_bytes() == (compiled.folder / name).read_bytes(), name


def test_progress_adds_up_to_the_size_of_the_files(tmp_path, base):
    told = []
    dump = Dump(places=write_lines(tmp_path / "XA.txt", LINES), alternate_names=write_lines(tmp_path / "n.txt", []))
    compile_gazetteer([dump], tmp_path / "gazetteer", base=base, progress=told.append)
    assert sum(told) == (tmp_path / "XA.txt").stat().st_size
    assert min(told) > 0


def test_no_places_at_all_are_the_base(tmp_path, base):
    nothing = compile_lines(tmp_path, base, [])
    assert (nothing.places, nothing.added, nothing.version) == (len(row.ROWS), 0, "")
    assert (tmp_path / "gazetteer" / "places.npy").read_bytes() == (base / "places.npy").read_bytes()


def test_a_base_that_is_none(tmp_path):
    with pytest.raises(GazetteerError, match="cannot be read"):
        compile_lines(tmp_path, tmp_path / "nothing", LINES)


# What the base knows stays


def test_every_name_of_the_base_still_means_what_it_meant(base, merged):
    before = open_gazetteer(base)
    for one in row.ROWS:
        for name in (one.name, *one.alternate, *one.short, *one.demonym):
            known = set(named(before, name))
            assert set(named(merged, name)[: len(known)]) == known, name
        assert [merged.place_id(c.row) for c in merged.candidates_after_comma(one.name)] == [
            before.place_id(c.row) for c in before.candidates_after_comma(one.name)
        ]


def test_codes_and_default_senses_of_the_base_stay(base, merged):
    before = open_gazetteer(base)
    for scheme, code in (("iso3166-1", "XA"), ("iso3166-2", "XA-NV"), ("geonames", "XA.01.07"), ("inei", "010203")):
        assert merged.place_id(merged.row_of(scheme, code)) == before.place_id(before.row_of(scheme, code))
    assert merged.name(merged.default_row("Esterholt")) == "Esterholt"
    assert merged.rank[row_of(merged, 10)] == 1


def test_parents_of_the_base_stay(base, merged):
    before = open_gazetteer(base)
    for number in (3, 6, 10, 11, 14, 15):
        assert merged.admin_names(row_of(merged, number)) == before.admin_names(row_of(before, number))


# A place that both know


def test_a_town_takes_point_people_and_name_of_the_dump(merged):
    norvale, westmoor = row_of(merged, 12), row_of(merged, 13)
    assert merged.lonlat(norvale) == LonLat(lon=10.45, lat=52.35)
    assert merged.population[norvale] == 950
    assert merged.name(westmoor) == "Marwijk"
    assert westmoor in merged.rows("Marwick")
    assert westmoor in merged.rows("marvik")


def test_people_that_the_dump_does_not_know_stay(merged):
    assert merged.population[row_of(merged, 13)] == 400_000


def test_a_first_level_region_keeps_point_people_and_name(merged):
    norvale = row_of(merged, 3)
    assert (merged.name(norvale), merged.lonlat(norvale), merged.population[norvale]) == (
        "Norvale",
        LonLat(lon=10, lat=52),
        900_000,
    )
    assert norvale in merged.rows("Land Norvale")


def test_a_second_level_area_takes_the_point(merged):
    assert merged.lonlat(row_of(merged, 6)) == LonLat(lon=10.25, lat=52.15)
    assert merged.population[row_of(merged, 6)] == 90_000


def test_a_district_without_a_number_is_found_by_its_name_and_keeps_its_identifier(merged):
    district = row_of(merged, DISTRICT)
    assert merged.place_id(district) == "inei:010203"
    assert find_row(merged, f"geonames:{DISTRICT}") == find_row(merged, "inei:010203") == district
    assert merged.lonlat(district).lat == 52.21
    assert named(merged, "Fernholt") == ["inei:010203", "geonames:11"]
    assert merged.row_of("geonames", "XA.01.07.0799") == district


def test_a_district_of_peru_is_found_by_its_official_code(tmp_path):
    rows = [
        row.Row(name="Peru", feature="country", lon=-75, lat=-10, country="PE", codes={"iso3166-1": "PE"}),
        row.Row(
            name="Villa Rica", feature="admin3", lon=-75, lat=-10, country="PE", parent=0, codes={"inei": "190307"}
        ),
    ]
    base = row.write_mini_gazetteer(tmp_path / "base", rows)
    areas = {"country": "PE", "admin1": "19", "admin2": "1903"}
    lines = [
        make_line(1, "Distrito de Villa Rica", "A.ADM3", admin3="190307", **areas),
        make_line(2, "Nuevo Distrito", "A.ADM3", admin3="190309", **areas),
    ]
    merged = open_gazetteer(compile_lines(tmp_path, base, lines).folder)
    assert named(merged, "Distrito de Villa Rica") == ["inei:190307"]
    assert merged.place_id(merged.row_of("inei", "190309")) == "geonames:2"


def test_a_town_hangs_from_the_smaller_area_that_the_dump_knows(tmp_path, base):
    lines = [
        make_line(NEW_ADM3, "Nearby", "A.ADM3", admin1="02", admin2="09", admin3="1"),
        make_line(14, "Marwick", admin1="02", admin2="09", admin3="1"),
        # Sudmark does not hold what lies in Norvale.
        make_line(12, "Marwick", admin1="02", admin2="09", admin3="1"),
    ]
    merged = open_gazetteer(compile_lines(tmp_path, base, lines).folder)
    assert merged.admin_names(row_of(merged, 14)) == ("Aldoria", "Sudmark", "Nearby", "Marwick")
    assert merged.admin_names(row_of(merged, 12)) == ("Aldoria", "Norvale", "Hillshire", "Marwick")


# New places


def test_new_places_hang_from_the_areas_of_their_codes(merged):
    assert merged.admin_names(row_of(merged, HAMLET)) == ("Aldoria", "Norvale", "Lowshire", "Dale District", "Østby")
    assert merged.admin_names(row_of(merged, NEW_ADM3)) == ("Aldoria", "Norvale", "Lowshire", "Dale District")
    assert merged.admin_names(row_of(merged, SEAT))[-2] == "Lowshire"
    assert merged.admin_names(row_of(merged, FARM)) == ("Aldoria", "Sudmark", "Marwick")
    assert merged.admin_names(row_of(merged, LOWLAND)) == ("Nowhere",)
    assert merged.row_of("geonames", "XA.01.08") == row_of(merged, NEW_ADM2)


def test_names_are_folded_and_cut_short(merged):
    hamlet = f"geonames:{HAMLET}"
    assert named(merged, "ostby") == named(merged, "OESTBY") == [hamlet]
    assert named(merged, "St. Alban") == named(merged, "Saint Alban") == [f"geonames:{SEAT}"]
    assert named(merged, "MWK") == []


def test_rows_are_in_the_order_that_readers_rely_on(merged):
    features = merged.feature_code
    town = FEATURES.index("populated place")
    assert np.array_equal(np.flatnonzero(features == town), np.arange(len(merged))[merged.tables.populated.start :])
    ids = merged.tables.places["geonames_id"]
    minor = [ids[one].tolist() for one in merged.tables.minor]
    assert minor == [[BROOK, FARM], [LOWLAND]]
    assert features[: merged.tables.minor[0].start].tolist()[:9] == [0, 0, 1, 1, 1, 2, 2, 3, 3]
    for number in ids[ids > 0].tolist():
        assert ids[row_of(merged, number)] == number
    assert [row_of(merged, number) for number in (0, 99, LOST, 2**31)] == [None] * 4


def test_nearest_places_are_found_among_the_new_ones(merged):
    nearest = {one for one, _ in merged.nearest(LonLat(lon=10.22, lat=52.11), 3)}
    assert nearest == {row_of(merged, number) for number in (HAMLET, SEAT, LOWLAND)}


def test_minor_places_are_for_look_ups_alone(merged):
    assert len(merged.postings("reading")) == 0
    assert "reading" not in merged
    assert merged.prefixes("reading brook") == []
    assert named(merged, "Reading") == named(merged, "Reading Brook") == [f"geonames:{BROOK}"]
    assert named(merged, "Marwick") == ["geonames:13", "geonames:14", "geonames:12", f"geonames:{FARM}"]
    assert len(merged.postings("marwick")) == 3
    assert set(merged.well_known_rows(["river"])) == {merged.row_of("dateline", "oln")}
    assert merged.feature(row_of(merged, FARM)) == "spot"


@pytest.mark.parametrize(
    ("kind", "feature"),
    [
        ("A.ADM2", "admin2"),
        ("A.ADM5", "admin3"),
        ("A.ZN", "region"),
        ("A.ADM2H", None),
        ("P.PPLX", "populated place"),
        ("P.PPLCH", None),
        ("H.STM", "river"),
        ("H.LK", "lake"),
        ("H.BAY", "gulf"),
        ("T.ISL", "island"),
        ("T.VLC", "mountain"),
        ("L.PRK", "park"),
        ("V.FRST", "forest"),
        ("S.CH", "spot"),
        ("R.RD", "road"),
        ("U.TRNU", "undersea feature"),
        ("X.NEW", None),
        (".", None),
    ],
)
def test_kinds(kind, feature):
    found = kind_of(*kind.split("."))
    assert (None if found is None else FEATURES[found]) == feature


def test_the_newest_line_of_a_place_counts(tmp_path, base):
    first = write_lines(tmp_path / "a.txt", [make_line(200, "New", modified="2026-02-01"), make_line(201, "Old")])
    second = write_lines(tmp_path / "b.txt", [make_line(200, "Older"), make_line(201, "Later")])
    dumps = [Dump(places=first), Dump(places=second)]
    found = compile_gazetteer(dumps, tmp_path / "gazetteer", base=base)
    merged = open_gazetteer(found.folder)
    assert [merged.name(row_of(merged, number)) for number in (200, 201)] == ["New", "Later"]
    assert found.skipped == {"a place that stands twice": 2}


def test_lists_of_areas_say_which_place_a_code_is(tmp_path, base):
    admin2 = write_lines(tmp_path / "admin2Codes.txt", [f"XA.02.44\tFar\tFar\t{NEW_ADM2}", "XA.02.45\tNo\tNo\t999"])
    lines = [
        make_line(NEW_ADM2, "Far", "A.ADMD", admin1="02", admin2=""),
        make_line(200, "There", admin1="02", admin2="44"),
    ]
    merged = open_gazetteer(compile_lines(tmp_path, base, lines, admin2=admin2).folder)
    assert merged.admin_names(row_of(merged, 200)) == ("Aldoria", "Sudmark", "Far", "There")
    assert merged.row_of("geonames", "XA.02.45") is None


# Alternate names


def test_alternate_names_have_languages(tmp_path, base):
    names = [
        make_name(HAMLET, "Остбю", "ru"),
        make_name(HAMLET, "Ostbyholm", "", historic="1"),
        make_name(HAMLET, "Osty", "en", colloquial="1"),
        make_name(HAMLET, "https://example.com/ostby", "link"),
        make_name(HAMLET, "Q12345", "wkdt"),
        make_name(HAMLET, "Eastpost", "post"),
        make_name(HAMLET, "OBY", "iata"),
        make_name(HAMLET, "OBYE", "en", short="1"),
        make_name(3, "NVL", "en", short="1"),
        make_name(3, "N.V.", "abbr"),
        make_name(3, "Norvaleland", "en", short="1"),
        make_name(999, "Elsewhere", "en"),
    ]
    lines = [
        make_line(HAMLET, "Østby", population=80, alternatenames="Fourth Column"),
        make_line(3, "Norvale", "A.ADM1"),
    ]
    found = compile_lines(tmp_path, base, lines, names)
    merged = open_gazetteer(found.folder)
    hamlet, norvale = f"geonames:{HAMLET}", "geonames:3"
    for name in ("Остбю", "Ostbyholm", "Osty"):
        assert named(merged, name) == [hamlet], name
    for name in ("Q12345", "Eastpost", "OBY", "OBYE", "Fourth Column", "Elsewhere", "https example com ostby"):
        assert named(merged, name) == [], name
    kinds = {name: merged.candidates(name)[0].name_kind for name in ("NVL", "N.V.", "Norvaleland")}
    assert kinds == {"NVL": "short", "N.V.": "short", "Norvaleland": "alternate"}
    assert named(merged, "NVL") == [norvale]
    assert found.skipped == {
        "a link or a code among the alternate names": 4,
        "an alternate name of a place that is not there": 1,
        "an alternate name that no document would write": 1,
    }


def test_a_table_of_eight_columns_is_read_too(tmp_path, base):
    names = [make_name(HAMLET, "Eastby", "en").rpartition("\t")[0].rpartition("\t")[0]]
    merged = open_gazetteer(compile_lines(tmp_path, base, [make_line(HAMLET, "Østby", population=80)], names).folder)
    assert named(merged, "Eastby") == [f"geonames:{HAMLET}"]


# What cannot be read


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (make_line(1, "A").rpartition("\t")[0], "18 columns instead of 19"),
        (make_line(1, "A") + "\tmore", "20 columns instead of 19"),
        (make_line("one", "A"), "geonameid 'one' is no number of a place"),
        (make_line("", "A"), "geonameid '' is no number of a place"),
        (make_line(2**32, "A"), "geonameid '4294967296' is no number"),
        (make_line(1, "A", latitude="90.5"), "latitude '90.5' is not within 90 degrees"),
        (make_line(1, "A", longitude="nan"), "longitude 'nan' is not within 180 degrees"),
        (make_line(1, "A", longitude=""), "longitude '' is not within 180 degrees"),
        (make_line(1, "A", latitude="52,1"), "latitude '52,1' is not within"),
        (make_line(1, "A", population="many"), "population 'many' is no number"),
        (make_line(1, "A", modified="yesterday"), "modification date 'yesterday' is no date"),
        (make_line(1, "\udcff"), "byte 3 is not UTF-8"),
    ],
)
def test_a_broken_line_is_named(tmp_path, base, line, wrong):
    path = tmp_path / "XA.txt"
    lines = [make_line(300, "Good"), line, make_line(301, "Good too")]
    path.write_bytes("".join(f"{one}\n" for one in lines).encode("utf-8", "surrogateescape"))
    with pytest.raises(BrokenPackError) as error:
        compile_gazetteer([Dump(places=path)], tmp_path / "gazetteer", base=base)
    assert str(error.value).startswith("XA.txt, line 2: ")
    assert wrong in str(error.value)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "gazetteer").exists()


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (make_name(1, "A").rpartition("\t")[0], "9 columns instead of 10"),
        (make_name("x", "A"), "geonameid 'x' is no number of a place"),
        (make_name("", "A"), "geonameid '' is no number of a place"),
    ],
)
def test_a_broken_line_of_names_is_named(tmp_path, base, line, wrong):
    with pytest.raises(BrokenPackError, match=r"names\.txt, line 2: ") as error:
        compile_lines(tmp_path, base, LINES, [make_name(HAMLET, "Good"), line])
    assert wrong in str(error.value)


def test_a_file_that_is_not_there(tmp_path, base):
    with pytest.raises(BrokenPackError, match=r"gone\.txt cannot be read"):
        compile_gazetteer([Dump(places=tmp_path / "gone.txt")], tmp_path / "gazetteer", base=base)


# Files as the benchmark invents them


def test_invented_files_compile(tmp_path, base):
    places, names = tmp_path / "all.txt", tmp_path / "names.txt"
    known = open_gazetteer(base)
    assert write_places(places, 2_000, gazetteer=known) == 2_000
    assert write_alternate_names(names, 2_000, 2_600, gazetteer=known) == 2_600
    dump = Dump(places=places, alternate_names=names)
    compiled = compile_gazetteer([dump], tmp_path / "gazetteer", base=base)
    gone = compiled.skipped["an area that is no more"]
    # The base has 13 places with numbers.
    assert compiled.updated == 13
    assert compiled.added == 2_000 - 13 - gone
    merged = open_gazetteer(compiled.folder)
    assert all(len(merged.rows(name)) for name in read_some_names(places, 200))
    assert compiled.names > 1_500


# Many names at once

NAMES = st.lists(st.text(max_size=12) | st.text("aB9 .'`-/~éß中İ\u200d@:wWcom", max_size=9), max_size=30)


@given(NAMES)
@settings(max_examples=20)
def test_folding_many_is_folding_each(names):
    assert fold_all(pa.array(names, pa.string())).to_pylist() == [fold(name) for name in names]


@given(NAMES)
@settings(max_examples=20)
def test_many_usable_names_are_each_usable(names):
    found = pa.array(names, pa.string())
    assert usable_all(found, fold_all(found)).to_pylist() == [usable(name) for name in names]
