"""Anchoring: finding the words of a correction again, in the same text or in one that was edited since."""

from collections.abc import Sequence

from geo.corrections.model import Anchor
from geo.document import Document

__all__ = ["AnchorFinder", "Span", "anchor_mention"]

_CONTEXT_CHARACTERS = 32

Span = tuple[int, int, int]
"""The index of a document, and a span of its text in characters."""


def anchor_mention(document: Document, start: int, end: int, *, within: tuple[int, int] | None = None) -> Anchor:
    """Give what a corrections file has to say of a mention to find it again.

    Parameters
    ----------
    document
        The document.
    start, end
        The mention's span in its text, in characters.
    within
        The span that the words before and after may be taken from; None for the whole text.

    Examples
    --------
    >>> anchor_mention(Document(text="From Lima to Ica.", name="brief.txt"), 5, 9)
    Anchor(document='brief.txt', start=5, text='Lima', before='From ', after=' to Ica.')
    """
    first, last = within or (0, len(document.text))
    return Anchor(
        document=document.name,
        start=start,
        text=document.text[start:end],
        before=document.text[min(start, max(first, start - _CONTEXT_CHARACTERS)) : start],
        after=document.text[end : max(end, min(last, end + _CONTEXT_CHARACTERS))],
    )


class AnchorFinder:
    r"""Finds the words of anchors in documents.

    Parameters
    ----------
    documents
        Where to look.

    Examples
    --------
    >>> finder = AnchorFinder([Document(text="Today from Lima\nto Ica.", name="brief.txt")])
    >>> finder.find(Anchor(document="brief.txt", start=5, text="Lima", before="from ", after=" to Ica"))
    (0, 11, 15)
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        """Look in these documents."""
        self._documents = documents
        self._collapsed: dict[int, tuple[str, list[int]]] = {}

    def knows(self, name: str) -> bool:
        """Tell whether one of the documents has a name."""
        return any(document.name == name for document in self._documents)

    def find(self, anchor: Anchor) -> Span | None:
        """Give where the words of an anchor stand now.

        Parameters
        ----------
        anchor
            The anchor.

        Returns
        -------
        tuple or None
            The document's index and the span of the words: where they stood, if the words around are the same; else
            where they stand among the same words, whatever white space parts these; else where they stood, if the
            words on one side are the same. None when that is nowhere, or in two places.
        """
        places = [index for index, document in enumerate(self._documents) if document.name == anchor.document]
        stays = [
            (index, anchor.start, anchor.start + len(anchor.text)) for index in places if self._stays(index, anchor)
        ]
        whole = [span for span in stays if all(self._sides(span, anchor))]
        # Of several documents with one name the words around tell which is meant.
        moved = [] if len(whole) == 1 else [span for index in places for span in self._search(index, anchor)]
        partly = [span for span in stays if any(self._sides(span, anchor))]
        return next((spans[0] for spans in (whole, moved, partly) if len(spans) == 1), None)

    def _stays(self, index: int, anchor: Anchor) -> bool:
        return self._documents[index].text.startswith(anchor.text, anchor.start)

    def _sides(self, span: Span, anchor: Anchor) -> tuple[bool, ...]:
        """Tell of the words before and after whether they are the same; of none at all that they are."""
        index, start, end = span
        text = self._documents[index].text
        before, after = text.endswith(anchor.before, 0, start), text.startswith(anchor.after, end)
        sides = tuple(same for same, words in ((before, anchor.before), (after, anchor.after)) if words)
        return sides or (True,)

    def _search(self, index: int, anchor: Anchor) -> list[Span]:
        if index not in self._collapsed:
            self._collapsed[index] = _collapse(self._documents[index].text)
        text, offsets = self._collapsed[index]
        needle, within = _collapse(anchor.before + anchor.text + anchor.after)
        lead = len(needle) - len(needle.lstrip())
        needle = needle.strip()
        inside = range(len(anchor.before), len(anchor.before) + len(anchor.text))
        own = [at - lead for at, offset in enumerate(within) if offset in inside and 0 <= at - lead < len(needle)]
        if not own:
            return []
        found, at = [], text.find(needle)
        while at >= 0:
            found.append((index, offsets[at + own[0]], offsets[at + own[-1]] + 1))
            at = text.find(needle, at + 1)
        return found


def _collapse(text: str) -> tuple[str, list[int]]:
    """Give a text with one blank for each run of white space, and for each sign of that where it comes from."""
    signs: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(text):
        is_space = sign.isspace()
        if is_space and signs and signs[-1] == " ":
            continue
        signs.append(" " if is_space else sign)
        offsets.append(offset)
    return "".join(signs), offsets
