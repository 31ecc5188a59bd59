"""Compiling the whole of GeoNames, and looking names up: ``python -m bench.geonames [--places N] [--folder DIR]``.

The files are invented, in the real layout and of the real size (:mod:`bench.geonames_files`). The compiler runs in a
process of its own, so that its memory is what it takes.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.geonames_files import read_some_names, write_alternate_names, write_places
from geo.gazetteer.layout import FILES, ID_ROWS
from geo.resources import data_path

__all__ = ["main"]

_PLACES = 13_000_000
# The whole of GeoNames has about 17 million alternate names.
_NAMES_A_PLACE = 1.3
_MOST_S, _MOST_MB, _MOST_LOOK_UP_US = 900, 4_000, 50
_NAMES = 20_000
_COMPILING = """
import sys
from pathlib import Path
from geo.gazetteer.compile import Dump, compile_gazetteer
places, names, folder, base = map(Path, sys.argv[1:])
print(compile_gazetteer([Dump(places=places, alternate_names=names)], folder, base=base))
"""
_LOOKING_UP = """
import json, statistics, sys, time
from pathlib import Path
import numpy, marisa_trie
from geo.gazetteer import open_gazetteer
from geo.gazetteer.names import fold
names = json.load(sys.stdin)
def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
before_mb = resident_mb()
started = time.perf_counter()
gazetteer = open_gazetteer(Path(sys.argv[1]))
gazetteer.rows("Villa Rica")
opened_ms = (time.perf_counter() - started) * 1e3
folded = list(map(fold, names))
found = {}
for kind, ask, asked in (("rows", gazetteer.rows, names), ("postings", gazetteer.postings, folded)):
    times, spent_s = [], time.process_time()
    for name in asked:
        started = time.perf_counter()
        ask(name)
        times.append((time.perf_counter() - started) * 1e6)
    spent_s = time.process_time() - spent_s
    times.sort()
    found[kind] = {
        "mean": statistics.fmean(times), "p99": times[len(times) * 99 // 100], "spent": spent_s * 1e6 / len(times),
    }
known = sum(len(gazetteer.rows(name)) > 0 for name in names)
memory_mb = resident_mb() - before_mb
ids = [int(number) for number in gazetteer.tables.places["geonames_id"][:: max(len(gazetteer) // 1000, 1)]]
started = time.perf_counter()
gazetteer.row_of_geonames_id(ids[-1])
first_id_ms = (time.perf_counter() - started) * 1e3
started = time.perf_counter()
for number in ids:
    gazetteer.row_of_geonames_id(number)
id_us = (time.perf_counter() - started) * 1e6 / len(ids)
started = time.perf_counter()
gazetteer.nearest(gazetteer.lonlat(len(gazetteer) - 1), 10)
nearest_ms = (time.perf_counter() - started) * 1e3
print(json.dumps(found | {
    "opened_ms": opened_ms, "known": known, "id_us": id_us, "first_id_ms": first_id_ms, "nearest_ms": nearest_ms,
    "memory_mb": memory_mb,
}))
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the files, compile them, look names up, and print what that takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=_PLACES)
    parser.add_argument("--folder", type=Path, help="keep the files here; what is there already is not written again")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        measure(folder, options.places)


def measure(folder: Path, places: int) -> None:
    """Print what compiling so many places takes, and looking names up in them.

    Parameters
    ----------
    folder
        Where to put the files.
    places
        How many.
    """
    dump, table, compiled = folder / f"places-{places}.txt", folder / f"names-{places}.txt", folder / f"built-{places}"
    if not (dump.exists() and table.exists()):
        write_places(dump, places)
        write_alternate_names(table, places, int(places * _NAMES_A_PLACE))
    print(
        f"files: {dump.stat().st_size / 1e6:.0f} MB of places, {table.stat().st_size / 1e6:.0f} MB of alternate names"
    )
    shutil.rmtree(compiled, ignore_errors=True)
    _compile(dump, table, compiled)
    sizes = {name: (compiled / name).stat().st_size / 1e6 for name in (*FILES, ID_ROWS)}
    print(f"on disk: {sum(sizes.values()):.0f} MB: " + ", ".join(f"{name} {mb:.0f}" for name, mb in sizes.items()))
    names = [*read_some_names(dump, _NAMES // 2), *_no_names(_NAMES // 4), *read_some_names(dump, _NAMES // 4)]
    names.sort(key=lambda name: zlib.crc32(name.encode()))
    large, bundle = _look_up(compiled, names), _look_up(data_path("gazetteer"), names)
    for kind in ("rows", "postings"):
        times = large[kind]["spent"] / bundle[kind]["spent"]
        print(f"{kind}: {_tell(large[kind])} (mean at most {_MOST_LOOK_UP_US})")
        print(f"  bundle: {_tell(bundle[kind])}; the large one takes {times:.1f} times the processors")
    print(f"of {len(names)} names {large['known']} are known, {bundle['known']} to the bundle")
    for words, key in (
        ("open and look up once, ms", "opened_ms"), ("memory that look-ups add, MB", "memory_mb"),
        ("first row of a GeoNames id, ms", "first_id_ms"), ("row of a GeoNames id, µs", "id_us"),
        ("ten nearest places, ms", "nearest_ms"),
    ):  # fmt: skip
        print(f"{words}: {large[key]:.1f}; bundle {bundle[key]:.1f}")


def _tell(times: dict[str, float]) -> str:
    return f"{times['mean']:.1f} µs mean, {times['p99']:.1f} µs p99, {times['spent']:.1f} µs of processors"


def _compile(dump: Path, table: Path, compiled: Path) -> None:
    command = [sys.executable, "-c", _COMPILING, str(dump), str(table), str(compiled), str(data_path("gazetteer"))]
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    took_s = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"the compiler ended with {process.returncode}"
        raise RuntimeError(message)
    print(
        f"compiled in {took_s:.0f} s (at most {_MOST_S}), {usage.ru_utime + usage.ru_stime:.0f} s of processors; "
        f"peak memory {usage.ru_maxrss / 1e3:.0f} MB (at most {_MOST_MB})"
    )


def _no_names(count: int) -> list[str]:
    letters = np.array(list("bcdfghjklmnpqrstvwxz"))
    chosen = np.random.default_rng(2).integers(0, len(letters), (count, 9))
    return ["".join(word).title() for word in letters[chosen].tolist()]


def _look_up(folder: Path, names: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, "-c", _LOOKING_UP, str(folder)]
    done = subprocess.run(command, check=True, input=json.dumps(list(names)).encode(), stdout=subprocess.PIPE)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
