import shutil

import pytest

from geo.errors import RegionError
from geo.lonlat import LonLat
from geo.regions import Code, NamedRegion, named_regions, read_named_region
from geo.resources import data_path
from tests.attacks import ATTACKS

VRAEM = data_path("regions/vraem.toml")

SAHEL = """
id = "sahel"
name = "Sahel"
date = "2024"
note = "Definitions differ."
default_tier = "core"
certain = false

[names]
en = ["the Sahel region"]
short = ["SHL"]

[tiers.core]
note = "three countries"
[tiers.core.members]
iso3166-1 = ["ML", "NE"]
iso3166-2 = ["SN-SL"]
[tiers.core.except]
iso3166-2 = ["ML-7"]

[tiers.wider.members]
geonames = [2300660]
inei = ["0504"]

[[sources]]
name = "A page"
year = 2014
url = "https://example.org/page"
"""

FLAT = """
id = "flat"
name = "Flat"
[members]
iso3166-1 = ["ML"]
[except]
iso3166-2 = ["ML-7"]
"""


@pytest.fixture
def read(tmp_path):
    """Give a function that reads a region's file with a text in it replaced."""

    def _read(text, old="", new="", **options):
        assert old in text
        path = tmp_path / "region.toml"
        path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
        return read_named_region(path, **options)

    return _read


def test_a_definition_in_tiers(read):
    region = read(SAHEL)
    assert (region.region_id, region.name, region.feature, region.date) == ("sahel", "Sahel", "region", "2024")
    assert (region.default_tier, region.certain, region.country, region.lonlat) == ("core", False, "", None)
    assert region.names == {"en": ("the Sahel region",), "short": ("SHL",)}
    core, wider = region.tiers
    assert core.members == (Code("iso3166-1", "ML"), Code("iso3166-1", "NE"), Code("iso3166-2", "SN-SL"))
    assert (core.excluded, core.note) == ((Code("iso3166-2", "ML-7"),), "three countries")
    assert wider.members == (Code("geonames", "2300660"), Code("inei", "0504"))
    assert [(one.name, one.year, one.url) for one in region.sources] == [("A page", 2014, "https://example.org/page")]


def test_a_definition_of_one_tier(read):
    region = read(FLAT)
    (tier,) = region.tiers
    assert (tier.name, region.default_tier) == ("whole", "whole")
    assert (tier.members, tier.excluded) == ((Code("iso3166-1", "ML"),), (Code("iso3166-2", "ML-7"),))


def test_who_is_certain(read):
    assert read(FLAT).certain is False
    assert read(FLAT, certain=True).certain is True
    assert read(SAHEL, certain=True).certain is False


def test_a_date_and_a_point(read):
    region = read(FLAT, 'name = "Flat"', 'name = "Flat"\ndate = 2024-05-31\nlon = -4\nlat = 17.5')
    assert (region.date, region.lonlat) == ("2024-05-31", LonLat(lon=-4, lat=17.5))


def test_older_units(read):
    region = read(FLAT.replace('iso3166-1 = ["ML"]', 'inei = ["050409"]') + '[carved_out_of]\n"050409" = "050408"\n')
    assert region.carved_out_of == {Code("inei", "050409"): Code("inei", "050408")}


