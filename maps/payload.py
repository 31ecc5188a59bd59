"""The facts of a report as plain values: every word that the page shows, and nothing that draws.

The page receives them as one JSON block and puts each into the page as text, never as markup.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from geo.document import Document
from geo.gazetteer.features import ADMINISTRATIVE
from geo.lonlat import distance_m
from geo.report import Entry, RegionName, Report, Unplaced
from geo.resolve.place import Alternative
from maps.passages import Mark, cut_sentence, cut_text

__all__ = ["FAIRLY_SURE", "SURE", "describe_report", "kind_of", "read_words"]

SURE = 0.8
"""From this confidence on a place counts as sure."""
FAIRLY_SURE = 0.5
"""From this confidence on a place counts as fairly sure, below it as unsure."""

_EVIDENCE_LIMIT = 20
_ALTERNATIVES_LIMIT = 5
_TEXT_LIMIT_BYTES = 300_000
_LABEL_LENGTH = 28

Facts = dict[str, Any]


@cache
def read_words(language: str) -> dict[str, Any]:
    """Give the page's own words in a language: its headings, its legend, its counts.

    Parameters
    ----------
    language
        BCP 47; ``"en"`` is what there is.

    Examples
    --------
    >>> read_words("en")["places"]
    ['{n} place', '{n} places']
    """
    path = Path(__file__).parent / "assets" / f"words.{language}.json"
    words: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return words


def _say(forms: Sequence[str], number: int) -> str:
    return forms[0 if number == 1 else 1].replace("{n}", f"{number:,}")


def _chain(name: str, admin: Sequence[str]) -> list[str]:
    """Give a place's names smallest first, itself first, without repeats side by side."""
    names = [name, *reversed(admin)]
    return [part for index, part in enumerate(names) if part and (index == 0 or part != names[index - 1])]


def _where(name: str, admin: Sequence[str]) -> str:
    return ", ".join(_chain(name, admin)[1:])


def _belief(confidence: float) -> str:
    if confidence >= SURE:
        return "sure"
    return "fairly" if confidence >= FAIRLY_SURE else "unsure"


def kind_of(entry: Entry) -> str:
    """Give how an entry is drawn: ``area``, ``region``, ``square``, ``town`` or ``nature``.

    Parameters
    ----------
    entry
        An entry of a report.

    Returns
    -------
    str
        ``area`` and ``region`` have an outline; ``square`` is an area known by a point alone.
    """
    feature = entry.place.feature
    if entry.outline is not None:
        return "area" if feature in ADMINISTRATIVE else "region"
    if feature in ADMINISTRATIVE or feature == "region":
        return "square"
    return "town" if feature == "populated place" else "nature"


def _label(entry: Entry) -> str:
    """Give the words beside a place on the map: its name, or the document's shorter one for a long name."""
    name = entry.place.name
    if len(name) <= _LABEL_LENGTH:
        return name
    return min((name, *(mention.text for _, mention in entry.mentions)), key=len)


def _evidence(named: Entry | Unplaced, target: int) -> Facts:
    shown = [cut_sentence(sentence, target) for sentence in named.evidence[:_EVIDENCE_LIMIT]]
    return {"sentences": shown, "unshown": max(named.sentence_count, len(named.evidence)) - len(shown)}


def _alternative(alternative: Alternative, entry: Entry | None = None) -> Facts:
    facts: Facts = {
        "name": alternative.name,
        "where": _where(alternative.name, alternative.admin),
        "feature": alternative.feature,
        "share": round(100 * alternative.score),
    }
    if entry is not None and entry.place.lonlat is not None:
        facts["km"] = round(distance_m(entry.place.lonlat, alternative.lonlat) / 1000)
    return facts


def _regions(regions: Sequence[RegionName], levels: frozenset[str]) -> list[Facts]:
    return [{"name": region.name, "approximate": region.approximate} for region in regions if region.level in levels]


