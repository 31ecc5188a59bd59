"""Rebuild the data that ships with Dateline, byte for byte.

Each step is a module or package of this folder with a function ``build(data)`` that writes
below the folder ``data``. A step reads pinned packages and the facts beside it, and
what earlier steps wrote; so the order of the steps is the order of ``STEPS``.
"""

import argparse
import filecmp
import importlib
import importlib.metadata
import shutil
import sys
import tempfile
import time
from pathlib import Path

from data.build.fetch import CHECKOUT

# The step's name -> the folders below data/ that it writes.
STEPS = {
    "gazetteer": ("gazetteer",),
    "lexicon": ("lexicon",),
    "boundaries": ("boundaries",),
    "basemap": ("basemap",),
    "names": ("names",),
}
# What people write, and steps read.
_WRITTEN_BY_HAND = ("regions", "examples")


def main() -> int:
    """Run the steps that the command line names; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"one or more of {', '.join(STEPS)}; default: all")
    parser.add_argument("--check", action="store_true", help="build elsewhere and compare with what is here")
    arguments = parser.parse_args()
    steps = arguments.steps or list(STEPS)
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        parser.error(f"no step is called {unknown[0]!r}: choose from {', '.join(STEPS)}")
    if not arguments.check:
        _build(steps, CHECKOUT / "data")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return _check(steps, Path(folder))


def _build(steps: list[str], target: Path) -> None:
    _require_pinned_libraries()
    for step in steps:
        started_s = time.monotonic()
        importlib.import_module(f"data.build.{step}").build(target)
        print(f"{step}: {time.monotonic() - started_s:.0f} s", file=sys.stderr)


def _require_pinned_libraries() -> None:
    pins = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for pin in (line for line in pins if line and not line.startswith("#")):
        name, _, wanted = pin.partition("==")
        found = importlib.metadata.version(name)
        if found != wanted:
            message = f"{name} {found} is installed, not {wanted}: run pip install -r data/build/requirements.txt"
            raise SystemExit(message)


def _check(steps: list[str], target: Path) -> int:
    shipped = CHECKOUT / "data"
    written = {folder for step in steps for folder in STEPS[step]}
    for folder in sorted({*_WRITTEN_BY_HAND, *(name for names in STEPS.values() for name in names)} - written):
        if (shipped / folder).exists():
            shutil.copytree(shipped / folder, target / folder)
    _build(steps, target)
    names = {
        path.relative_to(root).as_posix()
        for root in (shipped, target)
        for folder in written
        for path in (root / folder).rglob("*")
        if path.is_file()
    }
    changed = [name for name in sorted(names) if not _same(shipped / name, target / name)]
    for name in changed:
        print(f"data/{name} is not what the build makes")
    print(f"{len(names)} files compared, {len(changed)} differ")
    return 1 if changed else 0


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and filecmp.cmp(one, other, shallow=False)


if __name__ == "__main__":
    sys.exit(main())
