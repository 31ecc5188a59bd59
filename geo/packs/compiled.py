"""Where packs meet what compiles them: the gazetteer of all packs of places, and the boundaries of one pack."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import BrokenPackError, OwnDataError
from geo.packs.names import parse_name
from geo.packs.recipes.geonames import DumpFiles
from geo.packs.recipes.parts import Work
from geo.read.source import show_reason

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.holdings import BoundaryHolding

__all__ = ["BOUNDARIES", "Zone", "compile_places", "open_boundaries", "write_boundaries", "write_zones"]

BOUNDARIES = "boundaries"
"""The name of the folder of boundaries in a pack that has one level."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Zone:
    """An area that no administration draws.

    Parameters
    ----------
    region_id
        Its identifier: that of the place that the gazetteer has of it, or one of its own.
    name
        Its name.
    geometry
        Its polygons, degrees, OGC:CRS84.
    """

    region_id: str
    name: str
    geometry: "BaseGeometry"


def compile_places(
    dumps: Sequence[DumpFiles], folder: Path, *, base: Path, progress: Callable[[int], None]
) -> tuple[str, ...]:
    """Compile the files of all packs of places, with the bundle, into one gazetteer; give what is to be told of it.

    Parameters
    ----------
    dumps
        The files of each pack.
    folder
        Where to write.
    base
        The folder of the bundle.
    progress
        Told how many bytes more are read.
    """
    from geo.gazetteer.compile import Dump, compile_gazetteer  # noqa: PLC0415 - only who installs places pays for it

    read = [
        Dump(places=one.places, alternate_names=one.alternate_names, admin1=one.admin1, admin2=one.admin2)
        for one in dumps
    ]
    made = compile_gazetteer(read, folder, base=base, progress=progress)
    left_out = (f"{count:,} lines left out: {why}" for why, count in made.skipped.items())
    return (f"the gazetteer has {made.places:,} places, {made.added:,} more than the bundle", *left_out)


def write_boundaries(
    frame: "gpd.GeoDataFrame", work: Work, *, level: str, country: str, name: str = BOUNDARIES
) -> tuple[str, ...]:
    """Compile administrative areas into a folder of a pack; give what was wrong with them, a line each.

    Parameters
    ----------
    frame
        The areas, with their ``code`` and ``name``, and ``country`` where they lie in several.
    work
        What the pack is made with.
    level
        One of the levels of :class:`geo.boundaries.BoundarySet`.
    country
        The country that all lie in, ISO 3166-1 alpha-2; empty for several.
    name
        The name of the folder.

    Raises
    ------
    BrokenPackError
        When they are no boundaries.
    """
    from geo.boundaries import BOUNDARY_FILE, compile_boundaries  # noqa: PLC0415 - only who installs them pays for it
    from geo.boundaries.store import unpack_built  # noqa: PLC0415

    plan, folder = work.plan, work.folder / name
    try:
        compile_boundaries(
            frame,
            folder,
            level=level,
            fields={column: column for column in ("code", "name", "country") if column in frame},
            country=country,
            source=plan.source,
            version=plan.version,
            licence=plan.licence,
            name=parse_name(plan.name).slug,
        )
    except OwnDataError as error:
        message = f"the boundaries of {plan.name} cannot be used ({show_reason(error)}): they may be cut off"
        raise BrokenPackError(message) from error
    return unpack_built((folder / BOUNDARY_FILE).read_bytes(), name).faults


def write_zones(zones: Sequence[Zone], work: Work) -> tuple[str, ...]:
    """Write areas that no administration draws into a folder of a pack; give what was repaired.

    Their names are not among them: those are entries of their own, so that a lake does not win over a town of its name.

    Parameters
    ----------
    zones
        The areas.
    work
        What the pack is made with.

    Raises
    ------
    BrokenPackError
        When none of them can be drawn.
    """
    import numpy as np  # noqa: PLC0415 - only who installs boundaries pays for it

    from geo.boundaries import BOUNDARY_FILE, ZONE, BoundarySet  # noqa: PLC0415
    from geo.boundaries.build import Built  # noqa: PLC0415
    from geo.boundaries.fields import FieldMap  # noqa: PLC0415
    from geo.boundaries.repair import repair_areas  # noqa: PLC0415
    from geo.boundaries.store import pack_built  # noqa: PLC0415
    from geo.regions.packing import pack_layer  # noqa: PLC0415

    plan = work.plan
    ordered = sorted(zones, key=lambda zone: zone.region_id)
    shapes, faults = repair_areas(
        np.array([zone.geometry for zone in ordered], dtype=object), [zone.name for zone in ordered]
    )
    kept = [at for at, shape in enumerate(shapes) if shape is not None]
    if not kept:
        message = f"{plan.name} holds no area that could be drawn: it is not the file that was wanted"
        raise BrokenPackError(message)
    empty = [""] * len(kept)
    table = {
        "region_id": [ordered[at].region_id for at in kept],
        "name": [ordered[at].name for at in kept],
        "parent_id": empty,
        "geonames_id": empty,
        "country": empty,
        "is_known": ["1"] * len(kept),
    }
    layer = pack_layer(table, shapes[kept])
    one = BoundarySet(level=ZONE, layer=layer, source=plan.source, version=plan.version, licence=plan.licence)
    folder = work.folder / BOUNDARIES
    folder.mkdir()
    (folder / BOUNDARY_FILE).write_bytes(pack_built(Built(sets=(one,), fields=FieldMap(), faults=faults, notes=())))
    return faults


def open_boundaries(folder: Path, *, citation: str = "", url: str = "") -> "BoundaryHolding":
    """Give the boundaries of a pack as a holding, with the words in which their source asks to be credited."""
    from geo.boundaries import InstalledBoundaries  # noqa: PLC0415 - only who has boundaries pays for it

    return InstalledBoundaries(folder, citation=citation, url=url)
