"""What the page needs to move a place to another candidate by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from geo.corrections.anchors import anchor_mention
from geo.corrections.candidates import describe_alternatives
from geo.document import Document
from geo.report import Entry, Report, Unplaced
from geo.resolve.place import Alternative
from maps.cartography.shapes import thin_shape, to_geojson, wrap_shape
from maps.cartography.view import View

__all__ = ["ALTERNATIVES_LIMIT", "describe_mentions", "draw_candidates", "gather_candidates"]

ALTERNATIVES_LIMIT = 5
"""Of one name the page offers so many other places."""

# Outlines that a reader may never ask for shall not make the page heavy: what passes this is shown by a point.
_MOST_COORDINATES = 12_000
_DECIMALS = 3


def _alternatives(named: Entry | Unplaced) -> Sequence[Alternative]:
    return (named.place if isinstance(named, Entry) else named).alternatives[:ALTERNATIVES_LIMIT]


def gather_candidates(report: Report) -> dict[str, Entry]:
    """Give every candidate that the page of a report offers as the entry that it would be, by its identifier.

    Parameters
    ----------
    report
        The report.
    """
    named: list[Entry | Unplaced] = [*report.entries, *report.unplaced]
    offered = {other.id: other for one in named for other in _alternatives(one)}
    return dict(zip(offered, describe_alternatives(list(offered.values())), strict=True))


def draw_candidates(candidates: Sequence[Entry], view: View) -> dict[str, Mapping[str, Any]]:
    """Give the outlines of candidates that are areas, by their numbers.

    Parameters
    ----------
    candidates
        The candidates, as :func:`gather_candidates` gives them.
    view
        The first view of the map.

    Returns
    -------
    dict
        ``geometry`` (GeoJSON) and ``anchor`` (the longitude and latitude where the name may stand), thinned to what the
        first view shows; without those that would make the page too heavy.
    """
    drawn: dict[str, Mapping[str, Any]] = {}
    left = _MOST_COORDINATES
    for number, entry in enumerate(candidates):
        if entry.outline is None:
            continue
        thin = shapely.simplify(thin_shape(wrap_shape(entry.outline.geometry, view.west), view), view.deg_per_px)
        size = int(shapely.get_num_coordinates(thin))
        if not size or size > left:
            continue
        left -= size
        parts = shapely.get_parts(thin)
        point = shapely.point_on_surface(max(parts, key=shapely.area))
        geometry = to_geojson([thin], view.decimals)
        if geometry["coordinates"]:
            anchor = [round(point.x, _DECIMALS), round(point.y, _DECIMALS)]
            drawn[str(number)] = {"geometry": geometry, "anchor": anchor}
    return drawn


def describe_mentions(named: Entry | Unplaced, documents: Sequence[Document], *, with_text: bool) -> list[list[Any]]:
    """Give the mentions of a name as a corrections file anchors them.

    Parameters
    ----------
    named
        An entry, or a name without a place.
    documents
        The documents of the report.
    with_text
        Whether the page holds the texts; else the words around a mention are taken from its sentences alone.

    Returns
    -------
    list of list
        Of each mention the document's index, the start, the words, the words before and those after them.
    """
    spans = [(one.document, one.start, one.end) for one in named.evidence]
    described = []
    for index, mention in named.mentions:
        within = None if with_text else _sentence_of(spans, index, mention.start, mention.end)
        anchor = anchor_mention(documents[index], mention.start, mention.end, within=within)
        described.append([index, anchor.start, anchor.text, anchor.before, anchor.after])
    return described


def _sentence_of(spans: Sequence[tuple[int, int, int]], index: int, start: int, end: int) -> tuple[int, int]:
    holding = (span[1:] for span in spans if span[0] == index and span[1] <= start and end <= span[2])
    return next(holding, (start, end))
