"""A gazetteer of two invented countries, small enough to be known by heart.

Aldoria (XA) has the regions Norvale and Sudmark, Bertania (XB) has Westmoor. Three towns are called Marwick: a
hamlet in Norvale beside Fernholt, a city in Westmoor, and a village in Sudmark. The file layout is written here a
second time, apart from the build's writer, so that the reader is held to :mod:`geo.gazetteer.layout` and not to
what the build happens to do.
"""

from dataclasses import dataclass, field

import marisa_trie
import numpy as np

from geo.gazetteer.features import FEATURES, NAME_KINDS
from geo.gazetteer.layout import KIND_SHIFT, LIST_FLAG, PLACE, POSTAL_PREFIX
from geo.gazetteer.names import fold


@dataclass(frozen=True, kw_only=True)
class Row:
    name: str
    feature: str
    lon: float
    lat: float
    country: str = ""
    population: int = 0
    parent: int = -1
    rank: int = 0
    geonames_id: int = 0
    alternate: tuple = ()
    short: tuple = ()
    demonym: tuple = ()
    postal: tuple = ()
    codes: dict = field(default_factory=dict)


ALDORIA, BERTANIA, NORVALE, SUDMARK, WESTMOOR, HILLSHIRE, FERNHOLT_DISTRICT = range(7)
OLN, TARN_VALLEY, ESTERHOLT, FERNHOLT, MARWICK_NORVALE, MARWICK_WESTMOOR, MARWICK_SUDMARK, QUELL, CAPTOWN = range(7, 16)

ROWS = (
    Row(
        name="Aldoria",
        feature="country",
        lon=10,
        lat=50,
        country="XA",
        population=5_000_000,
        geonames_id=1,
        short=("ALD", "A.L.D."),
        demonym=("Aldorian", "Aldorians", "aldoriano"),
        codes={"iso3166-1": "XA"},
    ),
    Row(
        name="Bertania",
        feature="country",
        lon=30,
        lat=50,
        country="XB",
        population=60_000_000,
        geonames_id=2,
        demonym=("Bertanian",),
        codes={"iso3166-1": "XB"},
    ),
    Row(
        name="Norvale",
        feature="admin1",
        lon=10,
        lat=52,
        country="XA",
        population=900_000,
        parent=ALDORIA,
        geonames_id=3,
        codes={"iso3166-2": "XA-NV"},
    ),
    Row(
        name="Sudmark",
        feature="admin1",
        lon=10,
        lat=48,
        country="XA",
        population=700_000,
        parent=ALDORIA,
        geonames_id=4,
        postal=("Sm.",),
        codes={"iso3166-2": "XA-SM"},
    ),
    Row(
        name="Westmoor",
        feature="admin1",
        lon=29,
        lat=51,
        country="XB",
        population=9_000_000,
        parent=BERTANIA,
        geonames_id=5,
    ),
    Row(
        name="Hillshire",
        feature="admin2",
        lon=10.2,
        lat=52.1,
        country="XA",
        population=90_000,
        parent=NORVALE,
        geonames_id=6,
    ),
    Row(
        name="Fernholt",
        feature="admin3",
        lon=10.31,
        lat=52.2,
        country="XA",
        population=21_000,
        parent=HILLSHIRE,
        codes={"inei": "010203"},
    ),
    Row(
        name="Oln",
        feature="river",
        lon=10.5,
        lat=52.5,
        country="XA",
        rank=3,
        alternate=("Oln River",),
        codes={"dateline": "oln"},
    ),
    Row(
        name="Tarn Valley",
        feature="region",
        lon=11,
        lat=51,
        country="XA",
        rank=3,
        alternate=("Upper and Lower Tarn Valley",),
        short=("TARV",),
        codes={"region": "tarv", "certain": "tarv"},
    ),
    Row(
        name="Esterholt",
        feature="populated place",
        lon=9.5,
        lat=50.5,
        country="XA",
        population=900_000,
        parent=ALDORIA,
        rank=1,
        geonames_id=10,
    ),
    Row(
        name="Fernholt",
        feature="populated place",
        lon=10.3,
        lat=52.2,
        country="XA",
        population=20_000,
        parent=FERNHOLT_DISTRICT,
        geonames_id=11,
    ),
    Row(
        name="Marwick",
        feature="populated place",
        lon=10.4,
        lat=52.3,
        country="XA",
        population=900,
        parent=HILLSHIRE,
        geonames_id=12,
    ),
    Row(
        name="Marwick",
        feature="populated place",
        lon=29.1,
        lat=51.1,
        country="XB",
        population=400_000,
        parent=WESTMOOR,
        geonames_id=13,
        alternate=("Alt-Marwick",),
    ),
    Row(
        name="Marwick",
        feature="populated place",
        lon=10.1,
        lat=47.9,
        country="XA",
        population=2_000,
        parent=SUDMARK,
        geonames_id=14,
    ),
    Row(
        name="Quell",
        feature="populated place",
        lon=29.5,
        lat=51.5,
        country="XB",
        population=7_000,
        parent=WESTMOOR,
        geonames_id=15,
    ),
    Row(
        name="Bertania City",
        feature="populated place",
        lon=30.1,
        lat=50.1,
        country="XB",
        population=3_000_000,
        parent=BERTANIA,
        rank=1,
        geonames_id=16,
        alternate=("Bertania",),
    ),
)


def write_mini_gazetteer(folder, rows=ROWS):
    """Write the rows as the files of a gazetteer; give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [row.name.encode() for row in rows]
    starts = np.cumsum([0, *map(len, names)])
    places = [
        (
            row.geonames_id,
            round(row.lon * 100_000),
            round(row.lat * 100_000),
            row.population,
            row.parent,
            row.country.encode(),
            FEATURES.index(row.feature),
            row.rank,
            start,
        )
        for row, start in zip(rows, starts, strict=False)
    ]
    np.save(folder / "places.npy", np.array(places, dtype=PLACE))
    (folder / "place_names.bin").write_bytes(b"".join(names) + b"\n")
    _write_names(folder, rows)
    _write_codes(folder, rows)
    return folder


def _write_names(folder, rows):
    postings = {}
    for number, row in enumerate(rows):
        named = {"primary": (row.name,), "alternate": row.alternate, "short": row.short, "demonym": row.demonym}
        for kind, some in named.items():
            for name in some:
                postings.setdefault(fold(name), []).append(NAME_KINDS.index(kind) << KIND_SHIFT | number)
        for name in row.postal:
            postings.setdefault(POSTAL_PREFIX + fold(name), []).append(NAME_KINDS.index("short") << KIND_SHIFT | number)
    trie = marisa_trie.Trie(sorted(postings))
    index, lists = np.zeros(len(trie), dtype="<u4"), []
    for name, found in postings.items():
        index[trie[name]] = found[0] if len(found) == 1 else LIST_FLAG | len(lists)
        lists += [len(found), *sorted(found)] if len(found) > 1 else []
    trie.save(str(folder / "names.marisa"))
    np.save(folder / "name_index.npy", index)
    np.save(folder / "name_rows.npy", np.array(lists, dtype="<u4"))


def _write_codes(folder, rows):
    codes = {f"{scheme}:{code}": number for number, row in enumerate(rows) for scheme, code in row.codes.items()}
    trie = marisa_trie.Trie(sorted(codes))
    code_rows = np.zeros(len(trie), dtype="<u4")
    for code, number in codes.items():
        code_rows[trie[code]] = number
    trie.save(str(folder / "codes.marisa"))
    np.save(folder / "code_rows.npy", code_rows)
