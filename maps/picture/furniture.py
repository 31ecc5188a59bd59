"""What stands in the corners of the map: the scale bar, and the small map that shows where in the world this is."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from babel.numbers import format_decimal
from matplotlib.path import Path

from maps.cartography.view import Box as LonLatBox
from maps.cartography.view import mercator_deg
from maps.options import Language
from maps.picture.frame import Frame
from maps.picture.lettering import Font, measure
from maps.picture.marks import Marks
from maps.picture.room import Box, overlap
from maps.picture.sheet import Pen, Sheet
from maps.picture.symbols import rectangle
from maps.words import format_number

__all__ = ["Furniture", "choose_corners", "inset_furniture", "scale_furniture"]

_MARGIN_PX = 10.0
_CLEAR_PX = 14.0
_KM_A_MILE = 1.609344
_LONGEST_BAR_PX = 110.0
_SCALE_FONT = Font(size_px=11.0)
_SCALE_HEIGHT_PX = 34.0
# From this ratio between the scales at its edges on, a map says where its bar holds.
_SAME_SCALE = 1.1
_NARROW_PX = 520.0
_NARROW_SHARE = 0.6
_LEAST_FRAME_PX = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Something that stands in a corner of the map or, where none is free, below it.

    Parameters
    ----------
    width, height
        The room that it takes, pixels.
    draw
        Draws it with its upper left corner at a point.
    smaller
        What stands in its place where there is room for no more; None for nothing.
    """

    width: float
    height: float
    draw: Callable[[Sheet, float, float], None]
    smaller: "Furniture | None" = None


