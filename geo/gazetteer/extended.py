"""A gazetteer with entries on top: a user's own places, and the names of regions and zones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import marisa_trie  # type: ignore[import-not-found]  # it has no stubs
import numpy as np
from numpy.typing import NDArray

from geo.gazetteer.added_rows import make_rows
from geo.gazetteer.entries import GazetteerEntry
from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.identifiers import find_row
from geo.gazetteer.layout import DEFAULT_SCHEME, KIND_SHIFT, ROW_MASK
from geo.gazetteer.names import fold
from geo.gazetteer.reader import Gazetteer
from geo.gazetteer.tables import Added, CodeLookup, NameLookup, ShownNames, Tables

__all__ = ["extend_gazetteer"]

_COUNTRY = FEATURES.index("country")
_DEMONYM = NAME_KINDS.index("demonym")
_CAPITAL = 1


def extend_gazetteer(base: Gazetteer, entries: Sequence[GazetteerEntry]) -> Gazetteer:
    """Give a gazetteer that knows entries besides what another knows.

    The rows of the entries come after those of the base, populated places first. An entry that bears the identifier of
    a place of the base, or of an entry before it, adds its names to that place. An entry that names no area is put into
    the smallest one that the populated places around it agree on, see
    :func:`geo.gazetteer.holders.find_holding_areas`, and takes its country from it; one of a kind that may lie in
    several, such as a region or a river, is put into no area but the country that it names.

    Parameters
    ----------
    base
        Where everything else is looked up; it stays as it is.
    entries
        In the order in which they count.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> from geo.lonlat import LonLat
    >>> hamlet = GazetteerEntry(entry_id="own:v/1", name="Quellohuaylla", lonlat=LonLat(lon=-75.4, lat=-10.6))
    >>> gazetteer = extend_gazetteer(open_gazetteer(), [hamlet])
    >>> gazetteer.admin_names(gazetteer.rows("quellohuaylla")[0])
    ('Peru', 'Pasco', 'Oxapampa', 'Quellohuaylla')
    """
    plan = _lay_out(base, entries)
    places = np.concatenate([base.tables.places, make_rows(base, plan.new, plan.row_of_id)])
    postings, winning = _collect_names(plan.named)
    return Gazetteer(
        Tables(
            places=places,
            names=_NamesOnTop(base.tables.names, plan),
            index=_IndexOnTop(base.tables, places, postings, winning),
            codes=_CodesOnTop(base.tables.codes, plan),
            populated=range(base.tables.populated.start, plan.first + plan.towns),
            added=Added(
                first=plan.first,
                ids=tuple(entry.entry_id for entry in plan.new),
                sources=tuple(entry.source for entry in plan.new),
                winning=winning,
            ),
            minor=base.tables.minor,
            id_rows=base.tables.id_rows,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Which entry is which row.

    Parameters
    ----------
    first
        The first new row.
    new
        The entries that have rows of their own, in the order of the rows.
    named
        Every entry with its row, in the order in which they count.
    row_of_id
        The rows of the new ones by identifier.
    towns
        How many of the new ones are populated places.
    """

    first: int
    new: tuple[GazetteerEntry, ...]
    named: tuple[tuple[GazetteerEntry, int], ...]
    row_of_id: Mapping[str, int]
    towns: int


def _lay_out(base: Gazetteer, entries: Sequence[GazetteerEntry]) -> _Plan:
    known: dict[str, int] = {}
    fresh: dict[str, GazetteerEntry] = {}
    for entry in entries:
        if entry.entry_id not in known and entry.entry_id not in fresh:
            row = find_row(base, entry.entry_id)
            if row is None:
                fresh[entry.entry_id] = entry
            else:
                known[entry.entry_id] = row
    # The sort is stable, so that each kind stays in order; where the nearest is asked for, towns lie together.
    new = sorted(fresh.values(), key=lambda entry: entry.feature != "populated place")
    row_of_id = {entry.entry_id: row for row, entry in enumerate(new, start=len(base))}
    known |= row_of_id
    return _Plan(
        first=len(base),
        new=tuple(new),
        named=tuple((entry, known[entry.entry_id]) for entry in entries),
        row_of_id=row_of_id,
        towns=sum(entry.feature == "populated place" for entry in new),
    )


class _NamesOnTop:
    """The names that the base shows, and those of the entries."""

    __slots__ = ("_base", "_plan")

    def __init__(self, base: ShownNames, plan: _Plan) -> None:
        self._base, self._plan = base, plan

    def name(self, row: int) -> str:
        """Give the name of a row."""
        first = self._plan.first
        return self._base.name(row) if row < first else self._plan.new[row - first].name


