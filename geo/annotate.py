"""Annotating: what the documents say of each place, gathered into a report."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.corrections import Applied, tell_taken_out
from geo.document import Document
from geo.evidence import find_evidence, split_sentences
from geo.figures import figures_by_place
from geo.gazetteer.names import fold
from geo.provenance import gather_sources
from geo.recognize.mention import Mention
from geo.regions import find_region, named_regions, region_is_approximate, touched_countries
from geo.regions.named.within import regions_holding
from geo.regions.sets import countries
from geo.report import Entry, Figure, Outline, RegionName, Report, Unplaced
from geo.resolve.place import Place
from geo.said import Said
from geo.services import is_online

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["annotate", "region_names"]

_LEVELS = ("country", "admin1", "admin2", "admin3")


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """The mentions of one place or one name, as they are gathered."""

    place: Place
    row: int
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    figures: dict[tuple[int, int, int], Figure] = field(default_factory=dict)

    def ordered_figures(self) -> tuple[Figure, ...]:
        """Give the figures in the order of the documents."""
        return tuple(figure for _, figure in sorted(self.figures.items()))


def _gather(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    figures: Sequence[Mapping[int, Sequence[Figure]]],
) -> list[_Gathered]:
    """Gather mentions by the place that they mean, or by their name when they have none, in order."""
    found: dict[tuple[str, str], _Gathered] = {}
    row = 0
    for number in range(len(documents)):
        for place in places[number]:
            said = figures[number].get(place.mention.start, ())
            if place.mention.kind != "demonym":
                key = (place.status, place.id or fold(place.mention.name))
                group = found.setdefault(key, _Gathered(place=place, row=row))
                group.mentions.append((number, place.mention))
                group.figures |= {(number, figure.start, figure.end): figure for figure in said}
                if place.confidence > group.place.confidence:
                    group.place, group.row = place, row
            row += 1
    return list(found.values())


def _find_figures(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    sentences: Sequence[Sequence[tuple[int, int]]],
) -> list[dict[int, Sequence[Figure]]]:
    """Give for each document its figures by the start of the mention that they are said of."""
    return [
        {
            place.mention.start: figures
            for place, figures in zip(
                places[number], figures_by_place(document, places[number], sentences[number], index=number), strict=True
            )
        }
        for number, document in enumerate(documents)
    ]


def region_names(row: Mapping[str, Any], named: Collection[str] = ()) -> tuple[RegionName, ...]:
    """Give the regions that a place lies in, largest first.

    Parameters
    ----------
    row
        The columns that :func:`geo.regions.join_regions` adds, by name.
    named
        The identifiers of the places that the documents name.
    """
    names = [
        RegionName(
            region_id=row[f"{level}_id"],
            name=row[f"{level}_name"],
            level=level,
            approximate=bool(row.get(f"{level}_approximate", False)),
        )
        for level in _LEVELS
        if row[f"{level}_id"]
    ]
    names += _touched(row)
    known, wide = named_regions(), regions_holding(row["country_id"])
    for id_ in row["named_regions"]:
        region = known[id_]
        is_named = not {f"region:{id_}", f"zone:{id_}"}.isdisjoint(named)
        names.append(
            RegionName(
                region_id=id_,
                name=region.name,
                level="named region",
                approximate=region_is_approximate(region),
                is_wide=id_ in wide and not is_named,
            )
        )
    return tuple(names)


def _touched(row: Mapping[str, Any]) -> list[RegionName]:
    """Give what a named region reaches into: of one in several countries these, else first-level regions."""
    region = find_region(row.get("id", ""))
    lands = touched_countries(region) if region else ()
    if len(lands) > 1:
        code_of = {countries()[code].name: code for code in lands if code in countries()}
        return [
            RegionName(region_id=code_of.get(name, ""), name=name, level="country", approximate=False)
            for name in row["touches"]
        ]
    return [RegionName(region_id="", name=name, level="admin1", approximate=False) for name in row["touches"]]


def _title(documents: Sequence[Document]) -> str:
    first = documents[0].title or documents[0].name
    return first if len(documents) == 1 else Said("{first} and {n} more", first=first, n=len(documents) - 1)


def annotate(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    joined: "gpd.GeoDataFrame",
    outlines: Sequence[Outline | None],
    *,
    title: str | None = None,
    applied: Applied | None = None,
) -> Report:
    """Gather what documents say of each place.

    Parameters
    ----------
    documents
        The documents, at least one.
    places
        For each document its places, in order.
    joined
        The places of all documents, one after the other, with the regions they lie in, as
        :func:`geo.regions.join_regions` gives them; OGC:CRS84.
    outlines
        The boundary of each row of ``joined`` that is an area, else None.
    title
        The title of the report; None takes the first document's.
    applied
        What corrections made of the places; None when there were none.

    Returns
    -------
    Report
        With every mention in it: placed, not found, ambiguous, or a demonym's.
    """
    found = applied.found if applied else places
    sentences = [split_sentences(document) if some else [] for document, some in zip(documents, found, strict=True)]
    # Of which name a figure is said was read before anything was corrected: a page cannot read its text again.
    figures = _find_figures(documents, found, sentences)
    gathered = _gather(documents, places, figures)
    columns = {str(name): joined[name].tolist() for name in joined.columns if name != "geometry"}
    evidence = find_evidence(documents, [group.mentions for group in gathered], sentences=sentences)
    entries: list[Entry] = []
    unplaced: list[Unplaced] = []
    named = frozenset(group.place.id for group in gathered)
    for group, shown in zip(gathered, evidence, strict=True):
        place = group.place
        if place.status == "resolved":
            entries.append(
                Entry(
                    place=place,
                    mentions=tuple(group.mentions),
                    evidence=shown.evidence,
                    sentence_count=shown.count,
                    regions=region_names({name: values[group.row] for name, values in columns.items()}, named),
                    outline=outlines[group.row],
                    figures=group.ordered_figures(),
                )
            )
        else:
            unplaced.append(
                Unplaced(
                    name=place.mention.text,
                    status=place.status,
                    reason=place.reason,
                    mentions=tuple(group.mentions),
                    evidence=shown.evidence,
                    sentence_count=shown.count,
                    alternatives=place.alternatives,
                    confidence=place.confidence,
                    figures=group.ordered_figures(),
                )
            )
    return Report(
        title=title or _title(documents),
        documents=tuple(documents),
        entries=tuple(entries),
        unplaced=tuple(unplaced),
        demonyms=tuple((n, p) for n, some in enumerate(places) for p in some if p.mention.kind == "demonym"),
        notices=(*_notices(documents, entries), *_online_notices(entries), *_correction_notices(applied)),
        sources=gather_sources(entries, unplaced),
        corrections=applied.corrections if applied else (),
        failures=applied.failures if applied else (),
    )


def _notices(documents: Sequence[Document], entries: Sequence[Entry]) -> tuple[str, ...]:
    notices = [notice for document in documents for notice in document.notices]
    if not entries:
        notices.append(Said("No place that can be drawn was found."))
    return tuple(dict.fromkeys(notices))


def _online_notices(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Say which places an online service found: they are none of the gazetteer's."""
    names: dict[str, list[str]] = {}
    for entry in entries:
        if is_online(entry.place.source):
            names.setdefault(entry.place.source, []).append(entry.place.name)
    return tuple(
        Said("Found by {service}, not by the gazetteer: {names}", service=service, names=tuple(dict.fromkeys(some)))
        for service, some in names.items()
    )


def _correction_notices(applied: Applied | None) -> tuple[str, ...]:
    """Say which names were taken out by hand, and which corrections could not be applied."""
    if applied is None:
        return ()
    told = [Said("Not applied: {failure}", failure=line) for line in applied.failures if isinstance(line, Said)]
    senseless = len(applied.failures) - len(told)
    if senseless:
        told.append(Said("Corrections of the file that make no sense, and were left out: {n}", n=senseless))
    return (*tell_taken_out(applied.corrections), *told)
