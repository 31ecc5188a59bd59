"""Reading documents: one, or many of which a bad one never stops the rest."""

import dataclasses
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geo.document import Document
from geo.errors import ConfigurationError, DatelineError, DocumentError, EmptyDocumentError
from geo.lines import runs_on
from geo.read.content import Content, TableColumns
from geo.read.dates import find_date, is_date_line
from geo.read.decode import decode_text
from geo.read.language import detect_language, explain_language, parse_language
from geo.read.sniff import SUFFIXES, Format, find_format
from geo.read.source import Source, open_source, show_name, show_reason

__all__ = ["Reading", "find_documents", "read_document", "read_documents", "read_text"]

_TITLE_CHARACTERS = 120
_NOT_A_TITLES_END = (".", ",", ";", ":")
_TAB_SUFFIXES = (".tsv", ".tab")
_LONGEST_TITLE = 300
_HEAD_CHARACTERS = 4_000
# Half characters, which no file of UTF-8 can hold; some PDFs and callers bring them.
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading many documents.

    Parameters
    ----------
    documents
        Those that could be read, in order.
    failures
        Those that could not, in order, each with its path and what was wrong.
    """

    documents: tuple[Document, ...]
    failures: tuple[tuple[Path, DatelineError], ...]


def read_text(text: str, *, name: str = "text", title: str | None = None, language: str | None = None) -> Document:
    r"""Give a document of a text that is already at hand.

    Parameters
    ----------
    text
        Plain text. Line ends become ``\n``; no other character is altered, so long as UTF-8 can hold it.
    name
        What to call the document.
    title
        Its title; None takes its first line, when that is short and no sentence.
    language
        Its language, BCP 47; None finds it out.

    Returns
    -------
    Document
        The text with its title, date and language.

    Raises
    ------
    ConfigurationError
        When the language is not a language code.
    EmptyDocumentError
        When the text holds only white space.

    Examples
    --------
    >>> document = read_text("Floods in Puno\n\n12 May 2019\n\nThe river Ramis rose on Sunday.")
    >>> document.title, document.date.isoformat(), document.language
    ('Floods in Puno', '2019-05-12', 'en')
    """
    return _finish(Content(text=text, title=title), name=name, language=language)


def read_document(
    source: Path | str | BinaryIO,
    *,
    name: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    columns: TableColumns | None = None,
) -> Document:
    """Give a document from a file or a stream of bytes.

    Plain text, Markdown, HTML, DOCX, PDF and tables of place names (CSV, TSV, Excel) are read; what the
    bytes hold tells the format, and the file's name where that does not.

    Parameters
    ----------
    source
        A path, or a stream of bytes such as ``sys.stdin.buffer``, which is read to its end.
    name
        What to call the document; None takes the file's name, or ``"standard input"``.
    language
        Its language, BCP 47; None finds it out.
    encoding
        The encoding of a text, a web page or a delimited table; None finds it out.
    columns
        For a table, the columns of the places' names and regions; None finds them. A stream of text without a
        name is read as a table when they are given.

    Returns
    -------
    Document
        The text with its title, date, language, and, for a table, its rows.

    Raises
    ------
    ConfigurationError
        When the language or the encoding does not exist.
    DocumentError
        When the document is missing, broken, binary, or in a format that is not read.
    EmptyDocumentError
        When there is no text in it.
    EncryptedDocumentError
        When it asks for a password.
    OversizedDocumentError
        When it is, or unpacks to, more than the limits.
    TableError
        When it is a table without a column of place names.

    Examples
    --------
    >>> import io
    >>> read_document(io.BytesIO(b"Lima is the capital of Peru."), name="note").text
    'Lima is the capital of Peru.'
    """
    opened = open_source(source, name=name)
    if not opened.data:
        message = f"{show_name(opened.name)} is empty: give a document with text"
        raise EmptyDocumentError(message)
    content = _read_content(opened, encoding, columns)
    return _finish(content, name=opened.name, language=language)


def find_documents(paths: Iterable[Path | str]) -> list[Path]:
    """Give the documents that paths stand for: files as they are given, folders walked in sorted order.

    Parameters
    ----------
    paths
        Files and folders. In a folder only names with a known end are taken, and hidden ones are not.

    Returns
    -------
    list of pathlib.Path
        Each document once. A path that does not exist is among them, for its reading to tell of it.

    Raises
    ------
    DocumentError
        When a folder cannot be listed.
    EmptyDocumentError
        When a folder holds no document.
    """
    found: dict[Path, None] = {}
    for given in map(Path, paths):
        found.update(dict.fromkeys(_walk_folder(given) if given.is_dir() else (given,)))
    return list(found)


def read_documents(
    paths: Iterable[Path | str],
    *,
    language: str | None = None,
    encoding: str | None = None,
    columns: TableColumns | None = None,
) -> Reading:
    """Give the documents of many paths; one that cannot be read never stops the rest.

    Parameters
    ----------
    paths
        Files and folders, as :func:`find_documents` takes them.
    language, encoding, columns
        As for :func:`read_document`, for all of them.

    Returns
    -------
    Reading
        The documents in order, and the failures in order.

    Raises
    ------
    ConfigurationError
        When the language or the encoding does not exist, which no document can help.

    Examples
    --------
    >>> reading = read_documents(["no such file.txt"])
    >>> len(reading.documents), str(reading.failures[0][1])
    (0, "there is no file 'no such file.txt': check the path")
    """
    documents: list[Document] = []
    failures: list[tuple[Path, DatelineError]] = []
    seen: set[Path] = set()
    for given in map(Path, paths):
        try:
            found = [path for path in find_documents([given]) if path not in seen]
        except DatelineError as error:
            failures.append((given, error))
            continue
        seen.update(found)
        for path in found:
            try:
                documents.append(read_document(path, language=language, encoding=encoding, columns=columns))
            except ConfigurationError:
                raise
            except DatelineError as error:
                failures.append((path, error))
    return Reading(documents=tuple(documents), failures=tuple(failures))


def _walk_folder(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        message = f"the folder {show_name(folder)} cannot be listed ({show_reason(error)}): check its permissions"
        raise DocumentError(message) from error

    is_empty = True
    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # Office leaves lock files called "~$report.docx" beside an open document.
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                is_empty = False
                yield Path(parent, name)
    if is_empty:
        ends = ", ".join(SUFFIXES)
        message = f"the folder {show_name(folder)} holds no documents: none of its files ends in {ends}"
        raise EmptyDocumentError(message)


def _read_content(source: Source, encoding: str | None, columns: TableColumns | None) -> Content:
    # Each format's library is imported by those who read that format alone: together they take a second.
    data, name = source.data, source.name
    match find_format(source):
        case "web page":
            from geo.read.web_page import read_web_page  # noqa: PLC0415

            return read_web_page(data, name=name, encoding=encoding)
        case "word":
            from geo.read.word import read_word  # noqa: PLC0415

            return read_word(data, name=name)
        case "pdf":
            from geo.read.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, name=name)
        case "workbook":
            from geo.read.workbook import read_workbook  # noqa: PLC0415

            return read_workbook(data, name=name, columns=columns or TableColumns())
        case "text" | "markdown" | "delimited table" as kind:
            text, notices = decode_text(data, name=name, encoding=encoding)
            content = _read_plain(_normalise_lines(text), kind, source, columns)
            return dataclasses.replace(content, notices=notices + content.notices)


def _read_plain(text: str, kind: Format, source: Source, columns: TableColumns | None) -> Content:
    # Who names the columns of what comes down a pipe means a table.
    if kind == "delimited table" or (columns is not None and source.suffix not in SUFFIXES):
        from geo.read.table import read_delimited_table  # noqa: PLC0415

        has_tabs = source.suffix in _TAB_SUFFIXES
        return read_delimited_table(text, name=source.name, columns=columns or TableColumns(), tabs=has_tabs)
    if kind == "markdown":
        from geo.read.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(text)
    return Content(text=text)


def _finish(content: Content, *, name: str, language: str | None) -> Document:
    text = _SURROGATE.sub("\ufffd", _normalise_lines(content.text))
    if not text.strip():
        message = f"{show_name(name)} holds only white space: give a document with text"
        raise EmptyDocumentError(message)
    code = _find_language(content, text, language)
    notice = explain_language(code, detected=language is None)
    is_table = bool(content.rows)
    return Document(
        text=text,
        name=name,
        title=_tidy_title(content.title) or (None if is_table else _find_title(text)),
        date=content.date or (None if is_table else find_date(text)) or content.file_date,
        language=code,
        notices=(*content.notices, notice) if notice else content.notices,
        rows=content.rows,
    )


def _normalise_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _find_language(content: Content, text: str, language: str | None) -> str:
    if language is not None:
        return parse_language(language)
    if content.rows:
        return content.language or "en"
    try:
        declared = parse_language(content.language) if content.language else None
    except ConfigurationError:  # nonsense in a web page is no fault of the user's
        declared = None
    return detect_language(text, declared=declared)


def _tidy_title(title: str | None) -> str | None:
    plain = _SURROGATE.sub("\ufffd", _CONTROLS.sub(" ", title or "").strip())
    return plain if len(plain) <= _LONGEST_TITLE else plain[: _LONGEST_TITLE - 1] + "…"


def _find_title(text: str) -> str | None:
    lines = [line.strip() for line in text[:_HEAD_CHARACTERS].split("\n")]
    for index, line in enumerate(lines):
        if not line or is_date_line(line):
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        width = max(len(near) for near in lines[index : index + 4])
        stands_alone = not following or not runs_on(line, following, width_characters=width)
        is_short = len(line) <= _TITLE_CHARACTERS and not line.endswith(_NOT_A_TITLES_END)
        return line if is_short and stands_alone and any(lines[index + 1 :]) else None
    return None
