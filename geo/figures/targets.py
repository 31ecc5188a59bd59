"""The places of a sentence as its figures may be said of them: lists and chains as one, adjectives left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.document import Document
from geo.figures.languages import words_for
from geo.figures.links import links_of
from geo.resolve.place import Place

__all__ = ["Target", "find_targets", "leave_out_adjectives", "without_holders"]

_CHAIN_CHARACTERS = 60
_MOST_CHAIN_WORDS = 5
_ROUTE_CHARACTERS = 24
_ABBREVIATION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Places that a sentence names as one: "Lima, Cusco and Puno"; of "Oxapampa, Peru" the smaller only.

    Parameters
    ----------
    start, end
        The span of their names, in characters.
    places
        The places.
    """

    start: int
    end: int
    places: tuple[Place, ...]


def leave_out_adjectives(document: Document, named: Sequence[Place]) -> list[Place]:
    """Give the places of a sentence that figures may be said of: no demonyms, no "U.S." in "U.S. Marines".

    Parameters
    ----------
    document
        The document.
    named
        The places that the sentence names, in order.
    """
    return [place for place in named if not _is_adjective(document, place)]


def find_targets(document: Document, places: Sequence[Place]) -> list[Target]:
    """Give the places of a sentence as figures are said of them: those that are named as one are one.

    Parameters
    ----------
    document
        The document.
    places
        The places that figures may be said of, in order.
    """
    return list(_group(document, places))


def _is_adjective(document: Document, place: Place) -> bool:
    """Tell a mention that names no place to be said something of: a demonym, "U.S." in "U.S. Marines"."""
    mention = place.mention
    if mention.kind == "demonym":
        return True
    text = document.text
    if re.fullmatch(r"[^\W\d_]-", text[max(0, mention.start - 2) : mention.start]):
        return True  # "the Santander-Madrid train"
    letters = mention.text.replace(".", "").replace(" ", "")
    if not letters.isupper() or len(letters) > _ABBREVIATION or place.feature != "country":
        return False
    following = re.match(r"[ -]([^\W\d_][\w'’-]*)", text[mention.end : mention.end + 24])
    if following is None:
        return False
    nouns = words_for(document.language).attributive.split()
    return following[1][0].isupper() or following[1].lower() in nouns


def _group(document: Document, places: Sequence[Place]) -> Iterator[Target]:
    """Group the places of a sentence that stand together."""
    group: list[Place] = []
    for place in places:
        if group and not _stand_together(document, group, place):
            yield _make_target(group)
            group = []
        group.append(place)
    if group:
        yield _make_target(group)


def _stand_together(document: Document, group: Sequence[Place], second: Place) -> bool:
    """Tell whether two places are named as one: a list, a place with the one that holds it, a road's two ends."""
    text, links, first = document.text, links_of(document.language), group[-1]
    gap = text[first.mention.end : second.mention.start]
    if len(gap) > _CHAIN_CHARACTERS:
        return False
    together = links.together.fullmatch(gap)
    # A comma before "and" ends a list of three; between two it begins a clause.
    is_list = together is not None and not (together["clause"] and len(group) == 1)
    if is_list or _is_chain(links.chain, gap, first, second):
        return True
    low = max(0, first.mention.start - _ROUTE_CHARACTERS)
    return bool(links.route.fullmatch(gap) and links.route_start.search(text, low, first.mention.start))


def _make_target(group: Sequence[Place]) -> Target:
    return Target(start=group[0].mention.start, end=group[-1].mention.end, places=tuple(without_holders(group)))


def _is_chain(pattern: re.Pattern[str], gap: str, inner: Place, outer: Place) -> bool:
    """Tell whether one place is named only to say where the one before it lies: "Oxapampa, in Peru"."""
    if not pattern.fullmatch(gap) or len(gap.split()) > _MOST_CHAIN_WORDS:
        return False
    if inner.id and inner.id == outer.id:
        return True
    if inner.status == "resolved":
        return _holds(outer, inner)
    return gap.strip() in {",", "(", "in", "en", "em", "en la", "de"} and outer.feature in {"country", "admin1"}


def _holds(outer: Place, inner: Place) -> bool:
    if outer.feature == "country":
        return inner.country == outer.country and inner.feature != "country"
    return outer.name in inner.admin and outer.country == inner.country and outer.name != inner.name


def without_holders(places: Iterable[Place]) -> list[Place]:
    """Leave out places that hold another of them, and repeats.

    Parameters
    ----------
    places
        The places, in order.
    """
    distinct: dict[str, Place] = {}
    for place in places:
        distinct.setdefault(place.id or f"{place.mention.start}", place)
    kept = list(distinct.values())
    return [place for place in kept if not any(_holds(place, other) for other in kept if other is not place)]
