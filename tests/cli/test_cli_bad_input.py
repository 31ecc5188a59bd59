"""Bad input gives one clear line and exit code 1, and leaves nothing behind."""

import json
import os
from pathlib import Path

import documents
import pytest

from maps.cli import main

TEXT = "Coffee comes from Villa Rica, near Oxapampa in Peru."


def fill(name, data):
    def make(folder):
        (folder / name).write_bytes(data() if callable(data) else data)
        return [name]

    return make


def make_empty_folder(folder):
    (folder / "reports").mkdir()
    (folder / "reports" / "picture.png").write_bytes(b"\x89PNG")
    return ["reports"]


BAD = {
    "missing file": (lambda _: ["missing.txt"], "there is no file 'missing.txt'"),
    "missing folder": (lambda _: ["no/where/a.txt"], "there is no file 'no/where/a.txt'"),
    "folder without documents": (make_empty_folder, "reports"),
    "empty file": (fill("a.txt", b""), "'a.txt' is empty"),
    "white space": (fill("a.txt", b" \n\n\t "), "'a.txt' holds only white space"),
    "binary file": (fill("a.txt", bytes(range(256)) * 50), "'a.txt' is binary"),
    "picture": (fill("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)), "'a.txt'"),
    "broken PDF": (fill("a.pdf", b"%PDF-1.7\n1 0 obj\n<< broken"), "'a.pdf'"),
    "half a PDF": (fill("a.pdf", lambda: documents.make_pdf(["Lima", "Puno"])[:300]), "'a.pdf'"),
    "encrypted PDF": (
        fill("a.pdf", lambda: documents.lock_pdf(documents.make_pdf(["Lima"]), user="secret")),
        "'a.pdf'",
    ),
    "DOCX bomb": (fill("a.docx", lambda: documents.make_docx_bomb(20_000_000)), "'a.docx'"),
    "lying DOCX": (fill("a.docx", documents.make_lying_docx), "'a.docx'"),
    "broken DOCX": (fill("a.docx", lambda: documents.make_docx("Lima")[:1000]), "'a.docx'"),
    "archive": (fill("a.docx", lambda: documents.make_zip({"a.txt": b"Lima"})), "'a.docx'"),
    "table without a name column": (
        fill("a.csv", b"height,width\n3,4\n5,6\n"),
        "height",
    ),
    "workbook without a name column": (
        fill("a.xlsx", lambda: documents.make_xlsx({"S": [["height", "width"], [3, 4]]})),
        "height",
    ),
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder):
    return {str(path.relative_to(folder)): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def assert_one_line(result, words):
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1
    assert result.stderr.removesuffix("\n").isprintable()
    assert len(result.stderr) < 400


@pytest.mark.parametrize("command", ["map", "places"])
@pytest.mark.parametrize(("make", "words"), BAD.values(), ids=BAD)
def test_a_document_that_cannot_be_read(runner, here, command, make, words):
    arguments = make(here)
    (here / "out").write_text("old")
    before = tree(here)
    result = runner.invoke(main, [command, *arguments, "-o", "out"])
    assert_one_line(result, words)
    assert tree(here) == before


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        ("Junín".encode("cp1252"), ["--encoding", "utf-8"], "'a.txt' is not utf-8 (byte 0xed at offset 3)"),
        ("Junín".encode(), ["--encoding", "ascii"], "'a.txt' is not ascii"),
        (b"Lima", ["--encoding", "nonsense"], "there is no text encoding 'nonsense'"),
        (b"Lima", ["--encoding", "\x1b[31m"], "there is no text encoding"),
        (b"Lima", ["--text-language", "not a language"], "not a language"),
        (b"Lima", ["--text-language", "\x1b[31m"], r"\x1b[31m"),
    ],
)
def test_an_option_that_does_not_fit(runner, here, data, options, words):
    (here / "a.txt").write_bytes(data)
    assert_one_line(runner.invoke(main, ["places", "a.txt", *options]), words)


def test_a_wrong_encoding_is_found_out_and_told(runner, here):
    (here / "a.txt").write_bytes(("La sequía llegó a Junín y a Áncash, en el Perú. " * 5).encode("cp1252"))
    result = runner.invoke(main, ["places", "a.txt", "--format", "jsonl"])
    assert result.exit_code == 0
    assert result.stderr.startswith("note: 'a.txt' is not in UTF-8; it was read as cp125")
    assert result.stderr.endswith("so check its accented letters.\n")
    assert json.loads(result.stdout.splitlines()[0])["text"] == "Junín"


def test_a_table_without_a_name_column_says_which_columns_it_has(runner, here):
    (here / "a.csv").write_text("height,width,colour\n3,4,red\n")
    result = runner.invoke(main, ["places", "a.csv"])
    assert_one_line(result, "a.csv")
    assert all(column in result.stderr for column in ("height", "width", "colour"))


def test_a_column_that_is_not_there(runner, here):
    (here / "a.csv").write_text("place,width\nLima,4\n")
    result = runner.invoke(main, ["places", "a.csv", "--column", "\x1btown"])
    assert_one_line(result, r"'a.csv' has no column '\x1btown'")
    assert "place" in result.stderr


@pytest.mark.parametrize("command", [["map", "brief.txt"], ["places", "brief.txt"], ["regions", "show", "vraem"]])
@pytest.mark.parametrize("target", ["missing/out.html", "folder", "brief.txt/out.html", "x" * 300])
def test_a_target_that_cannot_be_written(runner, here, command, target):
    Path("brief.txt").write_text(TEXT)
    Path("folder").mkdir()
    before = tree(here)
    result = runner.invoke(main, [*command, "-o", target])
    assert_one_line(result, f"cannot write {target!r}")
    assert tree(here) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(runner, here):
    Path("brief.txt").write_text(TEXT)
    Path("locked").mkdir(mode=0o500)
    assert_one_line(runner.invoke(main, ["map", "brief.txt", "-o", "locked/map.html"]), "cannot write")
    assert list((here / "locked").iterdir()) == []


def test_a_disk_that_is_full_leaves_the_old_page(runner, here, monkeypatch):
    Path("brief.txt").write_text(TEXT)
    Path("map.html").write_text("old")
    before = tree(here)

    def fill_up(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("maps.files.Path.replace", fill_up)
    assert_one_line(runner.invoke(main, ["map", "brief.txt"]), "No space left on device")
    assert tree(here) == before


HOSTILE_NAMES = [
    "\x1b[31mred.txt",
    "two\nlines.txt",
    "bell\x07.txt",
    "\u202etxt.exe.txt",
    "\x9b31m.txt",
    "{{ 7*7 }}.txt",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "geojson"])
def test_a_file_name_is_never_obeyed_by_a_terminal(runner, here, name, form):
    (here / name).write_text(TEXT)
    (here / f"bad {name}").write_bytes(bytes(300))
    (here / f"ñ {name}").write_bytes(("Junín está en el Perú. " * 9).encode("cp1252"))
    result = runner.invoke(main, ["places", ".", f"missing {name}", "--format", form])
    assert result.exit_code == 3
    obeyed = {sign for sign in result.stdout + result.stderr if not sign.isprintable()} - {"\n", "\u202e"}
    assert obeyed == set()
    assert "\u202e" not in result.stderr
    assert len(result.stderr.splitlines()) == 3


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
def test_the_name_of_a_target_is_never_obeyed_by_a_terminal(runner, here, name):
    Path("brief.txt").write_text(TEXT)
    result = runner.invoke(main, ["places", "brief.txt", "-o", name])
    assert result.exit_code == 0
    assert (here / name).is_file()
    assert result.stderr.removesuffix("\n").isprintable()


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b31m", "\x07", "\x85", "\r"], ids=ascii)
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "geojson"])
def test_a_cell_is_never_obeyed_by_a_terminal(runner, here, sign, form):
    rows = f'place,note{sign},country\n"Lima{sign}",a{sign}b,Peru\n"{sign}Nowhere",c,"P{sign}eru"\n'
    (here / "a.csv").write_text(rows, encoding="utf-8", newline="")
    result = runner.invoke(main, ["places", "a.csv", "--format", form])
    assert result.exit_code in {0, 1}
    written = result.stdout + result.stderr
    assert {character for character in written if not character.isprintable()} - {"\n"} == set()
