"""Boundaries: the world's countries and first-level regions, and Peru's provinces and districts as near as seats tell.

Countries have no file: a country is the union of its first-level regions, so that their borders are the same
line, vertex for vertex.
"""

import shutil
from pathlib import Path

import numpy as np

from data.build.boundaries.disputed import write_disputed
from data.build.boundaries.identity import identify
from data.build.boundaries.natural_earth import Region, first_level_regions, simplify_coverage
from data.build.boundaries.pack import Geometries, write_layer
from data.build.boundaries.peru import Area, approximate_areas
from geo.gazetteer import Gazetteer

__all__ = ["build"]

# The square root of the smallest bend that is kept, at the equator 1.2 km: what fits in 4.5 MB.
_TOLERANCE_DEG = 0.011


def build(data: Path) -> None:
    """Write the boundaries below the folder ``data``, whose ``gazetteer`` they read."""
    gazetteer = Gazetteer(data / "gazetteer")
    regions = first_level_regions()
    geometries = simplify_coverage(np.array([region.geometry for region in regions], dtype=object), _TOLERANCE_DEG)
    folder = data / "boundaries"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Path(__file__).parent / "layers.toml", folder / "layers.toml")
    _write_countries(folder, regions, gazetteer)
    _write_first_level(folder, regions, geometries, gazetteer)
    write_disputed(folder, regions, geometries)
    peru = {
        region.region_id: (region, geometry)
        for region, geometry in zip(regions, geometries, strict=True)
        if region.country == "PE"
    }
    provinces, districts = approximate_areas(peru, gazetteer)
    _write_areas(folder / "admin2", provinces, gazetteer)
    _write_areas(folder / "admin3", districts, gazetteer)


def _write_first_level(folder: Path, regions: tuple[Region, ...], geometries: Geometries, gazetteer: Gazetteer) -> None:
    known = identify(regions, gazetteer)
    table = {
        "region_id": [region.region_id for region in regions],
        "name": [one.name for one in known],
        "parent_id": [region.country for region in regions],
        "geonames_id": [one.geonames_id for one in known],
        "part_of": [one.part_of for one in known],
    }
    write_layer(folder / "admin1", table, geometries)


def _write_countries(folder: Path, regions: tuple[Region, ...], gazetteer: Gazetteer) -> None:
    codes = sorted({region.country for region in regions} - {""})
    lines = ["region_id,name,geonames_id"]
    for code in codes:
        row = gazetteer.row_of("iso3166-1", code)
        if row is None:
            message = f"the gazetteer does not know the country {code}"
            raise ValueError(message)
        lines.append(f'{code},"{gazetteer.name(row)}",{gazetteer.geonames_id(row)}')
    (folder / "countries.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_areas(path: Path, areas: list[Area], gazetteer: Gazetteer) -> None:
    rows = [gazetteer.row_of("inei", area.inei) for area in areas]
    table = {
        "region_id": [f"PE-{area.inei}" for area in areas],
        "name": [area.name for area in areas],
        "parent_id": [area.parent_id for area in areas],
        "geonames_id": ["" if row is None else str(gazetteer.geonames_id(row) or "") for row in rows],
    }
    write_layer(path, table, np.array([area.geometry for area in areas], dtype=object))
