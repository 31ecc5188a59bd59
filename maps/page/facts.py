"""The facts of a report as plain values: every word that the page shows, and nothing that draws.

The page receives them as one JSON block and puts each into the page as text, never as markup.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from geo.corrections.model import HAND_SCHEME, tell_taken_out
from geo.corrections.write import describe_correction
from geo.document import Document
from geo.report import Entry, Report, Source, Unplaced
from geo.resolve.place import Alternative, Place
from maps.names import chain_of, local_name, name_of
from maps.options import Language, MapOptions
from maps.page.candidates import ALTERNATIVES_LIMIT, describe_mentions, gather_candidates
from maps.page.passages import Mark, cut_sentence, cut_text
from maps.story import belief_in, kind_of, label_of
from maps.words import choose_language, read_words, spell_date, translate

__all__ = ["describe_report"]

_EVIDENCE_LIMIT = 20
_TEXT_LIMIT_BYTES = 300_000
_DECIMALS = 5

Facts = dict[str, Any]


def _where(place: Place | Alternative, language: Language) -> str:
    return ", ".join(chain_of(place, language)[1:])


def _evidence(named: Entry | Unplaced, target: int) -> Facts:
    shown = [cut_sentence(sentence, target) for sentence in named.evidence[:_EVIDENCE_LIMIT]]
    return {
        "sentences": shown,
        "at": [[sentence.document, sentence.start] for sentence in named.evidence[:_EVIDENCE_LIMIT]],
        "unshown": max(named.sentence_count, len(named.evidence)) - len(shown),
    }


def _options(alternatives: Sequence[Alternative], numbers: Mapping[str, int]) -> list[list[int]]:
    """Give the candidates of a name by their numbers, each with its share of belief in per cent."""
    return [[numbers[other.id], round(100 * other.score)] for other in alternatives[:ALTERNATIVES_LIMIT]]


def _regions(entry: Entry, language: Language) -> list[Facts]:
    """Give the regions that a popup names: of a region what it lies in or reaches into, else the named regions."""
    place = entry.place
    levels = {"country", "admin1"} if place.feature == "region" else {"named region"}
    regions = [region for region in entry.regions if region.level in levels and region.name != place.name]
    return [
        {
            "name": local_name(region.name, feature=region.level, country=place.country, language=language),
            "approximate": region.approximate,
        }
        for region in regions
    ]


def _describe_place(entry: Entry, language: Language) -> Facts:
    """Give what a place is, whatever the texts say of it."""
    place = entry.place
    # The page can place by hand too, and knows no boundaries.
    by_point = place.id.startswith(f"{HAND_SCHEME}:")
    return {
        "id": place.id,
        "name": name_of(place, language),
        "kind": kind_of(entry),
        "feature": place.feature,
        "chain": ", ".join(chain_of(place, language)),
        "where": _where(place, language),
        "lon": None if place.lonlat is None else round(place.lonlat.lon, _DECIMALS),
        "lat": None if place.lonlat is None else round(place.lonlat.lat, _DECIMALS),
        "regions": [] if by_point else _regions(entry, language),
        "is_region": place.feature == "region",
        "approximate": entry.outline is not None and entry.outline.approximate,
        "note": translate(entry.outline.note, language) if entry.outline is not None else "",
    }


def _describe_entry(entry: Entry, target: int, language: Language, numbers: Mapping[str, int]) -> Facts:
    place = entry.place
    return {
        **_describe_place(entry, language),
        "label": label_of(entry, language),
        "times": len(entry.mentions),
        "confidence": place.confidence,
        "percent": round(100 * place.confidence),
        "belief": belief_in(place.confidence),
        "reason": translate(place.reason, language),
        "by_hand": place.by_hand,
        "alternatives": _options(place.alternatives, numbers),
        "evidence": _evidence(entry, target),
    }


def _describe_unplaced(unplaced: Unplaced, target: int, language: Language, numbers: Mapping[str, int]) -> Facts:
    return {
        "confidence": unplaced.confidence,
        "name": unplaced.name,
        "status": unplaced.status,
        "reason": translate(unplaced.reason, language),
        "times": len(unplaced.mentions),
        "contenders": _options(unplaced.alternatives, numbers),
        "evidence": _evidence(unplaced, target),
    }


def _marks(report: Report) -> list[list[Mark]]:
    """Give the marked words of each document."""
    marks: list[list[Mark]] = [[] for _ in report.documents]
    named: list[tuple[int, Entry | Unplaced]] = [*enumerate(report.entries)]
    named += [(-1 - index, other) for index, other in enumerate(report.unplaced)]
    for target, entry in named:
        for document, mention in entry.mentions:
            marks[document].append(Mark(start=mention.start, end=mention.end, target=target))
    targets = {entry.place.id: target for target, entry in enumerate(report.entries)}
    for document, place in report.demonyms:
        # One whose country is not on the map waits for a reader who puts it there.
        if place.id:
            start, end, country = place.mention.start, place.mention.end, targets.get(place.id)
            mark = Mark(start=start, end=end, target=country, how="demonym", place_id=place.id)
            marks[document].append(mark)
    return marks


def _describe_document(document: Document, marks: Sequence[Mark], language: Language, *, with_text: bool) -> Facts:
    return {
        "name": document.name,
        "title": document.title or "",
        "date": _spell_date(document, language),
        "language": document.language,
        "paragraphs": cut_text(document, marks) if with_text else None,
    }


def _spell_date(document: Document, language: Language) -> str:
    return spell_date(document.date, language) if document.date else ""


def _subtitle(report: Report, language: Language) -> list[str]:
    """Give date and source of a single document, the file names of several."""
    if len(report.documents) == 1:
        document = report.documents[0]
        return [part for part in (_spell_date(document, language), document.name) if part]
    return [document.name for document in report.documents]


def describe_report(report: Report, options: MapOptions, candidates: Mapping[str, Entry] | None = None) -> Facts:
    """Give every word that the page of a report shows, as values that JSON can hold.

    Parameters
    ----------
    report
        The report.
    options
        How the page is to be.
    candidates
        The places that the page offers instead of those it shows, by their identifiers; None to gather them.

    Returns
    -------
    dict
        ``places`` in the order of ``report.entries``, ``unplaced``, ``documents`` with their marked text
        (None where it is not wanted or all texts together pass 300 kB), ``words`` of the page itself, ``notices``,
        ``sources``.

    Examples
    --------
    >>> describe_report(Report(title="Lima", documents=(), entries=()), MapOptions())["title"]
    'Lima'
    """
    language = choose_language(report, options)
    size = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in report.documents)
    notices = [*report.notices, *(notice for document in report.documents for notice in document.notices)]
    # The page says by itself what was taken out by hand: its reader may take out more.
    taken_out = tell_taken_out(report.corrections)
    candidates = gather_candidates(report) if candidates is None else candidates
    with_text = options.with_text and size <= _TEXT_LIMIT_BYTES
    numbers = {place_id: number for number, place_id in enumerate(candidates)}
    return {
        "title": options.title or translate(report.title, language),
        "language": language,
        "words": read_words(language),
        "subtitle": _subtitle(report, language),
        "documents": [
            _describe_document(document, marks, language, with_text=with_text)
            for document, marks in zip(report.documents, _marks(report), strict=True)
        ],
        "places": [_describe_entry(entry, target, language, numbers) for target, entry in enumerate(report.entries)],
        "unplaced": [
            _describe_unplaced(other, -1 - index, language, numbers) for index, other in enumerate(report.unplaced)
        ],
        "candidates": [_describe_place(entry, language) for entry in candidates.values()],
        "mentions": {
            "places": [describe_mentions(entry, report.documents, with_text=with_text) for entry in report.entries],
            "unplaced": [describe_mentions(other, report.documents, with_text=with_text) for other in report.unplaced],
        },
        "corrections": [describe_correction(one) for one in report.corrections],
        "notices": [translate(notice, language) for notice in dict.fromkeys(notices) if notice not in taken_out],
        "sources": [_describe_source(source, language) for source in report.sources],
    }


def _describe_source(source: Source, language: Language) -> Facts:
    return {
        "name": source.name,
        "attribution": translate(source.attribution, language),
        "url": source.url,
        "licence": translate(source.licence, language),
    }
