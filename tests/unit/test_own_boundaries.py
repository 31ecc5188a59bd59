"""Boundaries of one's own from the file to the join: what they are matched with, and what they stand before."""

import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from areas import CODES, make_frame, write

from geo.boundaries import BoundaryOptions, InstalledBoundaries, OwnBoundaries, compile_boundaries
from geo.boundaries.build import build_sets
from geo.boundaries.read import read_areas
from geo.boundaries.store import pack_built, unpack_built
from geo.errors import OwnDataError
from geo.holdings import Holdings, use_holdings
from geo.regions import join_regions, read_outlines, read_regions
from geo.regions.sets import country_geometry, region_facts, region_layer, region_position

SHARED = Path("/work/shared/boundaries/peru_distrital_simple.geojson")
VILLA_RICA = shapely.Point(-75.27, -10.74)


def use(*boundaries):
    return use_holdings(Holdings(boundaries=boundaries))


def table(own, level):
    (found,) = (one.layer.table for one in own.boundary_sets() if one.level == level)
    return found


@pytest.fixture(scope="module")
def districts(tmp_path_factory):
    return OwnBoundaries.open(
        write(tmp_path_factory.mktemp("own"), ".geojson"), source="INEI", version="2007", licence="CC0"
    )


def test_districts_are_matched_by_code(districts):
    found = table(districts, "admin3")
    assert found["region_id"] == ["PE-190301", "PE-190307", "PE-190399"]
    assert found["name"] == ["Oxapampa", "Villa Rica", "Ciudad Quimera"]
    assert found["parent_id"] == ["PE-1903"] * 3
    assert found["country"] == ["PE"] * 3


def test_what_the_gazetteer_lacks_becomes_an_entry(districts):
    (entry,) = districts.gazetteer_entries()
    assert (entry.entry_id, entry.name, entry.feature) == ("boundary:PE-190399", "Ciudad Quimera", "admin3")
    assert (entry.country, entry.parent, entry.wins, entry.source) == ("PE", "PE-1903", False, "INEI")


def test_sources_are_credited_with_edition_and_licence(districts):
    assert [(one.name, one.version, one.licence) for one in districts.credits()] == [("INEI", "2007", "CC0")]


def test_a_file_is_described_in_lines(districts):
    lines = districts.describe()
    assert "districts.geojson: code: the property IDDIST" in lines
    assert "districts.geojson: 2 of 3 areas are known to the gazetteer" in lines
    assert all(line.isprintable() for line in lines)
    assert districts.field_map == {"code": "IDDIST", "name": "NOMBDIST", "parent": "IDPROV"}


def test_own_districts_stand_before_the_bundles(districts):
    bundled = len(region_layer("admin3"))
    with use(districts):
        layer = region_layer("admin3")
        assert len(layer) == bundled + 1
        assert layer.table["region_id"] == sorted(layer.table["region_id"])
        at = region_position("admin3", "PE-190307")
        assert layer.geometries([at])[0].equals(shapely.box(-75.35, -10.9, -75.1, -10.6))
        assert [(one.source, one.version, one.approximate) for one in region_facts("admin3", [at])] == [
            ("INEI", "2007", False)
        ]
        assert [one.approximate for one in region_facts("admin3", [at, 0])] == [False, True]
        assert len(region_layer("admin2")) == 196
    assert len(region_layer("admin3")) == bundled


def test_places_join_the_districts_that_are_known(districts):
    frame = gpd.GeoDataFrame(geometry=[VILLA_RICA, shapely.Point(-77.03, -12.05), None], crs="OGC:CRS84")
    assert join_regions(frame).admin3_id.tolist() == ["", "", ""]
    with use(districts):
        found = join_regions(frame)
    assert found.admin3_id.tolist() == ["PE-190307", "", ""]
    assert found.admin3_name.tolist() == ["Villa Rica", "", ""]
    assert found.admin2_id.tolist() == ["PE-1903", "PE-1501", ""]


def test_a_district_has_an_outline_when_its_boundary_is_known(districts):
    places = gpd.GeoDataFrame(
        {"feature": ["admin3"], "id": ["inei:190307"], "country": ["PE"]}, geometry=[VILLA_RICA], crs="OGC:CRS84"
    )
    assert read_outlines(places) == [None]
    with use(districts):
        (outline,) = read_outlines(places)
        assert join_regions(places).admin3_id.tolist() == ["PE-190307"]
    told = (outline.approximate, outline.source, outline.version, outline.licence, outline.credits)
    assert told == (False, "INEI", "2007", "CC0", ("INEI",))


def test_regions_are_read_with_their_own_facts(districts):
    with use(districts):
        found = read_regions("admin3", ids=["PE-190307", "PE-010101"])
    assert found.approximate.tolist() == [True, False]
    assert found.source.tolist()[1] == "INEI"


