"""GeoNames: the places of a country, or of the world, with their names in all languages."""

import datetime as dt
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import DownloadError
from geo.packs.addresses import address
from geo.packs.archives import extract, member_names
from geo.packs.download import look_up
from geo.packs.model import PackPlan, WantedFile
from geo.packs.names import PackName, parse_name
from geo.packs.recipes.parts import Asker, Built, Work, country_name, read_date

__all__ = ["WORLD", "DumpFiles", "guess", "make", "plan", "plan_files", "unpack"]

WORLD = "all"
"""What stands for a country in the name of the pack of the whole world."""

_MAX_BYTES = 3_000_000_000
_MAX_TEXT_BYTES = 50_000_000
_ADMIN = {"admin1": "admin1CodesASCII.txt", "admin2": "admin2Codes.txt"}
_FILE = re.compile(r"([A-Z]{2}|allCountries)\.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpFiles:
    """The unpacked files of a pack; None for one that it goes without.

    Parameters
    ----------
    places, alternate_names, admin1, admin2
        As :class:`geo.gazetteer.compile.Dump` has them.
    """

    places: Path
    alternate_names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None


def plan(name: PackName, asker: Asker) -> PackPlan:
    """Ask what a pack takes.

    Parameters
    ----------
    name
        The name of the pack.
    asker
        Whom to ask.

    Raises
    ------
    DownloadError
        When GeoNames has no such file, or cannot be reached.
    """
    stem = _stem(name)
    names = "geonames names of the world" if _is_world(name) else "geonames names of a country"
    addresses = {
        "places": address("geonames places", asker.bases, file=stem),
        "names": address(names, asker.bases, file=stem),
        **{key: address(f"geonames {key}", asker.bases) for key in _ADMIN},
    }
    files, notes = [], []
    for key, url in addresses.items():
        try:
            files.append(look_up(asker.client, _wanted(key, name, url=url)))
        except DownloadError as error:
            if key == "places" or not error.missing:
                raise
            notes.append(f"{error}: {name} goes without it")
    return _describe(name, tuple(files), version=read_date(files[0].last_modified), notes=tuple(notes))


def guess(path: Path) -> PackName | None:
    """Give the pack that a file of the user's is, by the file's name; None when it is none of GeoNames'.

    Examples
    --------
    >>> str(guess(Path("downloads/PE.zip")))
    'geonames:PE'
    """
    found = _FILE.fullmatch(path.name)
    if found is None:
        return None
    return parse_name(f"geonames:{WORLD if found[1] == 'allCountries' else found[1]}")


def plan_files(name: PackName, path: Path) -> PackPlan:
    """Say what a pack is made from when the user has its archive, and the other files beside it.

    Parameters
    ----------
    name
        The name of the pack.
    path
        Its ``PE.zip``. Beside it may lie ``admin1CodesASCII.txt``, ``admin2Codes.txt`` and the archive of names:
        ``alternatenames/PE.zip``, or ``alternateNamesV2.zip`` for the world.
    """
    names = "alternateNamesV2.zip" if _is_world(name) else f"alternatenames/{_stem(name)}.zip"
    beside = {"names": path.parent / names} | {key: path.parent / file for key, file in _ADMIN.items()}
    there = {"places": path} | {key: other for key, other in beside.items() if other.is_file()}
    notes = tuple(f"no {str(beside[key])!r}: {name} goes without it" for key in beside if key not in there)
    files = tuple(_wanted(key, name, path=other) for key, other in there.items())
    return _describe(name, files, version=_date_in(path), notes=notes)


def make(work: Work) -> Built:
    """Keep the archives, which are sound: those of all packs are compiled into one gazetteer.

    Parameters
    ----------
    work
        What it is made with.
    """
    for key, path in work.files.items():
        if key not in _ADMIN:
            member_names(path)
    return Built(keeps=True)


def unpack(name: PackName, files: Mapping[str, Path], scratch: Path) -> DumpFiles:
    """Unpack the files of a pack.

    Parameters
    ----------
    name
        The name of the pack.
    files
        Its files by their key.
    scratch
        Where to unpack them.

    Raises
    ------
    BrokenPackError
        When an archive is broken, or is not GeoNames'.
    """
    stem = _stem(name)
    # Named as in the archive, since errors name the file and the line.
    places = scratch / f"{stem}.txt"
    extract(files["places"], {f"{stem}.txt": places})
    alternate_names = None
    if "names" in files:
        member = "alternateNamesV2.txt" if _is_world(name) else f"{stem}.txt"
        alternate_names = scratch / (member if _is_world(name) else f"alternatenames-{member}")
        extract(files["names"], {member: alternate_names})
    return DumpFiles(
        places=places, alternate_names=alternate_names, admin1=files.get("admin1"), admin2=files.get("admin2")
    )


def _stem(name: PackName) -> str:
    return "allCountries" if _is_world(name) else name.parts[0]


def _is_world(name: PackName) -> bool:
    return name.parts[0] == WORLD


def _wanted(key: str, name: PackName, *, url: str = "", path: Path | None = None) -> WantedFile:
    stem = _stem(name)
    called = {"places": f"{stem}.zip", "names": f"{stem}-names.zip", **_ADMIN}[key]
    limit = _MAX_TEXT_BYTES if key in _ADMIN else _MAX_BYTES
    return WantedFile(key=key, url=url, name=called, max_bytes=limit, path=path)


def _date_in(archive: Path) -> str:
    """Give the day on which an archive's first member was written; empty when that cannot be read."""
    try:
        with zipfile.ZipFile(archive) as opened:
            year, month, day, *_ = opened.infolist()[0].date_time
        return dt.date(year, month, day).isoformat()
    except (zipfile.BadZipFile, OSError, ValueError, IndexError, NotImplementedError):
        return ""


def _describe(name: PackName, files: tuple[WantedFile, ...], *, version: str, notes: tuple[str, ...]) -> PackPlan:
    where = "the world" if _is_world(name) else country_name(name.parts[0])
    return PackPlan(
        name=str(name),
        title=f"Places of {where}",
        source="GeoNames",
        version=version,
        licence="CC BY 4.0",
        citation=f"GeoNames (geonames.org), CC BY 4.0{f', {version}' if version else ''}, changed",
        url="https://www.geonames.org/",
        covers=f"{where}: places, subdivisions, waters and mountains, with their names in many languages",
        files=files,
        notes=notes,
    )
