"""The combined recognizer: one's mentions, and another's where the first has none and the name is well known."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.document import Document
from geo.gazetteer import Gazetteer, fold
from geo.gazetteer.features import PHYSICAL
from geo.gazetteer.layout import POSTAL_PREFIX
from geo.recognize import GazetteerRecognizer, Mention, Recognizer
from geo.recognize.cues import cues_for
from geo.recognize.spacy_recognizer import SpacyRecognizer

__all__ = ["CombinedRecognizer"]

_WELL_KNOWN = 100_000
_WELL_KNOWN_FEATURES = PHYSICAL | {"country", "admin1", "region"}
# Of the mentions that spaCy's small English pipeline adds to the default's, the share that are places.
_CONFIDENCE = 0.8


class CombinedRecognizer:
    """Adds to the default recognizer's mentions those of spaCy that it passed over and that are well-known places.

    The default looks at every name that the gazetteer has; where it has no mention it saw none, or saw signs against
    one. So spaCy is believed for a country, a first-level region, a natural feature, or a name that a place of
    100,000 people bears: for smaller places it is wrong more often than right. docs/spacy.md has the figures.

    Parameters
    ----------
    gazetteer
        The names that both look up.
    first
        Whose mentions are all kept; None for the default recognizer.
    second
        Whose mentions are added; None for spaCy.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="She flew from Lima to Oxapampa.", name="brief.txt")
    >>> [mention.text for mention in CombinedRecognizer(open_gazetteer()).recognize(document)]
    ['Lima', 'Oxapampa']
    """

    def __init__(
        self, gazetteer: Gazetteer, *, first: Recognizer | None = None, second: Recognizer | None = None
    ) -> None:
        """Combine two recognizers over a gazetteer."""
        self._gazetteer = gazetteer
        self._first = first or GazetteerRecognizer(gazetteer)
        self._second = second or SpacyRecognizer(gazetteer)

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps.

        Raises
        ------
        MissingExtraError
            When spaCy or a pipeline for the document's language is not installed, or cannot be loaded.
        """
        added = self._second.recognize(document)
        found = self._first.recognize(document)
        institutions = cues_for(document.language).institutions
        well_known = [
            replace(mention, confidence=_CONFIDENCE)
            for mention in _apart_from(found, added)
            if fold(mention.name) not in institutions and self._is_well_known(mention)
        ]
        return sorted([*found, *well_known], key=lambda mention: mention.start)

    def _is_well_known(self, mention: Mention) -> bool:
        if mention.kind == "demonym":
            return False
        is_short = mention.name.startswith(POSTAL_PREFIX)
        look_up = self._gazetteer.candidates_after_comma if is_short else self._gazetteer.candidates
        rows = [one.row for one in look_up(mention.name) if one.name_kind != "demonym"]
        return any(
            self._gazetteer.population[row] >= _WELL_KNOWN or self._gazetteer.feature(row) in _WELL_KNOWN_FEATURES
            for row in rows
        )


def _apart_from(kept: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Give the mentions that share no character with those that are kept; both are in order, without overlaps."""
    ends = [mention.end for mention in kept]
    for other in others:
        # The first that ends behind the start of this one.
        at = bisect_left(ends, other.start + 1)
        if at == len(kept) or kept[at].start >= other.end:
            yield other
