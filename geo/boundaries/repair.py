"""Repair of areas: whatever a file holds, valid polygons between -180 and 180 degrees come out, or a line says why not.

Each function takes geometries and gives as many back, in the same order, None for those that are left out.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.boundaries.words import list_some

__all__ = ["repair_areas"]

_Geometries = npt.NDArray[np.object_]
_Mask = npt.NDArray[np.bool_]

_AREAS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
_MIXED = shapely.GeometryType.GEOMETRYCOLLECTION
_MOST_LAT_DEG, _MOST_LON_DEG, _TURN_DEG = 90.0, 180.0, 360.0
# Beyond this no longitude can be meant; up to it some files count on past 180 or from 0 to 360.
_FARTHEST_LON_DEG = 540.0
# What rounding in another projection does to a pole or to the antimeridian.
_SLACK_DEG = 1e-6


def repair_areas(geometries: _Geometries, names: Sequence[str]) -> tuple[_Geometries, tuple[str, ...]]:
    """Give valid areas, and a line for each kind of fault.

    Parameters
    ----------
    geometries
        Whatever a file holds, degrees, None among them.
    names
        What to call each of them in a line.

    Returns
    -------
    tuple
        As many geometries, each a valid Polygon or MultiPolygon, longitude from -180 to 180 and latitude from -90 to 90
        degrees, or None; and the lines.

    Examples
    --------
    >>> bow = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    >>> repaired, faults = repair_areas(np.array([bow, None], dtype=object), ["bow", "nothing"])
    >>> repaired[0].geom_type, repaired[1]
    ('MultiPolygon', None)
    >>> for line in faults:
    ...     print(line)
    no geometry, left out: nothing
    invalid (Self-intersection), repaired: bow
    """
    repair = _Repair(geometries, names)
    with np.errstate(invalid="ignore", over="ignore"):
        repair.drop_missing()
        repair.change("not only polygons, of which the polygons are kept", _is_mixed, _polygons_of)
        repair.drop("no polygon, left out", lambda shapes: ~np.isin(shapely.get_type_id(shapes), _AREAS))
        repair.shapes = shapely.force_2d(repair.shapes)
        repair.drop("coordinates that are not numbers, left out", _has_no_numbers)
        repair.drop("outside of longitude and latitude, left out", _is_outside)
        repair.change("crossing the antimeridian backwards, unrolled", _jumps, _unroll)
        repair.mend()
        repair.change("beyond 180 degrees, brought back", _is_beyond, _bring_back)
        repair.drop("without an area, left out", lambda shapes: np.asarray(shapely.area(shapes) <= 0))
    return repair.shapes, tuple(repair.faults)


class _Repair:
    """Geometries on their way through the steps, and the lines that were written."""

    __slots__ = ("_names", "faults", "shapes")

    def __init__(self, geometries: _Geometries, names: Sequence[str]) -> None:
        self.shapes = geometries.copy()
        self.faults: list[str] = []
        self._names = names

    def _tell(self, what: str, where: npt.NDArray[np.intp]) -> None:
        if len(where):
            self.faults.append(f"{what}: {list_some([self._names[at] for at in where])}")

    def _find(self, test: Callable[[_Geometries], _Mask]) -> npt.NDArray[np.intp]:
        here = np.flatnonzero(~shapely.is_missing(self.shapes))
        return here[test(self.shapes[here])] if len(here) else here

    def drop_missing(self) -> None:
        """Leave out those without geometry, or with an empty one."""
        where = np.flatnonzero(shapely.is_missing(self.shapes) | shapely.is_empty(self.shapes))
        self.shapes[where] = None
        self._tell("no geometry, left out", where)

    def drop(self, what: str, test: Callable[[_Geometries], _Mask]) -> None:
        """Leave out those of which a test is true."""
        where = self._find(test)
        self.shapes[where] = None
        self._tell(what, where)

    def change(self, what: str, test: Callable[[_Geometries], _Mask], change: Callable[[Any], Any]) -> None:
        """Change those of which a test is true."""
        where = self._find(test)
        for at in where:
            self.shapes[at] = change(self.shapes[at])
        self._tell_of(what, where)

    def mend(self) -> None:
        """Make the invalid valid, keeping polygons."""
        where = self._find(lambda shapes: ~shapely.is_valid(shapes))
        why = [shapely.is_valid_reason(self.shapes[at]).partition("[")[0] for at in where[:1]]
        for at in where:
            self.shapes[at] = _polygons_of(shapely.make_valid(self.shapes[at]))
        self._tell_of(f"invalid ({', '.join(why)}), repaired", where)

    def _tell_of(self, what: str, where: npt.NDArray[np.intp]) -> None:
        gone = shapely.is_missing(self.shapes[where])
        self._tell(what, where[~gone])
        self._tell("no polygon, left out", where[gone])


def _is_mixed(shapes: _Geometries) -> _Mask:
    return np.asarray(shapely.get_type_id(shapes) == _MIXED)


def _polygons_of(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    """Give the polygons of a collection as one area; None where there are none."""
    parts = [geometry]
    for _ in range(10):  # a collection of collections of ...; nobody means more
        parts = [one for part in parts for one in shapely.get_parts(part)]
        if all(part.geom_type != "GeometryCollection" and not part.geom_type.startswith("Multi") for part in parts):
            break
    polygons = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    if not polygons:
        return None
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _has_no_numbers(shapes: _Geometries) -> _Mask:
    coordinates, which = shapely.get_coordinates(shapes, return_index=True)
    found = np.zeros(len(shapes), dtype=bool)
    found[which[~np.isfinite(coordinates).all(axis=1)]] = True
    return found


def _is_outside(shapes: _Geometries) -> _Mask:
    west, south, east, north = shapely.bounds(shapes).T
    inside = (south >= -_MOST_LAT_DEG - _SLACK_DEG) & (north <= _MOST_LAT_DEG + _SLACK_DEG)
    inside &= (west >= -_FARTHEST_LON_DEG) & (east <= _FARTHEST_LON_DEG) & (east - west <= _TURN_DEG + _SLACK_DEG)
    return np.asarray(~inside)


def _is_beyond(shapes: _Geometries) -> _Mask:
    farthest = np.abs(shapely.bounds(shapes).reshape(-1, 2, 2)).max(axis=1)
    return np.asarray((farthest > [_MOST_LON_DEG, _MOST_LAT_DEG]).any(axis=1))


def _bring_back(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    world = shapely.box(-_MOST_LON_DEG, -_MOST_LAT_DEG, _MOST_LON_DEG, _MOST_LAT_DEG)
    parts = [
        shapely.intersection(shapely.transform(geometry, partial(np.add, (turn, 0.0))), world)
        for turn in (-_TURN_DEG, 0.0, _TURN_DEG)
    ]
    # What lies on both sides after a turn touches along the meridian only: it is no part of the area.
    polygons = [_polygons_of(part) for part in parts if not part.is_empty]
    kept = [polygon for polygon in polygons if polygon is not None]
    return _polygons_of(shapely.union_all(kept)) if kept else None


def _steps(ring: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.diff(ring[:, 0])


def _is_jump(steps: npt.NDArray[np.float64]) -> _Mask:
    # A side as long as the world is one that is meant: the edge of a map, or of Antarctica.
    return (np.abs(steps) > _MOST_LON_DEG) & (np.abs(steps) < _TURN_DEG - _SLACK_DEG)


def _jumps(shapes: _Geometries) -> _Mask:
    bounds = shapely.bounds(shapes)
    wide = (bounds[:, 2] - bounds[:, 0]) > _MOST_LON_DEG
    found = np.zeros(len(shapes), dtype=bool)
    for at in np.flatnonzero(wide):
        found[at] = any(_is_jump(_steps(ring)).any() and _closes(ring) for ring in _rings(shapes[at]))
    return found


def _rings(geometry: Any) -> list[npt.NDArray[np.float64]]:  # noqa: ANN401 - shapely
    rings = shapely.get_rings(shapely.get_parts(geometry))
    return [shapely.get_coordinates(ring) for ring in rings]


def _turns(ring: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    steps = _steps(ring)
    return np.concatenate([[0.0], np.cumsum(np.where(_is_jump(steps), -np.sign(steps) * _TURN_DEG, 0.0))])


def _closes(ring: npt.NDArray[np.float64]) -> bool:
    """Say whether a ring ends where it began when its jumps are undone; one round a pole does not."""
    return bool(_turns(ring)[-1] == 0)


def _unroll(geometry: Any) -> Any:  # noqa: ANN401 - shapely
    """Undo the jumps of rings, so that each polygon is in one piece, be it beyond 180 degrees."""
    polygons = []
    for polygon in shapely.get_parts(geometry):
        rings = [_unroll_ring(ring) for ring in _rings(polygon)]
        shell, *holes = rings
        middle = shell[:, 0].mean()
        for hole in holes:
            hole[:, 0] += np.round((middle - hole[:, 0].mean()) / _TURN_DEG) * _TURN_DEG
        polygons.append(Polygon(shell, holes))
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _unroll_ring(ring: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    if not _closes(ring):
        return ring
    return np.column_stack([ring[:, 0] + _turns(ring), ring[:, 1]])
