"""Deciding all names of a document together: each candidate is judged by what the others probably are.

The method is a few rounds of mean-field updates: belief in each candidate is a softmax of its score over those of its
name and "none of these", and the score takes from the belief in the other names' candidates how much of the document
lies in the same country, region and county, how many names have a place nearby, and where the neighbours in the text
lie. Before the first round stands a flattened belief, in which the famous are only a little ahead. Cost is linear in
the number of candidates, but for sorting them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.gazetteer import Gazetteer
from geo.resolve.candidates import Candidates
from geo.resolve.groups import Group
from geo.resolve.lookup import Floats
from geo.resolve.signs import none_signs, own_signs
from geo.resolve.surroundings import DOCUMENT_SIGNS, Surroundings
from geo.resolve.weights import ResolverWeights

__all__ = ["Belief", "Evidence", "believe", "gather_evidence"]

_ROUNDS = 4
# A round that moves no belief by more than this is the last.
_SETTLED = 0.002
_FLATTENED = 0.5
_NEAR = DOCUMENT_SIGNS.index("near a neighbour, 150 km")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for the candidates of a document's names, before it is weighed.

    Parameters
    ----------
    candidates
        Those of all names.
    own
        Shape (signs, n): as of :func:`geo.resolve.signs.own_signs`.
    none
        Shape (signs, groups): as of :func:`geo.resolve.signs.none_signs`.
    surroundings
        How they lie to each other.
    """

    candidates: Candidates
    own: Floats
    none: Floats
    surroundings: Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What is believed of each candidate.

    Parameters
    ----------
    belief
        Shape (n,): 0 to 1; what a name's candidates lack to 1 is the belief that it is none of them.
    first
        Shape (signs, n): the signs taken from the flattened first belief.
    document
        Shape (signs, n): the signs that the last round took from the round before.
    """

    belief: Floats
    first: Floats
    document: Floats

    @property
    def near(self) -> Floats:
        """Shape (n,): how near the neighbours in the text lie, 1 beside it, 0 far away."""
        return np.asarray(self.document[_NEAR])


def gather_evidence(
    gazetteer: Gazetteer,
    candidates: Candidates,
    groups: Sequence[Group],
    *,
    language: str = "en",
    demonym_rows: Sequence[int] = (),
) -> Evidence:
    """Gather what speaks for each candidate.

    Parameters
    ----------
    gazetteer
        Where the candidates come from.
    candidates
        The candidates of all names; at least one.
    groups
        The names.
    language
        The document's, BCP 47.
    demonym_rows
        Rows of the countries that demonyms of the document point to, one a mention.
    """
    return Evidence(
        candidates=candidates,
        own=own_signs(gazetteer, candidates, groups, language),
        none=none_signs(gazetteer, candidates, groups),
        surroundings=Surroundings(gazetteer, candidates, groups, demonym_rows),
    )


def _softmax(scores: Floats, none_of_these: Floats, candidates: Candidates) -> Floats:
    starts, sizes = candidates.starts, candidates.sizes
    best = np.maximum(np.maximum.reduceat(scores, starts), none_of_these)
    odds = np.exp(scores - np.repeat(best, sizes))
    total = np.add.reduceat(odds, starts) + np.exp(none_of_these - best)
    return np.asarray(odds / np.repeat(total, sizes))


def believe(evidence: Evidence, weights: ResolverWeights) -> Belief:
    """Give the belief in each candidate once all names of the document are taken together."""
    candidates, around = evidence.candidates, evidence.surroundings
    prior = weights.own @ evidence.own
    nothing = np.full(len(candidates.starts), -np.inf)
    first = around.first_signs(_softmax(prior * _FLATTENED, nothing, candidates))
    fixed = prior + weights.first @ first
    none = weights.none @ evidence.none
    if candidates.won.any():
        # Whoever brings a gazetteer of places means them.
        none = np.where(np.logical_or.reduceat(candidates.won, candidates.starts), -np.inf, none)
    belief = _softmax(fixed, none, candidates)
    document = np.zeros((len(DOCUMENT_SIGNS), len(belief)))
    for _ in range(_ROUNDS):
        before, document = belief, around.signs(belief)
        belief = _softmax(fixed + weights.document @ document, none, candidates)
        if np.abs(belief - before).max(initial=0.0) < _SETTLED:
            break
    return Belief(belief=belief, first=first, document=document)
