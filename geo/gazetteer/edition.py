"""Of which date the data is that a compiled gazetteer holds beside the bundle."""

from functools import lru_cache
from pathlib import Path

__all__ = ["read_edition", "write_edition"]

_FILE = "edition.txt"
_LONGEST = 40


def write_edition(folder: Path, edition: str) -> None:
    """Write of which edition the data of a gazetteer is, beside its files.

    Parameters
    ----------
    folder
        The folder of the gazetteer.
    edition
        A date or a number.
    """
    (folder / _FILE).write_text(f"{edition}\n", encoding="utf-8")


@lru_cache(maxsize=8)
def read_edition(folder: Path) -> str:
    """Give of which edition the data of a gazetteer is; empty when nobody said. A gazetteer's folder never changes.

    Parameters
    ----------
    folder
        The folder of the gazetteer.

    Examples
    --------
    >>> read_edition(Path("no such folder"))
    ''
    """
    try:
        return " ".join((folder / _FILE).read_text(encoding="utf-8").split())[:_LONGEST]
    except (OSError, ValueError):
        return ""
