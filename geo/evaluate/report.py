"""Writing an evaluation for people and for machines, and listing its mistakes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from geo.evaluate.metrics import ACCURATE_KM, FARTHEST_KM, Bin, Recognition, Resolution
from geo.evaluate.mistakes import Mistake
from geo.evaluate.run import Evaluation

__all__ = ["describe_evaluation", "record_evaluation", "write_evaluation"]

_WIDTH = 42
_REASONS = {
    "unknown name": "the gazetteer lacks the name",
    "known elsewhere": "the gazetteer has the name, but not within 161 km",
    "not recognised": "the gazetteer has it there, but there is no mention",
    "no answer": "recognised, but ambiguous or not found",
    "wrong choice": "another place was chosen",
}


def write_evaluation(evaluation: Evaluation, mistakes: Sequence[Mistake] = (), *, form: str = "table") -> str:
    """Give an evaluation as text.

    Parameters
    ----------
    evaluation
        From :func:`geo.evaluate.evaluate_corpus`.
    mistakes
        From :func:`geo.evaluate.list_mistakes`.
    form
        ``"table"`` to read, or ``"json"``.
    """
    if form == "json":
        return json.dumps(record_evaluation(evaluation, mistakes), ensure_ascii=False, indent=2) + "\n"
    return "\n".join(describe_evaluation(evaluation, mistakes)) + "\n"


def describe_evaluation(evaluation: Evaluation, mistakes: Sequence[Mistake] = ()) -> Iterator[str]:
    """Give the lines of an evaluation, figures first and mistakes last."""
    yield from _describe_corpus(evaluation)
    yield ""
    placed, gold_spans = evaluation.placed, evaluation.gold_spans
    if placed is not None:
        yield _line("found and placed within 161 km", placed.accuracy, f"{placed.accurate:,} of {placed.count:,}")
        drawn = f"{evaluation.drawn_right:,} of {evaluation.drawn:,}"
        share = evaluation.drawn_right / evaluation.drawn if evaluation.drawn else 0.0
        yield _line("of what is placed, right", share, drawn)
    yield from _describe_recognition("recognition, overlapping spans", evaluation.overlap)
    yield from _describe_recognition("recognition, equal spans", evaluation.exact)
    if gold_spans is not None:
        detail = f"{gold_spans.accurate:,} of {gold_spans.count:,}, {gold_spans.answered:,} answered"
        yield _line("resolution on gold spans, within 161 km", gold_spans.accuracy, detail)
        yield f"{'  error':{_WIDTH}}mean {gold_spans.mean_km:,.0f} km, median {gold_spans.median_km:,.1f} km"
        yield _line("  area under the log-error curve", gold_spans.auc, "less is better")
    speed = evaluation.speed
    if speed is not None:
        detail = f"{speed.words_a_second:,.0f} words, {speed.documents_a_second:,.1f} documents a second"
        yield f"{'speed, warm, reading left out':{_WIDTH}}{detail}"
    if placed is not None:
        yield from _describe_misses(evaluation)
    yield from _describe_reliability("confidence of what is placed", evaluation.reliability)
    yield from _describe_reliability("confidence on gold spans", evaluation.reliability_gold_spans)
    if mistakes:
        yield from ("", "the worst mistakes, most frequent first")
    for mistake in mistakes:
        yield from _describe_mistake(mistake)


def _line(label: str, share: float, detail: str) -> str:
    return f"{label:{_WIDTH}}{share:.3f}  {detail}"


def _describe_corpus(evaluation: Evaluation) -> Iterator[str]:
    corpus = evaluation.corpus
    places = [place for document in corpus.documents for place in document.places]
    located = sum(place.lonlat is not None for place in places)
    words = sum(len(document.text.split()) for document in corpus.documents)
    yield (
        f"{corpus.name} ({corpus.format}): {len(corpus.documents):,} documents, {words:,} words, "
        f"{len(places):,} toponyms, {located:,} with coordinates"
    )
    yield from corpus.notices
    moved = sum(corpus.repairs.moved.values())
    shifts = ", ".join(f"{count:,} by {shift:+d}" for shift, count in corpus.repairs.moved.items())
    yield (
        f"Offsets: {moved:,} moved onto their words{f' ({shifts})' if shifts else ''}; "
        f"{corpus.repairs.unrepaired:,} hold other words and could not be repaired."
    )
    if evaluation.recognizer:
        yield f"Recognizer: {evaluation.recognizer}."
    yield f"The answer's demonyms are {'counted' if evaluation.demonyms_counted else 'left out'} in recognition."


def _describe_recognition(label: str, figures: Recognition) -> Iterator[str]:
    recall = f"recall {figures.recall:.3f} ({figures.gold_matched:,} of {figures.gold:,})"
    if figures.f1 is None or figures.precision is None:
        yield f"{label:{_WIDTH}}{recall}"
        return
    precision = f"precision {figures.precision:.3f} ({figures.found_matched:,} of {figures.found:,})"
    yield f"{label:{_WIDTH}}{figures.f1:.3f}  F1; {precision}, {recall}"


def _describe_misses(evaluation: Evaluation) -> Iterator[str]:
    yield from ("", f"misses: {sum(evaluation.misses.values()):,}")
    for outcome, count in evaluation.misses.items():
        yield f"  {outcome:{_WIDTH - 2}}{count:5,}  {_REASONS[outcome]}"


def _describe_reliability(label: str, bins: Sequence[Bin]) -> Iterator[str]:
    if bins:
        yield from ("", f"{label:{_WIDTH}}share right  answers")
    for one in bins:
        span = f"{one.low:.2f} to {one.high:.2f}, mean {one.confidence:.3f}"
        yield f"  {span:{_WIDTH - 2}}{one.right / one.count:11.3f}  {one.count:7,}"


def _describe_mistake(mistake: Mistake) -> Iterator[str]:
    far = "" if mistake.error_km is None else f", {mistake.error_km:,.0f} km off"
    yield ""
    yield f"{mistake.text!r}: {mistake.outcome}{far}; {mistake.count} times, first in document {mistake.document}"
    yield f"  sentence     {mistake.sentence}"
    yield f"  chosen       {mistake.chosen}"
    yield f"  should be    {mistake.wanted}"


def record_evaluation(evaluation: Evaluation, mistakes: Sequence[Mistake] = ()) -> dict[str, Any]:
    """Give an evaluation as plain values, ready for JSON; shares are 0 to 1 and distances kilometres."""
    corpus, speed = evaluation.corpus, evaluation.speed
    places = [place for document in corpus.documents for place in document.places]
    return {
        "corpus": corpus.name,
        "format": corpus.format,
        "notices": list(corpus.notices),
        "documents": len(corpus.documents),
        "toponyms": len(places),
        "with_coordinates": sum(place.lonlat is not None for place in places),
        "offsets": {
            "moved": {str(shift): count for shift, count in corpus.repairs.moved.items()},
            "unrepaired": corpus.repairs.unrepaired,
        },
        "demonyms_counted": evaluation.demonyms_counted,
        "recognizer": evaluation.recognizer or "default",
        "definitions": {"accurate_km": ACCURATE_KM, "missing_answer_km": FARTHEST_KM},
        "found_and_placed": _record_resolution(evaluation.placed),
        "drawn": {"judged": evaluation.drawn, "right": evaluation.drawn_right},
        "recognition": {
            "overlap": _record_recognition(evaluation.overlap),
            "exact": _record_recognition(evaluation.exact),
        },
        "resolution_on_gold_spans": _record_resolution(evaluation.gold_spans),
        "misses": dict(evaluation.misses) if evaluation.placed is not None else None,
        "reliability": [asdict(one) for one in evaluation.reliability],
        "reliability_on_gold_spans": [asdict(one) for one in evaluation.reliability_gold_spans],
        "speed": None
        if speed is None
        else {**asdict(speed), "words_a_second": speed.words_a_second, "documents_a_second": speed.documents_a_second},
        "mistakes": [asdict(one) for one in mistakes],
    }


def _record_recognition(figures: Recognition) -> dict[str, Any]:
    shares = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
    return {**shares, **asdict(figures)}


def _record_resolution(figures: Resolution | None) -> dict[str, Any] | None:
    return None if figures is None else {"accuracy_161_km": figures.accuracy, **asdict(figures)}
