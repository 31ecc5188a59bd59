"""Which data is in force: the bundle that ships with Dateline, and what a user adds to it or puts in its place.

The bundle is the default and not the limit. A :class:`Holdings` names what else counts: a gazetteer compiled from data
packs, gazetteers and boundaries of one's own, and folders of named regions. It is a description, small and
hashable; what is read because of it is kept by it, so that two holdings never mix:

>>> from geo.gazetteer import open_gazetteer
>>> with use_holdings(Holdings()):
...     open_gazetteer() is open_gazetteer()
True

Whatever asks for data without saying which (:func:`geo.gazetteer.open_gazetteer`, :func:`geo.regions.named_regions`)
is given that of the holdings in force where it runs.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from geo.boundaries.model import BoundarySet
    from geo.gazetteer.entries import GazetteerEntry
    from geo.regions.named.definition import NamedRegion
    from geo.report import Source

__all__ = [
    "MOST_HELD",
    "BoundaryHolding",
    "GazetteerHolding",
    "Holdings",
    "RegionHolding",
    "current_holdings",
    "use_holdings",
]


class GazetteerHolding(Protocol):
    """Places and names that count beside those of the gazetteer. Frozen and hashable, as all holdings are."""

    def gazetteer_entries(self) -> "Sequence[GazetteerEntry]":
        """Give the entries; they are read once for each holdings in force."""
        ...

    def credits(self) -> "Sequence[Source]":
        """Give the sources to credit, with version and licence."""
        ...


class BoundaryHolding(GazetteerHolding, Protocol):
    """Boundaries that count before those of the bundle; their zones are names too."""

    def boundary_sets(self) -> "Sequence[BoundarySet]":
        """Give the boundaries, a set a level."""
        ...


class RegionHolding(GazetteerHolding, Protocol):
    """Named regions beside those of the bundle, or in their place; their names are entries of the gazetteer."""

    def named_regions(self) -> "Sequence[NamedRegion]":
        """Give the regions, in the order of their ids."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What counts beside the bundle, or in its place.

    Parameters
    ----------
    gazetteer
        A folder with a compiled gazetteer that stands for the bundled one, as ``dateline data install`` makes it; None
        for the bundled one.
    gazetteers
        Places of one's own. Where two know a name, the first counts first.
    boundaries
        Boundaries of one's own and of data packs. Where two draw a region, the first counts.
    regions
        Named regions of one's own. Where two define a region, the first counts.
    cache
        The folder of what is worked out from them and kept for the next time; ``"off"`` keeps nothing, None takes the
        usual one.
    """

    gazetteer: Path | None = None
    gazetteers: tuple[GazetteerHolding, ...] = ()
    boundaries: tuple[BoundaryHolding, ...] = ()
    regions: tuple[RegionHolding, ...] = ()
    cache: str | None = None

    @property
    def all(self) -> tuple[GazetteerHolding, ...]:
        """Everything that brings names, in the order in which it counts."""
        return (*self.gazetteers, *self.regions, *self.boundaries)


MOST_HELD = 4
"""How many holdings a process keeps open at once: what is read for others is read again."""

_BUNDLE = Holdings()
_in_force: ContextVar[Holdings] = ContextVar("holdings", default=_BUNDLE)


def current_holdings() -> Holdings:
    """Give the holdings in force; the bundle alone unless :func:`use_holdings` says otherwise.

    Examples
    --------
    >>> current_holdings() == Holdings()
    True
    """
    return _in_force.get()


@contextmanager
def use_holdings(holdings: Holdings) -> Iterator[Holdings]:
    """Put holdings in force for what runs inside.

    Parameters
    ----------
    holdings
        What counts; :class:`Holdings` without arguments is the bundle alone.

    Notes
    -----
    They hold in this thread and in this task. A thread that is started inside starts with the bundle: give it a copy of
    the context (:func:`contextvars.copy_context`).
    """
    token = _in_force.set(holdings)
    try:
        yield holdings
    finally:
        _in_force.reset(token)
