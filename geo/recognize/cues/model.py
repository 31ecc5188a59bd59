"""What a language's cue words are, and what all languages share of them."""

from dataclasses import dataclass

__all__ = ["LATIN_TITLES", "PHRASES", "Cues", "kinds", "words"]

PHRASES = frozenset(
    {"white house", "casa blanca", "santa claus", "papa noel", "el nino", "la nina", "wall street", "downing street"}
    | {"capitol hill", "scotland yard", "big ben", "black friday", "ground zero", "casa rosada", "red square"}
)
"""Names that stand for an institution, a person or a weather pattern wherever they are read."""

LATIN_TITLES = "dr dra prof gen col lt sgt maj capt ing lic"
"""Short titles that several languages share."""


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set.

    Examples
    --------
    >>> sorted(words("la el"))
    ['el', 'la']
    """
    return frozenset(text.split())


def kinds(**words_of: str) -> dict[str, str]:
    """Give the feature kind of each generic word, from the words of each kind.

    Examples
    --------
    >>> kinds(mountain_range="sierra cordillera")
    {'sierra': 'mountain range', 'cordillera': 'mountain range'}
    """
    return {word: kind.replace("_", " ") for kind, generics in words_of.items() for word in generics.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cue words of one language, folded but for `everyday` and `lookalikes`.

    Parameters
    ----------
    articles
        Words that may stand before a name without being part of it.
    connectors
        Lower-case words that may stand inside a name.
    locative
        Prepositions that a place follows.
    loose
        Prepositions that a place or anything else may follow.
    modifiers
        Words that narrow a place without changing it: "northern Peru", "Greater Lima".
    settlements, areas, waters, heights, facilities
        Generic words for kinds of place; plural forms too, and the feature kind that each points to.
    plurals
        Plural generic words and one in the singular: they join coordinated names ("the Ene and Mantaro rivers").
    organisations
        Words that make the name around them an organisation's.
    media
        Words that make the name beside them a newspaper's, a channel's or a title's.
    titles
        Titles and offices that stand before a person's name.
    portfolios
        Offices that are named after what they look after: "Minister of the *Interior*".
    institutions
        Words and phrases that alone name an institution or a direction, not a place, even with a capital.
    speech
        Verbs whose subject is a person.
    namesakes
        What is named after places and is none: "Marburg *virus*".
    calendar
        Names of months and days.
    lookalikes
        Everyday words that are written like a demonym but for an accent or a capital ("a *fines* de mayo"), in lower
        case with their own accents.
    everyday
        Words that begin sentences and are no names, in lower case with their accents; for a language whose words no
        lexicon counts (:data:`geo.recognize.lexicon.LANGUAGES`).
    of
        Words between a generic word and a name: "the city *of* Lima", "province *d'* Oxapampa".
    contracted
        Prepositions that hold an article: Spanish "*del* Ene".
    links
        Words between the last two of a list.
    elisions
        Words that are cut short and written on to the next with an apostrophe: "*d*'Haïti".
    generic_first
        Whether the generic word stands before the name ("río Ene") rather than after it ("Ene River").
    lower_demonyms, capital_demonyms
        Whether demonyms are written in lower case within a sentence, and with a capital; in French both.
    """

    articles: frozenset[str]
    connectors: frozenset[str]
    locative: frozenset[str]
    loose: frozenset[str]
    modifiers: frozenset[str]
    generics: dict[str, str]
    plurals: dict[str, str]
    facilities: frozenset[str]
    organisations: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    portfolios: frozenset[str]
    institutions: frozenset[str]
    speech: frozenset[str]
    namesakes: frozenset[str]
    calendar: frozenset[str]
    lookalikes: frozenset[str]
    everyday: frozenset[str]
    of: frozenset[str]
    contracted: frozenset[str]
    links: frozenset[str]
    elisions: frozenset[str]
    generic_first: bool
    lower_demonyms: bool
    capital_demonyms: bool
