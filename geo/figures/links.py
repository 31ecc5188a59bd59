"""What stands before and between the names of places, as patterns of a language."""

import re
from dataclasses import dataclass
from functools import cache

from geo.figures.languages import words_for

__all__ = ["Links", "links_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What stands before and between the names of places.

    Parameters
    ----------
    together
        Between two places of a list.
    chain
        Between a place and the one that holds it.
    route, route_start
        Between the two ends of a road, and before the first.
    firm
        Before a place in which something is.
    weak
        Before a place that a figure is rather not said of.
    within
        Before a place that ends what tells where something is: "in the hall of the council of".
    genitive
        Before a place that only says whose or whence.
    there
        The beginning of a sentence that speaks of the place named last.
    """

    together: re.Pattern[str]
    chain: re.Pattern[str]
    route: re.Pattern[str]
    route_start: re.Pattern[str]
    firm: re.Pattern[str]
    weak: re.Pattern[str]
    within: re.Pattern[str]
    genitive: re.Pattern[str]
    there: re.Pattern[str]


@cache
def links_of(language: str) -> Links:
    """Give the patterns of a language.

    Parameters
    ----------
    language
        Its code.

    Examples
    --------
    >>> links_of("en").firm.search("600 men serve in the ") is not None
    True
    """
    words = words_for(language)
    article = r"(?:(?:the|el|la|los|las|le|les|l['’]|o|a|os|as)\s*)?"
    generic = rf"{article}(?:[^\W\d_]+\s+){{0,2}}(?:(?:of|de|del|da|do)\s+)?{article}"
    start = {"en": "from", "es": "de|desde", "pt": "de|desde", "fr": "de|depuis"}[words.language]
    to = {"en": "(?:in|on)?to", "es": "a|hasta", "pt": "a|até", "fr": "à|jusqu['’]à"}[words.language]
    return Links(
        together=re.compile(
            rf"\s*(?:,|(?P<clause>,)?\s(?:{words.and_pattern}|{words.or_pattern})\s|/)\s*{article}", re.IGNORECASE
        ),
        chain=re.compile(r"(?:[\s,(]|\b(?:[^\W\d_A-ZÁÉÍÓÚ][^\W\d_]*|d['’]|l['’])(?=[\s,(]))*"),
        route=re.compile(rf"\s+(?:{to})\s+{article}|\s?[–—-]\s?", re.IGNORECASE),
        route_start=re.compile(rf"(?<!\w)(?:{start})\s+{article}$", re.IGNORECASE),
        firm=re.compile(rf"(?<!\w)(?:{words.in_pattern})\s+{generic}$", re.IGNORECASE),
        weak=re.compile(rf"(?<!\w)(?:{words.weak_pattern})\s+{generic}$", re.IGNORECASE),
        within=re.compile(rf"(?<!\w)(?:{words.in_pattern})\s+(?!todo\b)(?:[^\W\d_]+['’\s]+){{1,7}}$", re.IGNORECASE),
        genitive=re.compile(rf"(?<!\w)(?:{words.genitive_pattern})\s*{article}$", re.IGNORECASE),
        there=re.compile(rf"\W*(?:{words.there_pattern}),\s", re.IGNORECASE),
    )
