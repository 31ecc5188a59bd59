"""Composing a picture: title, map, legend, list of numbers, notes, credit, from the top down."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matplotlib.path import Path

from maps.cartography.inset import draw_inset
from maps.colours import read_palette
from maps.options import MapOptions
from maps.picture.caption import notes_of, write_credit, write_header, write_notes
from maps.picture.frame import Frame, choose_frame
from maps.picture.furniture import Furniture, choose_corners, inset_furniture, scale_furniture
from maps.picture.ground import Ground, draw_areas, lay_ground, story_areas
from maps.picture.key import draw_badge, write_key
from maps.picture.legend import draw_legend, legend_rows, shade_rows
from maps.picture.lettering import ASCENT
from maps.picture.marks import Marks, find_marks
from maps.picture.names import BaseName, Names, place_names
from maps.picture.numbering import Badge, badge_half_width
from maps.picture.placing import Label, Spot
from maps.picture.scene import Scene
from maps.picture.sheet import Pen, Sheet
from maps.picture.symbols import colour_of, draw_symbol, rectangle

__all__ = ["Picture", "compose_picture"]

Facts = dict[str, Any]

_MARGIN_PX, _NARROW_MARGIN_PX, _NARROW_PX = 16.0, 10.0, 520.0
_CITY_RADIUS_PX = 2.5
_NARROWEST_LEGEND_PX = 200.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready to be written.

    Parameters
    ----------
    sheet
        What is drawn.
    height
        Its height in pixels.
    facts
        The words of the report.
    names
        The names on the map, with where they stand.
    marks
        The dots and areas on it.
    frame
        The frame of the map.
    """

    sheet: Sheet
    height: float
    facts: Facts
    names: Names
    marks: Marks
    frame: Frame


def compose_picture(scene: Scene, options: MapOptions, *, with_words: bool = True) -> Picture:
    """Give the picture of a scene.

    Parameters
    ----------
    scene
        What it shows, as :func:`maps.picture.scene.set_scene` gives it for these options.
    options
        How it is to be drawn.
    with_words
        Whether title, notes and credit stand on it too.
    """
    facts = scene.facts
    sheet = Sheet(width=options.width_px, palette=read_palette(options.theme))
    margin = _NARROW_MARGIN_PX if options.width_px < _NARROW_PX else _MARGIN_PX
    width = options.width_px - 2 * margin
    y = write_header(sheet, facts, margin, margin - 4, width) + 8 if with_words else 0.0
    if not with_words:
        margin, width = 1.0, options.width_px - 2.0
        y = margin
    frame = replace(choose_frame(scene.view, width), left=margin, top=y)
    ground, marks, names, loose = _draw_map(sheet, scene, frame)
    y = _write_below(sheet, scene, marks, names, loose, frame)
    if with_words:
        y = write_notes(sheet, notes_of(facts, marks.outside), margin, y, width) + 4
        y = write_credit(sheet, facts, margin, y, width) + margin / 2
    if sheet.has_boxes:
        y = write_notes(sheet, [("", facts["words"]["fonts_lack"])], margin, y, width)
    height = round(y + 4)
    sheet.finish(height)
    ground.place(sheet, height)
    return Picture(sheet=sheet, height=height, facts=facts, names=names, marks=marks, frame=frame)


def _draw_map(sheet: Sheet, scene: Scene, frame: Frame) -> tuple[Ground, Marks, Names, Sequence[Furniture]]:
    """Draw what is in the frame; give besides the furniture that found no room in it."""
    facts = scene.facts
    areas = story_areas(scene.report, scene.view)
    ground = lay_ground(sheet, frame, scene)
    draw_areas(ground, sheet, scene, areas)
    marks = find_marks(scene.report, facts, areas, frame)
    inset = draw_inset(scene.basemap.world, scene.view, scene.home)
    pieces = [inset_furniture(inset, frame), scale_furniture(frame, facts["words"], facts["language"])]
    corners, loose = choose_corners([piece for piece in pieces if piece], marks, frame)
    names = place_names(marks, scene, frame, [box for _, box in corners], sheet.palette)
    _draw_base(sheet, names.base)
    _draw_story(sheet, marks, names)
    for piece, box in corners:
        piece.draw(sheet, box[0], box[1])
    sheet.shape(
        rectangle(frame.left, frame.top, frame.width, frame.height), Pen(stroke=sheet.palette["border"]), "frame"
    )
    return ground, marks, names, loose


