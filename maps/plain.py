"""Words of others made fit for a file: no sign that would break it, or turn the words around it."""

import re

__all__ = ["clean"]

# Controls, halves of surrogate pairs, overrides of direction, and the two signs that XML forbids.
_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# Blanks of all kinds but those that hold words together.
_BLANKS = re.compile("[^\\S\u00a0\u202f]+")


def clean(text: str) -> str:
    r"""Give words in one line, with a mark in place of each sign that would break a file or turn what stands around it.

    Parameters
    ----------
    text
        Words of a document, a gazetteer or a user.

    Examples
    --------
    >>> clean("Villa\n Rica \x07")
    'Villa Rica �'
    """
    return _BREAKING.sub("\ufffd", _BLANKS.sub(" ", text))
