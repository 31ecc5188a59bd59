"""Where each thing of a report comes from: its source, which edition, and how it may be used."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from geo.document import Document
from geo.holdings import current_holdings
from geo.regions import find_region
from geo.report import Entry, Gift, Outline, Source, Unplaced
from geo.resolve.place import Alternative, Place
from geo.said import Name, Said
from geo.sources import NOT_STATED, credit_sources

__all__ = ["GIFTS", "Origin", "Origins", "gather_sources"]

GIFTS: tuple[Gift, ...] = ("places", "outlines", "basemap", "candidates", "areas", "definitions", "consulted")
"""What a source can give, in the order in which sources are credited."""

_AREAS = "Natural Earth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one thing comes from; nothing of it is ever empty, but what nobody said is ``"not stated"``.

    Parameters
    ----------
    source
        The source's name; of words of a document the document's.
    version
        The edition: a date or a number.
    licence
        How it may be used.
    attribution
        The words with which to credit it.
    """

    source: str
    version: str
    licence: str
    attribution: str


class Origins:
    """Where the things of a report come from.

    Parameters
    ----------
    sources
        The sources of the report. One that a place names and that is not among them is looked up in the holdings.

    Examples
    --------
    >>> origins = Origins(credit_sources(["GeoNames"]))
    >>> origins.of_document(Document(text="Lima", name="brief.txt")).licence
    "the document's own"
    """

    __slots__ = ("_known",)

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._known = {source.name: source for source in sources}

    def source(self, name: str) -> Source:
        """Give a source by its name."""
        if name not in self._known:
            self._known[name] = next(iter(credit_sources([name])), _NOBODY)
        return self._known[name]

    def of_place(self, place: Place | Alternative) -> Origin:
        """Say where a place comes from: the gazetteer that knows it, or the hand that put it on the map."""
        return self._of_source(self.source(place.source))

    def of_outline(self, outline: Outline) -> Origin:
        """Say where the boundary of a place comes from."""
        credited = [self.source(name) for name in outline.credits]
        attribution = " · ".join(source.attribution for source in credited if source.attribution)
        return Origin(
            source=outline.source or NOT_STATED,
            version=outline.version or NOT_STATED,
            licence=outline.licence or NOT_STATED,
            attribution=attribution or outline.source or NOT_STATED,
        )

    def of_document(self, document: Document) -> Origin:
        """Say where words and figures come from: the document that writes them, whose edition is its date."""
        named = " ".join((document.title or document.name).split()) or document.name or NOT_STATED
        return Origin(
            source=named,
            version=document.date.isoformat() if document.date else Said("no date"),
            licence=Said("the document's own"),
            attribution=named,
        )

    @staticmethod
    def _of_source(source: Source) -> Origin:
        return Origin(
            source=source.name or NOT_STATED,
            version=source.version or NOT_STATED,
            licence=source.licence or NOT_STATED,
            attribution=source.attribution or source.name or NOT_STATED,
        )


_NOBODY = Source(name="", attribution="", url="", licence=NOT_STATED)


def gather_sources(entries: Sequence[Entry], unplaced: Sequence[Unplaced]) -> tuple[Source, ...]:
    """Give the sources of what is told of places, each once and with what it gives.

    Parameters
    ----------
    entries
        The places.
    unplaced
        The names without one.

    Returns
    -------
    tuple of Source
        Those of the places first, then of what is drawn, then of what areas they lie in and what named regions are made
        of; last, what was in force and gave nothing that is shown.

    Examples
    --------
    >>> [source.name for source in gather_sources([], [])]
    ['Natural Earth']
    """
    gifts: dict[str, set[Gift]] = {}
    for name, gift in chain(_given(entries, unplaced), _held()):
        gifts.setdefault(name, set()).add(gift)
    found = [replace(source, gives=_ordered(gifts[source.name])) for source in credit_sources(gifts)]
    found.sort(key=lambda source: GIFTS.index(source.gives[0]))
    shown = [source for source in found if source.gives != ("consulted",)]
    return (*shown, *_definitions(entries), *found[len(shown) :])


def _ordered(gifts: set[Gift]) -> tuple[Gift, ...]:
    return tuple(gift for gift in GIFTS if gift in gifts and (gift != "consulted" or len(gifts) == 1))


def _given(entries: Sequence[Entry], unplaced: Sequence[Unplaced]) -> Iterator[tuple[str, Gift]]:
    yield _AREAS, "areas"
    for entry in entries:
        yield entry.place.source, "places"
        yield from ((other.source, "candidates") for other in entry.place.alternatives)
        yield from ((name, "outlines") for name in (entry.outline.credits if entry.outline else ()))
    for name in unplaced:
        # What an ambiguous name may mean is drawn on the map.
        yield from ((other.source, "places") for other in name.alternatives)


def _held() -> Iterator[tuple[str, Gift]]:
    """Give what is in force beside the bundle: places are joined with all boundaries."""
    holdings = current_holdings()
    yield from ((source.name, "areas") for holding in holdings.boundaries for source in holding.credits())
    yield from ((source.name, "consulted") for holding in holdings.all for source in holding.credits())


def _definitions(entries: Sequence[Entry]) -> Iterator[Source]:
    """Give what the named regions on the map are defined by."""
    for place in {entry.place.id: entry.place for entry in entries}.values():
        region = find_region(place.id)
        for source in region.sources if region is not None else ():
            yield _definition(place, source.name, str(source.year or ""), source.url)


def _definition(place: Place, name: str, version: str, url: str) -> Source:
    region = Name(place.name, feature=place.feature, country=place.country)
    if version in name:
        told = Said("Extent of {region}: {source}", region=region, source=name)
    else:
        told = Said("Extent of {region}: {source}, {version}", region=region, source=name, version=version)
    return Source(
        name=name,
        attribution=told,
        url=url,
        licence=Said("cited for its facts"),
        version=version,
        gives=("definitions",),
    )
