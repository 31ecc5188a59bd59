"""What the settings come to: how a map is drawn, and which data is in force."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from geo.holdings import Holdings, use_holdings
from maps.options import MapOptions
from maps.settings.records import BoundaryFile, GazetteerFile

if TYPE_CHECKING:
    from geo.boundaries import OwnBoundaries
    from geo.gazetteer.own import OwnGazetteer
    from maps.settings.model import Settings

__all__ = ["MoreData", "map_options", "open_holdings"]

_OPTIONS = {
    "title": "title",
    "language": "language",
    "with_text": "text",
    "theme": "theme",
    "borders": "borders",
    "shade": "shade",
    "width_px": "width",
    "dpi": "dpi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreData:
    """Data that one call names beside that of the configuration; it counts first.

    Parameters
    ----------
    regions
        Folders of named regions, or files.
    gazetteers, boundaries
        Files of one's own.
    bundle_only
        Whether nothing else counts but the bundle: no data packs, and nothing that the configuration lists.
    """

    regions: tuple[Path, ...] = ()
    gazetteers: tuple[GazetteerFile, ...] = ()
    boundaries: tuple[BoundaryFile, ...] = ()
    bundle_only: bool = False


def map_options(settings: "Settings") -> MapOptions:
    """Give how maps are drawn.

    Parameters
    ----------
    settings
        The settings.
    """
    values: dict[str, Any] = {option: settings[f"map.{key}"] for option, key in _OPTIONS.items()}
    return MapOptions(**values)


def open_holdings(settings: "Settings", more: MoreData | None = None) -> Holdings:
    """Give the data in force: what a call names, then what the configuration lists, then the installed packs.

    Parameters
    ----------
    settings
        The settings.
    more
        What the call names; None for nothing.

    Raises
    ------
    DatelineError
        When some of it cannot be opened.
    """
    wanted = more or MoreData()
    cache = settings.found["cache.folder"]
    # What the environment says of it is heard without holdings too, and makes none of their own of the bundle.
    packs = Holdings(cache=str(cache.value) if cache.layer in {"user", "project"} else None)
    if not wanted.bundle_only:
        wanted = replace(
            wanted,
            regions=(*wanted.regions, *cast("Sequence[Path]", settings["data.regions"])),
            gazetteers=(*wanted.gazetteers, *cast("Sequence[GazetteerFile]", settings["data.gazetteers"])),
            boundaries=(*wanted.boundaries, *cast("Sequence[BoundaryFile]", settings["data.boundaries"])),
        )
        packs = replace(_open_packs(settings), cache=packs.cache)
    # What is matched with the gazetteer is matched with the one that will be in force.
    with use_holdings(packs):
        own = _open_own(wanted)
    return replace(
        packs,
        gazetteers=(*own.gazetteers, *packs.gazetteers),
        boundaries=(*own.boundaries, *packs.boundaries),
        regions=(*own.regions, *packs.regions),
    )


def _open_packs(settings: "Settings") -> Holdings:
    folder = cast("Path", settings["data.folder"])
    if not settings["data.packs"] or not folder.is_dir():
        return Holdings()
    from geo.packs.store import installed_holdings  # noqa: PLC0415 - few have packs

    return installed_holdings(folder)


def _open_own(wanted: MoreData) -> Holdings:
    """Open each file once, though a call and the configuration name it both."""
    return Holdings(
        gazetteers=tuple(dict.fromkeys(_open_gazetteer(file) for file in wanted.gazetteers)),
        boundaries=tuple(dict.fromkeys(_open_boundaries(file) for file in wanted.boundaries)),
        regions=_open_regions(wanted.regions),
    )


def _open_gazetteer(file: GazetteerFile) -> "OwnGazetteer":
    from geo.gazetteer.own import OwnGazetteer  # noqa: PLC0415 - few have a gazetteer of their own

    return OwnGazetteer.open(
        file.file,
        mode=file.mode,
        fields=dict(file.fields),
        source=file.source,
        version=file.version,
        licence=file.licence,
    )


def _open_boundaries(file: BoundaryFile) -> "OwnBoundaries":
    from geo.boundaries import OwnBoundaries  # noqa: PLC0415 - it needs geopandas

    return OwnBoundaries.open(
        file.file,
        level=file.level,
        fields=dict(file.fields),
        source=file.source,
        version=file.version,
        licence=file.licence,
        country=file.country,
    )


def _open_regions(paths: Sequence[Path]) -> tuple[Any, ...]:
    if not paths:
        return ()
    from geo.regions.named.own import OwnRegions  # noqa: PLC0415 - few have regions of their own

    return tuple(dict.fromkeys(OwnRegions.open(path) for path in paths))
