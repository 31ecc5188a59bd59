"""Words of documents made fit for files: for JSON, for cells, for formats that cannot hold every character."""

import json
import re

__all__ = ["UNSAFE_STARTS", "clean_words", "dump_json", "guard_cell", "is_formula", "show_words"]

UNSAFE_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell starts with that a spreadsheet takes for a formula, the wide signs in some languages only."""

# What JSON lets stand although a terminal obeys it, or a reader takes it for the end of a line; and half a surrogate
# pair, which UTF-8 cannot hold.
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[+-][\d.,]+")


def dump_json(value: object) -> str:
    r"""Give a value as one line of JSON, line break included, that no terminal obeys and that loses nothing.

    Parameters
    ----------
    value
        What JSON can hold.

    Examples
    --------
    >>> dump_json({"name": "Ñuñoa\x9b"})
    '{"name": "Ñuñoa\\u009b"}\n'
    """
    return _TO_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False)) + "\n"


def clean_words(text: str) -> str:
    r"""Give text with a replacement character for each that XML, SQLite or UTF-8 cannot hold.

    Parameters
    ----------
    text
        Any text.

    Examples
    --------
    >>> clean_words("Puno\x00\n")
    'Puno�\n'
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet would take text for a formula; a bare number with a sign is none.

    Examples
    --------
    >>> is_formula("=1+1"), is_formula("-75.3")
    (True, False)
    """
    return text.startswith(UNSAFE_STARTS) and not _NUMBER.fullmatch(text)


def guard_cell(value: object) -> object:
    """Keep a spreadsheet from taking a document's words for a formula, and a terminal from obeying them.

    Parameters
    ----------
    value
        What a cell of a CSV file is to hold; only text is changed.

    Examples
    --------
    >>> guard_cell("=1+1"), guard_cell(-75.3)
    ("'=1+1", -75.3)
    """
    if not isinstance(value, str):
        return value
    plain = _CONTROLS.sub("\ufffd", value)
    return f"'{plain}" if is_formula(value) else plain


def show_words(text: str, width: int) -> str:
    r"""Give words as a terminal may show them: on one line, nothing that it obeys, cut to a width.

    Parameters
    ----------
    text
        Any text.
    width
        The most characters.

    Examples
    --------
    >>> show_words("San Juan\nde\x1b[31m Miraflores", 16)
    'San Juan de�[31…'
    """
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))
    return plain if len(plain) <= width else plain[: width - 1] + "…"
