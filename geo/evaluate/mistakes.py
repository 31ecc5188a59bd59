"""The worst mistakes of an evaluation: where they stand, what was chosen, what should have been."""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.document import Document
from geo.evaluate.metrics import best_overlaps
from geo.evaluate.run import Evaluation
from geo.evaluate.verdicts import OUTCOMES, Outcome, Verdict
from geo.evidence import split_sentences
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.lonlat import LonLat
from geo.resolve.place import Place

__all__ = ["Mistake", "list_mistakes"]

_LONGEST_SENTENCE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One kind of mistake, and how often it was made.

    Parameters
    ----------
    outcome
        One of :data:`geo.evaluate.verdicts.OUTCOMES`, or ``"no place"``: the gold has nothing there.
    text
        The toponym's words; those of the answer where the gold has nothing.
    count
        How often: the same words with the same outcome and the same choice.
    document
        The name of the document where it was made first.
    sentence
        The sentence there, on one line.
    chosen
        What was chosen, in words.
    wanted
        What should have been, in words.
    error_km
        How far the choice lies from the gold; None without a choice.
    """

    outcome: Outcome | str
    text: str
    count: int
    document: str
    sentence: str
    chosen: str
    wanted: str
    error_km: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    outcome: str
    text: str
    document: int
    start: int
    place: Place | None
    verdict: Verdict | None

    @property
    def error_km(self) -> float | None:
        return None if self.verdict is None else self.verdict.error_km


def list_mistakes(evaluation: Evaluation, limit: int, *, gazetteer: Gazetteer | None = None) -> list[Mistake]:
    """List the worst mistakes: the most frequent first, then those that draw a place farthest off.

    Parameters
    ----------
    evaluation
        From :func:`geo.evaluate.evaluate_corpus`.
    limit
        The most that are listed.
    gazetteer
        What the places are described from; None for the bundled one.

    Returns
    -------
    list of Mistake
        Misses of gold with coordinates, and placed mentions where a complete gold has nothing.
    """
    gazetteer = gazetteer or open_gazetteer()
    groups: dict[tuple[str, str, str], list[_Case]] = {}
    for case in _iterate_cases(evaluation):
        chosen = "" if case.place is None else case.place.id
        groups.setdefault((case.outcome, case.text, chosen), []).append(case)
    worst = sorted(groups.values(), key=lambda cases: (-len(cases), -(cases[0].error_km or 0.0), cases[0].text))
    return [_describe(evaluation, cases, gazetteer) for cases in worst[:limit]]


def _iterate_cases(evaluation: Evaluation) -> Iterator[_Case]:
    for verdict in evaluation.verdicts:
        if verdict.outcome in OUTCOMES:
            gold = verdict.gold
            yield _Case(
                outcome=verdict.outcome,
                text=gold.text,
                document=verdict.document,
                start=gold.start,
                place=verdict.place,
                verdict=verdict,
            )
    if not evaluation.corpus.complete or evaluation.placed is None:
        return
    for number, (gold_document, places) in enumerate(zip(evaluation.corpus.documents, evaluation.answers, strict=True)):
        drawn = [
            place
            for place in places
            if place.lonlat is not None and (evaluation.demonyms_counted or place.mention.kind != "demonym")
        ]
        partners = best_overlaps(
            [(place.mention.start, place.mention.end) for place in drawn], [one.span for one in gold_document.places]
        )
        for place, partner in zip(drawn, partners, strict=True):
            if partner is None:
                mention = place.mention
                yield _Case(
                    outcome="no place",
                    text=mention.text,
                    document=number,
                    start=mention.start,
                    place=place,
                    verdict=None,
                )


def _describe(evaluation: Evaluation, cases: list[_Case], gazetteer: Gazetteer) -> Mistake:
    first = cases[0]
    document = evaluation.corpus.documents[first.document].document
    verdict = first.verdict
    return Mistake(
        outcome=first.outcome,
        text=first.text,
        count=len(cases),
        document=document.name,
        sentence=_sentence(document, first.start),
        chosen=_describe_choice(first.place),
        wanted="nothing" if verdict is None else _describe_gold(verdict, gazetteer),
        error_km=first.error_km,
    )


def _sentence(document: Document, start: int) -> str:
    """Give the sentence round an offset, on one line and not too long."""
    spans = split_sentences(document)
    low, high = next((span for span in spans if span[0] <= start < span[1]), (start, start))
    half = _LONGEST_SENTENCE // 2
    if high - low > _LONGEST_SENTENCE:
        low, high = max(low, start - half), min(high, start + half)
    return " ".join(document.text[max(0, low) : max(0, high)].split())


def _describe_choice(place: Place | None) -> str:
    if place is None:
        return "nothing"
    if place.lonlat is None:
        return f"{place.status}: {place.reason}"
    where = ", ".join([place.name, *reversed([name for name in place.admin if name != place.name])])
    return f"{where} ({place.feature}, {_show(place.lonlat)}, confidence {place.confidence:.2f}): {place.reason}"


def _describe_gold(verdict: Verdict, gazetteer: Gazetteer) -> str:
    at = "" if verdict.gold.lonlat is None else _show(verdict.gold.lonlat)
    if verdict.nearest is None:
        return f"{at}; the gazetteer has no place of this name"
    row, far_km = verdict.nearest
    where = f"{', '.join(reversed(gazetteer.admin_names(row)))} ({gazetteer.feature(row)})"
    return f"{at}; the nearest of this name is {where}, {far_km:,.0f} km away"


def _show(lonlat: LonLat) -> str:
    return f"lon {lonlat.lon:.2f} lat {lonlat.lat:.2f}"
