"""From words to places: read documents, find the places they name, join them with regions, report on them.

>>> from geo import find_places, read_text
>>> [place.name for place in find_places(read_text("The road from Oxapampa to Villa Rica, Peru."))]
['Oxapampa', 'Villa Rica', 'Peru']
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.corrections import Corrections, apply_corrections, read_corrections
    from geo.document import Document
    from geo.errors import DatelineError
    from geo.gazetteer import Gazetteer, open_gazetteer
    from geo.geocoders import GazetteerGeocoder
    from geo.lonlat import LonLat
    from geo.pipeline import find_places, join_places, make_report
    from geo.read import find_documents, read_document, read_documents, read_text
    from geo.recognize import Mention, Recognizer
    from geo.regions import join_regions
    from geo.report import Report
    from geo.resolve import Place, Resolver

__all__ = [
    "Corrections",
    "DatelineError",
    "Document",
    "Gazetteer",
    "GazetteerGeocoder",
    "LonLat",
    "Mention",
    "Place",
    "Recognizer",
    "Report",
    "Resolver",
    "apply_corrections",
    "find_documents",
    "find_places",
    "join_places",
    "join_regions",
    "make_report",
    "open_gazetteer",
    "read_corrections",
    "read_document",
    "read_documents",
    "read_text",
]

# Where each name lives; a room is opened when it is first asked for, for some take half a second.
_ROOMS = {
    "corrections": ("Corrections", "apply_corrections", "read_corrections"),
    "document": ("Document",),
    "errors": ("DatelineError",),
    "gazetteer": ("Gazetteer", "open_gazetteer"),
    "geocoders": ("GazetteerGeocoder",),
    "lonlat": ("LonLat",),
    "pipeline": ("find_places", "join_places", "make_report"),
    "read": ("find_documents", "read_document", "read_documents", "read_text"),
    "recognize": ("Mention", "Recognizer"),
    "regions": ("join_regions",),
    "report": ("Report",),
    "resolve": ("Place", "Resolver"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Open the room that a public name lives in."""
    if name not in _ROOM_OF:
        message = f"module 'geo' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"geo.{_ROOM_OF[name]}"), name)
