"""What speaks for each candidate by itself: how well known it is, how the text names it, what stands right beside it.

A sign is a number for each candidate, 0 where it is absent; :mod:`geo.resolve.weights` holds how much each counts.
What the rest of the document says is in :mod:`geo.resolve.surroundings`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, FEATURES, NAME_KINDS, PHYSICAL
from geo.gazetteer.layout import MINOR_RANK
from geo.gazetteer.names import fold
from geo.resolve.candidates import Candidates
from geo.resolve.groups import Group
from geo.resolve.lookup import Bools, Floats, Ints, find_rows, holds_any

__all__ = ["NONE_SIGNS", "OWN_SIGNS", "name_numbers", "none_signs", "own_signs"]

OWN_SIGNS = (
    "town: powers of ten of people",
    "town: powers of ten above 1,000",
    "town: powers of ten above 100,000",
    "town: people unknown",
    "town: capital",
    "town: seat of admin1",
    "town: in the area of its name",
    "town: powers of ten below the largest of its name",
    "town: largest of its name",
    "country",
    "country: powers of ten of people",
    "admin1",
    "admin1: powers of ten of people",
    "admin2",
    "admin2: powers of ten of people",
    "admin3",
    "admin3: powers of ten of people",
    "continent",
    "nature or region: rank 0",
    "nature or region: rank 1",
    "nature or region: rank 2",
    "nature or region: rank 3",
    "region",
    "ocean, sea, gulf or strait",
    "lake, river or canal",
    "island or peninsula",
    "alternate name",
    "alternate name, own name of another",
    "short name",
    "named as its country",
    "default sense",
    "only one of its name",
    "feature named",
    "feature like named",
    "not of nature, as named",
    "holds what it is said to",
    "contained",
    "contained, maybe a list",
    "contained, maybe a list of countries",
    "namesake with its region",
    "its country speaks the text's language",
)
"""The signs of a candidate by itself, in the order of the rows of :func:`own_signs`."""

NONE_SIGNS = (
    "always",
    "container named, holds none",
    "container named, holds none, maybe a list",
    "feature named, none has it",
    "only alternate names",
    "powers of e of candidates",
    "largest: powers of ten of people",
    "few other names",
    "a table or the user tells where",
)
"""The signs that a name means none of its candidates, in the order of the rows of :func:`none_signs`."""

_ALTERNATE, _SHORT = NAME_KINDS.index("alternate"), NAME_KINDS.index("short")
_CODE = {kind: FEATURES.index(kind) for kind in FEATURES}
_TOWN, _COUNTRY = _CODE["populated place"], _CODE["country"]
_AREAS = ("country", "admin1", "admin2", "admin3")
# An island or a peninsula may be a country or a province; a river is neither.
_NATURE_ALONE = PHYSICAL - {"island", "peninsula", "gulf", "continent"}
_IS_ADMIN = np.array([kind in ADMINISTRATIVE for kind in FEATURES])
# A valley or a forest may be filed as a region.
_IS_NATURE = np.array([kind in PHYSICAL or kind == "region" for kind in FEATURES])
_FAMILIES = {
    "region": {"region"},
    "ocean, sea, gulf or strait": {"ocean", "sea", "gulf", "strait"},
    "lake, river or canal": {"lake", "river", "canal"},
    "island or peninsula": {"island", "peninsula"},
    "continent": {"continent"},
}
_IN_FAMILY = {name: np.array([kind in kinds for kind in FEATURES]) for name, kinds in _FAMILIES.items()}
_GREAT_CITY = 500_000
# Where a text of a language is most often written; a text of another language says nothing.
_SPOKEN_IN = {
    "en": "US GB CA AU NZ IE ZA IN NG KE GH JM SG",
    "es": "ES MX AR CO PE CL VE EC BO PY UY GT HN SV NI CR PA CU DO PR GQ",
    "pt": "PT BR AO MZ CV GW ST TL",
    "fr": "FR BE CH CA CI SN ML BF NE TD CM CD CG GA MG GN BJ TG DJ HT LU MC RW BI",
}


class _Rows:
    """The rows of a matrix of signs, by their names."""

    def __init__(self, names: Sequence[str], count: int) -> None:
        self.matrix: Floats = np.zeros((len(names), count))
        self._at = {name: index for index, name in enumerate(names)}

    def __setitem__(self, name: str, values: npt.ArrayLike) -> None:
        self.matrix[self._at[name]] = values


def name_numbers(candidates: Candidates, groups: Sequence[Group]) -> Ints:
    """Give for each group that has candidates a number of its name: the same for the same name."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(groups[number].folded, len(numbers)) for number in candidates.groups]
    return np.array(found, dtype=np.int64)


