import os

import pytest

from bench.cache_cuts import cut
from geo import cache
from geo.cache import cache_folder, cache_size, clear_cache, kept


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never():
    raise AssertionError


@pytest.mark.usefixtures("folder")
def test_what_was_made_is_kept():
    assert kept("a-1", ("x", 1), lambda: b"made") == b"made"
    assert kept("a-1", ("x", 1), never) == b"made"
    assert kept("a-1", ("x", 2), lambda: b"other") == b"other"
    assert kept("a-2", ("x", 1), lambda: b"newer") == b"newer"
    assert cache_size()[0] == 3
    assert clear_cache() == 3
    assert cache_size() == (0, 0)


@pytest.mark.parametrize("broken", [b"", b"dateline-cache-1\n", b"x" * 100])
def test_what_is_broken_is_made_anew(folder, broken):
    kept("a-1", "x", lambda: b"made")
    (path,) = folder.glob("*/*")
    for content in (broken, path.read_bytes()[:-1], path.read_bytes() + b"x"):
        path.write_bytes(content)
        assert kept("a-1", "x", lambda: b"made") == b"made"
        assert kept("a-1", "x", never) == b"made"


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", str(tmp_path / "file"))
    assert [kept("a-1", "x", lambda: b"made") for _ in range(2)] == [b"made", b"made"]
    monkeypatch.setenv("DATELINE_CACHE_FOLDER", "off")
    assert kept("a-1", "x", lambda: b"made") == b"made"
    assert (cache_folder(), cache_size(), clear_cache()) == (None, (0, 0), 0)


def test_the_users_own_folder_unless_one_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("DATELINE_CACHE_FOLDER")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder().name == "dateline"


def test_the_longest_unused_goes_first(folder, monkeypatch):
    monkeypatch.setattr(cache, "MOST_KEPT_BYTES", 500)
    for number, name in enumerate("abc"):
        kept("a-1", name, lambda: b"x" * 100)
        newest = max(folder.glob("*/*"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    kept("a-1", "a", never)
    kept("a-1", "d", lambda: b"x" * 100)
    assert kept("a-1", "a", never)
    assert kept("a-1", "b", lambda: b"again") == b"again"


def test_files_of_others_stay(folder):
    kept("a-1", "x", lambda: b"made")
    stranger = folder / "a-1" / "letter.txt"
    stranger.write_text("mine", encoding="utf-8")
    clear_cache()
    assert stranger.exists()


def test_kills_leave_the_old_or_the_new(tmp_path):
    found = cut(tmp_path, 6)
    assert found["mixed"] == 0
    assert found.total() == 6
