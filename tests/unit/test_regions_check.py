from pathlib import Path

import pytest
import shapely

from geo.lonlat import LonLat
from geo.regions import named_regions
from geo.regions.named.check import area_km2, examine_region
from tests.unit.test_regions_named import of


def notes(region, path=None):
    return " | ".join(examine_region(region, path).notes)


def test_areas_are_those_of_the_ellipsoid():
    # A degree by a degree at the equator, on WGS 84.
    assert area_km2(shapely.box(0, 0, 1, 1)) == pytest.approx(12308.8, rel=1e-3)
    assert area_km2(shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(10, 0, 11, 1)])) == pytest.approx(
        24617.6, rel=1e-3
    )
    hole = shapely.box(0, 0, 1, 1).difference(shapely.box(0.25, 0, 0.75, 0.5))
    assert area_km2(hole) == pytest.approx(0.75 * 12308.8, rel=1e-3)
    assert area_km2(None) == 0


def test_the_size_of_a_region():
    facts = examine_region(of("iso3166-1:ML"))
    ((name, members, size),) = facts.tiers
    assert (name, members, facts.approximate) == ("whole", 1, False)
    assert size == pytest.approx(1_254_000, rel=0.01)
    assert -13 < facts.point.lon < 5


def test_the_size_of_tiers_adds_up():
    facts = examine_region(named_regions()["vraem"])
    (core, forty, less), (wider, seventy, more) = facts.tiers
    assert (core, wider, forty, seventy) == ("core", "wider", 40, 70)
    assert less < more


def test_what_a_good_definition_makes_of_notes():
    region = of("iso3166-1:ML", name="Zyx", date="2024", note="All.", sources=named_regions()["vraem"].sources)
    assert notes(region, Path("test.toml")) == ""


@pytest.mark.parametrize(
    ("region", "message"),
    [
        (of("iso3166-1:ML"), "does not say its date and note and sources"),
        (of("inei:050513"), "without boundaries, so not drawn: 050513 Río Magdalena"),
        (of("inei:050513"), "no member has a boundary: it is drawn as a point"),
        (of("iso3166-1:ML", "iso3166-2:ML-7"), "within another member, so listed for nothing: ML-7"),
        (of("iso3166-1:ML", excluded=["iso3166-2:SN-SL"]), "exceptions in no member, so left out for nothing: SN-SL"),
        (of("iso3166-1:ML", excluded=["iso3166-1:ML"]), "both a member and left out: ML"),
        (of("iso3166-2:PE-AYA", excluded=["inei:050513"]), "left out of the join and not of the outline: 050513"),
        (of("inei:1903"), "'accuracy' does not say how good it is"),
        (of("iso3166-1:ML", lonlat=LonLat(lon=0.5, lat=0.5)), "longitude 0.5 and latitude 0.5, lies outside"),
        (of("iso3166-1:ML", name="Lima"), "'Lima': also the name of "),
        (of("iso3166-1:ML", name="VRAEM"), r"the named region VRAEM (vraem)"),
    ],
)
def test_what_may_surprise(region, message):
    assert message in notes(region)


def test_the_name_of_the_file():
    assert "the file is called 'other.toml': test.toml would say" in notes(of("iso3166-1:ML"), Path("other.toml"))
    assert "the file is called" not in notes(of("iso3166-1:ML"), Path("test.toml"))


def test_older_units_are_told():
    vraem = notes(named_regions()["vraem"])
    assert "newer than the boundaries, so drawn as the older unit: 050512 Unión Progreso" in vraem
