"""Where a setting comes from, and what is wrong with one that cannot be read."""

import itertools
import json
import os
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from geo.errors import ConfigurationError
from geo.folders import cache_folder
from geo.geocoders.settings import SECRETS, GeocoderSettings
from geo.holdings import Holdings, use_holdings
from geo.recognize.choice import RECOGNIZERS
from maps.options import MapOptions
from maps.settings import SETTINGS, read_settings
from maps.settings.files import MAX_BYTES, describe_places
from maps.settings.records import BoundaryFile, GazetteerFile
from maps.settings.secrets import is_secret
from maps.settings.show import describe_settings, list_settings


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Give a user's home with a project in it; nothing else is configured."""
    (tmp_path / "config").mkdir()
    (tmp_path / "home" / "project" / "deep").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def read(home, *, project=None, user=None, named=None, folder="home/project", **variables):
    """Read settings of which the texts of files and the variables are given."""
    if project is not None:
        (home / "home/project/dateline.toml").write_text(project, encoding="utf-8")
    if user is not None:
        (home / "config/config.toml").write_text(user, encoding="utf-8")
    environ = {f"DATELINE_{name}": value for name, value in variables.items()}
    return read_settings(
        named, folder=home / folder, environ={"DATELINE_CONFIG_FOLDER": str(home / "config"), **environ}
    )


def refusal(home, text):
    """Give what is said of a project's file, behind its name."""
    with pytest.raises(ConfigurationError) as caught:
        read(home, project=text)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 700
    assert "dateline.toml'" in message
    return message.partition("dateline.toml'")[2].removeprefix(": ")


def test_without_files_every_setting_has_its_default(home):
    settings = read(home)
    assert list(settings.found) == list(SETTINGS)
    assert {found.layer for found in settings.found.values()} == {"default"}
    assert settings.map_options() == MapOptions()
    assert settings.holdings() == Holdings()
    assert settings.notes == ()


LAYERS = ("user", "project", "environment")
SUBSETS = [some for count in range(4) for some in itertools.combinations(LAYERS, count)]


@pytest.mark.parametrize(
    "present", [tuple(n for n, bit in zip(LAYERS, f"{k:03b}", strict=True) if bit == "1") for k in range(8)]
)
def test_the_later_is_the_stronger(home, present):
    widths = {"user": 300, "project": 400, "environment": 500}
    settings = read(
        home,
        user=f"map.width = {widths['user']}" if "user" in present else None,
        project=f"map.width = {widths['project']}" if "project" in present else None,
        **({"MAP_WIDTH": str(widths["environment"])} if "environment" in present else {}),
    )
    strongest = present[-1] if present else "default"
    found = settings.found["map.width"]
    assert (found.value, found.layer) == ({"default": 1000, **widths}[strongest], strongest)
    where = {
        "default": "",
        "user": str(home / "config/config.toml"),
        "project": str(home / "home/project/dateline.toml"),
        "environment": "DATELINE_MAP_WIDTH",
    }
    assert found.where == where[strongest]


def test_a_weaker_file_still_says_what_the_stronger_does_not(home):
    settings = read(home, user='[map]\ntheme = "dark"\nwidth = 300', project="[map]\nwidth = 400")
    assert (settings["map.theme"], settings["map.width"]) == ("dark", 400)


def test_a_list_stands_as_a_whole(home):
    settings = read(home, user='data.regions = ["a", "b"]', project='data.regions = ["c"]')
    assert settings["data.regions"] == (home / "home/project/c",)


def test_the_projects_file_is_found_in_a_folder_above(home):
    settings = read(home, project='map.theme = "dark"', folder="home/project/deep")
    assert settings["map.theme"] == "dark"


def test_nothing_is_looked_for_above_the_home(home):
    (home / "dateline.toml").write_text('map.theme = "dark"')
    assert read(home)["map.theme"] == "auto"


