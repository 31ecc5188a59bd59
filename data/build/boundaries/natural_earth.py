"""Countries and first-level regions: Natural Earth's, cleaned, coded and simplified so that borders still match."""

import math
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from data.build.boundaries.pack import Geometries, round_to_grid
from data.build.gazetteer.sources import natural_earth_admin1
from geo.gazetteer import fold

__all__ = ["Region", "clean_coverage", "first_level_names", "first_level_regions", "simplify_coverage"]

_MOST_PASSES = 4
_NAME_KEYS = ("name_alt", "name_de", "name_en", "name_es", "name_fr", "name_it", "name_pt", "name_vi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A first-level region.

    Parameters
    ----------
    region_id
        Its ISO 3166-2 code; Natural Earth's own where there is none.
    country
        ISO 3166-1 alpha-2; empty for what lies in no country.
    name
        Natural Earth's English name, or its local one.
    names
        All names that Natural Earth gives it, folded.
    adm1_code
        Natural Earth's identifier.
    geometry
        As Natural Earth has it, on the grid of the layers.
    """

    region_id: str
    country: str
    name: str
    names: frozenset[str]
    adm1_code: str
    geometry: Any


@cache
def _corrections() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "corrections.toml").read_text(encoding="utf-8"))


@cache
def first_level_regions() -> tuple[Region, ...]:
    """Give the world's first-level regions, a valid coverage, in the order of their ids."""
    features = natural_earth_admin1()
    geometries = clean_coverage(np.array([shape(feature["geometry"]) for feature in features], dtype=object))
    codes = _codes([feature["properties"] for feature in features], shapely.area(geometries).tolist())
    regions = [
        _region(feature["properties"], code, geometry)
        for feature, code, geometry in zip(features, codes, geometries, strict=True)
    ]
    return tuple(sorted(regions, key=lambda region: region.region_id))


def first_level_names() -> dict[str, dict[str, str]]:
    """Give what Natural Earth calls each first-level region, by its id: ``name``, ``name_en`` and so on."""
    properties = {one["properties"]["adm1_code"]: one["properties"] for one in natural_earth_admin1()}
    return {
        region.region_id: {
            key: str(text) for key, text in properties[region.adm1_code].items() if text and key.startswith("name")
        }
        for region in first_level_regions()
    }


def _region(properties: dict[str, Any], code: str, geometry: Any) -> Region:  # noqa: ANN401 - shapely
    names = [text for key, text in properties.items() if text and (key == "name" or key.startswith(_NAME_KEYS))]
    return Region(
        region_id=code,
        country=_corrections()["country"].get(properties["adm1_code"], properties["iso_a2"]),
        name=properties.get("name_en") or properties.get("name") or properties["admin"],
        names=frozenset(fold(name) for text in names for name in str(text).split("|")) - {""},
        adm1_code=properties["adm1_code"],
        geometry=geometry,
    )


def _codes(regions: list[dict[str, Any]], areas: list[float]) -> list[str]:
    """Give each region an identifier of its own."""
    corrected: dict[str, str] = _corrections()["code"]
    wanted = [corrected.get(region["adm1_code"], region["iso_3166_2"]) for region in regions]
    largest = {
        code: adm1 for _, code, adm1 in sorted(zip(areas, wanted, (r["adm1_code"] for r in regions), strict=True))
    }
    codes = []
    for region, code in zip(regions, wanted, strict=True):
        # "-99-X16~" and "SY-X01~" are Natural Earth's own marks for what has no code.
        unusable = code.startswith("-") or "~" in code or code in _corrections()["shared"]["codes"]
        mine = not unusable and largest[code] == region["adm1_code"]
        codes.append(code if mine else region["adm1_code"].replace("+", "-").rstrip("?"))
    repeated = [code for code, count in Counter(codes).items() if count > 1]
    if repeated:
        message = f"several regions bear the codes {repeated}"
        raise ValueError(message)
    return codes


def clean_coverage(geometries: Geometries, *, gap_deg: float = 0.0) -> Geometries:
    """Give polygons on the grid of the layers that do not overlap and share every vertex of their borders.

    Parameters
    ----------
    geometries
        Polygons that almost make a coverage.
    gap_deg
        Gaps narrower than this many degrees are given to a neighbour; 0 keeps all.
    """
    cleaned = round_to_grid(geometries)
    # Rounding moves the vertices that cleaning adds off the edges they lie on, by less than a metre; again mends that.
    for _ in range(_MOST_PASSES):
        valid = np.array([one if one.is_valid else shapely.make_valid(one) for one in cleaned], dtype=object)
        cleaned = round_to_grid(np.array(shapely.coverage_clean(valid, gap_width=gap_deg), dtype=object))
        if shapely.is_valid(cleaned).all() and shapely.coverage_is_valid(cleaned):
            return cleaned
    message = "the polygons do not make a valid coverage"
    raise ValueError(message)


def simplify_coverage(geometries: Geometries, tolerance_deg: float) -> Geometries:
    """Give simpler polygons whose shared borders are still the same on both sides.

    Parameters
    ----------
    geometries
        A valid coverage.
    tolerance_deg
        The square root of the area of the smallest bend that is kept, in degrees at the equator.

    Notes
    -----
    Visvalingam and Whyatt's method (1993, https://doi.org/10.1179/000870493786962263), which drops the vertex
    whose triangle is the smallest. Longitude and the sine of latitude make a plane whose areas are true, so
    that the Arctic does not keep ten times the detail of the tropics.
    """
    simple = shapely.coverage_simplify(_to_equal_area(geometries), tolerance_deg)
    back = round_to_grid(_from_equal_area(np.array(simple, dtype=object)))
    if not shapely.is_valid(back).all() or not shapely.coverage_is_valid(back):
        message = f"the coverage is not valid after simplification to {tolerance_deg} degrees"
        raise ValueError(message)
    return back


def _to_equal_area(geometries: Geometries) -> Geometries:
    vertices = shapely.get_coordinates(geometries)
    vertices[:, 1] = np.sin(np.radians(vertices[:, 1])) * 180 / math.pi
    projected: Geometries = shapely.set_coordinates(geometries.copy(), vertices)
    return projected


def _from_equal_area(geometries: Geometries) -> Geometries:
    vertices = shapely.get_coordinates(geometries)
    vertices[:, 1] = np.degrees(np.arcsin(np.clip(vertices[:, 1] * math.pi / 180, -1, 1)))
    back: Geometries = shapely.set_coordinates(geometries.copy(), vertices)
    return back
