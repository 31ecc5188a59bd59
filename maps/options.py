"""What a reader may ask of a map, whatever it is drawn on."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

__all__ = ["BORDERS", "LANGUAGES", "SHADES", "THEMES", "Borders", "Language", "MapOptions", "Shade", "Theme"]

Language = str
"""The code of a language that maps have words in, one of :data:`LANGUAGES`."""
Theme = Literal["auto", "light", "dark"]
Borders = Literal["iso", "de-facto", "disputed"]
Shade = Literal["none", "country", "admin1"]


def _find_languages() -> tuple[Language, ...]:
    """Give the languages whose words are there, English first: the one that the others fall back to."""
    names = (file.name for file in files("maps.page").joinpath("assets").iterdir())
    found = {name.split(".")[1] for name in names if name.startswith("words.")}
    return ("en", *sorted(found - {"en"}))


LANGUAGES = _find_languages()
THEMES: tuple[Theme, ...] = ("auto", "light", "dark")
BORDERS: tuple[Borders, ...] = ("iso", "de-facto", "disputed")
SHADES: tuple[Shade, ...] = ("none", "country", "admin1")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOptions:
    """How a report is drawn.

    Parameters
    ----------
    title
        The title of the map; None for the report's own.
    language
        The language of the map's own words; None for that of the documents where it is one of :data:`LANGUAGES`,
        else English.
    with_text
        Whether a page holds the text of the documents, or only the sentences that name a place.
    theme
        Light or dark; ``"auto"`` lets the reader's system decide, and is light in a picture.
    borders
        Whose view of disputed borders the basemap shows: ISO 3166's, who holds the land, or all of them as disputed.
    shade
        Which areas are shaded by how often places in them are named.
    width_px
        The width of a picture in pixels of 1/96 inch; pages fit their reader's window.
    dpi
        Dots an inch of a picture made of dots.
    embedded
        Whether a page is drawn to stand within another: its root element bears ``data-embed``, from which its script
        and styles know. A page in a frame of its own is also told so by the address ``map.html#embed``.
    """

    title: str | None = None
    language: Language | None = None
    with_text: bool = True
    theme: Theme = "auto"
    borders: Borders = "iso"
    shade: Shade = "none"
    width_px: int = 1000
    dpi: int = 192
    embedded: bool = False
