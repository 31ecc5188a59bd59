"""How much a word is an everyday one, from the lexicon of its language or, without one, from its cues."""

from geo.recognize.cues import Cues
from geo.recognize.lexicon import Lexicon

__all__ = ["measure_everyday"]


def measure_everyday(word: str, *, cues: Cues, lexicon: Lexicon) -> float:
    """Give how much a word is an everyday one: common in lower case, and seldom written with a capital.

    Parameters
    ----------
    word
        One word, in any case.
    cues, lexicon
        What its language says of words.

    Returns
    -------
    float
        0 to 1.

    Examples
    --------
    >>> from geo.recognize.cues import cues_for
    >>> from geo.recognize.lexicon import open_lexicon
    >>> measure_everyday("Reading", cues=cues_for("en"), lexicon=open_lexicon("en")) > 0.5
    True
    >>> measure_everyday("Oxapampa", cues=cues_for("en"), lexicon=open_lexicon("en"))
    0.0
    """
    if cues.everyday and word.lower() in cues.everyday:
        return 1.0
    return lexicon.everyday(word)
