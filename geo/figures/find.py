"""The figures of a sentence: numbers and dates together."""

from collections.abc import Sequence

from geo.document import Document
from geo.figures.dates import find_dates
from geo.figures.numbers import NumberStyle, choose_style
from geo.figures.quantities import find_quantities
from geo.report import Figure

__all__ = ["find_figures"]


def find_figures(
    document: Document,
    start: int,
    end: int,
    *,
    index: int = 0,
    names: Sequence[tuple[int, int]] = (),
    style: NumberStyle | None = None,
) -> list[Figure]:
    """Find the numbers and the dates of a sentence, never reworded.

    Parameters
    ----------
    document
        The document; its language decides on the words, its date on dates without a year.
    start, end
        The sentence's span, in characters.
    index
        The document's index in its report.
    names
        Spans of the names of places in the sentence; a number within one is no figure.
    style
        How the document writes numbers; None to find out.

    Returns
    -------
    list of Figure
        In order and disjoint; ``document.text[figure.start:figure.end] == figure.text``.

    Examples
    --------
    >>> text = "In September 2014, about 200 tons of cocaine left the valley."
    >>> [(figure.text, figure.unit) for figure in find_figures(Document(text=text, name="b"), 0, len(text))]
    [('In September 2014', ''), ('about 200 tons of cocaine', 't')]
    """
    dates = find_dates(document, start, end, index=index, names=names)
    numbers = find_quantities(
        document,
        start,
        end,
        style=style or choose_style(document),
        index=index,
        names=names,
        taken=[(date.start, date.end) for date in dates],
    )
    return sorted([*dates, *numbers], key=lambda figure: figure.start)
