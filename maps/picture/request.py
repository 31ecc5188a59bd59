"""What may be asked of a picture: which forms there are, and which sizes."""

from typing import Literal

from geo.errors import ConfigurationError
from maps.options import MapOptions

__all__ = ["PX_PER_INCH", "Form", "check_request", "check_sides"]

Form = Literal["png", "svg", "pdf"]
"""The kinds of pictures."""
PX_PER_INCH = 96
"""Pixels of CSS an inch."""

_LEAST_PX, _MOST_PX = 200, 10_000
_LEAST_DPI, _MOST_DPI = 48, 1200
_MOST_SIDE = 60_000
_MOST_DOTS = 150_000_000


def check_request(options: MapOptions, form: Form) -> None:
    """Refuse a form that there is not, and a size that nobody could open.

    Parameters
    ----------
    options
        How a picture is to be drawn.
    form
        ``"png"``, ``"svg"`` or ``"pdf"``.

    Raises
    ------
    ConfigurationError
        When there is no such picture.
    """
    if form not in {"png", "svg", "pdf"}:
        message = f"there is no picture of the form {form!r}: give png, svg or pdf"
        raise ConfigurationError(message)
    if not _LEAST_PX <= options.width_px <= _MOST_PX:
        message = f"a picture cannot be {options.width_px} pixels wide: give a width of {_LEAST_PX} to {_MOST_PX}"
        raise ConfigurationError(message)
    if not _LEAST_DPI <= options.dpi <= _MOST_DPI:
        message = f"a picture cannot have {options.dpi} dots an inch: give {_LEAST_DPI} to {_MOST_DPI}"
        raise ConfigurationError(message)
    if form == "png":
        check_sides(options.width_px, options.width_px / 2, options)


def check_sides(width: float, height: float, options: MapOptions) -> None:
    """Refuse a picture of more dots than programs open.

    Parameters
    ----------
    width, height
        Its sides in pixels.
    options
        How many dots an inch it has.

    Raises
    ------
    ConfigurationError
        When it has more.
    """
    wide, high = (round(side * options.dpi / PX_PER_INCH) for side in (width, height))
    if max(wide, high) > _MOST_SIDE or wide * high > _MOST_DOTS:
        message = (
            f"a picture of {wide:,} by {high:,} dots is more than programs open: give a smaller --width or --dpi, "
            "or write SVG or PDF, which have no dots"
        )
        raise ConfigurationError(message)
