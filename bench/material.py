"""What is measured on: the shared seed article where it is there, else our own example."""

from pathlib import Path

__all__ = ["ROOT", "SHARED", "find_report"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def find_report() -> Path:
    """Give the report to measure on."""
    seed = SHARED / "seed" / "article.txt"
    return seed if seed.exists() else ROOT / "data" / "examples" / "vraem-brief.txt"
