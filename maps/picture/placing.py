"""Placing names beside dots: eight positions, then a leader line, never across a name, a dot or the furniture.

The order of the positions is that of the page. A name that finds none may make one earlier name move to another
of its own; one that finds no place at all is handed back, to be numbered.
"""

import math
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from maps.picture.lettering import Font
from maps.picture.room import Box, Room, is_within
from maps.picture.sheet import Align

__all__ = ["Label", "Placer", "Spot", "abouts", "along", "besides"]

_GAP_PX = 3.0
_LEADER_LENGTHS_PX = (16.0, 26.0, 38.0, 52.0, 68.0)
# From well within an area the way is longer.
_LONG_LEADERS_PX = (*_LEADER_LENGTHS_PX, 84.0, 100.0, 116.0)
_SHORT_LEADERS_PX = (7.0, 11.0, 16.0, 22.0, 29.0, 37.0, 46.0, 56.0, 68.0, 82.0)
_LEADER_TURNS = 16
_LINE_STEP_PX = 4.0
_LINE_HALF_PX = 1.5
# What a position that hides an outline or crowds a dot yet to be named costs, in places of the order of positions.
_CROSSING_COST = 6
_CROWDING_COST = 2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name ready to be placed.

    Parameters
    ----------
    owner
        What it names.
    lines
        Its lines.
    font
        How they are set.
    colour
        Their colour.
    width, height
        The room that they take, pixels.
    point, r
        The dot that it stands beside, and the radius of that.
    points
        Of an area, points in it at which its number may stand.
    """

    owner: Hashable
    lines: Sequence[str]
    font: Font
    colour: str
    width: float
    height: float
    point: Point = (0.0, 0.0)
    r: float = 0.0
    points: Sequence[Point] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a name stands.

    Parameters
    ----------
    box
        The room that it takes, pixels.
    align
        Which of its ends is tied to its dot.
    leader
        The line that leads from the dot to the name; None where it stands beside it.
    """

    box: Box
    align: Align
    leader: tuple[Point, Point] | None = None


def besides(label: Label) -> list[Spot]:
    """Give the positions beside a dot in the order in which they are tried.

    Parameters
    ----------
    label
        The name.

    Returns
    -------
    list of Spot
        Right, upper right, lower right, left, upper left, lower left, above, below.
    """
    (x, y), width, height = label.point, label.width, label.height
    gap, corner = label.r + _GAP_PX, label.r * 0.7 + 2
    places: tuple[tuple[float, float, Align], ...] = (
        (x + gap, y - height / 2, "start"),
        (x + corner, y - height - corner + 4, "start"),
        (x + corner, y + corner - 4, "start"),
        (x - gap - width, y - height / 2, "end"),
        (x - corner - width, y - height - corner + 4, "end"),
        (x - corner - width, y + corner - 4, "end"),
        (x - width / 2, y - height - gap, "middle"),
        (x - width / 2, y + gap, "middle"),
    )
    return [Spot(box=(left, top, left + width, top + height), align=align) for left, top, align in places]


def abouts(point: Point, width: float, height: float) -> list[Spot]:
    """Give the positions about a point within an area: on it, then moved a little each way.

    Parameters
    ----------
    point
        The point, pixels.
    width, height
        The room that the name takes, pixels.
    """
    moves = (
        (0, 0), (0, -1), (0, 1), (0, -2), (0, 2), (-0.5, 0), (0.5, 0), (-0.5, -1), (0.5, 1), (0.5, -1), (-0.5, 1),
    )  # fmt: skip
    spots = []
    for right, down in moves:
        left = point[0] + right * width - width / 2
        top = point[1] + down * (height + 2) - height / 2
        spots.append(Spot(box=(left, top, left + width, top + height), align="middle"))
    return spots


def along(start: Point, end: Point) -> Iterator[Box]:
    """Give small boxes along a line.

    Parameters
    ----------
    start, end
        Its ends, pixels.
    """
    steps = max(1, math.ceil(math.dist(start, end) / _LINE_STEP_PX))
    for step in range(steps + 1):
        x, y = (one + (other - one) * step / steps for one, other in zip(start, end, strict=True))
        yield x - _LINE_HALF_PX, y - _LINE_HALF_PX, x + _LINE_HALF_PX, y + _LINE_HALF_PX


def _leaders(label: Label) -> Iterator[Spot]:
    """Give the positions at the end of a line from a dot, the short ones first; numbers may have shorter ones."""
    x, y = label.point
    lengths = _SHORT_LEADERS_PX if not label.lines else _LONG_LEADERS_PX if label.points else _LEADER_LENGTHS_PX
    for length in lengths:
        for turn in range(_LEADER_TURNS):
            # From slightly right of upwards on, so that no line is level with the writing.
            angle = 2 * math.pi * (turn + 0.5) / _LEADER_TURNS
            right, down = math.sin(angle), -math.cos(angle)
            start = (x + right * (label.r + 1), y + down * (label.r + 1))
            end = (x + right * (label.r + length), y + down * (label.r + length))
            align: Align = "start" if right > 0 else "end"
            left = end[0] + (2 if right > 0 else -2 - label.width)
            top = end[1] - label.height / 2
            yield Spot(box=(left, top, left + label.width, top + label.height), align=align, leader=(start, end))


