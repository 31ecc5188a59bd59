"""A set of boundaries: polygons of one level, with what is known of where they come from."""

from dataclasses import dataclass

from geo.regions.layers import Layer

__all__ = ["ZONE", "BoundaryOptions", "BoundarySet"]

ZONE = "zone"
"""The level of areas that no administration draws: a region of one's own, with its polygon in place of members."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoundarySet:
    """Polygons of one level.

    Parameters
    ----------
    level
        ``"country"``, ``"admin1"``, ``"admin2"``, ``"admin3"`` or `ZONE`.
    layer
        The polygons, OGC:CRS84, in the order of their ids. Its table has the columns region_id, name, parent_id,
        geonames_id and country (ISO 3166-1 alpha-2); the last three are empty where that is not known.
    source, version, licence
        Where they come from, which edition (a date or a number), and how they may be used; empty when nobody said.
    approximate
        Whether they are only approximate.
    accuracy
        How they were made and how good they are, one sentence; empty when nobody said.
    covers
        Ids of the countries or regions that the set divides whole: there the bundle's regions of this level give way.
    """

    level: str
    layer: Layer
    source: str
    version: str = ""
    licence: str = ""
    approximate: bool = False
    accuracy: str = ""
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryOptions:
    """What is said of a file of boundaries beside what it says itself.

    Parameters
    ----------
    level
        ``"country"``, ``"admin1"``, ``"admin2"``, ``"admin3"`` or `ZONE`, for all its areas; empty to find out.
    fields
        Which property is what, pairs of a field (:data:`geo.boundaries.fields.ROLES`) and the property's name; for
        level, country, source and licence also the value itself. ``layer`` and ``crs`` say which layer, and in which
        coordinate reference system it is.
    source, version, licence
        Where the boundaries come from, which edition, and how they may be used.
    country
        The country of all areas, ISO 3166-1 alpha-2; empty to find out.
    """

    level: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""
    version: str = ""
    licence: str = ""
    country: str = ""
