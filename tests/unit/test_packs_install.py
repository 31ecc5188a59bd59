import errno
import fcntl
import json
import os
import re
import shutil

import pytest
import requests
from mini_gazetteer import write_mini_gazetteer

from bench.mirror import Fault, geonames_line, serve, zip_of
from bench.pack_files import QUELLO, layer_of, put_boundaries, put_geonames, put_layer, put_world
from geo.errors import DataPackError, DownloadError
from geo.gazetteer import open_gazetteer
from geo.holdings import Holdings
from geo.packs.install import Installer
from geo.packs.recipes.parts import Asker
from geo.packs.store import Store, installed_holdings
from geo.packs.web import Client

pytestmark = pytest.mark.enable_socket
NOW_S = 1_795_780_800.0


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return write_mini_gazetteer(tmp_path_factory.mktemp("base") / "mini")


@pytest.fixture
def mirror():
    with serve() as running:
        yield running


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def installer(mirror, base, folder):
    with requests.Session() as session:
        client = Client(session=session, sleep=lambda _: None, now=lambda: NOW_S)
        yield Installer(store=Store(folder=folder), asker=Asker(client=client, bases=mirror.bases), base=base)


def install(installer, *names):
    return installer.install([installer.plan(name) for name in names])


def names_of(folder):
    gazetteer = open_gazetteer(installed_holdings(folder).gazetteer)
    return {gazetteer.name(row) for row in range(len(gazetteer))}


