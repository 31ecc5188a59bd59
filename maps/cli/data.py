"""``dateline data``: what can be installed beside the bundle, and what is."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import DataPackError, DatelineError
from geo.holdings import Holdings, use_holdings
from maps.cli.documents import exit_with_failures
from maps.cli.settings import config_option, settings_of
from maps.plain import clean

if TYPE_CHECKING:
    from geo.packs.install import Installer, Outcome
    from geo.packs.model import PackPlan, PackRecord
    from geo.packs.web import Progress

__all__ = ["clean_cache", "data", "install_packs", "list_packs", "remove_packs", "show_pack", "update_packs"]

_PACKS = (
    ("geonames:PE", "the places of a country, down to hamlets, with their names (GeoNames)", "1 to 100 MB"),
    ("geonames:all", "the places of the world (GeoNames)", "600 MB; 15 minutes to compile"),
    ("geoboundaries:PER:ADM2", "the boundaries of a country, ADM0 to ADM3 (geoBoundaries)", "1 to 300 MB"),
    ("naturalearth:rivers", "names of large rivers (Natural Earth)", "2 MB"),
    ("naturalearth:lakes", "outlines and names of lakes (Natural Earth)", "2 MB"),
    ("naturalearth:regions", "outlines and names of deserts, ranges, plains, islands (Natural Earth)", "5 MB"),
    ("naturalearth:states", "the first-level regions of the world, not simplified (Natural Earth)", "15 MB"),
    ("naturalearth:disputed", "areas that several claim (Natural Earth)", "1 MB"),
    ("overture:PE", "the divisions of a country, all levels (Overture Maps)", "10 to 1,000 MB"),
)
_ASK_FROM_BYTES = 100_000_000

_yes = click.option("-y", "--yes", is_flag=True, help="Fetch large files without asking.")


@click.group("data")
def data() -> None:
    """Install data packs beside what ships, update and remove them.

    Nothing but `install` and `update` opens a connection, to the sources that the pack names.

    \b
    Example:
      dateline data install geonames:PE
    """


@data.command("list")
@config_option
def list_packs() -> None:
    """List what is installed, and what can be.

    \b
    Example:
      dateline data list
    """
    from geo.packs.store import Store  # noqa: PLC0415 - help needs no store

    packs = Store(folder=_folder()).read().packs
    click.echo(f"Installed in {clean(str(_folder()))}:" if packs else "Nothing is installed yet.")
    for pack in packs:
        click.echo(f"  {pack.name:32}  {_size(pack.size):>8}  {clean(pack.version)}, {clean(pack.licence)}")
    click.echo("\nCan be installed (PE and PER stand for any country):")
    for name, what, size in _PACKS:
        click.echo(f"  {name:22}  {what}; {size}")


@data.command("install")
@config_option
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
@_yes
def install_packs(packs: tuple[str, ...], yes: bool) -> None:  # noqa: FBT001 - click passes a flag
    """Fetch and install data packs.

    PACK is a name that `dateline data list` shows, a file that was fetched already (PE.zip, ne_10m_lakes.zip,
    geoBoundaries-PER-ADM3.geojson), or both: geonames:PE=places.zip. What is fetched from where is said before. A
    download that is cut off is gone on with by the next run; whatever goes wrong, what was installed stays as it was.

    \b
    Examples:
      dateline data install geonames:PE naturalearth:lakes
      dateline data install geoboundaries:PER:ADM3:gbHumanitarian
      dateline data install ./PE.zip
    """
    with _installer() as installer:
        plans, failures = [], []
        for name in dict.fromkeys(packs):
            try:
                plans.append(installer.plan(name))
            except DatelineError as error:
                failures.append(f"{clean(name)}: {error}")
        outcome = _carry_out(installer, plans, yes=yes)
    _tell(outcome, "installed", failures)


@data.command("update")
@config_option
@click.argument("packs", nargs=-1, metavar="[PACK...]")
@_yes
def update_packs(packs: tuple[str, ...], yes: bool) -> None:  # noqa: FBT001 - click passes a flag
    """Fetch the packs again of which there is a newer edition: those named, or all.

    \b
    Example:
      dateline data update
    """
    with _installer() as installer:
        plans, failures = [], []
        for pack in _named(installer, packs):
            try:
                plan = installer.plan_update(pack)
            except DatelineError as error:
                failures.append(f"{pack.name}: {error}")
                continue
            if plan is None:
                click.echo(f"{pack.name} is the newest", err=True)
            else:
                plans.append(plan)
        outcome = _carry_out(installer, plans, yes=yes)
    _tell(outcome, "installed", failures)


@data.command("remove")
@config_option
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
def remove_packs(packs: tuple[str, ...]) -> None:
    """Remove installed packs; what was compiled with others is compiled anew without them.

    \b
    Example:
      dateline data remove geonames:PE
    """
    with _installer() as installer:
        outcome = installer.remove(packs)
    _tell(outcome, "removed", ())


@data.command("info")
@config_option
@click.argument("pack")
def show_pack(pack: str) -> None:
    """Show what is known of an installed pack: its source, version, licence, citation, size and what it covers.

    \b
    Example:
      dateline data info geonames:PE
    """
    from geo.packs.names import parse_name  # noqa: PLC0415 - help needs no packs
    from geo.packs.store import Store  # noqa: PLC0415

    name = str(parse_name(pack))
    store = Store(folder=_folder())
    found = store.read().find(name)
    if found is None:
        message = f"{name} is not installed: run 'dateline data install {name}'"
        raise DataPackError(message)
    for what, value in _facts(found):
        click.echo(f"{what + ':':26}{clean(value)}")


@data.command("clean")
@config_option
def clean_cache() -> None:
    """Empty the cache of outlines and boundaries that were read from own files.

    They are made again when they are next needed. Installed packs and the answers of online geocoders stay.

    \b
    Example:
      dateline data clean
    """
    from geo.cache import cache_size, clear_cache  # noqa: PLC0415 - no other command needs it

    folder = settings_of(click.get_current_context())["cache.folder"]
    with use_holdings(Holdings(cache=None if folder is None else str(folder))):
        size = cache_size()[1]
        count = clear_cache()
    click.echo(f"{count} files of the cache are removed, {_size(size)}", err=True)


def _folder() -> Path:
    return Path(str(settings_of(click.get_current_context())["data.folder"]))


def _facts(pack: "PackRecord") -> Iterator[tuple[str, str]]:
    yield "name", pack.name
    yield "what it is", pack.title
    yield "covers", pack.covers
    yield "source", pack.source
    yield "version", pack.version or "not stated"
    yield "licence", pack.licence
    yield "citation", pack.citation
    yield "more", pack.url
    yield "size on disk", _size(pack.size)
    yield "installed", pack.installed
    for file in pack.files:
        yield "made from", f"{file.url or file.name}, {_size(file.size)}, sha256 {file.sha256}"
    yield from pack.facts


def _named(installer: "Installer", names: Sequence[str]) -> "list[PackRecord]":
    from geo.packs.names import parse_name  # noqa: PLC0415 - help needs no packs

    manifest = installer.store.read()
    if not names:
        return list(manifest.packs)
    found = []
    for name in dict.fromkeys(str(parse_name(one)) for one in names):
        pack = manifest.find(name)
        if pack is None:
            message = f"{name} is not installed: run 'dateline data install {name}'"
            raise DataPackError(message)
        found.append(pack)
    return found


def _carry_out(installer: "Installer", plans: "Sequence[PackPlan]", *, yes: bool) -> "Outcome":
    """Say what is to be fetched, ask about much of it, and install it."""
    from geo.packs.install import Outcome  # noqa: PLC0415 - help needs no packs

    for plan in plans:
        _announce(plan)
    sizes = [plan.size for plan in plans]
    large = None in sizes or any(plan.remote for plan in plans) or sum(size or 0 for size in sizes) > _ASK_FROM_BYTES
    if plans and large and not yes and _is_asked():
        click.confirm("Fetch it?", abort=True, err=True)
    return installer.install(plans) if plans else Outcome()


def _is_asked() -> bool:
    return sys.stdin.isatty()


def _announce(plan: "PackPlan") -> None:
    click.echo(f"{plan.name}: {clean(plan.title)}, {clean(plan.source)} {clean(plan.version)}".rstrip(), err=True)
    click.echo(f"  licence: {clean(plan.licence)}", err=True)
    for file in (*plan.files, *plan.remote):
        size = "of unknown size" if file.size is None and file.path is None else _size(file.size or 0)
        where = f"{clean(file.url)}, {size}" if file.path is None else clean(str(file.path))
        click.echo(f"  from {where}", err=True)
    for note in plan.notes:
        click.echo(f"  note: {clean(note)}", err=True)


def _tell(outcome: "Outcome", what: str, failures: Sequence[str]) -> None:
    for note in outcome.notes:
        click.echo(f"note: {clean(note)}", err=True)
    for name in outcome.done:
        click.echo(f"{name} is {what}", err=True)
    _end([*failures, *outcome.failures], done=outcome.done)


def _end(failures: Sequence[str], *, done: Sequence[str]) -> None:
    """End with code 3 when some packs failed, and with 1 when all did."""
    if failures and not done:
        for failure in failures[:-1]:
            click.echo(f"dateline: {clean(failure)}", err=True)
        raise DataPackError(clean(failures[-1]))
    exit_with_failures([clean(failure) for failure in failures])


def _size(count: int) -> str:
    """Give a number of bytes for people.

    Examples
    --------
    >>> _size(1_234_567), _size(512)
    ('1.2 MB', '512 B')
    """
    for unit, worth in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= worth:
            return f"{count / worth:,.1f} {unit}"
    return f"{count} B"


@contextmanager
def _installer() -> "Iterator[Installer]":
    """Give what installs, with progress on the terminal if there is one."""
    from geo.packs.addresses import read_bases  # noqa: PLC0415 - help needs no packs
    from geo.packs.install import Installer  # noqa: PLC0415
    from geo.packs.recipes.parts import Asker  # noqa: PLC0415
    from geo.packs.store import Store  # noqa: PLC0415
    from geo.packs.web import open_client  # noqa: PLC0415

    with _progress() as progress, open_client(progress=progress) as client:
        asker = Asker(client=client, bases=read_bases(os.environ))
        yield Installer(store=Store(folder=_folder()), asker=asker)


@contextmanager
def _progress() -> "Iterator[Progress]":
    from geo.packs.web import NoProgress  # noqa: PLC0415 - help needs no packs
    from maps.cli.progress import show_progress  # noqa: PLC0415

    if sys.stderr.isatty():
        with show_progress() as progress:
            yield progress
    else:
        yield NoProgress()
