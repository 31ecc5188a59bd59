"""What own data and data packs cost, how near approximate regions come, and what faults leave behind: ``DATA.md``.

    python -m bench.data [NAME ...]

Each benchmark is a process of its own, ``python -m bench.NAME``; without names all run one after the other. What a
benchmark printed stays on the page until it is run again.
"""

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

__all__ = ["PARTS", "main", "measure"]

_PAGE = Path(__file__).with_name("DATA.md")
_HEAD = """\
# Own data, data packs and faults

`make bench`, or `python -m bench.data` alone, measures and writes this page.
"""
PARTS = {
    "boundaries": "How near approximate boundaries come: the VRAEM from the bundle, and from a file of districts",
    "join": "100,000 points with 38,000 polygons, beside a bare geopandas.sjoin",
    "cache_cuts": "A process that writes the cache of own data, killed",
    "geocoder_cache": "A process that writes the cache of geocoder answers, killed",
    "mutated_geojson": "5,000 mutated GeoJSON files",
    "faults": "Downloads cut and processes killed; 5,000 mutated archives",
    "geonames": "The whole of GeoNames, compiled from files of its layout and size",
}
"""The benchmarks by the names of their modules, with the headings of what they print."""


def main() -> None:
    """Run the benchmarks that the command line names, or all."""
    unknown = [name for name in sys.argv[1:] if name not in PARTS]
    if unknown:
        message = f"no benchmark of data is called {unknown[0]!r}: choose from {', '.join(PARTS)}"
        raise SystemExit(message)
    measure(sys.argv[1:] or list(PARTS))


def measure(names: list[str]) -> None:
    """Run benchmarks, print what they print, and write it to the page."""
    parts = _read_parts()
    for name in names:
        print(f"{PARTS[name]}: python -m bench.{name}", flush=True)
        run = subprocess.run([sys.executable, "-m", f"bench.{name}"], check=True, stdout=subprocess.PIPE, text=True)
        print(run.stdout, flush=True)
        parts[name] = f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}, load {os.getloadavg()[0]:.1f}\n{run.stdout.strip()}"
        _write_parts(parts)


def _read_parts() -> dict[str, str]:
    text = _PAGE.read_text(encoding="utf-8") if _PAGE.exists() else ""
    return dict(re.findall(r"^`python -m bench\.(\w+)`\n\n```\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL))


def _write_parts(parts: dict[str, str]) -> None:
    blocks = [
        f"## {heading}\n\n`python -m bench.{name}`\n\n```\n{parts[name]}\n```\n"
        for name, heading in PARTS.items()
        if name in parts
    ]
    _PAGE.write_text("\n".join([_HEAD, *blocks]), encoding="utf-8")


if __name__ == "__main__":
    main()
