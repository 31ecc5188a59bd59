"""Kills a process with SIGKILL while it writes the cache of geocoder answers, and counts how often it stayed whole.

    python -m bench.geocoder_cache

Whole is a database that SQLite finds no fault with, in which every answer is one that was written and never a mixture,
and in which every write is there that the process saw done.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.geocoders.cache import AnswerCache

__all__ = ["count_whole"]

_KILLS = 200
_KEYS = 20
_NUMBERS = 3_000
_MOST_WRITES = 25
_MOST_SPIN_S = 0.003
_YEAR_S = 3.2e7


def count_whole(kills: int, folder: Path, *, seed: int = 5) -> int:
    """Kill a writer so many times, each going on with the same database, and count after how many it was whole.

    Parameters
    ----------
    kills
        How often.
    folder
        Where the database is.
    seed
        What decides when.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    path, written, whole = folder / "geocoders.sqlite3", 0, 0
    for _ in range(kills):
        written = _write_and_die(path, written, chance)
        whole += _is_whole(path, written)
    return whole


def _write_and_die(path: Path, start: int, chance: random.Random) -> int:
    """Let a process write answers numbered from a start on, kill it, and give how many it had seen done in all."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        _write_for_ever(path, start, tell)
    os.close(tell)
    done = start
    for _ in range(chance.randint(1, _MOST_WRITES)):
        done += len(os.read(told, 1))
    end = time.perf_counter() + chance.uniform(0, _MOST_SPIN_S)
    while time.perf_counter() < end:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(told, 65_536):
        done += len(piece)
    os.close(told)
    return done


def _write_for_ever(path: Path, start: int, tell: int) -> None:
    """Write answers one after the other, and a byte for each that is done."""
    cache = AnswerCache(path)
    number = start
    while True:
        number += 1
        cache.put(f"key {number % _KEYS}", json.dumps([number] * _NUMBERS), service="bench", found=True)
        cache.reserve("127.0.0.1", least_delay_s=0.0, longest_wait_s=60.0)
        os.write(tell, b".")


def _is_whole(path: Path, written: int) -> bool:
    """Say whether the database has no fault, no mixture, and nothing missing of what was seen done."""
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()
    cache = AnswerCache(path)
    newest = 0
    for key in range(_KEYS):
        text = cache.get(f"key {key}", found_age_s=_YEAR_S, not_found_age_s=_YEAR_S)
        numbers: list[int] = json.loads(text) if text else [0]
        sound = sound and len(set(numbers)) == 1 and (numbers[0] % _KEYS == key or numbers == [0])
        newest = max(newest, numbers[0])
    cache.close()
    return sound and newest >= written and not cache.notices and not list(path.parent.glob("*.damaged-*"))


def main() -> None:
    """Print how many of the kills left a whole database."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else _KILLS
    with TemporaryDirectory() as folder:
        whole = count_whole(kills, Path(folder))
    print(f"{kills} kills of a process that writes the cache of geocoder answers: {whole} left it whole")
    sys.exit(whole != kills)


if __name__ == "__main__":
    main()
