"""Opening the gazetteer in force, once for each holdings."""

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from geo.errors import OwnDataError
from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.extended import extend_gazetteer
from geo.gazetteer.reader import Gazetteer
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.resources import data_path

__all__ = ["open_gazetteer"]

_OWN = "own:"
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
        read = [holding.gazetteer_entries() for holding in holdings.all]
    finally:
        _reading_entries.reset(token)
    _refuse_namesakes(read)
    return [entry for entries in read for entry in entries]


def _refuse_namesakes(read: Iterable[Sequence[GazetteerEntry]]) -> None:
    """Refuse two files of one name: places of the one would be taken for those of the other."""
    files: dict[str, int] = {}
    for number, entries in enumerate(read):
        for entry in entries:
            file, parted, _ = entry.entry_id.partition("/")
            if parted and file.startswith(_OWN) and files.setdefault(file, number) != number:
                called = file.removeprefix(_OWN)
                message = f"two gazetteers of your own are called {called!r}: rename one, or leave one out"
                raise OwnDataError(message)
