"""``dateline map``: documents in, one HTML page out."""

import webbrowser
from pathlib import Path

import click

from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option

__all__ = ["draw", "summarise"]


@click.command("map")
@document_options
@recognizer_option
@click.option(
    "-o", "--output", default="map.html", show_default=True, metavar="FILE", help="The page; - for standard output."
)
@click.option("--title", help="The title of the map; the document's own if not given.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def draw(  # noqa: PLR0913, PLR0917 - one parameter an option
    reports: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None,
    recognizer: str,
    output: str,
    title: str | None,
    open_page: bool,  # noqa: FBT001 - click passes a flag
) -> None:
    """Draw the places that REPORT names on one interactive map that opens offline.

    REPORT is a text, Markdown, HTML, Word or PDF file, a CSV or Excel table of place names, a folder of such
    files, or - for standard input.

    \b
    Example:
      dateline map report.txt -o map.html --title "The Apurímac valley" --open
    """
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    from geo.pipeline import make_report  # noqa: PLC0415 - help needs no geopandas
    from maps.drawing import draw_map  # noqa: PLC0415

    report = make_report(documents, title=title, recognizer=finder)
    write_output(draw_map(report), output)
    if output != "-":
        click.echo(summarise(len(report.entries), len(report.unplaced)), err=True)
        if open_page:
            webbrowser.open(Path(output).resolve().as_uri())
    exit_with_failures(failures)


def summarise(placed: int, unplaced: int) -> str:
    """Give a line that says how many places a map shows.

    Examples
    --------
    >>> summarise(6, 1)
    '6 places on the map, 1 name without a place'
    """
    names = "name" if unplaced == 1 else "names"
    return f"{placed} {'place' if placed == 1 else 'places'} on the map, {unplaced} {names} without a place"
