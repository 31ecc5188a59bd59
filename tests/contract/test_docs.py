"""The docs say what the code does."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from maps.cli import main

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)


def commands():
    lines = [line.partition("  #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("dateline ")]


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    return page


def test_the_page_of_commands_is_up_to_date():
    page = load("commands")
    assert page.PAGE.read_text(encoding="utf-8") == page.describe_commands(), "run python docs/commands.py"


def test_the_page_of_columns_is_up_to_date():
    page = load("columns")
    assert page.PAGE.read_text(encoding="utf-8") == page.describe_columns(), "run python docs/columns.py"


def test_the_page_of_the_configuration_is_up_to_date():
    page = load("configuration")
    assert page.PAGE.read_text(encoding="utf-8") == page.describe_configuration(), "run python docs/configuration.py"


def test_the_readme_has_examples():
    assert blocks("python")
    assert commands()


@pytest.mark.parametrize("code", blocks("python"))
def test_the_readmes_python_runs(code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("data").symlink_to(ROOT / "data")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    assert "Oxapampa resolved LonLat(" in capsys.readouterr().out
    assert Path("map.html").stat().st_size > 100_000


@pytest.mark.parametrize("line", commands())
def test_the_readmes_commands_are_understood(runner, line):
    # Asked for help, a command that knows all its options and arguments gives it.
    result = runner.invoke(main, [*shlex.split(line)[1:], "--help"])
    assert result.exit_code == 0, result.stderr


def test_what_the_readme_links_to_is_there():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
