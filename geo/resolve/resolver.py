"""The default resolver: candidates from the gazetteer, decided together for the document."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.document import Document
from geo.gazetteer import Gazetteer
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, ROW_MASK, demonym_key
from geo.gazetteer.names import fold
from geo.recognize.mention import Mention
from geo.resolve.candidates import Candidates, gather_candidates
from geo.resolve.coherence import Belief, Evidence, believe, gather_evidence
from geo.resolve.confidence import measure_confidence
from geo.resolve.describe import describe_row, place_at_row
from geo.resolve.explain import Grounds, explain, name_row
from geo.resolve.groups import Group, group_mentions
from geo.resolve.lookup import Bools, Floats, Ints
from geo.resolve.place import Alternative, Place
from geo.resolve.search import read_published
from geo.resolve.signs import NONE_SIGNS
from geo.resolve.weights import ResolverWeights, shipped_weights
from geo.said import Said

__all__ = ["GazetteerResolver"]

_DEMONYM = NAME_KINDS.index("demonym")
_COUNTRY = FEATURES.index("country")
_SAME_PLACE_DEG = 0.35
# Below this confidence an answer is ambiguous, above this belief in none of them a name is not found: sooner where the
# text names a region that holds no such place.
_AMBIGUOUS = 0.45
_NOT_FOUND = 0.7
_NOT_FOUND_THERE = 0.5
# Of the user's own places one is meant; another that is nearly as likely leaves open which.
_EVEN = 0.8
# How likely a town is at least beside the region of its name to be meant by it.
_TOWN_BESIDE_REGION = 0.1
# A name that so many places bear is one that the text does not tell apart, rather than one that is not known.
_MANY = 10
_CONTRADICTED = NONE_SIGNS.index("container named, holds none")
_MOST_ALTERNATIVES = 5
_LEAST_SCORE = 0.001
_DEMONYM_CONFIDENCE = 0.95


class GazetteerResolver:
    """Decides which place of a gazetteer each mention means, all mentions of a document together.

    Parameters
    ----------
    gazetteer
        The places to choose from.
    weights
        How much each sign counts; None for what ships with Dateline.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="Lima, Peru", name="brief.txt")
    >>> lima = Mention(start=0, end=4, text="Lima", kind="place")
    >>> peru = Mention(start=6, end=10, text="Peru", kind="place")
    >>> [place.country for place in GazetteerResolver(open_gazetteer()).resolve(document, [lima, peru])]
    ['PE', 'PE']
    """

    def __init__(self, gazetteer: Gazetteer, *, weights: ResolverWeights | None = None) -> None:
        """Choose among the places of a gazetteer."""
        self._gazetteer = gazetteer
        self._weights = weights or shipped_weights()

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> list[Place]:
        """Give the place of each mention, in the same order."""
        groups, evidence = self.gather(document, mentions)
        places: dict[int, Place] = {
            i: self._demonym_place(m, self._demonym_row(m, document.language))
            for i, m in enumerate(mentions)
            if m.kind == "demonym"
        }
        decided = self._decide(groups, evidence, mentions)
        named = [group for group in groups if not group.published]
        for group, template in zip(named, decided, strict=True):
            for index in group.mentions:
                confidence = round(template.confidence * mentions[index].confidence, 3)
                places[index] = replace(template, mention=mentions[index], confidence=confidence)
        return [places[index] for index in range(len(mentions))]

    def gather(self, document: Document, mentions: Sequence[Mention]) -> tuple[list[Group], Evidence]:
        """Give the names that are decided and what speaks for their candidates, before it is weighed.

        Parameters
        ----------
        document
            The document that the mentions are of.
        mentions
            Its mentions, in order.

        Raises
        ------
        ConfigurationError
            When the gazetteer does not know where the document was published.
        """
        groups = group_mentions(document, mentions)
        if document.published_in:
            groups.append(read_published(self._gazetteer, document.published_in))
        demonyms = [self._demonym_row(m, document.language) for m in mentions if m.kind == "demonym"]
        return groups, gather_evidence(
            self._gazetteer,
            gather_candidates(self._gazetteer, groups),
            groups,
            language=document.language,
            demonym_rows=[row for row in demonyms if row is not None],
        )

    def _decide(self, groups: Sequence[Group], evidence: Evidence, mentions: Sequence[Mention]) -> list[Place]:
        candidates = evidence.candidates
        belief = believe(evidence, self._weights)
        tops = evidence.surroundings.neighbours.tops(belief.belief)
        top_rows = dict(zip(candidates.groups.tolist(), candidates.row[tops].tolist(), strict=True))
        order = {number: at for at, number in enumerate(candidates.groups.tolist())}
        places: list[Place] = []
        for number, group in enumerate(groups):
            if group.published:
                continue
            mention = mentions[group.mentions[0]]
            if number not in order:
                places.append(_not_found(mention, group))
                continue
            start = int(candidates.starts[order[number]])
            part = slice(start, start + int(candidates.sizes[order[number]]))
            beside = range(number - 3, number + 4)
            grounds = Grounds(
                group=group,
                contained=candidates.contained[part],
                near=belief.near[part],
                neighbours=tuple(top_rows[o] for o in beside if o in top_rows and o != number),
                contradicted=bool(evidence.none[_CONTRADICTED, order[number]]),
            )
            places.append(self._choose(mention, candidates, belief, part, grounds))
        return places

    def _choose(self, mention: Mention, candidates: Candidates, belief: Belief, part: slice, grounds: Grounds) -> Place:
        """Choose among the candidates of one name."""
        rows, beliefs = candidates.row[part], belief.belief[part]
        best = int(np.argmax(beliefs))
        same = self._same_spot(candidates, part, best)
        share, rival, none_of_these = _shares(beliefs, same)
        confidence = measure_confidence(self._weights, share, max(rival, none_of_these), len(rows))
        limit = _NOT_FOUND_THERE if grounds.contradicted else _NOT_FOUND
        even = rival > _EVEN * share and bool(candidates.won[part].any())
        if none_of_these > limit or confidence < _AMBIGUOUS or even:
            everything = self._alternatives(rows, beliefs, np.ones(len(rows), dtype=bool))
            many = len(rows) >= _MANY and not grounds.contradicted
            if none_of_these > max(share, 0.5) and not many:
                reason = Said("no place of this name in the gazetteer fits the text ({n} known elsewhere)", n=len(rows))
                return Place(
                    mention=mention, status="not found", name=mention.name, alternatives=everything, reason=reason
                )
            return Place(
                mention=mention,
                status="ambiguous",
                name=mention.name,
                confidence=round(confidence, 3),
                alternatives=everything,
                reason=_undecided(len(rows)),
            )
        others = self._alternatives(rows, beliefs, ~same)
        best = self._town_first(rows, beliefs, best, same) if not grounds.group.feature else best
        reason = explain(self._gazetteer, rows, best, grounds)
        return self._resolved(mention, int(rows[best]), confidence, others, reason)

    def weigh(self, candidates: Candidates, belief: Belief, at: int) -> tuple[int, float, float, int]:
        """Give what the confidence in the choice for one name rests on.

        Parameters
        ----------
        candidates
            Those of all names.
        belief
            What is believed of them.
        at
            The place of the name among those that have candidates.

        Returns
        -------
        tuple
            The index of the best candidate in its group, the belief in its spot, in the best other one or none, and
            the number of candidates.
        """
        start = int(candidates.starts[at])
        part = slice(start, start + int(candidates.sizes[at]))
        beliefs = belief.belief[part]
        best = int(np.argmax(beliefs))
        share, rival, none_of_these = _shares(beliefs, self._same_spot(candidates, part, best))
        return best, share, max(rival, none_of_these), len(beliefs)

    def _same_spot(self, candidates: Candidates, part: slice, best: int) -> Bools:
        """Say which candidates are of one spot with the best (a town, its district), and count as one place."""
        if part.stop - part.start == 1:
            return np.ones(1, dtype=bool)
        lon, lat = candidates.lon[part], candidates.lat[part]
        rows, above = candidates.row[part], candidates.above[:, part]
        east = np.abs((lon - lon[best] + 180.0) % 360.0 - 180.0)
        near = (east < _SAME_PLACE_DEG) & (np.abs(lat - lat[best]) < _SAME_PLACE_DEG)
        lineage = (above == rows[best]).any(axis=0) | (rows[:, None] == above[:, best]).any(axis=1)
        areas = self._gazetteer.feature_code[rows] != _COUNTRY
        lineage = lineage & areas & areas[best]
        lineage[best] = True
        return np.asarray(near | lineage)

    def _town_first(self, rows: Ints, beliefs: Floats, best: int, same: Bools) -> int:
        """Give the town rather than the area of its name, unless the text says which; of a region only its like."""
        kind = self._gazetteer.feature(int(rows[best]))
        if kind not in {"admin1", "admin2", "admin3"}:
            return best
        least = beliefs[best] * _TOWN_BESIDE_REGION if kind == "admin1" else 0.0
        towns = [
            i
            for i in np.flatnonzero(same & (beliefs >= least))
            if self._gazetteer.feature(int(rows[i])) == "populated place"
        ]
        return int(max(towns, key=lambda i: beliefs[i], default=best))

    def _alternatives(self, rows: Ints, beliefs: Floats, keep: Bools) -> tuple[Alternative, ...]:
        if not keep.any():
            return ()
        order: Ints = np.argsort(-beliefs, kind="stable")
        chosen = [int(i) for i in order if keep[i] and beliefs[i] >= _LEAST_SCORE][:_MOST_ALTERNATIVES]
        return tuple(describe_row(self._gazetteer, int(rows[i]), score=float(beliefs[i])) for i in chosen)

    def _resolved(
        self, mention: Mention, row: int, confidence: float, others: tuple[Alternative, ...], reason: str
    ) -> Place:
        place = place_at_row(self._gazetteer, row, mention, confidence=confidence, reason=reason)
        return replace(place, alternatives=others)

    def _demonym_row(self, mention: Mention, language: str) -> int | None:
        folded = fold(mention.name)
        own = self._gazetteer.postings(demonym_key(language, folded))
        postings = own if len(own) else self._gazetteer.postings(folded)
        rows = [int(p & ROW_MASK) for p in postings if p >> KIND_SHIFT == _DEMONYM]
        return max(rows, key=lambda row: int(self._gazetteer.population[row]), default=None)

    def _demonym_place(self, mention: Mention, row: int | None) -> Place:
        if row is None:
            unknown = Said("no country has this demonym")
            return Place(mention=mention, status="not found", name=mention.text, reason=unknown)
        reason = Said("the people or things of {country}", country=name_row(self._gazetteer, row))
        return self._resolved(mention, row, _DEMONYM_CONFIDENCE, (), reason)


def _shares(beliefs: Floats, same: Bools) -> tuple[float, float, float]:
    """Give the belief in the chosen spot, in the best candidate elsewhere, and in none of them."""
    return float(beliefs[same].sum()), float(beliefs[~same].max(initial=0.0)), 1.0 - float(beliefs.sum())


def _undecided(count: int) -> Said:
    if count == 1:
        return Said("one place bears this name, and the text does not tell whether it is meant")
    return Said("{n} places bear this name, and the text does not tell which is meant", n=count)


def _not_found(mention: Mention, group: Group) -> Place:
    reason = Said("the gazetteer holds no place of this name")
    if group.hints:
        reason = Said("the gazetteer holds no place of this name in {regions}", regions=group.hints)
    return Place(mention=mention, status="not found", name=mention.text, reason=reason)
