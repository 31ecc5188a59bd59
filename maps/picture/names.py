"""The names on a picture: the story's first, then those that tell where on Earth this is, as on the page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from maps.picture.frame import Frame
from maps.picture.lettering import Font, break_name, measure
from maps.picture.marks import AreaMark, Dot, Marks
from maps.picture.numbering import Badge, number_places
from maps.picture.placing import Label, Placer, Spot, abouts, along
from maps.picture.room import Box, Room, is_within
from maps.picture.scene import Scene
from maps.picture.symbols import colour_of

__all__ = ["BaseName", "Names", "place_names"]

Palette = Mapping[str, str]
Facts = Mapping[str, Any]

_WRAP_DOT, _WRAP_AREA = 30, 20
# A longer name is no label: it stands in the list below the map.
_LONGEST = 60
_FRAME_MARGIN_PX = 5.0
# How much of a name within its area is as good as all of it, and how clear of others names of the basemap stand.
_MOSTLY = 0.7
_CLEAR_PX = 7.0
_GRID = 7
_MOST_WITH_LEADERS = 90
# A map for print has room for so many names of each kind besides the story's.
_MOST_NAMES = {"country": 20, "disputed": 8, "province": 14, "water": 6}
_CITIES, _CITY_RADIUS, _CITY_CLEARANCE = 6, 2.5, 40.0
# How a name of the basemap is set, where it breaks, and which share of an area's width it may take.
_STYLES: Mapping[str, tuple[Font, int, float, str]] = {
    "country": (Font(size_px=11.0), 16, 0.7, "country-name"),
    "disputed": (Font(size_px=10.5), 16, 0.7, "country-name"),
    "province": (Font(size_px=10.5), 18, 1.0, "country-name"),
    "city": (Font(size_px=11.0), 24, 1.0, "muted"),
    "water": (Font(size_px=12.0, italic=True), 14, 0.7, "water-name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseName:
    """A name of the basemap, placed.

    Parameters
    ----------
    label, spot
        The name and where it stands.
    kind
        ``"country"``, ``"disputed"``, ``"province"``, ``"water"`` or ``"city"``, which has a spot of its own.
    """

    label: Label
    spot: Spot
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names on a map.

    Parameters
    ----------
    story
        The names of the story with where they stand.
    badges
        The numbers of what found no room for its name.
    base
        The names of the basemap.
    """

    story: Sequence[tuple[Label, Spot]]
    badges: Sequence[Badge]
    base: Sequence[BaseName]


def _label(text: str, font: Font, limit: int, colour: str, **facts: Any) -> Label:  # noqa: ANN401 - Label's own
    lines = break_name(text, limit)
    return Label(
        lines=lines,
        font=font,
        colour=colour,
        width=max(measure(line, font) for line in lines) + 2,
        height=len(lines) * font.line_px,
        **facts,
    )


def place_names(marks: Marks, scene: Scene, frame: Frame, furniture: Sequence[Box], palette: Palette) -> Names:
    """Place the names of a map.

    Parameters
    ----------
    marks
        The dots and areas of the story.
    scene
        What the picture shows: the names of its basemap, and where those of its areas may stand.
    frame
        The frame.
    furniture
        What stands on the map already, pixels.
    palette
        Colours by role.
    """
    left, top, right, bottom = frame.edges
    placer = Placer(
        frame=(left + _FRAME_MARGIN_PX, top + _FRAME_MARGIN_PX, right - _FRAME_MARGIN_PX, bottom - _FRAME_MARGIN_PX),
        room=_take_dots(marks.dots, furniture),
        lines=_take_outlines(marks.areas),
        with_leaders=len(marks.dots) <= _MOST_WITH_LEADERS,
    )
    labels = [_dot_label(dot, palette) for dot in sorted(marks.dots, key=lambda one: one.rank)]
    unplaced = placer.place([label for label in labels if _is_short(label)])
    unplaced += [label for label in labels if not _is_short(label)]
    labels += [_area_label(area, palette) for area in sorted(marks.areas, key=lambda one: (one.rank, -one.times))]
    unplaced += _place_areas(marks.areas, labels, scene.anchors, frame, placer)
    badges = number_places(unplaced, placer)
    story = [(label, placer.spots[label.owner]) for label in labels if label.owner in placer.spots]
    return Names(story=story, badges=badges, base=_place_base(scene.labels, marks, frame, placer, palette))


