import pytest

from bench.mirror import Fault, serve
from bench.pack_files import put_boundaries, put_geonames, put_layer, shapes_of
from geo.cache import kept
from maps.cli import main
from maps.cli.progress import show_progress

LAKES = "naturalearth/physical/ne_10m_lakes.zip"


@pytest.fixture
def mirror():
    with serve() as running:
        yield running


@pytest.fixture
def run(runner, tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_DATA_FOLDER", str(tmp_path / "data"))

    def run_with(*arguments, code=0):
        result = runner.invoke(main, ["data", *arguments])
        assert result.exit_code == code, result.stderr
        return result

    return run_with


@pytest.fixture
def online(run, mirror, monkeypatch):
    for source, base in mirror.bases.items():
        monkeypatch.setenv(f"DATELINE_MIRROR_{source.upper().replace('-', '_')}", base)
    monkeypatch.setattr("time.sleep", lambda _: None)
    return run


def test_the_list_says_what_there_is_and_what_can_be(run):
    shown = run("list").stdout
    assert shown.startswith("Nothing is installed yet.")
    assert "geonames:PE" in shown


def test_the_cache_is_emptied(run, tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path / "cache"))
    kept("a-1", "x", lambda: b"made")
    kept("a-1", "y", lambda: b"made")
    (tmp_path / "cache" / "mine.txt").write_text("stays")
    assert run("clean").stderr.startswith("2 files of the cache are removed, ")
    assert [path.name for path in (tmp_path / "cache").rglob("*") if path.is_file()] == ["mine.txt"]
    assert run("clean").stderr.startswith("0 files")


@pytest.mark.enable_socket
def test_a_pack_from_its_installation_to_its_end(online, mirror):
    put_layer(mirror, "lakes")
    result = online("install", "naturalearth:lakes")
    assert result.stdout == ""
    size = f"{len(shapes_of('lakes')) / 1e3:.1f} kB"
    assert f"  from {mirror.base}/{LAKES}, {size}\n" in result.stderr
    assert "licence: public domain" in result.stderr
    assert result.stderr.endswith("naturalearth:lakes is installed\n")
    assert mirror.agents == {"dateline/0.1.0"}
    assert "naturalearth:lakes" in online("list").stdout.partition("Can be installed")[0]
    shown = online("info", "naturalearth:lakes").stdout
    for word in ("5.1.1", "public domain", "Made with Natural Earth", "sha256", "outlines and names"):
        assert word in shown
    assert "naturalearth:lakes is the newest" in online("update").stderr
    assert "naturalearth:lakes is removed" in online("remove", "naturalearth:lakes").stderr
    assert "Nothing is installed yet." in online("list").stdout


@pytest.mark.enable_socket
def test_an_update_takes_what_is_newer(online, mirror):
    put_boundaries(mirror)
    online("install", "geoboundaries:PER:ADM3:gbHumanitarian")
    put_boundaries(mirror, build="Jan 03, 2027")
    assert "gbHumanitarian is installed" in online("update", "geoboundaries:PE:ADM3:gbHumanitarian").stderr
    assert "Jan 03, 2027" in online("info", "geoboundaries:PER:ADM3:gbHumanitarian").stdout
    assert "is not installed" in online("update", "geonames:PE", code=1).stderr


@pytest.mark.enable_socket
def test_done_with_failures_is_code_3_and_nothing_done_is_code_1(online, mirror):
    put_layer(mirror, "lakes")
    result = online("install", "naturalearth:lakes", "naturalearth:rivers", "nonsense:x", code=3)
    assert "there is nothing at" in result.stderr
    assert "there is no data pack 'nonsense:x'" in result.stderr
    mirror.put(LAKES, b"<html>")
    result = online("install", "naturalearth:lakes", code=1)
    assert result.stderr.splitlines()[-1].startswith("dateline: naturalearth:lakes was not installed, and what was is")
    assert "is a web page" in result.stderr


@pytest.mark.enable_socket
def test_a_source_that_asks_to_come_back_later(online, mirror):
    put_layer(mirror, "lakes")
    mirror.fail(
        LAKES, Fault(status=429, headers={"Retry-After": "86400"}), Fault(status=429, headers={"Retry-After": "86400"})
    )
    assert "try again in 86,400 seconds" in online("install", "naturalearth:lakes", code=1).stderr


def test_a_file_is_installed_with_sockets_off(run, tmp_path):
    path = tmp_path / "ne_10m_lakes.zip"
    path.write_bytes(shapes_of("lakes"))
    result = run("install", str(path))
    assert f"  from {path}\n" in result.stderr
    assert "naturalearth:lakes is installed" in result.stderr
    assert "install a newer file of it" in run("update", code=1).stderr


def test_what_is_not_there(run):
    assert "is not installed: run 'dateline data install geonames:PE'" in run("info", "geonames:PE", code=1).stderr
    assert "is not installed" in run("remove", "geonames:PE", code=1).stderr
    assert "there is no data pack 'a\\x1b[31m'" in run("info", "a\x1b[31m", code=1).stderr


@pytest.mark.enable_socket
def test_words_of_a_source_are_shown_without_what_a_terminal_obeys(online, mirror):
    told = put_boundaries(mirror)
    told |= {"boundaryLicense": "CC\x1b[31m BY", "boundarySource": "INEI\u202e"}
    mirror.put("geoboundaries/gbHumanitarian/PER/ADM3/", told)
    shown = online("install", "geoboundaries:PER:ADM3:gbHumanitarian").stderr
    shown += online("info", "geoboundaries:PER:ADM3:gbHumanitarian").stdout + online("list").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.enable_socket
@pytest.mark.usefixtures("online")
def test_a_terminal_is_asked_before_much_is_fetched(mirror, monkeypatch, runner):
    put_geonames(mirror)
    monkeypatch.setattr("maps.cli.data._ASK_FROM_BYTES", 10)
    monkeypatch.setattr("maps.cli.data._is_asked", lambda: True)
    result = runner.invoke(main, ["data", "install", "geonames:PE"], input="n\n")
    assert (result.exit_code, "Fetch it?" in result.stderr) == (1, True)
    assert [path for method, path, _ in mirror.asked if method == "GET"] == []


def test_progress_is_shown_on_a_terminal_and_is_gone_afterwards(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with show_progress() as progress:
        progress.start("PE.zip\x1b[31m [bold]x", 1_000)
        progress.advance(500)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "[bold]x" in shown.err
    assert "\x1b[31m [bold]" not in shown.err
