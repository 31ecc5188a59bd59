"""The maps' own words: headings, legends, counts, in the languages there are."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from geo.report import Report
from maps.options import LANGUAGES, Language, MapOptions

__all__ = ["choose_language", "count_words", "read_words"]


@cache
def read_words(language: Language) -> dict[str, Any]:
    """Give the maps' own words in a language.

    Parameters
    ----------
    language
        ``"en"`` or ``"es"``.

    Examples
    --------
    >>> read_words("en")["places"]
    ['{n} place', '{n} places']
    """
    words: dict[str, Any] = json.loads(
        files("maps.page").joinpath("assets", f"words.{language}.json").read_text(encoding="utf-8")
    )
    return words


def choose_language(report: Report, options: MapOptions) -> Language:
    """Give the language of a map's own words: the one asked for, else the documents', else English.

    Parameters
    ----------
    report
        The report.
    options
        What the reader asked for.
    """
    spoken = {document.language for document in report.documents}
    return options.language or next((one for one in LANGUAGES if spoken == {one}), "en")


def count_words(forms: Sequence[str], number: int) -> str:
    """Give a number with what it counts, of two forms the first for one.

    Parameters
    ----------
    forms
        For one and for any other number, with ``{n}`` where the number stands.
    number
        How many.

    Examples
    --------
    >>> count_words(["{n} place", "{n} places"], 1200)
    '1,200 places'
    """
    return forms[0 if number == 1 else 1].replace("{n}", f"{number:,}")
