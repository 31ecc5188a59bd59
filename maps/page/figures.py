"""The figures of a report for its page: each with a number of its own, marked in the text and in the sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from geo.report import Entry, Figure, Report, Unplaced
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
    named: tuple[Entry | Unplaced, ...] = (*report.entries, *report.unplaced)
    return sorted({_key(figure) for one in named for figure in one.figures})


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


def describe_figures(named: Entry | Unplaced, numbers: Numbers) -> list[dict[str, Any]]:
    """Give the figures that are said of a place or a name: their words, their kind and their number.

    Parameters
    ----------
    named
        The place, or the name without one.
    numbers
        The figures of the report.
    """
    return [
        {"text": figure.text, "kind": figure.kind, "number": bisect_left(numbers, _key(figure))}
        for figure in named.figures
    ]
