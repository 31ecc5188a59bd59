"""The sheet that a picture is drawn on: shapes and words at pixels from its upper left corner."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke

from maps.picture.lettering import Font, show
from maps.picture.request import PX_PER_INCH
from maps.plain import clean

__all__ = ["Align", "Pen", "Sheet"]

_PT_PER_PX = 0.75

Align = Literal["start", "middle", "end"]
_ALIGNMENTS = {"start": "left", "middle": "center", "end": "right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How a shape is drawn.

    Parameters
    ----------
    fill, stroke
        Colours; ``"none"`` for none.
    width
        The width of the stroke in pixels.
    opacity
        Of the filling.
    dash
        The lengths in pixels of dash and gap; none for a solid line.
    """

    fill: str = "none"
    stroke: str = "none"
    width: float = 1.0
    opacity: float = 1.0
    dash: tuple[float, float] | None = None


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A sheet of paper; what is drawn later lies above what was drawn before.

    Parameters
    ----------
    width
        Its width in pixels; its height is set when it is finished.
    palette
        Colours by role.
    """

    width: float
    palette: Mapping[str, str]
    figure: Figure = field(init=False)
    paper: Axes = field(init=False)
    originals: dict[str, str] = field(init=False, default_factory=dict)
    _order: int = field(init=False, default=0)
    _window: Path | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Lay the paper out."""
        self.figure = Figure(figsize=(self.width / PX_PER_INCH, 1), dpi=PX_PER_INCH, facecolor=self.palette["page"])
        self.paper = self.figure.add_axes((0, 0, 1, 1), zorder=1)
        self.paper.set_axis_off()
        self.paper.set_xlim(0, self.width)

    def shape(self, path: Path, pen: Pen, name: str | None = None) -> None:
        """Draw a shape.

        Parameters
        ----------
        path
            Its outline in pixels, down from the upper left corner.
        pen
            How it is drawn.
        name
            The identifier in a file that has any; never words of others.
        """
        patch = PathPatch(
            path,
            facecolor=(pen.fill, pen.opacity) if pen.fill != "none" else "none",
            edgecolor=pen.stroke,
            linewidth=pen.width * _PT_PER_PX if pen.stroke != "none" else 0,
            linestyle=(0, tuple(length / pen.width for length in pen.dash)) if pen.dash else "solid",
            joinstyle="round",
            clip_on=self._window is not None,
            zorder=self._next(),
            gid=name,
        )
        self.paper.add_artist(patch)
        if self._window is not None:
            patch.set_clip_path(self._window, self.paper.transData)

    @contextmanager
    def clipped(self, window: Path) -> Iterator[None]:
        """Draw shapes only as far as they lie within another.

        Parameters
        ----------
        window
            What they are seen through.
        """
        self._window = window
        try:
            yield
        finally:
            self._window = None

    def words(  # noqa: PLR0913 - where, what, how
        self,
        x: float,
        y: float,
        text: str,
        font: Font,
        colour: str,
        *,
        align: Align = "start",
        halo: str | None = None,
        halo_px: float = 3.0,
        name: str | None = None,
    ) -> None:
        """Write a line of words.

        Parameters
        ----------
        x, y
            Where it starts, ends or has its middle, on its base line; pixels.
        text
            The words, of whatever kind: they are shown, never obeyed.
        font, colour
            How they are set.
        align
            What of them stands at ``x``.
        halo
            The colour of the halo around them; None for none.
        halo_px
            How wide the line is that makes the halo.
        name
            The identifier in a file that has any; never words of others.
        """
        whole = clean(text)
        shown = show(whole)
        if not shown.strip():
            return
        setting: dict[str, Any] = {
            "fontproperties": font.properties,
            "horizontalalignment": _ALIGNMENTS[align],
            "verticalalignment": "baseline",
            "parse_math": False,
            "clip_on": False,
        }
        if halo is not None:
            stroke = Stroke(linewidth=halo_px * _PT_PER_PX, foreground=halo, joinstyle="round")
            self.paper.text(x, y, shown, zorder=self._next(), path_effects=[stroke], **setting)
        order = self._next()
        gid = name or (f"words-{order}" if shown != whole else None)
        if shown != whole and gid:
            self.originals[gid] = whole
        self.paper.text(x, y, shown, color=colour, zorder=order, gid=gid, **setting)

    def finish(self, height: float) -> None:
        """Cut the sheet off below what was drawn.

        Parameters
        ----------
        height
            In pixels.
        """
        self.figure.set_size_inches(self.width / PX_PER_INCH, height / PX_PER_INCH)
        self.paper.set_ylim(height, 0)

    @property
    def has_boxes(self) -> bool:
        """Whether words were written that the fonts of this machine cannot show in full."""
        return any("□" in show(text) and "□" not in text for text in self.originals.values())

    def _next(self) -> int:
        self._order += 1
        return self._order