def test_a_region_can_be_the_key_of_a_table(read):
    assert len({read(SAHEL), read(SAHEL), read(FLAT)}) == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Sahel"\n', "", "it lacks the key 'name'"),
        ('id = "sahel"\n', "", "it lacks the key 'id'"),
        ('id = "sahel"', 'id = "The Sahel"', "id: 'The Sahel' is not like"),
        ('name = "Sahel"', 'name = " "', "name: it is empty"),
        ('name = "Sahel"', "name = 7", "name: 7 is no text"),
        ('name = "Sahel"', 'nmae = "Sahel"', "the key 'nmae' is not known: did you mean 'name'"),
        ('name = "Sahel"', 'name = "Sahel"\ncolour = "red"', "the key 'colour' is not known: there are id, name"),
        ('name = "Sahel"', 'name = "Sahel"\nfeature = "dessert"', "'dessert' is not known: did you mean 'desert'"),
        ('name = "Sahel"', 'name = "Sahel"\ncountry = "Mali"', "country: 'Mali' is no code"),
        ('name = "Sahel"', 'name = "Sahel"\ncountry = "QQ"', "no place has the code 'QQ'"),
        ('name = "Sahel"', 'name = "Sahel"\nlon = 5', "lon: it needs lon and lat"),
        ('name = "Sahel"', 'name = "Sahel"\nlon = 5\nlat = -124.1', "latitude -124.1 is not between"),
        ('name = "Sahel"', 'name = "Sahel"\nlon = true\nlat = 1', "lon: True is no number"),
        ('name = "Sahel"', 'name = "Sahel"\nlon = nan\nlat = 1', "longitude nan"),
        ('date = "2024"', 'date = "last year"', "date: 'last year' is not like"),
        ('date = "2024"', "date = 2024", "date: 2024 is no text"),
        ("certain = false", 'certain = "no"', "certain: 'no' is neither true nor false"),
        ('default_tier = "core"', 'default_tier = "cor"', "default_tier: 'cor' is not known: did you mean 'core'"),
        ('default_tier = "core"\n', "", "it lacks the key 'default_tier', which of its tiers is meant: core, wider"),
        ('en = ["the Sahel region"]', 'en = "the Sahel region"', "names.en: 'the Sahel region' is no list"),
        ('en = ["the Sahel region"]', 'en = [""]', "names.en: a text in it is empty"),
        ('en = ["the Sahel region"]', "en = [[]]", r"names.en: \[\] is no text"),
        ('en = ["the', 'English = ["the', "names: 'English' is not like 'en'"),
        ("iso3166-1 =", "iso3166 =", "the key 'tiers.core.members.iso3166' is not known: did you mean 'iso3166-1'"),
        ("inei =", "ubigeo =", "the key 'tiers.wider.members.ubigeo' is not known: did you mean 'inei'"),
        ('"ML", "NE"', '"ml", "NE"', "tiers.core.members.iso3166-1: 'ml' is no code like 'ML'"),
        ('"ML", "NE"', '"ML", 7', "tiers.core.members.iso3166-1: 7 is no code like"),
        ('"ML", "NE"', '"ML", "ML"', "tiers.core.members.iso3166-1: 'ML' is in 'core' already"),
        ('"SN-SL"', '"SN-SX"', "no place has the code 'SN-SX': did you mean 'SN-S"),
        ("2300660", "4294967295", "no place has the code '4294967295'"),
        ("2300660", "-1", "tiers.wider.members.geonames: '-1' is no code like"),
        ('"0504"', '"05040"', "tiers.wider.members.inei: '05040' is no code like"),
        ('"0504"', '"9999"', "no place has the code '9999'"),
        ('inei = ["0504"]\n', 'inei = "0504"\n', "tiers.wider.members.inei: '0504' is no list"),
        ("[tiers.wider.members]\ngeonames = [2300660]\n", "[tiers.wider.except]\n", "tiers.wider.members: there is no"),
        ("[tiers.core.except]", "[tiers.core.exclude]", "'tiers.core.exclude' is not known: did you mean 'except'"),
        ("[names]", '[members]\ninei = ["05"]\n[names]', "with tiers, members and exceptions stand in each"),
        ("[names]", '[carved_out_of]\n"050409" = "050408"\n[names]', "carved_out_of.050409: it is no member"),
        ("year = 2014", "century = 21", "the key 'sources.1.century' is not known: there are name, year, url"),
        ("year = 2014", 'year = "2014"', "sources.1.year: '2014' is no year"),
        ('name = "A page"', 'name = ""', "sources.1: it lacks a name"),
        ('"https://example.org/page"', '"javascript:alert(1)"', "sources.1.url: .* is not like"),
        ("[[sources]]", "[sources]", "sources: .* is no list"),
        ('name = "Sahel"', "name = Sahel", "cannot be read as a region"),
    ],
)
def test_a_file_with_a_fault(read, tmp_path, old, new, message):
    with pytest.raises(RegionError, match=message) as caught:
        read(SAHEL, old, new)
    assert str(tmp_path / "region.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('id = "x"\nname = "X"', "it lacks the key 'members', or 'tiers'"),
        ('id = "x"\nname = "X"\n[members]', "members: there is no code in it"),
        ('id = "x"\nname = "X"\n[tiers]', "tiers: there is none in it"),
        ('id = "x"\nname = "X"\ntiers = 7', "tiers: 7 is no table"),
        ('id = "x"\nname = "X"\n[tiers]\ncore = 7', "tiers.core: 7 is no table"),
        ('id = "x"\nname = "X"\nmembers = ["ML"]', r"members: \['ML'\] is no table"),
        ("", "it lacks the key 'id'; it lacks the key 'name'; it lacks the key 'members'"),
        ("a = " + "[" * 5000, "cannot be read as a region"),
        ("a = " + "9" * 5000, "cannot be read as a region|the key 'a' is not known"),
        ("#" * 4_000_001, "larger than 4 MB"),
    ],
)
def test_a_file_that_defines_nothing(read, text, message):
    with pytest.raises(RegionError, match=message) as caught:
        read(text)
    assert len(str(caught.value)) < 5000


