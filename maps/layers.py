"""The shipped boundaries and waters as plain arrays: the one door between the maps and the data."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maps.view import Box

__all__ = ["Layer", "LayerName", "read_layer"]

LayerName = Literal["countries", "coarse countries", "regions", "lakes", "rivers"]


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
        The country that each belongs to, ISO 3166-1 alpha-2.
    """

    shapes: NDArray[np.object_]
    ids: list[str]
    names: list[str]
    countries: list[str]


def read_layer(name: LayerName, box: Box) -> Layer:
    """Give the shapes of a layer that touch a box."""
    raise NotImplementedError(name, box)
