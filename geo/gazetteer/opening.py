"""Opening the gazetteer in force, once for each holdings."""

from collections.abc import Sequence
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.extended import extend_gazetteer
from geo.gazetteer.reader import Gazetteer
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.resources import data_path

__all__ = ["open_gazetteer"]

_reading_entries: ContextVar[bool] = ContextVar("reading_entries", default=False)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Give the gazetteer in force, opened once in a process.

    Parameters
    ----------
    path
        A folder with another gazetteer; None for that of the holdings in force, with the entries of all of them, see
        :mod:`geo.holdings`.

    Returns
    -------
    Gazetteer
        Ready for look-ups. While a holding gives its entries it is the gazetteer without any: what they are found out
        from.

    Raises
    ------
    GazetteerError
        When a file is missing or the files do not fit together.

    Examples
    --------
    >>> gazetteer = open_gazetteer()
    >>> gazetteer.name(gazetteer.rows("Perú")[0])
    'Peru'
    """
    if path is not None:
        return Gazetteer(path)
    holdings = current_holdings()
    return _base(holdings.gazetteer) if _reading_entries.get() else _held(holdings)


@lru_cache(maxsize=MOST_HELD)
def _base(folder: Path | None) -> Gazetteer:
    return Gazetteer(folder or data_path("gazetteer"))


@lru_cache(maxsize=MOST_HELD)
def _held(holdings: Holdings) -> Gazetteer:
    base = _base(holdings.gazetteer)
    entries = _entries_of(holdings)
    return extend_gazetteer(base, entries) if entries else base


def _entries_of(holdings: Holdings) -> Sequence[GazetteerEntry]:
    token = _reading_entries.set(True)
    try:
        return [entry for holding in holdings.all for entry in holding.gazetteer_entries()]
    finally:
        _reading_entries.reset(token)
