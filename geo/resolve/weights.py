"""How much each sign speaks for a candidate, in natural-log units: the one table to tune.

Set by hand. A candidate's score is the sum of what applies; a softmax over the candidates of a name, with one more
for "none of these", gives belief.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["FEATURE_PRIOR", "RANK_PRIOR", "WEIGHTS"]

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "population": 1.1,  # for each power of ten
        "capital": 2.0,
        "seat of admin1": 0.7,
        "alternate name": -1.2,
        "feature named": 3.0,
        "feature like named": 1.5,
        "contained": 7.0,
        "contained, in a list of countries": 1.0,
        "namesake with its region": 3.0,
        "country share": 3.5,
        "admin1 share": 2.0,
        "near others": 2.5,
        "none of these": 1.5,
        "none of these, container named": 3.0,
    }
)

FEATURE_PRIOR: Mapping[str, float] = MappingProxyType(
    {"country": 10.0, "admin1": 6.3, "admin2": 4.3, "admin3": 3.4, "continent": 10.0}
)
"""The prior of administrative areas and continents, whose population the gazetteer mostly lacks."""

RANK_PRIOR: Mapping[int, float] = MappingProxyType({0: 4.5, 1: 8.0, 2: 6.8, 3: 5.5})
"""The prior of natural features and regions by how widely they are known: 1 in the world … 3 in their country."""
