"""Saying in words why a candidate was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.gazetteer import Gazetteer
from geo.resolve.groups import Group
from geo.resolve.lookup import find_winners
from geo.said import Name, Said

__all__ = ["Grounds", "explain", "name_row"]

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


def _nearest(gazetteer: Gazetteer, row: int, neighbours: Sequence[int]) -> Name | None:
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
    return name_row(
        gazetteer,
        min(same, key=lambda n: abs(gazetteer.lonlat(n).lon - here.lon) + abs(gazetteer.lonlat(n).lat - here.lat)),
    )


def name_row(gazetteer: Gazetteer, row: int) -> Name:
    """Give a place's name for a sentence.

    Parameters
    ----------
    gazetteer
        Where the place comes from.
    row
        Its row.
    """
    return Name(gazetteer.name(row), feature=gazetteer.feature(row), country=gazetteer.country(row))


def explain(gazetteer: Gazetteer, rows: npt.NDArray[np.int64], best: int, grounds: Grounds) -> Said:
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
    Said
        Without a full stop: ``"named beside Oxapampa, in Peru"``.
    """
    row, group = int(rows[best]), grounds.group
    if grounds.contained[best] and (group.hints or group.containers):
        return _contained(group)
    own = find_winners(gazetteer, group.name) or find_winners(gazetteer, group.text)
    if row in own:
        return _own(gazetteer, row, own[row])
    country = _country(gazetteer, row)
    if len(rows) == 1:
        return _only_one(country)
    neighbour = _nearest(gazetteer, row, grounds.neighbours) if grounds.near[best] > _NEAR else None
    if neighbour:
        return _beside(neighbour, country)
    if country and any(gazetteer.country(n) == gazetteer.country(row) for n in grounds.neighbours):
        return Said("other places of the text lie in {country} too", country=country)
    return _best_known(len(rows), Said(gazetteer.feature(row)), country)


def _contained(group: Group) -> Said:
    if group.hints:
        return Said("the table says that it lies in {regions}", regions=group.hints)
    return Said("the text says that it lies in {regions}", regions=group.container_texts)


def _own(gazetteer: Gazetteer, row: int, source: str) -> Said:
    if not source:
        return Said("from your own data")
    if gazetteer.place_id(row).startswith("own:"):
        return Said("from your own gazetteer {name}", name=source)
    return Said("from your own data, {name}", name=source)


def _only_one(country: Name | None) -> Said:
    if country:
        return Said("the only place of this name in the gazetteer, in {country}", country=country)
    return Said("the only place of this name in the gazetteer")


def _beside(neighbour: Name, country: Name | None) -> Said:
    if country:
        return Said("named beside {name}, in {country}", name=neighbour, country=country)
    return Said("named beside {name}", name=neighbour)


def _country(gazetteer: Gazetteer, row: int) -> Name | None:
    """Give the name of the country that holds a place; None for a country itself and for what lies in none."""
    if not gazetteer.country(row):
        return None
    name = gazetteer.admin_names(row)[0]
    return Name(name, feature="country", country=gazetteer.country(row)) if name != gazetteer.name(row) else None


def _best_known(count: int, feature: Said, country: Name | None) -> Said:
    if country:
        return Said(
            "the best known of {n} places of this name ({feature}, in {country})",
            n=count, feature=feature, country=country,
        )  # fmt: skip
    return Said("the best known of {n} places of this name ({feature})", n=count, feature=feature)
