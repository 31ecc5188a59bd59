"""Learning what the recognizer weighs with: a logistic regression over signs, then boosted trees over its result."""

import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.build.learn.spans import TaughtReport, teach
from geo.evaluate.gold import Corpus
from geo.recognize.document_signs import read_document_signs
from geo.recognize.learned import RecognizerWeights, Trees, lay_out_signs, weigh_signs

__all__ = ["learn_recognizer", "write_recognizer"]

Floats = npt.NDArray[np.float64]

# A word beside a name counts as a sign of its own when the reports have it so often.
_FEWEST_USES = 10
_FEWEST_USES_IN_TREES = 30
_REGULARIZATION = 0.3
_FOLDS = 5
_TREES = {"iterations": 400, "depth": 5, "learning_rate": 0.05, "l2_leaf_reg": 5, "border_count": 64}
_DIGITS = 4
# Reports that were not learned from lose more names than they gain false ones: a name is a place from 40 % on.
_THRESHOLD = -0.4


def learn_recognizer(corpora: Sequence[Corpus]) -> RecognizerWeights:
    """Learn the recognizer's weights from marked reports.

    Parameters
    ----------
    corpora
        Reports with gold.

    Returns
    -------
    RecognizerWeights
        The same for the same reports.
    """
    reports = [teach(document) for corpus in corpora for document in corpus.documents]
    first = _learn_signs(reports)
    columns = _choose_columns(reports)
    # The trees must see the first reading as it is on reports that it has not learned from.
    values, answers = [], []
    for fold in range(_FOLDS):
        other = _learn_signs([one for number, one in enumerate(reports) if number % _FOLDS != fold])
        for one in reports[fold::_FOLDS]:
            values.append(_see(one, other, columns))
            answers.append(one.answers)
    known = np.concatenate(answers)
    told = known >= 0
    trees = _grow_trees(np.vstack(values)[told], known[told])
    return RecognizerWeights(weights=first, columns=columns, trees=trees, threshold=_THRESHOLD)


def _learn_signs(reports: Sequence[TaughtReport]) -> dict[str, float]:
    signs = [one for report in reports for one, answer in zip(report.signs, report.answers, strict=True) if answer >= 0]
    answers = np.concatenate([report.answers for report in reports])
    uses = Counter(name for one in signs for name in one)
    kept = [{name: value for name, value in one.items() if uses[name] >= _FEWEST_USES} for one in signs]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_REGULARIZATION, fit_intercept=False, max_iter=3000, tol=1e-6)
    model.fit(vectorizer.fit_transform(kept), answers[answers >= 0])
    pairs = zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].round(_DIGITS).tolist(), strict=True)
    return {name: weight for name, weight in pairs if weight}


def _choose_columns(reports: Sequence[TaughtReport]) -> tuple[str, ...]:
    """Give the signs that the trees see: those that hold no word of the text."""
    uses = Counter(name for report in reports for one in report.signs for name in one if ":" not in name)
    return tuple(sorted(name for name, count in uses.items() if count >= _FEWEST_USES_IN_TREES))


def _see(report: TaughtReport, first: Mapping[str, float], columns: Sequence[str]) -> Floats:
    document = read_document_signs(report.scene, report.spans, report.signs, weigh_signs(report.signs, first))
    return lay_out_signs(report.signs, document, {name: place for place, name in enumerate(columns)})


def _grow_trees(values: Floats, answers: npt.NDArray[np.int64]) -> Trees:
    model = CatBoostClassifier(**_TREES, random_seed=1, thread_count=1, verbose=False, allow_writing_files=False)
    model.fit(values, answers)
    return _read_trees(model)


def _read_trees(model: CatBoostClassifier) -> Trees:
    """Give CatBoost's trees as numbers, each filled up to the same depth with questions that are answered no."""
    record = _export(model)
    depth = _TREES["depth"]
    columns, borders, leaves = [], [], []
    for tree in record["oblivious_trees"]:
        splits = tree["splits"] or []
        missing = int(depth) - len(splits)
        columns.append([split["float_feature_index"] for split in splits] + [0] * missing)
        borders.append([round(split["border"], 6) for split in splits] + [1e9] * missing)
        leaves.append(list(np.round(tree["leaf_values"], _DIGITS)) * (1 << missing))
    scale, (bias,) = record["scale_and_bias"]
    return Trees(
        columns=np.array(columns),
        borders=np.array(borders, dtype=np.float64),
        leaves=np.array(leaves, dtype=np.float64) * scale,
        bias=round(float(bias), _DIGITS),
    )


def _export(model: CatBoostClassifier) -> dict[str, Any]:
    # CatBoost gives its trees only by way of a file.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def write_recognizer(weights: RecognizerWeights, path: Path) -> None:
    """Write weights as JSON, the same bytes for the same weights."""
    path.parent.mkdir(parents=True, exist_ok=True)
    record = json.dumps(weights.as_record(), ensure_ascii=False, separators=(",", ":"))
    path.write_text(record + "\n", encoding="utf-8")
