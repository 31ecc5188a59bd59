"""Resolving: which place on Earth each mention means.

A resolver is anything with a :meth:`Resolver.resolve` method; :class:`GazetteerResolver` is the default.
"""

from collections.abc import Sequence
from typing import Protocol

from geo.document import Document
from geo.recognize.mention import Mention
from geo.resolve.place import Alternative, Place, Status
from geo.resolve.resolver import GazetteerResolver

__all__ = ["Alternative", "GazetteerResolver", "Place", "Resolver", "Status"]


class Resolver(Protocol):
    """What decides which place each mention means."""

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> list[Place]:
        """Give the place of each mention, in the same order.

        Parameters
        ----------
        document
            The document that the mentions are of.
        mentions
            Its mentions, in order.

        Returns
        -------
        list of Place
            One a mention; not found and ambiguous are statuses, never exceptions.
        """
        ...
