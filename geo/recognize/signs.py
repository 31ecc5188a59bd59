"""Reading the signs around a match, and weighing them."""

import math

from geo.recognize.context import read_context
from geo.recognize.everyday import measure_everyday
from geo.recognize.matches import Match
from geo.recognize.names import Label
from geo.recognize.scene import Scene
from geo.recognize.tokens import Gap, Shape, Tokens

__all__ = ["read_signs"]

_POPULATION_SCALE = math.log10(10_000_000)
_WELL_KNOWN = 500_000
_COMMONEST = 3
_LABEL_SIGNS = {
    Label.PERSON: "part of person",
    Label.ORGANISATION: "part of organisation",
    Label.MEDIA: "part of media",
    Label.TITLE: "title",
    Label.HEADLINE: "headline",
}


def _gazetteer_signs(match: Match) -> dict[str, float]:
    facts = match.facts
    signs = {
        "country": facts.country,
        "admin1": facts.admin1 and not facts.country,
        "physical": facts.physical,
        "region": facts.region,
        "named region": facts.named_region,
        "short form": facts.short,
        "alternate only": not (facts.primary or facts.short or facts.country or facts.unknown),
        "unknown": facts.unknown,
        "admin2": facts.admin2,
        "postal": facts.postal,
    }
    found = {name: 1.0 for name, there in signs.items() if there}
    if not facts.country:
        found["population"] = math.log10(max(facts.population, 1)) / _POPULATION_SCALE
    found["places"] = math.log10(1 + facts.places) / 2
    return found


def _starts_sentence(scene: Scene, index: int) -> bool:
    """Say whether a word begins a sentence, a capital article before it passed over."""
    tokens = scene.tokens
    if tokens.gaps[index] == Gap.JOINED and tokens.folded[index - 1] in scene.cues.articles:
        index -= 1
    return tokens.gaps[index] >= Gap.SENTENCE


def _stands_out(tokens: Tokens, index: int) -> bool:
    """Say whether a word in capitals stands among words that are not."""
    if tokens.shapes[index] != Shape.UPPER:
        return False
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    return not any(tokens.shapes[i] == Shape.UPPER for i in beside)


def _opens_story(tokens: Tokens, match: Match) -> bool:
    """Say whether a match is the place of a dateline: "PARIS (Reuters) -", "LIMA, 12 May 2019 —"."""
    if tokens.gaps[match.first] < Gap.LOOSE or tokens.shapes[match.first] != Shape.UPPER:
        return False
    capitals = all(tokens.shapes[i] == Shape.UPPER for i in range(match.first, match.last + 1))
    after = tokens.text[tokens.ends[match.last] : tokens.ends[match.last] + 2].lstrip()[:1]
    return capitals and _begins_line(tokens, match.first) and after in set("(,—–-")


def _begins_line(tokens: Tokens, index: int) -> bool:
    start = tokens.starts[index]
    return not tokens.text[tokens.text.rfind("\n", 0, start) + 1 : start].strip()


def _commonness(scene: Scene, index: int) -> float:
    """Give how much a word is an everyday one; an acronym among other words ("US") is none."""
    tokens, word = scene.tokens, scene.tokens.words[index]
    if _stands_out(tokens, index):
        return 0.0
    return measure_everyday(word, cues=scene.cues, lexicon=scene.lexicon)


def _word_signs(scene: Scene, match: Match) -> dict[str, float]:
    """Read what the words of a match are elsewhere in the language and the text."""
    tokens, lexicon, cues = scene.tokens, scene.lexicon, scene.cues
    span = range(match.first, match.last + 1)
    words = [tokens.words[i] for i in span]
    common = [0.0 if match.facts.postal else _commonness(scene, index) for index in span]
    starts = _starts_sentence(scene, match.first)
    signs: dict[str, float] = {"common word": min(common)}
    if all(tokens.folded[i] in cues.calendar for i in span):
        signs["calendar"] = 1.0
    signs["accents dropped"] = float(match.facts.accented and all(word.isascii() for word in words))
    if len(words) > 1:
        phrase = float(match.facts.folded in cues.institutions)
        return signs | {"several words": 1.0 - min(common), "institution": phrase}
    folded = tokens.folded[match.first]
    kinds = (cues.institutions, cues.modifiers, cues.organisations, cues.media)
    signs["institution"] = float(any(folded in words for words in kinds))
    acronym = tokens.shapes[match.first] == Shape.UPPER and match.facts.short
    signs["starts sentence"] = float(starts and not acronym)
    signs["starts sentence, common"] = float(starts) * common[0]
    signs["lower case elsewhere"] = float(folded in scene.lower_words and not acronym)
    signs["acronym"] = float(_stands_out(tokens, match.first) and not acronym)
    if match.facts.population < _WELL_KNOWN and not match.facts.country:
        signs["given name"] = lexicon.given_name_degree(words[0]) / _COMMONEST
        signs["surname"] = lexicon.surname_degree(words[0]) / _COMMONEST
    if folded in scene.names.persons and not match.facts.country:
        signs["person elsewhere"] = 1.0
    return signs