def test_the_first_of_two_files_counts(districts, tmp_path):
    moved = make_frame()
    moved.geometry = moved.translate(0.05, 0)
    other = OwnBoundaries.open(write(tmp_path, ".gpkg", moved), source="other")
    for first, second, source in ((districts, other, "INEI"), (other, districts, "other")):
        with use(first, second):
            at = region_position("admin3", "PE-190301")
            assert region_facts("admin3", [at])[0].source == source


def test_provinces_are_made_of_their_districts(tmp_path, gazetteer):
    codes = sorted(code for code in gazetteer.codes_in("inei") if code.startswith("1903") and len(code) == 6)
    cells = [shapely.box(-76 + 0.2 * n, -11, -75.8 + 0.2 * n, -10) for n in range(len(codes))]
    frame = gpd.GeoDataFrame({"ubigeo": codes}, geometry=cells, crs="OGC:CRS84")
    frame.loc[2, "geometry"] = None
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", frame))
    assert [one.level for one in own.boundary_sets()] == ["admin2", "admin3"]
    with use(own):
        at = region_position("admin2", "PE-1903")
        assert region_facts("admin2", [at])[0].approximate is False
        assert region_layer("admin2").geometries([at])[0].area == pytest.approx(0.2 * (len(codes) - 1), rel=1e-3)
        found = join_regions(gpd.GeoDataFrame(geometry=[shapely.Point(-75.7, -10.5)], crs="OGC:CRS84"))
        assert not found.admin2_approximate[0]
    assert any(codes[2] in line for line in own.faults)


