"""What the first view of a map shows, and how much of the world is drawn around it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geo.report import Entry, Report

__all__ = ["Box", "View", "choose_view", "cover_boxes", "latitude", "main_body", "mercator_deg"]

# A web map's world is 256 px wide at zoom 0; the page's map is taken to be about this wide.
_TILE_PX = 256
_MAP_PX = 700
_MARGIN = 0.12
_ALONE_ZOOM = 8.0
_CLOSEST_ZOOM = 10.0
_CROWD = 12
_CROWD_ZOOM = 12.0
# So few points whose spread is less than this share of the view are a heap; more of them sooner.
_HEAP_SHARE = 0.25
_HEAP_POINTS = 3
_WIDEST_HEAP_SHARE = 0.75
_MAIN_PART_SHARE = 0.15
_CUT_PART_SHARE = 0.001
_HALF_TURN_DEG = 180.0
_MAX_LAT_DEG = 84.0
_HOME_VIEWS = 5
_WIDE_DEG_PER_PX = 0.03
_SAME_PLACE_DEG = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in longitude and latitude.

    Parameters
    ----------
    west, south, east, north
        Degrees, OGC:CRS84; ``east`` is never less than ``west`` and passes 180 when the box crosses that meridian.

    Examples
    --------
    >>> Box(west=177.0, south=-20.0, east=188.0, north=-13.0).span_deg
    11.0
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def span_deg(self) -> float:
        """The longer side in degrees, as a Mercator map shows it."""
        return max(self.east - self.west, mercator_deg(self.north) - mercator_deg(self.south))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The first view of a map.

    Parameters
    ----------
    fit
        What has to be seen.
    detail
        Where the basemap is drawn in full: about three times the view on each side.
    west
        The longitude in degrees at which the world is cut open; it is drawn from there 360 degrees east.
    closest_zoom
        The zoom that the first view does not exceed.
    deg_per_px
        Degrees of longitude that a pixel of the first view covers, roughly.
    """

    fit: Box
    detail: Box
    west: float
    closest_zoom: float
    deg_per_px: float

    @property
    def decimals(self) -> int:
        """Decimals of a degree that are worth writing: an eighth of a pixel of the first view."""
        return min(5, max(1, math.ceil(-math.log10(self.deg_per_px / 8))))

    @property
    def first(self) -> Box:
        """What the first view shows of a frame that is not much longer than wide."""
        lon, reach = (self.fit.west + self.fit.east) / 2, self.deg_per_px * _MAP_PX / 2
        middle = (mercator_deg(self.fit.south) + mercator_deg(self.fit.north)) / 2
        return Box(
            west=lon - reach,
            south=latitude(middle - reach),
            east=lon + reach,
            north=latitude(middle + reach),
        )

    @property
    def is_wide(self) -> bool:
        """Whether the view shows so much of the world that first-level regions are too small to see."""
        return self.deg_per_px > _WIDE_DEG_PER_PX

    @property
    def near_tolerance_deg(self) -> float:
        """How far a line may be moved within the detail, in degrees: half a pixel of a wide view, else nothing."""
        return self.deg_per_px / 2 if self.is_wide else 0.0

    @property
    def far_tolerance_deg(self) -> float:
        """How far a line may be moved where only a reader who zooms out sees it, in degrees."""
        return max(0.05, 12 * self.deg_per_px)


def mercator_deg(lat: float) -> float:
    """Give the distance from the equator on a Mercator map, in degrees of longitude at the equator.

    Parameters
    ----------
    lat
        Latitude in degrees; beyond 84 it counts as 84.

    Examples
    --------
    >>> round(mercator_deg(60.0), 1)
    75.5
    """
    lat = max(-_MAX_LAT_DEG, min(_MAX_LAT_DEG, lat))
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def latitude(mercator: float) -> float:
    """Give the latitude in degrees of a distance from the equator as :func:`mercator_deg` gives it.

    Examples
    --------
    >>> round(latitude(mercator_deg(60.0)), 6)
    60.0
    """
    return math.degrees(math.atan(math.sinh(math.radians(mercator))))


def main_body(geometry: BaseGeometry) -> Box:
    """Give the box of an area's main parts: France without Guiana, the United States with Alaska.

    Parameters
    ----------
    geometry
        Polygon or MultiPolygon, degrees, OGC:CRS84.

    Returns
    -------
    Box
        The parts with at least 15 % of the largest part's area, in square degrees.

    Examples
    --------
    >>> body = main_body(shapely.union(shapely.box(0, 40, 8, 50), shapely.box(-54, 2, -52, 4)))
    >>> body.west, body.east
    (0.0, 8.0)
    """
    parts = shapely.get_parts(geometry)
    areas, (west, south, east, north) = shapely.area(parts), shapely.bounds(parts).T
    is_main = areas >= _MAIN_PART_SHARE * areas.max()
    # What a cut at 180 degrees has parted from a main part belongs to it.
    if (east[is_main] >= _HALF_TURN_DEG).any():
        is_main |= (west <= -_HALF_TURN_DEG) & (areas >= _CUT_PART_SHARE * areas.max())
    elif (west[is_main] <= -_HALF_TURN_DEG).any():
        is_main |= (east >= _HALF_TURN_DEG) & (areas >= _CUT_PART_SHARE * areas.max())
    corners = zip(west[is_main], south[is_main], east[is_main], north[is_main], strict=True)
    return cover_boxes([Box(west=float(w), south=float(s), east=float(e), north=float(n)) for w, s, e, n in corners])


