"""Symbols, as on the page: shape says kind, fill says confidence. Full is sure, half is unsure, hollow is ambiguous."""

import math
from collections.abc import Mapping

import numpy as np
from matplotlib.path import Path

from maps.picture.sheet import Pen, Sheet

__all__ = ["AREA_DASH", "area_pen", "colour_of", "disputed_pen", "draw_swatch", "draw_symbol", "radius_of", "rectangle"]

AREA_DASH = (7.0, 5.0)
"""Dash and gap of an approximate outline, pixels."""

_DISPUTED_DASH = (4.0, 3.0)
_FEW, _MANY, _HUNDREDS = (0, 5.5), (120, 4.5), (400, 3.5)
_MOST_GROWTH = 3.5
_DIAMOND = 1.25
_KIND_COLOURS = {"town": "town", "nature": "nature", "area": "area", "square": "area", "region": "region"}


def radius_of(times: int, places: int) -> float:
    """Give how large the symbol of a place is, in pixels.

    Parameters
    ----------
    times
        How often it is named.
    places
        How many places there are: symbols are smaller where there are hundreds.

    Examples
    --------
    >>> radius_of(1, 6), radius_of(1, 500)
    (5.5, 3.5)
    """
    least = max((row for row in (_FEW, _MANY, _HUNDREDS) if places > row[0]), default=_FEW)[1]
    return least + min(_MOST_GROWTH, math.sqrt(max(1, times) - 1))


def colour_of(kind: str, palette: Mapping[str, str], *, is_region: bool = False) -> str:
    """Give the colour of a kind of place.

    Parameters
    ----------
    kind
        As :func:`maps.story.kind_of` gives it, or ``"ambiguous"``.
    palette
        Colours by role.
    is_region
        Whether the place is a named region, which a square may stand for.
    """
    return palette["region" if is_region else _KIND_COLOURS.get(kind, "town")]


def rectangle(left: float, top: float, width: float, height: float) -> Path:
    """Give a rectangle.

    Parameters
    ----------
    left, top, width, height
        Pixels.
    """
    return Path(np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * (width, height) + (left, top), closed=True)


def _outline(kind: str, x: float, y: float, r: float) -> Path:
    if kind == "nature":
        return Path(np.array([[0, -1], [1, 0], [0, 1], [-1, 0], [0, -1]]) * r * _DIAMOND + (x, y), closed=True)
    if kind == "square":
        return rectangle(x - r, y - r, 2 * r, 2 * r)
    return Path.circle((x, y), r)


def _left_half(kind: str, x: float, y: float, r: float) -> Path:
    if kind == "nature":
        return Path(np.array([[0, -1], [0, 1], [-1, 0], [0, -1]]) * r * _DIAMOND + (x, y), closed=True)
    wedge = Path.wedge(90, 270)
    return Path(np.asarray(wedge.vertices) * r + (x, y), wedge.codes)


def draw_symbol(  # noqa: PLR0913 - where, what, how
    sheet: Sheet, x: float, y: float, kind: str, belief: str, r: float, *, colour: str, name: str | None = None
) -> None:
    """Draw the symbol of a place.

    Parameters
    ----------
    sheet
        What to draw on.
    x, y
        Where its middle stands, pixels.
    kind
        ``"town"``, ``"nature"`` or ``"square"``.
    belief
        ``"sure"``, ``"fairly"``, ``"unsure"`` or ``"ambiguous"``.
    r
        Its radius in pixels.
    colour
        Its colour.
    name
        The identifier in a file that has any.
    """
    land = sheet.palette["land"]
    if kind != "square" and belief in {"sure", "fairly"}:
        # The pale line lies under the filling, as wide as it shows outside of it.
        sheet.shape(_outline(kind, x, y, r), Pen(fill=land, stroke=land, width=1.5))
        sheet.shape(_outline(kind, x, y, r), Pen(fill=colour), name)
        return
    sheet.shape(_outline(kind, x, y, r), Pen(fill=land, stroke=colour, width=2), name)
    if kind != "square" and belief == "unsure":
        sheet.shape(_left_half(kind, x, y, r), Pen(fill=colour))


def area_pen(kind: str, palette: Mapping[str, str], *, approximate: bool, is_country: bool = False) -> Pen:
    """Give how an area is drawn.

    Parameters
    ----------
    kind
        ``"area"`` or ``"region"``.
    palette
        Colours by role.
    approximate
        Whether its boundary is, which a dashed line says.
    is_country
        Whether it is a country, which is tinted less.
    """
    role = "region" if kind == "region" else "area"
    return Pen(
        fill=palette[role],
        opacity=float(palette["country-fill" if is_country else f"{role}-fill"]),
        stroke=palette[role],
        width=2.0 if role == "region" else 1.5,
        dash=AREA_DASH if approximate else None,
    )


def disputed_pen(palette: Mapping[str, str]) -> Pen:
    """Give how a disputed border is drawn.

    Parameters
    ----------
    palette
        Colours by role.
    """
    return Pen(stroke=palette["disputed"], width=1.25, dash=_DISPUTED_DASH)


def draw_swatch(sheet: Sheet, x: float, y: float, pen: Pen) -> None:
    """Draw the swatch of an area in a legend, 24 by 18 pixels.

    Parameters
    ----------
    sheet
        What to draw on.
    x, y
        Its middle, pixels.
    pen
        How the area is drawn.
    """
    corners = np.array([[2, 4], [9, 2], [22, 3], [21, 14], [12, 16], [3, 14], [2, 4]]) - (12, 9) + (x, y)
    sheet.shape(Path(corners, closed=True), pen)
