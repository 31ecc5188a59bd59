"""Make sets of boundaries of what a file holds: read, repaired, matched with what the gazetteer knows, and told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from geo.boundaries.codes import CodeScheme, find_scheme
from geo.boundaries.derive import dissolve_repeats, find_covered, unite_by_parent
from geo.boundaries.fields import FieldMap, guess_fields
from geo.boundaries.match import Evidence, Unit, choose_levels, countries_of, find_rows, make_units
from geo.boundaries.model import ZONE, BoundaryOptions, BoundarySet
from geo.boundaries.read import Areas
from geo.boundaries.repair import repair_areas
from geo.boundaries.situate import situate
from geo.boundaries.words import list_some, plain, slug
from geo.errors import OwnDataError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.holdings import Holdings, current_holdings, use_holdings
from geo.regions.force import LEVELS, bundled_layer
from geo.regions.locate import NOWHERE
from geo.regions.packing import pack_layer, round_to_grid

__all__ = ["Built", "build_sets"]

_Geometries = npt.NDArray[np.object_]

_LEVEL_WORDS = {
    "country": "countries",
    "admin1": "first-level regions",
    "admin2": "second-level regions",
    "admin3": "third-level regions",
    ZONE: "zones",
}
# Fewer are told of by the pair; of more it takes too long to find out.
_MOST_COMPARED = 5000
_LEAST_PARTS = 0.5
_OVERLAPS = (
    "{wrong:,} of {all:,} {areas} overlap others or do not quite meet them; a place in several: the smallest id counts",
    "{wrong:,} of {all:,} {areas} overlap others: a place in several is counted to each",
)
# How far from an area, and from a part of it, the point of the gazetteer may lie.
_NEAR_DEG, _NEAR_PARENT_DEG = 1.0, 5.0
_OUTWARDS = np.array([-1.0, -1.0, 1.0, 1.0])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Built:
    """Boundaries made ready.

    Parameters
    ----------
    sets
        A set a level.
    fields
        Which property was taken for what.
    faults
        What was wrong and what became of it, a line each.
    notes
        What was understood, a line each.
    """

    sets: tuple[BoundarySet, ...]
    fields: FieldMap
    faults: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Matched:
    """Areas, identified."""

    units: list[Unit]
    levels: list[str]
    shapes: _Geometries
    first_level: npt.NDArray[np.intp]


def build_sets(areas: Areas, options: BoundaryOptions, stem: str) -> Built:
    """Give the sets of boundaries of a file.

    Parameters
    ----------
    areas
        What the file holds.
    options
        What is said of it.
    stem
        The name of the file without its ending, for the identifiers of areas that have none.

    Raises
    ------
    OwnDataError
        When a field is none, a level is none, or no area is left that could be drawn.
    """
    # What is being made here must not be asked for while it is made.
    with use_holdings(Holdings(gazetteer=current_holdings().gazetteer)):
        return _build(open_gazetteer(), areas, options, slug(stem) or "areas")


def _build(gazetteer: Gazetteer, areas: Areas, options: BoundaryOptions, stem: str) -> Built:
    labels = [f"area {number}" for number in range(1, len(areas.shapes) + 1)]
    stated = dict(options.fields) | ({"level": options.level} if options.level else {})
    guess = guess_fields(areas.columns, stated, lambda codes: find_scheme(gazetteer, codes, [""] * len(codes)).share)
    codes = guess.texts(areas.columns, "code", len(labels))
    names = guess.texts(areas.columns, "name", len(labels))
    labels = [code or name or label for code, name, label in zip(codes, names, labels, strict=True)]
    shapes, faults = repair_areas(areas.shapes, labels)
    if shapely.is_missing(shapes).all():
        message = f"{stem} holds no area that could be drawn ({'; '.join(faults[:1])}): give a file with polygons"
        raise OwnDataError(message)
    there = ~shapely.is_missing(shapes)
    # Borders that differ by what a number's last digits hold are one on the grid that layers are kept on.
    shapes[there] = round_to_grid(shapes[there])
    left, shapes, repeats = dissolve_repeats(codes, shapes)
    if repeats:
        faults = (*faults, f"several areas of one code, made one: {list_some(repeats)}")
    columns = {name: [values[at] for at in left] for name, values in areas.columns.items()}
    evidence = _gather(gazetteer, columns, guess, shapes, country=options.country, stem=stem)
    rows = find_rows(gazetteer, evidence)
    levels, rows = choose_levels(gazetteer, evidence, guess, guess.texts(columns, "level", len(left)), rows)
    units = make_units(gazetteer, evidence, levels, rows)
    matched = _Matched(units=units, levels=levels, shapes=shapes, first_level=evidence.first_level)
    told = _Told.of(columns, guess, options, stem)
    sets = _make_sets(gazetteer, matched, told)
    return Built(
        sets=sets,
        fields=guess,
        faults=(*areas.faults, *faults, *_tell_overlaps(matched)),
        notes=(*_tell_fields(guess, evidence, matched), *_tell_sets(sets)),
    )


def _gather(
    gazetteer: Gazetteer,
    columns: Mapping[str, list[str]],
    fields: FieldMap,
    shapes: _Geometries,
    *,
    country: str,
    stem: str,
) -> Evidence:
    count = len(shapes)
    first_level = situate(shapes)
    stated = country.upper()
    countries = countries_of(gazetteer, fields.texts(columns, "country", count), first_level, stated)
    bounds = shapely.bounds(shapes)
    codes, parents = fields.texts(columns, "code", count), fields.texts(columns, "parent", count)
    return Evidence(
        codes=codes,
        names=fields.texts(columns, "name", count),
        parents=parents,
        countries=countries,
        first_level=first_level,
        bounds_deg=bounds,
        scheme=_scheme(gazetteer, codes, countries, bounds + _NEAR_DEG * _OUTWARDS),
        parent_scheme=_scheme(gazetteer, parents, countries, bounds + _NEAR_PARENT_DEG * _OUTWARDS),
        stem=stem,
    )


def _scheme(
    gazetteer: Gazetteer, codes: Sequence[str], countries: Sequence[str], bounds_deg: npt.NDArray[np.float64]
) -> CodeScheme:
    there = [at for at, code in enumerate(codes) if code]
    found = find_scheme(gazetteer, [codes[at] for at in there], [countries[at] for at in there], bounds_deg[there])
    # A few codes look like another scheme's by chance.
    return found if found.share >= 0.5 else CodeScheme()  # noqa: PLR2004 - most of them


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Where the boundaries come from."""

    source: str
    version: str
    licence: str

    @classmethod
    def of(cls, columns: Mapping[str, list[str]], fields: FieldMap, options: BoundaryOptions, stem: str) -> "_Told":
        """Take what the user says before what the file says."""
        count = max((len(values) for values in columns.values()), default=0)
        said = {
            role: "; ".join(plain(text) for text in list(dict.fromkeys(fields.texts(columns, role, count)))[:3] if text)
            for role in ("source", "licence")
        }
        return cls(
            source=options.source or said["source"] or stem,
            version=options.version,
            licence=options.licence or said["licence"],
        )


