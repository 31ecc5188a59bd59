"""The spaCy recognizer: what a trained pipeline labels as a place, as the resolver looks it up."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from geo.document import Document
from geo.gazetteer import Gazetteer, fold
from geo.gazetteer.features import PHYSICAL
from geo.gazetteer.identifiers import is_certain_region
from geo.gazetteer.layout import POSTAL_PREFIX, demonym_key
from geo.recognize.cues import Cues, cues_for
from geo.recognize.mention import Mention
from geo.recognize.spacy_pipelines import (
    FACILITY_LABELS,
    PEOPLE_LABELS,
    PLACE_LABELS,
    Entity,
    load_pipeline,
    read_entities,
)

__all__ = ["PASSAGE_CHARACTERS", "SpacyRecognizer"]

PASSAGE_CHARACTERS = 50_000
"""The most characters that a pipeline is given at once: it takes some 4 kB of memory for each."""

# The share of places among what the small English pipeline labels so, by whether the gazetteer has the name.
# Hamlets of which nobody has counted the people have this many in the gazetteer (data/SOURCES.md).
_UNCOUNTED = 1
_KNOWN_CONFIDENCE, _UNKNOWN_CONFIDENCE = 0.96, 0.35
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$")
_FIRST_WORD = re.compile(r"(\w+)(?:\s+|(['’]))(?=\w)")
_OPENS_SHORT_FORM = frozenset(",(")


class SpacyRecognizer:
    """Finds places with the spaCy pipeline that is installed for a document's language.

    Parameters
    ----------
    gazetteer
        The names that are known: they tell a demonym from a party, and "the province of Lima" from a name.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="The minister flew from the United States to Lima's port.", name="brief.txt")
    >>> [mention.text for mention in SpacyRecognizer(open_gazetteer()).recognize(document)]
    ['United States', 'Lima']
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Look names up in a gazetteer."""
        self._gazetteer = gazetteer

    def recognize(self, document: Document) -> list[Mention]:
        """Give the mentions of a document, in order, without overlaps.

        A text of more than :data:`PASSAGE_CHARACTERS` is read in passages. A name that the gazetteer lacks is a
        mention all the same, to be listed as not found; a building is one only when the gazetteer has it.

        Raises
        ------
        MissingExtraError
            When spaCy or a pipeline for the document's language is not installed, or cannot be loaded.
        """
        pipeline = load_pipeline(document.language)
        cues = cues_for(document.language)
        found = (
            self._mention(document, Entity(one.start + offset, one.end + offset, one.label), cues)
            for offset, passage in _passages(document.text, min(PASSAGE_CHARACTERS, pipeline.max_length))
            for one in read_entities(pipeline, passage)
            if one.label in PLACE_LABELS | PEOPLE_LABELS
        )
        return [mention for mention in found if mention is not None]

    def _mention(self, document: Document, entity: Entity, cues: Cues) -> Mention | None:
        start, end = self._trim(document.text, entity.start, entity.end, cues)
        text = document.text[start:end]
        # What stands in lower case is no name of a place, and a demonym only in languages that write them so.
        if not text or (text.islower() and (entity.label in PLACE_LABELS or not cues.lower_demonyms)):
            return None
        mention = Mention(start=start, end=end, text=text, kind="place", confidence=_UNKNOWN_CONFIDENCE)
        kinds = {one.name_kind for one in self._gazetteer.candidates(text)}
        if entity.label in PEOPLE_LABELS:
            # A label for anything else is believed of words that are nothing but a demonym.
            is_demonym = kinds == {"demonym"} if entity.label == "MISC" else "demonym" in kinds
            own = self._gazetteer.postings(demonym_key(document.language, fold(text)))
            return _as_demonym(mention) if is_demonym or len(own) else None
        if kinds == {"demonym"}:
            return _as_demonym(mention)
        known = self._look_up(document.text, mention, cues)
        return None if known is None and entity.label in FACILITY_LABELS else known or mention

    def _look_up(self, text: str, mention: Mention, cues: Cues) -> Mention | None:
        """Give a mention with the name under which the gazetteer has it; None when it has it under none."""
        plain = " ".join(mention.text.split())
        lookup, feature = plain, ""
        if not self._gazetteer.candidates(plain):
            short = self._short_form(text, mention.start, plain)
            lookup, feature = (short, "") if short else self._inner_name(plain, cues)
        if not lookup:
            return None
        return replace(
            mention,
            kind="region" if self._is_named_region(lookup) else "place",
            lookup_name=None if lookup == mention.text else lookup,
            feature=feature,
            confidence=_KNOWN_CONFIDENCE,
        )

    def _trim(self, text: str, start: int, end: int, cues: Cues) -> tuple[int, int]:
        """Leave out the punctuation around a name, its possessive and its article, unless they are part of it."""
        while start < end and _is_outer(text[start]):
            start += 1
        while start < end:
            name = text[start:end]
            possessive = _POSSESSIVE.search(name)
            if possessive:
                end -= len(possessive[0])
            elif not _is_outer(name[-1]) or (name[-1] == ")" and "(" in name) or self._keeps_stop(name):
                break
            else:
                end -= 1
        return self._behind_article(text, start, end, cues), end

    def _keeps_stop(self, name: str) -> bool:
        """Say whether a name ends with the stop of an abbreviation, "U.S." or "Mass.", rather than a sentence's."""
        last = name.rsplit(maxsplit=1)[-1]
        is_known = "." in last.rstrip(".") or bool(self._gazetteer.candidates_after_comma(last))
        return last.endswith(".") and is_known

    def _behind_article(self, text: str, start: int, end: int, cues: Cues) -> int:
        """Give where a name starts behind its article; "The Hague" and "La Paz" keep theirs."""
        first = _FIRST_WORD.match(text, start, end)
        if first is None or fold(first[1]) not in (cues.elisions if first[2] else cues.articles):
            return start
        whole, rest = self._people(text[start:end]), self._people(text[first.end() : end])
        own = any(one.name_kind == "primary" for one in self._gazetteer.candidates(text[start:end]))
        return start if whole > rest or (whole == rest and own) else first.end()

    def _people(self, name: str) -> int:
        """Give how many people live in the largest place of a name; -1 if there is none."""
        rows = (one.row for one in self._gazetteer.candidates(name))
        return max((int(self._gazetteer.population[row]) for row in rows), default=-1)

    def _short_form(self, text: str, start: int, name: str) -> str:
        """Give what looks up a form that means a place only behind another ("Springfield, Mass."); else nothing."""
        is_behind = not _OPENS_SHORT_FORM.isdisjoint(text[max(0, start - 2) : start])
        if not is_behind or not self._gazetteer.candidates_after_comma(name):
            return ""
        return POSTAL_PREFIX + fold(name)

    def _inner_name(self, name: str, cues: Cues) -> tuple[str, str]:
        """Give the name within "northern Peru" or "Nyanza Province", and the feature kind; empty if there is none."""
        words, feature = name.split(), ""
        while len(words) > 1 and set(fold(words[0]).split()) <= cues.modifiers:
            words = words[1:]
        for generic, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
            if rest and fold(generic) in cues.generics:
                feature = cues.generics[fold(generic)]
                words = rest[1:] if fold(rest[0]) in cues.of else rest
                break
        inner = " ".join(words)
        # The river of an unknown name is not the town of that name, and "the South Coast" and "West Nile" name no part
        # of a Coast and a Nile.
        if feature in PHYSICAL or fold(inner) in cues.institutions or not self._is_own_name(inner):
            return "", ""
        return inner, "" if feature == "region" else feature

    def _is_own_name(self, name: str) -> bool:
        """Say whether it is the chief name of an area or a town, not an alternate one or that of a natural feature."""
        chief = (one.row for one in self._gazetteer.candidates(name) if one.name_kind == "primary")
        known = (row for row in chief if self._gazetteer.population[row] != _UNCOUNTED)
        return any(self._gazetteer.feature(row) not in PHYSICAL for row in known)

    def _is_named_region(self, name: str) -> bool:
        return any(is_certain_region(self._gazetteer, one.row) for one in self._gazetteer.candidates(name))


def _is_outer(sign: str) -> bool:
    """Say whether a character is punctuation or space; the vowel signs of Hindi and loose accents belong to names."""
    return sign == "_" or unicodedata.category(sign)[0] not in "LMN"


def _as_demonym(mention: Mention) -> Mention:
    return replace(mention, kind="demonym", confidence=1.0)


def _passages(text: str, most: int) -> Iterator[tuple[int, str]]:
    """Cut a long text at the ends of paragraphs, else of lines, else of words; give each passage and its offset."""
    start = 0
    while len(text) - start > most:
        limit = start + most
        stops = (text.rfind(mark, start + 1, limit) for mark in ("\n\n", "\n", " "))
        stop = next((found for found in stops if found > 0), limit)
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]
