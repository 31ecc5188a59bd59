"""The names of places as maps show them, in the language of the map where its name there is known."""

import csv
from collections.abc import Sequence
from functools import cache

from geo.errors import GazetteerError
from geo.resolve.place import Alternative, Place
from geo.resources import data_path
from maps.options import Language

__all__ = ["chain_of", "local_name", "name_of"]

_Key = tuple[str, str, str]


@cache
def _names(language: Language) -> dict[_Key, str]:
    """Give the names of a language by feature kind, country and name in the gazetteer, whose own names are English."""
    try:
        path = data_path(f"names/{language}.csv")
    except GazetteerError:
        return {}
    with path.open(encoding="utf-8", newline="") as stream:
        return {(row["feature"], row["country"], row["name"]): row["local"] for row in csv.DictReader(stream)}


def local_name(name: str, *, feature: str, country: str, language: Language) -> str:
    """Give the name of a place in a language; the gazetteer's where none is known.

    Parameters
    ----------
    name
        The name in the gazetteer.
    feature
        Its feature kind, as in :mod:`geo.gazetteer.features`.
    country
        ISO 3166-1 alpha-2 code; empty for what lies in no single country.
    language
        The language of the map.

    Examples
    --------
    >>> local_name("Lake Titicaca", feature="lake", country="", language="es")
    'Lago Titicaca'
    """
    return _names(language).get((feature, country, name), name)


def name_of(place: Place | Alternative, language: Language) -> str:
    """Give the name of a place in a language.

    Parameters
    ----------
    place
        A place, or one that it might be.
    language
        The language of the map.
    """
    return local_name(place.name, feature=place.feature, country=place.country, language=language)


def chain_of(place: Place | Alternative, language: Language = "en") -> list[str]:
    """Give a place's names smallest first, itself first, without repeats side by side.

    Parameters
    ----------
    place
        A place, or one that it might be.
    language
        The language of the map: countries and first-level regions bear their names in it.

    Examples
    --------
    >>> from geo.lonlat import LonLat
    >>> lonlat = LonLat(lon=-75.4, lat=-10.6)
    >>> facts = {"lonlat": lonlat, "country": "PE", "feature": "populated place", "id": "", "score": 1.0}
    >>> chain_of(Alternative(name="Oxapampa", admin=("Peru", "Pasco", "Oxapampa"), **facts), "es")
    ['Oxapampa', 'Pasco', 'Perú']
    """
    names = [name_of(place, language), *reversed(_admin(place.admin, place.country, language))]
    return [part for index, part in enumerate(names) if part and (index == 0 or part != names[index - 1])]


def _admin(admin: Sequence[str], country: str, language: Language) -> list[str]:
    """Give the names of the areas that hold a place; those below the first-level region are the gazetteer's."""
    levels = ("country", "admin1")
    known = [
        local_name(name, feature=level, country=country, language=language)
        for name, level in zip(admin, levels, strict=False)
    ]
    return [*known, *admin[len(levels) :]]
