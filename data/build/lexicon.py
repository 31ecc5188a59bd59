"""The lexicon: how common words are in lower case, and which words are names of people.

Sources: word frequencies with case from spacy-lookups-data; given names and surnames of the US Census of 1990 from
``names``; those of Spanish, Portuguese, French and English speaking countries from Faker.
"""

import gzip
import importlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs

from data.build.fetch import read_member
from geo.gazetteer.names import fold
from geo.recognize.lexicon import COMMON_LN, LANGUAGES, RARE_LN

__all__ = ["build", "everyday_words", "names_of_people"]

_WORDS = 60_000
_LOCALES = (
    *("es_ES", "es_MX", "es_CO", "es_AR", "es_CL", "pt_BR", "pt_PT", "fr_FR"),
    *("en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_US"),
)
# Percent of the people of the United States with a name: from here on it is common (2) or very common (3).
_COMMON_PERCENT = 0.005
_VERY_COMMON_PERCENT = 0.05
# Rarer surnames of the census are not kept: nearly every place name is somebody's.
_LEAST_SURNAME_PERCENT = 0.001
_BYTE = 255


def build(data: Path) -> None:
    """Write the lexicon below the folder ``data``."""
    folder = data / "lexicon"
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        _write(folder / f"words_{language}", _words(language))
    _write(folder / "given_names", _given_names())
    _write(folder / "surnames", _surnames())


def everyday_words() -> set[str]:
    """Give the words, folded, that are written in lower case more often than with a capital."""
    measured = (pair for language in LANGUAGES for pair in _words(language).items())
    return {fold(word) for word, (common, share) in measured if common and share > _BYTE // 2}


def names_of_people() -> set[str]:
    """Give the given names and surnames of the lexicon, folded."""
    return {*_given_names(), *_surnames()}


def _given_names() -> dict[str, bytes]:
    found = _census("dist.male.first", 0.0) | _census("dist.female.first", 0.0)
    return dict.fromkeys(_all_faker_names("first_names"), bytes([1])) | found


def _surnames() -> dict[str, bytes]:
    found = _census("dist.all.last", _LEAST_SURNAME_PERCENT)
    return dict.fromkeys(_all_faker_names("last_names"), bytes([1])) | found


def _words(language: str) -> dict[str, bytes]:
    member = f"spacy_lookups_data/data/{language}_lexeme_prob.json.gz"
    table: dict[str, float] = json.loads(gzip.decompress(read_member("spacy-lookups-data", member)))
    lower = [word for word in table if word.isalpha() and word == word.lower()]
    lower.sort(key=lambda word: (-table[word], word))
    return {word: _measures(word, table) for word in lower[:_WORDS]}


def _measures(word: str, table: dict[str, float]) -> bytes:
    lower = table[word]
    title = table.get(word[:1].upper() + word[1:], -math.inf)
    common = (lower - RARE_LN) / (COMMON_LN - RARE_LN)
    share = 1 / (1 + math.exp(title - lower))
    return bytes([round(min(1.0, max(0.0, common)) * _BYTE), round(share * _BYTE)])


def _census(file: str, least_percent: float) -> dict[str, bytes]:
    found = {}
    for line in read_member("names", f"names-0.3.0/names/{file}").decode("ascii").splitlines():
        name, percent, _, _ = line.split()
        if float(percent) >= least_percent:
            degree = 1 + (float(percent) >= _COMMON_PERCENT) + (float(percent) >= _VERY_COMMON_PERCENT)
            found[fold(name)] = bytes([degree])
    return found


def _all_faker_names(table: str) -> Iterator[str]:
    for locale in _LOCALES:
        yield from _faker_names(locale, table)


def _faker_names(locale: str, table: str) -> Iterator[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    kinds = (table, f"{table}_male", f"{table}_female")
    for kind in kinds:
        names: Iterable[str] | Mapping[str, float] = getattr(provider, kind, ())
        for name in names if isinstance(names, Iterable) else ():
            # "María José" and "García López" are names of which each word is one.
            yield from (word for word in fold(name).split() if len(word) > 1)


def _write(path: Path, values: Mapping[str, bytes]) -> None:
    trie = marisa_trie.Trie(sorted(values))
    ordered = sorted(values, key=lambda word: int(trie[word]))
    trie.save(str(path.with_suffix(".marisa")))
    path.with_suffix(".bin").write_bytes(b"".join(values[word] for word in ordered))
