"""The default recognizer: the gazetteer's longest names, judged by the words around them."""

from collections.abc import Iterator
from dataclasses import replace

from geo.document import Document
from geo.gazetteer import Gazetteer
from geo.recognize.accept import accept_demonyms, accept_places
from geo.recognize.compose import compose_mentions
from geo.recognize.cues import cues_for
from geo.recognize.judge import Scene
from geo.recognize.lexicon import open_lexicon
from geo.recognize.matches import Match, Namebook, find_matches
from geo.recognize.mention import Mention
from geo.recognize.names import label_names
from geo.recognize.tokens import Shape, Tokens, split_tokens

__all__ = ["PASSAGE_CHARACTERS", "GazetteerRecognizer"]

PASSAGE_CHARACTERS = 2_000_000
"""The most characters that are read as one text; a book has half as many."""


class GazetteerRecognizer:
    """Finds places by longest match over a gazetteer, then weighs the signs around each match.

    Parameters
    ----------
    gazetteer
        The names to find.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="The minister flew from Lima to Arequipa.", name="brief.txt")
    >>> [mention.text for mention in GazetteerRecognizer(open_gazetteer()).recognize(document)]
    ['Lima', 'Arequipa']
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Read with the names of a gazetteer."""
        self._gazetteer = gazetteer

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps.

        A text of more than :data:`PASSAGE_CHARACTERS` is read in passages, so that memory stays bounded; what one
        tells of a name (who is a person, what an abbreviation means) then holds for that passage alone.
        """
        book = Namebook(self._gazetteer, document.language)
        mentions: list[Mention] = []
        for start, passage in _passages(document.text):
            found = _recognize(passage, document.language, book)
            mentions += found if start == 0 else [replace(m, start=m.start + start, end=m.end + start) for m in found]
        return mentions


def _passages(text: str) -> Iterator[tuple[int, str]]:
    """Cut a long text at the ends of paragraphs, else of lines, else of words."""
    start = 0
    while len(text) - start > PASSAGE_CHARACTERS:
        limit = start + PASSAGE_CHARACTERS
        stops = (text.rfind(mark, start, limit) for mark in ("\n\n", "\n", " "))
        stop = next((found for found in stops if found > start), limit)
        yield start, text[start:stop]
        start = stop
    yield start, text[start:] if start else text


def _recognize(text: str, language: str, book: Namebook) -> list[Mention]:
    cues = cues_for(language)
    tokens = split_tokens(text, elisions=cues.elisions)
    matches = find_matches(tokens, book, lower_demonyms=cues.lower_demonyms)
    scene = _set_scene(tokens, matches, language, book)
    places = accept_places(scene, matches)
    demonyms = accept_demonyms(scene, matches)
    return compose_mentions(scene, book, places, demonyms)


def _set_scene(tokens: Tokens, matches: list[Match], language: str, book: Namebook) -> Scene:
    cues, lexicon = cues_for(language), open_lexicon(language)

    def is_place_name(first: int, last: int) -> bool:
        facts = book.facts(tokens.fold_span(first, last))
        return facts is not None and not facts.demonym

    def is_country(index: int) -> bool:
        facts = book.facts(tokens.folded[index])
        return facts is not None and facts.country

    return Scene(
        tokens=tokens,
        cues=cues,
        lexicon=lexicon,
        names=label_names(tokens, cues=cues, lexicon=lexicon, is_place_name=is_place_name, is_country=is_country),
        lower_words=frozenset(
            folded for folded, shape in zip(tokens.folded, tokens.shapes, strict=True) if shape == Shape.LOWER
        ),
        match_at={match.first: match for match in matches},
    )
