"""geoBoundaries: the boundaries of a country, a level at a time, each under a licence of its own."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geo.errors import BrokenPackError, DownloadError
from geo.packs.addresses import address
from geo.packs.archives import extract, read_text
from geo.packs.compiled import BOUNDARIES, write_boundaries
from geo.packs.download import fetch_bytes, fetch_json, look_up
from geo.packs.model import PackPlan, WantedFile
from geo.packs.names import RELEASES, PackName, alpha2, parse_name
from geo.packs.recipes.layers import read_layer
from geo.packs.recipes.parts import Asker, Built, Work, country_name
from geo.read.source import show_name, show_reason

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["guess", "make", "plan", "plan_files"]

_LEVELS = {"ADM0": "country", "ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin3"}
_MAX_BYTES = 2_000_000_000
_FACTS = (
    "boundaryID",
    "boundaryName",
    "boundaryISO",
    "boundaryType",
    "boundaryCanonical",
    "boundaryYearRepresented",
    "boundarySource",
    "boundarySourceURL",
    "boundaryLicense",
    "licenseDetail",
    "licenseSource",
    "sourceDataUpdateDate",
    "buildDate",
    "admUnitCount",
)
_FILE = re.compile(r"geoBoundaries-([A-Z]{3})-(ADM[0-3])(-all\.zip|(?:_simplified)?\.geojson)")
_PAPER = "Runfola et al. 2020, https://doi.org/10.1371/journal.pone.0231866"
# What stands for a large file in git, and where in an address the file lies.
_POINTER = re.compile(
    rb"\Aversion https://git-lfs\.github\.com/spec/v1\s+oid sha256:([0-9a-f]{64})\s+size (\d{1,12})\s"
)
_PLACE = re.compile(r"/geoBoundaries/(?:raw/)?([^/]+)/(releaseData/.+)")
_MAX_POINTER_BYTES = 1_024


def plan(name: PackName, asker: Asker) -> PackPlan:
    """Ask what a pack takes, and under which licence it is.

    Parameters
    ----------
    name
        The name of the pack.
    asker
        Whom to ask.

    Raises
    ------
    DownloadError
        When geoBoundaries has no such layer; it names the release that has it.
    """
    told = _ask(name, name.parts[2], asker)
    if told is None:
        raise DownloadError(_say_where(name, asker), missing=True)
    url = told.get("gjDownloadURL") or told.get("simplifiedGeometryGeoJSON")
    if not isinstance(url, str) or not url:
        message = f"geoBoundaries tells no address of {name}: its answers may have changed"
        raise DownloadError(message)
    file = WantedFile(key="layer", url=url, name="layer.geojson", max_bytes=_MAX_BYTES)
    return _describe(name, told, _follow_pointer(look_up(asker.client, file), asker))


def guess(path: Path) -> PackName | None:
    """Give the pack that a file of the user's is, by the file's name; None when it is none of geoBoundaries'.

    Examples
    --------
    >>> str(guess(Path("geoBoundaries-PER-ADM2-all.zip")))
    'geoboundaries:PER:ADM2'
    """
    found = _FILE.fullmatch(path.name)
    return None if found is None else parse_name(f"geoboundaries:{found[1]}:{found[2]}")


def plan_files(name: PackName, path: Path) -> PackPlan:
    """Say what a pack is made from when the user has its file.

    Parameters
    ----------
    name
        The name of the pack.
    path
        Its GeoJSON, with ``geoBoundaries-PER-ADM3-metaData.json`` beside it if it is there, or the archive of both.

    Raises
    ------
    BrokenPackError
        When the archive is broken.
    """
    described = f"{_stem(name)}-metaData.json"
    beside = path.with_name(described)
    if path.suffix.lower() == ".zip":
        text = read_text(path, described)
    else:
        text = beside.read_text(encoding="utf-8", errors="replace") if beside.is_file() else ""
    layer = WantedFile(key="layer", url="", name=f"layer{path.suffix.lower()}", max_bytes=_MAX_BYTES, path=path)
    return _describe(name, _read_told(text, described) if text else {}, layer)


def make(work: Work) -> Built:
    """Compile a layer.

    Parameters
    ----------
    work
        What it is made with.

    Raises
    ------
    BrokenPackError
        When the file is not the layer that it should be.
    """
    name = parse_name(work.plan.name)
    country, level, _ = name.parts
    path = work.files["layer"]
    if path.suffix == ".zip":
        member = f"{_stem(name)}.geojson"
        path = work.scratch / member
        extract(work.files["layer"], {member: path})
    frame = read_layer(path, needs=("shapeName",))
    _check_country(frame, name)
    notes = write_boundaries(_name_columns(frame), work, level=_LEVELS[level], country=alpha2(country))
    return Built(sets=(BOUNDARIES,), notes=notes)


def _name_columns(frame: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """Give areas with code and name: ISO's code where all have one, else the one of the source."""
    kept = frame[["shapeName", frame.geometry.name]].rename(columns={"shapeName": "name"})
    for column in ("shapeISO", "shapeID"):
        codes = frame[column].fillna("").astype(str) if column in frame else None
        if codes is not None and codes.is_unique and codes.str.len().min() > 1:
            return kept.assign(code=codes)
    return kept.assign(code=[str(number) for number in range(1, len(frame) + 1)])


