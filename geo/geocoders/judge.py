"""Judging what a service answered: an answer is a place of the document only when name, kind and region agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.gazetteer.features import ADMINISTRATIVE, PHYSICAL
from geo.gazetteer.names import fold
from geo.geocoders.answers import Answer
from geo.geocoders.online import Question
from geo.lonlat import LonLat
from geo.resolve.lookup import find_holders
from geo.resolve.place import Alternative, Place
from geo.said import Name, Said
from geo.services import name_service

__all__ = ["Judged", "as_alternative", "is_near", "judge_answers", "place_from"]

# What stands beside a name and is no part of it: "Comunidad Nativa Quellouno" is Quellouno.
_GENERIC = frozenset(
    """city town village hamlet municipality district province county state department region municipal community of
    the ciudad pueblo villa aldea caserio anexo centro poblado comunidad nativa campesina localidad municipio distrito
    provincia departamento estado cercado de del la el los las cidade vila povoado aldeia municipio distrito da do dos
    das ville commune departement canton du des le les""".split()
)
_SAME_PLACE_DEG = 0.35
_NEAREST = 10
_NEAR_M = 30_000.0
_MOST_ALTERNATIVES = 5
# Below this an answer is not placed, as with the gazetteer's own.
_AMBIGUOUS = 0.45
# How much is left of belief by how the name agrees, by what is known of the region, and without a kind.
_OTHER_NAME, _GENERIC_WORDS = 0.95, 0.8
_NO_REGION, _REGION_NOT_SEEN, _REGION_MISSED = 0.75, 0.85, 0.5
_NO_KIND = 0.65
_USUAL_IMPORTANCE = 0.35
_OTHER_KIND = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer that may be the place that is meant.

    Parameters
    ----------
    answer
        What the service said.
    belief
        How well it agrees with what was asked, 0 to 1.
    """

    answer: Answer
    belief: float


def judge_answers(
    question: Question, answers: Sequence[Answer], *, feature: str, gazetteer: Gazetteer
) -> tuple[Judged, ...]:
    """Give the answers that may be the place that is meant, the likeliest first.

    Parameters
    ----------
    question
        What was asked.
    answers
        What the service said, the best first.
    feature
        The feature kind that the text gives the name; empty for none.
    gazetteer
        Where regions are looked up.

    Returns
    -------
    tuple of Judged
        None of another name or kind than was asked for, or of another country.
    """
    judged = []
    for answer in answers:
        agreement = _agree(question.name, answer) * _agree_in_kind(feature, answer.feature)
        inside = _lies_in(question.containers, answer, gazetteer) if agreement else 0.0
        belief = agreement * inside
        if belief:
            importance = _USUAL_IMPORTANCE if answer.importance is None else answer.importance
            judged.append(Judged(answer=answer, belief=belief * (0.75 + 0.2 * importance)))
    return tuple(sorted(judged, key=lambda one: -one.belief))


def _agree(name: str, answer: Answer) -> float:
    """Say how well the names agree: 1 for the same, 0 for another."""
    asked = fold(name)
    if asked == fold(answer.name):
        return 1.0
    folded = [fold(one) for one in answer.names]
    if asked in folded:
        return _OTHER_NAME
    bare = _bare(asked)
    return _GENERIC_WORDS if bare and bare in map(_bare, folded) else 0.0


def _bare(folded: str) -> tuple[str, ...]:
    """Give the words of a name without those that say what it is; none where there is nothing else."""
    return tuple(word for word in folded.split() if word not in _GENERIC)


def _agree_in_kind(said: str, told: str) -> float:
    """Say how well the kind that a text gives agrees with the kind that a service tells."""
    if not told:
        return _NO_KIND
    if not said or said == told:
        return 1.0
    if said in PHYSICAL or told in PHYSICAL:
        return 0.0
    # A text says "the province of Lima" of what a service may know as a town, its seat.
    return _OTHER_KIND


def _lies_in(containers: Sequence[str], answer: Answer, gazetteer: Gazetteer) -> float:
    """Say how well an answer lies in the regions that were named: 0 for one of another country."""
    if not containers:
        return _NO_REGION
    around = _areas_around(answer.lonlat, gazetteer)
    told = {fold(part) for part in (*answer.address.split(","), *answer.admin)}
    agreement = 1.0
    for name in containers:
        holders = {int(row) for row in find_holders(gazetteer, name)}
        countries = {gazetteer.country(row) for row in holders} - {""}
        if answer.country and countries and answer.country not in countries:
            return 0.0
        # An address may say what it likes of a country: where the point lies counts.
        is_country = any(gazetteer.feature(row) == "country" for row in holders)
        if holders & around or (fold(name) in told and not is_country):
            continue
        if is_country and not answer.country:
            return 0.0
        agreement *= _REGION_MISSED if holders else _REGION_NOT_SEEN
    return agreement


def _areas_around(lonlat: LonLat, gazetteer: Gazetteer) -> set[int]:
    """Give the rows of the areas that hold the places nearest to a point: it lies in one of them, or beside it."""
    return {area for row in _rows_around(lonlat, gazetteer) for area in gazetteer.admin_rows(row)}


def _rows_around(lonlat: LonLat, gazetteer: Gazetteer) -> list[int]:
    """Give the rows of the places nearest to a point; in a desert or at sea of the nearest and those as far."""
    nearest = gazetteer.nearest(lonlat, _NEAREST)
    reach_m = max((distance_m for _, distance_m in nearest[:1]), default=0.0) * 2
    return [row for row, distance_m in nearest if distance_m <= max(reach_m, _NEAR_M)]


