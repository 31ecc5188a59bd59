import struct
import zipfile
from pathlib import Path

import pytest

from bench.mirror import zip_of
from geo.errors import BrokenPackError
from geo.packs.archives import MAX_MEMBERS, extract, member_names, read_text

LINES = "".join(f"{number}\tplace {number}\n" for number in range(2_000))


def write(tmp_path, data):
    path = tmp_path / "PE.zip"
    path.write_bytes(data)
    return path


def unpack(tmp_path, data, name="PE.txt"):
    target = tmp_path / "out.txt"
    extract(write(tmp_path, data), {name: target})
    return target.read_text(encoding="utf-8")


def with_flag(data, at, value):
    """Change a field of the one member's heads, in the directory and before its data."""
    changed = bytearray(data)
    start = changed.index(b"PK\x01\x02")
    struct.pack_into("<H", changed, start + at + 2, value)
    struct.pack_into("<H", changed, at, value)
    return bytes(changed)


def test_only_what_is_wanted_is_unpacked(tmp_path):
    data = zip_of({"PE.txt": LINES, "readme.txt": "read me"})
    assert unpack(tmp_path, data) == LINES
    assert member_names(tmp_path / "PE.zip") == ("PE.txt", "readme.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["PE.zip", "out.txt"]


def test_what_may_be_missing_is_not_missed(tmp_path):
    path = write(tmp_path, zip_of({"a.shp": b"1"}))
    wanted = {"a.shp": tmp_path / "shp", "a.prj": tmp_path / "prj"}
    assert extract(path, wanted, optional=frozenset({"a.prj"})) == {"a.shp"}
    with pytest.raises(BrokenPackError, match=r"lacks 'a\.prj' and holds 'a\.shp'"):
        extract(path, wanted)


def test_a_small_text_is_read(tmp_path):
    path = write(tmp_path, zip_of({"V.txt": "5.1.1\n", "long.txt": "x" * 2_000_000}, compression=zipfile.ZIP_STORED))
    assert (read_text(path, "V.txt"), read_text(path, "none")) == ("5.1.1\n", "")
    with pytest.raises(BrokenPackError, match="may be a trap"):
        read_text(path, "long.txt")


@pytest.mark.parametrize(
    "name",
    ["../PE.txt", "/etc/passwd", "a/../../PE.txt", "C:evil.txt", "a\\..\\PE.txt", "a\nb", "a\x1b[31m", "\u202egnp"],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path, name):
    with pytest.raises(BrokenPackError, match="has a name that leads elsewhere") as caught:
        unpack(tmp_path, zip_of({"PE.txt": LINES, name: "evil"}))
    assert str(caught.value).isprintable()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["PE.zip"]


def test_links_are_refused(tmp_path):
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("PE.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BrokenPackError, match="is a link"):
        extract(path, {"PE.txt": tmp_path / "out"})


def test_bombs_are_refused_before_they_go_off(tmp_path):
    with pytest.raises(BrokenPackError, match=r"unpacks to .* times its size"):
        unpack(tmp_path, zip_of({"PE.txt": bytes(20_000_000)}))
    with pytest.raises(BrokenPackError, match="more than 1,000"):
        unpack(tmp_path, zip_of({f"{number}.txt": "" for number in range(MAX_MEMBERS + 1)}))


def test_a_member_that_is_larger_than_the_archive_says_is_refused(tmp_path):
    data = bytearray(zip_of({"PE.txt": LINES}))
    start = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, start + 24, 100)
    with pytest.raises(BrokenPackError):
        unpack(tmp_path, bytes(data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(tmp_path):
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("PE.txt", "one")
        archive.writestr("pe.TXT", "two")
    with pytest.raises(BrokenPackError, match="is there twice"):
        extract(path, {"PE.txt": tmp_path / "out"})


def test_passwords_and_packings_that_nobody_expects_are_refused(tmp_path):
    data = zip_of({"PE.txt": LINES})
    with pytest.raises(BrokenPackError, match="asks for a password"):
        unpack(tmp_path, with_flag(data, 6, 0x1))
    with pytest.raises(BrokenPackError, match="packed in a way"):
        unpack(tmp_path, with_flag(data, 8, 99))
    with pytest.raises(BrokenPackError, match="packed in a way"):
        unpack(tmp_path, zip_of({"PE.txt": LINES}, compression=zipfile.ZIP_LZMA))


def test_an_archive_within_an_archive_is_not_looked_into(tmp_path):
    with pytest.raises(BrokenPackError, match=r"lacks 'PE\.txt' and holds 'inner\.zip'"):
        unpack(tmp_path, zip_of({"inner.zip": zip_of({"PE.txt": LINES})}))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_what_is_cut_off_is_refused(tmp_path, share):
    data = zip_of({"PE.txt": LINES})
    with pytest.raises(BrokenPackError):
        unpack(tmp_path, data[: int(len(data) * share)])


def test_a_wrong_checksum_within_is_refused(tmp_path):
    data = bytearray(zip_of({"PE.txt": LINES}, compression=zipfile.ZIP_STORED))
    data[200] ^= 1
    with pytest.raises(BrokenPackError, match=r"cut off or damaged .*CRC"):
        unpack(tmp_path, bytes(data))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"\n <?xml version='1.0'?>", "is a web page"),
        (b"", "is no zip archive"),
        (b"Rar!\x1a\x07", "is no zip archive"),
        (b"PK", "cut off or damaged"),
    ],
)
def test_what_is_no_archive_is_told(tmp_path, data, message):
    with pytest.raises(BrokenPackError, match=message):
        unpack(tmp_path, data)


def test_a_full_disk_is_no_fault_of_the_archive(tmp_path):
    path = write(tmp_path, zip_of({"PE.txt": LINES}))
    with pytest.raises(OSError, match="No space left"):
        extract(path, {"PE.txt": Path("/dev/full")})
