"""A report that shows itself in a notebook: as its page where script may run, as a picture where it may not."""

import base64
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from geo.holdings import Holdings, current_holdings, use_holdings
from geo.report import Report
from maps.names import chain_of
from maps.options import MapOptions
from maps.tables.words import show_words
from maps.words import choose_title

__all__ = ["ReportMap"]

_HEIGHT_PX = 680
_DPI = 96
_WIDTH = 120
_KINDS = ("text/html", "image/png", "text/plain")


@dataclass(frozen=True, slots=True, repr=False)
class ReportMap:
    """A report that Jupyter, Quarto and their like show as a map.

    Parameters
    ----------
    report
        The report.
    options
        How it is to be drawn.
    holdings
        The data that it is drawn with; those in force where this is made, though it may be shown elsewhere and later.

    Notes
    -----
    The page stands in a frame of its own, so that no style and no script crosses. JupyterLab takes the frame out of a
    notebook that is not trusted, and the picture that it covers is seen instead; what shows no HTML at all, such as a
    PDF, takes the picture alone, and a terminal the list of places.

    Examples
    --------
    >>> ReportMap(Report(title="Lima", documents=(), entries=()))
    Lima
    """

    report: Report
    options: MapOptions = field(default_factory=MapOptions)
    holdings: Holdings = field(default_factory=current_holdings)

    def __repr__(self) -> str:
        """Give the title and a line a place, as text."""
        lines = [self._title]
        lines += [", ".join(chain_of(entry.place)) for entry in self.report.entries]
        lines += [f"{unplaced.name}: {unplaced.status}" for unplaced in self.report.unplaced]
        return "\n".join(show_words(line, _WIDTH) for line in lines)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Give all that a notebook may choose from, or what of it is asked for."""
        wanted = (set(_KINDS) if include is None else set(include)) - set(exclude or ())
        with use_holdings(self.holdings):
            return self._forms(wanted)

    def _forms(self, wanted: Collection[str]) -> dict[str, str]:
        seen = "text/html" in wanted or "image/png" in wanted
        picture = base64.b64encode(self._picture()).decode("ascii") if seen else ""
        make: dict[str, Callable[[], str]] = {
            "text/html": lambda: self._html(picture),
            "image/png": lambda: picture,
            "text/plain": lambda: repr(self),
        }
        return {kind: make[kind]() for kind in _KINDS if kind in wanted}

    def _repr_html_(self) -> str:
        """Give the page in a frame over its picture."""
        return self._repr_mimebundle_(include={"text/html"})["text/html"]

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the report to a file of any kind that :func:`maps.write_map` knows.

        Parameters
        ----------
        path
            The file; the ending of its name says what kind.
        """
        from maps.drawing import write_map  # noqa: PLC0415 - a notebook may only want to look

        with use_holdings(self.holdings):
            return write_map(self.report, path, self.options)

    @property
    def _title(self) -> str:
        return choose_title(self.report, self.options)

    def _picture(self) -> bytes:
        from maps.picture import draw_picture  # noqa: PLC0415 - matplotlib takes half a second

        return draw_picture(self.report, replace(self.options, dpi=_DPI), "png")

    def _html(self, picture: str) -> str:
        """Give the frame and, where it would be, the picture that it covers; a sanitiser leaves the picture alone."""
        from maps.drawing import draw_map  # noqa: PLC0415 - as above
        from maps.embed import RIGHTS, escape_attribute  # noqa: PLC0415

        page = escape_attribute(draw_map(self.report, replace(self.options, embedded=True)))
        name = escape_attribute(self._title)
        return (
            f'<div style="position:relative;min-height:{_HEIGHT_PX}px">'
            f'<img src="data:image/png;base64,{picture}" alt="{name}" '
            f'style="display:block;max-width:100%;max-height:{_HEIGHT_PX}px">'
            f'<iframe srcdoc="{page}" title="{name}" sandbox="{RIGHTS}" style="position:absolute;top:0;left:0;'
            f'width:100%;height:{_HEIGHT_PX}px;border:0;background:#fff"></iframe></div>'
        )