def test_a_missing_district_inside_leaves_no_hole_in_its_province(tmp_path, gazetteer):
    codes = sorted(code for code in gazetteer.codes_in("inei") if code.startswith("1903") and len(code) == 6)
    cells = [
        shapely.box(-76 + 0.2 * (n % 3), -11 + 0.2 * (n // 3), -75.8 + 0.2 * (n % 3), -10.8 + 0.2 * (n // 3))
        for n in range(9)
    ]
    frame = gpd.GeoDataFrame({"ubigeo": [*codes, "190398", "190397"][:9]}, geometry=cells, crs="OGC:CRS84")
    frame.loc[4, "geometry"] = None
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", frame))
    with use(own):
        whole = region_layer("admin2").geometries([region_position("admin2", "PE-1903")])[0]
    assert whole.area == pytest.approx(0.36)


LEVELS = [
    ({"iso_3166_2": ["PE-PAS", "PE-JUN"], "name": ["x", "y"]}, "admin1", ["PE-JUN", "PE-PAS"]),
    ({"ADM2_PCODE": ["PE1903", "PE1201"], "ADM2_ES": ["x", "y"]}, "admin2", ["PE-1201", "PE-1903"]),
    ({"UBIGEO": [1903, 1201], "n": ["x", "y"]}, "admin2", ["PE-1201", "PE-1903"]),
    ({"code": ["NE", "SO"], "name": ["Noreste", "Suroeste"]}, "zone", ["districts/ne", "districts/so"]),
    ({"IDDIST": ["190301", "PE-120601"], "DESCRIPCION": ["x", "y"]}, "admin3", ["PE-120601", "PE-190301"]),
    ({"nombre": ["Zona Roja", "Zona Azul"]}, "zone", ["districts/zona-azul", "districts/zona-roja"]),
    ({"id": [1, 2], "zona": ["Zona Roja", "Zona Azul"]}, "zone", ["districts/1", "districts/2"]),
    ({"id": [7, 8], "nivel": ["Zona", "Zona"]}, "zone", ["districts/7", "districts/8"]),
    (
        {"shapeID": ["a1", "a2"], "shapeName": ["x", "y"], "shapeType": ["ADM3"] * 2},
        "admin3",
        ["districts/a1", "districts/a2"],
    ),
]


@pytest.mark.parametrize(("columns", "level", "ids"), LEVELS)
def test_the_level_is_found_out(tmp_path, columns, level, ids):
    frame = gpd.GeoDataFrame(
        columns, geometry=[shapely.box(-75.6, -10.8, -75.1, -10.4), shapely.box(-75.3, -12, -75, -11.6)], crs=4326
    )
    own = OwnBoundaries.open(write(tmp_path, ".geojson", frame))
    assert table(own, level)["region_id"] == ids


def test_countries_are_known_by_their_codes(tmp_path):
    frame = read_regions("country", ids=["PE", "BO"]).simplify(0.1)
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", gpd.GeoDataFrame({"shapeISO": ["BOL", "PER"]}, geometry=frame)))
    assert table(own, "country")["region_id"] == ["BO", "PE"]
    with use(own):
        assert country_geometry("PE").equals_exact(frame[1], 1e-4)


def test_names_match_where_they_lie(tmp_path):
    province = shapely.box(-76, -11.2, -74.2, -9.6)
    frame = gpd.GeoDataFrame({"name": ["OXAPAMPA"]}, geometry=[province], crs=4326)
    own = OwnBoundaries.open(write(tmp_path, ".geojson", frame), level="admin2")
    assert (table(own, "admin2")["region_id"], table(own, "admin2")["name"]) == (["PE-1903"], ["Oxapampa"])
    elsewhere = frame.set_geometry(frame.translate(20, 5))
    far = OwnBoundaries.open(write(tmp_path, ".gpkg", elsewhere), level="admin2")
    assert table(far, "admin2")["region_id"] == ["districts/oxapampa"]


def test_codes_of_another_country_are_not_perus(tmp_path):
    frame = gpd.GeoDataFrame(
        {"codigo": ["0101", "0102"], "name": ["x", "y"]},
        geometry=[shapely.box(-79.1, -3, -78.9, -2.8), shapely.box(-78.9, -3, -78.7, -2.8)],
        crs=4326,
    )
    own = OwnBoundaries.open(write(tmp_path, ".geojson", frame))
    assert table(own, "zone")["country"] == ["EC", "EC"]


def test_a_set_that_divides_a_country_says_so(tmp_path):
    departments = read_regions(
        "admin1", ids=[one for one in region_layer("admin1").table["region_id"] if one.startswith("PE-")]
    )
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", departments[["region_id", "name", "geometry"]]), source="mine")
    (one,) = own.boundary_sets()
    assert (one.level, one.covers) == ("admin1", frozenset({"PE"}))
    before = country_geometry("PE")
    with use(own):
        assert country_geometry("PE").symmetric_difference(before).area < 0.01
        assert read_regions("country", ids=["PE"]).source.tolist() == ["mine"]
        place = gpd.GeoDataFrame(geometry=[VILLA_RICA], crs="OGC:CRS84")
        assert join_regions(place)[["country_id", "admin1_id", "admin2_id"]].iloc[0].tolist() == [
            "PE",
            "PE-PAS",
            "PE-1903",
        ]


def test_older_districts_give_way_where_a_set_divides_all(tmp_path):
    peru = gpd.GeoDataFrame({"ubigeo": ["190307"], "name": ["Villa Rica"]}, geometry=[country_geometry("PE")], crs=4326)
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", peru))
    with use(own):
        assert [one for one in region_layer("admin3").table["region_id"] if one.startswith("PE-")] == ["PE-190307"]


def test_areas_larger_than_regions_cover_what_they_cover(tmp_path):
    squares = [shapely.box(-82 + 5 * n, -19, -77 + 5 * n, 1) for n in range(3)]
    frame = gpd.GeoDataFrame({"code": ["a", "b", "c"], "name": ["x", "y", "z"]}, geometry=squares, crs=4326)
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", frame), level="admin1", country="PE")
    (one,) = own.boundary_sets()
    assert "PE" in one.covers
    assert "BO-L" not in one.covers
    with use(own):
        place = gpd.GeoDataFrame(geometry=[VILLA_RICA, shapely.Point(-68.15, -16.5)], crs="OGC:CRS84")
        assert join_regions(place).admin1_id.tolist() == ["districts/b", "BO-L"]
        named = gpd.GeoDataFrame({"feature": ["region"], "id": ["region:peruvian-amazon"]}, geometry=[None], crs=4326)
        assert read_outlines(named) == [None]


def test_zones_are_names_that_win(tmp_path):
    frame = gpd.GeoDataFrame(
        {"zona": ["ZONA ROJA", "{{ 7*7 }}"], "fuente": ["Ministerio"] * 2},
        geometry=[shapely.box(-75.6, -10.7, -75.3, -10.4), shapely.box(-75.3, -10.7, -75, -10.4)],
        crs=4326,
    )
    own = OwnBoundaries.open(write(tmp_path, ".geojson", frame))
    first, second = own.gazetteer_entries()
    assert (second.entry_id, second.feature, second.wins) == ("zone:districts/zona-roja", "region", True)
    assert (first.name, second.name, second.country, second.source) == ("{{ 7*7 }}", "ZONA ROJA", "PE", "Ministerio")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"level": "barrio"}, "'barrio' is no level: use one of country, admin1"),
        ({"code": "x"}, "no property is called 'x'"),
        ({"layer": "x"}, "has no layer 'x'"),
    ],
)
def test_what_does_not_fit_is_told_when_a_file_is_opened(tmp_path, fields, told):
    with pytest.raises(OwnDataError, match=told):
        OwnBoundaries.open(write(tmp_path, ".gpkg"), fields=fields)


def test_areas_of_one_code_become_one(tmp_path):
    frame = make_frame(IDDIST=["190301", "190301", "190307"])
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", frame), fields={"code": "IDDIST"})
    assert table(own, "admin3")["region_id"] == ["PE-190301", "PE-190307"]
    assert "several areas of one code, made one: 190301" in own.faults