def cover_boxes(boxes: Sequence[Box]) -> Box:
    """Give the smallest box around boxes, across the meridian of 180 degrees where that is shorter.

    Parameters
    ----------
    boxes
        One box or more, degrees, OGC:CRS84.

    Returns
    -------
    Box
        Its ``west`` lies between -180 and 180 degrees; its ``east`` may pass 180.

    Examples
    --------
    >>> suva = Box(west=178.4, south=-18.1, east=178.4, north=-18.1)
    >>> apia = Box(west=-171.8, south=-13.8, east=-171.8, north=-13.8)
    >>> covered = cover_boxes([suva, apia])
    >>> round(covered.west, 1), round(covered.east, 1)
    (178.4, 188.2)
    """
    ordered = sorted(boxes, key=lambda box: box.west)
    widest_gap, start = ordered[0].west + 360.0 - max(box.east for box in ordered), 0
    reached = ordered[0].east
    for index, box in enumerate(ordered[1:], start=1):
        if box.west - reached > widest_gap:
            widest_gap, start = box.west - reached, index
        reached = max(reached, box.east)
    west = ordered[start].west
    east = max(box.east + (360.0 if index < start else 0.0) for index, box in enumerate(ordered))
    return Box(
        west=west,
        south=min(box.south for box in ordered),
        east=min(east, west + 360.0),
        north=max(box.north for box in ordered),
    )


def _entry_box(entry: Entry) -> Box | None:
    if entry.outline is not None and not entry.outline.geometry.is_empty:
        return main_body(entry.outline.geometry)
    if entry.place.lonlat is None:
        return None
    lon, lat = entry.place.lonlat.lon, entry.place.lonlat.lat
    return Box(west=lon, south=lat, east=lon, north=lat)


def _boxes(entries: Iterable[Entry]) -> list[Box]:
    return [box for box in map(_entry_box, entries) if box is not None]


def _add_regions(towns: Sequence[Box], regions: Sequence[Box]) -> Box:
    """Widen the box of the points by each region that leaves the points spread over the view; one point is no heap."""
    covered = core = cover_boxes(towns)
    spread = core.span_deg if core.span_deg > _SAME_PLACE_DEG else math.inf
    share = min(_WIDEST_HEAP_SHARE, _HEAP_SHARE * max(1.0, math.sqrt(len(towns) / _HEAP_POINTS)))
    for wider in sorted((cover_boxes([core, region]) for region in regions), key=lambda box: box.span_deg):
        both = cover_boxes([covered, wider])
        if spread >= share * both.span_deg:
            covered = both
    return covered


def _fit(report: Report) -> Box:
    passing = {"country", "continent", "ocean"}
    towns = _boxes(entry for entry in report.entries if entry.place.feature == "populated place")
    regions = _boxes(entry for entry in report.entries if entry.place.feature not in {"populated place", *passing})
    if towns:
        return _add_regions(towns, regions)
    countries = _boxes(entry for entry in report.entries if entry.place.feature == "country")
    widest = _boxes(entry for entry in report.entries if entry.place.feature in passing)
    for boxes in (regions, countries, widest):
        if boxes:
            return cover_boxes(boxes)
    return Box(west=-170.0, south=-55.0, east=190.0, north=75.0)


def _stretch(lat: float) -> float:
    """Give by how many zooms a Mercator map at a latitude is closer than at the equator, in quarters."""
    lat = max(-_MAX_LAT_DEG, min(_MAX_LAT_DEG, lat))
    return round(-4 * math.log2(math.cos(math.radians(lat)))) / 4


def _is_crowd(report: Report) -> bool:
    """Whether there are so many towns that they need room rather than surroundings."""
    return sum(entry.place.feature == "populated place" for entry in report.entries) >= _CROWD


def _detail(report: Report, fit: Box, span_deg: float) -> Box:
    """Give a box of three views' width about what has to be seen, with all of its country unless that is large."""
    detail = _around(fit, span_deg)
    for entry in report.entries:
        home = _entry_box(entry) if entry.place.feature == "country" else None
        if home is not None and cover_boxes([fit, home]).span_deg <= _HOME_VIEWS * span_deg:
            detail = cover_boxes([detail, home])
    return detail


def _around(fit: Box, span_deg: float) -> Box:
    reach = span_deg * 1.5
    lon = (fit.west + fit.east) / 2
    middle = (mercator_deg(fit.south) + mercator_deg(fit.north)) / 2
    return Box(
        west=lon - min(reach, 180.0),
        south=latitude(max(middle - reach, mercator_deg(-90.0))),
        east=lon + min(reach, 180.0),
        north=latitude(min(middle + reach, mercator_deg(90.0))),
    )


def choose_view(report: Report) -> View:
    """Give the first view of a report's map.

    The view fits the towns of the story, and of its regions those that leave the towns spread
    over the view; countries named in passing count only where nothing smaller is named.

    Parameters
    ----------
    report
        The report; an empty one is shown as the whole world.

    Returns
    -------
    View
        The view, longitudes unwrapped about ``View.west``.
    """
    fit = _fit(report)
    alone = fit.span_deg < _SAME_PLACE_DEG
    closest = _ALONE_ZOOM if alone else _CROWD_ZOOM if _is_crowd(report) else _CLOSEST_ZOOM
    closest -= _stretch((fit.south + fit.north) / 2)
    least_span = _MAP_PX * 360.0 / (_TILE_PX * 2**closest)
    span = max(fit.span_deg / (1 - 2 * _MARGIN), least_span)
    detail = _detail(report, fit, span)
    fits, inside = (box.west >= -_HALF_TURN_DEG and box.east <= _HALF_TURN_DEG for box in (fit, detail))
    middle = 0.0 if inside or (fits and span > _HALF_TURN_DEG) else 10.0 * round((detail.west + detail.east) / 20.0)
    return View(fit=fit, detail=detail, west=middle - _HALF_TURN_DEG, closest_zoom=closest, deg_per_px=span / _MAP_PX)
