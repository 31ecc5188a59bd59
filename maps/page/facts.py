"""The facts of a report as plain values: every word that the page shows, and nothing that draws.

The page receives them as one JSON block and puts each into the page as text, never as markup.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.corrections.model import HAND_SCHEME, tell_taken_out
from geo.corrections.write import describe_correction
from geo.document import Document
from geo.provenance import Origins
from geo.report import Entry, Evidence, Report, Unplaced
from geo.resolve.place import Alternative, Place
from maps.citations import credit_line, describe_sources, name_origin, name_outline
from maps.names import chain_of, local_name, name_of
from maps.options import Language, MapOptions
from maps.page.candidates import ALTERNATIVES_LIMIT, describe_mentions, gather_candidates
from maps.page.figures import Numbers, describe_figures, mark_figures, number_figures
from maps.page.passages import Mark, Segment, cut_sentence, cut_text
from maps.story import LABEL_LENGTH, belief_in, kind_of, label_of
from maps.words import choose_language, choose_title, count_words, read_words, spell_date, translate

__all__ = ["candidates_of", "describe_report"]

_EVIDENCE_LIMIT = 20
_TEXT_LIMIT_BYTES = 300_000
_DECIMALS = 5
_NAMES_LIMIT = 4

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What every part of a page goes by: its language, and the numbers that figures and candidates have on it."""

    language: Language
    figures: Numbers
    candidates: Mapping[str, int]
    origins: "_OriginNames"


class _OriginNames:
    """Where places and outlines come from, in words: each once, and told of a place by its number."""

    def __init__(self, report: Report, language: Language) -> None:
        self._origins, self._language = Origins(report.sources), language
        self._numbers: dict[str, int] = {}

    @property
    def names(self) -> list[str]:
        """What the numbers stand for."""
        return list(self._numbers)

    def of(self, entry: Entry) -> list[int]:
        """Give the numbers of where a place and, if it is drawn as an area, its outline come from."""
        told = [name_origin(self._origins.of_place(entry.place), self._language)]
        if entry.outline is not None:
            told.append(name_outline(entry.outline, self._origins, self._language))
        return [self._numbers.setdefault(name, len(self._numbers)) for name in told]


def _where(place: Place | Alternative, language: Language) -> str:
    return ", ".join(chain_of(place, language)[1:])


def _evidence(named: Entry | Unplaced, target: int, page: _Page) -> Facts:
    shown = named.evidence[:_EVIDENCE_LIMIT]
    return {
        "sentences": [_sentence(sentence, target, page.figures) for sentence in shown],
        "at": [[sentence.document, sentence.start] for sentence in shown],
        "unshown": max(named.sentence_count, len(named.evidence)) - len(shown),
    }


def _sentence(sentence: Evidence, target: int, numbers: Numbers) -> list[Segment]:
    figures = mark_figures(numbers, document=sentence.document, start=sentence.start, end=sentence.end)
    return cut_sentence(sentence, target, figures)


def _said(named: Entry | Unplaced, target: int, page: _Page) -> Facts:
    """Give what the texts say of a place or a name."""
    return {
        "times": len(named.mentions),
        "evidence": _evidence(named, target, page),
        "figures": describe_figures(named, page.figures),
    }


def _options(alternatives: Sequence[Alternative], numbers: Mapping[str, int]) -> list[list[int]]:
    """Give the candidates of a name by their numbers, each with its share of belief in per cent."""
    return [[numbers[other.id], round(100 * other.score)] for other in alternatives[:ALTERNATIVES_LIMIT]]


def _regions(entry: Entry, language: Language) -> list[Facts]:
    """Give the regions that a popup names: of a region what it lies in or reaches into, else the named regions.

    Those that hold its whole country are told where a document names them. The district is among them where the
    gazetteer does not know it and known boundaries do.
    """
    place = entry.place
    levels = {"country", "admin1"} if place.feature == "region" else {"admin3", "named region"}
    told = {place.name, *(place.admin if "admin3" in levels else ())}
    regions = [one for one in entry.regions if one.level in levels and one.name not in told and not one.is_wide]
    return [
        {
            "name": local_name(region.name, feature=region.level, country=land, language=language),
            "approximate": region.approximate,
        }
        for region in regions
        for land in [region.region_id if region.level == "country" else place.country]
    ]


def _describe_place(entry: Entry, page: _Page) -> Facts:
    """Give what a place is, whatever the texts say of it."""
    place, language = entry.place, page.language
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
        "from": page.origins.of(entry),
    }


def _describe_entry(entry: Entry, target: int, page: _Page) -> Facts:
    place = entry.place
    return {
        **_describe_place(entry, page),
        **({} if entry.outline is None or entry.outline.tier is None else {"tier": entry.outline.tier}),
        "label": label_of(entry, page.language),
        "confidence": place.confidence,
        "percent": round(100 * place.confidence),
        "belief": belief_in(place.confidence),
        "reason": translate(place.reason, page.language),
        "by_hand": place.by_hand,
        "alternatives": _options(place.alternatives, page.candidates),
        **_said(entry, target, page),
    }


