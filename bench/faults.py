"""What cuts, kills and broken archives do to installed data packs: ``python -m bench.faults``.

Each trial has a store with an old edition and a server with a new one that cuts its answers at random bytes. A child
that installs the new one is killed (SIGKILL) at a random moment, or before or after a random call that changes a file.
Whatever is installed then is compared, byte by byte, with the old edition and with the new one.
"""

import contextlib
import hashlib
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.mirror import Mirror, geonames_line, serve, zip_of
from bench.pack_files import put_boundaries, put_geonames, put_layer, put_overture, shapes_of
from geo.errors import DatelineError
from geo.gazetteer import open_gazetteer
from geo.packs.install import Installer
from geo.packs.recipes.parts import Asker
from geo.packs.store import Store, installed_holdings
from geo.packs.web import Client
from tests.mini_gazetteer import write_mini_gazetteer

__all__ = ["CUT_PACKS", "count_cuts", "count_mutations", "main", "mutate"]

CUT_PACKS = ("geonames:PE", "geoboundaries:PER:ADM3:gbHumanitarian", "naturalearth:lakes", "overture:PE")
"""The packs whose downloads are cut."""

_CUTS, _MUTATIONS = 200, 5_000
_BATCH = 100
_CHANGES = ("fsync", "rename", "replace", "unlink", "rmdir", "mkdir")
_HAMLETS = tuple(f"Quello {number}" for number in range(400))
"""Enough lines that an archive has some thousand bytes."""


def main() -> None:
    """Print what 200 cuts of each download and 5,000 mutated archives come to."""
    started = time.perf_counter()
    for name in CUT_PACKS:
        print(f"{_CUTS} cuts and kills, {name}: {_show(count_cuts(name, _CUTS))}", flush=True)
    print(f"{_MUTATIONS:,} mutated archives: {_show(count_mutations(_MUTATIONS))}", flush=True)
    print(f"in {time.perf_counter() - started:,.0f} s")


def _show(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {count:,}" for what, count in sorted(counts.items()))


def count_cuts(name: str, trials: int, *, seed: int = 5) -> Counter[str]:
    """Cut and kill installations of a pack; give how many left the old data, the new data, and anything else.

    Parameters
    ----------
    name
        The name of the pack.
    trials
        How many.
    seed
        What the random moments start from.
    """
    chance, counts = (
        _chance(seed),
        Counter[str]({"old": 0, "new": 0, "a mixture": 0, "not mended by the next run": 0}),
    )
    with (
        tempfile.TemporaryDirectory() as place,
        _served(_edition(new=False)) as old,
        _served(_edition(new=True)) as new,
    ):
        folder = Path(place)
        base = write_mini_gazetteer(folder / "base")
        # Both editions are installed here first, which also loads all that the children then have.
        digests = {}
        for edition, bases in (("old", old), ("new", new)):
            _update(Store(folder=folder / edition), name, bases, base)
            digests[_digest(folder / edition)] = edition
        whole = _watch(lambda: _update(Store(folder=_copy(folder)), name, new, base), folder / "calls.txt")
        for _ in range(trials):
            store = Store(folder=_copy(folder))
            for _ in range(chance.choice((1, 1, 2))):
                _in_child(lambda store=store: _update(store, name, new, base), _Kill.draw(chance, whole))
            counts[digests.get(_digest(store.folder), "a mixture")] += 1
            _in_child(lambda store=store: _update(store, name, new, base), None)
            counts["not mended by the next run"] += digests.get(_digest(store.folder)) != "new"
    return counts


@dataclass(frozen=True, kw_only=True)
class _Kill:
    """When a child is killed: so many seconds after its start, or at a call that changes a file."""

    after_s: float | None = None
    call: int | None = None
    before: bool = True

    @classmethod
    def draw(cls, chance: random.Random, whole: "_Whole") -> "_Kill":
        if chance.random() < 0.5:  # noqa: PLR2004 - half of them
            return cls(after_s=chance.uniform(0, whole.took_s * 1.1))
        return cls(call=chance.randint(1, whole.calls), before=chance.random() < 0.5)  # noqa: PLR2004

    def arm(self) -> list[str]:
        """Have this process die at the call; give a list that grows by each call until then."""
        calls: list[str] = []
        for name in _CHANGES:
            setattr(os, name, partial(self._change, calls, getattr(os, name)))
        return calls

    def _change(self, calls: list[str], real: Callable[..., Any], *values: Any, **named: Any) -> Any:  # noqa: ANN401
        calls.append(real.__name__)
        dies = len(calls) == self.call
        if dies and self.before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*values, **named)
        if dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


