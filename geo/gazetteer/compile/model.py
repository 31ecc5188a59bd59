"""What goes into a compilation and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["CompiledGazetteer", "Dump"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The files of one dump of GeoNames, unpacked, UTF-8, as https://download.geonames.org/export/dump describes them.

    Parameters
    ----------
    places
        ``PE.txt``, ``allCountries.txt``: 19 columns parted by tabs, no heading, no quoting.
    alternate_names
        ``alternateNamesV2.txt`` or that of a country: 10 columns (8 in older files). None takes the names of the
        fourth column of ``places``, which have no language.
    admin1, admin2
        ``admin1CodesASCII.txt`` and ``admin2Codes.txt``: 4 columns. They name first- and second-level areas by code
        where ``places`` holds no row of such an area.
    """

    places: Path
    alternate_names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of it."""
        return tuple(one for one in (self.places, self.alternate_names, self.admin1, self.admin2) if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledGazetteer:
    """What was compiled.

    Parameters
    ----------
    folder
        Where it lies.
    places
        How many places it holds, those of the bundle among them.
    added
        How many of them the bundle does not have.
    updated
        How many places of the bundle the dumps know too.
    names
        How many different folded names it holds.
    version
        The newest modification date of a place of the dumps, ``"2026-11-27"``; empty when there is none.
    skipped
        How many lines were left out, by the reason.
    """

    folder: Path
    places: int
    added: int
    updated: int
    names: int
    version: str
    skipped: Mapping[str, int] = field(default_factory=dict)
