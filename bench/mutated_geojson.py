"""Whether files of boundaries that are broken in every way are read, or told of in one line.

    python -m bench.mutated_geojson [COUNT [SEED]]

Small GeoJSON files are mutated, their bytes and what they hold; each must give valid boundaries or a clear error. The
files are read by processes of their own, so that one that GDAL ends is counted and not the end of the count.
"""

import copy
import json
import math
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

from geo.boundaries.build import build_sets
from geo.boundaries.model import BoundaryOptions
from geo.boundaries.read import read_areas
from geo.errors import DatelineError

__all__ = ["judge", "mutate"]

_BATCH = 100
_SEED = 20_261_128
_SLOWEST_S = 120.0
_MOST_SHOWN = 20

_NUMBERS: tuple[Any, ...] = (
    0, -0.0, 1e-320, 1e308, -1e308, 1e15, 2**63, -(2**64), 10**400, 180, -180, 181, 360, 540, 90.0000001, -91,
    math.nan, math.inf, -math.inf,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, "", "null", [], {}, [[]], [[[]]], [[[[]]]], "x" * 5000, "\u0000", "{{ 7*7 }}", "</script>", "\ud800",
    {"type": "Polygon"}, {"type": "Polygon", "coordinates": None}, {"type": "Point", "coordinates": [0, 0]},
    {"type": "GeometryCollection", "geometries": [None, {"type": "Polygon", "coordinates": []}]},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
    {"type": "Polygon", "coordinates": [[[170, 0], [-170, 0], [-170, 5], [170, 5], [170, 0]]]},
    {"type": "MultiPolygon", "coordinates": [[[[0, 0]]], [[[0, 0], [0, 1]]], []]},
    {"type": "LineString", "coordinates": [[0, 0], [1]]},
    {"type": "name", "properties": {"name": "EPSG:32718"}},
    {"type": "name", "properties": {"name": "EPSG:999999"}},
    {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs", "type": "proj4"}},
)  # fmt: skip


def main() -> None:
    """Print what became of the files."""
    arguments = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    count, seed = (*arguments, 5_000, _SEED)[:2] if len(arguments) != 1 else (arguments[0], _SEED)
    if "--batch" in sys.argv:
        _judge_batch(count, seed)
        return
    verdicts: Counter[str] = Counter()
    for start in range(0, count, _BATCH):
        verdicts += _in_a_process(min(_BATCH, count - start), seed + start)
    print(f"{count:,} mutated GeoJSON files: {sum(verdicts.values()):,} judged")
    for verdict, times in verdicts.most_common():
        print(f"  {verdict}: {times:,}")


def _in_a_process(count: int, seed: int) -> Counter[str]:
    """Judge files in another process; where it dies, one by one, to find the ones that end it."""
    command = [sys.executable, "-m", "bench.mutated_geojson", "--batch", str(count), str(seed)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SLOWEST_S)
    except subprocess.TimeoutExpired:
        run = None
    if run is not None and run.returncode == 0:
        return Counter(json.loads(run.stdout))
    if count == 1:
        why = "hang" if run is None else f"crash ({run.returncode})"
        print(f"seed {seed}: {why}: {'' if run is None else run.stderr.strip()[-300:]}")
        return Counter({why: 1})
    return sum((_in_a_process(1, seed + number) for number in range(count)), Counter())


def _judge_batch(count: int, seed: int) -> None:
    verdicts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutated.geojson"
        for number in range(count):
            path.write_bytes(mutate(seed + number))
            verdicts[judge(path)] += 1
    print(json.dumps(verdicts))


def judge(path: Path) -> str:
    """Read a file and say what it gave: ``"boundaries"`` or ``"clear error"``.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    AssertionError
        When boundaries came out that are none, or an error that tells nothing.
    """
    try:
        built = build_sets(read_areas(path), BoundaryOptions(), path.stem)
    except DatelineError as error:
        message = str(error)
        if not message or "\n" in message or not message.isprintable():
            raise AssertionError(repr(message)) from error
        return "clear error"
    for one in built.sets:
        shapes = one.layer.geometries(range(len(one.layer)))
        sides = shapely.total_bounds(shapes)
        whole = shapely.is_valid(shapes).all() and not shapely.is_empty(shapes).any() and len(shapes) > 0
        if not (whole and sides[0] >= -180 and sides[2] <= 180 and sides[1] >= -90 and sides[3] <= 90):  # noqa: PLR2004
            message = f"no valid boundaries: {sides.tolist()}"
            raise AssertionError(message)
        if one.layer.table["region_id"] != sorted(set(one.layer.table["region_id"])):
            message = "the ids are not in order or not unique"
            raise AssertionError(message)
    if not all(line.isprintable() for line in (*built.faults, *built.notes)):
        message = f"lines that are not for a terminal: {built.faults} {built.notes}"
        raise AssertionError(message)
    return "boundaries"


def mutate(seed: int) -> bytes:
    """Give a GeoJSON file with a few mutations.

    Parameters
    ----------
    seed
        What they are drawn from.
    """
    random_ = random.Random(seed)  # noqa: S311 - repeatable, no secret
    document = _sample(random_)
    for _ in range(random_.choice((0, 1, 1, 2, 5))):
        _mutate_value(random_, document)
    written = _write(random_, document)
    for _ in range(random_.choice((0, 0, 1, 3, 10))):
        written = _mutate_bytes(random_, written)
    return written


def _write(random_: random.Random, document: Any) -> bytes:  # noqa: ANN401 - JSON
    if random_.random() < 0.01:  # noqa: PLR2004 - now and then
        depth = random_.choice((200, 2_000, 100_000))
        return (b'{"type":"FeatureCollection","features":' + b"[" * depth) + b"]" * random_.choice((0, depth)) + b"}"
    text = json.dumps(document, ensure_ascii=random_.random() < 0.5)  # noqa: PLR2004 - half
    return text.encode(random_.choice(("utf-8",) * 6 + ("utf-16", "latin-1", "utf-8-sig")), "replace")


def _sample(random_: random.Random) -> dict[str, Any]:
    west, south = random_.choice(((-75.5, -11.0), (2.0, 48.0), (179.0, -17.0), (-3.0, 13.0)))
    features = []
    for number in range(random_.randint(1, 6)):
        left = west + number * 0.5
        ring = [[left, south], [left + 0.5, south], [left + 0.5, south + 0.5], [left, south + 0.5], [left, south]]
        code = random_.choice((f"19030{number}", f"PE-{number}", str(number), f"ADM{number}"))
        features.append(
            {
                "type": "Feature",
                "properties": {"IDDIST": code, "NOMBDIST": f"Área {number}", "level": "zone", "n": number},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    return {"type": "FeatureCollection", "features": features}


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    """Give every place of a document where a value stands: what holds it and its key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in list(pairs):
        yield value, key
        yield from _spots(held)


def _mutate_value(random_: random.Random, document: dict[str, Any]) -> None:
    spots = list(_spots(document))
    if not spots:
        return
    holder, key = random_.choice(spots)
    what = random_.random()
    if what < 0.35:  # noqa: PLR2004 - shares of the kinds of mutation
        holder[key] = copy.deepcopy(random_.choice(_VALUES))
    elif what < 0.6:  # noqa: PLR2004 - as above
        holder[key] = random_.choice(_NUMBERS)
    elif what < 0.75:  # noqa: PLR2004 - as above
        del holder[key]
    elif isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[random_.choice(("geometry", "properties", "type", "crs", "id", "coordinates", "features", "ñ"))] = (
            copy.deepcopy(holder[key]) if random_.random() < 0.5 else random_.choice(_VALUES)  # noqa: PLR2004 - half
        )


def _mutate_bytes(random_: random.Random, written: bytes) -> bytes:
    at = random_.randrange(len(written) + 1)
    end = min(len(written), at + random_.choice((0, 1, 1, 2, 20, 500)))
    piece = random_.choice(
        (b"", b"\x00", b"\xff\xfe", b"{", b"]", b'"', b"e999", b"-", random_.randbytes(4), written[:at][-50:])
    )
    return written[:at] + piece + written[end:] if random_.random() < 0.9 else written[:at]  # noqa: PLR2004 - a cut


if __name__ == "__main__":
    main()
