"""GeoNames' lists of first- and second-level areas: which place each code stands for, where the places do not say."""

import re
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from geo.gazetteer.compile.lines import read_blocks

__all__ = ["read_areas"]

_TYPES = {"code": pa.string(), "name": None, "asciiname": None, "geonameid": pa.uint32()}


def read_areas(paths: Sequence[Path]) -> dict[str, int]:
    """Give the GeoNames id of each area by its code (``"PE.19"``, ``"PE.19.1903"``).

    Parameters
    ----------
    paths
        ``admin1CodesASCII.txt``, ``admin2Codes.txt``.
    """
    found: dict[str, int] = {}
    for path in paths:
        for block in read_blocks(path, _TYPES, fault=_fault):
            pairs = zip(block["code"].to_pylist(), block["geonameid"].to_pylist(), strict=True)
            found |= {code: number for code, number in pairs if number}
    return found


def _fault(fields: list[str]) -> str:
    if not re.fullmatch("[0-9]{0,10}", fields[3]) or int(fields[3] or 0) >= 1 << 32:
        return f"geonameid {fields[3][:40]!r} is no number of a place"
    return ""