def _round_length(longest: float) -> float:
    """Give the longest round length that is no longer."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 3, 5) if step * power <= longest)


def _latitude_words(lat: float, words: Mapping[str, str]) -> str:
    degrees = round(lat)
    form = words["scale_north" if degrees > 0 else "scale_south" if degrees else "scale_equator"]
    return form.replace("{n}", str(abs(degrees)))


def _length_words(length: float, unit: str, language: Language) -> str:
    number = format_number(int(length), language) if length >= 1 else format_decimal(length, locale=language)
    return f"{number}\u00a0{unit}"


def scale_furniture(frame: Frame, words: Mapping[str, str], language: Language) -> Furniture:
    """Give the scale bar, in kilometres and miles, true in the middle of the map.

    Parameters
    ----------
    frame
        The frame.
    words
        The maps' own words; where the scale differs much between the map's edges, the bar says where it holds.
    language
        The language of the words.
    """
    longest_km = min(_LONGEST_BAR_PX, frame.width / 3) / frame.px_per_km
    lengths = (("km", 1.0, _round_length(longest_km)), ("mi", _KM_A_MILE, _round_length(longest_km / _KM_A_MILE)))
    bars = [(_length_words(length, unit, language), length * km * frame.px_per_km) for unit, km, length in lengths]
    box = frame.box
    reach = [
        math.cos(math.radians(lat)) for lat in (box.south, box.north, 0.0 if box.south < 0 < box.north else box.north)
    ]
    note = _latitude_words(frame.middle.lat, words) if max(reach) > _SAME_SCALE * min(reach) else ""
    width = max(
        *(length for _, length in bars),
        *(measure(text, _SCALE_FONT) + 8 for text, _ in bars),
        measure(note, _SCALE_FONT),
    )

    def draw(sheet: Sheet, left: float, top: float) -> None:
        pen = Pen(stroke=sheet.palette["muted"], width=1.5)
        halo = sheet.palette["land"]
        y = top + _SCALE_HEIGHT_PX / 2
        for (text, length), side in zip(bars, (-1, 1), strict=True):
            tick = y + 6 * side
            line = Path([(left, tick), (left, y), (left + length, y), (left + length, tick)])
            sheet.shape(line, Pen(stroke=halo, width=3.5))
            sheet.shape(line, pen)
            base = y - 5 if side < 0 else y + 5 + 0.76 * _SCALE_FONT.size_px
            sheet.words(left + 4, base, text, _SCALE_FONT, sheet.palette["ink"], halo=halo, halo_px=2.5)
        if note:
            sheet.words(
                left, top + _SCALE_HEIGHT_PX + 10, note, _SCALE_FONT, sheet.palette["ink"], halo=halo, halo_px=2.5
            )

    return Furniture(width=width, height=_SCALE_HEIGHT_PX + (14 if note else 0), draw=draw)


def _paths(data: str, left: float, top: float, share: float) -> Path:
    """Give the rings of an inset as a path on the sheet."""
    rings = [
        np.array([[float(side) for side in point.split(",")] for point in ring[:-1].split("L")]) * share + (left, top)
        for ring in data.split("M")[1:]
    ]
    closed = [Path(np.vstack([ring, ring[:1]]), closed=True) for ring in rings]
    return Path.make_compound_path(*closed) if closed else Path(np.empty((0, 2)))


def inset_furniture(inset: Mapping[str, Any] | None, frame: Frame, share: float = 1.0) -> Furniture | None:
    """Give the small map of the part of the world in which the map lies.

    Parameters
    ----------
    inset
        As :func:`maps.cartography.inset.draw_inset` gives it.
    frame
        The frame, which is drawn as a rectangle.
    share
        Its size as a share of the usual.

    Returns
    -------
    Furniture or None
        None where the map itself shows that much.
    """
    if inset is None:
        return None
    share = _NARROW_SHARE if frame.width < _NARROW_PX else share
    size = inset["size"] * share
    box = frame.box

    def draw(sheet: Sheet, left: float, top: float) -> None:
        palette = sheet.palette
        window = rectangle(left, top, size, size)
        sheet.shape(window, Pen(fill=palette["water"]))
        with sheet.clipped(window):
            for data, role in (("land", "land"), ("home", "border")):
                if inset[data]:
                    pen = Pen(fill=palette[role], stroke=palette["border"], width=0.4)
                    sheet.shape(_paths(inset[data], left, top, share), pen)
            sheet.shape(_view_rectangle(inset, box, left, top, share), Pen(
                fill=palette["town"], opacity=0.12, stroke=palette["town"], width=1.5,
            ))  # fmt: skip
        sheet.shape(window, Pen(stroke=palette["border"], width=1))

    small = inset_furniture(inset, frame, share=_NARROW_SHARE) if share > _NARROW_SHARE else None
    return Furniture(width=size, height=size, draw=draw, smaller=small)


def _view_rectangle(inset: Mapping[str, Any], box: LonLatBox, left: float, top: float, share: float) -> Path:
    scale = inset["scale"] * share
    west, east = (left + (lon - inset["west"]) * scale for lon in (box.west, box.east))
    north, south = (top + (inset["north"] - mercator_deg(lat)) * scale for lat in (box.north, box.south))
    width, height = max(_LEAST_FRAME_PX, east - west), max(_LEAST_FRAME_PX, south - north)
    return rectangle((west + east - width) / 2, (north + south - height) / 2, width, height)


def choose_corners(
    pieces: Sequence[Furniture], marks: Marks, frame: Frame
) -> tuple[list[tuple[Furniture, Box]], list[Furniture]]:
    """Put furniture into the corners of the map in which nothing of the story lies.

    Parameters
    ----------
    pieces
        The furniture, the largest first.
    marks
        The dots and areas of the story.
    frame
        The frame.

    Returns
    -------
    placed : list of tuple
        Furniture with the room that it takes.
    left : list of Furniture
        What found no free corner.
    """
    placed: list[tuple[Furniture, Box]] = []
    left: list[Furniture] = []
    for piece in pieces:
        for size in (piece, piece.smaller):
            free = _free_corners(size, marks, frame, placed) if size else []
            if size and free:
                placed.append((size, min(free, key=lambda box: _hidden(box, marks))))
                break
        else:
            left.append(piece.smaller or piece)
    return placed, left


def _free_corners(piece: Furniture, marks: Marks, frame: Frame, placed: Sequence[tuple[Furniture, Box]]) -> list[Box]:
    """Give the corners in which nothing is, in the order in which they are tried."""
    return [
        box
        for box in _corners(piece, frame)
        if not any(_is_near(box, dot.point) for dot in marks.dots)
        and not any(overlap(box, other) for _, other in placed)
    ]


def _corners(piece: Furniture, frame: Frame) -> list[Box]:
    """Give the corners of the frame in the order in which they are tried, from the lower right to the upper left."""
    lefts = (frame.left + _MARGIN_PX, frame.right - _MARGIN_PX - piece.width)
    tops = (frame.bottom - _MARGIN_PX - piece.height, frame.top + _MARGIN_PX)
    return [(left, top, left + piece.width, top + piece.height) for top in tops for left in reversed(lefts)]


def _is_near(box: Box, point: tuple[float, float]) -> bool:
    left, top, right, bottom = box
    x, y = point
    return left - _CLEAR_PX < x < right + _CLEAR_PX and top - _CLEAR_PX < y < bottom + _CLEAR_PX


def _hidden(box: Box, marks: Marks) -> float:
    """Give how much of the story's areas a piece of furniture would hide, countries left out."""
    window = shapely.box(*box)
    return round(sum(area.seen.intersection(window).area for area in marks.areas if not area.is_country))
