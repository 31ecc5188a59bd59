"""Which named regions places lie in: by the gazetteer's areas, by boundaries, by outlines."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.annotate import region_names
from geo.boundaries.model import ZONE, BoundarySet
from geo.gazetteer import FEATURES, open_gazetteer
from geo.holdings import Holdings, use_holdings
from geo.regions import Code, NamedRegion, Tier, join_regions, region_geometry
from geo.regions.named.within import regions_holding
from tests.zones import HeldRegions, HeldZones, pack_zones


def region(region_id, *members, excluded=()):
    codes = [tuple(Code(*text.split(":")) for text in texts) for texts in (members, excluded)]
    tier = Tier(name="whole", members=codes[0], excluded=codes[1])
    return NamedRegion(region_id=region_id, name=region_id, tiers=(tier,), default_tier="whole")


@pytest.fixture
def join():
    """Give a function that joins rows of the gazetteer or points with regions of the test, but for the bundle's."""

    def _join(regions, *, rows=None, points=None, **columns):
        gazetteer = open_gazetteer()
        lonlats = [gazetteer.lonlat(row) for row in rows] if points is None else []
        shapes = gpd.points_from_xy(*zip(*(points or [(one.lon, one.lat) for one in lonlats]), strict=True))
        if rows is not None:
            columns = {"row": rows, "feature": [gazetteer.feature(row) for row in rows], **columns}
        frame = gpd.GeoDataFrame(columns, geometry=shapes, crs="OGC:CRS84")
        with use_holdings(Holdings(regions=(HeldRegions(*regions),))):
            found = join_regions(frame).named_regions.tolist()
        own = {one.region_id for one in regions}
        return [tuple(one for one in some if one in own) for some in found]

    return _join


def rows_of(scheme, *codes):
    return [open_gazetteer().row_of(scheme, code) for code in codes]


def town(name, country):
    gazetteer = open_gazetteer()
    return next(row for row in gazetteer.rows(name).tolist() if gazetteer.country(row) == country)


def test_towns_of_member_countries(join):
    sahel = region("sahel", "iso3166-1:ML", "iso3166-1:NE")
    rows = [town("Gao", "ML"), town("Niamey", "NE"), town("Ouagadougou", "BF")]
    assert join([sahel], rows=rows) == [("sahel",), ("sahel",), ()]


def test_what_is_left_out_lies_outside(join):
    mali = region("most", "iso3166-1:ML", excluded=["iso3166-2:ML-7"])
    assert join([mali], rows=[town("Gao", "ML"), town("Bamako", "ML")]) == [(), ("most",)]


def test_countries_and_regions_lie_in_what_they_are_members_of(join):
    two = region("two", "iso3166-1:ML", "iso3166-2:GB-ENG", "iso3166-2:SN-SL")
    part = region("part", "iso3166-1:ML", excluded=["iso3166-2:ML-7"])
    rows = rows_of("iso3166-1", "ML", "NE", "GB", "SN") + rows_of("iso3166-2", "GB-ENG", "SN-SL", "SN-DK", "ML-7")
    found = join([two, part], rows=rows)
    assert found == [("two",), (), (), (), ("two",), ("two",), (), ("two",)]


def test_a_country_lies_in_a_region_that_lists_all_its_parts(join):
    parts = [f"iso3166-2:{code}" for code in open_gazetteer().codes_in("iso3166-2") if code.startswith("LU-")]
    assert join([region("whole", *parts)], rows=rows_of("iso3166-1", "LU")) == [("whole",)]
    assert join([region("less", *parts[1:])], rows=rows_of("iso3166-1", "LU")) == [()]


def test_districts_and_provinces_of_peru(join):
    valley = region("valley", "inei:050408", "inei:1903", excluded=["inei:190307"])
    rows = rows_of("inei", "050408", "050401", "1903", "190301", "190307", "0504", "05")
    assert join([valley], rows=rows) == [("valley",), (), (), ("valley",), (), (), ()]


def test_members_that_only_the_gazetteer_knows(join):
    gazetteer = open_gazetteer()
    provinces = np.flatnonzero((gazetteer.country_code == b"BO") & (gazetteer.feature_code == FEATURES.index("admin2")))
    towns = np.flatnonzero((gazetteer.country_code == b"BO") & np.isin(gazetteer.parent, provinces))
    first = int(gazetteer.parent[towns[0]])
    own = region("own", f"geonames:{gazetteer.geonames_id(first)}")
    inside = gazetteer.parent[towns] == first
    found = join([own], rows=towns.tolist())
    assert [bool(some) for some in found] == inside.tolist()


