"""How large the shipped data and the wheel are."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.material import ROOT

__all__ = ["measure"]

_NOT_SHIPPED = {"build"}


def measure() -> None:
    """Print the size of the shipped data, folder by folder, and of the wheel."""
    total = 0
    for path in sorted((ROOT / "data").iterdir()):
        if path.name in _NOT_SHIPPED:
            continue
        size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) or path.stat().st_size
        total += size
        print(f"data/{path.name}: {size / 1e6:.2f} MB")
    print(f"all shipped data: {total / 1e6:.1f} MB (at most 40)")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        wheel = next(Path(folder).glob("*.whl"))
        print(f"wheel: {wheel.stat().st_size / 1e6:.1f} MB (at most 45)")
