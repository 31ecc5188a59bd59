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
from geo.resolve.candidates import Candidates, Floats, Ints, gather_candidates
from geo.resolve.coherence import believe
from geo.resolve.describe import chain_of, describe_row
from geo.resolve.explain import Grounds, explain
from geo.resolve.groups import Group, group_mentions
from geo.resolve.place import Alternative, Place

__all__ = ["GazetteerResolver"]

_DEMONYM = NAME_KINDS.index("demonym")
_COUNTRY = FEATURES.index("country")
_SAME_PLACE_DEG = 0.35
_AMBIGUOUS = 0.45
_MOST_ALTERNATIVES = 5
_LEAST_SCORE = 0.001
_DEMONYM_CONFIDENCE = 0.95


class GazetteerResolver:
    """Decides which place of a gazetteer each mention means, all mentions of a document together.

    Parameters
    ----------
    gazetteer
        The places to choose from.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> document = Document(text="Lima, Peru", name="brief.txt")
    >>> lima = Mention(start=0, end=4, text="Lima", kind="place")
    >>> peru = Mention(start=6, end=10, text="Peru", kind="place")
    >>> [place.country for place in GazetteerResolver(open_gazetteer()).resolve(document, [lima, peru])]
    ['PE', 'PE']
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Choose among the places of a gazetteer."""
        self._gazetteer = gazetteer

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> list[Place]:
        """Give the place of each mention, in the same order."""
        groups = group_mentions(document, mentions)
        demonyms = {i: self._demonym_row(m, document.language) for i, m in enumerate(mentions) if m.kind == "demonym"}
        candidates = gather_candidates(self._gazetteer, groups)
        rows = [row for row in demonyms.values() if row is not None]
        belief, near = believe(self._gazetteer, candidates, groups, rows)
        places: dict[int, Place] = {i: self._demonym_place(mentions[i], row) for i, row in demonyms.items()}
        decided = self._decide(groups, candidates, belief, near, mentions)
        for group, template in zip(groups, decided, strict=True):
            for index in group.mentions:
                confidence = round(template.confidence * mentions[index].confidence, 3)
                places[index] = replace(template, mention=mentions[index], confidence=confidence)
        return [places[index] for index in range(len(mentions))]

    def _decide(
        self,
        groups: Sequence[Group],
        candidates: Candidates,
        belief: Floats,
        near: Floats,
        mentions: Sequence[Mention],
    ) -> list[Place]:
        stops = np.append(candidates.starts, len(candidates.row))[1:]
        spans = dict(zip(candidates.groups.tolist(), zip(candidates.starts, stops, strict=True), strict=True))
        tops = {
            number: int(candidates.row[start + int(np.argmax(belief[start:stop]))])
            for number, (start, stop) in spans.items()
        }
        places: list[Place] = []
        for number, group in enumerate(groups):
            mention = mentions[group.mentions[0]]
            if number not in spans:
                places.append(_not_found(mention, group))
                continue
            start, stop = spans[number]
            part = slice(int(start), int(stop))
            places.append(
                self._choose(
                    mention,
                    candidates,
                    belief,
                    part,
                    Grounds(
                        group=group,
                        contained=candidates.contained[part],
                        near=near[part],
                        neighbours=tuple(tops[o] for o in range(number - 3, number + 4) if o in tops and o != number),
                    ),
                )
            )
        return places

    def _choose(self, mention: Mention, candidates: Candidates, belief: Floats, part: slice, grounds: Grounds) -> Place:
        """Choose among the candidates of one name; those of one spot (a town, its district) count as one place."""
        rows, beliefs = candidates.row[part], belief[part]
        best = int(np.argmax(beliefs))
        same = self._same_spot(candidates, part, best)
        confidence = float(beliefs[same].sum())
        none_of_these = 1.0 - float(beliefs.sum())
        others = self._alternatives(candidates, beliefs, part, ~same)
        best = self._town_first(rows, beliefs, best, same) if not grounds.group.feature else best
        if none_of_these > confidence and none_of_these > _AMBIGUOUS:
            reason = f"no place of this name in the gazetteer fits the text ({len(rows)} known elsewhere)"
            kept = self._alternatives(candidates, beliefs, part, np.ones(len(rows), dtype=bool))
            return Place(mention=mention, status="not found", name=mention.name, alternatives=kept, reason=reason)
        if confidence < _AMBIGUOUS:
            contenders = self._alternatives(candidates, beliefs, part, np.ones(len(rows), dtype=bool))
            reason = f"{len(rows)} places bear this name, and the text does not tell which is meant"
            return Place(
                mention=mention,
                status="ambiguous",
                name=mention.name,
                confidence=round(confidence, 3),
                alternatives=contenders,
                reason=reason,
            )
        return self._resolved(
            mention, int(rows[best]), confidence, others, explain(self._gazetteer, rows, best, grounds)
        )

    def _same_spot(
        self, candidates: Candidates, part: slice, best: int
    ) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        gazetteer = self._gazetteer
        lon, lat = candidates.lon[part], candidates.lat[part]
        east = np.abs((lon - lon[best] + 180.0) % 360.0 - 180.0)
        near = (east < _SAME_PLACE_DEG) & (np.abs(lat - lat[best]) < _SAME_PLACE_DEG)
        rows = candidates.row[part]
        chosen = int(rows[best])
        lineage = np.array(
            [int(row) in gazetteer.admin_rows(chosen) or chosen in gazetteer.admin_rows(int(row)) for row in rows]
        )
        areas = gazetteer.feature_code[rows] != _COUNTRY
        return np.asarray(near | (lineage & areas & areas[best]))

    def _town_first(
        self, rows: Ints, beliefs: Floats, best: int, same: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
    ) -> int:
        """Give the town rather than the district or province of its name, unless the text says which."""
        if self._gazetteer.feature(int(rows[best])) not in {"admin2", "admin3"}:
            return best
        towns = [i for i in np.flatnonzero(same) if self._gazetteer.feature(int(rows[i])) == "populated place"]
        return int(max(towns, key=lambda i: beliefs[i], default=best))

    def _alternatives(
        self, candidates: Candidates, beliefs: Floats, part: slice, keep: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
    ) -> tuple[Alternative, ...]:
        order: Ints = np.argsort(-beliefs, kind="stable")
        chosen = [int(i) for i in order if keep[i] and beliefs[i] >= _LEAST_SCORE][:_MOST_ALTERNATIVES]
        return tuple(
            describe_row(self._gazetteer, int(candidates.row[part][i]), score=float(beliefs[i])) for i in chosen
        )

    def _resolved(
        self, mention: Mention, row: int, confidence: float, others: tuple[Alternative, ...], reason: str
    ) -> Place:
        gazetteer = self._gazetteer
        return Place(
            mention=mention,
            status="resolved",
            name=gazetteer.name(row),
            lonlat=gazetteer.lonlat(row),
            feature=gazetteer.feature(row),
            country=gazetteer.country(row),
            admin=chain_of(gazetteer, row),
            id=gazetteer.place_id(row),
            source=gazetteer.source(row),
            confidence=round(confidence, 3),
            alternatives=others,
            reason=reason,
        )

    def _demonym_row(self, mention: Mention, language: str) -> int | None:
        folded = fold(mention.name)
        own = self._gazetteer.postings(demonym_key(language, folded))
        postings = own if len(own) else self._gazetteer.postings(folded)
        rows = [int(p & ROW_MASK) for p in postings if p >> KIND_SHIFT == _DEMONYM]
        return max(rows, key=lambda row: int(self._gazetteer.population[row]), default=None)

    def _demonym_place(self, mention: Mention, row: int | None) -> Place:
        if row is None:
            return Place(mention=mention, status="not found", name=mention.text, reason="no country has this demonym")
        reason = f"the people or things of {self._gazetteer.name(row)}"
        return self._resolved(mention, row, _DEMONYM_CONFIDENCE, (), reason)


def _not_found(mention: Mention, group: Group) -> Place:
    where = f" in {', '.join(group.hints)}" if group.hints else ""
    reason = f"the gazetteer holds no place of this name{where}"
    return Place(mention=mention, status="not found", name=mention.text, reason=reason)