def test_all_faults_come_at_once(read):
    with pytest.raises(RegionError) as caught:
        read(SAHEL.replace('"ML", "NE"', '"mali", "XX"').replace('id = "sahel"', "id = 1").replace("2014", "true"))
    for fault in ("id: 1 is no text", "'mali' is no code", "the code 'XX'", "sources.1.year: True is no year"):
        assert fault in str(caught.value)


def test_of_very_many_faults_some_are_told(read):
    with pytest.raises(RegionError, match="and 81 more") as caught:
        read(FLAT.replace('"ML"', ", ".join(f'"m{number}"' for number in range(101))))
    assert len(str(caught.value)) < 3000


def test_codes_are_looked_up_when_that_is_asked_for(read):
    assert read(FLAT, '"ML"', '"QQ"', check_codes=False).tiers[0].members == (Code("iso3166-1", "QQ"),)


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_are_data(read, attack):
    import tomlkit  # noqa: PLC0415 - only this test writes a file

    region = read(FLAT, '"Flat"', tomlkit.item(f"a{attack}z").as_string())
    assert region.name == f"a{attack}z"


def test_the_key_is_told_whatever_it_holds(read):
    with pytest.raises(RegionError) as caught:
        read(FLAT, 'name = "Flat"', 'name = "Flat"\n"\\u001b[31m\\n" = 1')
    assert str(caught.value).isprintable()


def test_a_file_of_ones_own(tmp_path):
    path = tmp_path / "mine.toml"
    shutil.copy(VRAEM, path)
    assert read_named_region(path) == named_regions()["vraem"]


def test_a_file_that_is_missing_or_not_text(tmp_path):
    with pytest.raises(RegionError, match="cannot be read as a region"):
        read_named_region(tmp_path / "none.toml")
    with pytest.raises(RegionError, match="it is no file"):
        read_named_region(tmp_path)
    path = tmp_path / "bytes.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegionError, match="cannot be read as a region"):
        read_named_region(path)


def test_the_regions_of_the_bundle():
    paths = sorted(data_path("regions").glob("*.toml"))
    regions = [read_named_region(path) for path in paths]
    assert all(isinstance(region, NamedRegion) for region in regions)
    assert [region.region_id for region in regions] == [path.stem for path in paths]
    # What ships says where it comes from, and how far definitions differ.
    assert all(region.date and region.note and region.sources for region in regions)
