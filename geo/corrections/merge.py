"""Putting new corrections beside those of a file."""

from collections.abc import Iterable
from dataclasses import replace

from geo.corrections.apply import Applied
from geo.corrections.model import Correction

__all__ = ["merge_corrections"]


def merge_corrections(applied: Applied, new: Iterable[Correction]) -> tuple[Correction, ...]:
    """Give the corrections of a file with new ones, which count where both speak of a mention.

    Parameters
    ----------
    applied
        What the file's corrections made of the documents; those that could not be applied are kept, and stand last.
    new
        The new ones, anchored in the same documents.

    Examples
    --------
    >>> from geo.corrections.model import Anchor
    >>> lima = (Anchor(document="brief.txt", start=0, text="Lima"),)
    >>> old = Correction(action="remove", mentions=lima)
    >>> applied = Applied(found=(), places=(), corrections=(old,), failures=())
    >>> [one.action for one in merge_corrections(applied, [Correction(action="move", mentions=lima, id="geonames:1")])]
    ['move']
    """
    fresh = list(new)
    again = {(anchor.document, anchor.start) for one in fresh for anchor in one.mentions}
    kept = [
        replace(one, mentions=tuple(anchor for anchor in one.mentions if (anchor.document, anchor.start) not in again))
        for one in applied.corrections
    ]
    return (*(one for one in kept if one.mentions), *fresh, *applied.unmatched)
