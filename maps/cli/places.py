"""``dateline places``: the places that documents name, as a table or for machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from maps.cli.corrections import corrections_option, open_corrections
from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.geocoder import geocoder_option, open_geocoder, show_geocoder_notices
from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option

if TYPE_CHECKING:
    from geo.corrections import Corrections
    from geo.document import Document
    from geo.geocoders import OnlineGeocoder
    from geo.recognize import Recognizer

__all__ = ["places"]


@click.command("places")
@document_options("--language")
@recognizer_option
@geocoder_option
@corrections_option
@data_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "geojson"]),
    default="table",
    show_default=True,
    help="A table to read, JSON Lines with a mention a line, CSV with a mention a row, or GeoJSON.",
)
@click.option(
    "--figures",
    "with_figures",
    is_flag=True,
    help="A row a number or date that a sentence says of a place, instead: place, value, unit, quote.",
)
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - for standard output."
)
def places(  # noqa: PLR0913, PLR0917 - one parameter an option
    reports: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None,
    recognizer: str,
    geocoder: str | None,
    geocoder_first: bool,  # noqa: FBT001 - click passes a flag
    corrections_file: str | None,
    form: str,
    with_figures: bool,  # noqa: FBT001 - click gives it by name
    output: str,
) -> None:
    """List the places that REPORT names, with those not found, not answered or ambiguous.

    \b
    Example:
      dateline places report.txt --format jsonl
      dateline places report.txt --figures
    """
    if with_figures and form == "geojson":
        message = "figures have no GeoJSON: choose --format table, jsonl or csv"
        raise click.UsageError(message)
    corrections = open_corrections(corrections_file)
    online = open_geocoder(geocoder, first=geocoder_first)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    list_rows = _list_figures if with_figures else _list_places
    content, unmatched = list_rows(documents, _Road(finder=finder, online=online, corrections=corrections), form)
    show_geocoder_notices(online)
    write_output(content, output)
    exit_with_failures([*failures, *unmatched])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Road:
    """What finds names, whom to ask online, and what a reader said of the places."""

    finder: "Recognizer | None"
    online: "OnlineGeocoder | None"
    corrections: "Corrections"


def _list_figures(documents: Sequence["Document"], road: _Road, form: str) -> tuple[str, Sequence[str]]:
    from geo.pipeline import make_report  # noqa: PLC0415 - help needs no gazetteer
    from maps.tables.figures import write_figures  # noqa: PLC0415

    report = make_report(documents, recognizer=road.finder, corrections=road.corrections, geocoder=road.online)
    return write_figures(report, form=form), report.failures


def _list_places(documents: Sequence["Document"], road: _Road, form: str) -> tuple[str, Sequence[str]]:
    from geo.corrections import apply_corrections  # noqa: PLC0415 - help needs no gazetteer
    from geo.pipeline import find_all_places, join_places  # noqa: PLC0415
    from maps.tables.text import write_places  # noqa: PLC0415

    found = find_all_places(documents, recognizer=road.finder, geocoder=road.online)
    applied = apply_corrections(documents, found, road.corrections)
    joined = join_places([place for some in applied.places for place in some])
    return write_places(documents, applied.places, joined, form=form), applied.failures
