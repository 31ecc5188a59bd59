"""Words from files, as a line for the terminal can hold them."""

from collections.abc import Sequence

__all__ = ["list_some", "plain", "slug"]

_MOST_SHOWN = 5
_LONGEST = 60


def plain(text: str) -> str:
    r"""Give a text without control characters, cut to the length of a name.

    Examples
    --------
    >>> plain("Zona\x1b[31m Roja\n")
    'Zona[31m Roja'
    """
    shown = "".join(char for char in " ".join(text.split()) if char.isprintable())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def list_some(names: Sequence[str]) -> str:
    """Give how many names there are and the first of them.

    Examples
    --------
    >>> list_some(["a", "b"]), list_some([str(n) for n in range(1200)])
    ('a, b', '0, 1, 2, 3, 4 and 1,195 more')
    """
    shown = ", ".join(plain(name) or "one without a name" for name in names[:_MOST_SHOWN])
    more = len(names) - _MOST_SHOWN
    return f"{shown} and {more:,} more" if more > 0 else shown


def slug(text: str) -> str:
    """Give a text as a part of an identifier: lower case, letters and digits of any script, hyphens.

    Examples
    --------
    >>> slug("Zona de Emergencia N.º 3")
    'zona-de-emergencia-no-3'
    """
    from geo.gazetteer.names import fold  # noqa: PLC0415 - a command that only lists layers needs no gazetteer

    kept = "".join(char if char.isalnum() else " " for char in fold(text))
    return "-".join(kept.split())