def as_alternative(answer: Answer, gazetteer: Gazetteer, *, scheme: str, score: float) -> Alternative:
    """Give an answer as a candidate, in the words of a place.

    Parameters
    ----------
    answer
        What the service said.
    gazetteer
        Where the names of countries are looked up.
    scheme
        What the service is called in identifiers.
    score
        Its share of belief, 0 to 1.
    """
    country = answer.country or _country_around(answer.lonlat, gazetteer)
    row = gazetteer.row_of("iso3166-1", country) if country else None
    chain = [] if row is None else [gazetteer.name(row), *answer.admin]
    if answer.feature in ADMINISTRATIVE and chain and fold(chain[-1]) != fold(answer.name):
        chain.append(answer.name)
    at = answer.lonlat
    return Alternative(
        name=answer.name,
        lonlat=at,
        country=country,
        admin=tuple(dict.fromkeys(chain)),
        feature=answer.feature or "populated place",
        id=f"{scheme}:{answer.id or f'{at.lon:.5f},{at.lat:.5f}'}",
        score=round(score, 3),
        source=name_service(scheme),
    )


def _country_around(lonlat: LonLat, gazetteer: Gazetteer) -> str:
    """Give the country of all the places nearest to a point; none where it lies near a border."""
    countries = {gazetteer.country(row) for row in _rows_around(lonlat, gazetteer)}
    return countries.pop() if len(countries) == 1 else ""


def place_from(place: Place, judged: Sequence[Judged], gazetteer: Gazetteer, *, scheme: str, service: str) -> Place:
    """Give a mention's place as a service knows it, or as ambiguous where it knows several.

    Parameters
    ----------
    place
        What the gazetteer made of the mention.
    judged
        At least one, as :func:`judge_answers` gives them.
    gazetteer
        Where the names of countries are looked up.
    scheme
        What the service is called in identifiers.
    service
        What it is called in words.
    """
    spots = _spots(judged, place.mention.feature)
    total = sum(spot.belief for spot in spots)
    options = [as_alternative(one.answer, gazetteer, scheme=scheme, score=one.belief / total) for one in spots]
    others = (*options[1:], *_of_gazetteer(place))
    confidence = round(spots[0].belief ** 2 / total * place.mention.confidence, 3)
    if confidence < _AMBIGUOUS:
        reason = _undecided(len(spots), service)
        everything = _few(options[:1], others)
        return Place(
            mention=place.mention, status="ambiguous", name=place.mention.name, confidence=confidence,
            alternatives=everything, reason=reason,
        )  # fmt: skip
    found = options[0]
    kind = spots[0].answer.feature or place.mention.feature or "populated place"
    return Place(
        mention=place.mention,
        status="resolved",
        name=found.name,
        lonlat=found.lonlat,
        feature=kind,
        country=found.country,
        admin=found.admin,
        id=found.id,
        source=service,
        confidence=confidence,
        alternatives=_few((), [other for other in others if other.id != found.id]),
        reason=_found(service, found, told_kind=bool(spots[0].answer.feature)),
    )


def _spots(judged: Sequence[Judged], feature: str) -> list[Judged]:
    """Give one answer for each spot on Earth: a town and its municipality are one place, and the town is shown."""
    spots: list[list[Judged]] = []
    for one in judged:
        near = next((spot for spot in spots if is_near(spot[0].answer.lonlat, one.answer.lonlat)), None)
        if near is None:
            spots.append([one])
        else:
            near.append(one)
    wanted = feature or "populated place"
    # The first is the likeliest of its spot; of its like, the one of the kind that is wanted is taken.
    return [
        Judged(
            answer=next((one for one in spot if one.answer.feature == wanted), spot[0]).answer, belief=spot[0].belief
        )
        for spot in spots
    ]


def is_near(one: LonLat, other: LonLat) -> bool:
    """Say whether two points are so near that they count as one place.

    Parameters
    ----------
    one, other
        Points, OGC:CRS84.

    Examples
    --------
    >>> is_near(LonLat(lon=179.9, lat=0), LonLat(lon=-179.9, lat=0))
    True
    """
    east = abs((one.lon - other.lon + 180.0) % 360.0 - 180.0)
    return east < _SAME_PLACE_DEG and abs(one.lat - other.lat) < _SAME_PLACE_DEG


def _of_gazetteer(place: Place) -> tuple[Alternative, ...]:
    """Give what the gazetteer chose, and what it did not, as candidates."""
    if place.lonlat is None:
        return place.alternatives
    chosen = Alternative(
        name=place.name, lonlat=place.lonlat, country=place.country, admin=place.admin, feature=place.feature,
        id=place.id, score=place.confidence, source=place.source,
    )  # fmt: skip
    return (chosen, *place.alternatives)


def _few(first: Sequence[Alternative], others: Sequence[Alternative]) -> tuple[Alternative, ...]:
    return tuple({other.id: other for other in reversed((*first, *others))}.values())[::-1][:_MOST_ALTERNATIVES]


def _undecided(count: int, service: str) -> Said:
    if count == 1:
        return Said("{service} knows a place of this name, and it is not sure that it is meant", service=service)
    return Said(
        "{service} knows {n} places of this name, and the text does not tell which is meant", service=service, n=count
    )


def _found(service: str, found: Alternative, *, told_kind: bool) -> Said:
    where = found.admin[0] if found.admin else ""
    country = Name(where, feature="country", country=found.country)
    if not told_kind:
        return Said("found by {service}, which does not say what kind of place it is", service=service)
    if not where:
        return Said("found by {service}", service=service)
    return Said("found by {service}, in {country}", service=service, country=country)
