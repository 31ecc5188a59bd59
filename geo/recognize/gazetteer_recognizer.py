"""The default recognizer: the gazetteer's longest names, judged by the words around them."""

from collections.abc import Iterator
from dataclasses import replace

from geo.document import Document
from geo.gazetteer import Gazetteer
from geo.recognize.accept import accept_demonyms, accept_places
from geo.recognize.compose import compose_mentions
from geo.recognize.cues import cues_for
from geo.recognize.learned import RecognizerWeights, open_weights
from geo.recognize.matches import Namebook, find_matches
from geo.recognize.mention import Mention
from geo.recognize.scene import set_scene
from geo.recognize.strangers import find_spans
from geo.recognize.tokens import split_tokens

__all__ = ["PASSAGE_CHARACTERS", "GazetteerRecognizer"]

PASSAGE_CHARACTERS = 2_000_000
"""The most characters that are read as one text; a book has half as many."""

_MOST_NAMES = 50_000


class GazetteerRecognizer:
    """Finds places by longest match over a gazetteer, then weighs the signs around each match.

    Parameters
    ----------
    gazetteer
        The names to find.
    weights
        What was learned; None for what ships with Dateline.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="The minister flew from Lima to Arequipa.", name="brief.txt")
    >>> [mention.text for mention in GazetteerRecognizer(open_gazetteer()).recognize(document)]
    ['Lima', 'Arequipa']
    """

    def __init__(self, gazetteer: Gazetteer, *, weights: RecognizerWeights | None = None) -> None:
        """Read with the names of a gazetteer."""
        self._gazetteer = gazetteer
        self._weights = weights
        self._books: dict[str, Namebook] = {}

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps.

        A text of more than :data:`PASSAGE_CHARACTERS` is read in passages, so that memory stays bounded; what one
        tells of a name (who is a person, what an abbreviation means) then holds for that passage alone.
        """
        book = self._book(document.language)
        mentions: list[Mention] = []
        for start, passage in _passages(document.text):
            found = _recognize(passage, document.language, book, self._weights or open_weights())
            mentions += found if start == 0 else [replace(m, start=m.start + start, end=m.end + start) for m in found]
        return mentions

    def _book(self, language: str) -> Namebook:
        """Give the names of a language, those of earlier documents summed up already; a full book is begun anew."""
        book = self._books.get(language)
        if book is None or len(book) > _MOST_NAMES:
            book = self._books[language] = Namebook(self._gazetteer, language)
        return book


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


def _recognize(text: str, language: str, book: Namebook, weights: RecognizerWeights) -> list[Mention]:
    cues = cues_for(language)
    tokens = split_tokens(text, elisions=cues.elisions)
    matches = find_matches(tokens, book, lower_demonyms=cues.lower_demonyms)
    scene = set_scene(tokens, matches, language, book)
    places = accept_places(scene, find_spans(scene, matches, book), weights)
    return compose_mentions(scene, book, places, accept_demonyms(scene, matches))
