"""``dateline map`` as a whole process, against a bare script that saves an empty folium map."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

__all__ = ["measure"]

_RUNS = 9
_BARE = "import geopandas, folium; folium.Map().save({target!r})"


def _run(command: list[str]) -> tuple[float, float]:
    """Give seconds and peak megabytes of a command."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took_s = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{command} ended with {process.returncode}"
        raise RuntimeError(message)
    return took_s, usage.ru_maxrss / 1000


def measure(report: Path) -> None:
    """Print time and memory of both, run in turn, and the median ratio pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        page, bare = Path(folder) / "map.html", Path(folder) / "bare.html"
        ours = [str(Path(sys.executable).parent / "dateline"), "map", str(report), "-o", str(page)]
        theirs = [sys.executable, "-c", _BARE.format(target=str(bare))]
        _run(ours), _run(theirs)
        pairs = [(_run(ours), _run(theirs)) for _ in range(_RUNS)]
        print(f"page: {page.stat().st_size / 1e6:.2f} MB (at most 1.5)")
    ratio = median(mine[0] / bare_run[0] for mine, bare_run in pairs)
    print(f"dateline map: {median(p[0][0] for p in pairs):.2f} s; bare script: {median(p[1][0] for p in pairs):.2f} s")
    print(f"dateline map takes {ratio:.2f} times the bare script (at most 2.0), median of {_RUNS} pairs")
    print(f"peak memory: {median(p[0][1] for p in pairs):.0f} MB (at most 300)")
