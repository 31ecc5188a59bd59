"""Which column of a gazetteer of one's own holds what."""

import difflib
from collections.abc import Mapping, Sequence

from geo.errors import ConfigurationError, OwnDataError
from geo.gazetteer.names import fold
from geo.read.source import show_name

__all__ = ["FIELDS", "check_fields", "choose_fields", "count_fields"]

# fmt: off
_HEADERS = {
    # Best first, folded: English, Spanish, Portuguese, French.
    "name": (
        "name", "nombre", "nome", "nom", "place name", "placename", "place", "toponym", "toponimo", "toponyme",
        "nombre del lugar", "nombre lugar", "nom du lieu", "lugar", "lieu", "local", "localidad", "localidade",
        "localite", "locality", "centro poblado", "nombre centro poblado", "nomccpp", "nombccpp", "caserio",
        "comunidad", "comunidade", "village", "aldea", "aldeia", "pueblo", "settlement", "town", "ville", "ciudad",
        "cidade", "city", "asciiname", "label", "etiqueta", "title",
    ),
    "lon": (
        "lon", "lng", "long", "longitude", "longitud", "lon dd", "long dd", "longitude dd", "longitud dd",
        "decimal longitude", "decimallongitude", "longitud decimal", "lon deg", "lon wgs84", "xcoord", "coord x",
        "point x", "x coord", "coordenada x", "x",
    ),
    "lat": (
        "lat", "latitude", "latitud", "lat dd", "latitude dd", "latitud dd", "decimal latitude", "decimallatitude",
        "latitud decimal", "lat deg", "lat wgs84", "ycoord", "coord y", "point y", "y coord", "coordenada y", "y",
    ),
    "aliases": (
        "aliases", "alias", "alt names", "altnames", "alt name", "alternate names", "alternatenames",
        "alternative names", "other names", "also known as", "aka", "synonyms", "otros nombres",
        "nombres alternativos", "nombre alternativo", "sinonimos", "outros nomes", "nomes alternativos", "autres noms",
        "noms alternatifs", "synonymes",
    ),
    "kind": (
        "kind", "feature", "feature kind", "tipo", "type", "clase", "classe", "class", "categoria", "category",
        "categorie",
    ),
    "weight": (
        "weight", "peso", "poids", "population", "poblacion", "populacao", "pop", "habitantes", "habitants",
        "inhabitants", "people",
    ),
    "country": (
        "country", "country code", "countrycode", "pais", "pays", "codigo pais", "code pays", "iso2", "iso a2",
        "iso alpha 2", "cc",
    ),
    "id": (
        "id", "code", "codigo", "cod", "identifier", "identificador", "identifiant", "ubigeo", "codccpp",
        "geonames id", "geonameid", "gid", "fid", "objectid", "place id", "uid",
    ),
    "parent": (
        "parent", "padre", "district", "distrito", "municipality", "municipio", "commune", "admin3", "province",
        "provincia", "county", "admin2", "department", "departamento", "departement", "state", "estado", "region",
        "regiao", "admin1",
    ),
}
_PROJECTED = {
    "este", "norte", "easting", "northing", "este utm", "norte utm", "utm este", "utm norte", "utm e", "utm n",
    "utm x", "utm y", "x utm", "y utm", "leste",
}
# fmt: on
FIELDS = tuple(_HEADERS)
"""What a column can hold."""

_NEEDED = ("name", "lon", "lat")
_SHOWN = 20


def check_fields(stated: Mapping[str, str]) -> None:
    """Refuse what is no field.

    Parameters
    ----------
    stated
        The header of a column by what it holds, as the user says it.

    Raises
    ------
    ConfigurationError
        With the field that may be meant.

    Examples
    --------
    >>> check_fields({"name": "NOMBRE"})
    """
    for field in stated:
        if field not in FIELDS:
            near = difflib.get_close_matches(field, FIELDS, n=1)
            meant = f"do you mean {near[0]!r}?" if near else f"give one of {', '.join(FIELDS)}"
            message = f"a gazetteer has no field {show_name(field)}: {meant}"
            raise ConfigurationError(message)


def count_fields(header: Sequence[str], stated: Mapping[str, str]) -> int:
    """Give how many of a name, a longitude and a latitude a row of a table heads.

    Parameters
    ----------
    header
        The cells of the row.
    stated
        As for :func:`choose_fields`.

    Examples
    --------
    >>> count_fields(["Nombre", "X", "Y"], {}), count_fields(["Villages of 2024"], {})
    (3, 0)
    """
    folded = [fold(cell) for cell in header]
    wanted = {field: (fold(stated[field]),) if field in stated else _HEADERS[field] for field in _NEEDED}
    return sum(not set(some).isdisjoint(folded) for some in wanted.values())


def choose_fields(header: Sequence[str], stated: Mapping[str, str], *, name: str) -> dict[str, int]:
    """Give the column of each field by its index.

    Parameters
    ----------
    header
        The headers of the columns.
    stated
        The headers that the user names, by field; they go before what is guessed.
    name
        What to call the file in an error.

    Returns
    -------
    dict
        Name, lon and lat, and those of the others that are there.

    Raises
    ------
    OwnDataError
        When a needed column is not there, or none of the name that the user gives.

    Examples
    --------
    >>> choose_fields(["ID", "NOMBRE", "LONGITUD", "LATITUD"], {}, name="aldeas.csv")
    {'name': 1, 'lon': 2, 'lat': 3, 'id': 0}
    """
    folded = [fold(cell) for cell in header]
    chosen = {field: _find_stated(header, folded, wanted, name) for field, wanted in stated.items()}
    for field, headers in _HEADERS.items():
        if field not in chosen:
            taken = set(chosen.values())
            found = [folded.index(one) for one in headers if one in folded]
            free = [index for index in found if index not in taken]
            if free:
                chosen[field] = free[0]
    missing = [field for field in _NEEDED if field not in chosen]
    if missing:
        raise OwnDataError(_tell_missing(header, folded, missing[0], name))
    return {field: chosen[field] for field in FIELDS if field in chosen}


def _find_stated(header: Sequence[str], folded: Sequence[str], wanted: str, name: str) -> int:
    plain = fold(wanted)
    if wanted in header:
        return list(header).index(wanted)
    if plain and plain in folded:
        return folded.index(plain)
    message = f"{show_name(name)} has no column {show_name(wanted)}: its columns are {_list(header)}"
    raise OwnDataError(message)


def _tell_missing(header: Sequence[str], folded: Sequence[str], field: str, name: str) -> str:
    what = {"name": "names", "lon": "longitudes", "lat": "latitudes"}[field]
    if field != "name" and not _PROJECTED.isdisjoint(folded):
        return (
            f"{show_name(name)} gives projected coordinates ({_list(header)}): add longitude and latitude in degrees, "
            "WGS 84 (EPSG:4326), such as a GIS exports"
        )
    columns = f"its columns are {_list(header)}"
    return f"{show_name(name)} has no column of {what}: {columns}; head one {field!r}, or say which it is"


def _list(header: Sequence[str]) -> str:
    shown = ", ".join(show_name(cell[:_SHOWN]) for cell in header[:_SHOWN])
    more = len(header) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