def _make_sets(gazetteer: Gazetteer, matched: _Matched, told: _Told) -> tuple[BoundarySet, ...]:
    sets = [
        _one_set(level, matched, told)
        for level in (*LEVELS, ZONE)
        if any(one == level and shape is not None for one, shape in zip(matched.levels, matched.shapes, strict=True))
    ]
    levels = {one.level for one in sets}
    if "admin3" in levels and "admin2" not in levels:
        above = _level_above(gazetteer, matched)
        if above is not None:
            sets.insert(0, _one_set("admin2", above, replace(told, source=f"{told.source}, districts united")))
    return tuple(sets)


def _one_set(level: str, matched: _Matched, told: _Told) -> BoundarySet:
    chosen = sorted(
        (at for at, one in enumerate(matched.levels) if one == level and matched.shapes[at] is not None),
        key=lambda at: matched.units[at].region_id,
    )
    units = [matched.units[at] for at in chosen]
    table = {
        "region_id": [unit.region_id for unit in units],
        "name": [unit.name for unit in units],
        "parent_id": [unit.parent_id for unit in units],
        "geonames_id": [unit.geonames_id for unit in units],
        "country": [unit.country for unit in units],
        "is_known": ["1" if unit.is_known else "" for unit in units],
    }
    covers = find_covered(matched.shapes[chosen], matched.first_level[chosen], table["country"])
    return BoundarySet(
        level=level,
        layer=pack_layer(table, matched.shapes[chosen]),
        source=told.source,
        version=told.version,
        licence=told.licence,
        covers=frozenset() if level in {"country", ZONE} else covers,
    )


