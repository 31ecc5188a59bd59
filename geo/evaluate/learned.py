"""The road with weights of one's own, so that a corpus is measured with what was learned without it."""

from pathlib import Path

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.recognize import GazetteerRecognizer
from geo.recognize.learned import read_weights as read_recognizer_weights
from geo.resolve import GazetteerResolver
from geo.resolve.weights import read_weights as read_resolver_weights

__all__ = ["open_learned"]


def open_learned(folder: Path, gazetteer: Gazetteer | None = None) -> tuple[GazetteerRecognizer, GazetteerResolver]:
    """Give the recognizer and the resolver with the weights of a folder.

    Parameters
    ----------
    folder
        Where ``python -m data.build.learn --folder`` wrote ``recognizer.json`` and ``resolver.json``.
    gazetteer
        Where names are looked up; None for the bundled one.

    Raises
    ------
    GazetteerError
        When a file is missing or broken.

    Examples
    --------
    >>> from geo.resources import data_path
    >>> recognizer, resolver = open_learned(data_path("learned"))
    """
    gazetteer = gazetteer or open_gazetteer()
    return (
        GazetteerRecognizer(gazetteer, weights=read_recognizer_weights(folder / "recognizer.json")),
        GazetteerResolver(gazetteer, weights=read_resolver_weights(folder / "resolver.json")),
    )
