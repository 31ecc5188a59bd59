"""A place that a name may mean."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.features import NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, ROW_MASK

__all__ = ["Candidate", "candidates_of"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Parameters
    ----------
    row
        Its row in the gazetteer.
    name_kind
        What the name is to it, one of :data:`geo.gazetteer.features.NAME_KINDS`.
    """

    row: int
    name_kind: str


def candidates_of(postings: NDArray[np.uint32]) -> tuple[Candidate, ...]:
    """Give the candidates that postings stand for, in their order.

    Examples
    --------
    >>> candidates_of(np.array([3 << KIND_SHIFT | 7], dtype="<u4"))
    (Candidate(row=7, name_kind='demonym'),)
    """
    return tuple(Candidate(one & ROW_MASK, NAME_KINDS[one >> KIND_SHIFT]) for one in postings.tolist())
