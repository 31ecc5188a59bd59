"""Deciding what the mentions of a correction mean now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.corrections.model import HAND_SOURCE, Correction, hand_id
from geo.gazetteer import Gazetteer
from geo.gazetteer.identifiers import find_row
from geo.lonlat import LonLat
from geo.recognize.mention import Mention, MentionKind
from geo.resolve.describe import place_at_row
from geo.resolve.place import Alternative, Place
from geo.said import Said
from geo.services import ONLINE_SERVICES, name_service

__all__ = ["decide_place", "is_found_online", "mention_place"]


def decide_place(correction: Correction, found: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """Give the place that the mentions of a correction mean now.

    Parameters
    ----------
    correction
        The correction; the place of one that moves is in the gazetteer, or was found online.
    found
        What its mentions meant so far. What the surest of them meant, and might have meant, are the alternatives.
    gazetteer
        Where the identifier is looked up.

    Returns
    -------
    Place or None
        A place that waits for its mention; None where the mentions name no place.
    """
    old = max(found, key=lambda place: place.confidence, default=None)
    row = find_row(gazetteer, correction.id) if correction.action == "move" else None
    if row is not None:
        place = _chosen(gazetteer, row)
    elif correction.lonlat is not None and correction.action == "move":
        place = _chosen_online(correction, correction.lonlat, found)
    elif correction.lonlat is not None and correction.action == "place":
        place = _placed(correction, correction.lonlat, old)
    else:
        return None
    before = () if old is None else (*_as_alternative(old), *old.alternatives)
    return replace(place, alternatives=tuple(other for other in before if other.id != place.id))


def _blank(words: str) -> Mention:
    return Mention(start=0, end=len(words), text=words, kind="place")


def _chosen(gazetteer: Gazetteer, row: int) -> Place:
    blank = _blank(gazetteer.name(row))
    return replace(place_at_row(gazetteer, row, blank, confidence=1.0, reason=Said("chosen by hand")), by_hand=True)


def is_found_online(correction: Correction, places: Iterable[Place]) -> bool:
    """Say whether a correction moves to a place that an online service found: it brings its point itself.

    Parameters
    ----------
    correction
        A correction whose identifier the gazetteer does not hold.
    places
        What was found in the documents; a service may be asked no more, or know the place no more.
    """
    if correction.lonlat is None:
        return False
    # The identifiers of GeoNames' service are those of the gazetteer: one that nothing knows may be a slip.
    if correction.id.partition(":")[0] in ONLINE_SERVICES.keys() - {"geonames"}:
        return True
    return any(correction.id in {place.id, *(other.id for other in place.alternatives)} for place in places)


def _chosen_online(correction: Correction, lonlat: LonLat, found: Sequence[Place]) -> Place:
    others = [other for place in found for other in (*_as_alternative(place), *place.alternatives)]
    known = next((other for other in others if other.id == correction.id), None)
    name = " ".join((correction.name or correction.mentions[0].text).split())
    return Place(
        mention=_blank(name),
        status="resolved",
        name=name,
        lonlat=lonlat,
        feature=known.feature if known else "populated place",
        country=known.country if known else "",
        admin=known.admin if known else (),
        id=correction.id,
        source=name_service(correction.id.partition(":")[0]),
        confidence=1.0,
        reason=Said("chosen by hand"),
        by_hand=True,
    )


def _placed(correction: Correction, lonlat: LonLat, old: Place | None) -> Place:
    name = " ".join((correction.name or correction.mentions[0].text).split())
    place_id = hand_id(lonlat)
    lon, lat = map(float, place_id.partition(":")[2].split(","))
    return Place(
        mention=_blank(name),
        status="resolved",
        name=name,
        lonlat=LonLat(lon=lon, lat=lat),
        feature=(old.feature if old else "") or "populated place",
        id=place_id,
        source=HAND_SOURCE,
        confidence=1.0,
        reason=Said("placed by hand"),
        by_hand=True,
    )


def _as_alternative(place: Place) -> tuple[Alternative, ...]:
    """Give what was chosen so far as a candidate that was not; nothing for a name without a place."""
    if place.lonlat is None:
        return ()
    return (
        Alternative(
            name=place.name,
            lonlat=place.lonlat,
            country=place.country,
            admin=place.admin,
            feature=place.feature,
            id=place.id,
            score=place.confidence,
            source=place.source,
        ),
    )


def mention_place(place: Place, text: str, start: int, old: Place | None) -> Place:
    """Give a decided place as what a mention means.

    Parameters
    ----------
    place
        The place.
    text, start
        The mention's words and where they begin.
    old
        What began there so far; None for nothing.
    """
    end = start + len(text)
    kind: MentionKind = "region" if place.feature == "region" else "place"
    mention = Mention(start=start, end=end, text=text, kind="place")
    if old is not None and old.mention.end == end:
        mention = replace(old.mention, confidence=1.0)
    return replace(place, mention=replace(mention, kind=kind))
