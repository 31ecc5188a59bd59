"""The legend: what is on this map and nothing else, with the page's own symbols and words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from matplotlib.path import Path

from maps.picture.frame import Frame
from maps.picture.lettering import Font, measure, wrap
from maps.picture.marks import Marks
from maps.picture.scene import Scene
from maps.picture.sheet import Pen, Sheet
from maps.picture.symbols import area_pen, colour_of, disputed_pen, draw_swatch, draw_symbol, rectangle
from maps.plain import clean

__all__ = ["LegendRow", "draw_legend", "legend_rows", "shade_rows"]

_FONT = Font(size_px=12.5)
_SYMBOL_PX, _GAP_PX, _BETWEEN_PX, _LINE_PX = 24.0, 7.0, 22.0, 17.0
_WIDEST_PX = 440.0
_LONGEST_NOTE = 80

Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """A symbol with its words, or words alone: the heading of what follows.

    Parameters
    ----------
    draw
        Draws the symbol about a point; None for a heading.
    text
        What it means.
    """

    draw: Draw | None
    text: str

    @property
    def indent(self) -> float:
        """How far from its left edge its words begin, pixels."""
        return _SYMBOL_PX + _GAP_PX if self.draw else 0.0


def _dot(kind: str, belief: str, *, is_region: bool = False) -> Draw:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        colour = colour_of(kind, sheet.palette, is_region=is_region)
        draw_symbol(sheet, x, y, kind, belief, 5.0 if kind == "square" else 5.5, colour=colour)

    return draw


def _swatch(kind: str) -> Draw:
    return lambda sheet, x, y: draw_swatch(sheet, x, y, area_pen(kind, sheet.palette, approximate=False))


def _dashes(kind: str) -> Draw:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        pen = area_pen(kind, sheet.palette, approximate=True)
        sheet.shape(Path([(x - 12, y), (x + 12, y)]), Pen(stroke=pen.stroke, width=pen.width, dash=pen.dash))

    return draw


def _disputed_line(sheet: Sheet, x: float, y: float) -> None:
    sheet.shape(Path([(x - 12, y), (x + 12, y)]), disputed_pen(sheet.palette))


def _patch(shade: int) -> Draw:
    return lambda sheet, x, y: sheet.shape(
        rectangle(x - 10, y - 6, 20, 12), Pen(fill=sheet.palette[f"shade-{shade}"], stroke=sheet.palette["border"])
    )


def legend_rows(marks: Marks, scene: Scene, frame: Frame) -> list[LegendRow]:
    """Give the rows of the legend: the kinds, then what lines and fillings say.

    Parameters
    ----------
    marks
        What is on the map.
    scene
        What the picture shows.
    frame
        The frame of the map.
    """
    places, words = scene.facts["places"], scene.facts["words"]
    dots = [dot for dot in marks.dots if dot.belief != "ambiguous"]
    kinds = {dot.kind for dot in dots} | {area.kind for area in marks.areas}
    vague = [area for area in marks.areas if places[area.owner]["approximate"]]
    spots = any(dot.kind == "town" and places[dot.owner]["feature"] != "populated place" for dot in dots)
    square = any(dot.kind == "square" and not dot.is_region for dot in dots)
    rows = [
        ("town" in kinds, _dot("town", "sure"), words["legend_spot" if spots else "legend_town"]),
        ("nature" in kinds, _dot("nature", "sure"), words["legend_nature"]),
        ("square" in kinds, _dot("square", "sure", is_region=not square), words["legend_square"]),
        ("area" in kinds, _swatch("area"), words["legend_area"]),
        ("region" in kinds, _swatch("region"), words["legend_region"]),
        (
            bool(vague),
            _dashes("region" if any(area.kind == "region" for area in vague) else "area"),
            _approximation([places[area.owner]["note"] for area in vague]) or words["legend_approximate"],
        ),
        (any(dot.belief == "unsure" for dot in dots), _dot("town", "unsure"), words["legend_unsure"]),
        (len(dots) < len(marks.dots), _dot("town", "ambiguous"), words["legend_contender"]),
        (_shows_disputed(scene, frame), _disputed_line, words["legend_disputed"]),
    ]
    return [LegendRow(draw=draw, text=text) for is_used, draw, text in rows if is_used]


def _shows_disputed(scene: Scene, frame: Frame) -> bool:
    box = shapely.box(*frame.edges)
    lines = [*scene.basemap.disputed, *scene.basemap.far_disputed]
    return any(frame.shape_to_px(line).intersects(box) for line in lines)


def shade_rows(facts: Mapping[str, Any]) -> list[LegendRow]:
    """Give the rows for shaded areas: what is counted, then each shade with its counts.

    Parameters
    ----------
    facts
        The words of the report; ``shading`` is not None.
    """
    shading = facts["shading"]
    rows = [LegendRow(draw=_patch(shade), text=label) for shade, label in enumerate(shading["labels"])]
    heading = facts["words"][f"shaded_{shading['level']}"]
    return [LegendRow(draw=None, text=f"{heading}:"), *rows]


def _approximation(notes: Sequence[str]) -> str:
    """Give how approximate areas were made, where one short clause says it of all of them."""
    clauses = {note.replace(";", ".").split(". ")[0].rstrip(".") for note in notes}
    (clause,) = clauses if len(clauses) == 1 else ("",)
    return clause if len(clause) <= _LONGEST_NOTE else ""


def draw_legend(sheet: Sheet, rows: Sequence[LegendRow], left: float, top: float, width: float) -> float:
    """Write the legend in rows from left to right.

    Parameters
    ----------
    sheet
        What to draw on.
    rows
        Its rows.
    left, top, width
        Where, pixels.

    Returns
    -------
    float
        Where it ends, pixels.
    """
    x, y, deepest = left, top, 0
    widest = min(_WIDEST_PX, width - _SYMBOL_PX - _GAP_PX)
    for row in rows:
        lines = wrap(clean(row.text), _FONT, widest)
        taken = row.indent + max(measure(line, _FONT) for line in lines)
        if x > left and x + taken > left + width:
            x, y, deepest = left, y + deepest * _LINE_PX + 5, 0
        if row.draw:
            row.draw(sheet, x + _SYMBOL_PX / 2, y + _LINE_PX / 2)
        for number, line in enumerate(lines):
            base = y + (number + 0.5) * _LINE_PX + 0.36 * _FONT.size_px
            sheet.words(x + row.indent, base, line, _FONT, sheet.palette["ink"])
        x, deepest = x + taken + _BETWEEN_PX, max(deepest, len(lines))
    return y + deepest * _LINE_PX
