"""Which names are worth a look-up, and the forms that prose gives to a name's first word."""

import re

from geo.gazetteer.names import fold

__all__ = ["short_forms", "usable"]

# GeoNames files web addresses, airport codes and post codes among the alternate names.
_ADDRESS = re.compile(r"://|www\.|\.(com|org|net)\b|@", re.IGNORECASE)
_CODE = re.compile(r"[A-Z0-9]{1,3}|[A-Z]{2}[ -]?[0-9]+")
_LONGEST = 80
_SHORTENED = {"Saint": "St.", "Sainte": "Ste.", "Mount": "Mt.", "Fort": "Ft."}
_LENGTHENED = {"St.": "Saint", "Mt.": "Mount", "Ft.": "Fort"}


def usable(name: str) -> bool:
    """Say whether an alternate name of GeoNames is one that a document might write.

    Web addresses, bare codes of up to three capitals, numbers, single letters, and pairs of letters in ASCII are
    not; nor are names in ASCII without any capital, which are machine transliterations.

    Examples
    --------
    >>> usable("Ciudad de los Reyes"), usable("LIM"), usable("https://www.lima.example"), usable("lima")
    (True, False, False, False)
    """
    if len(name) > _LONGEST or _ADDRESS.search(name) or _CODE.fullmatch(name):
        return False
    if name.isascii() and name == name.lower():
        return False
    folded = fold(name)
    return len(folded) > 1 + folded.isascii() and not folded.replace(" ", "").isdigit()


def short_forms(name: str) -> list[str]:
    """Give a name with its first word cut short, or written out, as prose does.

    Examples
    --------
    >>> short_forms("Saint Landry Parish"), short_forms("Mt. Juliet"), short_forms("Lima")
    (['St. Landry Parish'], ['Mount Juliet'], [])
    """
    first, space, rest = name.partition(" ")
    other = _SHORTENED.get(first) or _LENGTHENED.get(first)
    return [f"{other} {rest}"] if other and space else []
