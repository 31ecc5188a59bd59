"""Running the road over a corpus and gathering every figure."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.document import Document
from geo.evaluate.gold import Corpus, GoldPlace
from geo.evaluate.metrics import (
    ACCURATE_KM,
    Bin,
    Recognition,
    Resolution,
    best_overlaps,
    measure_recognition,
    measure_reliability,
    measure_resolution,
)
from geo.evaluate.verdicts import OUTCOMES, Outcome, Verdict, find_nearest, judge_document, measure_error_km
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.features import NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT
from geo.gazetteer.names import fold
from geo.recognize import GazetteerRecognizer, Mention, MentionKind, Recognizer
from geo.resolve import GazetteerResolver, Place, Resolver

__all__ = ["Evaluation", "Speed", "evaluate_corpus", "gold_mentions", "marks_demonyms", "measure_answers", "place_gold"]

_DEMONYM = NAME_KINDS.index("demonym")
# The road is warm when the pages of the gazetteer that common names need have been read once.
_WARMING_DOCUMENTS = 5
_FEWEST_DEMONYMS = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast the road went, warm, with reading the corpus left out.

    Parameters
    ----------
    documents, words
        How many; words are what white space parts.
    seconds
        Processor time for recognizing and resolving all of them, one after the other; in one thread, which the
        road keeps to, that is the time it takes on a core of its own.
    """

    documents: int
    words: int
    seconds: float

    @property
    def words_a_second(self) -> float:
        """Words a second."""
        return self.words / self.seconds if self.seconds else 0.0

    @property
    def documents_a_second(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Every figure of one run over one corpus.

    Parameters
    ----------
    corpus
        What was read.
    answers
        The places that were found in each document.
    verdicts
        What became of each toponym of the gold.
    demonyms_counted
        Whether the answer's demonyms count in recognition, in what is drawn, and in reliability.
    exact, overlap
        Recognition, by equal spans and by spans that overlap.
    placed
        Found and placed: errors of the answers to all gold with coordinates; None when it has none.
    drawn, drawn_right
        Of the placed mentions those that can be judged, and those of them within 161 km of a toponym they overlap.
    gold_spans
        Resolution on gold spans; None when the gold has no coordinates or it was not asked for.
    reliability, reliability_gold_spans
        Confidence beside the share that is right, of what is drawn and of gold spans.
    speed
        None when it was not measured.
    recognizer
        What found the mentions, in words; empty for the default.
    """

    corpus: Corpus
    answers: tuple[tuple[Place, ...], ...]
    verdicts: tuple[Verdict, ...]
    demonyms_counted: bool
    exact: Recognition
    overlap: Recognition
    placed: Resolution | None
    drawn: int
    drawn_right: int
    reliability: tuple[Bin, ...]
    gold_spans: Resolution | None = None
    reliability_gold_spans: tuple[Bin, ...] = ()
    speed: Speed | None = None
    recognizer: str = ""

    @property
    def misses(self) -> Mapping[Outcome, int]:
        """How many of the gold with coordinates were missed for each reason."""
        counts = Counter(verdict.outcome for verdict in self.verdicts)
        return {outcome: counts[outcome] for outcome in OUTCOMES}


def evaluate_corpus(
    corpus: Corpus,
    *,
    recognizer: Recognizer | None = None,
    resolver: Resolver | None = None,
    gazetteer: Gazetteer | None = None,
    count_demonyms: bool | None = None,
) -> Evaluation:
    """Run the road over a corpus and measure it.

    Parameters
    ----------
    corpus
        From :func:`geo.evaluate.read_corpus`.
    recognizer, resolver
        The two steps; None for the defaults over the gazetteer.
    gazetteer
        Where missing names are looked for; None for the bundled one.
    count_demonyms
        As in :func:`measure_answers`.

    Returns
    -------
    Evaluation
        Every figure.
    """
    gazetteer = gazetteer or open_gazetteer()
    recognizer = recognizer or GazetteerRecognizer(gazetteer)
    resolver = resolver or GazetteerResolver(gazetteer)
    documents = [gold.document for gold in corpus.documents]
    for document in documents[:_WARMING_DOCUMENTS]:
        resolver.resolve(document, recognizer.recognize(document))
    mentions: list[list[Mention]] = []
    answers: list[list[Place]] = []
    started = time.process_time()
    for document in documents:
        mentions.append(recognizer.recognize(document))
        answers.append(resolver.resolve(document, mentions[-1]))
    seconds = time.process_time() - started
    words = sum(len(document.text.split()) for document in documents)
    measured = measure_answers(corpus, answers, gazetteer=gazetteer, count_demonyms=count_demonyms)
    measured = replace(measured, speed=Speed(documents=len(documents), words=words, seconds=seconds))
    if measured.placed is None:
        return measured
    judged = [
        judgement
        for gold, document, found in zip(corpus.documents, documents, mentions, strict=True)
        for judgement in place_gold(document, gold.places, found, resolver=resolver, gazetteer=gazetteer)
        if judgement[0].lonlat is not None
    ]
    errors_km = [measure_error_km(gold, place) for gold, place in judged]
    confidences = [
        (place.confidence, error_km <= ACCURATE_KM)
        for (_, place), error_km in zip(judged, errors_km, strict=True)
        if place is not None and error_km is not None
    ]
    return replace(
        measured,
        gold_spans=measure_resolution(errors_km),
        reliability_gold_spans=measure_reliability(confidences),
    )


def measure_answers(
    corpus: Corpus,
    answers: Sequence[Sequence[Place]],
    *,
    gazetteer: Gazetteer,
    count_demonyms: bool | None = None,
) -> Evaluation:
    """Measure the answers that any system gave to a corpus.

    Parameters
    ----------
    corpus
        From :func:`geo.evaluate.read_corpus`.
    answers
        For each document its places in any order.
    gazetteer
        Where missing names are looked for.
    count_demonyms
        Whether the answer's demonyms count in recognition, in what is drawn, and in reliability; None lets
        :func:`marks_demonyms` decide. They always count in what is found and placed.

    Returns
    -------
    Evaluation
        Every figure but resolution on gold spans and speed.
    """
    counted = marks_demonyms(corpus, gazetteer) if count_demonyms is None else count_demonyms
    nearest = find_nearest(gazetteer)
    verdicts = tuple(
        verdict
        for number, (gold, places) in enumerate(zip(corpus.documents, answers, strict=True))
        for verdict in judge_document(number, gold, places, nearest=nearest)
    )
    kept = [[place for place in places if counted or place.mention.kind != "demonym"] for places in answers]
    spans = [
        ([one.span for one in gold.places], [(place.mention.start, place.mention.end) for place in places])
        for gold, places in zip(corpus.documents, kept, strict=True)
    ]
    errors_km = [verdict.error_km for verdict in verdicts if verdict.gold.lonlat is not None]
    drawn = _judge_drawn(corpus, kept) if errors_km else []
    return Evaluation(
        corpus=corpus,
        answers=tuple(map(tuple, answers)),
        verdicts=verdicts,
        demonyms_counted=counted,
        exact=measure_recognition(spans, exact=True, complete=corpus.complete),
        overlap=measure_recognition(spans, exact=False, complete=corpus.complete),
        placed=measure_resolution(errors_km),
        drawn=len(drawn),
        drawn_right=sum(is_right for _, is_right in drawn),
        reliability=measure_reliability(drawn),
    )


def _judge_drawn(corpus: Corpus, answers: Sequence[Sequence[Place]]) -> list[tuple[float, bool]]:
    """Give the confidence of each placed mention and whether it is right, where the gold can tell."""
    judged: list[tuple[float, bool]] = []
    for gold, places in zip(corpus.documents, answers, strict=True):
        drawn = [place for place in places if place.lonlat is not None]
        partners = best_overlaps(
            [(place.mention.start, place.mention.end) for place in drawn], [one.span for one in gold.places]
        )
        for place, partner in zip(drawn, partners, strict=True):
            one = None if partner is None else gold.places[partner]
            if one is None and corpus.complete:
                judged.append((place.confidence, False))
            elif one is not None and one.lonlat is not None:
                error_km = measure_error_km(one, place)
                judged.append((place.confidence, error_km is not None and error_km <= ACCURATE_KM))
    return judged


def marks_demonyms(corpus: Corpus, gazetteer: Gazetteer) -> bool:
    """Say whether a corpus marks demonyms: whether at least 2 % of its toponyms are words that are only demonyms.

    Examples
    --------
    >>> from geo.evaluate.gold import GoldDocument, Repairs
    >>> gold = GoldDocument(name="1", text="Peruvian", places=(GoldPlace(start=0, end=8, text="Peruvian"),))
    >>> corpus = Corpus(name="c", format="jsonl", documents=(gold,), repairs=Repairs())
    >>> marks_demonyms(corpus, open_gazetteer())
    True
    """
    texts = [place.text for gold in corpus.documents for place in gold.places]
    return sum(_is_demonym(text, gazetteer) for text in texts) >= max(1, _FEWEST_DEMONYMS * len(texts))


def _is_demonym(text: str, gazetteer: Gazetteer) -> bool:
    kinds = gazetteer.postings(fold(text)) >> KIND_SHIFT
    return bool(len(kinds) and (kinds == _DEMONYM).all())


def place_gold(
    document: Document,
    gold: Sequence[GoldPlace],
    mentions: Sequence[Mention],
    *,
    resolver: Resolver,
    gazetteer: Gazetteer,
) -> list[tuple[GoldPlace, Place | None]]:
    """Resolve the toponyms of the gold as if each had been recognised.

    Parameters
    ----------
    document
        The document.
    gold
        Its toponyms in order.
    mentions
        What the recognizer found. A mention of exactly a toponym's span says how its words are to be read (an
        abbreviation, a generic word beside it); any other toponym is read as its words stand.
    resolver
        What resolves.
    gazetteer
        What knows demonyms.

    Returns
    -------
    list of tuple
        Each toponym with its place; None for one whose span is not in the text.
    """
    at_gold = gold_mentions(document, gold, mentions, gazetteer=gazetteer)
    resolved = resolver.resolve(document, at_gold)
    places = {(one.start, one.end): place for one, place in zip(at_gold, resolved, strict=True)}
    return [(one, places.get(one.span)) for one in gold]


def gold_mentions(
    document: Document, gold: Sequence[GoldPlace], mentions: Sequence[Mention], *, gazetteer: Gazetteer
) -> list[Mention]:
    """Give the toponyms of the gold as mentions, in order; the parameters are those of :func:`place_gold`."""
    read = {(mention.start, mention.end): mention for mention in mentions}
    found: dict[tuple[int, int], Mention] = {}
    for one in gold:
        if 0 <= one.start < one.end <= len(document.text):
            words = document.text[one.start : one.end]
            kind: MentionKind = "demonym" if _is_demonym(words, gazetteer) else "place"
            plain = Mention(start=one.start, end=one.end, text=words, kind=kind)
            found[one.span] = replace(read.get(one.span, plain), confidence=1.0)
    return [found[span] for span in sorted(found)]
