"""The candidates of every name of a document, side by side in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES, NAME_KINDS, PHYSICAL
from geo.gazetteer.layout import KIND_SHIFT, POSTAL_PREFIX, ROW_MASK
from geo.gazetteer.names import fold
from geo.resolve.groups import Group
from geo.resolve.weights import AREA_PRIOR, RANK_PRIOR, WEIGHTS

__all__ = ["Candidates", "Floats", "Ints", "gather_candidates"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_ALTERNATE, _DEMONYM = NAME_KINDS.index("alternate"), NAME_KINDS.index("demonym")
_COUNTRY, _ADMIN1, _TOWN = (FEATURES.index(kind) for kind in ("country", "admin1", "populated place"))
# An island or a peninsula may be a country or a province; a river is neither.
_NATURE_ALONE = PHYSICAL - {"island", "peninsula", "gulf", "continent"}
_MOST = 300
# GeoNames lists towns without a population when they are the seat of some area.
_SEAT_PEOPLE = 3_000
_GREAT_CITY = 500_000
_DEPTH = 5
# The codes that a table may write for a country or a region.
_CODE_SCHEMES = ("iso3166-1", "iso3166-2", "inei")
_AREA_PRIORS = np.array([AREA_PRIOR.get(kind, (np.nan, np.nan)) for kind in FEATURES])
_RANK_PRIORS = np.array([RANK_PRIOR[rank] for rank in range(len(RANK_PRIOR))])
# A valley or a forest may be filed as a region.
_NATURE_CODES = np.array([FEATURES.index(kind) for kind in FEATURES if kind in PHYSICAL or kind == "region"])
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


def _known(gazetteer: Gazetteer, rows: Ints) -> Floats:
    """Score how well known each place is: towns and areas by their people, what nature made by its rank."""
    codes, ranks = gazetteer.feature_code[rows], gazetteer.rank[rows]
    people = np.where((codes == _TOWN) & (gazetteer.population[rows] == 0), _SEAT_PEOPLE, gazetteer.population[rows])
    powers = np.log10(people + 10.0)
    seat = np.array([0.0, WEIGHTS["capital"], WEIGHTS["seat of admin1"], 0.0])[np.minimum(ranks, 3)]
    base, slope = _AREA_PRIORS[codes].T
    by_rank = _RANK_PRIORS[np.minimum(ranks, 3)]
    towns = powers * WEIGHTS["population"] + seat
    return np.asarray(np.where(codes == _TOWN, towns, np.where(np.isnan(base), by_rank, base + slope * powers)))


def _alternate_name(gazetteer: Gazetteer, rows: Ints, kinds: Ints, name: str) -> Floats:
    """Score a name being only an alternate one; the short form of a great city's name is as good as the whole."""
    alternate = WEIGHTS["alternate name"] + WEIGHTS["alternate name of another's"] * bool((kinds != _ALTERNATE).any())
    score = np.where(kinds == _ALTERNATE, alternate, 0.0)
    start = fold(name)
    starts = (start, start.replace("st ", "saint ", 1))
    for index in np.flatnonzero((kinds == _ALTERNATE) & (gazetteer.population[rows] > _GREAT_CITY)):
        if fold(gazetteer.name(int(rows[index]))).startswith(starts):
            score[index] = 0.0
    return score


def _prior(gazetteer: Gazetteer, rows: Ints, kinds: Ints, *, name: str, feature: str) -> Floats:
    """Score each place before the document is read: how well known it is, how well name and feature fit."""
    known = _known(gazetteer, rows)
    prior = known + _alternate_name(gazetteer, rows, kinds, name)
    countries = rows[gazetteer.feature_code[rows] == _COUNTRY]
    own = np.isin(gazetteer.country_code[rows], gazetteer.country_code[countries]) & ~np.isin(rows, countries)
    prior = prior + np.where(own, WEIGHTS["city named as its country"], 0.0)
    default = gazetteer.default_row(name)
    if default is not None:
        # What a name nearly always means bears it as its own.
        prior = np.where(rows == default, known + WEIGHTS["default sense"], prior)
    if not feature:
        return prior
    codes = gazetteer.feature_code[rows]
    wanted = FEATURES.index(feature)
    if feature in _NATURE_ALONE:
        prior = prior + np.where(np.isin(codes, _NATURE_CODES), 0.0, WEIGHTS["not of nature, as named"])
    both_areas = np.isin(codes, _ADMIN_CODES) & (wanted in _ADMIN_CODES)
    like = np.where(both_areas, WEIGHTS["feature like named"], 0.0)
    return np.asarray(prior + np.where(codes == wanted, WEIGHTS["feature named"], like))


