"""Pictures: a report as a map for print, drawn with geopandas and matplotlib in the page's own symbols and colours.

matplotlib is imported when a picture is drawn, and not before.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from geo.report import Report
from maps.options import MapOptions
from maps.picture.request import Form, check_request

if TYPE_CHECKING:
    from maps.picture.scene import Scene

__all__ = ["Form", "draw_pdf", "draw_picture", "draw_png", "draw_scene", "draw_svg"]


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep matplotlib from telling where it keeps its list of fonts: it does so each time where it may not write."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def draw_picture(
    report: Report, options: MapOptions | None = None, form: Form = "png", *, with_words: bool = True
) -> bytes:
    """Give the map of a report as a picture.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn; None for the usual.
    form
        ``"png"``, ``"svg"`` or ``"pdf"``; in the latter two, words are words.
    with_words
        Whether title, notes and sources stand on it too, or only the map, its legend and its list of numbers.

    Returns
    -------
    bytes
        The file, the same for the same input and fonts.

    Raises
    ------
    ConfigurationError
        When nobody could open a picture of that size.
    GazetteerError
        When the installation lacks the data of the basemap.

    Examples
    --------
    >>> draw_picture(Report(title="Nothing", documents=(), entries=()), MapOptions(dpi=48))[1:4]
    b'PNG'
    """
    from maps.picture.scene import set_scene  # noqa: PLC0415 - only who draws pays for shapely and its like

    chosen = options or MapOptions()
    check_request(chosen, form)
    return draw_scene(set_scene(report, chosen), chosen, form, with_words=with_words)


def draw_scene(scene: "Scene", options: MapOptions, form: Form, *, with_words: bool = True) -> bytes:
    """Give the picture of a scene, for who needs its facts too.

    Parameters
    ----------
    scene
        What it shows, as :func:`maps.picture.scene.set_scene` gives it for these options.
    options, form, with_words
        As for :func:`draw_picture`.
    """
    with _hushed():
        from maps.picture.save import render_picture  # noqa: PLC0415 - only who draws pays for matplotlib

        return render_picture(scene, options, form, with_words=with_words)


def draw_png(report: Report, options: MapOptions) -> bytes:
    """Give the map of a report as PNG.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.
    """
    return draw_picture(report, options, "png")


def draw_svg(report: Report, options: MapOptions) -> bytes:
    """Give the map of a report as SVG, its words as text.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.
    """
    return draw_picture(report, options, "svg")


def draw_pdf(report: Report, options: MapOptions) -> bytes:
    """Give the map of a report as PDF, its words as text with their fonts.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.
    """
    return draw_picture(report, options, "pdf")
