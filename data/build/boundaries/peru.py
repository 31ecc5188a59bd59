"""Peru's provinces and districts as near as their seats tell: a point belongs to the nearest seat of its department.

No openly licensed package holds their boundaries. What is drawn here is measured by ``bench/boundaries.py``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.build.boundaries.natural_earth import Region, clean_coverage
from data.build.boundaries.pack import Geometries
from data.build.gazetteer.sources import ubigeos
from geo.gazetteer import Gazetteer

__all__ = ["Area", "approximate_areas"]

# Where cells of two departments meet, their corners are rounded apart by a unit or two of the grid.
_SLIVER_DEG = 1e-4
# Natural Earth parts the province of Lima from the rest of its department; INEI does not.
_LIMA, _LIMA_PROVINCE, _LIMA_PROVINCE_INEI = "PE-LIM", "PE-LMA", "1501"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A province or a district.

    Parameters
    ----------
    inei
        Its INEI code, 4 or 6 digits.
    name
        Its name.
    parent_id
        The id of the region that holds it.
    geometry
        OGC:CRS84.
    """

    inei: str
    name: str
    parent_id: str
    geometry: BaseGeometry


def approximate_areas(
    regions: Mapping[str, tuple[Region, BaseGeometry]], gazetteer: Gazetteer
) -> tuple[list[Area], list[Area]]:
    """Give the provinces and the districts, each a valid coverage, in the order of their codes.

    Parameters
    ----------
    regions
        Peru's first-level regions by id, with their shipped geometries.
    gazetteer
        Knows the seats.
    """
    ids = _department_ids(gazetteer)
    seats = _seats(gazetteer)
    cells: dict[str, BaseGeometry] = {}
    for inei, found in ids.items():
        for region_id in found:
            members = {code: seat for code, seat in seats.items() if code[:2] == inei and _in(region_id, code)}
            cells |= _cells(members, regions[region_id][1])
    codes = sorted(cells)
    cleaned = clean_coverage(np.array([cells[code] for code in codes], dtype=object), gap_deg=_SLIVER_DEG)
    return _provinces(codes, cleaned, ids), _districts(codes, cleaned)


def _seats(gazetteer: Gazetteer) -> dict[str, tuple[float, float]]:
    """Give the seats of the districts by INEI code.

    Where the gazetteer does not know a seat it puts the district at that of another, which has a lower code: the one
    it was carved out of, or the province's first. Such a district gets no cell.
    """
    seats: dict[tuple[float, float], str] = {}
    for code in sorted(ubigeos("distritos")["inei"]):
        row = gazetteer.row_of("inei", code)
        # Two districts are listed under a former code as well.
        if row is not None and gazetteer.code_of("inei", row) == code:
            point = gazetteer.lonlat(row)
            seats.setdefault((point.lon, point.lat), code)
    return {code: seat for seat, code in seats.items()}


def _department_ids(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Give the first-level regions that make up each department, by INEI code."""
    ids: dict[str, list[str]] = {}
    for inei in ubigeos("departamentos")["inei"]:
        row = gazetteer.row_of("inei", inei)
        region_id = None if row is None else gazetteer.code_of("iso3166-2", row)
        if region_id is None:
            message = f"the gazetteer does not know the ISO 3166-2 code of the department {inei}"
            raise ValueError(message)
        ids[inei] = [region_id, _LIMA_PROVINCE] if region_id == _LIMA else [region_id]
    return ids


def _in(region_id: str, code: str) -> bool:
    in_lima_province = code.startswith(_LIMA_PROVINCE_INEI)
    return in_lima_province if region_id == _LIMA_PROVINCE else not (region_id == _LIMA and in_lima_province)


def _cells(seats: Mapping[str, tuple[float, float]], outline: BaseGeometry) -> dict[str, BaseGeometry]:
    """Give the part of an outline that is nearer to each seat than to any other."""
    # A degree of longitude is shorter than one of latitude: without this cells would lean.
    shrink = math.cos(math.radians(outline.centroid.y))
    points = shapely.multipoints([(lon * shrink, lat) for lon, lat in seats.values()])
    squeezed = shapely.transform(outline, lambda vertices: vertices * [shrink, 1])
    cells = shapely.voronoi_polygons(points, extend_to=squeezed, ordered=True)
    clipped = shapely.intersection(shapely.get_parts(cells), squeezed)
    whole = shapely.transform(clipped, lambda vertices: vertices / [shrink, 1])
    return {code: cell for code, cell in zip(seats, whole, strict=True) if not cell.is_empty}


def _provinces(codes: list[str], cells: Geometries, ids: Mapping[str, list[str]]) -> list[Area]:
    names = ubigeos("provincias")["inei"]
    of = np.array([code[:4] for code in codes])
    return [
        Area(
            inei=inei,
            name=name,
            parent_id=_LIMA_PROVINCE if inei == _LIMA_PROVINCE_INEI else ids[inei[:2]][0],
            geometry=shapely.coverage_union_all(cells[of == inei]),
        )
        for inei, name in sorted(names.items())
    ]


def _districts(codes: list[str], cells: Geometries) -> list[Area]:
    names = ubigeos("distritos")["inei"]
    return [
        Area(inei=code, name=names[code], parent_id=f"PE-{code[:4]}", geometry=cell)
        for code, cell in zip(codes, cells, strict=True)
    ]
