"""Numbers for the places whose names found no room: a picture has no pointer to ask, so nothing may stay nameless."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

from maps.picture.lettering import Font
from maps.picture.placing import Label, Placer, Point
from maps.picture.room import Box

__all__ = ["BADGE_FONT", "Badge", "badge_half_width", "number_places"]

BADGE_FONT = Font(size_px=9.0, bold=True)
"""How numbers are set."""
_HALF_HEIGHT_PX = 7.0
_BAND_PX = 48.0
# A number further from a dot than this says nothing of it.
_NEAR_PX = 30.0


@dataclass(slots=True, kw_only=True)
class Badge:
    """A number on the map.

    Parameters
    ----------
    at
        Its middle, pixels.
    owners
        What it stands for: one place, or several where there is no room to tell them apart.
    colour
        The colour of the name of what it stands for: another kind of thing has another.
    leader
        The line that leads from the dot to it; None where it stands on or beside the dot.
    number
        The number; 0 until all are placed.
    """

    at: Point
    owners: list[Hashable] = field(default_factory=list)
    colour: str = ""
    leader: tuple[Point, Point] | None = None
    number: int = 0


def badge_half_width(count: int) -> float:
    """Give half the width of a badge in pixels, wide enough for the largest number.

    Parameters
    ----------
    count
        How many numbers there may be.

    Examples
    --------
    >>> badge_half_width(12)
    7.0
    """
    return _HALF_HEIGHT_PX + 3.0 * max(0, len(str(count)) - 2)


def number_places(left: Sequence[Label], placer: Placer) -> list[Badge]:
    """Give the names that found no room numbers, from north to south, on their dots where these are free.

    Parameters
    ----------
    left
        The names, the most important first.
    placer
        Who placed the others, and knows what room is left; takes that of the badges.

    Returns
    -------
    list of Badge
        In the order of their numbers.
    """
    numbers = _Numbers(half=badge_half_width(len(left)), placer=placer, loose={("dot", one.owner) for one in left})
    crowded = [label for label in left if not numbers.give(label)]
    for label in crowded:
        numbers.squeeze(label)
    heads = numbers.heads
    heads.sort(key=lambda one: (math.floor(one.at[1] / _BAND_PX), one.at))
    for number, badge in enumerate(heads, start=1):
        badge.number = number
    return heads


@dataclass(slots=True, kw_only=True)
class _Numbers:
    """The numbers as they are given."""

    half: float
    placer: Placer
    loose: set[tuple[str, Hashable]]
    heads: list[Badge] = field(default_factory=list)

    def give(self, label: Label) -> bool:
        """Give a name a number on its dot or beside it, or that of another there; tell whether there was room."""
        cover = None if label.points else _covering(self.heads, label, self.half)
        badge = cover or _own_badge(label, self.half, self.placer, self.loose)
        if badge is not None:
            self._put(label, badge)
        return badge is not None

    def squeeze(self, label: Label) -> None:
        """Give a name a number where there is no room: its neighbour's, or one where names were, which then move."""
        nearest = _nearest(self.heads, label)
        if nearest is None or math.dist(nearest.at, label.point) > _NEAR_PX:
            moved = self.placer.clear(_box(label.point, self.half), label.owner)
            if moved is not None or nearest is None:
                self._put(label, Badge(at=label.point, colour=label.colour))
                for other in moved or ():
                    self._move(other)
                return
        self._put(label, nearest)

    def _move(self, label: Label) -> None:
        spot = self.placer.find(label)
        self.loose.add(("dot", label.owner))
        if spot is not None:
            self.placer.take(label, spot)
        elif not self.give(label):
            self._put(label, _nearest(self.heads, label) or Badge(at=label.point, colour=label.colour))

    def _put(self, label: Label, badge: Badge) -> None:
        if not badge.owners:
            self.placer.room.take(_box(badge.at, self.half), ("badge", label.owner))
            self.heads.append(badge)
        badge.owners.append(label.owner)


def _box(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - _HALF_HEIGHT_PX, at[0] + half, at[1] + _HALF_HEIGHT_PX


def _covering(heads: Sequence[Badge], label: Label, half: float) -> Badge | None:
    """Give the badge of the same kind of thing that covers the middle of a dot."""
    point = label.point
    for badge in heads:
        if (
            badge.colour == label.colour
            and abs(badge.at[0] - point[0]) < half
            and abs(badge.at[1] - point[1]) < _HALF_HEIGHT_PX
        ):
            return badge
    return None


def _nearest(heads: Sequence[Badge], label: Label) -> Badge | None:
    """Give the nearest badge of the same kind of thing; areas share none."""
    same = [badge for badge in heads if badge.colour == label.colour and not label.points]
    return min(same, key=lambda badge: math.dist(badge.at, label.point), default=None)


def _own_badge(label: Label, half: float, placer: Placer, loose: set[tuple[str, Hashable]]) -> Badge | None:
    """Find room for a badge of its own: on the dot, beside it, at the end of a line."""
    points = label.points or (label.point,)
    for point in points:
        if not placer.blockers(_box(point, half), label.owner) - loose:
            return Badge(at=point, colour=label.colour)
    for point in points:
        spot = placer.find(replace(label, lines=(), width=2 * half, height=2 * _HALF_HEIGHT_PX, point=point))
        if spot is not None:
            left, top, right, bottom = spot.box
            return Badge(at=((left + right) / 2, (top + bottom) / 2), colour=label.colour, leader=spot.leader)
    return None
