"""``dateline regions``: the named regions, what defines them and where they lie."""

import json
import textwrap
from typing import TYPE_CHECKING

import click

from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.regions_files import check_regions, find_by_name, map_region, new_region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.regions import NamedRegion, Tier

__all__ = ["list_regions", "regions", "show_region"]

_WIDTH = 100


@click.group("regions")
def regions() -> None:
    """List the named regions, show or draw one, or write and check one of your own.

    \b
    Examples:
      dateline regions show vraem
      dateline regions new "My valley" --members "inei:050408,050409" -o my-valley.toml
    """


regions.add_command(new_region)
regions.add_command(check_regions)
regions.add_command(map_region)


@regions.command("list")
@data_options
def list_regions() -> None:
    """List the named regions, those in several countries first: identifier, name, where, and members by tier.

    \b
    Example:
      dateline regions list
    """
    from geo.regions import named_regions, touched_countries  # noqa: PLC0415 - help needs no shapely

    known = list(named_regions().values())
    lands = {region.region_id: touched_countries(region) for region in known}
    wide = [region for region in known if len(lands[region.region_id]) > 1]
    narrow = [region for region in known if len(lands[region.region_id]) <= 1]
    narrow.sort(key=lambda region: (_country_name(lands[region.region_id]), region.region_id))
    groups = (("In several countries", wide), ("In one country", narrow))
    for number, (title, some) in enumerate((title, some) for title, some in groups if some):
        click.echo(f"{chr(10) * bool(number)}{title}:")
        for line in _columns(some, lands):
            click.echo(line)


def _country_name(codes: tuple[str, ...]) -> str:
    from geo.regions.sets import countries  # noqa: PLC0415 - help needs no shapely

    return countries()[codes[0]].name if codes and codes[0] in countries() else ""


def _columns(regions_: "list[NamedRegion]", lands: dict[str, tuple[str, ...]]) -> "Iterable[str]":
    rows = [
        (
            region.region_id,
            region.name,
            f"{len(codes)} countries" if len(codes) > 1 else _country_name(codes),
            "; ".join(filter(None, map(_size, region.tiers))) or "a zone",
        )
        for region in regions_
        for codes in [lands[region.region_id]]
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)]
        yield "  ".join(["", *cells, row[3]])


def _size(tier: "Tier") -> str:
    from geo.regions import WHOLE  # noqa: PLC0415 - help needs no shapely

    count = len(tier.members)
    members = f"{count} member{'s' * (count != 1)}" if count else ""
    return members if tier.name == WHOLE else f"{tier.name} {count}"


@regions.command("show")
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "geojson"]),
    default="text",
    show_default=True,
    help="In words, or the outline of each tier.",
)
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - for standard output."
)
@data_options
def show_region(name: str, form: str, output: str) -> None:
    """Show the named region NAME: its names, members, sources, and how good its outline is.

    \b
    Example:
      dateline regions show vraem --format geojson -o vraem.geojson
    """
    region = find_by_name(name)
    write_output(_in_words(region) if form == "text" else _as_geojson(region), output)


def _in_words(region: "NamedRegion") -> str:
    from geo.regions import region_note, touched_names  # noqa: PLC0415 - help needs no shapely

    lines = [f"{region.name} ({region.region_id})", ""]
    lines += [
        line
        for language, names in region.names.items()
        if names
        for line in _wrap(f"Names ({language}): {'; '.join(names)}")
    ]
    lines += _wrap(f"Lies in: {', '.join(touched_names(region))}" if touched_names(region) else "")
    lines += _wrap(f"As of: {region.date}" if region.date else "")
    lines += _wrap(region_note(region))
    for tier in region.tiers:
        lines += _tier_in_words(region, tier)
    lines += ["", "Sources:"] if region.sources else []
    for source in region.sources:
        lines += [f"  {source.name}{f' ({source.year})' if source.year else ''} {source.url}".rstrip()]
    return "\n".join(lines) + "\n"


def _tier_in_words(region: "NamedRegion", tier: "Tier") -> list[str]:
    from geo.regions import WHOLE, unit_name  # noqa: PLC0415 - as above

    count = f"{len(tier.members)} member{'s' * (len(tier.members) != 1)}"
    is_meant = tier.name == region.default_tier and len(region.tiers) > 1
    title = count.capitalize() if tier.name == WHOLE else f"{tier.name}, {count}{', the one drawn' * is_meant}"
    lines = ["", *_wrap(f"{title}. {tier.note}".rstrip())] if tier.members else []
    width = max((len(code.code) for code in (*tier.members, *tier.excluded)), default=0)
    lines += [f"  {code.code:{width}}  {unit_name(code)}".rstrip() for code in tier.members]
    if tier.excluded:
        lines += ["", "Without:"]
        lines += [f"  {code.code:{width}}  {unit_name(code)}".rstrip() for code in tier.excluded]
    return lines


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent="  ")


def _as_geojson(region: "NamedRegion") -> str:
    import shapely  # noqa: PLC0415 - help needs no shapely

    from geo.regions import region_is_approximate, region_note, region_tiers  # noqa: PLC0415

    features = [
        {
            "type": "Feature",
            "geometry": json.loads(shapely.to_geojson(geometry)),
            "properties": {
                "region_id": region.region_id,
                "name": region.name,
                "tier": tier,
                "approximate": region_is_approximate(region, tier),
                "note": region_note(region, tier),
            },
        }
        for tier, geometry in region_tiers(region)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"
