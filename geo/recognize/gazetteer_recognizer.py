"""The default recognizer: the gazetteer's longest names, judged by the words around them."""

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

__all__ = ["GazetteerRecognizer"]


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
        """Give the mentions of a document, in order, without overlaps."""
        tokens = split_tokens(document.text)
        book = Namebook(self._gazetteer)
        spanish = document.language == "es"
        matches = find_matches(tokens, book, lower_demonyms=spanish)
        scene = _set_scene(tokens, matches, document.language, book)
        places = accept_places(scene, matches)
        demonyms = accept_demonyms(scene, matches, lower_case=spanish)
        return compose_mentions(scene, book, places, demonyms)


def _set_scene(tokens: Tokens, matches: list[Match], language: str, book: Namebook) -> Scene:
    cues, lexicon = cues_for(language), open_lexicon(language)

    def is_place_name(first: int, last: int) -> bool:
        facts = book.facts(" ".join(tokens.folded[first : last + 1]))
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
