"""The gazetteer's files: rows, names and the indexes over them. Read again by :mod:`geo.gazetteer`."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data.build.gazetteer.unit import Unit
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import (
    DEFAULT_SCHEME,
    KIND_SHIFT,
    LIST_FLAG,
    PLACE,
    POSTAL_PREFIX,
    ROW_MASK,
    demonym_key,
)
from geo.gazetteer.names import fold
from geo.gazetteer.naming import short_forms
from geo.gazetteer.writing import clear_folder, write_codes, write_names, write_places

__all__ = ["write_gazetteer"]

_DEGREE_E5 = 100_000
# A name of a country, a capital, or what the world knows (rank 1: the Andes) means them before a place of more people.
_COUNTRY, _CAPITAL, _KNOWN_TO_THE_WORLD, _ORDINARY = range(4)
# Where one name of a place is given twice, the first of these says what it is.
_FIRST_KIND = ("primary", "short", "demonym", "alternate")


def write_gazetteer(units: Sequence[Unit], folder: Path) -> None:
    """Write the gazetteer.

    Parameters
    ----------
    units
        Every place, in the order of its row; all have points.
    folder
        Where to write; made when it is missing.
    """
    clear_folder(folder)
    rows = {id(unit): row for row, unit in enumerate(units)}
    _write_places(units, rows, folder)
    _write_names(units, folder)
    _write_codes(units, folder)


def _write_places(units: Sequence[Unit], rows: dict[int, int], folder: Path) -> None:
    names = [unit.name.encode() for unit in units]
    starts = itertools.accumulate((len(name) for name in names), initial=0)
    records = [
        (
            unit.geonames_id,
            _e5(unit.lon),
            _e5(unit.lat),
            unit.population,
            -1 if unit.parent is None else rows[id(unit.parent)],
            unit.country.encode(),
            FEATURES.index(unit.feature),
            unit.rank,
            start,
        )
        for unit, start in zip(units, starts, strict=False)
    ]
    write_places(folder, np.array(records, dtype=PLACE), names)


def _e5(degrees: float | None) -> int:
    if degrees is None:
        message = "a place without a point cannot be written"
        raise ValueError(message)
    return round(degrees * _DEGREE_E5)


def _write_names(units: Sequence[Unit], folder: Path) -> None:
    postings: dict[str, list[int]] = defaultdict(list)
    for row, unit in enumerate(units):
        for folded, kind in _kinds(unit).items():
            postings[folded].append(NAME_KINDS.index(kind) << KIND_SHIFT | row)
    keys = sorted(postings)
    entries: list[int] = []
    lists: list[int] = []
    for folded in keys:
        found = sorted(postings[folded], key=lambda posting: _importance(folded, posting, units))
        if len(found) == 1:
            entries += found
        else:
            entries.append(LIST_FLAG | len(lists))
            lists += [len(found), *found]
    write_names(folder, lambda: keys, np.array(entries, dtype="<u4"), np.array(lists, dtype="<u4"))


def _kinds(unit: Unit) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind in _FIRST_KIND:
        for name in [unit.name] if kind == "primary" else unit.names.get(kind, []):
            folded = fold(name)
            if folded:
                kinds.setdefault(folded, kind)
    for name in short_forms(unit.name):
        kinds.setdefault(fold(name), "primary")
    kinds |= {POSTAL_PREFIX + fold(name): "short" for name in unit.names.get("postal", [])}
    demonyms = ((kind.partition(":")[2], names) for kind, names in unit.names.items() if kind.startswith("demonym:"))
    return kinds | {demonym_key(language, fold(name)): "demonym" for language, names in demonyms for name in names}


def _importance(folded: str, posting: int, units: Sequence[Unit]) -> tuple[bool, int, int, int, int]:
    row = posting & ROW_MASK
    unit = units[row]
    return folded not in unit.default_names, posting >> KIND_SHIFT, _standing(unit), -unit.population, row


def _standing(unit: Unit) -> int:
    if unit.feature == "country":
        return _COUNTRY
    if unit.rank != 1:
        return _ORDINARY
    return _CAPITAL if unit.feature == "populated place" else _KNOWN_TO_THE_WORLD


def _write_codes(units: Sequence[Unit], folder: Path) -> None:
    rows = {
        f"{scheme}:{code}": row
        for row, unit in enumerate(units)
        for scheme, code in [*unit.codes.items(), *unit.repeated_codes]
    }
    rows |= {f"{DEFAULT_SCHEME}:{name}": row for row, unit in enumerate(units) for name in unit.default_names}
    write_codes(folder, rows)
