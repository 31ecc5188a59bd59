"""A document's text cut into paragraphs and marked words, ready for the page."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.document import Document
from geo.report import Evidence

__all__ = ["Mark", "Segment", "cut_sentence", "cut_text"]

Segment = str | list[str | int | None]
"""Words that say nothing of their own, or words that do, with the number of what they name and how they name it; a
demonym ends with the identifier of its country, and has no number where that is not on the page."""

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_DIGIT = re.compile(r"\d")
_LINE_END = re.compile(r"\r\n?|\n")
_HARD_WRAP = 120
_HEADING_LENGTH = 100
_HEADING_WORDS = 4
_BYLINE_LENGTH = 60
_CLOSED = (".", "!", "?", ":", ";", ",", "”", "’", '"', "'", ")", "»")
# A line that starts so goes on with the line before it, whatever the file's line ends say.
_GOES_ON = re.compile(r"[.,;:!?)\]”’»]|- ?[a-zà-ÿ]|[a-zà-ÿ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a text that name something.

    Parameters
    ----------
    start, end
        Their span in the text, in characters.
    target
        The number of the place on the page; below zero for a name without a place, None for a place that is not
        there; of a figure its own number.
    how
        ``"name"``, ``"demonym"`` for words that only point to a country, or ``"figure"`` for a number or a date.
    place_id
        The identifier of a demonym's country.
    """

    start: int
    end: int
    target: int | None
    how: str = "name"
    place_id: str = ""


def _cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Segment]:
    segments: list[Segment] = []
    at = start
    for mark in marks:
        if mark.start < at or mark.end > end:
            continue
        if mark.start > at:
            segments.append(text[at : mark.start])
        ids = [mark.place_id] if mark.place_id else []
        segments.append([text[mark.start : mark.end], mark.target, mark.how, *ids])
        at = mark.end
    if at < end:
        segments.append(text[at:end])
    return segments


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Give marks in the order of the text; of a figure only what no name takes."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    names = [mark for mark in ordered if mark.how != "figure"]
    starts = [name.start for name in names]
    pieces = list(names)
    for figure in ordered:
        if figure.how == "figure":
            first = max(0, bisect_left(starts, figure.start) - 1)
            pieces += _beside(figure, names[first : bisect_left(starts, figure.end)])
    return sorted(pieces, key=lambda mark: (mark.start, -mark.end))


def _beside(figure: Mark, names: Iterable[Mark]) -> Iterator[Mark]:
    at = figure.start
    for name in names:
        if name.start > at:
            yield replace(figure, start=at, end=name.start)
        at = max(at, name.end)
    if at < figure.end:
        yield replace(figure, start=at)


def _paragraph_spans(text: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Give the spans of the paragraphs: parted by blank lines, or by line ends in a text without hard wraps."""
    edges = {match.start(): match.end() for match in _BLANK_LINE.finditer(text)}
    if max(map(len, _LINE_END.split(text))) > _HARD_WRAP:
        for match in _LINE_END.finditer(text):
            if not _GOES_ON.match(text, match.end()):
                edges.setdefault(match.start(), match.end())
    for mark in marks:
        for at in range(mark.start, mark.end):
            edges.pop(at, None)
    starts = [0, *(edges[at] for at in sorted(edges))]
    ends = [*sorted(edges), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _styles(paragraphs: Sequence[str]) -> list[str]:
    """Tell how each paragraph is set; short lines above the first running text are author, date and agency."""
    styles = [_style(paragraph) for paragraph in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        is_short = len(paragraph) <= _BYLINE_LENGTH and not paragraph.endswith(_CLOSED)
        if styles[index] == "text" and not is_short:
            break
        if is_short and (styles[index] == "text" or (index and _DIGIT.search(paragraph))):
            styles[index] = "byline"
    return styles if "text" in styles else [_style(paragraph) for paragraph in paragraphs]


def _style(paragraph: str) -> str:
    lines = _LINE_END.split(paragraph)
    if len(lines) == 1:
        short = len(lines[0]) < _HEADING_LENGTH and len(lines[0].split()) >= _HEADING_WORDS
        return "heading" if short and not lines[0].endswith(_CLOSED) else "text"
    return "text" if sum(map(len, lines)) / len(lines) > _HARD_WRAP / 2 else "lines"


def cut_text(document: Document, marks: Sequence[Mark]) -> list[dict[str, object]]:
    r"""Give a document's paragraphs, each a style and the segments of its text.

    Parameters
    ----------
    document
        The document.
    marks
        The marked words of its text; of two that overlap the first counts.

    Returns
    -------
    list of dict
        ``style`` (``"heading"``, ``"byline"``, ``"lines"``, ``"text"``) and ``segments``, which joined give the
        paragraph exactly as the document writes it.

    Examples
    --------
    >>> text = "Lima grew.\n\nSo did Ica."
    >>> cut_text(Document(text=text, name="x"), [Mark(start=0, end=4, target=0)])[0]["segments"]
    [['Lima', 0, 'name'], ' grew.']
    """
    ordered = _in_order(marks)
    starts = [mark.start for mark in ordered]
    spans = _paragraph_spans(document.text, ordered)
    styles = _styles([document.text[start:end].strip() for start, end in spans])
    return [
        {
            "style": style,
            "segments": _cut(document.text, start, end, ordered[bisect_left(starts, start) : bisect_left(starts, end)]),
        }
        for (start, end), style in zip(spans, styles, strict=True)
    ]


def cut_sentence(evidence: Evidence, target: int, figures: Iterable[Mark] = ()) -> list[Segment]:
    """Give the segments of a sentence that names a place.

    Parameters
    ----------
    evidence
        The sentence and where it names the place.
    target
        The number of the place on the page.
    figures
        The marks of its figures, counted from its own start.

    Examples
    --------
    >>> cut_sentence(Evidence(document=0, start=0, end=10, text="Lima grew.", marks=((0, 4),)), 2)
    [['Lima', 2, 'name'], ' grew.']
    """
    marks = [Mark(start=start, end=end, target=target) for start, end in evidence.marks]
    return _cut(evidence.text, 0, len(evidence.text), _in_order([*marks, *figures]))
