"""How near the approximate boundaries come, what a file of districts makes of them, and what reading boundaries costs.

    python -m bench.boundaries [DISTRICTS.geojson [VRAEM.csv]]

The first file holds districts of Peru with the property ``IDDIST`` (the INEI code); the second, optional, says of which
district each newer one was carved out, in the columns ``ubigeo`` and ``carved_out_of_2007_ubigeo``.
"""

import csv
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries import OwnBoundaries
from geo.gazetteer import FEATURES, open_gazetteer
from geo.holdings import Holdings, use_holdings
from geo.regions import join_regions, named_regions, open_layer, read_regions, region_geometry, tier_members

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_PERU = (-81.5, -18.5, -68.5, 0.1)


def main() -> None:
    """Print the measurements."""
    districts = Path(sys.argv[1] if len(sys.argv) > 1 else _SHARED / "boundaries" / "peru_distrital_simple.geojson")
    members = Path(sys.argv[2] if len(sys.argv) > 2 else _SHARED / "facts" / "vraem_districts.csv")  # noqa: PLR2004
    _print_coverages()
    _print_containment()
    if districts.exists():
        exact, parents = _districts(districts), _parents(members) if members.exists() else {}
        _print_likeness(exact)
        _print_vraem("bundled data", exact, parents)
        started = time.perf_counter()
        own = OwnBoundaries.open(districts)
        print(f"{districts.name} read in {time.perf_counter() - started:.2f} s")
        for line in own.describe():
            print(f"  {line}")
        with use_holdings(Holdings(boundaries=(own,))):
            _print_vraem(districts.name, exact, parents)
    else:
        print(f"no {districts}: likeness not measured")
    _print_join()
    _print_times()


def _print_coverages() -> None:
    for name in ("admin1", "admin2", "admin3"):
        layer = open_layer(f"boundaries/{name}")
        geometries = layer.geometries(layer.within(None))
        valid = shapely.coverage_is_valid(geometries)
        print(f"{name}: {len(layer)} regions, {len(layer.coordinates)} vertices, coverage valid: {valid}")


def _print_containment() -> None:
    gazetteer = open_gazetteer()
    rows = np.flatnonzero(
        (gazetteer.country_code == b"PE") & (gazetteer.feature_code == FEATURES.index("populated place"))
    )
    points = shapely.points(gazetteer.lon_e5[rows] / 1e5, gazetteer.lat_e5[rows] / 1e5)
    for level, depth in (("admin1", 1), ("admin2", 2)):
        layer = open_layer(f"boundaries/{level}")
        positions = layer.within(_PERU)
        tree = shapely.STRtree(layer.geometries(positions))
        right = known = 0
        for point, region in zip(*tree.query(points, predicate="within"), strict=True):
            chain = gazetteer.admin_rows(int(rows[point]))
            # Of half of the places the gazetteer knows no province.
            if len(chain) <= depth + 1 or not gazetteer.geonames_id(chain[depth]):
                continue
            known += 1
            wanted = str(gazetteer.geonames_id(chain[depth]))
            right += layer.table["geonames_id"][positions[region]] == wanted
        print(f"Peru's populated places in their {level}: {right / known:.1%} of {known}")


def _districts(path: Path) -> dict[str, BaseGeometry]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["IDDIST"]: _flat(shapely.make_valid(shape(feature["geometry"])))
        for feature in features
        if feature["geometry"]
    }


def _flat(geometry: BaseGeometry) -> BaseGeometry:
    # Areas as on the ground, in degrees squared at the equator; likeness is a ratio of them.
    return shapely.transform(
        geometry, lambda vertices: np.column_stack([vertices[:, 0], np.degrees(np.sin(np.radians(vertices[:, 1])))])
    )


def _parents(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["ubigeo"]: row["carved_out_of_2007_ubigeo"] for row in csv.DictReader(stream)}


