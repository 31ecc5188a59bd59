"""All that is known of one text while its spans are judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.recognize.cues import Cues, cues_for
from geo.recognize.lexicon import Lexicon, open_lexicon
from geo.recognize.matches import Match, Namebook
from geo.recognize.names import Names, label_names
from geo.recognize.tokens import Shape, Tokens

__all__ = ["Scene", "set_scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that is known of one text while its spans are judged.

    Parameters
    ----------
    tokens
        Its words.
    language
        Its language, BCP 47.
    cues, lexicon
        What its language says of words.
    names
        Its persons, organisations and media.
    lower_words
        Folded words that occur in lower case.
    match_at
        The match that starts at a word, by the word's index.
    """

    tokens: Tokens
    language: str
    cues: Cues
    lexicon: Lexicon
    names: Names
    lower_words: frozenset[str]
    match_at: Mapping[int, Match]

    def names_region(self, index: int) -> bool:
        """Say whether a name of a country or a first-level region, or a short form, starts at a word."""
        match = self.match_at.get(index)
        return match is not None and (match.facts.country or match.facts.admin1 or match.facts.short)


def set_scene(tokens: Tokens, matches: list[Match], language: str, book: Namebook) -> Scene:
    """Read what a text says of its own names before any of them is judged.

    Parameters
    ----------
    tokens
        The words of the text.
    matches
        The names of the gazetteer in it.
    language
        Its language, BCP 47.
    book
        The names of the gazetteer.
    """
    cues, lexicon = cues_for(language), open_lexicon(language)

    def is_place_name(first: int, last: int) -> bool:
        facts = book.facts(tokens.fold_span(first, last))
        return facts is not None and not facts.demonym

    def is_country(index: int) -> bool:
        facts = book.facts(tokens.folded[index])
        return facts is not None and facts.country

    return Scene(
        tokens=tokens,
        language=language,
        cues=cues,
        lexicon=lexicon,
        names=label_names(tokens, cues=cues, lexicon=lexicon, is_place_name=is_place_name, is_country=is_country),
        lower_words=frozenset(
            folded for folded, shape in zip(tokens.folded, tokens.shapes, strict=True) if shape == Shape.LOWER
        ),
        match_at={match.first: match for match in matches},
    )
