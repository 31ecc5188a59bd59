"""Measuring the road on documents whose places somebody has marked by hand.

>>> from geo.evaluate import Corpus, GoldDocument, GoldPlace, Repairs, evaluate_corpus
>>> from geo.lonlat import LonLat
>>> lima = GoldPlace(start=15, end=19, text="Lima", lonlat=LonLat(lon=-77.03, lat=-12.04))
>>> gold = GoldDocument(name="1", text="She moved from Lima last year.", places=(lima,))
>>> evaluation = evaluate_corpus(Corpus(name="own", format="jsonl", documents=(gold,), repairs=Repairs()))
>>> evaluation.placed.accuracy, evaluation.overlap.f1
(1.0, 1.0)
"""

from geo.evaluate.corpora import CORPUS_FORMATS, read_corpus
from geo.evaluate.gold import Corpus, CorpusFormat, GoldDocument, GoldPlace, Repairs
from geo.evaluate.learned import open_learned
from geo.evaluate.metrics import Bin, Recognition, Resolution
from geo.evaluate.mistakes import Mistake, list_mistakes
from geo.evaluate.report import record_evaluation, write_evaluation
from geo.evaluate.run import Evaluation, Speed, evaluate_corpus, measure_answers
from geo.evaluate.verdicts import Verdict

__all__ = [
    "CORPUS_FORMATS",
    "Bin",
    "Corpus",
    "CorpusFormat",
    "Evaluation",
    "GoldDocument",
    "GoldPlace",
    "Mistake",
    "Recognition",
    "Repairs",
    "Resolution",
    "Speed",
    "Verdict",
    "evaluate_corpus",
    "list_mistakes",
    "measure_answers",
    "open_learned",
    "read_corpus",
    "record_evaluation",
    "write_evaluation",
]
