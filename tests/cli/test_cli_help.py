import re
from importlib.metadata import version

import click
import pytest

from maps.cli import main


def walk(command, names=()):
    yield names
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from walk(inner, (*names, name))


COMMANDS = list(walk(main))


def test_the_commands_that_there_are():
    assert set(COMMANDS) >= {
        (),
        ("map",),
        ("places",),
        ("geocode",),
        ("regions",),
        ("regions", "list"),
        ("regions", "show"),
    }


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_has_help_with_an_example(runner, names, flag):
    result = runner.invoke(main, [*names, flag], prog_name="dateline")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: dateline")
    assert re.search(r"Examples?:\n    dateline ", result.stdout)


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_option_is_explained(names):
    command = main
    for name in names:
        command = command.commands[name]
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_version(runner):
    result = runner.invoke(main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"dateline, version {version('dateline')}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["map"],
        ["places"],
        ["places", "a.txt", "--format", "xml"],
        ["places", "a.txt", "--no-such-option"],
        ["geocode"],
        ["geocode", "Lima", "--limit", "0"],
        ["regions", "show"],
        ["regions", "nothing"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_code_2_and_tells_how(runner, arguments):
    result = runner.invoke(main, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage:" in result.stderr
    assert "Error:" in result.stderr
