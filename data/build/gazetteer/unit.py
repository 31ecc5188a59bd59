"""What the build knows of one place before it becomes a row."""

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Unit", "ancestors"]


@dataclass(slots=True, kw_only=True, eq=False)
class Unit:
    """A place on its way to the gazetteer.

    Parameters
    ----------
    name
        The name that maps and tables show.
    feature
        One of :data:`geo.gazetteer.features.FEATURES`.
    country
        ISO 3166-1 alpha-2; empty when it lies in several countries or in none.
    geonames_id
        0 when GeoNames is not where it comes from.
    lon, lat
        Degrees, OGC:CRS84; None until a point is found.
    population
        People; for an area the sum of its populated places.
    rank
        As `places.npy` stores it: importance beyond population, see ``data/SOURCES.md``.
    parent
        The smallest administrative area that holds it.
    names
        Its other names by kind: ``"alternate"``, ``"short"``, ``"demonym"``, ``"postal"`` for short forms that
        mean it only behind the name of a place in it ("Springfield, Mass."), and ``"demonym:fr"`` and the like
        for demonyms of one language.
    codes
        Its codes by scheme: ``{"inei": "190307"}``.
    repeated_codes
        Further codes of the same schemes that mean it too.
    default_names
        Folded names that, nothing else known, mean it before any other place.
    placed_by
        How its point was found, for the statistics that the build prints.
    """

    name: str
    feature: str
    country: str = ""
    geonames_id: int = 0
    lon: float | None = None
    lat: float | None = None
    population: int = 0
    rank: int = 0
    parent: "Unit | None" = None
    names: dict[str, list[str]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    repeated_codes: list[tuple[str, str]] = field(default_factory=list)
    default_names: set[str] = field(default_factory=set)
    placed_by: str = ""

    def add_names(self, kind: str, *names: str) -> None:
        """Add names of one kind."""
        self.names.setdefault(kind, []).extend(name for name in names if name)

    def add_demonyms(self, *demonyms: str) -> None:
        """Add demonyms; one with a language before it ("fr:africain") counts in that language alone."""
        for demonym in demonyms:
            language, _, name = demonym.rpartition(":")
            self.add_names(f"demonym:{language}" if language else "demonym", name)

    def all_codes(self, scheme: str) -> list[str]:
        """Give every code of the unit in a scheme."""
        own = [self.codes[scheme]] if scheme in self.codes else []
        return own + [code for other, code in self.repeated_codes if other == scheme]

    def put(self, lon: float, lat: float, placed_by: str) -> None:
        """Set the point and how it was found."""
        self.lon, self.lat, self.placed_by = float(lon), float(lat), placed_by


def ancestors(unit: Unit) -> Iterator[Unit]:
    """Give the areas that hold a unit, smallest first."""
    parent = unit.parent
    while parent is not None:
        yield parent
        parent = parent.parent
