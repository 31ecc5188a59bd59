"""Many names at once: folding them, and telling which are worth a look-up.

What Arrow can do in bulk is done there, for printable ASCII; every other name goes through
:func:`geo.gazetteer.names.fold` and :func:`geo.gazetteer.naming.usable`, whose answers these are in every case.
"""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from geo.gazetteer.names import fold
from geo.gazetteer.naming import usable

__all__ = ["fold_all", "usable_all"]

_PRINTABLE = "^[ -~]*$"
_NOT_FOLDED = "[^a-z0-9 ]|  |^ | $"
_LETTERS_OF_A_SHORT_NAME = 2
# Each is wider than what `usable` refuses: it decides on these.
_SUSPECT = r"(?i)://|www\.|\.(com|org|net)|@"
_SUSPECT_CODE = "^(?:[A-Z0-9]{1,3}|[A-Z]{2}[ -]?[0-9]+)$"
_NO_CAPITAL = r"^[\x00-@\[-\x7f]*$"
_NUMBER = r"^[\pN ]*$"
_LONGEST_BYTES = 80
_Change = Callable[[pa.StringArray], pa.StringArray]


def fold_all(names: pa.StringArray) -> pa.StringArray:
    """Fold each name as :func:`geo.gazetteer.names.fold` does.

    Examples
    --------
    >>> fold_all(pa.array(["Port-au-Prince", "São Tomé"])).to_pylist()
    ['port au prince', 'sao tome']
    """
    plain = pc.match_substring_regex(names, _PRINTABLE)
    folded = pc.ascii_lower(names)
    folded = _replace(folded, pc.and_(plain, pc.match_substring_regex(folded, _NOT_FOLDED)), folded, _fold_plain)
    return _replace(folded, pc.invert(plain), names, _fold_others)


def _replace(values: pa.StringArray, where: pa.BooleanArray, of: pa.StringArray, change: _Change) -> pa.StringArray:
    chosen = of.filter(where)
    return pc.replace_with_mask(values, where, change(chosen)) if len(chosen) else values


def _fold_plain(lowered: pa.StringArray) -> pa.StringArray:
    joined = pc.replace_substring_regex(lowered, "[.'`]+", "")
    return pc.ascii_trim(pc.replace_substring_regex(joined, "[^a-z0-9]+", " "), " ")


def _fold_others(names: pa.StringArray) -> pa.StringArray:
    known = names.dictionary_encode()
    return pa.array([fold(name) for name in known.dictionary.to_pylist()], pa.string()).take(known.indices)


def usable_all(names: pa.StringArray, folded: pa.StringArray) -> pa.BooleanArray:
    """Say which names :func:`geo.gazetteer.naming.usable` calls usable.

    Parameters
    ----------
    names
        Alternate names of GeoNames.
    folded
        The same, folded.

    Examples
    --------
    >>> names = pa.array(["Ciudad de los Reyes", "LIM"])
    >>> usable_all(names, fold_all(names)).to_pylist()
    [True, False]
    """
    suspect = pc.greater(pc.binary_length(names), _LONGEST_BYTES)
    for pattern in (_SUSPECT, _SUSPECT_CODE, _NO_CAPITAL):
        suspect = pc.or_(suspect, pc.match_substring_regex(names, pattern))
    suspect = pc.or_(suspect, pc.less_equal(pc.utf8_length(folded), _LETTERS_OF_A_SHORT_NAME))
    suspect = pc.or_(suspect, pc.match_substring_regex(folded, _NUMBER))
    doubtful = names.filter(suspect).to_pylist()
    found = pa.array(pc.invert(suspect))
    return pc.replace_with_mask(found, suspect, pa.array(map(usable, doubtful), pa.bool_())) if doubtful else found
