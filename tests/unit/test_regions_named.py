import numpy as np
import pytest
import shapely
from shapely import Point, Polygon

from geo.boundaries.model import ZONE, BoundarySet
from geo.errors import RegionError
from geo.gazetteer import FEATURES, open_gazetteer
from geo.holdings import Holdings, use_holdings
from geo.regions import (
    Code,
    NamedRegion,
    Tier,
    country_geometry,
    find_region,
    named_regions,
    read_regions,
    region_country,
    region_geometry,
    region_is_approximate,
    region_note,
    region_outline,
    region_point,
    region_tiers,
    tier_members,
    touched_countries,
    touched_names,
)
from tests.zones import HeldRegions, HeldZones, pack_zones


@pytest.fixture
def vraem():
    return named_regions()["vraem"]


def of(*members, excluded=(), carved_out_of=None, **fields):
    """Give a region of one tier by codes such as ``"iso3166-1:ML"``."""
    tier = Tier(name="whole", members=codes(members), excluded=codes(excluded))
    fields = {"region_id": "test", "name": "Test", "tiers": (tier,), "default_tier": "whole", **fields}
    return NamedRegion(carved_out_of=carved_out_of or {}, **fields)


def codes(texts):
    return tuple(Code(*text.split(":")) for text in texts)


def test_the_definition_of_the_vraem(vraem):
    assert (vraem.region_id, vraem.name, vraem.feature, vraem.country) == ("vraem", "VRAEM", "region", "PE")
    assert (vraem.default_tier, vraem.certain) == ("core", True)
    assert "Valley of the Apurímac, Ene and Mantaro Rivers" in vraem.names["en"]
    assert vraem.names["short"] == ("VRAEM", "VRAE")
    assert [source.year for source in vraem.sources] == [2022, 2018, 2020, 2025, 2015]


def test_it_says_what_its_sources_leave_out(vraem):
    assert (
        "statutory annex (69 districts in five departments, Apurímac among them) is not among the sources" in vraem.note
    )
    assert not any(code.code.startswith("03") for code in tier_members(vraem, "wider"))


def test_newer_districts_lie_in_the_province_of_the_older_ones(vraem):
    members = tier_members(vraem, "wider")
    assert set(vraem.carved_out_of) <= set(members)
    assert all(newer.code[:4] == older.code[:4] for newer, older in vraem.carved_out_of.items())


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
    assert region_point(vraem) == vraem.lonlat
    assert region_geometry(vraem).contains(Point(vraem.lonlat.lon, vraem.lonlat.lat))


def test_it_touches_four_departments(vraem):
    assert touched_names(vraem) == ("Ayacucho", "Cusco", "Huancavelica", "Junín")
    assert (touched_countries(vraem), region_country(vraem)) == (("PE",), "PE")


def test_an_approximate_outline_says_so(vraem):
    assert region_is_approximate(vraem)
    assert region_note(vraem).startswith("Approximate: made from district seats")
    assert region_note(vraem).endswith(vraem.note)
    # Río Magdalena was a part of San Miguel, which is in the wider area only.
    assert "Members newer than the boundaries, drawn with all of an older unit: 1." in region_note(vraem)


def test_a_tier_that_is_none(vraem):
    with pytest.raises(RegionError, match="choose from core, wider"):
        region_geometry(vraem, "heart")


def test_a_region_of_provinces():
    region = of("inei:1903")
    assert (touched_names(region), region_country(region)) == (("Pasco",), "PE")
    assert region_geometry(region).contains(Point(-75.26972, -10.73944))
    assert region_is_approximate(region)


def test_a_region_of_countries():
    region = of("iso3166-1:ML", "iso3166-1:NE", "iso3166-1:BF")
    assert touched_names(region) == ("Burkina Faso", "Mali", "Niger")
    assert (touched_countries(region), region_country(region)) == (("BF", "ML", "NE"), "")
    outline = region_geometry(region)
    assert outline.geom_type == "Polygon"
    assert not outline.interiors
    assert outline.area == pytest.approx(sum(country_geometry(code).area for code in ("ML", "NE", "BF")))
    assert (region_is_approximate(region), region_note(region)) == (False, "")
    point = region_point(region)
    assert outline.contains(Point(point.lon, point.lat))


def test_a_country_alone_reaches_into_none_of_its_regions():
    assert touched_names(of("iso3166-1:ML")) == ()
    assert region_country(of("iso3166-1:ML")) == "ML"


# Andalusia by its provinces, England by its counties, Mali by its number, Lima by each of its codes.
@pytest.mark.parametrize(
    ("member", "inside"),
    [
        ("iso3166-2:ES-AN", (-5.99, 37.38)),
        ("iso3166-2:GB-ENG", (-1.9, 52.48)),
        ("geonames:2453866", (-8.0, 12.65)),
        ("inei:15", (-76.5, -11.5)),
        ("inei:1501", (-77.03, -12.05)),
    ],
)
def test_units_of_every_kind_are_drawn(member, inside):
    assert region_geometry(of(member)).contains(Point(*inside))


