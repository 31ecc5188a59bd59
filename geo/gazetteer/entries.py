"""Places and names that count beside those of a gazetteer's files."""

from dataclasses import dataclass

from geo.lonlat import LonLat

__all__ = ["GazetteerEntry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place of a user's own, or the names of a region or zone that is.

    Parameters
    ----------
    entry_id
        Its identifier, scheme first, unique in its holding: ``"own:villages/17"``, ``"region:sahel"``, ``"zone:a"``.
        Where the gazetteer holds a place of that identifier, the names are added to that place and its point stays.
    name
        The name that maps and tables show.
    lonlat
        Where it lies, OGC:CRS84; a point inside for an area.
    feature
        Its kind, one of :data:`geo.gazetteer.features.FEATURES`.
    names
        Its other names, each with its kind first, one of :data:`geo.gazetteer.features.NAME_KINDS`.
    country
        ISO 3166-1 alpha-2 code; empty for none, several or unknown.
    parent
        The identifier of the area that holds it, or its ISO 3166 code (``"PE-PAS"``); empty to find out from its point.
    weight
        How well known it is, as people: what a populated place of that population would count. 0: an ordinary hamlet.
    source
        The name of the source that :meth:`geo.holdings.GazetteerHolding.credits` credits.
    wins
        Whether its names mean it before any place of the gazetteer, unless the text names another region beside them.
    """

    entry_id: str
    name: str
    lonlat: LonLat
    feature: str = "populated place"
    names: tuple[tuple[str, str], ...] = ()
    country: str = ""
    parent: str = ""
    weight: int = 0
    source: str = ""
    wins: bool = True
