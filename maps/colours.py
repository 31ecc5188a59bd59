"""The colours of maps by their role, from the page's style sheet, so that page and picture never differ."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from maps.options import Theme

__all__ = ["read_palette"]

_ROLE = re.compile(r"--([\w-]+):\s*([^;{}]+);")
_PAIR = re.compile(r"var\(--light, (.*?)\) var\(--dark, (.*)\)")


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
    style = files("maps.page").joinpath("assets", "colours.css").read_text(encoding="utf-8")
    pairs = {role: pair for role, value in _ROLE.findall(style) if (pair := _PAIR.fullmatch(value))}
    return MappingProxyType({role: pair[2 if theme == "dark" else 1] for role, pair in pairs.items()})
