"""How probably the chosen place is right: a logistic curve over the belief in it, learned on held-out answers."""

import math

from geo.resolve.weights import ResolverWeights

__all__ = ["confidence_signs", "measure_confidence"]

_LEAST = 1e-4


def confidence_signs(belief: float, rival: float, candidates: int) -> tuple[float, ...]:
    """Give the signs that an answer is right, in the order of :data:`geo.resolve.weights.CONFIDENCE_SIGNS`.

    Parameters
    ----------
    belief
        The belief in the chosen place, 0 to 1.
    rival
        The belief in the best other one, or in none of them where that is more.
    candidates
        How many candidates there were.

    Examples
    --------
    >>> [round(sign, 2) for sign in confidence_signs(0.75, 0.2, 3)]
    [1.0, 1.1, 1.1, 1.1, 0.0, 0.0]
    """
    sure = min(max(belief, _LEAST), 1.0 - _LEAST)
    odds = math.log(sure / (1.0 - sure))
    return (1.0, odds, max(odds, 0.0), math.log(candidates), float(candidates == 1), float(rival * 2.0 > sure))


def measure_confidence(weights: ResolverWeights, belief: float, rival: float, candidates: int) -> float:
    """Give the probability that a choice is right, 0 to 1; the parameters are those of :func:`confidence_signs`."""
    score = sum(map(float.__mul__, weights.sure, confidence_signs(belief, rival, candidates)))
    return 1.0 / (1.0 + math.exp(-score))
