"""How a report's places show themselves, on a page and in a picture alike: kind, belief, label."""

from collections.abc import Sequence
from typing import Literal

from geo.gazetteer.features import ADMINISTRATIVE, BUILT
from geo.report import Entry, Unplaced
from geo.resolve.place import Alternative
from maps.names import name_of
from maps.options import Language

__all__ = ["FAIRLY_SURE", "LABEL_LENGTH", "SURE", "Belief", "Kind", "belief_in", "contenders_of", "kind_of", "label_of"]

Kind = Literal["area", "region", "square", "town", "nature"]
Belief = Literal["sure", "fairly", "unsure"]

SURE = 0.8
"""From this confidence on a place counts as sure."""
FAIRLY_SURE = 0.5
"""From this confidence on a place counts as fairly sure, below it as unsure."""

LABEL_LENGTH = 28
"""A name longer than so many characters gives way, beside its place, to a shorter one of the document."""

_CONTENDERS = 3
_LIKELY = 0.5


def kind_of(entry: Entry) -> Kind:
    """Give how an entry is drawn.

    Parameters
    ----------
    entry
        An entry of a report.

    Returns
    -------
    str
        ``area`` and ``region`` have an outline; ``square`` is an area known by a point alone; ``town``, whatever people
        built, is a dot, ``nature`` a diamond.
    """
    feature = entry.place.feature
    if entry.outline is not None:
        return "area" if feature in ADMINISTRATIVE else "region"
    if feature in ADMINISTRATIVE or feature in {"region", "continent"}:
        return "square"
    return "town" if feature in BUILT else "nature"


def belief_in(confidence: float) -> Belief:
    """Give how sure a place is, in one of three words.

    Parameters
    ----------
    confidence
        0 to 1.

    Examples
    --------
    >>> belief_in(0.6)
    'fairly'
    """
    if confidence >= SURE:
        return "sure"
    return "fairly" if confidence >= FAIRLY_SURE else "unsure"


def label_of(entry: Entry, language: Language = "en") -> str:
    """Give the words beside a place on the map: its name, or the document's shorter one for a long name.

    Parameters
    ----------
    entry
        An entry of a report.
    language
        The language of the map.
    """
    name = name_of(entry.place, language)
    if len(name) <= LABEL_LENGTH:
        return name
    return min((name, *(mention.text for _, mention in entry.mentions)), key=len)


def contenders_of(unplaced: Unplaced) -> Sequence[Alternative]:
    """Give the places to draw for an ambiguous name: a few that are likely, or none of the many it could be.

    Parameters
    ----------
    unplaced
        A name without a place.
    """
    few = unplaced.alternatives[:_CONTENDERS]
    return few if sum(contender.score for contender in few) >= _LIKELY else ()
