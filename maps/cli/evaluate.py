"""``dateline evaluate``: the road against documents whose places somebody has marked."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.holdings import data_options
from maps.cli.output import write_output
from maps.cli.recognizers import describe_recognizer, recognizer_option

if TYPE_CHECKING:
    from geo.evaluate import CorpusFormat
    from geo.recognize import Recognizer
    from geo.resolve import Resolver

__all__ = ["evaluate"]

_FORMATS = ("lgl", "geovirus", "geowebnews", "wiktor", "conll", "jsonl")
_DEMONYMS = {"auto": None, "count": True, "leave": False}


@click.command("evaluate")
@click.argument("corpus")
@click.option(
    "--corpus-format",
    type=click.Choice(_FORMATS),
    help="The format of CORPUS, found out if not given; lgl is TR-News's too, jsonl is our own.",
)
@click.option(
    "--keep-demonyms",
    is_flag=True,
    help="Keep what the corpus marks as Demonym, Homonym or Language (GeoWebNews) or demonym (jsonl) in the gold.",
)
@click.option(
    "--demonyms",
    type=click.Choice(list(_DEMONYMS)),
    default="auto",
    show_default=True,
    help="Count the answer's demonyms in recognition or leave them out; auto counts them if at least 2 % of the"
    " gold's toponyms are demonyms.",
)
@click.option("--language", metavar="CODE", help="The language of the documents (en, es); the corpus's if not given.")
@recognizer_option
@data_options
@click.option(
    "--learned",
    metavar="FOLDER",
    help="Weigh with what `python -m data.build.learn --folder FOLDER` wrote, rather than with what ships: so a corpus"
    " is measured with weights that were learned without it.",
)
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List the N worst mistakes.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Figures to read, or JSON.",
)
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to write; - for standard output."
)
def evaluate(  # noqa: PLR0913, PLR0917 - one parameter an option
    corpus: str,
    corpus_format: "CorpusFormat | None",
    keep_demonyms: bool,  # noqa: FBT001 - click passes a flag
    demonyms: str,
    language: str | None,
    recognizer: str,
    learned: str | None,
    errors: int,
    form: str,
    output: str,
) -> None:
    """Measure how well the places of CORPUS are found, against its gold.

    CORPUS is a file in the format of LGL or TR-News, GeoVirus, GeoWebNews, WikToR, CoNLL-2002 (recognition only),
    or in our own JSON Lines.

    \b
    The figures:
      found and placed  the share of all toponyms with coordinates that overlap a
                        mention whose place lies within 161 km
      right             of the placed mentions, those within 161 km of the toponym
                        they overlap
      recognition       precision, recall and F1 of spans that overlap, or are equal
      gold spans        resolution when all spans are given; a missing answer counts
                        as 20,039 km; the area under the log-error curve is 0 to 1
      confidence        beside the share of answers that are right

    Distances are geodesic on WGS 84 (Karney 2013, https://doi.org/10.1007/s00190-012-0578-z). The measures are those
    of Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation" (2019,
    https://doi.org/10.1007/s10579-019-09475-3); docs/evaluation.md defines each.

    \b
    Example:
      dateline evaluate corpora/lgl.xml --errors 20
    """
    if learned and recognizer != "default":
        message = f"--learned goes with the default recognizer, and not with {recognizer!r}: leave out one of the two"
        raise click.UsageError(message)
    from geo.evaluate import evaluate_corpus, list_mistakes, read_corpus, write_evaluation  # noqa: PLC0415 - for help

    read = read_corpus(corpus, corpus_format=corpus_format, keep_demonyms=keep_demonyms, language=language)
    used = describe_recognizer(recognizer, {gold.document.language for gold in read.documents})
    finder, resolver = _open_steps(recognizer, learned)
    evaluation = evaluate_corpus(read, recognizer=finder, resolver=resolver, count_demonyms=_DEMONYMS[demonyms])
    evaluation = replace(evaluation, recognizer=f"default, with weights of {learned}" if learned else used)
    mistakes = list_mistakes(evaluation, errors) if errors else []
    write_output(write_evaluation(evaluation, mistakes, form=form), output)


def _open_steps(recognizer: str, learned: str | None) -> "tuple[Recognizer, Resolver | None]":
    """Give the recognizer, and the resolver if it is not the default one."""
    if learned:
        from geo.evaluate import open_learned  # noqa: PLC0415 - help needs no recognizer

        return open_learned(Path(learned))
    from geo.recognize.choice import choose_recognizer  # noqa: PLC0415 - help needs no recognizer

    return choose_recognizer(recognizer), None
