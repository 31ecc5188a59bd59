"""The candidates of every name of a document, side by side in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import FEATURES, PHYSICAL
from geo.resolve.groups import Group
from geo.resolve.lookup import (
    Bools,
    Floats,
    Ints,
    areas_above,
    find_holders,
    find_minor_rows,
    find_rows,
    find_winners,
    is_inside,
    may_hold,
)

__all__ = ["Candidates", "gather_candidates"]

_COUNTRY, _ADMIN1, _ADMIN2 = (FEATURES.index(kind) for kind in ("country", "admin1", "admin2"))
# Areas, towns and spots lie in the areas that hold them and in no others.
_PLACED = np.array([kind != "region" and kind not in PHYSICAL for kind in FEATURES])
_MOST = 200
_FAMOUS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Every candidate of every group, a row each, groups one after the other.

    Parameters
    ----------
    group
        Shape (n,): the group that each belongs to.
    row
        Shape (n,): its row in the gazetteer.
    kind
        Shape (n,): what the name is to it, an index in ``NAME_KINDS``.
    contained
        Shape (n,): whether the text or a table names a region that holds it right beside it.
    above
        Shape (depth, n): the rows of the areas that hold it, the smallest first; -1 for none.
    country, admin1, admin2
        Shape (n,): the row of the area of that level that it lies in or is; -1 for none.
    nation
        Shape (n,): a number for its ISO 3166-1 code; 0 for none.
    won
        Shape (n,): whether the name is one of the user's own for it, and means it before any other.
    lon, lat
        Shape (n,): degrees, OGC:CRS84.
    starts, sizes
        Shape (groups,): where each group begins and how many it has; empty groups are not among them.
    groups
        Shape (groups,): the number of each group that has candidates.
    order
        Shape (n,): the place of its group among those that have candidates.
    """

    group: Ints
    row: Ints
    kind: Ints
    contained: Bools
    above: Ints
    country: Ints
    admin1: Ints
    admin2: Ints
    nation: Ints
    won: Bools
    lon: Floats
    lat: Floats
    starts: Ints
    sizes: Ints
    groups: Ints
    order: Ints


def _as_hinted(gazetteer: Gazetteer, rows: Ints, above: Ints, hints: Sequence[str]) -> Bools:
    """Say which rows lie where a table says; when none does, a smaller region of the table may be the unknown one."""
    holders = [find_holders(gazetteer, hint) for hint in hints]
    for drop in range(len(holders)):
        inside = is_inside(above, holders[drop:])
        if inside.any():
            return inside
    # The row of a country or a region may repeat it in its column of countries or regions.
    return np.isin(rows, holders[-1])


def _as_told(gazetteer: Gazetteer, rows: Ints, above: Ints, containers: Sequence[str]) -> Bools:
    """Say which rows lie where the text beside the name says."""
    holders = [find_holders(gazetteer, container) for container in containers]
    if len(holders) == 1:
        holders = [holders[0][~np.isin(holders[0], rows)]]
    inside = is_inside(above, holders)
    if not inside.any():
        inside = is_inside(above, holders[:1])
    return inside if inside.any() else _may_reach_into(gazetteer, rows, above, holders[0])


def _may_reach_into(gazetteer: Gazetteer, rows: Ints, above: Ints, holders: Ints) -> Bools:
    """Say which rows are rivers, ranges and the like of a holder's country, known to lie in none of its regions."""
    wide = ~_PLACED[gazetteer.feature_code[rows]] & (gazetteer.feature_code[above[0]] == _COUNTRY) & (above[0] >= 0)
    return np.asarray(wide & np.isin(gazetteer.country_code[rows], gazetteer.country_code[holders]))


def _as_said(gazetteer: Gazetteer, rows: Ints, group: Group) -> Bools:
    """Say which rows lie where a table or the text beside the name says; none when nothing is said."""
    if not len(rows) or not (group.hints or group.containers):
        return np.zeros(len(rows), dtype=bool)
    above = areas_above(gazetteer, rows)
    if group.hints:
        return _as_hinted(gazetteer, rows, above, group.hints)
    return _as_told(gazetteer, rows, above, group.containers)


def _of_own(gazetteer: Gazetteer, rows: Ints, group: Group) -> tuple[Bools, Bools]:
    """Say which rows are the user's own of that name, and which of them may lie where the text says, if it does."""
    winners = list(find_winners(gazetteer, group.name) or find_winners(gazetteer, group.text))
    own = np.isin(rows, winners) if winners else np.zeros(len(rows), dtype=bool)
    told = [find_holders(gazetteer, name) for name in group.hints or group.containers] if winners else []
    return own, own & may_hold(gazetteer, areas_above(gazetteer, rows), told) if told else own


