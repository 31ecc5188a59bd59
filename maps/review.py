"""Reviewing in the terminal: each name that is not sure is shown in its sentence, and the reader says what it means."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import click

from geo.corrections import Anchor, Correction, anchor_mention
from geo.document import Document
from geo.errors import CoordinateError
from geo.gazetteer import open_gazetteer
from geo.lonlat import LonLat, distance_m
from geo.report import Entry, Report, Unplaced
from geo.resolve.place import Alternative
from geo.resolve.search import search_places
from maps.names import chain_of
from maps.story import SURE, belief_in
from maps.words import read_words

__all__ = ["Review", "names_to_review", "read_point", "review_names"]

_KEYS = "Enter keep · number choose · y right · x not a place · p put by hand · s search · b back · q save and stop"
_ASK_POINT = "longitude and latitude in degrees, as in -75.1 -10.2 (or 10.2 S 75.1 W): "
_MOST_FOUND = 9
_SENTENCES = 3
_NUMBERS = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*°?\s*([NSEWnsew]?)")
_BETWEEN = re.compile(r"[\s,;°]*")

Named = Entry | Unplaced


@dataclass(slots=True, kw_only=True)
class Review:
    """What a reader says of names, and how they are asked.

    Parameters
    ----------
    documents
        The documents that hold the names.
    ask
        What shows a prompt and gives the line that is typed; None at the end of the input.
    show
        What shows a line.
    decisions
        The correction of each name by its number in the review; None for one that was kept as it is.
    """

    documents: Sequence[Document]
    ask: Callable[[str], str | None]
    show: Callable[[str], None]
    decisions: dict[int, Correction | None] = field(default_factory=dict)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that were made, in order of the review."""
        return tuple(one for _, one in sorted(self.decisions.items()) if one is not None)


def names_to_review(report: Report, *, everything: bool = False) -> list[Named]:
    """Give the names of a report that a reader should look at, the least sure first.

    Parameters
    ----------
    report
        The report.
    everything
        Whether to give the sure ones too; what was corrected by hand is given only then.
    """
    entries = [entry for entry in report.entries if everything or _is_doubtful(entry)]
    return sorted([*report.unplaced, *entries], key=lambda named: (_confidence(named), named.mentions[0][0]))


def _is_doubtful(entry: Entry) -> bool:
    return entry.place.confidence < SURE and not entry.place.by_hand


def _confidence(named: Named) -> float:
    return named.place.confidence if isinstance(named, Entry) else named.confidence


def review_names(names: Sequence[Named], review: Review) -> None:
    """Ask about each name in turn, until the last one or until the reader stops.

    Parameters
    ----------
    names
        The names.
    review
        Where the answers go.
    """
    number = 0
    while number < len(names):
        step = _ask_about(names[number], number, len(names), review)
        if step is None:
            return
        number = max(0, number + step)


def _ask_about(named: Named, number: int, count: int, review: Review) -> int | None:
    """Ask about one name; give how many names to go on, or None to stop."""
    options: Sequence[Alternative] = _alternatives(named)
    _show_name(named, number, count, review)
    _show_options(named, options, review)
    review.show(click.style(f"  {_KEYS}", dim=True))
    while True:
        answer = review.ask("> ")
        if answer is None or answer in {"q", "Q"}:
            return None
        key, _, rest = answer.strip().partition(" ")
        key = key.lower()
        if key == "b":
            return -1
        if key == "s":
            found = _search(rest or review.ask("name: ") or "", review)
            if found:
                options = found
                _show_options(named, options, review)
            continue
        decided = _decide(named, key, rest, options, review)
        if isinstance(decided, str):
            review.show(f"  {decided}")
            continue
        review.decisions[number] = decided
        return 1


def _decide(
    named: Named, key: str, rest: str, options: Sequence[Alternative], review: Review
) -> Correction | str | None:
    """Give what an answer makes of a name: a correction, nothing, or why it is no answer."""
    mentions = _anchors(named, review.documents)
    if not key:
        return None
    if key == "x":
        return Correction(action="remove", mentions=mentions)
    if key == "y":
        return _confirm(named, mentions)
    if key == "p":
        return _place(mentions, rest or review.ask(_ASK_POINT) or "", review)
    if key.isascii() and key.isdecimal() and 1 <= int(key[:4]) <= len(options):
        chosen = options[int(key[:4]) - 1]
        return Correction(action="move", mentions=mentions, id=chosen.id, name=chosen.name, lonlat=chosen.lonlat)
    return f"{_plain(key)!r} is no answer here: {_KEYS}"


def _place(mentions: tuple[Anchor, ...], typed: str, review: Review) -> Correction | str:
    try:
        lonlat = read_point(typed)
    except CoordinateError as error:
        return str(error)
    review.show(f"  put at {_show_point(lonlat)}")
    return Correction(action="place", mentions=mentions, name=" ".join(mentions[0].text.split()), lonlat=lonlat)


