"""How much each sign counts: numbers learned by ``data/build/learn/resolver.py`` and shipped as a small file.

``docs/learning.md`` says what they are learned from and how to learn them again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from geo.errors import GazetteerError
from geo.resolve.lookup import Floats
from geo.resolve.signs import NONE_SIGNS, OWN_SIGNS
from geo.resolve.surroundings import DOCUMENT_SIGNS, FIRST_SIGNS
from geo.resources import data_path

__all__ = ["CONFIDENCE_SIGNS", "ResolverWeights", "read_weights", "shipped_weights"]

CONFIDENCE_SIGNS = (
    "always",
    "log-odds of the belief",
    "log-odds of the belief above even",
    "powers of e of candidates",
    "only one of its name",
    "the next best is half as likely",
)
"""The signs that an answer is right, see :mod:`geo.resolve.confidence`."""


@dataclass(frozen=True, kw_only=True)
class ResolverWeights:
    """How much each sign counts, in natural-log units.

    Parameters
    ----------
    signs
        Of a candidate: those of `OWN_SIGNS`, `FIRST_SIGNS` and `DOCUMENT_SIGNS`; one that is missing counts nothing.
    none_of_these
        That a name means none of its candidates: those of `NONE_SIGNS`.
    confidence
        That the chosen place is right: those of `CONFIDENCE_SIGNS`.
    """

    signs: Mapping[str, float]
    none_of_these: Mapping[str, float]
    confidence: Mapping[str, float]

    @cached_property
    def own(self) -> Floats:
        """In the order of `OWN_SIGNS`."""
        return np.array([self.signs.get(name, 0.0) for name in OWN_SIGNS])

    @cached_property
    def first(self) -> Floats:
        """In the order of `FIRST_SIGNS`."""
        return np.array([self.signs.get(name, 0.0) for name in FIRST_SIGNS])

    @cached_property
    def document(self) -> Floats:
        """In the order of `DOCUMENT_SIGNS`."""
        return np.array([self.signs.get(name, 0.0) for name in DOCUMENT_SIGNS])

    @cached_property
    def none(self) -> Floats:
        """In the order of `NONE_SIGNS`."""
        return np.array([self.none_of_these.get(name, 0.0) for name in NONE_SIGNS])

    @cached_property
    def sure(self) -> tuple[float, ...]:
        """In the order of `CONFIDENCE_SIGNS`."""
        return tuple(self.confidence.get(name, 0.0) for name in CONFIDENCE_SIGNS)


def read_weights(path: Path) -> ResolverWeights:
    """Read weights from the JSON file that learning writes.

    Raises
    ------
    GazetteerError
        When it is no such file.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        tables = {key: {str(k): float(v) for k, v in record[key].items()} for key in _KEYS}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        message = f"the weights in {path} cannot be read ({error}): install dateline again"
        raise GazetteerError(message) from error
    return ResolverWeights(**tables)


_KEYS = ("signs", "none_of_these", "confidence")


@cache
def shipped_weights() -> ResolverWeights:
    """Give the weights that ship with Dateline.

    Examples
    --------
    >>> shipped_weights().signs["contained"] > 1
    True
    """
    return read_weights(data_path("learned/resolver.json"))
