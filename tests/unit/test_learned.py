import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.recognize.document_signs import DOCUMENT_SIGNS
from geo.recognize.learned import RecognizerWeights, Trees, open_weights, read_weights

NUMBERS = st.integers(min_value=-3, max_value=3).map(float)


@st.composite
def grow_trees(draw, width):
    """Draw oblivious trees over so many columns."""
    depth, size = draw(st.integers(1, 4)), draw(st.integers(1, 5))

    def rows(values, length):
        return draw(st.lists(st.lists(values, min_size=length, max_size=length), min_size=size, max_size=size))

    return Trees(
        columns=np.array(rows(st.integers(0, width - 1), depth)),
        borders=np.array(rows(NUMBERS, depth)),
        leaves=np.array(rows(NUMBERS, 2**depth)),
        bias=draw(NUMBERS),
    )


def climb(trees, values):
    """Weigh one span with plain Python: answer each level's question, take the leaf, add."""
    total = trees.bias
    for columns, borders, leaves in zip(
        trees.columns.tolist(), trees.borders.tolist(), trees.leaves.tolist(), strict=True
    ):
        leaf = 0
        for level, (column, border) in enumerate(zip(columns, borders, strict=True)):
            if values[column] > border:
                leaf += 2**level
        total += leaves[leaf]
    return total


@given(data=st.data(), width=st.integers(1, 6))
def test_trees_weigh_as_one_would_by_hand(data, width):
    trees = data.draw(grow_trees(width))
    spans = data.draw(st.lists(st.lists(NUMBERS, min_size=width, max_size=width), max_size=5))
    weighed = trees.weigh(np.array(spans, dtype=float).reshape(len(spans), width))
    assert weighed.tolist() == [climb(trees, values) for values in spans]


@pytest.mark.parametrize(
    ("values", "log_odds"), [((0, 0), 1.5), ((1, 0), 2.5), ((0, 1), 4.5), ((1, 1), 8.5), ((0.5, 0), 1.5)]
)
def test_the_first_level_is_the_lowest_bit_and_a_border_itself_is_no(values, log_odds):
    trees = Trees(
        columns=np.array([[0, 1]]), borders=np.array([[0.5, 0.5]]), leaves=np.array([[1.0, 2, 4, 8]]), bias=0.5
    )
    assert trees.weigh(np.array([values])).tolist() == [log_odds]


def make_weights(columns=("possessive", "capitals")):
    """Give weights whose one tree asks for the last sign of the document and the first column."""
    last = len(DOCUMENT_SIGNS) - 1
    return RecognizerWeights(
        weights={"bias": -1.0, "before:near": 2.5, "population": 4.0},
        columns=columns,
        threshold=-0.25,
        trees=Trees(
            columns=np.array([[last, last + 1]]),
            borders=np.array([[0.5, 0.5]]),
            leaves=np.array([[0.125, 0.25, 0.5, 1]]),
            bias=-0.25,
        ),
    )


def test_signs_are_summed_by_their_weights_and_unknown_ones_add_nothing():
    signs = [{"bias": 1.0, "before:near": 1.0}, {"bias": 1.0, "population": 0.5, "no such sign": 1.0}, {}]
    assert make_weights().weigh_signs(signs).tolist() == [1.5, 1.0, 0.0]


def test_the_trees_see_the_signs_of_the_document_first_and_then_the_columns():
    document = np.zeros((4, len(DOCUMENT_SIGNS)))
    document[[1, 3], -1] = 1
    signs = [{}, {"capitals": 1.0}, {"possessive": 1.0}, {"possessive": 1.0, "no such sign": 1.0}]
    assert make_weights().weigh_all(signs, document).tolist() == [-0.125, 0, 0.25, 0.75]


def test_no_spans_have_no_log_odds():
    weights = make_weights()
    assert weights.weigh_signs([]).tolist() == []
    assert weights.weigh_all([], np.zeros((0, len(DOCUMENT_SIGNS)))).tolist() == []


def same(one, other):
    return one.as_record() == other.as_record()


@given(data=st.data(), named=st.dictionaries(st.text(max_size=8), NUMBERS, max_size=5))
def test_what_is_written_is_read_again(data, named, tmp_path_factory):
    written = RecognizerWeights(
        weights=named, columns=sorted(named), trees=data.draw(grow_trees(4)), threshold=data.draw(NUMBERS)
    )
    path = tmp_path_factory.mktemp("learned") / "recognizer.json"
    path.write_text(json.dumps(written.as_record(), ensure_ascii=False), encoding="utf-8")
    read = read_weights(path)
    assert same(read, written)
    assert (dict(read.weights), list(read.columns), read.threshold) == (named, sorted(named), written.threshold)
    values = np.arange(20.0).reshape(5, 4) / 5 - 2
    assert read.trees.weigh(values).tolist() == written.trees.weigh(values).tolist()


def test_a_record_is_json_with_its_signs_in_order():
    record = make_weights().as_record()
    assert list(record["weights"]) == ["before:near", "bias", "population"]
    assert record["columns"] == ["possessive", "capitals"]
    assert record["threshold"] == -0.25
    assert json.loads(json.dumps(record)) == record


def without(key):
    record = make_weights().as_record()
    target = record["trees"] if key in record["trees"] else record
    del target[key]
    return json.dumps(record)


def with_trees(**numbers):
    record = make_weights().as_record()
    return json.dumps(record | {"trees": record["trees"] | numbers})


BROKEN = {
    "empty": "",
    "cut short": json.dumps(make_weights().as_record())[:-9],
    "a list": "[]",
    "null": "null",
    "no weights": without("weights"),
    "no trees": without("trees"),
    "no threshold": without("threshold"),
    "no borders": without("borders"),
    "no bias": without("bias"),
    "trees of words": with_trees(borders=[["high", "low"]]),
    "trees of unequal depth": with_trees(columns=[[0, 1], [0]]),
    "a bias that is no number": with_trees(bias=None),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_a_gazetteer_error_of_one_line(content, tmp_path):
    path = tmp_path / "recognizer.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        read_weights(path)
    (line,) = str(caught.value).splitlines()
    assert str(path) in line
    assert "make learn" in line


def test_a_file_of_other_bytes_is_a_gazetteer_error(tmp_path):
    path = tmp_path / "recognizer.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_weights(path)


def test_a_missing_file_is_a_gazetteer_error_of_one_line(tmp_path):
    with pytest.raises(GazetteerError) as caught:
        read_weights(tmp_path / "recognizer.json")
    (line,) = str(caught.value).splitlines()
    assert "recognizer.json cannot be read" in line
    assert "install dateline again" in line


def test_what_ships_fits_the_signs_of_this_version():
    weights = open_weights()
    width = len(DOCUMENT_SIGNS) + len(weights.columns)
    trees = weights.trees
    assert trees.columns.shape == trees.borders.shape
    assert trees.leaves.shape == (len(trees.columns), 2 ** trees.columns.shape[1])
    assert 0 <= trees.columns.min() <= trees.columns.max() < width
    assert np.isfinite(trees.leaves).all()
    assert len(set(weights.columns)) == len(weights.columns)
    assert set(weights.weights) >= {"bias", "country", "locative before", "part of person"}


def test_what_ships_is_read_once():
    assert open_weights() is open_weights()
