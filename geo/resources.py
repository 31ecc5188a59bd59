"""Where the data that ships with Dateline lies."""

from pathlib import Path

from geo.errors import GazetteerError

__all__ = ["data_path"]

_PACKAGE = Path(__file__).resolve().parent
# The wheel carries the data inside this package; a checkout keeps it beside the package.
_PLACES = (_PACKAGE / "data", _PACKAGE.parent / "data")


def data_path(name: str) -> Path:
    """Give the path of a file or folder of the shipped data.

    Parameters
    ----------
    name
        The path below ``data/``, with forward slashes: ``"gazetteer/places.npy"``.

    Returns
    -------
    pathlib.Path
        An existing path.

    Raises
    ------
    GazetteerError
        When the installation lacks that data.

    Examples
    --------
    >>> data_path("SOURCES.md").name
    'SOURCES.md'
    """
    for folder in _PLACES:
        path = folder / name
        if path.exists():
            return path
    message = f"the data file {name!r} is not installed: install dateline again, or run 'make data' in a checkout"
    raise GazetteerError(message)
