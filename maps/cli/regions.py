"""``dateline regions``: the named regions, what defines them and where they lie."""

import json
import textwrap
from typing import TYPE_CHECKING

import click

from geo.errors import RegionError
from maps.cli.output import write_output

if TYPE_CHECKING:
    from geo.regions import NamedRegion

__all__ = ["list_regions", "regions", "show_region"]

_WIDTH = 100


@click.group("regions")
def regions() -> None:
    """List the named regions, or show one.

    \b
    Example:
      dateline regions show vraem
    """


@regions.command("list")
def list_regions() -> None:
    """List the named regions: identifier, name, country, members.

    \b
    Example:
      dateline regions list
    """
    from geo.regions import named_regions  # noqa: PLC0415 - help needs no shapely

    for region in named_regions().values():
        tiers = ", ".join(f"{tier.name} {len(tier.codes)}" for tier in region.tiers)
        click.echo(f"{region.region_id:16}  {region.name:24}  {region.country:2}  members: {tiers}")


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
def show_region(name: str, form: str, output: str) -> None:
    """Show the named region NAME: its names, members, sources, and how good its outline is.

    \b
    Example:
      dateline regions show vraem --format geojson -o vraem.geojson
    """
    region = _find(name)
    write_output(_in_words(region) if form == "text" else _as_geojson(region), output)


def _find(name: str) -> "NamedRegion":
    from geo.gazetteer import fold  # noqa: PLC0415 - help needs no gazetteer
    from geo.regions import named_regions  # noqa: PLC0415

    known = named_regions()
    wanted = fold(name)
    for region in known.values():
        names = (region.region_id, region.name, *(one for some in region.names.values() for one in some))
        if wanted and wanted in map(fold, names):
            return region
    message = f"there is no named region {name!r}: there are {', '.join(known)}"
    raise RegionError(message)


def _in_words(region: "NamedRegion") -> str:
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415
    from geo.regions import region_note, touched_names  # noqa: PLC0415

    gazetteer = open_gazetteer()
    lines = [f"{region.name} ({region.region_id})", ""]
    for language, names in region.names.items():
        lines += _wrap(f"Names ({language}): {'; '.join(names)}")
    lines += _wrap(f"Lies in: {', '.join(touched_names(region))}")
    lines += _wrap(region_note(region))
    for tier in region.tiers:
        lines += ["", *_wrap(f"{tier.name}, {len(tier.codes)} members. {tier.note}".rstrip())]
        rows = [(code, gazetteer.row_of(region.scheme, code)) for code in tier.codes]
        lines += [
            f"  {code}  {'' if row is None else ', '.join(gazetteer.admin_names(row)[:0:-1])}" for code, row in rows
        ]
    lines += ["", "Sources:"]
    lines += [f"  {source.name} ({source.year}) {source.url}".rstrip() for source in region.sources]
    return "\n".join(lines) + "\n"


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
                "approximate": region_is_approximate(region),
                "note": region_note(region),
            },
        }
        for tier, geometry in region_tiers(region)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"
