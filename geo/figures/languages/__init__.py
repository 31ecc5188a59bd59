"""The words of figures in each language that has rules."""

from collections.abc import Mapping

from geo.figures.languages.english import ENGLISH
from geo.figures.languages.french import FRENCH
from geo.figures.languages.model import FigureWords
from geo.figures.languages.portuguese import PORTUGUESE
from geo.figures.languages.spanish import SPANISH

__all__ = ["FigureWords", "words_for"]

_LANGUAGES: Mapping[str, FigureWords] = {words.language: words for words in (ENGLISH, SPANISH, PORTUGUESE, FRENCH)}


def words_for(language: str) -> FigureWords:
    """Give the words of a language; English ones for a language without rules.

    Parameters
    ----------
    language
        Its code.

    Examples
    --------
    >>> words_for("es").between_pattern
    'entre'
    """
    return _LANGUAGES.get(language, ENGLISH)
