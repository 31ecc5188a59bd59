"""What the names right before and behind a name in the text say about its candidates."""

from collections.abc import Sequence

import numpy as np

from geo.resolve.candidates import Candidates
from geo.resolve.groups import Group
from geo.resolve.lookup import Bools, Floats, Ints

__all__ = ["Neighbours"]

_REACH = 6
_MOST = 12
_DECAY = 0.85
_KM = 6_371.0088
_SCALES_KM = (30.0, 150.0)
# The cosine of some 40 km: a town and its district are one neighbour.
_SAME_SPOT = 0.99998


class Neighbours:
    """The names that stand near each name in the text, the nearest weighing most.

    Parameters
    ----------
    candidates
        Those of all names.
    groups
        The names.
    names
        Shape (groups,): a number for the name of each group that has candidates; what bears the same name is no
        neighbour.
    wide
        Shape (n,): whether a candidate is too wide to be near anything, as a country is.
    """

    def __init__(self, candidates: Candidates, groups: Sequence[Group], names: Ints, wide: Bools) -> None:
        self._candidates, self._wide = candidates, wide
        lon, lat = np.radians(candidates.lon), np.radians(candidates.lat)
        self._point = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
        other, decay = _find_neighbours(candidates, groups, names)
        self._other, self._decay = other, decay
        self._everyone = np.maximum(decay.sum(axis=0), 1.0)

    def tops(self, belief: Floats) -> Ints:
        """Give the candidate of each group that is believed most, the first of equals."""
        candidates = self._candidates
        best = np.repeat(np.maximum.reduceat(belief, candidates.starts), candidates.sizes)
        index = np.where(belief == best, np.arange(len(belief)), len(belief))
        return np.minimum.reduceat(index, candidates.starts)

    def signs(self, belief: Floats) -> list[Floats]:
        """Give how near the neighbours of each candidate's name probably lie, and whether they hold it."""
        candidates, order = self._candidates, self._candidates.order
        top = self.tops(belief)
        spot = ((self._point * self._point[:, top][:, order]).sum(axis=0) > _SAME_SPOT) & (
            self._wide == self._wide[top][order]
        )
        sure = np.add.reduceat(belief * spot, candidates.starts)[self._other] * self._decay
        sure, point = sure[:, order], top[self._other][:, order]
        cosine = sum(axis[point] * axis for axis in self._point)
        distance_km = _KM * np.sqrt(np.maximum(2.0 - 2.0 * np.asarray(cosine), 0.0))
        anchor = np.where(self._wide[point] | self._wide, 0.0, sure)
        near = [(anchor / (1.0 + (distance_km / scale) ** 2)).max(axis=0) for scale in _SCALES_KM]
        row = candidates.row[point]
        areas = (candidates.country, candidates.admin1, candidates.admin2)
        held = [(sure * ((row == area) & (area >= 0))).max(axis=0) for area in areas]
        everyone = self._everyone[order]
        alike = [(sure * ((area[point] == area) & (area >= 0))).sum(axis=0) / everyone for area in areas[:2]]
        return [*near, *held, *alike]


def _find_neighbours(candidates: Candidates, groups: Sequence[Group], names: Ints) -> tuple[Ints, Floats]:
    """Give for each group its neighbours and their weights, shape (12, groups); a weight of 0 is no neighbour."""
    count = len(candidates.groups)
    places = [(index, at) for at, number in enumerate(candidates.groups) for index in groups[number].mentions]
    sequence = np.array([at for _, at in sorted(places)], dtype=np.int64)
    one, other, step = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for offset in range(1, _REACH + 1):
        left, right = sequence[:-offset], sequence[offset:]
        one += [left, right]
        other += [right, left]
        step += [np.full(2 * len(left), offset)]
    everywhere = [at for at, number in enumerate(candidates.groups) if groups[number].published]
    for at in everywhere:
        one.append(np.arange(count))
        other.append(np.full(count, at))
        step.append(np.ones(count, dtype=np.int64))
    mine, theirs, steps = np.concatenate(one), np.concatenate(other), np.concatenate(step)
    order = np.lexsort((theirs, steps, mine))
    mine, theirs, steps = mine[order], theirs[order], steps[order]
    _, first = np.unique(mine * count + theirs, return_index=True)
    first = np.sort(first[names[mine[first]] != names[theirs[first]]])
    mine, theirs, steps = mine[first], theirs[first], steps[first]
    rank = np.arange(len(mine)) - np.searchsorted(mine, mine)
    keep = rank < _MOST
    found, decay = np.zeros((_MOST, count), dtype=np.int64), np.zeros((_MOST, count))
    found[rank[keep], mine[keep]] = theirs[keep]
    decay[rank[keep], mine[keep]] = _DECAY ** (steps[keep] - 1.0)
    return found, decay
