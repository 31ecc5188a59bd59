"""``dateline places``: the places that documents name, as a table or for machines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option

if TYPE_CHECKING:
    from geo.document import Document
    from geo.recognize import Recognizer

__all__ = ["places"]


@click.command("places")
@document_options("--language")
@recognizer_option
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
    form: str,
    with_figures: bool,  # noqa: FBT001 - click gives it by name
    output: str,
) -> None:
    """List the places that REPORT names, with those not found or ambiguous.

    \b
    Example:
      dateline places report.txt --format jsonl
      dateline places report.txt --figures
    """
    if with_figures and form == "geojson":
        message = "figures have no GeoJSON: choose --format table, jsonl or csv"
        raise click.UsageError(message)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    list_rows = _list_figures if with_figures else _list_places
    write_output(list_rows(documents, finder, form), output)
    exit_with_failures(failures)


def _list_figures(documents: Sequence["Document"], finder: "Recognizer | None", form: str) -> str:
    from geo.pipeline import make_report  # noqa: PLC0415 - help needs no gazetteer
    from maps.tables.figures import write_figures  # noqa: PLC0415

    return write_figures(make_report(documents, recognizer=finder), form=form)


def _list_places(documents: Sequence["Document"], finder: "Recognizer | None", form: str) -> str:
    from geo.pipeline import find_places, join_places  # noqa: PLC0415 - help needs no gazetteer
    from maps.tables.text import write_places  # noqa: PLC0415

    found = [find_places(document, recognizer=finder) for document in documents]
    joined = join_places([place for some in found for place in some])
    return write_places(documents, found, joined, form=form)
