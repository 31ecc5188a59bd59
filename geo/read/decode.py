"""From bytes to Unicode text: byte order marks, UTF-8, else a guess that is told to the reader."""

import codecs

from geo.errors import ConfigurationError, DocumentError
from geo.read.source import show_name
from geo.said import Said

__all__ = ["decode_text"]

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 65_536
# What plain text may hold: tab, line feed, form feed, carriage return, Ctrl-Z at a file's end, the escape of colours.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
_BINARY_SHARE = 0.05


def decode_text(
    data: bytes, *, name: str, encoding: str | None = None, declared: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """Give the text that bytes hold, and what the reader should know of the decoding.

    A byte order mark decides; then UTF-8; then what the document declares; then charset-normalizer's
    guess, which is told in a notice.

    Parameters
    ----------
    data
        The bytes of a text.
    name
        What to call the document in an error.
    encoding
        The encoding that the user names; None finds it out.
    declared
        The encoding that the document itself names, as a web page does; believed only when UTF-8 fails.

    Returns
    -------
    tuple
        The text, its characters unaltered but for the byte order mark; and the notices.

    Raises
    ------
    ConfigurationError
        When there is no encoding of that name.
    DocumentError
        When the bytes are not text, or not in the encoding that the user names.

    Examples
    --------
    >>> decode_text("Ñaña".encode(), name="brief.txt")
    ('Ñaña', ())
    """
    if encoding is not None:
        return _decode_as(data, name, encoding), ()
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], name, marked), ()
    _refuse_binary(data, name)
    for candidate in filter(None, ("utf-8", _believe(declared))):
        try:
            return data.decode(candidate), ()
        except (UnicodeError, LookupError):
            continue
    guessed = _guess(data, name)
    notice = Said(
        "{document} is not in UTF-8; it was read as {encoding}, so check its accented letters.",
        document=show_name(name), encoding=guessed,
    )  # fmt: skip
    return _decode_as(data, name, guessed), (notice,)


def _believe(declared: str | None) -> str | None:
    # Whoever could read the declaration as ASCII knows that it is not written in two or four bytes a character.
    return None if declared and declared.lower().startswith(("utf-16", "utf-32")) else declared


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        message = f"there is no text encoding {show_name(encoding)}: name one such as utf-8, cp1252 or utf-16"
        raise ConfigurationError(message) from None
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        message = f"{show_name(name)} is not {encoding} ({where}): name its true encoding, or none to have it found"
        raise DocumentError(message) from error
    except UnicodeError as error:
        message = f"{show_name(name)} is not {encoding}: name its true encoding, or none to have it found"
        raise DocumentError(message) from error


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls > _BINARY_SHARE * len(sample):
        message = f"{show_name(name)} is binary, not text: give a text, Markdown, HTML, DOCX, PDF, CSV or Excel file"
        raise DocumentError(message)


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only texts that are not UTF-8 pay for the import

    matches = [match.encoding for match in from_bytes(data[:_SAMPLE_BYTES])]
    if not matches:
        message = f"{show_name(name)} is in no encoding that can be recognised: name its encoding, or save it as UTF-8"
        raise DocumentError(message)
    # Among the western encodings that all fit, the guess is a toss-up that favours cp1250: "Núñez" comes out
    # as "Núńez". Windows' western encoding is by far the likeliest in the languages that Dateline reads.
    return "cp1252" if "cp1252" in matches else matches[0]
