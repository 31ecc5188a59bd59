"""A mention: the words of a document that name a place."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Mention", "MentionKind"]

MentionKind = Literal["place", "region", "demonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a place.

    Parameters
    ----------
    start, end
        Offsets in ``Document.text``, in characters: ``document.text[start:end] == text``.
    text
        The words as the document writes them.
    kind
        ``"place"``, ``"region"`` (a named region such as the VRAEM) or ``"demonym"`` ("Peruvian").
    lookup_name
        The name to look up, when it is not the words themselves: the long form of an
        abbreviation that the document explains, or words joined over a line break.
    feature
        The feature kind that a word beside the name gives it ("the *province* of Lima"); empty for none.
    confidence
        How sure it is that the words name a place, 0 to 1.
    hints
        Names of regions that are said to hold the place, smallest first; from a table's columns.

    Examples
    --------
    >>> Mention(start=0, end=4, text="Lima", kind="place").name
    'Lima'
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    lookup_name: str | None = None
    feature: str = ""
    confidence: float = 1.0
    hints: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name to look up in a gazetteer."""
        return self.lookup_name or self.text
