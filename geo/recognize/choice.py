"""Choosing a recognizer by its name: the default, spaCy, or both."""

from collections.abc import Callable

from geo.errors import ConfigurationError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.recognize import GazetteerRecognizer, Recognizer
from geo.recognize.combined_recognizer import CombinedRecognizer
from geo.recognize.spacy_recognizer import SpacyRecognizer

__all__ = ["RECOGNIZERS", "choose_recognizer"]

RECOGNIZERS: dict[str, Callable[[Gazetteer], Recognizer]] = {
    "default": GazetteerRecognizer,
    "spacy": SpacyRecognizer,
    "auto": CombinedRecognizer,
}
"""What makes each recognizer over a gazetteer, by name."""


def choose_recognizer(name: str, gazetteer: Gazetteer | None = None) -> Recognizer:
    """Give a recognizer by its name.

    Parameters
    ----------
    name
        ``"default"``, ``"spacy"`` (a pipeline that is installed) or ``"auto"`` (the default's mentions, and those of
        spaCy that are well-known places).
    gazetteer
        The names that it looks up; None for the bundled ones.

    Returns
    -------
    Recognizer
        It says what is missing for spaCy when it is first asked to recognize.

    Raises
    ------
    ConfigurationError
        When there is none of that name.

    Examples
    --------
    >>> from geo import find_places, read_text
    >>> text = read_text("The road from Oxapampa to Lima, Peru.")
    >>> [place.name for place in find_places(text, recognizer=choose_recognizer("auto"))]
    ['Oxapampa', 'Lima', 'Peru']
    """
    if name not in RECOGNIZERS:
        message = f"there is no recognizer {name!r}: give one of {', '.join(RECOGNIZERS)}"
        raise ConfigurationError(message)
    return RECOGNIZERS[name](gazetteer or open_gazetteer())
