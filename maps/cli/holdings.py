"""The options that name data of one's own, and the data in force while a command runs."""

import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

import click

from geo.errors import ConfigurationError
from geo.holdings import Holdings, use_holdings
from maps.cli.settings import config_option, settings_of
from maps.plain import clean
from maps.settings.kinds import Pairs
from maps.settings.records import BoundaryFile, GazetteerFile
from maps.settings.use import MoreData, open_holdings

__all__ = ["data_options", "tell_holdings"]

_MOST_TOLD = 10

_OPTIONS: tuple[Callable[..., Any], ...] = (
    click.option(
        "--regions",
        multiple=True,
        metavar="FOLDER",
        help="Count the named regions of FOLDER too, a TOML file each; repeatable.",
    ),
    click.option(
        "--boundaries",
        multiple=True,
        metavar="FILE",
        help="Count the boundaries of FILE before those that ship (GeoJSON, GeoPackage, a zipped Shapefile, …);"
        " repeatable.",
    ),
    click.option(
        "--boundary-fields",
        metavar="KEY=COLUMN,…",
        help="Which columns of --boundaries hold what, where that is not found right: code=IDDIST,name=NOMBDIST.",
    ),
    click.option(
        "--gazetteer",
        multiple=True,
        metavar="FILE",
        help="Count the places of FILE too, a CSV, TSV or GeoJSON file of names with coordinates; repeatable.",
    ),
    click.option(
        "--gazetteer-mode",
        type=click.Choice(["win", "add"]),
        default="win",
        show_default=True,
        help="Whether the places of --gazetteer win over the others of their name, or are added to them.",
    ),
    click.option(
        "--gazetteer-fields",
        metavar="KEY=COLUMN,…",
        help="Which columns of --gazetteer hold what, where that is not found right: name=NOMBRE,lon=X,lat=Y.",
    ),
    click.option(
        "--bundle-only",
        is_flag=True,
        help="Count the data that ships, and what these options name; no data packs, nothing that the configuration"
        " lists.",
    ),
)


@runtime_checkable
class _Described(Protocol):
    """A file of one's own that says how it was understood."""

    def describe(self) -> Sequence[str]:
        """Give what it was taken for and what is wrong with it, a line each."""
        ...


@runtime_checkable
class _Faulty(Protocol):
    """A file of one's own that says what is wrong with it."""

    @property
    def faults(self) -> Sequence[str]:
        """What is wrong with it, a line each."""
        ...


def data_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name data, and run the command with that data in force.

    A command names more data, which counts before that of the configuration; it is opened before any document is read.

    Parameters
    ----------
    command
        What to run; it is not given these options.
    """

    @functools.wraps(command)
    def run(  # noqa: PLR0913 - one parameter an option
        *args: Any,  # noqa: ANN401 - the command's own
        regions: tuple[str, ...],
        boundaries: tuple[str, ...],
        boundary_fields: str | None,
        gazetteer: tuple[str, ...],
        gazetteer_mode: Literal["win", "add"],
        gazetteer_fields: str | None,
        bundle_only: bool,
        **kwargs: Any,  # noqa: ANN401 - the command's own
    ) -> object:
        columns = _read_fields(gazetteer_fields, option="--gazetteer-fields", needs="--gazetteer", files=gazetteer)
        fields = _read_fields(boundary_fields, option="--boundary-fields", needs="--boundaries", files=boundaries)
        more = MoreData(
            regions=tuple(map(Path, regions)),
            gazetteers=tuple(GazetteerFile(file=Path(one), mode=gazetteer_mode, fields=columns) for one in gazetteer),
            boundaries=tuple(BoundaryFile(file=Path(one), fields=fields) for one in boundaries),
            bundle_only=bundle_only,
        )
        settings = settings_of(click.get_current_context())
        holdings = open_holdings(settings, more)
        for note in (*settings.notes, *tell_holdings(holdings)):
            click.echo(f"note: {note}", err=True)
        with use_holdings(holdings):
            return command(*args, **kwargs)

    made: Callable[..., Any] = run
    for add in (config_option, *reversed(_OPTIONS)):
        made = add(made)
    return made


def _read_fields(text: str | None, *, option: str, needs: str, files: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if text is None:
        return ()
    if not files:
        message = f"{option} says what the columns of a file hold: name the file too, with {needs}"
        raise ConfigurationError(message)
    return Pairs().parse(text, name=option, base=Path())


def tell_holdings(holdings: Holdings) -> Iterator[str]:
    """Give what a user should know of how own files were read: what their columns were taken for, and what is wrong.

    Parameters
    ----------
    holdings
        The data in force.
    """
    for holding in holdings.all:
        lines = holding.describe() if isinstance(holding, _Described) else _faults_of(holding)
        yield from map(clean, lines[:_MOST_TOLD])
        if len(lines) > _MOST_TOLD:
            yield f"… and {len(lines) - _MOST_TOLD:,} more of that file"


def _faults_of(holding: object) -> Sequence[str]:
    return holding.faults if isinstance(holding, _Faulty) else ()
