"""Boundaries beside those of the bundle: files of one's own, and what data packs bring.

>>> from geo.boundaries import BoundaryOptions
>>> BoundaryOptions(country="PE").country
'PE'
"""

from geo.boundaries.installed import BOUNDARY_FILE, InstalledBoundaries, compile_boundaries
from geo.boundaries.model import ZONE, BoundaryOptions, BoundarySet
from geo.boundaries.own import OwnBoundaries

__all__ = [
    "BOUNDARY_FILE",
    "ZONE",
    "BoundaryOptions",
    "BoundarySet",
    "InstalledBoundaries",
    "OwnBoundaries",
    "compile_boundaries",
]
