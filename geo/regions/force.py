"""Which boundaries are in force: those of the bundle, and those that a user's own stand before.

Where two sets draw a region, the first counts, and every set counts before the bundle. A set that divides a country or
region whole says so (:attr:`geo.boundaries.BoundarySet.covers`): there, what comes after it gives way, so that a
district that no longer exists does not lie under the ones that it became.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from geo.errors import RegionError
from geo.holdings import MOST_HELD, Holdings, current_holdings
from geo.regions.layers import Layer, open_layer
from geo.regions.packing import merge_layers, take_features
from geo.resources import data_path

if TYPE_CHECKING:
    from geo.boundaries.model import BoundarySet

__all__ = [
    "LEVELS",
    "LayerFacts",
    "approximate_regions",
    "bundled_layer",
    "country_of",
    "layer_facts",
    "own_sets",
    "region_facts",
    "region_layer",
    "region_position",
    "set_facts",
]

LEVELS = ("country", "admin1", "admin2", "admin3")
"""The levels of administrative regions, largest first."""

_COLUMNS = ("region_id", "name", "parent_id", "geonames_id", "part_of")
_IN_BUNDLE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerFacts:
    """What is known of boundaries, shared by all of one source.

    Parameters
    ----------
    source, version, licence
        Where the boundaries come from, which edition, and how they may be used.
    approximate
        Whether they are only approximate.
    accuracy
        How they were made and how good they were measured to be, one sentence; empty for known boundaries.
    credits
        The names of the sources that they are made from.
    """

    source: str
    licence: str
    approximate: bool
    accuracy: str
    version: str = ""
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _InForce:
    """The boundaries of a level, in the order of their ids, and for each which of the facts are its own."""

    layer: Layer
    facts: tuple[LayerFacts, ...]
    which: npt.NDArray[np.intp]
    positions: dict[str, int]


@cache
def _facts() -> dict[str, LayerFacts]:
    tables = tomllib.loads(data_path("boundaries/layers.toml").read_text(encoding="utf-8"))
    return {level: LayerFacts(**table | {"credits": tuple(table["credits"])}) for level, table in tables.items()}


def layer_facts(level: str) -> LayerFacts:
    """Give what the boundaries of a level that ship with Dateline share; :func:`region_facts` tells of those in force.

    Examples
    --------
    >>> layer_facts("admin2").approximate
    True
    """
    return _facts()[_check_level(level)]


def region_facts(level: str, positions: Iterable[int]) -> tuple[LayerFacts, ...]:
    """Give what is known of regions in force, each fact once, in the order of the regions.

    Parameters
    ----------
    level
        ``"admin1"``, ``"admin2"`` or ``"admin3"``.
    positions
        The positions of regions in :func:`region_layer`.

    Examples
    --------
    >>> [one.approximate for one in region_facts("admin2", [0, 1])]
    [True]
    """
    held = _in_force(current_holdings(), _check_level(level))
    return tuple(held.facts[which] for which in dict.fromkeys(int(held.which[at]) for at in positions))


def region_layer(level: str) -> Layer:
    """Give the layer in force of ``"admin1"``, ``"admin2"`` or ``"admin3"``, in the order of its ids.

    Countries have none, see :func:`geo.regions.sets.countries`.

    Examples
    --------
    >>> len(region_layer("admin2"))
    196
    """
    return _in_force(current_holdings(), _check_level(level)).layer


def approximate_regions(level: str) -> npt.NDArray[np.bool_]:
    """Give for each region of :func:`region_layer` whether its boundary is only approximate.

    Examples
    --------
    >>> approximate_regions("admin1").any(), approximate_regions("admin2").all()
    (np.False_, np.True_)
    """
    held = _in_force(current_holdings(), _check_level(level))
    return np.array([one.approximate for one in held.facts], dtype=bool)[held.which]


def region_position(level: str, region_id: str) -> int | None:
    """Give the position of a region in :func:`region_layer`; None when no boundary of it is in force.

    Examples
    --------
    >>> region_position("admin2", "PE-0101"), region_position("admin2", "PE-9999")
    (0, None)
    """
    return _in_force(current_holdings(), _check_level(level)).positions.get(region_id)


def bundled_layer(level: str) -> Layer:
    """Give the layer of a level that ships with Dateline, whatever is in force."""
    return open_layer(f"boundaries/{_check_level(level)}")


def own_sets(level: str) -> "tuple[BoundarySet, ...]":
    """Give the sets of boundaries of a level that count before the bundle's, the first first."""
    return _own_sets(current_holdings(), level)


