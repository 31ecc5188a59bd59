"""What a map says of its borders: whose view they are."""

from maps.options import Language, MapOptions
from maps.words import read_words

__all__ = ["borders_note"]


def borders_note(options: MapOptions, language: Language) -> str:
    """Give one line that says whose view of disputed borders a map shows.

    Parameters
    ----------
    options
        What the reader asked for.
    language
        The language of the map's own words.

    Examples
    --------
    >>> borders_note(MapOptions(), "en")
    'Borders as in ISO 3166; disputed areas not marked'
    """
    note: str = read_words(language)[f"borders_{options.borders}"]
    return note
