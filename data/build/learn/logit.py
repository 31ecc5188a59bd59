"""Fitting: a choice among the candidates of a name or none of them, and a yes or no; by Newton's method.

The choice is a conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", in Zarembka
(ed.), *Frontiers in Econometrics*, 1973). Several candidates may be right, so what is maximised is the logarithm of the
sum of their probabilities, less a ridge penalty.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Choices", "fit_choices", "fit_logistic", "measure_fit"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_STEPS = 12
_ENOUGH = 1e-7
_SMALL_GAIN = 1e-5


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Names and their candidates, a row each, the option "none of these" among them.

    Parameters
    ----------
    signs
        Shape (n, k).
    starts
        Shape (groups,): where the options of each name begin.
    right
        Shape (n,): whether an option is right; each name has one that is.
    weight
        Shape (groups,): how much each name counts.
    """

    signs: Floats
    starts: Ints
    right: npt.NDArray[np.bool_]
    weight: Floats


def _softmax(scores: Floats, starts: Ints, sizes: Ints) -> tuple[Floats, Floats]:
    """Give the share of each option and the logarithm of the total of each group."""
    best = np.maximum.reduceat(scores, starts)
    odds = np.exp(scores - np.repeat(best, sizes))
    total = np.add.reduceat(odds, starts)
    return odds / np.repeat(total, sizes), np.log(total) + best


def _likelihood(beta: Floats, choices: Choices, sizes: Ints, ridge: Floats) -> tuple[float, Floats, Floats]:
    """Give the penalised log-likelihood, and the shares of each option before and after what is right is known."""
    scores = choices.signs @ beta
    share, total = _softmax(scores, choices.starts, sizes)
    known, right = _softmax(np.where(choices.right, scores, -1e9), choices.starts, sizes)
    value = float((choices.weight * (right - total)).sum() - 0.5 * (ridge * beta * beta).sum())
    return value, share, known


def measure_fit(choices: Choices, scores: Floats) -> float:
    """Give the log-likelihood of what is right for scores of the options, shape (n,)."""
    sizes = np.diff(np.append(choices.starts, len(scores)))
    right = _softmax(np.where(choices.right, scores, -1e9), choices.starts, sizes)[1]
    return float((choices.weight * (right - _softmax(scores, choices.starts, sizes)[1])).sum())


def fit_choices(
    choices: Choices,
    *,
    ridge: float,
    start: Floats | None = None,
    least: Floats | None = None,
) -> Floats:
    """Give the weight of each sign, shape (k,), that makes what is right most probable.

    Parameters
    ----------
    choices
        What to learn from.
    ridge
        How strongly the weights are held near 0, in names, for signs scaled to a spread of 1.
    start
        Where to begin; None for 0, or for the least where that is more.
    least
        Shape (k,): the least that each weight may be, minus infinity for any; None for any. A projected Newton step
        does it: Bertsekas, "Projected Newton methods for optimization problems with simple constraints", *SIAM
        Journal on Control and Optimization* 20 (1982).
    """
    floor = np.full(choices.signs.shape[1], -np.inf) if least is None else least
    sizes = np.diff(np.append(choices.starts, len(choices.signs)))
    weight = np.repeat(choices.weight, sizes)
    spread = choices.signs.std(axis=0)
    penalty = ridge * np.where(spread > 0, spread, 1.0) ** 2
    beta = np.maximum(np.zeros(len(floor)) if start is None else start, floor)
    value, share, known = _likelihood(beta, choices, sizes, penalty)
    for _ in range(_STEPS):
        slope = choices.signs.T @ (weight * (known - share)) - penalty * beta
        mean = np.add.reduceat(choices.signs * share[:, None], choices.starts)
        weighted = choices.signs * (weight * share)[:, None]
        curve = choices.signs.T @ weighted - (mean * choices.weight[:, None]).T @ mean + np.diag(penalty + 1e-9)
        free = ~((beta <= floor) & (slope <= 0))
        step, length = np.zeros_like(beta), 1.0
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        while True:
            there = np.maximum(beta + length * step, floor)
            found = _likelihood(there, choices, sizes, penalty)
            if found[0] >= value or length < _ENOUGH:
                break
            length /= 2
        gain = found[0] - value
        beta, (value, share, known) = there, found
        if gain < _SMALL_GAIN * max(1.0, abs(value)):
            break
    return beta


def fit_logistic(signs: Floats, is_right: npt.NDArray[np.bool_], weight: Floats, *, ridge: float) -> Floats:
    """Give the weight of each sign, shape (k,), that makes the right answers probable and the wrong ones not.

    Parameters
    ----------
    signs
        Shape (k, n).
    is_right
        Shape (n,).
    weight
        Shape (n,): how much each answer counts.
    ridge
        How strongly the weights are held near 0, in answers.
    """
    options = np.zeros((2 * len(is_right), len(signs)))
    options[::2] = signs.T
    right = np.empty(2 * len(is_right), dtype=bool)
    right[::2], right[1::2] = is_right, ~is_right
    starts = np.arange(0, len(right), 2)
    return fit_choices(Choices(signs=options, starts=starts, right=right, weight=weight), ridge=ridge)