def _before(scene: Scene, first: int) -> int:
    """Give the index of the word before, articles and modifiers passed over; -1 when the clause starts here."""
    tokens, cues = scene.tokens, scene.cues
    index = first
    while index > 0 and tokens.gaps[index] == Gap.JOINED:
        index -= 1
        if tokens.folded[index] not in cues.articles and tokens.folded[index] not in cues.modifiers:
            return index
    return -1


def _place_signs(scene: Scene, match: Match) -> dict[str, float]:
    """Read the words beside a match."""
    tokens, cues = scene.tokens, scene.cues
    signs: dict[str, float] = {"dateline": float(_opens_story(tokens, match))}
    before, after = _before(scene, match.first), match.last + 1
    if before >= 0:
        word = tokens.folded[before]
        linked = word in cues.loose and before > 0 and tokens.folded[before - 1] in cues.generics
        office = tokens.folded[before - 1] if before else ""
        signs["portfolio"] = float(word in cues.loose and office in cues.portfolios and not match.facts.country)
        signs["locative before"] = float(word in cues.locative)
        signs["loose before"] = float(word in cues.loose)
        signs["generic beside"] = float(word in cues.generics or linked)
    if after < len(tokens):
        word, gap = tokens.folded[after], tokens.gaps[after]
        if gap == Gap.JOINED:
            signs["generic beside"] = max(signs.get("generic beside", 0.0), float(word in cues.generics))
            signs["facility after"] = float(word in cues.facilities and tokens.shapes[after] != Shape.LOWER)
            signs["speech after"] = float(word in cues.speech)
            signs["namesake after"] = float(word in cues.namesakes and tokens.shapes[after] == Shape.LOWER)
        if gap <= Gap.COMMA or tokens.text[tokens.ends[match.last] : tokens.starts[after]].strip() == "(":
            signs["region after"] = float(gap != Gap.JOINED and scene.names_region(after))
        signs["currency"] = float(tokens.text[tokens.ends[match.last]] in "$€£¥")
        signs["possessive"] = float(tokens.text[tokens.ends[match.last]] in "'’")
    return signs


def _trim(scene: Scene, first: int, last: int, match: Match) -> tuple[int, int]:
    """Take from a segment what surrounds a name without changing it: articles, modifiers, generic words."""
    folded, cues = scene.tokens.folded, scene.cues
    outer = (cues.articles, cues.modifiers, cues.generics)
    while first < match.first and any(folded[first] in words for words in outer):
        first += 1
    while last > match.last and any(folded[last] in words for words in (*outer, cues.plurals)):
        last -= 1
    return first, last


def _name_signs(scene: Scene, match: Match) -> dict[str, float]:
    """Read the name that a match is the whole or a part of."""
    names = scene.names
    label = names.labels[match.first]
    if label in _LABEL_SIGNS:
        return {_LABEL_SIGNS[label]: 1.0}
    outer_first = min(names.firsts[match.first], match.first)
    outer_last = max(names.lasts[match.last], match.last)
    first, last = _trim(scene, outer_first, outer_last, match)
    if first >= match.first and last <= match.last:
        trimmed = outer_first < match.first or outer_last > match.last
        return {"whole name": 1.0, "modified": float(trimmed)}
    if match.facts.country and first >= match.first:
        return {"part of country phrase": 1.0}
    return {"part of name": 1.0}


def read_signs(scene: Scene, match: Match) -> dict[str, float]:
    """Read the signs for and against a match being a place.

    Parameters
    ----------
    scene
        The text around it.
    match
        The words and what the gazetteer knows of them.

    Returns
    -------
    dict of str to float
        Each sign's strength, mostly 0 or 1, by the name of the sign.
    """
    name_signs = _name_signs(scene, match)
    # What stands beside a longer name speaks of that name, not of the part of it that the gazetteer knows.
    place_signs = {} if "part of name" in name_signs else _place_signs(scene, match)
    signs = {"bias": 1.0} | _gazetteer_signs(match) | _word_signs(scene, match) | place_signs | name_signs
    if match.facts.unknown and place_signs.get("dateline"):
        signs["unknown in a dateline"] = 1.0
    return signs | read_context(scene, match)
