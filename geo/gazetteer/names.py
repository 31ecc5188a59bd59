"""Folding: the form in which two spellings of one name are the same."""

import re
import unicodedata

__all__ = ["fold"]

# Letters that Unicode does not decompose, as gazetteers without accents write them.
_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t"}
# Inside a word these join (U.S., N'Djamena, Hawai'i); all other punctuation parts words.
_JOINERS = ".'’‘`´ʻʼʹ\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TABLE = str.maketrans({**_LETTERS, **dict.fromkeys(_JOINERS)})
_ASCII_ONLY = str.maketrans({**dict.fromkeys(".'`"), **dict.fromkeys('!"#$%&()*+,-/:;<=>?@[\\]^_{|}~', " ")})
_NOT_WORD = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(name: str) -> str:
    """Give the form of a name that a look-up compares: case, accents, punctuation and white space folded.

    Parameters
    ----------
    name
        A name in any script.

    Returns
    -------
    str
        Lower-case words parted by single spaces; empty when the name holds no letter or digit.

    Examples
    --------
    >>> fold("Port-au-Prince"), fold("U.S."), fold("  São   Tomé"), fold("N'Djamena")
    ('port au prince', 'us', 'sao tome', 'ndjamena')
    """
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII_ONLY).split())
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = _MARKS.sub("", decomposed).translate(_TABLE)
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", bare)).strip()
