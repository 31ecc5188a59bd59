"""What a language's reports say figures with: tables of words, as the rules of this package read them."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["FigureWords"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words of one language for numbers, units, dates, and what stands round them.

    A field that ends in ``_pattern`` is the inside of a regular expression; the others are words parted by spaces.

    Parameters
    ----------
    language
        Code of the language: ``"en"``.
    number_locale, other_locale
        The locales of CLDR that write numbers in the usual way, and in the way that some countries have instead; the
        same where there is one way.
    numerals
        Number words that may begin a number or go on with one; not the word for one.
    one_pattern
        The word for one, also where it is the article before a scale.
    one_of_pattern
        What "one" is a count or a measure before: "person".
    scales
        Factors by their words.
    half_pattern
        "half a" before a scale.
    dozens
        Numbers by the words for groups of that size.
    joiner
        "and" within a number.
    about_pattern
        What stands before a number that is not exact.
    article_pattern
        Articles that belong to a share: "el 85 por ciento".
    from_pattern, between_pattern, to_pattern, and_pattern, or_pattern
        The words of ranges.
    units
        Symbols by units' words, without those for time, money and shares.
    durations
        Symbols by the words for spans of time.
    money
        Codes by currencies' words; a code in lower case is a currency that the word does not tell whole.
    percent_pattern
        The words of a share.
    magnitude_pattern
        The words before or after an earthquake's magnitude.
    tail_pattern
        What goes on with a number with its unit: "above sea level", "a year".
    of_pattern
        "of", with what may stand behind it.
    determiner_pattern
        Articles and possessives that may stand between "of" and the word counted in a share.
    definite
        Words before a number that point back to things told before: "the three".
    vague
        What a few of are hardly ever a figure: "two sides".
    stops
        Words that end a group of words that says what is counted.
    heads
        Words that name many without a plural's ending.
    adjectives
        Words between "of" and the thing counted that do not end it.
    ages_pattern
        The end of what stands before a number that is somebody's age.
    terms
        Nouns that a span of years belongs to where it stands behind "of": "plazo de cinco años" is no age.
    labels
        Words before a number that is a name: "highway", "article".
    tolls
        Words before a number that stands for people or things not named again: "killed".
    months
        More month words than CLDR has, each with its number.
    capital_months
        Whether months are written with a capital.
    date_of_pattern
        "of" within a date.
    date_before_pattern
        Prepositions and articles that belong to a date.
    edge_pattern
        "early", "the end of" before a date.
    period_pattern
        Prepositions that make a date the end of a span of time, and those that make it its beginning, as groups
        ``since`` and ``until``.
    decade_pattern
        The words before a decade.
    past_pattern, future_pattern
        Signs that a sentence tells what was, or what will be.
    in_pattern
        Prepositions that put what is said into a place.
    genitive_pattern
        Prepositions that say whose or whence: "of", "from".
    clause_pattern
        Words that begin a clause within a sentence: "when", "which".
    there_pattern
        How a sentence begins that speaks of the place named last: "There,".
    relative_pattern
        What stands behind a span of time that only says when: "ago".
    more_pattern
        What stands beside a number that adds to one told before: "12 more".
    every_pattern
        What stands before one: "every".
    half_more_pattern
        "and a half" behind a number or a unit.
    weak_pattern
        Prepositions of places that a figure is rather not said of: "between", "from".
    break_pattern
        Conjunctions that begin a clause of another matter: "while".
    attributive
        Nouns before which a country's abbreviation is an adjective: "U.S. troops".
    """

    language: str
    number_locale: str
    other_locale: str
    numerals: str
    one_pattern: str
    one_of_pattern: str
    scales: Mapping[str, int]
    half_pattern: str
    dozens: Mapping[str, int]
    joiner: str
    about_pattern: str
    article_pattern: str
    from_pattern: str
    between_pattern: str
    to_pattern: str
    and_pattern: str
    or_pattern: str
    units: Mapping[str, str]
    durations: Mapping[str, str]
    money: Mapping[str, str]
    percent_pattern: str
    magnitude_pattern: str
    tail_pattern: str
    of_pattern: str
    determiner_pattern: str
    definite: str
    vague: str
    stops: str
    heads: str
    adjectives: str
    ages_pattern: str
    terms: str
    labels: str
    tolls: str
    months: Mapping[str, int]
    capital_months: bool
    date_of_pattern: str
    date_before_pattern: str
    edge_pattern: str
    period_pattern: str
    decade_pattern: str
    past_pattern: str
    future_pattern: str
    in_pattern: str
    weak_pattern: str
    genitive_pattern: str
    clause_pattern: str
    there_pattern: str
    relative_pattern: str
    more_pattern: str
    every_pattern: str
    half_more_pattern: str
    break_pattern: str
    attributive: str = ""
