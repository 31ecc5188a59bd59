"""The step after the resolver: what the gazetteer lacks is asked of an online geocoder, each name once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo.document import Document
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.features import ADMINISTRATIVE
from geo.gazetteer.identifiers import find_row
from geo.gazetteer.names import fold
from geo.geocoders.judge import as_alternative, judge_answers, place_from
from geo.geocoders.online import OnlineGeocoder, Question, Reply
from geo.resolve.groups import group_mentions
from geo.resolve.lookup import find_winners
from geo.resolve.place import Alternative, Place
from geo.said import Said

__all__ = ["geocode_places", "search_online"]

_MOST_CONTAINERS = 3
# A country that the document's places lie in counts as the region of a name from this confidence on.
_SURE_OF_COUNTRY = 0.5


def geocode_places(
    documents: Sequence[Document],
    places: Sequence[Sequence[Place]],
    geocoder: OnlineGeocoder,
    *,
    gazetteer: Gazetteer | None = None,
) -> list[list[Place]]:
    """Give the places of documents with what an online geocoder knows of them.

    Parameters
    ----------
    documents
        The documents.
    places
        For each document its places, one a mention, in order, as the resolver gives them.
    geocoder
        Whom to ask.
    gazetteer
        Where regions and countries are looked up; None for the bundled one.

    Returns
    -------
    list of list of Place
        The same mentions in the same order. A name that the service gave no answer for has the status
        ``"unanswered"``, unless the gazetteer knows a place for it.

    Raises
    ------
    ConfigurationError
        When the service refuses the key or the asker before it has answered anything.
    """
    gazetteer = gazetteer or open_gazetteer()
    asked = [
        dict(_questions(document, some, gazetteer, everything=geocoder.asks_first))
        for document, some in zip(documents, places, strict=True)
    ]
    replies = geocoder.ask(question for some in asked for question in some.values())
    return [
        [
            _decide(place, some_asked[index], replies, geocoder, gazetteer) if index in some_asked else place
            for index, place in enumerate(some)
        ]
        for some, some_asked in zip(places, asked, strict=True)
    ]


def search_online(
    query: str, geocoder: OnlineGeocoder, *, language: str = "en"
) -> tuple[tuple[Alternative, ...], Reply]:
    """Give the places that a service knows for one name outside any document.

    Parameters
    ----------
    query
        A name, alone or followed by the regions that hold it: ``"Quellouno, Cusco, Peru"``.
    geocoder
        Whom to ask.
    language
        The language of the answers, as a code.

    Returns
    -------
    places
        With scores that sum to 1, the likeliest first.
    reply
        What came of the question.
    """
    gazetteer = open_gazetteer()
    name, *containers = [part.strip() for part in query.split(",") if fold(part)] or [query]
    question = Question(name=name, containers=tuple(containers), language=language)
    reply = geocoder.ask([question]).get(question, Reply())
    judged = judge_answers(question, reply.answers, feature="", gazetteer=gazetteer)
    total = sum(one.belief for one in judged)
    scheme = geocoder.settings.name.lower()
    found = [as_alternative(one.answer, gazetteer, scheme=scheme, score=one.belief / total) for one in judged]
    return tuple({place.id: place for place in reversed(found)}.values())[::-1], reply


def _questions(
    document: Document, places: Sequence[Place], gazetteer: Gazetteer, *, everything: bool
) -> Iterator[tuple[int, Question]]:
    """Give what to ask of the mentions of a document, by their indexes."""
    country = _country_of_all(places, gazetteer)
    for group in group_mentions(document, [place.mention for place in places]):
        said = group.hints or (() if group.listed else group.containers)
        for index in group.mentions:
            place = places[index]
            if place.mention.kind != "place" or not (everything or place.status == "not found"):
                continue
            # What a user's own gazetteer knows is asked of nobody.
            if place.id and find_row(gazetteer, place.id) in find_winners(gazetteer, group.name):
                continue
            around = said[:_MOST_CONTAINERS] or ((country,) if country and fold(country) != group.folded else ())
            yield index, Question(name=group.name, containers=around, language=document.language)


def _country_of_all(places: Iterable[Place], gazetteer: Gazetteer) -> str:
    """Give the name of the country that all the places of a document lie in; empty when there are several, or none."""
    sure = (place for place in places if place.mention.kind != "demonym" and place.confidence >= _SURE_OF_COUNTRY)
    countries = {place.country for place in sure if place.status == "resolved"} - {""}
    row = gazetteer.row_of("iso3166-1", countries.pop()) if len(countries) == 1 else None
    return "" if row is None else gazetteer.name(row)


def _decide(
    place: Place,
    question: Question,
    replies: dict[Question, Reply],
    geocoder: OnlineGeocoder,
    gazetteer: Gazetteer,
) -> Place:
    """Give the place of one mention after what the service said."""
    reply = replies.get(question)
    if reply is None:
        return place
    service = geocoder.service
    if reply.why is not None:
        if place.status != "not found":
            return place
        reason = Said("{reason}; {service} did not answer: {why}", reason=place.reason, service=service, why=reply.why)
        return replace(place, status="unanswered", reason=reason)
    judged = judge_answers(question, reply.answers, feature=place.mention.feature, gazetteer=gazetteer)
    if judged:
        found = place_from(place, judged, gazetteer, scheme=geocoder.settings.name.lower(), service=service)
        return place if _stands(place, found) else found
    if place.status != "not found":
        return place
    if reply.answers:
        reason = Said("{reason}; what {service} found is another place", reason=place.reason, service=service)
    else:
        reason = Said("{reason}; {service} knows none either", reason=place.reason, service=service)
    return replace(place, reason=reason)


def _stands(place: Place, found: Place) -> bool:
    """Say whether the gazetteer's place stands against what the service found.

    It does when the service is less sure, and when both mean one area, whose boundary only the gazetteer's leads to.
    """
    if place.lonlat is None or found.lonlat is None:
        return place.lonlat is not None
    same_kind = place.feature in ADMINISTRATIVE and (place.feature, place.country) == (found.feature, found.country)
    return same_kind and (place.feature == "country" or fold(place.name) == fold(found.name))
