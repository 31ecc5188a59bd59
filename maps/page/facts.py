"""The facts of a report as plain values: every word that the page shows, and nothing that draws.

The page receives them as one JSON block and puts each into the page as text, never as markup.
"""

from collections.abc import Sequence
from typing import Any

from geo.document import Document
from geo.lonlat import distance_m
from geo.report import Entry, Report, Source, Unplaced
from geo.resolve.place import Alternative, Place
from maps.names import chain_of, local_name, name_of
from maps.options import Language, MapOptions
from maps.page.passages import Mark, cut_sentence, cut_text
from maps.story import belief_in, kind_of, label_of
from maps.words import choose_language, choose_title, count_words, read_words, spell_date, translate

__all__ = ["describe_report"]

_EVIDENCE_LIMIT = 20
_ALTERNATIVES_LIMIT = 5
_TEXT_LIMIT_BYTES = 300_000

Facts = dict[str, Any]


def _where(place: Place | Alternative, language: Language) -> str:
    return ", ".join(chain_of(place, language)[1:])


def _evidence(named: Entry | Unplaced, target: int) -> Facts:
    shown = [cut_sentence(sentence, target) for sentence in named.evidence[:_EVIDENCE_LIMIT]]
    return {"sentences": shown, "unshown": max(named.sentence_count, len(named.evidence)) - len(shown)}


def _alternative(alternative: Alternative, language: Language, entry: Entry | None = None) -> Facts:
    facts: Facts = {
        "name": name_of(alternative, language),
        "where": _where(alternative, language),
        "feature": alternative.feature,
        "share": round(100 * alternative.score),
    }
    if entry is not None and entry.place.lonlat is not None:
        facts["km"] = round(distance_m(entry.place.lonlat, alternative.lonlat) / 1000)
    return facts


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


def _describe_entry(entry: Entry, target: int, language: Language) -> Facts:
    place, kind = entry.place, kind_of(entry)
    return {
        "name": name_of(place, language),
        "label": label_of(entry, language),
        "kind": kind,
        "feature": place.feature,
        "chain": ", ".join(chain_of(place, language)),
        "where": _where(place, language),
        "times": len(entry.mentions),
        "percent": round(100 * place.confidence),
        "belief": belief_in(place.confidence),
        "reason": translate(place.reason, language),
        "alternatives": [_alternative(other, language, entry) for other in place.alternatives[:_ALTERNATIVES_LIMIT]],
        "regions": _regions(entry, language),
        "is_region": place.feature == "region",
        "approximate": entry.outline is not None and entry.outline.approximate,
        "note": translate(entry.outline.note, language) if entry.outline is not None else "",
        "evidence": _evidence(entry, target),
    }


def _describe_unplaced(unplaced: Unplaced, target: int, language: Language) -> Facts:
    return {
        "name": unplaced.name,
        "status": unplaced.status,
        "reason": translate(unplaced.reason, language),
        "times": len(unplaced.mentions),
        "contenders": [_alternative(other, language) for other in unplaced.alternatives[:_ALTERNATIVES_LIMIT]],
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
        if place.id in targets:
            mention = place.mention
            mark = Mark(start=mention.start, end=mention.end, target=targets[place.id], how="demonym")
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


def _summary(report: Report, language: Language) -> str:
    words = read_words(language)
    regions = sum(entry.place.feature == "region" for entry in report.entries)
    missing = sum(unplaced.status == "not found" for unplaced in report.unplaced)
    counts = (
        ("places", len(report.entries) - regions),
        ("regions", regions),
        ("ambiguous_count", len(report.unplaced) - missing),
        ("not_found_count", missing),
    )
    counted = [count_words(words[key], number, language) for key, number in counts if number]
    return " · ".join(counted) or str(words["no_places"])


def _subtitle(report: Report, language: Language) -> list[str]:
    """Give date and source of a single document, the file names of several."""
    if len(report.documents) == 1:
        document = report.documents[0]
        return [part for part in (_spell_date(document, language), document.name) if part]
    return [document.name for document in report.documents]


def describe_report(report: Report, options: MapOptions) -> Facts:
    """Give every word that the page of a report shows, as values that JSON can hold.

    Parameters
    ----------
    report
        The report.
    options
        How the page is to be.

    Returns
    -------
    dict
        ``places`` in the order of ``report.entries``, ``unplaced``, ``documents`` with their marked text
        (None where it is not wanted or all texts together pass 300 kB), ``words`` of the page itself, ``notices``,
        ``sources``.

    Examples
    --------
    >>> describe_report(Report(title="Lima", documents=(), entries=()), MapOptions())["summary"]
    'No place was found in the text'
    """
    language = choose_language(report, options)
    size = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in report.documents)
    notices = [*report.notices, *(notice for document in report.documents for notice in document.notices)]
    return {
        "title": choose_title(report, options),
        "language": language,
        "words": read_words(language),
        "subtitle": _subtitle(report, language),
        "summary": _summary(report, language),
        "documents": [
            _describe_document(document, marks, language, with_text=options.with_text and size <= _TEXT_LIMIT_BYTES)
            for document, marks in zip(report.documents, _marks(report), strict=True)
        ],
        "places": [_describe_entry(entry, target, language) for target, entry in enumerate(report.entries)],
        "unplaced": [_describe_unplaced(other, -1 - index, language) for index, other in enumerate(report.unplaced)],
        "notices": [translate(notice, language) for notice in dict.fromkeys(notices)],
        "sources": [_describe_source(source, language) for source in report.sources],
    }


def _describe_source(source: Source, language: Language) -> Facts:
    return {
        "name": source.name,
        "attribution": translate(source.attribution, language),
        "url": source.url,
        "licence": translate(source.licence, language),
    }
