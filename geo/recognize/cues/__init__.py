"""The words that tell a place from a person, an organisation or an everyday word, by language.

Every word is in folded form (see :func:`geo.gazetteer.names.fold`) but those of ``everyday`` and ``lookalikes``, whose
accents tell them from names. Each language has a module of its own.
"""

from geo.recognize.cues.english import ENGLISH
from geo.recognize.cues.french import FRENCH
from geo.recognize.cues.model import Cues
from geo.recognize.cues.portuguese import PORTUGUESE
from geo.recognize.cues.spanish import SPANISH

__all__ = ["ENGLISH", "FRENCH", "PORTUGUESE", "SPANISH", "Cues", "cues_for"]


def cues_for(language: str) -> Cues:
    """Give the cue words to read a language with; English where there are none of its own.

    Examples
    --------
    >>> cues_for("es").generic_first, cues_for("nl").generic_first
    (True, False)
    """
    if language == "es":
        return SPANISH
    if language == "pt":
        return PORTUGUESE
    return FRENCH if language == "fr" else ENGLISH