def listing(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_nothing_is_installed_at_first(folder):
    assert installed_holdings(folder) == Holdings()


def test_a_country_is_compiled_with_the_bundle(installer, mirror, folder):
    put_geonames(mirror)
    assert install(installer, "geonames:PE").done == ("geonames:PE",)
    gazetteer = open_gazetteer(installed_holdings(folder).gazetteer)
    for name in ("Quellohuaylla", "quellohuaylla viejo"):
        assert [gazetteer.place_id(row) for row in gazetteer.rows(name)] == [f"geonames:{QUELLO}"]
    pack = installer.store.read().packs[0]
    assert (pack.version, pack.licence, pack.installed) == ("2026-11-27", "CC BY 4.0", "2026-11-27T12:00:00+00:00")
    assert [file.name for file in pack.files] == ["PE.zip", "PE-names.zip", "admin1CodesASCII.txt", "admin2Codes.txt"]
    assert list((folder / "downloads").iterdir()) == []


def test_a_country_without_names_of_its_own_goes_without(installer, mirror):
    put_geonames(mirror)
    del mirror.files["/geonames/alternatenames/PE.zip"]
    plan = installer.plan("geonames:PE")
    assert "geonames:PE goes without it" in plan.notes[0]
    assert installer.install([plan]).failures == ()


def test_two_countries_are_one_gazetteer_and_removing_one_leaves_the_other(installer, mirror, folder):
    put_geonames(mirror)
    put_geonames(mirror, "BO", name="Challapata Chica", number=QUELLO + 1)
    install(installer, "geonames:PE")
    install(installer, "geonames:BO")
    assert {"Quellohuaylla", "Challapata Chica"} <= names_of(folder)
    assert installer.remove(["geonames:pe"]).done == ("geonames:PE",)
    assert "Challapata Chica" in names_of(folder)
    assert "Quellohuaylla" not in names_of(folder)
    assert installer.remove(["geonames:BO"]).done == ("geonames:BO",)
    assert installed_holdings(folder) == Holdings()
    assert listing(folder) == ["downloads", "lock", "manifest.json"]


def test_the_world_holds_every_country(installer, mirror, folder):
    put_geonames(mirror, name="Quello of Peru")
    put_world(mirror, name="Quello of the world")
    install(installer, "geonames:PE")
    install(installer, "geonames:all")
    assert [pack.name for pack in installer.store.read().packs] == ["geonames:all"]
    assert "Quello of the world" in names_of(folder)
    with pytest.raises(DataPackError, match="geonames:PE is in geonames:all already"):
        installer.plan("geonames:PE")


def test_removing_what_is_not_there_is_said(installer):
    assert installer.remove(["geonames:PE"]).failures == ("geonames:PE is not installed",)


def test_the_last_installed_counts_first(installer, mirror, folder):
    put_layer(mirror, "lakes")
    put_layer(mirror, "regions")
    install(installer, "naturalearth:lakes", "naturalearth:regions")
    install(installer, "naturalearth:lakes")
    assert [pack.name for pack in installer.store.read().packs] == ["naturalearth:lakes", "naturalearth:regions"]
    assert [len(one.boundary_sets()[0].layer) for one in installed_holdings(folder).boundaries] == [2, 2]


def test_only_what_changed_is_fetched_again(installer, mirror, folder):
    put_geonames(mirror)
    install(installer, "geonames:PE")
    pack = installer.store.read().packs[0]
    assert installer.plan_update(pack) is None
    put_geonames(mirror, name="Quello Nuevo")
    plan = installer.plan_update(pack)
    assert installer.install([plan]).done == ("geonames:PE",)
    assert "Quello Nuevo" in names_of(folder)
    assert "Quellohuaylla" not in names_of(folder)


def test_a_boundary_that_was_built_anew_is_an_update(installer, mirror):
    put_boundaries(mirror)
    install(installer, "geoboundaries:PER:ADM3:gbHumanitarian")
    pack = installer.store.read().packs[0]
    assert installer.plan_update(pack) is None
    put_boundaries(mirror, build="Jan 03, 2027")
    assert installer.plan_update(pack) is not None


BAD = {
    "18 columns": (
        "geonames/PE.zip",
        zip_of({"PE.txt": "\n".join([geonames_line(1, "a", lon=0, lat=0), "\t".join("x" * 18)]) + "\n"}),
        r"PE\.txt, line 2: 18 columns instead of 19",
    ),
    "a web page": ("geonames/PE.zip", b"<html>come back later</html>", "is a web page"),
    "cut off": ("geonames/PE.zip", zip_of({"PE.txt": "x" * 999})[:-30], "cut off or damaged"),
    "another file": ("geonames/PE.zip", zip_of({"BO.txt": ""}), r"lacks 'PE\.txt'"),
    "a path that leads out": ("geonames/PE.zip", zip_of({"../PE.txt": ""}), "leads elsewhere"),
    "a bomb": ("geonames/PE.zip", zip_of({"PE.txt": bytes(20_000_000)}), "times its size"),
}


def test_bad_archives_leave_what_is_there_untouched(installer, mirror, folder):
    put_geonames(mirror)
    put_layer(mirror, "lakes")
    install(installer, "geonames:PE", "naturalearth:lakes")
    before, manifest = installed_holdings(folder), (folder / "manifest.json").read_bytes()
    for path, body, message in BAD.values():
        mirror.put(path, body)
        outcome = install(installer, "geonames:PE")
        assert outcome.done == ()
        (failure,) = outcome.failures
        assert re.search(message, failure), failure
        assert "geonames:PE was not installed, and what was is untouched" in failure
        assert (folder / "manifest.json").read_bytes() == manifest
    assert installed_holdings(folder) == before
    assert "Quellohuaylla" in names_of(folder)
    put_geonames(mirror)
    assert install(installer, "geonames:PE").failures == ()


def test_a_pack_that_fails_does_not_stop_the_others(installer, mirror, folder):
    put_geonames(mirror)
    put_layer(mirror, "lakes")
    mirror.put(*BAD["18 columns"][:2])
    outcome = install(installer, "geonames:PE", "naturalearth:lakes")
    assert outcome.done == ("naturalearth:lakes",)
    assert "18 columns" in outcome.failures[0]
    assert installed_holdings(folder).gazetteer is None
    assert len(installed_holdings(folder).boundaries) == 1


def test_one_process_at_a_time(installer, mirror, folder):
    put_layer(mirror, "lakes")
    folder.mkdir()
    with (folder / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(DataPackError, match="another dateline is changing the data packs"):
            install(installer, "naturalearth:lakes")
    assert install(installer, "naturalearth:lakes").done == ("naturalearth:lakes",)


def test_what_ended_runs_left_is_swept_out(installer, mirror, folder):
    put_layer(mirror, "lakes")
    for name in ("new-1", "pack-x-1", "gazetteer-1"):
        (folder / name / "deep").mkdir(parents=True)
    (folder / "manifest.json.new").write_text("half")
    (folder / "notes-of-mine.txt").write_text("kept")
    install(installer, "naturalearth:lakes")
    left = {path.name.rpartition("-")[0] or path.name for path in folder.iterdir()}
    assert left == {"lock", "manifest.json", "downloads", "notes-of", "pack-naturalearth-lakes"}


def test_downloads_that_nobody_went_on_with_are_thrown_away(installer, mirror, folder):
    put_layer(mirror, "lakes")
    (folder / "downloads").mkdir(parents=True)
    for name, days in (("old.part", 31), ("new.part", 29)):
        (folder / "downloads" / name).write_bytes(b"x")
        os.utime(folder / "downloads" / name, (NOW_S - days * 86_400,) * 2)
    install(installer, "naturalearth:lakes")
    assert listing(folder / "downloads") == ["new.part"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"format": 2, "packs": [], "gazetteer": ""}',
        '{"format": 1, "packs": [], "gazetteer": "../../etc"}',
        '{"format": 1, "packs": [{"name": "x"}], "gazetteer": ""}',
        '{"format": 1, "packs": 7, "gazetteer": ""}',
        "[" * 100_000,
    ],
)
def test_a_damaged_manifest_is_one_clear_line(folder, content):
    folder.mkdir()
    (folder / "manifest.json").write_text(content)
    with pytest.raises(DataPackError, match="is damaged: remove the folder") as caught:
        installed_holdings(folder)
    assert "\n" not in str(caught.value)