def test_a_named_file_stands_for_the_projects(home):
    (home / "home/other.toml").write_text("map.width = 500")
    for settings in (
        read(home, project="map.dpi = 96", user='map.theme = "dark"', named=home / "home/other.toml"),
        read(home, CONFIG_FILE="../other.toml"),
    ):
        assert (settings["map.width"], settings["map.dpi"], settings["map.theme"]) == (500, 192, "dark")


def test_the_argument_is_stronger_than_the_variable_that_names_a_file(home):
    (home / "a.toml").write_text("map.width = 500")
    assert read(home, named=home / "a.toml", CONFIG_FILE=str(home / "missing.toml"))["map.width"] == 500


@pytest.mark.parametrize("path", ["missing.toml", ".", "a\0b", "x" * 300], ids=ascii)
def test_a_named_file_that_cannot_be_read(home, path):
    with pytest.raises(ConfigurationError, match="cannot be read") as caught:
        read(home, named=path)
    assert str(caught.value).isprintable()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_file_of_another_user_does_not_count_until_it_is_named(home, monkeypatch):
    owner = home.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    path = home / "home/project/dateline.toml"
    monkeypatch.setattr("maps.settings.files._ROOT", -1)
    settings = read(home, project="map.width = 500")
    assert settings["map.width"] == 1000
    assert settings.notes == (
        f"{str(path)!r} belongs to another user and does not count; if it should, name it with --config",
    )
    assert read(home, named=path)["map.width"] == 500