def test_points_without_a_name_are_asked_of_the_outline(join):
    pasco = region("pasco", "inei:1903", "iso3166-1:ML")
    # Villa Rica, Lima, Gao, the open sea.
    assert join([pasco], points=[(-75.27, -10.74), (-77.03, -12.05), (-0.04, 16.27), (-30, 0)]) == [
        ("pasco",),
        (),
        ("pasco",),
        (),
    ]


def test_what_nature_made_joins_no_region(join):
    gazetteer = open_gazetteer()
    river = next(row for row in gazetteer.rows("Niger River").tolist() if gazetteer.feature(row) == "river")
    assert join([region("sahel", "iso3166-1:ML", "iso3166-1:NE")], rows=[river]) == [()]


def test_zones_hold_what_lies_in_their_polygons():
    zones = BoundarySet(
        level=ZONE,
        layer=pack_zones({"east": shapely.box(-1, 16, 1, 17), "sea": shapely.box(-31, -1, -29, 1)}),
        source="Own",
    )

    points = gpd.points_from_xy([-0.04, -8.0, -30.0], [16.27, 12.65, 0.0])
    frame = gpd.GeoDataFrame(geometry=points, crs="OGC:CRS84")
    with use_holdings(Holdings(boundaries=(HeldZones(zones),))):
        found = join_regions(frame).named_regions
    assert [{"east", "sea"} & set(some) for some in found] == [{"east"}, set(), {"sea"}]


def test_places_and_outline_agree(join):
    gazetteer = open_gazetteer()
    rows = np.flatnonzero(np.isin(gazetteer.country_code, [b"ML", b"NE", b"BF", b"DZ"]))
    rows = rows[gazetteer.feature_code[rows] == FEATURES.index("populated place")][::7]
    own = region("own", "iso3166-1:ML", "iso3166-1:BF", "iso3166-2:NE-6", excluded=["iso3166-2:ML-7"])
    found = np.array([bool(some) for some in join([own], rows=rows.tolist())])
    outline = region_geometry(own)
    drawn = shapely.intersects_xy(outline, gazetteer.lon_e5[rows] / 1e5, gazetteer.lat_e5[rows] / 1e5)
    assert found.any()
    assert not found.all()
    # Borders are simplified to a kilometre: towns right beside one may lie on its other side.
    assert (found == drawn).mean() > 0.99


def test_which_regions_hold_a_whole_country():
    held = HeldRegions(region("sahel", "iso3166-1:ML"), region("most", "iso3166-1:ML", excluded=["iso3166-2:ML-7"]))
    with use_holdings(Holdings(regions=(held,))):
        assert {"sahel", "most"} & regions_holding("ML") == {"sahel"}
        assert not {"sahel", "most"} & regions_holding("NE")
        assert regions_holding("") == regions_holding("QQ") == frozenset()


def test_a_report_tells_a_wide_region_where_it_names_it():
    row = {"country_id": "ML", "country_name": "Mali", "id": "", "touches": (), "named_regions": ("sahel",)}
    row |= {f"{level}_{what}": "" for level in ("admin1", "admin2", "admin3") for what in ("id", "name")}
    with use_holdings(Holdings(regions=(HeldRegions(region("sahel", "iso3166-1:ML")),))):
        assert [one.is_wide for one in region_names(row)] == [False, True]
        assert [one.is_wide for one in region_names(row, {"region:sahel"})] == [False, False]


def test_a_region_in_several_countries_reaches_into_countries():
    own = region("own", "iso3166-1:ML", "iso3166-2:NE-6")
    with use_holdings(Holdings(regions=(HeldRegions(own),))):
        frame = gpd.GeoDataFrame({"id": ["region:own"], "feature": ["region"]}, geometry=[None], crs="OGC:CRS84")
        row = join_regions(frame).iloc[0].to_dict()
        found = [(one.region_id, one.name, one.level) for one in region_names(row)]
    assert found == [("ML", "Mali", "country"), ("NE", "Niger", "country")]
