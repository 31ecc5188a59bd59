"""The kinds of files that a report is written to, each known by the ending of its name."""

import os
from collections.abc import Mapping
from pathlib import Path

from geo.errors import RenderError

__all__ = ["WRITERS", "known_suffix"]

WRITERS: Mapping[str, str] = {
    ".html": "maps.page.draw:draw_page",
    ".png": "maps.picture:draw_png",
    ".svg": "maps.picture:draw_svg",
    ".pdf": "maps.picture:draw_pdf",
    ".docx": "maps.word:draw_docx",
    ".geojson": "maps.tables.plain:write_geojson",
    ".gpkg": "maps.tables.gis:write_gpkg",
    ".parquet": "maps.tables.gis:write_parquet",
    ".kml": "maps.tables.kml:write_kml",
    ".csv": "maps.tables.plain:write_csv",
    ".xlsx": "maps.tables.workbook:write_workbook",
}
"""For each ending of a file name what makes its content: module and function, which takes a report and options."""


def known_suffix(path: str | os.PathLike[str]) -> str:
    """Give the ending of a file's name by which its writer is known; a name without one is a page's.

    Parameters
    ----------
    path
        The file's name or only its ending: ``"map.html"``, ``".html"``.

    Raises
    ------
    RenderError
        When there is no such kind of file.

    Examples
    --------
    >>> known_suffix("out/MAP.HTML")
    '.html'
    """
    _, dot, ending = Path(path).name.rpartition(".")
    suffix = f".{ending.lower()}" if dot else ".html"
    if suffix not in WRITERS:
        message = f"there is no kind of map that ends in {suffix!r}: give a name that ends in {', '.join(WRITERS)}"
        raise RenderError(message)
    return suffix
