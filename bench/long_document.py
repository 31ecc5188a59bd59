"""How the cost grows with the length of a document, and what 50 MB of text cost."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from geo import find_places, open_gazetteer, read_text

__all__ = ["measure"]

_SHORT_WORDS, _LONG_WORDS = 25_000, 100_000
_RUNS = 3
_LARGE_BYTES = 50_000_000
# Every copy names other places than the last, so that a long document has many names, as long documents do.
_MARK = "In {name} the same was seen. "


def _grow(text: str, words: int) -> str:
    """Give a document of at least so many words, in which each copy of the text brings names of its own."""
    gazetteer = open_gazetteer()
    step, row, parts, size = 97, len(gazetteer) // 2, [], 0
    each = len(text.split()) + 7
    while size < words:
        row = (row + step) % len(gazetteer)
        parts.append(text + "\n\n" + _MARK.format(name=gazetteer.name(row)))
        size += each
    return "\n\n".join(parts)


def _seconds(text: str) -> float:
    started = time.perf_counter()
    find_places(read_text(text, language="en"))
    return time.perf_counter() - started


def measure(report: Path) -> None:
    """Print the ratio of a long document's time to a short one's, words a second, and the memory of a large file."""
    text = report.read_text(encoding="utf-8")
    short, long = _grow(text, _SHORT_WORDS), _grow(text, _LONG_WORDS)
    _seconds(short)
    pairs = [(_seconds(long), _seconds(short)) for _ in range(_RUNS)]
    print(
        f"{len(long.split()):,} words take {median(a / b for a, b in pairs):.1f} times {len(short.split()):,} words"
        f" (at most 5), {len(long.split()) / median(a for a, _ in pairs):,.0f} words a second"
    )
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.txt"
        large.write_text((long * (_LARGE_BYTES // len(long.encode()) + 1))[:_LARGE_BYTES], encoding="utf-8")
        page = Path(folder) / "large.html"
        started = time.perf_counter()
        command = [str(Path(sys.executable).parent / "dateline"), "map", str(large), "-o", str(page)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        took_s = time.perf_counter() - started
        peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(f"50 MB of text: {took_s:.0f} s, peak memory {peak_mb:.0f} MB, page {page.stat().st_size / 1e6:.2f} MB")
