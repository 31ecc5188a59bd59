"""How the gazetteer lies on disk: what the build writes and :mod:`geo.gazetteer.reader` maps into memory.

=================  =========================================================================================
``places.npy``     one row a place, the fields of `PLACE`; countries, then subdivisions level by level, then
                   continents, regions, waters and the like, then what else is no populated place and minor, then
                   populated places by GeoNames id, then those that only postal codes name, by country and name,
                   then minor ones
``place_names.bin``  the names that are shown, UTF-8, one after the other; each starts at its row's ``name_start``
``names.marisa``   a trie of folded names; its key ids index ``name_index.npy``
``name_index.npy``  one posting a key, or `LIST_FLAG` and an offset in ``name_rows.npy``
``name_rows.npy``  lists of postings, each after its length, the most important place first
``codes.marisa``   a trie of ``scheme:code``; its key ids index ``code_rows.npy``; default senses are among them
``code_rows.npy``  the row of each code
``id_rows.npy``    the rows that have a GeoNames id, in its order; not there in the bundle, which is soon sorted
=================  =========================================================================================

A posting holds a kind of name (an index in `NAME_KINDS`) above `KIND_SHIFT` and a row below. A short form that
means a place only behind another name ("Springfield, Mass.") is a key of its own with `POSTAL_PREFIX` before it; a
demonym that is one in one language has a key of its own too, see :func:`demonym_key`.

A *minor* place is known to look-ups and not to the reading of texts: the farms, churches, brooks and hamlets without
people of a data pack. Its rank is `MINOR_RANK` and its names are keys with `MINOR_PREFIX` before them, so that none of
them makes a word of a text a name; ``docs/gazetteer.md`` says why. The bundle has none.
"""

import numpy as np

__all__ = [
    "CERTAIN_SCHEME",
    "DEFAULT_SCHEME",
    "FILES",
    "GEONAMES_ID_SCHEME",
    "ID_ROWS",
    "KIND_SHIFT",
    "LIST_FLAG",
    "MINOR_PREFIX",
    "MINOR_RANK",
    "ORGANISATION_SCHEME",
    "PLACE",
    "POSTAL_PREFIX",
    "ROW_MASK",
    "demonym_key",
]

PLACE = np.dtype(
    # Rank: 1 capital or 2 seat of a first-level region; of what is no populated place 1 world, 2 continent, 3 country.
    [
        ("geonames_id", "<u4"),  # 0: not from GeoNames
        ("lon_e5", "<i4"),  # 1e-5 degrees
        ("lat_e5", "<i4"),
        ("population", "<u4"),
        ("parent", "<i4"),  # row of the administrative area that holds it; -1: none
        ("country", "S2"),  # ISO 3166-1 alpha-2
        ("feature", "u1"),  # index in FEATURES
        ("rank", "u1"),  # 0: ordinary; MINOR_RANK: minor
        ("name_start", "<u4"),
    ]
)
"""The fields of a row of ``places.npy``."""

KIND_SHIFT = 28
"""Bits of a posting that hold the row."""

ROW_MASK = (1 << KIND_SHIFT) - 1
"""The row of a posting."""

LIST_FLAG = 1 << 31
"""Set in an entry of the name index that is an offset and not a posting."""

DEFAULT_SCHEME = "default"
"""The scheme whose codes are folded names and whose rows are what they mean when nothing else is known."""

CERTAIN_SCHEME = "certain"
"""The scheme whose codes are ids of named regions that no other place is called like."""

ORGANISATION_SCHEME = "organisation"
"""The scheme whose codes are ids of named regions that are called as an organisation is: the European Union."""

GEONAMES_ID_SCHEME = "geonames-id"
"""The scheme of GeoNames ids of places that the bundle has under another identifier, such as Peru's districts."""

POSTAL_PREFIX = ", "
"""Parts short forms that need a place before them from all other names; no folded name holds a comma."""

MINOR_PREFIX = ";"
"""Parts the names of minor places from all other names; no folded name holds a semicolon."""

MINOR_RANK = 9
"""The rank of what is known to look-ups and not to the reading of texts."""

FILES = (
    "places.npy",
    "place_names.bin",
    "names.marisa",
    "name_index.npy",
    "name_rows.npy",
    "codes.marisa",
    "code_rows.npy",
)
"""The files of a gazetteer."""

ID_ROWS = "id_rows.npy"
"""A file that a large gazetteer has besides."""


def demonym_key(language: str, folded: str) -> str:
    """Give the key of a demonym that is one in a language: French "malien", and not the names of other languages.

    Parameters
    ----------
    language
        The language's code of two letters.
    folded
        The demonym, folded; no folded name holds a colon.

    Examples
    --------
    >>> demonym_key("fr", "malien")
    'fr:malien'
    """
    return f"{language}:{folded}"
