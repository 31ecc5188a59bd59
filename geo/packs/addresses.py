"""Where data packs come from: every address in one table, so that a wrong one is one line to mend.

A mirror stands in for a source when an environment variable names it: ``DATELINE_MIRROR_GEONAMES``,
``DATELINE_MIRROR_GEOBOUNDARIES``, ``DATELINE_MIRROR_NATURALEARTH``, ``DATELINE_MIRROR_OVERTURE``. It must have the
layout of the source below the address that is given. None of these addresses could be tried where this was written:
they were taken from the sources' own pages and from programs that use them (docs/data-packs.md).
"""

from collections.abc import Mapping
from urllib.parse import quote

from geo.errors import ConfigurationError

__all__ = ["ADDRESSES", "BASES", "MIRROR_PREFIX", "address", "read_bases"]

BASES = {
    "geonames": "https://download.geonames.org/export/dump",
    "geoboundaries": "https://www.geoboundaries.org/api/current",
    "geoboundaries-media": "https://media.githubusercontent.com/media/wmgeolab/geoBoundaries",
    "naturalearth": "https://naciscdn.org/naturalearth/10m",
    "overture": "https://stac.overturemaps.org",
}
"""The address of each source, without a slash at its end."""

ADDRESSES = {
    "geonames places": ("geonames", "{file}.zip"),
    "geonames names of a country": ("geonames", "alternatenames/{file}.zip"),
    "geonames names of the world": ("geonames", "alternateNamesV2.zip"),
    "geonames admin1": ("geonames", "admin1CodesASCII.txt"),
    "geonames admin2": ("geonames", "admin2Codes.txt"),
    "geoboundaries layer": ("geoboundaries", "{release}/{country}/{level}/"),
    # What git keeps apart (LFS) is served here; elsewhere one may be given a pointer to it.
    "geoboundaries media": ("geoboundaries-media", "{commit}/{path}"),
    "naturalearth layer": ("naturalearth", "{theme}/{layer}.zip"),
    "overture catalog": ("overture", "catalog.json"),
}
"""What lies where: the source, and the path below its address."""

MIRROR_PREFIX = "DATELINE_MIRROR_"
"""How the names of the environment variables begin that name mirrors."""


def read_bases(environment: Mapping[str, str]) -> dict[str, str]:
    """Give the address of each source, with the mirrors that an environment names in their place.

    Parameters
    ----------
    environment
        Environment variables, such as ``os.environ``.

    Raises
    ------
    ConfigurationError
        When a variable names a mirror of a source that is not known.

    Examples
    --------
    >>> read_bases({"DATELINE_MIRROR_GEONAMES": "https://mirror.example/geonames/"})["geonames"]
    'https://mirror.example/geonames'
    """
    bases = dict(BASES)
    for variable, base in environment.items():
        if not variable.startswith(MIRROR_PREFIX) or not base:
            continue
        source = variable.removeprefix(MIRROR_PREFIX).lower().replace("_", "-")
        if source not in bases:
            known = ", ".join(MIRROR_PREFIX + name.upper().replace("-", "_") for name in bases)
            message = f"{variable!r} names a mirror of no source of data packs: there are {known}"
            raise ConfigurationError(message)
        bases[source] = base.rstrip("/")
    return bases


def address(what: str, bases: Mapping[str, str], **parts: str) -> str:
    """Give the address of a file.

    Parameters
    ----------
    what
        A key of `ADDRESSES`.
    bases
        The address of each source, see :func:`read_bases`.
    parts
        The values of the slots in the path.

    Examples
    --------
    >>> address("geonames places", BASES, file="PE")
    'https://download.geonames.org/export/dump/PE.zip'
    """
    source, path = ADDRESSES[what]
    return f"{bases[source]}/{path.format(**{name: quote(value) for name, value in parts.items()})}"