def _find_candidates(gazetteer: Gazetteer, group: Group, *, everything: bool) -> tuple[Ints, Ints]:
    """Give the rows of a name and what it is to each; of minor places those that the text or a table asks for."""
    name = group.name
    rows, kinds = find_rows(gazetteer, name)
    minor, minor_kinds = find_minor_rows(gazetteer, name)
    if not len(rows) and not len(minor):
        name = group.text
        rows, kinds = find_rows(gazetteer, name)
        minor, minor_kinds = find_minor_rows(gazetteer, name)
    if not len(minor) or find_winners(gazetteer, name):
        return rows, kinds
    wanted = np.ones(len(minor), dtype=bool) if everything or not len(rows) else _ask(gazetteer, group, rows, minor)
    wanted &= ~np.isin(minor, rows)
    return np.concatenate([rows, minor[wanted]]), np.concatenate([kinds, minor_kinds[wanted]])


def _ask(gazetteer: Gazetteer, group: Group, rows: Ints, minor: Ints) -> Bools:
    """Say which minor places may be meant although better known ones bear the name.

    Those that lie where the text or a table says, when no better known one does; and those of the kind that the text
    names, when no better known one is of it. Of a famous name only a table is believed that it means a farm: what
    follows it in a text may just be the next of a list.
    """
    asked = np.zeros(len(minor), dtype=bool)
    codes = gazetteer.feature_code[rows]
    famous = np.isin(codes, (_COUNTRY, _ADMIN1)).any() or gazetteer.population[rows].max() >= _FAMOUS
    if group.hints or (group.containers and not famous):
        inside = _as_said(gazetteer, np.concatenate([rows, minor]), group)
        asked |= inside[len(rows) :] & ~inside[: len(rows)].any()
    if group.feature and not famous and not (codes == FEATURES.index(group.feature)).any():
        asked |= gazetteer.feature_code[minor] == FEATURES.index(group.feature)
    return asked


def _of_group(gazetteer: Gazetteer, group: Group, *, everything: bool) -> tuple[Ints, Ints, Bools, Bools]:
    """Give the rows of a name, what it is to each, which lie where the text says, and which win the name."""
    rows, kinds = _find_candidates(gazetteer, group, everything=everything)
    inside = _as_said(gazetteer, rows, group)
    own, won = _of_own(gazetteer, rows, group)
    kept = inside | won if group.hints else np.ones(len(rows), dtype=bool)
    if not everything and won.any():
        kept &= won
    elif not everything and own.any() and not inside.any():
        # None lies where the text says: one's own are the likelier, if any is meant.
        kept &= own
    keep = np.flatnonzero(kept)
    keep = np.sort(keep[np.argsort(~inside[keep], kind="stable")[:_MOST]])
    return rows[keep], kinds[keep], inside[keep], won[keep]


def _level(gazetteer: Gazetteer, row: Ints, above: Ints, code: int) -> Ints:
    """Give the row of the area of a level that each row lies in or is; -1 for none."""
    found = np.where(gazetteer.feature_code[row] == code, row, -1)
    for one in above:
        found = np.where((one >= 0) & (gazetteer.feature_code[one] == code), one, found)
    return found


def gather_candidates(gazetteer: Gazetteer, groups: Sequence[Group], *, everything: bool = False) -> Candidates:
    """Look up every group's name and lay the candidates side by side.

    Parameters
    ----------
    gazetteer
        Where to look.
    groups
        The names of a document.
    everything
        Whether to give with places of the user's own what they win over, and every minor place.

    Returns
    -------
    Candidates
        At most 200 a group: what the text says lies in a region first, then by importance.
    """
    per_group = [_of_group(gazetteer, group, everything=everything) for group in groups]
    sizes = np.array([len(rows) for rows, *_ in per_group], dtype=np.int64)
    filled = np.flatnonzero(sizes)
    row = np.concatenate([part[0] for part in per_group] or [np.zeros(0, dtype=np.int64)])
    above = areas_above(gazetteer, row)
    # The empty code sorts first, and so has the number 0.
    _, nation = np.unique(np.append(gazetteer.country_code[row], b""), return_inverse=True)
    return Candidates(
        group=np.repeat(filled, sizes[filled]),
        row=row,
        kind=np.concatenate([part[1] for part in per_group] or [np.zeros(0, dtype=np.int64)]),
        contained=np.concatenate([part[2] for part in per_group] or [np.zeros(0, dtype=bool)]),
        above=above,
        country=_level(gazetteer, row, above, _COUNTRY),
        admin1=_level(gazetteer, row, above, _ADMIN1),
        admin2=_level(gazetteer, row, above, _ADMIN2),
        nation=nation.reshape(-1)[:-1],
        won=np.concatenate([part[3] for part in per_group] or [np.zeros(0, dtype=bool)]),
        lon=gazetteer.lon_e5[row] / 1e5,
        lat=gazetteer.lat_e5[row] / 1e5,
        starts=np.cumsum(sizes[filled]) - sizes[filled],
        sizes=sizes[filled],
        groups=filled,
        order=np.repeat(np.arange(len(filled)), sizes[filled]),
    )
