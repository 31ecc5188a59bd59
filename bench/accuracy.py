"""How well the places of the shared corpora are found: the figures of ``dateline evaluate``."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.material import ROOT, SHARED
from geo.evaluate import Evaluation, evaluate_corpus, open_learned, read_corpus, write_evaluation
from geo.recognize import GazetteerRecognizer
from geo.resolve import GazetteerResolver

__all__ = ["find_corpora", "measure", "tabulate", "tabulate_reliability"]

_CORPORA = ("geovirus/GeoVirus.xml", "geowebnews/GWN.xml", "lgl/lgl.xml", "tr-news/TR-News.xml")
_DASH = "–"


def find_corpora() -> list[Path]:
    """Give the corpora that are there."""
    return [path for name in _CORPORA if (path := SHARED / "corpora" / name).exists()]


def measure() -> tuple[list[Evaluation], list[Evaluation]]:
    """Print the figures for each corpus, with weights learned without it and with those that ship, and give both."""
    corpora = find_corpora()
    if not corpora:
        print("accuracy not measured: there are no corpora beside the checkout, in ../shared/corpora")
    held_out, shipped = [], []
    for path in corpora:
        print(f"{path.name}, with weights learned without it:")
        recognizer, resolver = _learn_without(path)
        held_out.append(evaluate_corpus(read_corpus(path), recognizer=recognizer, resolver=resolver))
        print(write_evaluation(held_out[-1]))
        print(f"{path.name}, with the weights that ship, which were learned on it too:")
        shipped.append(evaluate_corpus(read_corpus(path)))
        print(write_evaluation(shipped[-1]))
    return held_out, shipped


def _learn_without(path: Path) -> tuple[GazetteerRecognizer, GazetteerResolver]:
    """Give the two steps with weights that were learned without a corpus."""
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: what is learned must not depend on what was measured before.
        command = [sys.executable, "-m", "data.build.learn", "--without", path.stem, "--folder", folder]
        subprocess.run(command, check=True, cwd=ROOT)
        return open_learned(Path(folder))


def tabulate(evaluations: list[Evaluation]) -> Iterator[str]:
    """Give the figures as the lines of a Markdown table, a column a corpus."""
    yield f"| figure | {' | '.join(one.corpus.name for one in evaluations)} |"
    yield "|---|" + "---|" * len(evaluations)
    rows = zip(*(list(_figures(one)) for one in evaluations), strict=True)
    for cells in rows:
        yield f"| {cells[0][0]} | {' | '.join(value for _, value in cells)} |"


def tabulate_reliability(evaluations: list[Evaluation]) -> Iterator[str]:
    """Give how many answers of each confidence are right, as the lines of a Markdown table."""
    yield f"| confidence | {' | '.join(one.corpus.name for one in evaluations)} |"
    yield "|---|" + "---|" * len(evaluations)
    tables = [{(one.low, one.high): one for one in evaluation.reliability_gold_spans} for evaluation in evaluations]
    for low, high in sorted({edges for table in tables for edges in table}):
        bins = [table.get((low, high)) for table in tables]
        cells = (f"{one.right / one.count:.3f} of {one.count:,}" if one else _DASH for one in bins)
        yield f"| {low:.2f} to {high:.2f} | {' | '.join(cells)} |"


def _figures(one: Evaluation) -> Iterator[tuple[str, str]]:
    placed, gold, speed = one.placed, one.gold_spans, one.speed
    places = sum(len(document.places) for document in one.corpus.documents)
    yield "documents, toponyms", f"{len(one.corpus.documents):,}, {places:,}"
    yield "found and placed within 161 km", f"**{placed.accuracy:.3f}**" if placed else _DASH
    yield "of what is placed, right", f"{one.drawn_right / one.drawn:.3f}" if one.drawn else _DASH
    for label, figures in (("overlapping", one.overlap), ("equal", one.exact)):
        precision, f1 = figures.precision or 0.0, figures.f1 or 0.0
        yield f"recognition, {label} spans: P, R, F1", f"{precision:.3f}, {figures.recall:.3f}, {f1:.3f}"
    yield "resolution on gold spans at 161 km", f"{gold.accuracy:.3f}" if gold else _DASH
    error = f"{gold.mean_km:,.0f} km, {gold.median_km:,.0f} km, {gold.auc:.3f}" if gold else _DASH
    yield "its mean error, median error, AUC", error
    for outcome, count in one.misses.items():
        yield f"missed: {outcome}", f"{count:,}"
    yield "words a second", f"{speed.words_a_second:,.0f}" if speed else _DASH
