"""Names that packs bring: a file of them, and the holding that reads it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import DataPackError
from geo.gazetteer.entries import GazetteerEntry
from geo.lonlat import LonLat

if TYPE_CHECKING:
    from geo.report import Source

__all__ = ["ENTRIES", "InstalledNames", "write_entries"]

ENTRIES = "names.jsonl"
"""The name of the file of names in the folder of a pack."""


def write_entries(entries: Iterable[GazetteerEntry], path: Path) -> int:
    """Write names, one a line; give how many.

    Parameters
    ----------
    entries
        The names.
    path
        Where to write them.
    """
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for count, entry in enumerate(entries, start=1):  # noqa: B007 - it is given back
            stream.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledNames:
    """The names of an installed pack, as a holding.

    Parameters
    ----------
    path
        The file of names.
    stamp
        Its size in bytes and when it was written, in nanoseconds: what tells one installation from another.
    source, attribution, url, licence, version
        Whom to credit, in which words, where that is, how it may be used, and which edition it is.
    """

    path: Path
    stamp: tuple[int, int]
    source: str
    attribution: str
    url: str
    licence: str
    version: str = ""

    def gazetteer_entries(self) -> tuple[GazetteerEntry, ...]:
        """Give the names.

        Raises
        ------
        DataPackError
            When the file cannot be read.
        """
        return _read(self.path, self.stamp)

    def credits(self) -> "tuple[Source, ...]":
        """Give the source to credit."""
        from geo.report import Source  # noqa: PLC0415 - it brings shapely, which a look at the manifest does without

        return (
            Source(
                name=self.source, attribution=self.attribution, url=self.url, licence=self.licence, version=self.version
            ),
        )


@lru_cache(maxsize=8)
def _read(path: Path, stamp: tuple[int, int]) -> tuple[GazetteerEntry, ...]:
    del stamp  # another stamp is another file
    try:
        with path.open(encoding="utf-8") as stream:
            return tuple(_parse(json.loads(line)) for line in stream)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{str(path)!r} is damaged: run 'dateline data update', or remove the pack and install it again"
        raise DataPackError(message) from error


def _parse(row: dict[str, Any]) -> GazetteerEntry:
    names = tuple((str(kind), str(name)) for kind, name in row["names"])
    return GazetteerEntry(**row | {"lonlat": LonLat(**row["lonlat"]), "names": names})