def _print_likeness(districts: dict[str, BaseGeometry]) -> None:
    for level, digits in (("admin1", 2), ("admin2", 4), ("admin3", 6)):
        ours = _ours(level, digits)
        codes = sorted({code[:digits] for code in districts} & set(ours))
        theirs = (shapely.union_all([one for code, one in districts.items() if code.startswith(c)]) for c in codes)
        likeness = [_likeness(ours[code], one) for code, one in zip(codes, theirs, strict=True)]
        quarter, three_quarters = np.quantile(likeness, [0.25, 0.75])
        print(
            f"{level}: {len(codes)} areas, intersection over union {median(likeness):.3f}, "
            f"quartiles {quarter:.2f} and {three_quarters:.2f}"
        )


def _print_vraem(label: str, districts: dict[str, BaseGeometry], parents: dict[str, str]) -> None:
    """Print how much of the region as it is drawn and of the union of its districts is the same."""
    vraem = named_regions()["vraem"]
    for tier in (one.name for one in vraem.tiers):
        members = {code.code for code in tier_members(vraem, tier)}
        drawn = _flat(region_geometry(vraem, tier))
        older = members | {parents.get(code, "") for code in members}
        for what, codes in (("as of 2007", members), ("and what newer members were part of", older)):
            wanted = shapely.union_all([districts[code] for code in sorted(codes & set(districts))])
            print(f"VRAEM {tier}, {label}, against its districts {what}: {_likeness(drawn, wanted):.3f}")


def _ours(level: str, digits: int) -> dict[str, BaseGeometry]:
    layer = open_layer(f"boundaries/{level}")
    positions = layer.within(_PERU)
    gazetteer = open_gazetteer()
    parts: dict[str, list[BaseGeometry]] = {}
    for position, geometry in zip(positions, layer.geometries(positions), strict=True):
        region_id = layer.table["region_id"][position]
        if level == "admin1":
            row = gazetteer.row_of("iso3166-2", "PE-LIM" if region_id == "PE-LMA" else region_id)
            code = None if row is None else gazetteer.code_of("inei", row)
        else:
            code = region_id.removeprefix("PE-")
        if code is not None and len(code) == digits:
            parts.setdefault(code, []).append(geometry)
    return {code: _flat(shapely.union_all(found)) for code, found in parts.items()}


def _likeness(one: BaseGeometry, other: BaseGeometry) -> float:
    return one.intersection(other).area / one.union(other).area


def _print_join() -> None:
    gazetteer = open_gazetteer()
    rows = np.flatnonzero(gazetteer.feature_code == FEATURES.index("populated place"))[::2]
    points = gpd.points_from_xy(gazetteer.lon_e5[rows] / 1e5, gazetteer.lat_e5[rows] / 1e5)
    places = gpd.GeoDataFrame({"row": rows.tolist()}, geometry=points, crs="OGC:CRS84")
    started = time.perf_counter()
    gpd.sjoin(places, read_regions("admin1")[["region_id", "geometry"]], how="left")
    bare_s = time.perf_counter() - started
    started = time.perf_counter()
    joined = join_regions(places)
    print(
        f"{len(rows)} places: sjoin with one level {bare_s:.2f} s, join_regions {time.perf_counter() - started:.2f} s; "
        f"{(joined.country_id == '').mean():.2%} without a country"
    )


def _print_times() -> None:
    script = """
import time; started = time.perf_counter()
import geopandas
imported = time.perf_counter()
from geo.regions import read_regions
regions = read_regions("admin1", bbox=(-76.5, -13.5, -73.0, -9.5))
read = time.perf_counter()
countries = read_regions("country", bbox=(-76.5, -13.5, -73.0, -9.5))
done = time.perf_counter()
print(f"import geopandas {(imported - started) * 1000:.0f} ms; import and read {len(regions)} first-level regions "
      f"{(read - imported) * 1000:.0f} ms; {len(countries)} countries {(done - read) * 1000:.0f} ms")
"""
    for _ in range(3):
        started = time.perf_counter()
        run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
        print(run.stdout.strip(), f"(whole process {(time.perf_counter() - started) * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