def _own_sets(holdings: Holdings, level: str) -> "tuple[BoundarySet, ...]":
    return tuple(one for held in holdings.boundaries for one in held.boundary_sets() if one.level == level)


def country_of(level: str, region_id: str) -> str:
    """Give the country of a region of the bundle, ISO 3166-1 alpha-2; empty when it has none.

    Examples
    --------
    >>> country_of("admin3", "PE-190307")
    'PE'
    """
    return _upwards(level, region_id)[-1] if level != "country" else region_id


def _upwards(level: str, region_id: str) -> tuple[str, ...]:
    """Give the regions of the bundle that hold a region, itself first."""
    if level == "country" or not region_id:
        return (region_id,)
    above = LEVELS[LEVELS.index(level) - 1]
    return region_id, *_upwards(above, _parents(level).get(region_id, ""))


@cache
def _parents(level: str) -> dict[str, str]:
    table = bundled_layer(level).table
    return dict(zip(table["region_id"], table["parent_id"], strict=True))


def _check_level(level: str) -> str:
    if level not in LEVELS:
        message = f"{level!r} is no level of regions: choose from {', '.join(LEVELS)}"
        raise RegionError(message)
    return level


@lru_cache(maxsize=MOST_HELD * len(LEVELS))
def _in_force(holdings: Holdings, level: str) -> _InForce:
    bundle, sets = bundled_layer(level), _own_sets(holdings, level)
    if not sets:
        return _InForce(
            layer=bundle,
            facts=(layer_facts(level),),
            which=np.full(len(bundle), _IN_BUNDLE, dtype=np.intp),
            positions=_numbered(bundle),
        )
    chosen = list(_choose(level, bundle, sets))
    parts = [take_features(layer, positions) for layer, positions in chosen]
    merged = merge_layers([_with_parts(part, bundle) for part in parts], _COLUMNS)
    which = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    order = np.array(sorted(range(len(merged)), key=merged.table["region_id"].__getitem__), dtype=np.intp)
    layer = take_features(merged, order)
    facts = (*(set_facts(one) for one in sets), layer_facts(level))
    return _InForce(layer=layer, facts=facts, which=which[order], positions=_numbered(layer))


def _numbered(layer: Layer) -> dict[str, int]:
    return {region_id: position for position, region_id in enumerate(layer.table["region_id"])}


def set_facts(one: "BoundarySet") -> LayerFacts:
    """Give what is known of the boundaries of a set."""
    return LayerFacts(
        source=one.source,
        version=one.version,
        licence=one.licence,
        approximate=one.approximate,
        accuracy=one.accuracy,
        credits=(one.source,),
    )


def _choose(level: str, bundle: Layer, sets: "tuple[BoundarySet, ...]") -> Iterator[tuple[Layer, list[int]]]:
    """Give the regions of each set, and then of the bundle, that no set before has or covers."""
    taken: set[str] = set()
    covered: set[str] = set()
    for one in sets:
        table = one.layer.table
        pairs = zip(table["region_id"], table["parent_id"], table["country"], strict=True)
        keep = [
            at
            for at, (region_id, parent_id, country) in enumerate(pairs)
            if region_id not in taken and covered.isdisjoint((*_chain(level, region_id, parent_id), country))
        ]
        yield one.layer, keep
        taken |= {table["region_id"][at] for at in keep}
        covered |= one.covers - {""}
    ids = bundle.table["region_id"]
    yield (
        bundle,
        [at for at, one in enumerate(ids) if one not in taken and covered.isdisjoint(_upwards(level, one))],
    )


def _chain(level: str, region_id: str, parent_id: str) -> tuple[str, ...]:
    """Give what holds a region of a set, as far as the bundle knows its parent."""
    known = _upwards(level, region_id)[1:] if region_id in _parents(level) else ()
    if known or not parent_id:
        return known
    for above in LEVELS[1 : LEVELS.index(level)]:
        if parent_id in _parents(above):
            return _upwards(above, parent_id)
    return (parent_id,)


def _with_parts(layer: Layer, bundle: Layer) -> Layer:
    """Give a layer whose first-level regions know which unit they are a part of, where the bundle does."""
    if "part_of" in layer.table or "part_of" not in bundle.table:
        return layer
    known = dict(zip(bundle.table["region_id"], bundle.table["part_of"], strict=True))
    table: dict[str, Any] = layer.table | {"part_of": [known.get(one, "") for one in layer.table["region_id"]]}
    return Layer(table=table, bounds_deg=layer.bounds_deg, coordinates=layer.coordinates, offsets=layer.offsets)