# What a file says, and what is said of it.
WRONG = {
    "a key": ('[map]\ntheem = "dark"', "there is no setting map.theem; did you mean 'map.theme'?"),
    "a key of another table": ('[read]\ntheme = "dark"', "there is no setting read.theme; did you mean 'map.theme'?"),
    "a key like no other": ("[cache]\nzzz = 1", "there is no setting cache.zzz; [cache] takes folder"),
    "a table": ('[mpa]\ntheme = "dark"', "there is no table [mpa]; did you mean 'map'?"),
    "a table like no other": ("[zzz]", "there is no table [zzz]; there are map, read, data, cache, geocoder"),
    "no table": ('theme = "dark"', "theme stands in no table; did you mean 'map.theme'?"),
    "a table that is none": ("map = 3", "map is 3: give a table, which starts with [map]"),
    "a word": ('[map]\ntheme = "drak"', "map.theme is 'drak': give one of auto, light, dark; did you mean 'dark'?"),
    "a word like no other": ('[map]\nshade = "blue"', "map.shade is 'blue': give one of none, country, admin1"),
    "a number for a word": ("[map]\ntheme = 1", "map.theme is 1: give one of auto, light, dark"),
    "a flag in quotes": ('[map]\ntext = "no"', "map.text is 'no': give true or false, without quotes"),
    "a number for a flag": ("[map]\ntext = 1", "map.text is 1: give true or false, without quotes"),
    "too small": ("[map]\nwidth = 199", "map.width is 199: give a whole number from 200 to 10000"),
    "too large": ("[map]\nwidth = 10001", "map.width is 10001: give a whole number from 200 to 10000"),
    "a flag for a number": ("[map]\nwidth = true", "map.width is true: give a whole number from 200 to 10000"),
    "a part of a number": ("[map]\nwidth = 900.5", "map.width is 900.5: give a whole number from 200 to 10000"),
    "a number for text": ("[map]\ntitle = 2024", "map.title is 2024: give text, in quotes"),
    "a date for text": ("[map]\ntitle = 2024-01-01", "map.title is datetime.date(2024, 1, 1): give text, in quotes"),
    "a list for a word": ("[map]\ntheme = []", "map.theme is a list: give one of auto, light, dark"),
    "a word for a list": (
        '[data]\nregions = "a"',
        "data.regions is 'a': give a list of folders, such as [\"regions\"]",
    ),
    "a number in a list": ('[data]\nregions = ["a", 1]', "data.regions[2] is 1: give the path of a folder, in quotes"),
    "an empty path": ('[data]\nfolder = " "', "data.folder is ' ': give the path of a folder, in quotes"),
    "a path with NUL": ('[data]\nfolder = "a\\u0000"', "data.folder is 'a\\x00': give the path of a folder, in quotes"),
    "a file without a table": (
        '[data]\ngazetteers = ["a.csv"]',
        "data.gazetteers[1] is 'a.csv': give a table for each file, which starts with the name in [[ ]]",
    ),
    "a table without a file": (
        '[[data.gazetteers]]\nmode = "add"',
        "data.gazetteers[1] names no file: give file = 'places.csv'",
    ),
    "a key of a file": (
        '[[data.boundaries]]\nfile = "a"\nlicense = "x"',
        "there is no setting data.boundaries[1].license; did you mean 'licence'?",
    ),
    "a level": (
        '[[data.boundaries]]\nfile = "a"\n[[data.boundaries]]\nfile = "b"\nlevel = "adm"',
        "data.boundaries[2].level is 'adm': give one of country, admin1, admin2, admin3, zone; did you mean 'admin3'?",
    ),
    "a column": (
        '[[data.boundaries]]\nfile = "a"\nfields = { code = 3 }',
        "data.boundaries[1].fields.code is 3: give text, in quotes",
    ),
    "no number": ("[geocoder]\ntimeout_s = nan", "geocoder.timeout_s is nan: give a number from 0.1 to 3600"),
    "no end of a number": ("[geocoder]\ntimeout_s = inf", "geocoder.timeout_s is inf: give a number from 0.1 to 3600"),
    "a table for an option": (
        "[geocoder.options.a]",
        "geocoder.options.a is a table: give text, a number, true or false",
    ),
    "options that are none": (
        "[geocoder]\noptions = 1",
        "geocoder.options is 1: give a table, which starts with [geocoder.options]",
    ),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_file_key_value_and_what_is_allowed(home, text, said):
    assert refusal(home, text) == said


KEYS = ["username", "api_key", "apikey", "API_KEY", "password", "access_token", "client_secret", "app_code"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("table", ["geocoder", "geocoder.options", "map"])
def test_a_secret_in_a_file_is_refused_and_not_repeated(home, key, table):
    said = refusal(home, f'[{table}]\n{key} = "hunter2"')
    assert said == (
        f"{table}.{key} looks like a secret, and a file is read by others: put it into the environment variable"
        f" DATELINE_GEOCODER_{key.upper()}"
    )


def test_a_secret_of_the_environment_is_used_and_never_shown(home):
    settings = read(home, GEOCODER_API_KEY="hunter2", GEOCODER_DOMAIN="maps.example")
    assert settings.below("geocoder.options") == {"api_key": "hunter2", "domain": "maps.example"}
    text, rows = describe_settings(settings), list_settings(settings)
    assert "hunter2" not in text + rows
    assert "# api_key is set in DATELINE_GEOCODER_API_KEY\n" in text
    assert 'domain = "maps.example"  # DATELINE_GEOCODER_DOMAIN\n' in text
    assert json.loads(rows)[-2:][0] == {
        "name": "geocoder.options.api_key",
        "secret": True,
        "layer": "environment",
        "where": "DATELINE_GEOCODER_API_KEY",
    }


ASKING = '[geocoder]\nname = "nominatim"\n[geocoder.options]\ndomain = "evil.example"\n[map]\nwidth = 400'


def test_a_file_that_was_merely_found_sends_nothing_anywhere(home):
    settings = read(home, project=ASKING, user='[geocoder]\nname = "photon"')
    assert settings["geocoder.name"] == "photon"
    assert settings.below("geocoder.options") == {}
    assert settings["map.width"] == 400
    (note,) = settings.notes
    path = str(home / "home/project/dateline.toml")
    assert (
        note == f"[geocoder] of {path!r} does not count, for the file was not named but found: give --config {path!r}"
    )


def test_a_file_that_is_named_or_the_users_own_may_name_a_geocoder(home):
    (home / "named.toml").write_text(ASKING)
    for settings in (read(home, named=home / "named.toml"), read(home, user=ASKING)):
        assert settings["geocoder.name"] == "nominatim"
        assert settings.below("geocoder.options") == {"domain": "evil.example"}
        assert settings.notes == ()


HOSTILE = {
    "nothing that is TOML": ("[map", "is no TOML ("),
    "lists in lists": ("a = " + "[" * 50_000, "nests lists too deep"),
    "tables in tables": ("a = " + "{a=" * 40_000, "nests lists too deep"),
    "a number of many digits": ("[map]\nwidth = " + "9" * 10_000, "is no TOML ("),
    "a hexadecimal number of many digits": (
        "[map]\nwidth = 0x" + "f" * 10_000,
        "map.width is a number of very many digits",
    ),
    "a whole number that no float holds": (
        "[geocoder]\ntries = 1" + "0" * 400,
        "geocoder.tries is a number of very many",
    ),
    "a float's number that no float holds": (
        "[geocoder]\ntimeout_s = 1" + "0" * 400,
        "geocoder.timeout_s is a number of",
    ),
    "a key of many parts": (".".join("a" * 50_000) + " = 1", "has a line of more than 200 dots"),
    "a key of quite many parts": (f"[{'.'.join('a' * 200)}]", "there is no table [a]"),
    "too much": ("#" * (MAX_BYTES + 1), "is larger than 200,000 bytes"),
    "a key that a terminal would obey": ('[map]\n"\\u001b[31mtheme" = 1', r"there is no setting map.'\x1b[31mtheme'"),
    "a table that a terminal would obey": ('["\\u001b]0;x\\u0007"]', r"there is no table ['\x1b]0;x\x07']"),
    "a value that a terminal would obey": ('[map]\ntheme = "\\u202Edark"', r"map.theme is '\u202edark'"),
    "a key without end": ("[map]\n" + "k" * 100_000 + " = 1", "there is no setting map.'kkk"),
    "a value without end": ('[map]\ntheme = "' + "v" * 100_000 + '"', "map.theme is 'vvv"),
    "a key of a file that a terminal would obey": ('[[data.gazetteers]]\n"\\u009b" = 1', r"data.gazetteers[1].'\x9b'"),
    "a column that a terminal would obey": (
        '[[data.gazetteers]]\nfile = "a"\nfields = { "\\u0007" = 1 }',
        r"data.gazetteers[1].fields.'\x07' is 1",
    ),
    "a secret that a terminal would obey": (
        '[geocoder]\n"api_key\\u0007" = 1',
        r"geocoder.'api_key\x07' looks like a secret",
    ),
    "tables that look like Dateline's own": ("[map.theme]\n__class__ = 1", "map.theme is a table"),
}


@pytest.mark.parametrize(("text", "words"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_one_clear_line(home, text, words):
    assert words in refusal(home, text)


def test_long_lists_on_lines_of_their_own_are_read(home):
    text = "[data]\nregions = [\n" + '  "zones.d",\n' * 5_000 + "]"
    assert len(read(home, project=text)["data.regions"]) == 5_000


def test_a_file_that_is_not_in_utf_8(home):
    (home / "home/project/dateline.toml").write_bytes(b'[map]\ntitle = "Jun\xedn"')
    with pytest.raises(ConfigurationError, match=r"is not in UTF-8 \(byte 18\): save it as UTF-8"):
        read(home)


def test_a_mark_at_the_start_and_windows_line_ends_do_not_matter(home):
    (home / "home/project/dateline.toml").write_bytes('\ufeff[map]\r\ntitle = "Junín"\r\n'.encode())
    assert read(home)["map.title"] == "Junín"


def test_words_of_a_file_stay_what_they_are(home):
    title = "{{ 7*7 }} </script> \u202e"
    assert read(home, project=f"map.title = {json.dumps(title)}")["map.title"] == title


def test_a_relative_path_starts_at_the_file_that_names_it(home):
    here, there = home / "home/project", home / "config"
    settings = read(
        home,
        project='data.regions = ["zones", "/srv/zones", "~/zones"]\n[[data.boundaries]]\nfile = "../d.gpkg"',
        user='cache.folder = "cache"\n[[data.gazetteers]]\nfile = "g.csv"',
        folder="home/project/deep",
        DATA_FOLDER="packs",
    )
    assert settings["data.regions"] == (here / "zones", Path("/srv/zones"), home / "home/zones")
    assert settings["data.boundaries"] == (BoundaryFile(file=here / "../d.gpkg"),)
    assert settings["data.gazetteers"] == (GazetteerFile(file=there / "g.csv"),)
    assert settings["cache.folder"] == there / "cache"
    assert settings["data.folder"] == here / "deep/packs"


def test_files_of_ones_own_are_read_with_all_that_is_said_of_them(home):
    settings = read(
        home,
        project="""
        [[data.gazetteers]]
        file = "g.csv"
        mode = "add"
        fields = { name = "NOMBRE", lon = "X" }
        [[data.boundaries]]
        file = "b.gpkg"
        level = "admin3"
        fields = { code = "IDDIST" }
        source = "INEI"
        version = "2023"
        licence = "CC BY 4.0"
        country = "PE"
        """,
    )
    folder = home / "home/project"
    assert settings["data.gazetteers"] == (
        GazetteerFile(file=folder / "g.csv", mode="add", fields=(("name", "NOMBRE"), ("lon", "X"))),
    )
    assert settings["data.boundaries"] == (
        BoundaryFile(
            file=folder / "b.gpkg",
            level="admin3",
            fields=(("code", "IDDIST"),),
            source="INEI",
            version="2023",
            licence="CC BY 4.0",
            country="PE",
        ),
    )


TYPED = {
    "MAP_THEME": (" dark ", "dark"),
    "MAP_TEXT": ("No", False),
    "MAP_WIDTH": (" 400 ", 400),
    "MAP_TITLE": (" two words ", " two words "),
    "GEOCODER_TIMEOUT_S": ("2.5", 2.5),
    "DATA_PACKS": ("0", False),
}


@pytest.mark.parametrize(("variable", "text", "value"), [(key, *pair) for key, pair in TYPED.items()])
def test_a_variable_has_the_type_of_its_setting(home, variable, text, value):
    settings = read(home, **{variable: text})
    (found,) = [found for found in settings.found.values() if found.layer == "environment"]
    assert (found.value, type(found.value), found.where) == (value, type(value), f"DATELINE_{variable}")


def test_a_list_in_a_variable_is_parted_as_path_is(home):
    here = home / "home/project"
    settings = read(
        home, DATA_REGIONS=os.pathsep.join(["a", "", "/b"]), DATA_GAZETTEERS=os.pathsep.join(["g.csv", "h.geojson"])
    )
    assert settings["data.regions"] == (here / "a", Path("/b"))
    assert settings["data.gazetteers"] == (GazetteerFile(file=here / "g.csv"), GazetteerFile(file=here / "h.geojson"))


WRONG_VARIABLES = {
    "MAP_THEME": ("drak", "DATELINE_MAP_THEME is 'drak': give one of auto, light, dark; did you mean 'dark'?"),
    "MAP_TEXT": ("perhaps", "DATELINE_MAP_TEXT is 'perhaps': give true or false"),
    "MAP_WIDTH": ("4e2", "DATELINE_MAP_WIDTH is '4e2': give a whole number from 200 to 10000"),
    "MAP_DPI": ("1", "DATELINE_MAP_DPI is 1: give a whole number from 48 to 1200"),
    "GEOCODER_TIMEOUT_S": ("nan", "DATELINE_GEOCODER_TIMEOUT_S is 'nan': give a number from 0.1 to 3600"),
    "GEOCODER_TRIES": ("9" * 5000, "give a whole number from 1 to 10"),
    "MAP_TITLE": ("\udcff", "DATELINE_MAP_TITLE is '\\udcff': give text, in quotes"),
    "MAP_THEEM": ("dark", "variable 'DATELINE_MAP_THEEM' is no setting; did you mean 'DATELINE_MAP_THEME'?"),
    "MPA_THEME": ("dark", "variable 'DATELINE_MPA_THEME' is no setting; did you mean 'DATELINE_MAP_THEME'?"),
    "CACHE_ZZZ": ("1", "the environment variable 'DATELINE_CACHE_ZZZ' is no setting"),
    "CONFIG_FILES": ("a", "did you mean 'DATELINE_CONFIG_FILE'?"),
    "GEOCODER_USERAGENT": ("a", "did you mean 'DATELINE_GEOCODER_USER_AGENT'?"),
}


@pytest.mark.parametrize(("variable", "text", "said"), [(key, *pair) for key, pair in WRONG_VARIABLES.items()])
def test_a_variable_that_does_not_fit(home, variable, text, said):
    with pytest.raises(ConfigurationError) as caught:
        read(home, **{variable: text})
    assert said in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("variable", ["PORT", "SERVICE_HOST", "PORT_80_TCP_ADDR", "HOME"])
def test_a_variable_of_somebody_else_is_left_alone(home, variable):
    settings = read(home, **{variable: "10.0.0.1"})
    assert {found.layer for found in settings.found.values()} == {"default"}


def test_an_empty_variable_counts_as_not_given(home):
    assert read(home, project="map.width = 400", MAP_WIDTH="")["map.width"] == 400


def test_the_cache_of_a_file_comes_with_the_holdings(home):
    assert read(home, project='cache.folder = "kept"').holdings().cache == str(home / "home/project/kept")
    # That of the environment is heard without them.
    assert read(home, CACHE_FOLDER="/srv/kept").holdings() == Holdings()


def test_a_cache_can_be_turned_off(home):
    assert read(home, CACHE_FOLDER="off")["cache.folder"] == "off"
    with use_holdings(read(home, project='cache.folder = "off"').holdings()):
        assert cache_folder() is None
    assert cache_folder() is not None


def test_what_is_shown_can_be_read_again(home):
    project = """
    [map]
    title = "Juní\\"n \\\\ \\u001b \\U0001F5FA"
    text = false
    [data]
    regions = ["zo\\u0007nes"]
    [[data.boundaries]]
    file = "a b.gpkg"
    fields = { "the code" = "ID", name = "N" }
    """
    settings = read(home, project=project, MAP_DPI="300")
    shown = describe_settings(settings)
    assert {sign for sign in shown if not sign.isprintable()} == {"\n"}
    tomllib.loads(shown)
    again = read(home, project=shown)
    assert {name: found.value for name, found in again.found.items()} == {
        name: found.value for name, found in settings.found.items()
    }


def test_the_files_that_are_looked_for(home):
    environ = {"DATELINE_CONFIG_FOLDER": str(home / "config")}
    project, users = home / "home/project/dateline.toml", home / "config/config.toml"
    assert describe_places(None, folder=project.parent, environ=environ) == [
        f"no dateline.toml counts in {str(project.parent)!r} and the folders above it",
        f"{str(users)!r}: your own, not there",
    ]
    read(home, project="", user="")
    assert describe_places(None, folder=project.parent, environ=environ) == [
        f"{str(project)!r}: the project's, read",
        f"{str(users)!r}: your own, read",
    ]


def test_the_recognizers_that_may_be_named_are_those_that_there_are():
    assert set(SETTINGS["read.recognizer"].kind.values) == set(RECOGNIZERS)


def test_what_the_geocoder_takes_is_what_can_be_configured():
    declared = {name.partition(".")[2]: one.default for name, one in SETTINGS.items() if one.table == "geocoder"}
    taken = {one.name: one.default for one in fields(GeocoderSettings)}
    assert declared.keys() - {"name"} == taken.keys() - {"name", "options"}
    assert {key: taken[key] for key in declared if key not in {"name", "user_agent"}} == {
        key: value for key, value in declared.items() if key not in {"name", "user_agent"}
    }
    assert [word for word in SECRETS if not is_secret(word)] == []


def test_every_default_is_allowed(home):
    for setting in SETTINGS.values():
        if setting.default not in {None, ()}:
            assert setting.kind.read(setting.default, name=setting.name, base=home) == setting.default