def own_signs(gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group], language: str) -> Floats:
    """Give the signs of each candidate by itself.

    Parameters
    ----------
    gazetteer
        Where the candidates come from.
    candidates
        Those of all names of a document.
    groups
        The names.
    language
        The document's, BCP 47.

    Returns
    -------
    numpy.ndarray
        Shape (signs, n): the rows are those of `OWN_SIGNS`.
    """
    signs = _Rows(OWN_SIGNS, len(candidates.row))
    if len(candidates.row) == 0:
        return signs.matrix
    codes = gazetteer.feature_code[candidates.row].astype(np.int64)
    powers = np.log10(gazetteer.population[candidates.row] + 10.0)
    known = gazetteer.population[candidates.row] > 0
    # Whatever a minor place is, it is as well known as a hamlet.
    codes = np.where(gazetteer.rank[candidates.row] == MINOR_RANK, _TOWN, codes)
    _set_towns(signs, gazetteer, candidates, codes, powers)
    for kind in _AREAS:
        of_kind = codes == _CODE[kind]
        signs[kind] = of_kind
        signs[f"{kind}: powers of ten of people"] = of_kind * known * (powers - 5.0)
    natural = _IS_NATURE[codes]
    ranks = np.minimum(gazetteer.rank[candidates.row], 3)
    for rank in range(4):
        signs[f"nature or region: rank {rank}"] = natural & (ranks == rank)
    for family, members in _IN_FAMILY.items():
        signs[family] = members[codes]
    _set_names(signs, gazetteer, candidates, groups, codes)
    _set_text(signs, gazetteer, candidates, groups)
    spoken = _SPOKEN_IN.get(language.partition("-")[0], "").encode().split()
    signs["its country speaks the text's language"] = np.isin(gazetteer.country_code[candidates.row], spoken)
    return signs.matrix


def _each(values: Floats, candidates: Candidates, how: np.ufunc) -> Floats:
    """Reduce the values of each group to one and give it to each of its candidates."""
    return np.asarray(np.repeat(how.reduceat(values, candidates.starts), candidates.sizes))


def _set_towns(signs: _Rows, gazetteer: Gazetteer, candidates: Candidates, codes: Ints, powers: Floats) -> None:
    towns = codes == _TOWN
    unknown = towns & (gazetteer.population[candidates.row] == 0)
    powers = np.where(towns, np.where(unknown, 2.0, powers), 0.0)
    ranks = gazetteer.rank[candidates.row]
    signs["town: powers of ten of people"] = np.where(towns, powers - 3.0, 0.0)
    signs["town: powers of ten above 1,000"] = np.maximum(powers - 3.0, 0.0)
    signs["town: powers of ten above 100,000"] = np.maximum(powers - 5.0, 0.0)
    signs["town: people unknown"] = unknown
    signs["town: capital"] = towns & (ranks == 1)
    signs["town: seat of admin1"] = towns & (ranks == 2)  # noqa: PLR2004 - see Gazetteer.rank
    largest = _each(powers, candidates, np.maximum)
    signs["town: powers of ten below the largest of its name"] = towns * (largest - powers)
    signs["town: largest of its name"] = towns & (largest == powers)
    pairs = candidates.order << 32
    areas = (pairs + candidates.row)[_IS_ADMIN[codes] & (codes != _COUNTRY)]
    inside = np.isin(candidates.above + pairs, areas).any(axis=0) if len(areas) else False
    signs["town: in the area of its name"] = towns & inside


def _set_names(
    signs: _Rows, gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group], codes: Ints
) -> None:
    """Set what the name is to each candidate; the short form of a great city's name is as good as the whole."""
    row = candidates.row
    alternate = candidates.kind == _ALTERNATE
    for index in np.flatnonzero(alternate & (gazetteer.population[row] > _GREAT_CITY)):
        start = fold(groups[candidates.group[index]].name)
        starts = (start, start.replace("st ", "saint ", 1))
        alternate[index] = not fold(gazetteer.name(int(row[index]))).startswith(starts)
    default = np.zeros(len(row), dtype=bool)
    for number, start, size in zip(candidates.groups, candidates.starts, candidates.sizes, strict=True):
        meant = gazetteer.default_row(groups[number].name)
        if meant is not None:
            default[start : start + size] = row[start : start + size] == meant
    # What a name nearly always means bears it as its own.
    alternate &= ~default
    own = _each((candidates.kind != _ALTERNATE).astype(np.float64), candidates, np.maximum) > 0
    signs["alternate name"] = alternate
    signs["alternate name, own name of another"] = alternate & own
    signs["short name"] = candidates.kind == _SHORT
    signs["default sense"] = default
    countries = (candidates.order << 32) + candidates.nation
    signs["named as its country"] = (codes != _COUNTRY) & np.isin(countries, countries[codes == _COUNTRY])
    signs["only one of its name"] = np.repeat(candidates.sizes == 1, candidates.sizes)


