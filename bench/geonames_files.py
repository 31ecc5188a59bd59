"""Invented files of GeoNames in the real layout, as many places as wanted.

The bundle's own places are among them under their ids, as they are in the real files. The others lie about the
bundle's towns, are named with syllables or with names that the bundle has already, and have the feature classes, the
people and the number of alternate names that the whole of GeoNames has.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.gazetteer import FEATURES, Gazetteer, open_gazetteer

__all__ = ["write_alternate_names", "write_places"]

_AT_ONCE = 100_000
_FIRST_ID = 20_000_000
_SYLLABLES = (
    "an ka ri mo ta lu que sha bor ne vi do sal pe chi hua ya co tam ber gen stad ville ford ney al ma zor ist kov ska "
    "ra ni du lo per gar hol wick ton by san mar bel tor gra nov ju li ki ze fon dai pur bad gan sem bo ha ruk nja we "
    "tsi ell och inver glen drum bally kil aber llan tre pol pen ros cair tul dor men gol zin bru ost wal den heim au"
).split()
_BEFORE = "Cerro|Río|Quebrada|Hacienda|Rancho|Loma|Wadi|Jabal|Mount|Saint|Lake|Camp|San|Nueva|Khirbat|Ban".split("|")
_AFTER = "Farm|Church|School|Creek|Lake|Hill|Hotel|Cemetery|Point|Park|Ridge|Bridge|Ranch|Mine|Port|Spring".split("|")
# Feature class, code, share of the whole of GeoNames in thousandths.
_KINDS = (
    ("P", "PPL", 360), ("P", "PPLX", 12), ("P", "PPLQ", 6), ("P", "PPLA3", 2), ("H", "STM", 110), ("H", "LK", 30),
    ("H", "STMI", 15), ("H", "SPNG", 20), ("H", "RSV", 10), ("T", "MT", 50), ("T", "HLL", 40), ("T", "ISL", 15),
    ("T", "VAL", 12), ("S", "HTL", 25), ("S", "CH", 55), ("S", "SCH", 65), ("S", "FRM", 45), ("S", "CMTY", 20),
    ("S", "BLDG", 15), ("L", "LCTY", 20), ("L", "PRK", 10), ("A", "ADM4", 15), ("A", "ADM3", 8), ("R", "RD", 4),
    ("V", "FRST", 5), ("U", "SMU", 1), ("A", "ADM2H", 1), ("L", "AREA", 5),
)  # fmt: skip
_LANGUAGES = (
    ("", 30), ("link", 15), ("wkdt", 18), ("en", 8), ("post", 6), ("es", 3), ("ru", 4), ("ar", 3), ("zh", 4), ("fa", 3),
    ("uk", 2), ("fr", 2), ("iata", 1), ("unlc", 1),
)  # fmt: skip
_ALPHABETS = {
    "ru": "абвгдежзиклмнопрстуфхцчшыэюя",
    "uk": "абвгдежзиклмнопрстуфхцчшіїєюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "fa": "ابپتثجچحخدذرزژسشصضطعغفقکگلمنوهی",
    "zh": "山水城江河南北東西新安平長大上下石林口陽家村鎮馬",
}
_CODE_OF = {"country": ("A", "PCLI"), "admin1": ("A", "ADM1"), "admin2": ("A", "ADM2"), "admin3": ("A", "ADM3")}

Ints = NDArray[np.int64]


def write_places(path: Path, count: int, *, gazetteer: Gazetteer | None = None, seed: int = 1) -> int:
    """Write so many places in 19 columns, those of the bundle first; give how many lines were written.

    Parameters
    ----------
    path
        The file.
    count
        How many at least; the bundle's places are written in any case.
    gazetteer
        Instead of the bundle.
    seed
        Of the chance that decides.
    """
    gazetteer = gazetteer or open_gazetteer()
    rng = np.random.default_rng(seed)
    areas = _area_codes(gazetteer)
    own = np.flatnonzero(gazetteer.tables.places["geonames_id"] > 0)
    own = own[np.argsort(gazetteer.tables.places["geonames_id"][own], kind="stable")]
    written = 0
    with path.open("wb") as stream:
        for start in range(0, len(own), _AT_ONCE):
            written += _write(_of_bundle(gazetteer, own[start : start + _AT_ONCE], areas), stream)
        shown = pa.array([gazetteer.name(int(row)) for row in own[:: max(len(own) // 50_000, 1)]], pa.string())
        towns = own[gazetteer.feature_code[own] == FEATURES.index("populated place")]
        while written < count:
            size = min(_AT_ONCE, count - written)
            ids = _FIRST_ID + written + np.arange(size)
            written += _write(_invented(gazetteer, rng, ids, rng.choice(towns, size), areas, shown), stream)
    return written


def _area_codes(gazetteer: Gazetteer) -> dict[int, list[str]]:
    """Give the codes of country, first and second level of each administrative area by its row."""
    codes = gazetteer.codes_in("geonames")
    found = {row: [*code.split("."), "", ""][:3] for code, row in codes.items()}
    return found | {row: [code, "", ""] for code, row in gazetteer.codes_in("iso3166-1").items()}


def _columns_of_areas(gazetteer: Gazetteer, rows: Ints, areas: dict[int, list[str]]) -> list[pa.Array]:
    known = []
    for row in rows.tolist():
        while row >= 0 and row not in areas:
            row = int(gazetteer.parent[row])  # noqa: PLW2901 - upwards
        known.append(areas.get(row, ["", "", ""]))
    return [pa.array([codes[level] for codes in known], pa.string()) for level in range(3)]


def _of_bundle(gazetteer: Gazetteer, rows: Ints, areas: dict[int, list[str]]) -> dict[str, object]:
    kinds = [_CODE_OF.get(gazetteer.feature(int(row)), ("P", "PPL")) for row in rows]
    names = pa.array([gazetteer.name(int(row)) for row in rows], pa.string())
    places = gazetteer.tables.places[rows]
    return {
        "ids": places["geonames_id"].astype(np.int64),
        "names": names,
        "alternates": pa.array([""] * len(rows), pa.string()),
        "lat": places["lat_e5"] / 1e5,
        "lon": places["lon_e5"] / 1e5,
        "kinds": [pa.array([kind[part] for kind in kinds], pa.string()) for part in (0, 1)],
        "areas": _columns_of_areas(gazetteer, rows, areas),
        "people": places["population"].astype(np.int64),
    }


def _invented(
    gazetteer: Gazetteer, rng: np.random.Generator, ids: Ints, near: Ints, areas: dict[int, list[str]], shown: pa.Array
) -> dict[str, object]:
    size = len(ids)
    share = np.array([kind[2] for kind in _KINDS], dtype=float)
    kind = rng.choice(len(_KINDS), size, p=share / share.sum())
    populated = np.isin(kind, [at for at, one in enumerate(_KINDS) if one[0] == "P"])
    people = np.where(populated & (rng.random(size) < 0.06), (10 ** rng.uniform(0.5, 2.7, size)).astype(np.int64), 0)  # noqa: PLR2004
    columns = [pa.array([one[part] for one in _KINDS], pa.string()).take(pa.array(kind)) for part in (0, 1)]
    names = _names(rng, size, shown)
    return {
        "ids": ids,
        "names": names,
        "alternates": _alternates(rng, names),
        "lat": np.clip(gazetteer.lat_e5[near] / 1e5 + rng.normal(0, 0.3, size), -89, 89),
        "lon": np.clip(gazetteer.lon_e5[near] / 1e5 + rng.normal(0, 0.3, size), -179, 179),
        "kinds": columns,
        "areas": _columns_of_areas(gazetteer, near, areas),
        "people": people,
    }


def _names(rng: np.random.Generator, size: int, shown: pa.Array) -> pa.Array:
    """Compose names: a quarter as the bundle has them, the rest of syllables, some with a generic word."""
    words = [_word(rng, size) for _ in range(2)]
    how = rng.random(size)
    before = pa.array(_BEFORE).take(pa.array(rng.integers(0, len(_BEFORE), size)))
    after = pa.array(_AFTER).take(pa.array(rng.integers(0, len(_AFTER), size)))
    known = shown.take(pa.array(rng.integers(0, len(shown), size)))
    kinds = [
        (how < 0.25, known),  # noqa: PLR2004
        (how < 0.40, pc.binary_join_element_wise(before, words[0], " ")),  # noqa: PLR2004
        (how < 0.55, pc.binary_join_element_wise(words[0], after, " ")),  # noqa: PLR2004
        (how < 0.65, pc.binary_join_element_wise(known, after, " ")),  # noqa: PLR2004
        (how < 0.75, pc.binary_join_element_wise(words[0], words[1], " ")),  # noqa: PLR2004
    ]
    found = words[0]
    for where, composed in reversed(kinds):
        found = pc.if_else(pa.array(where), composed, found)
    return found


def _word(rng: np.random.Generator, size: int) -> pa.Array:
    syllables = pa.array(_SYLLABLES)
    parts = [syllables.take(pa.array(rng.integers(0, len(_SYLLABLES), size))) for _ in range(4)]
    third = pc.if_else(pa.array(rng.random(size) < 0.8), parts[2], "")  # noqa: PLR2004
    fourth = pc.if_else(pa.array(rng.random(size) < 0.4), parts[3], "")  # noqa: PLR2004
    return pc.utf8_capitalize(pc.binary_join_element_wise(*parts[:2], third, fourth, ""))


def _alternates(rng: np.random.Generator, names: pa.Array) -> pa.Array:
    other = pc.binary_join_element_wise(names, _word(rng, len(names)), pa.array(_foreign(rng, len(names), "ru")), ",")
    return pc.if_else(pa.array(rng.random(len(names)) < 0.3), other, "")  # noqa: PLR2004


def _foreign(rng: np.random.Generator, size: int, language: str) -> list[str]:
    alphabet = np.array(list(_ALPHABETS[language]))
    letters = alphabet[rng.integers(0, len(alphabet), (size, 3 if language == "zh" else 7))]
    return ["".join(word) for word in letters.tolist()]


def _write(place: dict[str, object], stream: BinaryIO) -> int:
    names = place["names"]
    size = len(names)
    blank = pa.array([""] * size, pa.string())
    country, admin1, admin2 = place["areas"]
    admin3 = pc.if_else(pc.equal(place["kinds"][1], "ADM3"), pc.cast(pa.array(place["ids"]), pa.string()), "")
    ascii_names = pc.replace_substring_regex(pc.utf8_normalize(names, form="NFKD"), r"[^\x00-\x7f]", "")
    columns = [
        pa.array(place["ids"]), names, ascii_names, place["alternates"], pa.array(np.round(place["lat"], 5)),
        pa.array(np.round(place["lon"], 5)), *place["kinds"], country, blank, admin1, admin2, admin3, blank,
        pa.array(place["people"]), blank, pa.array(np.zeros(size, dtype=np.int64)),
        pa.array(["America/Lima"] * size), pa.array(["2026-11-27"] * size),
    ]  # fmt: skip
    _write_lines(columns, stream)
    return size


def _write_lines(columns: Sequence[pa.Array], stream: BinaryIO) -> None:
    # Arrow's own writer refuses names with quotation marks, which the real files have.
    lines = pc.binary_join_element_wise(*(pc.cast(column, pa.string()) for column in columns), "\t")
    stream.write(("\n".join(lines.to_pylist()) + "\n").encode())


def write_alternate_names(
    path: Path, places: int, count: int, *, gazetteer: Gazetteer | None = None, seed: int = 2
) -> int:
    """Write a table of so many alternate names, as ``alternateNamesV2.txt`` has them.

    Parameters
    ----------
    path
        The file.
    places
        How many places :func:`write_places` was asked for.
    count
        How many names.
    gazetteer
        Instead of the bundle.
    seed
        Of the chance that decides.
    """
    gazetteer = gazetteer or open_gazetteer()
    rng = np.random.default_rng(seed)
    own = gazetteer.tables.places["geonames_id"]
    own = np.sort(own[own > 0]).astype(np.int64)
    written = 0
    with path.open("wb") as stream:
        while written < count:
            size = min(_AT_ONCE, count - written)
            # A quarter of the names are those of the places that the bundle has.
            ids = np.where(
                rng.random(size) < 0.25,  # noqa: PLR2004
                rng.choice(own, size),
                rng.integers(_FIRST_ID + len(own), max(_FIRST_ID + places, _FIRST_ID + len(own) + 1), size),
            )
            _write_lines(_named(rng, ids, written), stream)
            written += size
    return written


def _named(rng: np.random.Generator, ids: Ints, start: int) -> list[pa.Array]:
    size = len(ids)
    share = np.array([one[1] for one in _LANGUAGES], dtype=float)
    language = rng.choice(len(_LANGUAGES), size, p=share / share.sum())
    names = _word(rng, size)
    for at, (code, _) in enumerate(_LANGUAGES):
        where = language == at
        if code in _ALPHABETS:
            names = pc.replace_with_mask(names, pa.array(where), pa.array(_foreign(rng, int(where.sum()), code)))
        elif code in {"link", "wkdt"}:
            links = [f"https://en.wikipedia.org/wiki/{number}" for number in ids[where].tolist()]
            names = pc.replace_with_mask(names, pa.array(where), pa.array(links, pa.string()))
    flags = [pa.array(np.where(rng.random(size) < often, "1", "")) for often in (0.05, 0.01, 0.002, 0.01)]
    blank = pa.array([""] * size, pa.string())
    languages = pa.array([code for code, _ in _LANGUAGES]).take(pa.array(language))
    return [pa.array(np.arange(start, start + size) + 1), pa.array(ids), languages, names, *flags, blank, blank]


def read_some_names(path: Path, count: int) -> Iterator[str]:
    """Give the names of every so many lines of a file of places."""
    with path.open("rb") as stream:
        size = path.stat().st_size
        for number in range(count):
            stream.seek(size * number // count)
            stream.readline()
            fields = stream.readline().decode().split("\t")
            if len(fields) > 1:
                yield fields[1]
