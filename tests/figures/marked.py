"""Sentences whose figures are marked by hand, and how many of them the rules find."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from geo.document import Document
from geo.figures import figures_by_place
from geo.lonlat import LonLat
from geo.recognize.mention import Mention
from geo.resolve.place import Place

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\[([^\]<]+)(?:<([^\]]+))?\]")
_CODES = {
    "Bolivia": "BO", "Brasil": "BR", "Brazil": "BR", "Canada": "CA", "Chad": "TD", "Chile": "CL", "China": "CN",
    "Colombia": "CO", "Congo": "CD", "Ecuador": "EC", "El Salvador": "SV", "España": "ES", "Honduras": "HN",
    "Iraq": "IQ", "Kenya": "KE", "Mali": "ML", "México": "MX", "Mozambique": "MZ", "Niger": "NE", "Paraguay": "PY",
    "Peru": "PE", "Perú": "PE", "Philippines": "PH", "Puerto Rico": "PR", "Rwanda": "RW", "South Africa": "ZA",
    "South Sudan": "SS", "Argentina": "AR", "Benin": "BJ", "Dominica": "DM", "Pakistan": "PK", "Sudan": "SD",
    "Venezuela": "VE", "Zambia": "ZM", "Zimbabwe": "ZW", "Switzerland": "CH", "Syria": "SY", "United States": "US",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A figure as it is marked."""

    text: str
    kind: str
    says: str
    unit: str
    counted: str
    places: frozenset[str]


@dataclass(kw_only=True)
class Marked:
    """A sentence with its places and its figures."""

    document: Document
    places: list[Place]
    figures: list[Expected] = field(default_factory=list)


def _make_place(name: str, country: str | None, start: int) -> Place:
    code = _CODES[country or name]
    return Place(
        mention=Mention(start=start, end=start + len(name), text=name, kind="place"),
        status="resolved",
        name=name,
        lonlat=LonLat(lon=0, lat=0),
        feature="populated place" if country else "country",
        country=code,
        admin=(country, name) if country else (name,),
        id=name,
    )


def _read_sentence(marked: str, language: str, date: dt.date | None) -> Marked:
    text, places, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        places.append(_make_place(match[1], match[2], len(text)))
        text += match[1]
        at = match.end()
    text += marked[at:]
    return Marked(document=Document(text=text, name="marked", language=language, date=date), places=places)


def read_marked(name: str) -> Iterator[Marked]:
    """Give the sentences of a file."""
    for block in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        language, _, date = lines[0].removeprefix("@").partition(" ")
        marked = _read_sentence(lines[1], language, dt.date.fromisoformat(date) if date else None)
        for line in lines[2:]:
            cells = [cell.strip() for cell in line.removeprefix("=").split("|")]
            text, kind, says, unit, counted, places = cells
            marked.figures.append(
                Expected(
                    text=text,
                    kind=kind,
                    says=says,
                    unit=unit,
                    counted=counted,
                    places=frozenset(place.strip() for place in places.split(";")),
                )
            )
        yield marked


def _say(figure) -> str:
    if figure.value is not None:
        return f"{figure.value:.12g}" + ("" if figure.upper is None else f"..{figure.upper:.12g}")
    if figure.date is None:
        return ""
    if figure.date_end is None:
        return f"{figure.date}.." if figure.kind == "period" else f"{figure.date}"
    return f"{figure.date}..{figure.date_end}"


def find_all(marked: Marked) -> list[Expected]:
    """Give what the rules find in a sentence, in the form of the marks."""
    document = marked.document
    given = figures_by_place(document, marked.places, [(0, len(document.text))])
    found: dict[tuple[int, int], tuple[object, set[str]]] = {}
    for place, figures in zip(marked.places, given, strict=True):
        for figure in figures:
            assert document.text[figure.start : figure.end] == figure.text
            found.setdefault((figure.start, figure.end), (figure, set()))[1].add(place.name)
    return [
        Expected(
            text=figure.text,
            kind=figure.kind,
            says=_say(figure),
            unit=figure.unit,
            counted=figure.counted,
            places=frozenset(places),
        )
        for _, (figure, places) in sorted(found.items())
    ]


@dataclass(frozen=True, kw_only=True)
class Score:
    """How many of the marked figures are found whole, and how many found are marked."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.marked


def score(sentences: Sequence[Marked], *, parts: Sequence[str]) -> Score:
    """Count the figures that are right in some parts of what is said of them."""

    def key(figure: Expected) -> tuple[object, ...]:
        return tuple(getattr(figure, part) for part in parts)

    right = found = marked = 0
    for sentence in sentences:
        wanted = [key(figure) for figure in sentence.figures]
        given = [key(figure) for figure in find_all(sentence)]
        right += sum(one in wanted for one in given)
        found += len(given)
        marked += len(wanted)
    return Score(right=right, found=found, marked=marked)
