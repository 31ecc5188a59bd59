"""How the gazetteer lies on disk: what the build writes and :mod:`geo.gazetteer.reader` maps into memory.

=================  =========================================================================================
``places.npy``     one row a place, the fields of `PLACE`; countries, then subdivisions level by level, then
                   continents, regions, waters and the like, then populated places by GeoNames id, then those that
                   only postal codes name, by country and name
``place_names.bin``  the names that are shown, UTF-8, one after the other; each starts at its row's ``name_start``
``names.marisa``   a trie of folded names; its key ids index ``name_index.npy``
``name_index.npy``  one posting a key, or `LIST_FLAG` and an offset in ``name_rows.npy``
``name_rows.npy``  lists of postings, each after its length, the most important place first
``codes.marisa``   a trie of ``scheme:code``; its key ids index ``code_rows.npy``; default senses are among them
``code_rows.npy``  the row of each code
=================  =========================================================================================

A posting holds a kind of name (an index in `NAME_KINDS`) above `KIND_SHIFT` and a row below. A short form that
means a place only behind another name ("Springfield, Mass.") is a key of its own with `POSTAL_PREFIX` before it; a
demonym that is one in one language has a key of its own too, see :func:`demonym_key`.
"""

import numpy as np

__all__ = [
    "CERTAIN_SCHEME",
    "DEFAULT_SCHEME",
    "FILES",
    "KIND_SHIFT",
    "LIST_FLAG",
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
        ("rank", "u1"),  # 0: ordinary
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

POSTAL_PREFIX = ", "
"""Parts short forms that need a place before them from all other names; no folded name holds a comma."""

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
