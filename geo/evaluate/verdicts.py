"""What became of each toponym of the gold: right, or wrong for which reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from pyproj import Geod

from geo.evaluate.gold import GoldDocument, GoldPlace
from geo.evaluate.metrics import ACCURATE_KM, best_overlaps
from geo.gazetteer import Gazetteer
from geo.gazetteer.layout import POSTAL_PREFIX, ROW_MASK
from geo.gazetteer.names import fold
from geo.lonlat import LonLat, distance_m
from geo.resolve.place import Place

__all__ = ["OUTCOMES", "NearestRow", "Outcome", "Verdict", "find_nearest", "judge_document", "measure_error_km"]

Outcome = Literal[
    "right",
    "unknown name",
    "known elsewhere",
    "not recognised",
    "no answer",
    "wrong choice",
    "recognised",
    "no coordinates",
]
OUTCOMES: tuple[Outcome, ...] = ("unknown name", "known elsewhere", "not recognised", "no answer", "wrong choice")
"""The reasons for a miss; each miss has the first of them that fits."""

NearestRow = Callable[[str, LonLat], tuple[int, float] | None]
"""What gives, for a name and a point, the nearest place of that name: its row, and its distance in kilometres; None for
a name that the gazetteer does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one toponym of the gold.

    Parameters
    ----------
    document
        The index of its document.
    gold
        The toponym.
    place
        The answer whose span shares most characters with it; None when nothing was recognised there.
    error_km
        How far the answer lies from the gold; None without an answer or without gold coordinates.
    outcome
        ``"right"``: within 161 km. ``"unknown name"``: the gazetteer lacks the name. ``"known elsewhere"``: it has
        places of that name, none of them within 161 km. ``"not recognised"``: it has one there, but there is no
        mention. ``"no answer"``: there is a mention, but it is ambiguous or not found. ``"wrong choice"``: another
        place was chosen. ``"recognised"`` and ``"no coordinates"``: of gold without coordinates, with and without a
        mention.
    nearest
        The row in the gazetteer of the nearest place of that name, and its distance in kilometres; None when the
        gazetteer lacks the name, and not looked for when the answer is right.
    """

    document: int
    gold: GoldPlace
    place: Place | None
    error_km: float | None
    outcome: Outcome
    nearest: tuple[int, float] | None = None


def measure_error_km(gold: GoldPlace, place: Place | None) -> float | None:
    """Give how far an answer lies from the gold, geodesic kilometres; None without either point."""
    if place is None or place.lonlat is None or gold.lonlat is None:
        return None
    return distance_m(gold.lonlat, place.lonlat) / 1000


def find_nearest(gazetteer: Gazetteer) -> NearestRow:
    """Give what finds the nearest place of a name.

    Parameters
    ----------
    gazetteer
        Where names are looked up; a demonym names its country.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> row, far_km = find_nearest(open_gazetteer())("Peruvian", LonLat(lon=-75, lat=-10))
    >>> open_gazetteer().name(row), far_km < 200
    ('Peru', True)
    """
    geod = Geod(ellps="WGS84")

    @lru_cache(maxsize=10_000)
    def find(name: str, lonlat: LonLat) -> tuple[int, float] | None:
        prefix = POSTAL_PREFIX if name.startswith(POSTAL_PREFIX) else ""
        rows = gazetteer.postings(prefix + fold(name)).astype(np.int64) & ROW_MASK
        if not len(rows):
            return None
        lon, lat = gazetteer.lon_e5[rows] / 1e5, gazetteer.lat_e5[rows] / 1e5
        _, _, far_m = geod.inv(np.full(len(rows), lonlat.lon), np.full(len(rows), lonlat.lat), lon, lat)
        best = int(np.argmin(far_m))
        return int(rows[best]), float(far_m[best]) / 1000

    return find


def judge_document(
    number: int, gold: GoldDocument, places: Sequence[Place], *, nearest: NearestRow
) -> tuple[Verdict, ...]:
    """Say what became of each toponym of a document.

    Parameters
    ----------
    number
        The index of the document in its corpus.
    gold
        The document with its gold.
    places
        The answer, ambiguous and not found ones among them.
    nearest
        From :func:`find_nearest`.

    Returns
    -------
    tuple of Verdict
        One a toponym, in order.
    """
    partners = best_overlaps([one.span for one in gold.places], [(p.mention.start, p.mention.end) for p in places])
    verdicts = []
    for one, partner in zip(gold.places, partners, strict=True):
        place = None if partner is None else places[partner]
        error_km = measure_error_km(one, place)
        known = None
        if one.lonlat is not None and not _is_right(error_km):
            known = _find_known(nearest, one.lonlat, _names(one, place))
        outcome = _judge(one, place, error_km, known)
        verdicts.append(
            Verdict(document=number, gold=one, place=place, error_km=error_km, outcome=outcome, nearest=known)
        )
    return tuple(verdicts)


def _is_right(error_km: float | None) -> bool:
    return error_km is not None and error_km <= ACCURATE_KM


def _judge(gold: GoldPlace, place: Place | None, error_km: float | None, known: tuple[int, float] | None) -> Outcome:
    if gold.lonlat is None:
        return "no coordinates" if place is None else "recognised"
    if _is_right(error_km):
        return "right"
    if known is None:
        return "unknown name"
    if not _is_right(known[1]):
        return "known elsewhere"
    if place is None:
        return "not recognised"
    return "no answer" if place.lonlat is None else "wrong choice"


def _names(gold: GoldPlace, place: Place | None) -> Iterator[str]:
    yield gold.text
    if place is not None:
        yield place.mention.name


def _find_known(nearest: NearestRow, lonlat: LonLat, names: Iterable[str]) -> tuple[int, float] | None:
    found = [one for name in names if (one := nearest(name, lonlat)) is not None]
    return min(found, key=lambda one: one[1], default=None)
