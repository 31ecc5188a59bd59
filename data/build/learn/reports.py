"""Reading the reports to learn from: news in our own words, every place marked with where it lies.

``data/build/reports/README.md`` says how they are marked. Where a name lies is told by its country or first-level
region, and looked up in the gazetteer: a mark whose place the gazetteer lacks keeps its span and has no point.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from geo.evaluate.gold import Corpus, GoldDocument, GoldPlace, Repairs
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.features import FEATURES, NAME_KINDS, PHYSICAL
from geo.gazetteer.layout import KIND_SHIFT, POSTAL_PREFIX, ROW_MASK, demonym_key
from geo.gazetteer.names import fold

__all__ = ["FOLDER", "find_report_files", "read_reports"]

FOLDER = Path(__file__).resolve().parents[1] / "reports"

_HEADER = re.compile(r"^=== (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([a-z0-9 ]+))?\]\]")
_DEMONYM = NAME_KINDS.index("demonym")
_DEPTH = 6
_KINDS = {
    "state": {"admin1"},
    "province": {"admin1", "admin2"},
    "region": {"admin1", "region"},
    "county": {"admin2"},
    "district": {"admin2", "admin3"},
    "city": {"populated place"},
    "town": {"populated place"},
    "mountain": {"mountain", "mountain range"},
    "sea": {"sea", "ocean", "gulf", "strait"},
}


def find_report_files(folder: Path = FOLDER) -> list[Path]:
    """Give the files of reports in order; a file's language stands before the first underscore of its name."""
    return sorted(folder.glob("*.txt"))


@cache
def read_reports(path: Path) -> Corpus:
    """Give the reports of a file as a corpus with gold, demonyms among it.

    Parameters
    ----------
    path
        A file of marked reports.

    Returns
    -------
    Corpus
        Each report with its places; a place without a point is one that the gazetteer does not have.

    Raises
    ------
    ValueError
        When a mark is not well formed.
    """
    language = path.stem.partition("_")[0]
    parts = _HEADER.split(path.read_text(encoding="utf-8"))
    documents = tuple(
        _read_report(name, marked.strip(), language) for name, marked in zip(parts[1::2], parts[2::2], strict=True)
    )
    return Corpus(name=path.name, format="jsonl", documents=documents, repairs=Repairs())


def _read_report(name: str, marked: str, language: str) -> GoldDocument:
    gazetteer = open_gazetteer()
    text, places, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words, where, kind = mark.groups()
        start = len(text)
        text += words
        is_demonym = (kind or "").startswith("demonym")
        row = _find_row(gazetteer, words, where, "demonym" if is_demonym else kind or "", language)
        places.append(
            GoldPlace(
                start=start,
                end=len(text),
                text=words,
                lonlat=None if row is None else gazetteer.lonlat(row),
                id="" if row is None else gazetteer.place_id(row),
                kind="demonym" if is_demonym else "place",
            )
        )
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        message = f"{name}: a mark is not well formed near {text[max(0, text.find('[[') - 20) :][:60]!r}"
        raise ValueError(message)
    return GoldDocument(name=name, text=text, places=tuple(places), language=language)


def _find_row(gazetteer: Gazetteer, words: str, where: str, kind: str, language: str) -> int | None:
    """Give the best-known place of a name that lies where the mark says and is of the kind that it says."""
    if where == "?":
        return None
    if kind == "demonym":
        return _area(gazetteer, where)
    rows = [row for row in _rows_of(gazetteer, words, language) if _lies_in(gazetteer, row, where)]
    wanted = _KINDS.get(kind, {kind} if kind in FEATURES else set())
    fitting = [row for row in rows if gazetteer.feature(row) in wanted]
    if kind == "island" or kind in PHYSICAL or kind == "mountain":
        rows = fitting or rows
    elif kind:
        rows = fitting
    return rows[0] if rows else None


def _rows_of(gazetteer: Gazetteer, words: str, language: str) -> Iterator[int]:
    folded = fold(words)
    for key in (folded, POSTAL_PREFIX + folded, folded.removeprefix("the "), demonym_key(language, folded)):
        postings = gazetteer.postings(key).astype(np.int64)
        yield from (postings & ROW_MASK)[postings >> KIND_SHIFT != _DEMONYM].tolist()


def _area(gazetteer: Gazetteer, where: str) -> int | None:
    scheme = "iso3166-2" if "-" in where else "iso3166-1"
    return gazetteer.row_of(scheme, where)


def _lies_in(gazetteer: Gazetteer, row: int, where: str) -> bool:
    if where == "*":
        return gazetteer.feature(row) not in {"populated place", "admin1", "admin2", "admin3"}
    country = where.partition("-")[0]
    area = _area(gazetteer, where)
    if area is None or "-" not in where:
        return gazetteer.country(row) in {country, ""}
    if gazetteer.country(row) not in {country, ""}:
        return False
    natural = gazetteer.feature(row) in PHYSICAL or gazetteer.feature(row) == "region"
    return natural or area in gazetteer.admin_rows(row)
