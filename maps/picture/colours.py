"""The colours of a picture: the page's own, read from its style sheet, so that the two never differ."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from maps.options import Theme

__all__ = ["read_palette"]

_BLOCK = re.compile(r":root\s*\{([^}]*)\}")
_ROLE = re.compile(r"--([\w-]+):\s*([^;]+);")


@cache
def read_palette(theme: Theme) -> Mapping[str, str]:
    """Give the colours and strengths of a theme by their role on the page.

    Parameters
    ----------
    theme
        ``"light"`` or ``"dark"``; ``"auto"`` is light, since paper does not tell which it is.

    Returns
    -------
    Mapping of str to str
        ``"land"`` to ``"#f7f4ee"``, ``"area-fill"`` to ``"0.1"`` and so on.

    Examples
    --------
    >>> read_palette("light")["town"], read_palette("dark")["town"]
    ('#b3261e', '#ff8a80')
    """
    style = files("maps.page").joinpath("assets", "page.css").read_text(encoding="utf-8")
    light, dark = _BLOCK.findall(style)[:2]
    roles = dict(_ROLE.findall(light))
    return MappingProxyType(roles | dict(_ROLE.findall(dark)) if theme == "dark" else roles)
