"""How long points take to join with polygons, beside a bare geopandas.sjoin on the same frames.

    python -m bench.join [REPEATS]

100,000 points against a coverage of 38,000 polygons of 41 vertices, some points at sea. Both sides make their own tree,
and take turns, so that what else the machine does meets both. :func:`geo.regions.join_polygons` gives one row a point
in the same order, the smallest id on borders, and the nearest polygon for points within 5 km off the coast.
"""

import sys
import time
from statistics import median

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from geo.regions import join_polygons

__all__ = ["make_frames", "measure"]

_COLUMNS, _ROWS, _STEPS = 200, 190, 10
_WEST, _SOUTH, _SIDE_DEG = -20.0, -19.0, 0.2
_POINTS = 100_000
_SEED = 20_261_128
_TOLERANCE_M = 5_000.0

_Floats = npt.NDArray[np.float64]


def main() -> None:
    """Print the times and their ratio."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    points, polygons = make_frames()
    vertices = shapely.get_num_coordinates(polygons.geometry.to_numpy())
    print(f"{len(points):,} points, {len(polygons):,} polygons of {int(np.median(vertices))} vertices (median)")
    bare, ours = measure(points, polygons, repeats)
    for label, times in (("geopandas.sjoin", bare), ("join_polygons", ours)):
        print(
            f"{label}: {median(times):.2f} s (median of {repeats}), best {min(times):.2f} s, worst {max(times):.2f} s"
        )
    print(f"ratio {median(ours) / median(bare):.2f}")


def measure(points: gpd.GeoDataFrame, polygons: gpd.GeoDataFrame, repeats: int) -> tuple[list[float], list[float]]:
    """Give the seconds that geopandas.sjoin and join_polygons take, in turns.

    Parameters
    ----------
    points, polygons
        The frames; each turn gets copies, so that no tree of the turn before is at hand.
    repeats
        How many turns.
    """
    bare, ours = [], []
    for _ in range(repeats):
        left, right = _fresh(points), _fresh(polygons)
        started = time.perf_counter()
        gpd.sjoin(left, right, how="left")
        bare.append(time.perf_counter() - started)
        left, right = _fresh(points), _fresh(polygons)
        started = time.perf_counter()
        joined = join_polygons(left, right, tolerance_m=_TOLERANCE_M)
        ours.append(time.perf_counter() - started)
        if not joined.index.equals(points.index):
            message = "the join lost the rows"
            raise AssertionError(message)
    return bare, ours


def _fresh(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    # Copies of the geometries themselves: what was prepared by one turn would serve the next.
    shapes = shapely.from_wkb(shapely.to_wkb(frame.geometry.to_numpy()))
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=shapes, crs=frame.crs)


def make_frames(
    columns: int = _COLUMNS, rows: int = _ROWS, points: int = _POINTS
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Give points and a coverage of polygons whose borders wind like those on a map.

    Parameters
    ----------
    columns, rows
        How many polygons side by side and one above the other.
    points
        How many points; about a tenth of them lies off the coast.
    """
    random = np.random.default_rng(_SEED)
    shapes = _coverage(random, columns, rows)
    ids = [f"R-{number:05d}" for number in random.permutation(len(shapes))]
    polygons = gpd.GeoDataFrame({"region_id": ids}, geometry=shapes, crs="OGC:CRS84")
    wide, high = columns * _SIDE_DEG, rows * _SIDE_DEG
    lon = random.uniform(_WEST - 0.025 * wide, _WEST + 1.025 * wide, points)
    lat = random.uniform(_SOUTH - 0.025 * high, _SOUTH + 1.025 * high, points)
    places = gpd.GeoDataFrame({"place": np.arange(points)}, geometry=gpd.points_from_xy(lon, lat), crs="OGC:CRS84")
    return places, polygons


def _coverage(random: np.random.Generator, columns: int, rows: int) -> npt.NDArray[np.object_]:
    lon, lat = np.meshgrid(
        _WEST + np.arange(columns + 1) * _SIDE_DEG, _SOUTH + np.arange(rows + 1) * _SIDE_DEG, indexing="ij"
    )
    corners = np.stack([lon, lat], axis=-1)
    corners = corners + random.uniform(-0.25, 0.25, corners.shape) * _SIDE_DEG
    across = _wind(random, corners[:-1], corners[1:])
    along = _wind(random, corners[:, :-1], corners[:, 1:])
    rings = np.concatenate(
        [
            across[:, :-1],
            along[1:],
            _turn(across[:, 1:], corners[1:, 1:]),
            _turn(along[:-1], corners[:-1, 1:]),
        ],
        axis=-2,
    ).reshape(columns * rows, -1, 2)
    return np.asarray(shapely.polygons(np.concatenate([rings, rings[:, :1]], axis=1)), dtype=object)


def _wind(random: np.random.Generator, start: _Floats, end: _Floats) -> _Floats:
    """Give the vertices of winding lines, without their ends."""
    share = (np.arange(_STEPS) / _STEPS)[:, None]
    line = start[..., None, :] + (end - start)[..., None, :] * share
    line[..., 1:, :] += random.normal(0, 0.012, line[..., 1:, :].shape) * _SIDE_DEG
    return np.asarray(line)


def _turn(line: _Floats, end: _Floats) -> _Floats:
    """Give the same lines from their ends to their starts."""
    return np.concatenate([end[..., None, :], line[..., :0:-1, :]], axis=-2)


if __name__ == "__main__":
    main()
