"""Deciding all names of a document together: each candidate is judged by what the others probably are.

The method is a few rounds of mean-field updates: belief in each candidate is a softmax of its score, and the score
takes from the belief in the other names' candidates how much of the document lies in the same country and
first-level region, and how near its neighbours in the text lie. Cost is linear in the number of candidates.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import FEATURES
from geo.resolve.candidates import Candidates, Floats, Ints
from geo.resolve.groups import Group
from geo.resolve.weights import WEIGHTS

__all__ = ["believe"]

_ROUNDS = 4
_NEIGHBOURS = 6
_NEAR_M = 120_000.0
_EARTH_RADIUS_M = 6_371_008.8
_EXPLICIT = 2.0
_COUNTRY = FEATURES.index("country")
_WIDE = np.array([kind in {"country", "admin1", "continent", "region", "ocean", "sea"} for kind in FEATURES])


def _great_circle_m(lon: Floats, lat: Floats, other_lon: Floats, other_lat: Floats) -> Floats:
    """Give great-circle distances in metres (haversine on a sphere): near enough to say what is near."""
    half_lat = np.radians(other_lat - lat) / 2
    half_lon = np.radians(other_lon - lon) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(np.radians(lat)) * np.cos(np.radians(other_lat)) * np.sin(half_lon) ** 2
    return np.asarray(2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0))))


def _softmax(scores: Floats, none_of_these: Floats, candidates: Candidates) -> Floats:
    starts, sizes = candidates.starts, np.diff(np.append(candidates.starts, len(scores)))
    best = np.maximum(np.maximum.reduceat(scores, starts), none_of_these)
    odds = np.exp(scores - np.repeat(best, sizes))
    total = np.add.reduceat(odds, starts) + np.exp(none_of_these - best)
    return np.asarray(odds / np.repeat(total, sizes))


def _share_of_others(key: Ints, belief: Floats, weight: Floats, candidates: Candidates, outside: Floats) -> Floats:
    """Give for each candidate the share of the other names' weight that has the same key (key 0 has none)."""
    size = int(key.max(initial=0)) + 1
    mass: Floats = np.bincount(key, weights=belief * weight, minlength=size).astype(np.float64)
    mass[: len(outside)] += outside
    mass[0] = 0.0
    pair = candidates.group * size + key
    _, index = np.unique(pair, return_inverse=True)
    own = np.bincount(index, weights=belief * weight)[index]
    others = np.maximum(mass[key] - own, 0.0) * (key > 0)
    own_group = np.bincount(candidates.group, weights=belief * weight * (key > 0))[candidates.group]
    total = np.maximum(mass.sum() - own_group, 0.0)
    return np.asarray(others / (total + 1.0))


def _nearness(belief: Floats, wide: npt.NDArray[np.bool_], candidates: Candidates) -> Floats:
    """Give for each candidate how near its name's neighbours in the text probably lie: 1 beside it, 0 far away."""
    starts = candidates.starts
    sizes = np.diff(np.append(starts, len(belief)))
    order = np.repeat(np.arange(len(starts)), sizes)
    top = np.array(
        [start + int(np.argmax(belief[start : start + size])) for start, size in zip(starts, sizes, strict=True)]
    )
    anchor = np.where(wide[top], 0.0, belief[top])
    near = np.zeros(len(belief))
    for offset in (*range(-_NEIGHBOURS, 0), *range(1, _NEIGHBOURS + 1)):
        other = order + offset
        there = (other >= 0) & (other < len(starts))
        other = np.clip(other, 0, len(starts) - 1)
        point = top[other]
        distance_m = _great_circle_m(candidates.lon, candidates.lat, candidates.lon[point], candidates.lat[point])
        # A namesake of the neighbour at the same spot (a town and its district) is evidence too.
        near = np.maximum(near, there * anchor[other] * np.exp(-distance_m / _NEAR_M))
    return near


