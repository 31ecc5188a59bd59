"""The words around a span, and what kind of word each is."""

from collections.abc import Mapping
from functools import cache

from geo.recognize.cues import cues_for
from geo.recognize.matches import Match
from geo.recognize.names import Label
from geo.recognize.scene import Scene
from geo.recognize.tokens import CAPITAL, Gap, Shape

__all__ = ["read_context"]

_SUFFIX = 4
_REACH = 5
# "Sen. Ben Sasse, R-Neb.": the party, then where from.
_PARTIES = frozenset("r d i dem rep".split())
_SHAPES = {
    Shape.LOWER: "low",
    Shape.TITLE: "title",
    Shape.UPPER: "capitals",
    Shape.DIGITS: "digits",
    Shape.OTHER: "other",
}


@cache
def _kinds_of_words(language: str) -> Mapping[str, str]:
    """Give the kind of each cue word of a language; of several the first."""
    cues, kinds = cues_for(language), dict[str, str]()
    for name, words in (
        ("title", cues.titles),
        ("organisation", cues.organisations),
        ("media", cues.media),
        ("generic", cues.generics),
        ("facility", cues.facilities),
        ("calendar", cues.calendar),
        ("speech", cues.speech),
        ("locative", cues.locative),
        ("article", cues.articles),
        ("loose", cues.loose),
        ("link", cues.links),
        ("modifier", cues.modifiers),
    ):
        kinds |= {word: name for word in words if word not in kinds}
    return kinds


def _kind_of_word(scene: Scene, index: int) -> str:
    """Give the kind of a cue word, or its shape."""
    shape = _SHAPES[scene.tokens.shapes[index]]
    kind = _kinds_of_words(scene.language).get(scene.tokens.folded[index])
    return f"{kind} {shape}" if kind else shape


def _side(scene: Scene, index: int, gap: Gap, side: str) -> dict[str, float]:
    """Read the word on one side of a span: itself, its kind, and what parts it from the span."""
    tokens = scene.tokens
    if not 0 <= index < len(tokens) or gap == Gap.PARAGRAPH:
        return {f"{side} none": 1.0}
    if gap == Gap.SENTENCE:
        return {f"{side} sentence": 1.0}
    kind = _kind_of_word(scene, index)
    parted = {Gap.JOINED: "", Gap.LOOSE: "", Gap.COMMA: ", "}.get(gap, "; ")
    signs = {f"{side} {parted}{kind}": 1.0}
    if index in scene.match_at and side == "after":
        signs[f"{side} {parted}match"] = 1.0
    if gap <= Gap.COMMA:
        signs[f"{side}:{parted}{tokens.folded[index]}"] = 1.0
    return signs


def _ahead(scene: Scene, index: int) -> dict[str, float]:
    """Say what the capitalised words right behind a span, a possessive passed over, make of the whole."""
    tokens, cues = scene.tokens, scene.cues
    stop = min(index + _REACH, len(tokens))
    capitals = 0
    # "Canada's High Court" is of a place, "St. Mary's Hospital" of none.
    owned = index < stop and tokens.text[tokens.ends[index - 1]] in "'’´"
    owner = "owner, " if owned else ""
    while index < stop and tokens.gaps[index] <= Gap.LOOSE and tokens.shapes[index] in CAPITAL:
        folded = tokens.folded[index]
        for name, words in (("organisation", cues.organisations), ("facility", cues.facilities), ("media", cues.media)):
            if folded in words:
                return {f"{owner}{name} ahead": 1.0, f"{owner}capitals ahead": 1.0}
        if folded in cues.titles:
            return {f"{owner}title ahead": 1.0, f"{owner}capitals ahead": float(capitals > 0)}
        capitals += 1
        index += 1
    return {f"{owner}capitals ahead": 1.0} if capitals else {}


def _behind(scene: Scene, first: int) -> dict[str, float]:
    """Say what the capitalised words right before a span make of the whole."""
    tokens, cues = scene.tokens, scene.cues
    stop = max(first - _REACH, 0)
    index = first
    while index > stop and tokens.gaps[index] == Gap.JOINED:
        index -= 1
        folded = tokens.folded[index]
        if folded in cues.organisations and tokens.shapes[index] in CAPITAL:
            return {"organisation behind": 1.0}
        if folded in cues.facilities and tokens.shapes[index] in CAPITAL:
            return {"facility behind": 1.0}
        if folded in cues.titles:
            return {"title behind": 1.0}
        if tokens.shapes[index] == Shape.TITLE and scene.lexicon.is_given_name(tokens.words[index]):
            return {"given name behind": 1.0}
        if tokens.shapes[index] not in CAPITAL and folded not in cues.connectors:
            break
    return {"capital behind": 1.0} if index < first and tokens.shapes[first - 1] in CAPITAL else {}


def _read_stranger(scene: Scene, first: int, last: int) -> dict[str, float]:
    """Read the words of a name that the gazetteer does not have: what it ends in, whether it is a person's."""
    folded, cues = scene.tokens.folded, scene.cues
    found = {
        "unknown facility": folded[last] in cues.facilities,
        "unknown organisation": not cues.organisations.isdisjoint(folded[first : last + 1]),
        "unknown person": scene.names.labels[first] == Label.PERSON,
        "unknown with generic": folded[last] in cues.generics or folded[first] in cues.generics,
        "unknown, several words": last > first,
    }
    return {f"ends:{folded[last][-_SUFFIX:]}": 1.0} | {name: 1.0 for name, there in found.items() if there}


def read_context(scene: Scene, match: Match) -> dict[str, float]:
    """Read the words around a span.

    Parameters
    ----------
    scene
        The text.
    match
        The span.

    Returns
    -------
    dict of str to float
        Signs of strength 1, named after the words and their kinds.
    """
    tokens, first, last = scene.tokens, match.first, match.last
    after = last + 1
    size = len(tokens)
    signs = _side(scene, first - 1, tokens.gaps[first], "before")
    signs |= _side(scene, after, tokens.gaps[after] if after < size else Gap.PARAGRAPH, "after")
    if first >= 2 and tokens.gaps[first] <= Gap.LOOSE and tokens.gaps[first - 1] <= Gap.COMMA:  # noqa: PLR2004
        signs[f"before that:{tokens.folded[first - 2]}"] = 1.0
    if after + 1 < size and tokens.gaps[after] <= Gap.LOOSE and tokens.gaps[after + 1] <= Gap.COMMA:
        signs[f"after that:{tokens.folded[after + 1]}"] = 1.0
    signs |= _ahead(scene, after) | _behind(scene, first)
    if first and tokens.folded[first - 1] in _PARTIES and tokens.text[tokens.ends[first - 1]] in "-–":
        signs["party before"] = 1.0
    if match.facts.unknown:
        signs |= _read_stranger(scene, first, last)
    if all(tokens.shapes[i] == Shape.UPPER for i in range(first, last + 1)):
        signs["capitals"] = 1.0
    signs["length"] = float(last - first)
    return signs
