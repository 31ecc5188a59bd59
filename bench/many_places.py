"""A report of thousands of places: towns of a few countries, each in a sentence of its own."""

from collections.abc import Sequence

import numpy as np

from geo.document import Document
from geo.gazetteer import open_gazetteer
from geo.pipeline import make_report
from geo.read import read_text
from geo.recognize.mention import Mention
from geo.report import Report
from geo.resolve.place import Place

__all__ = ["make_many_places"]

_COUNTRIES = ("PE", "CO", "BR", "AR")
_A_PARAGRAPH = 6
_LAST_CONFIDENCE = 0.4
_SENTENCES = (
    "In {name} the health post reopened after the rains, and {number} families came back.",
    "The road to {name} was closed for {number} days last spring.",
    "Teachers from {name} asked for {number} more desks before the year began.",
    "About {number} farmers near {name} sold their coffee to a cooperative.",
    "A census team counted {number} houses in {name} and went on by boat.",
    "Officials in {name} said that {number} hectares had been surveyed.",
)


class _Survey:
    """A text whose names are known as it is written, and what recognizes and resolves them: no reading, no doubt."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.text = "A survey of many towns\n\n"
        self.row_at: dict[int, int] = {}
        for index, row in enumerate(rows):
            sentence = _SENTENCES[index % len(_SENTENCES)].replace("{number}", str(20 + index * 37 % 900))
            self.row_at[len(self.text) + sentence.index("{name}")] = row
            self.text += sentence.replace("{name}", open_gazetteer().name(row))
            self.text += "\n\n" if index % _A_PARAGRAPH == _A_PARAGRAPH - 1 else " "

    def recognize(self, document: Document) -> list[Mention]:
        """Give the names of the text."""
        names = {start: open_gazetteer().name(row) for start, row in self.row_at.items()}
        return [
            Mention(start=start, end=start + len(name), text=document.text[start : start + len(name)], kind="place")
            for start, name in names.items()
        ]

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> list[Place]:
        """Give the towns that were written."""
        del document
        return [self._place(index, mention) for index, mention in enumerate(mentions)]

    def _place(self, index: int, mention: Mention) -> Place:
        gazetteer, row = open_gazetteer(), self.row_at[mention.start]
        return Place(
            mention=mention,
            status="resolved",
            name=gazetteer.name(row),
            lonlat=gazetteer.lonlat(row),
            feature=gazetteer.feature(row),
            country=gazetteer.country(row),
            admin=gazetteer.admin_names(row),
            id=gazetteer.place_id(row),
            source=gazetteer.source(row),
            confidence=0.95 if index % 10 else _LAST_CONFIDENCE,
            reason="the only place of this name in its country",
        )


def _towns(country: str, count: int) -> list[int]:
    """Give towns of a country, taken evenly from the gazetteer's order."""
    gazetteer = open_gazetteer()
    rows = np.flatnonzero(gazetteer.population > 0).tolist()
    own = [row for row in rows if gazetteer.country(row) == country and gazetteer.feature(row) == "populated place"]
    return [own[index] for index in np.linspace(0, len(own) - 1, count).astype(int).tolist()]


def make_many_places(count: int) -> Report:
    """Give the report of a text that names so many towns.

    Parameters
    ----------
    count
        How many; they lie in four countries.
    """
    survey = _Survey([row for country in _COUNTRIES for row in _towns(country, count // len(_COUNTRIES))])
    return make_report([read_text(survey.text, name="survey.txt")], recognizer=survey, resolver=survey)
