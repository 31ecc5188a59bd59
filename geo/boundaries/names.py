"""What boundaries bring beside polygons: names that the gazetteer lacks, and sources to credit."""

from collections.abc import Iterator, Sequence

import shapely

from geo.boundaries.model import ZONE, BoundarySet
from geo.gazetteer.entries import GazetteerEntry
from geo.lonlat import LonLat
from geo.report import Source
from geo.said import Said
from geo.sources import NOT_STATED

__all__ = ["BOUNDARY_SCHEME", "credit_sets", "entries_of"]

BOUNDARY_SCHEME = "boundary"
"""The scheme of identifiers of administrative areas that only boundaries know: ``"boundary:PE-050412"``."""


def entries_of(sets: Sequence[BoundarySet]) -> tuple[GazetteerEntry, ...]:
    """Give the zones, and the administrative areas that the gazetteer does not know, as places.

    Parameters
    ----------
    sets
        Sets of boundaries.

    Returns
    -------
    tuple of GazetteerEntry
        A zone wins over places of its name, for somebody drew it to be found; a district counts beside them.
    """
    return tuple(entry for one in sets for entry in _entries(one))


def _entries(one: BoundarySet) -> Iterator[GazetteerEntry]:
    table = one.layer.table
    wanted = [at for at, known in enumerate(table["is_known"]) if not known and table["name"][at]]
    inner = shapely.point_on_surface(one.layer.geometries(wanted))
    for at, point in zip(wanted, inner, strict=True):
        is_zone = one.level == ZONE
        region_id = table["region_id"][at]
        yield GazetteerEntry(
            entry_id=f"{ZONE if is_zone else BOUNDARY_SCHEME}:{region_id}",
            name=table["name"][at],
            lonlat=LonLat(lon=point.x, lat=point.y),
            feature="region" if is_zone else one.level,
            country=table["country"][at],
            parent=table["parent_id"][at],
            source=one.source,
            wins=is_zone,
        )


def credit_sets(sets: Sequence[BoundarySet], *, edition: str = "") -> tuple[Source, ...]:
    """Give the sources of sets of boundaries, each once, with edition and licence.

    Parameters
    ----------
    sets
        The sets.
    edition
        The edition of those that state none.
    """
    return tuple(
        dict.fromkeys(
            Source(
                name=one.source,
                attribution=Said("Boundaries: {source}", source=one.source),
                url="",
                licence=one.licence or NOT_STATED,
                version=one.version or edition,
            )
            for one in sets
        )
    )