def _rows_of(gazetteer: Gazetteer, name: str) -> tuple[Ints, Ints]:
    # A name that starts with a comma is a short form that means a place only behind another: ", Mass."
    prefix = POSTAL_PREFIX if name.startswith(POSTAL_PREFIX) else ""
    postings = gazetteer.postings(prefix + fold(name)).astype(np.int64)
    kinds, rows = postings >> KIND_SHIFT, postings & ROW_MASK
    keep = kinds != _DEMONYM
    rows, kinds = rows[keep], kinds[keep]
    # A place may bear a name in several ways; the postings list its best way first.
    _, first = np.unique(rows, return_index=True)
    first.sort()
    return rows[first], kinds[first]


def _holders(gazetteer: Gazetteer, name: str) -> Ints:
    """Give the administrative areas that a name or a code means: "Peru", "PE", "PE-PAS", "Calif."."""
    found = [*_rows_of(gazetteer, name)[0], *_rows_of(gazetteer, POSTAL_PREFIX + name)[0]]
    code = name.strip().upper()
    found += [row for scheme in _CODE_SCHEMES if (row := gazetteer.row_of(scheme, code)) is not None]
    rows = np.unique(np.array(found, dtype=np.int64))
    return rows[np.isin(gazetteer.feature_code[rows], _ADMIN_CODES)]


def _inside(gazetteer: Gazetteer, rows: Ints, holders_by_name: Sequence[Ints]) -> npt.NDArray[np.bool_]:
    """Say for each row whether all the named regions that can hold anything hold it."""
    inside = np.ones(len(rows), dtype=bool)
    told = False
    for holders in holders_by_name:
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


def _as_hinted(gazetteer: Gazetteer, rows: Ints, hints: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Say which rows lie where a table says; when none does, a smaller region of the table may be the unknown one."""
    holders = [_holders(gazetteer, hint) for hint in hints]
    for drop in range(len(holders)):
        inside = _inside(gazetteer, rows, holders[drop:])
        if inside.any():
            return inside
    # The row of a country or a region may repeat it in its column of countries or regions.
    return np.isin(rows, holders[-1])


def _as_told(gazetteer: Gazetteer, rows: Ints, containers: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Say which rows lie where the text beside the name says."""
    holders = [_holders(gazetteer, container) for container in containers]
    if len(holders) == 1:
        holders = [holders[0][~np.isin(holders[0], rows)]]
    inside = _inside(gazetteer, rows, holders)
    return inside if inside.any() else _inside(gazetteer, rows, holders[:1])


def _holding(gazetteer: Gazetteer, rows: Ints, held: Sequence[str]) -> Floats:
    """Score the areas that hold a place of the name that the text puts in them: the state, in "Buffalo, New York"."""
    above = np.concatenate([_rows_of(gazetteer, name)[0] for name in held])
    holders: set[int] = set()
    for _ in range(_DEPTH):
        above = gazetteer.parent[above[above >= 0]].astype(np.int64)
        holders.update(above.tolist())
    areas = np.isin(gazetteer.feature_code[rows], _ADMIN_CODES)
    return np.asarray(areas * np.isin(rows, list(holders)) * WEIGHTS["holds what it is said to"])


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
    if len(rows) == 0:
        rows, kinds = _rows_of(gazetteer, group.text)
    prior = _prior(gazetteer, rows, kinds, name=group.name, feature=group.feature)
    contained = np.zeros(len(rows), dtype=bool)
    if group.holds and len(rows):
        prior = prior + _holding(gazetteer, rows, group.holds)
    if group.hints:
        keep = contained = _as_hinted(gazetteer, rows, group.hints)
        rows, prior, contained = rows[keep], prior[keep], contained[keep]
    elif group.containers:
        contained = _as_told(gazetteer, rows, group.containers)
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
    parts = [per_group[index] for index in filled]
    row = np.concatenate([part[0] for part in parts] or [np.zeros(0, dtype=np.int64)])
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
        starts=np.cumsum(sizes[filled]) - sizes[filled],
        groups=filled,
    )
