"""A PDF as plain text: its lines joined into paragraphs again."""

import datetime as dt
import io
import re

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

from geo.errors import (
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    MissingExtraError,
    OversizedDocumentError,
)
from geo.read.content import Content
from geo.read.quiet import silence
from geo.read.reflow import reflow_pages
from geo.read.source import show_name, show_reason

__all__ = ["read_pdf"]

MAX_CHARACTERS = 100_000_000
"""The most text that is taken from a PDF, in characters."""

# What a program writes for want of a title.
_NO_TITLE = re.compile(r"(?:microsoft word\b.*|untitled.*|.*\.(?:docx?|pdf|indd|rtf|odt|tex|qxd))", re.IGNORECASE)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Fonts without a character map leave control codes among the letters.
_CONTROLS = dict.fromkeys(set(range(32)) - {9, 10})


def read_pdf(data: bytes, *, name: str) -> Content:
    """Give the text of a PDF with its title.

    Parameters
    ----------
    data
        The bytes of a PDF.
    name
        What to call the document in an error.

    Returns
    -------
    Content
        Its pages joined, words mended that a line's end had broken.

    Raises
    ------
    DocumentError
        When it is broken.
    EmptyDocumentError
        When it has no text, as scanned pages have none.
    EncryptedDocumentError
        When it asks for a password; an empty one has been tried.
    MissingExtraError
        When it is encrypted with a method that the installed libraries do not know.
    OversizedDocumentError
        When its text is longer than :data:`MAX_CHARACTERS`.
    """
    try:
        with silence("pypdf"):
            reader = pypdf.PdfReader(io.BytesIO(data))
            _unlock(reader, name)
            pages = _read_pages(reader, name)
            title, date = _read_properties(reader)
    except DocumentError:
        raise
    except DependencyError as error:
        message = f"{show_name(name)} is encrypted and this installation cannot decrypt it: install pypdf[crypto]"
        raise MissingExtraError(message) from error
    except (FileNotDecryptedError, WrongPasswordError) as error:
        raise EncryptedDocumentError(_ask_for_password(name)) from error
    except Exception as error:  # the library lets every fault of a broken file through as it comes
        message = f"{show_name(name)} is a broken PDF ({show_reason(error)}): save or download it again"
        raise DocumentError(message) from error
    if not any(page.strip() for page in pages):
        message = f"{show_name(name)} has no text: it is probably scanned pages; run character recognition on it first"
        raise EmptyDocumentError(message)
    return Content(text=reflow_pages(pages), title=title, file_date=date)


def _unlock(reader: pypdf.PdfReader, name: str) -> None:
    # Many reports are locked against changes only: an empty password opens them to read.
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedDocumentError(_ask_for_password(name))


def _ask_for_password(name: str) -> str:
    return f"{show_name(name)} is encrypted and asks for a password: save it without one"


def _read_pages(reader: pypdf.PdfReader, name: str) -> list[str]:
    pages = []
    left = MAX_CHARACTERS
    for page in reader.pages:
        text = page.extract_text().translate(_LIGATURES | _CONTROLS)
        left -= len(text)
        if left < 0:
            message = (
                f"{show_name(name)} holds more than {MAX_CHARACTERS:,} characters: split it into smaller documents"
            )
            raise OversizedDocumentError(message)
        pages.append(text)
    return pages


def _read_properties(reader: pypdf.PdfReader) -> tuple[str | None, dt.date | None]:
    properties = reader.metadata
    if properties is None:
        return None, None
    title = (properties.title or "").strip()
    try:
        created = properties.creation_date
    except ValueError:
        created = None
    return (title if title and not _NO_TITLE.fullmatch(title) else None, created.date() if created else None)
