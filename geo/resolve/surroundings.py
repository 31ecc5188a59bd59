"""What the rest of a document says about each candidate: where its other names probably lie.

Each sign is computed from a belief in the candidates of the other names, and is linear in the number of candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import FEATURES
from geo.resolve.candidates import Candidates
from geo.resolve.grid import Support
from geo.resolve.groups import Group
from geo.resolve.lookup import Bools, Floats, Ints
from geo.resolve.neighbours import Neighbours
from geo.resolve.signs import name_numbers

__all__ = ["DOCUMENT_SIGNS", "FIRST_SIGNS", "Surroundings"]

_SHARES = ("country", "admin1", "admin2")
FIRST_SIGNS = (
    "at first: country share",
    "at first: admin1 share",
    "at first: admin2 share",
    "at first: names within 50 km",
    "at first: names within 150 km",
    "local text: country",
    "local text: admin1",
    "local text: powers of ten of people above 10,000",
)
"""Signs taken from the flattened first belief, so that the famous do not decide before all have spoken."""

DOCUMENT_SIGNS = (
    "country share",
    "country share, root",
    "admin1 share",
    "admin1 share, root",
    "admin2 share",
    "names within 50 km",
    "names within 150 km",
    "near a neighbour, 30 km",
    "near a neighbour, 150 km",
    "in a neighbour that is a country",
    "in a neighbour that is an admin1",
    "in a neighbour that is an admin2",
    "neighbours of its country",
    "neighbours of its admin1",
)
"""Signs taken from the current belief, in the order of the rows of :meth:`Surroundings.signs`."""

_EXPLICIT = 2.0
# Where a document was published speaks as a name of so many mentions.
_PUBLISHED = 3
_COUNTRY, _ADMIN1, _TOWN = (FEATURES.index(kind) for kind in ("country", "admin1", "populated place"))
_IS_WIDE = np.array([kind in {"country", "admin1", "continent", "region", "ocean", "sea"} for kind in FEATURES])
_CELLS_DEG = (0.4, 1.2)


@dataclass(frozen=True, slots=True)
class _Share:
    """The candidates that have the same key (an area), 0 for none, and those of the same name and key."""

    key: Ints
    pair: Ints
    outside: Floats

    @classmethod
    def of(cls, key: Ints, name: Ints, outside: Floats) -> "_Share":
        """Give the keys dense numbers, 0 that of key 0."""
        _, dense = np.unique(np.append(0, key), return_inverse=True)
        dense = dense.reshape(-1)[1:]
        _, pair = np.unique(name * (int(dense.max(initial=0)) + 1) + dense, return_inverse=True)
        return cls(dense, pair.reshape(-1), outside)

    def measure(self, mass: Floats, name: Ints) -> Floats:
        """Give for each candidate the share of the other names' mass that has its key."""
        known = mass * (self.key > 0)
        total = np.bincount(self.key, weights=known, minlength=1).astype(np.float64)
        total[: len(self.outside)] += self.outside
        own = np.bincount(self.pair, weights=known)[self.pair]
        own_name = np.bincount(name, weights=known)[name]
        others = np.maximum(total[self.key] - own, 0.0) * (self.key > 0)
        return np.asarray(others / (np.maximum(total.sum() - own_name, 0.0) + 1.0))


class Surroundings:
    """A document's names and how they lie to each other.

    Parameters
    ----------
    gazetteer
        Where the candidates come from.
    candidates
        Those of all names.
    groups
        The names.
    demonym_rows
        Rows of the countries that demonyms of the document point to, one a mention.
    """

    def __init__(
        self, gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group], demonym_rows: Sequence[int]
    ) -> None:
        codes = gazetteer.feature_code[candidates.row]
        names = name_numbers(candidates, groups)
        self._candidates = candidates
        self._name: Ints = np.repeat(names, candidates.sizes)
        self._wide: Bools = _IS_WIDE[codes]
        people = np.log10(gazetteer.population[candidates.row] + 10.0)
        great = np.maximum(np.where(codes == _TOWN, people, 0.0) - 4.0, 0.0)
        self._fame: Floats = np.stack([codes == _COUNTRY, codes == _ADMIN1, great]).astype(np.float64)
        mine = [groups[number] for number in candidates.groups]
        said = np.log1p(np.array([_PUBLISHED if group.published else len(group.mentions) for group in mine]))
        self._weight: Floats = np.repeat(said, candidates.sizes) * np.where(codes == _COUNTRY, _EXPLICIT, 1.0)
        demonyms = _demonym_mass(gazetteer, candidates, demonym_rows)
        self._shares = (
            _Share.of(candidates.nation, self._name, demonyms),
            _Share.of(candidates.admin1 + 1, self._name, np.zeros(0)),
            _Share.of(candidates.admin2 + 1, self._name, np.zeros(0)),
        )
        self._supports = [Support(candidates.lon, candidates.lat, self._name, size_deg=size) for size in _CELLS_DEG]
        self.neighbours = Neighbours(candidates, groups, names, self._wide)

    def first_signs(self, belief: Floats) -> Floats:
        """Give the signs of `FIRST_SIGNS`, shape (signs, n), from a flattened belief."""
        shares = self._share(belief)
        # A text is local as far as its names have places in one first-level region.
        local = float(shares[1].max(initial=0.0))
        return np.stack([*shares, *self._support(belief), *(local * self._fame)])

    def signs(self, belief: Floats) -> Floats:
        """Give the signs of `DOCUMENT_SIGNS`, shape (signs, n), from the current belief."""
        country, admin1, admin2 = self._share(belief)
        shares = [country, np.sqrt(country), admin1, np.sqrt(admin1), admin2]
        return np.stack([*shares, *self._support(belief), *self.neighbours.signs(belief)])

    def _share(self, belief: Floats) -> list[Floats]:
        mass = belief * self._weight
        return [share.measure(mass, self._name) for share in self._shares]

    def _support(self, belief: Floats) -> list[Floats]:
        mass = np.where(self._wide, 0.0, belief)
        return [np.where(self._wide, 0.0, np.log1p(support.measure(mass))) for support in self._supports]


def _demonym_mass(gazetteer: Gazetteer, candidates: Candidates, demonym_rows: Sequence[int]) -> Floats:
    """Give what demonyms add to each country's weight, by the numbers that the candidates use for countries."""
    mass = np.zeros(int(candidates.nation.max(initial=0)) + 1)
    numbers = dict(zip(gazetteer.country_code[candidates.row].tolist(), candidates.nation.tolist(), strict=True))
    for row, times in zip(*np.unique(np.array(demonym_rows, dtype=np.int64), return_counts=True), strict=True):
        number = numbers.get(bytes(gazetteer.country_code[row]), 0)
        mass[number] += np.log1p(times) if number else 0.0
    return mass
