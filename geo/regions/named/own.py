"""Named regions of a user's own: a file, or a folder of files."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from geo.errors import RegionError
from geo.gazetteer.entries import GazetteerEntry
from geo.regions.named.checks import show_path
from geo.regions.named.definition import NamedRegion
from geo.regions.named.definition_file import read_named_region
from geo.regions.named.in_force import region_country
from geo.regions.named.shapes import region_point
from geo.report import Source
from geo.said import Said
from geo.sources import NOT_STATED

__all__ = ["OwnRegions", "region_files"]

_SUFFIX = ".toml"
_MOST_FILES = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRegions:
    """Named regions of a user's own, as :class:`geo.holdings.Holdings` holds them.

    Parameters
    ----------
    path
        The file or the folder.
    stamp
        Made of each file's name, size and time of last change: what changes makes another holding.
    regions
        The regions, in the order of their ids.
    """

    path: Path
    stamp: str
    # Path and stamp say what it is: holdings are the key of all that is kept because of them, and hashed for each.
    regions: tuple[NamedRegion, ...] = field(compare=False, repr=False)

    @classmethod
    def open(cls, path: Path) -> "OwnRegions":
        """Read the regions of a file, or of all TOML files of a folder.

        Parameters
        ----------
        path
            ``my-regions/sahel.toml``, or ``my-regions``; folders in a folder are not looked into.

        Raises
        ------
        RegionError
            When there is no such file or folder, no file in it, or a file does not define a region; with the faults of
            all files.

        Examples
        --------
        >>> from geo.resources import data_path
        >>> [region.name for region in OwnRegions.open(data_path("regions/vraem.toml")).regions]
        ['VRAEM']
        """
        paths = region_files(path)
        stamps, regions, faults = [], [], []
        for one in paths:
            try:
                stamp = one.stat()
                regions.append(read_named_region(one, certain=True))
                stamps.append((one.name, stamp.st_size, stamp.st_mtime_ns))
            except (OSError, RegionError) as error:
                faults.append(str(error))
        faults += _repeated(paths, regions) if not faults else []
        if faults:
            raise RegionError("; ".join(faults))
        ordered = sorted(regions, key=lambda region: region.region_id)
        digest = hashlib.sha256(repr(stamps).encode("utf-8", "surrogatepass")).hexdigest()
        return cls(path=path.absolute(), stamp=digest, regions=tuple(ordered))

    def named_regions(self) -> tuple[NamedRegion, ...]:
        """Give the regions, in the order of their ids."""
        return self.regions

    def gazetteer_entries(self) -> tuple[GazetteerEntry, ...]:
        """Give the names of the regions as entries of a gazetteer."""
        return tuple(_entry(region, self._source) for region in self.regions)

    def credits(self) -> tuple[Source, ...]:
        """Give the source to credit: whoever wrote the definitions."""
        return (
            Source(
                name=self._source,
                attribution=Said("Named regions of the user's own: {name}", name=self.path.name),
                url="",
                licence=NOT_STATED,
                version=max((region.date for region in self.regions), default=""),
            ),
        )

    @property
    def _source(self) -> str:
        return self.path.name


def region_files(path: Path) -> list[Path]:
    """Give the files that define regions: one, or the TOML files of a folder in the order of their names.

    Raises
    ------
    RegionError
        When there is none.

    Examples
    --------
    >>> from geo.resources import data_path
    >>> [one.name for one in region_files(data_path("regions")) if one.stem == "vraem"]
    ['vraem.toml']
    """
    shown = show_path(path)
    try:
        found = sorted(one for one in path.iterdir() if one.suffix == _SUFFIX) if path.is_dir() else [path]
        missing = not path.exists()
    except OSError as error:
        message = f"the folder {shown} cannot be read: {error.strerror}"
        raise RegionError(message) from error
    if missing:
        message = f"there is no file or folder {shown}: give a TOML file of a region, or a folder of such files"
    elif not found:
        message = f"no file in {shown} ends in {_SUFFIX}: 'dateline regions new' writes one"
    elif len(found) > _MOST_FILES:
        message = f"{shown} holds {len(found):,} regions: {_MOST_FILES:,} are the most"
    else:
        return found
    raise RegionError(message)


def _repeated(paths: list[Path], regions: list[NamedRegion]) -> list[str]:
    first: dict[str, Path] = {}
    faults = []
    for path, region in zip(paths, regions, strict=True):
        if region.region_id in first:
            other = show_path(first[region.region_id].name)
            faults.append(f"{show_path(path)} defines {region.region_id!r}, as {other} does: choose one id")
        first.setdefault(region.region_id, path)
    return faults


def _entry(region: NamedRegion, source: str) -> GazetteerEntry:
    country = region_country(region)
    return GazetteerEntry(
        entry_id=f"region:{region.region_id}",
        name=region.name,
        lonlat=region_point(region),
        feature=region.feature,
        names=tuple(
            ("short" if language == "short" else "alternate", name)
            for language, names in region.names.items()
            for name in names
        ),
        country=country,
        parent=country,
        source=source,
        wins=region.certain,
    )
