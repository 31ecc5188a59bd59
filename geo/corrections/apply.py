"""Applying corrections to the places that were found, before anything is made of these."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geo.corrections.anchors import AnchorFinder, Span, anchor_mention
from geo.corrections.decide import decide_place, is_found_online, mention_place
from geo.corrections.model import Anchor, Correction, Corrections
from geo.document import Document
from geo.errors import CorrectionsError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.identifiers import find_row
from geo.read.source import show_name
from geo.resolve.place import Place
from geo.said import Said

__all__ = ["Applied", "apply_corrections"]

_SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What corrections made of the places of documents.

    Parameters
    ----------
    found
        For each document its places as they were before.
    places
        For each document its places, in order of the text.
    corrections
        The corrections that were applied, each with the mentions that it was applied to, anchored anew.
    failures
        A line for each correction or mention that could not be applied.
    unmatched
        The corrections, each with those of its mentions, that could not be applied.
    """

    found: Sequence[Sequence[Place]] = field(compare=False)
    places: tuple[tuple[Place, ...], ...]
    corrections: tuple[Correction, ...]
    failures: tuple[str, ...]
    unmatched: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A correction with the spans that it holds in the texts of today."""

    correction: Correction
    spans: tuple[Span, ...]


@dataclass(slots=True, kw_only=True)
class _Taken:
    """The spans of one document that corrections hold, in order and disjoint."""

    starts: list[int] = field(default_factory=list)
    owners: list[tuple[Span, Correction]] = field(default_factory=list)

    def owner(self, span: Span) -> tuple[Span, Correction] | None:
        """Give what holds any of a span, and the whole of what it holds there."""
        at = bisect_left(self.starts, span[2]) - 1
        return self.owners[at] if at >= 0 and self.owners[at][0][2] > span[1] else None

    def take(self, span: Span, correction: Correction) -> None:
        """Let a correction hold a span that nothing holds."""
        at = bisect_left(self.starts, span[1])
        self.starts.insert(at, span[1])
        self.owners.insert(at, (span, correction))


def apply_corrections(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    corrections: Corrections,
    *,
    gazetteer: Gazetteer | None = None,
) -> Applied:
    """Apply corrections to the places of documents; applied twice they change nothing more.

    Parameters
    ----------
    documents
        The documents.
    places
        For each document its places, in order, as :func:`geo.find_places` gives them.
    corrections
        The corrections, which are checked against the texts: what no longer matches is told, and stops nothing else.
    gazetteer
        Where the identifiers are looked up; None for the bundled one.

    Returns
    -------
    Applied
        The places, the corrections that hold, and what could not be applied.

    Examples
    --------
    >>> from geo import find_places, read_text
    >>> brief = read_text("She flew to Lima.", name="brief.txt")
    >>> lima = Anchor(document="brief.txt", start=12, text="Lima")
    >>> ohio = Correction(action="move", id="geonames:4517009", mentions=(lima,))
    >>> applied = apply_corrections([brief], [find_places(brief)], Corrections(corrections=(ohio,)))
    >>> applied.places[0][0].admin
    ('United States', 'Ohio', 'Madison County')
    """
    gazetteer = gazetteer or open_gazetteer()
    held, missed = _hold(documents, places, corrections, gazetteer)
    by_start = [{place.mention.start: place for place in some} for some in places]
    for one in held:
        _apply(one, documents, by_start, gazetteer)
    applied = tuple(
        replace(
            one.correction,
            mentions=tuple(anchor_mention(documents[index], start, end) for index, start, end in one.spans),
        )
        for one in held
    )
    return Applied(
        found=places,
        places=tuple(tuple(some[start] for start in sorted(some)) for some in by_start),
        corrections=applied,
        failures=(*corrections.faults, *(line for line, _ in missed)),
        unmatched=tuple(correction for _, correction in missed),
    )


def _apply(
    held: _Held, documents: Sequence[Document], by_start: Sequence[dict[int, Place]], gazetteer: Gazetteer
) -> None:
    """Put what a correction says in the place of whatever its spans meant before."""
    found = [by_start[index].get(start) for index, start, _ in held.spans]
    decided = decide_place(held.correction, [place for place in found if place is not None], gazetteer)
    for index, start, end in held.spans:
        some = by_start[index]
        old = some.get(start)
        for other in [place.mention for place in some.values() if place.mention.start < end]:
            if other.end > start:
                del some[other.start]
        if decided is not None:
            some[start] = mention_place(decided, documents[index].text[start:end], start, old)


def _hold(
    documents: Sequence[Document], places: Sequence[Sequence[Place]], corrections: Corrections, gazetteer: Gazetteer
) -> tuple[list[_Held], list[tuple[Said, Correction]]]:
    """Find the spans that each correction holds; of two that say different things of one mention the first holds."""
    finder = AnchorFinder(documents)
    taken = [_Taken() for _ in documents]
    held: list[_Held] = []
    missed: list[tuple[Said, Correction]] = []
    everything = [place for some in places for place in some]
    for correction in corrections.corrections:
        unknown_row = correction.action == "move" and find_row(gazetteer, correction.id) is None
        if unknown_row and not is_found_online(correction, everything):
            unknown = Said("the gazetteer holds no place {id}: choose again", id=_show(correction.id))
            missed.append((_tell(correction, correction.mentions[0], unknown), correction))
            continue
        spans: list[Span] = []
        for anchor in correction.mentions:
            try:
                span = _find_free(anchor, finder, taken, correction)
                if correction.action == "remove":
                    _refuse_part(span, places[span[0]])
            except CorrectionsError as failure:
                missed.append((_tell(correction, anchor, failure.args[0]), replace(correction, mentions=(anchor,))))
                continue
            if span not in spans:
                spans.append(span)
                taken[span[0]].take(span, correction)
        if spans:
            held.append(_Held(correction=correction, spans=tuple(sorted(spans))))
    return held, missed


def _find_free(anchor: Anchor, finder: AnchorFinder, taken: Sequence[_Taken], correction: Correction) -> Span:
    span = finder.find(anchor)
    if span is None:
        if not finder.knows(anchor.document):
            message = Said("there is no document {name} here: give it too", name=_show(anchor.document))
        else:
            message = Said("the words no longer stand there, or stand at several places: correct them anew")
        raise CorrectionsError(message)
    owner = taken[span[0]].owner(span)
    if owner is not None and (owner[0] != span or owner[1].effect != correction.effect):
        message = Said("correction {n} speaks of the same words, and that holds: leave one out", n=owner[1].number)
        raise CorrectionsError(message)
    return span


def _refuse_part(span: Span, places: Sequence[Place]) -> None:
    """Refuse to take out words that are now read as a part of other words."""
    for place in places:
        own = (place.mention.start, place.mention.end)
        if own != span[1:] and own[0] < span[2] and span[1] < own[1]:
            message = Said("they are now read as a part of {name}: correct that", name=_show(place.mention.text))
            raise CorrectionsError(message)


def _tell(correction: Correction, anchor: Anchor, fault: Said) -> Said:
    words, at, document = _show(anchor.text), anchor.start, _show(anchor.document)
    head = Said("a correction, of {words} at {at} in {document}", words=words, at=at, document=document)
    if correction.number:
        head = Said(
            "correction {n}, of {words} at {at} in {document}",
            n=correction.number, words=words, at=at, document=document,
        )  # fmt: skip
    return Said("{correction}: {fault}", correction=head, fault=fault)


def _show(words: str) -> str:
    return show_name(words if len(words) <= _SHOWN_CHARACTERS else f"{words[: _SHOWN_CHARACTERS - 1]}…")
