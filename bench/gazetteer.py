"""Opening the gazetteer, and looking a name up in it."""

import subprocess
import sys
import timeit
from statistics import median

from geo.gazetteer import open_gazetteer

__all__ = ["measure"]

_NAMES = ("Villa Rica", "Oxapampa", "São Paulo", "lima", "U.S.", "Santa Rosa", "N'Djamena", "no such place")
_RUNS = 7
_OPENING = """
import resource, time
import numpy, marisa_trie, geo.gazetteer
before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
gazetteer = geo.gazetteer.open_gazetteer()
gazetteer.rows("Villa Rica")
took_ms = (time.perf_counter() - started) * 1000
print(took_ms, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb) / 1000)
"""


def measure() -> None:
    """Print the time and memory that opening takes, in new processes, and the time of an exact look-up."""
    runs = [
        tuple(
            map(float, subprocess.run([sys.executable, "-c", _OPENING], check=True, capture_output=True).stdout.split())
        )
        for _ in range(_RUNS)
    ]
    print(f"open the gazetteer: {median(run[0] for run in runs):.1f} ms (at most 50), median of {_RUNS} processes")
    print(f"memory that it adds: {median(run[1] for run in runs):.1f} MB (at most 100)")
    rows = open_gazetteer().rows
    for name in _NAMES:
        best = min(timeit.repeat(lambda name=name: rows(name), number=20_000, repeat=5)) / 20_000
        print(f"look up {name!r}, folding included: {best * 1e6:.2f} µs (at most 5)")