def _write_label(sheet: Sheet, label: Label, spot: Spot, halo: str, halo_px: float, name: str | None = None) -> None:
    left, top, right, _ = spot.box
    x = {"start": left, "end": right, "middle": (left + right) / 2}[spot.align]
    for number, line in enumerate(label.lines):
        y = top + ASCENT * label.font.size_px + number * label.font.line_px
        gid = f"{name}-{number}" if name and number else name
        sheet.words(x, y, line, label.font, label.colour, align=spot.align, halo=halo, halo_px=halo_px, name=gid)


def _draw_base(sheet: Sheet, base: Sequence[BaseName]) -> None:
    palette = sheet.palette
    for name in base:
        if name.kind == "city":
            dot = Path.circle(name.label.point, _CITY_RADIUS_PX)
            sheet.shape(dot, Pen(fill=palette["land"], stroke=palette["land"], width=1.5))
            sheet.shape(dot, Pen(fill=palette["muted"]))
        halo = palette["water" if name.kind == "water" else "land"]
        _write_label(sheet, name.label, name.spot, halo, 2.0)


def _gid(kind: str, owner: Hashable) -> str:
    return f"{kind}-{owner}" if isinstance(owner, int) else f"{kind}-of-ambiguous-name"


def _draw_leader(sheet: Sheet, leader: tuple[tuple[float, float], tuple[float, float]] | None) -> None:
    if leader is not None:
        sheet.shape(Path(leader), Pen(stroke=sheet.palette["land"], width=2.5))
        sheet.shape(Path(leader), Pen(stroke=sheet.palette["muted"], width=0.9))


def _draw_story(sheet: Sheet, marks: Marks, names: Names) -> None:
    palette = sheet.palette
    for leader in [*(spot.leader for _, spot in names.story), *(badge.leader for badge in names.badges)]:
        _draw_leader(sheet, leader)
    hidden = {badge.at for badge in names.badges}
    for dot in sorted(marks.dots, key=lambda one: one.rank, reverse=True):
        if dot.point in hidden:
            continue
        colour = colour_of(dot.kind, palette, is_region=dot.is_region)
        draw_symbol(sheet, *dot.point, dot.kind, dot.belief, dot.r, colour=colour, name=_gid("place", dot.owner))
    half = badge_half_width(len(names.badges))
    colours = _colours(marks, palette)
    for badge in names.badges:
        draw_badge(sheet, badge.at, badge.number, half, colours[badge.owners[0]])
    for label, spot in names.story:
        _write_label(sheet, label, spot, palette["land"], 3.0, _gid("name", label.owner))


def _colours(marks: Marks, palette: Mapping[str, str]) -> dict[Hashable, str]:
    dots = {dot.owner: colour_of(dot.kind, palette, is_region=dot.is_region) for dot in marks.dots}
    return dots | {area.owner: colour_of(area.kind, palette) for area in marks.areas}


def _write_below(
    sheet: Sheet, scene: Scene, marks: Marks, names: Names, loose: Sequence[Furniture], frame: Frame
) -> float:
    """Write the legend, with the furniture that found no corner beside it, and the list of numbers."""
    top = frame.bottom + 10
    right, deepest = frame.right, top
    for piece in loose:
        right -= piece.width
        piece.draw(sheet, right, top)
        right, deepest = right - 16, max(deepest, top + piece.height)
    rows = legend_rows(marks, scene, frame)
    if right - frame.left < _NARROWEST_LEGEND_PX:
        right, top = frame.right, deepest + 8
    y = draw_legend(sheet, rows, frame.left, top, right - frame.left)
    if scene.shading:
        y = draw_legend(sheet, shade_rows(scene.facts), frame.left, y + 6 if rows else y, right - frame.left)
    y = max(deepest, y) + 8
    if names.badges:
        y = write_key(sheet, _key_rows(names.badges, marks, sheet.palette), frame.left, y, frame.width) + 8
    return y


def _key_rows(badges: Sequence[Badge], marks: Marks, palette: Mapping[str, str]) -> list[tuple[int, str, str]]:
    texts = {dot.owner: dot.text for dot in marks.dots} | {area.owner: area.text for area in marks.areas}
    colours = _colours(marks, palette)
    return [
        (badge.number, ", ".join(dict.fromkeys(texts[owner] for owner in badge.owners)), colours[badge.owners[0]])
        for badge in badges
    ]
