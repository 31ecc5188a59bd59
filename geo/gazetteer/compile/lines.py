"""GeoNames' files of columns parted by tabs, read in blocks, and the line at fault where one cannot be read."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from geo.errors import BrokenPackError

__all__ = ["Fault", "blame", "read_blocks"]

# A line of a dump has at most some 12,000 bytes.
_BLOCK_BYTES = 4 << 20

Fault = Callable[[list[str]], str]
"""Says what is wrong with the columns of a line; empty when nothing is."""


def read_blocks(
    path: Path,
    columns: Mapping[str, pa.DataType | None],
    *,
    fault: Fault,
    progress: Callable[[int], None] = lambda _: None,
) -> Iterator[pa.RecordBatch]:
    """Give the wanted columns of a file, a block of lines at a time.

    Parameters
    ----------
    path
        A file in UTF-8 without heading or quoting.
    columns
        Every column of it in order; those of type None are not read. A field without words is null in a column of
        numbers.
    fault
        What is wrong with a line, asked when the file cannot be read.
    progress
        Told about how many bytes more were read.

    Raises
    ------
    BrokenPackError
        When a line has another number of columns, or a field that is not of its type.
    """
    options: dict[str, Any] = {
        "read_options": csv.ReadOptions(column_names=list(columns), block_size=_BLOCK_BYTES),
        "parse_options": csv.ParseOptions(
            delimiter="\t", quote_char=False, double_quote=False, escape_char=False, newlines_in_values=False
        ),
        "convert_options": csv.ConvertOptions(
            include_columns=[name for name, kind in columns.items() if kind is not None],
            column_types={name: kind for name, kind in columns.items() if kind is not None},
            null_values=[""],
            strings_can_be_null=False,
        ),
    }
    try:
        if not path.stat().st_size:
            return
        with csv.open_csv(path, **options) as reader:
            for block in reader:
                yield block
                progress(_BLOCK_BYTES)
    except (pa.ArrowInvalid, pa.ArrowKeyError, UnicodeDecodeError) as error:
        raise blame(path, len(columns), fault) from error
    except OSError as error:
        message = f"{path.name} cannot be read ({error}): download it again"
        raise BrokenPackError(message) from error


def blame(path: Path, columns: int, fault: Fault) -> BrokenPackError:
    """Give the error that names the first line at fault, read once more and slowly.

    Parameters
    ----------
    path
        The file.
    columns
        How many it has.
    fault
        What is wrong with the fields of a line.
    """
    number = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            wrong = _wrong(line, columns, fault)
            if wrong:
                return BrokenPackError(f"{path.name}, line {number}: {wrong}: download it again")
    return BrokenPackError(f"{path.name} is not what it should be, somewhere in its {number} lines: download it again")


def _wrong(line: bytes, columns: int, fault: Fault) -> str:
    try:
        fields = line.rstrip(b"\r\n").decode("utf-8").split("\t")
    except UnicodeDecodeError as error:
        return f"byte {error.start + 1} is not UTF-8"
    if fields == [""]:
        return ""
    if len(fields) != columns:
        return f"{len(fields)} columns instead of {columns}"
    return fault(fields)
