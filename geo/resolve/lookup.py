"""Looking names up: the rows that a name may mean, and the areas that hold what the text says they hold."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES, NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, POSTAL_PREFIX, ROW_MASK
from geo.gazetteer.names import fold

__all__ = [
    "DEPTH",
    "Bools",
    "Floats",
    "Ints",
    "areas_above",
    "find_holders",
    "find_minor_rows",
    "find_rows",
    "find_winners",
    "holds_any",
    "is_inside",
    "may_hold",
]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

DEPTH = 5
"""How many areas one inside the other hold a place at most."""

# The names that are kept looked up, of this document or another.
_MOST_NAMES = 10_000
_DEMONYM = NAME_KINDS.index("demonym")
_ADMIN_CODES = np.array([kind in ADMINISTRATIVE for kind in FEATURES])
# The codes that a table may write for a country or a region.
_CODE_SCHEMES = ("iso3166-1", "iso3166-2", "inei")


@lru_cache(maxsize=_MOST_NAMES)
def find_rows(gazetteer: Gazetteer, name: str) -> tuple[Ints, Ints]:
    """Give the rows that a name may mean and the kind of name it is to each, the most important first.

    A name that starts with a comma is a short form that means a place only behind another: ``", Mass."``.
    """
    prefix = POSTAL_PREFIX if name.startswith(POSTAL_PREFIX) else ""
    return _read_postings(gazetteer.postings(prefix + fold(name)))


@lru_cache(maxsize=_MOST_NAMES)
def find_minor_rows(gazetteer: Gazetteer, name: str) -> tuple[Ints, Ints]:
    """Give the rows of minor places that a name may mean, and the kind of name it is to each."""
    return _read_postings(gazetteer.minor_postings(fold(name)))


def _read_postings(found: npt.NDArray[np.uint32]) -> tuple[Ints, Ints]:
    postings = found.astype(np.int64)
    kinds, rows = postings >> KIND_SHIFT, postings & ROW_MASK
    keep = kinds != _DEMONYM
    rows, kinds = rows[keep], kinds[keep]
    if len(rows) > 1:
        # A place may bear a name in several ways; the postings list its best way first.
        _, first = np.unique(rows, return_index=True)
        first.sort()
        rows, kinds = rows[first], kinds[first]
    # Every document that asks for the name gets the same arrays.
    rows.flags.writeable = kinds.flags.writeable = False
    return rows, kinds


def find_winners(gazetteer: Gazetteer, name: str) -> Mapping[int, str]:
    """Give the rows that a name means before any other, each with its source: those of places of one's own."""
    return {} if name.startswith(POSTAL_PREFIX) else gazetteer.winners(fold(name))


@lru_cache(maxsize=_MOST_NAMES)
def find_holders(gazetteer: Gazetteer, name: str) -> Ints:
    """Give the administrative areas that a name or a code means: "Peru", "PE", "PE-PAS", "Calif."."""
    found = [*find_rows(gazetteer, name)[0], *find_rows(gazetteer, POSTAL_PREFIX + name)[0]]
    code = name.strip().upper()
    found += [row for scheme in _CODE_SCHEMES if (row := gazetteer.row_of(scheme, code)) is not None]
    rows = np.array(sorted(set(found)), dtype=np.int64)
    holders = rows[_ADMIN_CODES[gazetteer.feature_code[rows]]]
    holders.flags.writeable = False
    return np.asarray(holders)


def areas_above(gazetteer: Gazetteer, rows: Ints) -> Ints:
    """Give the rows of the areas that hold each row, shape (depth, n), the smallest first; -1 where there is none."""
    above = np.empty((DEPTH, len(rows)), dtype=np.int64)
    at = rows
    for level in range(DEPTH):
        at = np.where(at >= 0, gazetteer.parent[at], -1)
        above[level] = at
    return above


def is_inside(above: Ints, holders_by_name: Sequence[Ints]) -> Bools:
    """Say for each row whether all the named regions that can hold anything hold it.

    Parameters
    ----------
    above
        Shape (depth, n): as of :func:`areas_above`.
    holders_by_name
        For each name of a region the rows that it may mean.
    """
    inside = np.ones(above.shape[1], dtype=bool)
    told = [holders for holders in holders_by_name if len(holders)]
    for holders in told:
        inside &= (above[:, :, None] == holders).any(axis=(0, 2))
    return inside & bool(told)


def may_hold(gazetteer: Gazetteer, above: Ints, holders_by_name: Sequence[Ints]) -> Bools:
    """Say for each row whether all the named regions that can hold anything may hold it, for all that is known.

    A row of which only a province is known may lie in any district of that province; one of which nothing is known may
    lie anywhere.

    Parameters
    ----------
    gazetteer
        Where the rows come from.
    above, holders_by_name
        As for :func:`is_inside`.
    """
    may = np.ones(above.shape[1], dtype=bool)
    for holders in holders_by_name:
        if len(holders):
            around = np.append(areas_above(gazetteer, holders).ravel(), holders)
            may &= (above[:, :, None] == holders).any(axis=(0, 2)) | (above[0] < 0) | np.isin(above[0], around)
    return may


def holds_any(gazetteer: Gazetteer, rows: Ints, held: Sequence[str]) -> Bools:
    """Say which rows are areas that hold a place of one of the names: the state, in "Buffalo, New York"."""
    inner = np.concatenate([find_rows(gazetteer, name)[0] for name in held])
    holders = np.unique(areas_above(gazetteer, inner))
    return np.asarray(_ADMIN_CODES[gazetteer.feature_code[rows]] & np.isin(rows, holders))