def _level_above(gazetteer: Gazetteer, matched: _Matched) -> _Matched | None:
    """Make the second-level regions of the third-level ones, where the gazetteer knows of what they are parts."""
    thirds = [at for at, level in enumerate(matched.levels) if level == "admin3"]
    bundle = bundled_layer("admin2").table
    known = {region_id: at for at, region_id in enumerate(bundle["region_id"])}
    units = [matched.units[at] for at in thirds]
    shapes = matched.shapes[thirds]
    holed = {unit.parent_id for unit, shape in zip(units, shapes, strict=True) if shape is None}
    drawn = [at for at, shape in enumerate(shapes) if shape is not None]
    made = unite_by_parent([units[at] for at in drawn], shapes[drawn], known.keys(), holed)
    parts = _count_parts(gazetteer)
    present = Counter(unit.parent_id for unit in units)
    # Since the file was made, some parts may have been divided.
    whole = {parent: area for parent, area in made.items() if present[parent] >= _LEAST_PARTS * parts[parent]}
    if not whole:
        return None
    united = [
        Unit(
            region_id=parent,
            name=bundle["name"][known[parent]],
            parent_id=bundle["parent_id"][known[parent]],
            geonames_id=bundle["geonames_id"][known[parent]],
            country=next(unit.country for unit in units if unit.parent_id == parent),
            is_known=True,
        )
        for parent in whole
    ]
    areas = np.array(list(whole.values()), dtype=object)
    return _Matched(units=united, levels=["admin2"] * len(whole), shapes=areas, first_level=situate(areas))


def _count_parts(gazetteer: Gazetteer) -> Counter[str]:
    """Give how many districts each of Peru's provinces has today."""
    return Counter(f"PE-{code[:4]}" for code in gazetteer.codes_in("inei") if len(code) > 4)  # noqa: PLR2004 - province


def _tell_fields(fields: FieldMap, evidence: Evidence, matched: _Matched) -> list[str]:
    known = sum(unit.is_known for unit in matched.units)
    shown = []
    for role in ("code", "name", "level", "parent", "country", "source", "licence"):
        constant, column = fields.constant(role), getattr(fields, role)
        if constant or column:
            shown.append(f"{role}: {plain(constant) if constant else f'the property {plain(column)}'}")
    if evidence.scheme.name:
        shown.append(f"codes of the scheme {evidence.scheme.name}")
    return [*shown, f"{known:,} of {len(matched.units):,} areas are known to the gazetteer"]


def _tell_sets(sets: Sequence[BoundarySet]) -> list[str]:
    lines = []
    for one in sets:
        whole = f", all of {list_some(sorted(one.covers))}" if one.covers else ""
        lines.append(f"{len(one.layer):,} {_LEVEL_WORDS[one.level]} ({one.level}){whole}")
    return lines


def _tell_overlaps(matched: _Matched) -> list[str]:
    lines = []
    for level in dict.fromkeys(matched.levels):
        pairs = zip(matched.levels, matched.shapes, strict=True)
        shapes = np.array([shape for one, shape in pairs if one == level and shape is not None], dtype=object)
        if 1 < len(shapes) <= _MOST_COMPARED:
            wrong = _count_overlaps(shapes) if level == ZONE else _count_uneven(shapes)
            lines += [_OVERLAPS[level == ZONE].format(wrong=wrong, all=len(shapes), areas=_LEVEL_WORDS[level])] * (
                wrong > 0
            )
    off = int((matched.first_level == NOWHERE).sum()) - int(shapely.is_missing(matched.shapes).sum())
    return [*lines, *([f"{off:,} areas lie in no country that Dateline draws"] if off > 0 else [])]


def _count_uneven(shapes: _Geometries) -> int:
    """Count the areas of one level that share a border with others and do not draw it alike."""
    if shapely.coverage_is_valid(shapes):
        return 0
    return int((~shapely.is_empty(shapely.coverage_invalid_edges(shapes))).sum())


def _count_overlaps(shapes: _Geometries) -> int:
    first, second = shapely.STRtree(shapes.tolist()).query(shapes, predicate="intersects")
    first, second = first[first < second], second[first < second]
    shared = ~shapely.touches(shapes[first], shapes[second])
    return len(np.unique([first[shared], second[shared]]))
