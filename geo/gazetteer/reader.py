"""The gazetteer at work: names to places, mapped into memory and never read whole."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from geo.errors import GazetteerError
from geo.gazetteer.candidate import Candidate, candidates_of
from geo.gazetteer.features import FEATURES
from geo.gazetteer.layout import DEFAULT_SCHEME, GEONAMES_ID_SCHEME, MINOR_PREFIX, POSTAL_PREFIX, ROW_MASK
from geo.gazetteer.names import fold
from geo.gazetteer.nearest import nearest_rows
from geo.gazetteer.tables import Tables, open_tables
from geo.lonlat import LonLat

__all__ = ["Gazetteer"]

_E5_A_DEGREE = 100_000
_NO_WINNERS: Mapping[int, str] = MappingProxyType({})
_POPULATED_PLACE = FEATURES.index("populated place")
# The codes that name a place which GeoNames does not have, in the order of preference.
_OWN_SCHEMES = ("inei", "region", "dateline", "iso3166-2", "iso3166-1")
_SOURCES = {"geonames": "GeoNames", "postal": "GeoNames", "inei": "INEI", "iso3166-2": "Natural Earth"}
_ROW_MASK = np.uint32(ROW_MASK)


class Gazetteer:
    """Names to places and places to what is known of them.

    Opening maps the files into memory; only what a look-up touches is read. An object is
    safe to share between threads, for nothing in it changes.

    Parameters
    ----------
    folder
        The folder that holds the files of :data:`geo.gazetteer.layout.FILES`, or tables that are open already.

    Attributes
    ----------
    tables
        What it is made of.
    lon_e5, lat_e5
        Longitude and latitude of each row in units of 1e-5 degrees, OGC:CRS84.
    population
        People in each row; for a subdivision the sum of its populated places.
    parent
        The row of the smallest administrative area that holds each row; -1 for none.
    country_code
        ISO 3166-1 alpha-2 code of each row, as ASCII bytes; empty for none or several.
    feature_code
        Each row's index in :data:`geo.gazetteer.features.FEATURES`.
    rank
        1 a capital, 2 the seat of a first-level region; of continents and countries how large a part of
        the world they are (1 the world, 2 a continent, 3 a country);
        :data:`geo.gazetteer.layout.MINOR_RANK` of minor places; else 0.

    Raises
    ------
    GazetteerError
        When a file is missing or the files do not fit together.

    Examples
    --------
    >>> from geo.gazetteer import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> [gazetteer.country(row) for row in gazetteer.rows("Oxapampa")]
    ['PE', 'PE', 'PE']
    """

    __slots__ = (
        "_by_geonames_id",
        "country_code",
        "feature_code",
        "lat_e5",
        "lon_e5",
        "parent",
        "population",
        "rank",
        "tables",
    )

    def __init__(self, folder: Path | Tables) -> None:
        self.tables = folder if isinstance(folder, Tables) else _open(folder)
        places = self.tables.places
        self._by_geonames_id: NDArray[np.uint32] | None = self.tables.id_rows
        self.lon_e5: NDArray[np.int32] = places["lon_e5"]
        self.lat_e5: NDArray[np.int32] = places["lat_e5"]
        self.population: NDArray[np.uint32] = places["population"]
        self.parent: NDArray[np.int32] = places["parent"]
        self.country_code: NDArray[np.bytes_] = places["country"]
        self.feature_code: NDArray[np.uint8] = places["feature"]
        self.rank: NDArray[np.uint8] = places["rank"]

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self.tables.places)

    def __contains__(self, folded: object) -> bool:
        """Say whether a folded name is known."""
        return folded in self.tables.index

    def postings(self, folded: str) -> NDArray[np.uint32]:
        """Give what a folded name may mean: its default sense, then the most important place of each kind of name.

        Parameters
        ----------
        folded
            A name as :func:`geo.gazetteer.names.fold` gives it.

        Returns
        -------
        numpy.ndarray
            Postings, shape (places,): ``posting & ROW_MASK`` is a row and ``posting >> KIND_SHIFT`` an index in
            ``NAME_KINDS``, see :mod:`geo.gazetteer.layout`. Empty when the name is not known.
        """
        return self.tables.index.postings(folded)

    def minor_postings(self, folded: str) -> NDArray[np.uint32]:
        """Give what a folded name may mean among minor places, the farms and brooks of a data pack.

        Parameters
        ----------
        folded
            A name as :func:`geo.gazetteer.names.fold` gives it.

        Returns
        -------
        numpy.ndarray
            As :meth:`postings` gives them; the bundle has none.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> len(open_gazetteer().minor_postings("lima"))
        0
        """
        return self.tables.index.postings(MINOR_PREFIX + folded)

    def _all_postings(self, folded: str) -> NDArray[np.uint32]:
        known, minor = self.postings(folded), self.minor_postings(folded)
        return np.concatenate([known, minor]) if len(minor) else known

    def rows(self, name: str) -> NDArray[np.uint32]:
        """Give the rows that a name may mean: its default sense, then the most important place of each kind of name.

        Minor places come last.

        Parameters
        ----------
        name
            A name as a document writes it.

        Returns
        -------
        numpy.ndarray
            Rows, shape (places,); empty when the name is not known.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.name(gazetteer.rows("EE. UU.")[0])
        'United States'
        """
        return self._all_postings(fold(name)) & _ROW_MASK

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Give the places that a name may mean and what the name is to each, in the order of :meth:`rows`.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> [(gazetteer.name(one.row), one.name_kind) for one in gazetteer.candidates("Peruvian")]
        [('Peru', 'demonym')]
        """
        return candidates_of(self._all_postings(fold(name)))

    def candidates_after_comma(self, name: str) -> tuple[Candidate, ...]:
        """Give the places that a short form means behind the name of a place in them: "Springfield, Mass.".

        Such forms ("Mass.", "IN", "Ind.") are words of their own elsewhere, so :meth:`rows` does not know them.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> [gazetteer.name(one.row) for one in gazetteer.candidates_after_comma("Mass.")]
        ['Massachusetts']
        """
        return candidates_of(self.postings(POSTAL_PREFIX + fold(name)))

    def prefixes(self, folded: str) -> list[str]:
        """Give every known name that a folded text starts with, shortest first.

        Parameters
        ----------
        folded
            A folded text. A name may end amid a word of it: that is for the caller to see.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> open_gazetteer().prefixes("villa rica peru")[-1]
        'villa rica'
        """
        return self.tables.index.prefixes(folded)

    def winners(self, folded: str) -> Mapping[int, str]:
        """Give the rows that a folded name means before any other, each with the source of the name.

        Parameters
        ----------
        folded
            A name as :func:`geo.gazetteer.names.fold` gives it.

        Returns
        -------
        Mapping
            Empty but for names of one's own, see :class:`geo.gazetteer.entries.GazetteerEntry`.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> dict(open_gazetteer().winners("lima"))
        {}
        """
        return self.tables.added.winning.get(folded, _NO_WINNERS)

    def name(self, row: int) -> str:
        """Give the name that maps and tables show for a place."""
        return self.tables.names.name(row)

    def lonlat(self, row: int) -> LonLat:
        """Give where a place lies, OGC:CRS84."""
        return LonLat(lon=int(self.lon_e5[row]) / _E5_A_DEGREE, lat=int(self.lat_e5[row]) / _E5_A_DEGREE)

    def country(self, row: int) -> str:
        """Give the ISO 3166-1 alpha-2 code of a place's country; empty for none or several."""
        return bytes(self.tables.places["country"][row]).decode("ascii")

    def feature(self, row: int) -> str:
        """Give the feature kind of a place, one of :data:`geo.gazetteer.features.FEATURES`."""
        return FEATURES[self.feature_code[row]]

    def geonames_id(self, row: int) -> int:
        """Give the GeoNames id of a place; 0 when GeoNames is not where it comes from."""
        return int(self.tables.places["geonames_id"][row])

    def admin_rows(self, row: int) -> tuple[int, ...]:
        """Give the rows of the areas that hold a place, country first and itself last."""
        return tuple(self._upwards(row))[::-1]

    def admin_names(self, row: int) -> tuple[str, ...]:
        """Give the names of the areas that hold a place, country first and itself last.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> row = gazetteer.row_of("inei", "190307")
        >>> gazetteer.admin_names(row)
        ('Peru', 'Pasco', 'Oxapampa', 'Villa Rica')
        """
        return tuple(self.name(one) for one in self.admin_rows(row))

    def _upwards(self, row: int) -> Iterator[int]:
        while row >= 0:
            yield row
            row = int(self.parent[row])

    def place_id(self, row: int) -> str:
        """Give the identifier of a place with its source: ``"geonames:3933874"``, ``"inei:190307"``.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.place_id(gazetteer.row_of("region", "vraem"))
        'region:vraem'
        """
        added = self.tables.added
        if row >= added.first:
            return added.ids[row - added.first]
        number = self.geonames_id(row)
        if number:
            return f"geonames:{number}"
        if self.feature_code[row] == _POPULATED_PLACE:
            # GeoNames' tables of postal codes give names and points, and no ids.
            here = self.lonlat(row)
            return f"postal:{self.country(row)}/{fold(self.name(row)).replace(' ', '-')}/{here.lon:.2f}/{here.lat:.2f}"
        codes = self.codes(row)
        return next((f"{scheme}:{codes[scheme]}" for scheme in _OWN_SCHEMES if scheme in codes), f"row:{row}")

    def source(self, row: int) -> str:
        """Give the source of a place: ``"GeoNames"``, ``"INEI"``, ``"Natural Earth"``, ``"Dateline"`` or an entry's."""
        added = self.tables.added
        if row >= added.first:
            return added.sources[row - added.first]
        return _SOURCES.get(self.place_id(row).partition(":")[0], "Dateline")

    def row_of(self, scheme: str, code: str) -> int | None:
        """Give the row of a code.

        Parameters
        ----------
        scheme
            ``"iso3166-1"`` (alpha-2), ``"iso3166-2"``, ``"geonames"`` (administrative codes: ``"US.CA"``),
            ``"inei"`` (2, 4 or 6 digits), ``"region"`` (named regions) or ``"dateline"`` (natural features).
        code
            The code in that scheme.

        Returns
        -------
        int or None
            None when no place has that code.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.name(gazetteer.row_of("iso3166-2", "PE-PAS"))
        'Pasco'
        """
        return self.tables.codes.row_of(scheme, code)

    def default_row(self, name: str) -> int | None:
        """Give the row of what a name nearly always means, where that was written down; None for any other name.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.country(gazetteer.default_row("Alexandria")), gazetteer.default_row("Villa Rica")
        ('EG', None)
        """
        return self.row_of(DEFAULT_SCHEME, fold(name))

    def codes_in(self, scheme: str) -> dict[str, int]:
        """Give every code of a scheme with its row; the schemes are those of :meth:`row_of`.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> len([code for code in open_gazetteer().codes_in("inei") if len(code) == 4])
        196
        """
        return self.tables.codes.codes_in(scheme)

    def codes(self, row: int) -> dict[str, str]:
        """Give the codes of a place by scheme; of several codes of one scheme the last.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.codes(gazetteer.row_of("inei", "19"))
        {'geonames': 'PE.19', 'inei': '19', 'iso3166-2': 'PE-PAS'}
        """
        return self.tables.codes.codes_of(row)

    def code_of(self, scheme: str, row: int) -> str | None:
        """Give the code of a place in a scheme; None when it has none. The schemes are those of :meth:`row_of`."""
        return self.codes(row).get(scheme)

    def row_of_geonames_id(self, geonames_id: int) -> int | None:
        """Give the row of a GeoNames id; None when the gazetteer does not hold it."""
        ids: NDArray[np.uint32] = self.tables.places["geonames_id"]
        if self._by_geonames_id is None:
            self._by_geonames_id = np.argsort(ids, kind="stable").astype("<u4")
        rows = self._by_geonames_id
        at = bisect_left(rows, geonames_id, key=lambda row: ids[row])
        if geonames_id and at < len(rows) and ids[rows[at]] == geonames_id:
            return int(rows[at])
        # What the bundle knows under another identifier, and entries on top.
        schemes = (GEONAMES_ID_SCHEME, "geonames")
        found = (self.row_of(scheme, str(geonames_id)) for scheme in schemes)
        return next((row for row in found if row is not None), None)

    def well_known_rows(self, features: Collection[str]) -> NDArray[np.intp]:
        """Give the rows of some feature kinds, in order; those of minor places are not among them.

        Parameters
        ----------
        features
            Kinds of :data:`geo.gazetteer.features.FEATURES`.

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.name(gazetteer.well_known_rows(["continent"])[0])
        'Africa'
        """
        codes = [FEATURES.index(feature) for feature in features]
        found, start = [], 0
        for minor in (*self.tables.minor, range(len(self), len(self))):
            stop = minor.start
            found.append(np.flatnonzero(np.isin(self.feature_code[start:stop], codes)) + start)
            start = minor.stop
        return np.concatenate(found)

    def nearest(self, lonlat: LonLat, k: int = 1) -> list[tuple[int, float]]:
        """Give the populated places nearest to a point, nearest first.

        Parameters
        ----------
        lonlat
            The point, OGC:CRS84.
        k
            How many.

        Returns
        -------
        list of tuple
            Row and great-circle distance in metres, on a sphere of 6,371,008.8 m (within 0.6 % of the geodesic one).

        Examples
        --------
        >>> from geo.gazetteer import open_gazetteer
        >>> gazetteer = open_gazetteer()
        >>> gazetteer.name(gazetteer.nearest(LonLat(lon=-75.27, lat=-10.74))[0][0])
        'Villa Rica'
        """
        populated = self.tables.populated
        stop = populated.stop
        return nearest_rows(self.lon_e5[:stop], self.lat_e5[:stop], lonlat, first_row=populated.start, k=k)


def _open(folder: Path) -> Tables:
    try:
        return open_tables(folder)
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        message = f"the gazetteer in {folder} cannot be read ({error}): install dateline again, or run 'make data'"
        raise GazetteerError(message) from error
