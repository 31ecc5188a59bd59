"""Reading our own gold: JSON Lines, a document a line; ``docs/evaluation.md`` defines it."""

import json
from collections.abc import Iterator
from typing import Any

from geo.errors import CoordinateError, DocumentError
from geo.evaluate.gold import GoldDocument, GoldPlace
from geo.lonlat import LonLat

__all__ = ["read_jsonl"]

_OPTIONAL_KINDS = frozenset({"demonym"})


def read_jsonl(text: str, *, keep_demonyms: bool = False) -> Iterator[GoldDocument]:
    r"""Give the documents of a gold file.

    Parameters
    ----------
    text
        The file: each line an object with ``text`` and ``places``, and maybe ``name``, ``language``, ``title`` and
        ``published_in``; each place with ``start``, ``end`` and ``text``, and maybe ``lon`` and ``lat``, ``id`` and
        ``kind``.
    keep_demonyms
        Whether places of the kind ``"demonym"`` count as toponyms.

    Raises
    ------
    DocumentError
        When a line is not such an object; the message says which line and what is wrong.

    Examples
    --------
    >>> line = '{"text": "Lima grows.", "places": [{"start": 0, "end": 4, "text": "Lima", "lon": -77, "lat": -12}]}'
    >>> next(read_jsonl(line)).places[0].lonlat
    LonLat(lon=-77.0, lat=-12.0)
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _read_document(json.loads(line), str(number), keep_demonyms=keep_demonyms)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            fault = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            message = f"line {number} is no gold document ({fault}): see docs/evaluation.md"
            raise DocumentError(message) from error


def _read_document(record: Any, number: str, *, keep_demonyms: bool) -> GoldDocument:  # noqa: ANN401 - it is JSON
    places = [_read_place(one) for one in record["places"]]
    return GoldDocument(
        name=_string(record.get("name", number)),
        text=_string(record["text"]),
        places=tuple(place for place in places if keep_demonyms or place.kind not in _OPTIONAL_KINDS),
        language=record.get("language"),
        title=record.get("title"),
        published_in=record.get("published_in"),
    )


def _read_place(record: Any) -> GoldPlace:  # noqa: ANN401 - it is JSON
    lon, lat = record.get("lon"), record.get("lat")
    if (lon is None) != (lat is None):
        message = "a place has only one of lon and lat"
        raise CoordinateError(message)
    return GoldPlace(
        start=_whole(record["start"]),
        end=_whole(record["end"]),
        text=_string(record["text"]),
        lonlat=None if lon is None else LonLat(lon=float(lon), lat=float(lat)),
        id=str(record.get("id") or ""),
        kind=str(record.get("kind") or ""),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"an offset is {value!r}, and not a whole number"
        raise TypeError(message)
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        message = f"{value!r} is not text"
        raise TypeError(message)
    return value
