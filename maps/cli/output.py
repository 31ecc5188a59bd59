"""Writing what a command gives: to standard output, or to a file that is replaced whole or not at all."""

import sys

import click

from maps.files import write_whole

__all__ = ["write_output"]


def write_output(content: str | bytes, target: str) -> None:
    """Write to a file, or to standard output for ``-``.

    Parameters
    ----------
    content
        What to write; text as UTF-8.
    target
        A path, or ``-``.

    Raises
    ------
    RenderError
        When the file cannot be written.
    """
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)
        sys.stdout.buffer.flush()
        return
    path = str(write_whole(content, target))
    # A plain path can be copied; one that a terminal would obey is shown with escapes.
    click.echo(path if path.isprintable() else repr(path), err=True)
