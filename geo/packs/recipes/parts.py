"""What all recipes share: whom they ask, what they work with, and what they give."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

from geo.packs.model import PackPlan
from geo.packs.web import Client

__all__ = ["Asker", "Built", "Work", "country_name", "read_date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Whom a recipe asks.

    Parameters
    ----------
    client
        What asks.
    bases
        The address of each source.
    """

    client: Client
    bases: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a pack is made with.

    Parameters
    ----------
    plan
        What its source says of it.
    files
        The files that were fetched, by their key; those that a pack can do without may be missing.
    folder
        The folder of the pack, to be filled.
    scratch
        A folder for what is thrown away afterwards.
    kept
        A folder for what was fetched and the next run can go on with.
    client
        Asks for what is read where it lies, and is told how far all is.
    """

    plan: PackPlan
    files: Mapping[str, Path]
    folder: Path
    scratch: Path
    kept: Path
    client: Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What became of the files.

    Parameters
    ----------
    sets
        The names of the folders of boundaries.
    entries
        The name of the file of names; empty for none.
    version
        The edition that the files themselves tell; empty when they do not.
    notes
        What the user should know of it, a line each.
    keeps
        Whether the files themselves are kept, for the gazetteer to be compiled from again.
    """

    sets: tuple[str, ...] = ()
    entries: str = ""
    version: str = ""
    notes: tuple[str, ...] = ()
    keeps: bool = False


def country_name(code: str) -> str:
    """Give the English name of a country, or its code where there is none.

    Examples
    --------
    >>> country_name("PE")
    'Peru'
    """
    from babel import Locale  # noqa: PLC0415 - only who names a country pays for it

    return str(Locale("en").territories.get(code, code))


def read_date(http_date: str) -> str:
    """Give the day of a date as HTTP writes it, ISO 8601; empty when it is none.

    Examples
    --------
    >>> read_date("Sat, 28 Nov 2026 02:45:00 GMT")
    '2026-11-28'
    """
    try:
        return parsedate_to_datetime(http_date).astimezone(dt.UTC).date().isoformat()
    except (ValueError, OverflowError):
        return ""
