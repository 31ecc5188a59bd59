"""Words that are something else before they are a hamlet's name: everyday words, months, names of people."""

import re

from geo.gazetteer.names import fold
from geo.recognize.cues import ENGLISH, FRENCH, PORTUGUESE, SPANISH
from geo.recognize.lexicon import LANGUAGES, open_lexicon

__all__ = ["CommonWords"]

_WORD = re.compile(r"[^\W\d_]+")
_EVERYDAY = 0.1
_CUES = (ENGLISH, SPANISH, PORTUGUESE, FRENCH)


class CommonWords:
    """Says which names are made of common words alone, in the languages that Dateline reads.

    Examples
    --------
    >>> words = CommonWords()
    >>> [words.are_all_of("June"), words.are_all_of("La Esperanza"), words.are_all_of("Quellohuaylla")]
    [True, True, False]
    """

    def __init__(self) -> None:
        self._lexicons = [open_lexicon(language) for language in LANGUAGES]
        cues = [
            words for one in _CUES for words in (one.calendar, one.articles, one.connectors, one.generics, one.titles)
        ]
        self._cues = frozenset(word for words in cues for word in words)
        self._everyday = frozenset(word for one in _CUES for word in one.everyday)
        self._known: dict[str, bool] = {}

    def are_all_of(self, name: str) -> bool:
        """Say whether each word of a name is a common one, or somebody's name."""
        return all(map(self._is_common, _WORD.findall(name)))

    def _is_common(self, word: str) -> bool:
        low = word.lower()
        if low not in self._known:
            self._known[low] = self._find_out(low)
        return self._known[low]

    def _find_out(self, low: str) -> bool:
        if fold(low) in self._cues or low in self._everyday:
            return True
        lexicon = self._lexicons[0]
        return (
            lexicon.is_given_name(low)
            or lexicon.is_surname(low)
            or any(one.everyday(low) > _EVERYDAY for one in self._lexicons)
        )
