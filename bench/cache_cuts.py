"""Whether the cache holds whole data whenever a process that writes it is killed.

    python -m bench.cache_cuts [KILLS]

A process keeps writing entries of the cache, each over the one before, and is killed (SIGKILL) at a random time; then
the entry must be the old one or the new one, whole.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from geo.cache import kept

__all__ = ["cut"]

_KILLS = 200
_SEED = 20_261_128
_BYTES = 4_000_000
_LONGEST_S = 0.12

# It writes its own number over and over, and says when it has begun.
_WRITER = """
import sys
from geo.cache import _write, cache_folder
number, size = int(sys.argv[1]), int(sys.argv[2])
path = cache_folder() / "cuts-1" / sys.argv[3]
print("ready", flush=True)
while True:
    _write(path, number.to_bytes(4, "big") * (size // 4))
"""


def main() -> None:
    """Print what was found after the kills."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else _KILLS
    with tempfile.TemporaryDirectory() as folder:
        found = cut(Path(folder), kills)
        left = sum(path.suffix == ".part" for path in Path(folder).glob("*/*"))
    print(f"{kills} kills of a process that writes the cache: {found['new']} new, {found['old']} old, ", end="")
    print(f"{found['mixed']} mixed or broken; {left} unfinished files left beside, which nothing reads")


def cut(folder: Path, kills: int) -> Counter[str]:
    """Give how often the old, the new or anything else was found after a kill.

    Parameters
    ----------
    folder
        The folder of the cache.
    kills
        How many processes to kill.
    """
    random_ = random.Random(_SEED)  # noqa: S311 - repeatable, no secret
    environment = os.environ | {"DATELINE_CACHE_FOLDER": str(folder)}
    before = os.environ.get("DATELINE_CACHE_FOLDER")
    os.environ["DATELINE_CACHE_FOLDER"] = str(folder)
    found: Counter[str] = Counter()
    try:
        old = kept("cuts-1", "entry", lambda: (0).to_bytes(4, "big") * (_BYTES // 4))
        (name,) = (path.name for path in (folder / "cuts-1").glob("*.kept"))
        for number in range(1, kills + 1):
            command = [sys.executable, "-c", _WRITER, str(number), str(_BYTES), name]
            with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as writer:
                if writer.stdout is not None:
                    writer.stdout.readline()
                time.sleep(random_.uniform(0, _LONGEST_S))
                writer.kill()
            now = kept("cuts-1", "entry", lambda: b"broken")
            new = number.to_bytes(4, "big") * (_BYTES // 4)
            found["new" if now == new else "old" if now == old else "mixed"] += 1
            old = now
    finally:
        if before is None:
            del os.environ["DATELINE_CACHE_FOLDER"]
        else:
            os.environ["DATELINE_CACHE_FOLDER"] = before
    return found


if __name__ == "__main__":
    main()