def test_overlaps_are_told_of_and_the_smallest_id_counts(tmp_path):
    frame = make_frame()
    frame.geometry = [shapely.box(-75.6, -10.9, -75.1, -10.4)] * 3
    own = OwnBoundaries.open(write(tmp_path, ".gpkg", frame))
    assert any("overlap" in line for line in own.faults)
    with use(own):
        found = join_regions(gpd.GeoDataFrame(geometry=[VILLA_RICA], crs="OGC:CRS84"))
    assert found.admin3_id.tolist() == ["PE-190301"]


def test_zones_may_overlap(tmp_path):
    squares = [shapely.box(-75.6 + west, -10.7, -75.3 + west, -10.4) for west in (0, 0.3, 0.45)]
    frame = gpd.GeoDataFrame({"zona": ["Roja", "Azul", "Verde"]}, geometry=squares, crs=4326)
    own = OwnBoundaries.open(write(tmp_path, ".geojson", frame))
    assert own.faults == ("2 of 3 zones overlap others: a place in several is counted to each",)


def test_nothing_that_could_be_drawn(tmp_path):
    frame = make_frame()
    frame.geometry = frame.representative_point()
    with pytest.raises(OwnDataError, match=r"no area that could be drawn \(no polygon, left out: 190301"):
        OwnBoundaries.open(write(tmp_path, ".gpkg", frame))


def test_a_file_is_read_once_and_again_when_it_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path / "cache"))
    path = write(tmp_path, ".geojson")
    first = OwnBoundaries.open(path)
    (kept,) = (tmp_path / "cache").glob("*/*")
    before = kept.stat().st_ino
    assert OwnBoundaries.open(path) == first
    path.write_bytes(path.read_bytes() + b" ")
    os.utime(path, ns=(1, 1))
    again = OwnBoundaries.open(path)
    assert again != first
    assert len(list((tmp_path / "cache").glob("*/*"))) == 2
    assert kept.stat().st_ino == before


def test_what_is_kept_is_what_was_read(tmp_path):
    built = build_sets(read_areas(write(tmp_path, ".geojson")), BoundaryOptions(country="PE"), "districts")
    again = unpack_built(pack_built(built), "kept")
    assert (again.fields, again.faults, again.notes) == (built.fields, built.faults, built.notes)
    for one, other in zip(again.sets, built.sets, strict=True):
        assert (one.level, one.covers, one.layer.table) == (other.level, other.covers, other.layer.table)
        assert one.layer.geometries(range(3)).tolist() == other.layer.geometries(range(3)).tolist()


def test_boundaries_of_a_pack_are_compiled_and_opened(tmp_path):
    lines = compile_boundaries(
        make_frame("EPSG:32718"),
        tmp_path / "pack",
        source="geoBoundaries",
        version="2023",
        licence="CC BY 4.0",
        country="PE",
    )
    assert any("2 of 3 areas are known" in line for line in lines)
    installed = InstalledBoundaries(tmp_path / "pack")
    assert installed == InstalledBoundaries(tmp_path / "pack")
    (one,) = installed.boundary_sets()
    assert (one.level, one.source, one.version, one.licence) == ("admin3", "geoBoundaries", "2023", "CC BY 4.0")
    assert [entry.name for entry in installed.gazetteer_entries()] == ["Ciudad Quimera"]
    with use(installed):
        assert region_position("admin3", "PE-190399") is not None


def test_a_pack_that_is_broken_says_what_to_do(tmp_path):
    with pytest.raises(OwnDataError, match="install the data pack again"):
        InstalledBoundaries(tmp_path)
    compile_boundaries(make_frame(), tmp_path)
    whole = (tmp_path / "boundaries.npz").read_bytes()
    for cut in (0, 10, len(whole) // 2, len(whole) - 1):
        (tmp_path / "boundaries.npz").write_bytes(whole[:cut])
        with pytest.raises(OwnDataError, match="install the data pack again"):
            InstalledBoundaries(tmp_path).boundary_sets()


@pytest.mark.skipif(not SHARED.exists(), reason="the districts of Peru are not at hand")
def test_the_districts_of_peru_replace_the_approximate_ones():
    own = OwnBoundaries.open(SHARED)
    assert any("no geometry, left out" in line and "3 more" in line for line in own.faults)
    with use(own):
        assert len(region_layer("admin3")) == 1826
        assert not any(one.approximate for one in region_facts("admin2", range(len(region_layer("admin2")))))
        found = join_regions(gpd.GeoDataFrame(geometry=[VILLA_RICA], crs="OGC:CRS84")).iloc[0]
        assert (found.admin3_name, found.admin2_approximate) == ("Villa Rica", np.False_)
    assert len(CODES) == 3
