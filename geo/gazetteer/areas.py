"""Which first-level regions places lie in."""

from collections.abc import Sequence

from geo.gazetteer.features import FEATURES
from geo.gazetteer.reader import Gazetteer

__all__ = ["FirstLevelRegions"]

_ADMIN1 = FEATURES.index("admin1")


class FirstLevelRegions:
    """Gives first-level regions, each area's looked up once.

    Parameters
    ----------
    gazetteer
        Where the places are.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> [row] = FirstLevelRegions(gazetteer).of_rows([gazetteer.row_of_geonames_id(4717560)])
    >>> gazetteer.name(row)
    'Texas'
    """

    __slots__ = ("_gazetteer", "_of_area")

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of_area: dict[int, int] = {-1: -1}

    def of_rows(self, rows: Sequence[int]) -> set[int]:
        """Give the rows of the first-level regions that some places lie in or are."""
        parents, codes = self._gazetteer.parent[rows].tolist(), self._gazetteer.feature_code[rows].tolist()
        found = {
            row if code == _ADMIN1 else self._find(parent)
            for row, parent, code in zip(rows, parents, codes, strict=True)
        }
        return found - {-1}

    def _find(self, area: int) -> int:
        """Give the first-level region that an area is or lies in; -1 for none."""
        if area not in self._of_area:
            is_region = self._gazetteer.feature_code[area] == _ADMIN1
            self._of_area[area] = area if is_region else self._find(int(self._gazetteer.parent[area]))
        return self._of_area[area]