def _namesakes(candidates: Candidates, groups: Sequence[Group]) -> Floats:
    """Give a bonus to candidates that the same name, said with its region elsewhere in the document, means."""
    told: dict[str, set[int]] = {}
    for row, group, inside in zip(candidates.row, candidates.group, candidates.contained, strict=True):
        if inside and not groups[group].listed:
            told.setdefault(groups[group].folded, set()).add(int(row))
    if not told:
        return np.zeros(len(candidates.row))
    return np.array(
        [
            WEIGHTS["namesake with its region"] * (int(row) in told.get(groups[group].folded, ()))
            for row, group in zip(candidates.row, candidates.group, strict=True)
        ]
    )


def _contained(candidates: Candidates, groups: Sequence[Group], codes: Ints) -> Floats:
    """Score being held by the region named right behind: little when that may be the next country of a list."""
    sizes = np.diff(np.append(candidates.starts, len(codes)))
    may_be_country = np.logical_or.reduceat(codes == _COUNTRY, candidates.starts)
    in_list = np.array([bool(groups[n].containers) and groups[n].listed for n in candidates.groups])
    countries_listed = np.repeat(may_be_country & in_list, sizes)
    full, little = WEIGHTS["contained"], WEIGHTS["contained, in a list of countries"]
    return np.asarray(candidates.contained * np.where(countries_listed, little, full))


def believe(
    gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group], demonym_rows: Sequence[int]
) -> tuple[Floats, Floats]:
    """Give the belief in each candidate once all names of the document are taken together.

    Parameters
    ----------
    gazetteer
        Where the candidates come from.
    candidates
        The candidates of all names.
    groups
        The names.
    demonym_rows
        Rows of the countries that demonyms of the document point to, one a mention.

    Returns
    -------
    belief
        Shape (n,): 0 to 1; what a name's candidates lack to 1 is the belief that it is none of them.
    nearness
        Shape (n,): 0 to 1, how near its neighbours in the text lie.
    """
    if len(candidates.row) == 0:
        return np.zeros(0), np.zeros(0)
    codes = gazetteer.feature_code[candidates.row].astype(np.int64)
    fixed = candidates.prior + _namesakes(candidates, groups) + _contained(candidates, groups, codes)
    none_of_these = np.array(
        [
            WEIGHTS["none of these"]
            + WEIGHTS["none of these, container named"] * bool(groups[number].containers and not groups[number].listed)
            for number in candidates.groups
        ]
    )
    mentions = np.array([len(groups[number].mentions) for number in candidates.group])
    weight = np.log1p(mentions) * np.where(codes == _COUNTRY, _EXPLICIT, 1.0)
    outside = _demonym_mass(gazetteer, candidates, demonym_rows)
    belief = _softmax(fixed, none_of_these, candidates)
    near = np.zeros(len(belief))
    for _ in range(_ROUNDS):
        country = _share_of_others(candidates.country, belief, weight, candidates, outside)
        admin1 = _share_of_others(candidates.admin1 + 1, belief, weight, candidates, np.zeros(0))
        near = _nearness(belief, _WIDE[codes], candidates)
        scores = (
            fixed
            + WEIGHTS["country share"] * country
            + WEIGHTS["admin1 share"] * admin1
            + WEIGHTS["near others"] * near
        )
        belief = _softmax(scores, none_of_these, candidates)
    return belief, near


def _demonym_mass(gazetteer: Gazetteer, candidates: Candidates, demonym_rows: Sequence[int]) -> Floats:
    """Give what demonyms add to each country's weight, by the numbers that the candidates use for countries."""
    mass = np.zeros(int(candidates.country.max(initial=0)) + 1)
    numbers = dict(zip(gazetteer.country_code[candidates.row].tolist(), candidates.country.tolist(), strict=True))
    for row, times in zip(*np.unique(np.array(demonym_rows, dtype=np.int64), return_counts=True), strict=True):
        number = numbers.get(bytes(gazetteer.country_code[row]), 0)
        mass[number] += np.log1p(times)
    return mass
