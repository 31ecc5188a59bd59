"""``dateline places``: the places that documents name, as a table or for machines."""

import click

from maps.cli.corrections import corrections_option, open_corrections
from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option

__all__ = ["places"]


@click.command("places")
@document_options("--language")
@recognizer_option
@corrections_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "geojson"]),
    default="table",
    show_default=True,
    help="A table to read, JSON Lines with a mention a line, CSV with a mention a row, or GeoJSON.",
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
    corrections_file: str | None,
    form: str,
    output: str,
) -> None:
    """List the places that REPORT names, with those not found or ambiguous.

    \b
    Example:
      dateline places report.txt --format jsonl
    """
    corrections = open_corrections(corrections_file)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    from geo.corrections import apply_corrections  # noqa: PLC0415 - help needs no gazetteer
    from geo.pipeline import find_places, join_places  # noqa: PLC0415
    from maps.export import write_places  # noqa: PLC0415

    found = [find_places(document, recognizer=finder) for document in documents]
    applied = apply_corrections(documents, found, corrections)
    joined = join_places([place for some in applied.places for place in some])
    write_output(write_places(documents, applied.places, joined, form=form), output)
    exit_with_failures([*failures, *applied.failures])