def _names_of(entry: GazetteerEntry) -> dict[str, int]:
    """Give the folded names of an entry, each with the best kind that it has."""
    kinds: dict[str, int] = {}
    for kind, name in (("primary", entry.name), *entry.names):
        folded, number = fold(name), NAME_KINDS.index(kind)
        if folded:
            kinds[folded] = min(number, kinds.get(folded, number))
    return kinds


def _collect_names(
    named: Iterable[tuple[GazetteerEntry, int]],
) -> tuple[dict[str, list[int]], dict[str, dict[int, str]]]:
    """Give the postings of each folded name, and the rows that win it with the source of the name."""
    postings: dict[str, list[int]] = {}
    winning: dict[str, dict[int, str]] = {}
    for entry, row in named:
        for folded, kind in _names_of(entry).items():
            postings.setdefault(folded, []).append(kind << KIND_SHIFT | row)
            if entry.wins and kind != _DEMONYM:
                winning.setdefault(folded, {}).setdefault(row, entry.source)
    return postings, winning


class _IndexOnTop:
    """What names mean in the base and among the entries."""

    __slots__ = ("_added", "_base", "_codes", "_places", "_trie", "_winning")

    def __init__(
        self,
        base: Tables,
        places: NDArray[np.void],
        postings: Mapping[str, Sequence[int]],
        winning: Mapping[str, Mapping[int, str]],
    ) -> None:
        self._base: NameLookup = base.index
        self._codes: CodeLookup = base.codes
        self._places, self._added, self._winning = places, postings, winning
        self._trie = marisa_trie.Trie(postings)

    def __contains__(self, folded: object) -> bool:
        """Say whether a folded name is known."""
        return folded in self._added or folded in self._base

    def postings(self, folded: str) -> NDArray[np.uint32]:
        """Give the postings of a folded name: what wins first, then the rest by importance."""
        known = self._base.postings(folded)
        return self._merge(folded, known.tolist()) if folded in self._added else known

    def prefixes(self, folded: str) -> list[str]:
        """Give every known name that a folded text starts with, shortest first."""
        known = self._base.prefixes(folded)
        added = [name for name in self._trie.prefixes(folded) if name not in known]
        return sorted([*known, *added], key=len) if added else known

    def _merge(self, folded: str, known: list[int]) -> NDArray[np.uint32]:
        winners = self._winning.get(folded, {})
        won = [posting for posting in self._added[folded] if posting & ROW_MASK in winners]
        # What a name nearly always means stays first.
        default = self._codes.row_of(DEFAULT_SCHEME, folded)
        start = int(bool(known) and known[0] & ROW_MASK == default)
        for posting in self._added[folded]:
            if posting not in known and posting not in won:
                known.insert(self._place_of(posting, known, start), posting)
        merged = np.array(list(dict.fromkeys([*won, *known])), dtype="<u4")
        merged.flags.writeable = False
        return merged

    def _place_of(self, posting: int, known: Sequence[int], start: int) -> int:
        """Give where a posting stands: before the first lesser kind of name, and before what fewer people live in."""
        kind, people = posting >> KIND_SHIFT, self._places["population"][posting & ROW_MASK]
        for at in range(start, len(known)):
            place = self._places[known[at] & ROW_MASK]
            smaller = place["population"] < people and place["rank"] != _CAPITAL and place["feature"] != _COUNTRY
            if known[at] >> KIND_SHIFT > kind or (known[at] >> KIND_SHIFT == kind and smaller):
                return at
        return len(known)


class _CodesOnTop:
    """The codes of the base, and the identifiers of the entries."""

    __slots__ = ("_added", "_base", "_plan")

    def __init__(self, base: CodeLookup, plan: _Plan) -> None:
        self._base, self._plan = base, plan
        self._added: dict[str, dict[str, int]] = {}
        for entry_id, row in plan.row_of_id.items():
            scheme, _, code = entry_id.partition(":")
            self._added.setdefault(scheme, {})[code] = row

    def row_of(self, scheme: str, code: str) -> int | None:
        """Give the row of a code; None when no place has it."""
        row = self._added.get(scheme, {}).get(code)
        return self._base.row_of(scheme, code) if row is None else row

    def codes_in(self, scheme: str) -> dict[str, int]:
        """Give every code of a scheme with its row."""
        return self._base.codes_in(scheme) | self._added.get(scheme, {})

    def codes_of(self, row: int) -> dict[str, str]:
        """Give the codes of a row by scheme."""
        if row < self._plan.first:
            return self._base.codes_of(row)
        scheme, _, code = self._plan.new[row - self._plan.first].entry_id.partition(":")
        return {scheme: code}
