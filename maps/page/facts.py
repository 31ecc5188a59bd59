"""The facts of a report as plain values: every word that the page shows, and nothing that draws.

The page receives them as one JSON block and puts each into the page as text, never as markup.
"""

from collections.abc import Sequence
from typing import Any

from geo.document import Document
from geo.lonlat import distance_m
from geo.report import Entry, Evidence, Report, Source, Unplaced
from geo.resolve.place import Alternative, Place
from maps.names import chain_of, local_name, name_of
from maps.options import Language, MapOptions
from maps.page.figures import Numbers, describe_figures, mark_figures, number_figures
from maps.page.passages import Mark, Segment, cut_sentence, cut_text
from maps.story import belief_in, kind_of, label_of
from maps.words import choose_language, choose_title, count_words, read_words, spell_date, translate

__all__ = ["describe_report"]

_EVIDENCE_LIMIT = 20
_ALTERNATIVES_LIMIT = 5
_TEXT_LIMIT_BYTES = 300_000
_DECIMALS = 5
_NAMES_LIMIT = 4

Facts = dict[str, Any]


def _where(place: Place | Alternative, language: Language) -> str:
    return ", ".join(chain_of(place, language)[1:])


def _evidence(named: Entry | Unplaced, target: int, numbers: Numbers) -> Facts:
    shown = named.evidence[:_EVIDENCE_LIMIT]
    return {
        "sentences": [_sentence(sentence, target, numbers) for sentence in shown],
        "at": [[sentence.document, sentence.start] for sentence in shown],
        "unshown": max(named.sentence_count, len(named.evidence)) - len(shown),
    }


def _sentence(sentence: Evidence, target: int, numbers: Numbers) -> list[Segment]:
    figures = mark_figures(numbers, document=sentence.document, start=sentence.start, end=sentence.end)
    return cut_sentence(sentence, target, figures)


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


def _describe_entry(entry: Entry, target: int, language: Language, numbers: Numbers) -> Facts:
    place, kind = entry.place, kind_of(entry)
    return {
        "name": name_of(place, language),
        "label": label_of(entry, language),
        "kind": kind,
        "feature": place.feature,
        "chain": ", ".join(chain_of(place, language)),
        "where": _where(place, language),
        "lon": None if place.lonlat is None else round(place.lonlat.lon, _DECIMALS),
        "lat": None if place.lonlat is None else round(place.lonlat.lat, _DECIMALS),
        "times": len(entry.mentions),
        "percent": round(100 * place.confidence),
        "belief": belief_in(place.confidence),
        "reason": translate(place.reason, language),
        "alternatives": [_alternative(other, language, entry) for other in place.alternatives[:_ALTERNATIVES_LIMIT]],
        "regions": _regions(entry, language),
        "is_region": place.feature == "region",
        "approximate": entry.outline is not None and entry.outline.approximate,
        "note": translate(entry.outline.note, language) if entry.outline is not None else "",
        "evidence": _evidence(entry, target, numbers),
        "figures": describe_figures(entry, entry.evidence[:_EVIDENCE_LIMIT], numbers),
    }


def _describe_unplaced(unplaced: Unplaced, target: int, language: Language, numbers: Numbers) -> Facts:
    return {
        "name": unplaced.name,
        "status": unplaced.status,
        "reason": translate(unplaced.reason, language),
        "times": len(unplaced.mentions),
        "contenders": [_alternative(other, language) for other in unplaced.alternatives[:_ALTERNATIVES_LIMIT]],
        "evidence": _evidence(unplaced, target, numbers),
    }


def _marks(report: Report, numbers: Numbers) -> list[list[Mark]]:
    """Give the marked words of each document."""
    marks = [mark_figures(numbers, document=number) for number in range(len(report.documents))]
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


def _text_state(report: Report, options: MapOptions) -> str:
    """Tell whether the page holds the documents' text, and if not, why."""
    size = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in report.documents)
    if not options.with_text:
        return "left out"
    return "whole" if size <= _TEXT_LIMIT_BYTES else "too long"


def _describe_document(document: Document, marks: Sequence[Mark], language: Language, *, with_text: bool) -> Facts:
    return {
        "name": document.name,
        "title": (document.title or "") if with_text else "",
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
    """Give date and source of a single document, the file names of several, of many the first and how many more."""
    if len(report.documents) == 1:
        document = report.documents[0]
        return [part for part in (_spell_date(document, language), document.name) if part]
    names = [document.name for document in report.documents]
    if len(names) <= _NAMES_LIMIT:
        return names
    more = read_words(language)["more_documents"]
    return [*names[: _NAMES_LIMIT - 1], count_words(more, len(names) - _NAMES_LIMIT + 1, language)]


def _title_language(report: Report, options: MapOptions) -> str:
    """Give the language of a title that a document wrote; empty for other titles."""
    if options.title or not report.documents:
        return ""
    first = report.documents[0]
    return first.language if report.title == first.title else ""


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
        ``places`` in the order of ``report.entries``, ``unplaced``, ``documents`` with their marked text,
        ``text`` (``"whole"``; ``"left out"`` where it is not wanted, ``"too long"`` where all texts together pass
        300 kB: then nothing of it but the sentences of the places is there), ``words`` of the page itself,
        ``notices``, ``sources``.

    Examples
    --------
    >>> describe_report(Report(title="Lima", documents=(), entries=()), MapOptions())["summary"]
    'No place was found in the text'
    """
    language = choose_language(report, options)
    text, numbers = _text_state(report, options), number_figures(report)
    notices = [*report.notices, *(notice for document in report.documents for notice in document.notices)]
    return {
        "title": choose_title(report, options),
        "language": language,
        "title_language": _title_language(report, options) or language,
        "theme": options.theme,
        "text": text,
        "words": read_words(language),
        "subtitle": _subtitle(report, language),
        "summary": _summary(report, language),
        "documents": [
            _describe_document(document, marks, language, with_text=text == "whole")
            for document, marks in zip(report.documents, _marks(report, numbers), strict=True)
        ],
        "places": [_describe_entry(entry, target, language, numbers) for target, entry in enumerate(report.entries)],
        "unplaced": [
            _describe_unplaced(other, -1 - index, language, numbers) for index, other in enumerate(report.unplaced)
        ],
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
