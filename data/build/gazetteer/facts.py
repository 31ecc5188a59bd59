"""The facts that people wrote down beside the build."""

import csv
from pathlib import Path

__all__ = ["parts", "read_facts", "read_table"]

_FOLDER = Path(__file__).resolve().parents[1] / "facts"


def read_facts(name: str) -> list[dict[str, str]]:
    """Give the rows of ``data/build/facts/NAME.csv``, every cell a stripped text."""
    return read_table(_FOLDER / f"{name}.csv")


def read_table(path: Path) -> list[dict[str, str]]:
    """Give the rows of a CSV file, every cell a stripped text."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(stream)]


def parts(cell: str) -> list[str]:
    """Give the parts of a cell that holds several values with ``|`` between them."""
    return [part.strip() for part in cell.split("|") if part.strip()]
