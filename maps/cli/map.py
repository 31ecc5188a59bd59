"""``dateline map``: documents in, a page, a picture or a file for other programs out."""

import webbrowser
from pathlib import Path

import click

from maps.cli.corrections import corrections_option, open_corrections
from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.geocoder import geocoder_option, open_geocoder, show_geocoder_notices
from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option
from maps.cli.settings import setting_option
from maps.cli.sources import show_terms
from maps.formats import WRITERS, known_suffix
from maps.options import Borders, Language, MapOptions, Shade, Theme

__all__ = ["draw", "summarise"]


@click.command("map")
@document_options()
@recognizer_option
@geocoder_option
@corrections_option
@data_options
@click.option(
    "-o",
    "--output",
    default="map.html",
    show_default=True,
    metavar="FILE",
    help=f"The page, or another kind of file by the ending of its name ({', '.join(WRITERS)}); - for the page on "
    "standard output.",
)
@setting_option("map.language", "words")
@setting_option("map.text", "with_text")
@setting_option("map.theme")
@setting_option("map.borders")
@setting_option("map.shade")
@setting_option("map.width")
@setting_option("map.dpi")
@setting_option("map.title")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--embed", is_flag=True, help="Also write, beside the page, a snippet and a fragment that put it into another page."
)
def draw(  # noqa: PLR0913, PLR0917 - one parameter an option
    reports: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None,
    recognizer: str,
    geocoder: str | None,
    geocoder_first: bool,  # noqa: FBT001 - click passes a flag
    corrections_file: str | None,
    output: str,
    words: Language | None,
    with_text: bool,  # noqa: FBT001 - click passes a flag
    theme: Theme,
    borders: Borders,
    shade: Shade,
    width: int,
    dpi: int,
    title: str | None,
    open_page: bool,  # noqa: FBT001 - click passes a flag
    embed: bool,  # noqa: FBT001 - as above
) -> None:
    """Draw the places that REPORT names on one interactive map that opens offline, or write them for other programs.

    REPORT is a text, Markdown, HTML, Word or PDF file, a CSV or Excel table of place names, a folder of such
    files, or - for standard input.

    \b
    Examples:
      dateline map report.txt -o map.html --title "The Apurímac valley" --open
      dateline map report.txt -o report.gpkg
      dateline map report.txt -o map.png --width 800
    """
    suffix = ".html" if output == "-" else known_suffix(output)
    if embed and (output == "-" or suffix != ".html"):
        message = f"--embed writes beside a page: give -o a name that ends in .html, not {output!r}"
        raise click.UsageError(message)
    corrections = open_corrections(corrections_file)
    online = open_geocoder(geocoder, first=geocoder_first)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    from geo.pipeline import make_report  # noqa: PLC0415 - help needs no geopandas
    from maps.drawing import render_map  # noqa: PLC0415
    from maps.embed import embed_files  # noqa: PLC0415

    report = make_report(documents, recognizer=finder, corrections=corrections, geocoder=online)
    show_geocoder_notices(online)
    show_terms(report)
    options = MapOptions(
        title=title, language=words, with_text=with_text, theme=theme, borders=borders, shade=shade, width_px=width,
        dpi=dpi,
    )  # fmt: skip
    write_output(render_map(report, suffix, options), output)
    for path, content in embed_files(report, output, options).items() if embed else ():
        write_output(content, str(path))
    if output != "-":
        click.echo(summarise(len(report.entries), len(report.unplaced)), err=True)
        if open_page:
            webbrowser.open(Path(output).resolve().as_uri())
    exit_with_failures([*failures, *report.failures])


def summarise(placed: int, unplaced: int) -> str:
    """Give a line that says how many places a map shows.

    Examples
    --------
    >>> summarise(6, 1)
    '6 places on the map, 1 name without a place'
    """
    names = "name" if unplaced == 1 else "names"
    return f"{placed} {'place' if placed == 1 else 'places'} on the map, {unplaced} {names} without a place"
