"""The language of a text: those with rules of their own are read as such, any other is named to the reader."""

import re

from geo.errors import ConfigurationError
from geo.read.source import show_name
from geo.said import LanguageName, Said

__all__ = ["READ_LANGUAGES", "detect_language", "explain_language", "parse_language"]

READ_LANGUAGES = ("en", "es", "pt", "fr")
"""The languages that the recognizer has rules for; the first is the one that others fall back to."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_SAMPLE_CHARACTERS = 20_000
# A language without rules must be sure enough to bother the reader with a notice.
_FEWEST_LETTERS = 20
_FEWEST_LETTERS_OF_OTHERS = 60
_LEAST_BELIEF = 0.7
_LEAST_BELIEF_IN_OTHERS = 0.9
_LEAST_BELIEF_IN_SCRAPS = 0.95


def detect_language(text: str, *, declared: str | None = None) -> str:
    """Give the language of a text, as a code of two or three letters.

    Parameters
    ----------
    text
        The text; its first 20,000 characters are looked at.
    declared
        The language that the document says it is in; taken when the text is too short to tell.

    Returns
    -------
    str
        ``"en"`` when the text does not tell. Method: Google's Compact Language Detector 3, a small
        network over letter groups, https://github.com/google/cld3.

    Examples
    --------
    >>> detect_language("La policía halló un campamento cerca de Puno el martes.")
    'es'
    """
    sample = text[:_SAMPLE_CHARACTERS].replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    sample = sample.lower() if sample.isupper() else sample
    fallback = declared if declared in READ_LANGUAGES else READ_LANGUAGES[0]
    # Names tell a text's subject, not its language: an English report on Peru is full of Spanish ones.
    running = " ".join(word for word in sample.split() if not word[0].isupper())
    letters = sum(map(str.isalpha, running))
    if letters < _FEWEST_LETTERS:
        code, belief = _ask_network(sample)
        return code if code in READ_LANGUAGES and belief >= _LEAST_BELIEF_IN_SCRAPS else fallback
    code, belief = _ask_network(running)
    is_sure = sum(map(str.isalpha, sample)) >= _FEWEST_LETTERS_OF_OTHERS and belief >= _LEAST_BELIEF_IN_OTHERS
    return code if is_sure or (code in READ_LANGUAGES and belief >= _LEAST_BELIEF) else fallback


def parse_language(tag: str) -> str:
    """Give the language code of a language tag that a user or a document names.

    Parameters
    ----------
    tag
        A BCP 47 tag: ``"es"``, ``"es-PE"``.

    Returns
    -------
    str
        Its language alone, in lower case.

    Raises
    ------
    ConfigurationError
        When it is no such tag.

    Examples
    --------
    >>> parse_language("es-PE")
    'es'
    """
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        message = f"{show_name(tag)} is not a language code: give one such as en or es"
        raise ConfigurationError(message)
    return match[1].lower()


def explain_language(code: str, *, detected: bool) -> Said | None:
    """Give the notice that a text in this language needs; None for one that has rules of its own.

    Parameters
    ----------
    code
        A language code.
    detected
        Whether the language was found out rather than named by the user.

    Examples
    --------
    >>> explain_language("de", detected=True)
    'This document seems to be in German; it was read with the rules for English, so places may be missed.'
    """
    if code in READ_LANGUAGES:
        return None
    from babel import Locale  # noqa: PLC0415 - only documents in other languages pay for the import

    name = Locale("en").languages.get(code)
    language = LanguageName(name, code=code) if name else Said("the language {code}", code=repr(code))
    if detected:
        return Said(
            "This document seems to be in {language}; it was read with the rules for English, so places may be missed.",
            language=language,
        )
    return Said(
        "This document is in {language}; it was read with the rules for English, so places may be missed.",
        language=language,
    )


def _ask_network(sample: str) -> tuple[str, float]:
    # Imported here because only texts whose language is looked for pay for it.
    from gcld3 import NNetLanguageIdentifier  # type: ignore[import-untyped]  # noqa: PLC0415

    result = NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4_000).FindLanguage(sample)
    return str(result.language).split("-", maxsplit=1)[0], float(result.probability)
