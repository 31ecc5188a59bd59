"""The figures that a document says of its places: numbers, money, shares, dates and spans of time, by rule."""

from geo.figures.attach import figures_by_place
from geo.figures.find import find_figures

__all__ = ["figures_by_place", "find_figures"]
