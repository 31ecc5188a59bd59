"""What can be made of areas: those of one code in one piece, and the areas that they are the parts of."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.boundaries.match import Unit
from geo.boundaries.situate import equal_area
from geo.regions.force import bundled_layer
from geo.regions.layers import Layer
from geo.regions.locate import NOWHERE
from geo.regions.union import unite

__all__ = ["dissolve_repeats", "find_covered", "unite_by_parent"]

_Geometries = npt.NDArray[np.object_]

# Two good drawings of one country agree to this; what is less is a part of it.
_LEAST_COVERED = 0.9
# An area that is no larger a part of its region than this is counted to it whole.
_SMALL_SHARE = 0.2


def dissolve_repeats(codes: Sequence[str], shapes: _Geometries) -> tuple[list[int], _Geometries, list[str]]:
    """Give the areas with those of one code in one piece.

    Parameters
    ----------
    codes
        A code an area; empty for none, which repeats nothing.
    shapes
        The areas; None among them.

    Returns
    -------
    tuple
        The positions of the areas that are left, the first of each code; their geometries; and the codes that repeat.

    Examples
    --------
    >>> shapes = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)], dtype=object)
    >>> left, dissolved, repeats = dissolve_repeats(["a", "a"], shapes)
    >>> left, dissolved[0].area, repeats
    ([0], 2.0, ['a'])
    """
    groups: dict[object, list[int]] = defaultdict(list)
    for at, code in enumerate(codes):
        groups[code or at].append(at)
    left = [group[0] for group in groups.values()]
    dissolved = shapes[left]
    repeats = []
    for place, group in enumerate(groups.values()):
        if len(group) > 1:
            repeats.append(codes[group[0]])
            parts = [shapes[at] for at in group if shapes[at] is not None]
            dissolved[place] = unite(parts) if parts else None
    return left, dissolved, repeats


def unite_by_parent(
    units: Sequence[Unit], shapes: _Geometries, parents: Collection[str], holed: Collection[str]
) -> dict[str, Any]:
    """Give the areas that others are parts of, each the union of its parts.

    Parameters
    ----------
    units, shapes
        The parts.
    parents
        The ids of the areas to make.
    holed
        The ids of areas of which a part has no geometry: what is enclosed by the others there is filled, unless another
        area lies in it.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        if unit.parent_id in parents:
            members[unit.parent_id].append(at)
    united = {parent: unite(shapes[positions]) for parent, positions in sorted(members.items())}
    inner = {parent: shapely.point_on_surface(area) for parent, area in united.items()}
    return {
        parent: _fill(area, [point for other, point in inner.items() if other != parent]) if parent in holed else area
        for parent, area in united.items()
    }


def _fill(area: Any, others: Sequence[Any]) -> Any:  # noqa: ANN401 - shapely
    tree = shapely.STRtree(list(others))
    polygons = []
    for polygon in shapely.get_parts(area):
        holes = [ring for ring in polygon.interiors if len(tree.query(shapely.Polygon(ring), predicate="contains"))]
        polygons.append(shapely.Polygon(polygon.exterior, holes))
    return shapely.union_all(polygons)


def find_covered(shapes: _Geometries, first_level: npt.NDArray[np.intp], lands: Sequence[str]) -> frozenset[str]:
    """Give the countries and first-level regions of the bundle that areas divide whole.

    Parameters
    ----------
    shapes
        Areas of one level, without gaps between them where they are whole.
    first_level
        The position in the bundle's ``admin1`` that each lies in, `NOWHERE` for none.
    lands
        The country of each, ISO 3166-1 alpha-2: what it reaches of another it does not divide.
    """
    layer = bundled_layer("admin1")
    countries = np.array(layer.table["parent_id"], dtype=object)
    drawn = np.zeros(len(layer))
    for land in sorted(set(lands) - {""}):
        own = np.flatnonzero(np.array(lands, dtype=object) == land)
        drawn += np.where(countries == land, _drawn_in(layer, shapes[own], first_level[own]), 0)
    near = np.flatnonzero(np.isin(countries, countries[drawn > 0]))
    true = np.zeros(len(layer))
    true[near] = equal_area(layer.geometries(near))
    covered = set()
    for country in sorted(set(countries[near]) - {""}):
        parts = near[countries[near] == country]
        if drawn[parts].sum() >= _LEAST_COVERED * true[parts].sum():
            covered.add(country)
        else:
            whole = parts[drawn[parts] >= _LEAST_COVERED * true[parts]]
            covered |= {layer.table["region_id"][at] for at in whole.tolist()}
    return frozenset(covered)


def _drawn_in(layer: Layer, shapes: _Geometries, first_level: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Give how much of each first-level region areas draw: the small ones by where they lie, the large cut by each."""
    drawn = np.zeros(len(layer))
    inside = np.flatnonzero(first_level != NOWHERE)
    if not len(inside):
        return drawn
    held, which = np.unique(first_level[inside], return_inverse=True)
    small = equal_area(shapes[inside]) <= _SMALL_SHARE * equal_area(layer.geometries(held))[which]
    np.add.at(drawn, first_level[inside[small]], equal_area(shapes[inside[small]]))
    for shape in shapes[inside[~small]]:
        near = layer.within(tuple(shape.bounds))
        drawn[near] += equal_area(shapely.intersection(layer.geometries(near), shape))
    return drawn
