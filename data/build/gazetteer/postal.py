"""Small places that only GeoNames' tables of postal codes name: hamlets, post offices, communes, suburbs.

GeoNames' populated places begin at 500 people. The tables of postal codes also name smaller ones; each
becomes a row of few people, so that it never outweighs a namesake of which more is known.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from data.build.gazetteer.naming import plain_forms
from data.build.gazetteer.nearby import Nearby, kilometres
from data.build.gazetteer.sources import PostalPlace, postal_places
from data.build.gazetteer.unit import Unit, ancestors
from data.build.lexicon import everyday_words, names_of_people
from geo.gazetteer.names import fold
from geo.gazetteer.naming import usable

__all__ = ["postal_units"]

# Where English, Spanish, French or Portuguese is written, and Italy. Left out are those whose table gives no
# first-level region (ZA, DO, GT), mixes towns with quarters (MX), or puts more than a tenth of the names that occur
# once in a region farther than 15 km from where GeoNames has them (CL, IN, MA).
_COUNTRIES = frozenset(
    "AR AU BD BE CH CR DZ EC ES FR GB GF GP HT IE IT KE LK LU MQ MW NC NZ PA PE PH PK PT RE US UY".split()
)
# Unknown, taken as small. With none at all a place would count as the seat of some area.
_PEOPLE = 1
_SAME_PLACE_KM = 15.0
_NEIGHBOURS = 3
_NEIGHBOUR_KM = 20.0
# A name that more places of a country bear says nothing by itself: San Juan.
_MOST_NAMESAKES = 10
# Where towns are as a rule called like people, so that such a name is no sign of a mistake.
_NAMED_AFTER_PEOPLE = frozenset({"AU", "GB", "IE", "NZ", "US"})
_CONTRACTIONS = frozenset(
    "arent cant couldnt didnt doesnt dont hasnt hes isnt ive lets shes thats theyre wasnt whats wont youre".split()
)
_STATES = {"castilla leon": "castilla y leon", "chattisgarh": "chhattisgarh", "province of uva": "uva province"}
# Numbered quarters, parts of a city in brackets, delivery offices and military mail are no places of that name.
_NO_PLACE = re.compile(r"[0-9()/,:;]|\b(?:cedex|apo|fpo|dpo|postal|penitentiary|correctional|po box)\b", re.IGNORECASE)
_PARTICLE = re.compile(r" (?:(?:Del|Y|E|Da|Do|Das|Dos|Di)|De(?: (?:La|Las|Los|El|Lo))?)(?= )")
# Their tables write every word with a capital, or all in capitals.
_LOWER_PARTICLES = frozenset({"AR", "CR", "EC", "ES", "IT", "PA", "PE", "PT", "UY"})


def postal_units(
    countries: dict[str, Unit], subdivisions: dict[str, Unit], others: Sequence[Unit], *, names: set[str]
) -> list[Unit]:
    """Give the places that only the tables of postal codes name, country by country, by name.

    Parameters
    ----------
    countries, subdivisions
        By ISO 3166-1 alpha-2, and by GeoNames code.
    others
        Populated places and municipalities: what is one of them already is left out.
    names
        The folded names that places bear already; see :func:`_misleads`.
    """
    known: dict[str, list[Unit]] = defaultdict(list)
    for unit in others:
        known[unit.country].append(unit)
    offered = _offered(names)
    units = []
    for iso2 in sorted(_COUNTRIES):
        bearers = _bearers(known[iso2], {fold(place.name) for place in offered[iso2]})
        regions = _regions(countries[iso2], subdivisions)
        nearby = Nearby(unit for unit in known[iso2] if unit.feature == "populated place")
        for place in _fresh(offered[iso2], bearers):
            region = regions.get(_STATES.get(fold(place.state), fold(place.state)))
            near = nearby.nearest(place.lon, place.lat, most=_NEIGHBOURS, within_km=_NEIGHBOUR_KM)
            if region is not None and _fits(region, near, bearers[fold(place.name)]):
                units.append(_unit(place, subdivisions.get(place.area) or _area(region, near)))
    return units


def _offered(names: set[str]) -> dict[str, list[PostalPlace]]:
    found: dict[str, list[PostalPlace]] = defaultdict(list)
    everyday, people = everyday_words() | _CONTRACTIONS, names_of_people()
    for place in postal_places(_COUNTRIES):
        if usable(place.name) and not _NO_PLACE.search(place.name):
            name = fold(place.name)
            if name in names or not _misleads(name, place.country, everyday, people):
                found[place.country].append(place)
    return found


def _misleads(name: str, country: str, everyday: set[str], people: set[str]) -> bool:
    """Say whether a name that no other place bears would more often be found where no place is meant: Iron, Wendy."""
    return name in everyday or (country not in _NAMED_AFTER_PEOPLE and name in people)


def _bearers(known: Iterable[Unit], names: set[str]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {name: [] for name in names}
    for unit in known:
        for name in {fold(unit.name), *map(fold, unit.names.get("alternate", []))} & names:
            found[name].append(unit)
    return found


def _fresh(places: Iterable[PostalPlace], bearers: dict[str, list[Unit]]) -> list[PostalPlace]:
    """Give the places that are neither known nor a repetition, one a name and neighbourhood, by name."""
    by_name: dict[str, list[PostalPlace]] = defaultdict(list)
    for place in places:
        by_name[fold(place.name)].append(place)
    fresh = []
    for name in sorted(by_name):
        taken = [(unit.lon, unit.lat) for unit in bearers[name] if unit.lon is not None and unit.lat is not None]
        own = []
        for place in sorted(by_name[name], key=lambda place: (place.lon, place.lat)):
            if not _near(place, taken):
                taken.append((place.lon, place.lat))
                own.append(place)
        fresh += own if len(own) <= _MOST_NAMESAKES or own[0].country == "US" else []
    return fresh


def _near(place: PostalPlace, points: list[tuple[float, float]]) -> bool:
    if not points:
        return False
    lons, lats = np.array(points).T
    return bool(kilometres(lons, lats, place.lon, place.lat).min() < _SAME_PLACE_KM)


def _fits(region: Unit, near: Sequence[Unit], namesakes: Iterable[Unit]) -> bool:
    """Say whether a place may lie in a region: its neighbours do, and none of its namesakes does.

    The tables sometimes take the point of a namesake in another region; and of two namesakes in one region the
    larger is meant.
    """
    inside = not near or any(region in ancestors(unit) for unit in near)
    return inside and not any(region in ancestors(unit) for unit in namesakes)


def _regions(country: Unit, subdivisions: dict[str, Unit]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    own = [unit for unit in subdivisions.values() if unit.feature == "admin1" and unit.country == country.country]
    for unit in own:
        for name in unit.names.get("alternate", []):
            found.setdefault(fold(name), unit)
    return found | {fold(unit.name): unit for unit in own}


def _area(region: Unit, near: Sequence[Unit]) -> Unit:
    """Give the smallest area that holds all the nearest places, if it lies in the region; else the region."""
    if len(near) < _NEIGHBOURS:
        return region
    chains = [[id(area) for area in ancestors(unit)] for unit in near]
    shared = next((area for area in ancestors(near[0]) if all(id(area) in chain for chain in chains)), region)
    return shared if region in ancestors(shared) else region


def _unit(place: PostalPlace, parent: Unit) -> Unit:
    name = _shown(place)
    unit = Unit(name=name, feature="populated place", country=place.country, population=_PEOPLE, parent=parent)
    unit.put(place.lon, place.lat, "postal codes")
    unit.add_names("alternate", *(form for form in plain_forms(name) if form != name))
    for long, short in (("Saint ", "St. "), ("Mount ", "Mt. "), ("St ", "Saint ")):
        if name.startswith(long):
            unit.add_names("alternate", short + name.removeprefix(long))
    return unit


def _shown(place: PostalPlace) -> str:
    """Give the name as prose writes it: "LOS ROBLES" as "Los Robles", "Costa De La Calma" as "Costa de la Calma"."""
    name = " ".join(place.name.split())
    if name.isupper():
        name = name.title().replace("'S", "'s")
    if place.country in _LOWER_PARTICLES:
        name = _PARTICLE.sub(lambda found: found[0].lower(), name)
    return name.replace(" Afb", " AFB")
