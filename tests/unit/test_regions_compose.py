import tomllib

import pytest

from geo.errors import RegionError
from geo.regions import read_named_region
from geo.regions.named.compose import find_members, region_id_of, write_definition
from geo.regions.named.members import Code
from tests.attacks import ATTACKS


def found(*texts):
    return [str(code) for code in find_members(texts)]


def test_codes_of_every_scheme():
    assert found("iso3166-1: ML,NE; iso3166-2:SN-SL", "geonames:2453866 ; inei: 050408 050409;") == [
        "iso3166-1:ML",
        "iso3166-1:NE",
        "iso3166-2:SN-SL",
        "geonames:2453866",
        "inei:050408",
        "inei:050409",
    ]


# The country before the region of its name; a region before the district round its seat; the area behind a comma.
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mali", "iso3166-1:ML"),
        ("Níger", "iso3166-1:NE"),
        ("Estados Unidos", "iso3166-1:US"),
        ("Amazonas, Peru", "iso3166-2:PE-AMA"),
        ("Georgia, United States", "iso3166-2:US-GA"),
        ("Pasco, Peru", "iso3166-2:PE-PAS"),
        ("Pichari, Peru", "inei:080910"),
    ],
)
def test_names(name, code):
    assert found(name) == [code]


def test_a_member_is_listed_once():
    assert found("Mali; iso3166-1:ML", "Mali") == ["iso3166-1:ML"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Amazonas", r"'Amazonas' is the name of several areas: .*iso3166-2:PE-AMA"),
        ("Georgia", r"'Georgia' is the name of several areas: Georgia \(iso3166-1:GE\); Georgia, United States"),
        ("Atlantis", "no country, region or district is called 'Atlantis'"),
        ("Mali, Peru", "is called 'Mali, Peru'"),
        ("Peruvian", "is called 'Peruvian'"),
        ("iso3166-1:", "'' is no code like"),
        ("iso3166-1:QQ", "no place has the code 'QQ' of iso3166-1"),
        ("iso3166-2:SN-SX", "no place has the code 'SN-SX' of iso3166-2: did you mean 'SN-S"),
        ("geonames:x", "'x' is no code like"),
        ("", "no member is named"),
    ],
)
def test_what_names_no_member(text, message):
    with pytest.raises(RegionError, match=message):
        find_members([text])


def test_all_that_is_wrong_comes_at_once():
    with pytest.raises(RegionError, match=r"'Atlantis'.*'QQ'.*'XX'"):
        find_members(["Atlantis; iso3166-1:QQ,XX"])


def test_what_is_written_can_be_read(tmp_path):
    codes = [Code("iso3166-1", "ML"), Code("iso3166-2", "SN-SL"), Code("inei", "050408"), Code("geonames", "2453866")]
    path = tmp_path / "mine.toml"
    path.write_text(write_definition("Mine", codes, region_id="mine", date="2026-11-28"), encoding="utf-8")
    region = read_named_region(path)
    assert (region.region_id, region.name, region.date, region.certain) == ("mine", "Mine", "2026-11-28", True)
    assert set(region.tiers[0].members) == set(codes)
    text = path.read_text(encoding="utf-8")
    assert '"SN-SL", # Saint-Louis, Senegal' in text
    assert '"050408", # Llochegua, Huanta, Ayacucho, Peru' in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_is_written_as_data(attack):
    text = write_definition(attack, [Code("iso3166-1", "ML")], region_id="mine", date="2026")
    assert tomllib.loads(text)["name"] == attack


def test_identifiers():
    assert region_id_of("Bajo  Cauca (Antioquia)") == "bajo-cauca-antioquia"
    with pytest.raises(RegionError, match="makes no identifier"):
        region_id_of("!!!")
