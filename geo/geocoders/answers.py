"""What a service answered, read with care: a place that has a name, a kind and a point on Earth, or nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from geo.errors import CoordinateError
from geo.gazetteer.features import FEATURES
from geo.geocoders.layouts import LAYOUTS, SETTLEMENTS, Layout
from geo.lonlat import LonLat

__all__ = ["Answer", "dump_answers", "load_answers", "read_answers"]

_LONGEST_WORDS = 200
_MOST_NAMES = 60
# What geopy makes of a point that is not there.
_NOWHERE = LonLat(lon=0, lat=0)
_ADMINISTRATIVE = "boundary=administrative"
# How OpenStreetMap ranks boundaries: https://nominatim.org/release-docs/latest/customize/Ranking/
_LARGEST_RANKS = ((4, "country"), (9, "admin1"), (12, "admin2"), (15, "admin3"))
_PHOTON_TYPES = {"country": "country", "state": "admin1", "county": "admin2", "city": "populated place",
                 "district": "populated place", "locality": "populated place"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A place that a service knows.

    Parameters
    ----------
    name
        Its name, in the language that was asked for where the service has it.
    names
        All its names.
    lonlat
        Where it lies, OGC:CRS84.
    feature
        Its feature kind, as in :mod:`geo.gazetteer.features`; empty for a kind that the service does not tell.
    id
        Its identifier with the service, ``"way/123"``; may be empty.
    country
        ISO 3166-1 alpha-2 code; empty when the service does not tell.
    admin
        The names of the areas that hold it, the largest first, without the country.
    address
        Its address in one line.
    importance
        0 to 1; None when the service does not tell.
    """

    name: str
    names: tuple[str, ...]
    lonlat: LonLat
    feature: str = ""
    id: str = ""
    country: str = ""
    admin: tuple[str, ...] = ()
    address: str = ""
    importance: float | None = None


def read_answers(service: str, found: Sequence[tuple[object, object, LonLat]]) -> tuple[tuple[Answer, ...], int]:
    """Read what a service answered.

    Parameters
    ----------
    service
        The service as geopy calls it.
    found
        The address, the raw record and the point of each answer, the best first. The point is taken from the record
        where the layout of the service is known: geopy bends points into range, and makes up those that are missing.

    Returns
    -------
    answers
        Those that are places, in order.
    unreadable
        How many others have no name or no point on Earth, as no answer of this service should be.

    Examples
    --------
    >>> raw = {"class": "place", "type": "village", "name": "Quellouno", "lon": "-72.55", "lat": "-12.64"}
    >>> answers, _ = read_answers("nominatim", [("Quellouno, Perú", raw, LonLat(lon=-72.55, lat=-12.64))])
    >>> answers[0].feature, answers[0].lonlat
    ('populated place', LonLat(lon=-72.55, lat=-12.64))
    """
    layout = LAYOUTS.get(service)
    answers: list[Answer] = []
    unreadable = 0
    for address, raw, lonlat in found:
        answer = _read(layout, raw, _words(address)) if layout else _read_plain(_words(address), lonlat)
        if answer is None:
            unreadable += 1
        elif answer.feature or layout is None:
            answers.append(answer)
    return tuple(answers), unreadable


def _read_plain(address: str, lonlat: LonLat) -> Answer | None:
    """Read an answer of a service whose layout is not known: by its address, which begins with the name."""
    name = address.split(",", maxsplit=1)[0].strip()
    if not name or lonlat == _NOWHERE:
        return None
    return Answer(name=name, names=(name,), lonlat=lonlat, address=address)


