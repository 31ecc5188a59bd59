"""How much each sign speaks for a candidate, in natural-log units: the one table to tune.

Set by hand. A candidate's score is the sum of what applies; a softmax over the candidates of a name, with one more
for "none of these", gives belief.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["AREA_PRIOR", "RANK_PRIOR", "WEIGHTS"]

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "population": 1.1,  # for each power of ten
        "capital": 2.0,
        "seat of admin1": 0.7,
        "alternate name": -1.2,
        "alternate name of another's": -1.3,
        "holds what it is said to": 3.0,
        "feature named": 3.0,
        "feature like named": 1.5,
        "not of nature, as named": -8.0,
        "contained": 7.0,
        "contained, in a list of countries": 1.0,
        "namesake with its region": 3.0,
        "country share": 3.5,
        "admin1 share": 2.0,
        "near others": 2.5,
        "city named as its country": -3.0,
        "default sense": 1.5,
        "none of these": 1.5,
        "none of these, container named": 4.5,
    }
)

AREA_PRIOR: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "country": (5.5, 0.6),
        "admin1": (3.0, 0.55),
        "admin2": (1.6, 0.5),
        "admin3": (1.2, 0.5),
        "continent": (10.0, 0.0),
    }
)
"""The prior of an area: a constant, and what each power of ten of its population adds."""

RANK_PRIOR: Mapping[int, float] = MappingProxyType({0: 4.5, 1: 8.0, 2: 6.8, 3: 5.5})
"""The prior of natural features and regions by how widely they are known: 1 in the world … 3 in their country."""