def _describe_unplaced(unplaced: Unplaced, target: int, page: _Page) -> Facts:
    return {
        "confidence": unplaced.confidence,
        "name": unplaced.name,
        "status": unplaced.status,
        "reason": translate(unplaced.reason, page.language),
        "contenders": _options(unplaced.alternatives, page.candidates),
        **_said(unplaced, target, page),
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
        # One whose country is not on the map waits for a reader who puts it there.
        if place.id:
            start, end, country = place.mention.start, place.mention.end, targets.get(place.id)
            mark = Mark(start=start, end=end, target=country, how="demonym", place_id=place.id)
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


def candidates_of(facts: Mapping[str, Any], unplaced: Mapping[str, Any]) -> list[Facts]:
    """Give what a name without a place might mean, the likeliest first.

    Parameters
    ----------
    facts
        What :func:`describe_report` gives.
    unplaced
        One of its ``unplaced``.
    """
    return [facts["candidates"][number] for number, _ in unplaced["contenders"]]


def _summary(report: Report, language: Language) -> str:
    """Count what a report holds, in words; the page's script does the same when its reader corrects it."""
    words = read_words(language)
    regions = sum(entry.place.feature == "region" for entry in report.entries)
    statuses = Counter(unplaced.status for unplaced in report.unplaced)
    counts = (
        ("places", len(report.entries) - regions),
        ("regions", regions),
        ("ambiguous_count", statuses["ambiguous"]),
        ("not_found_count", statuses["not found"]),
        ("unanswered_count", statuses["unanswered"]),
    )
    counted = [count_words(words[key], number, language) for key, number in counts if number]
    return " · ".join(counted) or str(words["no_places"])


def _subtitle(report: Report, language: Language) -> list[str]:
    """Give date and source of a single document, the file names of several, of many the first and how many more."""
    if len(report.documents) == 1:
        document = report.documents[0]
        # A document without a title is called by its file, which need not be said twice.
        name = "" if document.name == report.title else document.name
        return [part for part in (_spell_date(document, language), name) if part]
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
        ``places`` in the order of ``report.entries``, ``unplaced``, ``documents`` with their marked text,
        ``text`` (``"whole"``; ``"left out"`` where it is not wanted, ``"too long"`` where all texts together pass
        300 kB: then nothing of it but the sentences of the places is there), ``words`` of the page itself,
        ``notices``, ``sources``, ``credit`` (whose data is drawn, in short) and ``origins`` (the words for the numbers
        that ``from`` of a place holds: where it comes from, then its outline).

    Examples
    --------
    >>> describe_report(Report(title="Lima", documents=(), entries=()), MapOptions())["title"]
    'Lima'
    """
    language = choose_language(report, options)
    text = _text_state(report, options)
    notices = [*report.notices, *(notice for document in report.documents for notice in document.notices)]
    # The page says by itself what was taken out by hand: its reader may take out more.
    taken_out = tell_taken_out(report.corrections)
    candidates = gather_candidates(report) if candidates is None else candidates
    ranks = {place_id: number for number, place_id in enumerate(candidates)}
    origins = _OriginNames(report, language)
    page = _Page(language=language, figures=number_figures(report), candidates=ranks, origins=origins)
    return {
        "title": choose_title(report, options),
        "language": language,
        "title_language": _title_language(report, options) or language,
        "theme": options.theme,
        "limits": {"alternatives": ALTERNATIVES_LIMIT, "sentences": _EVIDENCE_LIMIT, "label": LABEL_LENGTH},
        "text": text,
        "words": read_words(language),
        "subtitle": _subtitle(report, language),
        "summary": _summary(report, language),
        "documents": [
            _describe_document(document, marks, language, with_text=text == "whole")
            for document, marks in zip(report.documents, _marks(report, page.figures), strict=True)
        ],
        "places": [_describe_entry(entry, target, page) for target, entry in enumerate(report.entries)],
        "unplaced": [_describe_unplaced(other, -1 - index, page) for index, other in enumerate(report.unplaced)],
        "candidates": [_describe_place(entry, page) for entry in candidates.values()],
        "mentions": {
            "places": [
                describe_mentions(entry, report.documents, with_text=text == "whole") for entry in report.entries
            ],
            "unplaced": [
                describe_mentions(other, report.documents, with_text=text == "whole") for other in report.unplaced
            ],
        },
        "corrections": [describe_correction(one) for one in report.corrections],
        "notices": [translate(notice, language) for notice in dict.fromkeys(notices) if notice not in taken_out],
        "sources": describe_sources(report, language),
        "credit": credit_line(report, language, short=True),
        "origins": origins.names,
    }
