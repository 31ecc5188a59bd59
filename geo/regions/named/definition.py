"""Named regions: areas that people speak of and no administration draws, defined by the units they are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.lonlat import LonLat
from geo.regions.named.members import Code

if TYPE_CHECKING:
    from geo.boundaries.model import BoundarySet

__all__ = ["WHOLE", "NamedRegion", "RegionSource", "Tier", "Zone"]

WHOLE = "whole"
"""The name of the tier of a region that has only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionSource:
    """A source of a region's definition.

    Parameters
    ----------
    name
        What it is, in words.
    year
        The year it speaks of; 0 when that is not known.
    url
        Where it was found; empty when it is not on the web.
    """

    name: str
    year: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A part of a region that sources agree on to a degree.

    Parameters
    ----------
    name
        ``"core"``, ``"wider"``; `WHOLE` for the only one.
    members
        Its members, without those of the tiers before it.
    excluded
        Parts of these members that are not in it.
    note
        What its members have in common, in words.
    """

    name: str
    members: tuple[Code, ...]
    excluded: tuple[Code, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A polygon of a user's own that stands in place of members.

    Parameters
    ----------
    boundaries
        The set of boundaries that it is of.
    position
        Its position in the layer of that set.
    """

    boundaries: "BoundarySet"
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRegion:
    """A region by its members, or a zone by its polygon.

    Parameters
    ----------
    region_id
        ``"vraem"``.
    name
        The name that maps show.
    tiers
        Its parts, the surest first; each adds to the ones before it. A zone has one without members.
    default_tier
        The tier that is meant by the bare name.
    feature
        Its kind, one of :data:`geo.gazetteer.features.FEATURES`.
    country
        ISO 3166-1 alpha-2 code when its definition says it, see :func:`geo.regions.region_country`.
    lonlat
        A point inside, OGC:CRS84, when its definition says one, see :func:`geo.regions.region_point`.
    names
        What it is called, by language; ``"short"`` for short forms.
    date
        When the definition was last true.
    note
        What a reader should know of the definition, in words.
    accuracy
        How good the outline is while it is made of approximate boundaries, one sentence.
    certain
        Whether its names mean it wherever they stand, and no sign around them is asked.
    organisation
        Whether its names are those of an organisation too, which acts and meets: "in the EU" is a place, "the EU said"
        is not.
    carved_out_of
        Newer units that are members, each with the older unit that it was a part of: that stands for it where the
        boundaries in force are older.
    sources
        Where the definition comes from.
    zone
        The polygon that stands in place of members; None for a region by its members.
    """

    region_id: str
    name: str
    tiers: tuple[Tier, ...]
    default_tier: str
    feature: str = "region"
    country: str = ""
    lonlat: LonLat | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    date: str = ""
    note: str = ""
    accuracy: str = ""
    certain: bool = False
    organisation: bool = False
    carved_out_of: Mapping[Code, Code] = field(default_factory=dict, hash=False)
    sources: tuple[RegionSource, ...] = ()
    zone: Zone | None = None