def test_words_in_a_manifest_stand_where_they_belong(installer, mirror, folder):
    put_layer(mirror, "rivers")
    install(installer, "naturalearth:rivers")
    good = json.loads((folder / "manifest.json").read_text())
    for key, value in (
        ("folder", "a/../b"),
        ("licence", 7),
        ("size", "large"),
        ("files", [{"name": "x"}]),
        ("sets", 1),
    ):
        bad = good | {"packs": [good["packs"][0] | {key: value}]}
        (folder / "manifest.json").write_text(json.dumps(bad))
        with pytest.raises(DataPackError, match="is damaged"):
            installed_holdings(folder)


def test_a_folder_that_is_gone_is_one_clear_line(installer, mirror, folder):
    put_layer(mirror, "rivers")
    install(installer, "naturalearth:rivers")
    shutil.rmtree(folder / installer.store.read().packs[0].folder)
    with pytest.raises(DataPackError, match="is gone"):
        installed_holdings(folder)


def test_a_folder_that_cannot_be_written_to_is_said(mirror, installer, tmp_path):
    put_layer(mirror, "lakes")
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DataPackError, match="set DATELINE_DATA_FOLDER to a folder of yours"):
        installer.install([installer.plan("naturalearth:lakes")])


def test_a_file_that_was_fetched_before_is_installed_without_asking_anybody(installer, mirror, folder, tmp_path):
    put_geonames(mirror)
    for path, name in (("PE.zip", "PE.zip"), ("alternatenames/PE.zip", "alternatenames/PE.zip")):
        target = tmp_path / "have" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(mirror.files[f"/geonames/{path}"])
    plan = installer.plan(str(tmp_path / "have" / "PE.zip"))
    assert (plan.name, plan.version, plan.size) == ("geonames:PE", "2026-11-27", 0)
    assert len(plan.notes) == 2
    assert installer.install([plan]).done == ("geonames:PE",)
    assert mirror.asked == []
    assert "Quellohuaylla" in names_of(folder)
    with pytest.raises(DataPackError, match="install a newer file of it"):
        installer.plan_update(installer.store.read().packs[0])