def _check_country(frame: "gpd.GeoDataFrame", name: PackName) -> None:
    """Refuse a file of another country or level, where its areas say so."""
    country, level, _ = name.parts
    for column, wanted in (("shapeGroup", country), ("shapeType", level)):
        found = set(frame[column].dropna().astype(str)) if column in frame else set()
        if found and wanted not in found:
            message = f"the file of {name} holds {show_name(min(found))} and not {wanted}: give the file of {name}"
            raise BrokenPackError(message)


def _stem(name: PackName) -> str:
    return f"geoBoundaries-{name.parts[0]}-{name.parts[1]}"


def _ask(name: PackName, release: str, asker: Asker) -> dict[str, Any] | None:
    """Give what geoBoundaries tells of a layer in a release; None when the release lacks it."""
    country, level, _ = name.parts
    url = address("geoboundaries layer", asker.bases, release=release, country=country, level=level)
    try:
        told = fetch_json(asker.client, url)
    except DownloadError as error:
        if error.missing:
            return None
        raise
    if isinstance(told, list):
        told = told[0] if told else None
    return told if isinstance(told, dict) else None


def _say_where(name: PackName, asker: Asker) -> str:
    """Say which other release has a layer, and which levels the country has."""
    country, level, release = name.parts
    where = country_name(alpha2(country))
    there = [other for other in RELEASES if other != release and _ask(name, other, asker) is not None]
    if there:
        other = PackName(source=name.source, parts=(country, level, there[0]))
        return f"{release} of geoBoundaries has no {level} of {where}, but {there[0]} has: install {other}"
    return f"no release of geoBoundaries has {level} of {where}: try a level above it, such as ADM1"


def _follow_pointer(file: WantedFile, asker: Asker) -> WantedFile:
    """Give the file that a pointer of git's stands for: it tells size and checksum too."""
    if file.size is None or file.size > _MAX_POINTER_BYTES:
        return file
    text = fetch_bytes(asker.client, file.url)
    pointer, place = _POINTER.search(text), _PLACE.search(urlsplit(file.url).path)
    if pointer is None or place is None:
        return file
    url = address("geoboundaries media", asker.bases, commit=place[1], path=place[2])
    found = look_up(asker.client, replace(file, url=url))
    return replace(found, size=int(pointer[2]), sha256=pointer[1].decode("ascii"))


def _read_told(text: str, called: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{called!r} is no JSON ({show_reason(error)}): remove it, or download it again"
        raise BrokenPackError(message) from error
    return told if isinstance(told, dict) else {}


def _describe(name: PackName, told: Mapping[str, Any], file: WantedFile) -> PackPlan:
    country, level, release = name.parts
    facts = {key: " ".join(str(told[key]).split()) for key in _FACTS if told.get(key) not in {None, "", "nan"}}
    year, source = facts.get("boundaryYearRepresented", ""), facts.get("boundarySource", "")
    licence = facts.get("boundaryLicense", "") or "not stated: see www.geoboundaries.org"
    by = f" ({source})" if source else ""
    return PackPlan(
        name=str(name),
        title=f"Boundaries of {country_name(alpha2(country))}, {level}",
        source=f"geoBoundaries {release}",
        version=", ".join(part for part in (year, facts.get("boundaryID", "")) if part),
        licence=licence,
        citation=f"geoBoundaries (www.geoboundaries.org), {_PAPER}{by}, {licence}",
        url="https://www.geoboundaries.org/",
        covers=f"{country_name(alpha2(country))}: {facts.get('admUnitCount', 'all')} areas of the level {level}",
        facts=tuple(facts.items()),
        files=(file,),
    )
