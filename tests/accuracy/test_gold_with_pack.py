"""A data pack in which every word of the gold texts is a farm, a brook and a hamlet: reading them loses nothing.

Every everyday word among them is a village that GeoNames counts people in, too.
"""

import re
from itertools import pairwise

import pytest
from dumps import make_line, write_lines
from gold.build import FOLDER

from geo.evaluate import evaluate_corpus, read_corpus
from geo.gazetteer import open_gazetteer
from geo.gazetteer.compile import Dump, compile_gazetteer
from geo.gazetteer.compile.words import CommonWords
from geo.gazetteer.names import fold
from geo.resources import data_path

LANGUAGES = ("en", "es")
KINDS = ("S.FRM", "H.STM", "P.PPL")
WORD = re.compile(r"[^\W\d_]+")


def corpus_of(language):
    return read_corpus(FOLDER / f"{language}.jsonl", keep_demonyms=True)


def words_and_pairs():
    """Give every word of the texts and every two that stand side by side, with a capital, once."""
    found = {}
    for language in LANGUAGES:
        for gold in corpus_of(language).documents:
            words = [word.title() for word in WORD.findall(gold.document.text)]
            for name in (*words, *map(" ".join, pairwise(words))):
                found.setdefault(fold(name), name)
    return list(found.values())


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    areas = {"country": "PE", "admin1": "05", "admin2": "", "latitude": "-13.2", "longitude": "-73.5"}
    named = enumerate((kind, name) for name in words_and_pairs() for kind in KINDS)
    lines = [make_line(90_000_000 + number, name, kind, **areas) for number, (kind, name) in named]
    common = CommonWords()
    villages = enumerate(filter(common.are_all_of, words_and_pairs()))
    lines += [make_line(91_000_000 + number, name, population=80, **areas) for number, name in villages]
    dump = Dump(places=write_lines(folder / "PE.txt", lines))
    compiled = compile_gazetteer([dump], folder / "gazetteer", base=data_path("gazetteer"))
    assert compiled.added == len(lines) > 15_000
    return open_gazetteer(compiled.folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_a_farm_loses_nothing(language, packed, capsys):
    corpus = corpus_of(language)
    before = evaluate_corpus(corpus, count_demonyms=True)
    after = evaluate_corpus(corpus, gazetteer=packed, count_demonyms=True)
    with capsys.disabled():
        print(
            f"\ngold {language} with every word a farm, a brook and a hamlet: precision {after.overlap.precision:.3f} "
            f"({before.overlap.precision:.3f} without), F1 {after.overlap.f1:.3f} ({before.overlap.f1:.3f}), found and "
            f"placed {after.placed.accuracy:.3f} ({before.placed.accuracy:.3f})"
        )
    assert after.overlap.precision >= before.overlap.precision
    assert after.overlap.f1 >= before.overlap.f1
    assert after.placed.accuracy >= before.placed.accuracy
