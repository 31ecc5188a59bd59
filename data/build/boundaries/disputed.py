"""Disputed areas: which first-level regions, or parts of them, who holds them and who claims them.

An area that is a part of regions is cut out of them along its outline. A cut runs from one vertex of a region's border
to another, so that the pieces share every vertex with their neighbours and with each other.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.ops import linemerge, split

from data.build.boundaries.natural_earth import Region
from data.build.boundaries.pack import Geometries, round_to_grid, write_layer

__all__ = ["Area", "Piece", "areas_of", "disputed_areas", "divide_regions", "write_disputed"]

# An outline at 1:50m strays this far from the border at 1:10m that it means; there it is no cut.
_STRAY_DEG = 0.04
_SHORTEST_CUT_DEG = 0.12
_COUNTRY_CODE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A disputed area.

    Parameters
    ----------
    area_id, name, name_es, kind
        As ``disputed.toml`` has them.
    units
        The first-level regions that it is or is part of.
    holder, country
        Who holds it, and its country in ISO 3166-1 where the region's own is another; may be empty.
    claimants
        Who else claims it.
    outline
        Its boundary where it is a part of regions; None for whole regions.
    """

    area_id: str
    name: str
    name_es: str
    kind: str
    units: tuple[str, ...]
    holder: str
    country: str
    claimants: tuple[str, ...]
    outline: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A region, or the part of one that lies in an area or in none.

    Parameters
    ----------
    region
        The region.
    area
        The identifier of its area; empty for none.
    country
        Its country, ISO 3166-1 alpha-2.
    geometry
        Polygon or MultiPolygon.
    """

    region: Region
    area: str
    country: str
    geometry: Any


@cache
def disputed_areas() -> tuple[Area, ...]:
    """Give the areas that the facts list, in their order."""
    facts = tomllib.loads((Path(__file__).parent / "disputed.toml").read_text(encoding="utf-8"))
    return tuple(
        Area(
            area_id=area["id"],
            name=area["name"],
            name_es=area["name_es"],
            kind=area.get("kind", "disputed"),
            units=tuple(area["units"]),
            holder=area["holder"],
            country=area.get("country", ""),
            claimants=tuple(area["claimants"]),
            outline=shapely.Polygon(area["outline"]) if "outline" in area else None,
        )
        for area in facts["area"]
    )


def areas_of(regions: Sequence[Region]) -> Mapping[str, list[Area]]:
    """Give the areas that each region is or has a part of, by the region's identifier."""
    found: dict[str, list[Area]] = {}
    by_country: dict[str, list[str]] = {}
    for region in regions:
        by_country.setdefault(region.country, []).append(region.region_id)
    known = {region.region_id for region in regions}
    for area in disputed_areas():
        for unit in area.units:
            ids = by_country.get(unit, []) if len(unit) == _COUNTRY_CODE else [unit] if unit in known else []
            if not ids:
                message = f"the disputed area {area.area_id} lists {unit}, which is no region"
                raise ValueError(message)
            for region_id in ids:
                found.setdefault(region_id, []).append(area)
    return found


def divide_regions(regions: Sequence[Region], geometries: Geometries) -> list[Piece]:
    """Give the regions with the areas cut out of them; a valid coverage stays one.

    Parameters
    ----------
    regions
        The regions.
    geometries
        Their geometries, in the same order; of whatever resolution.
    """
    areas = areas_of(regions)
    pieces: list[Piece] = []
    for region, geometry in zip(regions, geometries, strict=True):
        pieces += _divide(region, geometry, areas.get(region.region_id, []))
    whole = round_to_grid(np.array([piece.geometry for piece in pieces], dtype=object))
    if not shapely.is_valid(whole).all() or not shapely.coverage_is_valid(whole):
        message = "the regions are no valid coverage when disputed areas are cut out of them"
        raise ValueError(message)
    return pieces