def _is_short(label: Label) -> bool:
    return sum(map(len, label.lines)) <= _LONGEST


def _take_dots(dots: Sequence[Dot], furniture: Sequence[Box]) -> Room:
    room = Room()
    for box in furniture:
        room.take(box, "furniture")
    for dot in dots:
        (x, y), reach = dot.point, dot.r + 1
        room.take((x - reach, y - reach, x + reach, y + reach), ("dot", dot.owner))
    return room


def _take_outlines(areas: Sequence[AreaMark]) -> Room:
    """Take small boxes along the outlines of named regions."""
    lines = Room()
    for area in areas:
        if area.kind != "region":
            continue
        for ring in shapely.get_rings(shapely.get_parts(area.seen)):
            points = shapely.get_coordinates(ring).tolist()
            for start, end in pairwise(points):
                for box in along((start[0], start[1]), (end[0], end[1])):
                    lines.take(box, area.owner)
    return lines


def _dot_label(dot: Dot, palette: Palette) -> Label:
    font = Font(size_px=dot.size_px, bold=True)
    is_town = dot.kind == "town"
    colour = palette["ink"] if is_town else colour_of(dot.kind, palette, is_region=dot.is_region)
    return _label(dot.text, font, _WRAP_DOT, colour, owner=dot.owner, point=dot.point, r=dot.r)


def _area_label(area: AreaMark, palette: Palette) -> Label:
    text = area.text.upper() if area.is_country else area.text
    font = Font(size_px=area.size_px, bold=True)
    return _label(text, font, _WRAP_AREA, colour_of(area.kind, palette), owner=area.owner)


def _place_areas(
    areas: Sequence[AreaMark], labels: Sequence[Label], anchors: Facts, frame: Frame, placer: Placer
) -> list[Label]:
    """Place the names of areas, those without room in them beside; give the others, each with a point of its area."""
    left = []
    by_owner = {label.owner: label for label in labels}
    for area in sorted(areas, key=lambda one: (one.rank, -one.times)):
        label = by_owner[area.owner]
        inner = _inner_points(area.seen)
        points = [*(frame.to_px(*point) for point in anchors.get(str(area.owner), ())), *inner]
        spot = _area_spot(
            area,
            label,
            points,
            placer,
            [one for one in areas if one.rank < area.rank and one.seen.area < area.seen.area],
        )
        if spot is None and _is_short(label):
            spot = _spot_beside(area, replace(label, points=inner), placer, areas)
        if spot is None or not _is_short(label):
            left.append(replace(label, point=inner[0], points=inner))
        else:
            placer.take(label, spot)
    return left


def _inner_points(area: BaseGeometry) -> list[tuple[float, float]]:
    """Give points in an area: one well within it, then those of a grid."""
    inner = shapely.point_on_surface(area)
    left, top, right, bottom = area.bounds
    across, down = np.meshgrid(np.linspace(left, right, _GRID + 2)[1:-1], np.linspace(top, bottom, _GRID + 2)[1:-1])
    within = shapely.contains_xy(area, across.ravel(), down.ravel())
    points = np.column_stack([across.ravel(), down.ravel()])[within].tolist()
    return [(inner.x, inner.y), *((x, y) for x, y in points)]


def _area_spot(
    area: AreaMark,
    label: Label,
    points: Sequence[tuple[float, float]],
    placer: Placer,
    smaller: Sequence[AreaMark],
) -> Spot | None:
    """Find where the name of an area stands: within it, not within a smaller one whose name it would seem to be."""
    free = [
        spot
        for point in points
        for spot in abouts(point, label.width, label.height)
        if not placer.blockers(spot.box, label.owner)
    ]
    good = [
        spot
        for spot in free
        if area.seen.contains(_middle(spot)) and not any(other.seen.contains(_middle(spot)) for other in smaller)
    ]
    return min(good, key=lambda spot: _blemishes(spot, area, placer), default=None)


