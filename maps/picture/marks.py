"""The marks of a story on the sheet: its dots and its areas, each with the name that it needs."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.lonlat import LonLat
from geo.report import Report
from maps.picture.frame import Frame
from maps.picture.symbols import radius_of
from maps.story import contenders_of

__all__ = ["AreaMark", "Dot", "Marks", "find_marks"]

Facts = Mapping[str, Any]

_CONTENDER_RADIUS = 5.0
_SEEN_PX = 1.0
# What a letter takes, and from which share of the frame on names are made smaller, and how much smaller.
_LETTER_PX2 = 120.0
_CROWDED_FROM, _CROWDED_SHARE = 0.2, 0.84
_RANKS = {"town": 0, "nature": 1, "square": 1, "region": 2, "area": 3}
_COUNTRY_RANK = 4
# The question mark stays with its name where lines break.
_UNSURE = "\u00a0?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A symbol on the map.

    Parameters
    ----------
    owner
        The number of its entry, or of an ambiguous name and its candidate.
    point
        Where it stands, pixels.
    r
        Its radius in pixels.
    kind, belief
        Its shape and its filling.
    text
        Its name.
    times
        How often it is named.
    is_region
        Whether it stands for a named region.
    share
        Its size, and that of its name, as a share of the usual: smaller where there are many for the size of the map.
    """

    owner: Hashable
    point: tuple[float, float]
    r: float
    kind: str
    belief: str
    text: str
    times: int
    is_region: bool = False

    share: float = 1.0

    @property
    def rank(self) -> tuple[int, int]:
        """Its place in the order in which names are placed."""
        return _RANKS.get(self.kind, 0) + (_COUNTRY_RANK if self.belief == "ambiguous" else 0), -self.times

    @property
    def size_px(self) -> float:
        """The size of its name: the more often named the larger."""
        usual = 12.0 if self.belief == "ambiguous" else min(15.0, 12.5 + 0.6 * sqrt(max(1, self.times) - 1))
        return usual * self.share


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaMark:
    """An outline on the map.

    Parameters
    ----------
    owner
        The number of its entry.
    seen
        What the frame shows of it, pixels.
    kind
        ``"area"`` or ``"region"``.
    text
        Its name.
    times
        How often it is named.
    is_country
        Whether it is one.
    """

    owner: int
    seen: BaseGeometry
    kind: str
    text: str
    times: int
    is_country: bool

    @property
    def rank(self) -> int:
        """How large it is among the kinds of areas: regions before administrative areas before countries."""
        return _COUNTRY_RANK if self.is_country else _RANKS[self.kind]

    @property
    def size_px(self) -> float:
        """The size of its name: the more often named the larger."""
        return min(15.0, 12.5 + 0.6 * sqrt(max(1, self.times) - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks of a story.

    Parameters
    ----------
    dots
        Its symbols.
    areas
        Its outlines, as far as the frame shows them.
    outside
        The numbers of the entries of which the frame shows nothing.
    """

    dots: Sequence[Dot]
    areas: Sequence[AreaMark]
    outside: Sequence[int]


def find_marks(report: Report, facts: Facts, areas: Mapping[int, BaseGeometry], frame: Frame) -> Marks:
    """Give the marks of a report in a frame.

    Parameters
    ----------
    report
        The report.
    facts
        Its words, as :func:`maps.page.facts.describe_report` gives them.
    areas
        Its outlines by the number of their entry, degrees, wrapped as the view is.
    frame
        The frame.
    """
    dots: list[Dot] = []
    shown: list[AreaMark] = []
    outside: list[int] = []
    for number, (entry, place) in enumerate(zip(report.entries, facts["places"], strict=True)):
        mark: Dot | AreaMark | None
        if number in areas:
            mark = _area(number, place, areas[number], frame)
        else:
            mark = _dot(number, place, entry.place.lonlat, len(report.entries), frame)
        if mark is None:
            outside.append(number)
        elif isinstance(mark, Dot):
            dots.append(mark)
        else:
            shown.append(mark)
    return Marks(dots=_make_room([*dots, *_contenders(report, frame)], frame), areas=shown, outside=outside)


def _make_room(dots: Sequence[Dot], frame: Frame) -> list[Dot]:
    """Give dots that are smaller where their names would take much of the frame."""
    taken = sum(_LETTER_PX2 * len(dot.text) for dot in dots) / (frame.width * frame.height)
    share = _CROWDED_SHARE if taken > _CROWDED_FROM else 1.0
    return [replace(dot, r=dot.r * share, share=share) for dot in dots]


def _text(place: Facts) -> str:
    return f"{place['label']}{_UNSURE}" if place["belief"] == "unsure" else str(place["label"])


def _area(number: int, place: Facts, shape: BaseGeometry, frame: Frame) -> AreaMark | None:
    window = shapely.box(*frame.edges)
    seen = shapely.intersection(shapely.make_valid(frame.shape_to_px(shape)), window)
    if seen.area < _SEEN_PX:
        return None
    return AreaMark(
        owner=number,
        seen=seen,
        kind=place["kind"],
        text=_text(place),
        times=place["times"],
        is_country=place["feature"] == "country",
    )


def _point(lonlat: LonLat | None, frame: Frame) -> tuple[float, float] | None:
    if lonlat is None:
        return None
    point = frame.to_px(frame.wrap(lonlat.lon), lonlat.lat)
    return point if frame.holds(*point) else None


def _dot(number: int, place: Facts, lonlat: LonLat | None, places: int, frame: Frame) -> Dot | None:
    point = _point(lonlat, frame)
    if point is None:
        return None
    # An outline without any area leaves its centre alone.
    kind = "square" if place["kind"] in {"area", "region"} else place["kind"]
    return Dot(
        owner=number,
        point=point,
        r=radius_of(place["times"], places),
        kind=kind,
        belief=place["belief"],
        text=_text(place),
        times=place["times"],
        is_region=place["is_region"],
    )


def _contenders(report: Report, frame: Frame) -> list[Dot]:
    dots = []
    for number, other in enumerate(report.unplaced):
        for rank, contender in enumerate(contenders_of(other)):
            point = _point(contender.lonlat, frame)
            if point is not None:
                dots.append(
                    Dot(
                        owner=("contender", number, rank),
                        point=point,
                        r=_CONTENDER_RADIUS,
                        kind="town",
                        belief="ambiguous",
                        text=f"{other.name}{_UNSURE}",
                        times=len(other.mentions),
                    )
                )
    return dots
