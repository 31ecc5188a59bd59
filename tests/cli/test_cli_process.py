"""The command as a process of its own: what an imported test cannot see."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("dateline")
# A hook that nothing in the process can take back: whoever makes or asks for a connection ends it with code 97.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        if event == "socket.__new__" and arguments[1] == 1:
            return
        os.write(2, f"{event} {arguments}".encode())
        os._exit(97)
sys.addaudithook(watch)
from maps.cli import main
main(prog_name="dateline")
"""
TEXT = b"Coffee comes from Villa Rica, near Oxapampa in Peru."


def run(*arguments, stdin=TEXT, cwd=None):
    return subprocess.run(  # noqa: PLW1510 - each test looks at the code
        [COMMAND, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd
    )


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_bytes(TEXT)
    return path


def test_standard_output_holds_the_result_and_nothing_else(brief):
    result = run("places", brief, "--format", "jsonl")
    assert (result.returncode, result.stderr) == (0, b"")
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["Villa Rica", "Oxapampa", "Peru"]


def test_a_pipe_in_and_a_pipe_out():
    result = run("places", "-", "-o", "-", "--format", "geojson")
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(json.loads(result.stdout)["features"]) == 3


def test_the_result_is_utf_8_whatever_the_terminal_speaks(brief):
    brief.write_text("Junín lies in Perú.", encoding="utf-8")
    result = subprocess.run(
        [COMMAND, "places", brief, "--format", "jsonl"],
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "Junín" in result.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["geocode", "Lima, Ohio"], 0),
        (["regions", "list"], 0),
        (["places", "missing.txt"], 1),
        (["geocode", "Quillaquella"], 1),
        (["places"], 2),
        (["nothing"], 2),
        (["places", "-", "missing.txt"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_codes(arguments, code, tmp_path):
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == code
    assert bool(result.stdout) == (code in {0, 3})
    assert b"Traceback" not in result.stderr


def test_whoever_stops_reading_hears_no_complaint(tmp_path):
    (tmp_path / "long.txt").write_bytes(TEXT * 2_000)
    with subprocess.Popen(
        [COMMAND, "places", tmp_path / "long.txt", "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_name_that_is_no_text_is_read_all_the_same(tmp_path):
    path = tmp_path / b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    path.write_bytes(TEXT)
    for form in ("jsonl", "csv", "geojson", "table"):
        result = run("places", path, "--format", form)
        assert (result.returncode, result.stderr) == (0, b"")
        assert "Oxapampa" in result.stdout.decode("utf-8")
    result = run("map", path, "-o", tmp_path / "map.html")
    assert result.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["map", "brief.txt"],
        ["places", "brief.txt", "--format", "jsonl"],
        ["geocode", "Villa Rica, Peru"],
        ["regions", "list"],
        ["regions", "show", "vraem", "--format", "geojson"],
        ["places", "page.html"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_no_command_opens_a_socket(arguments, brief):
    page = b'<html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body><p>%s</p></body></html>'
    brief.with_name("page.html").write_bytes(page % (TEXT * 9))
    result = subprocess.run(  # noqa: PLW1510 - the code is looked at
        [sys.executable, "-c", WATCHED, *arguments], capture_output=True, cwd=brief.parent
    )
    assert (result.returncode, result.stderr.decode()) == (0, result.stderr.decode())


def test_the_watch_would_see_a_socket():
    code = WATCHED.replace("from maps.cli import main\nmain", "import socket; socket.socket; socket.create_connection")
    code = code.replace('(prog_name="dateline")', '(("127.0.0.1", 9))')
    result = subprocess.run([sys.executable, "-c", code], capture_output=True)  # noqa: PLW1510 - the code is looked at
    assert result.returncode == 97
