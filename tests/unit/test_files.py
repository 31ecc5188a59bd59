import os
import stat

import pytest

from geo.errors import RenderError
from maps.files import write_whole


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path):
    path = write_whole("Ñaña\n", tmp_path / "map.html")
    assert path == tmp_path / "map.html"
    assert path.read_bytes() == "Ñaña\n".encode()
    assert names_in(tmp_path) == ["map.html"]


def test_line_ends_are_written_as_given(tmp_path):
    assert write_whole("a\nb\r\n", tmp_path / "x").read_bytes() == b"a\nb\r\n"


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "map.html"
    target.write_text("old")
    target.chmod(0o640)
    write_whole("new", target)
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_other(tmp_path):
    (tmp_path / "other").touch()
    target = write_whole("new", tmp_path / "map.html")
    assert target.stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("target", ["missing/map.html", "folder", "file/map.html", "nul\0.html", "x" * 300 + ".html"])
def test_what_cannot_be_written(tmp_path, target):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(RenderError) as caught:
        write_whole("new", tmp_path / target)
    assert "cannot write" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert names_in(tmp_path) == ["file", "folder"]
    assert names_in(tmp_path / "folder") == []


def test_half_of_a_text_is_never_left(tmp_path):
    target = tmp_path / "map.html"
    target.write_text("old")
    with pytest.raises(RenderError):
        write_whole("new \ud800", target)
    assert target.read_text() == "old"
    assert names_in(tmp_path) == ["map.html"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole("new", pipe)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()
    assert names_in(tmp_path) == ["pipe"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "map.html").write_text("old")
    link = tmp_path / "link.html"
    link.symlink_to("there/map.html")
    assert write_whole("new", link) == link
    assert link.is_symlink()
    assert (tmp_path / "there" / "map.html").read_text() == "new"
    assert names_in(tmp_path / "there") == ["map.html"]
