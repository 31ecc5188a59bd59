"""Recognizing: which words of a document name a place.

A recognizer is anything with a :meth:`Recognizer.recognize` method; :class:`GazetteerRecognizer` is the default.
"""

from typing import Protocol

from geo.document import Document
from geo.recognize.gazetteer_recognizer import GazetteerRecognizer
from geo.recognize.mention import Mention, MentionKind
from geo.recognize.rows import recognize_rows

__all__ = ["GazetteerRecognizer", "Mention", "MentionKind", "Recognizer", "recognize_rows"]


class Recognizer(Protocol):
    """What finds the mentions of a document."""

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps.

        Parameters
        ----------
        document
            A document of running text.

        Returns
        -------
        list of Mention
            Their spans slice back to their text: ``document.text[m.start:m.end] == m.text``.
        """
        ...
