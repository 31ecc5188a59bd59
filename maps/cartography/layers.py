"""The shipped boundaries and waters as the maps use them: the one door between the page and the data."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geo.regions.layers import BBox, open_layer
from maps.cartography.view import Box

__all__ = ["Layer", "LayerName", "read_layer"]

LayerName = Literal["regions", "world", "lakes", "rivers"]

_FILES = {
    "regions": "boundaries/admin1",
    "world": "basemap/world",
    "lakes": "basemap/lakes",
    "rivers": "basemap/rivers",
}
_FULL_TURN_DEG = 360.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Shapes with what is known of each, row by row.

    Parameters
    ----------
    shapes
        Geometries, degrees, OGC:CRS84.
    ids, names
        The region identifier and the name of each; empty where there is none.
    countries
        The country that each belongs to, ISO 3166-1 alpha-2; empty where there is none.
    areas
        The disputed area that each is or lies in, an identifier of :func:`geo.regions.disputed.disputed_areas`; empty
        where there is none. First-level regions have theirs from :func:`maps.cartography.territory.divide_regions`.
    """

    shapes: NDArray[np.object_]
    ids: list[str]
    names: list[str]
    countries: list[str]
    areas: list[str]

    def take(self, shapes: NDArray[np.object_], rows: list[int]) -> "Layer":
        """Give a layer of other shapes, each with what is known of one of these rows.

        Parameters
        ----------
        shapes
            The shapes.
        rows
            For each the row of this layer that it comes from.
        """
        return Layer(
            shapes=shapes,
            ids=[self.ids[row] for row in rows],
            names=[self.names[row] for row in rows],
            countries=[self.countries[row] for row in rows],
            areas=[self.areas[row] for row in rows],
        )


def _bounds(box: Box) -> BBox | None:
    """Give an unwrapped box as longitudes between -180 and 180, west larger than east across that meridian."""
    if box.east - box.west >= _FULL_TURN_DEG:
        return None
    west, east = ((lon + 180.0) % _FULL_TURN_DEG - 180.0 for lon in (box.west, box.east))
    return west, box.south, east, box.north


def read_layer(name: LayerName, box: Box) -> Layer:
    """Give the shapes of a layer that may meet a box, each whole.

    Parameters
    ----------
    name
        ``"regions"`` (the first-level regions of all countries), ``"world"`` (countries, coarsely), ``"lakes"`` or
        ``"rivers"``.
    box
        Where to look; its longitudes may pass 180 degrees.

    Returns
    -------
    Layer
        Shapes between -180 and 180 degrees.

    Raises
    ------
    GazetteerError
        When the installation lacks the layer.

    Examples
    --------
    >>> "Pasco" in read_layer("regions", Box(west=-76, south=-11, east=-75, north=-10)).names
    True
    """
    layer = open_layer(_FILES[name])
    rows = layer.within(_bounds(box))
    columns = {key: [values[row] for row in rows] for key, values in layer.table.items()}
    nothing = [""] * len(rows)
    ids = columns.get("region_id", nothing)
    return Layer(
        shapes=layer.geometries(rows),
        ids=ids,
        names=columns.get("name", nothing),
        countries=columns.get("parent_id", ids),
        areas=columns.get("area", nothing),
    )