def _set_text(signs: _Rows, gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group]) -> None:
    """Set what the words beside the name say."""
    codes = gazetteer.feature_code[candidates.row].astype(np.int64)
    signs_of_feature = np.zeros((3, len(codes)), dtype=bool)
    holds = np.zeros(len(codes), dtype=bool)
    for number, start, size in zip(candidates.groups, candidates.starts, candidates.sizes, strict=True):
        group, part = groups[number], slice(start, start + size)
        if group.feature:
            signs_of_feature[:, part] = _feature_signs(codes[part], group.feature)
        if group.holds:
            holds[part] = holds_any(gazetteer, candidates.row[part], group.holds)
    signs["feature named"], signs["feature like named"], signs["not of nature, as named"] = signs_of_feature
    signs["holds what it is said to"] = holds
    listed = np.repeat(np.array([groups[number].listed for number in candidates.groups]), candidates.sizes)
    may_be_country = _each((codes == _COUNTRY).astype(np.float64), candidates, np.maximum) > 0
    signs["contained"] = candidates.contained & ~listed
    signs["contained, maybe a list"] = candidates.contained & listed & ~may_be_country
    signs["contained, maybe a list of countries"] = candidates.contained & listed & may_be_country
    names = np.repeat(name_numbers(candidates, groups), candidates.sizes) << 32
    told = (names + candidates.row)[candidates.contained & ~listed]
    signs["namesake with its region"] = np.isin(names + candidates.row, told) & ~candidates.contained


def _feature_signs(codes: Ints, feature: str) -> Bools:
    same = codes == _CODE[feature]
    like = _IS_ADMIN[codes] & _IS_ADMIN[_CODE[feature]] & ~same
    not_of_nature = ~_IS_NATURE[codes] & (feature in _NATURE_ALONE)
    return np.stack([same, like, not_of_nature])


def _cannot_be_a_list(gazetteer: Gazetteer, rows: Ints, container: str) -> bool:
    """Say whether a region right behind a name claims to hold it, and is no next of a list: "Francia, Suiza".

    A list is one of countries, or of regions of a country; what a name means first must be one to claim anything.
    """
    region = find_rows(gazetteer, container)[0][:1]
    codes = gazetteer.feature_code
    if not np.isin(codes[region], (_COUNTRY, _CODE["admin1"])).any():
        return False
    neighbours = (codes[rows] == _CODE["admin1"]) & (gazetteer.country_code[rows] == gazetteer.country_code[region])
    return not (neighbours | (codes[rows] == _COUNTRY)).any()


def none_signs(gazetteer: Gazetteer, candidates: Candidates, groups: Sequence[Group]) -> Floats:
    """Give the signs that a name means none of its candidates.

    Returns
    -------
    numpy.ndarray
        Shape (signs, groups): the rows are those of `NONE_SIGNS`, the columns the groups that have candidates.
    """
    signs = _Rows(NONE_SIGNS, len(candidates.groups))
    if len(candidates.row) == 0:
        return signs.matrix
    starts = candidates.starts
    mine = [groups[number] for number in candidates.groups]
    told = np.array([bool(group.containers) for group in mine])
    empty = told & ~np.logical_or.reduceat(candidates.contained, starts)
    codes = gazetteer.feature_code[candidates.row]
    contradicted = np.zeros(len(mine), dtype=bool)
    for at in np.flatnonzero(empty):
        rows = candidates.row[starts[at] : starts[at] + candidates.sizes[at]]
        contradicted[at] = not mine[at].listed and _cannot_be_a_list(gazetteer, rows, mine[at].containers[-1])
    wanted = np.array([_CODE.get(group.feature, -1) for group in mine])
    has_it = np.logical_or.reduceat(codes == np.repeat(wanted, candidates.sizes), starts)
    signs["always"] = 1.0
    signs["container named, holds none"] = contradicted
    signs["container named, holds none, maybe a list"] = empty & ~contradicted
    signs["feature named, none has it"] = (wanted >= 0) & ~has_it
    signs["only alternate names"] = np.logical_and.reduceat(candidates.kind == _ALTERNATE, starts)
    signs["powers of e of candidates"] = np.log(candidates.sizes)
    signs["few other names"] = 1.0 / len(mine)
    signs["a table or the user tells where"] = np.array([bool(group.hints) or group.published for group in mine])
    largest = np.maximum.reduceat(gazetteer.population[candidates.row], starts)
    signs["largest: powers of ten of people"] = np.log10(largest + 10.0)
    return signs.matrix
