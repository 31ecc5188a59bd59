"""The build's named regions: rows of their own, one with the feature of their name."""

import pytest

from data.build.gazetteer.regions import merge_features, region_units, units_by_code
from data.build.gazetteer.unit import Unit

SAHEL = """
id = "sahel"
name = "Sahel"
[names]
en = ["Sahel region"]
short = ["SHL"]
[members]
iso3166-1 = ["ML", "NE"]
"""
MENA = 'id = "mena"\nname = "Middle East and North Africa"\n[names]\nshort = ["MENA"]\n[members]\niso3166-1 = ["ML"]\n'


@pytest.fixture
def by_code():
    countries = [
        Unit(name=name, feature="country", country=code, lon=lon, lat=17.0, codes={"iso3166-1": code})
        for name, code, lon in (("Mali", "ML", -2.0), ("Niger", "NE", 8.0))
    ]
    gao = Unit(name="Gao", feature="admin1", country="ML", lon=0.5, lat=16.5, geonames_id=7, parent=countries[0])
    gao.codes["iso3166-2"] = "ML-7"
    return units_by_code([*countries, gao])


@pytest.fixture
def build(tmp_path, by_code):
    """Give a function that builds the regions of some files."""

    def _build(*texts):
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
        return region_units(tmp_path, by_code)

    return _build


def feature(name, kind="region", *, lon=5.0, names=(), demonyms=(), country=""):
    unit = Unit(name=name, feature=kind, country=country, rank=1, codes={"dateline": f"{kind}/{name.lower()}"})
    unit.add_names("alternate", *names)
    unit.add_demonyms(*demonyms)
    unit.put(lon, 15.0, "fact")
    return unit


def test_a_region_in_several_countries(build):
    ((region, unit),) = build(SAHEL)
    assert (region.region_id, unit.name, unit.country, unit.parent) == ("sahel", "Sahel", "", None)
    assert (unit.codes, unit.rank) == ({"region": "sahel"}, 2)
    assert (unit.names["alternate"], unit.names["short"]) == (["Sahel region"], ["SHL"])
    # The member that lies nearest to the middle of all.
    assert (unit.lon, unit.lat) in {(-2.0, 17.0), (8.0, 17.0)}


def test_a_region_in_one_country(build):
    text = SAHEL.replace('"ML", "NE"', '"ML"').replace("[names]", "certain = true\nlon = 1\nlat = 16\n[names]")
    ((_, unit),) = build(text)
    assert (unit.country, unit.parent.name, unit.lon, unit.lat) == ("ML", "Mali", 1.0, 16.0)
    assert unit.codes == {"region": "sahel", "certain": "sahel"}


def test_members_by_every_scheme(build):
    ((_, unit),) = build(SAHEL.replace('iso3166-1 = ["ML", "NE"]', "geonames = [7]"))
    assert (unit.country, unit.lon) == ("ML", 0.5)


def test_a_region_that_lies_nowhere(build):
    with pytest.raises(ValueError, match="needs lon and lat"):
        build(SAHEL.replace('"ML", "NE"', '"XX"'))


def test_a_region_and_the_feature_of_its_name_are_one(build, by_code):
    regions = build(SAHEL)
    desert = feature("Sahara", "desert")
    sahel = feature("Sahel", names=["Sahel africano"], demonyms=["Sahelian"])
    assert merge_features(regions, [desert, sahel], by_code) == [desert]
    ((_, unit),) = regions
    assert unit.codes == {"region": "sahel", "dateline": "region/sahel"}
    assert (unit.rank, unit.lon, unit.lat) == (1, 5.0, 15.0)
    assert {"Sahel region", "Sahel africano"} <= set(unit.names["alternate"])
    assert unit.names["demonym"] == ["Sahelian"]


@pytest.mark.parametrize(
    "other",
    [
        feature("Sahel", "river"),
        feature("Sahel", lon=100.0),
        feature("Sahel", country="TN"),
        feature("Sahara", names=["Sahel"], kind="sea"),
    ],
)
def test_another_feature_of_its_name_stays(build, by_code, other):
    text = SAHEL.replace('"ML", "NE"', '"ML"') if other.country else SAHEL
    regions = build(text)
    assert merge_features(regions, [other], by_code) == [other]
    assert "dateline" not in regions[0][1].codes


def test_what_tells_namesakes_apart_is_no_part_of_the_name(build, by_code):
    regions = build(SAHEL)
    first, second = feature("Sahel", lon=3.0), feature("Sahel, Africa", lon=5.0)
    assert merge_features(regions, [first, second], by_code) == []
    ((_, unit),) = regions
    assert (unit.codes["dateline"], unit.repeated_codes) == ("region/sahel", [("dateline", "region/sahel, africa")])
    assert unit.lon == 3.0


def test_a_region_takes_its_name_from_what_was_called_so_beside_its_own(build, by_code):
    regions = build(SAHEL, MENA)
    east = feature("Middle East", names=["MENA", "Near East"])
    merge_features(regions, [east, feature("Sahel", names=["MENA", "Sahel africano"])], by_code)
    assert east.names["alternate"] == ["Near East"]
    assert regions[0][1].names["alternate"] == ["Sahel region", "Sahel", "Sahel africano"]
    assert regions[1][1].names["short"] == ["MENA"]
