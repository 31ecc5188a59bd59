"""Gold: documents whose places somebody has marked by hand, and the corpora that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from geo.document import Document
from geo.lonlat import LonLat

__all__ = ["Corpus", "CorpusFormat", "GoldDocument", "GoldPlace", "Repairs", "Span"]

CorpusFormat = Literal["lgl", "geovirus", "geowebnews", "wiktor", "conll", "jsonl"]
"""The formats of corpora that are read."""

Span = tuple[int, int]
"""Start and end of some words in a text, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """A toponym as an annotator marked it.

    Parameters
    ----------
    start, end
        Its span in the text of its document, in characters.
    text
        Its words as the corpus gives them; other than the span's own words where an offset could not be repaired.
    lonlat
        Where it lies, OGC:CRS84; None when the corpus does not say.
    id
        The corpus's identifier of the place; empty for none.
    kind
        The corpus's kind of toponym: ``"Literal"``, ``"demonym"``; empty for none.

    Examples
    --------
    >>> GoldPlace(start=0, end=4, text="Lima").span
    (0, 4)
    """

    start: int
    end: int
    text: str
    lonlat: LonLat | None = None
    id: str = ""
    kind: str = ""

    @property
    def span(self) -> Span:
        """Start and end in the text, in characters."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document and the toponyms that are marked in it.

    Parameters
    ----------
    name
        What the corpus calls it.
    text
        Its text, Unicode, exactly as the corpus gives it.
    places
        The toponyms in order of the text.
    language
        BCP 47 code; None when the corpus does not say.
    title
        Its title; None when it has none.
    published_in
        Where it was published, as a name to look up; None when the corpus does not say.

    Examples
    --------
    >>> lima = GoldPlace(start=0, end=4, text="Lima")
    >>> GoldDocument(name="1", text="Lima grows.", places=(lima,)).document.text
    'Lima grows.'
    """

    name: str
    text: str
    places: tuple[GoldPlace, ...]
    language: str | None = None
    title: str | None = None
    published_in: str | None = None

    @property
    def document(self) -> Document:
        """The document as the road reads it, without its gold."""
        return Document(
            text=self.text,
            name=self.name,
            title=self.title,
            language=self.language or "en",
            published_in=self.published_in,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """What was done to spans whose words are not the toponym's.

    Parameters
    ----------
    moved
        How many spans were moved, by the number of characters they were moved by.
    unrepaired
        How many still hold other words, and stand as the corpus gives them.
    """

    moved: Mapping[int, int] = field(default_factory=dict)
    unrepaired: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Documents with gold, and what the reader of a figure should know of them.

    Parameters
    ----------
    name
        The file's name.
    format
        The format that it was read in.
    documents
        The documents in order, their offsets repaired.
    repairs
        What was repaired.
    complete
        Whether every toponym of a document is marked; if not, a precision means nothing.
    notices
        What was kept and what was dropped, one sentence each.
    """

    name: str
    format: CorpusFormat
    documents: tuple[GoldDocument, ...]
    repairs: Repairs
    complete: bool = True
    notices: tuple[str, ...] = ()