def _read(layout: Layout, raw: object, address: str) -> Answer | None:
    if not isinstance(raw, Mapping):
        return None
    lonlat = _lonlat(raw, layout.point)
    name = next((words for path in layout.name if (words := _words(_get(raw, path)))), "")
    # Older services tell no name, but begin the address with it.
    name = name or (address.split(",", maxsplit=1)[0].strip() if "name" in layout.name else "")
    if lonlat is None or not name:
        return None
    others = _get(raw, layout.other_names) if layout.other_names else None
    names = [_words(one) for one in others.values()][:_MOST_NAMES] if isinstance(others, Mapping) else []
    country = _words(_get(raw, layout.country)).upper()
    return Answer(
        name=name,
        names=tuple(dict.fromkeys(one for some in (name, *names) for one in _parts(some))),
        lonlat=lonlat,
        feature=_feature(layout, raw),
        id="/".join(_words(_get(raw, path)) for path in layout.id).strip("/"),
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",  # noqa: PLR2004 - alpha-2
        admin=tuple(words for path in layout.admin if (words := _words(_get(raw, path)))),
        address=address,
        importance=_share(_get(raw, layout.importance)) if layout.importance else None,
    )


def _parts(name: str) -> list[str]:
    """Give the names of a list of names: ``"Cuzco;Qosqo"``."""
    return [part.strip() for part in name.split(";") if part.strip()]


def _feature(layout: Layout, raw: Mapping[str, Any]) -> str:
    for paths in layout.kind:
        kind = "=".join(_words(_get(raw, path)) for path in paths)
        if kind == _ADMINISTRATIVE:
            return _boundary(raw)
        if kind in layout.features:
            return layout.features[kind]
    return ""


def _boundary(raw: Mapping[str, Any]) -> str:
    """Give what an administrative boundary of OpenStreetMap holds."""
    told = _words(raw.get("addresstype"))
    if told in SETTLEMENTS:
        return "populated place"
    if told == "country":
        return "country"
    rank = raw.get("place_rank")
    if isinstance(rank, int):
        return next((feature for most, feature in _LARGEST_RANKS if rank <= most), "populated place")
    return _PHOTON_TYPES.get(_words(_get(raw, "properties.type")), "")


def _get(raw: object, path: str) -> object:
    """Follow a path of keys and numbers as far as it goes."""
    at = raw
    for key in path.split("."):
        if isinstance(at, Mapping):
            at = at.get(key)
        elif isinstance(at, list) and key.isdecimal() and int(key) < len(at):
            at = at[int(key)]
        else:
            return None
    return at


def _words(value: object) -> str:
    """Give words on one line that every file can hold, or none for what are no words."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _LONGEST_WORDS else ""


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def _lonlat(raw: Mapping[str, Any], paths: tuple[str, str]) -> LonLat | None:
    lon, lat = (_number(_get(raw, path)) for path in paths)
    if lon is None or lat is None:
        return None
    try:
        return LonLat(lon=lon, lat=lat)
    except CoordinateError:
        return None


def _share(value: object) -> float | None:
    number = _number(value)
    return None if number is None or not 0 <= number <= 1 else number


def dump_answers(answers: Sequence[Answer]) -> str:
    """Give answers as the text that :func:`load_answers` reads.

    Parameters
    ----------
    answers
        The answers, in order.
    """
    return json.dumps([asdict(answer) for answer in answers], ensure_ascii=True, separators=(",", ":"))


def load_answers(text: str) -> tuple[Answer, ...] | None:
    """Read answers back; None for a text that :func:`dump_answers` did not write.

    Parameters
    ----------
    text
        Any text.

    Examples
    --------
    >>> load_answers(dump_answers([])), load_answers("{")
    ((), None)
    """
    try:
        return tuple(_load(record) for record in json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _load(record: Mapping[str, Any]) -> Answer:
    lonlat = LonLat(lon=_sure_number(record["lonlat"]["lon"]), lat=_sure_number(record["lonlat"]["lat"]))
    feature = _sure(record["feature"], str)
    if feature and feature not in FEATURES:
        raise ValueError(feature)
    importance = record["importance"]
    return Answer(
        lonlat=lonlat,
        feature=feature,
        importance=None if importance is None else _sure_number(importance),
        names=tuple(_sure(one, str) for one in record["names"]),
        admin=tuple(_sure(one, str) for one in record["admin"]),
        **{key: _sure(record[key], str) for key in ("name", "id", "country", "address")},
    )


def _sure(value: Any, kind: type) -> Any:  # noqa: ANN401 - what it is, is checked here
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _sure_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)