@dataclass(slots=True, kw_only=True)
class Placer:
    """Places names one after the other.

    Parameters
    ----------
    frame
        What no name may leave, pixels.
    room
        What is taken: dots by what they stand for, furniture, names.
    lines
        Outlines of regions, which names keep clear of where they can.
    with_leaders
        Whether names may stand at the end of a line.
    """

    frame: Box
    room: Room
    lines: Room
    with_leaders: bool = True
    spots: dict[Hashable, Spot] = field(init=False, default_factory=dict)
    _labels: dict[Hashable, Label] = field(init=False, default_factory=dict)

    def place(self, labels: Sequence[Label]) -> list[Label]:
        """Place names, the most important first.

        Parameters
        ----------
        labels
            The names.

        Returns
        -------
        list of Label
            Those that found no place.
        """
        waiting = Room()
        for label in labels:
            waiting.take(besides(label)[0].box, label.owner)
        left = []
        for label in labels:
            waiting.free(besides(label)[0].box, label.owner)
            spot = self.find(label, waiting)
            if spot is None:
                left.append(label)
            else:
                self.take(label, spot)
        return left

    def find(self, label: Label, waiting: Room | None = None) -> Spot | None:
        """Find room for a name: beside its dot, there after another name has moved, or at the end of a line.

        Parameters
        ----------
        label
            The name.
        waiting
            Where names that are yet to be placed would stand best.
        """
        return self.beside(label, waiting) or self._push(label) or self.lead(label)

    def take(self, label: Label, spot: Spot) -> None:
        """Put a name where there is room for it.

        Parameters
        ----------
        label
            The name.
        spot
            Where.
        """
        self.spots[label.owner], self._labels[label.owner] = spot, label
        for box in _boxes(spot):
            self.room.take(box, ("name", label.owner))

    def _lift(self, owner: Hashable) -> Spot:
        spot = self.spots.pop(owner)
        for box in _boxes(spot):
            self.room.free(box, ("name", owner))
        return spot

    def clear(self, box: Box, owner: Hashable) -> list[Label] | None:
        """Take away the names of dots that stand in a rectangle, and give them; the dots themselves stay.

        Parameters
        ----------
        box
            The rectangle.
        owner
            Whose own dot does not count.

        Returns
        -------
        list of Label or None
            None where something else stands there, which stays, and so do the names.
        """
        blockers = {one if isinstance(one, tuple) else (one, None) for one in self.blockers(box, owner)}
        blockers = {(kind, one) for kind, one in blockers if kind != "dot"}
        names = [self._labels[one] for kind, one in blockers if kind == "name"]
        if len(names) < len(blockers) or not all(label.r for label in names):
            return None
        for label in names:
            self._lift(label.owner)
        return names

    def blockers(self, box: Box, owner: Hashable, most: int | None = None) -> set[Hashable]:
        """Give what stands in the way of a name but its own dot; the frame counts as ``"frame"``.

        Parameters
        ----------
        box
            The room that the name would take.
        owner
            What it names.
        most
            How many are enough to know; None for all.
        """
        if not is_within(box, self.frame):
            return {"frame"}
        return self.room.owners(box, but=("dot", owner), most=most)

    def beside(self, label: Label, waiting: Room | None = None) -> Spot | None:
        """Find the best free position beside a dot.

        Parameters
        ----------
        label
            The name.
        waiting
            Where names that are yet to be placed would stand best.
        """
        best: tuple[float, int, Spot] | None = None
        for order, spot in enumerate(besides(label)):
            if self.blockers(spot.box, label.owner, most=1):
                continue
            crossed = self.lines.owners(spot.box, but=label.owner, most=1)
            crowded = waiting.owners(spot.box) if waiting else ()
            cost = order + _CROSSING_COST * bool(crossed) + _CROWDING_COST * len(crowded)
            if best is None or (cost, order) < best[:2]:
                best = (cost, order, spot)
        return best[2] if best else None

    def _push(self, label: Label) -> Spot | None:
        """Find a position that one other name alone stands in, and which can go elsewhere."""
        for spot in besides(label):
            blockers = self.blockers(spot.box, label.owner, most=2)
            if len(blockers) != 1:
                continue
            (blocker,) = blockers
            if not (isinstance(blocker, tuple) and blocker[0] == "name" and blocker[1] in self._labels):
                continue
            other = self._labels[blocker[1]]
            if other.r == 0 or self.spots[other.owner].leader:
                continue
            before = self._lift(other.owner)
            self.room.take(spot.box, "held")
            after = self.beside(other)
            self.room.free(spot.box, "held")
            self.take(other, after or before)
            if after:
                return spot
        return None

    def lead(self, label: Label, fits: Callable[[Spot], bool] = lambda _: True) -> Spot | None:
        """Find a position at the end of a line that crosses nothing.

        Parameters
        ----------
        label
            The name.
        fits
            Tells whether a free position will do.
        """
        if not self.with_leaders:
            return None
        for spot in _leaders(label):
            if any(self.blockers(box, label.owner, most=1) for box in _boxes(spot)):
                continue
            if fits(spot):
                return spot
        return None


def _boxes(spot: Spot) -> Iterator[Box]:
    yield spot.box
    if spot.leader:
        yield from along(*spot.leader)
