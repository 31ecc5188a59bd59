"""What lies under the symbols: the basemap and the areas of the story, drawn by geopandas in the frame's projection."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.report import Entry, Report
from maps.cartography.shapes import thin_shape, wrap_shape
from maps.cartography.view import Box, View
from maps.picture.frame import Frame
from maps.picture.scene import Scene
from maps.picture.sheet import Pen, Sheet
from maps.picture.symbols import area_pen, disputed_pen
from maps.story import kind_of

__all__ = ["Ground", "draw_areas", "lay_ground", "story_areas"]

_CRS84 = "OGC:CRS84"
_PT_PER_PX = 0.75
# What is cut off at the frame is cut a little beyond it, where the cut does not show.
_BEYOND_PX = 8.0
_THIN = 0.6
_CASING_PX = 4.0

Shapes = NDArray[np.object_]


@dataclass(slots=True)
class Ground:
    """The axes in which geopandas draws, in the frame's projection.

    Parameters
    ----------
    axes
        Matplotlib's.
    frame
        The frame that they fill.
    """

    axes: Axes
    frame: Frame
    _order: int = 0

    def draw(self, shapes: Iterable[BaseGeometry], pen: Pen, name: str) -> None:
        """Draw shapes, as much of them as the frame shows.

        Parameters
        ----------
        shapes
            Areas or lines, degrees, OGC:CRS84, wrapped as the view is.
        pen
            How they are drawn; lines have a stroke alone.
        name
            The identifier in a file that has any.
        """
        self._order += 1
        seen = _cut(list(shapes), self.frame)
        if not len(seen):
            return
        colours: dict[str, Any] = {"edgecolor": pen.stroke, "facecolor": pen.fill}
        if shapely.get_dimensions(seen).max() < 2:  # noqa: PLR2004 - lines
            colours = {"color": pen.stroke}
        elif pen.fill != "none":
            colours["facecolor"] = to_hex((pen.fill, pen.opacity), keep_alpha=True)
        dash = (0, tuple(length / pen.width for length in pen.dash)) if pen.dash else "solid"
        frame = gpd.GeoSeries(seen, crs=_CRS84).to_crs(self.frame.crs)
        before = len(self.axes.collections)
        frame.plot(
            ax=self.axes, aspect=None, linewidth=pen.width * _PT_PER_PX if pen.stroke != "none" else 0,
            linestyle=dash, zorder=self._order, autolim=False, **colours,
        )  # fmt: skip
        for collection in self.axes.collections[before:]:
            collection.set(gid=name, joinstyle="round", capstyle="butt" if pen.dash else "round")

    def place(self, sheet: Sheet, height: float) -> None:
        """Put the axes where the frame stands on a finished sheet.

        Parameters
        ----------
        sheet
            The sheet.
        height
            Its height in pixels.
        """
        frame = self.frame
        self.axes.set_position(
            (
                frame.left / sheet.width,
                1 - frame.bottom / height,
                frame.width / sheet.width,
                frame.height / height,
            )
        )


def _cut(shapes: list[BaseGeometry], frame: Frame) -> Shapes:
    """Give what the frame shows of shapes, and a little beyond."""
    box, beyond = frame.box, _BEYOND_PX / frame.scale
    cut = shapely.clip_by_rect(
        np.array(shapes, dtype=object), box.west - beyond, box.south - beyond, box.east + beyond, box.north + beyond
    )
    seen: Shapes = cut[~shapely.is_empty(cut)]
    return seen


def lay_ground(sheet: Sheet, frame: Frame, scene: Scene) -> Ground:
    """Draw the basemap in a frame, shaded areas on its land.

    Parameters
    ----------
    sheet
        What to draw on.
    frame
        Where.
    scene
        What lies under the story; where it is a large part of the world, lines are many and therefore thin.
    """
    palette, basemap, thin = sheet.palette, scene.basemap, _THIN if scene.view.is_wide else 1.0
    axes = sheet.figure.add_axes((0, 0, 1, 1), zorder=0, facecolor=palette["water"])
    axes.xaxis.set_visible(False)
    axes.yaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    corners = gpd.GeoSeries(_corners(frame.box), crs=_CRS84).to_crs(frame.crs)
    west, south, east, north = corners.total_bounds
    ground = Ground(axes, frame)
    land, lake = (Pen(fill=palette[role], stroke=palette[role], width=0.5) for role in ("land", "water"))
    river = Pen(stroke=palette["river"], width=thin)
    border, province = Pen(stroke=palette["border"], width=thin), Pen(stroke=palette["province"], width=0.75)
    layers: list[tuple[Iterable[BaseGeometry], Pen, str]] = [
        (basemap.far_land, land, "far-land"),
        (basemap.land, land, "land"),
        *((shapes, pen, f"shade-{shade}") for shade, (shapes, pen) in enumerate(_shades(scene, palette))),
        (basemap.lakes, lake, "lakes"),
        (basemap.rivers, river, "rivers"),
        (basemap.provinces, province, "first-level-borders"),
        (basemap.far_borders, border, "far-borders"),
        (basemap.borders, border, "borders"),
    ]
    for shapes, pen, name in layers:
        ground.draw(shapes, pen, name)
    axes.set(xlim=(west, east), ylim=(south, north))
    return ground


def _shades(scene: Scene, palette: Mapping[str, str]) -> list[tuple[list[BaseGeometry], Pen]]:
    """Give the shaded areas by their class, with how each is drawn."""
    if scene.shading is None:
        return []
    return [
        (
            [area.geometry for area in scene.shading.areas if area.shade == shade],
            Pen(fill=palette[f"shade-{shade}"], stroke=palette["land"]),
        )
        for shade in range(len(scene.shading.ranges))
    ]


def _corners(box: Box) -> list[BaseGeometry]:
    return [shapely.Point(box.west, box.south), shapely.Point(box.east, box.north)]


def story_areas(report: Report, view: View) -> dict[int, BaseGeometry]:
    """Give the outlines of a report by the number of their entry, degrees, wrapped as the view is.

    Parameters
    ----------
    report
        The report.
    view
        The first view.
    """
    return {
        number: thin_shape(wrap_shape(entry.outline.geometry, view.west), view)
        for number, entry in enumerate(report.entries)
        if entry.outline is not None and not entry.outline.geometry.is_empty
    }


def draw_areas(ground: Ground, sheet: Sheet, scene: Scene, areas: dict[int, BaseGeometry]) -> None:
    """Draw the areas of the story: administrative ones, the disputed borders above their outlines, then named regions.

    Parameters
    ----------
    ground
        Where to draw.
    sheet
        The sheet, for its colours.
    scene
        What the picture shows.
    areas
        The outlines by the number of their entry.
    """
    entries = scene.report.entries
    regions = [number for number in areas if kind_of(entries[number]) == "region"]
    for number in (number for number in areas if number not in regions):
        pen = _pen_of(entries[number], sheet.palette)
        # A tint of the story's areas would be taken for another shade.
        ground.draw([areas[number]], replace(pen, fill="none") if scene.shading else pen, f"area-{number}")
    for disputed in (scene.basemap.far_disputed, scene.basemap.disputed):
        ground.draw(disputed, Pen(stroke=sheet.palette["land"], width=_CASING_PX), "casings")
        ground.draw(disputed, disputed_pen(sheet.palette), "disputed-borders")
    for number in regions:
        ground.draw([areas[number]], _pen_of(entries[number], sheet.palette), f"area-{number}")


def _pen_of(entry: Entry, palette: Mapping[str, str]) -> Pen:
    return area_pen(
        kind_of(entry),
        palette,
        approximate=entry.outline is not None and entry.outline.approximate,
        is_country=entry.place.feature == "country",
    )
