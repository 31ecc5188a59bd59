"""Which first-level region each place lies in, for all places at once."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.features import FEATURES
from geo.gazetteer.reader import Gazetteer

__all__ = ["first_level_rows"]

_ADMIN1 = FEATURES.index("admin1")
# Country, first, second and third level, place.
_DEPTH = 5


@lru_cache(maxsize=4)
def first_level_rows(gazetteer: Gazetteer) -> NDArray[np.int32]:
    """Give the row of the first-level region that each place lies in or is, shape (places,); -1 for none.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> gazetteer.name(first_level_rows(gazetteer)[gazetteer.row_of_geonames_id(4717560)])
    'Texas'
    """
    found = np.full(len(gazetteer), -1, dtype=np.int32)
    above = np.arange(len(gazetteer), dtype=np.int32)
    codes, parents = np.asarray(gazetteer.feature_code), np.asarray(gazetteer.parent)
    for _ in range(_DEPTH):
        there = above >= 0
        there[there] = codes[above[there]] == _ADMIN1
        found[there] = above[there]
        climbs = above >= 0
        above[climbs] = parents[above[climbs]]
    return found