def _blemishes(spot: Spot, area: AreaMark, placer: Placer) -> int:
    is_crossed = bool(placer.lines.owners(spot.box) - {area.owner})
    return is_crossed + 2 * (not _is_mostly_in(spot, area))


def _is_mostly_in(spot: Spot, area: AreaMark) -> bool:
    box = shapely.box(*spot.box)
    return bool(area.seen.intersection(box).area >= _MOSTLY * box.area)


def _spot_beside(area: AreaMark, label: Label, placer: Placer, areas: Sequence[AreaMark]) -> Spot | None:
    """Find where the name of a small area stands at the end of a line: in no other area whose name it would seem."""
    others = [other.seen for other in areas if other.owner != area.owner and not other.seen.contains(area.seen)]

    def fits(spot: Spot) -> bool:
        box = shapely.box(*spot.box)
        return not any(other.intersects(box) for other in others)

    spots = (placer.lead(replace(label, point=point), fits) for point in label.points)
    return next(filter(None, spots), None)


def _middle(spot: Spot) -> shapely.Point:
    left, top, right, bottom = spot.box
    return shapely.Point((left + right) / 2, (top + bottom) / 2)


def _place_base(
    labels: Sequence[Facts], marks: Marks, frame: Frame, placer: Placer, palette: Palette
) -> list[BaseName]:
    """Place names of countries, waters and first-level regions where they are wide enough, then of a few towns."""
    placed: list[BaseName] = []
    said: Counter[str] = Counter()
    for number, facts in enumerate(labels):
        if "anchors" not in facts or said[facts["kind"]] >= _MOST_NAMES[facts["kind"]]:
            continue
        font, limit, share, role = _STYLES[facts["kind"]]
        text = facts["text"].upper() if facts["kind"] == "country" else facts["text"]
        label = _label(text, font, limit, palette[role], owner=("base", number))
        if "width" in facts and facts["width"] * frame.scale < label.width * share:
            continue
        spot = _base_spot(label, facts, frame, placer)
        if spot is not None:
            placer.take(label, spot)
            placed.append(BaseName(label=label, spot=spot, kind=facts["kind"]))
            said[facts["kind"]] += 1
    taken = {" ".join(base.label.lines) for base in placed}
    cities = [facts for facts in labels if facts["text"] not in taken]
    return [*placed, *_place_cities(cities, marks, frame, placer, palette)]


def _base_spot(label: Label, facts: Facts, frame: Frame, placer: Placer) -> Spot | None:
    for anchor in facts["anchors"]:
        for spot in abouts(frame.to_px(*anchor), label.width, label.height):
            left, top, right, bottom = spot.box
            wide = (left - _CLEAR_PX, top, right + _CLEAR_PX, bottom)
            if not placer.blockers(wide, label.owner) and not placer.lines.owners(spot.box):
                return spot
    return None


def _place_cities(
    labels: Sequence[Facts], marks: Marks, frame: Frame, placer: Placer, palette: Palette
) -> list[BaseName]:
    """Place the names of a few large towns that stand clear of the dots of the story."""
    font, limit, _, role = _STYLES["city"]
    near = Room()
    for dot in marks.dots:
        near.take((*dot.point, *dot.point), dot.owner)
    placed: list[BaseName] = []
    for number, facts in enumerate(labels):
        if "at" not in facts or len(placed) >= _CITIES:
            continue
        x, y = point = frame.to_px(*facts["at"])
        about = (x - _CITY_RADIUS, y - _CITY_RADIUS, x + _CITY_RADIUS, y + _CITY_RADIUS)
        wide = (x - _CITY_CLEARANCE, y - _CITY_CLEARANCE, x + _CITY_CLEARANCE, y + _CITY_CLEARANCE)
        owner = ("city", number)
        if near.owners(wide) or not is_within(about, placer.frame) or placer.room.owners(about):
            continue
        label = _label(facts["text"], font, limit, palette[role], owner=owner, point=point, r=_CITY_RADIUS)
        spot = placer.beside(label)
        if spot is None:
            continue
        placer.room.take(about, ("dot", owner))
        near.take(about, owner)
        placer.take(label, spot)
        placed.append(BaseName(label=label, spot=spot, kind="city"))
    return placed
