"""Areas shaded by how often the documents name places in them."""

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.regions.sets import countries, region_layer
from geo.report import Entry, Report
from maps.cartography.shapes import thin_shape, wrap_shape
from maps.cartography.territory import country_extent
from maps.cartography.view import View
from maps.names import local_name
from maps.options import Language, MapOptions, Shade
from maps.words import choose_language, count_words, format_number, read_words

__all__ = ["MOST_CLASSES", "ShadedArea", "Shading", "classify_counts", "count_mentions", "shade_areas"]

MOST_CLASSES = 4
"""More shades of one colour are not told apart at a glance."""

_DECIMALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadedArea:
    """An area in which places are named.

    Parameters
    ----------
    area_id
        ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code (or Natural Earth's) of a first-level region.
    name
        Its name.
    count
        How often it and the places in it are named.
    shade
        Its class, counted from 0, the least often named.
    geometry
        Polygon or MultiPolygon, degrees, wrapped and thinned as the view asks for.
    lon, lat
        A point of its largest part, degrees, wrapped as the view is: where its name and count are told.
    """

    area_id: str
    name: str
    count: int
    shade: int
    geometry: BaseGeometry
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shading:
    """The shaded areas of a map.

    Parameters
    ----------
    level
        ``"country"`` or ``"admin1"``.
    areas
        The areas, the most often named first.
    ranges
        For each class the least and the greatest count in it.
    labels
        For each class its range in words: ``"1 mention"``, ``"2–4 mentions"``.
    """

    level: Shade
    areas: tuple[ShadedArea, ...]
    ranges: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]


def _area_of(entry: Entry, level: Shade) -> str:
    """Give the one area of a level that an entry is or lies in; empty where there is none or more than one."""
    found = {region.region_id for region in entry.regions if region.level == level}
    if level == "country" and not found:
        found = {entry.place.country}
    return found.pop() if len(found) == 1 else ""


def count_mentions(report: Report, level: Shade) -> dict[str, int]:
    """Give how often each area is named: itself, and the places that lie in it.

    A place that lies in several areas of the level, or in none, counts for none; so a country counts for itself where
    countries are asked for, and for no first-level region. Demonyms do not count.

    Parameters
    ----------
    report
        The report.
    level
        ``"country"`` or ``"admin1"``.

    Returns
    -------
    dict
        Mentions by the area's identifier, the most often named first.
    """
    counts: Counter[str] = Counter()
    for entry in report.entries:
        counts[_area_of(entry, level)] += len(entry.mentions)
    del counts[""]
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def classify_counts(counts: Sequence[int], most: int = MOST_CLASSES) -> tuple[tuple[int, int], ...]:
    """Give few classes of counts, as homogeneous as can be.

    Parameters
    ----------
    counts
        Whole numbers, at least one, repeats allowed.
    most
        How many classes at most; where there are no more distinct counts than that, each is a class.

    Returns
    -------
    tuple of tuple of int
        For each class the least and the greatest of the counts in it, ascending.

    Notes
    -----
    Fisher's exact optimum (1958, "On grouping for maximum homogeneity", https://doi.org/10.2307/2281952), which Jenks
    brought to maps, as mapclassify has it. mapclassify takes two seconds to import and is left alone where the
    counts are few.

    Examples
    --------
    >>> classify_counts([1, 1, 5, 2])
    ((1, 1), (2, 2), (5, 5))
    >>> classify_counts([1, 1, 2, 2, 3, 9, 10, 11, 40])
    ((1, 1), (2, 3), (9, 11), (40, 40))
    """
    distinct = sorted(set(counts))
    if len(distinct) <= most:
        return tuple((count, count) for count in distinct)
    bounds = _natural_breaks(counts, most)
    classes = [
        [count for count in distinct if low < count <= high] for low, high in zip([0, *bounds], bounds, strict=False)
    ]
    return tuple((members[0], members[-1]) for members in classes if members)


def _natural_breaks(counts: Sequence[int], classes: int) -> list[int]:
    from mapclassify import FisherJenks  # noqa: PLC0415 - it imports scikit-learn and matplotlib

    with warnings.catch_warnings():
        # It says that numba would make it faster; for a few hundred areas it is fast enough without.
        warnings.simplefilter("ignore", UserWarning)
        return [int(bound) for bound in FisherJenks(counts, k=classes).bins]


def _label(bounds: tuple[int, int], language: Language) -> str:
    low, high = bounds
    forms = read_words(language)["mentions"]
    if low == high:
        return count_words(forms, low, language)
    shown = count_words(forms, high, language)
    last = format_number(high, language)
    return shown.replace(last, f"{format_number(low, language)}–{last}")


def shade_areas(report: Report, view: View, options: MapOptions) -> Shading | None:
    """Give the areas to shade by how often places in them are named, in a few classes.

    Parameters
    ----------
    report
        The report.
    view
        The first view of the map.
    options
        What the reader asked for: ``shade`` is the level of the areas.

    Returns
    -------
    Shading or None
        None where no shading is asked for, or no place lies in an area of the level.

    Raises
    ------
    GazetteerError
        When the installation lacks the boundaries.
    """
    if options.shade == "none":
        return None
    language = choose_language(report, options)
    known = _names(options.shade, language)
    counts = {area_id: count for area_id, count in count_mentions(report, options.shade).items() if area_id in known}
    if not counts:
        return None
    ranges = classify_counts(list(counts.values()))
    shapes = dict(zip(counts, _geometries(list(counts), options.shade), strict=True))
    areas = tuple(
        _shade(area_id, known[area_id], count, geometry=shapes[area_id], ranges=ranges, view=view)
        for area_id, count in counts.items()
    )
    labels = tuple(_label(bounds, language) for bounds in ranges)
    return Shading(level=options.shade, areas=areas, ranges=ranges, labels=labels)


def _shade(
    area_id: str, name: str, count: int, *, geometry: BaseGeometry, ranges: Sequence[tuple[int, int]], view: View
) -> ShadedArea:
    wrapped = wrap_shape(geometry, view.west)
    parts = shapely.get_parts(wrapped)
    point = shapely.point_on_surface(parts[int(np.argmax(shapely.area(parts)))])
    return ShadedArea(
        area_id=area_id,
        name=name,
        count=count,
        shade=next(shade for shade, (_, high) in enumerate(ranges) if count <= high),
        geometry=thin_shape(wrapped, view),
        lon=round(point.x, _DECIMALS),
        lat=round(point.y, _DECIMALS),
    )


def _names(level: Shade, language: Language) -> dict[str, str]:
    """Give the names of the areas of a level by identifier, in a language."""
    if level == "country":
        named = [(code, country.name, code) for code, country in countries().items()]
    else:
        table = region_layer(level).table
        named = list(zip(table["region_id"], table["name"], table["parent_id"], strict=True))
    return {
        area_id: local_name(name, feature=level, country=country, language=language) for area_id, name, country in named
    }


def _geometries(area_ids: Sequence[str], level: Shade) -> list[BaseGeometry]:
    """Give the outlines of areas as ISO 3166 has them, for that is how places are counted."""
    if level == "country":
        return [country_extent(code, "iso") for code in area_ids]
    layer = region_layer(level)
    rows = {region_id: row for row, region_id in enumerate(layer.table["region_id"])}
    return list(layer.geometries([rows[area_id] for area_id in area_ids]))