@dataclass(frozen=True, kw_only=True)
class _Whole:
    """How long an installation that nobody kills takes, and how many calls that change a file."""

    took_s: float
    calls: int


def _chance(seed: int | str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same each time is what is wanted


def _in_child(task: Callable[[], object], kill: _Kill | None) -> None:
    """Run something in a child, which is killed."""
    child = os.fork()
    if not child:
        with contextlib.suppress(DatelineError):
            if kill is not None:
                kill.arm()
            task()
        os._exit(0)
    if kill is not None and kill.after_s is not None:
        time.sleep(kill.after_s)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _watch(task: Callable[[], object], told: Path) -> _Whole:
    def run() -> None:
        calls = _Kill().arm()
        task()
        told.write_text(str(len(calls)))

    started = time.perf_counter()
    _in_child(run, None)
    return _Whole(took_s=time.perf_counter() - started, calls=int(told.read_text()))


def _copy(folder: Path) -> Path:
    target = folder / "store"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder / "old", target)
    return target


def _update(store: Store, name: str, bases: dict[str, str], base: Path) -> None:
    import requests  # noqa: PLC0415 - the mutations need none

    with requests.Session() as session:
        client = Client(session=session, sleep=lambda _: None, attempts=50)
        installer = Installer(store=store, asker=Asker(client=client, bases=bases), base=base)
        outcome = installer.install([installer.plan(name)])
    if outcome.failures:
        raise AssertionError(outcome.failures)


def _digest(folder: Path) -> str:
    """Give what is installed as one number: every byte that the holdings lead to."""
    holdings = installed_holdings(folder)
    held = hashlib.sha256()
    places = [holdings.gazetteer] if holdings.gazetteer else []
    places += [one.path for one in holdings.gazetteers]  # type: ignore[attr-defined]
    places += [one.folder for one in holdings.boundaries]  # type: ignore[attr-defined]
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            held.update(path.name.encode() + path.read_bytes())
    for pack in Store(folder=folder).read().packs:
        held.update(repr((pack.name, pack.version, [file.sha256 for file in pack.files])).encode())
    return held.hexdigest()


def _edition(*, new: bool) -> Mirror:
    """Give what a server has of an edition."""
    mirror = Mirror(chance=_chance(7) if new else None)
    word = "Nuevo" if new else "Viejo"
    lines = [
        geonames_line(99_100_000 + at, f"{name} {word}", lon=-75 + at / 999, lat=-10)
        for at, name in enumerate(_HAMLETS)
    ]
    put_geonames(mirror, name=f"Quello {word}", lines=lines)
    put_layer(mirror, "lakes", version="5.2.0" if new else "5.1.1")
    return mirror


@contextmanager
def _served(mirror: Mirror) -> Iterator[dict[str, str]]:
    """Serve from a process of its own, so that this one has one thread and may fork."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with serve(mirror):
            _put_linked(mirror)
            os.write(writing, mirror.base.encode())
            signal.pause()
    try:
        base = os.read(reading, 100).decode()
        yield Mirror(base=base).bases
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _put_linked(mirror: Mirror) -> None:
    """Lay down what tells the server's own address."""
    is_new = mirror.chance is not None
    put_boundaries(mirror, build="Jan 03, 2027" if is_new else "Dec 12, 2023", year="2026" if is_new else "2020")
    put_overture(mirror, release="2026-12-17.0" if is_new else "2026-11-19.0")


def count_mutations(count: int, *, seed: int = 5) -> Counter[str]:
    """Install mutated archives; give how many were refused, how many were sound, and how many did harm.

    Parameters
    ----------
    count
        How many.
    seed
        What the random changes start from.
    """
    counts = Counter[str]({"refused in a line": 0, "valid": 0, "crashed": 0, "what was installed changed": 0})
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        base = write_mini_gazetteer(folder / "base")
        archives = _archives()
        store = Store(folder=folder / "store")
        _install_local(store, base, folder / "sound", archives)
        told = folder / "told.txt"
        for start in range(0, count, _BATCH):
            numbers = range(start, min(start + _BATCH, count))
            told.write_text("")
            _in_child(partial(_try_all, numbers, seed, told, (store, base, archives)), None)
            lines = told.read_text().splitlines()
            # What a child did not live to tell of crashed it; those after it are not counted.
            counts.update(lines)
            counts["crashed"] += len(lines) < len(numbers)
    return counts


