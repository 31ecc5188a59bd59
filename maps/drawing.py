"""Drawing: a report goes in, one HTML page comes out."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.errors import RenderError
from geo.report import Report
from maps.basemap import Basemap, read_basemap
from maps.inset import draw_inset
from maps.labels import place_labels
from maps.page import assemble_page
from maps.payload import describe_report
from maps.report_map import draw_folium
from maps.view import View, choose_view

__all__ = ["draw_map", "write_map"]


def draw_map(report: Report, *, title: str | None = None) -> str:
    """Give the page of a report: its map, its text and its tables in one HTML file that works offline.

    Parameters
    ----------
    report
        The report.
    title
        The title of the page; None for the report's own.

    Returns
    -------
    str
        HTML, the same for the same input; it loads nothing when it is opened.

    Raises
    ------
    GazetteerError
        When the installation lacks the data of the basemap.
    """
    view = choose_view(report)
    basemap = read_basemap(view)
    drawn = draw_folium(report, basemap, view)
    facts = describe_report(report, title=title or report.title)
    facts["map"] = _describe_map(report, basemap, view)
    return assemble_page(facts, drawn.html, drawn.script)


def _describe_map(report: Report, basemap: Basemap, view: View) -> Mapping[str, Any]:
    """Give what the page has to know of the map besides its shapes."""
    fit = view.fit
    home = {entry.place.country for entry in report.entries if entry.place.feature != "country"}
    home = home or {entry.place.country for entry in report.entries}
    return {
        "fit": [[fit.south, fit.west], [fit.north, fit.east]],
        "west": view.west,
        "closest_zoom": view.closest_zoom,
        "inset": draw_inset(basemap.coarse, view, home),
        **place_labels(report, basemap, view),
    }


def write_map(report: Report, path: str | os.PathLike[str], *, title: str | None = None) -> Path:
    """Write the page of a report to a file, which is replaced whole or not at all.

    Parameters
    ----------
    report
        The report.
    path
        The file to write.
    title
        The title of the page; None for the report's own.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    RenderError
        When the file cannot be written.
    """
    target = Path(path)
    page = draw_map(report, title=title).encode("utf-8")
    try:
        _replace_file(target, page)
    except OSError as error:
        message = f"cannot write the map to {str(target)!r} ({error.strerror or error}): give another path with -o"
        raise RenderError(message) from error
    return target


def _replace_file(target: Path, content: bytes) -> None:
    """Write beside the target, then rename, so that no reader ever finds half a file."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(target.stat().st_mode if target.exists() else 0o666 & ~umask)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
