"""What Dateline says in English, kept so that a map can say it in another language.

A :class:`Said` is its English sentence: a string like any other for tables, JSON Lines and whoever prints it. Beside
that it remembers the sentence before its values were put in, which is the key of its translation, and the values.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Self

__all__ = ["LanguageName", "Name", "Said", "put_values"]

_SLOT = re.compile(r"\{(\w+)\}")


class Name(str):
    """The name of a place within a sentence, with what tells its name in another language.

    Parameters
    ----------
    text
        The name in the gazetteer.
    feature
        Its feature kind, as in :mod:`geo.gazetteer.features`.
    country
        ISO 3166-1 alpha-2 code; empty for what lies in no single country.

    Examples
    --------
    >>> Name("Peru", feature="country", country="PE")
    'Peru'
    """

    __slots__ = ("country", "feature")

    country: str
    feature: str

    def __new__(cls, text: str, /, *, feature: str, country: str) -> Self:
        """Keep the name with its kind and country."""
        name = super().__new__(cls, text)
        name.feature, name.country = feature, country
        return name

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """Give what a copy or a pickle is made from."""
        return (str(self),), {"feature": self.feature, "country": self.country}


class LanguageName(str):
    """The name of a language within a sentence, with its code.

    Parameters
    ----------
    text
        Its English name.
    code
        Its code of two or three letters.

    Examples
    --------
    >>> LanguageName("German", code="de")
    'German'
    """

    __slots__ = ("code",)

    code: str

    def __new__(cls, text: str, /, *, code: str) -> Self:
        """Keep the name with its code."""
        name = super().__new__(cls, text)
        name.code = code
        return name

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """Give what a copy or a pickle is made from."""
        return (str(self),), {"code": self.code}


class Said(str):
    """A sentence of Dateline's own, in English, that can be said in another language.

    Parameters
    ----------
    template
        The sentence with ``{name}`` where a value stands; written out in the source, never made from data.
    values
        What stands there: words of documents and gazetteers, which stay as they are, numbers, sequences of these, a
        :class:`Name` or :class:`LanguageName`, or another :class:`Said`.

    Examples
    --------
    >>> reason = Said("named beside {name}", name="Oxapampa")
    >>> reason, reason.template
    ('named beside Oxapampa', 'named beside {name}')
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Say the sentence in English."""
        said = super().__new__(cls, put_values(template, values, _in_english))
        said.template, said.values = template, values
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, Any]]:
        """Give what a copy or a pickle is made from."""
        return (self.template,), self.values


def put_values(template: str, values: Mapping[str, Any], show: Callable[[Any], str]) -> str:
    """Give a sentence with its values put in; what a value holds is never read as a template.

    Parameters
    ----------
    template
        The sentence with ``{name}`` where a value stands; a name that has no value stays as it is.
    values
        The values.
    show
        Gives the words for a value.

    Examples
    --------
    >>> put_values("{one} and {other}", {"one": "{other}", "other": 2}, str)
    '{other} and 2'
    """
    return _SLOT.sub(lambda slot: show(values[slot[1]]) if slot[1] in values else slot[0], template)


def _in_english(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
