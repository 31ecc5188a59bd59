"""Which names are worth a look-up, and the forms that prose gives to a name."""

import re

from geo.gazetteer.names import fold

__all__ = ["plain_forms", "short_forms", "usable"]

# GeoNames files web addresses, airport codes and post codes among the alternate names.
_ADDRESS = re.compile(r"://|www\.|\.(com|org|net)\b|@", re.IGNORECASE)
_CODE = re.compile(r"[A-Z0-9]{1,3}|[A-Z]{2}[ -]?[0-9]+")
# Articles that prose writes in lower case stand outside the name: "the Netherlands".
_ARTICLE = re.compile(r"(?:the|el|la|los|las|os|as|o|a|les|le) ")
_LONGEST = 80


def usable(name: str) -> bool:
    """Say whether an alternate name of GeoNames is one that a document might write.

    Web addresses, bare codes of up to three capitals, numbers, single letters, and pairs of letters in ASCII are
    not; nor are names in ASCII without any capital, which are machine transliterations.
    """
    if len(name) > _LONGEST or _ADDRESS.search(name) or _CODE.fullmatch(name):
        return False
    if name.isascii() and name == name.lower():
        return False
    folded = fold(name)
    return len(folded) > 1 + folded.isascii() and not folded.replace(" ", "").isdigit()


def plain_forms(name: str) -> list[str]:
    """Give a written-down name, and the same without article, brackets and ampersand.

    Examples
    --------
    >>> plain_forms("the Emirates"), plain_forms("Myanmar (Burma)"), plain_forms("St. Lucia")
    (['Emirates'], ['Myanmar (Burma)', 'Myanmar', 'Burma'], ['St. Lucia', 'Saint Lucia'])
    """
    name = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    forms = [name]
    outside, bracket, rest = name.partition(" (")
    if bracket and rest.endswith(")"):
        forms += [outside, rest[:-1]]
    if name.startswith("St. "):
        forms.append(f"Saint {name[4:]}")
    return forms


_SHORTENED = {"Saint": "St.", "Sainte": "Ste.", "Mount": "Mt.", "Fort": "Ft."}
_LENGTHENED = {"St.": "Saint", "Mt.": "Mount", "Ft.": "Fort"}


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
