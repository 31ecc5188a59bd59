"""Which format a document is in, from its first bytes and the end of its name."""

import re
from typing import Literal, NoReturn

from geo.errors import DocumentError, EncryptedDocumentError
from geo.read.archive import list_archive
from geo.read.source import Source, show_name

__all__ = ["SUFFIXES", "Format", "find_format"]

Format = Literal["text", "markdown", "web page", "word", "pdf", "delimited table", "workbook"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "web page",
    ".htm": "web page",
    ".xhtml": "web page",
    ".docx": "word",
    ".docm": "word",
    ".pdf": "pdf",
    ".csv": "delimited table",
    ".tsv": "delimited table",
    ".tab": "delimited table",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
}
"""The ends of file names that are known, each with its format."""

_READ = "plain text, Markdown, HTML, DOCX, PDF, CSV, TSV and Excel (.xlsx) are read"
_UNREAD = {
    suffix: what
    for what, suffixes in {
        "old Word": ".doc .dot",
        "old Excel": ".xls",
        "PowerPoint": ".ppt .pptx",
        "OpenDocument": ".odt .ods .odp",
        "Rich Text": ".rtf",
        "an archive": ".zip .gz .7z .tar .rar .bz2 .xz",
        "EPUB": ".epub",
        "Pages": ".pages",
        "e-mail": ".msg .eml",
        "JSON": ".json .jsonl .geojson",
        "XML": ".xml .kml .gpx",
        "an image": ".png .jpg .jpeg .tif .tiff .gif .webp .svg",
    }.items()
    for suffix in suffixes.split()
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN_BYTES = 1_024
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def find_format(source: Source) -> Format:
    """Give the format of a document; what it holds counts for more than its name.

    Parameters
    ----------
    source
        The document.

    Returns
    -------
    str
        Plain text when nothing says otherwise.

    Raises
    ------
    DocumentError
        When it is in a format that is not read; the message says which are.
    EncryptedDocumentError
        When it is an Office document that asks for a password.

    Examples
    --------
    >>> find_format(Source(data=b"%PDF-1.7 ...", name="brief"))
    'pdf'
    >>> find_format(Source(data=b"place,country", name="places.csv", suffix=".csv"))
    'delimited table'
    """
    data = source.data
    if b"%PDF-" in data[:_PDF_WITHIN_BYTES] and (source.suffix == ".pdf" or data.lstrip().startswith(b"%PDF-")):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _find_office_format(source)
    if data.startswith(_OLD_OFFICE):
        _refuse_old_office(source)
    if source.suffix in _UNREAD or data.startswith(b"{\\rtf"):
        _refuse(source, _UNREAD.get(source.suffix, "Rich Text"))
    known = SUFFIXES.get(source.suffix)
    if known is None:
        return "web page" if _WEB_PAGE.match(data[:_PDF_WITHIN_BYTES]) else "text"
    return known


def _find_office_format(source: Source) -> Format:
    members = list_archive(source.data)
    if "word/document.xml" in members:
        return "word"
    if "xl/workbook.xml" in members:
        return "workbook"
    known = SUFFIXES.get(source.suffix)
    if members or known not in {"word", "workbook"}:
        _refuse(source, _UNREAD.get(source.suffix, "an archive"))
    # A broken archive has no list of members: the reader that its name calls for says what is wrong.
    return known


def _refuse_old_office(source: Source) -> NoReturn:
    if _LOCKED_OFFICE in source.data:
        message = f"{show_name(source.name)} is encrypted and asks for a password: save it without one"
        raise EncryptedDocumentError(message)
    _refuse(source, _UNREAD.get(source.suffix, "old Office"))


def _refuse(source: Source, what: str) -> NoReturn:
    message = f"{show_name(source.name)} is not read ({what}): {_READ}; save it as one of these"
    raise DocumentError(message)
