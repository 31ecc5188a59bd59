"""Which place a figure is said of: by the structure of the sentence, and rather none than a wrong one.

The rule is told in plain words in ``docs/figures.md``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.document import Document
from geo.figures.clauses import LIGHT, MIDDLE, Segments, cut_segments
from geo.figures.find import find_figures, may_have_figures
from geo.figures.links import links_of
from geo.figures.numbers import NumberStyle, choose_style
from geo.figures.targets import Target, find_targets, leave_out_adjectives, without_holders
from geo.report import Figure
from geo.resolve.place import Place

__all__ = ["figures_by_place"]

_FAR_CHARACTERS = 600
_FAR_SEGMENTS = 6
_BEFORE_CHARACTERS = 40
_PHRASE_CHARACTERS = 70
_MOST_SEGMENTS = {LIGHT: 4, MIDDLE: 1}
_LEFT, _RIGHT = -1, 1
_BESIDE = re.compile(r"[\s,(:]{1,3}")


def figures_by_place(
    document: Document, places: Sequence[Place], sentences: Sequence[tuple[int, int]], *, index: int = 0
) -> list[list[Figure]]:
    """Find the figures of a document and give them to the places that they are said of.

    Parameters
    ----------
    document
        The document.
    places
        Its places in order, found or not; demonyms have no figures.
    sentences
        Spans of its sentences, in order and disjoint, in characters.
    index
        The document's index in its report.

    Returns
    -------
    list of list of Figure
        For each place the figures said of that mention, in order.

    Examples
    --------
    >>> from geo.pipeline import find_places
    >>> brief = Document(text="The storm killed 12 in Lima and 5 in Cusco.", name="brief")
    >>> found = find_places(brief)
    >>> [(p.name, f.text) for p, some in zip(found, figures_by_place(brief, found, [(0, 43)])) for f in some]
    [('Lima', '12'), ('Cusco', '5')]
    """
    given: list[list[Figure]] = [[] for _ in places]
    if document.rows:
        return given
    numbers = {id(place): number for number, place in enumerate(places)}
    reader = _Reader(document=document, index=index)
    for (start, end), named in zip(sentences, _name_by_sentence(places, sentences), strict=True):
        for figure, some in reader.read(start, end, named):
            for place in some:
                given[numbers[id(place)]].append(figure)
    return given


def _name_by_sentence(places: Sequence[Place], sentences: Sequence[tuple[int, int]]) -> Iterator[Sequence[Place]]:
    """Give for each sentence the places whose names lie whole within it."""
    at = 0
    for start, end in sentences:
        while at < len(places) and places[at].mention.start < start:
            at += 1
        first = at
        while at < len(places) and places[at].mention.end <= end:
            at += 1
        yield places[first:at]


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the sentences of a document in order, and keeps of each what the next may point back to."""

    document: Document
    index: int
    style: NumberStyle | None = None
    last_end: int = 0
    last: Sequence[Place] = ()

    def read(self, start: int, end: int, named: Sequence[Place]) -> Iterator[tuple[Figure, Sequence[Place]]]:
        """Give the figures of a sentence with the places that they are said of."""
        document = self.document
        if may_have_figures(document, start, end):
            places = leave_out_adjectives(document, named)
            pointed = [] if places else self._point_back(start, end)
            if places or pointed:
                names = [(place.mention.start, place.mention.end) for place in places]
                self.style = self.style or choose_style(document)
                figures = find_figures(document, start, end, index=self.index, names=names, style=self.style)
                yield from _choose_all(document, figures, places or pointed, (start, end), is_pointed=bool(pointed))
        self.last, self.last_end = named, end

    def _point_back(self, start: int, end: int) -> Sequence[Place]:
        """Give the places of the sentence before, when this one begins with "There,"."""
        text = self.document.text
        if not self.last or "\n\n" in text[self.last_end : start]:
            return []
        is_there = links_of(self.document.language).there.match(text, start, end) is not None
        return leave_out_adjectives(self.document, self.last) if is_there else []


def _choose_all(
    document: Document,
    figures: Sequence[Figure],
    places: Sequence[Place],
    sentence: tuple[int, int],
    *,
    is_pointed: bool,
) -> Iterator[tuple[Figure, Sequence[Place]]]:
    """Give each figure with the places that it is said of; those pointed back to are the last of their sentence."""
    if not figures:
        return
    targets = find_targets(document, places)
    clause = None if is_pointed else _make_clause(document, targets, figures, sentence)
    for figure in figures:
        chosen = clause.choose(figure) if clause else targets[-1:]
        yield figure, without_holders(place for target in chosen for place in target.places)


