"""The candidates of every name of a document, side by side in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES, NAME_KINDS
from geo.gazetteer.names import fold
from geo.resolve.groups import Group
from geo.resolve.weights import FEATURE_PRIOR, RANK_PRIOR, WEIGHTS

__all__ = ["Candidates", "Floats", "Ints", "gather_candidates"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_KIND_SHIFT, _ROW_MASK = 28, (1 << 28) - 1
_ALTERNATE, _DEMONYM = NAME_KINDS.index("alternate"), NAME_KINDS.index("demonym")
_ADMIN1, _TOWN = FEATURES.index("admin1"), FEATURES.index("populated place")
_MOST = 300
_DEPTH = 5
_ADMIN_CODES = np.array([FEATURES.index(kind) for kind in FEATURES if kind in ADMINISTRATIVE])


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Every candidate of every group, a row each, groups one after the other.

    Parameters
    ----------
    group
        Shape (n,): the group that each belongs to.
    row
        Shape (n,): its row in the gazetteer.
    prior
        Shape (n,): its score before the document is read, natural log.
    contained
        Shape (n,): whether the text names a region that holds it right beside it.
    country
        Shape (n,): a number for its country; 0 for none.
    admin1
        Shape (n,): the row of its first-level region; -1 for none.
    lon, lat
        Shape (n,): degrees, OGC:CRS84.
    starts
        Shape (groups,): where each group begins; empty groups are not among them.
    groups
        Shape (groups,): the number of each group that has candidates.
    """

    group: Ints
    row: Ints
    prior: Floats
    contained: npt.NDArray[np.bool_]
    country: Ints
    admin1: Ints
    lon: Floats
    lat: Floats
    starts: Ints
    groups: Ints


def _prior(gazetteer: Gazetteer, rows: Ints, kinds: Ints, feature: str) -> Floats:
    codes, ranks = gazetteer.feature_code[rows], gazetteer.rank[rows]
    towns = codes == _TOWN
    by_feature = np.array([FEATURE_PRIOR.get(kind, -1.0) for kind in FEATURES])[codes]
    by_rank = np.array([RANK_PRIOR[rank] for rank in range(len(RANK_PRIOR))])[np.minimum(ranks, 3)]
    people = np.log10(gazetteer.population[rows] + 10.0) * WEIGHTS["population"]
    people += np.where(ranks == 1, WEIGHTS["capital"], np.where(ranks == 2, WEIGHTS["seat of admin1"], 0.0))  # noqa: PLR2004
    prior = np.where(towns, people, np.where(by_feature > 0, by_feature, by_rank))
    prior = prior + np.where(kinds == _ALTERNATE, WEIGHTS["alternate name"], 0.0)
    if feature:
        wanted = FEATURES.index(feature)
        both_areas = np.isin(codes, _ADMIN_CODES) & (wanted in _ADMIN_CODES)
        prior = prior + np.where(
            codes == wanted, WEIGHTS["feature named"], np.where(both_areas, WEIGHTS["feature like named"], 0.0)
        )
    return prior


def _rows_of(gazetteer: Gazetteer, name: str) -> tuple[Ints, Ints]:
    postings = gazetteer.postings(fold(name)).astype(np.int64)
    kinds, rows = postings >> _KIND_SHIFT, postings & _ROW_MASK
    keep = kinds != _DEMONYM
    rows, kinds = rows[keep], kinds[keep]
    # A place may bear a name in several ways; the postings list its best way first.
    _, first = np.unique(rows, return_index=True)
    first.sort()
    return rows[first], kinds[first]


def _inside(gazetteer: Gazetteer, rows: Ints, containers: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Say for each row whether all the named regions that can hold anything hold it."""
    inside = np.ones(len(rows), dtype=bool)
    told = False
    for name in containers:
        holders, _ = _rows_of(gazetteer, name)
        holders = holders[np.isin(gazetteer.feature_code[holders], _ADMIN_CODES)]
        holders = holders[~np.isin(holders, rows)] if len(containers) == 1 else holders
        if len(holders) == 0:
            continue
        told = True
        held = np.zeros(len(rows), dtype=bool)
        above = gazetteer.parent[rows].astype(np.int64)
        for _ in range(_DEPTH):
            held |= np.isin(above, holders)
            above = np.where(above >= 0, gazetteer.parent[above], -1)
        inside &= held
    return inside & told


def _first_level(gazetteer: Gazetteer, rows: Ints) -> Ints:
    """Give the row of the first-level region that each row lies in or is; -1 for none."""
    found = np.full(len(rows), -1, dtype=np.int64)
    above = rows.copy()
    for _ in range(_DEPTH):
        there = (above >= 0) & (gazetteer.feature_code[above] == _ADMIN1)
        found = np.where(there, above, found)
        above = np.where(above >= 0, gazetteer.parent[above], -1)
    return found


def _of_group(gazetteer: Gazetteer, group: Group) -> tuple[Ints, Floats, npt.NDArray[np.bool_]]:
    rows, kinds = _rows_of(gazetteer, group.name)
    prior = _prior(gazetteer, rows, kinds, group.feature)
    contained = np.zeros(len(rows), dtype=bool)
    if group.hints:
        contained = _inside(gazetteer, rows, group.hints)
        for drop in range(1, len(group.hints)):
            if contained.any():
                break
            contained = _inside(gazetteer, rows, group.hints[drop:])
        keep = contained
        rows, prior, contained = rows[keep], prior[keep], contained[keep]
    elif group.containers:
        contained = _inside(gazetteer, rows, group.containers)
        if not contained.any():
            contained = _inside(gazetteer, rows, group.containers[:1])
    best = np.argsort(-prior, kind="stable")[:_MOST]
    return rows[best], prior[best], contained[best]


def gather_candidates(gazetteer: Gazetteer, groups: Sequence[Group]) -> Candidates:
    """Look up every group's name and lay the candidates side by side.

    Parameters
    ----------
    gazetteer
        Where to look.
    groups
        The names of a document.

    Returns
    -------
    Candidates
        At most 300 a group, those with the best priors.
    """
    per_group = [_of_group(gazetteer, group) for group in groups]
    sizes = np.array([len(rows) for rows, _, _ in per_group], dtype=np.int64)
    filled = np.flatnonzero(sizes)
    empty: list[npt.NDArray[np.generic]] = []
    parts = [per_group[index] for index in filled]
    row = np.concatenate([part[0] for part in parts] or empty or [np.zeros(0, dtype=np.int64)])
    _, country = np.unique(gazetteer.country_code[row], return_inverse=True)
    return Candidates(
        group=np.repeat(filled, sizes[filled]),
        row=row,
        prior=np.concatenate([part[1] for part in parts] or [np.zeros(0)]),
        contained=np.concatenate([part[2] for part in parts] or [np.zeros(0, dtype=bool)]),
        country=np.where(gazetteer.country_code[row] == b"", 0, country.reshape(-1) + 1),
        admin1=_first_level(gazetteer, row),
        lon=gazetteer.lon_e5[row] / 1e5,
        lat=gazetteer.lat_e5[row] / 1e5,
        starts=np.concatenate([[0], np.cumsum(sizes[filled])[:-1]]).astype(np.int64) if len(filled) else row,
        groups=filled,
    )
