"""The option ``--corrections``: what a reader made of an earlier map of the same documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from geo.corrections import Corrections

__all__ = ["corrections_option", "open_corrections"]


def corrections_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that names a file of corrections."""
    return click.option(
        "--corrections",
        "corrections_file",
        metavar="FILE",
        help="Apply the corrections of FILE, which a page or `dateline review` saved: JSON, or TOML in a .toml file.",
    )(command)


def open_corrections(path: str | None) -> "Corrections":
    """Give the corrections of a file, or none.

    Parameters
    ----------
    path
        What the option says; None when it was not given.

    Raises
    ------
    CorrectionsError
        When the file cannot be read.
    """
    from geo.corrections import Corrections, read_corrections  # noqa: PLC0415 - help needs no gazetteer

    return read_corrections(path) if path is not None else Corrections()
