"""The room on a sheet: which rectangles are taken, and by whom."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator

__all__ = ["Box", "Room", "is_within", "overlap"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, pixels."""

_CELL_PX = 24


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two rectangles share more than an edge.

    Parameters
    ----------
    one, other
        Rectangles.

    Examples
    --------
    >>> overlap((0, 0, 2, 2), (2, 0, 3, 1))
    False
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def is_within(box: Box, frame: Box) -> bool:
    """Tell whether a rectangle lies in another.

    Parameters
    ----------
    box, frame
        The two.
    """
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


class Room:
    """Rectangles by their owners, found fast by where they lie."""

    def __init__(self) -> None:
        """Start empty."""
        self._cells: dict[tuple[int, int], list[tuple[Box, Hashable]]] = defaultdict(list)

    @staticmethod
    def _keys(box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (math.floor(side / _CELL_PX) for side in box)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row

    def take(self, box: Box, owner: Hashable = None) -> None:
        """Take a rectangle.

        Parameters
        ----------
        box
            The rectangle.
        owner
            Whose it is.
        """
        for key in self._keys(box):
            self._cells[key].append((box, owner))

    def free(self, box: Box, owner: Hashable) -> None:
        """Give a rectangle back.

        Parameters
        ----------
        box
            The rectangle.
        owner
            Whose it was.
        """
        for key in self._keys(box):
            self._cells[key].remove((box, owner))

    def owners(self, box: Box, *, but: Hashable = None, most: int | None = None) -> set[Hashable]:
        """Give the owners of what a rectangle would cover.

        Parameters
        ----------
        box
            The rectangle.
        but
            An owner that does not count.
        most
            How many are enough to know; None for all.
        """
        found: set[Hashable] = set()
        for key in self._keys(box):
            for other, owner in self._cells.get(key, ()):
                if owner != but and owner not in found and overlap(box, other):
                    found.add(owner)
                    if len(found) == most:
                        return found
        return found