def test_a_file_of_another_name_is_named(installer, mirror, tmp_path):
    put_geonames(mirror)
    path = tmp_path / "places.zip"
    path.write_bytes(mirror.files["/geonames/PE.zip"])
    with pytest.raises(DataPackError, match="has no name of a pack's file: write NAME="):
        installer.plan(str(path))
    assert installer.install([installer.plan(f"geonames:PE={path}")]).done == ("geonames:PE",)
    with pytest.raises(DataPackError, match="there is no file"):
        installer.plan("geonames:PE=nowhere.zip")
    with pytest.raises(DataPackError, match="there is no file"):
        installer.plan("PE.zip")


def test_a_source_that_is_away_leaves_what_came(installer, mirror, folder):
    put_layer(mirror, "lakes")
    path = "naturalearth/physical/ne_10m_lakes.zip"
    mirror.fail(path, Fault(cut_at=100), *(Fault(cut_at=0) for _ in range(4)))
    assert "was cut" in install(installer, "naturalearth:lakes").failures[0]
    assert {one.suffix for one in (folder / "downloads").iterdir()} == {".part", ".json"}
    mirror.asked.clear()
    assert install(installer, "naturalearth:lakes").done == ("naturalearth:lakes",)
    assert ("GET", f"/{path}", "bytes=100-") in mirror.asked


def test_what_a_source_does_not_have_is_said(installer, mirror):
    with pytest.raises(DownloadError, match="there is nothing at"):
        installer.plan("geonames:PE")
    with pytest.raises(DownloadError, match="no release of geoBoundaries has ADM3 of Peru"):
        installer.plan("geoboundaries:PER:ADM3")
    put_boundaries(mirror)
    with pytest.raises(DownloadError, match="but gbHumanitarian has: install geoboundaries:PER:ADM3:gbHumanitarian"):
        installer.plan("geoboundaries:PER:ADM3")


def test_boundaries_that_hold_nothing_are_refused(installer, mirror, folder):
    put_boundaries(mirror, layer=layer_of())
    (failure,) = install(installer, "geoboundaries:PER:ADM3:gbHumanitarian").failures
    assert "holds no areas" in failure
    assert list((folder / "downloads").iterdir()) == []


def test_a_full_disk_leaves_what_is_there(installer, mirror, folder, monkeypatch):
    put_layer(mirror, "lakes")
    install(installer, "naturalearth:lakes")
    manifest = (folder / "manifest.json").read_bytes()

    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("geo.packs.download.shutil.copyfile", fill)
    assert "No space left on device: make room" in install(installer, "naturalearth:lakes").failures[0]
    monkeypatch.undo()
    monkeypatch.setattr("geo.packs.store._sync_tree", fill)
    with pytest.raises(DataPackError, match="stay as they were, No space left on device: make room"):
        install(installer, "naturalearth:lakes")
    assert (folder / "manifest.json").read_bytes() == manifest
    assert [path.name for path in folder.glob("new-*")] == []


def test_a_server_that_tells_no_edition_tells_the_size(installer, mirror):
    mirror.dated = mirror.tags = False
    put_layer(mirror, "rivers")
    install(installer, "naturalearth:rivers")
    pack = installer.store.read().packs[0]
    assert (pack.files[0].etag, pack.files[0].last_modified, pack.version) == ("", "", "5.1.1")
    assert installer.plan_update(pack) is None
    put_layer(mirror, "rivers", version="5.10.1 and more")
    assert installer.plan_update(pack) is not None
