"""``dateline sources``: the citations to put under the map of a report."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from maps.cli.corrections import corrections_option, open_corrections
from maps.cli.documents import document_options, exit_with_failures, read_arguments, show_notices
from maps.cli.geocoder import geocoder_option, open_geocoder, show_geocoder_notices
from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.recognizers import open_recognizer, recognizer_option
from maps.cli.settings import setting_option
from maps.options import LANGUAGES, Language

if TYPE_CHECKING:
    from geo.report import Report

__all__ = ["show_terms", "sources"]


@click.command("sources")
@document_options()
@recognizer_option
@geocoder_option
@corrections_option
@data_options
@setting_option("map.language", "words")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csl"]),
    default="text",
    show_default=True,
    help="A citation a line, all that is known of each source as JSON, or CSL JSON for a program that cites (Zotero,"
    " Pandoc).",
)
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - for standard output."
)
def sources(  # noqa: PLR0913, PLR0917 - one parameter an option
    reports: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None,
    recognizer: str,
    corrections_file: str | None,
    geocoder: str | None,
    geocoder_first: bool,  # noqa: FBT001 - click passes a flag
    words: Language | None,
    form: str,
    output: str,
) -> None:
    """Print the citations to put under the map of REPORT: of its places, its outlines, its land, and its documents.

    What a licence asks of whoever publishes the map is told on standard error, and so is a licence that nobody stated.

    \b
    Examples:
      dateline sources report.txt
      dateline sources report.txt --format csl -o sources.json
    """
    corrections = open_corrections(corrections_file)
    online = open_geocoder(geocoder, first=geocoder_first)
    documents, failures = read_arguments(
        reports, language=language, encoding=encoding, column=column, published_in=published_in
    )
    finder, documents, failures = open_recognizer(recognizer, documents, failures)
    show_notices(documents)
    from geo.pipeline import make_report  # noqa: PLC0415 - help needs no geopandas
    from maps.cartography.credit import credit_basemap  # noqa: PLC0415
    from maps.options import MapOptions  # noqa: PLC0415
    from maps.words import choose_language  # noqa: PLC0415

    report = credit_basemap(make_report(documents, recognizer=finder, corrections=corrections, geocoder=online))
    show_geocoder_notices(online)
    spoken = choose_language(report, MapOptions(language=words))
    write_output(_FORMS[form](report, spoken), output)
    show_terms(report)
    exit_with_failures([*failures, *report.failures])


def show_terms(report: "Report") -> None:
    """Tell on standard error what licences ask of whoever publishes the map of a report.

    Parameters
    ----------
    report
        The report.
    """
    from maps.citations import tell_terms  # noqa: PLC0415 - help needs no words

    for source in report.sources:
        for term in tell_terms(source, LANGUAGES[0]):
            click.echo(f"note: {_clean(source.name)}: {term}", err=True)


def _clean(words: str) -> str:
    from maps.plain import clean  # noqa: PLC0415 - as above

    return clean(words)


def _to_text(report: "Report", language: Language) -> str:
    from maps.citations import cite_document, cite_source  # noqa: PLC0415 - as above

    lines = [cite_source(source, language) for source in report.sources if source.gives != ("consulted",)]
    lines += [cite_document(document, language) for document in report.documents]
    return "".join(f"{_clean(line)}\n" for line in lines)


def _to_json(report: "Report", language: Language) -> str:
    from maps.citations import describe_sources  # noqa: PLC0415 - as above
    from maps.tables.words import dump_json  # noqa: PLC0415

    return dump_json({"sources": describe_sources(report, language), "documents": list(_documents(report, language))})


def _documents(report: "Report", language: Language) -> Iterator[dict[str, Any]]:
    from maps.citations import cite_document  # noqa: PLC0415 - as above

    for document in report.documents:
        yield {
            "name": document.name,
            "title": document.title or "",
            "version": document.date.isoformat() if document.date else "",
            "licence": "the document's own",
            "citation": cite_document(document, language),
        }


def _to_csl(report: "Report", language: Language) -> str:
    """Give the sources as CSL JSON; source of the form: https://citeproc-js.readthedocs.io/en/latest/csl-json/."""
    from maps.citations import describe_sources  # noqa: PLC0415 - as above
    from maps.tables.words import dump_json  # noqa: PLC0415

    items: list[dict[str, Any]] = [
        {
            "id": f"source-{number}",
            "type": "dataset",
            "title": source["name"],
            "version": source["version"],
            "URL": source["url"],
            "note": source["citation"],
        }
        for number, source in enumerate(describe_sources(report, language), start=1)
    ]
    for number, document in enumerate(report.documents, start=1):
        date = document.date
        items.append(
            {
                "id": f"document-{number}",
                "type": "document",
                "title": document.title or document.name,
                "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
            }
        )
    return dump_json([{key: value for key, value in item.items() if value} for item in items])


_FORMS: Mapping[str, Callable[["Report", Language], str]] = {"text": _to_text, "json": _to_json, "csl": _to_csl}
