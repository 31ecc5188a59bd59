"""What a licence asks of whoever passes a map on, as far as its name tells."""

import re
from typing import Literal

__all__ = ["Term", "terms_of"]

Term = Literal["not stated", "non-commercial", "share-alike", "unchanged"]
"""Nobody said the licence; no commercial use; what is made of it bears the same licence; nothing may be made of it."""

_NOT_STATED = "not stated"
# The short names of licences, and the words of longer ones.
_ASKS: tuple[tuple[Term, re.Pattern[str]], ...] = (
    ("non-commercial", re.compile(r"\bNC\b|non[- ]?commercial|academic|no comercial", re.IGNORECASE)),
    ("share-alike", re.compile(r"\bSA\b|\bODbL\b|share[- ]?alike|\bA?GPL|open database licen[cs]e", re.IGNORECASE)),
    ("unchanged", re.compile(r"\bND\b|no[- ]?deriv", re.IGNORECASE)),
)


def terms_of(licence: str) -> tuple[Term, ...]:
    """Give what a licence asks that a map's author should know before the map is published.

    Parameters
    ----------
    licence
        Its name as a source gives it; empty when nobody said.

    Examples
    --------
    >>> terms_of("CC BY-NC-SA 3.0 IGO"), terms_of("CC BY 4.0"), terms_of("")
    (('non-commercial', 'share-alike'), (), ('not stated',))
    """
    if not licence.strip() or licence == _NOT_STATED:
        return ("not stated",)
    return tuple(term for term, words in _ASKS if words.search(licence))
