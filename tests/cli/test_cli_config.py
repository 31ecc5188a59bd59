"""How settings reach the commands, and how they are shown."""

import json
import socket
from pathlib import Path

import click
import pytest

from maps.cli import main
from maps.cli.settings import SettingOption
from maps.settings import SETTINGS

TEXT = "Coffee comes from Villa Rica, near Oxapampa in Peru."


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Give a project's folder, in which the user works."""
    project = tmp_path / "home" / "project"
    project.mkdir(parents=True)
    (tmp_path / "config").mkdir()
    monkeypatch.chdir(project)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DATELINE_CONFIG_FOLDER", str(tmp_path / "config"))
    monkeypatch.setenv("DATELINE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path / "cache"))
    monkeypatch.delenv("DATELINE_CONFIG_FILE")
    Path("report.txt").write_text(TEXT)
    return project


GOLDEN = """\
[map]
# language is not set
text = true  # default
theme = "light"  # {home}/config/config.toml
borders = "iso"  # default
shade = "country"  # {home}/home/project/dateline.toml
width = 1000  # default
dpi = 300  # DATELINE_MAP_DPI
# title is not set

[read]
# text_language is not set
# encoding is not set
# column is not set
# published_in is not set
recognizer = "default"  # default

[data]
folder = "{home}/data"  # DATELINE_DATA_FOLDER
packs = true  # default
regions = ["{home}/home/project/zones"]  # {home}/home/project/dateline.toml
gazetteers = []  # default
boundaries = [{{ file = "{home}/home/project/d.gpkg", level = "admin3" }}]  # {home}/home/project/dateline.toml

[cache]
folder = "{home}/cache"  # DATELINE_CACHE_FOLDER

[geocoder]
# name is not set
when = "fallback"  # default
# user_agent is not set
least_delay_s = 1.0  # default
timeout_s = 10.0  # default
tries = 3  # default
longest_wait_s = 60.0  # default
found_age_days = 180.0  # default
not_found_age_days = 14.0  # default

[geocoder.options]
# api_key is set in DATELINE_GEOCODER_API_KEY
"""

PROJECT = """
[map]
shade = "country"
[data]
regions = ["zones"]
[[data.boundaries]]
file = "d.gpkg"
level = "admin3"
"""


@pytest.fixture
def configured(here, monkeypatch):
    """Give a project of which something is said everywhere."""
    Path("dateline.toml").write_text(PROJECT)
    (here / "../../config/config.toml").write_text('[map]\ntheme = "light"\nshade = "none"')
    monkeypatch.setenv("DATELINE_MAP_DPI", "300")
    monkeypatch.setenv("DATELINE_GEOCODER_API_KEY", "hunter2")
    return here


def test_config_show(runner, configured):
    result = runner.invoke(main, ["config", "show"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == GOLDEN.format(home=configured.parents[1])


def test_config_show_for_machines(runner, configured):
    result = runner.invoke(main, ["config", "show", "--format", "json"])
    rows = {row.pop("name"): row for row in json.loads(result.stdout)}
    assert list(rows) == [*SETTINGS, "geocoder.options.api_key"]
    assert rows["map.dpi"] == {"value": 300, "layer": "environment", "where": "DATELINE_MAP_DPI"}
    assert rows["map.text"] == {"value": True, "layer": "default", "where": ""}
    assert rows["map.title"]["value"] is None
    assert rows["data.boundaries"]["value"] == [{"file": str(configured / "d.gpkg"), "level": "admin3"}]
    assert "value" not in rows["geocoder.options.api_key"]
    assert "hunter2" not in result.stdout


def test_config_path(runner, configured):
    result = runner.invoke(main, ["config", "path"])
    assert result.stdout.splitlines() == [
        f"{str(configured / 'dateline.toml')!r}: the project's, read",
        f"{str(configured.parents[1] / 'config/config.toml')!r}: your own, read",
    ]


def test_a_note_tells_what_does_not_count(runner, here):
    Path("dateline.toml").write_text('[geocoder]\nname = "nominatim"')
    for command in (["config", "show"], ["geocode", "Lima"]):
        result = runner.invoke(main, command)
        assert result.exit_code == 0
        assert result.stderr.startswith("note: [geocoder] of ")
        assert result.stderr.count("\n") == 1
    named = runner.invoke(main, ["config", "show", "--config", "dateline.toml"])
    assert named.stderr == ""
    assert f'name = "nominatim"  # {here / "dateline.toml"}\n' in named.stdout


def page_of(runner, *arguments):
    result = runner.invoke(main, [*arguments, "-o", "-"])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.usefixtures("here")
def test_the_map_is_drawn_as_the_projects_file_says(runner):
    Path("dateline.toml").write_text('[map]\ntheme = "dark"\ntitle = "The valley"\nlanguage = "es"')
    page = page_of(runner, "map", "report.txt")
    assert "<title>The valley" in page
    assert '<html lang="es" data-theme="dark"' in page.replace("\n", " ")


@pytest.mark.usefixtures("here")
def test_an_argument_is_stronger_than_everything(runner, monkeypatch):
    Path("dateline.toml").write_text('[map]\ntheme = "dark"\ntext = false')
    monkeypatch.setenv("DATELINE_MAP_TITLE", "of the environment")
    page = page_of(runner, "map", "report.txt", "--theme", "light", "--title", "of the call", "--text")
    assert "<title>of the call" in page
    assert 'data-theme="light"' in page.partition(">")[0] + page.partition("<head>")[0]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.usefixtures("here")
def test_config_may_be_named_before_or_behind_the_command(runner, before):
    Path("other.toml").write_text('read.published_in = "Nowhere at all"')
    naming = ["--config", "other.toml"]
    result = runner.invoke(main, [*naming, "places", "report.txt"] if before else ["places", *naming, "report.txt"])
    assert result.exit_code == 1
    assert "Nowhere at all" in result.stderr


@pytest.mark.usefixtures("here")
def test_settings_of_reading_reach_every_command_that_reads(runner):
    Path("dateline.toml").write_text('[read]\ncolumn = "town"')
    Path("towns.csv").write_text("place,town\nLima,Oxapampa\n")
    result = runner.invoke(main, ["places", "towns.csv", "--format", "jsonl"])
    assert json.loads(result.stdout)["text"] == "Oxapampa"
    result = runner.invoke(main, ["places", "towns.csv", "--column", "place", "--format", "jsonl"])
    assert json.loads(result.stdout)["text"] == "Lima"


COMMANDS = [
    ["map", "report.txt"],
    ["places", "report.txt"],
    ["review", "report.txt"],
    ["geocode", "Lima"],
    ["evaluate", "report.txt"],
    ["regions", "list"],
    ["regions", "show", "vraem"],
    ["config", "show"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_is_wrong_is_one_line_before_anything_is_read(runner, here, command):
    Path("dateline.toml").write_text('[map]\ntheem = "\x07"'.replace("\x07", "\\u0007"))
    Path("report.txt").unlink()
    result = runner.invoke(main, command)
    assert (result.exit_code, result.stdout) == (1, "")
    path = str(here / "dateline.toml")
    assert result.stderr == f"dateline: {path!r}: there is no setting map.theem; did you mean 'map.theme'?\n"


@pytest.mark.usefixtures("here")
def test_help_needs_no_settings(runner):
    Path("dateline.toml").write_text("broken")
    for command in ([], ["map"], ["places"], ["config", "show"]):
        assert runner.invoke(main, [*command, "--help"]).exit_code == 0
    assert runner.invoke(main, ["config", "path"]).exit_code == 0


@pytest.mark.usefixtures("configured")
def test_help_shows_the_default_and_not_what_is_configured(runner):
    stdout = runner.invoke(main, ["map", "--help"], terminal_width=200).stdout
    assert "[default: none]" in stdout
    assert "[default: country]" not in stdout


def walk(command):
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from walk(inner)


OPTIONS = [option for command in walk(main) for option in command.params if isinstance(option, click.Option)]


def test_every_option_of_a_setting_is_an_option_of_a_command():
    known = {name for option in OPTIONS for name in (*option.opts, *option.secondary_opts)}
    declared = {name for setting in SETTINGS.values() for one in setting.options for name in one.split("/")}
    assert declared <= known


@pytest.mark.parametrize(
    "option", [one for one in OPTIONS if isinstance(one, SettingOption)], ids=lambda one: one.setting
)
def test_an_option_has_the_default_and_the_help_of_its_setting(option):
    setting = SETTINGS[option.setting]
    assert option.help == setting.meaning
    assert option.to_info_dict()["default"] == setting.default


@pytest.mark.usefixtures("here")
def test_no_command_opens_a_socket_because_of_a_file(runner, monkeypatch):
    def refuse(*_):
        raise AssertionError

    Path("dateline.toml").write_text('[geocoder]\nname = "nominatim"\nuser_agent = "a newsroom"')
    monkeypatch.setattr(socket, "socket", refuse)
    assert runner.invoke(main, ["places", "report.txt"]).exit_code == 0
