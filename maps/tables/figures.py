"""What ``dateline places --figures`` prints, a row a figure: a table, JSON Lines, CSV."""

import csv
import io
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from geo.evidence import split_sentences
from geo.provenance import Origins
from geo.report import Entry, Figure, Report, Unplaced
from maps.tables.rows import tell_origin
from maps.tables.words import dump_json, guard_cell, show_words

__all__ = ["FIGURE_FORMATS", "write_figures"]

_COLUMNS = (
    "place",
    "value",
    "upper",
    "unit",
    "counted",
    "kind",
    "approximate",
    "date",
    "date_end",
    "quote",
    "sentence",
    "document",
    "start",
    "end",
    "id",
    "status",
    "lon",
    "lat",
    "source",
    "source_version",
    "licence",
)

_Record = dict[str, Any]
_NAME_WIDTH = 30


def _records(report: Report) -> Iterator[_Record]:
    """Give each figure of each place, and of each name without one, as plain values, in the order of the documents."""
    sentences = [split_sentences(document) for document in report.documents]
    everything: tuple[Entry | Unplaced, ...] = (*report.entries, *report.unplaced)
    said = [(figure, named) for named in everything for figure in named.figures]
    for figure, named in sorted(said, key=lambda pair: (pair[0].document, pair[0].start)):
        yield _record(report, figure, named, sentences[figure.document])


def _record(report: Report, figure: Figure, named: Entry | Unplaced, sentences: Sequence[tuple[int, int]]) -> _Record:
    document = report.documents[figure.document]
    at = bisect_right(sentences, figure.start, key=lambda span: span[0]) - 1
    place = named.place if isinstance(named, Entry) else None
    lonlat = place.lonlat if place else None
    return {
        "place": named.place.name if isinstance(named, Entry) else named.name,
        "value": _whole(figure.value),
        "upper": _whole(figure.upper),
        "unit": figure.unit,
        "counted": figure.counted,
        "kind": figure.kind,
        "approximate": figure.approximate,
        "date": figure.date.isoformat() if figure.date else None,
        "date_end": figure.date_end.isoformat() if figure.date_end else None,
        "quote": figure.text,
        "sentence": document.text[slice(*sentences[at])] if at >= 0 else figure.text,
        "document": document.name,
        "start": figure.start,
        "end": figure.end,
        "id": place.id if place else None,
        "status": named.place.status if isinstance(named, Entry) else named.status,
        "lon": lonlat.lon if lonlat else None,
        "lat": lonlat.lat if lonlat else None,
        **tell_origin(Origins().of_document(document)),
    }


def _whole(value: float | None) -> float | int | None:
    """Give a whole number as one: 600 and not 600.0."""
    return int(value) if value is not None and value.is_integer() else value


def _to_jsonl(records: Iterator[_Record]) -> str:
    return "".join(dump_json(record) for record in records)


def _to_csv(records: Iterator[_Record]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for record in records:
        writer.writerow([guard_cell(_cell(record[name])) for name in _COLUMNS])
    return out.getvalue()


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _to_table(records: Iterator[_Record]) -> str:
    """Give a table for reading: place, value or days, unit, what is counted, and the document's words."""
    lines = [_table_line("PLACE", "VALUE", "UNIT", "COUNTED", "QUOTE")]
    lines += [
        _table_line(_name(record), _says(record), record["unit"], record["counted"], record["quote"])
        for record in records
    ]
    return "\n".join(lines) + "\n"


def _name(record: _Record) -> str:
    """Give the name of a place, and of what is none why."""
    status = "" if record["status"] == "resolved" else f" ({record['status']})"
    return show_words(record["place"], _NAME_WIDTH - len(status)) + status


def _says(record: _Record) -> str:
    first, last = (
        (record["date"], record["date_end"])
        if record["value"] is None
        else tuple(None if end is None else f"{end:,}" for end in (record["value"], record["upper"]))
    )
    about = "~" if record["approximate"] and record["value"] is not None else ""
    if last is None:
        return f"{about}{first or ''}{' –' if first and record['value'] is None and record['kind'] == 'period' else ''}"
    return f"{about}{first or ''} – {last}"


def _table_line(place: str, value: str, unit: str, counted: str, quote: str) -> str:
    cells = (
        f"{place:{_NAME_WIDTH}}",
        f"{value:>23}",
        f"{show_words(unit, 9):9}",
        f"{show_words(counted, 24):24}",
        show_words(quote, 90),
    )
    return "  ".join(cells).rstrip()


FIGURE_FORMATS: Mapping[str, Callable[[Iterator[_Record]], str]] = {
    "table": _to_table,
    "jsonl": _to_jsonl,
    "csv": _to_csv,
}
"""What writes each format, by its name."""


def write_figures(report: Report, *, form: str) -> str:
    """Write the figures that documents say of their places as text.

    Parameters
    ----------
    report
        The report.
    form
        One of :data:`FIGURE_FORMATS`.

    Returns
    -------
    str
        A row a figure and place, in the order of the documents; what is said of two places has two rows. ``quote`` is
        the document's own words, ``sentence`` the sentence round them; ``start`` and ``end`` count characters of the
        document's text. What is said of a name that was not found or is ambiguous has its row too, without identifier,
        ``lon`` and ``lat``, in degrees, OGC:CRS84. Figures that are said of no name are not among them.

    Examples
    --------
    >>> write_figures(Report(title="Lima", documents=(), entries=()), form="csv").partition(",")[0]
    'place'
    """
    return FIGURE_FORMATS[form](_records(report))
