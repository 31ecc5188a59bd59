"""A document's text cut into paragraphs and marked words, ready for the page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.document import Document
from geo.report import Evidence

__all__ = ["Mark", "Segment", "cut_sentence", "cut_text"]

Segment = str | list[str | int]
"""Words that name nothing, or a name with the number of what it names and how it names it."""

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_LINE_END = re.compile(r"\r\n?|\n")
_HARD_WRAP = 120
_HEADING_LENGTH = 100
_HEADING_WORDS = 4
_CLOSED = (".", "!", "?", ":", ";", ",", "”", "’", '"', "'", ")", "»")
# A line that starts so goes on with the line before it, whatever the file's line ends say.
_GOES_ON = re.compile(r"[.,;:!?)\]”’»]|- ?[a-zà-ÿ]|[a-zà-ÿ]")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """Words of a text that name something.

    Parameters
    ----------
    start, end
        Their span in the text, in characters.
    target
        The number of the place on the page; below zero for a name without a place.
    how
        ``"name"``, or ``"demonym"`` for words that only point to a country.
    """

    start: int
    end: int
    target: int
    how: str = "name"


def _cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Segment]:
    segments: list[Segment] = []
    at = start
    for mark in marks:
        if mark.start < at or mark.end > end:
            continue
        if mark.start > at:
            segments.append(text[at : mark.start])
        segments.append([text[mark.start : mark.end], mark.target, mark.how])
        at = mark.end
    if at < end:
        segments.append(text[at:end])
    return segments


def _paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of the paragraphs: parted by blank lines, or by line ends in a text without hard wraps."""
    edges = [match.span() for match in _BLANK_LINE.finditer(text)]
    if max(map(len, _LINE_END.split(text))) > _HARD_WRAP:
        blank = {start for start, _ in edges}
        edges += [
            match.span()
            for match in _LINE_END.finditer(text)
            if match.start() not in blank and not _GOES_ON.match(text, match.end())
        ]
    starts = [0, *(end for _, end in sorted(edges))]
    ends = [*(start for start, _ in sorted(edges)), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _style(paragraph: str) -> str:
    """Tell how a paragraph is set: as a heading, line by line, or as running text."""
    lines = _LINE_END.split(paragraph.strip())
    if len(lines) == 1:
        short = len(lines[0]) < _HEADING_LENGTH and len(lines[0].split()) >= _HEADING_WORDS
        return "heading" if short and not lines[0].rstrip().endswith(_CLOSED) else "text"
    return "text" if sum(map(len, lines)) / len(lines) > _HARD_WRAP / 2 else "lines"


def cut_text(document: Document, marks: Sequence[Mark]) -> list[dict[str, object]]:
    """Give a document's paragraphs, each a style and the segments of its text.

    Parameters
    ----------
    document
        The document.
    marks
        The marked words of its text; of two that overlap the first counts.

    Returns
    -------
    list of dict
        ``style`` (``"heading"``, ``"lines"``, ``"text"``) and ``segments``, which joined give the paragraph
        exactly as the document writes it.

    Examples
    --------
    >>> text = "Lima grew.\\n\\nSo did Ica."
    >>> cut_text(Document(text=text, name="x"), [Mark(start=0, end=4, target=0)])[0]["segments"]
    [['Lima', 0, 'name'], ' grew.']
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    paragraphs: list[dict[str, object]] = []
    first = 0
    for start, end in _paragraph_spans(document.text):
        while first < len(ordered) and ordered[first].start < start:
            first += 1
        last = first
        while last < len(ordered) and ordered[last].start < end:
            last += 1
        segments = _cut(document.text, start, end, ordered[first:last])
        paragraphs.append({"style": _style(document.text[start:end]), "segments": segments})
    return paragraphs


def cut_sentence(evidence: Evidence, target: int) -> list[Segment]:
    """Give the segments of a sentence that names a place.

    Parameters
    ----------
    evidence
        The sentence and where it names the place.
    target
        The number of the place on the page.

    Examples
    --------
    >>> cut_sentence(Evidence(document=0, start=0, end=10, text="Lima grew.", marks=((0, 4),)), 2)
    [['Lima', 2, 'name'], ' grew.']
    """
    marks = [Mark(start=start, end=end, target=target) for start, end in sorted(evidence.marks)]
    return _cut(evidence.text, 0, len(evidence.text), marks)
