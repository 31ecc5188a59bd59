"""The documents that a command is given: files, folders, standard input."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.errors import DatelineError
from maps.cli.settings import setting_option

if TYPE_CHECKING:
    from geo.document import Document

__all__ = ["document_options", "exit_with_failures", "read_arguments", "show_notices"]

_WITH_FAILURES = 3


def document_options(*language_names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give what adds the argument and the options of a command that reads documents.

    Parameters
    ----------
    language_names
        What else ``--text-language`` is called, where no other option has that name.
    """

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for decorate in _document_options(language_names):
            command = decorate(command)
        return command

    return add


def _document_options(language_names: Sequence[str]) -> tuple[Callable[..., Any], ...]:
    return (
        setting_option("read.column"),
        setting_option("read.encoding"),
        setting_option("read.text_language", *language_names, "language"),
        setting_option("read.published_in"),
        click.argument("reports", nargs=-1, required=True, metavar="REPORT..."),
    )


def read_arguments(
    reports: Sequence[str],
    *,
    language: str | None,
    encoding: str | None,
    column: str | None,
    published_in: str | None = None,
) -> tuple[list["Document"], list[str]]:
    """Read the documents that a command is given; what cannot be read stops nothing else.

    Parameters
    ----------
    reports
        Paths of files and folders; ``-`` is standard input.
    language, encoding, column
        What the user says of them; None to find out.
    published_in
        Where they were published; None when unknown.

    Returns
    -------
    documents
        In the order given.
    failures
        One line for each that cannot be read.

    Raises
    ------
    DatelineError
        When none can be read, or nobody knows where they were published.
    """
    from geo.read import TableColumns, find_documents, read_document  # noqa: PLC0415 - help needs no reader

    if published_in is not None:
        _check_published_in(published_in)
    columns = TableColumns(name=column) if column else None
    documents: list[Document] = []
    errors: list[DatelineError] = []
    for report in reports:
        try:
            sources: Sequence[Any] = [sys.stdin.buffer] if report == "-" else find_documents([Path(report)])
        except DatelineError as error:
            errors.append(error)
            continue
        for source in sources:
            try:
                document = read_document(source, language=language, encoding=encoding, columns=columns)
                documents.append(replace(document, published_in=published_in))
            except DatelineError as error:
                errors.append(error)
    if not documents:
        for failure in errors[:-1]:
            click.echo(f"dateline: {failure}", err=True)
        raise errors[-1]
    return documents, [str(error) for error in errors]


def show_notices(documents: Sequence["Document"]) -> None:
    """Tell on standard error what the reader should know of how the documents were read."""
    for document in documents:
        for notice in document.notices:
            click.echo(f"note: {notice}", err=True)


def _check_published_in(published_in: str) -> None:
    from geo.gazetteer import open_gazetteer  # noqa: PLC0415 - help needs no gazetteer
    from geo.resolve.search import read_published  # noqa: PLC0415

    read_published(open_gazetteer(), published_in)


def exit_with_failures(failures: Sequence[str]) -> None:
    """End the command with code 3 when some documents could not be read, and say which."""
    for failure in failures:
        click.echo(f"dateline: {failure}", err=True)
    if failures:
        sys.exit(_WITH_FAILURES)
