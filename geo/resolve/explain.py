"""Saying in words why a candidate was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.resolve.groups import Group

__all__ = ["Grounds", "explain"]

_NEAR = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What spoke for the candidates of one name.

    Parameters
    ----------
    group
        The name and how the text says it.
    contained
        Shape (n,): whether the text names a region that holds each candidate right beside the name.
    near
        Shape (n,): how near each lies to the name's neighbours in the text, 0 to 1.
    neighbours
        Rows of the places that the neighbouring names mean.
    contradicted
        Whether the text names a region that holds no place of the name.
    """

    group: Group
    contained: npt.NDArray[np.bool_]
    near: npt.NDArray[np.float64]
    neighbours: tuple[int, ...]
    contradicted: bool = False


def _nearest(gazetteer: Gazetteer, row: int, neighbours: Sequence[int]) -> str | None:
    """Give the name of the neighbour that lies nearest, when it lies in the same first-level region."""
    mine = gazetteer.admin_rows(row)[:2]
    same = [
        n
        for n in neighbours
        if gazetteer.admin_rows(n)[:2] == mine
        and n not in gazetteer.admin_rows(row)
        and gazetteer.name(n) != gazetteer.name(row)
    ]
    if not same:
        return None
    here = gazetteer.lonlat(row)
    return gazetteer.name(
        min(same, key=lambda n: abs(gazetteer.lonlat(n).lon - here.lon) + abs(gazetteer.lonlat(n).lat - here.lat))
    )


def explain(gazetteer: Gazetteer, rows: npt.NDArray[np.int64], best: int, grounds: Grounds) -> str:
    """Give a short sentence that says why a candidate was chosen.

    Parameters
    ----------
    gazetteer
        Where the candidates come from.
    rows
        Shape (n,): the candidates of the name.
    best
        Which of them was chosen.
    grounds
        What spoke for each.

    Returns
    -------
    str
        Without a full stop: ``"named beside Oxapampa, in Peru"``.
    """
    row = int(rows[best])
    country = gazetteer.admin_names(row)[0] if gazetteer.country(row) else ""
    inside = f", in {country}" if country and country != gazetteer.name(row) else ""
    if grounds.contained[best] and grounds.group.hints:
        return f"the table says that it lies in {', '.join(grounds.group.hints)}"
    if grounds.contained[best] and grounds.group.containers:
        return f"the text says that it lies in {', '.join(grounds.group.container_texts)}"
    if len(rows) == 1:
        return f"the only place of this name in the gazetteer{inside}"
    neighbour = _nearest(gazetteer, row, grounds.neighbours) if grounds.near[best] > _NEAR else None
    if neighbour:
        return f"named beside {neighbour}{inside}"
    if any(gazetteer.country(n) == gazetteer.country(row) != "" for n in grounds.neighbours) and inside:
        return f"other places of the text lie{inside.removeprefix(',')} too"
    kind = gazetteer.feature(row)
    return f"the best known of {len(rows)} places of this name ({kind}{inside})"
