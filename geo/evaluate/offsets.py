"""Repairing spans that hold other words than their toponym: only where a small shift makes them agree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from geo.evaluate.gold import GoldDocument, GoldPlace, Repairs

__all__ = ["FARTHEST_SHIFT", "repair_offsets"]

FARTHEST_SHIFT = 10
"""The most characters that a span is moved by."""

_SHIFTS = tuple(sign * size for size in range(1, FARTHEST_SHIFT + 1) for sign in (-1, 1))


def _find_shift(text: str, place: GoldPlace) -> int | None:
    """Give the least shift after which the span holds exactly the toponym's words; None when there is none."""
    if _agrees(text, place, 0):
        return 0
    return next((shift for shift in _SHIFTS if _agrees(text, place, shift)), None)


def _agrees(text: str, place: GoldPlace, shift: int) -> bool:
    # A start before the text would count from its end.
    return place.start + shift >= 0 and text[place.start + shift : place.end + shift] == place.text


def repair_offsets(documents: Iterable[GoldDocument]) -> tuple[tuple[GoldDocument, ...], Repairs]:
    """Move each span that is off by a few characters onto its words.

    Parameters
    ----------
    documents
        Documents with gold as their corpus gives it.

    Returns
    -------
    documents
        The same; a span is moved, by at most :data:`FARTHEST_SHIFT` characters, only when it then holds exactly
        the toponym's words, and stays as it is otherwise. Places are in order of the text.
    repairs
        How many were moved by how much, and how many hold other words still.

    Examples
    --------
    >>> off = GoldPlace(start=4, end=8, text="Lima")
    >>> (mended,), repairs = repair_offsets([GoldDocument(name="1", text="To Lima.", places=(off,))])
    >>> mended.places[0].span, repairs.moved, repairs.unrepaired
    ((3, 7), {-1: 1}, 0)
    """
    moved: Counter[int] = Counter()
    mended: list[GoldDocument] = []
    unrepaired = 0
    for document in documents:
        places = []
        for place in document.places:
            shift = _find_shift(document.text, place)
            unrepaired += shift is None
            if shift:
                moved[shift] += 1
            places.append(replace(place, start=place.start + (shift or 0), end=place.end + (shift or 0)))
        places.sort(key=lambda place: place.span)
        mended.append(replace(document, places=tuple(places)))
    return tuple(mended), Repairs(moved=dict(moved.most_common()), unrepaired=unrepaired)
