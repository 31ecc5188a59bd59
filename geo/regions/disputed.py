"""Areas whose country is disputed: which first-level regions or parts of them, who holds them, who claims them."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from geo.regions.layers import open_layer
from geo.resources import data_path

__all__ = ["DisputedArea", "disputed_areas", "region_pieces"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedArea:
    """A disputed area, after Natural Earth's list.

    Parameters
    ----------
    area_id
        ``"crimea"``.
    names
        Its name by language: ``"en"``, ``"es"``.
    is_lease
        Whether another state holds it by treaty: then only who holds it is told, and nothing is marked as disputed.
    holder
        Who holds the land, ISO 3166-1 alpha-2; empty for a government that ISO has no code for.
    country
        Its country in ISO 3166, where the first-level region that it is a part of is in another; else empty.
    claimants
        Who else claims it, ISO 3166-1 alpha-2.
    regions
        The first-level regions that it is, or is a part of.
    """

    area_id: str
    names: Mapping[str, str]
    is_lease: bool
    holder: str
    country: str
    claimants: tuple[str, ...]
    regions: tuple[str, ...]


@cache
def disputed_areas() -> Mapping[str, DisputedArea]:
    """Give the disputed areas by identifier, the most important first.

    Raises
    ------
    GazetteerError
        When the installation lacks the data.

    Examples
    --------
    >>> disputed_areas()["crimea"].holder, disputed_areas()["crimea"].claimants
    ('RU', ('UA',))
    """
    with data_path("boundaries/disputed_areas.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["area"]: DisputedArea(
                area_id=row["area"],
                names={
                    "en": row["name"],
                    **{key.removeprefix("name_"): text for key, text in row.items() if key.startswith("name_")},
                },
                is_lease=row["kind"] == "lease",
                holder=row["holder"],
                country=row["country"],
                claimants=tuple(row["claimants"].split()),
                regions=tuple(row["regions"].split()),
            )
            for row in csv.DictReader(stream)
        }


@cache
def region_pieces() -> Mapping[str, tuple[tuple[str, Any], ...]]:
    """Give the pieces of the first-level regions that areas are only parts of, by region identifier.

    Returns
    -------
    mapping
        For each region its pieces: the identifier of the area, or an empty one for what is left, and its geometry
        (degrees, OGC:CRS84). Together they are the region, and share its border vertex for vertex.

    Examples
    --------
    >>> [area for area, _ in region_pieces()["IL-Z"]]
    ['', 'golan-heights']
    """
    layer = open_layer("boundaries/disputed")
    pieces = defaultdict(list)
    geometries = layer.geometries(range(len(layer)))
    for region_id, area_id, geometry in zip(layer.table["region_id"], layer.table["area"], geometries, strict=True):
        pieces[region_id].append((area_id, geometry))
    return {region_id: tuple(found) for region_id, found in pieces.items()}
