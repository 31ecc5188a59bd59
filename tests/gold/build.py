"""Make the gold documents from their marked-up sources: ``python tests/gold/build.py``.

A source ``en.txt`` holds reports one after the other. Each begins with a line ``=== name``; in its text every name of
a place stands in double brackets, with what it means behind a bar. ``README.md`` says what is marked and how.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from geo.gazetteer import Gazetteer, open_gazetteer  # noqa: E402 - the checkout must be on the path first

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("en", "es", "pt", "fr")
_HEADER = re.compile(r"^=== (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([a-z]+))?\]\]")
_POINT = re.compile(r"(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)")
_UNKNOWN = "?"


def split_source(source: str) -> Iterator[tuple[str, str]]:
    """Give the name and the marked-up text of each report of a source."""
    parts = _HEADER.split(source)
    if parts[0].strip():
        message = f"the source begins with {parts[0][:40]!r}, and not with a line '=== name'"
        raise ValueError(message)
    for name, marked in zip(parts[1::2], parts[2::2], strict=True):
        yield name, marked.strip()


def read_marks(marked: str, gazetteer: Gazetteer) -> tuple[str, list[dict]]:
    """Give the plain text of a report and its places, each with its offsets in that text."""
    text, places, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        name, meaning, kind = mark.groups()
        start = len(text)
        text += name
        places.append({"start": start, "end": len(text), "text": name} | _look_up(meaning, kind, gazetteer))
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        message = f"a mark is not well formed near {text[max(0, text.find('[[') - 20) :][:60]!r}"
        raise ValueError(message)
    return text, places


def _look_up(meaning: str, kind: str | None, gazetteer: Gazetteer) -> dict:
    if meaning == _UNKNOWN:
        return {"lon": None, "lat": None, "id": None, "kind": kind or "place"}
    point = _POINT.fullmatch(meaning)
    if point:
        return {"lon": float(point[1]), "lat": float(point[2]), "id": None, "kind": kind or "place"}
    scheme, _, code = meaning.partition(":")
    row = gazetteer.row_of_geonames_id(int(code)) if scheme == "geonames" else gazetteer.row_of(scheme, code)
    if row is None:
        message = f"the gazetteer has no place {meaning}"
        raise ValueError(message)
    lonlat = gazetteer.lonlat(row)
    kind = kind or ("region" if scheme == "region" else "place")
    return {"lon": lonlat.lon, "lat": lonlat.lat, "id": meaning, "kind": kind}


def build_gold(language: str) -> str:
    """Give the gold of a language as JSON Lines, from its source."""
    gazetteer = open_gazetteer()
    lines = []
    for name, marked in split_source((FOLDER / f"{language}.txt").read_text(encoding="utf-8")):
        text, places = read_marks(marked, gazetteer)
        record = {"name": name, "language": language, "text": text, "places": places}
        lines.append(json.dumps(record, ensure_ascii=False))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for code in LANGUAGES:
        (FOLDER / f"{code}.jsonl").write_text(build_gold(code), encoding="utf-8")
