"""Annotating: what the documents say of each place, gathered into a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.document import Document
from geo.evidence import find_evidence, split_sentences
from geo.figures import figures_by_place
from geo.gazetteer.names import fold
from geo.recognize.mention import Mention
from geo.regions import named_regions, region_is_approximate
from geo.report import Entry, Figure, Outline, RegionName, Report, Unplaced
from geo.resolve.place import Place
from geo.said import Said
from geo.sources import credit_sources

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["annotate"]

_BASEMAP = "Natural Earth"
_LEVELS = ("country", "admin1", "admin2")


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """The mentions of one place or one name, as they are gathered."""

    place: Place
    row: int
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    figures: dict[tuple[int, int, int], Figure] = field(default_factory=dict)


def _gather(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    sentences: Sequence[Sequence[tuple[int, int]]],
) -> list[_Gathered]:
    """Gather mentions by the place that they mean, or by their name when they have none, in order."""
    found: dict[tuple[str, str], _Gathered] = {}
    row = 0
    for number, document in enumerate(documents):
        figures = figures_by_place(document, places[number], sentences[number], index=number)
        for place, said in zip(places[number], figures, strict=True):
            if place.mention.kind != "demonym":
                key = (place.status, place.id or fold(place.mention.name))
                group = found.setdefault(key, _Gathered(place=place, row=row))
                group.mentions.append((number, place.mention))
                group.figures |= {(number, figure.start, figure.end): figure for figure in said}
                if place.confidence > group.place.confidence:
                    group.place, group.row = place, row
            row += 1
    return list(found.values())


def _region_names(row: Mapping[str, Any]) -> tuple[RegionName, ...]:
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
    names += [RegionName(region_id="", name=name, level="admin1", approximate=False) for name in row["touches"]]
    known = named_regions()
    return (
        *names,
        *(
            RegionName(
                region_id=id_, name=known[id_].name, level="named region", approximate=region_is_approximate(known[id_])
            )
            for id_ in row["named_regions"]
        ),
    )


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

    Returns
    -------
    Report
        With every mention in it: placed, not found, ambiguous, or a demonym's.
    """
    sentences = [split_sentences(document) if some else [] for document, some in zip(documents, places, strict=True)]
    gathered = _gather(documents, places, sentences)
    columns = {str(name): joined[name].tolist() for name in joined.columns if name != "geometry"}
    evidence = find_evidence(documents, [group.mentions for group in gathered], sentences=sentences)
    entries: list[Entry] = []
    unplaced: list[Unplaced] = []
    for group, found in zip(gathered, evidence, strict=True):
        place = group.place
        if place.status == "resolved":
            entries.append(
                Entry(
                    place=place,
                    mentions=tuple(group.mentions),
                    evidence=found.evidence,
                    sentence_count=found.count,
                    regions=_region_names({name: values[group.row] for name, values in columns.items()}),
                    outline=outlines[group.row],
                    figures=tuple(figure for _, figure in sorted(group.figures.items())),
                )
            )
        else:
            unplaced.append(
                Unplaced(
                    name=place.mention.text,
                    status=place.status,
                    reason=place.reason,
                    mentions=tuple(group.mentions),
                    evidence=found.evidence,
                    sentence_count=found.count,
                    alternatives=place.alternatives,
                )
            )
    return Report(
        title=title or _title(documents),
        documents=tuple(documents),
        entries=tuple(entries),
        unplaced=tuple(unplaced),
        demonyms=tuple((n, p) for n, some in enumerate(places) for p in some if p.mention.kind == "demonym"),
        notices=_notices(documents, entries),
        sources=credit_sources([_BASEMAP, *(entry.place.source for entry in entries)]),
    )


def _notices(documents: Sequence[Document], entries: Sequence[Entry]) -> tuple[str, ...]:
    notices = [notice for document in documents for notice in document.notices]
    if not entries:
        notices.append(Said("No place that can be drawn was found."))
    return tuple(dict.fromkeys(notices))
