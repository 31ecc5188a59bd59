"""What a word is besides a name: how common it is in lower case, and whether people are called so."""

from functools import cache
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs

from geo.errors import GazetteerError
from geo.gazetteer.names import fold
from geo.resources import data_path

__all__ = ["COMMON_LN", "LANGUAGES", "RARE_LN", "Lexicon", "open_lexicon", "read_lexicon"]

LANGUAGES = ("en", "es")
"""The languages whose words are known."""

RARE_LN = -15.0
"""The natural logarithm of a word's share of running text at which its commonness is 0."""

COMMON_LN = -5.0
"""The same at which its commonness is 1: about seven in a thousand words."""

_BYTE = 255
# The words whose everyday degree is kept, of this document or another.
_MOST_WORDS = 30_000


class _Table:
    """Words and the same number of bytes for each."""

    __slots__ = ("_trie", "_values", "_width")

    def __init__(self, path: Path, width: int) -> None:
        try:
            self._trie = marisa_trie.Trie().load(str(path.with_suffix(".marisa")))
            self._values = path.with_suffix(".bin").read_bytes()
        except (OSError, RuntimeError) as error:
            message = f"the lexicon {path} cannot be read ({error}): install dateline again, or run 'make data'"
            raise GazetteerError(message) from error
        self._width = width
        if len(self._values) != width * len(self._trie):
            message = f"the lexicon {path} is of two builds: install dateline again, or run 'make data'"
            raise GazetteerError(message)

    def value(self, word: str, column: int = 0) -> int:
        """Give a byte of a word; 0 when the word is not known."""
        key = self._trie.get(word)
        return 0 if key is None else self._values[key * self._width + column]


class Lexicon:
    """The words of a language and the names of people.

    Parameters
    ----------
    words
        The words of the language; None for a language that is not known.
    given_names, surnames
        Names of people, whatever their language.
    """

    __slots__ = ("_everyday", "_given_names", "_surnames", "_words")

    def __init__(self, *, words: _Table | None, given_names: _Table, surnames: _Table) -> None:
        self._words = words
        self._everyday: dict[str, float] = {}
        self._given_names = given_names
        self._surnames = surnames

    def commonness(self, word: str) -> float:
        """Give how common a word is when it is written in lower case.

        Parameters
        ----------
        word
            One word, in any case.

        Returns
        -------
        float
            ``(ln p - RARE_LN) / (COMMON_LN - RARE_LN)`` cut to 0..1, where p is the share of the lower-case form in
            running text; 0 for a word that is not among the 60,000 most frequent of its language.

        Examples
        --------
        >>> english = open_lexicon("en")
        >>> english.commonness("the"), english.commonness("Oxapampa"), english.commonness("Reading") > 0.5
        (1.0, 0.0, True)
        """
        return 0.0 if self._words is None else self._words.value(word.lower()) / _BYTE

    def lowercase_share(self, word: str) -> float:
        """Give the share of lower case among a word's uses in lower case and with a first capital.

        Parameters
        ----------
        word
            One word, in any case.

        Returns
        -------
        float
            0 to 1; 0 for a word that is not known. Words that stand at the start of sentences count as
            capitalised, so that even "the" has less than 1.

        Examples
        --------
        >>> english = open_lexicon("en")
        >>> english.lowercase_share("china") < 0.2, english.lowercase_share("reading") > 0.8
        (True, True)
        """
        return 0.0 if self._words is None else self._words.value(word.lower(), 1) / _BYTE

    def everyday(self, word: str) -> float:
        """Give how much a word is an everyday one: how common it is times its share of lower case, 0 to 1."""
        known = self._everyday.get(word)
        if known is None:
            if len(self._everyday) > _MOST_WORDS:
                self._everyday.clear()
            known = self._everyday[word] = self.commonness(word) * self.lowercase_share(word)
        return known

    def is_given_name(self, word: str) -> bool:
        """Say whether people bear a word as a given name.

        Examples
        --------
        >>> open_lexicon("es").is_given_name("José"), open_lexicon("es").is_given_name("Oxapampa")
        (True, False)
        """
        return self._given_names.value(fold(word)) > 0

    def is_surname(self, word: str) -> bool:
        """Say whether people bear a word as a surname.

        Examples
        --------
        >>> open_lexicon("en").is_surname("Kelly")
        True
        """
        return self._surnames.value(fold(word)) > 0

    def given_name_degree(self, word: str) -> int:
        """Give how common a given name is: 0 no name, 1 rare or unknown, 2 borne by 1 in 20,000, 3 by 1 in 2,000."""
        return self._given_names.value(fold(word))

    def surname_degree(self, word: str) -> int:
        """Give how common a surname is in the United States, in the degrees of :meth:`given_name_degree`."""
        return self._surnames.value(fold(word))


def read_lexicon(folder: Path, language: str) -> Lexicon:
    """Give the lexicon of a language from a folder.

    Parameters
    ----------
    folder
        Where its files are.
    language
        BCP 47: ``"en"``, ``"es-PE"``. Of a language outside `LANGUAGES` no words are known, only names of people.

    Returns
    -------
    Lexicon
        Ready for look-ups.

    Raises
    ------
    GazetteerError
        When a file is missing or broken.
    """
    primary = language.partition("-")[0].lower()
    words = _Table(folder / f"words_{primary}", 2) if primary in LANGUAGES else None
    return Lexicon(words=words, given_names=_Table(folder / "given_names", 1), surnames=_Table(folder / "surnames", 1))


@cache
def open_lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language that ships with Dateline, read once in a process.

    Parameters
    ----------
    language
        BCP 47, as for :func:`read_lexicon`.

    Returns
    -------
    Lexicon
        Ready for look-ups.

    Raises
    ------
    GazetteerError
        When a file is missing or broken.
    """
    return read_lexicon(data_path("lexicon"), language)
