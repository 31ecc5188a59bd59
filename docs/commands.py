"""Write the help pages of all commands into ``docs/commands.md``: ``python docs/commands.py``."""

from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from maps.cli import main

PAGE = Path(__file__).with_name("commands.md")
_HEAD = """\
# The commands

What `--help` says of each command. `python docs/commands.py` writes this page; a test fails when it is out of date.

Standard output holds the result and nothing else; notes, errors and summaries go to standard error. `-` is standard
input or output. Exit codes: 0 done, 1 error, 2 wrong usage, 3 done, but some documents could not be read.
"""


def _walk(command: click.Command, names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield names
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from _walk(inner, (*names, name))


def describe_commands() -> str:
    """Give the page."""
    parts = [_HEAD]
    for names in _walk(main, ()):
        result = CliRunner().invoke(main, [*names, "--help"], prog_name="dateline", terminal_width=100)
        parts.append(f"## {' '.join(('dateline', *names))}\n\n```text\n{result.output.strip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(describe_commands(), encoding="utf-8")