def _archives() -> dict[str, bytes]:
    """Give the archives that are mutated, by the name of their pack."""
    mirror = _edition(new=False)
    told = put_boundaries(mirror)
    layer = mirror.files[told["gjDownloadURL"]]
    stem = "geoBoundaries-PER-ADM3"
    archives = {f"naturalearth:{layer}": shapes_of(layer) for layer in ("lakes", "rivers", "states", "disputed")}
    archives["geonames:PE"] = mirror.files["/geonames/PE.zip"]
    archives["geoboundaries:PER:ADM3"] = zip_of({f"{stem}.geojson": layer, f"{stem}-metaData.json": json.dumps(told)})
    return archives


def _install_local(store: Store, base: Path, folder: Path, archives: dict[str, bytes]) -> None:
    folder.mkdir()
    for name, data in archives.items():
        outcome = _install_file(store, base, name, folder / "archive.zip", data)
        if outcome != "valid":
            raise AssertionError(name, outcome)


def _try_all(numbers: range, seed: int, told: Path, held: tuple[Store, Path, dict[str, bytes]]) -> None:
    """Try mutated archives one after the other, and tell of each what came of it."""
    store, base, archives = held
    names = sorted(archives)
    with told.open("a") as stream:
        for number in numbers:
            chance = _chance(f"{seed}/{number}")
            name = names[number % len(names)]
            path = told.with_name(f"mutated-{number % _BATCH}.zip")
            try:
                outcome = _install_file(store, base, name, path, mutate(archives[name], chance))
            except Exception:  # noqa: BLE001 - this is what is looked for
                traceback.print_exc()
                print(f"archive {number} of {name}", file=sys.stderr)
                outcome = "crashed"
            stream.write(f"{outcome}\n")
            stream.flush()


def _install_file(store: Store, base: Path, name: str, path: Path, data: bytes) -> str:
    """Install an archive over what is installed, and read what is installed then."""
    path.write_bytes(data)
    before = (store.folder / "manifest.json").read_bytes() if (store.folder / "manifest.json").exists() else b""
    client = Client(session=None, sleep=lambda _: None)  # type: ignore[arg-type] - nothing is asked
    installer = Installer(store=store, asker=Asker(client=client, bases={}), base=base)
    try:
        failures = installer.install([installer.plan(f"{name}={path}")]).failures
    except DatelineError as error:
        failures = (str(error),)
    holdings = installed_holdings(store.folder) if before else None
    if failures:
        fine = all(one.isprintable() for one in failures)
        same = not before or (store.folder / "manifest.json").read_bytes() == before
        return ("refused in a line" if same else "what was installed changed") if fine else "crashed"
    holdings = installed_holdings(store.folder)
    for held in holdings.boundaries:
        for one in held.boundary_sets():
            one.layer.geometries(range(len(one.layer)))
    for held in holdings.all:
        held.gazetteer_entries()
    if name.startswith("geonames:"):
        gazetteer = open_gazetteer(holdings.gazetteer)
        gazetteer.rows("Quello Viejo")
    return "valid"


def mutate(archive: bytes, chance: random.Random) -> bytes:
    """Give an archive with something wrong: in its own bytes, or in a member that is packed as it should be.

    Parameters
    ----------
    archive
        A zip archive.
    chance
        Where the changes come from.
    """
    if chance.random() < 0.5:  # noqa: PLR2004 - half of them
        return _change(archive, chance)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        members: dict[str, bytes | str] = {name: opened.read(name) for name in opened.namelist()}
    victim = chance.choice(sorted(members))
    if chance.random() < 0.1:  # noqa: PLR2004 - a member is gone
        del members[victim]
    else:
        members[victim] = _change(members[victim], chance)  # type: ignore[arg-type] - as they were read
    return zip_of(members)


def _change(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes: one after the other, a piece, the length, a number to the largest that there is."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(changed) + 1)
        length = min(chance.choice((1, 2, 4, 8, 200)), len(changed) - at)
        match chance.randrange(6):
            case 0:
                changed[at : at + length] = chance.randbytes(length)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = chance.randbytes(length)
            case 3:
                del changed[at:]
            case 4:
                changed[at : at + length] = chance.choice((b"\xff", b"\x00", b"\t", b"\n", b"\xf0")) * length
            case _:
                start = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[start : start + length]
    return bytes(changed)


if __name__ == "__main__":
    main()
