"""Sources in words: the citation to put under a map, and in short where one place or outline comes from."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geo.corrections.model import HAND_SOURCE
from geo.document import Document
from geo.editions import CHECKSUM
from geo.licences import terms_of
from geo.provenance import Origin, Origins
from geo.report import Outline, Report, Source
from geo.said import Said
from geo.sources import NOT_STATED
from maps.options import Language
from maps.words import read_words, spell_date, translate

__all__ = [
    "cite_document",
    "cite_source",
    "credit_line",
    "describe_sources",
    "list_origins",
    "name_origin",
    "name_outline",
    "tell_terms",
]

_SHOWN_ON_MAP = {"places", "outlines", "basemap"}


def cite_source(source: Source, language: Language) -> str:
    """Give the citation of a source: its own words, or its credit with edition, licence and address.

    Parameters
    ----------
    source
        The source.
    language
        The language of the words that are not its own.

    Examples
    --------
    >>> own = Source(name="Villages", attribution="The ministry", url="", licence="CC BY-SA 4.0", version="2024")
    >>> cite_source(own, "en")
    'The ministry, edition 2024, CC BY-SA 4.0.'
    """
    told = translate(source.citation or source.attribution or source.name, language).rstrip(". ")
    parts = [told]
    version, licence = translate(source.version, language), translate(source.licence, language)
    words = read_words(language)
    if not source.citation:
        if _is_said(source.version) and version not in told:
            parts.append(words["edition"].replace("{version}", version))
        if source.gives == ("definitions",):
            pass  # what a source says is a fact, and needs no licence
        elif not _is_said(source.licence):
            parts.append(words["licence_not_stated"])
        elif licence not in told:
            parts.append(licence)
    line = f"{', '.join(parts)}."
    return f"{line} {source.url}" if source.url and source.url not in line else line


def _is_said(words: str) -> bool:
    return bool(words) and words != NOT_STATED


def _is_shown(version: str) -> bool:
    return _is_said(version) and not version.startswith(CHECKSUM)


def cite_document(document: Document, language: Language) -> str:
    """Give the citation of a document: what texts and figures on a map come from.

    Parameters
    ----------
    document
        The document.
    language
        The language of the words that are not its own.

    Examples
    --------
    >>> cite_document(Document(text="Lima", name="brief.txt"), "en")
    'Text and figures: brief.txt, no date.'
    """
    words = read_words(language)
    date = spell_date(document.date, language) if document.date else words["no_date"]
    named = dict.fromkeys(" ".join(part.split()) for part in (document.title or "", document.name) if part.strip())
    return f"{words['text_and_figures']}: {', '.join([*named, date])}."


def tell_terms(source: Source, language: Language) -> list[str]:
    """Give what the licence of a source asks that is not asked of most, in words.

    Parameters
    ----------
    source
        The source.
    language
        The language of the words.

    Examples
    --------
    >>> tell_terms(Source(name="Zones", attribution="", url="", licence="ODbL 1.0"), "en")
    ['share alike: what is made of it bears the same licence']
    """
    return [read_words(language)[f"terms_{term}"] for term in terms_of(source.licence)]


def credit_line(report: Report, language: Language, *, short: bool = False) -> list[str]:
    """Give the credits to put on a map: of what is drawn on it.

    Parameters
    ----------
    report
        The report.
    language
        The language of Dateline's own words.
    short
        Whether the rest is told beside the map: then only what has to stand on it.
    """
    drawn = (source for source in report.sources if not source.gives or _SHOWN_ON_MAP & set(source.gives))
    return [_credit(source, language, short=short) for source in drawn]


def _credit(source: Source, language: Language, *, short: bool) -> str:
    told = translate(source.attribution or source.name, language)
    # "Public domain" and "not stated", which Dateline says itself, name no licence that asks for a credit.
    rest = [source.licence] * (not isinstance(source.licence, Said)) if short else [source.version, source.licence]
    more = [translate(words, language) for words in rest if _is_said(words)]
    return ", ".join([told, *(words for words in more if words not in told)])


def name_origin(origin: Origin, language: Language) -> str:
    """Give in short where one thing comes from; an edition that is a checksum is left to the list of sources.

    Parameters
    ----------
    origin
        Where it comes from.
    language
        The language of Dateline's own words.

    Examples
    --------
    >>> name_origin(Origin(source="GeoNames", version="2026", licence="CC BY 4.0", attribution=""), "en")
    'GeoNames 2026, CC BY 4.0'
    """
    if origin.source == HAND_SOURCE:
        return str(read_words(language)["from_hand"])
    version = f" {translate(origin.version, language)}" if _is_shown(origin.version) else ""
    licence = translate(origin.licence, language)
    if not _is_said(origin.licence):
        licence = read_words(language)["licence_not_stated"]
    return f"{translate(origin.source, language)}{version}, {licence}"


def name_outline(outline: Outline, origins: Origins, language: Language) -> str:
    """Give in short where the boundary of a place comes from: the names of its sources, their editions, the licence.

    Parameters
    ----------
    outline
        The boundary.
    origins
        Where the things of the report come from.
    language
        The language of Dateline's own words.

    Examples
    --------
    >>> import shapely
    >>> outline = Outline(geometry=shapely.box(0, 0, 1, 1), approximate=False, credits=("Natural Earth",), version="5")
    >>> name_outline(outline, Origins(), "en")
    'Natural Earth 5, licence not stated'
    """
    origin = origins.of_outline(outline)
    if len(outline.credits) > 1:
        # The words of the source say how the outline was made, as the note does.
        editions = [(name, origins.source(name).version) for name in outline.credits]
        named = [f"{name} {version}" if _is_shown(version) else name for name, version in editions]
        return name_origin(replace(origin, source=", ".join(named), version=""), language)
    return name_origin(replace(origin, source=next(iter(outline.credits), origin.source)), language)


def describe_sources(report: Report, language: Language) -> list[dict[str, Any]]:
    """Give the sources of a report as values that JSON can hold, in the order in which to credit them.

    Parameters
    ----------
    report
        The report.
    language
        The language of Dateline's own words.

    Returns
    -------
    list of dict
        ``name``, ``version``, ``licence``, ``url``, ``attribution``, ``citation``, ``gives`` and ``terms``.
    """
    return [
        {
            "name": source.name,
            "version": translate(source.version or NOT_STATED, language),
            "licence": translate(source.licence or NOT_STATED, language),
            "url": source.url,
            "attribution": translate(source.attribution or source.name, language),
            "citation": cite_source(source, language),
            "gives": list(source.gives),
            "terms": tell_terms(source, language),
        }
        for source in report.sources
    ]


def list_origins(facts: Mapping[str, Any]) -> list[str]:
    """Give the places of a map by where they come from, a line an origin, and so its outlines.

    Parameters
    ----------
    facts
        What :func:`maps.page.facts.describe_report` gives.

    Returns
    -------
    list of str
        ``"GeoNames 2026, CC BY 4.0: Lima, Oxapampa"``; in the language of the facts.
    """
    words, lines = facts["words"], []
    for which, key in enumerate(("gives_places", "gives_outlines")):
        told: dict[int, dict[str, None]] = {}
        for place in facts["places"]:
            if len(place["from"]) > which:
                told.setdefault(place["from"][which], {})[place["name"]] = None
        lines += [f"{facts['origins'][number]} ({words[key]}): {', '.join(names)}" for number, names in told.items()]
    return lines
