"""What a correction is: which mentions, and what they mean instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from geo.lonlat import LonLat
from geo.said import Said

__all__ = ["HAND_SCHEME", "HAND_SOURCE", "Action", "Anchor", "Correction", "Corrections", "hand_id", "tell_taken_out"]

Action = Literal["move", "place", "remove"]
"""``"move"`` to a place of the gazetteer, ``"place"`` at a point by hand, or ``"remove"`` what names no place."""

HAND_SCHEME = "hand"
"""The scheme of the identifiers of places that were placed by hand."""

HAND_SOURCE = "put on the map by hand"
"""What such a place says where it comes from."""

_DECIMALS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A mention as a corrections file tells it: where it stood, and the words that it stood among.

    These are the TextPositionSelector and the TextQuoteSelector of the W3C's "Web Annotation Data Model" (Sanderson,
    Ciccarese and Young, 2017, https://www.w3.org/TR/annotation-model/#selectors).

    Parameters
    ----------
    document
        The document's name: ``"brief.txt"``.
    start
        Where the words began in the document's text, in characters.
    text
        The words.
    before, after
        The words right before and after them; may be empty.
    """

    document: str
    start: int
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a reader says of some mentions.

    Parameters
    ----------
    action
        What becomes of them.
    mentions
        Which they are, at least one.
    id
        For ``"move"`` the gazetteer's identifier of the place that is meant: ``"geonames:3691175"``.
    name
        For ``"place"`` what the place is called, empty for the words of the first mention; for ``"move"`` a help to
        who reads the file.
    lonlat
        For ``"place"`` where it lies, OGC:CRS84; for ``"move"`` a help to who reads the file, if it is there.

    Examples
    --------
    >>> Correction(action="remove", mentions=(Anchor(document="brief.txt", start=0, text="Lima"),)).number
    0
    """

    action: Action
    mentions: tuple[Anchor, ...]
    id: str = ""
    name: str = ""
    lonlat: LonLat | None = None
    number: int = 0

    @property
    def effect(self) -> tuple[str, str, LonLat | None]:
        """What it does, apart from which mentions it does it to."""
        return (self.action, self.id, self.lonlat if self.action == "place" else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The corrections of a file, in order.

    Parameters
    ----------
    title
        The title of the report that they were made on; says nothing about what they apply to.
    corrections
        Those that make sense in themselves.
    faults
        A line for each that does not.
    """

    title: str = ""
    corrections: tuple[Correction, ...] = ()
    faults: tuple[str, ...] = ()


def hand_id(lonlat: LonLat) -> str:
    """Give the identifier of a place that was placed by hand.

    Parameters
    ----------
    lonlat
        Where it was placed, OGC:CRS84; counted to about a metre.

    Examples
    --------
    >>> hand_id(LonLat(lon=-75.1, lat=-10.2))
    'hand:-75.10000,-10.20000'
    """
    # Adding zero makes nought of what rounds to minus nought.
    return f"{HAND_SCHEME}:{round(lonlat.lon, _DECIMALS) + 0.0:.5f},{round(lonlat.lat, _DECIMALS) + 0.0:.5f}"


def tell_taken_out(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Give a sentence that says which words corrections take out; none where they take out nothing.

    Parameters
    ----------
    corrections
        Any corrections.

    Examples
    --------
    >>> lima = Anchor(document="brief.txt", start=0, text="Lima")
    >>> tell_taken_out([Correction(action="remove", mentions=(lima, lima))])
    ('1 name was taken out by hand: Lima',)
    """
    words = (" ".join(one.text.split()) for some in corrections if some.action == "remove" for one in some.mentions)
    names = tuple(dict.fromkeys(words))
    if len(names) == 1:
        return (Said("1 name was taken out by hand: {names}", names=names),)
    return (Said("{n} names were taken out by hand: {names}", n=len(names), names=names),) if names else ()
