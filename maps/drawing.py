"""Drawing: a report goes in, a page, a picture or a file for other programs comes out."""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from geo.report import Report
from maps.files import write_whole
from maps.formats import WRITERS, known_suffix
from maps.options import MapOptions

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["draw_map", "render_map", "write_map"]


def draw_map(report: Report, options: MapOptions | None = None) -> str:
    """Give the page of a report: its map, its text and its tables in one HTML file that works offline.

    Parameters
    ----------
    report
        The report.
    options
        How the page is to be; None for the usual.

    Returns
    -------
    str
        HTML, the same for the same input; it loads nothing when it is opened.

    Raises
    ------
    GazetteerError
        When the installation lacks the data of the basemap.
    """
    from maps.page.draw import draw_page  # noqa: PLC0415 - who draws a picture needs no folium

    return draw_page(report, options or MapOptions())


def render_map(report: Report, suffix: str, options: MapOptions | None = None) -> bytes:
    """Give the content of a file that shows a report.

    Parameters
    ----------
    report
        The report.
    suffix
        The ending of the file's name, one of :data:`WRITERS`: ``".html"``.
    options
        How it is to be drawn; None for the usual.

    Raises
    ------
    RenderError
        When there is no such kind of file.
    """
    module, _, function = WRITERS[known_suffix(suffix)].partition(":")
    write: Callable[[Report, MapOptions], str | bytes] = getattr(import_module(module), function)
    content = write(report, options or MapOptions())
    return content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content


def write_map(report: Report, path: str | os.PathLike[str], options: MapOptions | None = None) -> Path:
    """Write a report to a file, which is replaced whole or not at all; the ending of its name says what kind.

    Parameters
    ----------
    report
        The report.
    path
        The file to write; its name ends in one of :data:`WRITERS`.
    options
        How it is to be drawn; None for the usual.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    RenderError
        When the file cannot be written, or there is no such kind of file.
    """
    return write_whole(render_map(report, known_suffix(path), options), path)
