"""The words that tell a place from a person, an organisation or an everyday word, by language.

Every word is in folded form (see :func:`geo.gazetteer.names.fold`). Each language has a module of its own.
"""

from geo.recognize.cues.english import ENGLISH
from geo.recognize.cues.model import Cues
from geo.recognize.cues.spanish import SPANISH

__all__ = ["ENGLISH", "SPANISH", "Cues", "cues_for"]


def cues_for(language: str) -> Cues:
    """Give the cue words to read a language with; English where there are none of its own.

    Examples
    --------
    >>> cues_for("es").generic_first, cues_for("nl").generic_first
    (True, False)
    """
    return SPANISH if language == "es" else ENGLISH
