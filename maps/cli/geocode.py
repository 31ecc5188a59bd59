"""``dateline geocode``: one name, the places it may mean."""

import json
from typing import TYPE_CHECKING

import click

from geo.errors import ConfigurationError
from maps.cli.output import write_output

if TYPE_CHECKING:
    from geo.lonlat import LonLat

__all__ = ["geocode"]

_CODE_LENGTH = 2


def _show_lonlat(at: "LonLat") -> str:
    """Give a point as people write it: latitude first."""
    north, east = "NS"[at.lat < 0], "EW"[at.lon < 0]
    return f"{abs(at.lat):.4f}°{north} {abs(at.lon):.4f}°{east}"


@click.command("geocode")
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--country", "countries", multiple=True, metavar="CODE", help="Only in this country (ISO 3166-1, PE); repeatable."
)
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="At most so many places.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table to read, or JSON Lines with a place a line.",
)
def geocode(name: tuple[str, ...], countries: tuple[str, ...], limit: int, form: str) -> None:
    """List the places that NAME may mean, the most likely first.

    \b
    Example:
      dateline geocode "Villa Rica, Peru"
    """
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415 - help needs no gazetteer
    from geo.resolve.search import search_places  # noqa: PLC0415

    for code in countries:
        if len(code) != _CODE_LENGTH or not code.isalpha():
            message = f"--country {code!r} is no ISO 3166-1 alpha-2 code: give two letters, such as PE"
            raise ConfigurationError(message)
    query = " ".join(name)
    found = search_places(open_gazetteer(), query, country_codes=countries, limit=limit)
    if not found:
        message = f"{query!r} is not in the gazetteer{' of ' + ', '.join(countries) if countries else ''}"
        raise ConfigurationError(message)
    lines = []
    for place in found:
        if form == "jsonl":
            record = {
                "name": place.name,
                "lon": place.lonlat.lon,
                "lat": place.lonlat.lat,
                "feature": place.feature,
                "country": place.country,
                "admin": list(place.admin),
                "id": place.id,
                "score": place.score,
            }
            lines.append(json.dumps(record, ensure_ascii=False))
        else:
            chain = ", ".join([place.name, *(n for n in reversed(place.admin) if n != place.name)])
            where = _show_lonlat(place.lonlat)
            lines.append(f"{where:24}  {place.feature:16}  {chain}")
    write_output("\n".join(lines) + "\n", "-")
