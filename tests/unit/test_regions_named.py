import shutil
from dataclasses import replace

import pytest
from shapely import Point, Polygon

from geo.errors import RegionError
from geo.regions import (
    named_regions,
    read_named_region,
    region_geometry,
    region_is_approximate,
    region_note,
    region_tiers,
    tier_members,
    touched_names,
)
from geo.regions.named import has_members_in
from geo.resources import data_path

VRAEM = data_path("regions/vraem.toml")


@pytest.fixture
def vraem():
    return named_regions()["vraem"]


@pytest.fixture
def write(tmp_path):
    """Give a function that writes the VRAEM's file with a text in it replaced."""

    def _write(old, new):
        text = VRAEM.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "region.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return _write


def test_the_definition_of_the_vraem(vraem):
    assert (vraem.region_id, vraem.name, vraem.feature, vraem.country) == ("vraem", "VRAEM", "region", "PE")
    assert vraem.default_tier == "core"
    assert "Valley of the Apurímac, Ene and Mantaro Rivers" in vraem.names["en"]
    assert vraem.names["short"] == ("VRAEM", "VRAE")
    assert [source.year for source in vraem.sources] == [2022, 2018, 2020, 2025, 2015]


def test_it_says_what_its_sources_leave_out(vraem):
    assert (
        "statutory annex (69 districts in five departments, Apurímac among them) is not among the sources" in vraem.note
    )
    assert not any(code.startswith("03") for code in tier_members(vraem, "wider"))


def test_tiers_add_up(vraem):
    core, wider = (set(tier_members(vraem, tier)) for tier in ("core", "wider"))
    assert core < wider
    assert (len(core), len(wider)) == (40, 70)
    assert tier_members(vraem) == tier_members(vraem, "core")


def test_outlines_grow_with_the_tiers(vraem):
    (core_name, core), (wider_name, wider) = region_tiers(vraem)
    assert (core_name, wider_name) == ("core", "wider")
    assert core.is_valid
    assert wider.is_valid
    assert wider.difference(core).area > 1
    assert core.difference(wider).area < 1e-9


@pytest.mark.parametrize("tier", ["core", "wider"])
def test_outlines_have_no_slivers(vraem, tier):
    outline = region_geometry(vraem, tier)
    parts = getattr(outline, "geoms", [outline])
    holes = [ring for part in parts for ring in part.interiors]
    assert min(Polygon(one).area for one in [*holes, *(part.exterior for part in parts)]) > 1e-3


# Kimbiri's seat, Llochegua's, Pichari's; Oxapampa, Villa Rica, Satipo, Ayacucho.
@pytest.mark.parametrize(("lon", "lat"), [(-73.789, -12.62), (-73.9102, -12.4142), (-73.8267, -12.5186)])
def test_towns_of_the_vraem_lie_inside(vraem, lon, lat):
    assert region_geometry(vraem).contains(Point(lon, lat))


@pytest.mark.parametrize(
    ("lon", "lat"), [(-75.40167, -10.5775), (-75.26972, -10.73944), (-74.63861, -11.25222), (-74.22345, -13.1638)]
)
@pytest.mark.parametrize("tier", ["core", "wider"])
def test_towns_outside_the_vraem_lie_outside(vraem, tier, lon, lat):
    assert not region_geometry(vraem, tier).intersects(Point(lon, lat))


def test_its_own_point_lies_inside(vraem):
    assert region_geometry(vraem).contains(Point(vraem.lonlat.lon, vraem.lonlat.lat))


def test_it_touches_four_departments(vraem):
    assert touched_names(vraem) == ("Ayacucho", "Cusco", "Huancavelica", "Junín")


def test_provinces_with_and_without_members(vraem):
    assert has_members_in(vraem, "PE-0809")
    assert not has_members_in(vraem, "PE-1903")
    assert has_members_in(vraem, "PE-090701", "wider")
    assert not has_members_in(vraem, "PE-090701", "core")


def test_an_approximate_outline_says_so(vraem):
    assert region_is_approximate(vraem)
    assert region_note(vraem).startswith("Approximate: made from district seats")
    assert region_note(vraem).endswith(vraem.note)


def test_a_tier_that_is_none(vraem):
    with pytest.raises(RegionError, match="choose from core, wider"):
        region_geometry(vraem, "heart")


def test_a_region_of_provinces(vraem):
    tier = replace(vraem.tiers[0], codes=("1903",))
    region = replace(vraem, region_id="oxapampa", tiers=(tier,))
    assert touched_names(region) == ("Pasco",)
    assert region_geometry(region).contains(Point(-75.26972, -10.73944))


def test_districts_without_boundaries_are_left_out(vraem):
    with_one, without = (replace(vraem.tiers[0], codes=codes) for codes in (("050408", "050512"), ("050512",)))
    assert region_geometry(replace(vraem, tiers=(with_one,))).area > 0
    with pytest.raises(RegionError, match="no boundary of a member"):
        region_geometry(replace(vraem, tiers=(without,)))


def test_a_file_of_ones_own(tmp_path):
    path = tmp_path / "mine.toml"
    shutil.copy(VRAEM, path)
    assert read_named_region(path) == named_regions()["vraem"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "VRAEM"\n', "", "it lacks the key 'name'"),
        ('name = "VRAEM"\n', 'name = "VRAEM"\ncolour = "red"\n', "the key 'colour' is not known"),
        ('"050402"', '"059999"', "no province or district has the code '059999'"),
        ('"050402"', '"05"', "no province or district has the code '05'"),
        ('"050402"', '"050406"', "the code '050406' is listed twice"),
        ('scheme = "inei"', 'scheme = "iso"', "the scheme 'iso' is not known"),
        ('default_tier = "core"', 'default_tier = "heart"', "'heart' is none of its tiers"),
        ("lat = -12.41", "lat = -124.1", "latitude -124.1 is not between"),
        ("year = 2022", "century = 21", "century"),
        ('name = "VRAEM"', "name = VRAEM", "cannot be read as a region"),
        ("core = [", "core = 7 # [", "cannot be read as a region"),
    ],
)
def test_a_file_with_a_fault(write, old, new, message):
    path = write(old, new)
    with pytest.raises(RegionError, match=message) as caught:
        read_named_region(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_missing_or_not_text(tmp_path):
    with pytest.raises(RegionError, match="cannot be read as a region"):
        read_named_region(tmp_path / "none.toml")
    path = tmp_path / "bytes.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegionError, match="cannot be read as a region"):
        read_named_region(path)
