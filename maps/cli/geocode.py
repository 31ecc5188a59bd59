"""``dateline geocode``: one name, the places it may mean."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from geo.errors import ConfigurationError
from maps.cli.geocoder import geocoder_option, open_geocoder, show_geocoder_notices
from maps.cli.holdings import data_options
from maps.cli.output import write_output

if TYPE_CHECKING:
    from geo.geocoders import OnlineGeocoder
    from geo.lonlat import LonLat
    from geo.resolve.place import Alternative

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
@geocoder_option
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="At most so many places.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table to read, or JSON Lines with a place a line.",
)
@data_options
def geocode(
    name: tuple[str, ...],
    countries: tuple[str, ...],
    geocoder: str | None,
    geocoder_first: bool,  # noqa: FBT001 - click passes a flag
    limit: int,
    form: str,
) -> None:
    """List the places that NAME may mean, the most likely first.

    \b
    Example:
      dateline geocode "Villa Rica, Peru"
    """
    for code in countries:
        if len(code) != _CODE_LENGTH or not code.isalpha():
            message = f"--country {code!r} is no ISO 3166-1 alpha-2 code: give two letters, such as PE"
            raise ConfigurationError(message)
    online = open_geocoder(geocoder, first=geocoder_first)
    query = " ".join(name)
    found = _search(query, countries, online)[:limit]
    show_geocoder_notices(online)
    if not found:
        also = f", and {online.service} found no such place" if online else ""
        message = f"{query!r} is not in the gazetteer{' of ' + ', '.join(countries) if countries else ''}{also}"
        raise ConfigurationError(message)
    write_output("\n".join(_lines(found, form)) + "\n", "-")


def _search(query: str, countries: Sequence[str], online: "OnlineGeocoder | None") -> "tuple[Alternative, ...]":
    """Give the places that a name may mean, of the gazetteer and, where that lacks it or is asked second, online."""
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415 - help needs no gazetteer
    from geo.resolve.search import search_places  # noqa: PLC0415

    found = () if online and online.asks_first else search_places(open_gazetteer(), query, country_codes=countries)
    if found or online is None:
        return found
    from geo.geocoders.step import search_online  # noqa: PLC0415 - geopy is for those who ask online

    wanted = {code.upper() for code in countries}
    known, _ = search_online(query, online)
    kept = tuple(place for place in known if not wanted or place.country in wanted)
    return kept or (search_places(open_gazetteer(), query, country_codes=countries) if online.asks_first else ())


def _lines(found: "Sequence[Alternative]", form: str) -> list[str]:
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
    return lines
