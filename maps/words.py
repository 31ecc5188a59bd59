"""The maps' own words: headings, legends, counts, dates and sentences, in the languages there are.

A language is three files: ``words.xx.json`` (the words by key) and ``sentences.xx.json`` (the sentences of
:class:`geo.said.Said` by their English templates) in ``maps/page/assets``, and ``data/names/xx.csv`` (names of places).
English needs the first alone.
"""

import datetime as dt
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from geo.errors import ConfigurationError
from geo.report import Report
from geo.said import LanguageName, Name, Said, put_values
from maps.names import local_name
from maps.options import LANGUAGES, Language, MapOptions

__all__ = [
    "choose_language",
    "choose_title",
    "count_words",
    "format_number",
    "read_sentences",
    "read_words",
    "spell_date",
    "translate",
]


@cache
def read_words(language: Language) -> dict[str, Any]:
    """Give the maps' own words in a language.

    Parameters
    ----------
    language
        One of :data:`maps.options.LANGUAGES`.

    Raises
    ------
    ConfigurationError
        When there are no words in that language.

    Examples
    --------
    >>> read_words("en")["places"]
    ['{n} place', '{n} places']
    """
    if language not in LANGUAGES:
        message = f"maps have no words in the language {language!r}: choose from {', '.join(LANGUAGES)}"
        raise ConfigurationError(message)
    return _read_asset(f"words.{language}.json")


@cache
def read_sentences(language: Language) -> dict[str, str]:
    """Give Dateline's sentences in a language by their English templates; English has none.

    Parameters
    ----------
    language
        One of :data:`maps.options.LANGUAGES`.

    Examples
    --------
    >>> read_sentences("es")["named beside {name}"]
    'mencionado junto a {name}'
    """
    return {} if language == LANGUAGES[0] else _read_asset(f"sentences.{language}.json")


def _read_asset(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(files("maps.page").joinpath("assets", name).read_text(encoding="utf-8"))
    return table


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
    return options.language or next((one for one in LANGUAGES if spoken == {one}), LANGUAGES[0])


def choose_title(report: Report, options: MapOptions) -> str:
    """Give the title of a map: the one asked for, else the report's, in the language of the map.

    Parameters
    ----------
    report
        The report.
    options
        What the reader asked for.

    Examples
    --------
    >>> choose_title(Report(title="Lima", documents=(), entries=()), MapOptions())
    'Lima'
    """
    return options.title or translate(report.title, choose_language(report, options))


def translate(text: str, language: Language) -> str:
    """Give a sentence of Dateline's own in a language; any other text as it is.

    Parameters
    ----------
    text
        A reason, a notice, a note; words of a document are no :class:`geo.said.Said` and stay.
    language
        The language of the map; a sentence that it lacks stays English.

    Examples
    --------
    >>> peru = Name("Peru", feature="country", country="PE")
    >>> translate(Said("named beside {name}, in {country}", name="Oxapampa", country=peru), "es")
    'mencionado junto a Oxapampa, en Perú'
    """
    if not isinstance(text, Said):
        return text
    template = read_sentences(language).get(text.template, text.template)
    return put_values(template, text.values, lambda value: _show(value, language))


def _show(value: object, language: Language) -> str:
    """Give the words for a value of a sentence."""
    match value:
        case Said():
            return translate(value, language)
        case Name():
            return local_name(value, feature=value.feature, country=value.country, language=language)
        case LanguageName():
            from babel import Locale  # noqa: PLC0415 - few maps name a language

            return str(Locale(language).languages.get(value.code, value))
        case int():
            return format_number(value, language)
        case list() | tuple():
            return ", ".join(_show(one, language) for one in value)
        case _:
            return str(value)


def format_number(number: int, language: Language) -> str:
    """Give a whole number as a language writes it.

    Parameters
    ----------
    number
        The number.
    language
        The language of the map.

    Examples
    --------
    >>> format_number(1200, "en"), format_number(1200, "es"), format_number(12000, "es")
    ('1,200', '1200', '12.000')
    """
    if abs(number) < read_words(language)["grouped_from"]:
        return str(number)
    from babel.numbers import format_decimal  # noqa: PLC0415 - few maps have a number this large

    return format_decimal(number, locale=language)


def spell_date(date: dt.date, language: Language) -> str:
    """Give a date in words.

    Parameters
    ----------
    date
        The date.
    language
        The language of the map.

    Examples
    --------
    >>> spell_date(dt.date(2014, 5, 12), "en"), spell_date(dt.date(2014, 5, 12), "es")
    ('12 May 2014', '12 de mayo de 2014')
    """
    from babel.dates import format_date  # noqa: PLC0415 - not every document has a date

    return format_date(date, format=read_words(language)["date"], locale=language)


def count_words(forms: Sequence[str], number: int, language: Language = "en") -> str:
    """Give a number with what it counts, of two forms the first for one.

    Parameters
    ----------
    forms
        For one and for any other number, with ``{n}`` where the number stands.
    number
        How many.
    language
        The language of the forms.

    Examples
    --------
    >>> count_words(["{n} place", "{n} places"], 1200)
    '1,200 places'
    """
    from babel import Locale  # noqa: PLC0415 - whoever asks for a command's help counts nothing

    is_one = Locale(language).plural_form(number) == "one"
    return forms[0 if is_one else 1].replace("{n}", format_number(number, language))
