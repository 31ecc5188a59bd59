"""Whether a line of text goes on in the line below it."""

import re

__all__ = ["runs_on"]

_ENDS = (".", "!", "?", ":", ".”", '."', "?”", '?"', "!”", '!"', ".)", "»", "…")
_ITEM = re.compile(r"(?:[•●▪■◦‣*+–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_CLOSING = frozenset(",.;:)]}»”’%")
_CELL_MARK = " | "
# A line this much shorter than its widest neighbours did not end for want of room.
_SHORT = 0.75
_NARROWEST_CHARACTERS = 40
_WIDEST_CHARACTERS = 200


def runs_on(
    line: str, following: str, *, width_characters: int, narrowest_characters: int = _NARROWEST_CHARACTERS
) -> bool:
    """Tell whether a line was broken for want of room, so that its sentence goes on in the next.

    Parameters
    ----------
    line
        A line that is not blank, without the white space at its ends.
    following
        The line right below it, likewise.
    width_characters
        How wide the lines round it run.
    narrowest_characters
        Columns narrower than this are lists or verse, not text that was broken for want of room.

    Examples
    --------
    >>> runs_on("The police of Puno found the camp near", "Juliaca on Tuesday.", width_characters=44)
    True
    >>> runs_on("A camp in Puno", "Police found it on Tuesday near Juliaca town.", width_characters=44)
    False
    """
    if _ITEM.match(following) or _CELL_MARK in line or _CELL_MARK in following:
        return False
    if following[0].islower() or following[0] in _CLOSING:
        return True
    if not narrowest_characters <= width_characters <= _WIDEST_CHARACTERS or len(line) < _SHORT * width_characters:
        return False
    # The next word would have fitted after a full stop: the paragraph ended here.
    return not line.endswith(_ENDS) or len(line) + 1 + len(following.split(maxsplit=1)[0]) > width_characters
