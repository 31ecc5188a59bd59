"""The option ``--recognizer``, and the documents that the recognizer it names can read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from geo.errors import MissingExtraError
from maps.cli.settings import setting_option

if TYPE_CHECKING:
    from geo.document import Document
    from geo.recognize import Recognizer

__all__ = ["describe_recognizer", "open_recognizer", "recognizer_option"]

_DEFAULT = "default"


def recognizer_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that names a recognizer."""
    return setting_option("read.recognizer")(command)


def open_recognizer(
    name: str, documents: Sequence["Document"], failures: Sequence[str] = ()
) -> tuple["Recognizer | None", list["Document"], list[str]]:
    """Give a recognizer and the documents that it can read; what lacks a pipeline stops nothing else.

    Parameters
    ----------
    name
        What the option says.
    documents
        What was read; tables need no recognizer.
    failures
        One line for each document that could not be read.

    Returns
    -------
    recognizer
        None for the default.
    documents
        Those that it can read, in order.
    failures
        Those given, and one line for each document that has no pipeline.

    Raises
    ------
    MissingExtraError
        When it can read none of the documents.
    """
    if name == _DEFAULT:
        return None, list(documents), list(failures)
    from geo.read.source import show_name  # noqa: PLC0415 - help needs no recognizer
    from geo.recognize.choice import choose_recognizer  # noqa: PLC0415
    from geo.recognize.spacy_pipelines import load_pipeline  # noqa: PLC0415

    kept: list[Document] = []
    faults: dict[str, MissingExtraError] = {}
    told = list(failures)
    for document in documents:
        try:
            if not document.rows:
                load_pipeline(document.language)
        except MissingExtraError as error:
            faults[str(error)] = error
            told.append(f"{show_name(document.name)}: {error}")
        else:
            kept.append(_read_by_spacy(document) if name == "spacy" else document)
    if not kept:
        *others, last = faults.values()
        for line in (*failures, *map(str, others)):
            click.echo(f"dateline: {line}", err=True)
        raise last
    return choose_recognizer(name), kept, told


def _read_by_spacy(document: "Document") -> "Document":
    """Leave out the notice that a language without rules is read with those for English: spaCy reads it with none."""
    from geo.read.language import explain_language  # noqa: PLC0415 - help needs no recognizer

    untrue = {explain_language(document.language, detected=detected) for detected in (True, False)}
    return replace(document, notices=tuple(notice for notice in document.notices if notice not in untrue))


def describe_recognizer(name: str, languages: Iterable[str]) -> str:
    """Say what found the mentions: the recognizer, its spaCy and its pipelines; nothing for the default.

    Parameters
    ----------
    name
        What the option says.
    languages
        Those of the documents.
    """
    if name == _DEFAULT:
        return ""
    from geo.recognize.spacy_pipelines import describe_pipelines  # noqa: PLC0415 - help needs no recognizer

    return f"{name}, with {describe_pipelines(languages)}"