def _describe_entry(entry: Entry, target: int) -> Facts:
    place, kind = entry.place, kind_of(entry)
    is_region = place.feature == "region"
    levels = frozenset({"country", "admin1"}) if is_region else frozenset({"named region"})
    return {
        "name": place.name,
        "label": _label(entry),
        "kind": kind,
        "feature": place.feature,
        "chain": ", ".join(_chain(place.name, place.admin)),
        "where": _where(place.name, place.admin),
        "times": len(entry.mentions),
        "percent": round(100 * place.confidence),
        "belief": _belief(place.confidence),
        "reason": place.reason,
        "alternatives": [_alternative(other, entry) for other in place.alternatives[:_ALTERNATIVES_LIMIT]],
        "regions": _regions([region for region in entry.regions if region.name != place.name], levels),
        "is_region": is_region,
        "approximate": entry.outline is not None and entry.outline.approximate,
        "note": entry.outline.note if entry.outline is not None else "",
        "evidence": _evidence(entry, target),
    }


def _describe_unplaced(unplaced: Unplaced, target: int) -> Facts:
    return {
        "name": unplaced.name,
        "status": unplaced.status,
        "reason": unplaced.reason,
        "times": len(unplaced.mentions),
        "contenders": [_alternative(other) for other in unplaced.alternatives[:_ALTERNATIVES_LIMIT]],
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


def _describe_document(document: Document, marks: Sequence[Mark], *, with_text: bool) -> Facts:
    return {
        "name": document.name,
        "title": document.title or "",
        "date": _spell_date(document),
        "language": document.language,
        "paragraphs": cut_text(document, marks) if with_text else None,
    }


def _spell_date(document: Document) -> str:
    return f"{document.date.day} {document.date:%B %Y}" if document.date else ""


def _summary(report: Report, words: dict[str, Any]) -> str:
    regions = sum(entry.place.feature == "region" for entry in report.entries)
    missing = sum(unplaced.status == "not found" for unplaced in report.unplaced)
    counts = (
        ("places", len(report.entries) - regions),
        ("regions", regions),
        ("ambiguous_count", len(report.unplaced) - missing),
        ("not_found_count", missing),
    )
    return " · ".join(_say(words[key], number) for key, number in counts if number) or words["no_places"]


def _subtitle(report: Report) -> list[str]:
    """Give date and source of a single document, the file names of several."""
    if len(report.documents) == 1:
        document = report.documents[0]
        return [part for part in (_spell_date(document), document.name) if part]
    return [document.name for document in report.documents]


def describe_report(report: Report, *, title: str) -> Facts:
    """Give every word that the page of a report shows, as values that JSON can hold.

    Parameters
    ----------
    report
        The report.
    title
        The title of the page.

    Returns
    -------
    dict
        ``places`` in the order of ``report.entries``, ``unplaced``, ``documents`` with their marked text
        (None where all texts together pass 300 kB), ``words`` of the page itself, ``notices``, ``sources``.

    Examples
    --------
    >>> describe_report(Report(title="Lima", documents=(), entries=()), title="Lima")["summary"]
    'No place was found in the text'
    """
    words = read_words("en")
    size = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in report.documents)
    notices = [*report.notices, *(notice for document in report.documents for notice in document.notices)]
    return {
        "title": title,
        "language": "en",
        "words": words,
        "subtitle": _subtitle(report),
        "summary": _summary(report, words),
        "documents": [
            _describe_document(document, marks, with_text=size <= _TEXT_LIMIT_BYTES)
            for document, marks in zip(report.documents, _marks(report), strict=True)
        ],
        "places": [_describe_entry(entry, target) for target, entry in enumerate(report.entries)],
        "unplaced": [_describe_unplaced(other, -1 - index) for index, other in enumerate(report.unplaced)],
        "notices": list(dict.fromkeys(notices)),
        "sources": [
            {"name": source.name, "attribution": source.attribution, "url": source.url, "licence": source.licence}
            for source in report.sources
        ],
    }
