"""The numbers that the recognizer weighs with, learned from marked reports: how they lie on disk, how they are applied.

They are read twice. First each span is weighed by the signs around it, a logistic regression: a sum over its signs.
Then the result goes, with what the rest of the document says, through boosted trees of equal depth whose every level
asks one question of all spans (oblivious trees; Prokhorenkova et al., "CatBoost: unbiased boosting with categorical
features", 2018, https://arxiv.org/abs/1706.09516). ``data/build/learn`` learns both.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geo.errors import GazetteerError
from geo.recognize.document_signs import DOCUMENT_SIGNS
from geo.resources import data_path

__all__ = ["RecognizerWeights", "Trees", "lay_out_signs", "open_weights", "read_weights", "weigh_signs"]

Floats = npt.NDArray[np.float64]

# Spans that are weighed at once, so that memory stays bounded.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Oblivious trees, each of the same depth.

    Parameters
    ----------
    columns
        Shape (trees, depth): the column that each level asks about.
    borders
        Shape (trees, depth): the value above which the answer is yes.
    leaves
        Shape (trees, 2 ** depth): what each leaf adds to the log-odds; the first level is the lowest bit.
    bias
        What is added to the sum.
    """

    columns: npt.NDArray[np.int64]
    borders: Floats
    leaves: Floats
    bias: float

    def weigh(self, values: Floats) -> Floats:
        """Give the log-odds of each row of values, shape (spans, columns)."""
        parts = [self._weigh_some(values[at : at + _AT_ONCE]) for at in range(0, len(values), _AT_ONCE)]
        return np.concatenate(parts or [np.zeros(0)]) + self.bias

    def _weigh_some(self, values: Floats) -> Floats:
        bits = 1 << np.arange(self.columns.shape[1])
        # Columns first: the values of one column lie side by side.
        yes = values.T[self.columns] > self.borders[:, :, None]
        leaf = np.einsum("tds,d->ts", yes, bits)
        return np.asarray(np.take_along_axis(self.leaves, leaf, axis=1).sum(axis=0))


def weigh_signs(signs: Iterable[Mapping[str, float]], weights: Mapping[str, float]) -> Floats:
    """Give the sum of the weights of each span's signs, each times its strength: the first reading."""
    return np.array([sum([weights.get(name, 0.0) * value for name, value in one.items()]) for one in signs])


def lay_out_signs(signs: Sequence[Mapping[str, float]], document_signs: Floats, places: Mapping[str, int]) -> Floats:
    """Give what the trees see, a row a span: the document's signs, then its own in their places.

    Parameters
    ----------
    signs
        The signs around each span.
    document_signs
        Shape (spans, signs): those of the document.
    places
        The column of each sign that the trees see, counted from the first behind those of the document.
    """
    before = document_signs.shape[1]
    values = np.zeros((len(signs), before + len(places)))
    values[:, :before] = document_signs
    columns, strengths, counts = list[int](), list[float](), list[int]()
    for one in signs:
        there = [name for name in one if name in places]
        columns += [places[name] for name in there]
        strengths += [one[name] for name in there]
        counts.append(len(there))
    rows = np.repeat(np.arange(len(signs)), counts)
    values[rows, before + np.array(columns, dtype=np.int64)] = strengths
    return values


@dataclass(frozen=True, kw_only=True)
class RecognizerWeights:
    """What the recognizer has learned.

    Parameters
    ----------
    weights
        What each sign around a span adds to its log-odds; a sign that is not listed adds nothing.
    columns
        The signs that the trees see besides those of the document, in order.
    trees
        The second reading.
    threshold
        The log-odds above which a span is a place.
    """

    weights: Mapping[str, float]
    columns: Sequence[str]
    trees: Trees
    threshold: float = 0.0

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.columns)}

    def weigh_signs(self, signs: Iterable[Mapping[str, float]]) -> Floats:
        """Give the log-odds of each span by its own signs."""
        return weigh_signs(signs, self.weights)

    def weigh_all(self, signs: Sequence[Mapping[str, float]], document_signs: Floats) -> Floats:
        """Give the log-odds of each span by its own signs and those of the document, shape (spans, signs)."""
        return self.trees.weigh(lay_out_signs(signs, document_signs, self._places))

    def as_record(self) -> dict[str, Any]:
        """Give the numbers as they are written to JSON."""
        return {
            "weights": dict(sorted(self.weights.items())),
            "columns": list(self.columns),
            "document signs": list(DOCUMENT_SIGNS),
            "threshold": self.threshold,
            "trees": {
                "columns": self.trees.columns.tolist(),
                "borders": self.trees.borders.tolist(),
                "leaves": self.trees.leaves.tolist(),
                "bias": self.trees.bias,
            },
        }


def read_weights(path: Path) -> RecognizerWeights:
    """Read what the recognizer has learned.

    Parameters
    ----------
    path
        A file that ``python -m data.build.learn`` wrote.

    Returns
    -------
    RecognizerWeights
        Ready to weigh.

    Raises
    ------
    GazetteerError
        When the file is missing or broken.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        trees = record["trees"]
        weights = RecognizerWeights(
            weights={str(name): float(weight) for name, weight in record["weights"].items()},
            columns=tuple(map(str, record["columns"])),
            threshold=float(record["threshold"]),
            trees=Trees(
                columns=np.array(trees["columns"], dtype=np.int64),
                borders=np.array(trees["borders"], dtype=np.float64),
                leaves=np.array(trees["leaves"], dtype=np.float64),
                bias=float(trees["bias"]),
            ),
        )
        _check(weights, record["document signs"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        message = f"the learned numbers in {path} cannot be read ({error}): install dateline again, or run 'make learn'"
        raise GazetteerError(message) from error
    return weights


def _check(weights: RecognizerWeights, document_signs: Sequence[str]) -> None:
    trees = weights.trees
    count = len(trees.columns)
    fit = trees.columns.ndim == 2 and trees.borders.shape == trees.columns.shape  # noqa: PLR2004 - rows and columns
    if not count or not fit or trees.leaves.shape != (count, 1 << trees.columns.shape[1]):
        message = "its trees are not of one depth"
        raise ValueError(message)
    if tuple(document_signs) != DOCUMENT_SIGNS:
        message = "it was learned with other signs of the document than this version reads"
        raise ValueError(message)
    if trees.columns.min() < 0 or trees.columns.max() >= len(DOCUMENT_SIGNS) + len(weights.columns):
        message = "its trees ask of a column that is not there"
        raise ValueError(message)


@cache
def open_weights() -> RecognizerWeights:
    """Give the weights that ship with Dateline, read once in a process."""
    return read_weights(data_path("learned") / "recognizer.json")