def _make_clause(
    document: Document, targets: Sequence[Target], figures: Sequence[Figure], sentence: tuple[int, int]
) -> "_Clause":
    whole = sorted([(one.start, one.end) for one in figures] + [(one.start, one.end) for one in targets])
    segments = cut_segments(document.text, *sentence, language=document.language, whole=whole)
    return _Clause(text=document.text, language=document.language, segments=segments, targets=targets, figures=figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A sentence with its places and figures, ready to say which belongs to which."""

    text: str
    language: str
    segments: Segments
    targets: Sequence[Target]
    figures: Sequence[Figure]

    def choose(self, figure: Figure) -> Sequence[Target]:
        """Give the places that a figure is said of; none when that is in doubt."""
        if len(self.targets) == 1:
            target = self.targets[0]
            gap = max(target.start - figure.end, figure.start - target.end)
            return [target] if gap <= _FAR_CHARACTERS and not self._is_owner_of_other(figure, target) else []
        home = self.segments.at(figure.start)
        own = [target for target in self.targets if self.segments.at(target.start) == home]
        return self._choose_own(figure, own) if own else self._choose_near(figure, home)

    def _choose_own(self, figure: Figure, own: Sequence[Target]) -> Sequence[Target]:
        """Choose among the places of the figure's own segment."""
        before = [target for target in own if target.end <= figure.start]
        after = [target for target in own if target.start >= figure.end]
        is_bare = not figure.counted and not figure.unit and figure.value is not None
        if before and is_bare and _BESIDE.fullmatch(self.text, before[-1].end, figure.start):
            return before[-1:]  # "Lima 12, Cusco 5"
        following = after[0] if after and not self._has_figure_between(figure.end, after[0].start) else None
        firm = [target for target in before if not self._is_weak(target)]
        if following is not None and (not self._is_weak(following) or not before):
            carried = self._carry(figure) if self._is_weak(following) and not firm else []
            return carried or [*firm, following]
        if firm:
            return firm
        return [*before, *([following] if following else [])] or self._choose_near(
            figure, self.segments.at(figure.start)
        )

    def _carry(self, figure: Figure) -> Sequence[Target]:
        """Give what a clause before, joined by "and", speaks of."""
        home = self.segments.at(figure.start)
        start = self.segments.starts[home]
        is_subject = len(self.text[start : figure.start].split()) <= 1
        if home == 0 or self.segments.depths[home] > MIDDLE or is_subject:
            return []
        return self._targets_of(home - 1)[:1]

    def _has_figure_between(self, start: int, end: int) -> bool:
        return any(start <= other.start and other.end <= end and other.date is None for other in self.figures)

    def _is_weak(self, target: Target) -> bool:
        links, low = links_of(self.language), max(0, target.start - _BEFORE_CHARACTERS)
        if links.firm.search(self.text, low, target.start):
            return False
        return links.weak.search(self.text, low, target.start) is not None

    def _is_owner_of_other(self, figure: Figure, target: Target) -> bool:
        """Tell whether a place behind the figure only says whose or whence another thing is: "an envoy of Mali"."""
        if target.start < figure.end or self.segments.at(target.start) == self.segments.at(figure.start):
            return False
        links, low = links_of(self.language), max(0, target.start - _BEFORE_CHARACTERS)
        is_owner = links.genitive.search(self.text, low, target.start) is not None
        low = max(figure.end, target.start - _PHRASE_CHARACTERS)
        is_within = links.within.search(self.text, low, target.start) or links.firm.search(self.text, low, target.start)
        return is_owner and not is_within

    def _targets_of(self, segment: int) -> list[Target]:
        return [target for target in self.targets if self.segments.at(target.start) == segment]

    def _choose_near(self, figure: Figure, home: int) -> Sequence[Target]:
        """Choose the place that the fewest and lightest cuts part from the figure; the one before it when equal."""
        best: tuple[tuple[int, int, int], Sequence[Target]] | None = None
        for step in (_LEFT, _RIGHT):
            if step == _RIGHT and self.segments.opens[home]:
                continue  # what stands in brackets speaks of what stands before them
            found, depth, away = self._look(home, step)
            if not found or away > _MOST_SEGMENTS.get(depth, 0):
                continue
            nearest = found[-1:] if step == _LEFT else found[:1]
            cost = (depth, away, step)
            if (best is None or cost < best[0]) and not self._is_owner_of_other(figure, nearest[0]):
                best = cost, nearest
        return best[1] if best else []

    def _look(self, home: int, step: int) -> tuple[Sequence[Target], int, int]:
        """Give the nearest targets on one side, the deepest cut on the way, and how many segments away they are."""
        away, segment = 0, home + step
        while 0 <= segment < len(self.segments.starts) and away < _FAR_SEGMENTS:
            is_aside = self.segments.opens[segment]
            away += not is_aside
            found = [] if is_aside else self._targets_of(segment)
            if found:
                return found, self.segments.depth_between(home, segment), away
            segment += step
        return [], 0, away
