"""Writing what a command gives: to standard output, or to a file that is replaced whole or not at all."""

import sys

import click

from maps.files import write_whole

__all__ = ["write_output"]


def write_output(text: str, target: str) -> None:
    """Write text to a file, or to standard output for ``-``.

    Parameters
    ----------
    text
        What to write, as UTF-8.
    target
        A path, or ``-``.

    Raises
    ------
    RenderError
        When the file cannot be written.
    """
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
        return
    path = str(write_whole(text, target))
    # A plain path can be copied; one that a terminal would obey is shown with escapes.
    click.echo(path if path.isprintable() else repr(path), err=True)
