import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
# The build's scripts are no data; the facts beside them are.
SCRIPTS = {".py", ".toml", ".txt", ".md", ".pyc"}


def shipped_files():
    files = (path.relative_to(DATA) for path in sorted(DATA.rglob("*")) if path.is_file())
    kept = (file for file in files if not (file.parts[0] == "build" and file.suffix in SCRIPTS))
    return [file.as_posix() for file in kept if file.name != "SOURCES.md"]


def entries():
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    return [entry.removeprefix("data/") for entry in re.findall(r"`([^`\s]+)`", text)]


@pytest.mark.parametrize("file", shipped_files())
def test_every_file_has_an_entry_in_sources(file):
    assert any(fnmatch(file, entry) for entry in entries()), f"data/SOURCES.md says nothing of {file}"


def test_no_entry_is_for_a_file_that_is_gone():
    folders = {path.name for path in DATA.iterdir() if path.is_dir()}
    named = [entry for entry in entries() if entry.partition("/")[0] in folders and "*" not in entry]
    assert [entry for entry in named if not (DATA / entry).exists()] == []