def test_what_is_left_out_of_the_same_boundaries_leaves_nothing_behind():
    region = of("iso3166-1:ML", excluded=["iso3166-2:ML-7", "iso3166-2:ML-8"])
    whole, rest = country_geometry("ML"), region_geometry(region)
    left = shapely.union_all(read_regions("admin1", ids=["ML-7", "ML-8"]).geometry.tolist())
    assert rest.area == pytest.approx(whole.area - left.area)
    assert rest.intersection(left).area == 0


def test_what_is_left_out_of_larger_boundaries_leaves_no_sliver():
    region = of("iso3166-2:PE-PAS", excluded=["inei:1903"])
    province = region_geometry(of("inei:1903"))
    outline = region_geometry(region)
    assert outline.intersection(province).area < 1e-9
    assert not shapely.is_empty(shapely.buffer(shapely.get_parts(outline), -0.005)).any()


def test_tiers_each_leave_out_their_own():
    core = Tier(name="core", members=codes(["iso3166-1:ML"]), excluded=codes(["iso3166-2:ML-7"]))
    wider = Tier(name="wider", members=codes(["iso3166-2:ML-7"]))
    region = of("iso3166-1:ML", tiers=(core, wider), default_tier="core")
    assert region_geometry(region, "wider").equals(country_geometry("ML"))
    assert region_geometry(region).area < country_geometry("ML").area


def test_members_of_several_levels_are_one():
    region = of("iso3166-2:PE-PAS", "inei:1206", "inei:120301")
    outline = region_geometry(region)
    holes = [ring for part in shapely.get_parts(outline) for ring in part.interiors]
    assert outline.is_valid
    assert outline.contains(Point(-75.26972, -10.73944))
    assert outline.contains(Point(-74.63861, -11.25222))
    assert not holes


def test_older_units_stand_for_newer_ones():
    lone = of("inei:050512")
    with pytest.raises(RegionError, match="no boundary of a member"):
        region_geometry(lone)
    region = of("inei:050512", carved_out_of={Code("inei", "050512"): Code("inei", "050502")})
    assert region_geometry(region).equals(region_geometry(of("inei:050502")))
    assert "drawn with all of an older unit: 1." in region_note(region)
    assert "drawn with all" not in region_note(of("inei:050502"))


def test_a_circle_of_older_units_ends():
    circle = {Code("inei", "050512"): Code("inei", "050513"), Code("inei", "050513"): Code("inei", "050512")}
    with pytest.raises(RegionError, match="no boundary of a member"):
        region_geometry(of("inei:050512", carved_out_of=circle))


def test_members_without_boundaries_are_told():
    # A province of Bolivia, which the gazetteer alone knows.
    gazetteer = open_gazetteer()
    row = min(np.flatnonzero((gazetteer.country_code == b"BO") & (gazetteer.feature_code == FEATURES.index("admin2"))))
    region = of(f"geonames:{gazetteer.geonames_id(row)}", "inei:1903", accuracy="Rough.")
    assert region_is_approximate(region)
    assert "Members without a boundary, which are not drawn: 1." in region_note(region)
    assert region_point(of(f"geonames:{gazetteer.geonames_id(row)}")) == gazetteer.lonlat(row)


def test_regions_of_ones_own_stand_in_place_of_the_bundles():
    mine = HeldRegions(of("iso3166-1:ML", region_id="vraem", name="Mine"), of("iso3166-1:NE", region_id="other"))
    later = HeldRegions(of("iso3166-1:BF", region_id="other"))
    with use_holdings(Holdings(regions=(mine, later))):
        assert named_regions()["vraem"].name == "Mine"
        assert tier_members(named_regions()["other"]) == codes(["iso3166-1:NE"])
        assert list(named_regions()) == sorted(named_regions())
        assert find_region("region:vraem").name == "Mine"
    assert named_regions()["vraem"].name == "VRAEM"


def test_a_zone_is_a_region_with_a_polygon():
    square = shapely.box(-4, 12, -1, 15)
    zones = BoundarySet(level=ZONE, layer=pack_zones({"north": square}), source="Own", licence="CC0", accuracy="Rough.")

    with use_holdings(Holdings(boundaries=(HeldZones(zones),))):
        zone = find_region("zone:north")
        assert named_regions()["north"] is zone
        assert find_region("region:north") is None
        assert region_geometry(zone).equals(square)
        assert touched_countries(zone) == ("BF", "ML")
        assert touched_names(zone) == ("Burkina Faso", "Mali")
        outline = region_outline(zone)
        assert (outline.source, outline.licence, outline.approximate) == ("Own", "CC0", False)
        assert square.contains(Point(region_point(zone).lon, region_point(zone).lat))


@pytest.mark.parametrize("place_id", ["", "region:", "region:atlantis", "zone:vraem", "geonames:3933874", "vraem"])
def test_an_identifier_of_no_region(place_id):
    assert find_region(place_id) is None


def test_every_region_of_the_bundle_is_drawn():
    for region in named_regions().values():
        before = None
        for _, outline in region_tiers(region):
            assert outline.is_valid
            assert before is None or np.isclose(shapely.difference(before, outline).area, 0)
            before = outline
        point = region_point(region)
        assert region_geometry(region).intersects(Point(point.lon, point.lat))
