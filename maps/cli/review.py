"""``dateline review``: the names that are not sure, one after the other, in the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.errors import ConfigurationError
from maps.cli.corrections import corrections_option, open_corrections
from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.geocoder import geocoder_option, open_geocoder, show_geocoder_notices
from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.corrections import Applied, Corrections
    from geo.document import Document
    from geo.geocoders import OnlineGeocoder
    from geo.recognize import Recognizer
    from geo.report import Report

__all__ = ["review"]


@click.command("review")
@document_options("--language")
@recognizer_option
@geocoder_option
@corrections_option
@data_options
@click.option("--all", "everything", is_flag=True, help="Ask about every name, and not only about those not sure.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write the corrections; - for standard output. If not given, the file of --corrections, or"
    " REPORT.corrections.json beside the first report.",
)
def review(  # noqa: PLR0913, PLR0917 - one parameter an option
    reports: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None,
    recognizer: str,
    geocoder: str | None,
    geocoder_first: bool,  # noqa: FBT001 - click passes a flag
    corrections_file: str | None,
    everything: bool,  # noqa: FBT001 - click passes a flag
    output: str | None,
) -> None:
    """Walk through the names of REPORT whose place is not sure, the least sure first, and keep what you say of them.

    Each name is shown in its sentence, with the place that it is taken to mean and those that it might mean. What you
    say is written as a file of corrections, which `dateline map` and `dateline places` apply with --corrections.

    \b
    Keys, each followed by Enter:
      Enter alone  keep it as it is
      1, 2, …      choose this place
      y            yes, the place is right: it counts as sure from now on
      x            it names no place
      p            put it at a longitude and latitude
      s            search the gazetteer by another name
      b            back to the name before
      q            save and stop

    \b
    Example:
      dateline review report.txt -o report.corrections.json
      dateline map report.txt --corrections report.corrections.json
    """
    if "-" in reports:
        message = "the report cannot come from standard input, for your answers do: give a file"
        raise ConfigurationError(message)
    corrections = open_corrections(corrections_file)
    online = open_geocoder(geocoder, first=geocoder_first)
    target = output or corrections_file or _beside(reports[0])
    if corrections.faults and target == corrections_file:
        message = f"{corrections.faults[0]}; mend that in {corrections_file!r}, or give another file with -o"
        raise ConfigurationError(message)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    report, applied = _read(documents, finder, online, corrections)
    show_geocoder_notices(online)
    _review(report, applied, corrections, target, everything=everything, keep=target != corrections_file)
    exit_with_failures([*failures, *applied.failures])


def _beside(report: str) -> str:
    path = Path(report)
    return str(path.with_name(f"{path.stem}.corrections.json"))


def _read(
    documents: "Sequence[Document]",
    finder: "Recognizer | None",
    online: "OnlineGeocoder | None",
    corrections: "Corrections",
) -> "tuple[Report, Applied]":
    from geo.annotate import annotate  # noqa: PLC0415 - help needs no geopandas
    from geo.corrections import apply_corrections  # noqa: PLC0415
    from geo.pipeline import find_all_places, join_places  # noqa: PLC0415

    found = find_all_places(documents, recognizer=finder, geocoder=online)
    applied = apply_corrections(documents, found, corrections)
    joined = join_places([place for some in applied.places for place in some])
    # Nothing is drawn here, so no outline is read.
    return annotate(documents, applied.places, joined, [None] * len(joined), applied=applied), applied


def _review(
    report: "Report", applied: "Applied", corrections: "Corrections", target: str, *, everything: bool, keep: bool
) -> None:
    from geo.corrections import Corrections, format_corrections  # noqa: PLC0415 - help needs no gazetteer
    from geo.corrections.merge import merge_corrections  # noqa: PLC0415
    from maps.review import Review, names_to_review, review_names  # noqa: PLC0415

    names = names_to_review(report, everything=everything)
    talk = Review(documents=report.documents, ask=_ask, show=_show)
    review_names(names, talk)
    made = talk.corrections
    # What an earlier file says is kept where another is asked for, though nothing was added to it.
    writes = bool(made or (keep and corrections.corrections))
    if writes:
        merged = Corrections(title=corrections.title or report.title, corrections=merge_corrections(applied, made))
        write_output(format_corrections(merged), target)
    _show(_summarise(len(made), len(names), writes=writes))


def _summarise(made: int, names: int, *, writes: bool) -> str:
    if not names:
        return "every name is sure: nothing to review"
    if not made:
        return "nothing was corrected" if writes else "nothing was corrected, and no file written"
    return f"{made} of {names} names corrected" if names > 1 else "1 name corrected"


def _show(line: str) -> None:
    click.echo(line, err=True)


def _ask(prompt: str) -> str | None:
    """Show a prompt and give what is typed; None at the end of the input."""
    click.echo(prompt, err=True, nl=False)
    line = sys.stdin.readline()
    answer = line.rstrip("\r\n")
    if not sys.stdin.isatty():
        # A pipe shows no answers of its own.
        click.echo("".join(sign if sign.isprintable() else "\ufffd" for sign in answer), err=True)
    return answer if line else None
