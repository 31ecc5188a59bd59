"""Boundaries beside those of the bundle: files of one's own, and what data packs bring."""

from geo.boundaries.model import ZONE, BoundarySet

__all__ = ["ZONE", "BoundarySet"]