def _divide(region: Region, geometry: Any, areas: Sequence[Area]) -> list[Piece]:  # noqa: ANN401 - shapely
    if not areas:
        return [Piece(region=region, area="", country=region.country, geometry=geometry)]
    parts: dict[str, list[Any]] = {"": []}
    for polygon in shapely.get_parts(geometry):
        left = [polygon]
        for area in areas:
            cut = left if area.outline is None else [part for one in left for part in _cut(one, area.outline)]
            taken = [part for part in cut if area.outline is None or area.outline.contains(_inner_point(part))]
            parts.setdefault(area.area_id, []).extend(taken)
            left = [part for part in cut if not any(part is other for other in taken)]
        parts[""] += left
    countries = {area.area_id: area.country for area in areas}
    return [
        Piece(
            region=region,
            area=area_id,
            country=countries.get(area_id) or region.country,
            geometry=shapely.MultiPolygon(polygons),
        )
        for area_id, polygons in parts.items()
        if polygons
    ]


def _inner_point(polygon: Any) -> Any:  # noqa: ANN401 - shapely
    return shapely.point_on_surface(polygon)


def _cut(polygon: Any, outline: Any) -> list[Any]:  # noqa: ANN401 - shapely
    """Split a polygon along the lines of an outline that run through it."""
    inside = outline.boundary.intersection(polygon).difference(polygon.boundary.buffer(_STRAY_DEG))
    lines = [line for line in shapely.get_parts(_merge(inside)) if line.length > _SHORTEST_CUT_DEG]
    parts = [polygon]
    for line in lines:
        parts = [piece for part in parts for piece in _cut_once(part, line)]
    return parts


def _merge(lines: Any) -> Any:  # noqa: ANN401 - shapely
    return linemerge(lines) if lines.geom_type == "MultiLineString" else lines


def _cut_once(polygon: Any, line: Any) -> list[Any]:  # noqa: ANN401 - shapely
    """Split a polygon by a line whose ends are led to the nearest vertices of its border."""
    if not polygon.contains(shapely.Point(line.coords[len(line.coords) // 2])):
        return [polygon]
    vertices = shapely.points(shapely.get_coordinates(polygon))
    ends = [
        vertices[int(np.argmin(shapely.distance(vertices, shapely.Point(end))))]
        for end in (line.coords[0], line.coords[-1])
    ]
    path = shapely.LineString([ends[0].coords[0], *line.coords, ends[1].coords[0]])
    return list(split(polygon, path).geoms)


def write_disputed(folder: Path, regions: Sequence[Region], geometries: Geometries) -> None:
    """Write the areas, and the pieces of the regions that are cut.

    Parameters
    ----------
    folder
        The folder of the boundaries.
    regions, geometries
        The first-level regions as they ship.
    """
    _write_areas(folder / "disputed_areas.csv", regions)
    pieces = divide_regions(regions, geometries)
    whole = {region.region_id: geometry for region, geometry in zip(regions, geometries, strict=True)}
    cut = [piece for piece in pieces if len(shapely.get_parts(piece.geometry)) and _is_part(piece, whole)]
    table = {
        "region_id": [piece.region.region_id for piece in cut],
        "area": [piece.area for piece in cut],
    }
    write_layer(folder / "disputed", table, round_to_grid(np.array([piece.geometry for piece in cut], dtype=object)))


def _is_part(piece: Piece, whole: Mapping[str, Any]) -> bool:
    return not np.isclose(piece.geometry.area, whole[piece.region.region_id].area, rtol=1e-9)


def _write_areas(path: Path, regions: Sequence[Region]) -> None:
    units = areas_of(regions)
    lines = ["area,name,name_es,kind,holder,country,claimants,regions"]
    for area in disputed_areas():
        ids = sorted(region_id for region_id, areas in units.items() if area in areas)
        shown = (area.area_id, area.name, area.name_es, area.kind, area.holder, area.country)
        lines.append(
            ",".join(
                [*(f'"{text}"' if "," in text else text for text in shown), " ".join(area.claimants), " ".join(ids)]
            )
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
