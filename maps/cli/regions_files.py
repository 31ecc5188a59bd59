"""``dateline regions new``, ``check`` and ``map``: definitions of one's own."""

import difflib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import RegionError
from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.settings import settings_of

if TYPE_CHECKING:
    from geo.regions import NamedRegion

__all__ = ["check_regions", "find_by_name", "map_region", "new_region"]

_MOST_GUESSES = 5
_LIKE = 0.75


def find_by_name(name: str) -> "NamedRegion":
    """Give the named region of an identifier or a name.

    Parameters
    ----------
    name
        As it is written anywhere in its definition.

    Raises
    ------
    RegionError
        When there is none.
    """
    from geo.gazetteer import fold  # noqa: PLC0415 - help needs no gazetteer
    from geo.regions import named_regions  # noqa: PLC0415

    known = named_regions()
    wanted = fold(name)
    called: dict[str, str] = {}
    for region in known.values():
        for one in (region.region_id, region.name, *(one for some in region.names.values() for one in some)):
            called.setdefault(fold(one), region.region_id)
    if wanted in called:
        return known[called[wanted]]
    near = dict.fromkeys(
        called[one] for one in difflib.get_close_matches(wanted, called, n=_MOST_GUESSES, cutoff=_LIKE)
    )
    hint = f"did you mean {', '.join(near)}?" if near else "'dateline regions list' lists them"
    message = f"there is no named region {name!r}: {hint}"
    raise RegionError(message)


@click.command("new")
@click.argument("name")
@click.option(
    "--members",
    multiple=True,
    required=True,
    metavar="CODES",
    help="Codes behind their scheme ('iso3166-1:ML,NE'), or names ('Mali; Amazonas, Peru'); apart by ';'.",
)
@click.option("--id", "region_id", metavar="ID", help="Its identifier; made of its name if not given.")
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - for standard output."
)
@data_options
def new_region(name: str, members: tuple[str, ...], region_id: str | None, output: str) -> None:
    """Write the definition of a region called NAME, a TOML file to fill in.

    The schemes of codes are iso3166-1 (countries), iso3166-2 (their parts), geonames (numbers of GeoNames) and inei
    (departments, provinces and districts of Peru).

    \b
    Example:
      dateline regions new "Central Sahel" --members "iso3166-1:ML,NE; Burkina Faso" -o central-sahel.toml
    """
    from datetime import date  # noqa: PLC0415 - help needs no clock

    from geo.regions.named.compose import find_members, region_id_of, write_definition  # noqa: PLC0415 - nor shapely

    chosen_id = region_id_of(name) if region_id is None else region_id
    if region_id_of(chosen_id) != chosen_id:
        message = f"{chosen_id!r} is no identifier: write small letters, digits and hyphens"
        raise RegionError(message)
    codes = find_members(members)
    today = date.today().isoformat()  # noqa: DTZ011 - the day where the author is
    write_output(write_definition(name, codes, region_id=chosen_id, date=today), output)


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...", type=click.Path(path_type=Path))
@data_options
def check_regions(paths: tuple[Path, ...]) -> None:
    """Check definitions of regions: every fault, the area and the point, and what may surprise.

    The exit code is 1 when a file does not define a region.

    \b
    Example:
      dateline regions check my-regions
    """
    from geo.regions import read_named_region  # noqa: PLC0415 - help needs no shapely
    from geo.regions.named.own import region_files  # noqa: PLC0415

    failed = 0
    for path in (one for given in paths for one in region_files(given)):
        try:
            region = read_named_region(path, certain=True)
        except RegionError as error:
            failed += 1
            click.echo(f"dateline: {error}", err=True)
            continue
        for line in _in_words(region, path):
            click.echo("".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line))
    if failed:
        sys.exit(1)


def _in_words(region: "NamedRegion", path: Path) -> list[str]:
    from geo.regions.named.check import examine_region  # noqa: PLC0415 - help needs no shapely

    facts = examine_region(region, path)
    sizes = [f"{name}: {count} member{'s' * (count != 1)}, {area:,.0f} km²" for name, count, area in facts.tiers]
    point = f"longitude {facts.point.lon:.4f}, latitude {facts.point.lat:.4f}" if facts.point else "none"
    return [
        f"{path}: {region.name} ({region.region_id})",
        *(f"  {size}" for size in sizes),
        f"  outline: {'approximate' if facts.approximate else 'as good as its boundaries'}; a point inside: {point}",
        *(f"  note: {note}" for note in facts.notes),
    ]


@click.command("map")
@click.argument("name")
@click.option("-o", "--output", default="map.html", show_default=True, metavar="FILE", help="The page to write.")
@data_options
@click.pass_context
def map_region(ctx: click.Context, name: str, output: str) -> None:
    """Draw the named region NAME on a map of its own: its tiers, its members and what its definition says.

    Theme, language and borders are those of the configuration.

    \b
    Example:
      dateline regions map vraem -o vraem.html
    """
    region = find_by_name(name)
    from maps.drawing import render_map  # noqa: PLC0415 - help needs no folium
    from maps.formats import known_suffix  # noqa: PLC0415
    from maps.region_map import region_report  # noqa: PLC0415

    suffix = ".html" if output == "-" else known_suffix(output)
    options = replace(settings_of(ctx).map_options(), title=None)
    write_output(render_map(region_report(region), suffix, options), output)
