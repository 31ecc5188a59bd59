"""Which column of a table names places, and which say where they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.errors import TableError
from geo.gazetteer.names import fold
from geo.read.content import TableColumns
from geo.read.source import show_name

__all__ = ["ChosenColumns", "choose_columns", "find_header"]


# fmt: off
# Best first. A word that can only mean a place goes before "name", which may be a person's.
_NAME_HEADERS = (
    "place", "place name", "placename", "toponym", "toponimo", "lugar", "nombre del lugar", "nombre de lugar",
    "location", "location name", "locality", "localidad", "ubicacion", "settlement", "populated place",
    "centro poblado", "caserio", "city", "city name", "ciudad", "town", "pueblo", "village", "aldea", "comunidad",
    "name", "nombre", "geoname", "asciiname", "site", "sitio",
)
# Administrative levels, smallest first, as English and Spanish tables head them.
_HINT_HEADERS = (
    ("district", "distrito", "municipality", "municipio", "commune", "comuna", "canton", "parroquia", "admin3", "adm3"),
    ("county", "province", "provincia", "admin2", "adm2"),
    ("state", "estado", "department", "departamento", "departement", "governorate", "oblast", "admin1", "adm1"),
    ("region", "state province", "admin region"),
    ("country", "country name", "pais", "nation"),
)
_SPANISH_HEADERS = frozenset({
    "toponimo", "lugar", "nombre del lugar", "nombre de lugar", "localidad", "ubicacion", "centro poblado", "caserio",
    "ciudad", "pueblo", "aldea", "comunidad", "nombre", "sitio", "distrito", "municipio", "comuna", "parroquia",
    "provincia", "estado", "departamento", "pais",
})
# fmt: on
_HEADER_ROWS = 10
_SHOWN_COLUMNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenColumns:
    """The columns of one table by their index.

    Parameters
    ----------
    name
        The index of the column that names the places.
    hints
        The indices of the columns that say where they lie, smallest region first.
    language
        ``"es"`` when the headers are Spanish, else ``"en"``.
    """

    name: int
    hints: tuple[int, ...]
    language: str


def find_header(rows: Sequence[Sequence[str]], *, columns: TableColumns) -> int | None:
    """Give the index of the row that heads a table, among its first ten; None for a table without rows.

    Parameters
    ----------
    rows
        The table's first rows, titles above the header among them.
    columns
        What the user says of the columns.

    Returns
    -------
    int or None
        The first row with a header that names places, else the first row that is not empty.

    Examples
    --------
    >>> find_header([["Cases in 2020"], ["id", "Town", "Country"]], columns=TableColumns())
    1
    """
    filled = [index for index, row in enumerate(rows[:_HEADER_ROWS]) if any(row)]
    for index in filled:
        if _find_name(rows[index], columns) is not None:
            return index
    return filled[0] if filled else None


def choose_columns(header: Sequence[str], *, columns: TableColumns, name: str) -> ChosenColumns:
    """Give the columns that name places and say where they lie.

    Parameters
    ----------
    header
        The table's header.
    columns
        What the user says of the columns.
    name
        What to call the table in an error.

    Returns
    -------
    ChosenColumns
        Indices into the header.

    Raises
    ------
    TableError
        When no column names places, or there is none of the name that the user gives.

    Examples
    --------
    >>> choose_columns(["País", "Lugar", "Casos"], columns=TableColumns(), name="casos.csv")
    ChosenColumns(name=1, hints=(0,), language='es')
    """
    found = _find_name(header, columns)
    if found is None:
        wanted = f"no column {show_name(columns.name)}" if columns.name else "no column of place names"
        message = (
            f"{show_name(name)} has {wanted}: its columns are {_list(header)}; head one 'place', or say which it is"
        )
        raise TableError(message)
    folded = [fold(cell) for cell in header]
    if columns.hints is None:
        hints = [index for level in _HINT_HEADERS for index, cell in enumerate(folded) if cell in level]
    else:
        hints = [_find_hint(header, hint, name) for hint in columns.hints]
    language = "es" if _SPANISH_HEADERS & {folded[found], *(folded[index] for index in hints)} else "en"
    return ChosenColumns(name=found, hints=tuple(index for index in hints if index != found), language=language)


def _find_name(header: Sequence[str], columns: TableColumns) -> int | None:
    folded = [fold(cell) for cell in header]
    if columns.name is not None:
        return folded.index(fold(columns.name)) if fold(columns.name) in folded else None
    # A table of districts, provinces or countries alone is a table of places too.
    for candidate in (*_NAME_HEADERS, *(cell for level in _HINT_HEADERS for cell in level)):
        if candidate in folded:
            return folded.index(candidate)
    return None


def _find_hint(header: Sequence[str], hint: str, name: str) -> int:
    folded = [fold(cell) for cell in header]
    if fold(hint) not in folded:
        message = f"{show_name(name)} has no column {show_name(hint)}: its columns are {_list(header)}"
        raise TableError(message)
    return folded.index(fold(hint))


def _list(header: Sequence[str]) -> str:
    shown = ", ".join(show_name(cell) for cell in header[:_SHOWN_COLUMNS])
    more = len(header) - _SHOWN_COLUMNS
    return f"{shown} and {more} more" if more > 0 else shown
