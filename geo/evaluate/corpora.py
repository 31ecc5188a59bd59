"""Reading a corpus: which format it has, its documents with their gold, and what was repaired or dropped."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from geo.errors import ConfigurationError, DocumentError
from geo.evaluate.conll import looks_like_conll, read_conll
from geo.evaluate.gold import Corpus, CorpusFormat, GoldDocument
from geo.evaluate.jsonl import read_jsonl
from geo.evaluate.offsets import repair_offsets
from geo.evaluate.xml_corpora import detect_xml_format, parse_xml, read_xml
from geo.read.language import detect_language, parse_language

__all__ = ["CORPUS_FORMATS", "read_corpus"]

CORPUS_FORMATS: tuple[CorpusFormat, ...] = get_args(CorpusFormat)
"""The names of the formats."""

_XML_FORMATS = frozenset({"lgl", "geovirus", "geowebnews", "wiktor"})


def read_corpus(
    path: Path | str,
    *,
    corpus_format: CorpusFormat | None = None,
    keep_demonyms: bool = False,
    language: str | None = None,
) -> Corpus:
    """Read a corpus with gold.

    Parameters
    ----------
    path
        Its file.
    corpus_format
        One of :data:`CORPUS_FORMATS`; None finds it out.
    keep_demonyms
        Whether GeoWebNews's types Demonym, Homonym and Language, and our own kind ``"demonym"``, count as toponyms.
    language
        BCP 47 code of all its documents; None takes what the corpus says, and finds it out where it says nothing.

    Returns
    -------
    Corpus
        Every document, with what was repaired and dropped.

    Raises
    ------
    DocumentError
        When the file cannot be read, or is in none of the formats.
    ConfigurationError
        When the format or the language does not exist.
    """
    path = Path(path)
    if corpus_format is not None and corpus_format not in CORPUS_FORMATS:
        message = f"there is no corpus format {corpus_format!r}: give one of {', '.join(CORPUS_FORMATS)}"
        raise ConfigurationError(message)
    code = None if language is None else parse_language(language)
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}): give a corpus file"
        raise DocumentError(message) from error
    try:
        form, found = _read_documents(raw, path.name, corpus_format, keep_demonyms=keep_demonyms)
        documents, repairs = repair_offsets(_with_language(one, code) for one in found)
    except DocumentError as error:
        message = f"{path}: {error}"
        raise DocumentError(message) from error
    if not documents:
        message = f"{path} holds no documents in the format {form}: give another file or --corpus-format"
        raise DocumentError(message)
    return Corpus(
        name=path.name,
        format=form,
        documents=documents,
        repairs=repairs,
        complete=form != "wiktor",
        notices=tuple(_iterate_notices(form, keep_demonyms=keep_demonyms)),
    )


def _read_documents(
    raw: bytes, name: str, form: CorpusFormat | None, *, keep_demonyms: bool
) -> tuple[CorpusFormat, Iterator[GoldDocument]]:
    is_xml = raw.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<"
    if form in _XML_FORMATS or (form is None and is_xml):
        root = parse_xml(raw.removeprefix(codecs.BOM_UTF8).lstrip(), name)
        found = form or detect_xml_format(root)
        if found is not None:
            return found, read_xml(root, found, keep_demonyms=keep_demonyms)
    else:
        text = _decode(raw)
        if form == "jsonl" or (form is None and text.lstrip()[:1] == "{"):
            return "jsonl", read_jsonl(text, keep_demonyms=keep_demonyms)
        if form == "conll" or looks_like_conll(text):
            return "conll", read_conll(text)
    message = f"it is in none of the formats that are read: give --corpus-format, one of {', '.join(CORPUS_FORMATS)}"
    raise DocumentError(message)


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # CoNLL-2002 was published in Latin-1.
        return raw.decode("latin-1")


def _with_language(document: GoldDocument, code: str | None) -> GoldDocument:
    return replace(document, language=code or document.language or detect_language(document.text))


def _iterate_notices(form: CorpusFormat, *, keep_demonyms: bool) -> Iterator[str]:
    if form == "geowebnews":
        kept = "kept" if keep_demonyms else "dropped"
        yield f"Types Non_Toponym and *_Expression dropped; Demonym, Homonym and Language {kept}."
    elif form == "jsonl":
        yield f"Places of the kind demonym {'kept' if keep_demonyms else 'dropped'}."
    elif form == "wiktor":
        yield "One name is marked on each page, so precision and F1 mean nothing and are left out."
    elif form == "conll":
        yield "Recognition only: the corpus has no coordinates."
