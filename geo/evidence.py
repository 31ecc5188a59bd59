"""The sentences of a document, and those that name a place."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import sentencex  # type: ignore[import-untyped]

from geo.document import Document
from geo.lines import runs_on
from geo.recognize.mention import Mention
from geo.report import Evidence

__all__ = ["PlaceEvidence", "find_evidence", "split_sentences"]

LONGEST_SENTENCE_CHARACTERS = 600
"""Of a sentence longer than this, a window of this length round the name is shown."""

# The splitter's results take memory by the character, so a paragraph without end goes to it in pieces.
_PIECE_CHARACTERS = 100_000
_LINE = re.compile(r"[^\n]+")
_SPACE = re.compile(r"\s")
# "1." at the head of an item is no sentence.
_ENUMERATOR = re.compile(r"\W*\d{1,3}[.)]\W*")
_LINES_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEvidence:
    """The sentences that name one place.

    Parameters
    ----------
    evidence
        The sentences in order, without repeats, at most as many as were asked for.
    count
        How many there are in truth.
    """

    evidence: tuple[Evidence, ...]
    count: int


def split_sentences(document: Document) -> list[tuple[int, int]]:
    r"""Give the spans of a document's sentences, in order and disjoint.

    A blank line ends a sentence; so does the end of a heading, an item, a table's row or any line that was
    not broken for want of room. Of a table of places each row is a sentence.

    Parameters
    ----------
    document
        The document; its language decides what an abbreviation is.

    Returns
    -------
    list of tuple
        Start and end offsets in ``document.text``, in characters, without the white space around. Method:
        sentencex of the Wikimedia Foundation, https://github.com/wikimedia/sentencex.

    Examples
    --------
    >>> text = "Floods\n\nThe U.S. Army\ncame to Puno. It left."
    >>> [text[start:end] for start, end in split_sentences(Document(text=text, name="brief"))]
    ['Floods', 'The U.S. Army\ncame to Puno.', 'It left.']
    """
    text = document.text
    if document.rows:
        return [span for match in _LINE.finditer(text) if (span := _trim(text, *match.span()))]
    return [
        span
        for paragraph in _iterate_paragraphs(text)
        for piece in _iterate_pieces(text, *paragraph)
        for span in _split_piece(text, *piece, language=document.language)
    ]


def find_evidence(
    documents: Sequence[Document],
    mentions_by_place: Sequence[Sequence[tuple[int, Mention]]],
    *,
    sentences: Sequence[Sequence[tuple[int, int]]] | None = None,
    limit: int = 50,
) -> list[PlaceEvidence]:
    """Give, for each place, the sentences that name it.

    Parameters
    ----------
    documents
        The documents.
    mentions_by_place
        For each place its mentions, each with the index of its document.
    sentences
        For each document its sentences, as :func:`split_sentences` gives them; None to split the documents here.
    limit
        The most sentences that are given of one place.

    Returns
    -------
    list of PlaceEvidence
        One for each place, in the order given; the marks are the place's own names. Of a sentence longer
        than :data:`LONGEST_SENTENCE_CHARACTERS` a window is given, whose offsets are true all the same.

    Examples
    --------
    >>> brief = Document(text="Lima is large. Puno is cold.", name="brief")
    >>> puno = Mention(start=15, end=19, text="Puno", kind="place")
    >>> found = find_evidence([brief], [[(0, puno)]])[0]
    >>> found.evidence[0].text, found.evidence[0].marks, found.count
    ('Puno is cold.', ((0, 4),), 1)
    """
    if sentences is None:
        named = {index for mentions in mentions_by_place for index, _ in mentions}
        sentences = [split_sentences(one) if index in named else [] for index, one in enumerate(documents)]
    return [_gather(documents, sentences, mentions, limit) for mentions in mentions_by_place]


@dataclass(slots=True, kw_only=True)
class _Passage:
    document: int
    start: int
    end: int
    marks: list[tuple[int, int]] = field(default_factory=list)


def _gather(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[tuple[int, int]]],
    mentions: Sequence[tuple[int, Mention]],
    limit: int,
) -> PlaceEvidence:
    passages: list[_Passage] = []
    for index, mention in sorted(mentions, key=lambda found: (found[0], found[1].start, found[1].end)):
        last = passages[-1] if passages and passages[-1].document == index else None
        if last is None or mention.start >= last.end:
            start, end = _find_sentence(sentences[index], mention)
            start, end = _narrow(documents[index].text, max(start, last.end if last else 0), end, mention)
            last = _Passage(document=index, start=start, end=end)
            passages.append(last)
        last.end = max(last.end, mention.end)
        if (mention.start, mention.end) not in last.marks[-1:]:
            last.marks.append((mention.start, mention.end))
    evidence = tuple(_to_evidence(documents, passage) for passage in passages[:limit])
    return PlaceEvidence(evidence=evidence, count=len(passages))


def _to_evidence(documents: Sequence[Document], passage: _Passage) -> Evidence:
    start, end = passage.start, passage.end
    return Evidence(
        document=passage.document,
        start=start,
        end=end,
        text=documents[passage.document].text[start:end],
        marks=tuple((first - start, last - start) for first, last in passage.marks),
    )


def _find_sentence(sentences: Sequence[tuple[int, int]], mention: Mention) -> tuple[int, int]:
    # "St. Louis" may have been taken for the end of one sentence and the beginning of the next: both count.
    first = bisect_right(sentences, mention.start, key=_start) - 1
    last = bisect_right(sentences, mention.end - 1, key=_start) - 1
    start = sentences[first][0] if first >= 0 else mention.start
    end = sentences[last][1] if last >= 0 else mention.end
    return start, max(end, mention.end)


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _narrow(text: str, start: int, end: int, mention: Mention) -> tuple[int, int]:
    if end - start <= LONGEST_SENTENCE_CHARACTERS:
        return start, end
    margin = max(0, LONGEST_SENTENCE_CHARACTERS - (mention.end - mention.start)) // 2
    if mention.start - margin > start:
        start = mention.start - margin
        space = _SPACE.search(text, start, mention.start)
        start = space.end() if space else start
    if mention.end + margin < end:
        before = text[mention.end : mention.end + margin]
        words = before[: before.rfind(" ")] if " " in before else before
        end = mention.end + len(words.rstrip())
    return start, end


def _iterate_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    block: list[tuple[int, int]] = []
    expected = 0
    for match in _LINE.finditer(text):
        if match.start() > expected:  # a blank line
            yield from _join_lines(text, block)
            block = []
        expected = match.end() + 1
        span = _trim(text, *match.span())
        if span:
            block.append(span)
        else:
            yield from _join_lines(text, block)
            block = []
    yield from _join_lines(text, block)


def _join_lines(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not block:
        return
    start = block[0][0]
    for index, (line, following) in enumerate(itertools.pairwise(block)):
        near = block[max(0, index + 1 - _LINES_AROUND) : index + 1 + _LINES_AROUND]
        width = max(last - first for first, last in near)
        if not runs_on(text[slice(*line)], text[slice(*following)], width_characters=width):
            yield start, line[1]
            start = following[0]
    yield start, block[-1][1]


def _iterate_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _PIECE_CHARACTERS:
        cut = text.rfind(" ", start + 1, start + _PIECE_CHARACTERS) + 1 or start + _PIECE_CHARACTERS
        yield start, cut
        start = cut
    yield start, end


def _split_piece(text: str, start: int, end: int, *, language: str) -> Iterator[tuple[int, int]]:
    waiting = None
    for boundary in sentencex.get_sentence_boundaries(language, text[start:end]):
        span = _trim(text, start + boundary["start_index"], start + boundary["end_index"])
        if span is None:
            continue
        first = span[0] if waiting is None else waiting
        if _ENUMERATOR.fullmatch(text, *span):
            waiting = first
            continue
        waiting = None
        yield first, span[1]
    if waiting is not None:
        yield waiting, start + len(text[start:end].rstrip())


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    bare = words.lstrip()
    start += len(words) - len(bare)
    bare = bare.rstrip()
    return (start, start + len(bare)) if bare else None