def _confirm(named: Named, mentions: tuple[Anchor, ...]) -> Correction | str:
    if not isinstance(named, Entry):
        return "there is no place that could be right: choose one, or put it by hand"
    place = named.place
    if place.by_hand:
        return "it was said by hand already: Enter keeps it"
    return Correction(action="move", mentions=mentions, id=place.id, name=place.name, lonlat=place.lonlat)


def _anchors(named: Named, documents: Sequence[Document]) -> tuple[Anchor, ...]:
    return tuple(anchor_mention(documents[index], one.start, one.end) for index, one in named.mentions)


def read_point(text: str) -> LonLat:
    """Read a point as it is typed: longitude before latitude, or in any order with letters.

    Parameters
    ----------
    text
        Two numbers in degrees.

    Raises
    ------
    CoordinateError
        When these are not two numbers, or no point on Earth.

    Examples
    --------
    >>> read_point("-75.1, -10.2")
    LonLat(lon=-75.1, lat=-10.2)
    >>> read_point("10.2 S 75.1 W")
    LonLat(lon=-75.1, lat=-10.2)
    """
    plain = text.replace("\u2212", "-").strip()
    found = [(float(number), letter.upper()) for number, letter in _NUMBERS.findall(plain)]
    if len(found) != 2 or not _BETWEEN.fullmatch(_NUMBERS.sub("", plain)):  # noqa: PLR2004 - a point has two
        message = "that is no longitude and latitude: type two numbers such as -75.1 -10.2"
        raise CoordinateError(message)
    letters = {letter for _, letter in found}
    if letters == {""}:
        return LonLat(lon=found[0][0], lat=found[1][0])
    signed = {letter: -value if letter in "SW" else value for value, letter in found}
    lon = [signed[letter] for letter in "EW" if letter in signed]
    lat = [signed[letter] for letter in "NS" if letter in signed]
    if len(lon) != 1 or len(lat) != 1 or any(value < 0 for value, _ in found):
        message = "that is no longitude and latitude: with letters, type such as 10.2 S 75.1 W"
        raise CoordinateError(message)
    return LonLat(lon=lon[0], lat=lat[0])


def _search(query: str, review: Review) -> Sequence[Alternative]:
    found = search_places(open_gazetteer(), query, limit=_MOST_FOUND) if query.strip() else ()
    if not found:
        review.show(f"  {_plain(query)!r} is not in the gazetteer")
    return found


def _alternatives(named: Named) -> Sequence[Alternative]:
    return named.place.alternatives if isinstance(named, Entry) else named.alternatives


def _show_name(named: Named, number: int, count: int, review: Review) -> None:
    name = named.place.mention.text if isinstance(named, Entry) else named.name
    review.show("")
    review.show(f"{number + 1} of {count}  {click.style(_plain(name), bold=True)}")
    for sentence in named.evidence[:_SENTENCES]:
        review.show(f"  {_mark(sentence.text, sentence.marks)}")
    left = max(named.sentence_count, len(named.evidence)) - _SENTENCES
    if left > 0:
        review.show(f"  … and {left} more")
    review.show(f"  now: {_show_reading(named)}")
    if number in review.decisions:
        review.show(f"  so far: {_show_decision(review.decisions[number])}")


def _mark(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """Give a sentence with its names between marks that show without colour too."""
    parts, at = [], 0
    for start, end in marks:
        parts += [_plain(text[at:start], strip=False), click.style(f"»{_plain(text[start:end])}«", bold=True)]
        at = end
    return "".join([*parts, _plain(text[at:], strip=False)]).strip()


def _show_reading(named: Named) -> str:
    if not isinstance(named, Entry):
        return f"{named.status} ({_plain(named.reason)})" if named.reason else named.status
    place = named.place
    words = read_words("en")
    where = ", ".join(chain_of(place))
    sure = "by hand" if place.by_hand else f"{words[belief_in(place.confidence)]}, {place.confidence:.0%}"
    return f"{_plain(where)} ({_feature(place.feature)}), {sure}: {_plain(place.reason)}"


def _show_options(named: Named, options: Sequence[Alternative], review: Review) -> None:
    here = named.place.lonlat if isinstance(named, Entry) else None
    for number, other in enumerate(options, start=1):
        where = _plain(", ".join(chain_of(other)))
        away = f", {distance_m(here, other.lonlat) / 1000:,.0f} km away" if here else ""
        review.show(f"  {number:2}  {where} ({_feature(other.feature)}{away}, {other.score:.0%})")


def _show_decision(decision: Correction | None) -> str:
    if decision is None:
        return "kept"
    if decision.action == "remove":
        return "not a place"
    at = f" at {_show_point(decision.lonlat)}" if decision.lonlat else ""
    return f"{_plain(decision.name)}{at}"


def _show_point(at: LonLat) -> str:
    return f"{abs(at.lat):.3f}° {'NS'[at.lat < 0]}, {abs(at.lon):.3f}° {'EW'[at.lon < 0]}"


def _feature(feature: str) -> str:
    return str(read_words("en").get(f"feature_{feature}", _plain(feature))).lower()


def _plain(text: str, *, strip: bool = True) -> str:
    """Give words on one line, with nothing that a terminal obeys."""
    line = " ".join(text.split()) if strip else re.sub(r"\s+", " ", text)
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
