"""How many of a document's names have a plausible place near each candidate, by a grid of cells."""

import numpy as np

from geo.resolve.lookup import Floats, Ints

__all__ = ["Support"]

_ROWS_SHIFT = 20
_AROUND = (-1, 0, 1)


class Support:
    """The candidates of other names in the cell of each candidate and the eight around it.

    Cells are of equal height in degrees, and as wide as high on the ground in the middle of their row, so that the
    sides of the nine are 3 cells long everywhere. Cost is that of sorting the candidates once.

    Parameters
    ----------
    lon, lat
        Shape (n,): degrees, OGC:CRS84.
    name
        Shape (n,): a number for the name that each is a candidate of.
    size_deg
        The height of a cell in degrees of latitude.
    """

    def __init__(self, lon: Floats, lat: Floats, name: Ints, *, size_deg: float) -> None:
        band = np.floor((lat + 90.0) / size_deg).astype(np.int64)
        cells, around = np.zeros_like(band), list[Ints]()
        for north in _AROUND:
            width, columns = _width_of(band + north, size_deg)
            column = np.floor((lon + 180.0) / width).astype(np.int64)
            row = (band + north + 1) << _ROWS_SHIFT
            around += [row + (column + east) % columns for east in _AROUND]
            if north == 0:
                cells = row + column % columns
        known, self._cell = np.unique(cells, return_inverse=True)
        self._around = _find(known, np.stack(around))
        pairs, self._pair = np.unique(name * (len(known) + 1) + self._cell, return_inverse=True)
        wanted = name * (len(known) + 1) + self._around
        self._own = _find(pairs, np.where(self._around < len(known), wanted, -1))
        self._cells, self._pairs = len(known) + 1, len(pairs) + 1

    def measure(self, mass: Floats) -> Floats:
        """Give for each candidate the mass of other names' candidates around it."""
        cells = np.bincount(self._cell, weights=mass, minlength=self._cells)
        pairs = np.bincount(self._pair, weights=mass, minlength=self._pairs)
        return np.asarray(np.maximum(cells[self._around].sum(axis=0) - pairs[self._own].sum(axis=0), 0.0))


def _width_of(band: Ints, size_deg: float) -> tuple[Floats, Ints]:
    """Give the width of the cells of each row in degrees of longitude, and how many go round the Earth."""
    middle = np.radians(np.clip((band + 0.5) * size_deg - 90.0, -89.0, 89.0))
    columns = np.maximum(np.floor(360.0 * np.cos(middle) / size_deg), 3).astype(np.int64)
    return 360.0 / columns, columns


def _find(known: Ints, wanted: Ints) -> Ints:
    """Give the index of each wanted number among sorted ones; their length for what is not there."""
    at = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    return np.where(known[at] == wanted, at, len(known)) if len(known) else np.zeros_like(wanted)
