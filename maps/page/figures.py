"""The figures of a report for its page: each with a number of its own, marked in the text and in the sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from geo.report import Entry, Evidence, Figure, Report
from maps.page.passages import Mark

__all__ = ["Numbers", "describe_figures", "mark_figures", "number_figures"]

Numbers = Sequence[tuple[int, int, int]]
"""The document and the span of each figure in order; its number on the page is where it stands among them."""


def _key(figure: Figure) -> tuple[int, int, int]:
    return figure.document, figure.start, figure.end


def number_figures(report: Report) -> Numbers:
    """Give the figures of a report in the order of its documents; what is said of two places counts once.

    Parameters
    ----------
    report
        The report.
    """
    return sorted({_key(figure) for entry in report.entries for figure in entry.figures})


def mark_figures(numbers: Numbers, *, document: int, start: int = 0, end: int | None = None) -> list[Mark]:
    """Give the marks of the figures within a stretch of a document.

    Parameters
    ----------
    numbers
        The figures of the report.
    document
        The document's index in the report.
    start, end
        The stretch in characters of the document's text, from which the marks count; None for its end.
    """
    first = bisect_left(numbers, (document, start, start))
    last = bisect_left(numbers, (document + 1,) if end is None else (document, end))
    return [
        Mark(start=at - start, end=to - start, target=number, how="figure")
        for number, (_, at, to) in enumerate(numbers[first:last], first)
        if end is None or to <= end
    ]


def describe_figures(entry: Entry, shown: Sequence[Evidence], numbers: Numbers) -> list[dict[str, Any]]:
    """Give the figures of a place: their words, their kind, the sentence that holds them and their number.

    Parameters
    ----------
    entry
        The place.
    shown
        Its sentences that the page shows.
    numbers
        The figures of the report.

    Returns
    -------
    list of dict
        ``sentence`` is the number of the sentence among those shown, None where the page does not show it.
    """
    return [
        {
            "text": figure.text,
            "kind": figure.kind,
            "sentence": _sentence_of(figure, shown),
            "number": bisect_left(numbers, _key(figure)),
        }
        for figure in entry.figures
    ]


def _sentence_of(figure: Figure, shown: Sequence[Evidence]) -> int | None:
    holders = (
        number
        for number, sentence in enumerate(shown)
        if sentence.document == figure.document and sentence.start <= figure.start and figure.end <= sentence.end
    )
    return next(holders, None)
